"""Where numbers and times may begin in an English text: one pass over its words and figures, asked once a word."""

from __future__ import annotations

import importlib
import itertools
from functools import cache, lru_cache
from typing import Any

from wollet.mention import beginnings, duration, firsts, multiple, spelled, timex_en_pieces, vague
from wollet.mention import unhurried as re
from wollet.mention.numeral import VULGAR
from wollet.mention.timex_en_patterns import SEED

_parser: Any = importlib.import_module("re._parser")

NUMBER, TIME = 1, 2
_TOKEN = re.compile(rf"[A-Za-z]+|[0-9]+|['’](?=[0-9])|[{''.join(VULGAR)}]")
_HEADS = spelled.HEADS | multiple.HEADS | duration.WHOLE_HEADS | vague.HEADS | {"a", "an", "another", "all"}
_KNOWN: dict[str, int] = {}
_MOST = 50_000
"""Words kept with what they may begin, so that a long run of texts takes no more room."""


_HEADS_OF_TIMES = 3000
"""More ways in which a time can begin than there are."""


@cache
def seeds() -> firsts.ByFirst:
    """What tells, by the letter or figure at a place, whether a time may begin there."""
    return firsts.ByFirst(_parser.parse(SEED), 0, SEED)


@cache
def _times() -> tuple[frozenset[str], tuple[str, ...]]:
    """(words that a time can begin with and go on behind, what words that begin a time begin with)."""
    heads = beginnings.heads(seeds().parsed, _HEADS_OF_TIMES)
    letters = {h: "".join(itertools.takewhile(str.isalpha, h)) for h in heads}
    return frozenset(w for h, w in letters.items() if w != h), tuple(w for h, w in letters.items() if w == h)


def _may_begin(word: str) -> int:
    if len(_KNOWN) > _MOST:
        _KNOWN.clear()
    number = NUMBER if word[0].lower() + word[1:] in _HEADS else 0
    low, (whole, begun) = word.lower(), _times()
    time = TIME if (len(word) == 1 or low[:2] in timex_en_pieces.PAIRS) and (low in whole or low.startswith(begun)) else 0
    _KNOWN[word] = number | time
    return number | time


@lru_cache(2)
def places(text: str) -> tuple[list[int], list[int]]:
    """(where a number may begin, where a time may): whole words and runs of digits, in order."""
    numbers: list[int] = []
    times: list[int] = []
    known = _KNOWN.get
    for m in _TOKEN.finditer(text):
        word = m[0]
        if word[0] <= "9" or word[0] > "z":
            if word[0] not in "'’":
                numbers.append(m.start())
            if word[0] not in VULGAR:
                times.append(m.start())
            continue
        what = known(word)
        if what is None:
            what = _may_begin(word)
        if what:
            if what & NUMBER:
                numbers.append(m.start())
            if what & TIME:
                times.append(m.start())
    return numbers, times
