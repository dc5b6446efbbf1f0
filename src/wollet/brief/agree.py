"""Each fact once: of several statements of one figure the most exact; of open ones that contradict each other the one
that most reports tell of the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from wollet.brief.beats import Told
from wollet.model.claim import Claim
from wollet.model.quantity import Quantity

MEASURED = ("change", "level", "period_return", "fundamentals", "macro", "rank")
"""Families of which one subject has one figure at one time."""


def fact(t: Told) -> tuple[object, ...]:
    """What a claim is about, whoever tells it and with however many digits."""
    c, q = t.claim, t.claim.quantity
    who = c.subject.id or c.subject.name
    if t.family == "forecast":
        return (t.family, who, c.metric, c.when, (q.low if q.low is not None else q.high) if q else None)
    if t.family == "market_cap" and not getattr(c, "change", False):
        return (t.family, who, q.unit if q else None)
    base = (t.family, who, c.metric, c.when, c.basis in (None, "close"), c.direction, q.unit if q else None)
    if t.family in (*MEASURED, "market_cap"):
        return base
    return (*base, q.low if q else None, q.high if q else None, str(c) if q is None else None)


def distinct(told: Sequence[Told]) -> list[Told]:
    """Each fact once, in its most exact wording; the ids of the others that say the same go with it."""
    groups: dict[tuple[object, ...], list[Told]] = {}
    for t in told:
        groups.setdefault(fact(t), []).append(t)
    out = []
    for group in groups.values():
        chosen = settled(group)
        if chosen:
            best = max(chosen, key=exactness)
            out.append(msgspec.structs.replace(best, also=tuple(t.id for t in chosen if t.id != best.id)[:3]))
    return out


def settled(group: Sequence[Told]) -> list[Told]:
    """Those of a fact's statements that are told together.

    Proved ones cannot contradict each other.  Of open ones that do, those stand that speak of the whole, then those that
    most tell, then the newest; where all of them may be of a part, none stands.
    """
    if group[0].verdict.label != "undecided":
        return list(group)
    camps: list[list[Told]] = []
    for t in group:
        camp = next((c for c in camps if compatible(c[0].claim.quantity, t.claim.quantity)), None)
        if camp is None:
            camps.append([t])
        else:
            camp.append(t)
    if len(camps) == 1:
        return camps[0]
    best = max(camps, key=lambda c: (sum(whole(t.claim) for t in c), len(c), max(place(t) for t in c)))
    return [t for t in best if whole(t.claim)]


def whole(c: Claim) -> bool:
    """Whether the words surely speak of the whole company."""
    return not getattr(c, "part", False)


def place(t: Told) -> int:
    """Where a claim stands in its programme, which numbers them in order of publication."""
    return int(t.id.lstrip("cw"))


def compatible(a: Quantity | None, b: Quantity | None) -> bool:
    """Whether two figures can both be true, each as exact as its digits."""
    if a is None or b is None:
        return a is b
    (low, high), (least, most) = reach(a), reach(b)
    return (high is None or least is None or least <= high) and (most is None or low is None or low <= most)


def reach(q: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """What a figure may be by its digits: half a step of the last one to either side; None where it is open."""
    half = q.grain / 2
    return None if q.low is None else q.low - half, None if q.high is None else q.high + half


def exactness(t: Told) -> tuple[int, Decimal]:
    """By what the most exact of several wordings is chosen: one without a hedge, then the one of the finest digits."""
    q = t.claim.quantity
    return (0, Decimal(0)) if q is None else (int(q.hedge is None), -q.grain)
