"""What a move over a stretch is set against: a day, a month or the price of one ("지난해 말 2655.28에서", "27일부터 30일까지")."""

from __future__ import annotations

import datetime as dt

from wollet.claim.frames import Frame, Frames
from wollet.claim.stretches import Horizon
from wollet.mention import unhurried as re
from wollet.model.time import When

NEXT_DOOR = frozenset(("previous_day", "yesterday", "today", "this_day", "overnight"))
BASE = re.compile(r"(?:\([^)]{0,20}\))?\s?(?:종가\s?|말\s?|초\s?)?(?:대비|보다|에\s?비해|이후|부터)")
FROM_LEVEL = re.compile(r"\s?(?P<late>말\s)?(?:종가(?:인|\s)?\s?)?[\d,.만천]+(?:선|포인트|원|달러)?에서\s")
"""Behind a time: the price then, which a move starts from, so that the move ran on past that time."""
LATE = ("말", "말일")
KO_THAN = re.compile(r"(?:,\s[\d.]+%[^.\n]{0,24})?\s?(?:지수\s?)?(?:대비|보다|에\s?비해)\s")


def base_day(frames: Frames, frame: Frame) -> Horizon | None:
    """The day or month that a move is set against, or the days it ran through: "지난해 12월 대비", "27일부터 30일까지"."""
    for d in frames.dates_between(frame.clause[0], frame.start) if frames.lang == "ko" else ():
        level = FROM_LEVEL.match(frames.text, d.end)
        if level is not None and level.end() < frame.start and isinstance(d.value, When) and d.value.grain not in ("day", "instant"):
            late = level["late"] is not None or frames.text[d.start : d.end].endswith(LATE)
            return Horizon("since", start=d.value.end) if late else Horizon("anchor", anchor=frames.text[d.start : d.end])
    when = frame.time.when
    if when is not None and when.grain == "range" and when.start and when.end and when.start < when.end <= frames.article.published.date() and frame.time.how == "clause":
        span = frame.time.span
        if frames.lang == "en" and span is not None and span[0] >= frame.end and re.search(r"\d", frames.text[frame.end : span[0]]):
            return None
        return Horizon("range", start=when.start, end=when.end)
    for d in reversed(frames.dates_between(frame.clause[0], frame.start)):
        if d.end > frame.start:
            continue
        if isinstance(d.value, When) and d.value.start is not None and d.value.deixis not in NEXT_DOOR and BASE.match(frames.text, d.end):
            if d.value.grain in ("day", "instant"):
                return None if frames.lang == "ko" and _session_before(frames, frame, d.value.start) else Horizon("since", start=d.value.start)
            return Horizon("anchor", anchor="since")
        return None
    return None


def set_against(frames: Frames, frame: Frame) -> bool:
    """Whether a move is that of a thing which the stretch's own subject is compared with: "4.29% 오른 다우존스 대비"."""
    c = frame.instrument
    return c is not None and c.how == "behind" and KO_THAN.match(frames.text, c.end) is not None


def _session_before(frames: Frames, frame: Frame, day: dt.date) -> bool:
    """Whether a base day is the session right before the one told of: the move is then that session's ("지난달 31일 대비 1.4% 오른")."""
    from wollet.reference import calendars
    from wollet.reference.instruments import calendar_of

    if frame.instrument is None:
        return False
    mic = calendar_of(frame.instrument.name.ids[0])
    windows = frames.windows(frame, mic, days=True)
    return bool(windows) and windows[0][0].start == windows[0][0].end and calendars.shift(mic, windows[0][0].end, -1) == day
