"""What a source of market data promises: tasks in, rows out, errors with a remedy."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from importlib.metadata import entry_points
from typing import Literal, Protocol

import msgspec

from wollet.market.providers.http import Http
from wollet.model.market import Bar, Point

GROUP = "wollet.providers"
BatchKind = Literal["prices", "fx", "series", "fundamentals", "market_values", "splits", "dividends", "flows", "events"]


class ProviderError(Exception):
    """A source refused or answered something that its documentation does not describe (one line, with the remedy)."""


class Closed(ProviderError):
    """A source that no request will open: its key is missing or refused, or its library is not installed."""


class Want(msgspec.Struct, frozen=True, kw_only=True):
    """What to fetch: instruments by id, series by our names, over [since, until] (calendar days, inclusive)."""

    since: dt.date
    until: dt.date
    instruments: tuple[str, ...] = ()
    series: tuple[str, ...] = ()


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """One request worth remembering: `key` names it for good (source, thing, window)."""

    key: str
    params: dict[str, str]


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of one task of one kind; `dropped` counts answered rows that could not be used, with the reason; `also`
    holds what the same answer says of other kinds (the splits and dividends beside prices)."""

    kind: BatchKind
    rows: tuple[Bar | Point, ...]
    dropped: tuple[str, ...] = ()
    also: tuple[Batch, ...] = ()


class Provider(Protocol):
    """One source.  `keys` are the environment variables it needs; `extra` the optional install it needs."""

    name: str
    keys: tuple[str, ...]
    extra: str | None

    def tasks(self, want: Want) -> Iterator[Task]: ...

    def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
        """Rows of one task.  `now` (aware UTC) becomes `fetched_at`.  Raises ProviderError or http.Unreachable."""
        ...


def available() -> dict[str, Provider]:
    """Installed providers by name, ours and any that another package registers under `wollet.providers`."""
    return {e.name: e.load()() for e in sorted(entry_points(group=GROUP), key=lambda e: e.name)}


def provider(name: str) -> Provider:
    found = available()
    if name not in found:
        raise ProviderError(f"no provider is called {name!r}: installed are {', '.join(found) or 'none'}")
    return found[name]


def key(name: str, variable: str, where: str) -> str:
    """The value of an environment key, or an error that says where to get one."""
    value = os.environ.get(variable, "").strip()
    if not value:
        raise Closed(f"{name} needs a key and {variable} is not set: get one at {where} and export {variable}")
    return value


def decimal(text: object) -> Decimal | None:
    """A figure as a source prints it ("1,327.2", "-", ".", ""); None where it says that there is none."""
    s = str(text if text is not None else "").replace(",", "").strip()
    if s in ("", "-", ".", "NaN", "N/A", "null"):
        return None
    try:
        value = Decimal(s)
    except InvalidOperation:
        raise ProviderError(f"{s[:40]!r} is not a number: the source's format has changed") from None
    if not value.is_finite():
        return None
    return value


def day(text: object) -> dt.date:
    """A date as sources print it (2024-02-13, 20240213)."""
    s = str(text).strip()
    try:
        return dt.date.fromisoformat(s if "-" in s else f"{s[:4]}-{s[4:6]}-{s[6:8]}")
    except ValueError:
        raise ProviderError(f"{s[:40]!r} is not a date: the source's format has changed") from None


def need(row: object, *names: str) -> list[object]:
    """The named fields of an answered object, or an error that names the one that is gone."""
    if not isinstance(row, dict):
        raise ProviderError(f"expected an object with {', '.join(names)}, got {type(row).__name__}: the format has changed")
    for n in names:
        if n not in row:
            raise ProviderError(f"field {n!r} is missing from the answer: the source's format has changed")
    return [row[n] for n in names]
