"""Each check of the import: the row is kept, says what is wrong with it, and decides no verdict alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import D, imported, opened, together

import wollet

HEAD = "symbol,date,open,high,low,close,currency,basis,source\n"


def doubts(folder: Path, lines: str, id: str = "XNAS:NVDA") -> list[str | None]:
    store = together(folder, ("prices", HEAD + lines))
    return [b.doubtful for b in store.bars(id, D(2024, 1, 1), D(2024, 12, 31))]


def test_a_close_outside_of_its_session_and_a_high_below_the_low(tmp_path: Path) -> None:
    assert doubts(tmp_path, "NVDA,2024-02-09,705,721,702,735,USD,as_traded,a\nNVDA,2024-02-12,726,712,746,722,USD,as_traded,a\nNVDA,2024-02-13,704,734,696,721,USD,as_traded,a") == [
        "open, high and low do not hold the close", "open, high and low do not hold the close", None,
    ]  # fmt: skip


def test_a_jump_for_one_day_that_is_no_tenfold(tmp_path: Path) -> None:
    closes = ("700", "702", "1400", "705", "707")
    lines = "\n".join(f"NVDA,2024-02-{d:02},,,,{c},USD,as_traded,a" for d, c in zip((5, 6, 7, 8, 9), closes, strict=True))
    assert doubts(tmp_path, lines) == [None, None, "jumps from its neighbours for one day", None, None]


def test_two_rows_of_one_day_that_differ_and_two_that_do_not(tmp_path: Path) -> None:
    lines = "NVDA,2024-02-09,,,,721.33,USD,as_traded,a\nNVDA,2024-02-09,,,,721.33,USD,as_traded,a\nNVDA,2024-02-12,,,,722.48,USD,as_traded,a\nNVDA,2024-02-12,,,,712.48,USD,as_traded,a"
    assert doubts(tmp_path, lines) == [None, "two rows of one day differ"]


def test_a_currency_that_is_not_the_listings(tmp_path: Path) -> None:
    assert doubts(tmp_path, "NVDA,2024-02-12,,,,667.1,EUR,as_traded,a") == ["currency is not the listing's"]


def test_a_day_that_is_no_session(tmp_path: Path) -> None:
    assert doubts(tmp_path, "NVDA,2024-02-16,,,,726.13,USD,as_traded,a\nNVDA,2024-02-19,,,,726.13,USD,as_traded,a") == [
        None, "the day is no session of its exchange",
    ]  # fmt: skip


def test_a_fixing_that_another_source_of_its_day_contradicts(tmp_path: Path) -> None:
    store = together(tmp_path, ("fx", "date,pair,close,kind,source\n2024-02-13,USDKRW,1327.2,BOK,a\n2024-02-13,USDKRW,1227.2,BOK,b"))
    found = store.fx("USD/KRW", D(2024, 2, 13), D(2024, 2, 13))
    assert {p.doubtful for p in found} == {"another source of the fixing's day differs by more than 3%"}


def test_a_share_count_that_jumps_and_comes_back(tmp_path: Path) -> None:
    days = [D(2024, 2, d) for d in (1, 2, 5, 6, 7, 8, 9, 12, 13, 14)]
    lines = [f"{d},ORCL,100,{100 * (4_000_000 if 3 <= i < 9 else 1_000_000)},a" for i, d in enumerate(days)]
    store = together(tmp_path, ("marketcap", "date,symbol,close,market_cap,source\n" + "\n".join(lines)))
    found = [p.doubtful for p in store.market_values("XNYS:ORCL", days[0], days[-1])]
    assert found == [None] * 3 + ["the share count behind it jumps and comes back"] * 6 + [None]


@pytest.mark.parametrize(("close", "sure", "doubted"), [("722.48", "supported", "undecided"), ("715", "refuted", "undecided")])
def test_a_doubtful_row_decides_no_verdict_alone(tmp_path: Path, close: str, sure: str, doubted: str) -> None:
    """The same close bears a sentence out or refutes it, and does neither once its source marks it."""
    text = "Nvidia closed at $722.48 on Monday. Microsoft closed at $415.26 on Monday."
    for mark, label in (("false", sure), ("true", doubted)):
        folder = tmp_path / mark
        folder.mkdir()
        imported(
            folder, "prices",
            f"symbol,date,close,basis,source,suspect\nNVDA,2024-02-12,{close},as_traded,a,{mark}\nMSFT,2024-02-12,415.26,as_traded,a,false",
        )  # fmt: skip
        claims = wollet.check(text, published="2024-02-12T18:00-05:00", data=opened(folder)).claims
        assert [v.label for v in claims] == [label, "supported"]
