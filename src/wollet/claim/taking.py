"""Numbers that measure something other than a price, made into claims of the family that owns them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wollet.claim import periods
from wollet.claim.facts import Fact
from wollet.claim.family import Take
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.model.claim import Claim

USUAL: dict[str, periods.Usual] = {
    "fundamentals": "quarter", "macro": "month", "forecast": "this_year", "share": "day", "deal": "day", "other": "day",
}  # fmt: skip


def taken(frames: Frames, family: str, claim: type[Claim], **more: Any) -> Iterable[Take]:
    """The claims of a family: each number whose nearest metric word is one of the family's own."""
    for frame in frames.numbers:
        fact = frame.fact
        if fact is None or fact.family != family or frame.quantity is None or frame.kind in ("rank", "ordinal"):
            continue
        yield Take(claim=claim(**said(frames, frame, fact), **more), score=score(fact))


def said(frames: Frames, frame: Frame, fact: Fact) -> dict[str, Any]:
    """What a claim about a measured thing takes from its frame."""
    window, stated = periods.period(frames, frame, USUAL[fact.family], days=fact.family in ("share", "deal", "other"))
    out = frames.claim_fields(frame)
    out.update(subject=subject_of(frame.subject), metric=fact.metric, when=window, tier="stated" if stated else "default")
    return out


def score(fact: Fact) -> int:
    """How surely a metric word owns a number: the nearer the surer."""
    return max(30, 72 - fact.cost // 2)
