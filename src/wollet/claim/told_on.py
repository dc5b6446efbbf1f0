"""A Korean move that goes on with the stretch of time of the sentence before: "올해 코스피는 20% 올랐다. 코스닥은 5% 내렸다".

It may as well be one session's, so both are its readings.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from typing import Any

import msgspec

from wollet.claim import enumerated, horizon_words, horizons, stretches
from wollet.claim.clauses import Sentence
from wollet.claim.doubts import SESSION, STRETCH
from wollet.claim.frames import Frame, Frames
from wollet.claim.pricing import calendar_of, sort_of
from wollet.claim.stretches import Horizon
from wollet.mention import unhurried as re
from wollet.reference import calendars

CLOSING = re.compile(r"마감|종가|마쳤|거래를?\s?마|장을\s?마")
RETURNS = re.compile(r"\s?(?:동안|간|새)?의?\s?(?:누적\s?)?수익률")
RUNNING = frozenset(("ytd", "mtd", "wtd", "qtd"))
ENDED = frozenset(("last_week", "last_month", "last_year", "range"))


def stretch(frames: Frames, frame: Frame, role: Callable[[Frames, Frame], Any]) -> Horizon | None:
    """The stretch that a move takes over from what was told before it, or None; `role` tells what a figure before it says."""
    if (said := before(frames, frame)) is not None:
        last = last_of(frames, frame, said)
        told = role(frames, last) if last is not None else None
        h = told.horizon if told is not None else horizons.led_by(frames, frame, said)
        if h is not None and (on := carried(frames, frame, h)) is not None:
            return on
    return returns(frames, frame)


def before(frames: Frames, frame: Frame) -> Sentence | None:
    """The sentence before in the same paragraph, where a figure's own sentence tells no time."""
    s, text, subject = frame.sentence, frames.text, frame.instrument
    if enumerated.follows(frames, frame):
        return s
    if frames.lang != "ko" or not s.index or subject is None or subject.how != "clause" or frame.unit != "percent" or frames.dates_in(s):
        return None
    if _timed(text, s):
        return None
    told = frames.sentences[s.index - 1]
    if s.index > 1 and told.paragraph == s.paragraph and not _timed(text, told) and not any(told.start <= f.start < told.end for f in frames.figures):
        earlier = frames.sentences[s.index - 2]
        told = earlier if earlier.paragraph == s.paragraph else told
    return told if told.paragraph == s.paragraph else None


def returns(frames: Frames, frame: Frame) -> Horizon | None:
    """The stretch of a return that its own sentence does not tell: "최근 한 달 수익률 상위에 올랐다. A가 78% 수익률을 보였고 B는 73% 상승했다"."""
    s, text = frame.sentence, frames.text
    if frames.lang != "ko" or frame.unit != "percent" or not s.index or "수익률" not in text[s.start : s.end] or _timed(text, s) or frames.dates_in(s):
        return None
    for before in reversed(frames.sentences[max(0, s.index - 2) : s.index]):
        told = next((m for m in horizon_words.KO.finditer(text, before.start, before.end) if m.lastgroup in horizon_words.KO_PERIODS and RETURNS.match(text, m.end())), None)
        if told is not None and before.paragraph == s.paragraph:
            return horizons.read(frames, frame, told)
    return None


def _timed(text: str, s: Sentence) -> bool:
    """Whether a sentence names a session or a stretch; that something closed, any stretch ends with."""
    return STRETCH["ko"].search(text, s.start, s.end) is not None or any(not CLOSING.match(text, m.start()) for m in SESSION["ko"].finditer(text, s.start, s.end))


def last_of(frames: Frames, frame: Frame, s: Sentence) -> Frame | None:
    """The last figure in percent of a sentence before a figure, of another thing of the same sort."""
    subject = frame.instrument
    back = takewhile(lambda f: f.start >= s.start, reversed(frames.numbers_so_far[: frame.index]))
    last = next((f for f in back if f.sentence is s and f.unit == "percent"), None)
    if last is None or last.instrument is None or subject is None:
        return None
    id, other = subject.name.ids[0], last.instrument.name.ids[0]
    return last if id != other and sort_of(id) == sort_of(other) else None


def carried(frames: Frames, frame: Frame, h: Horizon) -> Horizon | None:
    """The stretch of the sentence before, where it ends with the session told of."""
    assert frame.instrument is not None
    mic = calendar_of(frame.instrument.name.ids[0])
    windows = frames.windows(frame, mic, days=True)
    if enumerated.follows(frames, frame):
        return h
    if not windows or h.unit not in RUNNING | ENDED:
        return None
    if h.unit in ENDED:
        window = stretches.closed_period(h, frames.article.published.date()) or stretches.window(h, windows[0][0].end, mic)
        if window is None or calendars.shift(mic, window.end, 0) != windows[0][0].end:
            return None
    return msgspec.structs.replace(h, again=True)
