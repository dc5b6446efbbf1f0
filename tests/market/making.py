"""Stores for tests: small files, imported the way a person imports them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from wollet.market.answers import Store
from wollet.market.imports.files import Counted, Job, bring

D = dt.date
NOW = dt.datetime(2024, 6, 1, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> dt.datetime:
    return dt.datetime(year, month, day, hour, minute, tzinfo=dt.UTC)


def imported(folder: Path, kind: str, text: str, *, now: dt.datetime = NOW, name: str = "figures", **given: str) -> Counted:
    """Imports lines of CSV as one generation of the store at `folder`/store."""
    path = folder / f"{name}-{kind}.csv"
    path.write_text("\n".join(line.strip() for line in text.strip().splitlines()), encoding="utf-8")
    mapping = {k.removeprefix("map_"): v for k, v in given.items() if k.startswith("map_")}
    said = {k: v for k, v in given.items() if not k.startswith("map_")}
    job = Job(path=path, kind=kind, mapping=mapping, given=said)
    return bring(folder / "store", [job], now=now, lenient=False, told=lambda line: None)


def together(folder: Path, *files: tuple[str, str], now: dt.datetime = NOW) -> Store:
    """Imports several files in one step, as a folder is imported, and opens the store."""
    jobs = []
    for i, (kind, text) in enumerate(files):
        path = folder / f"file{i}.csv"
        path.write_text("\n".join(line.strip() for line in text.strip().splitlines()), encoding="utf-8")
        jobs.append(Job(path=path, kind=kind))
    bring(folder / "store", jobs, now=now, lenient=False, told=lambda line: None)
    return opened(folder)


def opened(folder: Path) -> Store:
    return Store(folder / "store")
