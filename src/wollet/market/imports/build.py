"""From jobs to runs: files are read one after the other, so that memory holds one file at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

import numpy as np

from wollet.market.answers import Store
from wollet.market.bases import Splits
from wollet.market.imports import table
from wollet.market.imports.checks import REASONS, early
from wollet.market.imports.compare import CODE, compared
from wollet.market.imports.files import Counted, Job, Kind, kinds
from wollet.market.imports.rows import learned
from wollet.market.imports.rows import slices as row_slices
from wollet.market.imports.runs import Slice, finished
from wollet.market.imports.table import Columns
from wollet.market.providers.base import Batch
from wollet.market.segment import RunData


def build(
    store: Store | None,
    jobs: list[Job],
    *,
    now: dt.datetime,
    lenient: bool,
    told: Callable[[str], None],
    counted: Counted,
) -> Iterator[RunData]:
    """Runs of all jobs.  Splits read on the way serve the files after them; prices and fixings wait, packed, until all
    sources are there to be compared."""
    known = kinds()
    splits = {id: store.splits(id) for id in store.keys("p")} if store is not None else {}
    waiting: list[RunData] = []
    for job in sorted(jobs, key=lambda j: j.kind != "splits"):
        rows, columns = 0, read(job, known[job.kind], lenient=lenient)
        for s in known[job.kind].slices(columns, job.path, {"source": job.path.stem, **job.given}, splits):
            if job.kind == "splits":
                _learn(splits, s)
            rows += len(s.day)
            counted.rows += len(s.day)
            counted.series += 1
            if s.key[2:].startswith("XXXX:"):
                counted.unknown.add(s.key[7:])
            early(s, now)
            run = finished(s, REASONS, now)
            if s.key[0] in CODE:
                waiting.append(run)
            else:
                yield counting(run, counted)
        counted.left_out += columns.rows - rows
        told(f"{job.path.name} as {job.kind}: {rows:,} rows")
    held = {r.key: store.runs(r.key) for r in waiting} if store is not None else {}
    for run in compared(waiting, held, splits):
        yield counting(run, counted)


def _learn(splits: dict[str, Splits], s: Slice) -> None:
    """Adds the splits of a file to those known; a day that is known keeps its ratio."""
    id = s.key[2:]
    old = list(splits.get(id, ()))
    days = {d for d, _ in old}
    new = [(int(d), Decimal(repr(float(x)))) for d, x in zip(s.day, s.figures["value"], strict=True) if int(d) not in days]
    splits[id] = sorted([*old, *new])


def read(job: Job, kind: Kind, *, lenient: bool) -> Columns:
    """The columns of a job's file.  `lenient` leaves out mapped columns that the file lacks."""
    mapping = dict(job.mapping)
    if lenient:
        mapping = {ours: theirs for ours, theirs in mapping.items() if theirs in table.names(job.path)}
    return table.read(job.path, mapping, kind.fields)


def counting(run: RunData, counted: Counted) -> RunData:
    """The run, its doubtful rows counted by reason."""
    if run.doubts:
        numbers = np.bincount(run.columns["doubt"][1], minlength=len(run.doubts) + 1)[1:]
        for reason, n in zip(run.doubts, numbers, strict=True):
            counted.doubtful[reason] = counted.doubtful.get(reason, 0) + int(n)
    return run


def build_rows(store: Store | None, batches: Sequence[Batch], *, now: dt.datetime) -> Iterator[RunData]:
    """Runs of what providers sent, checked and compared with what the store holds."""
    splits = learned({id: store.splits(id) for id in store.keys("p")} if store is not None else {}, batches)
    runs: list[RunData] = []
    for s in row_slices(batches, splits):
        early(s, now)
        runs.append(finished(s, REASONS, now))
    held = {r.key: store.runs(r.key) for r in runs if r.key[0] in CODE} if store is not None else {}
    compare = [r for r in runs if r.key[0] in CODE]
    yield from (r for r in runs if r.key[0] not in CODE)
    yield from compared(compare, held, splits)
