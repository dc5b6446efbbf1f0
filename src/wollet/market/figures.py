"""Figures between their stored form, an integer over a power of ten, and decimals: never by way of a binary float."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

UNITS = tuple(Decimal(1).scaleb(-s) for s in range(19))
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
DAY_ZERO = dt.date(1970, 1, 1).toordinal()
ONE = Decimal(1)
CENT = Decimal("0.01")
FINE = Decimal("0.000001")


def decimal_of(value: int, scale: int) -> Decimal:
    """value / 10^scale as it is written by hand: 72133 at 2 is 721.33, 10000 at 2 is 100."""
    while scale and not value % 10:
        value //= 10
        scale -= 1
    return Decimal(value) * UNITS[scale] if scale else Decimal(value)


def plain(value: Decimal) -> Decimal:
    """Without zeros after the last digit, and never with an exponent."""
    short = value.normalize()
    return short.quantize(ONE) if "E+" in str(short) else short


def moment(ordinal: int, minutes: int) -> dt.datetime:
    """The moment (UTC) so many minutes after the midnight that begins a day."""
    return EPOCH + dt.timedelta(ordinal - DAY_ZERO, minutes * 60)


def minutes_of(at: dt.datetime) -> int:
    """Whole minutes from 1970 to a moment, cut down: what became known in the next minute is not known yet."""
    return int((at - EPOCH).total_seconds() // 60)
