"""Holidays by name that English market news dates things by: Thanksgiving, Labor Day, Christmas, Easter, Black Friday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from wollet.mention import moments
from wollet.mention import unhurried as re


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def _fixed(month: int, day: int) -> Callable[[int], dt.date]:
    return lambda year: dt.date(year, month, day)


def _nth(month: int, n: int, weekday: int, more: int = 0) -> Callable[[int], dt.date]:
    return lambda year: (moments.nth_weekday(moments.month(year, month), n, weekday) or dt.date(year, month, 1)) + more * moments.DAY


DAYS: dict[str, Callable[[int], dt.date]] = {
    "new year's day": _fixed(1, 1), "new year day": _fixed(1, 1), "new year": _fixed(1, 1), "new year's eve": _fixed(12, 31), "new year's": _fixed(1, 1), "christmas eve": _fixed(12, 24), "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25), "valentine's day": _fixed(2, 14), "independence day": _fixed(7, 4), "fourth of july": _fixed(7, 4),
    "juneteenth": _fixed(6, 19), "veterans day": _fixed(11, 11), "halloween": _fixed(10, 31), "boxing day": _fixed(12, 26), "groundhog day": _fixed(2, 2),
    "martin luther king jr. day": _nth(1, 3, 0), "martin luther king day": _nth(1, 3, 0), "mlk day": _nth(1, 3, 0), "presidents day": _nth(2, 3, 0),
    "presidents' day": _nth(2, 3, 0), "memorial day": _nth(5, -1, 0), "labor day": _nth(9, 1, 0), "columbus day": _nth(10, 2, 0),
    "thanksgiving day": _nth(11, 4, 3), "thanksgiving": _nth(11, 4, 3), "black friday": _nth(11, 4, 3, 1), "cyber monday": _nth(11, 4, 3, 4),
    "mother's day": _nth(5, 2, 6), "father's day": _nth(6, 3, 6), "good friday": lambda y: easter(y) - 2 * moments.DAY,
    "easter monday": lambda y: easter(y) + moments.DAY, "easter sunday": easter, "easter": easter, "ash wednesday": lambda y: easter(y) - 46 * moments.DAY,
}  # fmt: skip
_NAMES = "|".join(
    "['’]".join(" ".join(f"[{x[0].upper()}{x[0]}]{re.escape(x[1:])}" for x in part.split(" ")) if part not in ("s", "s day", "s eve", " day") else
                {"s": "s", "s day": "s [Dd]ay", "s eve": "s [Ee]ve", " day": " [Dd]ay"}[part] for part in name.split("'"))
    for name in sorted(DAYS, key=len, reverse=True)
)  # fmt: skip
FEAST = re.compile(rf"(?:(?P<of>[Ww]eekend) of )?(?:(?P<mod>[Ll]ast|[Nn]ext|[Tt]his|[Pp]revious|[Ff]ollowing) )?(?P<name>{_NAMES})(?![a-z])(?P<we> [Ww]eekend)?(?:,? (?:of )?(?P<y>(?:19|20)\d\d)(?!\d|[.,]\d)(?P<we2> [Ww]eekend)?)?")


def feast(name: str, year: int) -> dt.date:
    """The day of a holiday in a year."""
    return DAYS[name](year)
