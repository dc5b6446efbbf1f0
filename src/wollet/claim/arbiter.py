"""One number, one owner: among the families that want an expression, the surest takes it."""

from __future__ import annotations

from collections.abc import Iterable

from wollet.claim.family import Take, family_of
from wollet.model.claim import Claim

RANK = ("record", "streak", "rank", "breadth", "flow", "market_cap", "conversion", "change", "period_return", "level")

CELL, NEAR = 64, 12
"""Code points of a cell by which spans are found again; so many of the claims kept last may say the same of the same thing."""
Span = tuple[int, int]


def owners(takes: Iterable[Take]) -> list[Claim]:
    """The claims that are kept: of overlapping spans the highest score, all claims of the winner's own span with it."""
    order = {name: i for i, name in enumerate(RANK)}
    ranked: list[tuple[int, int, int, int, int, str, Claim]] = []
    for i, t in enumerate(takes):
        name, (a, b) = family_of(t.claim).name, t.claim.span
        ranked.append((-t.score, order.get(name, 99), a, -b, i, name, t.claim))
    ranked.sort()
    kept: list[Claim] = []
    owner: dict[Span, str] = {}
    by_cell: dict[int, list[Span]] = {}
    for _, _, a, end, _, name, claim in ranked:
        span = claim.span
        cells = range(a // CELL, (-end - 1) // CELL + 1)
        if (first := owner.get(span)) is not None:
            if first != name or any(k.span == span and k.subject == claim.subject for k in kept[-NEAR:]):
                continue
        else:
            if _touches(a, -end, cells, by_cell):
                continue
            owner[span] = name
            for cell in cells:
                by_cell.setdefault(cell, []).append(span)
        kept.append(claim)
    kept.sort(key=lambda c: (c.span, c.subject.symbol or ""))
    return kept


def _touches(a: int, b: int, cells: Iterable[int], by_cell: dict[int, list[Span]]) -> bool:
    """Whether a span shares a code point with one that is owned."""
    for cell in cells:
        for s, e in by_cell.get(cell, ()):
            if s < b and a < e:
                return True
    return False
