"""Stretches of time as market text names them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

Grain = Literal["instant", "day", "week", "month", "quarter", "half", "year", "decade", "range"]
Relation = Literal["on", "since", "until", "by", "before", "after", "around", "during"]


class Window(msgspec.Struct, frozen=True, order=True):
    """Calendar days from `start` to `end`, both included; for market days, the exchange's own session dates."""

    start: dt.date
    end: dt.date


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression, resolved against the publication time in the article's own zone.

    `start`..`end` (inclusive) are calendar days as the words say them, before any session logic.
    `deixis` names a relative expression ("today", "yesterday", "overnight", "this_day" (이날), "weekday",
    "last_week", "this_month", ...) or is None for an absolute date.  `local` marks 현지시각/local time.
    `clock` is a time of day in `zone` (IANA) where one is written.  `fiscal` marks fiscal periods.
    """

    start: dt.date | None
    end: dt.date | None
    grain: Grain
    relation: Relation = "on"
    deixis: str | None = None
    local: bool = False
    clock: dt.time | None = None
    zone: str | None = None
    fiscal: bool = False
    sessions: int | None = None

    @property
    def bounds(self) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day that the words allow, None where they leave a side open: "before 2018" ends with
        2017 ("before the end of 2018" with its last day), "after 2018" begins with 2019, "after Jan. 5" on that day, "since" includes its day, "until" and "by" theirs."""
        if self.start is None or self.end is None or self.grain == "instant":
            return self.start, self.end
        if self.relation == "before":
            return None, self.end if self.grain == "range" else self.start - dt.timedelta(days=1)
        if self.relation in ("until", "by"):
            return None, self.end
        if self.relation == "since":
            return self.start, None
        if self.relation == "after":
            return self.end + dt.timedelta(days=self.start != self.end), None
        return self.start, self.end
