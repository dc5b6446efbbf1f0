"""Which words every match of a parsed pattern holds, and how far behind its start each of them stands."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

_parser: Any = importlib.import_module("re._parser")
LONGEST, MOST, FARTHEST, WIDEST = 8, 400, 60, 12
"""Letters of a word, words of a pattern, places before a word at which a match may begin, characters of a class."""
RARITY = (0.0, 30.0, 8.0, 2.0, 0.6, 0.3)
"""How often words of so many letters stand in 1,000 characters, about."""
EMPTY = frozenset(("AT", "ASSERT", "ASSERT_NOT"))
RARE = 1.0
"""Words that stand in so few places of 1,000 characters are taken at once."""
Words = dict[str, tuple[int, int]]
"""A word in small letters: how far behind the start of a match it stands, least and most."""


def needed(seq: Sequence[tuple[Any, Any]]) -> tuple[float, Words] | None:
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


def heads(parsed: Any, most: int) -> frozenset[str]:
    """The words, in small letters and of eight at most, with one of which every match of a pattern begins; none where
    they are more than `most` or not spelled out."""
    return frozenset(_heads(list(parsed), most) or ())


def _inside(op: Any, av: Any) -> Words | None:
    """The needed words of a group, or of each branch of a choice."""
    name = op.name
    if name == "SUBPATTERN":
        found = needed(list(av[-1]))
        return None if found is None else found[1]
    if name == "ATOMIC_GROUP":
        found = needed(list(av))
        return None if found is None else found[1]
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and av[0] > 0:
        found = needed(list(av[2]))
        return None if found is None else found[1]
    if name != "BRANCH":
        return None
    out: Words = {}
    for branch in av[1]:
        found = needed(list(branch))
        if found is None:
            return None
        for w, (a, b) in found[1].items():
            c, d = out.get(w, (a, b))
            out[w] = min(a, c), max(b, d)
    return out


def _heads(seq: Sequence[tuple[Any, Any]], most: int = MOST) -> Words | None:
    """The words with one of which whatever the sequence matches begins."""
    done, open_ = _begin(seq, most)
    words = done | open_
    if "" in words or len(words) > most:
        return None
    return {w: (0, 0) for w in words if not any(w[:n] in words for n in range(1, len(w)))}


def _begin(seq: Sequence[tuple[Any, Any]], most: int) -> tuple[set[str], set[str]]:
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
            cut, whole = _beginnings(op, av, most)
        if cut is _ANY or len(open_) * (len(cut) + len(whole)) > most:
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


def _beginnings(op: Any, av: Any, most: int) -> tuple[set[str], set[str]]:
    """`_begin` of one element; `_ANY` for what is not spelled out."""
    name = op.name
    if name == "IN":
        letters = _letters(av)
        return (_ANY, _NONE) if letters is None else (_NONE, letters)
    if name == "SUBPATTERN":
        return _begin(list(av[-1]), most)
    if name == "BRANCH":
        parts = [_begin(list(b), most) for b in av[1]]
        return set().union(*(d for d, _ in parts)), set().union(*(o for _, o in parts))
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        done, whole = _begin(list(av[2]), most)
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
