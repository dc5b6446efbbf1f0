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
    when = frame.time.when
    window = Window(when.start, when.end or when.start) if when is not None and when.start is not None else Window(day, day)
    if fact is None or fact.family not in taking.USUAL:
        return {"subject": owner(frames, frame), "metric": "other", "when": window, "tier": "default"}
    if fact.family == "macro":
        place = topics.area(frames, frame)
        metric = topics.metric(frames, frame, fact.metric)
        subject = topics.statistic(place, metric)
    else:
        metric, subject = fact.metric, owner(frames, frame)
    beside = [t for t in taking.told(frames, fact.family) if t.frame.sentence is frame.sentence and t.said.get("when") is not None]
    if beside:
        near = min(beside, key=lambda t: (t.fact.metric != fact.metric, abs(t.frame.start - frame.start)))
        window = near.said["when"]
    return {"subject": subject, "metric": metric, "when": window, "tier": "default"}
