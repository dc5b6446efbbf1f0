"""The reference of names: what it holds, what it tells apart, and that it was built from the tables beside it."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import pytest

from wollet.reference import instruments, names, organisations


def test_the_compiled_table_is_that_of_the_tables_beside_it() -> None:
    data = files("wollet.reference").joinpath("data")
    tables = ("series.csv", "aliases.csv", "delisted.csv", "abroad.csv")
    digest = hashlib.sha256(b"".join(data.joinpath(t).read_bytes() for t in tables)).hexdigest()
    assert instruments.table().digest == digest, "run scripts/build_instruments.py after a change of a table"


def test_it_is_as_large_as_it_says() -> None:
    assert len(instruments.table().rows[0]) > 21_000
    assert len(names.lexicon().forms) > 50_000


@pytest.mark.parametrize(
    ("symbol", "id"),
    [
        ("NVDA", "XNAS:NVDA"), ("BRK.A", "XNYS:BRK.A"), ("005930", "XKRX:005930"), ("SPX", "INDEX:SPX"), ("^GSPC", "INDEX:SPX"),
        ("USD/KRW", "FX:USD/KRW"), ("US10Y", "RATE:US10Y"), ("ES=F", "FUT:ES=F"), ("005930.KS", "XKRX:005930"), ("BTC", "CRYPTO:BTC"), ("UK10Y", "RATE:GB10Y"), ("GB10Y", "RATE:GB10Y"), ("STOXX600", "INDEX:SXXP"), ("SXXP", "INDEX:SXXP"),
    ],
)  # fmt: skip
def test_symbols_and_vendor_codes(symbol: str, id: str) -> None:
    found = instruments.by_symbol(symbol)
    assert found is not None and found.id == id


@pytest.mark.parametrize("symbol", ["", "NOSUCH", "999999", "^", "/"])
def test_an_unknown_symbol_is_none(symbol: str) -> None:
    assert instruments.by_symbol(symbol) is None


@pytest.mark.parametrize(
    ("form", "grade", "symbol"),
    [
        ("엔비디아", names.STRONG, "NVDA"), ("삼전", names.STRONG, "005930"), ("Target", names.CONTEXT, "TGT"), ("기아", names.CONTEXT, "000270"),
        ("대상", names.BACKED, "001680"), ("환율", names.CONTEXT, "USD/KRW"), ("Twitter", names.STRONG, "TWTR"),
    ],
)  # fmt: skip
def test_grades(form: str, grade: int, symbol: str) -> None:
    place = names.lexicon().forms[form]
    assert names.grade_of(place) == grade
    assert instruments.at(names.rows_of(place)[0]).symbol == symbol


def test_the_longest_spelling_comes_first_and_is_where_it_says() -> None:
    text = "어제 코스피200 지수는"
    found = names.candidates(text, 3)
    ends = [end for end, _ in found]
    assert ends == sorted(ends, reverse=True) and text[3 : ends[0]] == "코스피200 지수" and "코스피" in [text[3:end] for end in ends]
    assert names.candidates(text, len(text)) == []


def test_share_classes_belong_to_one_company() -> None:
    for first, other in (("XKRX:005930", "XKRX:005935"), ("XNAS:GOOGL", "XNAS:GOOG"), ("XNYS:BRK.A", "XNYS:BRK.B")):
        a, b = instruments.get(first), instruments.get(other)
        assert a is not None and b is not None and a.company == b.company


def test_every_policy_rate_of_a_central_bank_is_an_instrument() -> None:
    rates = set(organisations.by_rate().values())
    assert {"RATE:FEDFUNDS", "RATE:BOK_BASE"} <= rates
    assert all(instruments.get(id) is not None for id in rates)


def test_no_spelling_names_a_body_and_a_listing() -> None:
    forms = names.lexicon().forms
    both = [form for form in organisations.table() if form in forms and names.grade_of(forms[form]) == names.STRONG]
    assert both == []


def test_the_spellings_stand_in_order() -> None:
    assert instruments.table().names == sorted(instruments.table().names)
