"""Dividends and share counts, applied at the question: factors are never baked into what is stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from wollet.market.bases import Splits, factor, stated_on
from wollet.market.figures import plain
from wollet.model.market import Point

if TYPE_CHECKING:
    from wollet.market.answers import Store

ONE = Decimal(1)
BEFORE = dt.timedelta(days=15)
"""How far back the last close before an ex-date may lie: no holiday is longer."""


def paid(stated: Sequence[Point], splits: Splits) -> list[Point]:
    """Dividends as paid on the shares of their ex-date, whatever share basis their source states them on."""
    out = []
    for p in stated:
        until = stated_on(p.kind or "")
        up = ONE if until is None else factor(splits, p.end.toordinal(), until)
        out.append(p if up == ONE else msgspec.structs.replace(p, value=plain(p.value * up)))
    return out


def dividend_factor(store: Store, id: str, start: dt.date, end: dt.date, as_of: dt.datetime | None) -> Decimal | None:
    """The product of (close before - dividend) / close before over the ex-dates in (start, end]."""
    out = ONE
    for p in store.dividends(id, start + dt.timedelta(days=1), end, as_of=as_of):
        held = store.bars(id, p.end - BEFORE, p.end - dt.timedelta(days=1), as_of=as_of, adjusted_to=p.end)
        close = held[-1].close if held else None
        if not close:
            return None
        out *= (close - p.value) / close
    return out


def shares(store: Store, id: str, start: dt.date, end: dt.date, as_of: dt.datetime | None) -> list[Point]:
    """Shares outstanding behind each market value; a value without them and without a close of its day tells none."""
    out = []
    for p in store.market_values(id, start, end, as_of=as_of):
        if p.shares is not None:
            out.append(msgspec.structs.replace(p, value=p.shares, unit="shares"))
            continue
        held = store.bars(id, p.end, p.end, as_of=as_of)
        if held and held[0].close:
            count = (p.value / held[0].close).quantize(ONE)
            source = f"{p.source}, market value / close of {held[0].source}"
            out.append(msgspec.structs.replace(p, value=count, unit="shares", source=source, doubtful=p.doubtful or held[0].doubtful))
    return out
