"""What one sentence does not tell twice: two figures that are read as one thing, and cannot both be.

"Netflix rose 1.2%, against the 0.4% of its rival": who writes two different figures in one sentence means two things, so
that at least one of them is read of the wrong name, day or stretch.  Neither is called wrong then.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from wollet.claim.clauses import sentences
from wollet.claim.family import family_of
from wollet.model.article import Article
from wollet.model.claim import Claim
from wollet.model.quantity import Quantity
from wollet.model.verdict import Verdict
from wollet.verify.borne import opened

TOLD_ONCE = frozenset(("change", "level", "period_return"))
NOTE = "another figure of the sentence is read as the same thing"


def once_each(verdicts: Sequence[Verdict], article: Article) -> list[Verdict]:
    """The verdicts, those open that call a figure wrong beside another one which is read as the same."""
    failed = {i for i, v in enumerate(verdicts) if v.label == "refuted" and family_of(v.claim).name in TOLD_ONCE}
    if not failed:
        return list(verdicts)
    starts = [s.start for s in sentences(article)]
    told: dict[tuple[object, ...], list[Claim]] = {}
    keys = {}
    for i, v in enumerate(verdicts):
        if family_of(v.claim).name in TOLD_ONCE and v.claim.quantity is not None:
            keys[i] = (bisect_right(starts, v.claim.span[0]), thing(v.claim))
            told.setdefault(keys[i], []).append(v.claim)
    return [
        opened(v, NOTE) if i in failed and i in keys and any(apart(v.claim, c) for c in told[keys[i]]) else v
        for i, v in enumerate(verdicts)
    ]


def thing(claim: Claim) -> tuple[object, ...]:
    """What a figure is of: all of a statement but its figure, its place and how it may be meant besides."""
    q = claim.quantity
    basis = "close" if claim.basis is None else claim.basis
    further = tuple(getattr(claim, name, None) for name in ("reached", "sessions", "anchor"))
    return (type(claim), claim.subject.id, claim.subject.name, claim.metric, claim.when, basis, q.unit if q is not None else "", further)


def apart(a: Claim, b: Claim) -> bool:
    """Whether two statements of one thing cannot both be true."""
    if a.span == b.span or a.quantity is None or b.quantity is None:
        return False
    if {a.direction, b.direction} == {"up", "down"}:
        return True
    return disjoint(a.quantity, b.quantity)


def disjoint(a: Quantity, b: Quantity) -> bool:
    """Whether what two figures commit to has nothing in common."""
    x, y = a.interval, b.interval
    return (x.high is not None and y.low is not None and x.high < y.low) or (y.high is not None and x.low is not None and y.high < x.low)
