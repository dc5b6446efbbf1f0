"""Which source answers where several hold the same session or period: one table, the best first.

The order goes by how the figure was made, then by who gives it: the exchange's own record, prices as traded with open,
high and low, prices stated on another share basis, prices of the trade's own adjustment, closes alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

ORDER: tuple[tuple[str, str], ...] = (
    ("KRX", "as_traded"),
    ("KRX", "index"),
    ("FinanceData/marcap", "*"),
    ("*", "as_traded+ohl"),
    ("*", "split_adj_to_*"),
    ("Yahoo Finance", "*"),
    ("khemosu99-bit/overnight-kr", "index"),
    ("fsoaz/financial-market-dashboard", "index"),
    ("YoussefKh200/Slow-Turtle-Research", "*"),
    ("Basten1209/LIFT_FDBAProject1", "*"),
    ("*", "index"),
    ("*", "front_month"),
    ("*", "as_traded"),
    ("*", "utc_day"),
    ("*", "krx_adj_to_*"),
    ("rreichel3/US-Stock-Symbols", "*"),
    ("ECB", "*"),
    ("FRED", "*"),
    ("SEC", "*"),
    ("OpenDART", "*"),
    ("Bank of Korea", "*"),
)
LAST = len(ORDER)


OFFICIAL = ("KRX", "FinanceData/marcap")
"""Sources that pass on the exchange's own record: where another differs, the other is doubted."""


def rank(attributes: Mapping[str, str], *, whole: bool = False) -> int:
    """The place of a run's source and basis in the table; what is in no row comes after all of them.  `whole` runs have
    open, high and low ("+ohl")."""
    return _place(attributes.get("source", ""), attributes.get("basis", "") + ("+ohl" if whole else ""))


@cache
def _place(source: str, basis: str) -> int:
    for i, (s, b) in enumerate(ORDER):
        if (s == "*" or source.startswith(s)) and _fits(basis, b):
            return i
    return LAST


def _fits(basis: str, pattern: str) -> bool:
    if pattern.endswith("*"):
        return basis.startswith(pattern[:-1])
    return basis in (pattern, f"{pattern}+ohl")
