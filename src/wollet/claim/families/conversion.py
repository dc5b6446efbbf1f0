"""One amount told in two currencies.

Meaning: amount * rate, the rate being any fixing of the days up to the text; the latest that bears the figure out is
taken, and the proof names it.  The claim fails only where every fixing fails; the proof then shows the nearest.  Of a range ("5조~7조 달러, 최대 약 9천300조원") the upper end is converted where the words say "up to".

Not covered: pairs that no source holds; a rate that the text itself states (`level`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal

from wollet.claim import conversions
from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frames
from wollet.model.claim import Claim
from wollet.model.market import MarketData, Point
from wollet.model.quantity import Quantity
from wollet.model.verdict import Evidence, Reason, Row

LOOK_BACK = dt.timedelta(days=7)
"""A text converts at the rate of the day or of a few days before."""
NEIGHBOUR = Decimal("0.015")
"""A figure this near was converted at a fixing that is not held."""
OLD = dt.timedelta(days=400)
"""Reported figures are also converted at the rate of their own period: such a rate leaves the claim open."""


class Conversion(Statement, frozen=True, kw_only=True):
    """`amount` of `currency`, said to be the claim's figure in its own unit."""

    amount: Decimal
    currency: str


def take(frames: Frames) -> Iterable[Take]:
    return conversions.claims(frames, Conversion)


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Conversion)
    if claim.quantity is None or claim.when is None:
        return "no_data"
    unit = claim.quantity.unit
    for pair, turned in ((f"{claim.currency}/{unit}", False), (f"{unit}/{claim.currency}", True)):
        rates = market.fx(pair, claim.when.start - LOOK_BACK, claim.when.end, as_of=as_of)
        if not rates:
            continue
        found = _converted(claim, claim.quantity, rates, turned)
        if found.measured is not None and found.measured not in claim.quantity.interval:
            aim = claim.quantity.low if claim.quantity.low is not None else claim.quantity.high
            if aim and abs(found.measured / aim - 1) <= NEIGHBOUR:
                return "no_data"
            older = market.fx(pair, claim.when.start - OLD, claim.when.end, as_of=as_of)
            if any(_amount(claim, p, turned) in claim.quantity.interval for p in older):
                return "ambiguous"
        return found
    return "no_data"


def _converted(claim: Conversion, said: Quantity, rates: Sequence[Point], turned: bool) -> Evidence:
    """The amount at the latest fixing that bears the figure out, else at the one that comes nearest."""
    aim = said.high if said.low is None else said.low
    assert aim is not None
    amounts = [(_amount(claim, p, turned), p) for p in reversed(rates)]
    x, p = next((a for a in amounts if a[0] in said.interval), min(amounts, key=lambda a: abs(a[0] - aim)))
    return Evidence(
        measured=x,
        unit=said.unit,
        formula=f"{claim.amount} {'/' if turned else '*'} {p.value}",
        rows=(
            Row(source="article", series=f"amount in {claim.currency}", date=p.end, value=str(claim.amount)),
            Row(source=p.source, series=p.series, date=p.end, value=str(p.value), field=p.kind, doubtful=p.doubtful),
        ),
        note=f"fixing: {p.kind or p.source}, {p.end}",
    )


def _amount(claim: Conversion, p: Point, turned: bool) -> Decimal:
    return claim.amount / p.value if turned else claim.amount * p.value


EXAMPLES = (
    reads("ko", "자본 5조~7조 달러, 우리 돈으로 {최대 약 9천 300조원}에 달한다.", "2024-02-14T08:12:00+09:00", quantity__unit="KRW"),
    reads("ko", "엔비디아는 지난해 4분기 매출이 8억2751만달러({약 1조2000억원})였다고 밝혔다.", "2024-02-14T08:12:00+09:00", subject__symbol="NVDA", when__end="2023-12-31"),
    reads("en", "Revenue reached 704.2 billion yuan ({$99.18 billion}).", "2024-03-29T12:00:00+08:00", quantity__unit="USD"),
    ignores("en", "Revenue reached {$99.18 billion}."),
    ignores("ko", "주가는 5만6천원({3.2%})으로 올랐다."),
)
FAMILY = Family(
    code="CNV", name="conversion", head="conversion", claim=Conversion, take=take, readings=as_said, measure=measure
)
