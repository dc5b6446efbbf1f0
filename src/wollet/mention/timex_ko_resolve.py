"""What the pieces of a Korean time expression amount to: its first and last day, its grain, and how it points."""

from __future__ import annotations

import datetime as dt
from typing import cast

import msgspec

from wollet.mention import moments, timex_ko_feasts
from wollet.mention import unhurried as re
from wollet.mention.atoms import Atom
from wollet.mention.timex_ko_context import SENTENCE_END, Context, tense
from wollet.mention.timex_ko_periods import ends, same, weekend, wide, year_of
from wollet.model.time import Relation, When

_NEAR, _SOON = 3, 24
"""Days: one so little past is told by its number alone, and one further ahead by its month."""


def with_relation(when: When, relation: Relation) -> When:
    return msgspec.structs.replace(when, relation=relation)


def zoned(when: When, local: bool, zone: str | None) -> When:
    return msgspec.structs.replace(when, local=local, zone=zone)


def with_years(when: When, n: int) -> When:
    """The same days so many years on."""
    if when.start is None or when.end is None:
        return when
    return msgspec.structs.replace(when, start=moments.on(when.start, n, "years"), end=moments.on(when.end, n, "years"))


def resolve(text: str, atoms: list[Atom], context: Context) -> When | None:
    """The time that pieces tell together; None where they tell none (a bare "오전", 31 June)."""
    slots: dict[str, Atom] = {}
    for atom in atoms:
        slots[atom.slot] = atom
    end = atoms[-1].end
    today = context.today
    if a := slots.get("stretch"):
        return _stretch(a, today)
    if a := slots.get("ago"):
        return _ago(a, today)
    if a := slots.get("in"):
        n, unit = cast("tuple[int, str]", a.value)
        due = moments.on(today, n, unit)
        return When(start=due, end=due, grain="day", deixis="offset", relation="by")
    if a := slots.get("same"):
        return same(context)
    if a := slots.get("century"):
        begun = 100 * (cast(int, a.value) - 1)
        return When(start=dt.date(begun, 1, 1), end=dt.date(begun + 99, 12, 31), grain="range")
    if a := slots.get("feast"):
        return timex_ko_feasts.feast(cast(str, a.value), year_of(slots, context), today)
    if a := slots.get("full"):
        assert isinstance(a.value, dt.date)
        return _clocked(When(start=a.value, end=a.value, grain="day"), slots)
    mod = cast(int, slots["mod"].value) if "mod" in slots else None
    year = year_of(slots, context)
    days, grain, deixis = wide(text, slots, context, year, mod, end)
    day: dt.date | None = None
    if (a := slots.get("day")) is not None:
        return _day(text, a, slots, context, days if grain in ("month", "week") else None, grain, year, mod, end)
    if (a := slots.get("month_day")) is not None:
        number, written = cast("tuple[int, str]", a.value)
        day = moments.nearest([moments.date(y, number, int(written)) for y in (today.year - 1, today.year, today.year + 1)], today)
        return _clocked(When(start=day, end=day, grain="day"), slots) if day else None
    if (a := slots.get("rel_day")) is not None:
        n, deixis = cast("tuple[int, str]", a.value)
        if deixis in ("previous_day", "next_day") and context.abroad is not None:
            day = context.abroad + n * moments.DAY
            return _clocked(When(start=day, end=day, grain="day", local=True, deixis=deixis), slots)
        if deixis == "next_day" and context.last is not None and context.last.grain == "day" and context.last.start is not None:
            day = context.last.start + moments.DAY
            return _clocked(When(start=day, end=day, grain="day"), slots)
        day = today + n * moments.DAY
        return _clocked(When(start=day, end=day, grain="day", deixis=deixis), slots)
    if "nth_day" in slots or "last_day" in slots:
        return _nth_day(slots, days)
    if (a := slots.get("nth_week")) is not None:
        found = moments.nth_week(days, cast(int, a.value)) if days else None
        if found is None:
            return None
        if a.word:
            weekday = "월화수목금토일".index(a.word)
            day = moments.nth_weekday(days, cast(int, a.value), weekday) if days else None
            return When(start=day, end=day, grain="day") if day else None
        return When(start=found[0], end=found[1], grain="week")
    if (a := slots.get("weekday")) is not None:
        following = mod == 1 and slots["mod"].word == "다음"
        week = moments.week(today, 1) if following else days if grain == "week" else None
        if week is None and mod is None and len(atoms) == 1 and context.place == 1 << 60 and context.last is not None and context.last.end is not None:
            last = context.last.end
            day = last + ((cast(int, a.value) - last.weekday()) % 7 or 7) * moments.DAY
            return When(start=day, end=day, grain="day", deixis="weekday")
        return _clocked(_weekday(text, cast(int, a.value), week, today, mod, end), slots)
    if (a := slots.get("weekend")) is not None:
        return weekend(text, cast(int, a.value), today, end)
    if (a := slots.get("ends")) is not None:
        return ends(text, cast(str, a.value), today, end)
    if days is None or grain is None:
        if "clock" in slots and ("hours" in slots or slots["clock"].word == "colon" or len(atoms) == 1):
            return _clocked(When(start=today, end=today, grain="day", deixis="this_day"), slots)
        return None
    if (a := slots.get("part")) is not None:
        which = cast(str, a.value)
        days = (dt.date(days[1].year, 12, 1), days[1]) if grain == "year" and which == "late" and text.startswith("말", a.start) else moments.part(days, which)
        return When(start=days[0], end=days[1], grain="range", deixis=None)
    fiscal = "year" in slots and slots["year"].word == "fiscal"
    relation: Relation = "until" if "month" in slots and slots["month"].word == "due" else "on"
    if deixis is None and grain == "year" and "rel_year" in slots:
        deixis = {-1: "last_year", 0: "this_year", 1: "next_year"}.get(cast(int, slots["rel_year"].value))
    return _clocked(When(start=days[0], end=days[1], grain=grain, deixis=deixis, fiscal=fiscal, relation=relation), slots)


_SO_FAR = re.compile(r"들어\s(?:지난\s)?$")
"""Before the last day of a stretch that has run so far: "이달 들어 8일까지"."""


def _day(
    text: str, a: Atom, slots: dict[str, Atom], context: Context, days: moments.Days | None, grain: str | None, year: int | None,
    mod: int | None, end: int,
) -> When | None:  # fmt: skip
    n, last = cast(int, a.value), cast(int, a.to or a.value)
    today = context.today
    day: dt.date | None = None
    if days is not None and grain == "month":
        day = moments.date(days[0].year, days[0].month, n)
        if day and year is None and "month" in slots and (mod or 0) == 0:
            others = [moments.date(y, days[0].month, n) for y in (today.year - 1, today.year, today.year + 1)]
            if (w := slots.get("weekday")) is not None and any(d and d.weekday() == w.value for d in others):
                others = [d for d in others if d and d.weekday() == w.value]
            chained = context.place == 1 << 60 and context.last is not None and context.last.start is not None
            day = day if chained else moments.nearest(others, today)
    elif days is not None:
        around = [moments.date(d.year, d.month, n) for d in days]
        day = next((d for d in around if d and days[0] <= d <= days[1]), None) or moments.nearest(around, days[0])
    elif mod is None and context.last is not None and context.last.start is not None and _listed(text, context, a.start):
        base = context.last.end or context.last.start
        day = moments.date(base.year, base.month, n)
        if day is not None and day < context.last.start and context.place == 1 << 60:
            day = moments.on(day, 1, "months")
    if day is None and days is None and (w := slots.get("weekday")) is not None:
        firsts = [moments.month(today.year, today.month + i)[0] for i in range(-12, 13)]
        agreeing = [d for f in firsts if (d := moments.date(f.year, f.month, n)) and d.weekday() == w.value]
        day = moments.nearest(agreeing, today)
    if day is None and days is None:
        running = moments.date(today.year, today.month, n) if mod == 1 and n <= today.day <= last != n else None
        day = running or _bare(text, n, -1 if mod is None and _SO_FAR.search(text, a.start - 8, a.start) else mod, today, end)
    if day is None:
        return None
    if last != n:
        until = moments.date(day.year, day.month, last) if last > n else None
        if until is None and last < n:
            after = moments.month(day.year, day.month + 1)[0]
            until = moments.date(after.year, after.month, last)
        if until is None:
            return None
        return When(start=day, end=until, grain="range")
    return _clocked(When(start=day, end=day, grain="day"), slots)


def _bare(text: str, n: int, mod: int | None, today: dt.date, end: int) -> dt.date | None:
    """A day told without its month: the latest such day, unless 오는 or the sentence looks ahead and none was near."""
    before = moments.day_of_month(today, n, -1)
    if mod == 1:
        return moments.day_of_month(today, n, 1)
    if mod == -1 or before is None or (today - before).days <= _NEAR or tense(text, end) <= 0:
        return before
    ahead = moments.day_of_month(today, n, 1)
    return ahead if ahead is not None and (ahead - today).days <= _SOON else before


_JOINED = re.compile(r"[가-힣]{0,2}[\s,·~∼()-]{1,4}(?:및\s)?")
"""Between a stretch of days and a day that is listed with it: "9~10일과 12일"."""


def _listed(text: str, context: Context, at: int) -> bool:
    """Whether a day is listed with the one before (5월 9일과 12일): close by, with no end of sentence between."""
    place = context.place
    if place == 1 << 60:
        return True
    if context.last is not None and context.last.grain == "range" and _JOINED.fullmatch(text, place, at) is None:
        return False
    told = context.last is not None and context.last.grain in ("day", "range")
    return told and 0 <= place and at - place <= 40 and SENTENCE_END.search(text, place, at) is None


def _nth_day(slots: dict[str, Atom], days: moments.Days | None) -> When | None:
    if days is None:
        return None
    if "last_day" in slots:
        return When(start=days[1], end=days[1], grain="day")
    a = slots["nth_day"]
    day = moments.nth_weekday(days, cast(int, a.value), "월화수목금토일".index(a.word or "월"))
    return When(start=day, end=day, grain="day") if day else None


def _weekday(text: str, n: int, days: moments.Days | None, today: dt.date, mod: int | None, end: int) -> When:
    """A weekday: of the week named, else the latest one up to now, or the next."""
    if days is not None:
        day = days[0] + n * moments.DAY
    else:
        if mod is None:
            mod = 1 if tense(text, end) > 0 else -2
        back = (today.weekday() - n) % 7
        ahead = (n - today.weekday()) % 7
        if mod == -1:
            day = today - (back or 7) * moments.DAY
        elif mod == 0:
            day = moments.week(today)[0] + n * moments.DAY
        elif mod == 1:
            day = today + (ahead or 7) * moments.DAY
        else:
            day = today - back * moments.DAY
    return When(start=day, end=day, grain="day", deixis="weekday")


def _stretch(a: Atom, today: dt.date) -> When:
    n, unit = cast("tuple[int, str]", a.value)
    if n < 0:
        return When(start=moments.on(today, n, unit), end=today, grain="range", deixis="stretch")
    return When(start=today + moments.DAY, end=moments.on(today, n, unit), grain="range", deixis="stretch")


def _ago(a: Atom, today: dt.date) -> When:
    n, unit = cast("tuple[int, str]", a.value)
    day = moments.on(today, n, unit)
    return When(start=day, end=day, grain="day", deixis="offset", relation="before" if n < 0 and unit in ("months", "quarters", "years") else "on")


def _clocked(when: When, slots: dict[str, Atom]) -> When:
    """A day with its time of day, where one is told."""
    a = slots.get("clock")
    if a is None:
        return when
    clock = cast(dt.time, a.value)
    hours = slots.get("hours")
    if hours is not None and cast(int, hours.value) == 12 and clock.hour < 12 and not (hours.word == "밤" and clock.hour < 5):
        clock = clock.replace(hour=clock.hour + 12)
    return msgspec.structs.replace(when, clock=clock, grain="instant")
