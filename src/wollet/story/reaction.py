"""Event study: how far a price moved away from what its market alone would have made of it, and how sure that is.

Meaning: the market model R = alpha + beta * Rm is fitted on ESTIMATION sessions that end PAUSE sessions before the
event; the abnormal return of a session is R - (alpha + beta * Rm), the cumulative one their sum from the event session
on, with the 95% bounds of Student's t.  The event session is the first whose close came after the event.

Nothing is looked at that became known after `as_of`; nothing of the event enters the estimation.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from wollet.model.market import MarketData
from wollet.model.story import Reaction
from wollet.story.regression import line, summed_error, t95
from wollet.story.returns import Day, benchmark_of, days, together

ESTIMATION = 120
PAUSE = 11
LEAST = 15
"""Fewer sessions than this tell nothing of a price and its market; few make the bounds wide, which they then are."""
HORIZON = 3


def reaction(
    id: str,
    event: dt.datetime,
    market: MarketData,
    *,
    as_of: dt.datetime | None,
    horizon: int = HORIZON,
    benchmark: str | None = None,
) -> Reaction | None:
    """The reaction of a listing to an event, over at most `horizon` sessions from the event session on.

    Returns None where the event session is not known at `as_of`, where the estimation has fewer than LEAST sessions, or
    where the id is no listing with an index.  Raises ValueError for a naive event or an empty horizon.
    """
    if event.tzinfo is None:
        raise ValueError(f"event {event.isoformat()} has no time zone: give an aware datetime")
    if horizon < 1:
        raise ValueError(f"horizon {horizon}: give at least one session")
    index = benchmark or benchmark_of(id)
    if index is None or index == id:
        return None
    day = event.astimezone(dt.UTC).date()
    start = day - dt.timedelta(days=(ESTIMATION + PAUSE) * 2)
    end = day + dt.timedelta(days=7 + 2 * horizon)
    pairs = together(days(id, start, end, market, as_of), days(index, start, end, market, as_of))
    at = next((i for i, (d, _, _) in enumerate(pairs) if d.known_at > event), None)
    if at is None or (pairs[at][0].session - day).days > 7:
        return None
    past = pairs[max(0, at - PAUSE + 1 - ESTIMATION) : max(0, at - PAUSE + 1)]
    if len(past) < LEAST:
        return None
    fit = line([m for _, _, m in past], [r for _, r, _ in past])
    if fit is None:
        return None
    window = pairs[at : at + horizon]
    abnormal = tuple((d.session, r - fit.alpha - fit.beta * m) for d, r, m in window)
    total = math.fsum(x for _, x in abnormal)
    error = summed_error(fit, [m for _, _, m in window])
    reach = t95(fit.n - 2) * error
    return Reaction(
        id=id, benchmark=index, event=window[0][0].session, end=window[-1][0].session, estimation=fit.n,
        alpha=fit.alpha, beta=fit.beta, abnormal=abnormal, cumulative=total, low=total - reach, high=total + reach,
        t=total / error if error else math.copysign(math.inf, total) if total else 0.0,
        volume_ratio=_busier([d for d, _, _ in window], [d for d, _, _ in past]),
    )  # fmt: skip


def _busier(window: Sequence[Day], past: Sequence[Day]) -> float | None:
    """Mean volume of the event's sessions over that of the estimation."""
    now = [d.volume for d in window if d.volume]
    before = [d.volume for d in past if d.volume]
    if not now or len(before) < LEAST:
        return None
    return (sum(now) / len(now)) / (sum(before) / len(before))
