"""The Korean market that a sentence goes on about without naming it: "개인은 3000억원을 순매수했다", "상승 종목은 632개였다"."""

from __future__ import annotations

from bisect import bisect_left

from wollet.claim.candidates import Candidate
from wollet.claim.frames import Frame, Frames
from wollet.model.mention import Name

HOME = frozenset(("INDEX:KOSPI", "INDEX:KOSDAQ", "INDEX:KOSPI200", "INDEX:KOSDAQ150"))
LISTS = ("XKRX:", "XKOS:", "XKON:")
REACH = 1200
"""Code points through which a market once named is gone on about."""


def of_korea(c: Candidate) -> bool:
    """Whether a thing is traded in Seoul."""
    return bool(c.name.ids) and (c.name.ids[0] in HOME or c.name.ids[0].startswith(LISTS))


def first(frames: Frames) -> Candidate | None:
    """The Korean market that a text names first, or None."""
    for m in frames.names.names:
        if isinstance(m.value, Name) and m.value.ids and m.value.ids[0] in HOME:
            return Candidate(name=m.value, kind=m.kind, start=m.start, end=m.end, how="carried")
    return None


def home(frames: Frames, frame: Frame) -> Candidate | None:
    """The Korean market named last before an expression, or None."""
    names = frames.names
    for m in reversed(names.names[: bisect_left(names.starts, frame.start)]):
        if frame.start - m.end > REACH:
            return None
        if isinstance(m.value, Name) and m.value.ids and m.value.ids[0] in HOME:
            return Candidate(name=m.value, kind=m.kind, start=m.start, end=m.end, how="carried")
    return None
