"""Where numbers and times may begin in an English text: one pass over its words and figures, asked once a word."""

from __future__ import annotations

from functools import lru_cache

from wollet.mention import duration, multiple, spelled, timex_en_pieces, vague
from wollet.mention import unhurried as re
from wollet.mention.numeral import VULGAR

NUMBER, TIME = 1, 2
_TOKEN = re.compile(rf"[A-Za-z]+|[0-9]+|['’](?=[0-9])|[{''.join(VULGAR)}]")
_HEADS = spelled.HEADS | multiple.HEADS | duration.WHOLE_HEADS | vague.HEADS | {"a", "an", "another", "all"}
_KNOWN: dict[str, int] = {}
_MOST = 50_000
"""Words kept with what they may begin, so that a long run of texts takes no more room."""


def _may_begin(word: str) -> int:
    if len(_KNOWN) > _MOST:
        _KNOWN.clear()
    number = NUMBER if word[0].lower() + word[1:] in _HEADS else 0
    time = TIME if len(word) == 1 or word[:2].lower() in timex_en_pieces.PAIRS else 0
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
