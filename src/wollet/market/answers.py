"""The answers of a market store: point look-ups by binary search in mapped columns, no query engine.

Later imports never change an earlier answer: where a session, a period or a fixing was already answered, a row that
arrives in a later import counts only from its arrival.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from wollet.market import folder as folders
from wollet.market import points, preference
from wollet.market.bases import Splits, factor, turn, turned
from wollet.market.figures import DAY_ZERO, EPOCH, decimal_of, minutes_of, moment
from wollet.market.segment import NONE, Run, Segment
from wollet.model.instrument import Instrument
from wollet.model.market import Bar, Point

NEVER = 1 << 62
ONE = Decimal(1)


class Prices:
    """The bars of one series in every source, the preferred first, with its splits.  `mixed`: several imports."""

    __slots__ = ("columns", "mixed", "runs", "splits")

    def __init__(self, runs: list[Run], splits: Splits) -> None:
        self.runs = sorted(runs, key=lambda r: (r.rank, -r.generation))
        self.mixed = len({r.generation for r in runs}) > 1
        self.splits = splits
        self.columns = [tuple(_figures(r, c) for c in ("open", "high", "low", "close", "volume")) for r in self.runs]


def _figures(run: Run, name: str) -> tuple[Sequence[int], int] | None:
    """A column of figures and what stands in it for a missing one; None where no row has the figure."""
    view = run.column(name)
    return None if view is None else (view, NONE[view.format])


class Store:
    """Market data in a folder, read only.  One object serves one thread; processes may share the folder freely."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.manifest, self._segments = _opened(path)
        self._prices: dict[str, Prices] = {}
        self._runs: dict[str, list[Run]] = {}
        self._scopes: dict[str, list[str]] = {}

    def runs(self, key: str) -> list[Run]:
        """Every run of a key ("x:USD/KRW"), the oldest import first; each with its place in the preference table."""
        found = self._runs.get(key)
        if found is None:
            found = [r for s in self._segments for r in s.runs(key)]
            for r in found:
                r.rank = preference.rank(r.head.attributes)
            self._runs[key] = found
        return found

    def keys(self, table: str) -> list[str]:
        """The series held of a table (a letter of segment.TABLES), sorted."""
        names = {k[2:] for s in self._segments for k, _ in s.keys(f"{table}:")}
        return sorted(names)

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
        until = NEVER if as_of is None else minutes_of(as_of)
        wanted = None if adjusted_to is None else adjusted_to.toordinal()
        a, b = start.toordinal(), end.toordinal()
        if a == b and not held.mixed:
            for n, r in enumerate(held.runs):
                i = bisect_left(r.day, a)
                if i < r.head.n and r.day[i] == a and (a - DAY_ZERO) * 1440 + r.known[i] <= until:
                    return [_bar(id, held, n, i, wanted, None)]
            return []
        chosen: dict[int, tuple[int, int, int | None]] = {}
        for n, i, day, known in _rows(held, a, b, until):
            chosen.setdefault(day, (n, i, known))
        return [_bar(id, held, *chosen[day][:2], wanted, chosen[day][2]) for day in sorted(chosen)]

    def other_bars(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None, adjusted_to: dt.date | None = None
    ) -> Sequence[Bar]:
        """Bars of every further source of the same sessions."""
        held = self._of(id)
        if len(held.runs) < 2:
            return []
        until = NEVER if as_of is None else minutes_of(as_of)
        wanted = None if adjusted_to is None else adjusted_to.toordinal()
        first: dict[int, str] = {}
        rest: dict[tuple[int, str], tuple[int, int, int | None]] = {}
        for n, i, day, known in _rows(held, start.toordinal(), end.toordinal(), until):
            source = held.runs[n].head.attributes["source"]
            if first.setdefault(day, source) != source:
                rest.setdefault((day, source), (n, i, known))
        return [_bar(id, held, n, i, wanted, known) for (_, _), (n, i, known) in sorted(rest.items())]

    def intraday(self, id: str, session: dt.date, *, as_of: dt.datetime | None = None) -> Sequence[Bar]:
        """Bars inside one session, oldest first; `known_at` is each bar's end."""
        runs = sorted(self.runs(f"i:{id}"), key=lambda r: (r.rank, r.generation))
        until, day = NEVER if as_of is None else minutes_of(as_of), session.toordinal()
        held = Prices(runs, self.splits(id))
        for n, r in enumerate(held.runs):
            places = range(bisect_left(r.day, day), bisect_right(r.day, day))
            found = [_bar(id, held, n, i, None, None) for i in places if (day - DAY_ZERO) * 1440 + r.known[i] <= until]
            if found:
                return found
        return []

    def split_factor(self, id: str, start: dt.date, end: dt.date) -> Decimal:
        """New shares per old of the splits effective in (start, end]; 1 where there was none."""
        return factor(self.splits(id), start.toordinal(), end.toordinal())

    def coverage(self, id: str) -> tuple[dt.date, dt.date] | None:
        """First and last session held of a priced series, or None."""
        runs = self._of(id).runs
        if not runs:
            return None
        first, last = min(r.day[0] for r in runs), max(r.day[-1] for r in runs)
        return dt.date.fromordinal(first), dt.date.fromordinal(last)

    # --- dated figures

    def _points(
        self, key: str, series: str, start: dt.date, end: dt.date, as_of: dt.datetime | None, *, overlapping: bool = False
    ) -> list[Point]:
        return points.select(self.runs(key), series, start, end, as_of, overlapping=overlapping)

    def market_values(
        self, id: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """The market value of a listing by session; `kind` is the scope in which it is ranked ("US", "KRX")."""
        return points.preferred(self.runs(f"v:{id}"), id, start, end, as_of)

    def market_ranking(
        self, session: dt.date, scope: str, *, as_of: dt.datetime | None = None
    ) -> Sequence[tuple[str, Point]]:
        """(instrument id, market value) of one session, largest first, one entry a company."""
        return points.ranking(self.runs, self._scope(scope), session, as_of)

    def _scope(self, scope: str) -> list[str]:
        if not self._scopes:
            for id in self.keys("v"):
                self._scopes.setdefault(points.scope_of(id) or "", []).append(id)
        return self._scopes.get(scope, [])

    def fx(self, pair: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None) -> Sequence[Point]:
        """All fixings of a pair; `kind` names the fixing.  Inverse and cross pairs are derived from one fixing."""
        return points.fixings(self.runs, pair, start, end, as_of)

    def series(self, name: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None) -> Sequence[Point]:
        """Yields, policy rates and macro series by our name, every period that touches the range."""
        from wollet.market.names import SAME

        name = SAME.get(name, name)
        return points.preferred(self.runs(f"s:{name}"), name, start, end, as_of, overlapping=True)

    def fundamentals(
        self, id: str, item: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """Reported items whose period ends in [start, end]."""
        key = f"{id} {item}"
        return points.preferred(self.runs(f"f:{key}"), key, start, end, as_of)

    def flows(
        self, id: str, group: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """Net buying by investor group by session."""
        key = f"{id} {group}"
        return points.preferred(self.runs(f"w:{key}"), key, start, end, as_of)

    def events(
        self, id: str | None, kind: str | None, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None
    ) -> Sequence[Point]:
        """Corporate and economic calendar entries, of one id or of all, of one kind or of all."""
        ids: Iterable[str] = self.keys("e") if id is None else (id,)
        found = [p for i in ids for p in self._points(f"e:{i}", i, start, end, as_of)]
        return sorted((p for p in found if kind is None or p.kind == kind), key=lambda p: (p.end, p.series))

    def sources(self) -> Sequence[str]:
        return self.manifest.sources

    def latest(self) -> dt.datetime | None:
        """The newest `known_at` held."""
        return self.manifest.latest


def _opened(path: Path) -> tuple[folders.Manifest, list[Segment]]:
    """A manifest with its segments; read again where a writer has replaced a segment in between."""
    manifest = folders.read(path)
    try:
        return manifest, folders.segments(path, manifest)
    except ValueError:
        again = folders.read(path)
        return again, folders.segments(path, again)


def _rows(held: Prices, a: int, b: int, until: int) -> Iterator[tuple[int, int, int, int | None]]:
    """(run, row, session, moment of arrival where that decides) of what was known, the preferred source first."""
    born: dict[int, int] = {}
    if held.mixed:
        for r in held.runs:
            for i in range(bisect_left(r.day, a), bisect_right(r.day, b)):
                day = r.day[i]
                born[day] = min(born.get(day, r.generation), r.generation)
    for n, r in enumerate(held.runs):
        days, known = r.day, r.known
        arrived = r.head.fetched // 60
        for i in range(bisect_left(days, a), bisect_right(days, b)):
            day = days[i]
            at = (day - DAY_ZERO) * 1440 + known[i]
            if born and r.generation > born[day]:
                at = max(at, arrived + 1)
                if at <= until:
                    yield n, i, day, at
            elif at <= until:
                yield n, i, day, None


def _bar(id: str, held: Prices, n: int, i: int, wanted: int | None, known: int | None) -> Bar:
    """One bar on the basis asked for."""
    run = held.runs[n]
    head = run.head
    session, attributes, scale = run.day[i], head.attributes, head.scale
    o, h, lo, c, volume = held.columns[n]
    basis, currency = attributes["basis"], attributes.get("currency")
    prices = [
        None if column is None or column[0][i] == column[1] else decimal_of(column[0][i], scale)
        for column in (o, h, lo, c)
    ]
    shares = None if volume is None or volume[0][i] == volume[1] else volume[0][i]
    if held.splits:
        up, down = turn(held.splits, session, basis, wanted)
        if up is not down and up != down:
            prices = [None if p is None else turned(p, up, down, currency) for p in prices]
            if shares is not None:
                shares = int(shares * down / up)
    doubt = run.column("doubt")
    fetched = head.fetched
    return Bar(
        series=id, session=dt.date.fromordinal(session), open=prices[0], high=prices[1], low=prices[2], close=prices[3],
        volume=shares, currency=currency, basis=basis, source=attributes["source"],
        known_at=moment(session, run.known[i]) if known is None else EPOCH + dt.timedelta(minutes=known),
        fetched_at=EPOCH + dt.timedelta(seconds=fetched) if fetched else None,
        doubtful=None if doubt is None or not doubt[i] else head.doubts[doubt[i] - 1],
    )  # fmt: skip
