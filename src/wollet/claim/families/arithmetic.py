"""Ratios, multiples, sums and differences of figures that stand in the same text.

Meaning: the first figure over (or less) the second, as far as both are told; a multiple told of a growth is the later
figure over the earlier one.

Not covered: multiples of figures that the text does not tell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frames, subject_of
from wollet.model.claim import Claim
from wollet.model.market import MarketData
from wollet.model.verdict import Evidence, Reason, Row


class Arithmetic(Statement, frozen=True, kw_only=True):
    """A ratio of `terms` (first over second) in the text, where it tells them."""

    terms: tuple[Decimal, ...] = ()


def take(frames: Frames) -> Iterable[Take]:
    for frame in frames.numbers:
        q = frame.quantity
        if q is None or q.unit != "ratio":
            continue
        said = frames.claim_fields(frame)
        said.update(subject=subject_of(frame.subject), metric="ratio", direction=None, when=None)
        yield Take(claim=Arithmetic(**said, terms=()), score=45)


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Arithmetic)
    if len(claim.terms) != 2 or not claim.terms[1]:
        return "no_reference"
    a, b = claim.terms
    day = claim.when.end if claim.when is not None else dt.date.min
    rows = tuple(Row(source="article", series="term", date=day, value=str(x)) for x in claim.terms)
    return Evidence(measured=a / b, unit="ratio", formula=f"{a} / {b}", rows=rows)


EXAMPLES = (
    reads("en", "Energy earnings {nearly doubled} to $717 million from $416 million.", quantity__unit="ratio", quantity__low="2"),
    reads("ko", "순이익은 1년 전의 {세 배}로 불었다.", quantity__unit="ratio", quantity__low="3"),
    ignores("en", "The stock rose {3.2%}."),
    ignores("ko", "주가는 {3.2%} 올랐다."),
)
FAMILY = Family(
    code="ARI", name="arithmetic", head="ratio", claim=Arithmetic, take=take, readings=as_said, measure=measure
)
