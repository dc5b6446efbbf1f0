"""The close that an English price or move is set against: "from Wednesday's close of 6,263.70", "the prior Friday's close"."""

from __future__ import annotations

import datetime as dt

from wollet.claim import endings
from wollet.claim.frames import Frame, Frames
from wollet.claim.pricing import calendar_of
from wollet.claim.stretches import Horizon
from wollet.mention import unhurried as re
from wollet.mention.sessions import session_windows
from wollet.model.time import When
from wollet.reference import calendars

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
BASE = (
    r"\b(?:from|versus|vs\.?|above|below|over|than|against|compared (?:with|to))\s(?:the\s|its\s|their\s)?"
    r"(?:(?P<eve>yesterday['’]s|(?:previous|prior|last|preceding)(?:\s(?:session|trading day|day)['’]s)?)|(?P<ago>(?:previous|prior|preceding|last)\s)?(?P<day>Mon|Tues|Wednes|Thurs|Fri)day['’]s)"
    r"\sclos(?:e|ing (?:level|price|value))"
)
BEFORE = re.compile(BASE + r"\s(?:of|at)\s$", re.IGNORECASE)
"""Before the price of that close."""
BEHIND = re.compile(r"(?:\s?(?:percent|per cent|points?))?\s(?:higher\s|lower\s)?" + BASE, re.IGNORECASE)
"""Behind the move from it."""
SET_AGAINST = re.compile(r"\b(?:compared (?:with|to)|versus|vs\.?|against|from)\s$", re.IGNORECASE)
IN_EVE = re.compile(r"\s(?:in the (?:prior|previous|preceding) session|(?:the )?(?:day|session) before|a (?:day|session) earlier|(?:on )?the (?:previous|prior) day|at the (?:previous|prior) close)\b", re.IGNORECASE)
"""Around a price of the session before: "compared with $37.30 in the prior session"."""
REACH = 60
"""Code points before a price within which its words stand."""


def close_before(frames: Frames, frame: Frame, id: str) -> dt.date | None:
    """The session whose close a price is said to have been, where a move is set against it."""
    m = BEFORE.search(frames.text, max(frame.sentence.start, frame.start - REACH), frame.start) if frames.lang == "en" else None
    if m is not None:
        return _session(frames, frame, m, id)
    if frames.lang != "en" or SET_AGAINST.search(frames.text, max(frame.sentence.start, frame.start - 16), frame.start) is None:
        return None
    behind = IN_EVE.match(frames.text, frame.end, frame.sentence.end)
    told = _told(frames, frame, behind, id) if behind is not None else None
    return calendars.shift(calendar_of(id), told, -1) if told is not None else None


def since(frames: Frames, frame: Frame) -> Horizon | None:
    """The stretch of a move from a close that is not that of the session before; None where it is one session's."""
    m = BEHIND.match(frames.text, frame.end, frame.sentence.end)
    if m is None or m["day"] is None or frame.instrument is None:
        return None
    id = frame.instrument.name.ids[0]
    base = _session(frames, frame, m, id)
    told = _told(frames, frame, m, id)
    return None if base is None or base == told or calendars.shift(calendar_of(id), base, 1) == told else Horizon("since", start=base)


def _session(frames: Frames, frame: Frame, m: re.Match[str], id: str) -> dt.date | None:
    """The session that a base names: the one before that told of, or the last one on a weekday; of its own weekday that told of."""
    told = _told(frames, frame, m, id)
    if told is None:
        return None
    mic = calendar_of(id)
    if m["day"] is None:
        return calendars.shift(mic, told, -1)
    back = (told.weekday() - WEEKDAYS.index(m["day"][:3].lower())) % 7 or (7 if m["ago"] else 0)
    day = told - dt.timedelta(days=back)
    return day if calendars.is_session(mic, day) else None


def _told(frames: Frames, frame: Frame, m: re.Match[str], id: str) -> dt.date | None:
    """The session that the sentence tells of: the day it names outside of its base, else the one the text is of."""
    mic = calendar_of(id)
    for d in frames.dates_in(frame.sentence):
        if isinstance(d.value, When) and d.value.grain in ("day", "instant") and d.value.relation == "on" and not m.start() <= d.start < m.end():
            found = session_windows(d.value, mic, frames.article.published, frames.lang)
            if found and found[0][0].start == found[0][0].end:
                return found[0][0].end
    return endings.told_now(frames, frame, mic)
