"""Yields told in whole percents, and rates of inflation that fell to a figure rather than by it."""

from __future__ import annotations

import datetime as dt

import pytest

from wollet.market import open_market
from wollet.model.article import Article, Lang
from wollet.verify.check import check


@pytest.mark.parametrize(
    ("lang", "text", "day", "label"),
    [
        ("en", "The 10-year Treasury yield rose to 4%.", 2, "supported"),
        ("en", "The 10-year Treasury yield rose to 4%.", 13, "undecided"),
        ("en", "The 10-year Treasury yield rose to 4.3%.", 13, "supported"),
        ("en", "The 10-year Treasury yield rose to 7%.", 13, "refuted"),
        ("ko", "미국 10년물 국채 금리는 4%까지 올랐다.", 14, "undecided"),
        ("ko", "미국 10년물 국채 금리는 4%대로 올랐다.", 14, "supported"),
    ],
)
def test_a_whole_percentage(lang: Lang, text: str, day: int, label: str) -> None:
    published = dt.datetime(2024, 2, day, 22, 30, tzinfo=dt.UTC)
    article = Article(id="a", text=text, published=published, lang=lang)
    assert [v.label for v in check(article, open_market(None)).verdicts] == [label]


@pytest.mark.parametrize(
    ("lang", "text", "labels"),
    [
        ("en", "The annual CPI rate was 3.1% in January, down from 3.4% in December.", ["supported", "supported"]),
        ("en", "CPI came in at 3.1%, lower than December's 3.4%.", ["supported", "supported"]),
        ("en", "The annual CPI rate fell to 2.6% in January.", ["refuted"]),
        ("en", "Consumer prices fell 3.1% in January from a year earlier.", ["refuted"]),
        ("en", "Annual inflation slowed to 3.1% in January.", ["supported"]),
        ("en", "Annual inflation slowed to 2.6% in January.", ["undecided"]),
        ("ko", "미국 1월 CPI 상승률은 3.1%로 전월(3.4%)보다 낮아졌다.", ["supported", "supported"]),
        ("ko", "한국의 1월 소비자물가 상승률은 2.8%로 떨어졌다.", ["supported"]),
        ("ko", "한국의 1월 소비자물가 상승률은 2.3%로 떨어졌다.", ["refuted"]),
        ("ko", "미국의 1월 물가 상승률은 3.1%로 둔화했다.", ["supported"]),
        ("ko", "3.1%로 내려온 미국의 1월 소비자물가 상승률은 예상보다 높았다.", ["supported"]),
    ],
)
def test_where_inflation_went(lang: Lang, text: str, labels: list[str]) -> None:
    article = Article(id="a", text=text, published=dt.datetime(2024, 2, 14, 22, 30, tzinfo=dt.UTC), lang=lang)
    assert [v.label for v in check(article, open_market(None)).verdicts] == labels


def test_a_rate_that_was_held_does_not_bear_out_a_cut() -> None:
    for words, label in (("동결했다", "supported"), ("인하했다", "undecided")):
        text = f"한국은행은 기준금리를 연 3.5%로 {words}."
        article = Article(id="a", text=text, published=dt.datetime(2024, 2, 14, 8, tzinfo=dt.UTC), lang="ko")
        assert [v.label for v in check(article, open_market(None)).verdicts] == [label]
