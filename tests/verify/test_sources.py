"""What an article asks of the market twice is answered from memory, and memory is bounded."""

from __future__ import annotations

import datetime as dt
from typing import cast

import pytest

from wollet.model.market import MarketData
from wollet.verify import sources

DAY = dt.date(2024, 2, 12)


class Counting:
    """A market that counts what it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def bars(self, id: str, start: dt.date, end: dt.date) -> list[str]:
        self.asked += 1
        return [id]


def test_a_question_is_put_once_and_the_oldest_answers_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST", 3)
    market = Counting()
    asked = cast(MarketData, sources.Remembered(cast(MarketData, market)))
    for _ in range(2):
        assert [list(asked.bars(id, DAY, DAY)) for id in ("a", "b", "c")] == [["a"], ["b"], ["c"]]
    assert market.asked == 3
    asked.bars("d", DAY, DAY)
    assert list(asked.bars("a", DAY, DAY)) == ["a"] and market.asked == 5
