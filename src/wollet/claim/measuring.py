"""The rows that measure a price, and when a figure may be another series' own instead of wrong."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache

from wollet.claim.pricing import calendar_of
from wollet.model.claim import Claim
from wollet.model.market import Bar, MarketData, Point
from wollet.model.verdict import Evidence, Reason, Row
from wollet.reference import calendars

LOOK_BACK = dt.timedelta(days=16)
ELSEWHERE = Decimal("0.15")
OTHER = Decimal("6.5")
CLEAR = Decimal(1)
"""A level this much off, or a turned move of so many percent, is no neighbouring series' figure; one so many times off is
of another thing altogether."""
CLEAR_BP = Decimal(5)
"""Basis points from which a yield that one fixing saw rise is not said to have fallen by another."""
FURTHER = {True: Decimal("1.5"), False: Decimal(4)}
"""Percentage points more than three times the move, beyond which no other fixing of a pair, nor month of a commodity, moved."""
IDLE = re.compile(r"\.0+$", re.MULTILINE)
"""Zeros that `show` leaves out."""
TENFOLD = Decimal("0.1")
"""So near ten times, or a tenth of, what was measured a figure has its decimal point in the wrong place."""


def show(x: Decimal) -> str:
    """A figure as a proof writes it: plain digits, no exponent, no idle zeros."""
    plain = str(x)
    if "E" not in plain and (plain[-1] != "0" or "." not in plain):
        return plain
    return format(x.normalize(), "f") if x == x.to_integral() else format(x, "f")


def bar_row(bar: Bar, value: Decimal, field: str) -> Row:
    """The row of a proof that a price of one session is."""
    return Row(
        source=bar.source, series=f"{bar.series} {field}", date=bar.session, value=show(value), field=field,
        doubtful=bar.doubtful,
    )  # fmt: skip


def point_row(point: Point) -> Row:
    """The row of a proof that a figure of one period is."""
    return Row(
        source=point.source, series=point.series, date=point.end, value=show(point.value), field=point.kind,
        doubtful=point.doubtful,
    )  # fmt: skip


def bars_to(market: MarketData, id: str, day: dt.date, as_of: dt.datetime | None, back: dt.timedelta = LOOK_BACK) -> list[Bar]:
    """Bars with a close up to a session, on that session's share basis."""
    return [b for b in market.bars(id, day - back, day, as_of=as_of, adjusted_to=day) if b.close is not None]


def at_session(bars: Sequence[Bar], day: dt.date) -> int | None:
    """The place of a session among bars, or None where it is not held."""
    for i in range(len(bars) - 1, -1, -1):
        if bars[i].session == day:
            return i
        if bars[i].session < day:
            return None
    return None


def before(bars: Sequence[Bar], i: int, id: str) -> Bar | None:
    """The bar of the session right before the one at a place; None where that session is not held."""
    if i == 0 or bars[i].session == bars[i - 1].session:
        return None
    return bars[i - 1] if bars[i - 1].session == calendars.shift(calendar_of(id), bars[i].session, -1) else None


def pick(bar: Bar, basis: str | None) -> Decimal | None:
    """The price of one basis, None where the bar does not hold it."""
    if basis in (None, "close"):
        return bar.close
    return {"open": bar.open, "high": bar.high, "low": bar.low}.get(basis)


def unless_neighbour(evidence: Evidence | Reason, claim: Claim) -> Evidence | Reason:
    """Of a commodity a figure that fails may be another delivery month's: then no row here answers it."""
    if isinstance(evidence, Evidence):
        if evidence.measured is not None and not bears(claim, evidence) and not beyond(claim, evidence.measured):
            return "no_data"
        if evidence.low is not None and evidence.high is not None and not meets(claim, evidence.low, evidence.high):
            return "no_data"
    return evidence


def beyond(claim: Claim, measured: Decimal) -> bool:
    """Whether a figure lies farther off than any delivery month or fixing of the same thing could."""
    q = claim.quantity
    stated = None if q is None else q.low if q.low is not None else q.high
    if q is None or stated is None:
        return False
    if q.unit in ("percent", "bp", "percentage_point") and claim.direction is not None:
        turned = (claim.direction == "up") != (measured > 0)
        if q.unit == "bp":
            return turned and abs(measured) >= CLEAR_BP and stated >= CLEAR_BP
        far = claim.when is not None and claim.when.start == claim.when.end and stated > 3 * abs(measured) + FURTHER[(claim.subject.id or "")[:2] == "FX"]
        return q.unit == "percent" and (far or (turned and abs(measured) >= CLEAR and stated >= CLEAR))
    if claim.direction is not None or not stated:
        return False
    if another_things(claim, measured):
        return "/" in q.unit
    apart = abs(measured) / stated
    return abs(apart - 1) > ELSEWHERE


def another_things(claim: Claim, measured: Decimal) -> bool:
    """Whether a price is so many times another that it is of another thing, unless its decimal point alone is misplaced."""
    q = claim.quantity
    stated = None if q is None else q.low if q.low is not None else q.high
    if not stated or not measured:
        return False
    apart = abs(measured) / stated
    if any(abs(apart * ten - 1) < TENFOLD for ten in (Decimal(10), Decimal("0.1"))):
        return False
    return not 1 / OTHER < apart < OTHER


def bears(claim: Claim, evidence: Evidence) -> bool:
    """Whether the stated interval (either way of rounding) holds the measured value."""
    q = claim.quantity
    if q is None or evidence.measured is None:
        return False
    x = evidence.measured
    inside = abs(x) in q.interval if x >= 0 or claim.direction == "down" else False
    cut = q.low is not None and q.low == q.high and q.hedge is None and q.low <= abs(x) < q.low + q.grain
    turned = (claim.direction == "up" and x < 0) or (claim.direction == "down" and x > 0)
    return (inside or cut) and not turned


def meets(claim: Claim, low: Decimal, high: Decimal) -> bool:
    """Whether a measured band touches what a claim commits to."""
    q = claim.quantity
    if q is None:
        return False
    stated = q.interval.mirrored() if claim.direction == "down" else q.interval
    return not ((stated.low is not None and high < stated.low) or (stated.high is not None and low > stated.high))


def series_points(market: MarketData, id: str, start: dt.date, end: dt.date, as_of: dt.datetime | None) -> list[list[Point]]:
    """Dated figures of a rate or a pair, one list a fixing."""
    head, _, name = id.partition(":")
    rows = market.fx(name, start, end, as_of=as_of) if head == "FX" else market.series(name, start, end, as_of=as_of)
    by: dict[tuple[str, str | None], list[Point]] = {}
    for p in rows:
        by.setdefault((p.source, p.kind), []).append(p)
    return list(by.values())


def by_series(
    claim: Claim, market: MarketData, as_of: dt.datetime | None, measure: Callable[[list[Point]], Evidence | None]
) -> Evidence | Reason:
    """A figure of a pair or a rate: borne out only where every fixing bears it out, never refuted by any."""
    assert claim.when is not None and claim.subject.id is not None
    found = [
        e
        for points in series_points(market, claim.subject.id, claim.when.start - LOOK_BACK, claim.when.end, as_of)
        if (e := measure(points)) is not None
    ]
    if found and all(e.measured is not None and not bears(claim, e) and beyond(claim, e.measured) for e in found):
        return found[0]
    if not found or not all(bears(claim, e) for e in found):
        return "no_data"
    return found[0]


@lru_cache(1 << 15)
def _dated(day: dt.date) -> str:
    """What a line of a window begins with: the same sessions stand in the windows of every index and share."""
    return f"{day.isoformat()} "


def digest(rows: Sequence[tuple[dt.date, Decimal]]) -> tuple[int, str]:
    """How many figures a window held, and a hash of them."""
    text = "\n".join([_dated(d) + str(x) for d, x in rows])
    if "E" in text:
        text = "\n".join([f"{d.isoformat()} {show(x)}" for d, x in rows])
    return len(rows), hashlib.sha256(IDLE.sub("", text).encode()).hexdigest()
