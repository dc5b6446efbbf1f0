"""The price of anything priced, session by session: bars, fixings, yields, in decimals."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import msgspec

from wollet.model.market import MarketData
from wollet.model.verdict import Row


class Mark(msgspec.Struct, frozen=True):
    """One session's price: high and low where they are known, else the close."""

    series: str
    session: dt.date
    high: Decimal
    low: Decimal
    close: Decimal
    source: str
    known_at: dt.datetime

    def row(self, field: str) -> Row:
        """This price as the row of a proof."""
        return Row(source=self.source, series=self.series, date=self.session, value=str(getattr(self, field)), field=field)


def marks(
    id: str, start: dt.date, end: dt.date, market: MarketData, as_of: dt.datetime | None, shares_of: dt.date | None = None
) -> list[Mark]:
    """Sessions of [start, end], oldest first, known at `as_of`; prices on the share basis of `shares_of`."""
    if end < start:
        return []
    if id.startswith(("FX:", "RATE:")):
        name = id.split(":", 1)[1]
        points = (market.fx if id.startswith("FX:") else market.series)(name, start, end, as_of=as_of)
        kind = next((p.kind for p in points), None)
        return [
            Mark(p.series, p.end, p.value, p.value, p.value, p.source, p.known_at) for p in points if p.kind == kind
        ]
    return [
        Mark(b.series, b.session, b.high or b.close, b.low or b.close, b.close, b.source, b.known_at)
        for b in market.bars(id, start, end, as_of=as_of, adjusted_to=shares_of)
        if b.close
    ]
