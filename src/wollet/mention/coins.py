"""The smaller coin after the larger: 1원80전, 2달러 20센트, 20 dollars and 43 cents, $20 and 43c, 15 dollars 50."""

from __future__ import annotations

from decimal import Decimal

from wollet.mention import hangul, spelled
from wollet.mention import unhurried as re
from wollet.mention.example import reads
from wollet.mention.money import word_after
from wollet.mention.numeral import LITERAL

_SAID = re.compile(r"\s*(?:[!?]|\.(?![0-9])|$)")
"""Where a bare figure right after a currency word ends as its coins: 15 dollars 50."""
_KO_COINS = re.compile(r"([일이삼사오육칠팔구십]{1,3}) ?(?:센트|펜스)")
_NUMBER_STARTS = frozenset(w[:2] for w in (*spelled.ONES, *spelled.TENS))


def lesser(text: str, end: int, ko: bool) -> tuple[int, Decimal] | None:
    """(where it ends, what the coins are worth) of the smaller coin that goes on at `end`."""
    at = end
    follow = text[at : at + 1]
    joined = not ko and follow == " " and text.startswith(" and ", at)
    at += 5 if joined else follow == " "
    m = LITERAL.match(text, at) if text[at : at + 1].isdigit() else None
    if m is None and ko:
        coins = _KO_COINS.match(text, at)
        value_ = hangul.sino(coins[1]) if coins else None
        return (coins.end(), value_ / 100) if coins and value_ is not None and value_ < 100 else None
    if m is None:
        if not joined and text[at : at + 2] not in _NUMBER_STARTS:
            return None
        words = spelled.at(text, at)
        if words is None or words.ordinal or words.fraction:
            return None
        value, stop = words.figure.value, words.figure.end
    elif len(m[0]) > 2:
        return None
    else:
        value, stop = Decimal(m[0]), m.end()
    word = word_after(text, stop, ko)
    if word is None and text[stop : stop + 1] in ("c", "¢") and not text[stop + 1 : stop + 2].isalnum():
        return stop + 1, value / 100
    bare = not ko and value < 100 and _SAID.match(text, stop)
    if word is None and bare and ((text[end - 1].isalpha() and (stop - at == 2 or joined)) or (joined and m is None)):
        return stop, value / 100
    if word is None or word[1] == 1 or value >= 100:
        return None
    return word[2], value * word[1]


EXAMPLES = (
    reads("en", "money", {"low": "20.43", "unit": "USD"}, "It costs {20 dollars and 43 cents}"),
    reads("en", "money", {"low": "15.5", "unit": "USD"}, "It costs only {15 dollars 50}.", "It costs {15 dollars and 50}."),
    reads("en", "money", {"low": "15.05", "unit": "GBP"}, "It costs {15 pounds and five}.", "It costs {£15 and five}."),
    reads("ko", "money", {"low": "2.23", "unit": "USD"}, "{이달러이십삼센트}를 냈다", "{이달러 이십삼 센트}를 냈다"),
    reads("ko", "money", {"low": "1472.5", "unit": "KRW"}, "환율은 {1472원50전}에 닫았다"),
    reads("en", "money", {"low": "15", "unit": "USD"}, "They pay {15 dollars} 50 times a year", "It rose {15 dollars} and 50 funds gained"),
)
