"""The first sentence of a trend: what moved, and beside what news, in one breath.

Nothing here says that the one made the other: the news is set beside the move, a figure that nothing settles is charged
to the reports that tell it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wollet.brief import phrases as P
from wollet.brief.beats import DIRECTED, Beat, Told, growth
from wollet.brief.compose import Composer
from wollet.brief.figures import amount, figure
from wollet.model.briefing import Sentence
from wollet.reference import instruments

LOOKED = 6
MOVED = {"ko": {"up": "올랐습니다", "down": "내렸습니다"}, "en": {"up": "rose", "down": "fell"}}
TURN = {"ko": {"up": "오른", "down": "내린"}, "en": {"up": "up", "down": "down"}}
AREA_OF = {"XNYS": "US", "XKRX": "KR", "XTKS": "JP", "XSHG": "CN", "XLON": "GB", "XETR": "DE", "XTAI": "TW"}


def market_lead(ranked: Sequence[Beat], composer: Composer) -> tuple[Sentence, Beat] | None:
    """A market that went one way on the day of a figure of its own economy: the sentence, and the figure's beat."""
    t = composer.t
    news = next((b for b in ranked[:LOOKED] if b.kind == "consensus"), None)
    boards = [b for b in ranked if b.kind == "board"]
    if news is None or not boards:
        return None
    c, expected = news.parts[0].claim, news.parts[1].claim
    first = boards[0].parts[0].claim
    place = instruments.calendar_of(first.subject.id or "")
    against = [b for b in boards[1:] if instruments.calendar_of(b.parts[0].claim.subject.id or "") == place and b.parts[0].claim.when == first.when]
    name = t.name(c)
    if place not in P.MARKETS or AREA_OF.get(place) != getattr(c, "area", None) or against or name is None or first.direction not in DIRECTED:
        return None
    q, other = c.quantity, expected.quantity
    if q is None or other is None or q.low is None or other.low is None:
        return None
    kind = "over" if q.low > other.low else "under" if q.low < other.low else "met"
    parts = {
        "place": P.MARKETS[place][0 if t.ko else 1], "moved": MOVED[t.lang][first.direction or "up"], "M": name, "span": t.span(c.when),
        "amt": figure(q, t.lang, bare=True) or "", "other": amount(other.low, other.unit, t.lang),
    }  # fmt: skip
    text = t.say(f"lead_consensus_{kind}", str(c), parts | t.when(first.when, first.subject.id))
    moves = [x.id for x in boards[0].parts if x.family == "change"]
    return Sentence(text=text, lang=t.lang, role="lead", claims=(*news.ids, *moves)), news


def story_lead(ranked: Sequence[Beat], opens: Sequence[Told], titled: Collection[str], composer: Composer) -> tuple[Sentence, Beat, Told] | None:
    """A company's session beside what is reported of its business: the sentence, the session's beat, the report."""
    t = composer.t
    for beat in ranked[:LOOKED]:
        if beat.kind != "close" or (titled and beat.subject not in titled):
            continue
        move, level = beat.parts[:2]
        c = move.claim
        found = [x for x in opens if x.family == "fundamentals" and x.claim.subject.id == c.subject.id and x.claim.certainty == "asserted" and x.claim.metric in P.METRICS and x.claim.said_by is None]
        report = next((x for x in found if growth(x)), found[0] if found else None)
        name = t.name(c)
        if report is None or name is None or c.quantity is None or level.claim.quantity is None or c.direction not in DIRECTED or report.claim.quantity is None:
            continue
        told = composer.parts(report, name)
        kind = f"lead_growth_{report.claim.direction}" if growth(report) else "lead_amount"
        far = told["fig"] if growth(report) or not t.ko else told["amt"]
        parts = {
            "S": name, "fig": figure(c.quantity, t.lang) or "", "level": composer.reached(level), "turn": TURN[t.lang][c.direction],
            "moved": MOVED[t.lang][c.direction], "far": far, "metric": told["metric"], "base": told["base"], "span": told["span"],
        }  # fmt: skip
        text = t.say(kind, str(c), parts | t.when(c.when, c.subject.id))
        t.before = c.subject.id
        return Sentence(text=text, lang=t.lang, role="lead", claims=(*Beat("close", (move, level)).ids, report.id, *report.also)), beat, report
    return None
