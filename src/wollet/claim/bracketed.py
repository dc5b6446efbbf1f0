"""Stretches of time whose days a Korean text tells in brackets: "한 달간(지난달 23일~1월 22일)", and "한 달간" after it."""

from __future__ import annotations

from wollet.claim.frames import Frames
from wollet.claim.stretches import Horizon
from wollet.mention import unhurried as re
from wollet.model.time import When

OPENS = re.compile(r"(?:\s?(?:동안|간|새|사이))?\s?\(")
CLOSES = re.compile(r"(?:까지)?\)")
LONGEST = 4


def days(frames: Frames, m: re.Match[str]) -> Horizon | None:
    """The days in brackets behind a stretch, or behind the same words before it in the text, else None."""
    text, words = frames.text, m[0].strip()
    at = m.start()
    while at >= 0:
        behind = OPENS.match(text, at + len(words))
        if behind is not None:
            for d in frames.dates_between(behind.end(), behind.end() + LONGEST):
                when = d.value
                if isinstance(when, When) and when.start is not None and when.end is not None and when.start < when.end and CLOSES.match(text, d.end):
                    return Horizon("range", start=when.start, end=when.end)
        at = text.rfind(words, 0, at)
    return None
