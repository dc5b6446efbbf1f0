"""A move from one price to another: in percent, in its own unit, as a multiple or a part of the price."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from wollet.claim.measuring import bar_row, pick, show
from wollet.claim.pricing import sort_of
from wollet.model.claim import Direction
from wollet.model.market import Bar, MarketData
from wollet.model.quantity import Quantity
from wollet.model.verdict import Evidence, Reason


def compare(
    market: MarketData, id: str, base: Bar, bar: Bar, basis: str | None, unit: str, direction: Direction | None, reached: bool
) -> Evidence | Reason:
    """A move from the base session's close to a session's price: percent, or the difference in its own unit."""
    c0 = base.close
    if c0 is None or not c0:
        return "no_data"
    head = bar_row(base, c0, "close")
    if basis in ("after_hours", "premarket"):
        return "no_data"
    if basis == "intraday" and reached and direction in ("up", "down"):
        basis = "high" if direction == "up" else "low"
    if basis == "intraday" and (bar.high is None or bar.low is None):
        return unheld(base, bar, unit)
    if basis == "intraday":
        assert bar.high is not None and bar.low is not None
        rows = (bar_row(bar, bar.high, "high"), head, bar_row(bar, bar.low, "low"))
        formula = f"max({moved(bar.high, c0, unit)[1]}, {moved(bar.low, c0, unit)[1]})"
        ends = sorted((moved(bar.low, c0, unit)[0], moved(bar.high, c0, unit)[0]))
        return Evidence(measured=None, unit=unit, formula=formula, rows=rows, low=ends[0], high=ends[1])
    x = pick(bar, basis)
    if x is None:
        return "no_data"
    value, formula = moved(x, c0, unit)
    found = Evidence(measured=value, unit=unit, formula=formula, rows=(bar_row(bar, x, basis or "close"), head))
    if unit == "points" and sort_of(id) == "index":
        off = min((p for p in (last_place(x), last_place(c0)) if p), default=Decimal(0))
        return msgspec.structs.replace(found, low=value - off, high=value + off)
    return found


def unheld(base: Bar, bar: Bar, unit: str) -> Evidence | Reason:
    """The moves that a session may have held of which the close alone is known: none is so many times that of the close."""
    if bar.close is None or base.close is None or unit != "percent":
        return "no_data"
    value, formula = moved(bar.close, base.close, unit)
    reach = TIMES * abs(value) + BEYOND
    rows = (bar_row(bar, bar.close, "close"), bar_row(base, base.close, "close"))
    return Evidence(measured=None, unit=unit, formula=formula, rows=rows, low=-reach, high=reach, note="no move within a session is so large beside its close")


def last_place(x: Decimal) -> Decimal:
    """One unit of the last digit that a figure is given to (idle zeros apart): an index is rounded there, a price is not."""
    exponent = x.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and -4 <= exponent < 0 else Decimal(0)


TIMES, BEYOND = Decimal(4), Decimal(6)
"""Times the move to the close, and percentage points more, that no move within the session exceeds."""
SNAPSHOT = Decimal("0.15")
"""Percentage points by which a price that is quoted as the day's may lie beside the official close: a page read before
the last trades, or another venue's last price."""


def snapshot(base: Bar, bar: Bar) -> Evidence:
    """The moves of prices right beside the close."""
    assert base.close is not None and bar.close is not None
    value, formula = moved(bar.close, base.close, "percent")
    slack = max(SNAPSHOT, abs(value) / 33)
    return Evidence(
        measured=None, unit="percent", formula=formula, low=value - slack, high=value + slack,
        rows=(bar_row(bar, bar.close, "close"), bar_row(base, base.close, "close")), note="prices right beside the close",
    )  # fmt: skip


def way(q: Quantity) -> str:
    """How a move is counted: in its unit, but a quarter or a third lost or gained is a part of the price, not a multiple."""
    size = q.low if q.low is not None else q.high
    return "part" if q.unit == "ratio" and size is not None and size < 1 else q.unit


def moved(x: Decimal, c0: Decimal, unit: str) -> tuple[Decimal, str]:
    """The move from c0 to x and the formula that gives it."""
    if unit == "part":
        return x / c0 - 1, f"{show(x)} / {show(c0)} - 1"
    if unit == "percent":
        return 100 * (x / c0 - 1), f"100 * ({show(x)} / {show(c0)} - 1)"
    if unit == "ratio":
        return x / c0, f"{show(x)} / {show(c0)}"
    return x - c0, f"{show(x)} - {show(c0)}"
