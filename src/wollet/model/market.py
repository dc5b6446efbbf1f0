"""Market data as a claim asks for it: typed rows, each with its source and when it became known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

import msgspec

from wollet.model.instrument import Instrument


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One session's prices, in `currency`, as traded on that day unless the question asked for adjusted ones.

    `basis` says how the source states its prices ("as_traded", "split_adj_to_2024-03-01", "index", "front_month", ...).
    `known_at` is the session's close (UTC); `doubtful` names the reason where a row must not decide a verdict alone.
    """

    series: str
    session: dt.date
    open: Decimal | None
    high: Decimal | None
    low: Decimal | None
    close: Decimal | None
    volume: int | None
    currency: str | None
    basis: str
    source: str
    known_at: dt.datetime
    fetched_at: dt.datetime | None = None
    doubtful: str | None = None


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One dated figure of a series: a fixing, a yield, a statistic, a market value, a reported item, a flow.

    `start`..`end` is the period measured (equal for a day).  `kind` tells apart several series of one thing: the fixing
    ("BOK", "FRED noon", "ECB", "market close"), "first_print"/"revised", "annual"/"quarterly", an investor group; of a
    dividend, the share basis on which its source states it.  `shares` are those outstanding behind a market value, where
    the source states them.
    """

    series: str
    start: dt.date
    end: dt.date
    value: Decimal
    unit: str
    source: str
    known_at: dt.datetime
    kind: str | None = None
    fetched_at: dt.datetime | None = None
    doubtful: str | None = None
    shares: Decimal | None = None


class MarketData(Protocol):
    """What claims may ask.  Every question takes `as_of` (aware; None asks with hindsight) and nothing that became
    known later is answered.  Ranges are inclusive session dates.  An unknown id or an empty range answers an empty
    sequence, never an error.  Rows come oldest first."""

    def instrument(self, id: str) -> Instrument | None: ...

    def bars(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None, adjusted_to: dt.date | None = None
    ) -> Sequence[Bar]:
        """Session bars of the preferred source: as traded, or on the share basis of `adjusted_to` (splits only)."""
        ...

    def other_bars(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None, adjusted_to: dt.date | None = None
    ) -> Sequence[Bar]:
        """Bars of every further source of the same sessions (for disagreement checks and further readings)."""
        ...

    def intraday(self, id: str, session: dt.date, *, as_of: dt.datetime | None = None) -> Sequence[Bar]:
        """Bars inside one session, oldest first; `known_at` is each bar's end."""
        ...

    def split_factor(self, id: str, start: dt.date, end: dt.date) -> Decimal:
        """New shares per old of the splits effective in (start, end]; 1 where there was none."""
        ...

    def dividends(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """Cash dividends a share by ex-date, as paid on the shares of that day."""
        ...

    def dividend_factor(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Decimal | None:
        """What a price of `start` is multiplied by to stand beside one of `end` without the dividends between; 1 where
        none is held, None where the close before an ex-date is missing.  Splits are apart: see `split_factor`."""
        ...

    def market_values(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]: ...

    def shares(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """Shares outstanding by session: as a source states them, else the market value over the close of its day."""
        ...

    def market_ranking(
        self, session: dt.date, scope: str, *, as_of: dt.datetime | None = None
    ) -> Sequence[tuple[str, Point]]:
        """(instrument id, market value) of one session, largest first, one entry a company; scope "US" or "KRX"."""
        ...

    def fx(self, pair: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None) -> Sequence[Point]:
        """All fixings of "USD/KRW" (won per dollar); `kind` names the fixing.  Inverse and cross pairs are derived."""
        ...

    def series(self, name: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None) -> Sequence[Point]:
        """Yields, policy rates and macro series by our name ("US10Y", "US_CPI", "WORLD_SEMICONDUCTOR_SALES", ...)."""
        ...

    def fundamentals(
        self, id: str, item: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """Reported items ("revenue", "net_income", "operating_income") whose period ends in [start, end]."""
        ...

    def flows(
        self, id: str, group: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """Net buying by investor group ("foreign", "institution", "individual") by session."""
        ...

    def events(
        self, id: str | None, kind: str | None, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """Corporate and economic calendar entries ("earnings", "dividend", "ipo", "fomc", "release")."""
        ...

    def coverage(self, id: str) -> tuple[dt.date, dt.date] | None:
        """First and last session held of a priced series, or None."""
        ...

    def sources(self) -> Sequence[str]: ...

    def latest(self) -> dt.datetime | None:
        """The newest `known_at` held: the report's `data.as_of`."""
        ...
