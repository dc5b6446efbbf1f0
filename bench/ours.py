"""Wollet's own readers as functions of a text, and how long they take to load."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from wollet.model.article import ZONE, Article, Lang

Reader = Callable[[str], Any]


def article(text: str, lang: Lang) -> Article:
    published = dt.datetime(2024, 2, 14, 8, tzinfo=ZoneInfo(ZONE[lang]))
    return Article(id="bench", text=text, published=published, lang=lang)


def quantities(lang: Lang) -> Reader:
    from wollet.mention import numeric

    return lambda text: numeric.scan(text, lang)


def mentions(lang: Lang) -> Reader:
    from wollet.mention import find

    return lambda text: find(article(text, lang))


def check(lang: Lang) -> Reader:
    from wollet.face.inputs import market_at
    from wollet.verify.check import check as judged

    market = market_at(None)
    return lambda text: judged(article(text, lang), market)


OURS: dict[str, Callable[[Lang], Reader]] = {"wollet quantities": quantities, "wollet mentions": mentions, "wollet check": check}

STAGES = ("mentions", "claims", "judging", "read to verdict", "report as JSON")


def stages(articles: Sequence[Article]) -> dict[Lang, Counter[str]]:
    """Seconds of processor time of each stage by language, and the "characters": the second round, with data loaded."""
    import msgspec

    from wollet.claim import claims
    from wollet.face.inputs import market_at
    from wollet.mention import find
    from wollet.verify.check import check as judged
    from wollet.verify.report import article_report

    market, now = market_at(None), time.process_time
    for a in articles:
        judged(a, market)
    spent: dict[Lang, Counter[str]] = defaultdict(Counter)
    for a in articles:
        t = [now()]
        found = find(a)
        t.append(now())
        claims(a, found)
        t.append(now())
        verdicts = judged(a, market)
        t.append(now())
        msgspec.json.encode(article_report(verdicts))
        t.append(now())
        first, second, whole, report = (b - a for a, b in pairwise(t))
        spent[a.lang].update(dict(zip(STAGES, (first, second, whole - first - second, whole, report), strict=True)))
        spent[a.lang]["characters"] += len(a.text)
    return spent


_LOAD = (
    "import datetime as dt; from wollet.mention import find; from wollet.model.article import Article; "
    "find(Article(id='x', text='3%', published=dt.datetime.now(dt.UTC), lang='{lang}'))"
)


def load_seconds(lang: Lang) -> float:
    """From a bare interpreter to the first mention found, the interpreter's own start taken off; the best of three."""

    def best(code: str) -> float:
        times = []
        for _ in range(3):
            begin = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            times.append(time.perf_counter() - begin)
        return min(times)

    return best(_LOAD.format(lang=lang)) - best("pass")
