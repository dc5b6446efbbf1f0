"""Daily returns of a listing and of its market, on one share basis, as far as they were known at a moment.

Statistics on prices are kept in floats: they describe and compare, no verdict rests on them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from wollet.model.market import Bar, MarketData
from wollet.reference import instruments

BENCHMARK = {
    "XNAS": "INDEX:SPX", "XNYS": "INDEX:SPX", "XASE": "INDEX:SPX", "ARCX": "INDEX:SPX", "XKRX": "INDEX:KOSPI",
    "XKOS": "INDEX:KOSDAQ", "XTKS": "INDEX:N225", "XHKG": "INDEX:HSI", "XTAI": "INDEX:TWII", "XASX": "INDEX:AXJO",
    "XTSE": "INDEX:GSPTSE", "XLON": "INDEX:FTSE", "XETR": "INDEX:DAX",
}  # fmt: skip
GAP = 12
"""Two rows further apart than so many days hold sessions between them that the source lacks: no daily return."""


class Day(msgspec.Struct, frozen=True):
    """One session: percent return on the session before (None where that is lacking), close, volume, when known."""

    session: dt.date
    change: float | None
    close: float
    volume: int | None
    known_at: dt.datetime


def benchmark_of(id: str) -> str | None:
    """The index that a listing is held against: the broad index of its exchange; None for what is no listing."""
    return BENCHMARK.get(id.split(":", 1)[0])


def days(
    id: str, start: dt.date, end: dt.date, market: MarketData, as_of: dt.datetime | None
) -> list[Day]:
    """The sessions of [start, end] with a close, oldest first, on the share basis of the last of them.

    Splits after the last session known are not looked at: nothing later than `as_of` enters.
    """
    last = end if as_of is None else min(end, as_of.astimezone(dt.UTC).date() + dt.timedelta(days=1))
    bars = [b for b in market.bars(id, start, last, as_of=as_of) if b.close]
    if not bars:
        return []
    if market.split_factor(id, bars[0].session, bars[-1].session) != 1:
        adjusted = market.bars(id, start, bars[-1].session, as_of=as_of, adjusted_to=bars[-1].session)
        bars = [b for b in adjusted if b.close]
    return _days(bars)


def _days(bars: Sequence[Bar]) -> list[Day]:
    out: list[Day] = []
    previous: Bar | None = None
    for b in bars:
        assert b.close is not None
        change = None
        if previous is not None and previous.close and (b.session - previous.session).days <= GAP:
            change = float(100 * (b.close / previous.close - 1))
        out.append(Day(b.session, change, float(b.close), b.volume, b.known_at))
        previous = b
    return out


def together(ours: Sequence[Day], theirs: Sequence[Day]) -> list[tuple[Day, float, float]]:
    """(our session, our percent, the index's percent) of the sessions that both have, each measured over the same days.

    Where one of the two lacks a session, the return over it is left out of both.
    """
    other = {d.session: d for d in theirs}
    common = [d for d in ours if d.session in other]
    out = []
    for before, day in pairwise(common):
        index, base = other[day.session], other[before.session]
        if (day.session - before.session).days <= GAP and before.close and base.close:
            out.append((day, 100 * (day.close / before.close - 1), 100 * (index.close / base.close - 1)))
    return out


def reference_index(ids: Sequence[str]) -> str | None:
    """The index that most of some listings are held against; the first of the most frequent."""
    found = [b for id in ids if instruments.get(id) is not None and (b := benchmark_of(id)) is not None]
    return max(dict.fromkeys(found), key=found.count, default=None)
