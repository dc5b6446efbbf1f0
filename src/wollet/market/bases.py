"""Share bases: prices are stored as their source states them and turned at the question.

A source may state prices as traded, or divided by the splits up to some day ("split_adj_to_2024-03-08").  As traded =
stated * splits effective in (session, that day]; on the basis of another day = as traded / splits in (session, day].
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from wollet.market.figures import CENT, FINE, plain

ONE = Decimal(1)
Splits = Sequence[tuple[int, Decimal]]
"""(ordinal of the first session on the new basis, new shares per old), oldest first."""


@cache
def stated_on(basis: str) -> int | None:
    """The ordinal of the day on whose share basis a source states its prices; None where as traded."""
    for head in ("split_adj_to_", "krx_adj_to_"):
        if basis.startswith(head):
            return dt.date.fromisoformat(basis[len(head) : len(head) + 10]).toordinal()
    return None


def factor(splits: Splits, after: int, until: int) -> Decimal:
    """New shares per old of the splits effective in (after, until]."""
    out = ONE
    for day, ratio in splits:
        if after < day <= until:
            out *= ratio
    return out


def turn(splits: Splits, session: int, basis: str, wanted: int | None) -> tuple[Decimal, Decimal]:
    """(multiply by, divide by) that leads from a stated price to the price as traded, or on the basis of `wanted`."""
    stated = stated_on(basis)
    up = factor(splits, session, stated) if stated is not None else ONE
    down = factor(splits, session, wanted) if wanted is not None else ONE
    return (ONE, ONE) if up == down else (up, down)


def turned(price: Decimal | None, up: Decimal, down: Decimal, currency: str | None) -> Decimal | None:
    """A price on the other basis; as traded it is a whole number of the currency's smallest step again."""
    if price is None:
        return None
    if up != 1:
        price = (price * up).quantize(Decimal(1) if currency in ("KRW", "JPY") else CENT)
    if down != 1:
        price = (price / down).quantize(FINE)
    return plain(price)
