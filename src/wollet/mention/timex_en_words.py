"""English words of time: months, weekdays, ordinals, units, relative days and what moves them."""

from __future__ import annotations

from collections.abc import Iterable

from wollet.mention import unhurried as re

MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: i + 1 for i, name in enumerate(MONTH_NAMES)} | {name[:3]: i + 1 for i, name in enumerate(MONTH_NAMES)} | {"sept": 9}
DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name: i for i, name in enumerate(DAY_NAMES)} | {name[:3]: i for i, name in enumerate(DAY_NAMES)} | {
    "tues": 1, "thur": 3, "thurs": 3}  # fmt: skip
ORDINALS = {w: i + 1 for i, w in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth "
    "thirtieth thirty-first".split())}  # fmt: skip
NUMBERS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "ninety": 90, "a": 1, "an": 1, "couple": 2, "a couple": 2, "a couple of": 2, "couple of": 2, "few": 3, "a few": 3,
    "several": 3}  # fmt: skip
UNITS = {"second": "seconds", "minute": "minutes", "min": "minutes", "hour": "hours", "hr": "hours", "day": "days", "night": "days", "week": "weeks", "month": "months", "quarter": "quarters", "qtr": "quarters", "year": "years", "yr": "years",
         "decade": "decades", "fortnight": "weeks"}  # fmt: skip
MODS = {"last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1, "this": 0, "current": 0, "the current": 0, "next": 1, "coming": 1,
        "upcoming": 1, "following": 1, "this past": -1, "this coming": 1, "the coming": 1}  # fmt: skip
REL_DAYS = {"today": (0, "today"), "yesterday": (-1, "yesterday"), "tomorrow": (1, "tomorrow"), "tomorrows": (1, "tomorrow"), "tmrw": (1, "tomorrow"), "tmr": (1, "tomorrow"),
            "till date": (0, "to_date"), "tonight": (0, "tonight"), "overnight": (0, "overnight"),
            "the day after tomorrow": (2, "day_after_tomorrow"), "day after tomorrow": (2, "day_after_tomorrow"),
            "the day before yesterday": (-2, "day_before_yesterday"), "day before yesterday": (-2, "day_before_yesterday"),
            "last night": (-1, "overnight")}  # fmt: skip
PARTS = {"early": "early", "mid": "mid", "middle of": "mid", "late": "late", "later": "rest", "earlier": "past", "end of": "late", "start of": "early",
         "beginning of": "early", "rest of": "rest", "rest of my": "rest", "rest of our": "rest", "remainder of": "rest", "remaining of": "rest", "close of": "late", "turn of": "early"}  # fmt: skip
ZONES = {"E": "America/New_York", "P": "America/Los_Angeles", "C": "America/Chicago", "G": "UTC", "U": "UTC", "B": "Europe/London", "K": "Asia/Seoul",
         "J": "Asia/Tokyo", "H": "Asia/Hong_Kong", "N": "America/New_York", "L": "Europe/London", "e": "America/New_York"}  # fmt: skip


def cased(words: Iterable[str]) -> str:
    """An alternation of words as written inside a sentence or at its start, grouped by first letter, the longer first."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"[{first.upper()}{first}](?:{'|'.join(rest)})" for first, rest in groups.items())


_DIGITS = re.compile(r"\d+")


def number(word: str) -> int:
    """A small number or ordinal in digits or letters; 0 where it is none."""
    word = word.lower().strip("- ")
    if m := _DIGITS.match(word):
        return int(m[0])
    return NUMBERS.get(word) or ORDINALS.get(word.replace(" ", "-"), 0)


def month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    return WEEKDAYS[word.lower().rstrip(".")]
