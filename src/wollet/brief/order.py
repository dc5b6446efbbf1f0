"""What follows what in a trend: each subject's statements side by side, its close first; a connective where two go
opposite ways.
"""

from __future__ import annotations

from collections.abc import Sequence

from wollet.brief.agree import fact
from wollet.brief.beats import DIRECTED, GAUGES, Beat, plain
from wollet.brief.compose import Composer
from wollet.model.briefing import Sentence
from wollet.reference import instruments

SPARE = 2
"""From so many sentences on, a statement that only its article's words can tell is left out."""
FIGURES, KIN = 7, 3


def figures(ranked: Sequence[Beat], composer: Composer, once: set[object], *, before: Beat | None = None) -> list[Sentence]:
    """The strongest beats, those of one subject side by side, joined by connectives where the direction turns; what is
    told `before` them is not theirs; the state of a trade or of an economy comes last, as the background."""
    chosen = list(ranked[: FIGURES * 2])
    order: list[Beat] = []
    while chosen:
        beat = chosen.pop(0)
        kin = [b for b in chosen if b.subject == beat.subject]
        kin = sorted((b for b in kin if step(b) == 0), key=lambda b: -newest(b))[:1] + [b for b in kin if step(b)]
        order += sorted((beat, *kin[:KIN]), key=lambda b: (step(b), -newest(b)))
        chosen = [b for b in chosen if b not in kin[:KIN]]
    out: list[Sentence] = []
    order.sort(key=lambda b: b.kind == "single" and b.parts[0].family == "macro")
    linked, back = False, before is not None
    seen: set[object] = set()
    for beat in order:
        if len(out) >= FIGURES:
            break
        if beat.kind == "single" and len(out) >= SPARE and composer.key(beat.parts[0]) is None:
            continue
        link = "none" if linked or before is None else "against" if turned(before, beat) else ("before" if back else "earlier") if earlier(before, beat) else "none"
        s = composer.sentence(beat, link=link)
        marks = {("mark", composer.t.lang, x.claim.subject.id, x.claim.quantity.low) for x in beat.parts if x.family == "record" and x.claim.quantity is not None}
        if beat.parts[0].family == "record" and marks & once:
            continue
        worth_of = ("cap", composer.t.lang, beat.subject) if beat.parts[0].claim.metric == "market_cap" and beat.parts[0].family in ("record", "market_cap") else None
        if worth_of is not None and worth_of in once:
            continue
        stretch = ("stretch", composer.t.lang, beat.subject, composer.key(beat.parts[0])) if beat.kind != "run" and beat.parts[0].family in ("period_return", "streak") else None
        if stretch is not None and stretch in seen:
            continue
        within = within_day(beat)
        if within is not None and within in seen:
            continue
        seen |= {stretch, within}
        if s is not None and s.text not in {o.text for o in out}:
            linked, back = linked or link == "against", back or link == "earlier"
            out.append(s)
            once |= {("told", composer.t.lang, x.claim.subject.id, x.claim.when.end) for x in beat.parts if x.family == "change" and plain(x) and x.claim.when is not None}
            once |= marks | {fact(x) for x in beat.parts} | ({worth_of} if worth_of is not None else set())
            before = beat
    return out


def within_day(beat: Beat) -> object:
    """How far a price went during a session, and which mark it passed there, are one thing to a listener."""
    t = beat.parts[0]
    passed = t.family == "record" and getattr(t.claim, "event", "") == "cross" and t.claim.basis == "intraday"
    far = t.family == "level" and getattr(t.claim, "reached", False)
    return ("within", beat.subject, t.claim.when) if passed or far else None


def step(beat: Beat) -> int:
    """Where a beat stands in a subject's story: the close first, then the session's course, then longer stretches."""
    t = beat.parts[0]
    high = t.family == "record" and getattr(t.claim, "event", "") in ("high", "low") and t.claim.basis in (None, "close")
    if beat.kind == "run" or (high and beat.kind == "single" and (beat.subject or "").startswith("INDEX:")):
        return -1
    if beat.kind in ("close", "board", "movers", "course", "mixed"):
        return 0
    return 1 if t.family in ("change", "record", "streak") else 2 if t.family in ("period_return", "level") else 3


def newest(beat: Beat) -> int:
    """The day that a beat ends on, as a number."""
    w = beat.parts[0].claim.when
    return w.end.toordinal() if w is not None else 0


def turned(a: Beat, b: Beat) -> bool:
    """Whether two shares, or two indices, went opposite ways on one day: only that is a contrast."""
    x, y = a.parts[0].claim, b.parts[0].claim
    found = [instruments.get(c.subject.id) if c.subject.id else None for c in (x, y)]
    kinds, places = {i.kind for i in found if i is not None}, {i.calendar for i in found if i is not None}
    moves = all(t.family == "change" and t.claim.basis in (None, "close") and not getattr(t.claim, "reached", False) and t.claim.direction in DIRECTED and t.claim.subject.id not in GAUGES for t in (a.parts[0], b.parts[0]))
    return moves and "mixed" not in (a.kind, b.kind) and x.direction != y.direction and x.when == y.when and None not in found and len(places) == 1 and kinds <= {"stock", "fund", "index"}


def earlier(a: Beat, b: Beat) -> bool:
    """Whether a second session of the same subject lies before the one just told."""
    x, y = a.parts[0], b.parts[0]
    later, sooner = x.claim.when, y.claim.when
    if later is None or sooner is None or a.subject != b.subject:
        return False
    return x.family == y.family == "change" and sooner.end < later.end
