"""Dated figures out of mapped runs: fixings, yields, statistics, market values, reported items, flows."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from decimal import Decimal

import msgspec

from wollet.market.figures import DAY_ZERO, EPOCH, decimal_of, moment, plain
from wollet.market.segment import NONE, Run
from wollet.model.market import Point

NEVER = 1 << 62
LONGEST = 400
"""Days by which the end of a period may lie behind a range that it touches (a year and some)."""
DIGITS = 10


class Dated:
    """One run of dated figures, its columns and what its rows have in common laid out for look-ups."""

    __slots__ = (
        "back", "day", "doubts", "fetched", "fetched_at", "generation", "kind", "known", "made", "rank", "reasons", "scale", "shares",
        "source", "unit", "value",
    )  # fmt: skip

    def __init__(self, run: Run) -> None:
        head = run.head
        a = head.attributes
        self.day, self.known, self.value, self.back = run.day, run.known, run.column("value"), run.column("start")
        self.source, self.kind, self.unit, self.scale = a["source"], a.get("kind"), a.get("unit", ""), head.scale
        self.doubts, self.reasons, self.rank, self.generation = run.column("doubt"), head.doubts, run.rank, run.generation
        self.made: dict[int, Point] = {}
        self.shares = run.column("shares")
        self.fetched = head.fetched // 60 + 1
        self.fetched_at = EPOCH + dt.timedelta(seconds=head.fetched) if head.fetched else None

    def point(self, series: str, i: int, known: int | None) -> Point:
        """One row; as it is known by its own nature it is made once."""
        found = self.made.get(i)
        if found is None:
            found = self.made[i] = self._made(series, i)
        return found if known is None else msgspec.structs.replace(found, known_at=EPOCH + dt.timedelta(minutes=known))

    def _made(self, series: str, i: int) -> Point:
        doubts, end = self.doubts, self.day[i]
        last = dt.date.fromordinal(end)
        return Point(
            series=series, start=last if self.back is None else dt.date.fromordinal(end - self.back[i]), end=last,
            value=decimal_of(self.value[i], self.scale), unit=self.unit, source=self.source, kind=self.kind,
            known_at=moment(end, self.known[i]), fetched_at=self.fetched_at,
            doubtful=None if doubts is None or not (d := doubts[i]) else self.reasons[d - 1],
            shares=None if self.shares is None or (n := self.shares[i]) == NONE[self.shares.format] else Decimal(n),
        )  # fmt: skip

    def at(self, day: int, until: int) -> int | None:
        """The last row of a day known by a minute (since 1970), or None."""
        i = bisect_right(self.day, day) - 1
        while i >= 0 and self.day[i] == day:
            if (day - DAY_ZERO) * 1440 + self.known[i] <= until:
                return i
            i -= 1
        return None


Lines = Sequence[Dated]
Look = Callable[[str], Lines]


def select(
    lines: Lines, series: str, start: dt.date, end: dt.date, until: int, *, overlapping: bool = False
) -> list[Point]:
    """Everything known of a range, oldest first: of each period, kind and source the last version known."""
    a, b = start.toordinal(), end.toordinal()
    mixed = len({line.generation for line in lines}) > 1
    if a == b and not mixed and all(line.back is None for line in lines):
        return _of_day(lines, series, a, until)
    born = _born(lines, a, b + LONGEST if overlapping else b) if mixed else None
    best: dict[tuple[int, int, str | None, str], tuple[int, int, Dated, int, int | None]] = {}
    for line in lines:
        days, back = line.day, line.back if overlapping else None
        first = bisect_left(days, a)
        for i in range(first, bisect_right(days, b if back is None else b + LONGEST, first)):
            day = days[i]
            if back is not None and day - back[i] > b:
                continue
            at, arrived = (day - DAY_ZERO) * 1440 + line.known[i], None
            if born is not None and line.generation > born[day, line.kind]:
                at = arrived = max(at, line.fetched)
            if at > until:
                continue
            identity = (day, 0 if line.back is None else line.back[i], line.kind, line.source)
            if identity not in best or best[identity][:2] <= (at, line.generation):
                best[identity] = (at, line.generation, line, i, arrived)
    if len(best) < 2:
        return [line.point(series, i, arrived) for _, _, line, i, arrived in best.values()]
    found = sorted(best.items(), key=lambda e: (e[0][0], -e[0][1], e[1][0], e[1][2].rank))
    return [line.point(series, i, arrived) for _, (_, _, line, i, arrived) in found]


def _of_day(lines: Lines, series: str, day: int, until: int) -> list[Point]:
    """`select` for one day of figures of single days."""
    found: dict[tuple[str, str | None], tuple[int, int, Dated, int]] = {}
    for line in lines:
        i = line.at(day, until)
        if i is not None and (line.source, line.kind) not in found:
            found[line.source, line.kind] = (line.known[i], line.rank, line, i)
    order = found.values() if len(found) < 2 else sorted(found.values(), key=_known_then_rank)
    return [line.point(series, i, None) for _, _, line, i in order]


def _known_then_rank(row: tuple[int, int, Dated, int]) -> tuple[int, int]:
    return row[:2]


def _born(lines: Lines, a: int, b: int) -> dict[tuple[int, str | None], int]:
    """The import that first answered each period and kind."""
    born: dict[tuple[int, str | None], int] = {}
    for line in lines:
        for day in line.day[bisect_left(line.day, a) : bisect_right(line.day, b)]:
            k = (day, line.kind)
            born[k] = min(born.get(k, line.generation), line.generation)
    return born


def preferred(
    lines: Lines, series: str, start: dt.date, end: dt.date, until: int, *, overlapping: bool = False
) -> list[Point]:
    """As `select`, with one source a period and kind: the first of the preference table that holds it."""
    found = select(lines, series, start, end, until, overlapping=overlapping)
    if len(lines) < 2 or len(found) < 2:
        return found
    rank = {line.source: line.rank for line in sorted(lines, key=lambda line: -line.rank)}
    best: dict[tuple[dt.date, dt.date, str | None], Point] = {}
    for p in found:
        k = (p.start, p.end, p.kind)
        if k not in best or rank[p.source] < rank[best[k].source]:
            best[k] = p
    return list(best.values())


def one_a_day(found: Sequence[Point], lines: Lines) -> list[Point]:
    """The point of the preferred source for each day, where sources name their kind each in its own way."""
    rank = {(line.source, line.kind): line.rank for line in lines}
    best: dict[dt.date, Point] = {}
    for p in found:
        if p.end not in best or rank[p.source, p.kind] < rank[best[p.end].source, best[p.end].kind]:
            best[p.end] = p
    return [best[d] for d in sorted(best)]


# --- market values

SCOPES = {"XNAS": "US", "XNYS": "US", "XASE": "US", "ARCX": "US", "BATS": "US", "XKRX": "KRX", "XKOS": "KRX"}


def scope_of(id: str) -> str | None:
    """Among whose listings a market value is ranked."""
    return SCOPES.get(id.split(":", 1)[0])


def ranking(look: Look, ids: Sequence[str], session: dt.date, until: int) -> list[tuple[str, Point]]:
    """Market values of one session, largest first.  A company with several share classes counts once: by the class
    that stands for it, or by its largest where that one is not held."""
    from wollet.reference.instruments import get

    day = session.toordinal()
    of: dict[str, tuple[bool, Decimal, str, Point]] = {}
    for id in ids:
        lines = look(f"v:{id}")
        if len(lines) == 1 and lines[0].back is None:
            i = lines[0].at(day, until)
            if i is None:
                continue
            p = lines[0].point(id, i, None)
        elif all(line.at(day, until) is None for line in lines):
            continue
        else:
            p = preferred(lines, id, session, session, until)[0]
        instrument = get(id)
        company = instrument.company if instrument is not None and instrument.company else id
        entry = (company == id, p.value, id, p)
        if company not in of or of[company][:2] < entry[:2]:
            of[company] = entry
    return [(id, p) for _, _, id, p in sorted(of.values(), key=lambda e: (-e[1], e[2]))]


# --- exchange rates

HUBS = ("EUR", "USD", "KRW")


Crosses = Sequence[tuple[str, frozenset[str | None]]]
"""Hubs over which a pair is crossed, each with the fixings for which it is needed."""


def fixings(look: Look, plans: dict[str, Crosses], pair: str, start: dt.date, end: dt.date, until: int) -> list[Point]:
    """Every fixing of a pair; one that does not quote it is turned: the inverse, or the cross of two rates of one
    fixing and day.  `plans` keeps which crosses a pair needs."""
    base, _, quote = pair.partition("/")
    quoted, turned = look(f"x:{pair}"), look(f"x:{quote}/{base}")
    found = select(quoted, pair, start, end, until)
    if turned:
        sources = {(line.source, line.kind) for line in quoted}
        inverse = select(turned, f"{quote}/{base}", start, end, until)
        found += [_inverted(p, pair, quote) for p in inverse if (p.source, p.kind) not in sources]
    plan = plans.get(pair)
    if plan is None:
        plan = plans[pair] = _crosses(look, base, quote)
    for hub, kinds in plan:
        found += [p for p in _crossed(look, pair, hub, start, end, until) if p.kind in kinds]
    return sorted(found, key=_by_time) if len(found) > 1 else found


def _by_time(p: Point) -> tuple[dt.date, dt.datetime, str]:
    return p.end, p.known_at, p.kind or ""


def _crosses(look: Look, base: str, quote: str) -> Crosses:
    seen = _kinds(look, base, quote)
    out = []
    for hub in HUBS:
        common = _kinds(look, base, hub) & _kinds(look, quote, hub) - seen if hub not in (base, quote) else set()
        if common:
            seen |= common
            out.append((hub, frozenset(common)))
    return tuple(out)


def _kinds(look: Look, base: str, hub: str) -> set[str | None]:
    return {line.kind for key in (f"x:{base}/{hub}", f"x:{hub}/{base}") for line in look(key)}


def _inverted(p: Point, pair: str, unit: str) -> Point:
    return msgspec.structs.replace(p, series=pair, value=_short(1 / p.value), unit=unit, source=f"{p.source}, inverse")


def _crossed(look: Look, pair: str, hub: str, start: dt.date, end: dt.date, until: int) -> list[Point]:
    base, _, quote = pair.partition("/")
    one = {(p.end, p.kind): p for p in _in_hub(look, base, hub, start, end, until)}
    two = {(p.end, p.kind): p for p in _in_hub(look, quote, hub, start, end, until)}
    out = []
    for k, p in one.items():
        q = two.get(k)
        if q is not None and q.value:
            out.append(
                msgspec.structs.replace(
                    p, series=pair, value=_short(p.value / q.value), unit=quote, known_at=max(p.known_at, q.known_at),
                    source=f"{p.source}, cross by {hub}", doubtful=p.doubtful or q.doubtful,
                )
            )  # fmt: skip
    return out


def _in_hub(look: Look, base: str, hub: str, start: dt.date, end: dt.date, until: int) -> list[Point]:
    """What one unit of `base` costs in `hub`, quoted that way or the other."""
    direct = select(look(f"x:{base}/{hub}"), f"{base}/{hub}", start, end, until)
    if direct:
        return direct
    return [_inverted(p, f"{base}/{hub}", hub) for p in select(look(f"x:{hub}/{base}"), f"{hub}/{base}", start, end, until)]


def _short(value: Decimal) -> Decimal:
    """A derived rate at ten significant digits."""
    return plain(value.quantize(Decimal(1).scaleb(value.adjusted() - DIGITS + 1)))
