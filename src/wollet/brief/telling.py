"""The programme told in one language: for each trend its heading, what is proved, what is open, what was wrong, who is
with whom, who thinks what, what the market made of it, and what it touches at home."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wollet.brief import phrases as P
from wollet.brief.beats import DIRECTED, Beat, Told, beats, distinct, fact
from wollet.brief.compose import Composer
from wollet.brief.figures import figure
from wollet.brief.market import Measured
from wollet.brief.programme import TRENDS, Programme
from wollet.brief.teller import Teller, capital, josa, teller_of
from wollet.model.briefing import Briefing, Section, Sentence
from wollet.model.market import MarketData
from wollet.model.story import Catalyst, Relation, Trend, View
from wollet.model.time import Window
from wollet.model.verdict import Verdict
from wollet.reference import instruments

FIGURES, OPENS, WRONGS, VIEWS, RELATIONS, AHEAD = 7, 3, 4, 3, 3, 12
WEIGHT = {
    "period_return": 5, "record": 6, "change": 5.5, "rank": 5, "market_cap": 5, "level": 3, "conversion": 3, "fundamentals": 4.5, "macro": 6,
    "streak": 4, "flow": 3, "deal": 4, "share": 2, "forecast": 3, "calendar": 1, "other": 0, "breadth": 2, "arithmetic": 1, "elapsed": 0.5,
}  # fmt: skip
KEPT_OPEN = frozenset(("fundamentals", "market_cap", "deal"))
"""Families of which the day's report is told although no series at hand answers it: charged, never as fact."""
SHORTEST, LONGEST_NAME = 3, 60
LONGEST_EVENT = 7
"""Days: what is only known to fall in some month is an outlook, no date."""
GAUGES = frozenset(("INDEX:VIX", "INDEX:VKOSPI"))
"""Indices of nerves rather than of prices: told beside the market, never at its head."""
ORDER = {"talks": 0, "invests": 0, "acquires": 0, "supplies": 1, "buys": 2, "partners": 2, "competes": 3, "sues": 0, "regulates": 1}


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
    mine.sort(key=lambda t: (-worth(t.verdict, trend, p, t.article), t.id))
    composer, panel = Composer(teller), p.panel(trend.id)
    indices = frozenset(i for t in mine if (i := t.claim.subject.id) and i.startswith("INDEX:"))
    proved = beats(distinct([t for t in mine if t.verdict.label == "supported" and t.family not in ("calendar", "elapsed")]), indices)
    ranked = sorted(proved, key=lambda b: (-value(b, trend, p), b.ids))
    head = headline(p, trend, ranked, teller)
    told = figures([b for b in ranked if not {fact(x) for x in b.parts} <= once], composer, once)
    told += quoted_relations(panel.relations, teller, once)
    opens = distinct([t for t in mine if t.verdict.label == "undecided" and (t.verdict.reason not in ("no_data", "ambiguous") or (t.verdict.reason == "no_data" and t.family in KEPT_OPEN)) and t.family not in ("calendar", "elapsed", "other", "arithmetic")])
    told += first(map(composer.open, opens), OPENS)
    told += first(map(composer.correction, distinct([t for t in mine if t.verdict.label == "refuted"])), WRONGS)
    told += [view(v, teller) for v in spoken(panel.views, VIEWS)]
    meant = in_titles(p, trend) | {i for b in ranked for x in b.parts if (i := x.claim.subject.id) is not None}
    told += measured.reactions(panel, teller, once, meant)
    told += measured.basket(trend, panel, teller)
    told += measured.exposure(panel, teller, once)
    if not told:
        return None
    return Section(id=trend.id, head=head, sentences=tuple(told), players=trend.players, articles=tuple(articles))


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
        n = composer.t.number(f"link|{beat.ids}", 3)
        link = "none" if not out or linked else "against" if turned else "along" if n == 0 else "none"
        s = composer.sentence(beat, link=link)
        if s is not None and s.text not in {o.text for o in out}:
            out.append(s)
            once |= {fact(x) for x in beat.parts}
            last, linked = beat.direction, link != "none"
    return out


def first(made: Iterable[Sentence | None], most: int) -> list[Sentence]:
    out: list[Sentence] = []
    for s in made:
        if s is not None and s.text not in {o.text for o in out}:
            out.append(s)
        if len(out) >= most:
            break
    return out


def headline(p: Programme, trend: Trend, ranked: Sequence[Beat], teller: Teller) -> Sentence:
    """A trend's heading: its strongest proved figure, else its players; it rests on the claims, else on the first title."""
    for beat in ranked:
        t = beat.parts[0]
        c, name = t.claim, teller.name(t.claim)
        if name is None or c.quantity is None or c.negated or c.subject.id is None or c.subject.id in GAUGES:
            continue
        if c.quantity.unit == "percent" and t.family == "change" and (c.quantity.low or 0) < 1:
            continue
        fig = figure(c.quantity, teller.lang)
        key = None
        if t.family == "change" and c.direction in DIRECTED and c.basis in (None, "close"):
            key = f"head_{c.direction}"
        elif t.family == "period_return" and c.direction in DIRECTED:
            key = f"head_period_{c.direction}"
        elif t.family == "fundamentals" and c.metric in P.METRICS and c.direction is None:
            key = "head_metric"
        if key and fig:
            parts = {"S": name, "fig": fig, "amt": figure(c.quantity, teller.lang, bare=True) or "", "span": teller.stretch(c),
                     "metric": P.METRICS.get(c.metric, ("", ""))[0 if teller.ko else 1]}  # fmt: skip
            text = teller.say(key, str(c), parts)
            return Sentence(text=text, lang=teller.lang, role="lead", claims=(t.id,))
    titled = in_titles(p, trend)
    known = [x for x in trend.players if instruments.get(x) is not None] or trend.players
    players = sorted(known, key=lambda x: x not in titled)
    names = list(dict.fromkeys(n for x in players if (n := nameable(x, teller)) is not None))[:3]
    told = [p.article(a).article for s in trend.stories for a in s.articles if a in p.told]
    article = next((a for a in told if a.lang == teller.lang), told[0])
    end = len(article.title)
    text = capital(", ".join(names)) if names else ("그 밖의 소식" if teller.ko else "Also in the news")
    return Sentence(text=text, lang=teller.lang, role="lead", quotes=((article.id, 0, end),))


def worth(v: Verdict, trend: Trend, p: Programme, article: str) -> float:
    """How much a claim deserves telling: its family, whether it is of a leading player, how large, how fresh it is."""
    from wollet.claim.family import family_of

    name = family_of(v.claim).name
    score = float(WEIGHT.get(name, 1))
    if v.claim.subject.id in trend.players[:4]:
        score += 2
    if v.claim.subject.id in in_titles(p, trend):
        score += 4
    q = v.claim.quantity
    if q is not None and q.unit == "percent" and q.low is not None and name in ("change", "period_return"):
        score += min(float(q.low) / (6 if name == "change" else 30), 4) - (1.5 if q.low < 1 else 0)
    if v.claim.subject.id in GAUGES:
        score -= 3
    age = (p.date - p.article(article).article.published.date()).days
    return score * 0.95 ** max(age, 0)


def in_titles(p: Programme, trend: Trend) -> frozenset[str]:
    """Who is named in the titles of a trend's articles."""
    from wollet.story.names import named

    found: set[str] = set()
    for s in trend.stories:
        for a in s.articles:
            if a in p.told:
                c = p.article(a)
                end = len(c.article.title) + (c.article.text.find(c.article.title) if c.article.title in c.article.text else 0)
                found |= {k for m, k in named(c) if m.start < end}
    return frozenset(found)


def value(beat: Beat, trend: Trend, p: Programme) -> float:
    """A beat is worth its best claim, and a little more for each further one."""
    scores = sorted((worth(t.verdict, trend, p, t.article) for t in beat.parts), reverse=True)
    return scores[0] + 0.4 * (len(scores) - 1) + (1 if beat.kind == "board" else 0)


def quoted_relations(relations: Sequence[Relation], teller: Teller, once: set[object]) -> list[Sentence]:
    """Who is with whom, each resting on its sentence in an article."""
    out: list[Sentence] = []
    seen: set[frozenset[str]] = set()
    table = P.RELATION_KO if teller.ko else P.RELATION_EN
    for r in sorted(relations, key=lambda r: (ORDER.get(r.kind, 4), -len(r.articles), r.actor, r.target)):
        pair = frozenset((r.actor, r.target))
        a, b = nameable(r.actor, teller), nameable(r.target, teller)
        if pair in seen or (r.kind, a, b) in once or (r.kind, b, a) in once or r.status == "ended" or r.kind not in table or a is None or b is None or len(out) >= RELATIONS:
            continue
        seen.add(pair)
        once.add((r.kind, a, b))
        text = teller.say(r.kind, f"{r.actor}|{r.target}", {"A": a, "B": b}, table)
        out.append(Sentence(text=text, lang=teller.lang, role="relation", quotes=((r.article, *r.span),)))
    return out


def nameable(id: str, teller: Teller) -> str | None:
    """A player's name in this language, or nothing where there is none."""
    return teller.called(id) if teller.sayable(id) else None


def spoken(views: Sequence[View], most: int) -> list[View]:
    """Views of both sides in turn, each speaker once, in the speaker's own words only."""
    seen: set[str] = set()
    sides: dict[str, list[View]] = {}
    for v in views:
        if v.quoted and v.speaker not in seen:
            seen.add(v.speaker)
            sides.setdefault(v.stance, []).append(v)
    out: list[View] = []
    while len(out) < most and any(sides.values()):
        for side in list(sides):
            if sides[side] and len(out) < most:
                out.append(sides[side].pop(0))
    return out


def view(v: View, teller: Teller) -> Sentence:
    """A view in its holder's own words, the holder named."""
    if teller.ko:
        who = " ".join(x for x in (v.org, v.speaker, v.role) if x)
    else:
        who = ", ".join(x for x in (v.speaker, v.role, v.org) if x)
    text = teller.say("view", v.quote, {"who": josa(who, "은는") if teller.ko else who, "words": v.quote})
    return Sentence(text=text, lang=teller.lang, role="view", quotes=((v.article, *v.span),))


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
    rate = next((i for x in e.bears_on[:2] if (i := instruments.get(x)) is not None and i.kind == "rate"), None)
    if rate is not None:
        area = P.AREAS.get(rate.country or "") or P.AREAS["KR" if rate.currency == "KRW" else "US"]
        return f"{area[0]} 통화정책 회의" if teller.ko else f"{area[1]} policy meeting"
    kind = P.EVENTS.get(e.kind)
    said = " ".join(e.text.split())
    own = lang == teller.lang and SHORTEST <= len(said) <= LONGEST_NAME and said not in own_names(e, names)
    if names and kind is not None and not (own and e.kind == "event"):
        word = kind[0 if teller.ko else 1]
        return f"{names[0]} {word}" if teller.ko else f"{names[0]}’s {word}"
    if not own:
        return None
    return said if not names or any(n.removeprefix("the ") in said for n in names) else f"{names[0]}, {said}"
