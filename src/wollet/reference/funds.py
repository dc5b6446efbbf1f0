"""Funds that trade on the Korean exchange, by the name they are listed under ("KODEX 200" is 069500).

Source: the exchange's public list of its exchange-traded funds, the larger ones; a fund renamed with its house's brand
answers to the old name too.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_RENAMED = {"KBSTAR": "RISE", "ARIRANG": "PLUS", "KOSEF": "KIWOOM", "TIMEFOLIO": "TIME", "KINDEX": "ACE"}
"""Brands that their houses gave up, with the one that took their place."""
_BRAND = re.compile("|".join(_RENAMED))
_SPACE = re.compile(r"\s+")
_BUILT = re.compile(r"\(합성\)$")
"""How a fund is built, which news leaves out of its name."""


def compact(name: str) -> str:
    """A name without its spaces, which no two texts put alike, under its brand of today."""
    return _BRAND.sub(lambda m: _RENAMED[m[0]], _SPACE.sub("", name), count=1)


@cache
def _listed() -> dict[str, tuple[str, str]]:
    rows = files("wollet.reference").joinpath("data/funds.csv").read_text(encoding="utf-8").splitlines()[1:]
    known = {compact(name): (symbol, name) for symbol, name in (row.split(",", 1) for row in rows)}
    return {_BUILT.sub("", name): row for name, row in known.items()} | known


def listed(name: str) -> tuple[str, str] | None:
    """(symbol, listed name) of a fund by any spacing of its name, or None."""
    return _listed().get(compact(name))
