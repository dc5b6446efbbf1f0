"""The programme of a day: what is told, in which words, and the claims or quotations that stand behind each sentence."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from wollet.model.article import Lang
from wollet.model.verdict import Verdict

Role = Literal["lead", "figure", "open", "correction", "view", "relation", "catalyst", "reaction", "pay", "exposure", "link"]


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One spoken sentence.  `claims` are ids of the twin's claim objects; `quotes` are (article id, start, end) of the
    passages that it quotes or rests on.  A sentence with neither does not exist."""

    text: str
    lang: Lang
    role: Role
    claims: tuple[str, ...] = ()
    quotes: tuple[tuple[str, int, int], ...] = ()
    polished: bool = False


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """One trend as it is told: its headline, its sentences, and whom it is about."""

    id: str
    head: Sentence
    sentences: tuple[Sentence, ...]
    players: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


class Briefing(msgspec.Struct, frozen=True, kw_only=True):
    """A day's programme in one language: the trends told, and what lies ahead."""

    date: dt.date
    lang: Lang
    sections: tuple[Section, ...]
    ahead: tuple[Sentence, ...] = ()
    own: tuple[tuple[str, Verdict], ...] = ()
    """Measurements of the programme itself, by claim id: the session of the news, a basket, a co-movement."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(s for part in self.sections for s in (part.head, *part.sentences)) + self.ahead
