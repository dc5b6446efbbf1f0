"""Patterns tried only where one of their own words stands: the words of all of them are found in one pass over a text.

Python tries a long list of words at every place of a text.  From the parsed pattern this module takes words of which
every match holds one (`rose`, `fell`, `record high`) with how far behind the match's start each stands; an automaton
finds the words of all patterns at once, and a pattern is matched only at the places that they leave.  Results are
those of `re`: same matches, same groups.  A pattern without such words is searched as `re` does it.
"""

from __future__ import annotations

import importlib
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

_parser: Any = importlib.import_module("re._parser")
_compiler: Any = importlib.import_module("re._compiler")
"""Python's own reader of patterns: what it says is what `re` will match; each pattern is parsed once for both uses."""
LONGEST, MOST, FARTHEST, WIDEST = 8, 400, 60, 12
"""Letters of a word, words of a pattern, places before a word at which a match may begin, characters of a class."""
SHORT = 400
"""A text shorter than this is searched as `re` does it."""
PIECE = 1 << 16
"""Characters searched at once, so that no text makes long lists."""
RARITY = (0.0, 30.0, 8.0, 2.0, 0.6, 0.3)
"""How often words of so many letters stand in 1,000 characters, about."""
EMPTY = frozenset(("AT", "ASSERT", "ASSERT_NOT"))
RARE = 1.0
"""Words that stand in so few places of 1,000 characters are taken at once."""
Words = dict[str, tuple[int, int]]
"""A word in small letters: how far behind the start of a match it stands, least and most."""
_SPACES = re.compile(r"[\t-\r\x1c-\x1f\x85\xa0]")
_ODD = re.compile(r"[^\x00-\u0129\u0132-\u017e가-힣‘’“”…]")
_SAME = {"\u0131": "i", "\u0130": "i", "\u017f": "s"}
"""Letters that `re` takes for others where case does not count."""
_REGISTERED: list[Anchored] = []


class Anchored:
    """A pattern with the `finditer` and `search` of `re.Pattern`, quick on long texts.  `pattern` is its source."""

    __slots__ = ("_held", "_plain", "pattern", "words")

    def __init__(self, source: str, flags: int = 0) -> None:
        parsed = _parser.parse(source, flags)
        self.pattern = source
        self._plain: re.Pattern[str] = _compiler.compile(parsed, flags)
        found = _needed(list(parsed))
        self.words: Words = found[1] if found is not None else {}
        self._held: tuple[str, list[int] | None] = ("", None)
        if self.words:
            _REGISTERED.append(self)

    def _places(self, text: str) -> list[int] | None:
        """Where a match may begin, in order, kept for the text read last; None where `re` itself is to search."""
        if len(text) < SHORT or not self.words:
            return None
        places = _found(text, len(_REGISTERED)).of(self.words)
        self._held = text, places
        return places

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterable[re.Match[str]]:
        """Every match of a stretch of a text, in order."""
        held, places = self._held
        if held is not text:
            places = self._places(text)
        end = len(text) if end is None else end
        if places is None:
            return self._plain.finditer(text, start, end)
        i, n = bisect_left(places, start), len(places)
        if i == n or places[i] >= end:
            return ()
        found, match = [], self._plain.match
        while i < n and (at := places[i]) < end:
            i += 1
            if at >= start and (m := match(text, at, end)):
                found.append(m)
                start = m.end()
        return found

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match of a stretch of a text."""
        held, places = self._held
        if held is not text:
            places = self._places(text)
        end = len(text) if end is None else end
        if places is None:
            return self._plain.search(text, start, end)
        i, n = bisect_left(places, start), len(places)
        while i < n and (at := places[i]) < end:
            if m := self._plain.match(text, at, end):
                return m
            i += 1
        return None


class _Found:
    """Where the words of all patterns stand in a text, and from there where each pattern may begin."""

    __slots__ = ("_at",)

    def __init__(self, text: str, count: int) -> None:
        self._at: dict[str, list[int]] = defaultdict(list)
        words, finder = _automaton(count)
        low = leveled(text)
        for a in range(0, len(low), PIECE):
            for word, start, _ in finder(low[a : a + PIECE + LONGEST - 1] if len(low) > PIECE else low):
                if start < PIECE:
                    self._at[words[word]].append(a + start)

    def of(self, wanted: Words) -> list[int]:
        starts: set[int] = set()
        for word in self._at.keys() & wanted.keys():
            least, most = wanted[word]
            if least == most == 0:
                starts.update(self._at[word])
            else:
                starts.update(at - off for at in self._at[word] for off in range(least, most + 1) if off <= at)
        return sorted(starts)


@lru_cache(4)
def _found(text: str, count: int) -> _Found:
    """Kept for the texts read last: an article is searched by many patterns, a sentence at a time."""
    return _Found(text, count)


@lru_cache(1)
def _automaton(count: int) -> tuple[list[str], Callable[[str], Sequence[tuple[int, int, int]]]]:
    """The words of the first `count` patterns, and a finder of all their places."""
    import ahocorasick_rs

    words = sorted({w for p in _REGISTERED[:count] for w in p.words})
    finder = ahocorasick_rs.AhoCorasick(words)
    return words, lambda text: finder.find_matches_as_indexes(text, overlapping=True)


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


# --- which words every match of a parsed pattern holds


def _needed(seq: Sequence[tuple[Any, Any]]) -> tuple[float, Words] | None:
    """(how often they stand in a text, words) of the rarest set of words of which every match holds one."""
    best: tuple[float, Words] | None = None
    least = most = 0
    spelled = False
    for i, (op, av) in enumerate(seq):
        if op.name in EMPTY:
            continue
        literal = op.name == "LITERAL"
        if not (literal and spelled):
            heads = _heads(seq[i:])
            whole = literal or (heads is not None and min(map(len, heads)) > 2)
            for found in (heads, None if whole else _inside(op, av)):
                if found is not None:
                    words = {w: (least + a, most + b) for w, (a, b) in found.items()}
                    cost = sum(RARITY[min(len(w), len(RARITY) - 1)] * (b - a + 1) for w, (a, b) in words.items())
                    if best is None or cost < best[0]:
                        best = cost, words
            if best is not None and best[0] < RARE:
                break
        spelled = literal
        a, b = (1, 1) if literal else _width(op, av)
        least, most = least + a, most + b
        if most > FARTHEST:
            break
    return best


def _inside(op: Any, av: Any) -> Words | None:
    """The needed words of a group, or of each branch of a choice."""
    name = op.name
    if name == "SUBPATTERN":
        found = _needed(list(av[-1]))
        return None if found is None else found[1]
    if name == "ATOMIC_GROUP":
        found = _needed(list(av))
        return None if found is None else found[1]
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and av[0] > 0:
        found = _needed(list(av[2]))
        return None if found is None else found[1]
    if name != "BRANCH":
        return None
    out: Words = {}
    for branch in av[1]:
        found = _needed(list(branch))
        if found is None:
            return None
        for w, (a, b) in found[1].items():
            c, d = out.get(w, (a, b))
            out[w] = min(a, c), max(b, d)
    return out


def _heads(seq: Sequence[tuple[Any, Any]]) -> Words | None:
    """The words with one of which whatever the sequence matches begins."""
    done, open_ = _begin(seq)
    words = done | open_
    if "" in words or len(words) > MOST:
        return None
    return {w: (0, 0) for w in words if not any(w[:n] in words for n in range(1, len(w)))}


def _begin(seq: Sequence[tuple[Any, Any]]) -> tuple[set[str], set[str]]:
    """(beginnings that are cut short, whole wordings) of a sequence."""
    done: set[str] = set()
    open_ = {""}
    i, n = 0, len(seq)
    while i < n and open_:
        op, av = seq[i]
        i += 1
        if op.name in EMPTY:
            continue
        if op.name == "LITERAL":
            run = _small(av)
            while i < n and seq[i][0].name == "LITERAL" and len(run) < LONGEST:
                run += _small(seq[i][1])
                i += 1
            cut, whole = _NONE, {run}
        else:
            cut, whole = _beginnings(op, av)
        if cut is _ANY or len(open_) * (len(cut) + len(whole)) > MOST:
            return done | open_, set()
        if cut:
            done |= {(a + b)[:LONGEST] for a in open_ for b in cut}
        longer = {a + b for a in open_ for b in whole}
        open_ = {w for w in longer if len(w) < LONGEST}
        if len(open_) < len(longer):
            done |= {w[:LONGEST] for w in longer - open_}
    return done, open_


_ANY: set[str] = {""}
_NONE: set[str] = set()


def _beginnings(op: Any, av: Any) -> tuple[set[str], set[str]]:
    """`_begin` of one element; `_ANY` for what is not spelled out."""
    name = op.name
    if name == "IN":
        letters = _letters(av)
        return (_ANY, _NONE) if letters is None else (_NONE, letters)
    if name == "SUBPATTERN":
        return _begin(list(av[-1]))
    if name == "BRANCH":
        parts = [_begin(list(b)) for b in av[1]]
        return set().union(*(d for d, _ in parts)), set().union(*(o for _, o in parts))
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        done, whole = _begin(list(av[2]))
        if av[1] == 1:
            return done, whole | ({""} if av[0] == 0 else set())
        return done | whole - {""}, ({""} if av[0] == 0 or "" in whole else set())
    return _ANY, _NONE


def _letters(items: Sequence[tuple[Any, Any]]) -> set[str] | None:
    """The characters of a class, if they are few."""
    out: set[str] = set()
    for op, av in items:
        name = op.name
        if name == "LITERAL":
            out.add(_small(av))
        elif name == "RANGE" and av[1] - av[0] < WIDEST:
            out |= {_small(c) for c in range(av[0], av[1] + 1)}
        elif name == "CATEGORY" and av.name == "CATEGORY_DIGIT":
            out |= set("0123456789")
        elif name == "CATEGORY" and av.name == "CATEGORY_SPACE":
            out.add(" ")
        else:
            return None
    return out if len(out) <= WIDEST else None


@lru_cache(4096)
def _small(code: int) -> str:
    c = chr(code)
    return " " if c.isspace() else (c.lower() if len(c.lower()) == 1 else c)


def _width(op: Any, av: Any) -> tuple[int, int]:
    a, b = _parser.SubPattern(_parser.State(), [(op, av)]).getwidth()
    return int(a), int(min(b, FARTHEST + 1))
