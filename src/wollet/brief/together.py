"""Trends of one programme that are about one company are told as one: a heading that names it twice a day is a slip."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wollet.brief.heading import in_titles
from wollet.brief.panels import reported
from wollet.brief.programme import Programme
from wollet.model.market import MarketData
from wollet.model.story import Trend
from wollet.story.names import is_company
from wollet.story.trends import trend as joined

LEADING, NAMED = 2, 3
"""A trend is about one of its so many leading players, if its titles name no more companies than so many."""


def together(trends: Sequence[Trend], p: Programme, houses: Collection[str], market: MarketData | None) -> list[Trend]:
    """Trends in their order, those that are about one company joined, the strongest first."""
    newest = max((s.last for t in trends for s in t.stories), default=None)
    out: list[tuple[Trend, frozenset[str]]] = []
    for t in trends:
        about = company_of(t, p, houses)
        at = next((n for n, (_, other) in enumerate(out) if about & other), None)
        if at is None:
            out.append((t, about))
            continue
        first, other = out[at]
        stories = sorted((*first.stories, *t.stories), key=lambda s: (s.first, s.id))
        out[at] = joined(stories, {*first.shared, *t.shared, *(about & other)}, newest, market), about & other
    return sorted((t for t, _ in out), key=lambda t: (-t.score, t.id))


def company_of(t: Trend, p: Programme, houses: Collection[str]) -> frozenset[str]:
    """Of the leading players of a story the companies that its titles name; nothing of a report on a market, or where its
    titles name many."""
    if reported(t):
        return frozenset()
    named = {x for x in in_titles(p, t) if ":" in x and is_company(x) and x not in houses}
    leading = [x for x in t.players if x not in houses][:LEADING]
    return frozenset(named.intersection(leading)) if len(named) <= NAMED else frozenset()
