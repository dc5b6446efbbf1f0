"""Moves over the windows that lie beside the likeliest one: a text measures from its own moment and counts in its own way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

from wollet.claim import stretches
from wollet.claim.measuring import bar_row, meets
from wollet.claim.moves import SNAPSHOT, moved, way
from wollet.model.claim import Claim
from wollet.model.market import Bar
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reason

DAY = dt.timedelta(days=1)
WEEK = 7
"""Days within which a calendar week lies."""
SHORT = 8
"""Sessions up to which a stretch is told to a session or two."""
NOTE = "windows beside the likeliest one"


def slack(when: Window, counted: bool, length: int) -> tuple[int, int]:
    """By how many sessions the first and the last day of a stretch may lie off.

    What began with a month or a year began on a known day; a week, a named month and a count of sessions are told to one
    session; the end is that of the text's own moment, which may be some sessions back.
    """
    if counted or stretches.whole(when):
        return 1, 1
    if when.start.day == 1 and (when.end + DAY).day != 1:
        return 0, 10
    if when.start.weekday() == 0 and (when.end - when.start).days < WEEK:
        return 1, 2
    return (2, 3) if length <= SHORT else (5, 6)


def nearest(claim: Claim, bars: Sequence[Bar], first: int, last: int, counted: bool) -> Evidence | Reason:
    """The nearest of the moves that such windows give; nothing is settled where one of them may be what is told, or a move to a price between their ends."""
    assert claim.when is not None and claim.quantity is not None
    kind = way(claim.quantity)
    before, behind = slack(claim.when, counted, last - first)
    aim = claim.quantity.low if claim.quantity.low is not None else claim.quantity.high or Decimal(0)
    signed = -aim if claim.direction == "down" else aim
    best: tuple[Decimal, Decimal, Bar, str, Bar] | None = None
    for i in range(max(0, first - before), min(last, first + max(before, 1) + 1) + 1):
        start = bars[i]
        if not start.close:
            continue
        ends = [(moved(x, start.close, kind)[0], x, bar, field) for bar, x, field in _ends(bars, max(i + 1, last - behind), last)]
        if not ends:
            continue
        low, high = min(ends, key=lambda e: e[0]), max(ends, key=lambda e: e[0])
        room = max(SNAPSHOT, abs(high[0]) / 33) if kind == "percent" else Decimal(0)
        if meets(claim, low[0] - room, high[0] + room):
            return "ambiguous"
        near = min((low, high), key=lambda e: abs(e[0] - signed))
        if best is None or abs(near[0] - signed) < abs(best[0] - signed):
            best = (*near, start)
    if best is None:
        return "no_data"
    value, x, end, field, start = best
    assert start.close is not None
    return Evidence(
        measured=None, unit=claim.quantity.unit, formula=moved(x, start.close, kind)[1], low=value, high=value, note=NOTE,
        rows=(bar_row(end, x, field), bar_row(start, start.close, "close")),
    )  # fmt: skip


def _ends(bars: Sequence[Bar], first: int, last: int) -> Iterator[tuple[Bar, Decimal, str]]:
    """The closes that a stretch may end with, and the highest and lowest price of the last session."""
    for bar in bars[first : last + 1]:
        for field in ("close", "low", "high") if bar is bars[last] else ("close",):
            if (x := getattr(bar, field)) is not None:
                yield bar, x, field
