"""Who does what to whom: relations between companies, organisations and people, each with its sentence and sources.

The frames of each language see masked names (`masking`), so what is found follows from grammar alone: swapping two
names in a text swaps them in the relation.  A relation told by several articles is one, with the newest status.
"""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

import msgspec

from wollet.model.article import ZONE
from wollet.model.story import Checked, Relation
from wollet.story import frames_en, frames_ko
from wollet.story.frame import SYMMETRIC, ties
from wollet.story.masking import masked

FRAMES = {"en": (frames_en.FRAMES, frames_en.status, 25, 12), "ko": (frames_ko.FRAMES, frames_ko.status, 0, 26)}


def relations(checked: Iterable[Checked]) -> list[Relation]:
    """The relations that articles state, those with most sources first, then by time; `ratings` has who rates whom."""
    return relations_and_ratings(checked)[0]


def ratings(checked: Iterable[Checked]) -> list[Relation]:
    """Which analysts' house sets a target or a rating on which company, in the same order."""
    return relations_and_ratings(checked)[1]


def relations_and_ratings(checked: Iterable[Checked]) -> tuple[list[Relation], list[Relation]]:
    """Both, from one reading of the articles."""
    found: dict[tuple[str, ...], Relation] = {}
    for c in sorted(checked, key=lambda c: (c.article.published, c.article.id)):
        for r in stated(c):
            pair = sorted((r.actor, r.target)) if r.kind in SYMMETRIC else [r.actor, r.target]
            place = (*pair, r.kind)
            before = found.get(place)
            if before is None:
                found[place] = r
            elif r.article not in before.articles:
                found[place] = msgspec.structs.replace(before, status=r.status, articles=(*before.articles, r.article))
    ordered = sorted(found.values(), key=lambda r: (-len(r.articles), r.at, r.article, r.span, r.kind, r.actor, r.target))
    return [r for r in ordered if r.kind != "rates"], [r for r in ordered if r.kind == "rates"]


def stated(c: Checked) -> list[Relation]:
    """The relations of one article, in text order; `at` is its day of publication in its own zone."""
    at = c.article.published.astimezone(ZoneInfo(ZONE[c.article.lang])).date()
    return [
        Relation(
            actor=t.actor.key, target=t.target.key, kind=t.kind, status=t.status, article=c.article.id, span=s.span,
            at=at, articles=(c.article.id,),
        )
        for s in masked(c)
        for t in ties(s, *FRAMES[c.article.lang], c.article.lang == "ko")
    ]  # fmt: skip
