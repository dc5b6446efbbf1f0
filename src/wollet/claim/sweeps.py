"""The largest move of any stretch in reach of the words: what a figure that is no one session's cannot exceed."""

from __future__ import annotations

from decimal import Decimal

from wollet.claim.measuring import at_session, bar_row, digest, meets
from wollet.claim.moves import moved, way
from wollet.model.claim import Claim
from wollet.model.market import Bar
from wollet.model.verdict import Evidence, Reason

GAP = 12
"""Days that the first session held may lie behind the beginning of what is looked through."""
ROOM = Decimal("1.1")
"""Times that a move may be larger than the largest between prices that are held."""
NOTE = "the largest move of any stretch in reach"


def largest(claim: Claim, bars: list[Bar]) -> Evidence | Reason:
    """The largest move in the claim's direction between any price of a window and a later one of it.

    Meaning: max 100 * (P / B - 1), B before P; of a fall the least.  A figure within it may be told of some stretch.
    """
    assert claim.when is not None and claim.quantity is not None
    last = at_session(bars, claim.when.end)
    if last is None or last < 1 or claim.direction not in ("up", "down") or (bars[0].session - claim.when.start).days > GAP:
        return "no_data"
    up, kind = claim.direction == "up", way(claim.quantity)
    from_field, to_field = ("low", "high") if up else ("high", "low")
    base = (_held(bars[0], from_field), bars[0])
    best: tuple[Decimal, tuple[Decimal, str], Bar, tuple[Decimal, str], Bar] | None = None
    for bar in bars[: last + 1]:
        own, end = _held(bar, from_field), _held(bar, to_field)
        if (own[0] < base[0][0]) == up:
            base = (own, bar)
        value = moved(end[0], base[0][0], kind)[0]
        if best is None or (value > best[0]) == up:
            best = (value, end, bar, *base)
    if best is None:
        return "no_data"
    value, (p, field), end_bar, (b, other), start_bar = best
    reach = value * ROOM if kind == "percent" else value
    low, high = min(Decimal(0), reach), max(Decimal(0), reach)
    if meets(claim, low, high):
        return "ambiguous"
    return Evidence(
        measured=None, unit=claim.quantity.unit, formula=moved(p, b, kind)[1], low=low, high=high, note=NOTE,
        rows=(bar_row(end_bar, p, field), bar_row(start_bar, b, other)),
        window=digest([(x.session, x.close) for x in bars if x.close is not None]),
    )  # fmt: skip


def _held(bar: Bar, field: str) -> tuple[Decimal, str]:
    """A price of a session, its close where no other is held."""
    x = getattr(bar, field)
    if x is not None:
        return x, field
    assert bar.close is not None
    return bar.close, "close"
