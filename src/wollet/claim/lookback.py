"""How far back a record reaches: "since June 2022", "in more than two years", "2년 만에", "상장 이래"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from wollet.claim import horizon_words
from wollet.claim.frames import Frame, Frames
from wollet.claim.stretches import months_before
from wollet.mention import unhurried as re
from wollet.model.claim import Claim
from wollet.model.market import Bar, MarketData
from wollet.model.time import When, Window
from wollet.reference import calendars
from wollet.reference.instruments import calendar_of

KO = (
    r"\d{1,3}년\s\d{1,2}개월\s?(?:여\s?)?만에?의?\s?|\d{1,3}\s?(?:개월|년|주|거래일|일)\s?(?:여\s?)?(?:만에?의?|來|래)\s?"
    r"|(?:(?:지난해|작년|올해|지난달|지난|이달)\s?)?(?:\d{4}년\s?)?(?:\d{1,2}월\s?)?(?:\d{1,2}일)?(?:\([^)]*\))?\s?이후\s?(?:약\s?)?(?:\d{1,3}년\s)?(?:\d{1,3}(?:개월|년)\s?(?:여\s?)?만에\s?)?"
    r"|(?:상장|창사|설립|출범|개설|개장|도입|집계|출시|관측|통계)\s?(?:시작\s?|작성\s?)?(?:이래|이후|후)\s?"
)
"""Korean look-backs, for a larger pattern."""
UNITS = r"(?:days?|weeks|months?|years?|decades?|quarters|sessions|generation)"
EN = (
    rf"\s(?:since|in\s(?:(?:more\sthan|about|nearly|almost|over|at\sleast|roughly)\s)?(?:a|\d+|[a-z]+)\s(?:trading\s)?{UNITS})\b"
    r"(?:\s(?:(?:the|its|at\sleast|last|a)\s)?(?:(?:early|mid|late|start\sof|end\sof|week\sended)[-\s]?)?(?:[A-Z][a-z]+\.?\s?)?(?:\d{1,2}(?!\d),?\s?)?(?:\d{4})?)?"
)
"""English look-backs, for a larger pattern."""
SPAN = re.compile(
    r"(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[- ]?(?P<unit>주|개월|년|거래일|일|days?|weeks?|months?|years?|sessions?|decades?)(?=\s?(?:여\s?)?(?:만|신|\W|$)|\b)",
    re.IGNORECASE,
)
DAYS = {"주": 7, "week": 7, "일": 1, "day": 1, "거래일": 1, "session": 1}
MONTHS = {"개월": 1, "month": 1, "년": 12, "year": 12, "decade": 120}
BEGAN = {"INDEX:SPX": dt.date(1928, 1, 1), "INDEX:IXIC": dt.date(1971, 2, 5)}
"""Where a price's whole history begins, so that a record of all time can be borne out; others' beginnings are not known."""
PEAK_BEFORE = {"INDEX:KOSPI": Decimal("1138.75")}
"""The highest close before the history that is held begins (KOSPI: 8 November 1994): what lies above it was first passed since."""
ABOUT_DAY, ABOUT_MONTH = dt.timedelta(days=1), dt.timedelta(days=4)
"""Beside a day, or a month or year, that is named: within it the price may lie that a record looks back to."""
LONGEST = 120
"""Characters: no expression of a time is longer."""
EACH = re.compile(r"\sand\s([^.,\n]{3,24}),?\srespectively")
YEAR = re.compile(r"(?:19|20)\d\d")


def look_back(frames: Frames, frame: Frame, window: Window | None, turn: int = 0) -> str | None:
    """Where the look-back begins: the day, month ("2023-09") or year that the phrase names, or so long before; else None.

    Of the second of two subjects (`turn` 1) it is the second that "respectively" gives.

    The event that is looked back to lies within the month or year named, so that only what came after it counts.
    """
    if turn and (other := EACH.match(frames.text, frame.end)) is not None:
        named = next(iter(frames.dates_between(*other.span(1))), None)
        return _named(named.value) if named is not None and isinstance(named.value, When) and named.value.start is not None else None
    for d in frames.dates_between(frame.start - LONGEST, frame.end + 2):
        if d.end > frame.start and (frames.lang == "ko" or d.start < frame.end) and isinstance(d.value, When) and d.value.start is not None:
            return _named(_past(d.value, window))
    m = SPAN.search(frames.text, frame.start, frame.end)
    if m is not None and window is not None:
        word = m["n"].lower()
        n = int(word) if word.isdigit() else horizon_words.EN_NUMBER.get(word, 0)
        unit = m["unit"].lower().rstrip("s")
        if (days := DAYS.get(unit)) is not None:
            return (window.end - dt.timedelta(days=days * n)).isoformat()
        months = MONTHS.get(unit)
        return months_before(window.end, months * n).isoformat() if months and n else None
    year = YEAR.search(frame.quote)
    return year[0] if year else None


def _past(when: When, window: Window | None) -> When:
    """A day or month told without its year, in the last year that it had come in when the record was set."""
    assert when.start is not None
    if window is None or when.start <= window.end or when.grain == "year":
        return when
    end = when.end if when.end is not None else when.start
    return msgspec.structs.replace(when, start=months_before(when.start, 12), end=months_before(end, 12))


def _named(when: When) -> str | None:
    assert when.start is not None
    if when.grain in ("day", "instant") or when.end is None or when.end == when.start:
        return when.start.isoformat()
    if when.grain == "year":
        return str(when.start.year)
    return f"{when.end:%Y-%m}"


def first_counted(since: str | None) -> dt.date | None:
    """The first day after a look-back's beginning; None where it is not a date."""
    try:
        if since is None:
            return None
        if len(since) == 10:
            return dt.date.fromisoformat(since) + dt.timedelta(days=1)
        if len(since) == 7:
            year, month = divmod(int(since[:4]) * 12 + int(since[5:]), 12)
            return dt.date(year, month + 1, 1)
        return dt.date(int(since[:4]) + 1, 1, 1)
    except ValueError:
        return None


def reaches(market: MarketData, claim: Claim, bar: Bar, as_of: dt.datetime | None) -> bool:
    """Whether a price as far out stood about when a high or low is told to have stood there last; True where none is held of then.

    "The highest since March" of a price that March never saw tells too short a look-back.
    """
    first, after = first_day(claim.since), first_counted(claim.since)
    up, close = claim.direction != "down", claim.basis in (None, "close")
    x = bar.close if close else bar.high if up else bar.low
    if first is None or after is None or claim.subject.id is None or x is None:
        return True
    about = ABOUT_DAY if after - first == ABOUT_DAY else ABOUT_MONTH
    held = market.bars(claim.subject.id, first - about, min(after - ABOUT_DAY + about, bar.session - ABOUT_DAY), as_of=as_of, adjusted_to=bar.session)
    told = [v for b in held if (v := b.close if close else b.high if up else b.low) is not None]
    return not told or (max(told) >= x if up else min(told) <= x)


def first_day(since: str | None) -> dt.date | None:
    """The first day of the day, month or year that a look-back names."""
    try:
        return None if since is None else dt.date.fromisoformat(since + {10: "", 7: "-01", 4: "-01-01"}[len(since)])
    except (ValueError, KeyError):
        return None


def ends(unit: str, id: str, session: dt.date) -> bool:
    """Whether a session is the last one of its week or month."""
    if unit == "sessions":
        return True
    after = calendars.shift(calendar_of(id), session, 1)
    return after.isocalendar()[:2] != session.isocalendar()[:2] if unit == "weeks" else (after.year, after.month) != (session.year, session.month)


def last_of(bars: Sequence[Bar], unit: str) -> list[Bar]:
    """The last bar of each session, week or month."""
    if unit == "sessions":
        return list(bars)
    by: dict[tuple[int, int], Bar] = {}
    for b in bars:
        by[b.session.isocalendar()[:2] if unit == "weeks" else (b.session.year, b.session.month)] = b
    return list(by.values())
