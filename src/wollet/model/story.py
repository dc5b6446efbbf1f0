"""Checked articles, stories and trends."""

from __future__ import annotations

import msgspec

from wollet.model.article import Article
from wollet.model.mention import Mention
from wollet.model.verdict import Verdict


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """How many of a text's numbers were read into claims; `unread` are the spans of the others."""

    numbers: int
    read: int
    unread: tuple[tuple[int, int], ...] = ()


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its mentions and verdicts, in text order."""

    article: Article
    verdicts: tuple[Verdict, ...]
    mentions: tuple[Mention, ...] = ()
    coverage: Coverage = Coverage(numbers=0, read=0)
