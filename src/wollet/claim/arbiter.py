"""One number, one owner: among the families that want an expression, the surest takes it."""

from __future__ import annotations

from collections.abc import Iterable

from wollet.claim.family import Take, family_of
from wollet.model.claim import Claim

RANK = ("record", "streak", "rank", "breadth", "flow", "market_cap", "conversion", "change", "period_return", "level")


def owners(takes: Iterable[Take]) -> list[Claim]:
    """The claims that are kept: of overlapping spans the highest score, all claims of the winner's own span with it."""
    order = {name: i for i, name in enumerate(RANK)}
    ranked = sorted(
        takes,
        key=lambda t: (-t.score, order.get(family_of(t.claim).name, 99), t.claim.span[0], -t.claim.span[1]),
    )
    kept: list[Claim] = []
    taken: list[tuple[int, int, str]] = []
    by_bucket: dict[int, list[tuple[int, int, str]]] = {}
    for t in ranked:
        a, b = t.claim.span
        name = family_of(t.claim).name
        cells = range(a // 64, (b - 1) // 64 + 1)
        clash = any(
            s < b and a < e and not ((s, e) == (a, b) and owner == name)
            for cell in cells
            for s, e, owner in by_bucket.get(cell, ())
        )
        if clash or any(k.span == t.claim.span and k.subject == t.claim.subject for k in kept[-12:]):
            continue
        kept.append(t.claim)
        taken.append((a, b, name))
        for cell in cells:
            by_bucket.setdefault(cell, []).append((a, b, name))
    kept.sort(key=lambda c: (c.span, c.subject.symbol or ""))
    return kept
