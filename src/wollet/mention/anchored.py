"""Patterns tried only where one of their own words stands: the words of all of them are found in one pass over a text.

Python tries a long list of words at every place of a text.  From the parsed pattern this module takes words of which
every match holds one (`rose`, `fell`, `record high`) with how far behind the match's start each stands; an automaton
finds the words of all patterns at once, and a pattern is matched only at the places that they leave, of its branches
only those that can begin with the character there.  Results are those of `re`: same matches, same groups.  A pattern
without such words is searched as `re` does it.
"""

from __future__ import annotations

import importlib
import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from wollet.mention import firsts
from wollet.mention.beginnings import LONGEST, Words, needed

_parser: Any = importlib.import_module("re._parser")
"""Python's own reader of patterns: what it says is what `re` will match; each pattern is parsed once for both uses."""
SHORT = 400
"""A text shorter than this is searched as `re` does it."""
PIECE = 1 << 16
"""Characters searched at once, so that no text makes long lists."""
END = sys.maxsize
"""Behind the last place of every text."""
_SPACES = re.compile(r"[\t-\r\x1c-\x1f\x85\xa0]")
_HANGUL = re.compile("[가-힣]")
_ODD = re.compile(r"[^\x00-\u0129\u0132-\u017e가-힣‘’“”…]")
_SAME = {"\u0131": "i", "\u0130": "i", "\u017f": "s"}
"""Letters that `re` takes for others where case does not count."""
_REGISTERED: list[Anchored] = []
_FIRST: list[str] = []
WORTH = 20_000
"""A text so long is worth the words of all patterns although it may be the only one."""


class Anchored:
    """A pattern with the `finditer` and `search` of `re.Pattern`, quick on long texts.  `pattern` is its source.

    It is parsed and compiled when it is first asked for: a Korean text never asks for the English ones.
    """

    __slots__ = ("_at", "_compiled", "_flags", "_here", "_index", "_korean", "_parsed", "_text", "_words", "pattern")

    def __init__(self, source: str, flags: int = 0) -> None:
        self.pattern, self._flags = source, int(flags)
        self._compiled: re.Pattern[str] | None = None
        self._parsed: Any = None
        self._words: Words | None = None
        self._text = ""
        self._here: list[int] | None = None
        self._korean: bool | None = None
        self._at: firsts.ByFirst | None = None
        self._index = len(_REGISTERED)
        _REGISTERED.append(self)

    @property
    def _plain(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = firsts.built(self._tree(), self._flags, self.pattern)
        return self._compiled

    def _tree(self) -> Any:
        """The parsed pattern."""
        if self._parsed is None:
            self._parsed = _parser.parse(self.pattern, self._flags)
        return self._parsed

    @property
    def words(self) -> Words:
        """The words of which every match holds one; none where the pattern spells out none."""
        if self._words is None:
            found = needed(list(self._tree()))
            self._words = found[1] if found is not None else {}
        return self._words

    @property
    def korean(self) -> bool:
        """Whether a Korean word is one of those that matches hold."""
        if self._korean is None:
            self._korean = any(map(_HANGUL.search, self.words))
        return self._korean

    def _places(self, text: str) -> list[int] | None:
        """Where a match may begin, in order and with `END` behind them, kept for the text read last; None where `re` itself is to search."""
        here: list[int] | None = None
        if len(text) >= SHORT and (found := _found(text, len(_REGISTERED))) is not None:
            here = found.of(self)
            if here:
                if self._at is None:
                    self._at = firsts.ByFirst(self._tree(), self._flags, self.pattern)
                at = self._at
                here = [i for i in here if at[text[i]] is not None]
                if here:
                    here.append(END)
        self._text, self._here = text, here
        return here

    def places(self, text: str) -> list[int] | None:
        """Where a match may begin in a text; None where that is not known."""
        return self._here if self._text is text else self._places(text)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterable[re.Match[str]]:
        """Every match of a stretch of a text, in order."""
        here = self._here if self._text is text else self._places(text)
        if not here:
            return self._plain.finditer(text, start, len(text) if end is None else end) if here is None else ()
        i = bisect_left(here, start)
        if end is None:
            end = len(text)
        if here[i] >= end:
            return ()
        found: list[re.Match[str]] = []
        match: Any = self._at
        while (at := here[i]) < end:
            i += 1
            if at >= start and (m := match[text[at]](text, at, end)):
                found.append(m)
                start = m.end()
        return found

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match of a stretch of a text."""
        here = self._here if self._text is text else self._places(text)
        if not here:
            return self._plain.search(text, start, len(text) if end is None else end) if here is None else None
        i = bisect_left(here, start)
        if end is None:
            end = len(text)
        match: Any = self._at
        while (at := here[i]) < end:
            if m := match[text[at]](text, at, end):
                found: re.Match[str] = m
                return found
            i += 1
        return None


class AnyOf:
    """Several patterns of which it is asked, of all at once, whether one may match in a stretch of a text."""

    __slots__ = ("_here", "_patterns", "_text")

    def __init__(self, *patterns: Anchored) -> None:
        self._patterns, self._text = patterns, ""
        self._here: list[int] | None = None

    def stands(self, text: str, start: int, end: int) -> bool:
        """False only where none of the patterns matches in any part of the stretch."""
        if self._text is not text:
            places = [p.places(text) for p in self._patterns]
            self._here = None if None in places else sorted({END}.union(*(here for here in places if here)))
            self._text = text
        here = self._here
        return here is None or here[bisect_left(here, start)] < end


class _Found:
    """Where the words of all patterns stand in a text, and from there where each pattern may begin."""

    __slots__ = ("_korean", "_of")

    def __init__(self, text: str, count: int) -> None:
        at: dict[int, list[int]] = defaultdict(list)
        self._korean = _HANGUL.search(text) is not None
        wanted, finder = _automaton(count, self._korean)
        low = leveled(text)
        if len(low) <= PIECE:
            for word, start, _ in finder(low):
                at[word].append(start)
        else:
            for a in range(0, len(low), PIECE):
                for word, start, _ in finder(low[a : a + PIECE + LONGEST - 1]):
                    if start < PIECE:
                        at[word].append(a + start)
        self._of: dict[int, list[tuple[list[int], int, int]]] = defaultdict(list)
        for word, places in at.items():
            for pattern, least, most in wanted[word]:
                self._of[pattern].append((places, least, most))

    def of(self, pattern: Anchored) -> list[int] | None:
        """Where a pattern may begin; None where its words were not looked for."""
        held = self._of.get(pattern._index)
        if held is None:
            return None if not pattern.words or (self._korean and not pattern.korean) else []
        if len(held) == 1 and held[0][2] == 0:
            return held[0][0]
        starts: set[int] = set()
        for places, least, most in held:
            if most == 0:
                starts.update(places)
            else:
                for off in range(least, most + 1):
                    starts.update([at - off for at in places if off <= at])
        return sorted(starts)


def _alone(text: str) -> bool:
    """Whether a text is the only one so far: for one article the words of all patterns do not pay for being found."""
    if not _FIRST:
        _FIRST.append(text)
    return len(text) < WORTH and _FIRST[0] == text


@lru_cache(4)
def _found(text: str, count: int) -> _Found | None:
    """Kept for the texts read last: an article is searched by many patterns, a sentence at a time."""
    return None if _alone(text) else _Found(text, count)


@lru_cache(2)
def _automaton(count: int, korean: bool) -> tuple[list[list[tuple[int, int, int]]], Callable[[str], Sequence[tuple[int, int, int]]]]:
    """Of each word of the first `count` patterns the patterns that want it, and a finder of all places of the words.

    In a Korean text those of the patterns with Korean words; in another the words without Hangul, of all patterns.
    """
    import ahocorasick_rs

    wanted: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for pattern in _REGISTERED[:count]:
        for word, (least, most) in pattern.words.items():
            if pattern.korean if korean else _HANGUL.search(word) is None:
                wanted[word].append((pattern._index, least, most))
    finder = ahocorasick_rs.AhoCorasick(list(wanted))
    return list(wanted.values()), lambda text: finder.find_matches_as_indexes(text, overlapping=True)


def leveled(text: str) -> str:
    """The text in small letters, digits of one script and one kind of space, every character in its place."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    low = _SPACES.sub(" ", low)
    return low if low.isascii() else _ODD.sub(_plain, low)


def _plain(m: re.Match[str]) -> str:
    c = m[0]
    return " " if c.isspace() else str(int(c)) if c.isdecimal() else _SAME.get(c, c)
