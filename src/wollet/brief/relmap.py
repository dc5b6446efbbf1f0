"""Who is with whom, drawn: players on an oval, an arrow for each relation, dashed while it is only reported or planned, or once it has ended."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from html import escape

from wollet.brief.phrases import RELATION_WORD, STATUS_WORD
from wollet.model.story import Relation
from wollet.story.frame import SYMMETRIC

W = 420
NODES = 9
RX = 142
Box = tuple[float, float, float, float]
PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
"""Where along its line a label may stand, the middle first."""
SOFT = frozenset(("reported", "planned", "ended"))
"""Drawn dashed: what is not there, yet or any more."""
TOLD = SOFT | {"agreed"}
"""Written beside the word of the tie."""


def chosen(relations: Sequence[Relation]) -> tuple[list[str], list[Relation]]:
    """The players most tied, and the relations between them, one a pair and kind."""
    ties: Counter[str] = Counter()
    once: dict[tuple[str, str, str], Relation] = {}
    for r in relations:
        if r.kind not in RELATION_WORD:
            continue
        ends = tuple(sorted((r.actor, r.target))) if r.kind in SYMMETRIC else (r.actor, r.target)
        once.setdefault((ends[0], ends[1], r.kind), r)
    for r in once.values():
        ties.update((r.actor, r.target))
    nodes = [n for n, _ in sorted(ties.items(), key=lambda x: (-x[1], x[0]))[:NODES]]
    kept = [r for r in once.values() if r.actor in nodes and r.target in nodes]
    return [n for n in nodes if any(n in (r.actor, r.target) for r in kept)], kept


def placed(nodes: Sequence[str], relations: Sequence[Relation]) -> dict[str, tuple[float, float]]:
    """Places on the oval; the most tied first, at the top, its neighbours beside it."""
    order: list[str] = []
    for n in nodes:
        if n not in order:
            order.append(n)
        near = [r.target if r.actor == n else r.actor for r in relations if n in (r.actor, r.target)]
        for i, other in enumerate(near):
            if other not in order:
                order.insert(order.index(n) + (1 if i % 2 else 0), other)
    count = len(order)
    ry = oval(count)
    out = {}
    for i, n in enumerate(order):
        angle = 2 * math.pi * i / count - (math.pi if count == 2 else math.pi / 2)
        out[n] = (W / 2 + RX * math.cos(angle), ry + MARGIN + ry * math.sin(angle))
    return out


MARGIN, STACKED = 24.0, 92.0
BETWEEN, WIDEST = 120.0, 178.0
"""What two names side by side must leave for their line and its word; how wide one name may be."""


def oval(count: int) -> float:
    """Half the height of the oval: flatter for few players."""
    return {2: 4.0, 3: 58.0, 4: 78.0, 5: 96.0}.get(count, 116.0)


def relation_map(relations: Sequence[Relation], called: Callable[[str], str], lang: str, key: str) -> str:
    """The map as SVG; nothing where nobody is tied to anybody.  The same is listed in words beside it.  `key` tells the
    maps of one page apart."""
    nodes, kept = chosen(relations)
    if len(nodes) < 2:
        return ""
    names = {n: clipped(called(n)) for n in nodes}
    sizes = {n: max(46.0, width(names[n]) + 18) for n in nodes}
    where = placed(nodes, kept)
    if len(nodes) == 2 and sum(sizes.values()) > W - BETWEEN:
        where = {n: (W / 2, MARGIN + STACKED * i) for i, n in enumerate(where)}
    where = {n: (min(max(x, sizes[n] / 2 + 2), W - sizes[n] / 2 - 2), y) for n, (x, y) in where.items()}
    tall = max(y for _, y in where.values()) + MARGIN
    ko = lang == "ko"
    words = [f"{called(r.actor)} {worded(r, ko)} {called(r.target)}" for r in kept if r.kind in RELATION_WORD]
    spoken = ("기업 관계도: " if ko else "Map of relations: ") + "; ".join(words)
    out = [
        f'<svg class="map" viewBox="0 0 {W} {tall:.0f}" role="img" aria-label="{escape(spoken, quote=True)}"><title>{escape(spoken)}</title>'
        '<defs><marker id="MARKER" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">'
        '<path d="M0 0L8 4L0 8z"/></marker></defs>'
    ]
    pairs: Counter[frozenset[str]] = Counter()
    labels: list[str] = []
    taken = [(where[n][0] - sizes[n] / 2, where[n][1] - 15, where[n][0] + sizes[n] / 2, where[n][1] + 15) for n in nodes]
    for r in kept:
        pair = frozenset((r.actor, r.target))
        bend = 26 * pairs[pair] * (1 if pairs[pair] % 2 else -1)
        pairs[pair] += 1
        line, label = edge(r, where, sizes, bend, tall / 2, ko, taken)
        out.append(line)
        labels.append(label)
    out += labels
    for n in nodes:
        x, y = where[n]
        w = sizes[n]
        out.append(f'<rect class="node" x="{x - w / 2:.1f}" y="{y - 14:.1f}" width="{w:.1f}" height="28" rx="14"/>')
        out.append(f'<text class="name" text-anchor="middle" x="{x:.1f}" y="{y + 4.5:.1f}">{escape(names[n])}</text>')
    return ("".join(out) + "</svg>").replace("MARKER", f"arrow-{key}")


def edge(
    r: Relation, where: dict[str, tuple[float, float]], sizes: dict[str, float], bend: float, middle: float, ko: bool, taken: list[Box]
) -> tuple[str, str]:
    """The line of a relation and its label, set where it covers no other label and no name (`taken`)."""
    (x1, y1), (x2, y2) = where[r.actor], where[r.target]
    cx, cy = (x1 + x2) / 2 + (W / 2 - (x1 + x2) / 2) * 0.18, (y1 + y2) / 2 + (middle - (y1 + y2) / 2) * 0.18 + bend
    a, b = rim((x1, y1), (cx, cy), sizes[r.actor]), rim((x2, y2), (cx, cy), sizes[r.target])
    soft = " soft" if r.status in SOFT else ""
    ends = 'marker-start="url(#MARKER)" marker-end="url(#MARKER)"' if r.kind in SYMMETRIC else 'marker-end="url(#MARKER)"'
    line = f'<path class="edge {r.kind}{soft}" d="M{a[0]:.1f} {a[1]:.1f}Q{cx:.1f} {cy:.1f} {b[0]:.1f} {b[1]:.1f}" {ends}/>'
    word = worded(r, ko)
    half = width(word) * 0.43 + 3
    best: tuple[float, float, float] | None = None
    for t in PLACES:
        x = (1 - t) ** 2 * a[0] + 2 * t * (1 - t) * cx + t * t * b[0]
        y = (1 - t) ** 2 * a[1] + 2 * t * (1 - t) * cy + t * t * b[1]
        x = min(max(x, half + 1), W - half - 1)
        covered = sum(overlap((x - half, y - 8, x + half, y + 8), box) for box in taken)
        if best is None or covered < best[0]:
            best = (covered, x, y)
        if not covered:
            break
    assert best is not None
    _, mx, my = best
    taken.append((mx - half, my - 8, mx + half, my + 8))
    return line, f'<text class="tie" text-anchor="middle" x="{mx:.1f}" y="{my + 3.5:.1f}">{escape(word)}</text>'


def worded(r: Relation, ko: bool) -> str:
    """The word of a tie, with how far it has got unless it stands."""
    word = RELATION_WORD.get(r.kind, (r.kind, r.kind))[0 if ko else 1]
    return f"{word} ({STATUS_WORD[r.status][0 if ko else 1]})" if r.status in TOLD and r.kind != "competes" else word


def overlap(a: Box, b: Box) -> float:
    """The area that two boxes share."""
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def rim(node: tuple[float, float], towards: tuple[float, float], size: float) -> tuple[float, float]:
    """Where a line leaves the box of a node."""
    dx, dy = towards[0] - node[0], towards[1] - node[1]
    if not dx and not dy:
        return node
    t = min((size / 2 + 4) / abs(dx) if dx else 9e9, 18 / abs(dy) if dy else 9e9)
    return node[0] + dx * min(t, 1), node[1] + dy * min(t, 1)


def clipped(name: str) -> str:
    """A name as the map has room for it; the whole stands in the list beside the map."""
    if width(name) <= WIDEST:
        return name
    while width(name) > WIDEST:
        name = name[:-1]
    return name.rstrip() + "…"


def width(text: str) -> float:
    """About how wide a name is in the map's type."""
    return sum(12.5 if "가" <= c <= "힣" else 8.6 if c.isupper() else 6.8 for c in text)
