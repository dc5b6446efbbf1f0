"""One immutable file of market rows: sorted columns by series, memory-mapped and read only where asked.

Layout (little-endian): magic, then the columns of every run, each 8-byte aligned; then the index: sorted keys
("b:XNAS:NVDA"), the place of each key's runs, and a head of each run (msgpack).  A footer holds the index's place.
A run is the rows of one series from one source on one basis, oldest first.  Figures are integers over a power of ten.
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

MAGIC = b"WOLLETM1"
FOOTER = struct.Struct("<8QI4s")
TABLES = {
    "b": "prices", "i": "intraday", "v": "market_values", "x": "fx", "s": "series", "f": "fundamentals", "w": "flows",
    "e": "events", "p": "splits", "d": "dividends",
}  # fmt: skip
NONE = {"b": -(1 << 7), "h": -(1 << 15), "i": -(1 << 31), "q": -(1 << 63)}
"""How a missing figure is written in a signed column of each width."""


class Head(msgspec.Struct, array_like=True, frozen=True):
    """What all rows of a run have in common.  `fetched` is seconds since 1970 (UTC), 0 where unknown; `generation` is the
    import that brought them where segments were merged, else 0: then it is the segment's."""

    n: int
    scale: int
    fetched: int
    attributes: dict[str, str]
    columns: dict[str, tuple[str, int]]
    doubts: list[str]
    generation: int = 0


class RunData(msgspec.Struct, frozen=True, kw_only=True):
    """A run to be written: `columns` are buffers by name with their type code; `day` (session, or a period's end) sorted."""

    key: str
    n: int
    scale: int
    attributes: dict[str, str]
    columns: dict[str, tuple[str, Any]]
    doubts: list[str]
    fetched: int
    generation: int = 0


_decode_head = msgspec.msgpack.Decoder(Head).decode
_encode = msgspec.msgpack.Encoder().encode


class Run:
    """The rows of one series from one source: columns as views into the file."""

    __slots__ = ("_map", "day", "generation", "head", "known", "rank")

    def __init__(self, view: memoryview, head: Head, generation: int) -> None:
        self._map = view
        self.head = head
        self.generation = head.generation or generation
        self.rank = 0
        self.day = self.column("day")
        self.known = self.column("known")

    def column(self, name: str) -> Any:
        """A column by name, or None where no row of the run has it."""
        place = self.head.columns.get(name)
        if place is None:
            return None
        code: Any = place[0]
        return self._map[place[1] : place[1] + self.head.n * _SIZE[code]].cast(code)


_SIZE = {c: array(c).itemsize for c in "bBhHiIqQ"}


class Segment:
    """An open segment.  Opening reads only the footer; a key's runs are decoded when they are asked for."""

    def __init__(self, path: Path, generation: int = 0) -> None:
        self.path, self.generation = path, generation
        if sys.byteorder != "little":
            raise ValueError("the market store is read on little-endian machines only")
        with path.open("rb") as f:
            self._file = mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ)
        self._view = memoryview(self._file)
        if len(self._file) < FOOTER.size + len(MAGIC) or self._file[:8] != MAGIC:
            raise ValueError(f"{path.name} is no segment of a market store")
        *places, count, tail = FOOTER.unpack(self._file[-FOOTER.size :])
        if tail != b"END1":
            raise ValueError(f"{path.name} is cut short")
        key_at, key_ends, first, head_at, head_ends, runs, _, _ = places
        self.count = count
        self._ends = self._view[key_ends : key_ends + 8 * count].cast("Q")
        self._keys = key_at
        self._first = self._view[first : first + 8 * (count + 1)].cast("Q")
        self._head_at = head_at
        self._head_ends = self._view[head_ends : head_ends + 8 * runs].cast("Q")

    def key(self, i: int) -> bytes:
        start = self._ends[i - 1] if i else 0
        return self._file[self._keys + start : self._keys + self._ends[i]]

    def _place(self, key: bytes) -> int:
        """Where a key stands, or would stand."""
        low, high = 0, self.count
        while low < high:
            middle = (low + high) >> 1
            if self.key(middle) < key:
                low = middle + 1
            else:
                high = middle
        return low

    def runs(self, key: str) -> list[Run]:
        k = key.encode()
        i = self._place(k)
        return self.runs_at(i) if i < self.count and self.key(i) == k else []

    def runs_at(self, i: int) -> list[Run]:
        return [Run(self._view, self._head(r), self.generation) for r in range(self._first[i], self._first[i + 1])]

    def _head(self, r: int) -> Head:
        start = self._head_ends[r - 1] if r else 0
        return _decode_head(self._view[self._head_at + start : self._head_at + self._head_ends[r]])

    def copied(self) -> Iterator[RunData]:
        """Every run as it can be written again, with the import that brought it."""
        for key, i in self.keys(""):
            for run in self.runs_at(i):
                h = run.head
                yield RunData(
                    key=key, n=h.n, scale=h.scale, attributes=h.attributes, doubts=h.doubts, fetched=h.fetched, generation=run.generation,
                    columns={name: (code, run.column(name)) for name, (code, _) in h.columns.items()},
                )  # fmt: skip

    def keys(self, prefix: str) -> Iterator[tuple[str, int]]:
        """Every key that begins so, with its place."""
        p = prefix.encode()
        for i in range(self._place(p), self.count):
            k = self.key(i)
            if not k.startswith(p):
                return
            yield k.decode(), i


def write(out: BinaryIO, runs: Iterable[RunData]) -> None:
    """Writes a segment.  Runs of one key are kept in the order given; keys are sorted here."""
    out.write(MAGIC)
    at = len(MAGIC)
    heads: dict[str, list[bytes]] = {}
    for r in runs:
        columns: dict[str, tuple[str, int]] = {}
        for name, (code, buffer) in r.columns.items():
            pad = -at % 8
            data = memoryview(buffer).cast("B")
            if len(data) != r.n * _SIZE[code]:
                raise AssertionError(f"{r.key} {name}: {len(data)} bytes for {r.n} rows of {code}")
            out.write(b"\0" * pad)
            out.write(data)
            columns[name] = (code, at + pad)
            at += pad + len(data)
        head = Head(n=r.n, scale=r.scale, fetched=r.fetched, attributes=r.attributes, columns=columns, doubts=r.doubts, generation=r.generation)
        heads.setdefault(r.key, []).append(_encode(head))
    keys = sorted((k.encode(), k) for k in heads)
    ends, first, head_ends, blobs = array("Q"), array("Q", [0]), array("Q"), []
    key_end = head_end = 0
    for raw, k in keys:
        key_end += len(raw)
        ends.append(key_end)
        for blob in heads[k]:
            head_end += len(blob)
            head_ends.append(head_end)
            blobs.append(blob)
        first.append(len(head_ends))
    parts = [b"".join(raw for raw, _ in keys), ends.tobytes(), first.tobytes(), b"".join(blobs), head_ends.tobytes()]
    places = []
    for part in parts:
        pad = -at % 8
        out.write(b"\0" * pad)
        places.append(at + pad)
        out.write(part)
        at += pad + len(part)
    out.write(FOOTER.pack(*places, len(head_ends), 0, 0, len(keys), b"END1"))
