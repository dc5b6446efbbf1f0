"""Vendors' symbols, pairs and bases as our own."""

from __future__ import annotations

import datetime as dt
import re

from wollet.reference.instruments import by_symbol, calendar_of, get

US_VENUES = ("XNAS", "XNYS", "XASE", "ARCX", "BATS")


def instrument_id(symbol: str, *, listings: str = "") -> str:
    """Our id of a vendor's symbol; what the reference does not know is kept under XXXX, the code for no market.

    `listings` "US" says that plain symbols are tickers of US listings and nothing else: GOLD and WTI are companies there,
    not the metal and the oil.
    """
    s = symbol.strip()
    if ":" in s and get(s) is not None:
        return s
    plain = s.replace("/", ".")
    if listings == "US" and plain.replace(".", "").isalpha():
        return next((id for mic in US_VENUES if get(id := f"{mic}:{plain}") is not None), f"XXXX:{s}")
    found = by_symbol(s)
    return found.id if found is not None else f"XXXX:{s}"


def currency_of(id: str) -> str | None:
    found = get(id)
    return found.currency if found is not None else None


def mic_of(id: str) -> str:
    return calendar_of(id)


def pair_of(text: str) -> str:
    """USDKRW and USD/KRW as USD/KRW."""
    s = text.strip().upper().removeprefix("FX:").replace("-", "/")
    return s if "/" in s else f"{s[:3]}/{s[3:]}"


DATED = re.compile(r"\d{4}-\d{2}-\d{2}")


def basis_of(text: str, last: dt.date) -> str:
    """A source's wording of its basis.  A price adjusted for splits without a date is taken on the basis of the last day
    that the source holds."""
    s = text.strip().lower()
    dated = DATED.search(s)
    if "krx" in s and "adj" in s:
        return f"krx_adj_to_{dated[0] if dated else last}"
    if "split" in s and "adj" in s and "un-split" not in s:
        return f"split_adj_to_{dated[0] if dated else last}"
    if "as traded" in s or "as_traded" in s or not s:
        return "as_traded"
    for mark, basis in (("index", "index"), ("future", "front_month"), ("front", "front_month"), ("utc", "utc_day")):
        if mark in s:
            return basis
    return re.sub(r"\W+", "_", s).strip("_")
