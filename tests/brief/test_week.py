"""A week is summed up as one: its markets' weeks first, their days in order, the best and the worst."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from wollet.brief.computed import stakes_move
from wollet.brief.programme import Programme, programme
from wollet.brief.twin import twin
from wollet.brief.week import week_of
from wollet.model.article import Article
from wollet.model.market import Bar, MarketData
from wollet.model.time import Window
from wollet.story.basket import Basket
from wollet.verify.check import check
from wollet.verify.replay import mismatches

NEW_YORK = ZoneInfo("America/New_York")
DAYS = {
    12: "Wall Street report\n\nThe S&P 500 fell 0.09% to 5,021.84 on Monday. Nvidia gained 0.16%, Arm 29.3%.",
    13: "Stocks slide on Wall Street\n\nThe S&P 500 fell 1.37% to 4,953.17 on Tuesday. Arm fell 19.5%, Micron 4.9%, Microsoft 2.2%, Amazon 2.15% and Intel 2.0%.",
    14: "Stocks close higher on Wall Street\n\nThe S&P 500 rose on Wednesday. Nvidia also rose.",
    15: "Wall Street closes higher\n\nThe S&P 500 rose on Thursday. Apple and Microsoft were mixed.",
    16: "Wall Street ends the week lower\n\nThe S&P 500 fell on Friday. Meta fell.",
}


@pytest.fixture(scope="module")
def told_week(market: MarketData) -> Programme:
    made = [
        check(Article(id=f"d{d}", title=text.split("\n", 1)[0], text=text, lang="en", published=dt.datetime(2024, 2, d, 18, tzinfo=NEW_YORK)), market)
        for d, text in DAYS.items()
    ]
    return programme(made, market, langs=("ko", "en"))


def test_news_of_few_days_is_no_week() -> None:
    def of(*days: int) -> Window | None:
        made = [Article(id=str(d), title="", text="", lang="en", published=dt.datetime(2024, 2, d, 18, tzinfo=NEW_YORK)) for d in days]
        return week_of(made, dt.date(2024, 2, max(days)))

    assert of(12, 13, 14) is None
    assert of(12, 13, 14, 16) == Window(dt.date(2024, 2, 12), dt.date(2024, 2, 16))
    assert of(9, 12, 13, 14) == Window(dt.date(2024, 2, 8), dt.date(2024, 2, 14))


def test_the_week_opens_its_market(told_week: Programme, market: MarketData) -> None:
    bars = [b for b in market.bars("INDEX:SPX", dt.date(2024, 2, 1), dt.date(2024, 2, 16)) if b.close]
    base, last = next(b for b in reversed(bars) if b.session < dt.date(2024, 2, 12)), bars[-1]
    assert base.close and last.close
    x = abs(100 * (last.close / base.close - 1))
    for b in told_week.briefings:
        first = b.sections[0]
        assert f"{x:.2f}%" in first.head.text and f"{x:.2f}%" in first.sentences[0].text
        assert f"{last.close:,.2f}" in first.sentences[0].text
        assert ("한 주" in first.head.text) if b.lang == "ko" else ("on the week" in first.head.text)


def test_days_stand_in_their_order(told_week: Programme) -> None:
    for b in told_week.briefings:
        names = ("월요일", "화요일", "수요일", "목요일", "금요일") if b.lang == "ko" else ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
        course = b.sections[0].sentences[1].text
        found = [course.index(n) for n in names if n in course]
        assert found == sorted(found) and found, course


def test_best_and_worst_are_those_of_their_rows(told_week: Programme) -> None:
    for b in told_week.briefings:
        counts = [(i, v) for i, v in b.own if v.claim.metric == "count"]
        (id, v), = counts
        (s,) = [s for s in b.sentences if id in s.claims]
        assert v.readings[0].evidence is not None
        rows = [float(r.value) for r in v.readings[0].evidence.rows]
        told = {float(x) for x in re.findall(r"(\d+\.\d+)%", s.text)}
        assert told == {abs(max(rows)), abs(min(rows))} and str(len(rows)) in s.text


def test_every_figure_of_a_week_replays(told_week: Programme) -> None:
    for b in told_week.briefings:
        own = [c for c in twin(told_week, b)["claims"] if c.get("by") == "wollet"]
        used = {i for s in b.sentences for i in s.claims}
        assert used & {c["id"] for c in own}
        for c in own:
            assert c["verdict"] == "supported" and list(mismatches(c)) == [], c["canonical"]


class Doubting:
    """A market of which every row is doubtful."""

    def __init__(self, market: MarketData) -> None:
        self.market = market

    def bars(self, *args: Any, **kw: Any) -> list[Bar]:
        return [msgspec.structs.replace(b, doubtful="sources differ") for b in self.market.bars(*args, **kw)]


def test_doubtful_rows_prove_no_basket(market: MarketData) -> None:
    first, last = dt.date(2024, 2, 12), dt.date(2024, 2, 13)
    basket = Basket(index="INDEX:SPX", stakes=(("XNAS:NVDA", first), ("XNAS:ARM", first)), path=((first, 100, 100), (last, 90, 99)))
    as_of = dt.datetime(2024, 2, 14, tzinfo=NEW_YORK)
    assert stakes_move(basket, "key", market, as_of, index=False) is not None
    assert stakes_move(basket, "key", Doubting(market), as_of, index=False) is None  # type: ignore[arg-type]
