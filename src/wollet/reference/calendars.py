"""Exchange calendars: sessions, half days, hours and time zones of the main exchanges, 2000 to 2027.

A session is named by its date on the exchange's own calendar.  The table is one small file that
scripts/build_calendars.py froze; an exchange is unpacked at its first question.  Segments and asset classes share a
calendar (`ALIASES`).  An exchange that the table does not hold raises `UnknownCalendar`: a guessed calendar would move
claims to days without trading unseen.  Outside 2000 to 2027 weekdays are taken for sessions (`covers` tells).
"""

from __future__ import annotations

import datetime as dt
import zlib
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

import msgspec

ALIASES = {
    "XNAS": "XNYS", "XASE": "XNYS", "ARCX": "XNYS", "BATS": "XNYS", "XKOS": "XKRX", "XKON": "XKRX", "XJPX": "XTKS",
    "XSHE": "XSHG", "XNSE": "XBOM", "XFRA": "XETR", "XTSX": "XTSE", "XBRU": "XPAR", "XLIS": "XPAR", "ROCO": "XTAI",
    "IFEU": "IEPA", "XCME": "CMES", "XNYM": "CMES", "XCEC": "CMES", "XCBT": "CMES",
    "FX": "XFXS", "CRYPTO": "24/7", "COMDTY": "CMES", "FUT": "CMES",
}  # fmt: skip
FIRST, LAST = dt.date(2000, 1, 1), dt.date(2027, 12, 31)
_BASE = FIRST.toordinal()
_END = LAST.toordinal()


class UnknownCalendar(ValueError):
    """Raised for an exchange whose calendar is not held."""


class Calendar(msgspec.Struct, frozen=True):
    """One exchange as stored: a bit a day from 1 January 2000; hours as (from ordinal, open, close) in minutes of the
    local day (a negative opening lies on the evening before); `special` days have other hours, -1 where unchanged."""

    zone: str
    bits: bytes
    hours: list[tuple[int, int, int]]
    special: dict[int, tuple[int, int]]


@cache
def _table() -> dict[str, msgspec.Raw]:
    packed = files("wollet.reference").joinpath("data/calendars.bin").read_bytes()
    return msgspec.msgpack.decode(zlib.decompress(packed), type=dict[str, msgspec.Raw])


@cache
def _calendar(mic: str) -> Calendar:
    raw = _table().get(ALIASES.get(mic, mic))
    if raw is None:
        raise UnknownCalendar(f"no calendar for exchange {mic!r}: known are {', '.join(known())}")
    return msgspec.msgpack.decode(raw, type=Calendar)


@cache
def _days(mic: str) -> list[int]:
    """Ordinals of all sessions."""
    bits = int.from_bytes(_calendar(mic).bits, "little")
    flags = f"{bits:b}"[::-1]
    return [_BASE + i for i, flag in enumerate(flags) if flag == "1"]


def known() -> tuple[str, ...]:
    """The MICs held, aliases included."""
    return tuple(sorted({*_table(), *ALIASES}))


def covers(mic: str, day: dt.date) -> bool:
    """Whether the table knows an exchange on a day; outside, weekdays are taken for sessions."""
    return FIRST <= day <= LAST and ALIASES.get(mic, mic) in _table()


def zone(mic: str) -> ZoneInfo:
    """The time zone in which an exchange keeps its sessions."""
    return ZoneInfo(_calendar(mic).zone)


def is_session(mic: str, day: dt.date) -> bool:
    """Whether an exchange trades on a day."""
    i = day.toordinal() - _BASE
    bits = _calendar(mic).bits
    if 0 <= i <= _END - _BASE:
        return bool(bits[i >> 3] >> (i & 7) & 1)
    return day.weekday() < 5 or _calendar(mic).zone == "UTC"


def sessions(mic: str, start: dt.date, end: dt.date) -> list[dt.date]:
    """The sessions from `start` to `end`, both included."""
    if start >= FIRST and end <= LAST:
        days = _days(mic)
        return [dt.date.fromordinal(n) for n in days[bisect_left(days, start.toordinal()) : bisect_right(days, end.toordinal())]]
    return [d for n in range(start.toordinal(), end.toordinal() + 1) if is_session(mic, d := dt.date.fromordinal(n))]


def shift(mic: str, day: dt.date, n: int) -> dt.date:
    """The n-th session after (before, if negative) a day; with 0 the day itself, or the last session before it."""
    days, at = _days(mic), day.toordinal()
    if not days[0] <= at <= days[-1]:
        return _walk(mic, day, n)
    left, right = bisect_left(days, at), bisect_right(days, at)
    i = right - 1 + n if n >= 0 else left + n
    if 0 <= i < len(days):
        return dt.date.fromordinal(days[i])
    return _walk(mic, day, n)


def _walk(mic: str, day: dt.date, n: int) -> dt.date:
    """`shift` day by day, for days at or beyond the edges of the table."""
    step = 1 if n > 0 else -1
    if n == 0:
        while not is_session(mic, day):
            day += dt.timedelta(days=-1)
        return day
    for _ in range(abs(n)):
        day += dt.timedelta(days=step)
        while not is_session(mic, day):
            day += dt.timedelta(days=step)
    return day


def _hours(mic: str, day: dt.date) -> tuple[int, int]:
    """Opening and close of a day in minutes of the local day."""
    calendar, at = _calendar(mic), day.toordinal()
    i = bisect_right(calendar.hours, at, key=lambda row: row[0]) - 1
    _, opens, closes = calendar.hours[max(i, 0)]
    if special := calendar.special.get(at):
        opens, closes = (special[0] if special[0] >= 0 else opens), (special[1] if special[1] >= 0 else closes)
    return opens, closes


def _moment(mic: str, day: dt.date, minutes: int) -> dt.datetime:
    days, rest = divmod(minutes, 1440)
    clock = dt.time(rest // 60, rest % 60)
    return dt.datetime.combine(day + dt.timedelta(days=days), clock, zone(mic))


@lru_cache(4096)
def open_at(mic: str, day: dt.date) -> dt.datetime:
    """When the session of a day opens, late openings included; for round-the-clock trading, the evening before."""
    return _moment(mic, day, _hours(mic, day)[0])


@lru_cache(4096)
def close_at(mic: str, day: dt.date) -> dt.datetime:
    """When the session of a day closes, half days included."""
    return _moment(mic, day, _hours(mic, day)[1])


def last_closed(mic: str, moment: dt.datetime) -> dt.date:
    """The last session that had closed at an aware moment."""
    day = shift(mic, moment.astimezone(zone(mic)).date(), 0)
    while close_at(mic, day) > moment:
        day = shift(mic, day, -1)
    return day


def in_session(mic: str, moment: dt.datetime) -> dt.date | None:
    """The session that is trading at an aware moment, None between sessions."""
    local = moment.astimezone(zone(mic)).date()
    for day in (local, local + dt.timedelta(days=1)):
        if is_session(mic, day) and open_at(mic, day) <= moment < close_at(mic, day):
            return day
    return None
