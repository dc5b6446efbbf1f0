"""A figure of the title that the text tells again in full: whose it is, of when and on what base, the text's sentence says.

Headlines leave out the period and often the company ("작년 순이익 9%↑ … '역대 최대'"); the same figure of the same family told
below, as exact or exacter, is the same statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP

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
    records: dict[tuple[object, ...], list[Claim]] = {}
    for c in claims:
        if c.span[0] >= end and c.quantity is None and family_of(c).name == "record":
            records.setdefault(_event(c), []).append(c)
        if c.span[0] >= end and c.quantity is not None:
            below.setdefault((family_of(c).name, c.quantity.unit), []).append(c)
    for c in claims:
        name = family_of(c).name
        if c.span[0] < end and name == "record" and c.quantity is None and c.tier != "stated" and c.subject.id is not None:
            again = next((d for d in records.get(_event(c), ()) if d.tier == "stated"), None)
            yield c if again is None else msgspec.structs.replace(again, span=c.span, quote=c.quote, said_by=c.said_by, quoted=c.quoted)
            continue
        if c.span[0] >= end or c.quantity is None or c.tier == "stated" or name not in FIGURES:
            yield c
            continue
        if name in PRICES and frames.at(*c.span).time.how == "clause":
            yield c
            continue
        same = [d for d in below.get((name, c.quantity.unit), ()) if _same(c, d, name)]
        full = next((d for d in same if d.tier == "stated"), same[0] if same else None)
        if full is None and c.doubt is None and any(_rounded(c, d) for d in below.get((name, c.quantity.unit), ())):
            yield msgspec.structs.replace(c, doubt="the title rounds the figure of the text")
            continue
        yield c if full is None else msgspec.structs.replace(
            full, span=c.span, quote=c.quote, quantity=c.quantity, said_by=c.said_by, quoted=c.quoted, negated=c.negated,
            certainty=c.certainty, direction=full.direction or c.direction, subject=full.subject if full.subject.id else c.subject,
        )  # fmt: skip


def _rounded(c: Claim, d: Claim) -> bool:
    """Whether a title's "12%대" is the text's 11.52%, rounded."""
    p, q = c.quantity, d.quantity
    assert p is not None and q is not None
    if p.hedge != "range" or p.low is None or q.low is None or q.low != q.high or c.subject.id != d.subject.id or c.when != d.when:
        return False
    return p.grain >= 1 and (q.low / p.grain).to_integral_value(ROUND_HALF_UP) * p.grain == p.low


def _event(c: Claim) -> tuple[object, ...]:
    """What a record is of: the thing, the measure and the event."""
    return (c.subject.id, c.metric, getattr(c, "event", None), c.direction)


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
