"""What a trend is called: a market's day by its index, a story by who deals with whom and by its strongest proved figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from wollet.brief import phrases as P
from wollet.brief.beats import DIRECTED, Beat, Told
from wollet.brief.figures import figure
from wollet.brief.panels import reported
from wollet.brief.phrases_ties import HEAD_EN, HEAD_KO
from wollet.brief.programme import Programme
from wollet.brief.teller import Teller, capital
from wollet.brief.ties import grouped, listed, people
from wollet.model.briefing import Sentence
from wollet.model.story import Relation, Trend
from wollet.reference import instruments
from wollet.story.names import is_company

GAUGES = frozenset(("INDEX:VIX", "INDEX:VKOSPI"))
"""Indices of nerves rather than of prices: told beside the market, never at its head."""
FITS = {"ko": 46, "en": 84}
SOLID = frozenset(("done", "agreed", "reported", "planned"))
TOPICS, LOOKED = 2, 8


def heading(
    p: Programme, trend: Trend, ranked: Sequence[Beat], opens: Sequence[Told], relations: Sequence[Relation], houses: Collection[str], teller: Teller
) -> Sentence:
    """A trend's heading; it rests on the claims it names, on the passages of its tie, else on the first title."""
    if reported(trend):
        made = day_of_market(trend, ranked, teller)
        if made is not None:
            return made
    tie = tied(relations, [x for x in trend.players if x not in houses], people(p.checked), teller)
    titled = in_titles(p, trend) - frozenset(houses)
    fig = figured(ranked, teller, titled or None)
    if tie is not None and fig is not None and len(tie[0]) + len(fig[0]) + 2 <= FITS[teller.lang]:
        joint = "…" if teller.ko else "; "
        return Sentence(text=capital(tie[0] + joint + fig[0]), lang=teller.lang, role="lead", claims=fig[1], quotes=tie[1])
    if fig is not None and (tie is None or ranked):
        return Sentence(text=capital(fig[0]), lang=teller.lang, role="lead", claims=fig[1])
    if tie is not None:
        return Sentence(text=capital(tie[0]), lang=teller.lang, role="lead", quotes=tie[1])
    return by_topic(p, trend, opens, titled, houses, teller)


def day_of_market(trend: Trend, ranked: Sequence[Beat], teller: Teller) -> Sentence | None:
    """"뉴욕증시, 나스닥지수 1.80% 하락"; a figure of the economy that came with it stands first."""
    markets = Counter(s.market for s in trend.stories if s.market)
    market = markets.most_common(1)[0][0]
    place = P.MARKETS.get(market or "", ("", ""))[0 if teller.ko else 1]
    moves = [x for beat in ranked for x in beat.parts if x.family == "change" and x.claim.basis in (None, "close")]
    for t in sorted(moves, key=lambda t: t.claim.subject.id != P.MAIN.get(market or "")):
        c = t.claim
        id = c.subject.id or ""
        if not id.startswith("INDEX:") or id in GAUGES or c.direction not in DIRECTED or c.quantity is None:
            continue
        name, fig = teller.label(id), figure(c.quantity, teller.lang)
        if fig is None or c.quantity is None or c.quantity.unit != "percent":
            continue
        text = teller.say(f"head_market_{c.direction}", str(c), {"S": name, "fig": fig})
        ids: tuple[str, ...] = (t.id,)
        macro = next((b.parts[0] for b in ranked[:6] if b.kind == "consensus"), None)
        if macro is not None and macro.claim.quantity is not None and (said := teller.name(macro.claim)) is not None:
            amt = figure(macro.claim.quantity, teller.lang, bare=True)
            lead = f"{said} {amt}" if teller.ko else f"{said} at {amt}"
            ids, place = (macro.id, t.id), lead
        joint = ", " if teller.ko or macro is not None else ": "
        return Sentence(text=capital(f"{place}{joint}{text}" if place else text), lang=teller.lang, role="lead", claims=ids)
    return None


def tied(
    relations: Sequence[Relation], players: Sequence[str], persons: Collection[str], teller: Teller
) -> tuple[str, tuple[tuple[str, int, int], ...]] | None:
    """The newsiest tie of a leading player in a few words, and the passages that state it."""
    table = HEAD_KO if teller.ko else HEAD_EN
    leading = set(players)
    for lead, group in grouped([r for r in relations if r.kind in table and r.status in SOLID], teller, persons):
        ends = {lead, *(r.target if r.actor == lead else r.actor for r in group)}
        if lead in persons or len(ends & leading) < 2:
            continue
        others = [r.target if r.actor == lead else r.actor for r in group]
        text = teller.say("it", lead, {"A": teller.label(lead), "B": listed([teller.label(x) for x in others], teller.ko)}, {"it": (table[group[0].kind],)})
        return text, tuple((r.article, *r.span) for r in group)
    return None


def figured(ranked: Sequence[Beat], teller: Teller, among: Collection[str] | None) -> tuple[str, tuple[str, ...]] | None:
    """The strongest proved figure that a heading can carry, of one of the title's companies where it has any."""
    for wanted in ([among, None] if among else [None]):
        for beat in ranked:
            t = beat.parts[0]
            c, name = t.claim, teller.name(t.claim)
            if name is None or c.quantity is None or c.negated or c.subject.id is None or c.subject.id in GAUGES:
                continue
            if wanted is not None and c.subject.id not in wanted:
                continue
            if t.family == "change" and (c.quantity.unit != "percent" or (c.quantity.low or 0) < 1):
                continue
            fig = figure(c.quantity, teller.lang)
            kind = None
            if t.family == "change" and c.direction in DIRECTED and c.basis in (None, "close") and not getattr(c, "reached", False):
                kind = f"head_{c.direction}"
            elif t.family == "period_return" and c.direction in DIRECTED:
                kind = f"head_period_{c.direction}"
            elif t.family == "fundamentals" and c.metric in P.METRICS and c.direction is None:
                kind = "head_metric"
            if kind and fig:
                parts = {"S": teller.label(c.subject.id), "fig": fig, "amt": figure(c.quantity, teller.lang, bare=True) or "", "span": teller.stretch(c),
                         "metric": P.METRICS.get(c.metric, ("", ""))[0 if teller.ko else 1]}  # fmt: skip
                return teller.say(kind, str(c), parts), (t.id,)
    return None


def by_topic(
    p: Programme, trend: Trend, opens: Sequence[Told], titled: Collection[str], houses: Collection[str], teller: Teller
) -> Sentence:
    """"한온시스템 실적과 목표주가": whom the open statements are of, and of what kind they are."""
    k = 0 if teller.ko else 1
    opens = opens[:LOOKED]
    subjects = Counter(x for t in opens if (x := t.claim.subject.id) is not None and x not in houses and teller.sayable(x))
    order = sorted(subjects, key=lambda x: (x not in titled, -subjects[x], x))
    order += [x for x in trend.players if x in titled and x not in order and x not in houses]
    order += [x for x in trend.players if x not in order and x not in houses and instruments.get(x) is not None]
    order = [x for x in order if is_company(x) and teller.sayable(x)] or order or list(trend.players)
    if subjects:
        most = max(subjects.values())
        order = [x for n, x in enumerate(order) if not n or 2 * subjects[x] >= most]
    names = list(dict.fromkeys(teller.label(x) for x in order if teller.sayable(x)))[: 2 if subjects else 3]
    topics = list(dict.fromkeys(P.TOPICS[key][k] for t in opens for key in (t.claim.metric, t.family) if key in P.TOPICS))[:TOPICS]
    told = [p.article(a).article for s in trend.stories for a in s.articles if a in p.told]
    article = next((a for a in told if a.lang == teller.lang), told[0])
    who = "·".join(names) if teller.ko else listed(names, ko=False) if names else ""
    text = f"{who} {listed(topics, ko=True)}" if teller.ko and topics and who else f"{who}: {listed(topics, ko=False)}" if topics and who else who
    text = text or ("그 밖의 소식" if teller.ko else "Also in the news")
    return Sentence(text=capital(text), lang=teller.lang, role="lead", quotes=((article.id, 0, len(article.title)),))


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
