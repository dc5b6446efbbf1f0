"""Slips of the hand between two figures: a digit mistaken, left out, doubled or moved, a decimal point out of place."""

from __future__ import annotations

from decimal import Decimal

from wollet.model.quantity import Quantity

FEWEST = 3
"""Digits from which one mistaken among them is no chance likeness."""


def slip(said: Quantity, meant: Decimal) -> bool:
    """Whether a figure is another, as written to its own last digit, but for one slip."""
    if said.low is None or not said.grain or meant <= 0 or said.low == meant:
        return False
    a = digits(said.low)
    moved = {digits(meant.quantize(Decimal(1).scaleb(meant.adjusted() - len(a) + 1)))}
    if a in moved and said.low.adjusted() != meant.adjusted():
        return True
    b = digits((meant / said.grain).quantize(Decimal(1)) * said.grain)
    if said.low.adjusted() == meant.adjusted() and len(a) == len(b):
        other = [i for i in range(len(a)) if a[i] != b[i]]
        swapped = len(other) == 2 and other[1] == other[0] + 1 and a[other[0]] == b[other[1]] and a[other[1]] == b[other[0]]
        return len(a) >= FEWEST and (len(other) == 1 or swapped)
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return len(longer) > FEWEST and len(longer) == len(shorter) + 1 and any(
        longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))
    )


def digits(x: Decimal) -> str:
    """The digits of a figure without its point and its outer zeros."""
    return format(x, "f").replace(".", "").strip("0")
