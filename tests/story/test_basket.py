"""A trend's basket: what is bought when, beside what, and how much of its lead is chance."""

from __future__ import annotations

import datetime as dt
import math
import random
import statistics

import pytest

from story.held import Held, weekdays
from wollet.model.story import Story, Trend
from wollet.story.basket import ESTIMATION, PAUSE, basket, named_first


def trend(*stories: tuple[dt.date, tuple[str, ...]]) -> Trend:
    made = tuple(
        Story(id=str(n), articles=(str(n),), title="", first=(at := dt.datetime.combine(day, dt.time(12), dt.UTC)), last=at, players=who)
        for n, (day, who) in enumerate(stories)
    )
    return Trend(id="t", stories=made, players=("XNAS:NVDA",), novelty=1, breadth=1, move=None, score=1)


def test_equal_stakes_each_from_its_own_purchase_beside_the_same_money_in_the_index() -> None:
    d = weekdays(dt.date(2024, 1, 1), 5)
    rows = [("XNAS:NVDA", day, x, None) for day, x in zip(d, (50, 100, 110, 121, 121), strict=True)]
    rows += [("XNAS:AMD", day, x, None) for day, x in zip(d, (10, 10, 10, 20, 10), strict=True)]
    rows += [("INDEX:SPX", day, x, None) for day, x in zip(d, (99, 100, 101, 100, 105), strict=True)]
    got = basket(trend((d[1], ("XNAS:NVDA",)), (d[3], ("XNAS:AMD", "XNAS:NVDA"))), Held(rows), as_of=None)
    assert got is not None and got.stakes == (("XNAS:NVDA", d[1]), ("XNAS:AMD", d[3])) and got.index == "INDEX:SPX"
    assert [x for x, _, _ in got.path] == d[1:]
    assert [b for _, b, _ in got.path] == pytest.approx([100, 105, 110.5, (121 / 100 + 10 / 20) * 50])
    assert [i for _, _, i in got.path] == pytest.approx([100, 100.5, 100, (105 / 100 + 105 / 100) * 50])
    assert got.sessions == 3 and got.lead == pytest.approx(85.5 - 105) and got.reach is None


def test_nothing_is_bought_before_it_was_named_nor_after_as_of() -> None:
    d = weekdays(dt.date(2024, 1, 1), 5)
    rows = [("XNAS:NVDA", day, 10 * 2**n, None) for n, day in enumerate(d)]
    rows += [("INDEX:SPX", day, 100, None) for day in d]
    got = basket(trend((d[2], ("XNAS:NVDA",))), Held(rows), as_of=dt.datetime.combine(d[3], dt.time(22), dt.UTC))
    assert got is not None and [(day, value) for day, value, _ in got.path] == [(d[2], 100.0), (d[3], 200.0)]
    assert basket(trend((d[2], ("무명",))), Held(rows), as_of=None) is None
    assert basket(trend(), Held(rows), as_of=None) is None
    assert basket(trend((d[2], ("XNAS:NVDA",))), Held(rows), as_of=None, home="XKRX") is None
    assert basket(trend((d[2], ("XNAS:NVDA",))), Held(rows), as_of=None, without={"XNAS:NVDA"}) is None


def test_houses_that_only_comment_are_not_bought() -> None:
    told = trend((dt.date(2024, 1, 3), ("XNAS:NVDA", "XNYS:GS", "INDEX:SPX", "OpenAI")))
    assert list(named_first(told)) == ["XNAS:NVDA", "XNYS:GS"]
    assert list(named_first(told, without=frozenset(("XNYS:GS",)))) == ["XNAS:NVDA"]


def test_chance_is_measured_before_the_story_and_widens_with_the_sessions_held() -> None:
    """reach = t * s * sqrt(n (1 + 1/m)), s the scatter of the daily lead over the sessions before, the last ten left out."""
    d = weekdays(dt.date(2023, 1, 2), 200)
    rng = random.Random(3)
    index, own, leads = 100.0, 50.0, []
    rows = []
    for n, day in enumerate(d):
        market, extra = rng.gauss(0, 1), rng.gauss(0, 1.5) if n <= 180 else 9.0
        if n:
            index, own = index * (1 + market / 100), own * (1 + (market + extra) / 100)
            leads.append(extra)
        rows += [("INDEX:SPX", day, index, None), ("XNAS:NVDA", day, own, None)]
    told = trend((d[190], ("XNAS:NVDA",)))
    got = {n: basket(told, Held(rows), as_of=dt.datetime.combine(d[190 + n], dt.time(23), dt.UTC)) for n in (1, 4)}
    assert got[1] is not None and got[4] is not None and got[4].scatter is not None and got[4].reach is not None and got[1].reach is not None
    assert got[4].past == ESTIMATION and got[4].sessions == 4
    used = leads[: 190 - PAUSE][-ESTIMATION:]
    assert got[4].scatter == pytest.approx(statistics.stdev(used), rel=0.02)
    assert got[4].reach == pytest.approx(1.98010 * got[4].scatter * math.sqrt(4 * (1 + 1 / ESTIMATION)), rel=1e-4)
    assert got[4].reach == pytest.approx(2 * got[1].reach) and got[4].lead > got[4].reach
