"""Figures that follow one another and measure the same thing: "39% to $11.2 billion, up from $8.1 billion".

The nearest metric word belongs to the whole chain: a figure without a word of its own, or with a farther one, takes over
what its neighbour measures.  So do the members of a list in brackets, and a figure in a sentence that names no other
metric and no other subject than the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from wollet.claim.facts import FITS, Fact, sort_of
from wollet.claim.frames import Frame
from wollet.mention import unhurried as re
from wollet.model.article import Lang

_EN = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|or|and|to|up|down|from|versus|compared|with|a|an|the|just|only|more|than|about|nearly|almost|slightly|of|in|on|at|year|over|ago|earlier|prior|basis|"
    r"year-over-year|year-on-year|year-ago|per|share|annual|growth|increase|decrease|decline|drop|jump|rise|fall|gain|rate|stock|profit|roughly"
)
LINK = {
    "en": re.compile(rf"[,)]?\s?\(?(?:(?:{_EN})[,\s(]+)*"),
    "ko": re.compile(r"[)]?(?:[\s,(]|에서|으로|로|보다도?|대비|전년|동기|지난해|작년|같은|기간|약|각각|나|증가한|감소한|늘어난|줄어든|증가|감소)*"),
}
LIST = re.compile(r"[%)]?\)\s?,?\s?(?:및\s|와\s|과\s|and\s)?[^\d()%]{1,24}\(\s?")
JOINED = re.compile(r"\s?(?:[가-힣A-Za-z()]{1,10}(?:과|와|및)|,)\s?")
YEAR_NEXT = re.compile(r"(?:을|를)?,\s(?:내년|내후년|20\d\d년)(?:에는|엔|은)?\s")
"""Between the figures that are expected of two years."""
NEAR = {"en": 60, "ko": 34}
STEP = 6
ON_BASE = re.compile(r"\s?(?:전월|전년|전\s?분기|전년\s?동(?:기|월))(?:과|와)?\s?(?:대비|비교)")
"""A sentence that only tells the same figure on another base."""
COMPILED = re.compile(r"[이가]\s(?:집계|조사|추정|제시)한\s")
"""Behind who only collected what was expected: "다우존스가 집계한 전망치"."""
LASTING = frozenset(("fundamentals", "macro"))
GREW_TO = re.compile(r"\sto\s")
"""Between a growth and the amount that it led to."""


def pass_on(text: str, lang: Lang, frames: Sequence[Frame]) -> None:
    """Give the figures of a chain the metric of the one that stands nearest its word."""
    for a, b in pairwise(frames):
        if a.sentence is not b.sentence or a.quantity is None or b.quantity is None:
            continue
        if b.start - a.end <= NEAR[lang] and LINK[lang].fullmatch(text, a.end, b.start):
            _give(a, b)
            if b.fact is None or not b.fact.forecast:
                _give(b, a)
            _expected_too(text, lang, a, b)
        elif lang == "ko" and a.fact is None and b.fact is not None and b.fact.forecast and a.unit == b.unit and YEAR_NEXT.fullmatch(text, a.end, b.start):
            a.fact = b.fact
        elif b.start - a.end <= 14 and a.fact is not None and a.fact.forecast:
            _expected_too(text, lang, a, b)
        elif a.unit == b.unit and b.start - a.end <= NEAR[lang] and LIST.fullmatch(text, a.end, b.start):
            _give(a, b, listed=True)
    last: Frame | None = None
    through = -1
    for f in frames:
        fact = f.fact
        if fact is not None and fact.metric == "consensus" and last is not None and last.fact is not None and _continues(text, last, f, through):
            f.fact = msgspec.structs.replace(fact, metric=last.fact.metric)
            through = f.sentence.index
        elif fact is not None:
            last = f if fact.family in LASTING else last if fact.family == "forecast" else None
            through = f.sentence.index
        elif last is not None and last.fact is not None and _continues(text, last, f, through if lang == "ko" and ON_BASE.match(text, f.sentence.start) else -1):
            f.fact = msgspec.structs.replace(last.fact, at=None, cost=70)
            if f.before is not None and (growth := frames[f.before]).fact is None and GREW_TO.fullmatch(text, growth.end, f.start):
                growth.fact = f.fact


def _expected_too(text: str, lang: Lang, a: Frame, b: Frame) -> None:
    """Of two expectations joined by a comma or "and", the second is one as well."""
    if a.fact is None or b.fact is None or not a.fact.forecast or b.fact.family != "fundamentals":
        return
    if lang == "ko" and JOINED.fullmatch(text, a.end, b.start):
        b.fact = msgspec.structs.replace(b.fact, family="forecast", forecast=True)


def _give(a: Frame, b: Frame, *, listed: bool = False) -> None:
    """What the first figure measures, to the second, where it has no nearer word."""
    fact = a.fact
    if fact is None or sort_of(b.unit) not in FITS.get(fact.family, frozenset()) or fact.family == "other":
        return
    own = b.fact
    if own is not None and own.cost <= fact.cost + STEP:
        return
    if own is not None and (own.forecast != fact.forecast or (own.family == "price" and a.unit != b.unit)) and not listed:
        return
    b.fact = Fact(fact.family, fact.metric, fact.at, fact.forecast, fact.cost + (0 if listed else STEP))


def _continues(text: str, last: Frame, f: Frame, through: int = -1) -> bool:
    """Whether a sentence goes on about the figure of the sentence before."""
    subject = f.subject
    if subject is not None and subject.how == "clause" and COMPILED.match(text, subject.end, f.start):
        subject = None
    return (
        f.sentence.index == max(last.sentence.index, through) + 1 and f.unit == last.unit and f.kind == last.kind
        and f.sentence.paragraph == last.sentence.paragraph
        and (subject is None or subject.how in ("carried", "title", "heading"))
    )  # fmt: skip
