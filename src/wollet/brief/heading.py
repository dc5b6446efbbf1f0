"""What a trend is called: a market's day by its index, a story by who deals with whom and by its strongest proved figure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from wollet.brief import phrases as P
from wollet.brief.beats import DIRECTED, GAUGES, Beat, Told, growth, size
from wollet.brief.compose import Composer
from wollet.brief.exact import exact
from wollet.brief.figures import figure
from wollet.brief.korean import josa
from wollet.brief.panels import reported
from wollet.brief.phrases_ties import HEAD_EN, HEAD_KO
from wollet.brief.programme import Programme
from wollet.brief.teller import Teller, capital
from wollet.brief.ties import grouped, listed
from wollet.brief.voices import who
from wollet.brief.worthy import foretold, named_base
from wollet.model.briefing import Sentence
from wollet.model.story import Relation, Trend, View
from wollet.model.verdict import Verdict
from wollet.reference import instruments
from wollet.story.names import is_company

FITS = {"ko": 46, "en": 84}
MAIN_FIGURES = frozenset(("revenue", "sales", "operating_profit", "operating_income", "net_income", "net_profit"))
NEWS = frozenset(("agreed", "reported", "planned"))
"""How far a tie has got that is news; one that is in place is background, but for a purchase, talks and a lawsuit."""
EVENTS = frozenset(("acquires", "talks", "sues"))
TOPICS, LOOKED = 2, 8
TELLING = 2
"""Percent: a session that only we measured heads a trend from so large a move on."""


def heading(
    p: Programme, trend: Trend, ranked: Sequence[Beat], opens: Sequence[Told], relations: Sequence[Relation], views: Sequence[View], houses: Collection[str],
    teller: Teller, own: Mapping[str, tuple[str, Verdict]], untold: Sequence[Told] = (),
) -> Sentence:
    """A trend's heading; it rests on the claims it names, on the passages of its tie, else on the first title.  `own` are
    the newest sessions that only we measured, `untold` open statements that only say what the trend is on."""
    if reported(trend):
        made = day_of_market(trend, ranked, teller, own)
        if made is not None:
            return made
    tie = tied(relations, [x for x in trend.players if x not in houses], p.persons, teller)
    titled = in_titles(p, trend) - frozenset(houses)
    found = figured(ranked, teller, titled or None, own)
    if tie is None and all(told.family == "level" for told in figure_of(found, ranked)):
        instead = opened(opens, Composer(teller), titled)
        found = [] if instead is not None and any(t.id in instead.claims and t.claim.metric in MAIN_FIGURES for t in opens) else found
    joint = "…" if teller.ko else "; "
    parts = ([tie] if tie is not None else []) + [(text, ids) for text, ids, _ in found]
    text, (claims, quotes) = parts[0][0] if parts else "", ((), tie[1]) if tie is not None else (found[0][1], ()) if found else ((), ())
    for more, ids in parts[1:2]:
        if len(text) + len(more) + 2 <= FITS[teller.lang]:
            text, claims = f"{text}{joint}{more}", (*claims, *ids)
    if text:
        return Sentence(text=capital(text), lang=teller.lang, role="lead", claims=claims, quotes=quotes)
    return opened(opens, Composer(teller), titled) or by_view(p, views, opens, teller) or by_topic(p, trend, [*opens, *untold], titled, houses, teller)


def figure_of(found: Sequence[tuple[str, tuple[str, ...], str]], ranked: Sequence[Beat]) -> list[Told]:
    """The statements that some words of a heading rest on."""
    ids = {i for _, claims, _ in found for i in claims}
    return [t for b in ranked for t in b.parts if t.id in ids]


def opened(opens: Sequence[Told], composer: Composer, titled: Collection[str]) -> Sentence | None:
    """"하나금융 2024년 순이익 9% 증가 보도": the first open figure of one of the title's companies, told as reported."""
    t = composer.t
    for x in sorted(opens[:LOOKED], key=lambda x: (x.claim.metric not in MAIN_FIGURES, x.claim.subject.id is None)):
        c, q, name = x.claim, x.claim.quantity, t.name(x.claim)
        if q is not None and name is not None and x.family == "forecast" and c.subject.kind == "series" and q.unit != "count" and (amt := figure(q, t.lang, bare=True)):
            return Sentence(text=capital(t.say("head_series", str(c), {"M": name, "amt": amt})), lang=t.lang, role="lead", claims=(x.id, *x.also))
        if q is None or name is None or c.metric not in P.METRICS or (titled and (c.subject.id or c.subject.name) not in titled) or x.family not in ("fundamentals", "forecast"):
            continue
        moving = growth(x)
        if (not moving and q.unit in ("percent", "count", "")):
            continue
        if name.endswith(P.METRICS[c.metric][0 if t.ko else 1]):
            continue
        kind = f"head_outlook_{c.direction}" if moving and foretold(x) else f"head_open_{c.direction}" if moving else "head_open_outlook" if foretold(x) and not c.metric.startswith("dividend") else "head_open_amount"
        parts = composer.parts(x, t.label(c.subject.id) if c.subject.id else name)
        if c.when is None or c.when.start == c.when.end:
            parts["span"] = ""
        if parts["fig"] and parts["metric"]:
            return Sentence(text=capital(t.say(kind, str(c), parts)), lang=t.lang, role="lead", claims=(x.id, *x.also))
    return None


def day_of_market(trend: Trend, ranked: Sequence[Beat], teller: Teller, own: Mapping[str, tuple[str, Verdict]]) -> Sentence | None:
    """"뉴욕증시, 나스닥지수 1.80% 하락"; a figure of the economy that came with it stands first."""
    market = Counter(s.market for s in trend.stories if s.market).most_common(1)[0][0]
    moves = [Told(id, v, "", teller.lang) for id, v in own.values()]
    moves += [x for beat in ranked for x in beat.parts if x.family == "change" and x.claim.basis in (None, "close") and x.claim.subject.id not in own]
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
        mark = peak(ranked, t)
        if mark is not None:
            text, ids = text + ("…사상 최고치" if teller.ko else " to a record"), (t.id, mark.id)
        news = surprise(ranked, teller)
        if news is not None:
            return Sentence(text=capital(f"{news[0]}{'…' if teller.ko else '; '}{text}"), lang=teller.lang, role="lead", claims=(*news[1], *ids))
        place = P.MARKETS.get(instruments.calendar_of(id), ("", ""))[0 if teller.ko else 1]
        joint = ", " if teller.ko else ": "
        return Sentence(text=capital(f"{place}{joint}{text}" if place else text), lang=teller.lang, role="lead", claims=ids)
    return None


def peak(ranked: Sequence[Beat], move: Told) -> Told | None:
    """The record of all time that an index's move led to."""
    for t in (x for b in ranked for x in b.parts if x.family == "record"):
        c = t.claim
        same = c.subject.id == move.claim.subject.id and c.when is not None and move.claim.when is not None and c.when.end == move.claim.when.end
        if same and getattr(c, "historic", False) and getattr(c, "event", "") == "high" and c.basis in (None, "close") and not c.negated:
            return t
    return None


def surprise(ranked: Sequence[Beat], teller: Teller) -> tuple[str, tuple[str, ...]] | None:
    """"미국 소비자물가 상승률 3.1%, 예상 웃돌아": a figure of the economy that came on the day, against what was expected."""
    beat = next((b for b in ranked[:6] if b.kind == "consensus"), None)
    if beat is None:
        return None
    c, q, other = beat.parts[0].claim, beat.parts[0].claim.quantity, beat.parts[1].claim.quantity
    name = teller.name(c)
    if name is None or q is None or other is None or q.low is None or other.low is None:
        return None
    kind = "over" if q.low > other.low else "under" if q.low < other.low else "met"
    return teller.say(f"head_consensus_{kind}", str(c), {"M": name, "amt": figure(q, teller.lang, bare=True) or ""}), (beat.parts[0].id, beat.parts[1].id)


def tied(
    relations: Sequence[Relation], players: Sequence[str], persons: Collection[str], teller: Teller
) -> tuple[str, tuple[tuple[str, int, int], ...]] | None:
    """The newsiest tie of a leading player in a few words, and the passages that state it."""
    table = HEAD_KO if teller.ko else HEAD_EN
    leading = set(players)
    for lead, group in grouped([r for r in relations if r.kind in table and (r.status in NEWS or (r.status == "done" and r.kind in EVENTS))], teller, persons):
        ends = {lead, *(r.target if r.actor == lead else r.actor for r in group)}
        if lead in persons or len(ends & leading) < 2:
            continue
        others = [r.target if r.actor == lead else r.actor for r in group]
        names = [teller.label(x) for x in others]
        text = teller.say("it", lead, {"A": teller.label(lead), "B": "·".join(names) if teller.ko else listed(names, ko=False)}, {"it": (table[group[0].kind],)})
        return text, tuple((r.article, *r.span) for r in group)
    return None


def figured(ranked: Sequence[Beat], teller: Teller, among: Collection[str] | None, own: Mapping[str, tuple[str, Verdict]]) -> list[tuple[str, tuple[str, ...], str]]:
    """The strongest proved figures that a heading can carry, (words, claims, subject): of the title's companies, then its
    indices, where it has any; of each subject one."""
    out: list[tuple[str, tuple[str, ...], str]] = []
    ours = sorted((Told(id, v, "", teller.lang) for id, v in own.values()), key=lambda t: -size(t))
    ordered = sorted([*ranked, *(Beat("single", (t,)) for t in ours if size(t) >= TELLING)], key=lambda b: (among is not None and b.subject not in among, (b.subject or "").startswith("INDEX:")))
    for wanted in ([among, None] if among else [None]):
        for beat in ordered:
            beat = latest(beat, ordered)
            t = beat.parts[0]
            c, name = t.claim, teller.name(t.claim)
            if name is None or c.quantity is None or c.negated or c.subject.id is None or c.subject.id in GAUGES:
                continue
            if (wanted is not None and c.subject.id not in wanted) or c.subject.id in {x for _, _, x in out}:
                continue
            if t.family == "change" and (c.quantity.unit != "percent" or ((c.quantity.low or 0) < 1 and is_company(c.subject.id))):
                continue
            fig = figure(c.quantity, teller.lang)
            kind = headed(t)
            if kind and fig:
                level = figure(exact(t.verdict) or c.quantity, teller.lang, bare=True) or ""
                teller.last_day = c.when.end if c.when is not None else None
                parts = {"S": teller.label(c.subject.id), "fig": fig, "amt": Composer(teller).parts(t, "")["amt"] if kind == "head_cross" else level, "level": level, "span": teller.stretch(c),
                         "metric": P.METRICS.get(c.metric, ("", ""))[0 if teller.ko else 1]}  # fmt: skip
                out.append((teller.say(kind, str(c), parts), (t.id,), c.subject.id))
        if out:
            break
    teller.last_day = None
    return out


def latest(beat: Beat, among: Sequence[Beat]) -> Beat:
    """Of the sessions of one subject the newest, however much an earlier one moved."""
    kin = [b for b in among if b.priced and b.subject == beat.subject] if beat.priced else []
    return max(kin, key=lambda b: b.parts[0].claim.when.end if b.parts[0].claim.when else dt.date.min, default=beat)


def headed(t: Told) -> str | None:
    """The kind of heading that a proved figure makes."""
    c = t.claim
    if t.family == "change" and c.direction in DIRECTED and c.basis in (None, "close") and not getattr(c, "reached", False):
        return f"head_{c.direction}"
    if t.family == "period_return" and c.direction in DIRECTED and (c.quantity is None or c.quantity.unit != "ratio"):
        return f"head_period_{c.direction}"
    if t.family == "record" and getattr(c, "event", "") == "cross" and c.direction == "up" and c.metric == "market_cap":
        return "head_cross"
    if t.family == "fundamentals" and c.metric in P.METRICS and c.direction is None:
        return "head_metric"
    if t.family == "level" and c.basis in (None, "close"):
        return "head_level" if c.metric == "price" else "head_at" if c.metric in ("fx_rate", "commodity_price") else None
    return None


def by_view(p: Programme, views: Sequence[View], opens: Sequence[Told], teller: Teller) -> Sentence | None:
    """"하나은행 김하나 이코노미스트의 시각": of a trend that has nothing but what somebody says."""
    if opens or not views:
        return None
    names = [who(v, teller, p.article(v.article)).rstrip(",") for v in views[:TOPICS]]
    both = len({v.stance for v in views[:TOPICS]}) > 1
    told = f"{josa(names[0], '과와')} {names[1]}" if teller.ko and len(names) > 1 else listed(names, teller.ko)
    text = f"{told}의 {'엇갈린 시각' if both else '시각'}" if teller.ko else f"{'Two views' if both else 'The view'}: {told}"
    return Sentence(text=capital(text), lang=teller.lang, role="lead", quotes=tuple((v.article, *v.span) for v in views[:TOPICS]))


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
    topics = list(dict.fromkeys(P.TOPICS[key][k] for t in opens for key in (t.claim.metric, t.family, named_base(t.claim)) if key in P.TOPICS))[:TOPICS]
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
