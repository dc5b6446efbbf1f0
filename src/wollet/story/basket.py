"""Does a trend pay?  Equal stakes in its companies, each bought when it was first named, beside its market's index.

Meaning: a stake is bought at the first close after the first story that names its company and kept; the same money goes
into the index at the same closes.  The value of either side on a day is the mean of close / entry close over the stakes,
1 for a stake not yet bought; the lead is the difference of the two in percentage points.  How sure: before the first
story, the same companies strayed from the index by a daily scatter s over m sessions; over n sessions chance alone makes
a lead within t95(m - 1) * s * sqrt(n * (1 + 1 / m)), two-sided 95%.

Nothing is looked at that became known after `as_of`.  Not covered: costs, dividends, currencies.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Mapping, Sequence

import msgspec

from wollet.model.market import MarketData
from wollet.model.story import Trend
from wollet.reference import instruments
from wollet.story.names import is_company
from wollet.story.regression import t95
from wollet.story.returns import Day, benchmark_of, days, reference_index, together

ESTIMATION, PAUSE, LEAST = 120, 11, 15
MEMBERS = 12


class Basket(msgspec.Struct, frozen=True, kw_only=True):
    """`stakes` are (id, session of the purchase); `path` (session, basket, index), both 100 at the start.

    `reach` is what chance makes of the lead (percentage points, two-sided 95%), from `past` sessions with the daily
    scatter `scatter`; None where too little past is held.
    """

    index: str
    stakes: tuple[tuple[str, dt.date], ...]
    path: tuple[tuple[dt.date, float, float], ...]
    scatter: float | None = None
    past: int = 0
    reach: float | None = None

    @property
    def sessions(self) -> int:
        return len(self.path) - 1

    @property
    def lead(self) -> float:
        return self.path[-1][1] - self.path[-1][2]


def named_first(trend: Trend, home: str | None = None, without: Collection[str] = ()) -> dict[str, dt.datetime]:
    """Listed companies of a trend that have an index, by when the first story named them; houses that only comment
    (`without`) are left out."""
    entry: dict[str, dt.datetime] = {}
    for story in sorted(trend.stories, key=lambda s: (s.first, s.id)):
        for id in story.players[:MEMBERS]:
            if id not in without and is_company(id) and benchmark_of(id) and (home is None or instruments.calendar_of(id) == home):
                entry.setdefault(id, story.first)
    return entry


def basket(
    trend: Trend, market: MarketData, *, as_of: dt.datetime | None, home: str | None = None, without: Collection[str] = ()
) -> Basket | None:
    """A trend's basket up to `as_of`; None where none of its companies was bought yet or nothing of it is priced.

    `home` keeps to one exchange's calendar ("XNYS", "XKRX"); without it, to the one of most of the companies.
    """
    entry = named_first(trend, home, without)
    index = reference_index(list(entry))
    if index is None:
        return None
    ids = [id for id in entry if instruments.calendar_of(id) == instruments.calendar_of(index)][:MEMBERS]
    if not ids:
        return None
    first = min(entry[id] for id in ids)
    start = first.astimezone(dt.UTC).date() - dt.timedelta(days=(ESTIMATION + PAUSE) * 2)
    end = dt.date.max if as_of is None else as_of.astimezone(dt.UTC).date() + dt.timedelta(days=1)
    if as_of is None and (latest := market.latest()) is not None:
        end = latest.date()
    priced = {id: days(id, start, end, market, as_of) for id in (*ids, index)}
    reference = {d.session: d.close for d in priced[index]}
    stakes: dict[str, dt.date] = {}
    for id in ids:
        bought = next((d.session for d in priced[id] if d.known_at > entry[id] and d.session in reference), None)
        if bought is not None:
            stakes[id] = bought
    if not stakes:
        return None
    path = valued(stakes, priced, reference)
    past = strays(list(stakes), priced, index, first)
    if len(past) < LEAST:
        return Basket(index=index, stakes=tuple(stakes.items()), path=path)
    mean = math.fsum(past) / len(past)
    scatter = math.sqrt(math.fsum((x - mean) ** 2 for x in past) / (len(past) - 1))
    n = len(path) - 1
    reach = t95(len(past) - 1) * scatter * math.sqrt(n * (1 + 1 / len(past)))
    return Basket(index=index, stakes=tuple(stakes.items()), path=path, scatter=scatter, past=len(past), reach=reach)


def valued(
    stakes: Mapping[str, dt.date], priced: Mapping[str, Sequence[Day]], reference: Mapping[dt.date, float]
) -> tuple[tuple[dt.date, float, float], ...]:
    """(session, basket, index) from the first purchase on; a stake without a close keeps its last one."""
    first = min(stakes.values())
    closes = {id: {d.session: d.close for d in priced[id]} for id in stakes}
    held = dict.fromkeys(stakes, 1.0)
    out = []
    for session in sorted(s for s in reference if s >= first):
        for id, bought in stakes.items():
            if session >= bought and session in closes[id]:
                held[id] = closes[id][session] / closes[id][bought]
        index = [reference[session] / reference[bought] if session >= bought else 1.0 for bought in stakes.values()]
        out.append((session, 100 * math.fsum(held.values()) / len(held), 100 * math.fsum(index) / len(index)))
    return tuple(out)


def strays(ids: Sequence[str], priced: Mapping[str, Sequence[Day]], index: str, first: dt.datetime) -> list[float]:
    """Daily lead of equal parts of some listings over their index before the first story, the last PAUSE sessions left out."""
    moves: dict[dt.date, list[float]] = {}
    for id in ids:
        for day, ours, theirs in together(priced[id], priced[index]):
            if day.known_at <= first:
                moves.setdefault(day.session, []).append(ours - theirs)
    sessions = sorted(moves)[: -PAUSE + 1 or None][-ESTIMATION:]
    return [math.fsum(moves[s]) / len(moves[s]) for s in sessions]
