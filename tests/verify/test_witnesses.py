"""What the figures of an article that hold show: lists of one day, closes that are quoted, days that are told rightly."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

import wollet
from wollet.market import open_market

DAY = dt.date(2024, 2, 12)
SHARES = (("XNAS:NVDA", "엔비디아"), ("XNAS:AAPL", "애플"), ("XNAS:MSFT", "마이크로소프트"), ("XNAS:TSLA", "테슬라"), ("XNAS:AMD", "AMD"))
INDICES = (("INDEX:SPX", "The S&P 500"), ("INDEX:DJI", "The Dow Jones Industrial Average"), ("INDEX:IXIC", "The Nasdaq Composite"))


def move(id: str) -> Decimal:
    bars = open_market(None).bars(id, DAY - dt.timedelta(days=5), DAY)
    assert bars[-1].session == DAY and bars[-1].close and bars[-2].close
    return 100 * (bars[-1].close / bars[-2].close - 1)


def told(names: int, wrong: Decimal) -> str:
    """The label of a list's last move, which is off by so much, behind a sentence of a longer stretch."""
    items = [(name, move(id)) for id, name in SHARES[:names]]
    items[-1] = (items[-1][0], items[-1][1] + wrong)
    text = "반도체주는 올해 들어 강세를 이어 왔다. 기술주는 " + ", ".join(f"{name}({x:+.2f}%)" for name, x in items) + " 등이 움직였다."
    return list(wollet.check(text, published="2024-02-13T08:05:00+09:00", lang="ko"))[-1].label


@pytest.mark.parametrize(("names", "wrong", "label"), [(4, "0", "supported"), (4, "3", "refuted"), (1, "3", "undecided")])
def test_a_list_is_of_the_day_that_its_other_moves_hold_on(names: int, wrong: str, label: str) -> None:
    assert told(names, Decimal(wrong)) == label


@pytest.mark.parametrize(("right", "label"), [(2, "refuted"), (0, "undecided")])
def test_a_text_without_an_hour_is_of_the_day_that_its_figures_hold_on(right: int, label: str) -> None:
    """The last index is wrong; where the others are too, the day may be."""
    lines = [f"{name} {'rose' if move(id) > 0 else 'fell'} {abs(move(id)) + (0 if i < right else 7):.1f}%." for i, (id, name) in enumerate(INDICES)]
    found = list(wollet.check("Stocks closed on Monday.\n" + "\n".join(lines), published="2024-02-12", lang="en"))
    assert found[-1].label == label


@pytest.mark.parametrize(("hour", "label"), [("2024-02-13T15:00:00+09:00", "supported"), ("2024-02-13T16:00:00+09:00", "supported")])
def test_a_session_that_is_not_over_has_no_close(hour: str, label: str) -> None:
    """"Closed" in a text of the afternoon is the session before, never the one that still runs."""
    bars = open_market(None).bars("INDEX:KOSPI", dt.date(2024, 2, 1), dt.date(2024, 2, 8))
    text = f"코스피는 지난 8일 {bars[-1].close:,.2f}에 거래를 마쳤다."
    (only,) = [v for v in wollet.check(text, published=hour, lang="ko") if type(v.claim).__name__ == "Level"]
    assert only.label == label
    assert all(r.claim.when is None or r.claim.when.end < dt.date(2024, 2, 13) for r in only.readings)
