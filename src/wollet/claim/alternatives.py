"""Readings in the place of a hesitation: what else the words of a figure may mean, where prices can tell whether that holds.

A move beside a longer stretch of time may be that stretch's: then the moves over every stretch within reach of the words
are looked through.  A figure of a list may be another name's of the sentence: then it is measured of each.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from wollet.claim.candidates import Candidate
from wollet.claim.doubts import (
    CARRIED_OVER,
    DEBUTED,
    HUGE,
    REACH,
    SO_LARGE,
    STANDS_IN,
    STRETCH,
    STRETCHED,
    named_between,
)
from wollet.claim.frames import Frame, Frames
from wollet.claim.hesitation import HANDED_OUT, JOINED_BEHIND, OTHER_STRETCH
from wollet.mention import unhurried as re
from wollet.model.claim import Option
from wollet.model.mention import Name
from wollet.model.time import Window

LONGER = STRETCHED | {OTHER_STRETCH, SO_LARGE, DEBUTED}
"""Hesitations whose other meaning is a move over more than one session."""
SPANS = (
    (re.compile(r"\d\s?주|주(?:일|간)?$|거래일|사흘|나흘|닷새|[일지금]까지|week|session|day", re.IGNORECASE), 24),
    (re.compile(r"한\s?달|이달|지난달|month(?!s)", re.IGNORECASE), 70),
)
"""Words of a stretch and the days that it may reach back by; any other word reaches back as far as prices are asked for."""
FARTHEST = 800
LISTING = 60
"""Days before which a share was traded that makes no debut now; where others are named, one of them may."""


def options(frames: Frames, frame: Frame, candidate: Candidate, doubt: str | None, when: Window | None) -> tuple[Option, ...]:
    """The readings that stand for a hesitation over a move of one session; none where it cannot be computed."""
    q = frame.quantity
    if doubt is None or when is None or when.start != when.end or q is None or q.hedge == "range" or (q.low or q.high or 0) >= HUGE:
        return ()
    if doubt == DEBUTED and next(others(frames, frame, candidate), None) is not None:
        return ()
    if doubt in LONGER:
        back = LISTING if doubt == DEBUTED else reach(frames, frame)
        return (Option(tier="possible", window=Window(when.end - dt.timedelta(days=back), when.end), note=doubt),)
    if doubt == CARRIED_OVER and STANDS_IN.match(frames.text, frame.sentence.start):
        told = named_between(frames, candidate, frame)
        known = [m.value.ids[0] for m in told if isinstance(m.value, Name) and m.value.ids]
        if len(known) == len(told):
            return tuple(Option(tier="possible", instrument=id, note=doubt) for id in dict.fromkeys(known))
    if doubt == HANDED_OUT and len(frame.shared) > 1 and JOINED_BEHIND.match(frames.text, max(c.end for c in frame.shared)) is None:
        return tuple(Option(tier="possible", instrument=id, note=doubt) for id in others(frames, frame, candidate))
    return ()


def reach(frames: Frames, frame: Frame) -> int:
    """Days that the stretches told around a figure reach back by."""
    text, start = frames.text, max(0, frame.start - REACH)
    told = [m[0] for m in STRETCH[frames.lang].finditer(text, start, frame.sentence.end)]
    return max((next((days for word, days in SPANS if word.search(t)), FARTHEST) for t in told), default=FARTHEST)


def others(frames: Frames, frame: Frame, candidate: Candidate) -> Iterator[str]:
    """The other instruments that the sentence names."""
    seen = {candidate.name.ids[0]}
    for m in frames.names.within(frame.sentence):
        if isinstance(m.value, Name) and m.value.ids and m.value.ids[0] not in seen:
            seen.add(m.value.ids[0])
            yield m.value.ids[0]
