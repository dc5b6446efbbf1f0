"""Listings, indices, currency pairs, commodities and rates by id, by short symbol and by a data vendor's code.

The table is one compressed file, read at the first question and never at import.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, cast

import msgspec

from wollet.model.instrument import Instrument, InstrumentKind

CALENDARS = {
    "XNAS": "XNYS", "XASE": "XNYS", "ARCX": "XNYS", "XKOS": "XKRX", "XKON": "XKRX", "FX": "XFXS", "CRYPTO": "24/7",
    "COMDTY": "CMES", "FUT": "CMES",
}  # fmt: skip
_KINDS_FIRST = ("INDEX", "FX", "COMDTY", "RATE", "CRYPTO", "FUT")


class Table(msgspec.Struct, frozen=True):
    """The reference as it is stored: one list a column, and every spelling of a name with its grade and targets.

    The names are in order.  `heads` are their first four characters, `lengths` the lengths of the names that begin so.
    """

    rows: list[list[Any]]
    vendor: dict[str, str]
    names: list[str]
    grades: bytes
    heads: list[str]
    lengths: list[bytes]
    targets: list[int | list[int]]
    digest: str


@cache
def table() -> Table:
    """The stored reference, decoded once."""
    packed = files("wollet.reference").joinpath("data/instruments.bin").read_bytes()
    return msgspec.msgpack.decode(zlib.decompress(packed), type=Table)


@cache
def _positions() -> dict[str, int]:
    return {id: i for i, id in enumerate(table().rows[0])}


@cache
def _symbols() -> dict[str, int]:
    """Short symbols; where two listings share one, the series, then the earlier row of the table wins."""
    out: dict[str, int] = {}
    for i, symbol in enumerate(table().rows[1]):
        out.setdefault(symbol, i)
    return out


@cache
def at(position: int) -> Instrument:
    """The instrument of one row of the table."""
    id, symbol, kind, en, ko, currency, calendar, sector, country, isin, delisted, _ = (
        column[position] for column in table().rows
    )
    return Instrument(
        id=id,
        symbol=symbol,
        kind=cast(InstrumentKind, kind),
        name_en=en or ko,
        name_ko=ko or None,
        currency=currency or None,
        calendar=calendar or "XNYS",
        isin=isin or None,
        share_class=_share_class(symbol, ko or ""),
        company=_company(id),
        sector=sector or None,
        country=country or None,
        delisted=dt.date.fromisoformat(delisted) if delisted else None,
    )


def _share_class(symbol: str, name_ko: str) -> str | None:
    if "." in symbol and len(symbol.rsplit(".", 1)[1]) == 1 and not symbol[0].isdigit() and not symbol.endswith((".T", ".L")):
        return symbol.rsplit(".", 1)[1]
    if symbol in ("GOOG", "GOOGL"):
        return "C" if symbol == "GOOG" else "A"
    return "preferred" if _common_of(symbol) is not None and name_ko else None


def _common_of(symbol: str) -> str | None:
    """A Korean preferred share has its company's code with another last digit: 005935 -> 005930."""
    if len(symbol) == 6 and symbol[:5].isdigit() and symbol[5] != "0" and symbol[:5] + "0" in _symbols():
        return symbol[:5] + "0"
    return None


_ONE_COMPANY = {"XNAS:GOOG": "XNAS:GOOGL", "XNAS:FOX": "XNAS:FOXA", "XNAS:NWS": "XNAS:NWSA"}


def _company(id: str) -> str:
    """The id that stands for the company behind a share class."""
    if id in _ONE_COMPANY:
        return _ONE_COMPANY[id]
    mic, symbol = id.split(":", 1)
    if mic in ("XKRX", "XKOS"):
        common = _common_of(symbol)
        return id if common is None else table().rows[0][_symbols()[common]]
    if mic in ("XNYS", "XNAS") and symbol.endswith((".B", ".C")):
        first = f"{mic}:{symbol[:-1]}A"
        return first if first in _positions() else id
    return id


def other_class(id: str) -> str | None:
    """The same company's other class of common shares, which a bare company name may mean as well (GOOGL and GOOG)."""
    for one, main in _ONE_COMPANY.items():
        if id in (one, main):
            return main if id == one else one
    return None


def get(id: str) -> Instrument | None:
    """The instrument of an id such as "XNAS:NVDA", "XKRX:005930", "INDEX:SPX" or "FX:USD/KRW"."""
    position = _positions().get(id)
    return None if position is None else at(position)


def by_symbol(symbol: str) -> Instrument | None:
    """The instrument of a report symbol (NVDA, 005930, SPX, USD/KRW, US10Y) or a vendor's code (^GSPC, 005930.KS)."""
    position = _symbols().get(symbol)
    if position is not None:
        return at(position)
    id = table().vendor.get(symbol)
    if id is not None:
        return get(id)
    rest = symbol.replace("-", ".").replace("/", ".")
    position = _symbols().get(rest)
    return None if position is None else at(position)


@lru_cache(1 << 13)
def calendar_of(id: str) -> str:
    """The MIC whose sessions an instrument trades in; ids outside the table are answered from their prefix."""
    position = _positions().get(id)
    if position is not None:
        return cast(str, table().rows[6][position]) or "XNYS"
    prefix = id.split(":", 1)[0]
    return CALENDARS.get(prefix, prefix if prefix not in _KINDS_FIRST else "XNYS")


def instruments() -> Iterator[Instrument]:
    """Every instrument of the reference, series first."""
    return (at(i) for i in range(len(table().rows[0])))
