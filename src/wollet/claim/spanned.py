"""A move told between two times that the English words both name: "lost 25% between January and October 2022".

On which days of the two the move began and ended is not told: its window is known, its base is not.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left

from wollet.claim.frames import Frame, Frames
from wollet.claim.stretches import Horizon
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.time import When

FROM = Anchored(r"\b(?:between|from)\s(?:the\s)?$", re.IGNORECASE)
TO = re.compile(r"\s(?:and|to|through|until|till)\s(?:the\s)?", re.IGNORECASE)
JOINED = re.compile(r"\b(?:and|to|through|until|till)\b|[-–]", re.IGNORECASE)
BEHIND = re.compile(r"[^.;,:()]{0,40}\s")
"""Between a move and the times right behind it."""
BEFORE = re.compile(r"[^.;:()]{0,60}")
"""Between the times and a move told behind them."""


def told(frames: Frames, frame: Frame) -> Horizon | None:
    """The stretch between two times named beside a move, or None."""
    if frame.unit not in ("percent", "points", "ratio", "bp"):
        return None
    published = frames.article.published.date()
    dates = frames.dates_in(frame.sentence)
    for i, m in enumerate(dates):
        opened = FROM.search(frames.text, max(frame.sentence.start, m.start - 14), m.start)
        if opened is None or not isinstance(m.value, When):
            continue
        last = m
        if JOINED.search(frames.text, m.start, m.end) is None:
            if i + 1 >= len(dates) or TO.fullmatch(frames.text, m.end, dates[i + 1].start) is None:
                continue
            last = dates[i + 1]
        start, end = m.value.start, _end(last.value)
        if start is None or end is None or not start < end <= published:
            continue
        behind = frame.end <= opened.start() and BEHIND.fullmatch(frames.text, frame.end, opened.start())
        before = last.end <= frame.start and BEFORE.fullmatch(frames.text, last.end, frame.start)
        if (behind or before) and not _figures(frames, *((frame.end, opened.start()) if behind else (last.end, frame.start))):
            return Horizon("anchor", anchor=frames.text[opened.start() : last.end], start=start, end=end)
    return None


def _figures(frames: Frames, a: int, b: int) -> bool:
    """Whether a figure stands in a stretch of text."""
    return bisect_left(frames.figure_starts, a) < bisect_left(frames.figure_starts, b)


def _end(value: object) -> dt.date | None:
    return value.end if isinstance(value, When) else None
