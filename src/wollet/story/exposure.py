"""What a trend touches at home: the reader's own listings, through whom, and how they moved along in the past.

Meaning: co-movement is the correlation of each home session's return with the return of the foreign session that closed
between the home close before and this one (for Seoul, the New York session of the night before), over the past year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise

from wollet.model.market import MarketData
from wollet.model.story import Exposure, Relation, Trend
from wollet.reference import instruments
from wollet.story.names import is_company
from wollet.story.regression import correlation
from wollet.story.returns import Day, days

SPAN = dt.timedelta(days=365)
LEAST = 40
MOST = 12
ROLE = {
    "invests": ("investor", "holding"), "acquires": ("acquirer", "acquired"), "supplies": ("supplier", "customer"),
    "buys": ("customer", "supplier"), "partners": ("partner", "partner"), "talks": ("in talks", "in talks"),
    "competes": ("competitor", "competitor"), "sues": ("plaintiff", "defendant"), "regulates": ("regulator", "regulated"),
}  # fmt: skip


def exposure(
    trend: Trend,
    relations: Iterable[Relation],
    home: str,
    market: MarketData | None,
    as_of: dt.datetime | None,
) -> list[Exposure]:
    """Listings of the home calendar ("XKRX", "XNYS") that a trend touches, those tied by a relation first.

    `through` is the trend's player on the other side and `how` what the listing is to it (supplier, customer, partner,
    competitor, ...), or "named" where the articles only name both.
    """
    players = list(dict.fromkeys([*trend.players, *(p for s in trend.stories for p in s.players)]))
    known = set(players)
    found: dict[str, tuple[str, str]] = {}
    for r in relations:
        for ours, other, role in ((r.actor, r.target, 0), (r.target, r.actor, 1)):
            if r.status != "ended" and other in known and ours != other and _at(ours, home) and not _at(other, home):
                found.setdefault(ours, (other, ROLE.get(r.kind, (r.kind, r.kind))[role]))
    abroad = [p for p in players if is_company(p) and instruments.get(p) is not None and not _at(p, home)]
    tied = len(found)
    for p in players:
        if abroad and _at(p, home):
            found.setdefault(p, (abroad[0], "named"))
    cache: dict[str, list[Day]] = {}
    out = []
    for id, (through, how) in list(found.items())[: max(MOST, tied)]:
        value, sessions = comovement(id, through, market, as_of, cache)
        out.append(Exposure(id=id, through=through, how=how, correlation=value, sessions=sessions))
    return sorted(out, key=lambda e: (e.how == "named", -abs(e.correlation or 0.0), e.id))


def comovement(
    ours: str,
    theirs: str,
    market: MarketData | None,
    as_of: dt.datetime | None,
    cache: dict[str, list[Day]] | None = None,
) -> tuple[float | None, int]:
    """Correlation of home returns with the foreign returns just before them, and the number of sessions it rests on."""
    end = as_of or (market.latest() if market is not None else None)
    if market is None or end is None or instruments.get(theirs) is None:
        return None, 0
    kept = {} if cache is None else cache
    last = end.astimezone(dt.UTC).date() + dt.timedelta(days=1)
    for id in (ours, theirs):
        if id not in kept:
            kept[id] = days(id, last - SPAN, last, market, as_of)
    pairs = following(kept[ours], kept[theirs])
    value = correlation([a for a, _ in pairs], [b for _, b in pairs]) if len(pairs) >= LEAST else None
    return value, len(pairs)


def following(home: Sequence[Day], abroad: Sequence[Day]) -> list[tuple[float, float]]:
    """(home percent, foreign percent) of each home session and the one foreign session known since the close before."""
    out, j = [], 0
    for before, day in pairwise(home):
        while j < len(abroad) and abroad[j].known_at <= before.known_at:
            j += 1
        k = j
        while k < len(abroad) and abroad[k].known_at <= day.known_at:
            k += 1
        if k - j == 1 and day.change is not None and (moved := abroad[j].change) is not None:
            out.append((day.change, moved))
    return out


def _at(id: str, home: str) -> bool:
    found = instruments.get(id)
    return found is not None and found.kind == "stock" and instruments.calendar_of(id) == home
