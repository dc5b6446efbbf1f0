"""Prices, and moves of them, that English texts foretell: "sees the S&P 500 reaching 5,200 by the end of the year".

What others expect is told by a verb of seeing or by "will"; what only might be, by a condition ("a break below 4,900
would open the way to 4,800"); both are kept apart from where a price stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from wollet.claim.canonical import ordinary_metric
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.pricing import in_unit, sort_of
from wollet.claim.roles import role
from wollet.claim.stretches import months_before
from wollet.claim.time_words import DAYS
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.time import When, Window

EN_REACH = 110
EN_FORESEEN = Anchored(
    r"\b(?:(?:sees?|seeing|expect(?:s|ed|ing)?|forecast(?:s|ing)?|predict(?:s|ed|ing)?|project(?:s|ed|ing)?|anticipat(?:es?|ed|ing)|foresees?|envisions?|envisages?)\s(?:(?!(?:after|but|before|while|since|which|who|left|sent|pushed|and)\b)[\w&$.'’-]+,?\s){0,8}?"
    r"(?:to\s)?(?:reach|hit|end|finish|clos|trad|ris|climb|advanc|gain|rall|jump|fall|drop|slid|slip|declin|sink|weaken|strengthen|surpass|top|averag|retreat|rebound|touch|push|driv|tak|lift|send|boost|rais|pull|drag|drift|head|mov|hover|settl|stay|remain|trend|test|bounc|cross|approach|dip|eas|edg|tumbl|plung|soar|surg|slump|creep|doubl|return)(?:ing|e|y|p(?:ing)?|t(?:ing)?|k)?"
    r"|(?:could|can|may|might|will|would|should|headed\sfor|heading\s(?:for|to|toward)|likely\sto|(?:poised|set|on\s(?:track|course))\sto)\s(?:\w+ly\s|still\s|even\s|then\s|soon\s|again\s)?(?:reach|hit|end|finish|close|trade|rise|climb|advance|gain|rally|jump|fall|drop|slide|slip|decline|sink|weaken|strengthen|surpass|top|average|retreat|rebound|touch|drift|head|move|go|get|hover|settle|stay|remain|trend|grind|push|break|test|swing|bounce|cross|approach|dip|ease|edge|tumble|plunge|soar|surge|slump|creep|double|return))"
    r"\s(?:(?!(?:after|but|before|while|since|which|and|from)\b)[A-Za-z$’'-]+\s|20\d\d\s){0,6}[$€£¥]?$",
    re.IGNORECASE,
)
"""Before a price or a move that is only foretold."""
EN_SET = re.compile(
    r"\b(?P<aimed>(?:target(?:s|ed|ing)?|(?:its|their|his|her|a|trading)\s(?:forecast|range|projection))\s)(?:for\s(?:\S+\s){1,5}?)?(?:(?:of|at|to|from|a|a\slevel\sof)\s)?(?:[$€£¥]?\d[\d,.]*\s(?:from|to)\s)?[$€£¥]?$|\b(?:sees?|puts?|expects?|forecasts?|projects?|predicts?)\s(?:[\w&$.'’-]+\s){1,5}(?:at|near|around|above|below)\s(?:about\s)?[$€£¥]?$",
    re.IGNORECASE,
)
"""Before a price that is aimed at, or that is foretold where a day to come stands beside it."""
NO_YEAR = re.compile(r"(?:by|at|before|in|for)?\s?(?:the\s)?(?:(?:end\sof|early|late|mid)[-\s])?(?:the\s)?(?:year[-\s]?end|end\sof\sthe\syear|[A-Z][a-z]{2,8}\.?)", re.IGNORECASE)
"""A month or the end of a year, which in a forecast is the next."""
OPENED = re.compile(r"\b(?:would|could|may|might|will)\s(?:\w+\s)?(?:open|pave|clear)\s(?:up\s)?(?:the\s)?(?:way|door|path|road|room)\s(?:to|for|toward|towards)\s(?:an?\s[\w-]+\s(?:to|toward|towards)\s)?(?:the\s)?$", re.IGNORECASE)
SUPPOSED = re.compile(r"\b(?:if|assuming|should (?:the|it|they)|in the event)\b", re.IGNORECASE)
BREAK = re.compile(r"\b(?:(?:[Aa]n?|[Aa]ny|[Aa]nother|[Tt]he next|[Ss]ustained|decisive|clear)\s(?:\w+\s)?(?:break|move|drop|fall|close|rise|push|slide|rally|dip|climb|return)|(?:[Ii]f|[Ss]hould|[Oo]nce)\s[^.;,]{2,40}?\s(?:break|fall|drop|close|rise|climb|push|slip|move|hold|top|clear|cross)(?:s|es)?)\s(?:back\s)?(?:below|above|under|over|through|past|beyond|to)\s(?:about\s)?(?:the\s)?[$€£]?$")
"""Before a price on which something else would depend."""
BROKEN = Anchored(BREAK.pattern[:-1] + r"\d")
HEDGED = re.compile(r"(?:(?:above|over|past|below|under|beneath|more than|less than) )?[$€£]?", re.IGNORECASE)
WOULD = re.compile(r"\b(?:would|could|may|might|can|will)\b")
BY_THEN = re.compile(r"\s(?:by|before|come)\s(?:the\s(?:end\sof\s)?|early\s|late\s)?(?=[A-Z]|year[- ]end|(?:spring|summer|fall|autumn|winter|next)\b)")
"""Behind a price that is to come: "$100,000 by December"."""
STOCK_MONEY = 10_000_000


def told(frames: Frames) -> Iterator[dict[str, Any]]:
    """What the claims of foretold prices say, in order."""
    published = frames.article.published.date()
    for frame in frames.numbers:
        q, c, text, s = frame.quantity, frame.priced, frames.text, frame.sentence
        if q is None or c is None or (q.unit not in ("", "points", "percent", "bp") and not q.unit[:3].isupper()):
            continue
        at = frame.start + len(HEDGED.match(frame.quote)[0])  # type: ignore[index]
        depends = BREAK.search(text, max(s.start, frame.start - 80), at) is not None and WOULD.search(text, s.start, s.end) is not None
        if frame.fact is not None and frame.fact.metric != "price" and not (depends and frame.fact.cost > 20):
            continue
        opened = depends or _led_to(text, s.start, frame.start) or OPENED.search(text, max(s.start, frame.start - 90), frame.start) is not None
        seen = opened or EN_FORESEEN.search(text, max(s.start, frame.start - EN_REACH), frame.start) is not None
        if not seen and not _set_for(frames, frame) and not _by_then(frames, frame):
            continue
        if frame.fact is None and role(frames, frame) is None and not (seen and _fits(frame, c.name.ids[0])):
            continue
        id = c.name.ids[0]
        if id.startswith("RATE:") and q.unit not in ("percent", "bp"):
            continue
        ahead = _ahead(frames, frame)
        said = frames.claim_fields(frame)
        supposed = opened or said["certainty"] == "hypothetical" or SUPPOSED.search(text, s.start, min(s.end, frame.end + 12))
        if q.unit not in ("percent", "bp") or text.endswith((" to ", " at "), 0, frame.start):
            said["direction"] = None
        said.update(
            subject=subject_of(c), metric=ordinary_metric(id), when=ahead or Window(published, published), tier="default",
            quantity=q if q.unit in ("percent", "bp") else in_unit(q, id), certainty="hypothetical" if supposed else "expected",
        )  # fmt: skip
        yield said


def _led_to(text: str, start: int, end: int) -> bool:
    """Whether a price stands behind one on which it would depend: "a break below 4,900 would send it to 4,800"."""
    m = BROKEN.search(text, start, end)
    return m is not None and WOULD.search(text, m.end(), end) is not None


def _fits(frame: Frame, id: str) -> bool:
    """Whether a figure that no words beside it tell the part of can be a price of its subject by its unit."""
    q, sort = frame.quantity, sort_of(id)
    assert q is not None
    if q.unit[:3].isupper():
        return sort in ("commodity", "crypto", "future") or (sort == "stock" and max(q.low or 0, q.high or 0) < STOCK_MONEY)
    return q.unit in ("percent", "bp") or (sort == "index" and (q.low or q.high or 0) >= 100)


def _by_then(frames: Frames, frame: Frame) -> bool:
    """Whether a price is told for a day to come right behind it: "$100,000 by December"."""
    return frame.unit not in ("percent", "bp") and BY_THEN.match(frames.text, frame.end) is not None and _ahead(frames, frame) is not None


def _set_for(frames: Frames, frame: Frame) -> bool:
    """Whether a price is one that is seen or aimed at for a day to come: "sees the index at 5,200 at year-end"."""
    m = EN_SET.search(frames.text, max(frame.sentence.start, frame.start - EN_REACH), frame.start)
    return m is not None and (bool(m["aimed"]) or _ahead(frames, frame) is not None)


def _ahead(frames: Frames, frame: Frame) -> Window | None:
    """The time of the sentence by which a thing is foretold, if that is still to come."""
    published = frames.article.published.date()
    for m in sorted(frames.dates_in(frame.sentence), key=lambda m: abs(m.start - frame.end)):
        when = m.value
        if not isinstance(when, When) or when.end is None or when.start is None:
            continue
        if when.end <= published and when.grain not in DAYS and NO_YEAR.fullmatch(frames.text, m.start, m.end):
            when = msgspec.structs.replace(when, start=months_before(when.start, -12), end=months_before(when.end, -12))
        if when.end is not None and when.end > published:
            return Window(max(when.start or published, published), when.end)
    return None


