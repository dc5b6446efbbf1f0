"""Speed of clustering, trends and relations on generated articles: python -m bench.stories [COUNT]."""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from decimal import Decimal
from itertools import accumulate

from wollet.model.article import Article
from wollet.model.mention import Mention, Name
from wollet.model.quantity import Interval, Quantity
from wollet.model.story import Checked
from wollet.reference import instruments
from wollet.story.cluster import stories
from wollet.story.relations import relations
from wollet.story.trends import trends

FILLER = 4000
"""Words of everyday use, drawn as language draws them: the n-th with weight 1 / n."""
ZIPF = list(accumulate(1 / n for n in range(1, FILLER + 1)))
PER_DAY = 300
VERBS = ("agreed to acquire", "is in talks with", "sued", "competes with", "signed a partnership with")


def generated(count: int, seed: int = 7) -> tuple[list[Checked], dict[str, str]]:
    """Articles of invented events, one to six articles an event, and the event of each."""
    rng = random.Random(seed)
    vocabulary = ["".join(rng.choices("abcdefghijklmnoprstu", k=rng.randint(4, 9))) for _ in range(20_000)]
    companies = [i for i in instruments.instruments() if i.kind == "stock" and i.id.startswith(("XNAS", "XNYS", "XKRX"))][:1500]
    out: list[Checked] = []
    event_of: dict[str, str] = {}
    event = 0
    while len(out) < count:
        event += 1
        about = rng.sample(companies, 2)
        own = rng.sample(vocabulary, 14)
        figure = rng.randint(1000, 99999)
        start = dt.datetime(2024, 1, 1, tzinfo=dt.UTC) + dt.timedelta(days=len(out) / PER_DAY)
        for n in range(min(rng.choice((1, 1, 2, 3, 6)), count - len(out))):
            id = f"a{len(out):05d}"
            event_of[id] = str(event)
            out.append(_article(id, rng, vocabulary, about, own, figure, start + dt.timedelta(hours=3 * n)))
    return out, event_of


def _article(id, rng, vocabulary, about, own, figure, at) -> Checked:  # type: ignore[no-untyped-def]
    words = rng.choices(vocabulary[:FILLER], cum_weights=ZIPF, k=160)
    for w in rng.sample(own, 10):
        words.insert(rng.randrange(len(words)), w)
    title = f"{about[0].name_en} {rng.choice(VERBS)} {about[1].name_en}"
    text = f"{title}\n\n{title}. {' '.join(words)} {figure} dollars."
    spans = [(text.index(i.name_en), i) for i in about]
    mentions = [
        Mention(s, s + len(i.name_en), "instrument", Name(name=i.name_en, ids=(i.id,), symbol=i.symbol), "bench")
        for s, i in spans
    ]
    value = Decimal(figure)
    told = Quantity(low=value, high=value, unit="USD", interval=Interval(value, value))
    mentions.append(Mention(text.rindex(str(figure)), len(text) - 9, "money", told, "bench"))
    article = Article(id=id, text=text, title=title, published=at, lang="en")
    return Checked(article=article, verdicts=(), mentions=tuple(sorted(mentions, key=lambda m: m.start)))


def measured(count: int) -> dict[str, float]:
    """Seconds of processor time and pairwise figures of one run."""
    articles, event_of = generated(count)
    at = time.process_time()
    found = stories(articles)
    clustered = time.process_time() - at
    at = time.process_time()
    trends(found)
    grouped = time.process_time() - at
    at = time.process_time()
    relations(articles)
    related = time.process_time() - at
    joined = {(a, b) for s in found for i, a in enumerate(s.articles) for b in s.articles[i + 1 :]}
    events: dict[str, list[str]] = {}
    for id, event in event_of.items():
        events.setdefault(event, []).append(id)
    true = {(a, b) for ids in events.values() for i, a in enumerate(ids) for b in ids[i + 1 :]}
    hit = len(joined & true)
    return {
        "articles": count, "stories_s": clustered, "trends_s": grouped, "relations_s": related,
        "precision": hit / max(1, len(joined)), "recall": hit / max(1, len(true)),
    }  # fmt: skip


if __name__ == "__main__":
    for n in (2500, int(sys.argv[1]) if len(sys.argv) > 1 else 10_000):
        print("  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in measured(n).items()))
