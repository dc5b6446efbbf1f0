"""The folder of a market store: immutable segments and one manifest that names those that count.

A writer holds the lock, writes new segments beside the old ones, and renames a new manifest over the old.  A reader
opens the manifest once and keeps what it names; whatever is interrupted before the rename has never happened.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from wollet.market.segment import RunData, Segment, write

MANIFEST = "manifest.json"
SCHEMA = "wollet.market/1"
SEGMENTS = "segments"
MANY, SMALL = 48, 8 << 20
"""So many segments of less than so many bytes are made one."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One segment of the manifest.  `generation` counts imports; `rows` and `size` (bytes) tell what it holds."""

    file: str
    generation: int
    rows: int
    size: int
    fetched_at: dt.datetime
    what: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a store holds.  `latest` is the newest `known_at` (UTC), never later than the fetch."""

    schema: str = SCHEMA
    generation: int = 0
    segments: tuple[Part, ...] = ()
    sources: tuple[str, ...] = ()
    latest: dt.datetime | None = None


def read(folder: Path) -> Manifest:
    """The manifest of a store.  Raises ValueError (one line) where the folder is none."""
    try:
        raw = (folder / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise ValueError(f"{folder} holds no {MANIFEST}: make a store with wollet data import … --to {folder}") from None
    try:
        found = msgspec.json.decode(raw, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as e:
        raise ValueError(f"{folder / MANIFEST} cannot be read ({e}): restore it, or import again into a new folder") from None
    if found.schema != SCHEMA:
        raise ValueError(f"{folder / MANIFEST} is {found.schema!r}, this wollet reads {SCHEMA!r}: import again into a new folder")
    return found


def segments(folder: Path, manifest: Manifest) -> list[Segment]:
    """The open segments, oldest import first.  Raises ValueError where one is missing or broken."""
    try:
        return [Segment(folder / SEGMENTS / p.file, p.generation) for p in manifest.segments]
    except FileNotFoundError as e:
        raise ValueError(f"{e.filename} is missing from the store: import again into a new folder") from None


@contextlib.contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Holds the store for one writer.  Raises ValueError where another process writes."""
    import fcntl

    (folder / SEGMENTS).mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ValueError(f"{folder} is being written by another process: wait for it to end") from None
        yield


def commit(
    folder: Path,
    runs: Iterable[RunData],
    *,
    what: str,
    fetched_at: dt.datetime,
    replacing: Iterable[str] = (),
    generation: int | None = None,
) -> Part | None:
    """Adds runs as one segment, all or nothing; None where there were no rows.  The caller holds `writing`.

    `replacing` names segments whose rows the new one holds (`tidy`); `generation` is kept where it is given.
    Raises ValueError (one line) where the disk is full; the store is then as it was.
    """
    old = read(folder) if (folder / MANIFEST).exists() else Manifest()
    _sweep(folder, old)
    new = folder / SEGMENTS / f"{old.generation + 1:06}.new"
    seen = _Seen()
    try:
        with new.open("wb") as out:
            write(out, seen.watch(runs))
            out.flush()
            os.fsync(out.fileno())
    except BaseException as e:
        new.unlink(missing_ok=True)
        if isinstance(e, OSError) and e.errno in (errno.ENOSPC, errno.EDQUOT):
            raise ValueError(f"{folder}: no space is left for the new rows: make room and start again; the store is as it was") from None
        raise
    if not seen.rows:
        new.unlink()
        return None
    with new.open("rb") as f:
        name = f"{old.generation + 1:06}-{hashlib.file_digest(f, 'sha256').hexdigest()[:12]}.seg"
    path = new.replace(folder / SEGMENTS / name)
    part = Part(
        file=name, generation=old.generation + 1 if generation is None else generation, rows=seen.rows,
        size=path.stat().st_size, fetched_at=fetched_at, what=what,
    )  # fmt: skip
    gone = set(replacing)
    kept = tuple(p for p in old.segments if p.file not in gone)
    latest = max((min(t, fetched_at) for t in (old.latest, seen.latest) if t is not None), default=None)
    _publish(
        folder,
        Manifest(
            generation=old.generation + 1,
            segments=tuple(sorted((*kept, part), key=lambda p: (p.generation, p.file))),
            sources=tuple(sorted({*old.sources, *seen.sources})),
            latest=latest,
        ),
    )
    return part


def tidy(folder: Path) -> None:
    """Makes one segment of many small ones: a store that is synced every day stays quick to open.  Every row keeps the
    import that brought it.  The caller holds `writing`; without room on the disk all stays as it is.
    """
    small = [p for p in read(folder).segments if p.size < SMALL]
    if len(small) < MANY:
        return
    runs = (r for p in small for r in Segment(folder / SEGMENTS / p.file, p.generation).copied())
    with contextlib.suppress(ValueError, OSError):
        commit(
            folder, runs, what=f"{len(small)} imports", fetched_at=max(p.fetched_at for p in small),
            replacing=[p.file for p in small], generation=max(p.generation for p in small),
        )  # fmt: skip


def _publish(folder: Path, manifest: Manifest) -> None:
    new = folder / f"{MANIFEST}.new"
    with new.open("wb") as out:
        out.write(msgspec.json.format(msgspec.json.encode(manifest), indent=1))
        out.flush()
        os.fsync(out.fileno())
    new.replace(folder / MANIFEST)
    for place in (folder, folder / SEGMENTS):
        fd = os.open(place, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def _sweep(folder: Path, manifest: Manifest) -> None:
    """Removes what an interrupted writer left behind; segments that the manifest names are never touched."""
    named = {p.file for p in manifest.segments}
    for path in (folder / SEGMENTS).iterdir():
        if path.name not in named:
            path.unlink()


class _Seen:
    """Counts what passes by on its way into a segment."""

    def __init__(self) -> None:
        self.rows = 0
        self.sources: set[str] = set()
        self.latest: dt.datetime | None = None

    def watch(self, runs: Iterable[RunData]) -> Iterator[RunData]:
        latest = 0
        for r in runs:
            self.rows += r.n
            self.sources.add(r.attributes.get("source", ""))
            latest = max(latest, last_known(r))
            yield r
        if latest:
            self.latest = EPOCH + dt.timedelta(minutes=latest)


EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
DAY_ZERO = dt.date(1970, 1, 1).toordinal()


def last_known(r: RunData) -> int:
    """The newest moment at which a row of the run became known, in minutes since 1970 (UTC)."""
    days: Any = memoryview(r.columns["day"][1]).cast("B").cast("i")
    code: Any = r.columns["known"][0]
    known: Any = memoryview(r.columns["known"][1]).cast("B").cast(code)
    tail = range(max(0, r.n - 400), r.n)
    return max(((days[i] - DAY_ZERO) * 1440 + known[i] for i in tail), default=0)
