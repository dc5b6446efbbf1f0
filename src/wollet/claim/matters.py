"""What a record, a run or a place in an order is of where it is no price's: a reported figure, a statistic, a deed."""

from __future__ import annotations

from typing import Any

from wollet.claim import taking, topics
from wollet.claim.frames import Frame, Frames
from wollet.claim.whose import owner
from wollet.model.time import Window


def matter(frames: Frames, frame: Frame) -> dict[str, Any]:
    """What a record, a run or a rank that is no price's is of: subject, metric and period of the figure told beside it."""
    fact = frame.fact
    day = frames.article.published.date()
    when = frame.time.when if not looked_back(frames, frame) else None
    window = Window(when.start, when.end or when.start) if when is not None and when.start is not None else Window(day, day)
    if fact is None or fact.family not in taking.USUAL:
        return {"subject": owner(frames, frame), "metric": "other", "when": window, "tier": "default"}
    if fact.family == "macro":
        place = topics.area(frames, frame)
        metric = topics.metric(frames, frame, fact.metric)
        subject = topics.statistic(place, metric)
    else:
        metric, subject = fact.metric, owner(frames, frame)
    window = reported(frames, frame, fact.family) or window
    return {"subject": subject, "metric": metric, "when": window, "tier": "default"}


def looked_back(frames: Frames, frame: Frame) -> bool:
    """Whether the time found for a phrase is that of the look-back it ends in ("first time since the bank began this year")."""
    span = frame.time.span
    return frames.lang == "en" and span is not None and span[0] > frame.start and " since " in frames.text[frame.start : span[0]]


def reported(frames: Frames, frame: Frame, family: str) -> Window | None:
    """The period of the figure of a family that is told nearest: in the same sentence, else before it."""
    dated = [t for t in taking.told(frames, family) if t.said.get("when") is not None]
    here = [t for t in dated if t.frame.sentence is frame.sentence]
    if here:
        metric = frame.fact.metric if frame.fact is not None else None
        near = min(here, key=lambda t: (t.fact.metric != metric, abs(t.frame.start - frame.start)))
        return near.said["when"]
    before = [t for t in dated if t.frame.end <= frame.start and t.frame.sentence.place not in ("title",)]
    later = [t for t in dated if t.frame.start >= frame.end] if frame.sentence.place == "title" else []
    if family == "fundamentals" and (before or later):
        return (before[-1] if before else later[0]).said["when"]
    return None
