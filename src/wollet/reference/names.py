"""Spellings by which news calls the things that are priced, and how far each spelling can be trusted.

A grade says what a reader needs before believing a spelling: STRONG stands alone; CONTEXT is also a word or another
name, and the sentence must show that it is meant ("Target", "기아"); BACKED counts only beside its code or after a
longer name of the same company ("NOW", "대상").
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from wollet.reference.instruments import table

STRONG, CONTEXT, BACKED = 0, 1, 2


class Lexicon(NamedTuple):
    """Spelling -> place in the table; first four characters -> lengths of the spellings that begin so; the spellings of
    two and three characters."""

    forms: dict[str, int]
    heads: dict[str, bytes]
    short: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """All spellings, indexed once."""
    t = table()
    return Lexicon(
        dict(zip(t.names, range(len(t.names)), strict=True)),
        dict(zip(t.heads, t.lengths, strict=True)),
        frozenset(n for n in t.names if len(n) < 4),
    )


def rows_of(form: int) -> list[int]:
    """The rows that a spelling may mean, likeliest first."""
    found = table().targets[form]
    return [found] if isinstance(found, int) else found


def grade_of(form: int) -> int:
    return table().grades[form]


def candidates(text: str, start: int) -> list[tuple[int, int]]:
    """(end, form) of every spelling that stands at a place of the text, the longest first."""
    forms, heads, short = lexicon()
    out = []
    for length in heads.get(text[start : start + 4], b""):
        form = forms.get(text[start : start + length])
        if form is not None and start + length <= len(text):
            out.append((start + length, form))
    for length in (3, 2):
        if (spelling := text[start : start + length]) in short and len(spelling) == length:
            out.append((start + length, forms[spelling]))
    return out
