"""The price that a Korean move started from: the close before its session or stretch, or an old extreme of no told day."""

from __future__ import annotations

from wollet.claim import stretches
from wollet.claim.frames import Frame, Frames
from wollet.claim.roles import role
from wollet.mention import unhurried as re
from wollet.model.time import Window
from wollet.reference import calendars
from wollet.reference.instruments import calendar_of

EXTREME = re.compile(r"(?P<own>\d일\S{0,2}\s(?:장중\s|기록한\s|세운\s)?)?(?:[고저]점|최고[가치점]|최저[가치점]|신[고저]가)(?:(?:인|이던|였던|이었던)\s|[을를]?\s(?:기록한|찍은)\s|\s)$")
SET_AGAINST = re.compile(r"(?:선|포인트|원|달러|p)?(?:\s?대비|보다|에\s?비해|에서\s|[과와]\s?비교)")
"""Around an old high or low that a price is set against: "연중 최고점이던 2891보다"; `own` where a day stands before it."""
LED_TO = re.compile(r"(?:선|포인트|원|달러|p)?에서\s(?:이날\s)?")
"""Between the price that a move left and the one that it led to."""
BEFORE_IT = frozenset(("ytd", "mtd", "wtd", "qtd", "last_week", "last_month", "last_year", "range"))
"""Stretches that start from the last close before them."""


def old_extreme(frames: Frames, frame: Frame) -> bool:
    """Whether a figure is a high or a low of a day not told, which another price is set against."""
    m = EXTREME.search(frames.text, max(frame.sentence.start, frame.start - 24), frame.start)
    return m is not None and m["own"] is None and SET_AGAINST.match(frames.text, frame.end, frame.sentence.end) is not None


def close_before(frames: Frames, frame: Frame) -> Window | None:
    """The session of whose close a level is that a move starts from: "17일 코스피는 2758에서 2744로", "올해 2655에서 2399로 9.6%"."""
    following = frames.figures[frame.index + 1] if frame.index + 1 < len(frames.figures) else None
    if frame.instrument is None or following is None or LED_TO.fullmatch(frames.text, frame.end, following.start) is None:
        return None
    mic = calendar_of(frame.instrument.name.ids[0])
    windows = frames.windows(frame, mic, days=True)
    if not windows or windows[0][0].start != windows[0][0].end:
        return None
    start = windows[0][0].start
    move = next((f for f in frames.numbers[frame.index + 2 : frame.index + 4] if f.unit == "percent" and f.sentence is frame.sentence), None)
    told = role(frames, move) if move is not None else None
    if told is not None and told.horizon is not None:
        stretch = stretches.closed_period(told.horizon, frames.article.published.date()) or stretches.window(told.horizon, start, mic)
        if stretch is None or told.horizon.unit not in BEFORE_IT:
            return None
        start = stretch.start
    eve = calendars.shift(mic, start, -1)
    return Window(eve, eve)
