"""A text dated by its day alone that tells of the morrow's session is of the morrow."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wollet.read import from_text, read
from wollet.read.lede import of_its_day

THURSDAY = "2024-02-15"
OF_FRIDAY = (
    "Stocks slip\n\nThe S&P 500 ended Friday lower after a hot inflation reading.",
    "Stocks slip\n\nUS stocks rose on Friday. Oil was steady.",
    "Rally fades\n\nFriday’s selloff came after a hefty rally.",
    "Chips slide\n\nShares of Acme Inc. fell Friday.",
    "Yen slides\n\nThe yen weakened on Friday.",
    "Stocks sink\n\nStocks fell, capping their worst week since June.",
    f"Jobs\n\n{'Hiring was slow. ' * 90}On Friday, data showed fewer claims. Her colleague spoke on Friday afternoon.",
)
OF_THURSDAY = (
    "Stocks slip\n\nThe S&P 500 ended Thursday lower after a hot inflation reading.",
    "Stocks rise\n\nUS stocks rose ahead of Friday’s inflation report.",
    "Stocks rise\n\nUS stocks rose. The index is due for review on Friday.",
    "Stocks rise\n\nShares fell last Friday and rose since.",
    "Weather\n\nRain fell on Friday over the coast.",
    "Stocks sink\n\nStocks fell and are on track to end their worst week since June.",
    "Jobs\n\nData due on Friday may show fewer claims. The chair will have spoken by Friday.",
)


@pytest.mark.parametrize("text", OF_FRIDAY)
def test_the_morrow_told_as_done(text: str) -> None:
    article = from_text(text, published=THURSDAY, lang="en")
    assert of_its_day(article).published == article.published + dt.timedelta(days=1)


@pytest.mark.parametrize("text", OF_THURSDAY)
def test_its_own_day_and_the_morrow_to_come(text: str) -> None:
    article = from_text(text, published=THURSDAY, lang="en")
    assert of_its_day(article) is article


@pytest.mark.parametrize("text", OF_FRIDAY)
def test_a_stated_time_holds(text: str) -> None:
    article = from_text(text, published="2024-02-15T17:00:00-05:00", lang="en")
    assert of_its_day(article) is article


def test_files_are_dated_so(tmp_path: Path) -> None:
    file = tmp_path / "wrap.jsonl"
    file.write_bytes(msgspec.json.encode({"id": "a", "published": THURSDAY, "lang": "en", "text": OF_FRIDAY[0]}))
    (article,) = read([str(file)])
    assert not hasattr(article, "error") and article.published.date() == dt.date(2024, 2, 16)  # type: ignore[union-attr]


@given(st.text(max_size=400))
def test_no_text_moves_it_more_than_a_day(text: str) -> None:
    article = from_text(text, published=THURSDAY, lang="en")
    assert of_its_day(article).published - article.published in (dt.timedelta(0), dt.timedelta(days=1))


UTC = "2019-11-05T04:13:00+00:00"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gold slips\n\nGold prices fell on Tuesday.", "2019-11-05"),
        ("Gold slips\n\nGold prices fell on Monday.", "2019-11-04"),
        ("Gold slips\n\nGold prices fell.", "2019-11-04"),
        ("Oil falls\n\nCrude declined 25 cents to $55.29 a barrel as of 11:10 a.m. in Singapore.", "2019-11-05"),
    ],
)
def test_a_stamp_in_utc_is_put_on_the_reporters_own_day(text: str, day: str) -> None:
    article = of_its_day(from_text(text, published=UTC, lang="en"))
    assert article.published == dt.datetime.fromisoformat(UTC)
    assert article.published.date() == dt.date.fromisoformat(day)


def test_a_korean_stamp_in_utc_is_of_seouls_day() -> None:
    article = of_its_day(from_text("금값 하락\n\n금값이 내렸다.", published="2019-11-04T22:30:00+00:00", lang="ko"))
    assert article.published.date() == dt.date(2019, 11, 5)
