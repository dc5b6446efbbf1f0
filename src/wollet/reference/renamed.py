"""Symbols that a listing traded under before its present one, each with its last session: a text of 2019 says FB.

Source: the exchanges' and the companies' own notices of the change of symbol; only changes of the symbol alone, or of
name and symbol, of one company that went on.
"""

from __future__ import annotations

import datetime as dt

_D = dt.date
FORMER: dict[str, tuple[tuple[str, dt.date], ...]] = {
    "XNAS:META": (("FB", _D(2022, 6, 8)),),
    "XNYS:XYZ": (("SQ", _D(2025, 1, 17)),),
    "XNAS:BKNG": (("PCLN", _D(2018, 2, 26)),),
    "XNYS:TPR": (("COH", _D(2017, 10, 30)),),
    "XNYS:CPRI": (("KORS", _D(2018, 12, 31)),),
    "XNYS:TFC": (("BBT", _D(2019, 12, 6)),),
    "XNYS:LHX": (("HRS", _D(2019, 6, 28)),),
    "XNAS:GEN": (("SYMC", _D(2019, 11, 4)), ("NLOK", _D(2022, 11, 7))),
    "XNYS:ELV": (("ANTM", _D(2022, 6, 27)),),
    "XNYS:COR": (("ABC", _D(2023, 8, 29)),),
    "XNYS:RVTY": (("PKI", _D(2023, 5, 15)),),
    "XNYS:CPAY": (("FLT", _D(2024, 3, 22)),),
    "XNYS:GAP": (("GPS", _D(2024, 8, 21)),),
    "XNYS:GL": (("TMK", _D(2019, 8, 8)),),
    "XNYS:LUMN": (("CTL", _D(2020, 9, 17)),),
    "XNYS:HWM": (("ARNC", _D(2020, 3, 31)),),
}


def symbol_at(id: str, symbol: str | None, day: dt.date) -> str | None:
    """The symbol that a listing traded under on a day, its present one being given."""
    return next((old for old, last in FORMER.get(id, ()) if day <= last), symbol)


def by_former(symbol: str) -> str | None:
    """The listing that once traded under a symbol, or None."""
    return next((id for id, rows in FORMER.items() if any(old == symbol for old, _ in rows)), None)
