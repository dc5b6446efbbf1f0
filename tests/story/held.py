"""A small market in memory for the story tests: closes by session, each known when its exchange closes."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from wollet.model.instrument import Instrument
from wollet.model.market import Bar, Point
from wollet.reference import instruments

CLOSE = {"XNYS": dt.time(21), "XKRX": dt.time(6, 30)}


class Held:
    """Answers bars, series and reported figures from what it was given; nothing that became known after `as_of`."""

    def __init__(self, rows: Iterable[tuple[str, dt.date, str | float, int | None]] = (), points: Iterable[Point] = ()) -> None:
        self.rows: dict[str, list[Bar]] = {}
        self.points = list(points)
        self.splits: list[tuple[str, dt.date, Decimal]] = []
        for id, day, close, volume in rows:
            value = Decimal(str(close))
            known = dt.datetime.combine(day, CLOSE[instruments.calendar_of(id)], dt.UTC)
            self.rows.setdefault(id, []).append(
                Bar(series=id, session=day, open=None, high=value, low=value, close=value, volume=volume, currency=None,
                    basis="as_traded", source="own", known_at=known)
            )  # fmt: skip

    def instrument(self, id: str) -> Instrument | None:
        return instruments.get(id)

    def bars(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None, adjusted_to: dt.date | None = None
    ) -> Sequence[Bar]:
        found = [b for b in self.rows.get(id, []) if start <= b.session <= end and (as_of is None or b.known_at <= as_of)]
        if adjusted_to is None:
            return found
        return [self._on_shares_of(b, adjusted_to) for b in found]

    def _on_shares_of(self, b: Bar, day: dt.date) -> Bar:
        factor = self.split_factor(b.series, b.session, day) / self.split_factor(b.series, day, b.session)
        changed = {f: value / factor for f in ("high", "low", "close") if (value := getattr(b, f)) is not None}
        return msgspec.structs.replace(b, **changed)

    def split_factor(self, id: str, start: dt.date, end: dt.date) -> Decimal:
        factor = Decimal(1)
        for who, day, ratio in self.splits:
            if who == id and start < day <= end:
                factor *= ratio
        return factor

    def fundamentals(
        self, id: str, item: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        return self._points(f"{id} {item}", start, end, as_of)

    def series(self, name: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None) -> Sequence[Point]:
        return self._points(name, start, end, as_of)

    def fx(self, pair: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None) -> Sequence[Point]:
        return self._points(pair, start, end, as_of)

    def _points(self, name: str, start: dt.date, end: dt.date, as_of: dt.datetime | None) -> list[Point]:
        return [
            p for p in self.points
            if p.series == name and start <= p.end <= end and (as_of is None or p.known_at <= as_of)
        ]  # fmt: skip

    def coverage(self, id: str) -> tuple[dt.date, dt.date] | None:
        held = self.rows.get(id)
        return (held[0].session, held[-1].session) if held else None

    def latest(self) -> dt.datetime | None:
        return max((b.known_at for held in self.rows.values() for b in held), default=None)

    def sources(self) -> Sequence[str]:
        return ("own",)

    def __getattr__(self, name: str) -> Any:
        return lambda *_, **__: ()


def event_study() -> Held:
    """NVIDIA with the S&P 500 round February 2024, SK hynix with the KOSPI round January 2025: real closes."""
    path = Path(__file__).parent / "data" / "event_study.csv"
    with path.open(encoding="utf-8") as file:
        return Held(
            (r["id"], dt.date.fromisoformat(r["date"]), r["close"], int(r["volume"]) if r["volume"] else None)
            for r in csv.DictReader(file)
        )


def weekdays(start: dt.date, n: int) -> list[dt.date]:
    """The first n days from a day on that are no Saturday or Sunday."""
    out, day = [], start
    while len(out) < n:
        if day.weekday() < 5:
            out.append(day)
        day += dt.timedelta(days=1)
    return out
