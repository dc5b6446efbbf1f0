"""A yield told in whole percents: borne out by one right beside it, left open by one that only rounds to it."""

from __future__ import annotations

import datetime as dt

import pytest

from wollet.market import open_market
from wollet.model.article import Article
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
def test_a_whole_percentage(lang: str, text: str, day: int, label: str) -> None:
    published = dt.datetime(2024, 2, day, 22, 30, tzinfo=dt.UTC)
    article = Article(id="a", text=text, published=published, lang=lang)  # type: ignore[arg-type]
    assert [v.label for v in check(article, open_market(None)).verdicts] == [label]
