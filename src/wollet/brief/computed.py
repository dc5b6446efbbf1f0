"""What the programme itself measures: the session of the news, the market-model surplus, a trend's basket, a home
listing's co-movement.  Each becomes a claim of ours with a proof that replays like any other.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise

import msgspec

from wollet.claim.family import family_named
from wollet.claim.measuring import bar_row, bars_to, show
from wollet.model.claim import Claim, Direction, Subject
from wollet.model.market import Bar, MarketData
from wollet.model.quantity import Interval, Quantity
from wollet.model.story import Reaction
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reading, Row, Verdict
from wollet.reference import instruments
from wollet.story.basket import Basket
from wollet.story.regression import t95
from wollet.verify.judge import compute, weigh

CENT = Decimal("0.01")
OURS = "wollet"


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
    if any(row.doubtful for row in rows):
        return None
    note = f"{r.estimation} sessions, one event: a description, not a forecast"
    return proved(made, Evidence(measured=x, unit="percent", formula=formula, rows=rows, as_of=as_of, note=note))


def pair_at(id: str, day: dt.date, market: MarketData, as_of: dt.datetime) -> tuple[Bar, Bar] | None:
    """The bar before a session and the session's own."""
    bars = bars_to(market, id, day, as_of)
    for before, bar in pairwise(bars):
        if bar.session == day and before.close and bar.close:
            return before, bar
    return None


def stakes_move(b: Basket, key: str, market: MarketData, as_of: dt.datetime, *, index: bool) -> Verdict | None:
    """Equal stakes of a basket from their purchases to its last session, or the same money in its index: percent."""
    end = b.path[-1][0]
    legs: list[tuple[Bar, Bar]] = []
    for id, bought in b.stakes:
        held = b.index if index else id
        bars = [x for x in market.bars(held, bought, end, as_of=as_of, adjusted_to=end) if x.close]
        if not bars or bars[0].session != bought:
            return None
        legs.append((bars[0], bars[-1]))
    total = sum((last.close / first.close for first, last in legs), Decimal(0))  # type: ignore[operator]
    x = 100 * (total / len(legs) - 1)
    parts = " + ".join(f"{show(last.close or Decimal(1))} / {show(first.close or Decimal(1))}" for first, last in legs)
    rows = [r for first, last in legs for r in (bar_row(last, last.close or Decimal(0), "close"), bar_row(first, first.close or Decimal(0), "close"))]
    if any(row.doubtful for row in rows):
        return None
    rows.append(Row(source=OURS, series="number of stakes", date=end, value=str(len(legs)), field="count"))
    start = b.path[0][0]
    who = subject(b.index) if index else Subject(kind="group", name=key)
    metric = "index_level" if index else "price"
    made = claim_of("period_return", who, x, "percent", Window(start, end), metric=metric)
    formula = f"100 * (({parts}) / {len(legs)} - 1)"
    note = "equal stakes, each bought at the first close after its company was named; no costs, no dividends"
    return proved(made, Evidence(measured=x, unit="percent", formula=formula, rows=tuple(rows), as_of=as_of, note=note))


def stray(b: Basket, key: str, as_of: dt.datetime) -> Verdict | None:
    """What chance alone makes of a basket's lead over its index, two-sided 95%: percentage points."""
    if b.scatter is None or b.sessions < 1:
        return None
    start, end = b.path[0][0], b.path[-1][0]
    s, t = Decimal(f"{b.scatter:.4f}"), Decimal(f"{t95(b.past - 1):.4f}")
    x = t * s * (b.sessions * (1 + Decimal(1) / b.past)).sqrt()
    past = f"daily lead of {key} over {b.index}, {b.past} sessions before the first story"
    rows = (
        Row(source=OURS, series=past, date=start, value=show(s), field="standard deviation"),
        Row(source=OURS, series=past, date=start, value=show(t), field="t, two-sided 95%"),
        Row(source=OURS, series=past, date=start, value=str(b.past), field="count"),
        Row(source=OURS, series="sessions held", date=end, value=str(b.sessions), field="count"),
    )
    made = claim_of("arithmetic", Subject(kind="group", name=key), x, "percentage_point", Window(start, end), metric="chance_lead")
    formula = f"{show(t)} * {show(s)} * ({b.sessions} * (1 + 1 / {b.past})) ** (1 / 2)"
    return proved(made, Evidence(measured=x, unit="percentage_point", formula=formula, rows=rows, as_of=as_of))


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
