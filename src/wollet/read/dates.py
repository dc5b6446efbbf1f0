"""Publication times as pages, feeds and people write them, made aware."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple
from zoneinfo import ZoneInfo

from wollet.model.article import ZONE

EARLIEST = 1900
"""The first year in which market news is read."""
FORMS = 'such as "2024-02-14", "2024-02-14 08:12" or "2024-02-14T08:12:00+09:00"'


class Stamp(NamedTuple):
    """A moment; `assumed` where the zone or the time of day was not written."""

    at: dt.datetime
    assumed: bool


_ZONES = {
    "Z": "UTC", "UTC": "UTC", "GMT": "UTC", "KST": "Asia/Seoul", "JST": "Asia/Tokyo", "HKT": "Asia/Hong_Kong",
    "SGT": "Asia/Singapore", "IST": "Asia/Kolkata", "ET": "America/New_York", "EST": "-0500", "EDT": "-0400",
    "CT": "America/Chicago", "CST": "-0600", "CDT": "-0500", "MT": "America/Denver", "MST": "-0700", "MDT": "-0600",
    "PT": "America/Los_Angeles", "PST": "-0800", "PDT": "-0700", "BST": "+0100", "WET": "+0000", "CET": "+0100",
    "CEST": "+0200", "AEST": "+1000", "AEDT": "+1100", "한국시간": "Asia/Seoul", "한국시각": "Asia/Seoul",
}  # fmt: skip
_MONTHS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH = r"(?P<{}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<{}>(?:19|20)\d\d)"
_DATE = "|".join(
    (
        # 2024-02-14, 2024.02.14., 2024/2/14, 2024년 2월 14일
        _YEAR.format("y1") + r"\s?(?:[-./]|년)\s?(?P<m1>\d{1,2})\s?(?:[-./]|월)\s?(?P<d1>\d{1,2})(?!\d)\s?(?:일|\.)?",
        # 20240214
        _YEAR.format("y2") + r"(?P<m2>[01]\d)(?P<d2>[0-3]\d)(?!\d(?!\d{5}))",
        # Feb. 14, 2024
        _MONTH.format("m3") + r"\s(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s" + _YEAR.format("y3"),
        # 14 February 2024
        r"(?<!\d)(?P<d4>\d{1,2})(?:st|nd|rd|th)?[\s-]" + _MONTH.format("m4") + r",?[\s-]" + _YEAR.format("y4"),
    )
)
_WEEKDAY = r"(?:\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\)?,?|\(?[월화수목금토일](?:요일)?\))"
_CLOCK = (
    r"(?P<half1>오전|오후|am|pm)?\s?(?P<H>[0-2]?\d)(?::|시\s?)(?P<M>[0-5]\d)분?(?::?(?P<S>[0-5]\d)초?)?(?:[.,]\d+)?"
    r"\s?(?P<half2>[ap]\.?m\b\.?)?"
)
_ZONE = (
    r"(?P<off>(?:UTC|GMT)?[+-]\d\d:?\d\d)|(?P<hours>(?:UTC|GMT)[+-]\d{1,2})(?!\d)|\(?(?P<name>"
    + "|".join(sorted(_ZONES, key=len, reverse=True))
    + r")\b\)?"
)
_STAMP = re.compile(
    rf"(?:{_WEEKDAY}\s?)?(?:{_DATE})(?:\s?{_WEEKDAY})?(?:(?:\s?[T|,·]\s?|\s(?:at\s)?|\s?)(?:{_CLOCK})(?:\s?(?:{_ZONE}))?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"((?:19|20)\d\d[01]\d[0-3]\d)([0-2]\d)([0-5]\d)([0-5]\d)?$")
_TIME_FIRST = re.compile(rf"(?:{_CLOCK})(?:\s?(?:{_ZONE}))?(?:,|\son)?\s(?=.*(?:19|20)\d\d)", re.IGNORECASE)


def find_stamp(text: str, lang: str) -> tuple[int, int, Stamp] | None:
    """The first publication time in a line, with its place."""
    for m in _STAMP.finditer(text):
        if (stamp := _stamp(m, lang)) is not None:
            return m.start(), m.end(), stamp
    return None


def parse_published(value: str | dt.date | None, lang: str) -> Stamp:
    """A publication time; naive means the language's own zone, a date alone the end of that day there.

    >>> parse_published("2024-02-14", "ko")
    Stamp(at=datetime.datetime(2024, 2, 14, 23, 59, 59, tzinfo=zoneinfo.ZoneInfo(key='Asia/Seoul')), assumed=True)
    """
    if isinstance(value, dt.date) and value.year < EARLIEST:
        raise ValueError(f"publication time {value.isoformat()} lies before {EARLIEST}: give one {FORMS}")
    if isinstance(value, dt.datetime):
        return Stamp(value, False) if value.tzinfo else Stamp(value.replace(tzinfo=ZoneInfo(ZONE[lang])), True)
    if isinstance(value, dt.date):
        return _end_of_day(value, lang)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"no publication time (received {value!r}): give one {FORMS}")
    text = value.strip()
    if m := _COMPACT.match(text):
        text = f"{m[1]} {m[2]}:{m[3]}:{m[4] or '00'}"
    try:
        stated = dt.datetime.fromisoformat(text) if len(text) > 10 else dt.date.fromisoformat(text)
    except ValueError:
        pass
    else:
        return parse_published(stated, lang)
    if (m := _TIME_FIRST.match(text)) and not _STAMP.match(text):
        text = text[m.end() :] + " " + m[0].rstrip(", ").removesuffix(" on")
    m = _STAMP.match(text)
    if m is None or text[m.end() :].strip(" .)") or (stamp := _stamp(m, lang)) is None:
        raise ValueError(f"publication time {value!r} is not a date and time that exists: write it in a form {FORMS}")
    return stamp


def _stamp(m: re.Match[str], lang: str) -> Stamp | None:
    g = m.groupdict()
    n = next(i for i in "1234" if g["y" + i])
    month = g["m" + n]
    try:
        day = dt.date(int(g["y" + n]), int(month) if month.isdigit() else _MONTHS[month[:3].lower()], int(g["d" + n]))
        if g["H"] is None:
            return _end_of_day(day, lang)
        half = (g["half1"] or g["half2"] or "").lower()
        hour = int(g["H"])
        if half.startswith(("오후", "p")) and hour < 12:
            hour += 12
        elif half.startswith(("오전", "a")) and hour == 12:
            hour = 0
        at = dt.datetime.combine(day, dt.time(hour, int(g["M"]), int(g["S"] or 0)))
    except ValueError:
        return None
    zone = _zone(g["off"] or g["hours"] or g["name"])
    return Stamp(at.replace(tzinfo=zone or ZoneInfo(ZONE[lang])), zone is None)


def _zone(name: str | None) -> dt.tzinfo | None:
    if name is None:
        return None
    name = _ZONES.get(name.upper(), name)
    if m := re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?", name, re.IGNORECASE):
        shift = dt.timedelta(hours=int(m[2]), minutes=int(m[3] or 0))
        return dt.UTC if not shift else dt.timezone(shift if m[1] == "+" else -shift)
    return dt.UTC if name == "UTC" else ZoneInfo(name)


def _end_of_day(day: dt.date, lang: str) -> Stamp:
    return Stamp(dt.datetime.combine(day, dt.time(23, 59, 59), ZoneInfo(ZONE[lang])), True)
