"""What a store holds: how much, how fresh, how much of it doubtful, and where its sources disagree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

import msgspec

from wollet.market.answers import Store
from wollet.market.bases import turn
from wollet.market.figures import decimal_of
from wollet.market.segment import NONE, TABLES, Run

APART = Decimal("0.0005")
"""Sources disagree where their closes differ by more than this part of the figure: less is rounding."""


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One table of the store."""

    table: str
    series: int
    rows: int
    first: dt.date
    last: dt.date
    doubtful: int


class From(msgspec.Struct, frozen=True, kw_only=True):
    """One source of one table."""

    table: str
    source: str
    rows: int
    first: dt.date
    last: dt.date
    fetched_at: dt.datetime | None


class Apart(msgspec.Struct, frozen=True, kw_only=True):
    """Two sources over the sessions that both hold: how often they differ, and the widest gap (percent) with its place."""

    one: str
    other: str
    compared: int
    differing: int
    widest: Decimal
    series: str
    session: dt.date


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """The whole answer.  `age_days` runs from the newest figure to now."""

    schema: str = "wollet.data/1"
    folder: str
    generation: int
    size: int
    latest: dt.datetime | None
    age_days: int | None
    tables: tuple[Held, ...]
    sources: tuple[From, ...]
    disagreements: tuple[Apart, ...]


def status(store: Store, now: dt.datetime) -> Status:
    """Reads every head and the columns of closes that more than one source holds."""
    tables, sources = [], []
    for letter, name in TABLES.items():
        runs = list(_runs(store, letter))
        if not runs:
            continue
        tables.append(
            Held(
                table=name, series=len({k for k, _ in runs}), rows=sum(r.head.n for _, r in runs),
                first=_date(min(r.day[0] for _, r in runs)), last=_date(max(r.day[-1] for _, r in runs)),
                doubtful=sum(_doubtful(r) for _, r in runs),
            )
        )
        by: dict[str, list[Run]] = {}
        for _, r in runs:
            by.setdefault(r.head.attributes["source"], []).append(r)
        for source, own in sorted(by.items()):
            fetched = max(r.head.fetched for r in own)
            sources.append(
                From(
                    table=name, source=source, rows=sum(r.head.n for r in own), first=_date(min(r.day[0] for r in own)),
                    last=_date(max(r.day[-1] for r in own)),
                    fetched_at=dt.datetime.fromtimestamp(fetched, dt.UTC) if fetched else None,
                )
            )
    m = store.manifest
    return Status(
        folder=str(store.path), generation=m.generation, size=sum(p.size for p in m.segments), latest=m.latest,
        age_days=None if m.latest is None else (now - m.latest).days, tables=tuple(tables), sources=tuple(sources),
        disagreements=tuple(disagreements(store)),
    )  # fmt: skip


def _runs(store: Store, letter: str) -> Iterator[tuple[str, Run]]:
    for s in store.segments():
        for key, i in s.keys(f"{letter}:"):
            for r in s.runs_at(i):
                yield key, r


def _date(ordinal: int) -> dt.date:
    return dt.date.fromordinal(ordinal)


def _doubtful(r: Run) -> int:
    column = r.column("doubt")
    return 0 if column is None else r.head.n - bytes(column).count(0)


def disagreements(store: Store) -> list[Apart]:
    """Every pair of sources that share sessions and differ in some, the most frequent difference first."""
    found: dict[tuple[str, str], list[tuple[int, int, Decimal, str, int]]] = {}
    for id in store.keys("b"):
        runs = store.runs(f"b:{id}")
        if len(runs) < 2:
            continue
        splits = store.splits(id)
        for a, b in combinations(sorted(runs, key=lambda r: r.head.attributes["source"]), 2):
            one, other = a.head.attributes["source"], b.head.attributes["source"]
            if one != other:
                found.setdefault((one, other), []).append(_gap(a, b, splits, id))
    out = []
    for (one, other), gaps in found.items():
        widest = max(gaps, key=lambda g: g[2])
        differing = sum(g[1] for g in gaps)
        if differing:
            out.append(
                Apart(
                    one=one, other=other, compared=sum(g[0] for g in gaps), differing=differing,
                    widest=(100 * widest[2]).quantize(Decimal("0.01")), series=widest[3], session=_date(widest[4]),
                )
            )
    return sorted(out, key=lambda d: (-d.differing, d.one, d.other))


def _gap(a: Run, b: Run, splits: object, id: str) -> tuple[int, int, Decimal, str, int]:
    """(sessions compared, differing, widest gap as a part, series, its session) of two runs as traded."""
    places = {d: i for i, d in enumerate(b.day)}
    mine, theirs = a.column("close"), b.column("close")
    basis_a, basis_b = a.head.attributes["basis"], b.head.attributes["basis"]
    scale_a, scale_b = 10**a.head.scale, 10**b.head.scale
    compared = differing = 0
    widest, at = Decimal(0), a.day[0]
    for i, day in enumerate(a.day):
        j = places.get(day)
        if j is None or mine[i] == NONE[mine.format] or theirs[j] == NONE[theirs.format]:
            continue
        compared += 1
        if not splits and abs(mine[i] * scale_b - theirs[j] * scale_a) * 2000 <= theirs[j] * scale_a:
            continue
        x, y = decimal_of(mine[i], a.head.scale), decimal_of(theirs[j], b.head.scale)
        for_x, for_y = turn(splits, day, basis_a, None), turn(splits, day, basis_b, None)  # type: ignore[arg-type]
        x, y = x * for_x[0] / for_x[1], y * for_y[0] / for_y[1]
        gap = abs(x - y) / y if y else Decimal(0)
        if gap > APART:
            differing += 1
            if gap > widest:
                widest, at = gap, day
    return compared, differing, widest, id, at
