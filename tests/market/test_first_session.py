"""A share's first session has no neighbour and no limits of the day before: nothing of that makes its row doubtful."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest

from wollet.market.imports import checks
from wollet.market.imports.runs import Slice

FIRST = dt.date(2025, 2, 5)


def doubts(closes: list[float], opened: float | None = None) -> list[int]:
    """The doubts of a listing's first sessions on the Korean exchange."""
    close = np.array(closes)
    day = np.array([FIRST.toordinal() + i for i in (0, 1, 2, 5, 6, 7, 8)][: len(closes)])
    high, low, open_ = close * 1.02, close * 0.98, close.copy()
    if opened is not None:
        open_[0], high[0], low[0] = opened, max(opened, closes[0]), min(opened, closes[0])
    s = Slice(
        key="b:XKRX:900000", attributes={"basis": "krx_adj_to_2025-06-17", "source": "test"}, day=day, known=day,
        figures={"open": open_, "high": high, "low": low, "close": close}, doubt=np.zeros(len(close), dtype=np.int64), volume=None,
    )  # fmt: skip
    none: Any = np.zeros(len(close), dtype=bool)
    checks.bars(s, "XKRX", (), marked=none, twice=none, other_currency=False)
    return [int(d) for d in s.doubt]


@pytest.mark.parametrize("opened", [60500.0, 240000.0, 15000.0])
def test_the_first_row_of_a_listing_is_trusted(opened: float) -> None:
    assert doubts([55800, 57700, 57200, 55700, 54400], opened) == [0, 0, 0, 0, 0]


def test_a_first_close_far_from_the_second_is_trusted() -> None:
    assert doubts([55800, 39100, 39150, 38900, 39000])[0] == 0


def test_a_first_close_off_the_steps_is_not() -> None:
    assert checks.REASONS[doubts([55850.5, 57700, 57200, 55700, 54400])[0]].startswith("off the exchange's price steps")
