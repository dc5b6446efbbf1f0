"""What the programme itself measures: the session of the news, the market-model surplus, a trend's basket, a home
listing's co-movement.  Each becomes a claim of ours with a proof that replays like any other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import msgspec

from wollet.claim.family import family_named
from wollet.claim.pricing import bar_row, bars_to, show
from wollet.model.claim import Claim, Direction, Subject
from wollet.model.market import Bar, MarketData
from wollet.model.quantity import Interval, Quantity
from wollet.model.story import Reaction
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reading, Row, Verdict
from wollet.reference import instruments
from wollet.verify.judge import compute, weigh

CENT = Decimal("0.01")
OURS = "wollet"
CENTURY = dt.date(1900, 1, 1)


def exactly(x: Decimal, unit: str, grain: Decimal = CENT) -> Quantity:
    """A figure of ours: the magnitude, rounded, with the interval that its digits commit to."""
    size = abs(x).quantize(grain)
    return Quantity(low=size, high=size, unit=unit, interval=Interval(size - grain / 2, size + grain / 2), grain=grain)


def direction_of(x: Decimal) -> Direction:
    return "up" if x > 0 else "down" if x < 0 else "flat"


def subject(id: str) -> Subject:
    found = instruments.get(id)
    return Subject(kind="instrument", id=id, symbol=found.symbol if found else None, name=found.name_en if found else None)


def claim_of(family: str, who: Subject, x: Decimal, unit: str, window: Window, *, metric: str, grain: Decimal = CENT) -> Claim:
    """A claim of a family that states a figure of ours."""
    known = family_named(family)
    assert known is not None
    q = exactly(x, unit, grain)
    return known.claim(
        span=(0, 0), quote=written(q, direction_of(x)), subject=who, metric=metric, quantity=q, direction=direction_of(x),
        when=window, basis="close",
    )  # fmt: skip


def written(q: Quantity, direction: str | None) -> str:
    sign = "-" if direction == "down" else ""
    return f"{sign}{show(q.low or Decimal(0))}{'%' if q.unit == 'percent' else ''}"


def session_move(id: str, day: dt.date, market: MarketData, as_of: dt.datetime) -> Verdict | None:
    """The move of one session, from the close before, put to the judge like anybody's statement."""
    bars = bars_to(market, id, day, as_of)
    if len(bars) < 2 or bars[-1].session != day:
        return None
    return judged("change", id, bars[-2], bars[-1], Window(day, day), market, as_of)


def judged(family: str, id: str, base: Bar, bar: Bar, window: Window, market: MarketData, as_of: dt.datetime) -> Verdict | None:
    """A claim of ours on two closes, through the ordinary judge; None unless it comes out supported."""
    if not base.close or bar.close is None:
        return None
    x = 100 * (bar.close / base.close - 1)
    metric = "index_level" if id.startswith("INDEX:") else "price"
    made = claim_of(family, subject(id), x, "percent", window, metric=metric)
    verdict = weigh(made, compute(made, as_of, market, as_of))
    return verdict if verdict.label == "supported" else None


def proved(made: Claim, evidence: Evidence) -> Verdict:
    """A measurement of ours as a verdict: one stated reading, borne out by its own formula."""
    return weigh(made, [Reading(claim=made, tier="stated", evidence=evidence, holds=True)])


def surplus(r: Reaction, market: MarketData, as_of: dt.datetime) -> Verdict | None:
    """The move of the event session less what alpha and beta of its own past make of the market's: percent."""
    ours, theirs = pair_at(r.id, r.event, market, as_of), pair_at(r.benchmark, r.event, market, as_of)
    if ours is None or theirs is None:
        return None
    (a0, a1), (b0, b1) = ours, theirs
    alpha, beta = Decimal(f"{r.alpha:.4f}"), Decimal(f"{r.beta:.4f}")
    assert a0.close and a1.close and b0.close and b1.close
    x = 100 * (a1.close / a0.close - 1) - (alpha + beta * 100 * (b1.close / b0.close - 1))
    made = claim_of("change", subject(r.id), x, "percent", Window(r.event, r.event), metric="abnormal_return")
    formula = (
        f"100 * ({show(a1.close)} / {show(a0.close)} - 1) - ({show(alpha)} + {show(beta)} * 100 * ({show(b1.close)} / {show(b0.close)} - 1))"
    )
    past = f"market model of {r.id} on {r.benchmark}, {r.estimation} sessions before the event"
    rows = (
        bar_row(a1, a1.close, "close"), bar_row(a0, a0.close, "close"), Row(source=OURS, series=past, date=r.event, value=show(alpha), field="alpha"),
        Row(source=OURS, series=past, date=r.event, value=show(beta), field="beta"), bar_row(b1, b1.close, "close"), bar_row(b0, b0.close, "close"),
    )  # fmt: skip
    note = f"{r.estimation} sessions, one event: a description, not a forecast"
    return proved(made, Evidence(measured=x, unit="percent", formula=formula, rows=rows, as_of=as_of, note=note))


def pair_at(id: str, day: dt.date, market: MarketData, as_of: dt.datetime) -> tuple[Bar, Bar] | None:
    """The bar before a session and the session's own."""
    bars = bars_to(market, id, day, as_of)
    for before, bar in pairwise(bars):
        if bar.session == day and before.close and bar.close:
            return before, bar
    return None


def basket_move(ids: Sequence[str], start: dt.date, end: dt.date, key: str, market: MarketData, as_of: dt.datetime) -> Verdict | None:
    """Equal parts of some listings, held from the close of `start` to the close of `end`: percent."""
    legs: list[tuple[Bar, Bar]] = []
    for id in ids:
        bars = [b for b in market.bars(id, start, end, as_of=as_of, adjusted_to=end) if b.close]
        if len(bars) >= 2 and bars[0].session == start and bars[-1].session == end:
            legs.append((bars[0], bars[-1]))
    if len(legs) < 2:
        return None
    total = sum((b.close / a.close for a, b in legs), Decimal(0))  # type: ignore[operator]
    x = 100 * (total / len(legs) - 1)
    parts = " + ".join(f"{show(b.close or Decimal(1))} / {show(a.close or Decimal(1))}" for a, b in legs)
    rows = [r for a, b in legs for r in (bar_row(b, b.close or Decimal(0), "close"), bar_row(a, a.close or Decimal(0), "close"))]
    rows.append(Row(source=OURS, series="number of listings held", date=end, value=str(len(legs)), field="count"))
    made = claim_of("period_return", Subject(kind="group", name=key), x, "percent", Window(start, end), metric="price")
    formula = f"100 * (({parts}) / {len(legs)} - 1)"
    note = "equal parts, no costs, no dividends"
    return proved(made, Evidence(measured=x, unit="percent", formula=formula, rows=tuple(rows), as_of=as_of, note=note))


def span_move(id: str, start: dt.date, end: dt.date, market: MarketData, as_of: dt.datetime) -> Verdict | None:
    """The move of a price from the close of `start` to the close of `end`: percent."""
    bars = [b for b in market.bars(id, start, end, as_of=as_of, adjusted_to=end) if b.close]
    if len(bars) < 2 or bars[0].session != start or bars[-1].session != end or not bars[0].close or not bars[-1].close:
        return None
    x = 100 * (bars[-1].close / bars[0].close - 1)
    metric = "index_level" if id.startswith("INDEX:") else "price"
    made = claim_of("period_return", subject(id), x, "percent", Window(start, end), metric=metric)
    rows = (bar_row(bars[-1], bars[-1].close, "close"), bar_row(bars[0], bars[0].close, "close"))
    formula = f"100 * ({show(bars[-1].close)} / {show(bars[0].close)} - 1)"
    return proved(made, Evidence(measured=x, unit="percent", formula=formula, rows=rows, as_of=as_of))


def co_movement(id: str, through: str, market: MarketData, as_of: dt.datetime) -> tuple[Verdict, Verdict] | None:
    """(correlation, number of sessions) of a home listing with the foreign session before it, as claims of ours."""
    from wollet.story.exposure import LEAST, SPAN, following
    from wollet.story.returns import days

    last = as_of.astimezone(dt.UTC).date() + dt.timedelta(days=1)
    pairs = following(days(id, last - SPAN, last, market, as_of), days(through, last - SPAN, last, market, as_of))
    n = len(pairs)
    if n < LEAST:
        return None
    xs, ys = ([Decimal(f"{p[i]:.6f}") for p in pairs] for i in (0, 1))
    mx, my = sum(xs, Decimal(0)) / n, sum(ys, Decimal(0)) / n
    sums = [sum(((a - ma) * (b - mb) for a, b in zip(u, v, strict=True)), Decimal(0)).quantize(Decimal("0.0001"))
            for u, ma, v, mb in ((xs, mx, ys, my), (xs, mx, xs, mx), (ys, my, ys, my))]  # fmt: skip
    sxy, sxx, syy = sums
    if not sxx or not syy:
        return None
    value = sxy / (sxx * syy).sqrt()
    end = max(d.session for d in days(id, last - SPAN, last, market, as_of))
    window = Window(end, end)
    series = f"daily moves of {id} and the {through} session before, {n} pairs"
    names = ("sum of products", "sum of squares, home", "sum of squares, abroad")
    rows = tuple(Row(source=OURS, series=series, date=end, value=show(s), field=f) for s, f in zip(sums, names, strict=True))
    made = claim_of("arithmetic", subject(id), value, "ratio", window, metric="correlation")
    formula = f"{show(sxy)} / ({show(sxx)} * {show(syy)}) ** (1 / 2)"
    first = proved(made, Evidence(measured=value, unit="ratio", formula=formula, rows=rows, as_of=as_of))
    count = claim_of("arithmetic", subject(id), Decimal(n), "sessions", window, metric="sessions", grain=Decimal(1))
    row = Row(source=OURS, series=series, date=end, value=str(n), field="count")
    return first, proved(count, Evidence(measured=Decimal(n), unit="sessions", formula=str(n), rows=(row,), as_of=as_of))


def spelled_in(v: Verdict, text: str, said: str) -> Verdict:
    """The claim of ours as a sentence spells it: its place in the sentence and the words there."""
    at = text.find(said)
    if at < 0:
        return v
    place = (at, at + len(said))
    return msgspec.structs.replace(v, claim=msgspec.structs.replace(v.claim, span=place, quote=said))
