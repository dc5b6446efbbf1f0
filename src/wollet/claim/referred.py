"""Korean records told of the figure of the sentence before: "외국인이 1조원을 팔았다. 이는 지난해 9월 이후 최대 규모다"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import msgspec

from wollet.claim.family import family_of
from wollet.claim.frames import Frames
from wollet.mention import unhurried as re
from wollet.model.claim import Claim

THIS = re.compile(r"\s*(?:이는|이것은|이\s?같은\s(?:수치|규모|금액|기록)는|이러한\s(?:수치|규모)는)\s")
"""What begins a sentence that goes on about the figure just told."""
AMOUNTS = frozenset(("flow", "market_cap", "fundamentals", "macro", "deal"))


def referred(frames: Frames, claims: Sequence[Claim]) -> Iterable[Claim]:
    """The claims, records of no subject of their own with that of the figure they go back to."""
    if frames.lang != "ko":
        yield from claims
        return
    starts = [c.span[0] for c in claims]
    for c in claims:
        s = frames.sentence_at(c.span[0])
        if family_of(c).name != "record" or c.subject.id is not None or THIS.match(frames.text, s.start, s.end) is None:
            yield c
            continue
        i = bisect_left(starts, s.start) - 1
        told = claims[i] if i >= 0 else None
        if told is None or family_of(told).name not in AMOUNTS or frames.sentence_at(told.span[0]).index != s.index - 1:
            yield c
            continue
        yield msgspec.structs.replace(c, subject=told.subject, metric=told.metric, when=told.when or c.when, direction=told.direction or c.direction)
