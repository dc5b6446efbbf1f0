"""A listing is told by the symbol of its day."""

from __future__ import annotations

import datetime as dt

import pytest

import wollet
from wollet.reference import instruments
from wollet.reference.renamed import FORMER, by_former, symbol_at


def test_every_renamed_listing_is_in_the_reference_and_its_symbols_follow_one_another() -> None:
    for id, rows in FORMER.items():
        assert instruments.get(id) is not None, id
        assert [last for _, last in rows] == sorted(last for _, last in rows), id
        assert all(instruments.by_symbol(old) is None for old, _ in rows), id


@pytest.mark.parametrize(
    ("day", "symbol"), [("2019-11-05", "NLOK"), ("2019-11-04", "SYMC"), ("2022-11-07", "NLOK"), ("2022-11-08", "GEN")]
)
def test_the_symbol_of_a_day(day: str, symbol: str) -> None:
    assert symbol_at("XNAS:GEN", "GEN", dt.date.fromisoformat(day)) == symbol


def test_a_former_symbol_finds_its_listing() -> None:
    assert by_former("FB") == "XNAS:META"
    assert by_former("META") is None


@pytest.mark.parametrize(("published", "symbol"), [("2019-05-02T18:00-04:00", "FB"), ("2024-05-02T18:00-04:00", "META")])
def test_a_claim_bears_the_symbol_of_its_time(published: str, symbol: str) -> None:
    report = wollet.check("Facebook (FB) fell 1.2% to close at $192.53 on Thursday.", published=published)
    assert {v.claim.subject.symbol for v in report} == {symbol}
    assert {v.claim.subject.id for v in report} == {"XNAS:META"}
