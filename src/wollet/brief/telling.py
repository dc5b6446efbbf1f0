"""The programme told in one language: for each trend its heading, what is proved, what is open, what was wrong, who is
with whom, who thinks what, what the market made of it, and what it touches at home."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from wollet.brief.agree import distinct, fact
from wollet.brief.ahead import date_ahead
from wollet.brief.beats import GAUGES, Beat, Told, beats, expected, gathered, growth
from wollet.brief.compose import Composer
from wollet.brief.corrections import correction
from wollet.brief.exact import datable
from wollet.brief.heading import heading, in_titles
from wollet.brief.lead import market_lead, story_lead
from wollet.brief.market import Measured
from wollet.brief.newest import by_subject, heroes, latest_periods, past, sessions_since
from wollet.brief.opens import same_figure, told_open
from wollet.brief.order import FIGURES, figures
from wollet.brief.panels import reported
from wollet.brief.programme import TRENDS, Programme
from wollet.brief.teller import Teller, teller_of
from wollet.brief.ties import told_ties
from wollet.brief.voices import spoken, titles, view, who
from wollet.brief.week import Weekly, events
from wollet.brief.worthy import tellable
from wollet.model.briefing import Briefing, Section, Sentence
from wollet.model.market import MarketData
from wollet.model.story import Catalyst, Trend
from wollet.model.verdict import Verdict
from wollet.reference import instruments

OPENS, WRONGS, VIEWS, AHEAD, DATES = 3, 4, 3, 12, 3
LEADING = 4
"""Players of a trend whose open figures it tells although no title names them."""
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


PROVED = frozenset(("lead", "figure", "reaction", "relation", "correction"))
"""Roles that rest on more than a report that nothing settles, or a view."""


def tell(p: Programme, lang: str, market: MarketData | None) -> Briefing:
    """The briefing in one language."""
    teller = teller_of(p.checked, lang, p.date)
    measured = Measured(market, p.as_of)
    once: set[object] = set()
    sections = []
    closes = by_subject(owned(p, sorted(p.told)))
    teller.week = p.week
    weekly = Weekly(p.week, [p.article(a) for a in sorted(p.told)], p.found.houses, measured, teller) if p.week is not None else None
    for trend in p.trends[:TRENDS]:
        teller.begin()
        made = section(p, trend, teller, measured, once, closes, weekly)
        if made is not None:
            sections.append(made)
    sections.sort(key=lambda s: (weekly is None or not reported(p.trend(s.id)), standing(s)))
    teller.begin()
    ahead = tuple(s for e in p.found.catalysts[: 2 * AHEAD] if (s := date_ahead(p, e, teller, once)) is not None)[:AHEAD]
    used = {i for s in (*ahead, *(x for part in sections for x in (part.head, *part.sentences))) for i in s.claims}
    return Briefing(date=p.date, lang=teller.lang, sections=tuple(sections), ahead=ahead, own=tuple(x for x in measured.claims if x[0] in used))


def standing(s: Section) -> int:
    """Where a trend stands among the others: what is proved first, then what somebody thinks, then what nobody can confirm."""
    roles = {x.role for x in s.sentences}
    return 0 if roles & PROVED else 1 if "view" in roles else 2


def owned(p: Programme, articles: Iterable[str]) -> list[Told]:
    """The claims of some told articles."""
    out = []
    for a in articles:
        if a in p.told:
            lang = p.article(a).article.lang
            out += [Told(id, v, a, lang) for id, v in p.of(a)]
    return out


def section(p: Programme, trend: Trend, teller: Teller, measured: Measured, once: set[object], closes: Mapping[str, Sequence[Told]], weekly: Weekly | None = None) -> Section | None:
    """One trend as it is told; nothing where this language has no words for any of it."""
    articles = [a for s in trend.stories for a in s.articles if a in p.told]
    mine = owned(p, articles)
    titled = in_titles(p, trend)
    main = heroes(mine, titled)
    mine.sort(key=lambda t: (-worth(t.verdict, trend, p, t.article, titled), t.id))
    panel = p.panel(trend.id)
    composer = Composer(teller, titles((p.article(a) for a in articles), teller) | {v.speaker: who(v, teller, p.article(v.article)) for v in panel.views}, p.persons)
    measured.begin()
    held = [t for t in mine if t.verdict.label == "supported" and t.family not in ("calendar", "elapsed", "conversion") and datable(t.verdict)]
    if not reported(trend):
        held = past(held, closes, main, p.date, min(p.article(a).article.published.date() for a in p.told)) + sessions_since(mine, closes, main)
    held = at_home(held if weekly is not None else newest(held), trend, p) if reported(trend) else elsewhere(held, p)
    if reported(trend) and weekly is None:
        main_markets = {s.market for s in trend.stories}
        held = [t for t in held if instruments.calendar_of(t.claim.subject.id or "") in main_markets or not measured.stale(t)]
    recent = (p.as_of or dt.datetime.max.replace(tzinfo=dt.UTC)) - FRESH
    late = [t for t in mine if not reported(trend) or p.article(t.article).article.published >= recent]
    opens = distinct([t for t in late if tellable(t, p.article(t.article), panel.relations)])
    awaited = distinct([t for t in late if t.family == "forecast" and t.claim.subject.kind == "series" and t.verdict.label == "undecided"])
    newest_only = {t.id for t in latest_periods([*held, *opens])}
    held, opens = [t for t in held if t.id in newest_only], [t for t in opens if t.id in newest_only]
    if titled and not reported(trend):
        held = [t for t in held if t.family in PEERS or t.claim.subject.id is None or t.claim.subject.id in titled]
        opens = [t for t in opens if t.claim.subject.id is None or t.claim.subject.id in {*titled, *trend.players[:LEADING]}]
    held += measured.moves(held) if not reported(trend) else []
    proved = with_expected(beats(distinct(held), frozenset(i for t in mine if (i := t.claim.subject.id) and i.startswith("INDEX:"))), awaited)
    ranked = sorted(proved, key=lambda b: (reported(trend) and not gauged(b), -value(b, trend, p, titled), b.ids))
    opens = [t for t in opens if t.id not in {i for b in ranked if b.kind == "consensus" for i in b.ids} and not settled(t, held, opens) and not measured.released(t.claim)]
    fresh = [b for b in ranked if not {fact(x) for x in b.parts} <= once]
    views = spoken(panel.views, VIEWS)
    given_first, asked = fresh or ranked, opens
    summed = weekly.summed(trend, main, held) if weekly is not None else []
    if weekly is not None and summed and reported(trend):
        told = summed + first((composer.sentence(b) for b in events(fresh, weekly.week)), FIGURES)
    else:
        news = measured.newest_session(trend, held, teller, once) if reported(trend) else None
        told, fresh, opens = opening(fresh, opens, [t for t in opens if growth(t) or t.verdict.claim.span[0] < FOREMOST], titled, composer, market=reported(trend))
        told = [*summed, *([news] if news is not None else []), *told]
        told += figures(gathered(fresh), composer, once, before=measured.beat(teller.lang))
    relations = [r for r in panel.relations if r.kind != "competes"] if reported(trend) else panel.relations
    told += told_ties(relations, {*trend.players, *titled}, p.persons, teller, once)
    teller.before = None
    changed = [t for t in mine if t.family == "conversion" and t.verdict.label == "supported"]
    told += told_open(opens, composer, panel.relations, changed, OPENS, once)
    told += first((correction(t, composer) for t in distinct([t for t in mine if t.verdict.label == "refuted"])), WRONGS)
    told += [view(v, teller, p.article(v.article), p.of(v.article)) for v in views]
    subjects = {t.claim.subject.id for t in opens[:OPENS]} | {x.claim.subject.id for b in ranked[:FIGURES] for x in b.parts}
    given = {i for s in told for i in s.claims}
    moved = {(t.claim.subject.id, t.claim.when.end) for t in held if t.id in given and t.family == "change" and t.claim.when is not None and t.claim.basis in (None, "close")}
    about = main or titled or {x for x in subjects if x is not None}
    told += measured.reactions(panel, teller, once, about if told else {*about, *trend.players}, moved, sure=not told)
    if not told:
        return None
    head = weekly.heading(trend, main, summed) if weekly is not None and summed else None
    spoken_of = [t for t in asked if t.id in given or given & {*t.also}]
    head = head or heading(p, trend, given_first, spoken_of, panel.relations, views, p.found.houses, teller, measured.newest, asked)
    told.sort(key=lambda s: not (s.role == "relation" and bool(set(s.quotes) & set(head.quotes))))
    if not reported(trend):
        title = p.article(articles[0]).article
        behind = not any(s.role in PROVED for s in told)
        paid = measured.pays(trend, panel, p.found.houses, (title.id, 0, len(title.title)), teller, once, behind=behind)
        told += [paid] if paid is not None else []
    told += measured.exposure(panel, teller, once, titled | set(trend.players[:3]))
    told += dated(p, [e for e in panel.catalysts if {*e.bears_on} & {*titled, *(x for s in trend.stories for x in s.players)}], teller)
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


def dated(p: Programme, events: Iterable[Catalyst], teller: Teller) -> list[Sentence]:
    """The dates ahead of a trend's own players."""
    seen: set[object] = set()
    return first((date_ahead(p, e, teller, seen) for e in events), DATES)


def at_home(held: Sequence[Told], trend: Trend, p: Programme) -> list[Told]:
    """What a report on a market tells: a share that a story is about is left to it, and one of another market that a
    title names."""
    markets = {s.market for s in trend.stories}
    others = [t for t in p.trends[:TRENDS] if t.id != trend.id]
    named = frozenset().union(*(in_titles(p, t) for t in others))
    elsewhere_told = frozenset().union(*(heroes(owned(p, [a for s in t.stories for a in s.articles]), in_titles(p, t)) for t in others if not reported(t)))
    return [
        t for t in held
        if (i := t.claim.subject.id) not in elsewhere_told and (i not in named or instruments.calendar_of(i or "") in markets)
    ]  # fmt: skip


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


def settled(t: Told, held: Sequence[Told], opens: Sequence[Told]) -> bool:
    """Whether a forecast speaks of a figure that is out by now."""
    c = t.claim
    out = [*(h for h in held if h.family == "macro"), *(o for o in opens if o.family == "fundamentals" and o.claim.certainty == "asserted" and o.claim.subject.id is not None)]
    return t.family == "forecast" and any((x.claim.metric, x.claim.when, x.claim.subject.id) == (c.metric, c.when, c.subject.id) for x in out)


def first(made: Iterable[Sentence | None], most: int) -> list[Sentence]:
    """The first so many sentences that could be made, none twice."""
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
    return beat.kind in ("board", "consensus", "mixed", "run") or (beat.kind == "close" and (beat.subject or "").startswith("INDEX:") and beat.subject not in GAUGES)


def value(beat: Beat, trend: Trend, p: Programme, titled: Collection[str]) -> float:
    """A beat is worth its best claim, and a little more for each further one; a market's board opens its report."""
    scores = sorted((worth(t.verdict, trend, p, t.article, titled) for t in beat.parts), reverse=True)
    return scores[0] + 0.4 * (len(scores) - 1) + (BOARD if beat.kind in ("board", "mixed", "run") and reported(trend) else CONSENSUS if beat.kind == "consensus" else 0)
