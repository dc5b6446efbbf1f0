"""Weeks, months, quarters, halves, years and their beginnings and ends, as Korean time expressions name them."""

from __future__ import annotations

import datetime as dt
from typing import cast

from wollet.mention import moments
from wollet.mention.atoms import Atom
from wollet.mention.timex_ko_context import Context, tense
from wollet.model.time import Grain, When


def year_of(slots: dict[str, Atom], context: Context) -> int | None:
    today = context.today
    if (a := slots.get("that_year")) is not None:
        return (context.year if context.year is not None else today.year) + cast(int, a.value)
    if (a := slots.get("year")) is not None:
        return cast(int, a.value)
    if (a := slots.get("rel_year")) is not None:
        return today.year + cast(int, a.value)
    return None


def wide(
    text: str, slots: dict[str, Atom], context: Context, year: int | None, mod: int | None, end: int
) -> tuple[moments.Days | None, Grain | None, str | None]:
    """The week, month, quarter, half, year or decade that the pieces tell, with its grain and deixis."""
    today = context.today
    if (a := slots.get("rel_week")) is not None:
        n = cast(int, a.value)
        return moments.week(today, n), "week", {-1: "last_week", 0: "this_week", 1: "next_week"}.get(n)
    if (a := slots.get("rel_month")) is not None:
        n = cast(int, a.value)
        if a.word in ("전월", "직전월", "직전 월") and context.period is not None and context.period.grain == "month" and context.period.start:
            told = context.period.start
            return moments.month(told.year, told.month - 1), "month", None
        return moments.month(today.year, today.month + n), "month", {-1: "last_month", 0: "this_month", 1: "next_month"}.get(n)
    if (a := slots.get("rel_quarter")) is not None:
        n = (today.month - 1) // 3 + 1 + cast(int, a.value)
        return moments.quarter(today.year + (n - 1) // 4, (n - 1) % 4 + 1), "quarter", None
    if (a := slots.get("year_month")) is not None:
        y, written = cast("tuple[int, str]", a.value)
        return moments.month(y, int(written)), "month", None
    if (a := slots.get("month")) is not None:
        return _months(text, a, context, year, mod, end)
    if (a := slots.get("quarter")) is not None:
        n, last = cast(int, a.value), cast(int, a.to or a.value)
        y = year if year is not None else _year_of_quarter(today, n, mod)
        if last < n:
            return None, None, None
        return (moments.quarter(y, n)[0], moments.quarter(y, last)[1]), "quarter" if last == n else "range", None
    if (a := slots.get("half")) is not None:
        n = cast(int, a.value)
        y = year if year is not None else today.year - (n == 2 and today.month <= 2 and (mod or 0) <= 0)
        if mod == -1 and moments.half(y, n)[0] > today:
            y -= 1
        return moments.half(y, n), "half", None
    if (a := slots.get("decade")) is not None:
        return moments.decade(cast(int, a.value)), "decade", None
    if year is not None:
        a = slots.get("year")
        if a is not None and a.to is not None:
            last = a.to
            return ((dt.date(year, 1, 1), dt.date(last, 12, 31)), "range", None) if last > year else (None, None, None)
        return moments.year(year), "year", None
    return None, None, None


def _year_of_quarter(today: dt.date, n: int, mod: int | None) -> int:
    """A quarter told without its year is this year's; the fourth, early in a year, is the one just over."""
    now = (today.month - 1) // 3 + 1
    if mod == 1 and n < now:
        return today.year + 1
    if mod == -1 and n >= now:
        return today.year - 1
    return today.year - (n == 4 and now == 1)


def _months(
    text: str, a: Atom, context: Context, year: int | None, mod: int | None, end: int
) -> tuple[moments.Days | None, Grain | None, str | None]:
    n, last = cast(int, a.value), cast(int, a.to or a.value)
    y = year
    if y is None and context.place == 1 << 60 and context.last and context.last.start:
        y = context.last.start.year + (n < context.last.start.month)
    if y is None:
        y = moments.year_of_month(context.today, n, mod or 0)
    if last < n:
        return (moments.month(y, n)[0], moments.month(y + 1, last)[1]), "range", None
    return moments.months(y, n, last), "month" if n == last else "range", None


def same(context: Context) -> When | None:
    """"전년 동기", "지난해 같은 기간": the period last told, a year back; the last year whole where none was told."""
    today, period = context.today, context.period
    if period is None or period.start is None or period.end is None:
        days = moments.year(today.year - 1)
        return When(start=days[0], end=days[1], grain="year", relation="before")
    first, last = moments.on(period.start, -1, "years"), moments.on(period.end, -1, "years")
    if (period.end + moments.DAY).day == 1:
        last = moments.month(last.year, last.month)[1]
    return When(start=first, end=last, grain=period.grain, relation="before")


def weekend(text: str, which: int, today: dt.date, end: int) -> When:
    monday = moments.week(today)[0]
    if which == 9:
        which = -1 if today.weekday() <= 2 and tense(text, end) <= 0 else 0
    first = monday + (5 + 7 * which) * moments.DAY
    return When(start=first, end=first + moments.DAY, grain="range", deixis="weekend")


def ends(text: str, value: str, today: dt.date, end: int) -> When:
    unit, which = value.split()
    if unit == "year":
        days = moments.year(today.year - (which == "late" and today.month <= 3 and tense(text, end) <= 0))
        if which == "early":
            return When(start=days[0], end=moments.month(today.year, 1)[1], grain="range", deixis="year_start")
        if which == "late":
            return When(start=dt.date(days[1].year, 12, 1), end=days[1], grain="range", deixis="year_end")
        return When(start=today if which == "rest" else days[0], end=days[1], grain="range" if which == "rest" else "year",
                    relation="by" if which == "rest" else "on")  # fmt: skip
    if unit == "month":
        days = moments.part(moments.month(today.year, today.month), which)
    elif unit == "quarter":
        days = moments.part(moments.quarter(today.year, (today.month + 2) // 3), which)
    else:
        days = moments.part(moments.week(today), which)
    return When(start=days[0], end=days[1], grain="range")
