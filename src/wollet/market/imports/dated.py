"""Files of dated figures as slices of runs: exchange rates, statistics, reported items, flows, events, splits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from wollet.market import known
from wollet.market.bases import Splits
from wollet.market.imports import checks
from wollet.market.imports.bars import labels
from wollet.market.imports.ids import basis_of, currency_of, instrument_id, mic_of, pair_of
from wollet.market.imports.runs import Slice, closes, each, groups, last_day, single
from wollet.market.imports.table import Columns, Refused, days, floats, need, texts
from wollet.market.names import OTHER, SCALES, SERIES, fixing

FX = frozenset("pair date close kind source".split())
MACRO = frozenset("series period value unit release_date source note kind".split())
FUNDAMENTALS = frozenset("symbol item period_type period_end value unit source filed derived_q4 note".split())
SPLITS = frozenset("symbol effective_date ratio_new_per_old source".split())
DIVIDENDS = frozenset("symbol ex_date amount currency basis source announced".split())
FLOWS = frozenset("symbol group date value unit source".split())
EVENTS = frozenset("symbol kind date value unit source announced".split())
ITEMS = {
    "netIncome": "net_income", "opIncome": "operating_income", "grossProfit": "gross_profit", "costOfRevenue": "cost_of_revenue",
    "ocf": "operating_cash_flow", "rnd": "research_and_development", "sga": "selling_general_administrative",
    "ltDebt": "long_term_debt", "dividendsPaid": "dividends_paid", "영업이익": "operating_income", "매출액": "revenue",
    "당기순이익": "net_income",
}  # fmt: skip


def fx(columns: Columns, path: Path, given: Mapping[str, str], splits: Mapping[str, Splits]) -> Iterator[Slice]:
    """Fixings by pair, kind and source."""
    need(columns, path, "pair", "date", "close")
    pairs, pair = texts(columns.by["pair"])
    kinds, kind = labels(columns, "kind", given.get("kind", ""), columns.n)
    sources, source = labels(columns, "source", given["source"], columns.n)
    day = days(columns.by["date"], path, "date")
    value = floats(columns.by["close"], path, "close")
    day = np.where(np.isfinite(value) & (value > 0), day, 0)
    for (a, b, c), rows in groups((pair, kind, source), day):
        rule = fixing(kinds[b])
        rows, twice = single(rows, day, value)
        name = pair_of(pairs[a])
        s = Slice(
            key=f"x:{name}", attributes={"source": sources[c], "kind": rule.kind, "unit": name[4:]}, day=day[rows],
            known=each(day[rows], lambda d, r=rule: known.at_hour(d, r.lag, r.at, r.zone)),  # type: ignore[misc]
            figures={"value": value[rows]}, doubt=np.zeros(len(rows), dtype=np.int64),
        )  # fmt: skip
        checks.mark(s, twice, checks.TWICE)
        checks.jumps(s, s.figures["value"], ())
        yield s


def macro(columns: Columns, path: Path, given: Mapping[str, str], splits: Mapping[str, Splits]) -> Iterator[Slice]:
    """Statistics by series, kind and source; the release date where the file has it, else the series' late rule."""
    need(columns, path, "series", "period", "value")
    names, name = texts(columns.by["series"])
    periods, period = texts(columns.by["period"])
    units, unit = labels(columns, "unit", given.get("unit", ""), columns.n)
    sources, source = labels(columns, "source", given["source"], columns.n)
    notes, note = labels(columns, "note", "", columns.n)
    value = floats(columns.by["value"], path, "value")
    released = days(columns.by["release_date"], path, "release_date") if columns.has("release_date") else np.zeros(columns.n)
    kinds = np.array([_kind(n) for n in notes], dtype=np.int64)[note]
    bounds = [_period(p, path) for p in periods]
    end = np.array([b for _, b in bounds], dtype=np.int64)[period]
    start = np.array([a for a, _ in bounds], dtype=np.int64)[period]
    day = np.where(np.isfinite(value), end, 0)
    for (a, b, c, d), rows in groups((name, unit, source, kinds), day):
        rule = SERIES.get(names[a].strip(), OTHER)
        ends = day
        if _daily(start[rows]):
            ends, rows = start, rows[np.argsort(start[rows], kind="stable")]
        rows, twice = single(rows, ends, value)
        first, last = start[rows], ends[rows]
        base, scale = SCALES.get(units[b], (units[b], 1))
        late = each(last, lambda x, r=rule: known.at_hour(x, r.lag, r.at, r.zone))  # type: ignore[misc]
        given_days = released[rows].astype(np.int64)
        at = np.array(
            [known.at_hour(int(e), int(r - e), rule.at, rule.zone) if r > 0 else k for e, r, k in zip(last, given_days, late, strict=True)],
            dtype=np.int64,
        )
        attributes = {"source": sources[c], "unit": rule.unit or base}
        if KINDS[d]:
            attributes["kind"] = KINDS[d]
        s = Slice(
            key=f"s:{rule.name or names[a].strip()}", attributes=attributes, day=last, known=at, start=last - first,
            figures={"value": np.array([float(v) for v in value[rows] * float(scale)])},
            doubt=np.zeros(len(rows), dtype=np.int64),
        )  # fmt: skip
        if float(scale) != 1:
            s.figures["value"] = np.rint(s.figures["value"])
        checks.mark(s, twice, checks.TWICE)
        if rule.revised and KINDS[d] == "revised":
            checks.mark(s, np.ones(len(rows), dtype=bool), checks.REVISED)
        yield s


KINDS = ("", "first_print", "revised")


def _kind(note: str) -> int:
    n = note.strip().lower()
    return 1 if n.startswith("first print") else 2 if n.startswith("restated") or "revised" in n else 0


def _daily(start: Any) -> bool:
    """Whether days given as first days of a period are themselves the periods (daily and weekly series)."""
    return len(start) > 1 and float(np.median(np.diff(np.sort(start)))) < 20


def _period(text: str, path: Path) -> tuple[int, int]:
    """First and last day of 2023, 2023-Q4, 2023-12 and 2023-12-01 (a month where it is the first of one)."""
    s = text.strip()
    try:
        if len(s) == 4:
            return dt.date(int(s), 1, 1).toordinal(), dt.date(int(s), 12, 31).toordinal()
        if "Q" in s:
            year, quarter = int(s[:4]), int(s[-1])
            return dt.date(year, quarter * 3 - 2, 1).toordinal(), _month_end(year, quarter * 3)
        if len(s) == 7:
            return dt.date(int(s[:4]), int(s[5:7]), 1).toordinal(), _month_end(int(s[:4]), int(s[5:7]))
        day = dt.date.fromisoformat(s[:10])
    except ValueError:
        raise Refused(f"{path}: {text[:30]!r} is no period: write 2023, 2023-Q4, 2023-12 or 2023-12-01") from None
    return day.toordinal(), _month_end(day.year, day.month) if day.day == 1 else day.toordinal()


def _month_end(year: int, month: int) -> int:
    return dt.date(year + month // 12, month % 12 + 1, 1).toordinal() - 1


def fundamentals(
    columns: Columns, path: Path, given: Mapping[str, str], splits: Mapping[str, Splits]
) -> Iterator[Slice]:
    """Reported items by company, item and length of period; the filing date where given, else the late rule."""
    need(columns, path, "symbol", "item", "period_end", "value")
    symbols, symbol = texts(columns.by["symbol"])
    items, item = texts(columns.by["item"])
    lengths, length = labels(columns, "period_type", given.get("period_type", "annual"), columns.n)
    units, unit = labels(columns, "unit", given.get("currency", ""), columns.n)
    sources, source = labels(columns, "source", given["source"], columns.n)
    notes, note = labels(columns, "note", "", columns.n)
    value = floats(columns.by["value"], path, "value")
    day = np.where(np.isfinite(value), days(columns.by["period_end"], path, "period_end"), 0)
    filed = days(columns.by["filed"], path, "filed") if columns.has("filed") else np.zeros(columns.n, dtype=np.int64)
    mixed = np.array(["mixed" in n for n in notes], dtype=bool)[note]
    day = np.where(mixed, 0, day)
    for (a, b, c, d, e), rows in groups((symbol, item, length, unit, source), day):
        rows, twice = single(rows, day, value)
        annual = lengths[c] != "quarterly"
        end, sent = day[rows], filed[rows]
        late = each(end, lambda x, y=annual: known.filed(x, y))  # type: ignore[misc]
        at = np.array(
            [known.at_hour(int(x), int(f - x), known.AFTER_FILING, "America/New_York") if f > 0 else k
             for x, f, k in zip(end, sent, late, strict=True)],
            dtype=np.int64,
        )  # fmt: skip
        back = {"annual": 364, "quarterly": 90}.get(lengths[c], 0)
        s = Slice(
            key=f"f:{instrument_id(symbols[a])} {ITEMS.get(items[b], items[b])}",
            attributes={"source": sources[e], "unit": units[d], "kind": lengths[c]}, day=end, known=at,
            start=np.full(len(rows), back, dtype=np.int64), figures={"value": value[rows]},
            doubt=np.zeros(len(rows), dtype=np.int64),
        )  # fmt: skip
        checks.mark(s, twice, checks.TWICE)
        yield s


def split_table(columns: Columns, path: Path, given: Mapping[str, str], splits: Mapping[str, Splits]) -> Iterator[Slice]:
    """Splits by listing: the first session on the new basis, new shares per old; known from that day's beginning."""
    need(columns, path, "symbol", "effective_date", "ratio_new_per_old")
    symbols, symbol = texts(columns.by["symbol"])
    sources, source = labels(columns, "source", given["source"], columns.n)
    day = days(columns.by["effective_date"], path, "effective_date")
    ratio = floats(columns.by["ratio_new_per_old"], path, "ratio_new_per_old")
    for (a, b), rows in groups((symbol, source), day):
        rows, _ = single(rows, day, ratio)
        yield Slice(
            key=f"p:{instrument_id(symbols[a])}", attributes={"source": sources[b], "unit": "ratio"}, day=day[rows],
            known=np.zeros(len(rows), dtype=np.int64), figures={"value": ratio[rows]},
            doubt=np.zeros(len(rows), dtype=np.int64),
        )  # fmt: skip


def dividends(columns: Columns, path: Path, given: Mapping[str, str], splits: Mapping[str, Splits]) -> Iterator[Slice]:
    """Cash dividends a share by listing and ex-date; known the day after they were announced, else as their ex-date begins."""
    need(columns, path, "symbol", "ex_date", "amount")
    symbols, symbol = texts(columns.by["symbol"])
    units, unit = labels(columns, "currency", given.get("currency", ""), columns.n)
    bases, basis = labels(columns, "basis", given.get("basis", ""), columns.n)
    sources, source = labels(columns, "source", given["source"], columns.n)
    amount = floats(columns.by["amount"], path, "amount")
    day = days(columns.by["ex_date"], path, "ex_date")
    day = np.where(np.isfinite(amount) & (amount > 0), day, 0)
    told = days(columns.by["announced"], path, "announced") if columns.has("announced") else np.zeros(columns.n, dtype=np.int64)
    lasts = {b: last_day(day[basis == i]) for i, b in enumerate(bases)}
    for (a, b, c, d), rows in groups((symbol, unit, basis, source), day):
        rows, twice = single(rows, day, amount)
        id = instrument_id(symbols[a])
        s = Slice(
            key=f"d:{id}", day=day[rows], figures={"value": amount[rows]}, doubt=np.zeros(len(rows), dtype=np.int64),
            attributes={"source": sources[d], "unit": units[b] or currency_of(id) or "", "kind": basis_of(bases[c], lasts[bases[c]])},
            known=np.where(told[rows] > 0, np.minimum((told[rows] - day[rows] + 1) * 1440, 0), 0),
        )  # fmt: skip
        checks.mark(s, twice, checks.TWICE)
        yield s


def flows(columns: Columns, path: Path, given: Mapping[str, str], splits: Mapping[str, Splits]) -> Iterator[Slice]:
    """Net buying by listing or market and investor group; known two hours after the session's close."""
    need(columns, path, "symbol", "group", "date", "value")
    yield from _keyed(columns, path, given, "w", "group", late=120)


def events(columns: Columns, path: Path, given: Mapping[str, str], splits: Mapping[str, Splits]) -> Iterator[Slice]:
    """Calendar entries by instrument and kind; known when announced, or on their day where that is not given."""
    need(columns, path, "symbol", "kind", "date")
    yield from _keyed(columns, path, given, "e", "kind", late=0)


def _keyed(columns: Columns, path: Path, given: Mapping[str, str], table: str, by: str, late: int) -> Iterator[Slice]:
    symbols, symbol = texts(columns.by["symbol"])
    labelled, label = texts(columns.by[by])
    units, unit = labels(columns, "unit", given.get("currency", ""), columns.n)
    sources, source = labels(columns, "source", given["source"], columns.n)
    day = days(columns.by["date"], path, "date")
    value = floats(columns.by["value"], path, "value") if columns.has("value") else np.ones(columns.n)
    told = days(columns.by["announced"], path, "announced") if columns.has("announced") else np.zeros(columns.n, dtype=np.int64)
    day = np.where(np.isfinite(value), day, 0)
    for (a, b, c, d), rows in groups((symbol, label, unit, source), day):
        rows, twice = single(rows, day, value)
        id = instrument_id(symbols[a])
        at = closes(mic_of(id), day[rows]) + late
        ahead = told[rows]
        at = np.where(ahead > 0, (ahead - day[rows] + 1) * 1440, at)
        s = Slice(
            key=f"w:{id} {labelled[b]}" if table == "w" else f"e:{id}",
            attributes={"source": sources[d], "unit": units[c], "kind": labelled[b]}, day=day[rows], known=at,
            figures={"value": value[rows]}, doubt=np.zeros(len(rows), dtype=np.int64),
        )  # fmt: skip
        checks.mark(s, twice, checks.TWICE)
        yield s
