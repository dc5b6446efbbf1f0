"""English dates in figures: 2/13/2024, 2024-02-13, 20240213, 13.02.2024, 2/13, 02/2024."""

from __future__ import annotations

import re

from wollet.mention import moments
from wollet.mention import timex_en_patterns as p
from wollet.mention.atoms import Atom
from wollet.mention.example import ignores, reads
from wollet.mention.timex_en_words import month_number


def century(two: int) -> int:
    return 2000 + two if two < 70 else 1900 + two


def full(m: re.Match[str], year: int, month: int, day: int) -> Atom | None:
    found = moments.date(year, month, day)
    return Atom(m.start(), m.end(), "full", found) if found else None


def iso(m: re.Match[str], inside: bool) -> Atom | None:
    return full(m, int(m["y"]), int(m["m"]) if m["m"] else month_number(m["name"]), int(m["d"]))


def slashed(m: re.Match[str], inside: bool) -> Atom | None:
    """02/13/2024 as an American writes it; 13.2.2024 and 13/2/2024 with the day first."""
    a, b, y, text, at = int(m["a"]), int(m["b"]), int(m["y"]), m.string, m.start()
    if len(m["y"]) == 2 and ((m["s"] == "." and len(m["b"]) < 2) or (m["s"] == "-" and not inside and at and text[at - 1] != " ")):
        return None
    if m["s"] == "." and p.VERSION.search(text, at - 10, at):
        return None
    day_first = a > 12 or (m["s"] == "." and b <= 12)
    return full(m, y if y > 100 else century(y), b if day_first else a, a if day_first else b)


def compact(m: re.Match[str], inside: bool) -> Atom | None:
    """20240214: a day, unless it counts or prices something."""
    text, at = m.string, m.start()
    if p.COUNTED.match(text, m.end()) or (at and text[at - 1] in "$€£¥#.,-/"):
        return None
    return full(m, int(m["y"]), int(m["m"]), int(m["d"]))


def dotted(m: re.Match[str], inside: bool) -> Atom | None:
    """15.10. right behind its weekday."""
    return Atom(m.start(), m.end(), "md", int(m["d"]), month=int(m["m"]), word="dotted") if inside else None


def dotted_to(m: re.Match[str], inside: bool) -> Atom | None:
    """21.-22.11.2017."""
    year = int(m["y"])
    return Atom(m.start(), m.end(), "md", int(m["d"]), int(m["d2"]), month=int(m["m"]), year=year if year > 100 else century(year))


def short(m: re.Match[str], inside: bool) -> Atom | None:
    """2/13: a date after "on" or "by", or where it is no fraction of the trade (1/2, 3/8, 18/32)."""
    a, b, before = int(m["a"]), int(m["b"]), m.string[max(0, m.start() - 3) : m.start()].lower()
    if 1 <= a <= 12 and 1 <= b <= 31 and (before in ("on ", "by ") or _ranged(m) or (inside and b not in (2, 4, 8)) or (b > 12 and b != 16)):
        return Atom(m.start(), m.end(), "md", b, month=a)
    return Atom(m.start(), m.end(), "md", a, month=b) if 12 < a <= 31 and 1 <= b <= 12 and "0" in m[0] else None


def _ranged(m: re.Match[str]) -> bool:
    """Whether two such dates follow from or between: from 10/1 to 11/7."""
    text, at = m.string, m.start()
    if p.SHORT_YEAR.match(text, m.end()) or (p.SHORT_TO_HERE.search(text, at - 8, at) and p.YEAR_BEHIND.match(text, m.end())):
        return True
    if int(m["a"]) < int(m["b"]) <= 10:
        return False
    opens = text[max(0, at - 8) : at].lower().endswith(("from ", "between "))
    return p.SHORT_TO.match(text, m.end()) is not None if opens else p.SHORT_BEFORE.search(text, at - 22, at) is not None


def month_of(m: re.Match[str], inside: bool) -> Atom | None:
    return Atom(m.start(), m.end(), "my", int(m["m"] or m["m2"]), year=int(m["y"] or m["y2"]))


EXAMPLES = (
    reads("en", "date", {"start": "2024-02-07"}, "The report {20240207}.", "It came out on {Wednesday 7.2.}"),
    reads("en", "date", {"start": "2023-11-21", "end": "2023-11-22"}, "on {21.-22.11.2023}", "between {21 and 22.11.2023}", "on {November between 21 and 22}"),
    reads("en", "date", {"start": "2017-10-01", "end": "2017-11-02"}, "It ran {10/1-11/2/2017}", "It ran from {10/1-11/2, 2017}"),
    ignores("en", "date", "{20240207} shares", "code {20241399}", "up on Wednesday {7.2} points"),
)
