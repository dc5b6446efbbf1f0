"""A day's programme: its trends, every claim under one number, and the briefing told in each language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from wollet.brief.compose import Teller
from wollet.model.article import ZONE
from wollet.model.briefing import Briefing, Section, Sentence
from wollet.model.market import MarketData
from wollet.model.story import Checked, Story, Trend, View
from wollet.model.verdict import Verdict
from wollet.story.catalysts import catalysts
from wollet.story.cluster import stories
from wollet.story.names import display, wording
from wollet.story.trends import trends
from wollet.story.views import views

FIGURES, OPENS, VIEWS, TRENDS = 6, 3, 3, 8
WEIGHT = {
    "period_return": 6, "record": 6, "change": 5, "rank": 5, "market_cap": 5, "level": 3, "conversion": 3, "fundamentals": 4, "macro": 4,
    "streak": 4, "flow": 3, "deal": 4, "share": 2, "forecast": 3, "calendar": 1, "other": 0,
}  # fmt: skip


class Programme(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the pages of a day are drawn from."""

    date: dt.date
    checked: tuple[Checked, ...]
    trends: tuple[Trend, ...]
    claims: tuple[tuple[str, str, Verdict], ...]
    """(claim id, article id, verdict), numbered through the whole day."""
    briefings: tuple[Briefing, ...]

    def of(self, article: str) -> list[tuple[str, Verdict]]:
        return [(id, v) for id, a, v in self.claims if a == article]

    def article(self, id: str) -> Checked:
        return next(c for c in self.checked if c.article.id == id)


def programme(
    checked: Sequence[Checked], market: MarketData | None, *, langs: Sequence[str], date: dt.date | None = None
) -> Programme:
    """The programme of some checked articles; without a date, of the day that the newest one was published on."""
    unique = distinct(checked)
    if date is None:
        newest = max((c.article for c in unique), key=lambda a: a.published)
        date = newest.published.date()
    claims: list[tuple[str, str, Verdict]] = []
    for c in unique:
        claims += [(f"c{len(claims) + n}", c.article.id, v) for n, v in enumerate(c.verdicts, 1)]
    found = trends(stories(unique, market), market)
    base = Programme(date=date, checked=tuple(unique), trends=tuple(found), claims=tuple(claims), briefings=())
    said = views(unique)
    return msgspec.structs.replace(base, briefings=tuple(brief(base, lang, said) for lang in langs))


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


def brief(p: Programme, lang: str, said: Sequence[View]) -> Briefing:
    """The briefing in one language."""
    teller = Teller(lang, p.date, wording(p.checked, lang))
    sections = [s for t in p.trends[:TRENDS] if (s := section(p, t, teller, said)) is not None]
    ahead: list[Sentence] = []
    for event in catalysts(p.checked, p.date):
        ids = p.of(event.article)
        if event.claim is not None and (s := teller.ahead(ids[event.claim][1], ids[event.claim][0])) is not None:
            ahead.append(s)
    return Briefing(date=p.date, lang="ko" if lang == "ko" else "en", sections=tuple(sections), ahead=tuple(ahead[:12]))


def section(p: Programme, trend: Trend, teller: Teller, said: Sequence[View]) -> Section | None:
    """One trend: its strongest proved figures, then what is open, then what was wrong, then who thinks what."""
    articles = [a for s in trend.stories for a in s.articles]
    owned = [(id, v) for a in articles for id, v in p.of(a)]
    order = sorted(owned, key=lambda x: (-worth(x[1], trend), x[0]))
    proved = _told([x for x in order if x[1].label == "supported"], teller, FIGURES)
    open_ = _told([x for x in order if x[1].label == "undecided" and x[1].reason != "no_data"], teller, OPENS)
    wrong = _told([x for x in order if x[1].label == "refuted"], teller, OPENS)
    opinions = [teller.view(v) for v in said if v.article in articles][:VIEWS]
    told = [*proved, *open_, *wrong, *opinions]
    if not told:
        return None
    return Section(
        id=trend.id, head=headline(p, trend, teller), sentences=tuple(told), players=trend.players, articles=tuple(articles)
    )


def headline(p: Programme, trend: Trend, teller: Teller) -> Sentence:
    """The players of a trend as its heading; it rests on the title of its first article."""
    names = list(dict.fromkeys(teller.spelled.get(x) or display(x, teller.lang) for x in trend.players[:3]))
    first = p.article(trend.stories[0].articles[0]).article
    text = ", ".join(names) if names else first.title
    return Sentence(text=text, lang="ko" if teller.lang == "ko" else "en", role="lead", quotes=((first.id, 0, len(first.title)),))


def worth(v: Verdict, trend: Trend) -> float:
    """How much a claim deserves telling: its family, whether it is of a leading player, how large it is."""
    from wollet.claim.family import family_of

    name = family_of(v.claim).name
    score = float(WEIGHT.get(name, 1))
    if v.claim.subject.id in trend.players[:4]:
        score += 2
    q = v.claim.quantity
    if q is not None and q.unit == "percent" and q.low is not None and name in ("change", "period_return"):
        score += min(float(q.low) / 10, 4)
    return score


def _told(claims: Sequence[tuple[str, Verdict]], teller: Teller, most: int) -> list[Sentence]:
    """Sentences of the first claims that have words; the same statement is told once."""
    out: list[Sentence] = []
    seen: set[tuple[object, ...]] = set()
    for id, v in claims:
        q = v.claim.quantity
        same = (v.claim.subject.id or v.claim.subject.name, q.low if q else None, q.high if q else None, q.unit if q else v.claim.when)
        if same in seen or len(out) >= most:
            continue
        s = teller.claim(v, id)
        if s is not None:
            seen.add(same)
            out.append(s)
    return out


def story_of(p: Programme, article: str) -> Story | None:
    return next((s for t in p.trends for s in t.stories if article in s.articles), None)


def zone_of(lang: str) -> str:
    return ZONE[lang]
