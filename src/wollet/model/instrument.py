"""Things that are priced."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

InstrumentKind = Literal["stock", "fund", "index", "fx", "commodity", "rate", "crypto", "future"]


class Instrument(msgspec.Struct, frozen=True, kw_only=True):
    """One listing, index, pair, commodity or rate.

    `id` is "MIC:SYMBOL" for listings (XNAS:NVDA, XNYS:JPM, XKRX:005930, XKOS:247540, XTKS:9984.T) and
    "INDEX:SPX", "FX:USD/KRW", "COMDTY:WTI", "RATE:US10Y", "CRYPTO:BTC", "FUT:ES=F" for the rest.  `symbol` is the short
    symbol of the report contract.  `calendar` is the MIC whose sessions it trades in.  Dates bound the listing.
    """

    id: str
    symbol: str
    kind: InstrumentKind
    name_en: str
    name_ko: str | None = None
    currency: str | None = None
    calendar: str = "XNYS"
    isin: str | None = None
    share_class: str | None = None
    company: str | None = None
    sector: str | None = None
    country: str | None = None
    listed: dt.date | None = None
    delisted: dt.date | None = None
