"""From jobs to runs: files are read one after the other, so that memory holds one file at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import numpy as np

from wollet.market.bases import Splits
from wollet.market.imports import table
from wollet.market.imports.checks import REASONS
from wollet.market.imports.files import Counted, Job, Kind, kinds
from wollet.market.imports.runs import Slice, finished
from wollet.market.segment import RunData


def build(
    folder: Path,
    jobs: list[Job],
    splits: dict[str, Splits],
    *,
    now: dt.datetime,
    lenient: bool,
    told: Callable[[str], None],
    counted: Counted,
) -> Iterator[RunData]:
    """Runs of all jobs.  Splits read on the way serve the files after them."""
    known = kinds()
    for job in sorted(jobs, key=lambda j: j.kind != "splits"):
        kind = known[job.kind]
        rows = 0
        for s in slices(job, kind, splits, lenient=lenient):
            if job.kind == "splits":
                id = s.key[2:]
                new = [(int(d), Decimal(repr(float(x)))) for d, x in zip(s.day, s.figures["value"], strict=True)]
                splits[id] = sorted([*splits.get(id, ()), *(n for n in new if n[0] not in dict(splits.get(id, ())))])
            rows += len(s.day)
            count(s, counted)
            yield finished(s, REASONS, now)
        told(f"{job.path.name} as {job.kind}: {rows:,} rows")


def slices(job: Job, kind: Kind, splits: dict[str, Splits], *, lenient: bool) -> Iterator[Slice]:
    mapping = dict(job.mapping)
    if lenient:
        mapping = {ours: theirs for ours, theirs in mapping.items() if theirs in table.names(job.path)}
    columns = table.read(job.path, mapping, kind.fields)
    given = {"source": job.path.stem, **job.given}
    yield from kind.slices(columns, job.path, given, splits)


def count(s: Slice, counted: Counted) -> None:
    counted.rows += len(s.day)
    counted.series += 1
    if s.key[2:].startswith("XXXX:"):
        counted.unknown.add(s.key[7:])
    codes, numbers = np.unique(s.doubt, return_counts=True)
    for c, n in zip(codes, numbers, strict=True):
        if c:
            counted.doubtful[REASONS[c]] = counted.doubtful.get(REASONS[c], 0) + int(n)
