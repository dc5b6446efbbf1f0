"""The day gone by that a Korean sentence speaks of after the one that names it: "지난 8일 …. 이날", "… 2023년 5월 …. 당시"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from wollet.claim.clauses import Sentence
from wollet.claim.time_words import DAYS, KO_AT_THAT_TIME
from wollet.mention import unhurried as re
from wollet.model.mention import Mention
from wollet.model.time import When

GONE_BY = re.compile(r"지난\s$")
PRICED = re.compile(r"\d\s?(?:%|원|달러|포인트|만원|억|조)")
"""Figures of a day: a sentence that has its own only looks back, and "이날" behind it is the day of the news."""


def then(text: str, dates: Sequence[Mention], sentence: Sentence, published: dt.date) -> Mention | None:
    """The day or month that the sentence before one which begins with "당시" names last; `dates` are those of the sentence before."""
    if not sentence.index or KO_AT_THAT_TIME.match(text, sentence.start, sentence.end) is None:
        return None
    return next((m for m in reversed(dates) if isinstance(m.value, When) and m.value.start is not None and m.value.start <= published), None)


def gone_by(text: str, dates: Sequence[Mention], before: Sentence, published: dt.date) -> Mention | None:
    """The one day longer gone ("지난 8일") that the sentence before "이날" names and speaks of, or None; `dates` are that sentence's."""
    if PRICED.search(text, before.start, before.end):
        return None
    days = [m for m in dates if isinstance(m.value, When) and m.value.grain in DAYS and m.value.start is not None]
    if len(days) != 1:
        return None
    m = days[0]
    when = m.value
    assert isinstance(when, When) and when.start is not None
    named = text.startswith("지난 ", m.start) or GONE_BY.search(text, max(0, m.start - 8), m.start) is not None
    return m if named and when.deixis is None and when.relation == "on" and when.start < published - dt.timedelta(days=4) else None


IN_BRACKETS = re.compile(r"\d(?:\s?(?:원|달러|포인트|엔|p|pt|%))?\s?\($")
"""Before a day in brackets that is that of the figure right before it alone: "2,557(전일)→2,567(금일)"."""


def in_brackets(text: str, m: Mention) -> bool:
    """Whether a time stands alone in brackets right behind a figure."""
    return text.startswith(")", m.end) and IN_BRACKETS.search(text, max(0, m.start - 8), m.start) is not None


def own(text: str, dates: Sequence[Mention], end: int) -> Mention | None:
    """The day in brackets right behind a figure that ends at a place, or None."""
    return next((m for m in dates if m.start == end + 1 and text[end] == "(" and text.startswith(")", m.end)), None)
