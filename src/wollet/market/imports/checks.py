"""What is wrong with rows, found before they are stored: they are kept, and a doubtful row decides no verdict alone."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import numpy as np

from wollet.market.bases import Splits, stated_on
from wollet.market.figures import EPOCH
from wollet.market.imports.runs import Slice
from wollet.reference import calendars

REASONS = (
    "",
    "the day is no session of its exchange",
    "open, high and low do not hold the close",
    "ten times, or a tenth of, its neighbours",
    "jumps from its neighbours for one day",
    "jumps like a split that is not on record",
    "marked suspect by its source",
    "two rows of one day differ",
    "off the exchange's price steps: adjusted for a later corporate action",
    "another source differs by more than 2%",
    "currency is not the listing's",
    "the share count behind it jumps and comes back",
    "the share count behind it stood still for half a year and then jumped",
    "the price does not move as its basis asks at a split on record",
    "revised figure, not the first print",
    "another source of the fixing's day differs by more than 3%",
    "its session was not over when it was fetched",
    "a price below zero",
)
(
    _, NO_SESSION, OUTSIDE, TENFOLD, SPIKE, UNRECORDED, MARKED, TWICE, STEPS, DISSENT, CURRENCY, SHARES, STALE, UNMOVED, REVISED,
    FIXINGS, EARLY, NEGATIVE,
) = range(len(REASONS))  # fmt: skip

SPLIT_LIKE = np.log(np.array([2, 3, 4, 5, 8, 10, 15, 20, 25, 30, 40, 50, 100], dtype=np.float64))
STEPS_SINCE = dt.date(2023, 1, 25).toordinal()
STEP_FROM = np.array([0, 2_000, 5_000, 20_000, 50_000, 200_000, 500_000])
STEP = np.array([1, 5, 10, 50, 100, 500, 1_000])
BELOW_ZERO = ("b:RATE:", "b:COMDTY:")
"""What can cost less than nothing, as oil did on 2020-04-20."""
MADE = "bivxw"
"""Tables whose figures come about at a moment: before it nobody can know them."""
FEW_OFF = 3
"""Closes off the steps that are single faults; more show that the issue's prices were restated up to the last of them."""
FRESH, STEPPED = 180, np.log(1.03)
"""A share count is stale from so many days after it last changed, where the next change is a jump of so much."""


def mark(s: Slice, where: Any, code: int) -> None:
    """Sets a doubt where there is none yet."""
    s.doubt[where & (s.doubt == 0)] = code


def early(s: Slice, fetched: dt.datetime) -> None:
    """Figures that a source gave before they could be known: of a session under way, or of a day to come."""
    if s.key[0] in MADE:
        mark(s, (s.day - EPOCH.toordinal()) * 1440 + s.known > int((fetched - EPOCH).total_seconds() // 60), EARLY)


@cache
def _sessions(mic: str) -> Any:
    days = calendars.sessions(mic, calendars.FIRST, calendars.LAST)
    return np.array([d.toordinal() for d in days], dtype=np.int64)


def off_session(mic: str, day: Any) -> Any:
    """Days on which the exchange did not trade; days before its calendar begins are not judged."""
    if mic not in calendars.known():
        return np.zeros(len(day), dtype=bool)
    held = _sessions(mic)
    place = np.minimum(np.searchsorted(held, day), len(held) - 1)
    inside = (day >= calendars.FIRST.toordinal()) & (day <= calendars.LAST.toordinal())
    return inside & (held[place] != day)


def bars(s: Slice, mic: str, splits: Splits, *, marked: Any, twice: Any, other_currency: bool) -> None:
    """Doubts of a run of session bars."""
    mark(s, marked, MARKED)
    mark(s, twice, TWICE)
    mark(s, off_session(mic, s.day), NO_SESSION)
    if other_currency:
        mark(s, np.ones(len(s.day), dtype=bool), CURRENCY)
    close = s.figures["close"]
    if s.attributes["basis"] != "front_month" and not s.key.startswith(BELOW_ZERO):
        with np.errstate(invalid="ignore"):
            mark(s, close < 0, NEGATIVE)
    high, low = s.figures.get("high"), s.figures.get("low")
    if high is not None and low is not None:
        room = 1e-6 * np.abs(close)
        with np.errstate(invalid="ignore"):
            out = (high + room < close) | (low - room > close) | (high < low)
            opened = s.figures.get("open")
            if opened is not None:
                out |= (opened > high + room) | (opened < low - room)
        mark(s, out, OUTSIDE)
    jumps(s, close, splits)
    if s.attributes["basis"].startswith("krx_adj_to_"):
        off = off_steps(s.figures["close"], s.day)
        if off.sum() > FEW_OFF:
            off = np.arange(len(off)) <= np.flatnonzero(off)[-1]
        mark(s, off, STEPS)


def jumps(s: Slice, close: Any, splits: Splits) -> None:
    """Prices that leave their neighbours: for a day, or for good like a split."""
    if len(close) < 3:
        return
    with np.errstate(divide="ignore", invalid="ignore"):
        step = np.diff(np.log(np.where(close > 0, close, np.nan)))
    near = np.diff(s.day) <= 7
    step = np.where(near, step, 0.0)
    step = np.nan_to_num(step)
    back: Any = np.zeros(len(close), dtype=bool)
    back[1:-1] = (np.abs(step[:-1]) > 0.4) & (np.abs(step[:-1] + step[1:]) < 0.25 * np.abs(step[:-1]))
    tenfold = back.copy()
    tenfold[1:-1] &= np.abs(np.abs(step[:-1]) - np.log(10)) < 0.15
    mark(s, tenfold, TENFOLD)
    mark(s, back, SPIKE)
    stated = stated_on(s.attributes.get("basis", ""))
    far: Any = np.flatnonzero(np.abs(step) > 0.6) + 1
    for i in far:
        size = abs(step[i - 1])
        if back[i] or back[i - 1] or np.abs(SPLIT_LIKE - size).min() > 0.1:
            continue
        recorded = any(abs(int(s.day[i]) - d) <= 5 and (stated is None or d > stated) for d, _ in splits)
        if not recorded:
            mark(s, np.arange(len(close)) == i, UNRECORDED)
    for day, ratio in splits:
        i = int(np.searchsorted(s.day, day))
        if not 0 < i < len(close) or s.day[i] - s.day[i - 1] > 7 or not 1 / float(ratio) <= 0.66:
            continue
        moved = step[i - 1] < -0.5 * np.log(float(ratio))
        if bool(moved) != (stated is None or day > stated):
            mark(s, s.day < day, UNMOVED)


def off_steps(close: Any, day: Any) -> Any:
    """Closes that the Korean exchange's price steps (since 2023-01-25) do not allow."""
    v = np.nan_to_num(close)
    step = STEP[np.searchsorted(STEP_FROM, v, side="right") - 1]
    return (np.abs(v - np.rint(v / step) * step) > 1e-6) & (day >= STEPS_SINCE)


def values(s: Slice, mic: str, splits: Splits, shares: Any, *, marked: Any, twice: Any) -> None:
    """Doubts of a run of market values, by the share count that each implies."""
    mark(s, marked, MARKED)
    mark(s, twice, TWICE)
    mark(s, off_session(mic, s.day), NO_SESSION)
    v = shares if shares is not None else s.figures["value"]
    level = np.log(np.where(v > 0, v, np.nan))
    for day, ratio in splits:
        if shares is not None:
            level = level + np.where(s.day < day, np.log(float(ratio)), 0.0)
    level = np.nan_to_num(level, nan=float(np.nanmedian(level)) if np.isfinite(level).any() else 0.0)
    tenfold, odd = excursions(level)
    mark(s, tenfold, TENFOLD)
    mark(s, odd, SHARES)
    if shares is not None and mic == "XNYS":
        mark(s, stale(level, s.day), STALE)


def stale(level: Any, day: Any) -> Any:
    """Rows of a count that stood still and then jumped: it had been true no longer for some of that time."""
    out: Any = np.zeros(len(level), dtype=bool)
    cuts: Any = np.flatnonzero(np.abs(np.diff(level)) > 1e-4) + 1
    starts: Any = np.append(0, cuts)
    for a, b in zip(starts, cuts, strict=False):
        if day[b - 1] - day[a] > FRESH and abs(level[b] - level[b - 1]) > STEPPED:
            out[a:b] = day[a:b] - day[a] > FRESH
    return out


def excursions(level: Any) -> tuple[Any, Any]:
    """(tenfold, any) stretches of a logarithm that leave a level by more than 1.6 times and come back to it."""
    n = len(level)
    tenfold: Any = np.zeros(n, dtype=bool)
    odd: Any = np.zeros(n, dtype=bool)
    cuts: Any = np.flatnonzero(np.abs(np.diff(level)) > np.log(1.6)) + 1
    starts: Any = np.append(0, cuts)
    ends: Any = np.append(cuts, n)
    base: float | None = None
    for k, (a, b) in enumerate(zip(starts, ends, strict=True)):
        here = float(np.median(level[a:b]))
        if base is None or abs(here - base) < np.log(1.6):
            base = here
            continue
        returns = any(abs(float(np.median(level[c:d])) - base) < np.log(1.6) for c, d in zip(starts[k + 1 : k + 9], ends[k + 1 : k + 9], strict=True))
        if returns:
            (tenfold if b - a <= 5 and abs(abs(here - base) - np.log(10)) < 0.5 else odd)[a:b] = True
        else:
            base = here
    return tenfold, odd
