"""The one judge: every reading of a claim is computed, and only then is anything called wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import cast

import msgspec

from wollet.claim.family import Family, family_of
from wollet.model.article import Article
from wollet.model.claim import Certainty, Claim, Tier
from wollet.model.market import MarketData
from wollet.model.verdict import Evidence, Label, Reading, Reason, Verdict
from wollet.verify.slips import digits
from wollet.verify.sources import OtherSource, Watched, dissenting
from wollet.verify.tolerance import TRUTH, holds

AHEAD = frozenset(("expected", "planned"))
"""Statements of what is to come: data that do not bear them out yet do not refute them."""
MOMENT = "bars of a day do not settle a moment within it"
TENS = (Decimal(10), Decimal("0.1"))
TURNED = (Decimal(1), *TENS)
FINE = 3
"""Digits that agree by no chance."""
PRICES = frozenset(("change", "level"))
ORDER: dict[Tier, int] = {"stated": 0, "default": 1, "possible": 2}


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a set of computed readings comes to; `by` is the place of the reading that decided."""

    label: Label
    reason: Reason | None = None
    gross: bool = False
    by: int | None = None


def decide(readings: Sequence[Reading], certainty: Certainty = "asserted") -> Decision:
    """The label that computed readings carry.

    Meaning: supported if a stated or default reading holds; undecided (ambiguous) if only a possible one does, or if
    the words are sure of none; refuted only if every reading was computed and failed; otherwise undecided for the reason
    of the first that was not computed.  A hypothetical statement is never decided, one of what is to come never refuted.  The reading that came nearest to
    what is stated is the one that a refutation shows.
    """
    if certainty == "hypothetical":
        return Decision(label="undecided", reason="hypothetical")
    for i, r in enumerate(readings):
        if r.holds and r.tier != "possible":
            return Decision(label="supported", by=i)
    for i, r in enumerate(readings):
        if r.holds:
            return Decision(label="undecided", reason="ambiguous", by=i)
    for r in readings:
        if r.holds is None:
            return Decision(label="undecided", reason=r.reason or "no_data")
    if not readings:
        return Decision(label="undecided", reason="no_reference")
    sure = [i for i, r in enumerate(readings) if r.tier != "possible"]
    if not sure:
        return Decision(label="undecided", reason="ambiguous", by=0)
    if certainty in AHEAD:
        return Decision(label="undecided", reason="pending", by=sure[0])
    return Decision(label="refuted", gross=all(readings[i].gross for i in sure), by=min(sure, key=lambda i: distance(readings[i])))


def distance(r: Reading) -> Decimal:
    """How far a measured value lies from the stated figure, in shares of it; 0 where there is no one value."""
    q, e = r.claim.quantity, r.evidence
    aim = None if q is None else q.low if q.low is not None else q.high
    if aim is None or e is None or e.measured is None or e.unit == TRUTH:
        return Decimal(0)
    return abs(abs(e.measured) - aim) + (aim if r.gross else 0)


def judge(claim: Claim, *, article: Article, market: MarketData, hindsight: bool = False) -> Verdict:
    """The verdict on one claim of an article, from what was known when the article appeared."""
    as_of = None if hindsight else article.published
    return weigh(claim, compute(claim, article.published, market, as_of))


def weigh(claim: Claim, readings: Iterable[Reading]) -> Verdict:
    """The verdict that computed readings give, without the hint for the reader."""
    computed = tuple(readings)
    open_ones = () if misplaced(claim, computed) else left_open(claim)
    ranked = tuple(sorted((*computed, *open_ones), key=lambda r: ORDER[r.tier]))
    d = decide(ranked, claim.certainty)
    return Verdict(claim=claim, label=d.label, reason=d.reason, gross=d.gross, readings=ranked, decided=d.by)


def left_open(claim: Claim) -> tuple[Reading, ...]:
    """The reading that no one can compute, of a claim whose words leave open what is meant and offer nothing in its place."""
    if claim.doubt is None or any(o.note == claim.doubt for o in claim.options):
        return ()
    other = msgspec.structs.replace(claim, options=())
    return (Reading(claim=other, tier="possible", reason="ambiguous", note=claim.doubt),)


def instead(claim: Claim, read: Claim) -> bool:
    """Whether a reading stands for what the words of a claim leave open."""
    given = [o for o in claim.options if o.note is not None and o.note == claim.doubt]
    return any((o.window is not None and o.window == read.when) or (o.instrument is not None and o.instrument == read.subject.id) for o in given)


def misplaced(claim: Claim, readings: Sequence[Reading], fewest: int = FINE) -> bool:
    """Whether a figure is what a likely reading measured but for its decimal point or its sign: nothing else was meant."""
    q = claim.quantity
    if q is None or q.low is None or q.low != q.high or q.hedge is not None or not q.grain or len(digits(q.low)) < fewest:
        return False
    for r in readings:
        x = r.evidence.measured if r.evidence is not None and r.tier != "possible" and r.evidence.unit == q.unit else None
        if x is not None and any(abs(abs(x) * ten - q.low) <= q.grain / 2 for ten in (TURNED if r.gross else TENS)):
            return True
    return False


def compute(claim: Claim, published: dt.datetime, market: MarketData, as_of: dt.datetime | None) -> list[Reading]:
    """Every reading that the words of a claim allow, each measured; a disagreeing source is a reading of its own."""
    family = family_of(claim)
    out: list[Reading] = []
    for read, tier in family.readings(claim, published):
        watched = Watched(market)
        first = measured(family, read, tier, cast(MarketData, watched), as_of)
        if first.holds is None and first.note is None and instead(claim, read):
            first = msgspec.structs.replace(first, note=claim.doubt)
        out.append(first)
        if first.holds:
            if tier == "stated":
                break
            continue
        for source in dissenting(watched, market) if watched.asked else ():
            other = measured(family, read, tier, cast(MarketData, OtherSource(market, source)), as_of)
            if other.holds is not None and other.evidence != first.evidence:
                out.append(msgspec.structs.replace(other, note=f"by {source}"))
    return out


def measured(family: Family, claim: Claim, tier: Tier, market: MarketData, as_of: dt.datetime | None) -> Reading:
    """One reading, computed and set against what the words commit to; doubtful rows leave it open."""
    found = family.measure(claim, market, as_of)
    if not isinstance(found, Evidence):
        note = MOMENT if found == "no_data" and claim.basis == "intraday" and family.name in PRICES else None
        return Reading(claim=claim, tier=tier, reason=found, note=note)
    if found.as_of is None and as_of is not None:
        found = msgspec.structs.replace(found, as_of=as_of)
    so, gross, reason = holds(claim, found)
    doubt = next((r.doubtful for r in found.rows if r.doubtful), None)
    if doubt is not None:
        return Reading(claim=claim, tier=tier, evidence=found, reason="no_data", note=f"doubtful row: {doubt}")
    return Reading(claim=claim, tier=tier, evidence=found, holds=so, gross=gross, reason=reason)
