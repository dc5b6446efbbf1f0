"""Digits that are no figures: parts of names, codes, telephone numbers, addresses, clock times and versions."""

from __future__ import annotations

from decimal import Decimal

from wollet.mention import money
from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads

_WORD = re.compile(r"[A-Za-z0-9_]*")
_CODE = re.compile(
    r"[0-9]{2,4}-[0-9]{3,4}-[0-9]{4}(?![0-9])|(?<=\+)[0-9]{1,3}[- ][0-9]{1,4}-[0-9]{3,4}-[0-9]{4}(?![0-9])"  # telephone
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){2,}"  # addresses, versions
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"  # clock times
    r"|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9])"  # dates
    r"|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}(?![0-9])"
    r"|40[13] ?\(?[kb]\)?(?![A-Za-z0-9])"  # pension plans
    r"|[2-8][KG](?![A-Za-z0-9])"  # 4K screens, 5G networks
    r"|0[0-9]{5}(?![0-9,.])"  # listing codes
)


_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]*$")
_IN_ADDRESS = frozenset("=&?/%-_#.")
_MAY_BE_CODE = re.compile(r"0|[0-9]{1,4}(?:[-:/KG]|[./ (]?[0-9kKbB(])")


def skip(text: str, at: int) -> int:
    """Where the text goes on after digits at `at` that are no figure; `at` itself where they may be one."""
    if at:
        before = text[at - 1]
        if before == "_" or (before.isalpha() and (before.isascii() and not _currency(text, at))):
            m = _WORD.match(text, at)
            return m.end() if m else at
        if before in _IN_ADDRESS and (before not in "-." or text[at - 2 : at - 1].isalnum()) and _ADDRESS.search(text, at - 200, at):
            m = _WORD.match(text, at)
            return m.end() if m else at
    if _MAY_BE_CODE.match(text, at) and (m := _CODE.match(text, at)):
        return m.end()
    return at


_COUNTING = re.compile(r",? (?:and |or |to )?(?:[0-9]|(?:two|three|four|five)(?![a-z]))")


def pronoun(text: str, start: int, end: int, value: Decimal) -> bool:
    """Whether "one" is no figure: one of the, no one, one another, at one point; bare it is one where it stands alone or is counted on."""
    if value != 1:
        return False
    words = text[start:end].lower()
    if words == "one point":
        return text[max(0, start - 3) : start].lower() == "at "
    return words == "one" and len(text) > len(words) and not _COUNTING.match(text, end)


def _currency(text: str, at: int) -> bool:
    """Letters of a currency right before digits: USD50, EUR29.66, Rs20."""
    return money.symbol_before(text, at) is not None


EXAMPLES = (
    ignores("ko", "", "문의 {02-555-1234}", "종목코드 ({005930})", "{2024-02-14} 발표", "오후 {3:30} 마감", "버전 {1.2.3}", "문의 {+82-2-555-1234}"),
    ignores("en", "", "call {555-555-1234}", "call +{1-222-555-1234}", "see https://x.test/q?r={30}%{25}&p={20}%", "see www.x.test/{2024}/{15}-rise", "a {401(k)} plan", "{5G} phones", "at {9:30} a.m.", "the {ES1} contract"),
    ignores("en", "number", "{one} of the firms", "no {one} knew", "{one} day it fell", "at {one point} it fell"),
    reads("en", "number", {"low": "1"}, "{one}, two, three", "{minus one} was the score"),
    reads("en", "number", {"low": "401"}, "It listed {401} of them"),
    reads("en", "number", {"low": "5", "unit": ""}, "a group of {5}"),
)
