"""What the pieces of a Korean time expression amount to: its first and last day, its grain, and how it points."""

from __future__ import annotations

import datetime as dt
import re
from typing import cast

import msgspec

from wollet.mention import moments
from wollet.mention.atoms import Atom
from wollet.model.time import Grain, Relation, When

_SENTENCE_END = re.compile(r"[.!?](?=\s|$|[\"'”’])|\n")
_AHEAD = re.compile(
    r"예정|앞두|앞둔|예고|방침|계획|열릴|열린다|열리는 (?!가운데)|개최한다|개최될|발표한다|발표할|공개한다|공개할|공개될|발표될|출시한다|시행한다|시행된다|시행될"
    r"|시작한다|시작된다|진행한다|나선다|나온다|나올|상장한다|상장될|상장할|만료|마감된다|개막한다|방문한다|참석한다|할 것|될 것|전망|예상|까지 (?!\d)"
)
_BEHIND = re.compile(r"(?:했|됐|였|었|았|렸|졌|왔|갔|났|쳤|섰|봤|췄|뒀|줬|꼈|켰|폈|웠)(?:다|고|으며|지만|습니다|는데|던)")


class Context:
    """What the text has said so far: the day of publication, and the last day or month told outright."""

    def __init__(self, today: dt.date, last: When | None = None, place: int = -1000) -> None:
        self.today = today
        self.last = last
        self.place = place
        self.period: When | None = None
        self.year: int | None = None

    def saw(self, when: When, place: int) -> None:
        if when.start is not None and when.deixis != "offset" and when.relation != "before":
            self.year = when.start.year
            if when.grain in ("month", "quarter", "half", "year") or (when.grain == "range" and when.deixis is None):
                self.period = when
        if when.start is not None and when.grain in ("day", "range", "month"):
            self.last, self.place = when, place

    def after(self, when: When) -> Context:
        """The context of the further end of a range."""
        return Context(self.today, when, 1 << 60)


def with_relation(when: When, relation: Relation) -> When:
    return msgspec.structs.replace(when, relation=relation)


def zoned(when: When, local: bool, zone: str | None) -> When:
    return msgspec.structs.replace(when, local=local, zone=zone)


def with_years(when: When, n: int) -> When:
    """The same days so many years on."""
    if when.start is None or when.end is None:
        return when
    return msgspec.structs.replace(when, start=moments.on(when.start, n, "years"), end=moments.on(when.end, n, "years"))


def tense(text: str, at: int) -> int:
    """Whether the rest of the sentence speaks of what is to come (1), of what was (-1), or neither (0)."""
    stop = _SENTENCE_END.search(text, at, min(len(text), at + 90))
    end = stop.start() if stop else min(len(text), at + 90)
    ahead = _AHEAD.search(text, at, end)
    behind = _BEHIND.search(text, at, end)
    if ahead and (behind is None or ahead.start() < behind.start()):
        return 1
    return -1 if behind else 0


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
        day = moments.on(today, n, unit)
        return When(start=day, end=day, grain="day", deixis="offset", relation="by")
    if a := slots.get("same"):
        return _same(context)
    if a := slots.get("full"):
        assert isinstance(a.value, dt.date)
        return _clocked(When(start=a.value, end=a.value, grain="day"), slots)
    mod = cast(int, slots["mod"].value) if "mod" in slots else None
    year = _year(slots, context)
    days, grain, deixis = _wide(text, slots, context, year, mod, end)
    day: dt.date | None = None
    if (a := slots.get("day")) is not None:
        return _day(text, a, slots, context, days if grain in ("month", "week") else None, grain, year, mod, end)
    if (a := slots.get("month_day")) is not None:
        number, written = cast("tuple[int, str]", a.value)
        day = moments.nearest([moments.date(y, number, int(written)) for y in (today.year - 1, today.year, today.year + 1)], today)
        return _clocked(When(start=day, end=day, grain="day"), slots) if day else None
    if (a := slots.get("rel_day")) is not None:
        n, deixis = cast("tuple[int, str]", a.value)
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
        return _clocked(_weekday(text, cast(int, a.value), week, today, mod, end), slots)
    if (a := slots.get("weekend")) is not None:
        return _weekend(text, cast(int, a.value), today, end)
    if (a := slots.get("ends")) is not None:
        return _ends(text, cast(str, a.value), today, end, slots)
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


def _same(context: Context) -> When | None:
    """"전년 동기", "지난해 같은 기간": the period last told, a year back; the last year whole where none was told."""
    today, period = context.today, context.period
    if period is None or period.start is None or period.end is None:
        days = moments.year(today.year - 1)
        return When(start=days[0], end=days[1], grain="year", relation="before")
    first, last = moments.on(period.start, -1, "years"), moments.on(period.end, -1, "years")
    if (period.end + moments.DAY).day == 1:
        last = moments.month(last.year, last.month)[1]
    return When(start=first, end=last, grain=period.grain, relation="before")


def _year(slots: dict[str, Atom], context: Context) -> int | None:
    today = context.today
    if (a := slots.get("that_year")) is not None:
        return (context.year if context.year is not None else today.year) + cast(int, a.value)
    if (a := slots.get("year")) is not None:
        return cast(int, a.value)
    if (a := slots.get("rel_year")) is not None:
        return today.year + cast(int, a.value)
    return None


def _wide(
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
            last = cast(int, a.to)
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
        bent = mod if mod is not None else 0
        if bent == 0 and n > today.day:
            bent = tense(text, end)
        if bent == 0 and n == today.day + 1:
            bent = 1 if tense(text, end) > 0 else 0
        day = moments.day_of_month(today, n, bent)
        if mod == -1 and day == today:
            day = moments.day_of_month(today - moments.DAY, n, -1)
    if day is None:
        return None
    if last != n:
        until = moments.date(day.year, day.month, last) if last > n else None
        if until is None and last < n:
            until = moments.date(*divmod(day.year * 12 + day.month, 12), 1)  # type: ignore[call-arg]
        if until is None:
            return None
        return When(start=day, end=until, grain="range")
    return _clocked(When(start=day, end=day, grain="day"), slots)


def _listed(text: str, context: Context, at: int) -> bool:
    """Whether a day is listed with the one before (5월 9일과 12일): close by, with no end of sentence between."""
    place = context.place
    if place == 1 << 60:
        return True
    told = context.last is not None and context.last.grain in ("day", "range")
    return told and 0 <= place and at - place <= 40 and _SENTENCE_END.search(text, place, at) is None


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


def _weekend(text: str, which: int, today: dt.date, end: int) -> When:
    monday = moments.week(today)[0]
    if which == 9:
        which = -1 if today.weekday() <= 2 and tense(text, end) <= 0 else 0
    first = monday + (5 + 7 * which) * moments.DAY
    return When(start=first, end=first + moments.DAY, grain="range", deixis="weekend")


def _ends(text: str, value: str, today: dt.date, end: int, slots: dict[str, Atom]) -> When:
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
