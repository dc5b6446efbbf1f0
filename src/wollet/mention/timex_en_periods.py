"""Weeks, months, quarters, halves, years and decades, as English time expressions name them."""

from __future__ import annotations

import datetime as dt
from typing import cast

import msgspec

from wollet.mention import moments
from wollet.mention import unhurried as re
from wollet.mention.atoms import Atom
from wollet.mention.timex_en_context import Context, ahead, reported, told_back
from wollet.model.time import Grain, When

MONTH_NAMED_QUARTER = re.compile(r"[- ](?:fiscal )?(?:quarter|period)(?![a-z-])")
"""Behind the month that a quarter ends in: "the June quarter", "in the December period"."""
_SOON = 2
"""Months: so soon comes the January that a text of November means unless it tells of the past."""


def wide(
    text: str, slots: dict[str, Atom], today: dt.date, after: When | None, start: int, end: int
) -> tuple[moments.Days | None, Grain | None, str | None, bool]:
    """The week, month, quarter, half, year or decade that the pieces tell, with grain, deixis and whether it is fiscal."""
    fiscal = "fiscal" in slots or any(a.word == "fiscal" for a in slots.values())
    year = year_of(slots, today)
    if a := slots.get("quarter"):
        n, last = cast(int, a.value), cast(int, a.to or a.value)
        y, now = a.year or year, (today.month - 1) // 3 + 1
        if y is None and last == n and (fiscal or n > now) and reported(text, start, end):
            q = now - 1 if now > 1 else 4
            return moments.quarter(today.year - (now == 1), q), "quarter", None, True
        if y is None:
            y = today.year - (n == 4 and now == 1)
        return (moments.quarter(y, n)[0], moments.quarter(y, last)[1]) if last >= n else None, "quarter" if n == last else "range", None, fiscal
    if a := slots.get("half"):
        n = cast(int, a.value)
        if "rel_month" in slots or "decade" in slots or "my" in slots:
            inner, _, _, _ = wide(text, {k: v for k, v in slots.items() if k != "half"}, today, after, start, end)
            if inner is None:
                return None, None, None, False
            middle = inner[0] + (inner[1] - inner[0]) // 2
            return ((inner[0], middle) if n == 1 else (middle + moments.DAY, inner[1])), "range", None, False
        return moments.half(a.year or year or today.year, n), "half", None, fiscal
    if a := slots.get("my"):
        n = cast(int, a.value)
        y = a.year or year
        if y is None:
            y = _year_of_month(text, n, today, after, start, end)
        if MONTH_NAMED_QUARTER.match(text, end):
            return (moments.month(y, n - 2)[0], moments.month(y, n)[1]), "quarter", None, False
        return moments.month(y, n), "month", None, False
    if a := slots.get("mod_month"):
        n, now = cast(int, a.value), today.month
        y = today.year + {-1: -(n >= now), 1: n <= now, 0: 0}[a.to or 0]
        return moments.month(y, n), "month", None, False
    if a := slots.get("decade"):
        return moments.decade(cast(int, a.value)), "decade", None, False
    if a := slots.get("rel_week"):
        n = cast(int, a.value)
        return moments.week(today, n), "week", {-1: "last_week", 0: "this_week", 1: "next_week"}[n], False
    if a := slots.get("rel_workweek"):
        monday = moments.week(today, cast(int, a.value))[0]
        return (monday, monday + 4 * moments.DAY), "range", None, False
    if a := slots.get("rel_weekend"):
        n = cast(int, a.value)
        saturday = moments.week(today)[0] + (5 + 7 * n) * moments.DAY
        return (saturday, saturday + moments.DAY), "range", "weekend", False
    if a := slots.get("rel_month"):
        n = cast(int, a.value)
        return moments.month(today.year, today.month + n), "month", {-1: "last_month", 0: "this_month", 1: "next_month"}[n], False
    if a := slots.get("rel_quarter"):
        n = (today.month - 1) // 3 + 1 + cast(int, a.value)
        return moments.quarter(today.year + (n - 1) // 4, (n - 1) % 4 + 1), "quarter", None, fiscal
    if a := slots.get("rel_half"):
        n = 1 + (today.month > 6) + cast(int, a.value)
        return moments.half(today.year + (n - 1) // 2, (n - 1) % 2 + 1), "half", None, False
    if a := slots.get("rel_decade"):
        return moments.decade(today.year // 10 * 10 + 10 * cast(int, a.value)), "decade", None, False
    if a := slots.get("rel_year"):
        n = cast(int, a.value)
        return moments.year(today.year + n), "year", {-1: "last_year", 0: "this_year", 1: "next_year"}[n], fiscal
    if year is not None:
        if (a := slots.get("year")) is not None and a.to is not None:
            return (dt.date(year, 1, 1), dt.date(a.to, 12, 31)), "range", None, fiscal
        return (moments.year(year), "year", None, fiscal) if 1 <= year <= 9999 else (None, None, None, False)
    return None, None, None, False


def year_of(slots: dict[str, Atom], today: dt.date) -> int | None:
    if (a := slots.get("year")) is not None:
        return cast(int, a.value)
    if (a := slots.get("rel_year")) is not None:
        return today.year + cast(int, a.value)
    return None


SOON = 60
"""Days back from which a day named alone is the next one where the words look ahead."""
FAR = 9
"""Months ahead that a month named alone may lie; December, named in January, is the one just over."""


def _year_of_month(text: str, n: int, today: dt.date, after: When | None, start: int, end: int) -> int:
    if after is not None and after.start is not None:
        return after.start.year + (n < after.start.month)
    coming = ahead(text, start, end)
    bent = 1 if n < today.month and coming else 0
    if bent == 0 and n - today.month > 2 and (not coming or n - today.month <= FAR):
        return today.year - (not coming)
    if n < today.month and n + 12 - today.month <= _SOON and not told_back(text, start, end):
        bent = 1
    return moments.year_of_month(today, n, bent)


def month_day(
    text: str, a: Atom, slots: dict[str, Atom], today: dt.date, after: When | None, start: int, end: int
) -> When | None:
    number, d, year = a.month, cast(int, a.value), a.year or year_of(slots, today)
    if year is None and after is not None and after.start is not None:
        year = after.start.year + ((number, d) < (after.start.month, after.start.day))
    if year is not None:
        day = moments.date(year, number, d)
    else:
        near = [x for y in (today.year - 1, today.year, today.year + 1) if (x := moments.date(y, number, d))]
        if (w := slots.get("weekday")) is not None:
            near = [x for x in near if x.weekday() == w.value] or near
        if (mod := slots.get("mod")) is not None and mod.value != 0:
            near = [x for x in near if (x > today) == (mod.value == 1)] or near
        day = moments.nearest(near, today)
        if day is not None and day < today and (today - day).days > SOON and ahead(text, start, end):
            day = min((x for x in near if x > today), default=day)
    if day is None:
        return None
    if "week_of" in slots:
        monday, sunday = moments.week(day)
        return When(start=monday, end=sunday, grain="week")
    if a.to is not None:
        last = moments.date(day.year, day.month, a.to)
        return When(start=day, end=last, grain="range") if last and last > day else None
    return clocked(When(start=day, end=day, grain="day"), slots)


def ended(text: str, a: Atom, slots: dict[str, Atom], today: dt.date) -> When | None:
    """The three months ended Dec. 31: back from the day told by so many months."""
    n, unit = cast("tuple[int, str]", a.value)
    if b := slots.get("md"):
        when = month_day(text, b, {"md": b}, today, None, a.start, b.end)
        last = when.end if when else None
    else:
        b = slots.get("my", a)
        if b is a:
            return None
        y = b.year or moments.year_of_month(today, cast(int, b.value), -1)
        last = moments.month(y, cast(int, b.value))[1]
    if last is None:
        return None
    if unit == "week":
        return When(start=last - (7 * n - 1) * moments.DAY, end=last, grain="week" if n == 1 else "range")
    months = n * {"month": 1, "quarter": 3, "half": 6, "year": 12, "period": 3}[unit]
    first = moments.month(last.year, last.month - months + (1 if (last + moments.DAY).day == 1 else 0))[0]
    if (last + moments.DAY).day != 1:
        first = moments.on(last, -months, "months") + moments.DAY
    grain: Grain = {1: "month", 3: "quarter", 6: "half", 12: "year"}.get(months, "range")  # type: ignore[assignment]
    return When(start=first, end=last, grain=grain, fiscal=True)


def part(which: str, days: moments.Days, today: dt.date) -> When:
    if which == "rest":
        return When(start=max(today, days[0]), end=days[1], grain="range")
    if which == "past":
        return When(start=days[0], end=max(days[0], min(today, days[1])), grain="range")
    found = moments.part(days, which)
    return When(start=found[0], end=found[1], grain="range")


def at_end(text: str, a: Atom, today: dt.date, start: int, end: int) -> When:
    """"Year-end": the last month of the year; early in a year the one just over, unless the words look ahead."""
    unit, n = cast(str, a.value), a.to or 0
    if unit == "year":
        last = today.year + n - (n == 0 and today.month <= 2 and not ahead(text, start, end))
        return When(start=dt.date(last, 12, 1), end=dt.date(last, 12, 31), grain="range", deixis="year_end")
    if unit == "quarter":
        q = (today.month + 2) // 3 + n
        day = moments.quarter(today.year + (q - 1) // 4, (q - 1) % 4 + 1)[1]
    else:
        day = moments.month(today.year, today.month + n)[1]
    return When(start=day, end=day, grain="day")


def same(a: Atom, context: Context | None) -> When | None:
    """"The same period last year", "the year-ago quarter": the period last told, a year back."""
    period = context.period if context is not None else None
    if period is None or period.start is None or period.end is None:
        return None
    first, last = moments.on(period.start, -1, "years"), moments.on(period.end, -1, "years")
    if (period.end + moments.DAY).day == 1:
        last = moments.month(last.year, last.month)[1]
    return When(start=first, end=last, grain=period.grain, fiscal=period.fiscal, relation="before")


_SEASONS = ((3, 20), (6, 21), (9, 23), (12, 21))
"""When spring, summer, fall and winter begin in the north, about."""


def season(n: int, mod: int | None, year: int | None, today: dt.date) -> moments.Days:
    """Spring (0) to winter (3) of a year, or the last, this or the next one; a winter is that of the year it begins in."""

    def of(y: int) -> moments.Days:
        return dt.date(y, *_SEASONS[n]), dt.date(y + (n == 3), *_SEASONS[(n + 1) % 4]) - moments.DAY

    if year is not None:
        return of(year)
    years = [of(y) for y in range(today.year - 2, today.year + 3)]
    if mod == -1:
        return [s for s in years if s[1] < today][-1]
    if mod == 1:
        return next(s for s in years if s[0] > today)
    return next(s for s in years if s[1] >= today and s[1].year >= today.year) if n == 3 else of(today.year)


def iso_week(n: int, year: int, weekday: Atom | None) -> When | None:
    """The n-th week of a year as ISO 8601 counts them, or a weekday of it."""
    try:
        monday = dt.date.fromisocalendar(year, n, 1)
    except ValueError:
        return None
    if weekday is not None:
        day = monday + cast(int, weekday.value) * moments.DAY
        return When(start=day, end=day, grain="day", deixis="weekday")
    return When(start=monday, end=monday + 6 * moments.DAY, grain="week")


def clocked(when: When, slots: dict[str, Atom]) -> When:
    a = slots.get("clock")
    if a is None:
        return when
    zone = a.word if a.word not in (None, "local") else None
    return msgspec.structs.replace(when, clock=cast(dt.time, a.value), grain="instant", zone=zone, local=a.word == "local")
