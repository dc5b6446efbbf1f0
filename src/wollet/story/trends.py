"""Stories that share players and themes over days, ranked by how new, how broad and how much they moved prices."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Sequence

from wollet.model.market import MarketData
from wollet.model.story import Story, Trend
from wollet.reference import instruments
from wollet.story.names import is_company

DAYS = 10
LEADING = 5
CAST = 4
"""Two stories that share so many companies, and these are half of either's, tell of the same thing."""
COMMON = 40
"""A player of more open stories than this ties nothing by itself: only the newest of them are looked at."""


def trends(stories: Sequence[Story], market: MarketData | None = None) -> list[Trend]:
    """Stories linked by at least two leading players, by one and two leading words, by most of their cast, or as reports
    on one market, within ten days.

    A story joins the trend of the story that it shares most with; `shared` keeps what tied them.
    """
    ordered = sorted(stories, key=lambda s: (s.first, s.id))
    groups: list[list[Story]] = []
    links: list[set[str]] = []
    group_of: list[int] = []
    index: dict[str, list[int]] = defaultdict(list)
    for n, story in enumerate(ordered):
        best, shared = None, set[str]()
        for i in _candidates(story, ordered, index):
            found = linked(story, ordered[i])
            if len(found) > len(shared):
                best, shared = group_of[i], found
        if best is None:
            best = len(groups)
            groups.append([])
            links.append(set())
        groups[best].append(story)
        links[best] |= shared
        group_of.append(best)
        for p in story.players:
            index[p].append(n)
    newest = max((s.last for s in stories), default=None)
    out = [trend(g, shared, newest, market) for g, shared in zip(groups, links, strict=True)]
    return sorted(out, key=lambda t: (-t.score, t.id))


def _candidates(story: Story, ordered: Sequence[Story], index: dict[str, list[int]]) -> list[int]:
    """Earlier stories that share a player and are not too old, in their order."""
    oldest = story.first - dt.timedelta(days=DAYS)
    found: set[int] = set()
    for p in story.players:
        for i in reversed(index[p][-COMMON:]):
            if ordered[i].first < oldest:
                break
            found.add(i)
    return sorted(found)


def linked(a: Story, b: Story) -> set[str]:
    """What ties two stories together, or nothing."""
    if abs(a.first - b.first) > dt.timedelta(days=DAYS):
        return set()
    if a.market and a.market == b.market:
        return {a.market} | set(a.players[:LEADING]) & set(b.players[:LEADING])
    if a.market or b.market:
        return set()
    cast = [{p for p in s.players if ":" in p and is_company(p)} for s in (a, b)]
    common = cast[0] & cast[1]
    if len(common) >= CAST and 2 * len(common) >= min(map(len, cast)):
        return common
    players = {p for p in set(a.players[:LEADING]) & set(b.players[:LEADING]) if is_company(p)}
    words = set(a.words[:6]) & set(b.words[:6])
    if len(players) >= 2 or (players and len(words) >= 2):
        return players | words
    return set()


def trend(group: list[Story], shared: set[str], newest: dt.datetime | None, market: MarketData | None) -> Trend:
    """One trend with its marks: novelty halves with each day of age, breadth grows with articles and players."""
    last = max(s.last for s in group)
    age = (newest - last).total_seconds() / 86400 if newest is not None else 0.0
    articles = sum(len(s.articles) for s in group)
    order: list[str] = []
    for story in group:
        order += [p for p in story.players if p not in order]
    moves = [abs(m) for p in order[:6] if (m := day_move(p, last, market)) is not None]
    novelty = 0.5**age
    breadth = math.log2(1 + articles) + 0.25 * math.log2(1 + len(order))
    move = max(moves) if moves else None
    return Trend(
        id=group[0].id,
        stories=tuple(group),
        players=tuple(order[:10]),
        novelty=round(novelty, 3),
        breadth=round(breadth, 3),
        move=None if move is None else round(move, 2),
        score=round(novelty * breadth * (1 + min(move or 0.0, 15.0) / 10), 4),
        shared=tuple(sorted(shared)),
    )


def day_move(id: str, at: dt.datetime, market: MarketData | None) -> float | None:
    """Percent move of the last session known at a moment."""
    if market is None or instruments.get(id) is None:
        return None
    bars = [b for b in market.bars(id, at.date() - dt.timedelta(days=12), at.date(), as_of=at) if b.close is not None]
    if len(bars) < 2 or not bars[-2].close or bars[-1].close is None:
        return None
    return float(100 * (bars[-1].close / bars[-2].close - 1))
