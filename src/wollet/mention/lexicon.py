"""Words that carry meaning: what is measured, which way it moves, on what price, who says it and how surely.

One automaton a language finds the longest spelling at each place; the edges of the word are checked afterwards.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple, cast

from wollet.mention import edges
from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.wordlist import KO, Row
from wollet.mention.wordlist_en import EN
from wollet.model.article import Lang
from wollet.model.mention import Kind, Mention, Word

__all__ = ["EXAMPLES", "scan"]


class Entry(NamedTuple):
    """What a spelling means, and what must not touch it."""

    kind: Kind | None
    word: Word
    initial: bool
    unless: tuple[str, ...]


_UNLESS = re.compile(r"\(\?!([^)]+)\)$")
_ENDING = re.compile(r"(?:습니다|으며|으나|는데|지만|어도|다|고|던|며|어|한|했다|했고|하며|하면서|하고|해|하는|한다|된|됐다|세를|세)(?![가-힣])")


def _entry(row: Row, spelling: str) -> tuple[str, Entry]:
    kind, code, direction, strength, _ = row
    initial = spelling.startswith("^")
    spelling = spelling.removeprefix("^")
    found = _UNLESS.search(spelling)
    word = Word(code=code, direction=direction, strength=strength)
    unless = tuple(found[1].split(",")) if found else ()
    return _UNLESS.sub("", spelling), Entry(cast(Kind, kind) if kind else None, word, initial, unless)


@cache
def _automaton(lang: Lang) -> tuple[Any, list[Entry]]:
    """The automaton over all spellings of a language, and their meanings in the same order."""
    import ahocorasick_rs

    table: dict[str, Entry] = {}
    for row in KO if lang == "ko" else EN:
        for spelling in row[4].split("|"):
            form, entry = _entry(row, spelling)
            table[form] = entry
    found = ahocorasick_rs.AhoCorasick(list(table), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return found, list(table.values())


def scan(text: str, lang: Lang) -> list[Mention]:
    """All words of meaning in a text, in order."""
    automaton, entries = _automaton(lang)
    level = edges.small(text).replace("\n", " ").replace("\u2019", "'").replace("\u00a0", " ")
    return (_korean if lang == "ko" else _english)(level, automaton.find_matches_as_indexes(level), entries)


def _korean(text: str, found: list[tuple[int, int, int]], entries: list[Entry]) -> list[Mention]:
    out: list[Mention] = []
    for i, a, b in found:
        kind, word, initial, unless = entries[i]
        if kind is None or (initial and a and "가" <= text[a - 1] <= "힣") or (unless and text.startswith(unless, b)):
            continue
        if kind in ("movement", "basis") and (m := _ENDING.match(text, b)):
            b = m.end()
        out.append(Mention(a, b, kind, word, "word"))
    return out


def _english(text: str, found: list[tuple[int, int, int]], entries: list[Entry]) -> list[Mention]:
    out: list[Mention] = []
    size = len(text)
    for i, a, b in found:
        kind, word, _, _ = entries[i]
        if kind is None or (a and text[a - 1].isalnum()) or (b < size and text[b].isalnum()):
            continue
        out.append(Mention(a, b, kind, word, "word"))
    return out


EXAMPLES = (
    reads("ko", "movement", {"code": "rise", "direction": "up", "strength": 3}, "코스피가 3% {급등했다}", "주가가 {치솟}았다"),
    reads("ko", "movement", {"code": "fall", "direction": "down"}, "나스닥은 0.3% {내렸다}", "지수가 {하락하며} 마쳤다"),
    reads("ko", "movement", {"code": "flat"}, "코스닥은 {보합}에 머물렀다"),
    reads("ko", "metric", {"code": "market_cap"}, "{시가총액}이 1조원을 넘었다", "{시총} 2위"),
    reads("ko", "basis", {"code": "intraday"}, "{장중} 3% 올랐다"),
    reads("ko", "attribution", {"code": "says"}, "그는 수요가 늘었다{고 밝혔}다"),
    reads("ko", "certainty", {"code": "reported"}, "인수하는 {것으로 알려졌}다"),
    reads("ko", "negation", {"code": "not"}, "오르{지 않았}다"),
    ignores("ko", "movement", "{오른쪽} 화면", "{내리막} 길"),
    ignores("ko", "metric", "{시가지} 풍경"),
    reads("en", "movement", {"code": "rise", "direction": "up"}, "The index {rose} 2%", "Shares {Gained} 2%"),
    reads("en", "movement", {"code": "fall", "strength": 1}, "Stocks {edged lower}"),
    reads("en", "movement", {"code": "record", "direction": "up"}, "It set a {record high}."),
    reads("en", "basis", {"code": "after_hours"}, "It fell in {after-hours} trading."),
    reads("en", "certainty", {"code": "expected"}, "Profit is {expected to} grow."),
    reads("en", "negation", {"code": "not"}, "It {did not} fall."),
    ignores("en", "movement", "a {rosewood} table", "the {fallout}"),
    ignores("en", "metric", "{sales tax} rules"),
)
