"""Figures of fiscal periods named by their year are borne out by their filings and never refuted by them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import pytest

from wollet.claim import fiscal
from wollet.model.market import MarketData, Point

ENDS = (("2023-10-29", "quarterly", 18), ("2024-01-28", "annual", 61), ("2024-01-28", "quarterly", 22), ("2024-04-28", "quarterly", 26),
        ("2024-07-28", "quarterly", 30), ("2024-10-27", "quarterly", 35))  # fmt: skip


def fundamentals(id: str, item: str, start: dt.date, end: dt.date, *, as_of: dt.datetime | None = None) -> list[Point]:
    """A company whose fiscal year 2024 ended on 28 January 2024, and whose year 2025 has not been filed."""
    days = ((dt.date.fromisoformat(day), kind, value) for day, kind, value in ENDS)
    return [
        Point(source="made", series=item, start=day - dt.timedelta(days=90), end=day, value=Decimal(value), unit="USD", kind=kind, known_at=dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
        for day, kind, value in days if start <= day <= end
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("period", "back", "value"),
    [
        ("2024", 0, 61),
        ("2024Q4", 0, 22),
        ("2025Q1", 0, 26),
        ("2025Q3", 0, 35),
        ("2025Q3", 1, 30),
        ("2025Q3", 4, 18),
        ("2025", 0, None),
        ("2023Q1", 0, None),
    ],
)
def test_the_filing_of_a_fiscal_period(period: str, back: int, value: int | None) -> None:
    market = cast(MarketData, SimpleNamespace(fundamentals=fundamentals))
    found: Any = fiscal.filed(market, "XNAS:MADE", "revenue", period, None, back)
    assert (None if found is None else int(found.value)) == value
