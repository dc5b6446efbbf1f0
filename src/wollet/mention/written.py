"""Figures half in digits, half in words or marks: 3 million and a half, 4 thousand 3 hundred, 3 point 5, 1.899,-."""

from __future__ import annotations

from decimal import Decimal

from wollet.mention import numeral, spelled
from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.numeral import ONE, Numeral

HUNDRED = Decimal(100)
_POINT = re.compile(r" point ([0-9]{1,3})(?![0-9%]|[.,][0-9]| (?:points?|times|straight|percentage))")
_FLAT_PRICE = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})*),[-–](?![0-9A-Za-z])")
"""1.899,-: a price without small change, as it is written on the Continent."""


def said_point(text: str, num: Numeral) -> Numeral | None:
    """3 point 5, and point 77 before "percent" or by itself."""
    start, digits = num.start, text[num.start : num.end]
    if text.startswith(" point ", num.end) and digits.isdigit() and (m := _POINT.match(text, num.end)):
        return Numeral(start, m.end(), *numeral.literal(f"{digits}.{m[1]}"))
    if digits.isdigit() and start > 5 and text[start - 6 : start].lower() == "point " and not text[start - 7 : start - 6].isalnum():
        if text.startswith((" percent", "%"), num.end) or (start == 6 and num.end == len(text.rstrip())):
            return Numeral(start - 6, num.end, *numeral.literal("0." + digits))
    return None


def flat_price(text: str, num: Numeral) -> Numeral | None:
    """1.899,-: a price without small change."""
    m = _FLAT_PRICE.match(text, num.start)
    return Numeral(num.start, m.end(), *numeral.literal(m[1].replace(".", ""))) if m else None


_THOUSAND_HUNDRED = re.compile(r" ([1-9]) hundred(?! (?:million|billion|thousand))(?![a-z-])")
_HUNDRED_AND = re.compile(r" and ([1-9][0-9]?)(?![0-9/]|[.,][0-9]|%| percent)")


def and_hundreds(text: str, end: int, num: Numeral) -> Numeral | None:
    """4 thousand | 3 hundred."""
    m = _THOUSAND_HUNDRED.match(text, end)
    return Numeral(num.start, m.end(), num.value * 1000 + int(m[1]) * HUNDRED, HUNDRED, HUNDRED) if m else None


def and_more(text: str, end: int, num: Numeral, scale: Decimal) -> Numeral | None:
    """3 million | and a half, 3 hundred | and 21."""
    if scale == 100 and (m := _HUNDRED_AND.match(text, end)):
        return Numeral(num.start, m.end(), num.value * 100 + int(m[1]), ONE, ONE)
    if more := spelled.and_part(text, end, num.value * scale, scale):
        return Numeral(num.start, more[2], more[0], more[1], more[1])
    words = spelled.at(text, end + 5) if scale in (100, 10**5, 10**7) else None
    if words and not words.ordinal and not words.fraction and words.figure.value < scale:
        return Numeral(num.start, words.figure.end, num.value * scale + words.figure.value, ONE, ONE)
    return None


EXAMPLES = (
    reads("en", "percent", {"low": "0.77"}, "It rose {point 77 percent}."),
    reads("en", "number", {"low": "3.5"}, "a factor of {3 point 5}."),
    reads("en", "number", {"low": "77"}, "see point {77} of it"),
    reads("en", "number", {"low": "4300"}, "It counted {4 thousand 3 hundred}."),
    reads("en", "number", {"low": "60000200"}, "It counted {6 crore and two hundred}."),
    reads("en", "number", {"low": "1899"}, "It costs {1.899,-}"),
    ignores("en", "range", "from {1.899,-5}"),
)
