"""A proved figure as exactly as the data give it: an index that "closed at 50,000" closed at 50,115.67."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from wollet.claim.family import family_of
from wollet.model.quantity import Quantity
from wollet.model.time import Window
from wollet.model.verdict import Verdict

CLOSE_ENOUGH = Decimal("0.001")
"""Of a market value: so small a part off, and the stated figure is told without "about"."""


def exact(v: Verdict) -> Quantity | None:
    """What a statement of a level is told with: the measurement, where its words only come near it."""
    c, family = v.claim, family_of(v.claim).name
    q = c.quantity
    shown = v.readings[v.decided].evidence if v.label == "supported" and v.decided is not None else None
    if q is None or q.low is None or q.low != q.high or q.hedge not in (None, "about") or shown is None or shown.measured is None or shown.unit == "truth":
        return q
    if family == "level" and not getattr(c, "change", False):
        found = round(abs(shown.measured), 2)
        found = found.to_integral_value() if found == found.to_integral_value() and q.low == q.low.to_integral_value() else found
        return q if found == q.low else msgspec.structs.replace(q, low=found, high=found, hedge=None)
    if family == "market_cap" and not getattr(c, "change", False) and abs(shown.measured - q.low) > CLOSE_ENOUGH * q.low:
        return msgspec.structs.replace(q, hedge="about")
    return q


def valued_on(v: Verdict) -> Window | None:
    """The day whose market value bears a statement out: a title of the morning tells yesterday's."""
    shown = v.readings[v.decided].evidence if v.decided is not None else None
    return Window(shown.rows[-1].date, shown.rows[-1].date) if shown is not None and shown.rows else v.claim.when


def datable(v: Verdict) -> bool:
    """Whether a proved statement is of a time that can be told: a market value is of one day."""
    w = v.claim.when
    return family_of(v.claim).name != "market_cap" or getattr(v.claim, "change", False) or w is None or w.start == w.end
