"""What a text mentions: numbers, times, names and the words that carry meaning, each with its exact place."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

import msgspec

from wollet.mention.uncollected import uncollected
from wollet.model.article import Article
from wollet.model.mention import NUMBER_KINDS, Mention, Name
from wollet.reference.renamed import FORMER, symbol_at

__all__ = ["find"]


@cache
def _scanner(name: str) -> Callable[..., list[Mention]] | None:
    """A kind's `scan`, or None while its module is not there."""
    if importlib.util.find_spec(f"wollet.mention.{name}") is None:
        return None
    scan: Any = getattr(importlib.import_module(f"wollet.mention.{name}"), "scan", None)
    return scan


@uncollected
def find(article: Article) -> tuple[Mention, ...]:
    """All mentions of an article, by start and then the longer first; a number inside a date or a name is not one."""
    text, lang = article.text, article.lang
    found: list[Mention] = []
    if scan := _scanner("numeric"):
        found += scan(text, lang)
    if scan := _scanner("timex"):
        dates = scan(text, lang, article.published)
        found = _outside(found, dates) + dates
    if scan := _scanner("naming"):
        found += [_dated(m, article) for m in scan(text, lang)]
    if scan := _scanner("lexicon"):
        found += scan(text, lang)
    found.sort(key=attrgetter("end"), reverse=True)
    found.sort(key=attrgetter("start"))
    return tuple(found)


def _dated(m: Mention, article: Article) -> Mention:
    """A name with the symbol that its listing had when the text appeared."""
    if not isinstance(m.value, Name) or not m.value.ids or m.value.ids[0] not in FORMER:
        return m
    symbol = symbol_at(m.value.ids[0], m.value.symbol, article.published.date())
    return m if symbol == m.value.symbol else msgspec.structs.replace(m, value=msgspec.structs.replace(m.value, symbol=symbol))


def _outside(numbers: list[Mention], dates: list[Mention]) -> list[Mention]:
    """The numbers that no date covers; durations stay beside the date they make ("25 years ago")."""
    covered = sorted(m.span for m in dates if m.kind == "date" and m.rule not in ("stretch", "ago"))
    kept, i = [], 0
    for m in numbers:
        while i < len(covered) and covered[i][1] <= m.start:
            i += 1
        if m.kind in NUMBER_KINDS and i < len(covered) and covered[i][0] < m.end and covered[i][1] > m.start:
            continue
        kept.append(m)
    return kept
