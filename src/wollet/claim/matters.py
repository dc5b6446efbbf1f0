"""What a record, a run or a place in an order is of where it is no price's: a reported figure, a statistic, a deed."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from wollet.claim import periods, taking, told_periods, topics
from wollet.claim.frames import Frame, Frames
from wollet.claim.whose import owner
from wollet.model.time import Window

NEXT = 2
"""So many sentences behind a Korean record the figures that it is of may first be told."""


QUARTERS = frozenset(("quarter",))


def matter(frames: Frames, frame: Frame) -> dict[str, Any]:
    """What a record, a run or a rank that is no price's is of: subject, metric and period of the figure told beside it."""
    fact = frame.fact
    day = frames.article.published.date()
    when = frame.time.when if not looked_back(frames, frame) else None
    window = Window(when.start, when.end or when.start) if when is not None and when.start is not None else Window(day, day)
    if fact is None or fact.family not in told_periods.USUAL:
        return {"subject": owner(frames, frame), "metric": "other", "when": window, "tier": "default"}
    if fact.family == "macro":
        place = topics.area(frames, frame)
        metric = topics.metric(frames, frame, fact.metric)
        subject = topics.statistic(place, metric)
    else:
        metric, subject = fact.metric, owner(frames, frame)
    month = periods.usual("month", day) if frames.lang == "en" and fact.metric in told_periods.MONTHLY and when is None else None
    own = periods.named(frames, frame, QUARTERS) if frames.lang == "en" and fact.family == "fundamentals" else None
    if own is not None:
        told = periods.window_of(frames, own, frame)
        return {"subject": subject, "metric": metric, "when": Window(told.end, told.end) if fact.metric in told_periods.STOCKS else told, "tier": "default"}
    window = reported(frames, frame, fact.family) or month or window
    return {"subject": subject, "metric": metric, "when": window, "tier": "default"}


def looked_back(frames: Frames, frame: Frame) -> bool:
    """Whether the time found for a phrase is that of the look-back it ends in ("first time since the bank began this year")."""
    span = frame.time.span
    return frames.lang == "en" and span is not None and span[0] > frame.start and " since " in frames.text[frame.start : span[0]]


def reported(frames: Frames, frame: Frame, family: str) -> Window | None:
    """The period of the figure of a family that is told nearest: in the same sentence, else before it, else soon behind it."""
    told, s = taking.told(frames, family), frame.sentence
    first = bisect_left(told, s.start, key=_start)
    here = [t for t in told[first : bisect_left(told, s.end, first, key=_start)] if _dated(t)]
    if here:
        metric = frame.fact.metric if frame.fact is not None else None
        near = min(here, key=lambda t: (t.fact.metric != metric, abs(t.frame.start - frame.start)))
        return near.said["when"]
    if family != "fundamentals":
        return None
    # Looked for from the frame outwards, so that a long text is not read for every record of it.
    before = (told[i] for i in range(first - 1, -1, -1) if _dated(told[i]) and told[i].frame.sentence.place != "title")
    later = (told[i] for i in range(first, len(told)) if _dated(told[i]) and told[i].frame.start >= frame.end and (s.place == "title" or (frames.lang == "ko" and told[i].frame.sentence.index - s.index <= NEXT)))
    found = next(before, None) or next(later, None)
    return found.said["when"] if found is not None else None


def _start(t: taking.Told) -> int:
    return t.frame.start


def _dated(t: taking.Told) -> bool:
    return t.said.get("when") is not None
