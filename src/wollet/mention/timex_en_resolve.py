"""What the pieces of an English time expression amount to: its first and last day, its grain, and how it points."""

from __future__ import annotations

import datetime as dt
from typing import cast

from wollet.mention import moments, timex_en_counted
from wollet.mention import timex_en_patterns as p
from wollet.mention import timex_en_words as w
from wollet.mention import unhurried as re
from wollet.mention.atoms import Atom
from wollet.mention.timex_en_context import Context, ahead
from wollet.mention.timex_en_feasts import feast
from wollet.mention.timex_en_periods import (
    at_end,
    clocked,
    ended,
    iso_week,
    month_day,
    part,
    same,
    season,
    wide,
    year_of,
)
from wollet.model.time import When

_MORE = re.compile(rf"({p.N}) ([A-Za-z]+?)s?(?![A-Za-z])")


def moved(when: When, atom: Atom) -> When:
    """A time so many days, weeks, months, years on."""
    n, unit = cast("tuple[int, str]", atom.value)
    assert when.start is not None
    day = moments.on(when.start, n, unit)
    return When(start=day, end=day, grain="day", deixis="offset")


def agreeing(atoms: list[Atom], today: dt.date) -> bool:
    """Whether a day and month in figures, the nearest such day, fall on the weekday told before them."""
    day, weekday = atoms[-1], next((a.value for a in atoms if a.slot == "weekday"), None)
    near = moments.nearest([moments.date(y, day.month, cast(int, day.value)) for y in (today.year - 1, today.year, today.year + 1)], today)
    return near is not None and near.weekday() == weekday


def resolve(text: str, atoms: list[Atom], today: dt.date, after: When | None = None, context: Context | None = None) -> When | None:
    """The time that pieces tell together; `after` is the nearer end of a range."""
    slots = {a.slot: a for a in atoms}
    start, end = atoms[0].start, atoms[-1].end
    if a := slots.get("stretch"):
        return _stretch(a, today)
    if a := slots.get("ago"):
        return _ago(a, today)
    if a := slots.get("in"):
        n, unit = cast("tuple[int, str]", a.value)
        if not a.to and not ahead(text, start, end) and (text[:start].strip() or text[end:].strip(" .!?\n")):
            return None
        day = moments.on(today, n, unit)
        return When(start=day, end=day, grain="day", deixis="offset", relation="by" if a.word == "within" else "on")
    if a := slots.get("nth_here"):
        here = moments.nth_weekday(moments.month(today.year, today.month), cast(int, a.value), a.to or 0)
        return When(start=here, end=here, grain="day") if here else None
    if a := slots.get("season"):
        first, last = season(cast(int, a.value), a.to, a.year, today)
        return When(start=first, end=last, grain="range")
    if a := slots.get("iso_week"):
        return iso_week(cast(int, a.value), year_of(slots, today) or today.year, slots.get("weekday"))
    if a := slots.get("days_from"):
        return timex_en_counted.days_from(a, today)
    if a := slots.get("after_next"):
        return timex_en_counted.after_next(a, today)
    if a := slots.get("century"):
        return timex_en_counted.century(a)
    if a := slots.get("to_date"):
        first = {"year": moments.year(today.year), "quarter": moments.quarter(today.year, (today.month + 2) // 3),
                 "month": moments.month(today.year, today.month), "week": moments.week(today)}[cast(str, a.value)][0]  # fmt: skip
        return When(start=first, end=today, grain="range", deixis="to_date")
    if a := slots.get("at_end"):
        return at_end(text, a, today, start, end)
    if a := slots.get("same"):
        return same(a, context)
    if a := slots.get("feast"):
        return _feast(a, slots, today, text, start, end)
    if a := slots.get("full"):
        assert isinstance(a.value, dt.date)
        return clocked(When(start=a.value, end=a.value, grain="day"), slots)
    if a := slots.get("ended"):
        return ended(text, a, slots, today)
    if a := slots.get("md"):
        return month_day(text, a, slots, today, after, start, end)
    if a := slots.get("rel_day"):
        n, named = cast("tuple[int, str]", a.value)
        base = context.day if context is not None and context.day is not None and named in ("next_day", "previous_day") else today
        day = base + n * moments.DAY
        return clocked(When(start=day, end=day, grain="day", deixis=named), slots)
    if "nth_week" in slots and "weekday" in slots:
        found = _nth(text, slots["nth_week"], {k: v for k, v in slots.items() if k != "weekday"}, today, start, end)
        if found is None or found.start is None:
            return None
        day = found.start + cast(int, slots["weekday"].value) * moments.DAY
        return When(start=day, end=day, grain="day", deixis="weekday")
    if (a := slots.get("nth_day") or slots.get("nth_week") or slots.get("nth_weekend")) is not None:
        return _nth(text, a, slots, today, start, end)
    if a := slots.get("mod_weekday"):
        back = a.word in ("preceding", "prior") and context is not None and context.day is not None
        return clocked(_mod_weekday(a, slots, context.day if back and context is not None and context.day is not None else today), slots)
    if a := slots.get("weekday"):
        if len(atoms) == 1 and context is not None and context.listed(text, start, end):
            monday = moments.week(today, int(today.weekday() >= 5))[0]
            day = monday + cast(int, a.value) * moments.DAY
            return When(start=day, end=day, grain="day", deixis="weekday")
        return clocked(_weekday(text, a, slots, today, after, start, end), slots)
    if a := slots.get("day"):
        return _day(a, slots, today)
    days, grain, deixis, fiscal = wide(text, slots, today, after, start, end)
    if days is None or grain is None:
        if (a := slots.get("clock")) is not None:
            return clocked(When(start=today, end=today, grain="day", deixis="this_day"), slots)
        return None
    if (a := slots.get("part")) is not None:
        if a.word == "end of" and grain == "year":
            return When(start=dt.date(days[1].year, 12, 1), end=days[1], grain="range")
        return part(cast(str, a.value), days, today)
    return When(start=days[0], end=days[1], grain=grain, deixis=deixis, fiscal=fiscal)


def _mod_weekday(a: Atom, slots: dict[str, Atom], today: dt.date) -> When:
    """"Next Tuesday" is the one of next week, "previous" of the week before, "this" the week's own, "last" the latest before today."""
    n, mod, word = cast(int, a.value), a.to or 0, a.word or ""
    if mod > 0:
        day = moments.week(today, 1)[0] + n * moments.DAY if word == "next" else today + ((n - today.weekday()) % 7 or 7) * moments.DAY
    elif mod == 0:
        day = moments.week(today)[0] + n * moments.DAY
    else:
        day = moments.week(today, -1)[0] + n * moments.DAY if word == "previous" else today - ((today.weekday() - n) % 7 or 7) * moments.DAY
    return When(start=day, end=day, grain="day", deixis="weekday")


def _weekday(
    text: str, a: Atom, slots: dict[str, Atom], today: dt.date, after: When | None, start: int, end: int
) -> When:
    n = cast(int, a.value)
    if (w := slots.get("rel_week")) is not None:
        day = moments.week(today, cast(int, w.value))[0] + n * moments.DAY
    elif a.to is not None or "day" in slots:
        number = a.to or cast(int, slots["day"].value)
        firsts = [moments.month(today.year, today.month + i)[0] for i in range(-2, 3)]
        near = [x for f in firsts if (x := moments.date(f.year, f.month, number)) and x.weekday() == n]
        day = moments.nearest(near, today) or today - (today.weekday() - n) % 7 * moments.DAY
    elif after is not None and after.end is not None and after.grain in ("day", "instant"):
        day = after.end + ((n - after.end.weekday()) % 7 or 7) * moments.DAY
    elif ahead(text, start, end):
        day = today + (n - today.weekday()) % 7 * moments.DAY
    else:
        day = today - (today.weekday() - n) % 7 * moments.DAY
    return When(start=day, end=day, grain="day", deixis="weekday")


def _day(a: Atom, slots: dict[str, Atom], today: dt.date) -> When | None:
    n = cast(int, a.value)
    month = slots.get("rel_month")
    first = moments.month(today.year, today.month + (cast(int, month.value) if month else 0))[0]
    day = moments.date(first.year, first.month, n)
    if day is not None and a.to is not None:
        last = moments.date(first.year, first.month, a.to)
        return When(start=day, end=last, grain="range") if last else None
    if day is not None and "week_of" in slots:
        monday, sunday = moments.week(day)
        return When(start=monday, end=sunday, grain="week")
    return When(start=day, end=day, grain="day") if day else None


def _nth(text: str, a: Atom, slots: dict[str, Atom], today: dt.date, start: int, end: int) -> When | None:
    inner = {k: v for k, v in slots.items() if v is not a}
    days, _, _, _ = wide(text, inner, today, None, start, end)
    if days is None:
        return None
    n = cast(int, a.value)
    if a.slot == "nth_day":
        day = moments.nth_weekday(days, n, a.to) if a.to is not None else (days[1] + (n + 1) * moments.DAY if n < 0 else days[0] + (n - 1) * moments.DAY)
        return When(start=day, end=day, grain="day") if day else None
    found = moments.nth_week(days, n)
    if found is None:
        return None
    if a.slot == "nth_weekend":
        return When(start=found[0] + 5 * moments.DAY, end=found[1], grain="range")
    return When(start=found[0], end=found[1], grain="week")


def _stretch(a: Atom, today: dt.date) -> When:
    n, unit = cast("tuple[int, str]", a.value)
    if unit == "quarters":
        now = (today.month + 2) // 3
        first, last = (now + n, now - 1) if n < 0 else (now + 1, now + n)
        return When(start=moments.month(today.year, 3 * first - 2)[0], end=moments.month(today.year, 3 * last)[1], grain="range", deixis="stretch")
    if n < 0:
        return When(start=moments.on(today, n, unit), end=today, grain="range", deixis="stretch")
    return When(start=today + moments.DAY, end=moments.on(today, n, unit), grain="range", deixis="stretch")


def _ago(a: Atom, today: dt.date) -> When:
    n, unit = cast("tuple[int, str]", a.value)
    day = moments.on(today, n, unit)
    for more in _MORE.finditer(a.word or ""):
        day = moments.on(day, (-1 if n < 0 else 1) * w.number(more[1]), w.UNITS[more[2].lower()])
    base = unit in ("years", "quarters", "months") and n < 0
    return When(start=day, end=day, grain="day", deixis="offset", relation="before" if base else "on")


def _feast(a: Atom, slots: dict[str, Atom], today: dt.date, text: str, start: int, end: int) -> When:
    name, year = cast(str, a.value), a.year or year_of(slots, today)
    days = [feast(name, y) for y in (today.year - 1, today.year, today.year + 1)]
    if year is not None:
        day = feast(name, year)
    elif a.to == -1:
        day = max(d for d in days if d < today)
    elif a.to == 1:
        day = min(d for d in days if d > today)
    else:
        day = moments.nearest(days, today) or days[1]
    if "week_of" in slots:
        monday, sunday = moments.week(day)
        return When(start=monday, end=sunday, grain="week")
    if a.word == "weekend":
        back, on = {0: (2, 0), 1: (3, -2), 2: (-3, 4), 3: (0, 3), 4: (0, 2), 5: (0, 1), 6: (1, 0)}[day.weekday()]
        return When(start=day - back * moments.DAY, end=day + on * moments.DAY, grain="range")
    return When(start=day, end=day, grain="day")
