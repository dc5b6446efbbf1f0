"""What the reading of tables and lists needs of an article, and the days that its headings and rows name."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from wollet.claim import columns
from wollet.claim.layout import Line
from wollet.claim.time_words import EN_OWNS
from wollet.mention import unhurried as re
from wollet.model.mention import Mention
from wollet.model.time import When

SET_AGAINST = re.compile(r"(?:\([^()\n]{1,20}\))?\s?(?:대비|[比비](?![가-힣])|보다|에\s?비해|종가|가격|[:：]?\s?[$₩]?\d[\d,.]*(?![\d,.%])(?!\s?(?:%|퍼센트|포인트|p\b|bp)))")
AGAINST = re.compile(r"\b(?:from|vs\.?|versus|than|against|since)\s(?:the\s)?$|\b(?:after|from)\s[$€£]?\d[\d,.]*\s$", re.IGNORECASE)
"""Around a day that figures are only set against: "전일대비", "vs. Friday"."""
SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})")
WEEKDAYS = {w: n for n, w in enumerate(("mon", "tue", "wed", "thu", "fri"))} | {w + end: n for n, w in enumerate("월화수목금") for end in ("", "요일")}
DAY_ALONE = re.compile(r"\d{1,2}\s?일")


class Marks:
    """Sorted expressions of a text, asked for those of a stretch."""

    def __init__(self, marks: Sequence[Mention]) -> None:
        self.marks = marks
        self.starts = [m.start for m in marks]

    def within(self, a: int, b: int) -> Sequence[Mention]:
        return self.marks[bisect_left(self.starts, a) : bisect_left(self.starts, b)]


class Sheet(msgspec.Struct, frozen=True):
    """What the reading of tables and lists needs of an article: its text, lines, figures, names and days."""

    text: str
    lines: list[Line]
    figures: Marks
    names: Marks
    days: Marks
    published: dt.date

    def day(self, a: int, b: int) -> Mention | None:
        """The one day named in a stretch of text, None where none or several are."""
        found = [m for m in self.days.within(a, b) if isinstance(m.value, When) and m.value.grain in ("day", "instant") and m.value.relation == "on" and not EN_OWNS.match(self.text, m.end) and not self._against(m) and not DAY_ALONE.fullmatch(self.text, m.start, m.end)]
        return found[0] if len({m.value for m in found}) == 1 else None

    def of_heading(self, a: int, b: int) -> Mention | None:
        """The day that a heading names beside what its column measures: "Friday close", "9/5 종가"."""
        if (key := self.text[a:b].strip()) in WEEKDAYS:
            date = self.published - dt.timedelta(days=(self.published.weekday() - WEEKDAYS[key]) % 7)
            return Mention(a, b, "date", When(start=date, end=date, grain="day"), "heading")
        days = list(columns.DATED.finditer(self.text, a, b)) or [m for m in ((SLASHED.fullmatch(self.text, a, b) or DAY_ALONE.fullmatch(self.text, a, b)),) if m is not None]
        if not days or (found := self.day(a, b)) is not None:
            return found if days else None
        if (week := next((w for m in days if (w := WEEKDAYS.get(m[0].rstrip(".").lower()[:3])) is not None), None)) is not None:
            date = self.published - dt.timedelta(days=(self.published.weekday() - week) % 7)
            return Mention(a, b, "date", When(start=date, end=date, grain="day"), "heading")
        if (bare := DAY_ALONE.fullmatch(self.text, a, b)) is not None:
            back = (self.published - dt.timedelta(days=n) for n in range(31))
            return next((Mention(a, b, "date", When(start=d, end=d, grain="day"), "heading") for d in back if d.day == int(bare[0].rstrip("일 "))), None)
        m = next((m for m in days if SLASHED.fullmatch(m[0])), None)
        if m is None or (slashed := SLASHED.fullmatch(m[0])) is None:
            return None
        month, day = int(slashed[1]), int(slashed[2])
        for year in (self.published.year, self.published.year - 1):
            try:
                date = dt.date(year, month, day)
            except ValueError:
                return None
            if date <= self.published:
                return Mention(m.start(), m.end(), "date", When(start=date, end=date, grain="day"), "heading")
        return None

    def _against(self, m: Mention) -> bool:
        """Whether a day is only what figures are set against: "전일 대비", "vs. Friday", "전일 2,521.90" beside the price."""
        before = m.value.deixis in ("previous_day", "yesterday") if isinstance(m.value, When) else False
        return (before and SET_AGAINST.match(self.text, m.end) is not None) or AGAINST.search(self.text, max(0, m.start - 14), m.start) is not None
