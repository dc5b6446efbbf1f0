"""Spellings by which news calls the things that are priced, and how far each spelling can be trusted.

A grade says what a reader needs before believing a spelling: STRONG stands alone; CONTEXT is also a word or another
name, and the sentence must show that it is meant ("Target", "기아"); BACKED counts only beside its code or after a
longer name of the same company ("NOW", "대상").
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from wollet.reference.instruments import table

STRONG, CONTEXT, BACKED = 0, 1, 2
_LONG, _MANY = 8, 3


class Lexicon(NamedTuple):
    """Spelling -> place in the table; first four characters -> lengths of the spellings that begin so; the spellings of
    two and three characters; first eight characters of the longer ones; first two of all."""

    forms: dict[str, int]
    heads: dict[str, bytes]
    short: frozenset[str]
    long: frozenset[str]
    two: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """All spellings, indexed once."""
    t = table()
    return Lexicon(
        dict(zip(t.names, range(len(t.names)), strict=True)),
        dict(zip(t.heads, t.lengths, strict=True)),
        frozenset(n for n in t.names if len(n) < 4),
        frozenset(n[:_LONG] for n in t.names if len(n) > _LONG),
        frozenset(n[:2] for n in t.names),
    )


@cache
def _brief(lengths: bytes) -> bytes:
    return bytes(n for n in lengths if n <= _LONG)


@cache
def _longer(begun: str) -> bytes:
    """Lengths of the spellings that begin with eight characters and go on, the longest first."""
    spellings, found = table().names, set()
    i = bisect_left(spellings, begun)
    while i < len(spellings) and spellings[i].startswith(begun):
        found.add(len(spellings[i]))
        i += 1
    return bytes(sorted(found - {_LONG}, reverse=True))


def rows_of(form: int) -> list[int]:
    """The rows that a spelling may mean, likeliest first."""
    found = table().targets[form]
    return [found] if isinstance(found, int) else found


def grade_of(form: int) -> int:
    return table().grades[form]


def candidates(text: str, start: int) -> list[tuple[int, int]]:
    """(end, form) of every spelling that stands at a place of the text, the longest first."""
    forms, heads, short, long, two = lexicon()
    if text[start : start + 2] not in two:
        return []
    out = []
    lengths = heads.get(text[start : start + 4], b"")
    if len(lengths) > _MANY:
        begun = text[start : start + _LONG]
        lengths = _longer(begun) + _brief(lengths) if begun in long else _brief(lengths)
    for length in lengths:
        form = forms.get(text[start : start + length])
        if form is not None and start + length <= len(text):
            out.append((start + length, form))
    for length in (3, 2):
        if (spelling := text[start : start + length]) in short and len(spelling) == length:
            out.append((start + length, forms[spelling]))
    return out
