"""The sample pack: small, sourced, and right where the figures can be looked up by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from making import D, utc

from wollet.market import SAMPLE, open_market
from wollet.market.answers import Store
from wollet.market.segment import TABLES
from wollet.model.market import MarketData


@pytest.fixture(scope="module")
def market() -> MarketData:
    return open_market(None)


def test_it_is_at_most_three_megabytes_and_one_folder_of_plain_files() -> None:
    files = [p for p in Path(SAMPLE).rglob("*") if p.is_file()]
    assert sum(p.stat().st_size for p in files) <= 3_000_000
    assert sorted(p.suffix for p in files) == [".json", ".seg"]


def test_every_row_says_its_source_and_every_bar_its_basis() -> None:
    store = open_market(None)
    assert isinstance(store, Store)
    for letter in TABLES:
        for id in store.keys(letter):
            for r in store.runs(f"{letter}:{id}"):
                assert r.head.attributes["source"], id
                assert letter not in "bi" or r.head.attributes["basis"], id


@pytest.mark.parametrize(
    ("id", "day", "close"),
    [
        ("XNAS:ARM", D(2024, 2, 7), "77.01"), ("XNAS:ARM", D(2024, 2, 12), "148.97"), ("XNAS:NVDA", D(2024, 2, 9), "721.33"),
        ("XNAS:NVDA", D(2024, 2, 12), "722.48"), ("INDEX:SPX", D(2024, 2, 9), "5026.61"), ("INDEX:KOSPI", D(2024, 2, 13), "2649.64"),
        ("XKRX:005930", D(2024, 2, 13), "75200"), ("INDEX:SPX", D(1987, 10, 19), "224.84"), ("INDEX:KOSPI", D(2021, 7, 6), "3305.21"),
    ],
)  # fmt: skip
def test_closes(market: MarketData, id: str, day: object, close: str) -> None:
    (bar,) = market.bars(id, day, day)  # type: ignore[arg-type]
    assert bar.close == Decimal(close) and bar.doubtful is None


def test_what_the_demo_rests_on(market: MarketData) -> None:
    (bar,) = market.bars("XNAS:NVDA", D(2024, 2, 12), D(2024, 2, 12))
    assert bar.high == Decimal("746.11")
    assert {p.kind: p.value for p in market.fx("USD/KRW", D(2024, 2, 13), D(2024, 2, 13))}["BOK"] == Decimal("1327.2")
    (sales,) = market.series("WORLD_SEMICONDUCTOR_SALES", D(2023, 1, 1), D(2023, 12, 31), as_of=utc(2024, 2, 14))
    assert (sales.value, sales.kind) == (Decimal(526_800_000_000), "first_print")
    order = [id for id, _ in market.market_ranking(D(2024, 2, 12), "US")]
    assert order[:5] == ["XNAS:MSFT", "XNAS:AAPL", "XNAS:GOOGL", "XNAS:AMZN", "XNAS:NVDA"]
    assert market.market_ranking(D(2024, 2, 2), "KRX")[0][0] == "XKRX:005930"


def test_its_doubtful_rows_are_marked(market: MarketData) -> None:
    wrong = {id: p.doubtful for id, p in market.market_ranking(D(2023, 12, 5), "US")}
    assert wrong["XNAS:NVDA"] is not None and wrong["XNAS:AAPL"] is None
    (hsbc,) = market.market_values("XNYS:HSBC", D(2024, 2, 12), D(2024, 2, 12))
    assert hsbc.doubtful is not None


@pytest.mark.parametrize("id", ["XNAS:NVDA", "INDEX:SPX"])
@pytest.mark.parametrize("as_of", [None, dt.datetime(2024, 1, 31, 21, 30, tzinfo=dt.UTC), dt.datetime(2024, 2, 12, 3, tzinfo=dt.UTC)])
@pytest.mark.parametrize("adjusted_to", [None, dt.date(2024, 2, 9), dt.date(2030, 1, 1)])
def test_a_long_range_is_its_single_sessions(id: str, as_of: dt.datetime | None, adjusted_to: dt.date | None) -> None:
    market = open_market(None)
    held = market.coverage(id)
    assert held is not None
    first, last = held
    first = max(first, last - dt.timedelta(days=500))
    days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    single = [bar for d in days for bar in market.bars(id, d, d, as_of=as_of, adjusted_to=adjusted_to)]
    assert list(market.bars(id, first, last, as_of=as_of, adjusted_to=adjusted_to)) == single
    assert single
