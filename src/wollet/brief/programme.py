"""A day's programme: its trends, every claim under one number, and the briefing told in each language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from wollet.brief.panels import Found, Panel, found, panel
from wollet.model.article import Article
from wollet.model.briefing import Briefing, Sentence
from wollet.model.market import MarketData
from wollet.model.story import Catalyst, Checked, Trend
from wollet.model.time import Window
from wollet.model.verdict import Verdict

DAYS = 7
"""A programme tells the articles of so many days, its own last; older ones are its history."""
HISTORY = 30
"""Days before the programme's own whose stories a trend may have begun with."""
TRENDS = 8


class Programme(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the pages of a day are drawn from."""

    date: dt.date
    checked: tuple[Checked, ...]
    trends: tuple[Trend, ...]
    claims: tuple[tuple[str, str, Verdict], ...]
    """(claim id, article id, verdict), numbered through the whole day."""
    briefings: tuple[Briefing, ...] = ()
    panels: tuple[Panel, ...] = ()
    found: Found = Found()
    as_of: dt.datetime | None = None
    told: frozenset[str] = frozenset()
    """Articles that are told; the others are history."""

    places: dict[str, Checked] = {}
    """Articles by id."""
    owned: dict[str, list[tuple[str, Verdict]]] = {}
    """The numbered claims of each told article."""
    persons: frozenset[str] = frozenset()
    """The persons that the articles name."""
    week: Window | None = None
    """The week that is summed up, where the articles are of one."""

    def of(self, article: str) -> list[tuple[str, Verdict]]:
        return self.owned.get(article, [])

    def article(self, id: str) -> Checked:
        return self.places[id]

    def panel(self, trend: str) -> Panel:
        return next((p for p in self.panels if p.trend == trend), Panel(trend=trend))

    def trend(self, id: str) -> Trend:
        return next(t for t in self.trends if t.id == id)


def event_of(p: Programme, s: Sentence) -> Catalyst | None:
    """The date ahead that a sentence tells."""
    for e in p.found.catalysts:
        if s.claims and e.claim is not None and e.article in p.told and p.of(e.article)[e.claim][0] == s.claims[0]:
            return e
        if not s.claims and s.quotes and (e.article, *e.span) == s.quotes[0]:
            return e
    return None


def day_of(article: Article) -> dt.date:
    """The day that an article belongs to: its own, where it was published."""
    return article.published.date()


def programme(
    checked: Sequence[Checked], market: MarketData | None, *, langs: Sequence[str], date: dt.date | None = None, days: int = DAYS
) -> Programme:
    """The programme of some checked articles; without a date, of the day that the newest one was published on.

    Articles of later days are left out.  Raises ValueError where none is left.
    """
    from wollet.brief.telling import tell
    from wollet.brief.ties import people
    from wollet.brief.together import together
    from wollet.brief.week import week_of
    from wollet.story.cluster import stories
    from wollet.story.trends import trends

    if date is None:
        if not checked:
            raise ValueError("no article to tell: give at least one input that can be read")
        date = max(day_of(c.article) for c in checked)
    kept = [c for c in distinct(checked) if date - dt.timedelta(days=HISTORY) < day_of(c.article) <= date]
    told = {c.article.id for c in kept if day_of(c.article) > date - dt.timedelta(days=days)}
    if not told:
        raise ValueError(f"no article of {date} or the {days - 1} days before it: give another --date, or leave it out")
    claims: list[tuple[str, str, Verdict]] = []
    owned: dict[str, list[tuple[str, Verdict]]] = {}
    for c in kept:
        if c.article.id in told:
            mine = owned[c.article.id] = [(f"c{len(claims) + n}", v) for n, v in enumerate(c.verdicts, 1)]
            claims += [(id, c.article.id, v) for id, v in mine]
    as_of = max(c.article.published for c in kept)
    grouped = [t for t in trends(stories(kept, market), market) if any(a in told for s in t.stories for a in s.articles)]
    every = found([c for c in kept if c.article.id in told], date)
    plain = Programme(date=date, checked=tuple(kept), trends=(), claims=(), told=frozenset(told), places={c.article.id: c for c in kept})
    grouped = together(grouped, plain, every.houses, market)
    shown = grouped[:TRENDS]
    base = Programme(
        date=date, checked=tuple(kept), trends=tuple(grouped), claims=tuple(claims), found=every, as_of=as_of, told=frozenset(told),
        places={c.article.id: c for c in kept}, owned=owned, persons=people(kept), week=week_of((c.article for c in kept if c.article.id in told), date),
        panels=tuple(panel(t, every, kept, market, as_of, langs) for t in shown),
    )  # fmt: skip
    return msgspec.structs.replace(base, briefings=tuple(tell(base, lang, market) for lang in langs))


def distinct(checked: Sequence[Checked]) -> list[Checked]:
    """Articles in order of publication, a repeated id told apart by a number."""
    seen: dict[str, int] = {}
    out = []
    for c in sorted(checked, key=lambda c: (c.article.published, c.article.id)):
        n = seen[c.article.id] = seen.get(c.article.id, 0) + 1
        if n > 1:
            c = msgspec.structs.replace(c, article=msgspec.structs.replace(c.article, id=f"{c.article.id}#{n}"))
        out.append(c)
    return out
