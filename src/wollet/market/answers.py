"""The answers of a market store: point look-ups by binary search in mapped columns, no query engine.

Later imports never change an earlier answer: where a session, a period or a fixing was already answered, a row that
arrives in a later import counts only from its arrival.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from wollet.market import actions, points, preference
from wollet.market import folder as folders
from wollet.market.bars import Line, Prices, bar_at, rows
from wollet.market.bases import Splits, factor
from wollet.market.figures import DAY_ZERO, decimal_of, minutes_of
from wollet.market.names import SAME
from wollet.market.segment import Run, Segment
from wollet.model.instrument import Instrument
from wollet.model.market import Bar, Point

NEVER = 1 << 62
FEW = 16
"""Rankings of market values that are kept."""
LONG = 200
"""Days of a range that is answered out of the whole history, laid out once."""
MOST_LAID_OUT = 400_000
"""Rows answered in ranges (some 300 MB of them at most) before what is laid out is let go."""


class Store:
    """Market data in a folder, read only.  One object serves one thread; processes may share the folder freely."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.manifest, self._segments = _opened(path)
        self._prices: dict[str, Prices] = {}
        self._laid_out = 0
        self._runs: dict[str, list[Run]] = {}
        self._lines: dict[str, list[points.Dated]] = {}
        self._scopes: dict[str, list[str]] = {}
        self._rankings: dict[tuple[dt.date, str], tuple[int, Sequence[tuple[str, Point]]]] = {}
        self._crosses: dict[str, points.Crosses] = {}
        self._as_of: dt.datetime | None = None
        self._minutes = NEVER

    def runs(self, key: str) -> list[Run]:
        """Every run of a key ("x:USD/KRW"), the oldest import first; each with its place in the preference table."""
        found = self._runs.get(key)
        if found is None:
            held = [r for s in self._segments for r in s.runs(key)]
            found = self._runs[key] = _ranked(sorted(held, key=lambda r: r.generation))
        return found

    def keys(self, table: str) -> list[str]:
        """The series held of a table (a letter of segment.TABLES), sorted."""
        names = {k[2:] for s in self._segments for k, _ in s.keys(f"{table}:")}
        return sorted(names)

    def _until(self, as_of: dt.datetime | None) -> int:
        """The last minute (since 1970) that counts; a text is checked as of one moment, which is kept."""
        if as_of is not self._as_of:
            self._as_of, self._minutes = as_of, NEVER if as_of is None else minutes_of(as_of)
        return self._minutes

    def segments(self) -> Sequence[Segment]:
        return self._segments

    def instrument(self, id: str) -> Instrument | None:
        from wollet.reference.instruments import get

        return get(id)

    # --- prices

    def _of(self, id: str) -> Prices:
        found = self._prices.get(id)
        if found is None:
            found = self._prices[id] = Prices(self.runs(f"b:{id}"), self.splits(id))
        return found

    def splits(self, id: str) -> Splits:
        """(ordinal, new shares per old) of every split, oldest first; of several sources, the first import's."""
        found: dict[int, Decimal] = {}
        for r in self.runs(f"p:{id}"):
            values = r.column("value")
            for i, day in enumerate(r.day):
                if not any(abs(day - d) <= 5 for d in found):
                    found[day] = decimal_of(values[i], r.head.scale)
        return sorted(found.items())

    def bars(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None, adjusted_to: dt.date | None = None
    ) -> Sequence[Bar]:
        """Session bars of the preferred source: as traded, or on the share basis of `adjusted_to` (splits only)."""
        held = self._of(id)
        until = self._until(as_of)
        wanted = None if adjusted_to is None else adjusted_to.toordinal()
        a, b = start.toordinal(), end.toordinal()
        if a == b and not held.mixed:
            until -= (a - DAY_ZERO) * 1440
            for line in held.lines:
                days = line.day
                i = bisect_left(days, a)
                if i < len(days) and days[i] == a and line.known[i] <= until:
                    return [bar_at(id, held.splits, line, i, wanted, None)]
            return []
        if a == b:
            one = held.known(a, until)
            return [] if one is None else [bar_at(id, held.splits, *one[:2], wanted, one[2])]
        if b - a < LONG or held.mixed:
            return self._chosen(id, held, a, b, until, wanted)
        sure = min(b, DAY_ZERO + (until - held.slowest) // 1440)
        before = len(held.laid_out)
        days, bars = held.whole(id, wanted)
        self._lay_out(len(days) * (len(held.laid_out) - before))
        found = bars[bisect_left(days, a) : bisect_right(days, sure)]
        return found if sure == b else found + self._chosen(id, held, max(a, sure + 1), b, until, wanted)

    def _chosen(self, id: str, held: Prices, a: int, b: int, until: int, wanted: int | None) -> list[Bar]:
        """What was known of each session of a range, by the preferred source that has it."""
        chosen: dict[int, tuple[Line, int, int | None]] = {}
        for line, i, day, known in rows(held, a, b, until):
            if day not in chosen:
                chosen[day] = (line, i, known)
        self._lay_out(len(chosen))
        splits = held.splits
        days = chosen if len(held.lines) == 1 else sorted(chosen)
        return [bar_at(id, splits, line, i, wanted, known) for line, i, known in map(chosen.__getitem__, days)]

    def _lay_out(self, rows: int) -> None:
        """Counts what is kept in memory, and lets all of it go when it is too much."""
        self._laid_out += rows
        if self._laid_out > MOST_LAID_OUT:
            self._laid_out = 0
            self._prices.clear()

    def other_bars(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None, adjusted_to: dt.date | None = None
    ) -> Sequence[Bar]:
        """Bars of every further source of the same sessions."""
        held = self._of(id)
        if len(held.lines) < 2:
            return []
        until = self._until(as_of)
        wanted = None if adjusted_to is None else adjusted_to.toordinal()
        first: dict[int, str] = {}
        rest: dict[tuple[int, str], tuple[Line, int, int | None]] = {}
        for line, i, day, known in rows(held, start.toordinal(), end.toordinal(), until):
            if first.setdefault(day, line.source) != line.source:
                rest.setdefault((day, line.source), (line, i, known))
        return [bar_at(id, held.splits, *rest[k][:2], wanted, rest[k][2]) for k in sorted(rest)]

    def intraday(self, id: str, session: dt.date, *, as_of: dt.datetime | None = None) -> Sequence[Bar]:
        """Bars inside one session, oldest first; `known_at` is each bar's end."""
        runs = sorted(self.runs(f"i:{id}"), key=lambda r: (r.rank, r.generation))
        until, day = self._until(as_of), session.toordinal()
        splits, until = self.splits(id), until - (day - DAY_ZERO) * 1440
        for run in runs:
            line = Line(run)
            places = range(bisect_left(run.day, day), bisect_right(run.day, day))
            found = [bar_at(id, splits, line, i, None, None) for i in places if run.known[i] <= until]
            if found:
                return found
        return []

    def split_factor(self, id: str, start: dt.date, end: dt.date) -> Decimal:
        """New shares per old of the splits effective in (start, end]; 1 where there was none."""
        return factor(self.splits(id), start.toordinal(), end.toordinal())

    def dividends(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """Cash dividends a share by ex-date, as paid on the shares of that day; of several sources, the preferred one."""
        stated = points.preferred(self.lines(f"d:{id}"), id, start, end, self._until(as_of))
        return actions.paid(points.one_a_day(stated, self.lines(f"d:{id}")), self.splits(id))

    def dividend_factor(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Decimal | None:
        """What a price of `start` is multiplied by to stand beside one of `end` without the dividends between."""
        return actions.dividend_factor(self, id, start, end, as_of)

    def shares(self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None) -> Sequence[Point]:
        """Shares outstanding by session: as a source states them, else the market value over the close of its day."""
        return actions.shares(self, id, start, end, as_of)

    def coverage(self, id: str) -> tuple[dt.date, dt.date] | None:
        """First and last session held of a priced series, or None."""
        lines = self._of(id).lines
        if not lines:
            return None
        first, last = min(line.day[0] for line in lines), max(line.day[-1] for line in lines)
        return dt.date.fromordinal(first), dt.date.fromordinal(last)

    # --- dated figures

    def lines(self, key: str) -> Sequence[points.Dated]:
        """The runs of a key laid out for look-ups."""
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = [points.Dated(r) for r in self.runs(key)]
        return found

    def market_values(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """The market value of a listing by session; `kind` is the scope in which it is ranked ("US", "KRX")."""
        return points.preferred(self.lines(f"v:{id}"), id, start, end, self._until(as_of))

    def market_ranking(
        self, session: dt.date, scope: str, *, as_of: dt.datetime | None = None
    ) -> Sequence[tuple[str, Point]]:
        """(instrument id, market value) of one session, largest first, one entry a company."""
        until = self._until(as_of)
        if (session, scope) not in self._rankings:
            if len(self._rankings) == FEW:
                self._rankings.clear()
            all_of_it = points.ranking(self.lines, self._scope(scope), session, NEVER)
            self._rankings[session, scope] = max((minutes_of(p.known_at) for _, p in all_of_it), default=NEVER), all_of_it
        known, ranked = self._rankings[session, scope]
        return ranked if known <= until else points.ranking(self.lines, self._scope(scope), session, until)

    def _scope(self, scope: str) -> list[str]:
        if not self._scopes:
            for id in self._all("v"):
                self._scopes.setdefault(points.scope_of(id) or "", []).append(id)
        return self._scopes.get(scope, [])

    def _all(self, table: str) -> list[str]:
        """The series of a table, sorted, with the runs of all of them taken in one pass."""
        found: dict[str, list[Run]] = {}
        for s in self._segments:
            for key, i in s.keys(f"{table}:"):
                found.setdefault(key, []).extend(s.runs_at(i))
        for key, runs in found.items():
            if key not in self._runs:
                self._runs[key] = _ranked(runs)
        return sorted(key[2:] for key in found)

    def fx(self, pair: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None) -> Sequence[Point]:
        """All fixings of a pair; `kind` names the fixing.  Inverse and cross pairs are derived from one fixing."""
        return points.fixings(self.lines, self._crosses, pair, start, end, self._until(as_of))

    def series(self, name: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None) -> Sequence[Point]:
        """Yields, policy rates and macro series by our name, every period that touches the range."""
        name = SAME.get(name, name)
        return points.preferred(self.lines(f"s:{name}"), name, start, end, self._until(as_of), overlapping=True)

    def fundamentals(
        self, id: str, item: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """Reported items whose period ends in [start, end]."""
        key = f"{id} {item}"
        return points.preferred(self.lines(f"f:{key}"), key, start, end, self._until(as_of))

    def flows(
        self, id: str, group: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """Net buying by investor group by session."""
        key = f"{id} {group}"
        return points.preferred(self.lines(f"w:{key}"), key, start, end, self._until(as_of))

    def events(
        self, id: str | None, kind: str | None, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """Corporate and economic calendar entries, of one id or of all, of one kind or of all."""
        ids: Iterable[str] = self.keys("e") if id is None else (id,)
        until = self._until(as_of)
        found = [p for i in ids for p in points.select(self.lines(f"e:{i}"), i, start, end, until)]
        return sorted((p for p in found if kind is None or p.kind == kind), key=lambda p: (p.end, p.series))

    def sources(self) -> Sequence[str]:
        return self.manifest.sources

    def latest(self) -> dt.datetime | None:
        """The newest `known_at` held."""
        return self.manifest.latest


def _ranked(runs: list[Run]) -> list[Run]:
    """Runs with their places in the preference table."""
    for r in runs:
        r.rank = preference.rank(r.head.attributes, whole="high" in r.head.columns)
    return runs


def _opened(path: Path) -> tuple[folders.Manifest, list[Segment]]:
    """A manifest with its segments; read again where a writer has replaced a segment in between."""
    manifest = folders.read(path)
    try:
        return manifest, folders.segments(path, manifest)
    except ValueError:
        again = folders.read(path)
        return again, folders.segments(path, again)
