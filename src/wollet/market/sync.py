"""Filling the store from providers: fetched into a spool task by task, then added to the store in one step.

An interrupted sync leaves the store as it was; the next one goes on from the spool and asks only for what is missing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from wollet.market import folder as folders
from wollet.market.names import SERIES
from wollet.market.providers.base import Batch, BatchKind, Closed, Provider, ProviderError, Task, Want
from wollet.market.providers.http import Http, Unreachable
from wollet.model.market import Bar, Point

SPOOL = "spool"
JOURNAL = "journal.jsonl"


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of one kind as they wait."""

    kind: BatchKind
    bars: tuple[Bar, ...] = ()
    points: tuple[Point, ...] = ()


class Spooled(msgspec.Struct, frozen=True, kw_only=True):
    """What one task brought, as it waits for the others."""

    key: str
    pieces: tuple[Piece, ...]
    dropped: tuple[str, ...] = ()


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the journal: a task that is in the store, and how many rows it brought."""

    key: str
    at: dt.datetime
    rows: int
    dropped: int = 0


class Outcome(msgspec.Struct):
    """What a sync did: tasks fetched, taken from the spool, known from the journal; rows; failures in one line each."""

    fetched: int = 0
    resumed: int = 0
    known: int = 0
    rows: int = 0
    dropped: list[str] = []
    failures: list[str] = []


def wanted(since: dt.date, until: dt.date, symbols: Sequence[str]) -> Want:
    """Symbols as instruments, or as series where they name a rate or a statistic."""
    from wollet.market.imports.ids import instrument_id

    ours = {s.name for s in SERIES.values()}
    instruments: list[str] = []
    series: list[str] = []
    for symbol in symbols:
        if symbol in ours:
            series.append(symbol)
            continue
        id = instrument_id(symbol)
        if id.startswith("XXXX:"):
            raise ProviderError(f"{symbol!r} is neither an instrument of the reference nor a series of ours")
        (series if id.startswith("RATE:") else instruments).append(id.removeprefix("RATE:"))
    return Want(since=since, until=until, instruments=tuple(instruments), series=tuple(series))


def sync(
    folder: Path,
    providers: Sequence[Provider],
    want: Want,
    *,
    http: Http,
    now: dt.datetime,
    told: Callable[[str], None] = lambda line: None,
) -> Outcome:
    """Fetches what the journal does not have, then commits all of it.  A task that fails is reported; the rest goes on,
    except with a source whose key is missing or refused, or that does not answer at all: it is reported once and left.

    Tasks whose window reaches today are asked again each time: their last day was not over.  Raises ValueError where
    another process writes.
    """
    out = Outcome(dropped=[], failures=[])
    with folders.writing(folder):
        done = {e.key for e in journal(folder)} if want.until < now.date() else set()
        spool = folder / SPOOL
        spool.mkdir(exist_ok=True)
        taken: list[Path] = []
        for p in providers:
            tasks, refused = list(p.tasks(want)), Counter[str]()
            for n, task in enumerate(tasks, 1):
                if task.key in done:
                    out.known += 1
                    continue
                told(f"{p.name}: {n} of {len(tasks)}")
                try:
                    taken.append(_fetched(p, task, spool, http, now, out))
                except Closed as e:
                    out.failures.append(f"{p.name}: {e}")
                    break
                except ProviderError as e:
                    refused[str(e)] += 1
                    if refused[str(e)] == 1:
                        out.failures.append(f"{task.key}: {e}")
                except Unreachable as e:
                    out.failures.append(f"{p.name}: {e}" + (f" ({len(tasks) - n:,} requests left for then)" if n < len(tasks) else ""))
                    break
            out.failures += [f"{p.name}: {n - 1:,} more requests with the same answer: {why}" for why, n in refused.items() if n > 1]
        _store(folder, taken, now, out)
    return out


def _fetched(p: Provider, task: Task, spool: Path, http: Http, now: dt.datetime, out: Outcome) -> Path:
    """The spooled answer of a task, fetched unless it is there from an interrupted run of the same day."""
    path = spool / f"{now.date()}-{hashlib.sha256(task.key.encode()).hexdigest()[:24]}"
    if path.exists():
        out.resumed += 1
        return path
    batch = p.fetch(task, http, now)
    new = path.with_suffix(".new")
    new.write_bytes(msgspec.msgpack.encode(_spooled(task, batch)))
    new.replace(path)
    out.fetched += 1
    return path


def _spooled(task: Task, batch: Batch) -> Spooled:
    all_of = (batch, *batch.also)
    pieces = tuple(
        Piece(kind=b.kind, bars=tuple(r for r in b.rows if isinstance(r, Bar)), points=tuple(r for r in b.rows if isinstance(r, Point)))
        for b in all_of
    )
    return Spooled(key=task.key, pieces=pieces, dropped=tuple(d for b in all_of for d in b.dropped))


def _store(folder: Path, taken: Sequence[Path], now: dt.datetime, out: Outcome) -> None:
    """Adds the spooled answers to the store, notes them in the journal, and empties the spool."""
    spooled = [msgspec.msgpack.decode(p.read_bytes(), type=Spooled) for p in taken]
    batches = [Batch(kind=p.kind, rows=p.bars or p.points) for s in spooled for p in s.pieces if p.bars or p.points]
    if batches:
        from wollet.market.imports.build import build_rows
        from wollet.market.imports.files import opened

        what = "sync of " + ", ".join(sorted({s.key.split(":", 1)[0] for s in spooled}))
        part = folders.commit(folder, build_rows(opened(folder), batches, now=now), what=what, fetched_at=now)
        out.rows = part.rows if part is not None else 0
        folders.tidy(folder)
    out.dropped += [d for s in spooled for d in s.dropped]
    with (folder / JOURNAL).open("ab") as f:
        for s in spooled:
            entry = Entry(key=s.key, at=now, rows=sum(len(p.bars) + len(p.points) for p in s.pieces), dropped=len(s.dropped))
            f.write(msgspec.json.encode(entry) + b"\n")
    for p in (folder / SPOOL).iterdir():
        if p in taken or not p.name.startswith(str(now.date())):
            p.unlink()


def journal(folder: Path) -> Iterator[Entry]:
    """Tasks that are in the store, oldest first; a line cut short by a crash is left out."""
    path = folder / JOURNAL
    if not path.exists():
        return
    for line in path.read_bytes().splitlines():
        try:
            yield msgspec.json.decode(line, type=Entry)
        except msgspec.DecodeError:
            continue
