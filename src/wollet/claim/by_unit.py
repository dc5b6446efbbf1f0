"""Whose price a figure is by the unit it is told in: dollars an ounce or a barrel are no share's.

"JPMorgan expects demand to push prices to $6,300 per ounce" is told of the metal that the text named before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from wollet.claim.candidates import Candidate, candidate
from wollet.mention import unhurried as re
from wollet.model.mention import Mention, Name

GOODS = {
    "ounce": ("COMDTY:GOLD", "COMDTY:SILVER", "COMDTY:PLATINUM", "COMDTY:PALLADIUM"), "barrel": ("COMDTY:WTI", "COMDTY:BRENT", "COMDTY:DUBAI"),
    "MMBtu": ("COMDTY:NATGAS",), "bushel": (), "pound": ("COMDTY:COPPER",),
}  # fmt: skip
"""What is sold by which measure; the measures without an entry are of things that no reference holds."""
PRICED = ("COMDTY:", "FUT:")
BACK = 900
"""How far before a figure the good may be named."""
UNIT = re.compile(r"[A-Z]{3}/(\w+)")


def meant(unit: str, at: int, candidates: tuple[Candidate, ...], names: Sequence[Mention]) -> tuple[Candidate, ...]:
    """The candidates of a figure, the good that is sold by its unit put before what is not."""
    m = UNIT.fullmatch(unit)
    goods = GOODS.get(m[1]) if m is not None else None
    if not goods or not candidates or not candidates[0].name.ids or candidates[0].name.ids[0].startswith(PRICED):
        return candidates
    own = next((c for c in candidates if c.name.ids and c.name.ids[0] in goods), None)
    if own is None:
        for x in reversed(names[: bisect_left(names, at, key=_start)]):
            if x.end < at - BACK:
                break
            if isinstance(x.value, Name) and x.value.ids and x.value.ids[0] in goods:
                own = candidate(x, "carried")
                break
    return candidates if own is None else (own, *(c for c in candidates if c is not own))


def _start(m: Mention) -> int:
    return m.start
