"""The programme told in one language: for each trend its heading, what is proved, what is open, what was wrong, who is
with whom, who thinks what, what the market made of it, and what it touches at home."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

from wollet.brief import phrases as P
from wollet.brief.beats import DIRECTED, Beat, Told, beats, distinct, expected, fact, gathered
from wollet.brief.compose import Composer
from wollet.brief.heading import GAUGES, heading, in_titles
from wollet.brief.market import Measured
from wollet.brief.opens import tellable, told_open
from wollet.brief.panels import reported
from wollet.brief.programme import TRENDS, Programme
from wollet.brief.teller import Teller, teller_of
from wollet.brief.ties import told_ties
from wollet.brief.voices import spoken, view
from wollet.model.briefing import Briefing, Section, Sentence
from wollet.model.market import MarketData
from wollet.model.story import Catalyst, Trend
from wollet.model.time import Window
from wollet.model.verdict import Verdict
from wollet.reference import instruments

FIGURES, OPENS, WRONGS, VIEWS, AHEAD = 7, 3, 4, 3, 12
BOARD, CONSENSUS = 5.0, 3.0
FRESH = dt.timedelta(hours=36)
"""What is open in a report on a market is news for so long."""
WEIGHT = {
    "period_return": 5, "record": 6, "change": 5.5, "rank": 5, "market_cap": 5, "level": 3, "conversion": 3, "fundamentals": 4.5, "macro": 7.5,
    "streak": 4, "flow": 3, "deal": 4, "share": 2, "forecast": 3, "calendar": 1, "other": 0, "breadth": 2, "arithmetic": 1, "elapsed": 0.5,
}  # fmt: skip
DAILY = frozenset(("change", "level", "record", "streak", "rank", "market_cap"))
"""Families that speak of a session."""
SHORTEST, LONGEST_NAME = 3, 60
LONGEST_EVENT = 7
"""Days: what is only known to fall in some month is an outlook, no date."""


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
    composer, panel = Composer(teller), p.panel(trend.id)
    held = [t for t in mine if t.verdict.label == "supported" and t.family not in ("calendar", "elapsed", "conversion")]
    held = newest(held) if reported(trend) else elsewhere(held, p)
    recent = (p.as_of or dt.datetime.max.replace(tzinfo=dt.UTC)) - FRESH
    late = [t for t in mine if not reported(trend) or p.article(t.article).article.published >= recent]
    opens = distinct([t for t in late if tellable(t, p.article(t.article), panel.relations)])
    proved = with_expected(beats(distinct(held), frozenset(i for t in mine if (i := t.claim.subject.id) and i.startswith("INDEX:"))), opens)
    ranked = sorted(proved, key=lambda b: (-value(b, trend, p, titled), b.ids))
    opens = [t for t in opens if t.id not in {i for b in ranked if b.kind == "consensus" for i in b.ids} and not settled(t, held)]
    fresh = [b for b in ranked if not {fact(x) for x in b.parts} <= once]
    head = heading(p, trend, fresh or ranked, opens, panel.relations, p.found.houses, teller)
    told = figures(gathered(fresh), composer, once)
    told += told_ties(panel.relations, {*trend.players, *titled}, p.checked, teller, once)
    changed = [t for t in mine if t.family == "conversion" and t.verdict.label == "supported"]
    told += told_open(opens, composer, panel.relations, changed, OPENS, once)
    told += first(map(composer.correction, distinct([t for t in mine if t.verdict.label == "refuted"])), WRONGS)
    told += [view(v, teller, p.article(v.article), p.of(v.article)) for v in spoken(panel.views, VIEWS)]
    if not told:
        return None
    subjects = {t.claim.subject.id for t in opens[:OPENS]} | {x.claim.subject.id for b in ranked[:FIGURES] for x in b.parts}
    given = {i for s in told for i in s.claims}
    moved = {(t.claim.subject.id, t.claim.when.end) for t in held if t.id in given and t.family == "change" and t.claim.when is not None and t.claim.basis in (None, "close")}
    told += measured.reactions(panel, teller, once, titled or {x for x in subjects if x is not None}, moved)
    if not reported(trend):
        title = p.article(articles[0]).article
        told.append(measured.pays(trend, panel, p.found.houses, (title.id, 0, len(title.title)), teller))
    told += measured.exposure(panel, teller, once, titled | set(trend.players[:3]))
    return Section(id=trend.id, head=head, sentences=tuple(told), players=trend.players, articles=tuple(articles))


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
    rest = max(last.values(), default=dt.date.min) - dt.timedelta(days=1)
    return [t for t in held if t.family not in DAILY or t.claim.when is None or t.claim.subject.id is None
            or t.claim.when.end >= last.get(instruments.calendar_of(t.claim.subject.id), rest)]  # fmt: skip


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
        order.append(beat)
        kin = [b for b in chosen if b.subject == beat.subject]
        order += kin[:2]
        chosen = [b for b in chosen if b not in kin[:2]]
    out: list[Sentence] = []
    last: str | None = None
    linked = False
    for beat in order:
        if len(out) >= FIGURES:
            break
        turned = beat.direction in DIRECTED and last in DIRECTED and beat.direction != last
        link = "against" if out and turned and not linked else "none"
        linked = linked or link != "none"
        s = composer.sentence(beat, link=link)
        first = beat.parts[0].claim
        mark = ("mark", composer.t.lang, first.subject.id, first.quantity.low) if beat.parts[0].family == "record" and first.quantity is not None else None
        if mark is not None and mark in once:
            continue
        if s is not None and mark is not None:
            once.add(mark)
        if s is not None and s.text not in {o.text for o in out}:
            out.append(s)
            once |= {fact(x) for x in beat.parts}
            last = beat.direction
    return out


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


def value(beat: Beat, trend: Trend, p: Programme, titled: Collection[str]) -> float:
    """A beat is worth its best claim, and a little more for each further one; a market's board opens its report."""
    scores = sorted((worth(t.verdict, trend, p, t.article, titled) for t in beat.parts), reverse=True)
    return scores[0] + 0.4 * (len(scores) - 1) + (BOARD if beat.kind == "board" and reported(trend) else CONSENSUS if beat.kind == "consensus" else 0)


def nameable(id: str, teller: Teller) -> str | None:
    """A player's name in this language, or nothing where there is none."""
    return teller.called(id) if teller.sayable(id) else None


def date_ahead(p: Programme, e: Catalyst, teller: Teller, once: set[object]) -> Sentence | None:
    """A date ahead, by the claim that tells it or else by its sentence in the article."""
    if e.article not in p.told or e.start <= p.date or (e.end - e.start).days > LONGEST_EVENT:
        return None
    what = event_name(e, teller, p.article(e.article).article.lang)
    if what is None or (teller.lang, e.start, what) in once:
        return None
    once.add((teller.lang, e.start, what))
    when = teller.when(Window(e.start, e.end), None, again=True)
    day = when["When"].removeprefix("On ").strip()
    parts = {"S": what, "when": day if teller.ko else when["when"], "When": day if teller.ko else when["When"], "day": day}
    parts["at"] = f"{day}에는" if e.start == e.end else day
    id = p.of(e.article)[e.claim][0] if e.claim is not None else None
    text = teller.say("ahead", f"{e.start}|{what}", parts)
    quotes = () if id is not None else ((e.article, *e.span),)
    return Sentence(text=text, lang=teller.lang, role="catalyst", claims=(id,) if id is not None else (), quotes=quotes)


def own_names(e: Catalyst, names: Sequence[str]) -> set[str]:
    """What the players of a date are called: a name alone is no event."""
    found = [i for x in e.bears_on if (i := instruments.get(x)) is not None]
    return {*names, *(i.name_en for i in found), *(i.name_ko for i in found if i.name_ko)}


def event_name(e: Catalyst, teller: Teller, lang: str) -> str | None:
    """What is ahead: whose event of which kind; else as the text calls it, where the text is of this language."""
    names = [n for x in e.bears_on[:2] if (n := nameable(x, teller)) is not None]
    rate = next((i for x in e.bears_on[:2] if e.kind == "policy" and (i := instruments.get(x)) is not None and i.kind == "rate"), None)
    if rate is not None:
        area = P.AREAS.get(rate.country or "") or P.AREAS["KR" if rate.currency == "KRW" else "US"]
        return f"{area[0]} 통화정책 회의" if teller.ko else f"{area[1]} policy meeting"
    kind = P.EVENTS.get(e.kind)
    first = instruments.get(e.bears_on[0]) if e.bears_on else None
    if e.kind == "release" or (first is not None and first.kind != "stock" and e.kind not in ("policy", "dividend")):
        kind = None
    said = " ".join(e.text.split())
    own = lang == teller.lang and SHORTEST <= len(said) <= LONGEST_NAME and said not in own_names(e, names) and said.lower() not in P.EVENT_WORDS
    if names and kind is not None and not (own and e.kind == "event"):
        word = kind[0 if teller.ko else 1]
        return f"{names[0]} {word}" if teller.ko else f"{names[0]}’s {word}"
    if not own:
        return None
    return said if not names or any(n.removeprefix("the ") in said for n in names) else f"{names[0]}, {said}"
