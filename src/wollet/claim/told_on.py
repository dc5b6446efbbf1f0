"""A Korean move that goes on with the stretch of time of the sentence before: "올해 코스피는 20% 올랐다. 코스닥은 5% 내렸다".

It may as well be one session's, so both are its readings.
"""

from __future__ import annotations

from itertools import takewhile

import msgspec

from wollet.claim import stretches
from wollet.claim.clauses import Sentence
from wollet.claim.doubts import SESSION, STRETCH
from wollet.claim.frames import Frame, Frames
from wollet.claim.pricing import calendar_of, sort_of
from wollet.claim.stretches import Horizon
from wollet.mention import unhurried as re
from wollet.reference import calendars

CLOSING = re.compile(r"마감|종가|마쳤|거래를?\s?마|장을\s?마")
RUNNING = frozenset(("ytd", "mtd", "wtd", "qtd"))
ENDED = frozenset(("last_week", "last_month", "last_year", "range"))


def before(frames: Frames, frame: Frame) -> Sentence | None:
    """The sentence before in the same paragraph, where a figure's own sentence tells no time."""
    s, text, subject = frame.sentence, frames.text, frame.instrument
    if frames.lang != "ko" or not s.index or subject is None or subject.how != "clause" or frame.unit != "percent" or frames.dates_in(s):
        return None
    if _timed(text, s):
        return None
    told = frames.sentences[s.index - 1]
    if s.index > 1 and told.paragraph == s.paragraph and not _timed(text, told) and not any(told.start <= f.start < told.end for f in frames.figures):
        earlier = frames.sentences[s.index - 2]
        told = earlier if earlier.paragraph == s.paragraph else told
    return told if told.paragraph == s.paragraph else None


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
    if not windows or h.unit not in RUNNING | ENDED:
        return None
    if h.unit in ENDED:
        window = stretches.closed_period(h, frames.article.published.date()) or stretches.window(h, windows[0][0].end, mic)
        if window is None or calendars.shift(mic, window.end, 0) != windows[0][0].end:
            return None
    return msgspec.structs.replace(h, again=True)
