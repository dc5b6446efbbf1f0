"""What an article says against itself: figures that cannot all be true, with no market data at all.

Of figures that bind each other and do not agree, the one that most others speak against is refuted: all but it are borne
out by the market, or hold in other relations or are told again elsewhere.  Where nothing else tells, the one that the
text derives from the others ("from A to B, z%") is held against them.  Two that tell one thing differently stay open, and
each names the other.  What the market bore out is never touched, and agreement alone proves nothing but arithmetic.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from wollet.claim.families.conversion import Conversion
from wollet.claim.family import family_of
from wollet.model.article import Article
from wollet.model.claim import Claim
from wollet.model.mention import Mention
from wollet.model.verdict import Evidence, Reading, Row, Verdict
from wollet.verify.accord import Figure, Relation, Span
from wollet.verify.bonds import bonds
from wollet.verify.judge import weigh
from wollet.verify.report import number
from wollet.verify.slips import slip
from wollet.verify.tolerance import holds, magnitudes
from wollet.verify.weekdays import weekdays

OPEN = frozenset(("no_data", "no_reference", "ambiguous"))
AGREED = Decimal("0.01")
APART = Decimal("0.03")
"""Rates that conversions of one text imply: alike within the one, another day's within the other."""
SETTLED = frozenset(("change", "level", "period_return", "fundamentals", "macro", "market_cap"))
SOME = 2
"""Conversions that must agree before another one is held against them."""


def within(verdicts: Sequence[Verdict], article: Article, mentions: Sequence[Mention]) -> list[Verdict]:
    """The verdicts after the article's own arithmetic, in text order."""
    out = list(verdicts)
    directions = {v.claim.span: v.claim.direction for v in out if v.claim.direction in ("up", "down")}
    found = list(bonds(article, mentions, directions))
    if found:
        places: dict[Span, list[int]] = {}
        for i, v in enumerate(out):
            places.setdefault(v.claim.span, []).append(i)
        votes = tally(found, mentions)
        for relation in found:
            weighed(out, relation, places, votes, article)
    conversions(out, article)
    twice(out, article)
    return weekdays(out, article, mentions)


def tally(found: Sequence[Relation], mentions: Sequence[Mention]) -> dict[Span, int]:
    """What speaks for each figure: relations that hold, and the same figure told again."""
    held: dict[tuple[str, Decimal], int] = {}
    for m in mentions:
        q = m.value
        low, unit = getattr(q, "low", None), getattr(q, "unit", None)
        if low is not None and unit is not None:
            held[unit, low] = held.get((unit, low), 0) + 1
    votes: dict[Span, int] = {}
    for r in found:
        good = r.holds()
        for f in r.figures:
            again = held.get((f.quantity.unit, f.value), 1) > 1
            votes[f.span] = max(votes.get(f.span, 0), int(again)) + int(good)
    return votes


def weighed(
    out: list[Verdict], relation: Relation, places: dict[Span, list[int]], votes: dict[Span, int], article: Article
) -> None:
    """One relation: arithmetic that comes out is borne out; where it fails, one figure is refuted or all are named."""
    day = article.published.date()
    of = [places.get(f.span, []) for f in relation.figures]
    labels = [{out[i].label for i in p} for p in of]
    if relation.holds():
        for i in of[relation.derived]:
            borne(out, i, relation, day)
        return
    if any("refuted" in s for s in labels):
        return
    loose = [n for n, s in enumerate(labels) if "supported" not in s]
    if not loose:
        return
    guilty = blamed(relation, loose, votes)
    if guilty is not None:
        for i in of[guilty]:
            v = out[i]
            evidence = relation.solved(guilty, day, v.claim.direction)
            if evidence is not None and chargeable(v, alone=len(loose) == 1) and holds(v.claim, evidence)[0] is False:
                out[i] = charged(v, evidence)
        if any(out[i].label == "refuted" for i in of[guilty]):
            return
    for n in loose:
        others = [f for k, f in enumerate(relation.figures) if k != n]
        for i in of[n]:
            evidence = relation.solved(n, day, out[i].claim.direction)
            if evidence is not None and chargeable(out[i], alone=True) and holds(out[i].claim, evidence)[0] is False:
                out[i] = noted(out[i], evidence, others, article)


def blamed(relation: Relation, loose: Sequence[int], votes: dict[Span, int]) -> int | None:
    """The place of the figure that the others speak against, None where that cannot be told."""
    if len(loose) == 1:
        return loose[0]
    said = {n: votes.get(relation.figures[n].span, 0) for n in loose}
    least = min(said.values())
    weakest = [n for n in loose if said[n] == least]
    if len(weakest) == 1:
        return weakest[0]
    slips = [n for n in weakest if (x := relation.implied(n)) is not None and slip(relation.figures[n].quantity, x)]
    if len(slips) == 1:
        return slips[0]
    return relation.derived if relation.derived in weakest else None


def chargeable(v: Verdict, *, alone: bool) -> bool:
    """Whether an open verdict on a plain figure told as a fact may be turned by the text's own arithmetic."""
    c, q = v.claim, v.claim.quantity
    return (
        v.label == "undecided" and q is not None and q.hedge is None and q.low is not None and q.low == q.high
        and not c.negated and c.certainty in ("asserted", "reported")
        and (v.reason in OPEN if alone else v.reason in ("no_data", "no_reference"))
    )  # fmt: skip


def charged(v: Verdict, evidence: Evidence) -> Verdict:
    """The verdict where the article contradicts itself: its own figures are the reading that was computed."""
    _, gross, _ = holds(v.claim, evidence)
    reading = Reading(claim=v.claim, tier="stated", evidence=evidence, holds=False, gross=gross, note="the article's own figures")
    return weigh(msgspec.structs.replace(v.claim, doubt=None), [reading])


def noted(v: Verdict, evidence: Evidence, others: Sequence[Figure], article: Article) -> Verdict:
    """An open verdict that names the figures with which it cannot be true."""
    quotes = ", ".join(dict.fromkeys(f.quote for f in others))
    told = f"이 글의 {quotes}와(과) 함께 맞을 수 없습니다" if article.lang == "ko" else f"cannot be true together with {quotes} in this text"
    _, gross, _ = holds(v.claim, evidence)
    reading = Reading(claim=v.claim, tier="possible", evidence=evidence, holds=False, gross=gross, note="the article's own figures")
    return msgspec.structs.replace(weigh(v.claim, [*(r for r in v.readings if r.note != v.claim.doubt or v.claim.doubt is None), reading]), help=told)


def borne(out: list[Verdict], i: int, relation: Relation, day: dt.date) -> None:
    """A sum, a ratio or a difference that the figures beside it give is true as stated."""
    v = out[i]
    if v.label != "undecided" or v.reason != "no_reference" or family_of(v.claim).name != "arithmetic" or v.claim.doubt is not None:
        return
    evidence = relation.solved(relation.derived, day, v.claim.direction)
    if evidence is not None and holds(v.claim, evidence)[0] is True:
        out[i] = weigh(v.claim, [Reading(claim=v.claim, tier="stated", evidence=evidence, holds=True, note="the article's own figures")])


def conversions(out: list[Verdict], article: Article) -> None:
    """Amounts told twice: one whose rate no other conversion of the text shares, where the others agree."""
    pairs: dict[tuple[str, str], list[tuple[int, Decimal, Conversion]]] = {}
    for i, v in enumerate(out):
        c = v.claim
        if isinstance(c, Conversion) and c.quantity is not None and c.quantity.low and c.quantity.low == c.quantity.high and c.amount:
            pairs.setdefault((c.currency, c.quantity.unit), []).append((i, c.quantity.low / c.amount, c))
    for told in pairs.values():
        if len(told) <= SOME:
            continue
        for i, rate, c in told:
            others = [(r, o) for j, r, o in told if j != i]
            mid = sorted(r for r, _ in others)[len(others) // 2]
            agreed = [o for r, o in others if abs(r / mid - 1) <= AGREED]
            if len(agreed) < SOME or len(agreed) < len(others) or abs(rate / mid - 1) <= APART or out[i].label != "undecided":
                continue
            evidence = at_rate(c, agreed[0], article.published.date())
            if out[i].reason in OPEN and holds(c, evidence)[0] is False:
                out[i] = charged(out[i], evidence)


def at_rate(c: Conversion, other: Conversion, day: dt.date) -> Evidence:
    """An amount at the rate that another conversion of the text implies."""
    assert other.quantity is not None and other.quantity.low is not None and c.quantity is not None
    said = magnitudes(other.quantity)
    low, high = (c.amount * (x or other.quantity.low) / other.amount for x in (said.low, said.high))
    figures = (c.amount, other.quantity.low, other.amount)
    quotes = (f"amount in {c.currency}", other.quote, f"amount in {c.currency}")
    return Evidence(
        measured=None, unit=c.quantity.unit, formula="{} * {} / {}".format(*(number(x) for x in figures)), low=low * (1 - AGREED), high=high * (1 + AGREED),
        rows=tuple(Row(source="article", series=q, date=day, value=number(x) or "") for x, q in zip(figures, quotes, strict=True)),
        note="the rate of the text's other conversions",
    )  # fmt: skip


def twice(out: list[Verdict], article: Article) -> None:
    """One figure told in two ways, in the title and below it, of which one is mistyped: each names the other."""
    told: dict[tuple[object, ...], list[int]] = {}
    for n, v in enumerate(out):
        c = v.claim
        if family_of(c).name not in SETTLED or (not chargeable(v, alone=True) and v.label != "supported"):
            continue
        if c.subject.id is None or c.when is None or c.quantity is None or c.basis not in (None, "close") or not plain(c):
            continue
        told.setdefault((family_of(c).name, c.subject.id, c.metric, c.quantity.unit, c.when, c.basis), []).append(n)
    end = article.text.find("\n")
    for same in told.values():
        titled = [i for i in same if out[i].claim.span[0] < end]
        below = [i for i in same if out[i].claim.span[0] >= end] if titled else []
        for i in (*titled, *below):
            others = below if out[i].claim.span[0] < end else titled
            against = [j for j in others if disjoint(out[i].claim, out[j].claim) and mistyped(out[i].claim, out[j].claim)]
            if against and out[i].label == "undecided" and out[i].help is None:
                quotes = ", ".join(dict.fromkeys(out[j].claim.quote for j in against))
                here = f"이 글의 다른 곳에는 {quotes}라고 적혀 있습니다" if article.lang == "ko" else f"elsewhere this text says {quotes}"
                out[i] = msgspec.structs.replace(out[i], help=here)


def mistyped(a: Claim, b: Claim) -> bool:
    """Whether two figures are one but for a slip of the hand."""
    assert a.quantity is not None and b.quantity is not None and b.quantity.low is not None
    return a.direction == b.direction and a.quantity.grain == b.quantity.grain and slip(a.quantity, b.quantity.low)


def plain(c: Claim) -> bool:
    return c.quantity is not None and c.quantity.low is not None and c.quantity.low == c.quantity.high and bool(c.quantity.grain)


def disjoint(a: Claim, b: Claim) -> bool:
    """Whether two figures cannot be the same."""
    assert a.quantity is not None and b.quantity is not None
    x, y = magnitudes(a.quantity), magnitudes(b.quantity)
    if {a.direction, b.direction} == {"up", "down"}:
        return True
    return (x.high is not None and y.low is not None and x.high < y.low) or (y.high is not None and x.low is not None and y.high < x.low)
