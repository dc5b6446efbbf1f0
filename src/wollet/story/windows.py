"""Cherry-picked windows: how special a stated stretch of sessions is among all stretches of its length.

Meaning: a move over n sessions is set beside every n-session move that ended in the year up to the stated end, and
beside the windows that begin or end one to three sessions aside.  Nothing after the window's end is looked at.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from statistics import median

from wollet.claim.family import family_of
from wollet.model.claim import Claim
from wollet.model.market import MarketData
from wollet.model.story import Special
from wollet.model.verdict import Verdict
from wollet.story.returns import GAP, Day, days

YEAR = 252
LEAST = 60
ASIDE = 3
LONGEST = 130
"""Windows beyond half a year have too few neighbours in one."""


def special(stated: Claim | Verdict, market: MarketData, *, as_of: dt.datetime | None = None) -> Special | None:
    """How special the window of a multi-session return is; None for other claims and where prices are lacking."""
    claim, window = _meant(stated)
    id = claim.subject.id
    if family_of(claim).name != "period_return" or id is None or window is None:
        return None
    return among(id, *window, market, as_of=as_of)


def among(
    id: str, start: dt.date, end: dt.date, market: MarketData, *, as_of: dt.datetime | None = None
) -> Special | None:
    """The window from the close of `start` (the base session) to the close of `end`, among its neighbours."""
    back = start - dt.timedelta(days=YEAR * 3 // 2 + 2 * (end - start).days + 40)
    held = [d for d in days(id, back, end, market, as_of) if d.session <= end]
    sessions = [d.session for d in held]
    b, a = bisect_right(sessions, end) - 1, bisect_right(sessions, start) - 1
    n = b - a
    if a < 0 or n < 2 or n > LONGEST or (end - held[b].session).days > GAP or (start - held[a].session).days > GAP:
        return None
    moves = {i: m for i in range(max(n, b - YEAR + 1), b + 1) if (m := _move(held, i - n, i)) is not None}
    if len(moves) < LEAST or b not in moves:
        return None
    stated = moves.pop(b)
    sign = 1 if stated >= 0 else -1
    less = sum(round(sign * m, 2) < round(sign * stated, 2) for m in moves.values())
    shifted = []
    for i in range(a - ASIDE, a + ASIDE + 1):
        for j in range(b - ASIDE, b + 1):
            moved = _move(held, i, j) if 0 <= i < j and (i == a) != (j == b) else None
            if moved is not None:
                shifted.append((held[i].session, held[j].session, moved))
    return Special(
        id=id, start=held[a].session, end=held[b].session, sessions=n, measured=stated,
        percentile=100 * less / len(moves), count=len(moves), typical=median(moves.values()), shifted=tuple(shifted),
    )  # fmt: skip


def _meant(stated: Claim | Verdict) -> tuple[Claim, tuple[dt.date, dt.date] | None]:
    """The claim with the window of the reading that decided, its rows' own dates where they tell."""
    if isinstance(stated, Claim):
        return stated, (stated.when.start, stated.when.end) if stated.when else None
    reading = stated.readings[stated.decided] if stated.decided is not None else None
    claim = reading.claim if reading is not None else stated.claim
    if reading is not None and reading.evidence is not None and len(reading.evidence.rows) >= 2:
        dates = [r.date for r in reading.evidence.rows]
        return claim, (min(dates), max(dates))
    return claim, (claim.when.start, claim.when.end) if claim.when else None


def _move(held: Sequence[Day], i: int, j: int) -> float | None:
    """Percent from one close to another; None across a hole in the source."""
    if (held[j].session - held[i].session).days > 2 * (j - i) + GAP:
        return None
    return 100 * (held[j].close / held[i].close - 1)
