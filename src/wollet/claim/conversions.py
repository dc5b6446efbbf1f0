"""Amounts told a second time in another currency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from wollet.claim.family import Take
from wollet.claim.frames import Frame, Frames
from wollet.mention import unhurried as re
from wollet.model.claim import Claim, Option, Subject
from wollet.model.quantity import Quantity
from wollet.model.time import Window
from wollet.reference import instruments

BRACKET = re.compile(r"\s?(?:규모|어치|의?\s?[가-힣]{0,6})?\s?[(（]\s?(?:한화|원화|우리\s?돈|미화|약|또는|or|about|roughly|approximately|USD|US|KRW|\s)*\s?")
IN_OURS = re.compile(r"(?:우리\s?돈(?:으?로)?|한화(?:로)?|원화(?:로)?|미화(?:로)?|환산하?면?)(?:\s?(?:으?로|환산하면|따지면|치면|약|대략|최대|무려))*\s?$")
FAR = 60
"""How far an amount may stand from the same amount in another currency."""


def told_again(frames: Frames) -> Iterable[tuple[Frame, Decimal, str]]:
    """(the second amount, the first amount, the first's currency) of each amount told twice."""
    held: list[Frame] = []
    for frame in frames.numbers:
        q = frame.quantity
        if q is None or len(q.unit) != 3 or not q.unit.isupper():
            continue
        for first in reversed(held[-3:]):
            p = first.quantity
            assert p is not None
            if p.unit == q.unit or frame.start - first.end > FAR:
                continue
            inside = first.sentence is frame.sentence and BRACKET.fullmatch(frames.text, first.end, frame.start)
            if inside or IN_OURS.search(frames.text, max(first.end, frame.start - 24), frame.start):
                amount = _meant(p)
                if amount is not None:
                    yield frame, amount, p.unit
                break
        held.append(frame)


def _meant(first: Quantity) -> Decimal | None:
    """The end of a range that is converted: the upper one of "up to"."""
    if first.low is None or first.high is None or first.low == first.high:
        return first.low if first.low is not None else first.high
    return first.high


def pair_of(a: str, b: str) -> Subject:
    """The currency pair that a conversion rests on."""
    for pair in (f"{a}/{b}", f"{b}/{a}"):
        if instruments.get(f"FX:{pair}") is not None:
            return Subject(kind="instrument", id=f"FX:{pair}", symbol=pair, name=pair)
    return Subject(kind="topic", name=f"{a}/{b}")


def claims(frames: Frames, claim: type) -> Iterable[Take]:
    """The conversions of an article."""
    day = frames.article.published.date()
    for frame, amount, currency in told_again(frames):
        said = frames.claim_fields(frame)
        said.update(
            subject=pair_of(currency, frame.unit), metric="amount", direction=None, when=Window(day, day), tier="default"
        )
        yield Take(claim=claim(**said, amount=amount, currency=currency), score=88)




BESIDE = 4
"""Code points between an amount and what it is in another currency."""


def of_amounts(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, conversions with the subject and the time of the amount that they convert.

    The rate is still that of the day the text appeared: that day stays a reading.
    """
    before: Claim | None = None
    for c in claims:
        currency = getattr(c, "currency", None)
        if currency is None:
            before = c
            yield c
            continue
        near = before is not None and 0 <= c.span[0] - before.span[1] <= BESIDE and before.quantity is not None and before.quantity.unit == currency
        if not near or before is None:
            yield c
            continue
        told = Option(tier="stated", window=c.when)
        moved = before.when is not None and before.when != c.when and c.when is not None
        yield msgspec.structs.replace(
            c, subject=before.subject if before.subject.id else c.subject, when=before.when if moved else c.when,
            options=(*c.options, told) if moved else c.options, tier="default",
        )  # fmt: skip
