"""Dated figures out of mapped runs: fixings, yields, statistics, market values, reported items, flows."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from decimal import Decimal

import msgspec

from wollet.market.figures import DAY_ZERO, EPOCH, decimal_of, minutes_of, plain
from wollet.market.segment import Run
from wollet.model.market import Point

NEVER = 1 << 62
LONGEST = 400
"""Days by which the end of a period may lie behind a range that it touches (a year and some)."""
DIGITS = 10
Runs = Callable[[str], list[Run]]


def select(
    runs: Sequence[Run],
    series: str,
    start: dt.date,
    end: dt.date,
    as_of: dt.datetime | None,
    *,
    overlapping: bool = False,
) -> list[Point]:
    """Everything known of a range, oldest first: of each period, kind and source the last version known."""
    until = NEVER if as_of is None else minutes_of(as_of)
    a, b = start.toordinal(), end.toordinal()
    born: dict[tuple[int, str | None], int] = {}
    rows: list[tuple[Run, int, int]] = []
    for r in runs:
        kind = r.head.attributes.get("kind")
        back = r.column("start") if overlapping else None
        for i in range(bisect_left(r.day, a), bisect_right(r.day, b + LONGEST if back is not None else b)):
            if back is not None and r.day[i] - back[i] > b:
                continue
            rows.append((r, i, r.day[i]))
            born[r.day[i], kind] = min(born.get((r.day[i], kind), r.generation), r.generation)
    best: dict[tuple[int, int, str | None, str], tuple[int, int, Run, int]] = {}
    for r, i, day in rows:
        kind, source = r.head.attributes.get("kind"), r.head.attributes["source"]
        at = (day - DAY_ZERO) * 1440 + r.known[i]
        if r.generation > born[day, kind]:
            at = max(at, r.head.fetched // 60 + 1)
        if at > until:
            continue
        back = r.column("start")
        identity = (day, back[i] if back is not None else 0, kind, source)
        if identity not in best or best[identity][:2] <= (at, r.generation):
            best[identity] = (at, r.generation, r, i)
    found = sorted(best.items(), key=lambda e: (e[0][0], e[0][1], e[1][0], e[1][2].rank))
    return [_point(series, r, i, at) for _, (at, _, r, i) in found]


def preferred(
    runs: Sequence[Run],
    series: str,
    start: dt.date,
    end: dt.date,
    as_of: dt.datetime | None,
    *,
    overlapping: bool = False,
) -> list[Point]:
    """As `select`, with one source a period and kind: the first of the preference table that holds it."""
    found = select(runs, series, start, end, as_of, overlapping=overlapping)
    if len(runs) < 2:
        return found
    rank = {r.head.attributes["source"]: r.rank for r in reversed(sorted(runs, key=lambda r: r.rank))}
    best: dict[tuple[dt.date, dt.date, str | None], Point] = {}
    for p in found:
        k = (p.start, p.end, p.kind)
        if k not in best or rank[p.source] < rank[best[k].source]:
            best[k] = p
    return sorted(best.values(), key=lambda p: (p.end, p.start, p.known_at))


def _point(series: str, r: Run, i: int, at: int) -> Point:
    head = r.head
    a = head.attributes
    back, doubt = r.column("start"), r.column("doubt")
    end = dt.date.fromordinal(r.day[i])
    return Point(
        series=series, start=end if back is None else dt.date.fromordinal(r.day[i] - back[i]), end=end,
        value=decimal_of(r.column("value")[i], head.scale), unit=a.get("unit", ""), source=a["source"], kind=a.get("kind"),
        known_at=EPOCH + dt.timedelta(minutes=at),
        fetched_at=EPOCH + dt.timedelta(seconds=head.fetched) if head.fetched else None,
        doubtful=None if doubt is None or not doubt[i] else head.doubts[doubt[i] - 1],
    )  # fmt: skip


# --- market values

SCOPES = {"XNAS": "US", "XNYS": "US", "XASE": "US", "ARCX": "US", "BATS": "US", "XKRX": "KRX", "XKOS": "KRX"}


def scope_of(id: str) -> str | None:
    """Among whose listings a market value is ranked."""
    return SCOPES.get(id.split(":", 1)[0])


def ranking(
    runs: Runs, ids: Sequence[str], session: dt.date, as_of: dt.datetime | None
) -> list[tuple[str, Point]]:
    """Market values of one session, largest first.  A company with several share classes counts once, by its own id."""
    from wollet.reference.instruments import get

    day, until = session.toordinal(), NEVER if as_of is None else minutes_of(as_of)
    sized: list[tuple[int, str]] = []
    for id in ids:
        value = _largest(runs(f"v:{id}"), day, until)
        if value is not None:
            sized.append((value, id))
    out: list[tuple[str, Point]] = []
    for _, id in sorted(sized, reverse=True):
        found = preferred(runs(f"v:{id}"), id, session, session, as_of)
        if not found:
            continue
        instrument = get(id)
        company = instrument.company if instrument is not None and instrument.company else id
        if company == id or not _held(runs(f"v:{company}"), day, until):
            out.append((id, found[0]))
    taken: set[str] = set()
    once = []
    for id, p in sorted(out, key=lambda e: (-e[1].value, e[0])):
        instrument = get(id)
        company = instrument.company if instrument is not None and instrument.company else id
        if company not in taken:
            taken.add(company)
            once.append((id, p))
    return once


def _largest(runs: Sequence[Run], day: int, until: int) -> int | None:
    for r in runs:
        i = bisect_left(r.day, day)
        if i < r.head.n and r.day[i] == day and (day - DAY_ZERO) * 1440 + r.known[i] <= until:
            return int(r.column("value")[i]) // 10**r.head.scale
    return None


def _held(runs: Sequence[Run], day: int, until: int) -> bool:
    return _largest(runs, day, until) is not None


# --- exchange rates

HUBS = ("EUR", "USD", "KRW")


def fixings(runs: Runs, pair: str, start: dt.date, end: dt.date, as_of: dt.datetime | None) -> list[Point]:
    """Every fixing of a pair; where it is not quoted, its inverse, or the cross of two rates of one fixing and day."""
    base, _, quote = pair.partition("/")
    direct = select(runs(f"x:{pair}"), pair, start, end, as_of)
    inverse = select(runs(f"x:{quote}/{base}"), f"{quote}/{base}", start, end, as_of)
    sources = {(p.source, p.kind) for p in direct}
    found = direct + [_inverted(p, pair, quote) for p in inverse if (p.source, p.kind) not in sources]
    if not found:
        for hub in HUBS:
            if hub not in (base, quote) and (found := _crossed(runs, pair, hub, start, end, as_of)):
                break
    return sorted(found, key=lambda p: (p.end, p.known_at, p.kind or ""))


def _inverted(p: Point, pair: str, unit: str) -> Point:
    return msgspec.structs.replace(p, series=pair, value=_short(1 / p.value), unit=unit, source=f"{p.source}, inverse")


def _crossed(runs: Runs, pair: str, hub: str, start: dt.date, end: dt.date, as_of: dt.datetime | None) -> list[Point]:
    base, _, quote = pair.partition("/")
    one = {(p.end, p.kind): p for p in fixings_of(runs, base, hub, start, end, as_of)}
    two = {(p.end, p.kind): p for p in fixings_of(runs, quote, hub, start, end, as_of)}
    out = []
    for k, p in one.items():
        q = two.get(k)
        if q is not None and q.value:
            out.append(
                msgspec.structs.replace(
                    p, series=pair, value=_short(p.value / q.value), unit=quote, known_at=max(p.known_at, q.known_at),
                    source=f"{p.source}, cross by {hub}", doubtful=p.doubtful or q.doubtful,
                )  # fmt: skip
            )
    return out


def fixings_of(runs: Runs, base: str, hub: str, start: dt.date, end: dt.date, as_of: dt.datetime | None) -> list[Point]:
    """What one unit of `base` costs in `hub`, quoted that way or the other."""
    direct = select(runs(f"x:{base}/{hub}"), f"{base}/{hub}", start, end, as_of)
    if direct:
        return direct
    return [_inverted(p, f"{base}/{hub}", hub) for p in select(runs(f"x:{hub}/{base}"), f"{hub}/{base}", start, end, as_of)]


def _short(value: Decimal) -> Decimal:
    """A derived rate at ten significant digits."""
    return plain(value.quantize(Decimal(1).scaleb(value.adjusted() - DIGITS + 1)))
