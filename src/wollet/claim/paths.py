"""Prices told one after another, and figures of two names side by side.

A path: "last four closes: 2,656.33 → 2,687.44 → 2,692.06 → 2,683.65" tells a close of each session, the last of the day.
A pair: "Nvidia vs. AMD: +2.4% vs. +9.9% on the day", or "- 올해: -24.2% vs +33.4%" below "삼성전자 vs SK하이닉스".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from wollet.claim.candidates import Candidate
from wollet.claim.cells import Held
from wollet.claim.columns import Column, meaning, stretched
from wollet.claim.layout import Line
from wollet.claim.sheet import Sheet
from wollet.claim.stretches import Horizon
from wollet.claim.tables import formed, name_of
from wollet.mention import unhurried as re
from wollet.model.mention import Mention
from wollet.model.quantity import Quantity

ARROW = re.compile(r"(?:원|달러|p|pts?)?\s?(?:→|->|⇒|➜)\s?")
CLOSES = re.compile(r"\bclos(?:e|es|ing)\b|종가|마감", re.IGNORECASE)
LONGER = re.compile(r"week|month|quarter|year|주간|주봉|월간|월말|월별|분기|연간|연말", re.IGNORECASE)
LEAST = 3
VERSUS = re.compile(r"\s?(?:%|원|달러)?\s(?:vs\.?|versus|대)\s", re.IGNORECASE)
BEHIND = re.compile(r"\s?([^\d,;|\n]{2,24}?)\s?(?=[,;.|]|$)", re.MULTILINE)
BEFORE = re.compile(r"(?:^|[,;|]\s|[-*•·]\s)([^\d,;|\n]{2,24}?)\s?[:：]\s?$", re.MULTILINE)
TODAY = re.compile(r"(?:on the |for the )?day|today|오늘|당일|일간", re.IGNORECASE)
Pair = tuple[Candidate, Candidate]


def path(sheet: Sheet, line: Line, figures: list[Mention], names: list[Candidate], day: Mention | None) -> Iterator[Held]:
    """The closes of a path, each of its own session; where nothing says that they are closes of sessions in a row, only read."""
    text = sheet.text
    for i in range(len(figures) - LEAST + 1):
        n = 1
        while i + n < len(figures) and ARROW.fullmatch(text, figures[i + n - 1].end, figures[i + n].start):
            n += 1
        if n < LEAST or not all(isinstance(f.value, Quantity) and not f.value.sign for f in figures[i : i + n]):
            continue
        owner = next((c for c in reversed(names) if c.end <= figures[i].start), None)
        key = text[owner.end : figures[i].start] if owner is not None else ""
        closes = CLOSES.search(key) is not None and LONGER.search(key) is None
        for k, f in enumerate(figures[i : i + n]):
            back = n - 1 - k
            column = Column(kind="level", basis="close", ago=Horizon("session", back) if back else None) if closes else Column(kind="other", metric="path")
            yield Held(figure=f, column=column, label=owner.name.name if owner is not None else key, at=(f.start, f.start), subject=owner, day=day, sure=True)
        return


def paired(sheet: Sheet, a: int, b: int) -> Pair | None:
    """The two names that a stretch of text sets against each other and no more: "Nvidia vs. AMD"."""
    found = [c for m in sheet.names.within(a, b) if (c := name_of(m)) is not None]
    if len(found) != len(("first", "second")) or VERSUS.fullmatch(sheet.text, found[0].end, found[1].start) is None:
        return None
    return found[0], found[1]


def pairs(sheet: Sheet, line: Line, figures: list[Mention], pair: Pair, day: Mention | None) -> Iterator[Held]:
    """The figures of two names side by side, over what the words before or behind them say."""
    text = sheet.text
    for f, g in pairwise(figures):
        if VERSUS.fullmatch(text, f.end, g.start) is None:
            continue
        told = (m[1].strip(" *_") for m in (BEFORE.search(text, line.start, f.start), BEHIND.match(text, g.end, line.end)) if m is not None)
        column = next((c for words in told if (c := _measured(words)) is not None), Column(kind="other", metric="set_against"))
        for m, subject in ((f, pair[0]), (g, pair[1])):
            meant = formed(column, m.value, subject) if isinstance(m.value, Quantity) else None
            if meant is not None:
                yield Held(figure=m, column=meant, label=subject.name.name, at=(f.start, f.start), subject=subject, day=day, sure=True)


def _measured(words: str) -> Column | None:
    """What words beside a pair say that both figures measure."""
    if TODAY.fullmatch(words):
        return Column(kind="move", metric="session")
    column = meaning(words)
    return column if column is not None and (column.kind in ("level", "move", "amount") or stretched(words)) else None
