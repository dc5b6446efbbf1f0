"""The programme told in one language: for each trend its heading, what is proved, what is open, what was wrong, who is
with whom, who thinks what, what the market made of it, and what it touches at home."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

from wollet.brief.ahead import date_ahead
from wollet.brief.beats import DIRECTED, Beat, Told, beats, distinct, expected, fact, gathered, growth
from wollet.brief.compose import Composer
from wollet.brief.corrections import correction
from wollet.brief.heading import GAUGES, heading, in_titles
from wollet.brief.lead import market_lead, story_lead
from wollet.brief.market import Measured
from wollet.brief.opens import same_figure, tellable, told_open
from wollet.brief.panels import reported
from wollet.brief.programme import TRENDS, Programme
from wollet.brief.teller import Teller, teller_of
from wollet.brief.ties import people, told_ties
from wollet.brief.voices import spoken, view, who
from wollet.model.briefing import Briefing, Section, Sentence
from wollet.model.market import MarketData
from wollet.model.story import Trend
from wollet.model.verdict import Verdict
from wollet.reference import instruments

SPARE = 2
"""From so many sentences on, a statement that only its article's words can tell is left out."""
FIGURES, OPENS, WRONGS, VIEWS, AHEAD = 7, 3, 4, 3, 12
BOARD, CONSENSUS = 5.0, 3.0
STALE = dt.timedelta(days=7)
"""A stretch that ended so long before the newest session is no news of it."""
FOREMOST = 400
"""An amount that stands further back in its article than so many characters is background, no news of the day."""
FRESH = dt.timedelta(hours=36)
"""What is open in a report on a market is news for so long."""
WEIGHT = {
    "period_return": 5, "record": 6, "change": 5.5, "rank": 5, "market_cap": 5, "level": 3, "conversion": 3, "fundamentals": 4.5, "macro": 7.5,
    "streak": 4, "flow": 3, "deal": 4, "share": 2, "forecast": 3, "calendar": 1, "other": 0, "breadth": 2, "arithmetic": 1, "elapsed": 0.5,
}  # fmt: skip
DAILY = frozenset(("change", "level", "record", "streak", "rank", "market_cap"))
"""Families that speak of a session."""
PEERS = frozenset(("change", "level", "macro", "period_return"))
"""Families that a story tells of others than those that its titles name."""


def tell(p: Programme, lang: str, market: MarketData | None) -> Briefing:
    """The briefing in one language."""
    teller = teller_of(p.checked, lang, p.date)
    measured = Measured(market, p.as_of)
    once: set[object] = set()
    sections = []
    for trend in p.trends[:TRENDS]:
        teller.begin()
        made = section(p, trend, teller, measured, once)
        if made is not None:
            sections.append(made)
    teller.begin()
    ahead = tuple(s for e in p.found.catalysts[: 2 * AHEAD] if (s := date_ahead(p, e, teller, once)) is not None)[:AHEAD]
    return Briefing(date=p.date, lang=teller.lang, sections=tuple(sections), ahead=ahead, own=tuple(measured.claims))


def owned(p: Programme, articles: Iterable[str]) -> list[Told]:
    """The claims of some told articles."""
    out = []
    for a in articles:
        if a in p.told:
            lang = p.article(a).article.lang
            out += [Told(id, v, a, lang) for id, v in p.of(a)]
    return out


def section(p: Programme, trend: Trend, teller: Teller, measured: Measured, once: set[object]) -> Section | None:
    """One trend as it is told; nothing where this language has no words for any of it."""
    articles = [a for s in trend.stories for a in s.articles if a in p.told]
    mine = owned(p, articles)
    titled = in_titles(p, trend)
    mine.sort(key=lambda t: (-worth(t.verdict, trend, p, t.article, titled), t.id))
    panel = p.panel(trend.id)
    composer = Composer(teller, {v.speaker: who(v, teller, p.article(v.article)) for v in panel.views}, people(p.checked))
    held = [t for t in mine if t.verdict.label == "supported" and t.family not in ("calendar", "elapsed", "conversion")]
    held = at_home(newest(held), trend, p) if reported(trend) else elsewhere(held, p)
    recent = (p.as_of or dt.datetime.max.replace(tzinfo=dt.UTC)) - FRESH
    late = [t for t in mine if not reported(trend) or p.article(t.article).article.published >= recent]
    opens = distinct([t for t in late if tellable(t, p.article(t.article), panel.relations)])
    if titled and not reported(trend):
        held = [t for t in held if t.family in PEERS or t.claim.subject.id is None or t.claim.subject.id in titled]
    proved = with_expected(beats(distinct(held), frozenset(i for t in mine if (i := t.claim.subject.id) and i.startswith("INDEX:"))), opens)
    ranked = sorted(proved, key=lambda b: (reported(trend) and not gauged(b), -value(b, trend, p, titled), b.ids))
    opens = [t for t in opens if t.id not in {i for b in ranked if b.kind == "consensus" for i in b.ids} and not settled(t, held)]
    fresh = [b for b in ranked if not {fact(x) for x in b.parts} <= once]
    views = spoken(panel.views, VIEWS)
    head = heading(p, trend, fresh or ranked, opens, panel.relations, views, p.found.houses, teller)
    told, fresh, opens = opening(fresh, opens, [t for t in opens if growth(t) or t.verdict.claim.span[0] < FOREMOST], titled, composer, market=reported(trend))
    told += figures(gathered(fresh), composer, once)
    relations = [r for r in panel.relations if r.kind != "competes"] if reported(trend) else panel.relations
    told += told_ties(relations, {*trend.players, *titled}, p.checked, teller, once)
    teller.before = None
    changed = [t for t in mine if t.family == "conversion" and t.verdict.label == "supported"]
    told += told_open(opens, composer, panel.relations, changed, OPENS, once)
    told += first((correction(t, composer) for t in distinct([t for t in mine if t.verdict.label == "refuted"])), WRONGS)
    told += [view(v, teller, p.article(v.article), p.of(v.article)) for v in views]
    if not told:
        return None
    subjects = {t.claim.subject.id for t in opens[:OPENS]} | {x.claim.subject.id for b in ranked[:FIGURES] for x in b.parts}
    given = {i for s in told for i in s.claims}
    moved = {(t.claim.subject.id, t.claim.when.end) for t in held if t.id in given and t.family == "change" and t.claim.when is not None and t.claim.basis in (None, "close")}
    told += measured.reactions(panel, teller, once, titled or {x for x in subjects if x is not None}, moved)
    if not reported(trend):
        title = p.article(articles[0]).article
        told.append(measured.pays(trend, panel, p.found.houses, (title.id, 0, len(title.title)), teller, once))
    told += measured.exposure(panel, teller, once, titled | set(trend.players[:3]))
    return Section(id=trend.id, head=head, sentences=tuple(told), players=trend.players, articles=tuple(articles))


def opening(
    fresh: Sequence[Beat], opens: Sequence[Told], news: Sequence[Told], titled: Collection[str], composer: Composer, *, market: bool
) -> tuple[list[Sentence], list[Beat], list[Told]]:
    """The lead where a trend has one, and what is left to tell after it; of what is open only the `news` stands beside a move."""
    made = market_lead(fresh, composer) if market else None
    if made is not None:
        return [made[0]], [b for b in fresh if b is not made[1]], list(opens)
    found = story_lead(fresh, news, titled, composer) if not market else None
    if found is not None:
        left = [Beat("single", x.parts[2:]) if x is found[1] else x for x in fresh if x is not found[1] or x.parts[2:]]
        return [found[0]], left, [t for t in opens if same_figure(t) != same_figure(found[2])]
    return [], list(fresh), list(opens)


def newest(held: Sequence[Told]) -> list[Told]:
    """What a report on a market tells: of prices the newest session of each market only."""
    last: dict[str | None, dt.date] = {}
    for t in held:
        id, when = t.claim.subject.id, t.claim.when
        if t.family == "change" and id is not None and id.startswith("INDEX:") and when is not None:
            calendar = instruments.calendar_of(id)
            last[calendar] = max(last.get(calendar, when.end), when.end)
    closed = {(t.claim.subject.id, t.claim.when) for t in held if t.family == "change" and t.claim.basis in (None, "close")}
    held = [t for t in held if t.claim.basis != "open" or (t.claim.subject.id, t.claim.when) not in closed]
    if not last:
        return held
    newest_day = max(last.values())
    held = [t for t in held if t.family != "period_return" or t.claim.when is None or t.claim.when.end > newest_day - STALE]
    rest = max(last.values()) - dt.timedelta(days=1)
    return [t for t in held if t.family not in DAILY or t.claim.when is None or t.claim.subject.id is None
            or t.claim.when.end >= last.get(instruments.calendar_of(t.claim.subject.id), rest)]  # fmt: skip


def at_home(held: Sequence[Told], trend: Trend, p: Programme) -> list[Told]:
    """What a report on a market tells: shares of other markets only where no other trend is about them."""
    markets = {s.market for s in trend.stories}
    others = frozenset().union(*(in_titles(p, t) for t in p.trends[:TRENDS] if t.id != trend.id))
    return [t for t in held if t.claim.subject.id not in others or instruments.calendar_of(t.claim.subject.id or "") in markets]


def elsewhere(held: Sequence[Told], p: Programme) -> list[Told]:
    """What a story tells: indices and rates only where no report on their market is told beside it."""
    markets = {s.market for t in p.trends[:TRENDS] if reported(t) for s in t.stories}
    return [t for t in held if not (t.claim.subject.id or "").startswith(("INDEX:", "RATE:")) or instruments.calendar_of(t.claim.subject.id or "") not in markets] or list(held)


def with_expected(found: Sequence[Beat], opens: Sequence[Told]) -> list[Beat]:
    """Figures of the economy put beside what had been expected of them."""
    out = []
    for beat in found:
        macro = beat.parts[0]
        other = expected(macro, opens) if beat.kind == "single" and macro.family == "macro" else None
        out.append(Beat("consensus", (macro, other)) if other is not None else beat)
    return out


def settled(t: Told, held: Sequence[Told]) -> bool:
    """Whether a forecast speaks of a figure that is out by now."""
    c = t.claim
    return t.family == "forecast" and any(h.family == "macro" and h.claim.metric == c.metric and h.claim.when == c.when for h in held)


def figures(ranked: Sequence[Beat], composer: Composer, once: set[object]) -> list[Sentence]:
    """The strongest beats, those of one subject side by side, joined by connectives where the direction turns."""
    chosen = list(ranked[: FIGURES * 2])
    order: list[Beat] = []
    while chosen:
        beat = chosen.pop(0)
        kin = [b for b in chosen if b.subject == beat.subject]
        kin = [b for b in kin if step(b) == 0][:1] + [b for b in kin if step(b)]
        order += sorted((beat, *kin[:2]), key=step)
        chosen = [b for b in chosen if b not in kin[:2]]
    out: list[Sentence] = []
    before: Beat | None = None
    linked = False
    seen: set[object] = set()
    for beat in order:
        if len(out) >= FIGURES:
            break
        if beat.kind == "single" and len(out) >= SPARE and composer.key(beat.parts[0]) is None:
            continue
        link = "none" if linked or before is None else "against" if turned(before, beat) else "earlier" if earlier(before, beat) else "none"
        s = composer.sentence(beat, link=link)
        marks = {("mark", composer.t.lang, x.claim.subject.id, x.claim.quantity.low) for x in beat.parts if x.family == "record" and x.claim.quantity is not None}
        if beat.parts[0].family == "record" and marks & once:
            continue
        stretch = ("stretch", composer.t.lang, beat.subject, composer.key(beat.parts[0])) if beat.parts[0].family in ("period_return", "streak") else None
        if stretch is not None and stretch in seen:
            continue
        seen.add(stretch)
        if s is not None and s.text not in {o.text for o in out}:
            linked = linked or link == "against"
            out.append(s)
            once |= marks | {fact(x) for x in beat.parts}
            before = beat
    return out


def step(beat: Beat) -> int:
    """Where a beat stands in a subject's story: the close first, then the session's course, then longer stretches."""
    t = beat.parts[0]
    if beat.kind in ("close", "board", "movers", "course"):
        return 0
    return 1 if t.family in ("change", "record", "streak") else 2 if t.family in ("period_return", "level") else 3


def turned(a: Beat, b: Beat) -> bool:
    """Whether two shares, or two indices, went opposite ways on one day: only that is a contrast."""
    x, y = a.parts[0].claim, b.parts[0].claim
    found = [instruments.get(c.subject.id) if c.subject.id else None for c in (x, y)]
    kinds, places = {i.kind for i in found if i is not None}, {i.calendar for i in found if i is not None}
    moves = all(t.family == "change" and t.claim.basis in (None, "close") and not getattr(t.claim, "reached", False) and t.claim.direction in DIRECTED and t.claim.subject.id not in GAUGES for t in (a.parts[0], b.parts[0]))
    return moves and x.direction != y.direction and x.when == y.when and None not in found and len(places) == 1 and kinds <= {"stock", "fund", "index"}


def earlier(a: Beat, b: Beat) -> bool:
    """Whether a second session of the same subject lies before the one just told."""
    x, y = a.parts[0], b.parts[0]
    dated = x.family == y.family == "change" and x.claim.when is not None and y.claim.when is not None
    return dated and a.subject == b.subject and y.claim.when.end < x.claim.when.end  # type: ignore[union-attr]


def first(made: Iterable[Sentence | None], most: int) -> list[Sentence]:
    out: list[Sentence] = []
    for s in made:
        if s is not None and s.text not in {o.text for o in out}:
            out.append(s)
        if len(out) >= most:
            break
    return out


def worth(v: Verdict, trend: Trend, p: Programme, article: str, titled: Collection[str]) -> float:
    """How much a claim deserves telling: its family, whether it is of a leading player, how large, how fresh it is."""
    from wollet.claim.family import family_of

    name = family_of(v.claim).name
    score = float(WEIGHT.get(name, 1))
    if v.claim.subject.id in trend.players[:4]:
        score += 2
    if v.claim.subject.id in titled:
        score += 4
    q = v.claim.quantity
    if q is not None and q.unit == "percent" and q.low is not None and name in ("change", "period_return"):
        score += min(float(q.low) / (6 if name == "change" else 30), 4) - (1.5 if q.low < 1 else 0)
    if v.claim.subject.id in GAUGES:
        score -= 3
    if v.claim.basis == "open":
        score -= 5
    when = v.claim.when
    if name in ("change", "level", "record", "rank", "market_cap") and when is not None and reported(trend):
        score -= min(2.5 * max((p.date - when.end).days - 1, 0), 8)
    age = (p.date - p.article(article).article.published.date()).days
    return score * 0.95 ** max(age, 0)


def gauged(beat: Beat) -> bool:
    """Whether a beat tells how a market's indices, or its economy, did: a report on a market opens with that."""
    return beat.kind in ("board", "consensus") or (beat.kind == "close" and (beat.subject or "").startswith("INDEX:") and beat.subject not in GAUGES)


def value(beat: Beat, trend: Trend, p: Programme, titled: Collection[str]) -> float:
    """A beat is worth its best claim, and a little more for each further one; a market's board opens its report."""
    scores = sorted((worth(t.verdict, trend, p, t.article, titled) for t in beat.parts), reverse=True)
    return scores[0] + 0.4 * (len(scores) - 1) + (BOARD if beat.kind == "board" and reported(trend) else CONSENSUS if beat.kind == "consensus" else 0)
