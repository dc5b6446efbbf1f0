"""Session bars out of mapped runs: which row of which source answers, and on which share basis."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from wollet.market.bases import Splits, turn, turned
from wollet.market.figures import DAY_ZERO, EPOCH, decimal_of, moment
from wollet.market.segment import NONE, Run
from wollet.model.market import Bar

ONE = Decimal(1)
FEW = 12
"""So many runs are searched one by one for a session; more of them (a store synced day by day) are listed by session once."""


class Line:
    """One run of bars, its columns and what its rows have in common laid out for look-ups."""

    __slots__ = (
        "basis", "currency", "day", "doubts", "fetched", "fetched_at", "figures", "generation", "known", "made", "reasons",
        "scale", "source", "turned", "volume",
    )  # fmt: skip

    def __init__(self, run: Run) -> None:
        head = run.head
        self.day, self.known, self.generation, self.scale = run.day, run.known, run.generation, head.scale
        self.source, self.basis = head.attributes["source"], head.attributes["basis"]
        self.currency = head.attributes.get("currency")
        self.figures = [_figures(run, name) for name in ("open", "high", "low", "close")]
        self.volume = _figures(run, "volume")
        self.doubts, self.reasons = run.column("doubt"), head.doubts
        self.fetched = head.fetched // 60 + 1
        self.fetched_at = EPOCH + dt.timedelta(seconds=head.fetched) if head.fetched else None
        self.made: dict[int, Bar] = {}
        self.turned: dict[tuple[int, Decimal, Decimal], Bar] = {}


def _figures(run: Run, name: str) -> tuple[Sequence[int], int] | None:
    """A column of figures and what stands in it for a missing one; None where no row has the figure."""
    view = run.column(name)
    return None if view is None else (view, NONE[view.format])


class Prices:
    """The bars of one series in every source, the preferred first, with its splits.  `mixed`: several imports.

    `slowest` is how many minutes after the midnight that begins a session any of its rows may still be unknown.
    """

    __slots__ = ("_places", "laid_out", "lines", "mixed", "slowest", "splits")

    def __init__(self, runs: list[Run], splits: Splits) -> None:
        self.lines = [Line(r) for r in sorted(runs, key=lambda r: (r.rank, -r.generation))]
        self.mixed = len({r.generation for r in runs}) > 1
        self.slowest = max((max(line.known, default=0) for line in self.lines), default=0)
        self.splits = splits
        self.laid_out: dict[int, tuple[list[int], list[Bar]]] = {}
        self._places: dict[int, list[tuple[Line, int]]] | None = None

    def places(self, day: int) -> list[tuple[Line, int]]:
        """The rows of a session in every run that has it, the preferred first."""
        if len(self.lines) <= FEW:
            found = ((line, bisect_left(line.day, day)) for line in self.lines)
            return [(line, i) for line, i in found if i < len(line.day) and line.day[i] == day]
        if self._places is None:
            self._places = {}
            for line in self.lines:
                for i, d in enumerate(line.day):
                    self._places.setdefault(d, []).append((line, i))
        return self._places.get(day, [])

    def known(self, day: int, until: int) -> tuple[Line, int, int | None] | None:
        """(run, row, moment of arrival where that decides) of a session as it was known at a minute; a row that came
        where an earlier import had answered counts from its arrival."""
        places = self.places(day)
        born = min((line.generation for line, _ in places), default=0)
        for line, i in places:
            at = (day - DAY_ZERO) * 1440 + line.known[i]
            arrived = max(at, line.fetched) if line.generation > born else None
            if (at if arrived is None else arrived) <= until:
                return line, i, arrived
        return None

    def whole(self, id: str, wanted: int | None) -> tuple[list[int], list[Bar]]:
        """(sessions, bars) of the whole history of one import on one share basis, laid out once."""
        basis = -1 if wanted is None else sum(day <= wanted for day, _ in self.splits)
        found = self.laid_out.get(basis)
        if found is None:
            chosen: dict[int, tuple[Line, int]] = {}
            for line in reversed(self.lines):
                chosen.update((line.day[i], (line, i)) for i in reversed(range(len(line.day))))
            days = sorted(chosen)
            found = self.laid_out[basis] = days, [bar_at(id, self.splits, *chosen[d], wanted, None) for d in days]
        return found


def rows(held: Prices, a: int, b: int, until: int) -> Iterator[tuple[Line, int, int, int | None]]:
    """(line, row, session, moment of arrival where that decides) of what was known, the preferred source first."""
    born: dict[int, int] = {}
    if held.mixed:
        for line in held.lines:
            for day in line.day[bisect_left(line.day, a) : bisect_right(line.day, b)]:
                born[day] = min(born.get(day, line.generation), line.generation)
    for line in held.lines:
        days, known = line.day, line.known
        first = bisect_left(days, a)
        for i in range(first, bisect_right(days, b, first)):
            day = days[i]
            at = (day - DAY_ZERO) * 1440 + known[i]
            if born and line.generation > born[day]:
                at = max(at, line.fetched)
                if at <= until:
                    yield line, i, day, at
            elif at <= until:
                yield line, i, day, None


def bar_at(id: str, splits: Splits, line: Line, i: int, wanted: int | None, known: int | None) -> Bar:
    """One bar on the basis asked for, made once."""
    up = down = ONE
    if splits:
        up, down = turn(splits, line.day[i], line.basis, wanted)
    bar = line.made.get(i)
    if bar is None:
        bar = line.made[i] = _stated(id, line, i)
    if up is not down:
        stated, bar = bar, line.turned.get((i, up, down))
        if bar is None:
            bar = line.turned[i, up, down] = _turned(stated, up, down)
    return bar if known is None else msgspec.structs.replace(bar, known_at=EPOCH + dt.timedelta(minutes=known))


def _turned(bar: Bar, up: Decimal, down: Decimal) -> Bar:
    """A bar as its source states it, on another share basis."""
    return msgspec.structs.replace(
        bar, open=turned(bar.open, up, down, bar.currency), high=turned(bar.high, up, down, bar.currency),
        low=turned(bar.low, up, down, bar.currency), close=turned(bar.close, up, down, bar.currency),
        volume=None if bar.volume is None else int(bar.volume * down / up),
    )  # fmt: skip


def _stated(id: str, line: Line, i: int) -> Bar:
    """One bar as its source states it."""
    session, scale, volume, doubts = line.day[i], line.scale, line.volume, line.doubts
    prices = [
        None if column is None or (x := column[0][i]) == column[1] else decimal_of(x, scale) for column in line.figures
    ]
    return Bar(
        series=id, session=date_of(session), open=prices[0], high=prices[1], low=prices[2], close=prices[3],
        volume=None if volume is None or (v := volume[0][i]) == volume[1] else v, currency=line.currency, basis=line.basis,
        source=line.source, known_at=moment(session, line.known[i]), fetched_at=line.fetched_at,
        doubtful=None if doubts is None or not (d := doubts[i]) else line.reasons[d - 1],
    )  # fmt: skip


date_of = dt.date.fromordinal
