"""Moves over months, years, weeks and runs of sessions: what is true is borne out, and the same words with another figure fail."""

from __future__ import annotations

import datetime as dt

import pytest

from wollet.market import open_market
from wollet.model.article import Article
from wollet.model.market import MarketData
from wollet.model.verdict import Verdict
from wollet.verify.check import check

NEW_YEAR, FEBRUARY, MARCH = "2024-01-02T08:00:00+09:00", "2024-02-01T08:00:00-05:00", "2024-02-29T17:30:00-05:00"
SAID = (
    ("en", "2023-12-29T17:30:00-05:00", "The S&P 500 rose {}% in 2023.", "24.2", "42.2"),
    ("en", "2023-12-29T17:30:00-05:00", "In 2023, the S&P 500 rose {}%.", "24.2", "42.2"),
    ("en", "2023-12-29T17:30:00-05:00", "The S&P 500 climbed {}% in the fourth quarter.", "11.2", "21.2"),
    ("en", "2023-12-29T17:30:00-05:00", "The S&P 500 ended 2023 with a gain of {}%.", "24.2", "42.2"),
    ("en", "2023-12-29T17:30:00-05:00", "The S&P 500's 2023 gain came to {}%.", "24.2", "42.2"),
    ("en", "2024-01-02T08:00:00-05:00", "The S&P 500 rallied 4.4% last month and {}% last quarter.", "11.2", "31.2"),
    ("en", FEBRUARY, "The S&P 500 rose {}% in January.", "1.6", "9.6"),
    ("en", MARCH, "The S&P 500 rose {}% in February.", "5.2", "9.2"),
    ("en", MARCH, "Nvidia's shares jumped {}% in February.", "28.6", "46.8"),
    ("ko", "2024-02-29T17:30:00+09:00", "코스피는 2월 들어 {}% 올랐다.", "5.8", "10.8"),
    ("ko", "2024-02-29T17:30:00+09:00", "2월 코스피는 {}% 올랐다.", "5.8", "10.8"),
    ("ko", "2024-02-29T17:30:00+09:00", "코스피는 올해 {}% 하락하며 2642.36에 마감했다.", "0.5", "3.5"),
    ("ko", "2024-02-29T17:30:00+09:00", "코스피는 지난해 말 2655.28에서 2642.36으로 {}% 하락했다.", "0.5", "3.5"),
    ("ko", "2024-02-29T17:30:00+09:00", "코스피는 올해 2655.28에서 2642.36으로 {}% 하락했다.", "0.5", "3.5"),
    ("ko", "2024-02-29T17:30:00+09:00", "코스피는 1월 말 2497.09에서 2월 말 2642.36으로 {}% 올랐다.", "5.8", "9.8"),
    ("ko", NEW_YEAR, "지난해 코스피는 {}% 올랐다.", "18.7", "31.7"),
    ("ko", NEW_YEAR, "코스피는 4분기 {}% 올랐다.", "7.7", "13.7"),
    ("ko", NEW_YEAR, "코스피는 4분기 7.7%, 코스닥은 {}% 올랐다.", "3.0", "9.0"),
    ("ko", NEW_YEAR, "코스피는 2023년 한 해 {}% 올랐다.", "18.7", "31.7"),
    ("en", "2024-02-17T10:00:00-05:00", "The S&P 500 fell {}% last week.", "0.4", "3.4"),
    ("en", "2024-02-19T08:00:00-05:00", "The S&P 500 fell {}% last week.", "0.4", "3.4"),
    ("ko", "2024-02-18T10:00:00+09:00", "지난주(13~16일) 코스피는 {}% 올랐다.", "1.1", "3.6"),
    ("en", "2024-02-13T17:30:00-05:00", "The S&P 500 slid 1.4% on Tuesday after losing 0.1% on Monday, leaving it down {}% over two sessions.", "1.5", "4.5"),
    ("en", "2024-02-14T17:30:00-05:00", "Apple, which had lost {}% over the previous two sessions, slipped 0.5% on Wednesday.", "2.0", "5.0"),
    ("en", "2024-02-14T17:30:00-05:00", "Apple, which had lost 2.0% over the previous two sessions, slipped {}% on Wednesday.", "0.5", "2.5"),
    ("en", "2024-02-16T17:30:00-05:00", "For the week, the S&P 500 lost 0.4%, the Nasdaq shed {}% and the Dow slipped 0.1%.", "1.3", "3.8"),
    ("en", "2024-02-16T17:30:00-05:00", "For the week, the S&P 500 lost 0.4%, the Nasdaq shed 1.3% and the Dow slipped {}%.", "0.1", "2.1"),
)  # fmt: skip
NEVER = (
    ("en", "2024-02-14T17:30:00-05:00", "The S&P 500 is now down 0.5% from its February record close."),
    ("en", "2024-02-14T17:30:00-05:00", "Apple is down 4.3% year to date and 7% below its record close of $198.11 set on Dec. 14."),
    ("en", "2024-02-14T17:30:00-05:00", "The S&P 500 is down 0.5% from its Feb. 12 record close."),
    ("en", "2024-02-16T17:30:00-05:00", "The S&P 500 lost 0.4%, the Nasdaq shed 1.3% and the Dow slipped 0.1% for the week."),
    ("en", MARCH, "The S&P 500 climbed this year from 4,769.83 to 5,096.27."),
    ("ko", "2024-02-29T17:30:00+09:00", "코스피는 지난해 말 2655.28에서 2642.36으로 내렸다."),
    ("ko", "2024-02-29T17:30:00+09:00", "코스피는 사상 최고치(3305.21) 대비 20.1% 낮은 2642.36에 마감했다."),
    ("en", "2023-12-29T17:30:00-05:00", "It was a strong fourth quarter for the S&P 500, which rose 11.2%."),
    ("en", "2023-12-29T17:30:00-05:00", "From October through December, the S&P 500 gained 11.2%."),
    ("en", FEBRUARY, "The S&P 500 has gained an average of 3% in January since 1950."),
    ("en", FEBRUARY, "The S&P 500 fell 1.3% in January's opening week."),
    ("en", FEBRUARY, "Profits at S&P 500 companies rose 4.5% in 2023."),
    ("en", FEBRUARY, "Including dividends, the S&P 500 returned 26.3% in 2023."),
    ("en", FEBRUARY, "Nvidia's weight in the S&P 500 rose 12% in 2023."),
    ("en", FEBRUARY, "Traders of the S&P 500 were told that wages rose 0.6% in January."),
    ("ko", FEBRUARY, "코스피는 1월에 평균 1.2% 올랐다."),
    ("ko", FEBRUARY, "현대차는 1월 1.8% 증가한 31만대를 팔았다."),
    ("ko", FEBRUARY, "코스피 거래대금은 1월 8.9% 감소했다."),
    ("en", "2024-02-10T10:00:00-05:00", "The S&P 500 rose 1.4% last week."),
    ("ko", NEW_YEAR, "삼성전자는 4분기 35.1% 감소했다."),
)  # fmt: skip


@pytest.fixture(scope="module")
def market() -> MarketData:
    return open_market(None)


def verdicts(text: str, published: str, lang: str, market: MarketData) -> list[Verdict]:
    article = Article(id="a", text=text, published=dt.datetime.fromisoformat(published), lang=lang)  # type: ignore[arg-type]
    return list(check(article, market).verdicts)


def labels(text: str, published: str, lang: str, figure: str, market: MarketData) -> list[str]:
    return [v.label for v in verdicts(text, published, lang, market) if v.claim.quote == figure]


@pytest.mark.parametrize(("lang", "published", "words", "true", "false"), SAID)
def test_a_figure_of_a_stretch(lang: str, published: str, words: str, true: str, false: str, market: MarketData) -> None:
    assert labels(words.format(true), published, lang, f"{true}%", market) == ["supported"]
    assert labels(words.format(false), published, lang, f"{false}%", market) == ["refuted"]


@pytest.mark.parametrize(("lang", "published", "text"), NEVER)
def test_what_has_no_dated_base_is_not_refuted(lang: str, published: str, text: str, market: MarketData) -> None:
    found = verdicts(text, published, lang, market)
    assert found
    assert all(v.label != "refuted" for v in found), [(v.claim.quote, v.label) for v in found]


def test_at_a_weekend_the_week_before_is_only_possible(market: MarketData) -> None:
    words = "The S&P 500 fell 0.4% last week."
    assert labels(words, "2024-02-24T10:00:00-05:00", "en", "0.4%", market) == ["undecided"]
