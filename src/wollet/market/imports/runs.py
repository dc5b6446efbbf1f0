"""Sorted runs out of columns: rows by series, source and basis, one row a session, each with its moment and its doubt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec
import numpy as np

from wollet.market import known
from wollet.market.figures import DAY_ZERO
from wollet.market.imports.exact import counts, packed, rescaled, scaled
from wollet.market.segment import RunData


class Slice(msgspec.Struct):
    """The rows of one run before they are packed: `rows` places in the file, sorted by day; `doubt` a code for each."""

    key: str
    attributes: dict[str, str]
    day: Any
    known: Any
    figures: dict[str, Any]
    doubt: Any
    volume: Any = None
    shares: Any = None
    start: Any = None
    order: Any = None


def groups(keys: Sequence[Any], day: Any) -> Iterator[tuple[tuple[int, ...], Any]]:
    """(codes of the keys, places of the rows by day) for each combination of key codes; rows without a day are left out."""
    combined: Any = np.zeros(len(day), dtype=np.int64)
    for k in keys:
        combined = combined * (int(k.max(initial=0)) + 1) + k
    order = np.lexsort((day, combined))
    order = order[day[order] > 0]
    if not len(order):
        return
    cuts: Any = np.flatnonzero(np.diff(combined[order])) + 1
    for rows in np.split(order, cuts):
        yield tuple(int(k[rows[0]]) for k in keys), rows


def closes(mic: str, day: Any) -> Any:
    """Minutes after midnight (UTC) at which each session closes."""
    unique, back = np.unique(day, return_inverse=True)
    return np.array([known.close(mic, int(d)) for d in unique], dtype=np.int64)[back]


def each(day: Any, rule: Callable[[int], int]) -> Any:
    unique, back = np.unique(day, return_inverse=True)
    return np.array([rule(int(d)) for d in unique], dtype=np.int64)[back]


def single(rows: Any, day: Any, values: Any) -> tuple[Any, Any]:
    """(places kept, whether another row of that day differed): one row a day, the first; identical ones are dropped."""
    d = day[rows]
    fresh: Any = np.ones(len(d), dtype=bool)
    fresh[1:] = d[1:] != d[:-1]
    if fresh.all():
        return rows, np.zeros(len(rows), dtype=bool)
    at = np.flatnonzero(fresh)
    v = values[rows]
    first: Any = np.repeat(v[at], np.diff(np.append(at, len(v))))
    odd = (v != first) & ~(np.isnan(v) & np.isnan(first))
    return rows[at], np.logical_or.reduceat(odd, at)


def finished(s: Slice, reasons: Sequence[str], fetched: dt.datetime) -> RunData:
    """A run ready to be written."""
    columns: dict[str, tuple[str, Any]] = {
        "day": ("i", np.ascontiguousarray(s.day.astype(np.int32))),
        "known": counts(s.known),
    }
    names = list(s.figures)
    scale, whole = rescaled([scaled(s.figures[n]) for n in names])
    for n, (values, missing) in zip(names, whole, strict=True):
        found = packed(values, missing)
        if found is not None:
            columns[n] = found
    for name, counted in (("volume", s.volume), ("shares", s.shares)):
        if counted is not None:
            missing = ~np.isfinite(counted)
            found = packed(np.where(missing, 0, np.rint(counted)).astype(np.int64), missing)
            if found is not None:
                columns[name] = found
    if s.start is not None and (s.start != 0).any():
        columns["start"] = counts(s.start)
    told: list[str] = []
    if s.doubt.any():
        used = [int(x) for x in np.unique(s.doubt) if x]
        told = [reasons[x] for x in used]
        table: Any = np.zeros(max(used) + 1, dtype=np.int64)
        table[used] = range(1, len(used) + 1)
        columns["doubt"] = ("B", np.ascontiguousarray(table[s.doubt].astype(np.uint8)))
    return RunData(
        key=s.key, n=len(s.day), scale=scale, attributes=s.attributes, columns=columns, doubts=told,
        fetched=int(fetched.timestamp()),
    )  # fmt: skip


def last_day(day: Any) -> dt.date:
    top = int(day.max(initial=DAY_ZERO))
    return dt.date.fromordinal(max(top, 1))
