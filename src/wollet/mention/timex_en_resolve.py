"""What the pieces of an English time expression amount to: its first and last day, its grain, and how it points."""

from __future__ import annotations

import datetime as dt
import re
from typing import cast

import msgspec

from wollet.mention import moments
from wollet.mention.atoms import Atom
from wollet.mention.timex_en_feasts import feast
from wollet.model.time import Grain, When

_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?](?=\s+[A-Z\"“]|\s*$)|\n")
_AHEAD_BEFORE = re.compile(
    r"\b(?:will|would|shall|'ll|’ll|due|slated|scheduled|upcoming|ahead of|until|(?:is|are|be|it's|it’s) (?:set|expected|likely) to|expects? to|plans? to|coming|"
    r"(?:is|are) to|awaits?|await(?:ing)?|look(?:ing)? (?:ahead|for)|[Ss]hould|let's|let’s|please|need to|can (?:you|we)|tomorrow|"
    r"(?:report|release|meet|publish|announce|unveil|begin|start|speak|testify|kick off|decide|vote|open|expire|come|arrive)s?(?=[ ,]))\b"
)
_AHEAD_AFTER = re.compile(r"\b(?:will|would|is (?:due|set|expected|scheduled|slated)|are (?:due|set|expected|scheduled|slated))\b")
_REPORT = re.compile(
    r"\b(?:reported|posted|announced|came in|beat|beats|missed|misses|topped|earned|results|earnings|swung|rose|fell|gained|dropped|declined|was|were|turned in|delivered|tops)\b"
)
_BY = re.compile(r"\b(?:by|before|next|until)\s(?:the )?$", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|did|said|rose|fell|closed|ended|reported|announced|gained|lost|dropped|climbed|jumped|slipped|hit|made|came|[a-z]{3,}ed)\b")


class Context:
    """What the text has said so far: the day of publication, the last day and the last period told outright."""

    def __init__(self, today: dt.date) -> None:
        self.today = today
        self.day: dt.date | None = None
        self.period: When | None = None

    def saw(self, when: When) -> None:
        if when.start is None or when.deixis == "offset":
            return
        if when.grain in ("day", "instant"):
            self.day = when.start
        elif when.grain in ("week", "month", "quarter", "half", "year") or when.fiscal:
            self.period = when


def moved(when: When, atom: Atom) -> When:
    """A time so many days, weeks, months, years on."""
    n, unit = cast("tuple[int, str]", atom.value)
    assert when.start is not None
    day = moments.on(when.start, n, unit)
    return When(start=day, end=day, grain="day", deixis="offset")


def ahead(text: str, start: int, end: int) -> bool:
    """Whether the words around a time speak of what is to come."""
    before = text[max(0, start - 90) : start]
    cut = max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
    before = before[cut:]
    if (m := _last(_AHEAD_BEFORE, before)) is not None:
        past = _last(_PAST, before)
        if past is None or past <= m:
            return True
    if _BY.search(before):
        return not _PAST.search(before)
    if _PAST.search(before):
        return False
    after = text[end : end + 50]
    stop = _SENTENCE_END.search(after)
    return _AHEAD_AFTER.search(after[: stop.start()] if stop else after) is not None


def _reported(text: str, start: int, end: int) -> bool:
    """Whether a quarter told without its year is one that was just reported: a fiscal one, whatever its number."""
    return not ahead(text, start, end) and _REPORT.search(text, max(0, start - 60), min(len(text), end + 60)) is not None


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    found = None
    for m in pattern.finditer(text):
        found = m.start()
    return found


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
        if not ahead(text, start, end):
            return None
        day = moments.on(today, n, unit)
        return When(start=day, end=day, grain="day", deixis="offset", relation="by" if a.word == "within" else "on")
    if a := slots.get("to_date"):
        first = {"year": moments.year(today.year), "quarter": moments.quarter(today.year, (today.month + 2) // 3),
                 "month": moments.month(today.year, today.month), "week": moments.week(today)}[cast(str, a.value)][0]  # fmt: skip
        return When(start=first, end=today, grain="range", deixis="to_date")
    if a := slots.get("at_end"):
        return _at_end(text, a, today, start, end)
    if a := slots.get("same"):
        return _same(a, context)
    if a := slots.get("feast"):
        return _feast(a, slots, today, text, start, end)
    if a := slots.get("full"):
        assert isinstance(a.value, dt.date)
        return _clocked(When(start=a.value, end=a.value, grain="day"), slots)
    if a := slots.get("ended"):
        return _ended(text, a, slots, today)
    if a := slots.get("md"):
        return _month_day(text, a, slots, today, after, start, end)
    if a := slots.get("rel_day"):
        n, deixis = cast("tuple[int, str]", a.value)
        base = context.day if context is not None and context.day is not None and deixis in ("next_day", "previous_day") else today
        day = base + n * moments.DAY
        return _clocked(When(start=day, end=day, grain="day", deixis=deixis), slots)
    if (a := slots.get("nth_day") or slots.get("nth_week") or slots.get("nth_weekend")) is not None:
        return _nth(a, slots, today)
    if a := slots.get("mod_weekday"):
        return _clocked(_mod_weekday(a, slots, today), slots)
    if a := slots.get("weekday"):
        return _clocked(_weekday(text, a, slots, today, after, start, end), slots)
    if a := slots.get("day"):
        return _day(a, slots, today)
    days, grain, deixis, fiscal = _wide(text, slots, today, after, start, end)
    if days is None or grain is None:
        if (a := slots.get("clock")) is not None:
            return _clocked(When(start=today, end=today, grain="day", deixis="this_day"), slots)
        return None
    if (a := slots.get("part")) is not None:
        return _part(cast(str, a.value), days, today)
    return When(start=days[0], end=days[1], grain=grain, deixis=deixis, fiscal=fiscal)


def _mod_weekday(a: Atom, slots: dict[str, Atom], today: dt.date) -> When:
    """"Next Tuesday" is the one of next week, "this" the week's own, "last" the latest before today."""
    n, mod, word = cast(int, a.value), a.to or 0, a.word or ""
    if mod > 0:
        day = moments.week(today, 1)[0] + n * moments.DAY if word == "next" else today + ((n - today.weekday()) % 7 or 7) * moments.DAY
    elif mod == 0:
        day = moments.week(today)[0] + n * moments.DAY
    else:
        day = today - ((today.weekday() - n) % 7 or 7) * moments.DAY
    return When(start=day, end=day, grain="day", deixis="weekday")


def _at_end(text: str, a: Atom, today: dt.date, start: int, end: int) -> When:
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


def _same(a: Atom, context: Context | None) -> When | None:
    """"The same period last year", "the year-ago quarter": the period last told, a year back."""
    period = context.period if context is not None else None
    if period is None or period.start is None or period.end is None:
        return None
    first, last = moments.on(period.start, -1, "years"), moments.on(period.end, -1, "years")
    if (period.end + moments.DAY).day == 1:
        last = moments.month(last.year, last.month)[1]
    return When(start=first, end=last, grain=period.grain, fiscal=period.fiscal, relation="before")


def _feast(a: Atom, slots: dict[str, Atom], today: dt.date, text: str, start: int, end: int) -> When:
    name, year = cast(str, a.value), a.year or _year(slots, today)
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
    return When(start=day, end=day, grain="day")


def _wide(
    text: str, slots: dict[str, Atom], today: dt.date, after: When | None, start: int, end: int
) -> tuple[moments.Days | None, Grain | None, str | None, bool]:
    """The week, month, quarter, half, year or decade that the pieces tell, with grain, deixis and whether it is fiscal."""
    fiscal = "fiscal" in slots or any(a.word == "fiscal" for a in slots.values())
    year = _year(slots, today)
    if a := slots.get("quarter"):
        n, last = cast(int, a.value), cast(int, a.to or a.value)
        y, now = a.year or year, (today.month - 1) // 3 + 1
        if y is None and last == n and (fiscal or n > now) and _reported(text, start, end):
            q = now - 1 if now > 1 else 4
            return moments.quarter(today.year - (now == 1), q), "quarter", None, True
        if y is None:
            y = today.year - (n == 4 and now == 1)
        return (moments.quarter(y, n)[0], moments.quarter(y, last)[1]) if last >= n else None, "quarter" if n == last else "range", None, fiscal
    if a := slots.get("half"):
        n = cast(int, a.value)
        if "rel_month" in slots or "decade" in slots or "my" in slots:
            inner, _, _, _ = _wide(text, {k: v for k, v in slots.items() if k != "half"}, today, after, start, end)
            if inner is None:
                return None, None, None, False
            middle = inner[0] + (inner[1] - inner[0]) // 2
            return ((inner[0], middle) if n == 1 else (middle + moments.DAY, inner[1])), "range", None, False
        return moments.half(year or today.year, n), "half", None, fiscal
    if a := slots.get("my"):
        n = cast(int, a.value)
        y = a.year or year
        if y is None:
            y = _year_of_month(text, n, today, after, start, end)
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
        return (moments.year(year), "year", None, fiscal) if 1 <= year <= 9999 else (None, None, None, False)
    return None, None, None, False


def _year(slots: dict[str, Atom], today: dt.date) -> int | None:
    if (a := slots.get("year")) is not None:
        return cast(int, a.value)
    if (a := slots.get("rel_year")) is not None:
        return today.year + cast(int, a.value)
    return None


def _year_of_month(text: str, n: int, today: dt.date, after: When | None, start: int, end: int) -> int:
    if after is not None and after.start is not None:
        return after.start.year + (n < after.start.month)
    bent = 1 if n < today.month and ahead(text, start, end) else 0
    if bent == 0 and n > today.month and not ahead(text, start, end) and n - today.month > 2:
        return today.year - 1
    return moments.year_of_month(today, n, bent)


def _month_day(
    text: str, a: Atom, slots: dict[str, Atom], today: dt.date, after: When | None, start: int, end: int
) -> When | None:
    number, d, year = a.month, cast(int, a.value), a.year or _year(slots, today)
    if year is None and after is not None and after.start is not None:
        year = after.start.year + ((number, d) < (after.start.month, after.start.day))
    if year is not None:
        day = moments.date(year, number, d)
    else:
        near = [x for y in (today.year - 1, today.year, today.year + 1) if (x := moments.date(y, number, d))]
        if (w := slots.get("weekday")) is not None:
            near = [x for x in near if x.weekday() == w.value] or near
        day = moments.nearest(near, today)
    if day is None:
        return None
    if "week_of" in slots:
        monday, sunday = moments.week(day)
        return When(start=monday, end=sunday, grain="week")
    if a.to is not None:
        last = moments.date(day.year, day.month, a.to)
        return When(start=day, end=last, grain="range") if last and last > day else None
    return _clocked(When(start=day, end=day, grain="day"), slots)


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
    return When(start=day, end=day, grain="day") if day else None


def _nth(a: Atom, slots: dict[str, Atom], today: dt.date) -> When | None:
    inner = {k: v for k, v in slots.items() if v is not a}
    days, _, _, _ = _wide("", inner, today, None, 0, 0)
    if days is None:
        return None
    n = cast(int, a.value)
    if a.slot == "nth_day":
        day = moments.nth_weekday(days, n, a.to) if a.to is not None else (days[1] if n < 0 else days[0] + (n - 1) * moments.DAY)
        return When(start=day, end=day, grain="day") if day else None
    found = moments.nth_week(days, n)
    if found is None:
        return None
    if a.slot == "nth_weekend":
        return When(start=found[0] + 5 * moments.DAY, end=found[1], grain="range")
    return When(start=found[0], end=found[1], grain="week")


def _ended(text: str, a: Atom, slots: dict[str, Atom], today: dt.date) -> When | None:
    """The three months ended Dec. 31: back from the day told by so many months."""
    n, unit = cast("tuple[int, str]", a.value)
    if b := slots.get("md"):
        when = _month_day(text, b, {"md": b}, today, None, a.start, b.end)
        last = when.end if when else None
    else:
        b = slots["my"] if "my" in slots else a
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


def _part(which: str, days: moments.Days, today: dt.date) -> When:
    if which == "rest":
        return When(start=max(today, days[0]), end=days[1], grain="range")
    if which == "past":
        return When(start=days[0], end=max(days[0], min(today, days[1])), grain="range")
    found = moments.part(days, which)
    return When(start=found[0], end=found[1], grain="range")


def _stretch(a: Atom, today: dt.date) -> When:
    n, unit = cast("tuple[int, str]", a.value)
    if n < 0:
        return When(start=moments.on(today, n, unit), end=today, grain="range", deixis="stretch")
    return When(start=today + moments.DAY, end=moments.on(today, n, unit), grain="range", deixis="stretch")


def _ago(a: Atom, today: dt.date) -> When:
    n, unit = cast("tuple[int, str]", a.value)
    day = moments.on(today, n, unit)
    if a.to is not None and a.word is not None:
        day = moments.on(day, a.to, a.word)
    base = unit in ("years", "quarters", "months") and n < 0
    return When(start=day, end=day, grain="day", deixis="offset", relation="before" if base else "on")


def _clocked(when: When, slots: dict[str, Atom]) -> When:
    a = slots.get("clock")
    if a is None:
        return when
    zone = a.word if a.word not in (None, "local") else None
    return msgspec.structs.replace(when, clock=cast(dt.time, a.value), grain="instant", zone=zone, local=a.word == "local")
