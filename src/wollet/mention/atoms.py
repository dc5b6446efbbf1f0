"""The pieces of a time expression: each names one slot (a year, a month, a day, a weekday, a clock time) and its value."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Atom(NamedTuple):
    """One piece.  `slot` tells what it fixes, `value` how; `to` is the further end of a piece with two (12~14일).

    Slots, the wider first: mod (-1 past, 0 this, 1 next), year, rel_year, decade, half, rel_half, quarter, rel_quarter,
    month, rel_month, nth_week, rel_week, weekend, day, rel_day, weekday, part (early, mid, late), hours, clock, full
    (a whole date), ago (an offset from now), stretch (so many units up to or from now).
    """

    start: int
    end: int
    slot: str
    value: int | str | tuple[int, str] | dt.date | dt.time
    to: int | None = None
    word: str | None = None
    month: int = 0
    year: int | None = None


RANK = {
    "mod": 0, "century": 1, "feast": 4, "decade": 1, "year": 1, "rel_year": 1, "half": 2, "rel_half": 2, "quarter": 2, "rel_quarter": 2, "month": 2,
    "rel_month": 2, "that_year": 1, "same": 9, "in": 9, "year_month": 2, "ends": 4, "nth_week": 3, "rel_week": 3, "weekend": 4, "full": 4, "day": 4, "rel_day": 4, "weekday": 5, "part": 6,
    "hours": 7, "clock": 8, "ago": 9, "stretch": 9,
}  # fmt: skip
