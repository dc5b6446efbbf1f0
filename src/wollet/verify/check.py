"""An article checked: its expressions found, its claims read, each judged, and the whole held against itself."""

from __future__ import annotations

from typing import cast

import msgspec

from wollet.claim import claims
from wollet.mention import find
from wollet.mention.uncollected import uncollected
from wollet.model.article import Article
from wollet.model.market import MarketData
from wollet.model.story import Checked
from wollet.verify.borne import settled
from wollet.verify.compared import compared
from wollet.verify.coverage import coverage
from wollet.verify.hints import hint
from wollet.verify.judge import judge
from wollet.verify.led_to import led_to
from wollet.verify.sources import Remembered
from wollet.verify.twice import once_each
from wollet.verify.within import within


@uncollected
def check(article: Article, market: MarketData, *, hindsight: bool = False) -> Checked:
    """Every claim of one article with its verdict, in text order."""
    mentions = find(article)
    found = claims(article, mentions)
    asked = cast(MarketData, Remembered(market))
    judged = settled([judge(c, article=article, market=asked, hindsight=hindsight) for c in found], article)
    whole = compared(led_to(once_each(judged, article), article, asked), article, mentions, asked)
    verdicts = within(whole, article, mentions)
    told = [
        v if v.help else msgspec.structs.replace(v, help=h) if (h := hint(v, article.lang)) else v for v in verdicts
    ]
    return Checked(
        article=article,
        verdicts=tuple(told),
        mentions=mentions,
        coverage=coverage(article, mentions, (c.span for c in found)),
    )
