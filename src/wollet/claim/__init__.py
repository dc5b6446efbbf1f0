"""Statements that can be checked: every number of a text in its place, and the family that owns it."""

from __future__ import annotations

from wollet.claim.arbiter import owners
from wollet.claim.canonical import NotAClaim, parse
from wollet.claim.conversions import of_amounts
from wollet.claim.family import families as registered
from wollet.claim.frames import Frames, frames
from wollet.claim.headlines import retold
from wollet.claim.referred import referred
from wollet.claim.tabled import claims as tabled
from wollet.mention.uncollected import uncollected
from wollet.model.article import Article
from wollet.model.claim import Claim
from wollet.model.mention import Mention

__all__ = ["Frames", "NotAClaim", "claims", "frames", "parse"]


@uncollected
def claims(article: Article, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
    """Every checkable statement of an article, in text order; each number has one owner."""
    built = frames(article, mentions)
    listed = list(tabled(built))
    owned = owners((*listed, *(take for family in registered() for take in family.take(built))))
    return tuple(retold(built, tuple(referred(built, tuple(of_amounts(owned))))))
