"""Builds the exchange calendars: sessions, half days and hours of the main exchanges, 2000 to 2027.

    python scripts/build_calendars.py [--check]

Closed weekdays come from the `holidays` package; in the years before it knows an exchange, from the country's public
holidays or the exchange's fixed rules below; both corrected by src/wollet/reference/data/sessions.csv (MIC, what, days,
time, reason).  The result is data/calendars.bin, which `wollet.reference.calendars` reads.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import sys
import zlib
from collections.abc import Iterable
from pathlib import Path

import holidays
import msgspec

DATA = Path(__file__).resolve().parent.parent / "src" / "wollet" / "reference" / "data"
FIRST, LAST = 2000, 2027
DAY = dt.timedelta(days=1)
# MIC: (time zone, name in `holidays` or "=MIC" for the sessions of another, first year it knows,
#       source of the years before ("country XX [subdivision]" or a rule), [(from, open, close), ...])
EXCHANGES: dict[str, tuple[str, str, int, str, list[tuple[str, str, str]]]] = {
    "XNYS": ("America/New_York", "XNYS", 2000, "", [("2000-01-01", "09:30", "16:00")]),
    "XTSE": ("America/Toronto", "XTSE", 2002, "toronto", [("2000-01-01", "09:30", "16:00")]),
    "BVMF": ("America/Sao_Paulo", "BVMF", 2000, "", [("2000-01-01", "10:00", "17:00")]),
    "XKRX": ("Asia/Seoul", "XKRX", 2000, "", [("2000-01-01", "09:00", "15:00"), ("2016-08-01", "09:00", "15:30")]),
    "XTKS": ("Asia/Tokyo", "XJPX", 2000, "", [("2000-01-01", "09:00", "15:00"), ("2024-11-05", "09:00", "15:30")]),
    "XHKG": ("Asia/Hong_Kong", "XHKG", 2014, "country HK",
             [("2000-01-01", "10:00", "16:00"), ("2011-03-07", "09:30", "16:00")]),
    "XSHG": ("Asia/Shanghai", "XSHG", 2001, "country CN", [("2000-01-01", "09:30", "15:00")]),
    "XTAI": ("Asia/Taipei", "XTAI", 2008, "country TW", [("2000-01-01", "09:00", "13:30")]),
    "XSES": ("Asia/Singapore", "XSES", 2000, "", [("2000-01-01", "09:00", "17:00")]),
    "XBOM": ("Asia/Kolkata", "XBOM", 2001, "country IN",
             [("2000-01-01", "09:55", "15:30"), ("2010-01-04", "09:00", "15:30"), ("2010-10-18", "09:15", "15:30")]),
    "XIDX": ("Asia/Jakarta", "", 0, "country ID", [("2000-01-01", "09:00", "16:00")]),
    "XSTC": ("Asia/Ho_Chi_Minh", "", 0, "country VN", [("2000-01-01", "09:00", "15:00")]),
    "XSAU": ("Asia/Riyadh", "XSAU", 2020, "country SA", [("2000-01-01", "10:00", "15:00")]),
    "XDFM": ("Asia/Dubai", "", 0, "country AE", [("2000-01-01", "10:00", "15:00")]),
    "XASX": ("Australia/Sydney", "XASX", 2000, "", [("2000-01-01", "10:00", "16:00")]),
    "XNZE": ("Pacific/Auckland", "XNZE", 2000, "", [("2000-01-01", "10:00", "16:45")]),
    "XLON": ("Europe/London", "XLON", 2000, "", [("2000-01-01", "08:00", "16:30")]),
    "XETR": ("Europe/Berlin", "XETR", 2016, "xetra",
             [("2000-01-01", "09:00", "17:30"), ("2000-06-02", "09:00", "20:00"), ("2003-11-03", "09:00", "17:30")]),
    "XPAR": ("Europe/Paris", "XPAR", 2019, "euronext", [("2000-01-01", "09:00", "17:30")]),
    "XAMS": ("Europe/Amsterdam", "XAMS", 2019, "euronext", [("2000-01-01", "09:00", "17:30")]),
    "XMIL": ("Europe/Rome", "XMIL", 2019, "milan", [("2000-01-01", "09:00", "17:30")]),
    "XMAD": ("Europe/Madrid", "XMAD", 2000, "", [("2000-01-01", "09:00", "17:30")]),
    "XSWX": ("Europe/Zurich", "XSWX", 2000, "", [("2000-01-01", "09:00", "17:30")]),
    "XSTO": ("Europe/Stockholm", "", 0, "stockholm", [("2000-01-01", "09:00", "17:30")]),
    "XCSE": ("Europe/Copenhagen", "", 0, "copenhagen", [("2000-01-01", "09:00", "17:00")]),
    "IEPA": ("America/New_York", "IFEU", 2014, "new year, Good Friday, Christmas", [("2000-01-01", "20:00-1", "18:00")]),
    "IFUS": ("America/New_York", "=XNYS", 0, "", [("2000-01-01", "20:00-1", "17:00")]),
    "CMES": ("America/New_York", "=XNYS", 0, "", [("2000-01-01", "18:00-1", "14:30")]),
    "XFXS": ("America/New_York", "", 0, "weekdays", [("2000-01-01", "17:00-1", "17:00")]),
    "24/7": ("UTC", "", 0, "every day", [("2000-01-01", "00:00", "24:00")]),
}  # fmt: skip
WEEKEND: dict[str, list[tuple[str, tuple[int, int]]]] = {
    "XSAU": [("2000-01-01", (3, 4)), ("2013-06-29", (4, 5))],
    "XDFM": [("2000-01-01", (4, 5)), ("2022-01-03", (5, 6))],
    "24/7": [("2000-01-01", (9, 9))],
}  # fmt: skip


def easter(year: int) -> dt.date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def fixed(year: int, *days: str) -> set[dt.date]:
    """Days of a year by "MM-DD" or by "easter±n"."""
    out = set()
    for d in days:
        out.add(easter(year) + int(d[6:]) * DAY if d.startswith("easter") else dt.date.fromisoformat(f"{year}-{d}"))
    return out


RULES: dict[str, tuple[str, ...]] = {
    "xetra": ("01-01", "easter-2", "easter+1", "05-01", "12-24", "12-25", "12-26", "12-31"),
    "euronext": ("01-01", "easter-2", "easter+1", "05-01", "12-25", "12-26"),
    "milan": ("01-01", "easter-2", "easter+1", "05-01", "08-15", "12-24", "12-25", "12-26", "12-31"),
    "stockholm": ("01-01", "01-06", "easter-2", "easter+1", "05-01", "easter+39", "06-06", "12-24", "12-25", "12-26", "12-31"),
    "copenhagen": ("01-01", "easter-3", "easter-2", "easter+1", "easter+26", "easter+39", "easter+40", "easter+50", "06-05", "12-24", "12-25",
                   "12-26", "12-31"),
    "new year, Good Friday, Christmas": ("01-01", "easter-2", "12-25"),
    "weekdays": (), "every day": (),
}  # fmt: skip


def closed_by_rule(rule: str, year: int) -> set[dt.date]:
    """Closed days of a year by the country's public holidays or an exchange's fixed rule."""
    if rule.startswith("country "):
        return set(holidays.country_holidays(rule[8:], years=year))
    if rule == "toronto":
        return set(holidays.country_holidays("CA", subdiv="ON", years=year)) | {
            d for d, name in holidays.country_holidays("CA", subdiv="ON", categories=("optional", "public"), years=year).items()
            if "Civic" in name or "Boxing" in name or "Thanksgiving" in name
        }  # fmt: skip
    days = fixed(year, *RULES[rule])
    if rule == "stockholm":
        days |= {d - DAY for d in (dt.date(year, 6, 20) + i * DAY for i in range(7)) if d.weekday() == 5}
        days = days - {dt.date(year, 6, 6)} | {easter(year) + 50 * DAY} if year < 2005 else days
    if rule == "copenhagen":
        days -= {easter(year) + 26 * DAY} if year >= 2024 else set()
        days -= {easter(year) + 40 * DAY} if year < 2009 else set()
    return days


def corrections(path: Path) -> list[dict[str, str]]:
    """Rows of sessions.csv, one a day."""
    with path.open(encoding="utf-8", newline="") as f:
        return [{**row, "day": day} for row in csv.DictReader(f) for day in row["days"].split()]


def weekend_of(mic: str, day: dt.date) -> tuple[int, int]:
    now = (5, 6)
    for since, days in WEEKEND.get(mic, ()):
        if day >= dt.date.fromisoformat(since):
            now = days
    return now


def days_of(first: int, last: int) -> Iterable[dt.date]:
    day = dt.date(first, 1, 1)
    while day.year <= last:
        yield day
        day += DAY


def minutes(clock: str) -> int:
    """"09:30" as minutes of the day; "18:00-1" is the evening before and so negative."""
    text, _, before = clock.partition("-")
    hour, minute = map(int, text.split(":"))
    return hour * 60 + minute - 1440 * int(before or 0)


def table() -> dict[str, object]:
    """Everything the module reads: per MIC the zone, session bitmap from 1 January 2000, hours and days with other hours."""
    changes = corrections(DATA / "sessions.csv")
    out: dict[str, object] = {}
    for mic, (zone, name, since, earlier, hours) in EXCHANGES.items():
        source = name.removeprefix("=") if name.startswith("=") else mic
        _, lib, since, earlier, _ = EXCHANGES[source]
        closed: set[dt.date] = set()
        for year in range(FIRST, LAST + 1):
            known = lib and year >= since
            closed |= set(holidays.financial_holidays(lib, years=year)) if known else closed_by_rule(earlier, year)
        sessions = {d for d in days_of(FIRST, LAST) if d not in closed and d.weekday() not in weekend_of(source, d)}
        special: dict[dt.date, list[int]] = {}
        for row in changes:
            if row["mic"] != source:
                continue
            day = dt.date.fromisoformat(row["day"])
            if row["what"] == "closed":
                sessions.discard(day)
            elif row["what"] == "open":
                sessions.add(day)
            elif mic == source:
                special.setdefault(day, [-1, -1])[row["what"] == "closes"] = minutes(row["time"])
        extra = half_days(mic, sessions)
        for day, (opens, closes) in extra.items():
            have = special.setdefault(day, [-1, -1])
            special[day] = [have[0] if have[0] >= 0 else opens, have[1] if have[1] >= 0 else closes]
        bits = bytearray((dt.date(LAST, 12, 31) - dt.date(FIRST, 1, 1)).days // 8 + 1)
        for d in sessions:
            i = (d - dt.date(FIRST, 1, 1)).days
            bits[i >> 3] |= 1 << (i & 7)
        out[mic] = {
            "zone": zone, "bits": bytes(bits),
            "hours": [(dt.date.fromisoformat(s).toordinal(), minutes(o), minutes(c)) for s, o, c in hours],
            "special": {d.toordinal(): tuple(v) for d, v in sorted(special.items()) if d in sessions},
        }  # fmt: skip
    return out


CLOSES_EARLY = {
    "XLON": [(2000, 750)], "XHKG": [(2001, 750), (2012, 720)], "XPAR": [(2001, 845)], "XAMS": [(2001, 845)], "XASX": [(2010, 850)],
    "XMAD": [(2012, 840)], "XNZE": [(2011, 765)],
}  # fmt: skip
"""Exchanges with a short session before Christmas and New Year: (from year, close in minutes of the day)."""
LAST_SESSION = frozenset(("XLON", "XASX", "XNZE"))
"""Where 24 or 31 December is no session, the last session before is the short one."""


def half_days(mic: str, sessions: set[dt.date]) -> dict[dt.date, tuple[int, int]]:
    """Days with other hours that follow a rule: (open, close) in minutes, -1 where unchanged."""
    out: dict[dt.date, tuple[int, int]] = {}
    for y in range(FIRST, LAST + 1):
        if mic == "XNYS":
            out |= {d: (-1, 780) for d in days_of(y, y) if d.month == 11 and d.weekday() == 4 and 23 <= d.day <= 29}
            out |= {d: (-1, 780) for d in (dt.date(y, 12, 24),) if d.weekday() < 4 and y > 2000}
            fourth = dt.date(y, 7, 4)
            if fourth.weekday() in (1, 2, 3, 4):
                out[fourth - DAY] = (-1, 780)
        elif mic == "XKRX" and y > 2000:
            out[min(d for d in sessions if d.year == y)] = (600, -1)
        elif mic == "XTSE" and y >= 2010:
            out[dt.date(y, 12, 24)] = (-1, 780)
        elif mic == "XETR" and y >= 2010:
            out[max(d for d in sessions if d.year == y and d < dt.date(y, 12, 31))] = (-1, 840)
        elif mic in CLOSES_EARLY:
            close = max((c for c in CLOSES_EARLY[mic] if c[0] <= y), default=None)
            if close is not None:
                out |= dict.fromkeys(eves(mic, y, sessions), (-1, close[1]))
    return {d: hours for d, hours in out.items() if d in sessions}


def eves(mic: str, year: int, sessions: set[dt.date]) -> Iterable[dt.date]:
    """The sessions before Christmas and New Year, in Hong Kong before the Lunar New Year too."""
    for eve in (dt.date(year, 12, 24), dt.date(year, 12, 31)):
        yield max(d for d in sessions if d <= eve) if mic in LAST_SESSION else eve
    if mic == "XHKG" and year >= 2011:
        names = holidays.country_holidays("HK", years=year, language="en_US").items()
        yield from (d - DAY for d, name in names if name in ("Chinese New Year", "Lunar New Year's Day"))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the stored file instead of writing it")
    check = parser.parse_args().check
    packed = zlib.compress(msgspec.msgpack.encode(table()), 9)
    path = DATA / "calendars.bin"
    if check:
        same = path.exists() and zlib.decompress(path.read_bytes()) == zlib.decompress(packed)
        print("calendars.bin is as the sources say" if same else "calendars.bin differs: run scripts/build_calendars.py")
        return 0 if same else 1
    path.write_bytes(packed)
    print(f"{path.name}: {len(packed):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
