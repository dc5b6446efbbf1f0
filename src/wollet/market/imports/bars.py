"""Files of prices, intraday bars and market values as slices of runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np

from wollet.market.bases import Splits
from wollet.market.figures import EPOCH
from wollet.market.imports import checks
from wollet.market.imports.exact import unsingled
from wollet.market.imports.ids import basis_of, currency_of, instrument_id, mic_of
from wollet.market.imports.runs import Slice, closes, groups, last_day, single
from wollet.market.imports.table import Columns, Refused, days, floats, need, texts
from wollet.market.points import scope_of

PRICES = frozenset("symbol date open high low close volume currency basis source suspect".split())
VALUES = frozenset("symbol date close market_cap shares currency source suspect scope".split())
INTRADAY = frozenset("symbol datetime open high low close volume currency basis source".split())
FIGURES = ("open", "high", "low", "close")


DITTO = ("same", "ditto", "〃", "상동", "위와 같음")


def labels(columns: Columns, name: str, given: str, n: int) -> tuple[list[str], Any]:
    """A column of labels, or what was declared for the whole file; "same" is the label of the row above."""
    if columns.has(name):
        values, codes = texts(columns.by[name])
        again = [i for i, v in enumerate(values) if v.strip().lower() in DITTO]
        if again:
            above = np.where(np.isin(codes, again), 0, np.arange(n))
            codes = codes[np.maximum.accumulate(above)]
        return [v or given for v in values], codes
    return [given], np.zeros(n, dtype=np.int64)


def suspects(columns: Columns) -> Any:
    if not columns.has("suspect"):
        return np.zeros(columns.n, dtype=bool)
    values, codes = texts(columns.by["suspect"])
    return np.array([v.strip().lower() in ("true", "1", "yes") for v in values], dtype=bool)[codes]


def _figures(columns: Columns, path: Path) -> dict[str, Any]:
    """Prices by field.  A zero is how sources print that there was none (an untraded session)."""
    read = {f: floats(columns.by[f], path, f) for f in FIGURES if columns.has(f)}
    return {f: np.where(v == 0, np.nan, v) for f, v in read.items()}


def prices(columns: Columns, path: Path, given: Mapping[str, str], splits: Mapping[str, Splits]) -> Iterator[Slice]:
    """Session bars by instrument, source, basis and currency."""
    need(columns, path, "symbol", "date", "close")
    symbols, symbol = texts(columns.by["symbol"])
    ids = [instrument_id(s, listings=given.get("listings", "")) for s in symbols]
    day = days(columns.by["date"], path, "date")
    figures = _figures(columns, path)
    volume = floats(columns.by["volume"], path, "volume") if columns.has("volume") else None
    sources, source = labels(columns, "source", given["source"], columns.n)
    bases, basis = labels(columns, "basis", given.get("basis", ""), columns.n)
    currencies, currency = labels(columns, "currency", given.get("currency", ""), columns.n)
    day = np.where(np.isfinite(figures["close"]), day, 0)
    marked = suspects(columns)
    lasts = {b: last_day(day[basis == i]) for i, b in enumerate(bases)}
    for (a, b, c, d), rows in groups((symbol, source, basis, currency), day):
        id = ids[a]
        rows, twice = single(rows, day, figures["close"])
        own = currency_of(id)
        attributes = {"source": sources[b], "basis": basis_of(bases[c], lasts[bases[c]])}
        said = currencies[d]
        if said or own:
            attributes["currency"] = said or own or ""
        if id.startswith("INDEX:"):
            attributes.pop("currency", None)
        s = Slice(
            key=f"b:{id}", attributes=attributes, day=day[rows], known=closes(mic_of(id), day[rows]),
            figures={f: unsingled(v[rows]) for f, v in figures.items()}, doubt=np.zeros(len(rows), dtype=np.int64),
            volume=None if volume is None else volume[rows],
        )  # fmt: skip
        other = bool(said and own and said != own and not id.startswith(("INDEX:", "RATE:")))
        checks.bars(s, mic_of(id), splits.get(id, ()), marked=marked[rows], twice=twice, other_currency=other)
        yield s


def market_values(
    columns: Columns, path: Path, given: Mapping[str, str], splits: Mapping[str, Splits]
) -> Iterator[Slice]:
    """Market values by listing; shares outstanding or the close beside them tell the shares behind them."""
    need(columns, path, "symbol", "date", "market_cap")
    symbols, symbol = texts(columns.by["symbol"])
    ids = [instrument_id(s, listings=given.get("listings", "")) for s in symbols]
    day = days(columns.by["date"], path, "date")
    value = floats(columns.by["market_cap"], path, "market_cap")
    close = floats(columns.by["close"], path, "close") if columns.has("close") else None
    stated = floats(columns.by["shares"], path, "shares") if columns.has("shares") else None
    sources, source = labels(columns, "source", given["source"], columns.n)
    currencies, currency = labels(columns, "currency", given.get("currency", ""), columns.n)
    day = np.where(np.isfinite(value) & (value > 0), day, 0)
    marked = suspects(columns)
    for (a, b, c), rows in groups((symbol, source, currency), day):
        id = ids[a]
        rows, twice = single(rows, day, value)
        scope = scope_of(id) or given.get("scope", "")
        attributes = {"source": sources[b], "unit": currencies[c] or currency_of(id) or ""}
        if scope:
            attributes["kind"] = scope
        s = Slice(
            key=f"v:{id}", attributes=attributes, day=day[rows], known=closes(mic_of(id), day[rows]),
            figures={"value": np.rint(value[rows])}, doubt=np.zeros(len(rows), dtype=np.int64),
            shares=None if stated is None else stated[rows],
        )  # fmt: skip
        shares = s.shares
        if shares is None and close is not None:
            shares = value[rows] / np.where(close[rows] > 0, close[rows], np.nan)
        checks.values(s, mic_of(id), splits.get(id, ()), shares, marked=marked[rows], twice=twice)
        yield s


def intraday(columns: Columns, path: Path, given: Mapping[str, str], splits: Mapping[str, Splits]) -> Iterator[Slice]:
    """Bars inside sessions; a bar is known at its end, which is the next bar's start or the session's close."""
    need(columns, path, "symbol", "datetime", "close")
    symbols, symbol = texts(columns.by["symbol"])
    stamps, stamp = texts(columns.by["datetime"])
    try:
        zone = ZoneInfo(given["zone"]) if "zone" in given else None
    except (ZoneInfoNotFoundError, ValueError):
        raise Refused(f"{path}: no time zone is called {given['zone']!r}: name one such as America/New_York") from None
    moments = [_moment(s, zone, path) for s in stamps]
    local = np.array([m.date().toordinal() for m in moments], dtype=np.int64)[stamp]
    at = np.array([int((m - EPOCH).total_seconds() // 60) for m in moments], dtype=np.int64)[stamp]
    figures = _figures(columns, path)
    volume = floats(columns.by["volume"], path, "volume") if columns.has("volume") else None
    sources, source = labels(columns, "source", given["source"], columns.n)
    bases, basis = labels(columns, "basis", given.get("basis", ""), columns.n)
    day = np.where(np.isfinite(figures["close"]), local, 0)
    for (a, b, c), rows in groups((symbol, source, basis), day):
        id = instrument_id(symbols[a])
        rows = rows[np.argsort(at[rows], kind="stable")]
        fresh: Any = np.append(True, np.diff(at[rows]) > 0)
        rows = rows[fresh]
        start = at[rows]
        ends = _ends(start, local[rows], closes(mic_of(id), local[rows]))
        midnight = (local[rows] - EPOCH.toordinal()) * 1440
        attributes = {"source": sources[b], "basis": basis_of(bases[c], last_day(day[rows]))}
        if own := currency_of(id):
            attributes["currency"] = own
        yield Slice(
            key=f"i:{id}", attributes=attributes, day=local[rows], known=ends - midnight,
            figures={f: unsingled(v[rows]) for f, v in figures.items()}, doubt=np.zeros(len(rows), dtype=np.int64),
            volume=None if volume is None else volume[rows],
        )  # fmt: skip


def _ends(start: Any, day: Any, close: Any) -> Any:
    """Ends of bars in minutes since 1970: the next bar of the session begins, or the session closes."""
    ends = (day - EPOCH.toordinal()) * 1440 + close
    following: Any = np.append(start[1:], 0)
    same: Any = np.append(day[1:] == day[:-1], False)
    return np.where(same, following, np.maximum(ends, start + 1))


def _moment(text: str, zone: ZoneInfo | None, path: Path) -> dt.datetime:
    try:
        m = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        raise Refused(f"{path}: datetime holds {text[:30]!r}, which is no date and time: write 2024-02-13T09:30") from None
    if m.tzinfo is not None:
        return m
    if zone is None:
        raise Refused(f"{path}: datetime holds {text[:30]!r}, which names no zone: give the file's with --zone, as in --zone America/New_York")
    return m.replace(tzinfo=zone)
