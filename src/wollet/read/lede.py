"""A date without a time may lag the text: wire copy stamped in another zone tells of the morrow's session.

News tells in its first paragraphs of its own day or of the one before, never of one six days back.  Where a text that is
dated by its day alone says that a market ended, rose or fell on the weekday that follows, it is of that day.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from wollet.model.article import Article, day_only

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
REACH = 1200
"""Code points of the first paragraphs."""
STOP = re.compile(r"(?<=[a-z0-9%)’”\"])(?<!Inc)(?<!Corp)(?<!Co)(?<!Ltd)[.!?]\s|\n")
TRADED = re.compile(r"\b(?:stocks?|shares|Treasur\w+|index|session|selloff|pullback|rally|S&P|Nasdaq|Dow|futures|market|oil|gold|bonds|bitcoin)\b", re.IGNORECASE)
HAPPENED = re.compile(
    r"\b(?:ended|closed|finished|rose|fell|gained|lost|climbed|slid|dropp(?:ed|ing)|rallied|advanced|retreated|slumped|jumped|sank|notched|wavered|added|tumbled|surged"
    r"|came|edged|helped|weigh(?:ed|ing)|rising|falling|snapped|swung|erased)\b"
)
AHEAD = re.compile(
    r"\b(?:due|will|would|scheduled|slated|expected|awaits?|awaiting|ahead of|upcoming|looks? to|later|next|last|previous|set for|until|before)\b[^,;]{0,40}$"
)
EVENT = re.compile(r"['’]s (?:\w+ ){0,2}(?:report|data|meeting|decision|release|speech|earnings)\b")
NEAR = 90


def of_its_day(article: Article) -> Article:
    """The article dated to the session that its first paragraphs tell as done."""
    if article.lang != "en" or not day_only(article):
        return article
    at = article.published
    follows = WEEKDAYS[(at.weekday() + 1) % 7]
    for sentence in STOP.split(article.text[:REACH]):
        i = sentence.find(follows)
        if i < 0 or AHEAD.search(sentence[:i]) or EVENT.match(sentence, i + len(follows)):
            continue
        if TRADED.search(sentence) and HAPPENED.search(sentence, max(0, i - NEAR), i + NEAR):
            return msgspec.structs.replace(article, published=at + dt.timedelta(days=1))
    return article
