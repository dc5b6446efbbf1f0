"""Stretches of time longer than a session, and the calendar days that each covers."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from wollet.model.time import Window

Unit = Literal["session", "day", "week", "month", "quarter", "year", "ytd", "mtd", "wtd", "qtd", "last_week", "last_month",
               "last_year", "since", "range", "anchor"]  # fmt: skip


class Horizon(msgspec.Struct, frozen=True):
    """A stretch of time: `n` units back, or what began at `start`; `anchor` names a base that is no date.

    `again` where the words may only tell how long the last such move lay back ("5거래일 만에 2% 올랐다").
    """

    unit: Unit
    n: int = 1
    start: dt.date | None = None
    anchor: str | None = None
    end: dt.date | None = None
    before: bool = False
    again: bool = False


WEEKEND = (5, 6)


def week_before(h: Horizon, published: dt.date) -> Window | None:
    """The other week that "last week" may mean at a weekend: the one before that which has just ended."""
    if h.unit != "last_week" or published.weekday() not in WEEKEND:
        return None
    return closed_period(h, published - dt.timedelta(days=7))


def window(h: Horizon, end: dt.date, mic: str = "XNYS") -> Window | None:
    """Calendar days that a stretch covers, ending with a session; counts of sessions are those of the exchange."""
    start: dt.date | None
    if h.unit == "session" or h.unit == "day":
        from wollet.reference import calendars

        start = calendars.shift(mic, end, -h.n) if h.unit == "session" else end - dt.timedelta(days=h.n)
    elif h.unit == "week":
        start = end - dt.timedelta(days=7 * h.n)
    elif h.unit in ("month", "quarter", "year"):
        start = months_before(end, h.n * {"month": 1, "quarter": 3, "year": 12}[h.unit])
    elif h.unit == "ytd":
        start = dt.date(end.year, 1, 1)
    elif h.unit == "mtd":
        start = end.replace(day=1)
    elif h.unit == "qtd":
        start = dt.date(end.year, (end.month - 1) // 3 * 3 + 1, 1)
    elif h.unit == "wtd":
        start = end - dt.timedelta(days=end.weekday())
    elif h.unit in ("range", "anchor") and h.start is not None and h.end is not None:
        return Window(h.start, h.end)
    elif h.unit == "since":
        start = h.start
    else:
        return None
    return Window(start, end) if start is not None and start <= end else None


def monday_of(day: dt.date) -> dt.date:
    """The Monday of a day's week: "this week" is that of the publication, whatever day is told besides."""
    return day - dt.timedelta(days=day.weekday())


def closed_period(h: Horizon, published: dt.date) -> Window | None:
    """The week, month or year before the one of publication; at a weekend the week that has just ended."""
    if h.unit == "last_week":
        monday = published - dt.timedelta(days=published.weekday() + (0 if published.weekday() in WEEKEND else 7))
        return Window(monday, monday + dt.timedelta(days=4))
    if h.unit == "last_month":
        last = published.replace(day=1) - dt.timedelta(days=1)
        return Window(last.replace(day=1), last)
    if h.unit == "last_year":
        return Window(dt.date(published.year - 1, 1, 1), dt.date(published.year - 1, 12, 31))
    return None


NAMED = (1, 3, 6, 12)
"""Months of a stretch that has a name: a month, a quarter, a half, a year."""


def whole(w: Window) -> bool:
    """Whether days are those of a month, a quarter, a half or a year, whose ends are told to the day."""
    following = w.end + dt.timedelta(days=1)
    return w.start.day == following.day == 1 and (following.year - w.start.year) * 12 + following.month - w.start.month in NAMED


def months_before(day: dt.date, n: int) -> dt.date:
    """The same day of an earlier month, or that month's last."""
    month = day.year * 12 + day.month - 1 - n
    first = dt.date(month // 12, month % 12 + 1, 1)
    following = dt.date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(first + dt.timedelta(days=day.day - 1), following - dt.timedelta(days=1))
