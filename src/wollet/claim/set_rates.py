"""Rates that central banks set: what was done to one, the rate that an act led to or left, the one in force on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from wollet.claim.frames import Frame, Frames
from wollet.claim.measuring import point_row
from wollet.mention import unhurried as re
from wollet.model.market import MarketData, Point
from wollet.model.quantity import Quantity
from wollet.model.verdict import Evidence, Reason

Act = Literal["cut", "raised", "from"]
SET_TO = {
    "en": re.compile(r"\b(?:(?P<cut>cut(?:s|ting)?|lower(?:s|ed|ing)|reduc(?:es?|ed|ing)|trimm(?:ed|ing)|slash(?:ed|ing))|(?P<raised>rais(?:es?|ed|ing)|hik(?:es?|ed|ing)|lift(?:s|ed|ing)|increas(?:es?|ed|ing)))\b[^.;]{0,60}?\bto\s(?:a\s(?:target\s)?range\sof\s|between\s)?$", re.IGNORECASE),
    "ko": re.compile(r"(?:으?로)\s?(?:[\d.]+%포인트\s)?(?:(?P<cut>내[렸린려]|인하[했하한]|낮[췄춘춰]|[↓▼])|(?P<raised>올[렸린려]|인상[했하한]|높[였인여]|[↑▲]))"),
}
"""Around the rate that a central bank's act led to."""
KO_LEFT = re.compile(r"에서\s(?=[^.\n]{0,16}\d)")
EN_LEFT = re.compile(r"\bfrom\s(?:a\s(?:target\s)?range\sof\s|between\s)?$", re.IGNORECASE)
"""Around the rate that an act left."""
FAR = Decimal("4.5")
IN_FORCE = dt.timedelta(days=62)
"""How old the last row of a rate may be: central banks meet every two months, and an older row may be of a rate since changed."""
YEAR = dt.timedelta(days=366)
EFFECT = dt.timedelta(days=2)
"""How long after its telling a rate takes effect at most."""


def acted(frames: Frames, frame: Frame) -> Act | None:
    """What a central bank is told to have done to its rate, of the rate that it led to, or that this was the rate before."""
    s = frame.sentence
    if (KO_LEFT.match(frames.text, frame.end) if frames.lang == "ko" else EN_LEFT.search(frames.text, max(s.start, frame.start - 24), frame.start)) is not None:
        return "from"
    m = SET_TO["en"].search(frames.text, max(s.start, frame.start - 90), frame.start) if frames.lang == "en" else SET_TO["ko"].match(frames.text, frame.end, s.end)
    return None if m is None else "cut" if m["cut"] else "raised"


def measure(q: Quantity, act: Act | None, series: Sequence[str], market: MarketData, day: dt.date, as_of: dt.datetime | None) -> Evidence | Reason:
    """A rate in force on a day (a range where it has two series), or the one that an act left."""
    if q.unit != "percent":
        return "no_data"
    if act == "from":
        return _left(q, series, market, day, as_of)
    if act is not None and not _went(act, series[0], market, day, as_of):
        return "no_data"
    told = [_policy(q, points) for points in _in_force(series, market, day, as_of)]
    borne = next((e for e in told if isinstance(e, Evidence) and _holds(q, e)), None)
    settled = len(told) > 1 or (told and act is None)
    return borne or (told[0] if settled else "no_data")


def _left(q: Quantity, series: Sequence[str], market: MarketData, day: dt.date, as_of: dt.datetime | None) -> Evidence | Reason:
    """The rate before the last change up to a day; which change is meant the words do not tell, so nothing is refuted by it."""
    for s in series:
        rows = market.series(s, day - YEAR, day + EFFECT, as_of=as_of)
        before = next((p for p in reversed(rows) if p.value != rows[-1].value), None)
        if before is not None and before.value in q.interval:
            return Evidence(measured=before.value, unit="percent", formula=str(before.value), rows=(point_row(before),))
    return "no_data"


def _went(act: str, series: str, market: MarketData, day: dt.date, as_of: dt.datetime | None) -> bool:
    """Whether the last change of a rate shortly before a day went the way that is told."""
    values = [p.value for p in market.series(series, day - IN_FORCE, day + EFFECT, as_of=as_of)]
    before = next((x for x in reversed(values) if x != values[-1]), None)
    return before is not None and bool(values) and (before > values[-1]) == (act == "cut")


def _in_force(series: Sequence[str], market: MarketData, day: dt.date, as_of: dt.datetime | None) -> list[list[Point]]:
    """The rates in force on a day and, where they are known, some days later: an act takes effect a day or two after it is told."""
    held = [market.series(s, day - IN_FORCE, day + EFFECT, as_of=as_of) for s in series]
    out = []
    for late in (dt.timedelta(0), EFFECT):
        points = [next((p for p in reversed(rows) if p.start <= day + late), None) for rows in held]
        if all(points) and (not late or all(p is not None and p.start > day for p in points)):
            out.append([p for p in points if p is not None])
    return out


def _policy(q: Quantity, points: list[Point]) -> Evidence | Reason:
    """A rate, or a target range: both ends as told, or one end where one figure is told."""
    if len(points) == 1:
        one = points[0]
    else:
        top, bottom = points
        if q.low is not None and q.high is not None and q.low != q.high:
            return Evidence(measured=Decimal((bottom.value, top.value) == (q.low, q.high)), unit="truth", rows=(point_row(bottom), point_row(top)),
                            formula=f"{bottom.value} == {q.low} and {top.value} == {q.high}",
                            note=f"{bottom.value}-{top.value}%")  # fmt: skip
        one = top if q.low is None or abs(top.value - q.low) <= abs(bottom.value - q.low) else bottom
    if _another(q, one.value):
        return "no_data"
    return Evidence(measured=one.value, unit=q.unit, formula=str(one.value), rows=(point_row(one),))


def _holds(q: Quantity, e: Evidence) -> bool:
    """Whether a rate bears a figure out."""
    assert e.measured is not None
    return bool(e.measured) if e.unit == "truth" else e.measured in q.interval


def _another(q: Quantity, rate: Decimal) -> bool:
    """Whether a figure lies so far from the rate in force that another rate must be meant."""
    said = q.low if q.low is not None else q.high
    return said is None or abs(said - rate) > FAR
