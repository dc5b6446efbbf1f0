"""Figures of one text that bind each other: points, percent and level, parts and their sum, price, shares and amount.

A relation holds where some values within what the digits of its figures commit to satisfy it, in one of the ways that
the words may be meant (up or down, the level being the new one or the old).  Solved for one figure, it gives the band in
which that figure would have to lie by all the others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal, localcontext
from itertools import product

import msgspec

from wollet.model.quantity import Quantity
from wollet.model.verdict import Evidence, Row
from wollet.verify.report import number
from wollet.verify.tolerance import magnitudes

SOURCE = "article"
COUNTED = frozenset(("count", "shares", ""))
Span = tuple[int, int]
Value = Callable[..., Decimal]


class Figure(msgspec.Struct, frozen=True):
    """An exact figure of the text, by its place."""

    span: Span
    quote: str
    quantity: Quantity

    @property
    def value(self) -> Decimal:
        assert self.quantity.low is not None
        return self.quantity.low

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The magnitudes that the digits commit to, rounded or cut off; things counted one by one are exact."""
        if self.quantity.grain == 1 and self.quantity.unit in COUNTED:
            return self.value, self.value
        i = magnitudes(self.quantity)
        assert i.low is not None and i.high is not None
        return i.low, i.high


class Law(msgspec.Struct, frozen=True):
    """One figure of a relation from the others, as the proof writes it ("{0}" is the first figure) and as it is computed.

    `value` is monotone in each of its arguments over positive figures; it takes all figures of the relation in order and
    does not look at the one that it gives.
    """

    formula: str
    value: Value


class Way(msgspec.Struct, frozen=True):
    """A way of meaning a relation: a law for each of its figures, None where nothing is to be said of it.

    `moving` are the places of moves; `sense` says which way they go, 0 where the words alone tell.
    """

    laws: tuple[Law | None, ...]
    moving: tuple[int, ...] = ()
    sense: int = 0


class Relation(msgspec.Struct, frozen=True):
    """Figures bound by a law; `derived` is the place of the one that follows from the others as the text tells them."""

    kind: str
    figures: tuple[Figure, ...]
    ways: tuple[Way, ...]
    derived: int

    def holds(self) -> bool:
        """Whether the figures can all be true together."""
        bands = [b for way in self.ways if (b := self._band(way, self.derived)) is not None]
        low, high = self.figures[self.derived].bounds
        return not bands or any(low <= b[1] and b[0] <= high for b in bands)

    def solved(self, place: int, day: dt.date, direction: str | None = None) -> Evidence | None:
        """The band of one figure by all the others, in the way that comes nearest to what is stated; falls are negative."""
        own = self.figures[place]
        found = [(b, way) for way in self.ways if (b := self._band(way, place)) is not None]
        if not found:
            return None
        (low, high), way = min(found, key=lambda f: max(f[0][0] - own.value, own.value - f[0][1]))
        law = way.laws[place]
        assert law is not None
        shown = law.formula.format(*(number(f.value) for f in self.figures))
        rows = tuple(
            Row(source=SOURCE, series=f"characters {f.span[0]}-{f.span[1]}", date=day, value=number(f.value) or "", field=f.quote)
            for i, f in enumerate(self.figures)
            if f"{{{i}}}" in law.formula
        )
        if place in way.moving and (way.sense < 0 or (not way.sense and direction == "down")):
            low, high, shown = -high, -low, f"-({shown})"
        return Evidence(
            measured=None, unit=own.quantity.unit, formula=shown, rows=rows, low=low, high=high, note=f"the text's own figures: {self.kind}"
        )

    def implied(self, place: int) -> Decimal | None:
        """What one figure would be by the others as they are written, in the way that comes nearest."""
        own = self.figures[place].value
        with localcontext() as ctx:
            ctx.prec = 28
            try:
                found = [law.value(*(f.value for f in self.figures)) for way in self.ways if (law := way.laws[place]) is not None]
            except ArithmeticError:
                return None
        return min(found, key=lambda x: abs(x - own), default=None)

    def _band(self, way: Way, place: int) -> tuple[Decimal, Decimal] | None:
        law = way.laws[place]
        if law is None:
            return None
        ends = [(f.value,) if i == place else f.bounds for i, f in enumerate(self.figures)]
        with localcontext() as ctx:
            ctx.prec = 28
            try:
                corners = [law.value(*corner) for corner in product(*ends)]
            except ArithmeticError:
                return None
        return min(corners), max(corners)


RISE = Way((
    Law("{1} * {2} / (100 + {1})", lambda m, p, x: p * x / (100 + p)),
    Law("100 * {0} / ({2} - {0})", lambda m, p, x: 100 * m / (x - m)),
    Law("{0} * (100 + {1}) / {1}", lambda m, p, x: m * (100 + p) / p),
), moving=(0, 1), sense=1)
FALL = Way((
    Law("{1} * {2} / (100 - {1})", lambda m, p, x: p * x / (100 - p)),
    Law("100 * {0} / ({2} + {0})", lambda m, p, x: 100 * m / (x + m)),
    Law("{0} * (100 - {1}) / {1}", lambda m, p, x: m * (100 - p) / p),
), moving=(0, 1), sense=-1)
OF_OLD = Way((
    Law("{1} * {2} / 100", lambda m, p, x: p * x / 100),
    Law("100 * {0} / {2}", lambda m, p, x: 100 * m / x),
    Law("100 * {0} / {1}", lambda m, p, x: 100 * m / p),
), moving=(0, 1))
"""Move, percent and level: the level being where the move led (up, down) or where it began."""
MOVE = {"up": (RISE, OF_OLD), "down": (FALL, OF_OLD), None: (RISE, FALL, OF_OLD)}

GREW = Way((
    Law("{1} / (1 + {2} / 100)", lambda a, b, p: b / (1 + p / 100)),
    Law("{0} * (1 + {2} / 100)", lambda a, b, p: a * (1 + p / 100)),
    Law("100 * ({1} / {0} - 1)", lambda a, b, p: 100 * (b / a - 1)),
), moving=(2,), sense=1)
SHRANK = Way((
    Law("{1} / (1 - {2} / 100)", lambda a, b, p: b / (1 - p / 100)),
    Law("{0} * (1 - {2} / 100)", lambda a, b, p: a * (1 - p / 100)),
    Law("100 * (1 - {1} / {0})", lambda a, b, p: 100 * (1 - b / a)),
), moving=(2,), sense=-1)
"""From an amount to another, and the percentage of the way."""
APART = Way((
    Law("{1} - {2}", lambda a, b, d: b - d),
    Law("{0} + {2}", lambda a, b, d: a + d),
    Law("{1} - {0}", lambda a, b, d: b - a),
), moving=(2,), sense=1)
CLOSER = Way((
    Law("{1} + {2}", lambda a, b, d: b + d),
    Law("{0} - {2}", lambda a, b, d: a - d),
    Law("{0} - {1}", lambda a, b, d: a - b),
), moving=(2,), sense=-1)
"""From a rate or a level to another, and the difference."""
APART_BP = Way((None, None, Law("100 * ({1} - {0})", lambda a, b, d: 100 * (b - a))), moving=(2,), sense=1)
CLOSER_BP = Way((None, None, Law("100 * ({0} - {1})", lambda a, b, d: 100 * (a - b))), moving=(2,), sense=-1)
PART = Way((
    Law("{1} * {2} / 100", lambda n, m, p: m * p / 100),
    Law("100 * {0} / {2}", lambda n, m, p: 100 * n / p),
    Law("100 * {0} / {1}", lambda n, m, p: 100 * n / m),
))
"""So many of so many, and the percentage."""
TIMES = Way((
    Law("{2} / {1}", lambda p, n, t: t / n),
    Law("{2} / {0}", lambda p, n, t: t / p),
    Law("{0} * {1}", lambda p, n, t: p * n),
))
"""A price, how many at that price, and the amount."""


def total(n: int) -> Way:
    """Parts and their sum, which stands last."""
    laws = [
        Law(" - ".join([f"{{{n}}}", *(f"{{{j}}}" for j in range(n) if j != i)]), lambda *x, i=i: x[-1] - sum(x[:-1]) + x[i])
        for i in range(n)
    ]
    return Way((*laws, Law(" + ".join(f"{{{j}}}" for j in range(n)), lambda *x: sum(x[:-1], Decimal(0)))))
