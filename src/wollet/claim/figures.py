"""Figures in the canonical claim language: "> 90%", "~ -0.2%", "in 5000.. points", with what braces tell of them.

Digits show the grain: 1327.20 is known to the cent, 9.3E+15 to a hundred trillion.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, get_args

from wollet.model.quantity import Closed, Hedge, Interval, Quantity

HEDGES: frozenset[str] = frozenset(get_args(Hedge))
RELATION: dict[str | None, str] = {
    None: "=", "about": "~", "nearly": "~<", "more_than": ">", "at_least": ">=", "less_than": "<", "up_to": "<=",
}  # fmt: skip
FLIP = {">": "<", "<": ">", ">=": "<=", "<=": ">=", "~<": "~>", "~>": "~<"}
HEDGE_OF = {symbol: hedge for hedge, symbol in RELATION.items()}
SIGNS = {"%": "percent", "%p": "percentage_point"}
SIGN_OF = {unit: sign for sign, unit in SIGNS.items()}
CLOSED: dict[tuple[str, str], Closed] = {
    ("[", "]"): "both", ("[", ")"): "left", ("(", "]"): "right", ("(", ")"): "none",
}  # fmt: skip
BRACKETS = {closed: ends for ends, closed in CLOSED.items()}


class NotAClaim(ValueError):
    """Text that is not in the canonical claim language."""


def commits(low: Decimal | None, high: Decimal | None, hedge: str | None, grain: Decimal) -> Interval:
    """The interval that a figure commits to where nothing else is written: half its last digit either way."""
    if low is not None and low == high and hedge in (None,):
        return Interval(low - grain / 2, low + grain / 2, "both")
    if hedge in ("more_than", "less_than"):
        return Interval(low, high, "none")
    return Interval(low, high, "both")


def digits(x: Decimal, grain: Decimal) -> str | None:
    """The figure written down to its grain, or None where the grain is no power of ten that divides it."""
    step = _step(grain)
    if step is None:
        return None
    try:
        shown = x.quantize(step)
    except InvalidOperation:
        return None
    return str(shown) if shown == x else None


@lru_cache(1 << 10)
def _step(grain: Decimal) -> Decimal | None:
    """A grain as the power of ten that it is, or None."""
    exponent = grain.normalize().as_tuple()
    return Decimal((0, (1,), int(exponent.exponent))) if grain and exponent.digits == (1,) else None


_WRITTEN: dict[bool, tuple[Quantity, str, tuple[str, ...]]] = {}
"""The figure written last, with a minus and without: the readings of a claim tell the same one."""


def written(q: Quantity, *, minus: bool) -> tuple[str, tuple[str, ...]]:
    """A figure as canonical lines write it, and the words in braces that it needs."""
    held = _WRITTEN.get(minus)
    if held is None or held[0] is not q:
        flags: list[str] = []
        out = _told(q, minus=minus, flags=flags)
        held = _WRITTEN[minus] = q, out, tuple(flags)
    return held[1], held[2]


def _told(q: Quantity, *, minus: bool, flags: list[str]) -> str:
    one = q.low if q.low is not None else q.high
    shown = {x: digits(x, q.grain) for x in (q.low, q.high) if x is not None}
    plain = {x: s if s is not None else str(x) for x, s in shown.items()}
    point = q.low is not None and q.low == q.high
    sided = (q.hedge in ("more_than", "at_least") and q.high is None and q.low is not None) or (
        q.hedge in ("less_than", "up_to") and q.low is None and q.high is not None
    )
    sign = "-" if minus else ""
    if one is not None and ((point and q.hedge in (None, "about", "nearly")) or sided):
        relation = RELATION[q.hedge]
        out = f"{FLIP.get(relation, relation) if minus else relation} {sign}{plain[one]}"
    else:
        low, high = ("" if x is None else plain[x] for x in (q.low, q.high))
        out = f"in {sign}{low}..{high}"
        if q.hedge is not None:
            flags.append(q.hedge)
    if q.unit:
        out += SIGN_OF.get(q.unit, " " + q.unit)
    if any(s is None for s in shown.values()) or not shown or _grain(list(plain.values())) != q.grain:
        flags.append(f"grain {q.grain}")
    if q.interval != commits(q.low, q.high, q.hedge, q.grain):
        left, right = BRACKETS[q.interval.closed]
        low, high = ("" if x is None else str(x) for x in (q.interval.low, q.interval.high))
        flags.append(f"within {left}{low};{high}{right}")
    if q.sign:
        flags.append("plus" if q.sign > 0 else "minus")
    return out


def _grain(written: list[str]) -> Decimal:
    if not written:
        return Decimal(1)
    return Decimal(1).scaleb(min(int(Decimal(w).as_tuple().exponent) for w in written))


def read(text: str, flags: list[str]) -> tuple[Quantity, bool]:
    """The figure that a canonical line tells, and whether it carries a minus.  Raises `NotAClaim`."""
    m = re.fullmatch(r"(in|[~<>=]+) (\S+?)(%p?| [^ ]+)?", text)
    if m is None:
        raise NotAClaim(f"{text!r}: expected a relation and a figure")
    relation, value, unit = m[1], m[2], (m[3] or "").strip()
    minus = value.startswith("-") and "signed" not in flags
    value = value[1:] if minus else value
    low: Decimal | None
    high: Decimal | None
    hedge: Any = None
    if relation == "in":
        a, _, b = value.partition("..")
        low, high = (Decimal(x) if x else None for x in (a, b))
        written = [x for x in (a, b) if x]
        hedge = next((f for f in flags if f in HEDGES), None)
    else:
        hedge = HEDGE_OF[FLIP.get(relation, relation) if minus else relation]
        low = high = Decimal(value)
        written = [value]
        if hedge in ("more_than", "at_least"):
            high = None
        elif hedge in ("less_than", "up_to"):
            low = None
    grain = next((Decimal(f[6:]) for f in flags if f.startswith("grain ")), _grain(written))
    interval = commits(low, high, hedge, grain)
    for f in flags:
        if f.startswith("within "):
            a, _, b = f[8:-1].partition(";")
            interval = Interval(Decimal(a) if a else None, Decimal(b) if b else None, CLOSED[f[7], f[-1]])
    sign = 1 if "plus" in flags else -1 if "minus" in flags else 0
    return Quantity(
        low=low, high=high, unit=SIGNS.get(unit, unit), interval=interval, hedge=hedge, sign=sign, grain=grain
    ), minus
