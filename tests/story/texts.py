"""Own texts as checked articles: mentions found, claims left out unless asked for."""

from __future__ import annotations

import datetime as dt

from wollet.mention import naming
from wollet.model.article import Article, Lang
from wollet.model.story import Checked

DAY = dt.datetime(2024, 2, 14, 12, tzinfo=dt.UTC)


def told(text: str, lang: Lang, id: str = "a", at: dt.datetime = DAY) -> Checked:
    """A text with its names."""
    article = Article(id=id, text=text, title=text.split("\n")[0], published=at, lang=lang)
    return Checked(article=article, verdicts=(), mentions=tuple(naming.scan(text, lang)))


def told_in_full(text: str, lang: Lang, id: str = "a", at: dt.datetime = DAY) -> Checked:
    """A text with all its mentions and its claims, each undecided."""
    from wollet.claim import claims
    from wollet.mention import find
    from wollet.model.verdict import Verdict

    article = Article(id=id, text=text, title=text.split("\n")[0], published=at, lang=lang)
    mentions = find(article)
    verdicts = tuple(Verdict(claim=c, label="undecided", reason="no_data") for c in claims(article, mentions))
    return Checked(article=article, verdicts=verdicts, mentions=mentions)
