"""The period that a reported or foretold figure is of: a quarter, a half, a fiscal year, a month, a day.

A period that the words name wins ("3분기", "fiscal 2024", "in October"), the nearest one before the figure first; else
what is usual is taken: a company tells its last quarter, a statistic its last month, a forecast the year under way.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from wollet.claim.frames import Frame, Frames
from wollet.model.mention import Mention
from wollet.model.time import When, Window

Usual = Literal["quarter", "year", "month", "day", "this_year", "next_year", "none"]
GRAINS = frozenset(("month", "quarter", "half", "year", "range", "decade"))
DAYS = frozenset(("day", "instant"))
FAR = 160


def month_of(day: dt.date, back: int = 0) -> Window:
    """The calendar month of a day, or one so many months before."""
    year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
    following = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return Window(dt.date(year, month + 1, 1), following - dt.timedelta(days=1))


def quarter_of(day: dt.date, back: int = 0) -> Window:
    """The calendar quarter of a day, or one so many quarters before."""
    year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 - back, 4)
    return Window(dt.date(year, quarter * 3 + 1, 1), month_of(dt.date(year, quarter * 3 + 3, 1)).end)


def year_of(day: dt.date, back: int = 0) -> Window:
    return Window(dt.date(day.year - back, 1, 1), dt.date(day.year - back, 12, 31))


def usual(kind: Usual, published: dt.date) -> Window | None:
    """The period meant where none is said."""
    if kind == "quarter":
        return quarter_of(published, 1)
    if kind == "year":
        return year_of(published, 1)
    if kind == "this_year":
        return year_of(published)
    if kind == "next_year":
        return year_of(published, -1)
    if kind == "month":
        return month_of(published, 1)
    if kind == "day":
        return Window(published, published)
    return None


def period(frames: Frames, frame: Frame, kind: Usual, *, days: bool = False) -> tuple[Window | None, bool]:
    """The period of a figure and whether the words name it; `days` lets a single day stand for itself."""
    if (m := named(frames, frame, days=days)) is not None:
        when = m.value
        assert isinstance(when, When) and when.start is not None
        return Window(when.start, when.end or when.start), True
    return usual(kind, frames.article.published.date()), False


def named(frames: Frames, frame: Frame, *, days: bool = False) -> Mention | None:
    """The period that the words near a figure name: before it in its clause, behind it, before it in its sentence."""
    best: tuple[int, Mention] | None = None
    wanted = GRAINS | DAYS if days else GRAINS
    for m in frames.dates_in(frame.sentence):
        when = m.value
        assert isinstance(when, When)
        if when.start is None or when.grain not in wanted or when.relation in ("since", "before"):
            continue
        if m.end <= frame.start:
            cost = frame.start - m.end + (0 if m.start >= frame.clause[0] else 40)
        elif m.start >= frame.end:
            cost = m.start - frame.end + (70 if frames.lang == "ko" else 8 if m.start < frame.clause[1] else 60)
        else:
            cost = 0
        if cost <= FAR and (best is None or cost < best[0]):
            best = (cost, m)
    return best[1] if best is not None else None
