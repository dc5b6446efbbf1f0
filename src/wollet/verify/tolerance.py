"""What a stated figure commits to, set against what was measured: tolerance comes from the digits as written."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from wollet.model.claim import Claim, Direction
from wollet.model.quantity import Interval, Quantity
from wollet.model.verdict import Evidence, Reason

TRUTH = "truth"
"""Unit of an evidence whose measured value is 1 (so) or 0 (not so)."""
ZERO = Decimal(0)
NEAR, SLIGHT = Decimal("0.6"), Decimal("0.01")
"""Share of what "about" allows that bears a figure out; share of the figure that always does."""
SHORT = Decimal("0.15")
"""Share of a whole multiple by which a value may fall short of it and still be told by it."""


def magnitudes(quantity: Quantity) -> Interval:
    """The magnitudes that a figure commits to, rounded or cut off at its last written digit.

    Meaning: a bare "3.2%" was rounded from [3.15, 3.25] or cut off from [3.2, 3.3); both are plausible, so the
    interval is their union.  Hedged and open figures keep the interval that their words give.
    """
    if quantity.hedge is not None or quantity.low is None or quantity.low != quantity.high or not quantity.grain:
        return quantity.interval
    cut = quantity.low + quantity.grain
    if quantity.interval.high is None or quantity.interval.high >= cut:
        return quantity.interval
    return Interval(quantity.interval.low, cut, "left")


def signed(quantity: Quantity, direction: Direction | None, *, cut: bool = True) -> tuple[Interval, ...]:
    """The signed values that a claim allows, cut off too or rounded alone: one interval, or one a side without a direction."""
    inside = magnitudes(quantity) if cut else quantity.interval
    if direction is None:
        if quantity.sign < 0:
            return (inside.mirrored(),)
        return (inside,) if inside.low is None or quantity.sign > 0 else (inside, inside.mirrored())
    if inside.low is None:
        inside = Interval(-quantity.grain / 2, inside.high, "both" if inside.closed in ("both", "right") else "left")
    if direction == "down":
        return (inside.mirrored(),)
    if direction == "flat":
        return (inside, inside.mirrored())
    return (inside,)


def nearer(q: Quantity) -> Quantity:
    """The part of what "about" allows that no other figure of as many digits tells better: "about 4.7%" of 4.61 is left open.

    A figure rounded further than its last digit ("about 60%") and one of which the last digit is a trifle keep all of it.
    """
    if q.low is None or q.low != q.high or q.interval.low is None or q.interval.high is None:
        return q
    room = q.interval.high - q.low
    if room > q.grain or room <= abs(q.low) * SLIGHT:
        return q
    inner = max(q.grain / 2, room * NEAR, abs(q.low) * SLIGHT)
    return msgspec.structs.replace(q, interval=Interval(max(q.interval.low, q.low - inner), q.low + inner))


def farther(q: Quantity) -> Quantity:
    """Half as far again as "nearly" reaches, and what is rounded to the figure from above: "nearly 340" of 334 or of 340.2 is left open."""
    low, high = q.interval.low, q.interval.high
    return q if low is None or high is None else msgspec.structs.replace(q, interval=Interval(low - (high - low) / 2, high + q.grain / 2))


def stated(claim: Claim) -> Interval | None:
    """The signed interval shown to a reader: as the words give it, without the allowance for cut-off digits."""
    if claim.quantity is None:
        return None
    return claim.quantity.interval.mirrored() if claim.direction == "down" else claim.quantity.interval


def overlap(a: Interval, low: Decimal, high: Decimal) -> bool:
    """Whether any value of the measured band [low, high] lies within the stated interval."""
    if a.low is not None and (high < a.low or (high == a.low and a.closed in ("right", "none"))):
        return False
    return not (a.high is not None and (low > a.high or (low == a.high and a.closed in ("left", "none"))))


def covers(a: Interval, low: Decimal, high: Decimal) -> bool:
    """Whether the whole measured band lies within the stated interval."""
    return low in a and high in a


def holds(claim: Claim, evidence: Evidence) -> tuple[bool | None, bool, Reason | None]:
    """(holds, gross, reason): whether the evidence bears the claim out; None where it leaves the question open."""
    return test(
        claim.quantity, claim.direction, claim.negated, evidence.unit, evidence.measured, evidence.low, evidence.high
    )


def test(
    quantity: Quantity | None,
    direction: Direction | None,
    negated: bool,
    unit: str,
    measured: Decimal | None,
    low: Decimal | None,
    high: Decimal | None,
) -> tuple[bool | None, bool, Reason | None]:
    """Set a measurement against a statement.

    Meaning: a single measured value is tested against the signed interval; a band settles the claim only where it
    lies wholly inside or wholly outside.  A value with a band around it was computed from rounded figures: any value
    of the band may have been told.  `gross` marks a direction that the data turn round.  A whole percentage that only
    cutting off explains ("5%" of 5.97) is left open: few write so; so is a whole multiple of what falls far short of it
    ("twice" of 1.6).
    """
    if unit == TRUTH:
        if measured is None:
            return None, False, "no_data"
        return (measured != 0) is not negated, False, None
    if quantity is None:
        return None, False, "ambiguous"
    rounded = measured is not None and low is not None and high is not None
    if measured is not None and not rounded:
        low = high = measured
    if low is None or high is None:
        return None, False, "no_data"
    allowed = signed(quantity, direction)
    if any(overlap(a, low, high) if rounded else covers(a, low, high) for a in allowed):
        if quantity.unit == "percent" and quantity.grain >= 1 and not any(overlap(a, low, high) for a in signed(quantity, direction, cut=False)):
            return None, False, "ambiguous"
        if quantity.unit == "ratio" and quantity.grain >= 1 and quantity.low is not None and max(abs(low), abs(high)) < quantity.low * (1 - SHORT):
            return None, False, "ambiguous"
        if quantity.hedge == "about" and not any(overlap(a, low, high) for a in signed(nearer(quantity), direction)):
            return None, False, "ambiguous"
        return not negated, False, None
    if quantity.hedge == "nearly" and any(overlap(a, low, high) for a in signed(farther(quantity), direction)):
        return None, False, "ambiguous"
    if any(overlap(a, low, high) for a in allowed):
        return None, False, "no_data"
    turned = (direction == "up" and high < 0) or (direction == "down" and low > 0)
    return (True, False, None) if negated else (False, turned, None)
