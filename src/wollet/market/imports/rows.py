"""Rows that a provider sent as slices of runs: the same checks as for files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import numpy as np

from wollet.market.bases import Splits
from wollet.market.imports import checks
from wollet.market.imports.ids import mic_of
from wollet.market.imports.runs import Slice
from wollet.market.known import minutes_after
from wollet.market.providers.base import Batch
from wollet.model.market import Bar, Point

TABLE = {
    "prices": "b", "fx": "x", "series": "s", "fundamentals": "f", "market_values": "v", "splits": "p", "dividends": "d", "flows": "w",
    "events": "e",
}  # fmt: skip


def slices(batches: Iterable[Batch], splits: Mapping[str, Splits]) -> Iterator[Slice]:
    """One slice a series, source and basis; of two rows of one session or version, the one sent first."""
    groups: dict[tuple[str, ...], list[Any]] = {}
    for batch in batches:
        for r in batch.rows:
            own = (r.basis, r.currency or "") if isinstance(r, Bar) else (r.kind or "", r.unit)
            groups.setdefault((TABLE[batch.kind], r.series, r.source, *own), []).append(r)
    for key, rows in groups.items():
        table, series, source, *rest = key
        if table == "b":
            yield _bars(series, source, rest, rows, splits)
        else:
            yield _points(f"{table}:{series}", source, rest, rows, splits)


def _bars(series: str, source: str, own: Sequence[str], rows: list[Bar], splits: Mapping[str, Splits]) -> Slice:
    once: dict[int, Bar] = {}
    for r in rows:
        once.setdefault(r.session.toordinal(), r)
    kept = [once[d] for d in sorted(once)]
    day = np.array(sorted(once), dtype=np.int64)
    basis, currency = own
    s = Slice(
        key=f"b:{series}", attributes={"source": source, "basis": basis} | ({"currency": currency} if currency else {}),
        day=day, known=np.array([minutes_after(int(d), r.known_at) for d, r in zip(day, kept, strict=True)], dtype=np.int64),
        figures={f: _floats(getattr(r, f) for r in kept) for f in ("open", "high", "low", "close")},
        volume=_floats(r.volume for r in kept), doubt=np.zeros(len(day), dtype=np.int64),
    )  # fmt: skip
    none: Any = np.zeros(len(day), dtype=bool)
    checks.bars(s, mic_of(series), splits.get(series, ()), marked=none, twice=none, other_currency=False)
    return s


def learned(splits: Mapping[str, Splits], batches: Iterable[Batch]) -> dict[str, Splits]:
    """The splits that are known with those that the batches bring; a day that is known keeps its ratio."""
    out = dict(splits)
    for r in (r for b in batches if b.kind == "splits" for r in b.rows if isinstance(r, Point)):
        day, held = r.end.toordinal(), out.get(r.series, ())
        if not any(abs(day - d) <= 5 for d, _ in held):
            out[r.series] = sorted([*held, (day, r.value)])
    return out


def _points(key: str, source: str, own: Sequence[str], rows: list[Point], splits: Mapping[str, Splits]) -> Slice:
    once: dict[tuple[int, int, int], Point] = {}
    for r in rows:
        end = r.end.toordinal()
        once.setdefault((end, minutes_after(end, r.known_at), end - r.start.toordinal()), r)
    order = sorted(once)
    kind, unit = own
    s = Slice(
        key=key, attributes={"source": source, "unit": unit} | ({"kind": kind} if kind else {}),
        day=np.array([d for d, _, _ in order], dtype=np.int64), known=np.array([k for _, k, _ in order], dtype=np.int64),
        start=np.array([b for _, _, b in order], dtype=np.int64), figures={"value": _floats(once[k].value for k in order)},
        doubt=np.zeros(len(order), dtype=np.int64), shares=_floats(once[k].shares for k in order) if key.startswith("v:") else None,
    )  # fmt: skip
    if key.startswith("v:"):
        none: Any = np.zeros(len(order), dtype=bool)
        stated = s.shares if np.isfinite(s.shares).all() else None
        checks.values(s, mic_of(key[2:]), splits.get(key[2:], ()), stated, marked=none, twice=none)
    return s


def _floats(values: Iterable[Decimal | int | None]) -> Any:
    """Figures as floats, whose shortest decimal is the figure again (up to fifteen digits)."""
    return np.array([np.nan if v is None else float(v) for v in values], dtype=np.float64)
