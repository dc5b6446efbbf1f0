"""When a figure became known: a session's close, a fixing's hour, a release or a stated, late rule.  Never the import."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo

from wollet.market.figures import DAY_ZERO, EPOCH
from wollet.reference import calendars

QUARTERLY_LAG, ANNUAL_LAG = 45, 75
"""Days after a period's end by which a filing is taken for known where its date is not given: the longest terms of
US periodic reports are 45 days (10-Q) and 75 to 90 days (10-K)."""
AFTER_FILING = dt.time(18, 0)


@cache
def _offset(ordinal: int, at: dt.time, zone: str) -> int:
    moment = dt.datetime.combine(dt.date.fromordinal(ordinal), at, ZoneInfo(zone))
    return minutes_after(ordinal, moment)


def minutes_after(ordinal: int, moment: dt.datetime) -> int:
    """Minutes from the midnight (UTC) that begins a day to a moment, the next whole minute."""
    seconds = (moment - EPOCH).total_seconds() - (ordinal - DAY_ZERO) * 86400
    return -int(-seconds // 60)


def at_hour(ordinal: int, lag: int, at: dt.time, zone: str) -> int:
    """Minutes after a day's midnight (UTC) of an hour in a zone, `lag` days later."""
    return lag * 1440 + _offset(ordinal + lag, at, zone)


@cache
def close(mic: str, ordinal: int) -> int:
    """Minutes after a session's midnight (UTC) at which it closes; for an exchange without a calendar, the day's end
    everywhere (midnight of the next day, UTC)."""
    try:
        return minutes_after(ordinal, calendars.close_at(mic, dt.date.fromordinal(ordinal)))
    except calendars.UnknownCalendar:
        return 1440


def filed(ordinal: int, annual: bool) -> int:
    """Minutes after a period's end at which its figures are taken for known."""
    return at_hour(ordinal, ANNUAL_LAG if annual else QUARTERLY_LAG, AFTER_FILING, "America/New_York")
