"""Importing: one file as a declared kind, or a folder whose files are known by their names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from wollet.market import folder as folders
from wollet.market.imports.table import Refused

if TYPE_CHECKING:
    from wollet.market.answers import Store


class Kind(msgspec.Struct, frozen=True):
    """How a kind of file is read: the fields it may have, and what makes slices of them."""

    fields: frozenset[str]
    slices: Callable[..., Iterator[Any]]


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of one file: a kind, names of columns (ours -> theirs), and what holds for the whole file."""

    path: Path
    kind: str
    mapping: Mapping[str, str] = {}
    given: Mapping[str, str] = {}


class Counted(msgspec.Struct):
    """What an import brought: rows kept, rows flagged by reason, rows left out."""

    rows: int = 0
    series: int = 0
    doubtful: dict[str, int] = {}
    unknown: set[str] = set()
    left_out: int = 0


def kinds() -> dict[str, Kind]:
    """The kinds that can be declared."""
    from wollet.market.imports import bars, dated

    return {
        "prices": Kind(bars.PRICES, bars.prices),
        "marketcap": Kind(bars.VALUES, bars.market_values),
        "intraday": Kind(bars.INTRADAY, bars.intraday),
        "fx": Kind(dated.FX, dated.fx),
        "macro": Kind(dated.MACRO, dated.macro),
        "fundamentals": Kind(dated.FUNDAMENTALS, dated.fundamentals),
        "splits": Kind(dated.SPLITS, dated.split_table),
        "dividends": Kind(dated.DIVIDENDS, dated.dividends),
        "flows": Kind(dated.FLOWS, dated.flows),
        "events": Kind(dated.EVENTS, dated.events),
    }


US = {"currency": "USD", "listings": "US"}
BY_NAME: tuple[tuple[str, tuple[tuple[str, dict[str, str], dict[str, str]], ...]], ...] = (
    ("splits", (("splits", {}, {}),)),
    ("prices", (("prices", {"suspect": "ohlc_suspect"}, {}),)),
    ("us_closes", (("prices", {}, US | {"basis": "as_traded"}), ("marketcap", {}, US))),
    ("krx_bars", (("prices", {"symbol": "code"}, {"basis": "KRX adjusted", "currency": "KRW"}),)),
    ("marketcap", (("marketcap", {"suspect": "mcap_suspect"}, {"listings": "US"}),)),
    ("fx", (("fx", {}, {}),)),
    ("macro", (("macro", {}, {}),)),
    ("fundamentals", (("fundamentals", {}, {}),)),
    ("intraday", (("intraday", {}, {"zone": "America/New_York"}),)),
    ("dividends", (("dividends", {}, {}),)),
    ("flows", (("flows", {}, {}),)),
    ("events", (("events", {}, {}),)),
)
"""What a file of a folder holds, by the beginning of its name; columns that a mapping names and the file lacks are left out."""
LEFT = ("instruments",)
"""Files of a folder that the package's own reference stands for."""


def jobs_of(path: Path) -> list[Job]:
    """The readings of every known file in a folder and in the folders right inside it, splits first.

    Raises Refused where none is known.
    """
    found: list[Job] = []
    files = sorted(path.iterdir()) + sorted(f for d in path.iterdir() if d.is_dir() for f in d.iterdir())
    for start, readings in BY_NAME:
        for file in files:
            if file.stem.lower().startswith(start) and file.suffix.lower() in (".csv", ".parquet"):
                found += [Job(path=file, kind=k, mapping=m, given=g) for k, m, g in readings]
    if not found:
        names = ", ".join(f"{n}*" for n, _ in BY_NAME)
        raise Refused(f"{path}: no file is called {names} (.csv, .parquet): import files one by one with --as")
    return found


def bring(folder: Path, jobs: list[Job], *, now: dt.datetime, lenient: bool, told: Callable[[str], None]) -> Counted:
    """Imports in one step, all or nothing, as one generation.  `lenient` drops mapped columns that a file lacks.

    Raises Refused (or ValueError) with one line; the store is then as it was.
    """
    from wollet.market.imports.build import build

    counted = Counted(doubtful={}, unknown=set())
    with folders.writing(folder):
        runs = build(opened(folder), jobs, now=now, lenient=lenient, told=told, counted=counted)
        what = "import of " + ", ".join(dict.fromkeys(j.path.name for j in jobs))
        if folders.commit(folder, runs, what=what, fetched_at=now) is None:
            raise Refused(f"{', '.join(str(j.path) for j in jobs)}: no rows that can be used: check --map and the columns")
        folders.tidy(folder)
    return counted


def opened(folder: Path) -> Store | None:
    """The store as it is before an import; None where there is none yet."""
    from wollet.market.answers import Store

    return Store(folder) if (folder / folders.MANIFEST).exists() else None
