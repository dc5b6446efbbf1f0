"""Articles on one event, joined as they come: rare words, names and equal figures that two of them share.

Deterministic and incremental: articles are taken in order of publication; an inverted index over the last days finds
the few candidates of each; what is in half of the articles counts nothing.  A join keeps what was shared.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from wollet.model.market import MarketData
from wollet.model.story import Checked, Join, Story
from wollet.story.words import features

HOURS = 60.0
THRESHOLD = 0.24
ACROSS = 0.30
RARE = 200
"""A feature that more open articles than this share names no event."""


class Clusterer:
    """The open stories; `add` places one article and says where."""

    def __init__(self) -> None:
        self.vectors: dict[str, dict[str, float]] = {}
        self.checked: dict[str, Checked] = {}
        self.story_of: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        self.joins: dict[str, list[Join]] = {}
        self.index: dict[str, list[str]] = defaultdict(list)
        self.df: Counter[str] = Counter()

    def add(self, c: Checked) -> str:
        """The story of an article: the one of its nearest open neighbour, or its own."""
        id = self._id(c)
        vector = features(c)
        self.checked[id], self.vectors[id] = c, vector
        self.df.update(vector.keys())
        best = self._nearest(id, c, vector)
        for f in vector:
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
        while id in self.checked:
            id, n = f"{c.article.id}#{n}", n + 1
        return id

    def weight(self, feature: str) -> float:
        """How much a feature tells: rarer is more; a name or an equal figure more than a word."""
        n = len(self.vectors)
        rarity = math.log((n + 8) / (self.df[feature] + 0.5))
        return max(rarity, 0.05) * {"n": 1.3, "c": 2.5}.get(feature[0], 1.0)

    def _nearest(self, id: str, c: Checked, vector: dict[str, float]) -> Join | None:
        now = c.article.published
        scores: Counter[str] = Counter()
        for f in vector:
            posting = self.index[f]
            if len(posting) > RARE:
                continue
            w = self.weight(f) ** 2
            for other in reversed(posting):
                age = now - self.checked[other].article.published
                if age > dt.timedelta(hours=HOURS):
                    break
                scores[other] += vector[f] * self.vectors[other][f] * w
        best: Join | None = None
        for other, _ in sorted(scores.items(), key=lambda x: (-x[1], x[0]))[:8]:
            join = self.likeness(id, other)
            if join is not None and (best is None or join.score > best.score):
                best = join
        return best

    def likeness(self, id: str, other: str) -> Join | None:
        """How like two articles are, or None where they are not on one event."""
        a, b = self.vectors[id], self.vectors[other]
        across = self.checked[id].article.lang != self.checked[other].article.lang
        kinds = ("n", "c") if across else ("w", "n", "c")
        left = {f: x * self.weight(f) for f, x in a.items() if f[0] in kinds}
        right = {f: x * self.weight(f) for f, x in b.items() if f[0] in kinds}
        shared = sorted(left.keys() & right.keys(), key=lambda f: (-left[f] * right[f], f))
        if len(shared) < 2 or (across and not any(f[0] == "n" for f in shared)):
            return None
        dot = sum(left[f] * right[f] for f in shared)
        norm = math.sqrt(sum(x * x for x in left.values()) * sum(x * x for x in right.values()))
        score = dot / norm if norm else 0.0
        gap = abs((self.checked[id].article.published - self.checked[other].article.published).total_seconds()) / 3600
        score *= 1.0 - 0.5 * min(gap / HOURS, 1.0)
        if score < (ACROSS if across else THRESHOLD):
            return None
        return Join(article=id, like=other, score=round(score, 4), shared=tuple(f[2:] for f in shared[:8]))

    def stories(self) -> list[Story]:
        """Every story so far, oldest first."""
        return [self._story(s) for s in self.members]

    def _story(self, story: str) -> Story:
        ids = self.members[story]
        times = [self.checked[i].article.published for i in ids]
        tally: Counter[str] = Counter()
        for i in ids:
            tally.update({f: x * self.weight(f) for f, x in self.vectors[i].items() if f[0] != "c"})  # type: ignore[arg-type]
        ranked = sorted(tally, key=lambda f: (-tally[f], f))
        return Story(
            id=story,
            articles=tuple(ids),
            title=self.checked[ids[0]].article.title,
            first=min(times),
            last=max(times),
            players=tuple(f[2:] for f in ranked if f[0] == "n")[:8],
            words=tuple(f[2:] for f in ranked if f[0] == "w")[:8],
            joins=tuple(self.joins[story]),
        )


def stories(checked: Iterable[Checked], market: MarketData | None = None) -> Sequence[Story]:
    """The stories of a pile of checked articles, in order of publication."""
    clusterer = Clusterer()
    for c in sorted(checked, key=lambda c: (c.article.published, c.article.id)):
        clusterer.add(c)
    return clusterer.stories()
