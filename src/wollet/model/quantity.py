"""Figures as the words state them, and what the words commit to."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

Closed = Literal["both", "left", "right", "none"]
Hedge = Literal["about", "more_than", "less_than", "up_to", "at_least", "nearly", "range"]


class Interval(msgspec.Struct, frozen=True):
    """The values that a statement commits to; an absent end is unbounded."""

    low: Decimal | None
    high: Decimal | None
    closed: Closed = "both"

    def __contains__(self, x: Decimal) -> bool:
        if self.low is not None and (x < self.low or (x == self.low and self.closed in ("right", "none"))):
            return False
        return not (self.high is not None and (x > self.high or (x == self.high and self.closed in ("left", "none"))))

    def mirrored(self) -> Interval:
        """The same interval on the other side of zero (a fall of 3% is a move of -3%)."""
        flip: dict[str, Closed] = {"left": "right", "right": "left", "both": "both", "none": "none"}
        return Interval(
            None if self.high is None else -self.high, None if self.low is None else -self.low, flip[self.closed]
        )


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A stated figure: magnitudes in base units, never signed, with the interval its digits and hedge commit to.

    `low`/`high` are as written ("3.2%" -> 3.2, 3.2; "90% 넘게" -> 90, None; "5조~7조 달러" -> 5e12, 7e12).
    `interval` is what the words commit to ([3.15, 3.25]; (90, inf); [5e12, 7e12]).
    `sign` is a written sign (-1, +1) or 0 where none is written.  `grain` is the place value of the last digit
    written, in base units ("9천 300조" -> 1e14, "3.20%" -> 0.01).
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    interval: Interval
    hedge: Hedge | None = None
    sign: int = 0
    grain: Decimal = Decimal(1)


def exact_count(n: int | Decimal, unit: str) -> Quantity:
    """An exact count of something: the third place, twelve sessions, 1,912 shares that rose."""
    x = Decimal(n)
    return Quantity(low=x, high=x, unit=unit, interval=Interval(x, x))
