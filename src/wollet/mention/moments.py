"""Calendar arithmetic of time expressions: the days of a week, month, quarter, half, year; the year a date leaves out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

DAY = dt.timedelta(days=1)
Days = tuple[dt.date, dt.date]


def date(year: int, month: int, day: int) -> dt.date | None:
    """A day, or None where the calendar has none such (31 June)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month(year: int, number: int) -> Days:
    """The first and last day of a month; months beyond 1..12 count on into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    first = dt.date(year, number, 1)
    return first, (dt.date(year + number // 12, number % 12 + 1, 1) - DAY)


def months(year: int, first: int, last: int) -> Days:
    """The days of the months `first` to `last` of a year."""
    return month(year, first)[0], month(year, last)[1]


def quarter(year: int, number: int) -> Days:
    """A calendar quarter."""
    return months(year, 3 * number - 2, 3 * number)


def half(year: int, number: int) -> Days:
    """A half year."""
    return months(year, 6 * number - 5, 6 * number)


def year(number: int) -> Days:
    return dt.date(number, 1, 1), dt.date(number, 12, 31)


def decade(first: int) -> Days:
    return dt.date(first, 1, 1), dt.date(first + 9, 12, 31)


def week(day: dt.date, offset: int = 0) -> Days:
    """Monday to Sunday of a day's week, or of one so many weeks on."""
    monday = day + (7 * offset - day.weekday()) * DAY
    return monday, monday + 6 * DAY


def on(day: dt.date, n: int, unit: str) -> dt.date:
    """So many days, weeks, months, quarters, years on from a day (back, if negative); the month's last where needed."""
    if unit == "sessions":
        return _workdays(day, n)
    if unit in ("days", "weeks"):
        return day + n * (7 if unit == "weeks" else 1) * DAY
    if unit in ("hours", "minutes", "seconds"):
        return day
    n *= {"months": 1, "quarters": 3, "halves": 6, "years": 12, "decades": 120}[unit]
    first, last = month(day.year, day.month + n)
    return min(first + (day.day - 1) * DAY, last)


def _workdays(day: dt.date, n: int) -> dt.date:
    """So many days on that are no Saturday or Sunday."""
    step = DAY if n > 0 else -DAY
    while day.weekday() >= 5:
        day -= step
    weeks, left = divmod(abs(n), 5)
    day += 7 * weeks * step
    while left:
        day += step
        left -= day.weekday() < 5
    return day


def nth_weekday(days: Days, n: int, weekday: int) -> dt.date | None:
    """The n-th weekday of a stretch (-1 the last), None where it has fewer."""
    first = days[0] + (weekday - days[0].weekday()) % 7 * DAY
    if n < 0:
        found = days[1] - (days[1].weekday() - weekday) % 7 * DAY
    else:
        found = first + 7 * (n - 1) * DAY
    return found if days[0] <= found <= days[1] else None


def nth_week(days: Days, n: int) -> Days | None:
    """The n-th week of a month or year (-1 the last): the first is the one that holds its first Thursday."""
    if n < 0:
        found = week(days[1] if days[1].weekday() >= 3 else days[1] - 7 * DAY, n + 1)
        return found if found[1] >= days[0] else None
    first = days[0] if days[0].weekday() <= 3 else days[0] + 7 * DAY
    found = week(first, n - 1)
    return found if found[0] <= days[1] else None


def part(days: Days, which: str) -> Days:
    """The early, middle or late third of a month or year; the half of a longer word (초반, 후반) alike."""
    first, last = days
    length = (last - first).days + 1
    if 28 <= length <= 31:
        tenth, twentieth = first + 9 * DAY, first + 19 * DAY
        return {"early": (first, tenth), "mid": (tenth + DAY, twentieth), "late": (twentieth + DAY, last)}[which]
    if length == 7:
        return {"early": (first, first + 2 * DAY), "mid": (first + 2 * DAY, first + 4 * DAY), "late": (last - 2 * DAY, last)}[which]
    if 365 <= length <= 366:
        y = first.year
        return {"early": months(y, 1, 3), "mid": months(y, 5, 8), "late": months(y, 9, 12)}[which]
    third = length // 3
    return {"early": (first, first + (third - 1) * DAY), "mid": (first + third * DAY, last - third * DAY),
            "late": (last - (third - 1) * DAY, last)}[which]


def nearest(candidates: Iterable[dt.date | None], now: dt.date) -> dt.date | None:
    """The candidate nearest to a day; of two equally near, the earlier."""
    return min((d for d in candidates if d is not None), key=lambda d: (abs((d - now).days), d), default=None)


def year_of_month(now: dt.date, number: int, bent: int = 0) -> int:
    """The year of a month told without one: this year's, unless that lies more than half a year ahead; `bent` -1 for
    the last such month up to now, 1 for the next from now on."""
    if bent < 0:
        return now.year - (number > now.month)
    if bent > 0:
        return now.year + (number < now.month)
    return now.year - (number - now.month > 6)


def day_of_month(now: dt.date, number: int, bent: int) -> dt.date | None:
    """A day told without its month: the latest such day up to now (one day's grace), or the next where `bent` is 1."""
    steps = range(4) if bent > 0 else range(0, -4, -1)
    for step in steps:
        first, last = month(now.year, now.month + step)
        day = first + (number - 1) * DAY
        if day > last:
            continue
        if (bent > 0 and day >= now) or (bent <= 0 and day <= now):
            return day
    return None
