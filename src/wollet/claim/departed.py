"""The price that a Korean move started from: the close before its session or stretch, or an old extreme of no told day."""

from __future__ import annotations

import datetime as dt

from wollet.claim import stretches
from wollet.claim.frames import Frame, Frames
from wollet.claim.roles import role
from wollet.claim.stretches import Horizon
from wollet.claim.time_words import DAYS
from wollet.mention import unhurried as re
from wollet.model.time import Window
from wollet.reference import calendars
from wollet.reference.instruments import calendar_of

EXTREME = re.compile(r"(?P<own>\d일\S{0,2}\s(?:장중\s|기록한\s|세운\s)?)?(?:[고저]점|최고[가치점]|최저[가치점]|신[고저]가)(?:(?:인|이던|였던|이었던)\s|[을를]?\s(?:기록한|찍은)\s|\s)$")
SET_AGAINST = re.compile(r"(?:선|포인트|원|달러|p)?(?:\s?대비|보다|에\s?비해|에서\s|[과와]\s?비교)")
"""Around an old high or low that a price is set against: "연중 최고점이던 2891보다"; `own` where a day stands before it."""
LED_TO = re.compile(r"(?:선|포인트|원|달러|p)?에서\s(?:이날\s)?")
"""Between the price that a move left and the one that it led to."""
CLOSED = re.compile(r"종가|마감|마쳤|마친|끝[났낸냈]")
EVE_CLOSE = re.compile(
    r"(?:(?:연휴|휴장|명절|휴일|설|추석)\s?(?:직)?전\s?(?:마지막\s?)?(?:거래일|날)?|(?:직전|전|앞선|이전)\s?거래일)(?:인|의)?\s?(?:[가-힣\d()]+\s){0,2}?종가(?:는|가)?\s$|(?:전장|(?:직전|전|앞선)\s?거래일)(?:에서|에|에는|엔)\s$"
)
"""Before the close of the session that lies before the one told of: "연휴 전 마지막 거래일 종가는"."""
WAS_THEN = re.compile(r"(?:원|달러|포인트|p)?(?:이?였|이었)던\s(?:전[날일]|전\s?거래일|어제)")
"""Behind it: "2441이었던 전날보다"."""
WAS = re.compile(r"(?:원|달러|포인트|p)?(?:이?였|이었)던\s")
THEN = re.compile(r"(?:전장|(?:직전|전)\s?거래일|전[날일])(?:의|에)?\s(?:종가\s)?$")
"""Around it: "전장 2441이었던 코스피는"."""
LAST_OF = re.compile(r"(?:[은는이가의]|에는|에|\s)?\s?(?:(?!전날|전일|전장|이날|오늘|어제|당일|하루|거래일)[^.\n]|(?<=\d)\.(?=\d)){0,60}$")
"""Between a week, month or year gone by and the price that it closed at."""
BEFORE_IT = frozenset(("ytd", "mtd", "wtd", "qtd", "last_week", "last_month", "last_year", "range"))
"""Stretches that start from the last close before them."""


def old_extreme(frames: Frames, frame: Frame) -> bool:
    """Whether a figure is a high or a low of a day not told, which another price is set against."""
    m = EXTREME.search(frames.text, max(frame.sentence.start, frame.start - 24), frame.start)
    return m is not None and m["own"] is None and SET_AGAINST.match(frames.text, frame.end, frame.sentence.end) is not None


def close_before(frames: Frames, frame: Frame, told_of: Window | None) -> Window | None:
    """The session of whose close a level is that a move starts from: "17일 코스피는 2758에서 2744로", "올해 2655에서 2399로 9.6%"."""
    following = frames.figures[frame.index + 1] if frame.index + 1 < len(frames.figures) else None
    if frame.instrument is None or following is None or LED_TO.fullmatch(frames.text, frame.end, following.start) is None:
        return None
    if told_of is None or told_of.start != told_of.end:
        return None
    mic, start = calendar_of(frame.instrument.name.ids[0]), told_of.start
    move = next((f for f in frames.numbers[frame.index + 2 : frame.index + 4] if f.unit == "percent" and f.sentence is frame.sentence), None)
    told = role(frames, move) if move is not None else None
    if told is not None and told.horizon is not None:
        stretch = stretches.closed_period(told.horizon, frames.article.published.date()) or stretches.window(told.horizon, start, mic)
        if stretch is None or told.horizon.unit not in BEFORE_IT:
            return None
        start = stretch.start
    return _session(mic, start, -1)


def close_of(frames: Frames, frame: Frame, told_of: Window | None) -> Window | None:
    """The session of another time whose close a price is said to be: "지난해 말 종가는", "지난달 코스피는 3% 오른 2655로 마감", "연휴 전 종가는"."""
    if frame.instrument is None or told_of is None:
        return None
    text, mic = frames.text, calendar_of(frame.instrument.name.ids[0])
    told = frame.time.how != "none" or told_of.end >= frames.article.published.date()
    if told and EVE_CLOSE.search(text, max(frame.sentence.start, frame.start - 36), frame.start) is not None:
        return _session(mic, told_of.end, -1)
    if WAS_THEN.match(text, frame.end) is not None or (WAS.match(text, frame.end) and THEN.search(text, max(frame.sentence.start, frame.start - 12), frame.start)):
        return _session(mic, told_of.end, -1)
    when, span = frame.time.when, frame.time.span
    if frame.time.how != "clause" or span is None or when is None or when.grain in DAYS or when.start is None or when.end is None:
        return None
    week = stretches.closed_period(Horizon("last_week"), frames.article.published.date()) if when.deixis == "last_week" else None
    end = when.end if week is None else week.end
    if end >= frames.article.published.date() or CLOSED.search(text, span[1], min(frame.sentence.end, frame.end + 14)) is None:
        return None
    if LAST_OF.fullmatch(text, span[1], frame.start) is None:
        return None
    return _session(mic, end, 0)


def _session(mic: str, day: dt.date, n: int) -> Window:
    """The session so many from a day on, as a window of its own; 0 is the day's or the last before it."""
    session = calendars.shift(mic, day, n)
    return Window(session, session)
