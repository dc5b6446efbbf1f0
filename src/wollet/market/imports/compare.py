"""One session in several sources: where they differ by more than a rounding, the odd one is doubted, or both."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
import numpy as np

from wollet.market.bases import Splits, stated_on
from wollet.market.imports.checks import DISSENT, FIXINGS, REASONS
from wollet.market.preference import OFFICIAL
from wollet.market.segment import NONE, Run, RunData

ROOM = {"b": np.log(1.02), "x": np.log(1.03)}
"""By how much two sources may differ: prices of a session, fixings of a day."""
CODE = {"b": DISSENT, "x": FIXINGS}


FIELDS = ("day", "close", "value")


class Told(NamedTuple):
    """One run's figures on the basis as traded: `run` is None for what the store already holds."""

    run: int | None
    official: bool
    day: Any
    value: Any


def compared(runs: list[RunData], held: dict[str, list[Run]], splits: dict[str, Splits]) -> list[RunData]:
    """The runs with their dissenting rows doubted; rows of `held`, which are stored already, are left as they are."""
    by: dict[str, list[int]] = {}
    for i, r in enumerate(runs):
        by.setdefault(r.key, []).append(i)
    out = list(runs)
    for key, places in by.items():
        if len(places) + len(held.get(key, ())) < 2:
            continue
        told = [_told(i, key, runs[i].attributes, _columns(runs[i]), runs[i].scale, splits) for i in places]
        for old in held.get(key, ()):
            columns: dict[str, Any] = {n: np.asarray(old.column(n)) for n in FIELDS if n in old.head.columns}
            told.append(_told(None, key, old.head.attributes, columns, old.head.scale, splits))
        for i, odd in _odd(told, ROOM[key[0]]):
            out[i] = doubted(out[i], odd, REASONS[CODE[key[0]]])
    return out


def _columns(r: RunData) -> dict[str, Any]:
    return {n: r.columns[n][1] for n in FIELDS if n in r.columns}


def _told(
    i: int | None, key: str, attributes: dict[str, str], columns: dict[str, Any], scale: int, splits: dict[str, Splits]
) -> Told:
    day = np.asarray(columns["day"]).astype(np.int64)
    whole = np.asarray(columns.get("close", columns.get("value")))
    value = np.where(whole == NONE[whole.dtype.char if whole.dtype.char in NONE else "q"], np.nan, whole / 10.0**scale)
    stated = stated_on(attributes.get("basis", ""))
    if stated is not None:
        for d, ratio in splits.get(key[2:], ()):
            if d <= stated:
                value = np.where(day < d, value * float(ratio), value)
    return Told(i, attributes["source"].startswith(OFFICIAL), day, value)


def _odd(told: list[Told], room: float) -> list[tuple[int, Any]]:
    """(run, rows that differ) from the exchange's record, from the middle of three or more, or of two from each other."""
    days = np.unique(np.concatenate([t.day for t in told]))
    table = np.full((len(told), len(days)), np.nan)
    for n, t in enumerate(told):
        table[n, np.searchsorted(days, t.day)] = np.log(np.where(t.value > 0, t.value, np.nan))
    several = np.isfinite(table).sum(axis=0)
    table = np.where(several > 1, table, np.nan)
    ordered = np.sort(table, axis=0)
    low, high = np.maximum((several - 1) // 2, 0), np.maximum(several // 2, 0)
    at = np.arange(len(days))
    middle = (ordered[low, at] + ordered[np.minimum(high, len(told) - 1), at]) / 2
    limit = np.where(several == 2, room / 2, room)
    record = np.full(len(days), np.nan)
    for n, t in enumerate(told):
        if t.official:
            record = np.where(np.isfinite(record), record, table[n])
    limit = np.where(np.isfinite(record), room, limit)
    middle = np.where(np.isfinite(record), record, middle)
    out = []
    for n, t in enumerate(told):
        if t.run is None or t.official:
            continue
        with np.errstate(invalid="ignore"):
            odd = np.abs(table[n] - middle) > limit
        if odd.any():
            out.append((t.run, odd[np.searchsorted(days, t.day)]))
    return out


def doubted(r: RunData, odd: Any, reason: str) -> RunData:
    """A run with a further doubt on rows that had none."""
    doubts = [*r.doubts, reason]
    column = r.columns["doubt"][1].copy() if "doubt" in r.columns else np.zeros(r.n, dtype=np.uint8)
    column[odd & (column == 0)] = len(doubts)
    return msgspec.structs.replace(r, columns={**r.columns, "doubt": ("B", column)}, doubts=doubts)
