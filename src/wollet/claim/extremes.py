"""Prices against all of a look-back: the farthest one, the largest move, a threshold passed, a mean of closes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from wollet.claim.lookback import ends, last_of
from wollet.claim.measuring import bar_row, before, digest, point_row, show
from wollet.model.market import Bar, Point
from wollet.model.quantity import Quantity
from wollet.model.verdict import Evidence, Reason

CLOSE = (None, "close")


def farthest(bars: Sequence[Bar], basis: str | None, *, up: bool) -> Evidence | Reason:
    """The last session's price against the highest (lowest) one before: closes, or highs (lows) of the sessions."""
    field = "close" if basis in CLOSE else "high" if up else "low"
    values: list[Decimal] = list(map(attrgetter(field), bars))
    if len(values) < 2:
        return "no_data"
    x = values[-1]
    try:
        y = max(values[:-1]) if up else min(values[:-1])
    except TypeError:  # of a price that a bar does not hold
        return "no_data"
    if x is None or y is None:
        return "no_data"
    best = bars[values.index(y)]
    so = x > y if up else x < y
    return Evidence(
        measured=Decimal(so), unit="truth", formula=f"{show(x)} {'>' if up else '<'} {show(y)}",
        rows=(bar_row(bars[-1], x, field), bar_row(best, y, field)), window=digest(list(zip(map(attrgetter("session"), bars), values, strict=True))),
    )  # fmt: skip


def largest_move(bars: Sequence[Bar], id: str, over: str, *, up: bool, points: bool = False) -> Evidence | Reason:
    """The last move of the closes over a session, week or month against the largest one up (down) before: as a ratio, or in points."""
    if not ends(over, id, bars[-1].session):
        return "no_data"
    kept = {b.session for b in last_of(bars, over)}
    values = [(b, b.close) for b in bars if b.close is not None and b.session in kept]
    moves = [(v, w, v[1] - w[1] if points else v[1] / w[1]) for w, v in pairwise(values)]
    if len(moves) < 2:
        return "no_data"
    (b, x), (b0, x0), r = moves[-1]
    (c, y), (c0, y0), s = (max if up else min)(moves[:-1], key=lambda v: v[2])
    so = r > s if up else r < s
    rows = (bar_row(b, x, "close"), bar_row(b0, x0, "close"), bar_row(c, y, "close"), bar_row(c0, y0, "close"))
    by = "-" if points else "/"
    return Evidence(
        measured=Decimal(so), unit="truth", formula=f"{show(x)} {by} {show(x0)} {'>' if up else '<'} {show(y)} {by} {show(y0)}",
        rows=rows, window=digest([(d.session, v) for d, v in values]),
    )  # fmt: skip


def crossing(figure: Quantity | None, base: Bar, bar: Bar, basis: str | None) -> Evidence | Reason:
    """Whether a price passed a threshold that the close before had not; one that lay beyond it already is left open."""
    if figure is None or base.close is None:
        return "no_data"
    up = figure.low is not None
    t = figure.low if up else figure.high
    x = bar.close if basis in CLOSE else bar.high if up else bar.low
    if t is None or x is None:
        return "no_data"
    sign = (">=", "<") if up else ("<=", ">")
    so = (x >= t and base.close < t) if up else (x <= t and base.close > t)
    if not so and (x >= t if up else x <= t):
        return "ambiguous"
    field = "close" if basis in CLOSE else "high" if up else "low"
    return Evidence(
        measured=Decimal(so), unit="truth", formula=f"{show(x)} {sign[0]} {show(t)} and {show(base.close)} {sign[1]} {show(t)}",
        rows=(bar_row(bar, x, field), bar_row(base, base.close, "close")),
    )  # fmt: skip


def passed_before(figure: Quantity | None, bars: Sequence[Bar]) -> Evidence | None:
    """The first close before the last bar that lay beyond a threshold told to be passed for the first time, or None."""
    up = figure is not None and figure.low is not None
    t = None if figure is None else figure.low if up else figure.high
    earlier = None if t is None else next((b for b in bars[:-1] if b.close is not None and (b.close >= t if up else b.close <= t)), None)
    if earlier is None or earlier.close is None or t is None or bars[-1].close is None:
        return None
    sign = (">=", "<") if up else ("<=", ">")
    return Evidence(
        measured=Decimal(0), unit="truth", formula=f"{show(bars[-1].close)} {sign[0]} {show(t)} and {show(earlier.close)} {sign[1]} {show(t)}",
        rows=(bar_row(bars[-1], bars[-1].close, "close"), bar_row(earlier, earlier.close, "close")),
    )  # fmt: skip


BEYOND = Decimal("1.15")
"""Times a threshold within which a market value has just passed it."""


def worth(figure: Quantity | None, points: Sequence[Point]) -> Evidence | Reason:
    """Whether a market value lies just beyond a threshold; one that does not may rest on another count of shares."""
    if figure is None or not points or points[-1].unit != figure.unit or figure.low is None:
        return "no_data"
    p, t = points[-1], figure.low
    if not t <= p.value <= t * BEYOND:
        return "no_data"
    return Evidence(measured=Decimal(1), unit="truth", formula=f"{show(p.value)} >= {show(t)}", rows=(point_row(p),))


def against_average(bars: Sequence[Bar], id: str, day: dt.date, n: int, *, up: bool) -> Evidence | Reason:
    """A day's close against the mean of the last n closes, its own among them; the note is the mean."""
    held = [(b, b.close) for b in bars if b.close is not None][-n:] if n else []
    if not held or len(held) < n or held[-1][0].session != day:
        return "no_data"
    if any(before([b for b, _ in held], i, id) is None for i in range(1, n)):
        return "no_data"
    total, x = sum((c for _, c in held), Decimal(0)), held[-1][1]
    so = x * n > total if up else x * n < total
    return Evidence(
        measured=Decimal(so), unit="truth", formula=f"{show(x)} {'>' if up else '<'} ({' + '.join(show(c) for _, c in held)}) / {n}",
        rows=tuple(bar_row(b, c, "close") for b, c in held), note=show((total / n).quantize(Decimal("0.01"))),
    )  # fmt: skip
