"""Patterns whose search passes over every place at which none of their matches can begin.

`re` learns from a pattern the characters that a match can begin with, and its search tries no other place; but it learns
them only where the pattern opens with plain letters that have no case.  This module learns them from the parsed pattern
through word boundaries, lookarounds, optional beginnings and letters of either case, and puts them where `re` keeps its
own.  Results are those of `re`: only places are passed over where no match begins.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

_sre: Any = importlib.import_module("_sre")
_parser: Any = importlib.import_module("re._parser")
_compiler: Any = importlib.import_module("re._compiler")
Items = list[tuple[Any, Any]]
"""Members of a character class, as `re` parses it."""
EMPTY = frozenset(("ASSERT_NOT", "AT"))
REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))
ANCHORS = frozenset(("AT_BEGINNING", "AT_BEGINNING_STRING"))
"""Behind these `re` gives up at the first place by itself."""
PLAIN_CATEGORIES = frozenset(("CATEGORY_DIGIT", "CATEGORY_SPACE"))
CASED = {"i": "iI\u0130\u0131", "s": "sS\u017f", "k": "kK\u212a"}
"""ASCII letters that more than their capital stands for where case does not count."""
HANGUL = range(0xAC00, 0xD7A4)
WIDEST = 8000
"""Characters of a class that leaves out enough places to be worth asking."""


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern ready for use.  Raises `re.error` as `re.compile` does."""
    flags = int(flags)  # arithmetic on flags by their names is slow
    return built(_parser.parse(source, flags), flags, source)


def built(parsed: Any, flags: int, source: str) -> re.Pattern[str]:
    """The pattern that a parsed source makes."""
    code = _compiler._code(parsed, flags)
    flags |= parsed.state.flags
    _, skip, found, least, most = code[:5]
    if found == 0 and least > 0 and not flags & (re.LOCALE | re.ASCII) and (items := _firsts(parsed, flags)):
        charset: list[int] = []
        _compiler._compile_charset(_compiler._optimize_charset(items)[0], flags, charset)
        code[: skip + 1] = [_compiler.INFO, 4 + len(charset), _compiler.SRE_INFO_CHARSET, least, most, *charset]
    groups = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, i in groups.items():
        names[i] = name
    pattern: re.Pattern[str] = _sre.compile(source, flags, code, parsed.state.groups - 1, groups, tuple(names))
    return pattern


Matcher = Callable[[str, int, int], re.Match[str] | None]


class ByFirst(dict[str, "Matcher | None"]):
    """What matches a pattern at a place by the character there: of a choice only the branches that can begin with it.

    A long choice is tried branch by branch, and most branches cannot begin with the letter at hand.  None where no
    match can begin.
    """

    def __init__(self, parsed: Any, flags: int, source: str) -> None:
        self.parsed, self._flags, self._source = parsed, flags, source
        self._made: dict[tuple[int, ...], Matcher] = {}

    def __missing__(self, first: str) -> Matcher | None:
        kept, tree = _narrowed(self.parsed, self._flags | self.parsed.state.flags, first)
        if tree is None:
            self[first] = None
        else:
            if kept not in self._made:
                self._made[kept] = built(tree, self._flags, self._source).match
            self[first] = self._made[kept]
        return self[first]


def _narrowed(parsed: Any, flags: int, first: str) -> tuple[tuple[int, ...], Any]:
    """(branches kept, the pattern with these alone) where a match is to begin with a character; None for no pattern."""
    for i, (op, av) in enumerate(parsed):
        if op.name in EMPTY or op.name == "ASSERT":
            continue
        if op.name == "BRANCH":
            kept = [k for k, branch in enumerate(av[1]) if _can(_begin(branch, flags), first)]
            if not kept:
                return (), None
            seq = list(parsed)
            seq[i : i + 1] = list(av[1][kept[0]]) if len(kept) == 1 else [(op, (av[0], [av[1][k] for k in kept]))]
            return tuple(kept), _parser.SubPattern(parsed.state, seq)
        if op.name == "SUBPATTERN":
            kept_, sub = _narrowed(av[3], (flags | av[1]) & ~av[2], first)
            if sub is None:
                return (), None
            return kept_, _parser.SubPattern(parsed.state, [*list(parsed)[:i], (op, (*av[:3], sub)), *list(parsed)[i + 1 :]])
        break
    return (), parsed if _can(_begin(parsed, flags), first) else None


def _can(begun: tuple[Items | None, bool], first: str) -> bool:
    """Whether something can begin with a character."""
    items, open_ = begun
    return items is None or open_ or any(_holds(op, av, first) for op, av in items)


def _holds(op: Any, av: Any, c: str) -> bool:
    if op.name == "LITERAL":
        return bool(av == ord(c))
    if op.name == "RANGE":
        return bool(av[0] <= ord(c) <= av[1])
    return c.isdecimal() if av.name == "CATEGORY_DIGIT" else c.isspace()


def _firsts(parsed: Any, flags: int) -> Items | None:
    """The characters with one of which every match begins; None where they are not told or too many to be worth it."""
    first = next(iter(parsed), None)
    if first is None or (first[0].name == "AT" and first[1].name in ANCHORS):
        return None
    items, open_ = _begin(parsed, flags)
    if items is None or open_ or sum(_size(op, av) for op, av in items) > WIDEST:
        return None
    return list(dict.fromkeys(items))


def _size(op: Any, av: Any) -> int:
    return av[1] - av[0] + 1 if op.name == "RANGE" else 1


def _begin(seq: Iterable[tuple[Any, Any]], flags: int) -> tuple[Items | None, bool]:
    """(characters that a match of a sequence can begin with, whether it can match nothing); None for any character."""
    out: Items = []
    ahead: Items | None = None
    for op, av in seq:
        if op.name in EMPTY:
            continue
        if op.name == "ASSERT":
            if av[0] > 0 and not out and (found := _begin(av[1], flags))[0] is not None and not found[1]:
                ahead = found[0]
            continue
        items, open_ = _one(op, av, flags)
        if items is None:
            return ahead, ahead is None
        out += items
        if not open_:
            return out, False
    return out, True


def _one(op: Any, av: Any, flags: int) -> tuple[Items | None, bool]:
    """`_begin` of one element."""
    name = op.name
    if name == "LITERAL":
        return _literal(op, av, flags), False
    if name == "IN":
        return _class(av, flags), False
    if name == "SUBPATTERN":
        return _begin(av[3], (flags | av[1]) & ~av[2])
    if name == "ATOMIC_GROUP":
        return _begin(av, flags)
    if name == "BRANCH":
        parts = [_begin(branch, flags) for branch in av[1]]
        items: Items | None = []
        for found, _ in parts:
            items = None if items is None or found is None else items + found
        return items, any(open_ for _, open_ in parts)
    if name in REPEATS:
        found, open_ = _begin(av[2], flags)
        return found, open_ or av[0] == 0
    return None, True


def _literal(op: Any, code: int, flags: int) -> Items | None:
    if not flags & re.IGNORECASE or not _sre.unicode_iscased(code):
        return [(op, code)]
    if code > 127:
        return None
    c = chr(code).lower()
    return [(op, ord(x)) for x in CASED.get(c, c + c.upper())]


def _class(items: Sequence[tuple[Any, Any]], flags: int) -> Items | None:
    out: Items = []
    for op, av in items:
        name = op.name
        if name == "LITERAL":
            found = _literal(op, av, flags)
        elif name == "RANGE":
            found = _range(op, av, flags)
        elif name == "CATEGORY" and av.name in PLAIN_CATEGORIES:
            found = [(op, av)]
        else:
            found = None
        if found is None:
            return None
        out += found
    return out


def _range(op: Any, ends: tuple[int, int], flags: int) -> Items | None:
    a, b = ends
    if not flags & re.IGNORECASE or (a in HANGUL and b in HANGUL):
        return [(op, ends)]
    if b > 127:
        return None
    return [item for code in range(a, b + 1) for item in _literal(_compiler.LITERAL, code, flags) or ()]
