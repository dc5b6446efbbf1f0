"""Dividends, splits and share counts: kept as they are stated, applied at the question."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

from making import D, imported, opened, together, utc

from wollet.market.providers import Batch, Http, Task, Want
from wollet.market.sync import sync
from wollet.model.market import Bar, Point

PRICES = """symbol,date,close,basis,source
 AVGO,2024-06-21,1658.63,as_traded,exchange
 AVGO,2024-06-24,1592.21,as_traded,exchange
 AVGO,2024-07-12,1700.12,as_traded,exchange
 AVGO,2024-07-15,171.42,as_traded,exchange"""
SPLITS = "symbol,effective_date,ratio_new_per_old,source\nAVGO,2024-07-15,10,table"


def test_a_dividend_is_told_on_the_shares_of_its_day_whatever_basis_its_source_uses(tmp_path: Path) -> None:
    """Broadcom paid 5.25 dollars a share on 24 June 2024, before its split of ten for one; a source of today says 0.525."""
    store = together(
        tmp_path, ("splits", SPLITS), ("prices", PRICES),
        ("dividends", "symbol,ex_date,amount,basis,source\nAVGO,2024-06-24,0.525,split_adj_to_2025-01-31,later"),
    )  # fmt: skip
    (paid,) = store.dividends("XNAS:AVGO", D(2024, 6, 1), D(2024, 6, 30))
    assert (paid.value, paid.unit, paid.source, paid.kind) == (Decimal("5.25"), "USD", "later", "split_adj_to_2025-01-31")
    assert store.dividends("XNAS:AVGO", D(2024, 6, 1), D(2024, 6, 30), as_of=utc(2024, 6, 23, 23)) == []


def test_split_and_dividend_factors_are_kept_apart(tmp_path: Path) -> None:
    store = together(
        tmp_path, ("splits", SPLITS), ("prices", PRICES), ("dividends", "symbol,ex_date,amount,source\nAVGO,2024-06-24,5.25,desk"),
    )  # fmt: skip
    window = D(2024, 6, 21), D(2024, 7, 15)
    adjusted = store.bars("XNAS:AVGO", *window, adjusted_to=window[1])
    assert adjusted[0].close == Decimal("165.863"), "splits only"
    factor = store.dividend_factor("XNAS:AVGO", *window)
    assert factor == (Decimal("1658.63") - Decimal("5.25")) / Decimal("1658.63")
    assert store.dividend_factor("XNAS:AVGO", D(2024, 6, 24), window[1]) == 1, "the ex-date itself is not behind its own close"
    assert store.split_factor("XNAS:AVGO", *window) == 10


def test_a_dividend_without_a_close_before_it_makes_the_factor_unknown(tmp_path: Path) -> None:
    store = together(tmp_path, ("dividends", "symbol,ex_date,amount,source\nAVGO,2024-06-24,5.25,desk"))
    assert store.dividend_factor("XNAS:AVGO", D(2024, 6, 21), D(2024, 7, 15)) is None
    assert store.dividend_factor("XNAS:NVDA", D(2024, 6, 21), D(2024, 7, 15)) == 1


def test_of_two_sources_of_a_dividend_one_counts(tmp_path: Path) -> None:
    imported(tmp_path, "prices", PRICES)
    imported(
        tmp_path, "dividends",
        "symbol,ex_date,amount,basis,source\nAVGO,2024-06-24,5.25,as_traded,KRX\nAVGO,2024-06-24,5.3,split_adj_to_2024-06-30,other",
    )  # fmt: skip
    assert [p.value for p in opened(tmp_path).dividends("XNAS:AVGO", D(2024, 6, 1), D(2024, 6, 30))] == [Decimal("5.25")]


def test_shares_outstanding_are_stated_or_told_by_the_close(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("prices", "symbol,date,close,basis,source\n005930.KS,2024-02-13,75200,as_traded,exchange\nNVDA,2024-02-13,721.28,as_traded,nightly"),
        ("marketcap", """date,symbol,market_cap,shares,currency,source
         2024-02-13,005930.KS,448927647760000,5969782550,KRW,exchange
         2024-02-13,NVDA,1781561600000,,USD,nightly"""),
    )  # fmt: skip
    day = D(2024, 2, 13)
    (samsung,), (nvidia,) = (store.shares(id, day, day) for id in ("XKRX:005930", "XNAS:NVDA"))
    assert (samsung.value, samsung.unit, samsung.source) == (Decimal(5_969_782_550), "shares", "exchange")
    assert (nvidia.value, nvidia.source) == (Decimal(2_470_000_000), "nightly, market value / close of nightly")
    (value,) = store.market_values("XKRX:005930", day, day)
    assert (value.shares, value.kind) == (Decimal(5_969_782_550), "KRX")


def test_an_answer_of_several_kinds_is_stored_in_one_step(tmp_path: Path) -> None:
    class Both:
        name, keys, extra = "both", (), None

        def tasks(self, want: Want):
            yield Task(key="both:1", params={})

        def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
            day = D(2024, 6, 24)
            bar = Bar(
                series="XNAS:AVGO", session=day, open=None, high=None, low=None, close=Decimal("159.221"), volume=None, currency="USD",
                basis="split_adj_to_2024-06-30", source="both", known_at=utc(2024, 6, 24, 20), fetched_at=now,
            )  # fmt: skip
            paid = Point(
                series="XNAS:AVGO", start=day, end=day, value=Decimal("0.525"), unit="USD", source="both", kind="split_adj_to_2024-06-30",
                known_at=utc(2024, 6, 24), fetched_at=now,
            )  # fmt: skip
            return Batch(kind="prices", rows=(bar,), also=(Batch(kind="dividends", rows=(paid,)),))

    out = sync(tmp_path / "store", [Both()], Want(since=D(2024, 6, 24), until=D(2024, 6, 24)), http=Http(pause=0), now=utc(2024, 6, 30))
    assert out.rows == 2
    assert [p.value for p in opened(tmp_path).dividends("XNAS:AVGO", D(2024, 6, 1), D(2024, 6, 30))] == [Decimal("0.525")]
