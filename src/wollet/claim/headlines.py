"""A figure of the title that the text tells again in full: whose it is, of when and on what base, the text's sentence says.

Headlines leave out the period and often the company ("작년 순이익 9%↑ … '역대 최대'"); the same figure of the same family told
below, as exact or exacter, is the same statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from wollet.claim.family import family_of
from wollet.claim.frames import Frames
from wollet.model.claim import Claim

PRICES = frozenset(("change", "level", "period_return"))
"""Told of a price: one subject's figures alone are one statement."""
FIGURES = PRICES | frozenset(("fundamentals", "forecast", "flow", "share", "macro", "market_cap", "deal", "arithmetic"))


def retold(frames: Frames, claims: Sequence[Claim]) -> Iterable[Claim]:
    """The claims, those of the title as the text tells them again."""
    end = frames.sentences[0].end if frames.sentences else 0
    below: dict[tuple[str, str], list[Claim]] = {}
    for c in claims:
        if c.span[0] >= end and c.quantity is not None:
            below.setdefault((family_of(c).name, c.quantity.unit), []).append(c)
    for c in claims:
        name = family_of(c).name
        if c.span[0] >= end or c.quantity is None or c.tier == "stated" or name not in FIGURES:
            yield c
            continue
        same = [d for d in below.get((name, c.quantity.unit), ()) if _same(c, d, name)]
        full = next((d for d in same if d.tier == "stated"), same[0] if same else None)
        yield c if full is None else msgspec.structs.replace(
            full, span=c.span, quote=c.quote, quantity=c.quantity, said_by=c.said_by, quoted=c.quoted, negated=c.negated,
            certainty=c.certainty, direction=full.direction or c.direction, subject=full.subject if full.subject.id else c.subject,
        )  # fmt: skip


def _same(c: Claim, d: Claim, name: str) -> bool:
    """Whether a claim of the text tells the title's own figure."""
    p, q = c.quantity, d.quantity
    assert p is not None and q is not None
    if type(c) is not type(d) or q.low is None or q.low != q.high or q.low not in p.interval or d.when is None:
        return False
    if c.direction is not None and d.direction is not None and c.direction != d.direction:
        return False
    if c.subject.id != d.subject.id and (name in PRICES or (c.subject.id is not None and d.subject.id is not None)):
        return False
    return c.metric == d.metric
