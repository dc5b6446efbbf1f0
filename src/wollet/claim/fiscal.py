"""Fiscal periods named by their year: "fiscal 2024", "the third quarter of fiscal 2025", "2024 회계연도".

A company's fiscal year is taken by the calendar year in which it ends, as most companies name theirs; some name it by
the year in which it began, so a figure that such a year does not bear out is left open.
"""

from __future__ import annotations

import datetime as dt

from wollet.claim import periods
from wollet.claim.frames import Frame, Frames
from wollet.model.market import MarketData, Point
from wollet.model.time import When, Window

QUARTER = 91
"""Days of a fiscal quarter: thirteen weeks."""
NEAR = 20
"""Days by which a fiscal quarter's end may lie off."""


def named(frames: Frames, frame: Frame) -> str | None:
    """The fiscal period that governs a figure, "2024" or "2025Q3", or None where the words name none with its year."""
    m = periods.named(frames, frame, periods.LONG)
    when = m.value if m is not None else None
    if m is None or not isinstance(when, When) or not when.fiscal or when.start is None or not periods.YEAR.search(frames.text, m.start, m.end):
        return None
    if when.grain == "quarter":
        return f"{when.start.year}Q{(when.start.month + 2) // 3}"
    return str(when.start.year) if when.grain == "year" else None


def reported(window: Window, published: dt.date) -> Window:
    """About when a fiscal period that is told as over lay: the calendar's own, or the last one that had ended."""
    if window.end <= published:
        return window
    return periods.year_of(published, 1) if (window.end - window.start).days > 200 else periods.quarter_of(published, 1)


def filed(market: MarketData, id: str, item: str, period: str, as_of: dt.datetime | None, back: int = 0) -> Point | None:
    """The figure filed for a fiscal period, or for the one so many quarters (of a year: years) before it."""
    year, _, quarter = period.partition("Q")
    if not quarter:
        return _year(market, id, item, int(year) - back, as_of)
    count = int(year) * 4 + int(quarter) - 1 - back
    ended = _year(market, id, item, count // 4, as_of)
    if ended is None and (last := _year(market, id, item, count // 4 - 1, as_of)) is not None:
        end = last.end + dt.timedelta(days=4 * QUARTER)
    elif ended is not None:
        end = ended.end
    else:
        return None
    day = end - dt.timedelta(days=QUARTER * (3 - count % 4))
    near = dt.timedelta(days=NEAR)
    found = [p for p in market.fundamentals(id, item, day - near, day + near, as_of=as_of) if (p.kind or "").startswith("quarter")]
    return min(found, key=lambda p: abs(p.end - day), default=None)


def _year(market: MarketData, id: str, item: str, year: int, as_of: dt.datetime | None) -> Point | None:
    """The figure filed for the fiscal year that ended in a calendar year."""
    found = market.fundamentals(id, item, dt.date(year, 1, 1), dt.date(year, 12, 31), as_of=as_of)
    return next((p for p in found if (p.kind or "").startswith("annual") and p.end.year == year), None)
