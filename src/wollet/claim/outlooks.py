"""What is to come about in a span of years, and how many of a thing are to be built: outlooks without a metric."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from wollet.claim.facts import sort_of
from wollet.claim.frames import Frame, Frames
from wollet.claim.future import FUTURE
from wollet.claim.stretches import months_before
from wollet.claim.whose import owner
from wollet.mention import unhurried as re
from wollet.model.quantity import Interval, Quantity
from wollet.model.time import Window


class Outlook(msgspec.Struct, frozen=True):
    """A figure of an outlook: what its claim says of it, and how surely."""

    said: dict[str, Any]
    score: int


IN_YEARS = re.compile(r"(\d{1,2})\s?(년|개월)\s?(?:내로|이내|내에|안에)")
WITHIN = {
    "ko": re.compile(r"\s?(?:내로|내에|안에|이내|뒤|후)(?:에[는야]?|면)?(?=[\s,은는엔])"),
    "en": re.compile(r"\b(?:within|in|over the next|in the next|for)\s(?:the next\s)?"),
}
PLANNED = {
    "ko": re.compile(rf"[을를이가]?\s?(?:건설|설립|구축|확보|도입|투입)[^.]{{0,20}}(?:계획|예정|구상|목표|방침)|[{FUTURE}]\s?것|전망|예상|계획|예정|구상"),
    "en": re.compile(r"\b(?:will|would|could|may|might|expects?|plans?|forecasts?)\b"),
}
KO_ORDINAL = re.compile(r"\d(?:호|차|세대|단계|기)$")
"""A number that only says which of several a thing is."""
KO_TAKES = re.compile(r"\s?(?:이상|정도|가량|쯤|안팎)?[이은]?\s?(?:더\s|족히\s|넘게\s)?걸[려리린릴]")
"""Behind a span: so long will it take."""
KO_TO_COME = re.compile(rf"[{FUTURE}]\s?(?:것|수\s있|전망)|(?:[다라]면|전망|예상)")
SURE, LISTED, LOOSE = 58, 56, 40
"""How surely a span or a number is an outlook: told as what it takes or as a term, one of several, or by a plan behind it."""
GOES_ON = re.compile(r"[,;]|\b(?:and|but|while)\b")
"""Where a clause of another deed begins."""


def outlooks(frames: Frames) -> Iterator[Outlook]:
    """The outlooks of a text that no metric word is near."""
    published = frames.article.published.date()
    yield from _within(frames, published)
    if frames.lang == "ko":
        yield from _takes(frames)
    text, lang = frames.text, frames.lang
    for frame in frames.numbers:
        q = frame.quantity
        if q is None or frame.fact is not None:
            continue
        figured = any(c.isdigit() for c in frame.quote)
        span = sort_of(q.unit) == "time" and (q.hedge != "range" or (lang == "ko" and figured)) and WITHIN[lang].search(text, max(frame.sentence.start, frame.start - 12), frame.end + 8)
        counted = q.unit == "count" and frame.kind == "count" and figured and not (lang == "ko" and KO_ORDINAL.search(frame.quote) and not text.startswith(("를", "을"), frame.end))
        if not (span or counted) or not _planned(frames, frame):
            continue
        n = q.high if q.high is not None else q.low
        months = {"months": 1, "quarters": 3, "years": 12}.get(q.unit, 0)
        window: Window | None = None
        if span and n is not None and n == int(n) and 0 < n <= 100 and months:
            window = Window(published, months_before(published, -int(n) * months))
        said = frames.claim_fields(frame)
        said.update(
            subject=owner(frames, frame), metric="outlook", direction=None, when=window, tier="default",
            certainty="planned" if counted else "expected",
        )  # fmt: skip
        yield Outlook(said, LOOSE)


def _planned(frames: Frames, frame: Frame) -> bool:
    """Whether a figure is of what is only meant to be, by the words behind it; in English by those of its own clause."""
    text, end = frames.text, min(frame.sentence.end, frame.end + 60)
    if frames.lang == "en" and (wall := GOES_ON.search(text, frame.end, end)) is not None:
        end = wall.start()
    return PLANNED[frames.lang].search(text, frame.end, end) is not None


def _takes(frames: Frames) -> Iterator[Outlook]:
    """How long a thing will take, in the words of one who says so, and the other spans of the same saying."""
    told: set[int] = set()
    for frame in frames.numbers:
        if sort_of(frame.unit) != "time" or frame.unit in ("days", "sessions", "hours"):
            continue
        inside = frames.speech.quotation(frame.start)
        stop = frames.speech.quotes[inside][1] if inside >= 0 else frame.sentence.end
        if KO_TAKES.match(frames.text, frame.end) is not None and KO_TO_COME.search(frames.text, frame.end, min(stop, frame.end + 40)) is not None:
            told.add(inside)
            yield Outlook(_lasting(frames, frame), SURE)
        elif inside >= 0 and inside in told:
            yield Outlook(_lasting(frames, frame), LISTED)


def _lasting(frames: Frames, frame: Frame) -> dict[str, Any]:
    return {**frames.claim_fields(frame), "subject": owner(frames, frame), "metric": "outlook", "direction": None, "when": None, "tier": "default", "certainty": "expected"}


def _within(frames: Frames, published: dt.date) -> Iterator[Outlook]:
    """What is to happen "within ten years": the span is the figure, its end the day it falls due."""
    text = frames.text
    for m in frames.dates:
        if (told_in := IN_YEARS.search(text, m.start, m.end)) is not None:
            n = Decimal(told_in[1])
            frame = frames.at(m.start, m.end)
            window = Window(published, months_before(published, -int(n) * (12 if told_in[2] == "년" else 1)))
            said = frames.claim_fields(frame)
            said.update(
                subject=owner(frames, frame), metric="outlook", direction=None, when=window, tier="default", certainty="expected",
                quantity=Quantity(low=Decimal(0), high=n, unit="years" if told_in[2] == "년" else "months", hedge="less_than",
                                  interval=Interval(Decimal(0), n)),
            )  # fmt: skip
            yield Outlook(said, SURE)
