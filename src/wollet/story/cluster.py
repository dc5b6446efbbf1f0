"""Articles on one event, joined as they come: rare words, names and equal figures that two of them share.

Deterministic and incremental: articles are taken in order of publication; an inverted index over the last days finds
the few candidates of each from its rarest features, and `likeness` judges them.  A join keeps what was shared.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from wollet.model.market import MarketData
from wollet.model.story import Checked, Join, Story
from wollet.story.likeness import HOURS, Placed, likeness, placed
from wollet.story.names import is_outlet
from wollet.story.words import features

THRESHOLD = 0.265
PROBES = 20
"""So many of an article's rarest words, and of its names and figures, look for its candidates."""
RARE = 40
"""Of a feature that more open articles share, only the newest are looked at."""
NEAREST = 8
PLAYERS = 16
KIND = {"n": 1.2, "c": 1.6, "f": 1.2}
"""How much more a name or an equal figure tells than a word of the same rarity."""


class Clusterer:
    """The open stories; `add` places one article and says where.

    `seen` may count features of articles read before (or of the whole batch), so that rarity is known from the start.
    """

    def __init__(self, seen: Counter[str] | None = None, articles: int = 0) -> None:
        self.placed: dict[str, Placed] = {}
        self.story_of: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        self.joins: dict[str, list[Join]] = {}
        self.index: dict[str, list[str]] = defaultdict(list)
        self.df: Counter[str] = Counter(seen or {})
        self.known = seen is not None
        self.before = articles

    def add(self, c: Checked, vector: dict[str, float] | None = None) -> str:
        """The story of an article: the one of its nearest open neighbour, or its own."""
        id = self._id(c)
        vector = features(c) if vector is None else vector
        if not self.known:
            self.df.update(vector.keys())
        me = self.placed[id] = placed(c, vector, self.weight)
        probes = self._probes(me)
        best = self._nearest(id, me, probes)
        for f in probes:
            self.index[f].append(id)
        if best is None:
            story = id
            self.members[story], self.joins[story] = [id], []
        else:
            story = self.story_of[best.like]
            self.members[story].append(id)
            self.joins[story].append(best)
        self.story_of[id] = story
        return story

    def _id(self, c: Checked) -> str:
        id, n = c.article.id, 2
        while id in self.placed:
            id, n = f"{c.article.id}#{n}", n + 1
        return id

    def weight(self, feature: str) -> float:
        """How much a feature tells: rarer is more; a name or an equal figure more than a word."""
        n = max(len(self.placed), self.before)
        rarity = math.log((n + 8) / (self.df[feature] + 0.5))
        return max(rarity, 0.05) * KIND.get(feature[0], 1.0)

    def _probes(self, me: Placed) -> list[str]:
        """The features to be found by: names and figures first, then the weightiest words."""
        links = [f for kind in "ncf" for f in me.parts[kind]]
        return (
            sorted(links, key=lambda f: (-me.parts[f[0]][f], f))[:PROBES]
            + sorted(me.parts["w"], key=lambda f: (-me.parts["w"][f], f))[:PROBES]
        )

    def _nearest(self, id: str, me: Placed, probes: Sequence[str]) -> Join | None:
        oldest = me.published - dt.timedelta(hours=HOURS)
        scores: dict[str, float] = {}
        for f in probes:
            mine = me.parts[f[0]][f]
            for other in reversed(self.index.get(f, ())[-RARE:]):
                them = self.placed[other]
                if them.published < oldest:
                    break
                scores[other] = scores.get(other, 0.0) + mine * them.parts[f[0]][f] / (them.norms[f[0]] or 1.0)
        best: Join | None = None
        for other, _ in sorted(scores.items(), key=lambda x: (-x[1], x[0]))[:NEAREST]:
            found = likeness(me, self.placed[other])
            if found is not None and found[0] >= THRESHOLD and (best is None or found[0] > best.score):
                best = Join(article=id, like=other, score=round(found[0], 4), shared=found[1])
        return best

    def stories(self) -> list[Story]:
        """Every story so far, oldest first."""
        return [self._story(s) for s in self.members]

    def _story(self, story: str) -> Story:
        ids = self.members[story]
        times = [self.placed[i].published for i in ids]
        tally: dict[str, float] = {}
        for i in ids:
            for kind in "ns" if self.placed[i].parts["s"] else "nw":
                for f, x in self.placed[i].parts[kind].items():
                    tally[f] = tally.get(f, 0.0) + x
        ranked = sorted(tally, key=lambda f: (-tally[f], f))
        return Story(
            id=story,
            articles=tuple(ids),
            title=self.placed[ids[0]].title,
            first=min(times),
            last=max(times),
            players=tuple(f[2:] for f in ranked if f[0] == "n" and not is_outlet(f[2:]))[:PLAYERS],
            words=tuple(f[2:] for f in ranked if f[0] != "n")[:8],
            joins=tuple(self.joins[story]),
            market=next((m for i in ids if (m := self.placed[i].market)), None),
        )


def stories(checked: Iterable[Checked], market: MarketData | None = None) -> Sequence[Story]:
    """The stories of a pile of checked articles, in order of publication."""
    ordered = sorted(checked, key=lambda c: (c.article.published, c.article.id))
    vectors = [features(c) for c in ordered]
    seen: Counter[str] = Counter()
    for v in vectors:
        seen.update(v.keys())
    clusterer = Clusterer(seen, len(ordered))
    for c, v in zip(ordered, vectors, strict=True):
        clusterer.add(c, v)
    return clusterer.stories()
