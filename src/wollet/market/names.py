"""Names of statistical series: what sources call them, what we call them, in which unit, and when they come out.

A release rule says when a figure is known where the source does not: so many days after the period's end, at an hour of
a zone.  It is late rather than early: a figure is never taken for known before it was.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

NEW_YORK, SEOUL, LONDON, FRANKFURT = "America/New_York", "Asia/Seoul", "Europe/London", "Europe/Berlin"


class Series(NamedTuple):
    """One series: our name, unit, days from the period's end to the release, hour and zone; `revised` later or not."""

    name: str
    unit: str
    lag: int
    at: dt.time
    zone: str = NEW_YORK
    revised: bool = False


_MORNING, _CLOSE, _NOON = dt.time(8, 30), dt.time(16, 15), dt.time(12, 0)
SERIES: dict[str, Series] = {
    "CPIAUCNS": Series("US_CPI", "index", 16, _MORNING),
    "CPIAUCSL": Series("US_CPI_SA", "index", 16, _MORNING, revised=True),
    "CPILFESL": Series("US_CORE_CPI", "index", 16, _MORNING, revised=True),
    "PCEPILFE": Series("US_CORE_PCE", "index", 35, _MORNING, revised=True),
    "PAYEMS": Series("US_PAYROLLS", "thousand persons", 10, _MORNING, revised=True),
    "UNRATE": Series("US_UNEMPLOYMENT_RATE", "percent", 10, _MORNING, revised=True),
    "GDPC1": Series("US_REAL_GDP", "USD", 32, _MORNING, revised=True),
    "RSXFS": Series("US_RETAIL_SALES", "USD", 18, _MORNING, revised=True),
    "HOUST": Series("US_HOUSING_STARTS", "thousand", 20, _MORNING, revised=True),
    "ICSA": Series("US_JOBLESS_CLAIMS", "persons", 6, _MORNING, revised=True),
    "M2SL": Series("US_M2", "USD", 30, dt.time(13, 0), revised=True),
    "WALCL": Series("FED_ASSETS", "USD", 2, dt.time(16, 30), revised=True),
    "UMCSENT": Series("US_CONSUMER_SENTIMENT", "index", 2, dt.time(10, 0), revised=True),
    "MICH": Series("US_INFLATION_EXPECTATIONS", "percent", 2, dt.time(10, 0), revised=True),
    "MORTGAGE30US": Series("US_MORTGAGE_30Y", "percent", 0, _NOON),
    "FEDFUNDS": Series("US_EFFECTIVE_RATE", "percent", 2, dt.time(9, 0)),
    "DFEDTARU": Series("FED_TARGET_UPPER", "percent", 0, dt.time(14, 0)),
    "DFEDTARL": Series("FED_TARGET_LOWER", "percent", 0, dt.time(14, 0)),
    "DGS2": Series("US2Y", "percent", 0, _CLOSE),
    "DGS10": Series("US10Y", "percent", 0, _CLOSE),
    "DGS30": Series("US30Y", "percent", 0, _CLOSE),
    "US10Y_MONTHLY": Series("US10Y_MONTHLY", "percent", 2, _CLOSE),
    "VIXCLS_DATAHUB": Series("VIX", "points", 0, _CLOSE),
    "DTWEXBGS": Series("US_BROAD_DOLLAR", "index", 7, _CLOSE),
    "DCOILWTICO": Series("WTI_SPOT", "USD/barrel", 0, dt.time(17, 0)),
    "DCOILBRENTEU": Series("BRENT_SPOT", "USD/barrel", 0, dt.time(17, 0)),
    "WTI_SPOT_EIA": Series("WTI_SPOT", "USD/barrel", 0, dt.time(17, 0)),
    "BRENT_SPOT_EIA": Series("BRENT_SPOT", "USD/barrel", 0, dt.time(17, 0)),
    "GOLD_MONTHLY": Series("GOLD_MONTHLY", "USD/ounce", 5, dt.time(17, 0), LONDON),
    "BOK_BASE_RATE": Series("BOK_BASE", "percent", 0, dt.time(10, 0), SEOUL),
    "CPI_KOR": Series("KR_CPI", "index", 7, dt.time(8, 0), SEOUL, revised=True),
    "SIA_WSTS_GLOBAL_SEMI_SALES_ANNUAL": Series("WORLD_SEMICONDUCTOR_SALES", "USD", 40, dt.time(16, 0)),
    "SIA_WSTS_GLOBAL_SEMI_SALES_QUARTERLY": Series("WORLD_SEMICONDUCTOR_SALES_QUARTERLY", "USD", 40, dt.time(16, 0)),
    "SIA_WSTS_GLOBAL_SEMI_SALES_MONTHLY": Series("WORLD_SEMICONDUCTOR_SALES_MONTHLY", "USD", 40, dt.time(16, 0)),
}
OTHER = Series("", "", 60, dt.time(18, 0))
"""A series that is not in the table: known two months after its period's end."""

SAME = {"FEDFUNDS": "FED_TARGET_UPPER"}
"""Names that a question may use for a series of another name."""

SCALES: dict[str, tuple[str, Decimal]] = {
    "bn USD": ("USD", Decimal(10**9)), "mn USD": ("USD", Decimal(10**6)), "bn chained USD": ("USD", Decimal(10**9)),
    "USD/bbl": ("USD/barrel", Decimal(1)), "USD/oz": ("USD/ounce", Decimal(1)),
}  # fmt: skip
"""Units of sources as base units with a factor."""


class Fixing(NamedTuple):
    """How a kind of exchange rate is called, and when it is fixed (days after its date, hour, zone)."""

    kind: str
    lag: int
    at: dt.time
    zone: str


FIXINGS: tuple[tuple[str, Fixing], ...] = (
    ("BOK", Fixing("BOK", 0, dt.time(8, 30), SEOUL)),
    ("매매기준율", Fixing("BOK", 0, dt.time(8, 30), SEOUL)),
    ("FRED", Fixing("FRED noon", 0, dt.time(12, 0), NEW_YORK)),
    ("noon", Fixing("FRED noon", 0, dt.time(12, 0), NEW_YORK)),
    ("ECB", Fixing("ECB", 0, dt.time(16, 0), FRANKFURT)),
    ("onshore", Fixing("Seoul onshore close", 0, dt.time(15, 30), SEOUL)),
    ("주간", Fixing("Seoul onshore close", 0, dt.time(15, 30), SEOUL)),
    ("London", Fixing("market close", 1, dt.time(0, 0), LONDON)),
    ("", Fixing("market close", 0, dt.time(17, 0), NEW_YORK)),
)


def fixing(kind: str) -> Fixing:
    """The fixing that a source's wording names; market closes of an unnamed hour are known at the New York close."""
    return next(f for mark, f in FIXINGS if mark in kind)
