"""Figures outside the price lists: whose they are, of which period, and what is never decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wollet
from wollet.claim import claims, periods
from wollet.claim.family import family_of
from wollet.mention import find
from wollet.model.article import ZONE, Article, Lang
from wollet.model.claim import Claim
from wollet.model.market import MarketData, Point
from wollet.model.time import Window
from wollet.model.verdict import Evidence

NOW = dt.datetime(2024, 2, 14, 8, 12)


def read(text: str, lang: Lang = "ko", published: dt.datetime = NOW) -> list[Claim]:
    at = published.replace(tzinfo=ZoneInfo(ZONE[lang]))
    article = Article(id="t", text=text, published=at, lang=lang)
    return list(claims(article, find(article)))


def of(family: str, text: str, lang: Lang = "ko", published: dt.datetime = NOW) -> list[Claim]:
    return [c for c in read(text, lang, published) if family_of(c).name == family]


def point(series: str, start: dt.date, end: dt.date, value: str, unit: str, kind: str | None = None) -> Point:
    known = dt.datetime(end.year, end.month, end.day, tzinfo=dt.UTC)
    return Point(
        series=series, start=start, end=end, value=Decimal(value), unit=unit, source="test", known_at=known, kind=kind
    )


class Held:
    """A market that holds the points it was given and nothing else."""

    def __init__(self, *points: Point) -> None:
        self.points = points

    def _within(self, name: str, start: dt.date, end: dt.date) -> Sequence[Point]:
        return [p for p in self.points if p.series == name and start <= p.end <= end]

    def fx(self, pair: str, start: dt.date, end: dt.date, *, as_of: Any = None) -> Sequence[Point]:
        return self._within(pair, start, end)

    def series(self, name: str, start: dt.date, end: dt.date, *, as_of: Any = None) -> Sequence[Point]:
        return self._within(name, start, end)

    def events(
        self, id: str | None, kind: str | None, start: dt.date, end: dt.date, *, as_of: Any = None
    ) -> Sequence[Point]:
        return [p for p in self._within(f"{id}", start, end) if p.kind == kind]

    def fundamentals(self, id: str, item: str, start: dt.date, end: dt.date, *, as_of: Any = None) -> Sequence[Point]:
        return self._within(f"{id} {item}", start, end)


def measured(claim: Claim, *points: Point) -> Evidence | str:
    return family_of(claim).measure(claim, cast(MarketData, Held(*points)), None)


def fits(claim: Claim, found: Evidence | str) -> bool:
    assert isinstance(found, Evidence) and found.measured is not None and claim.quantity is not None
    return found.measured in claim.quantity.interval


@pytest.mark.parametrize(
    ("lang", "text", "family", "start", "end"),
    [
        ("en", "Apple reported fourth-quarter revenue of $119.58 billion.", "fundamentals", "2023-10-01", "2023-12-31"),
        ("en", "Apple reported revenue of $383.29 billion for 2023.", "fundamentals", "2023-01-01", "2023-12-31"),
        ("ko", "삼성전자의 지난해 3분기 영업이익은 2조4천336억원으로 집계됐다.", "fundamentals", "2023-07-01", "2023-09-30"),
        ("ko", "미국의 1월 소비자물가지수는 전년 동월 대비 3.1% 올랐다.", "macro", "2024-01-01", "2024-01-31"),
    ],
)  # fmt: skip
def test_a_period_that_is_named_is_the_period(lang: Lang, text: str, family: str, start: str, end: str) -> None:
    (claim,) = of(family, text, lang)
    assert claim.when == Window(dt.date.fromisoformat(start), dt.date.fromisoformat(end))


def test_a_figure_set_against_a_year_before_is_of_that_year() -> None:
    now, then = (
        c
        for c in of("fundamentals", "Apple’s net income rose to $33.92 billion from $30 billion a year earlier.", "en")
    )
    assert now.when is not None and then.when is not None
    assert then.when.end.year == now.when.end.year - 1


def test_figures_in_a_chain_measure_one_thing() -> None:
    found = of("fundamentals", "Apple’s operating income jumped 12% to $40.37 billion, up from $36.02 billion.", "en")
    assert [c.metric for c in found] == ["operating_income"] * 3
    assert [c.direction for c in found] == ["up", None, None]


@pytest.mark.parametrize(
    ("text", "families"),
    [
        (
            "Apple reported revenue of $119.58 billion, above the consensus of $117.91 billion.",
            ["fundamentals", "forecast"],
        ),
        ("Apple reported revenue of $119.58 billion, beating estimates.", ["fundamentals"]),
        ("Analysts had expected revenue of $117.91 billion from Apple.", ["forecast"]),
    ],
)
def test_what_was_expected_is_told_from_what_was_reported(text: str, families: list[str]) -> None:
    assert [family_of(c).name for c in read(text, "en") if c.quantity is not None] == families


def test_a_figure_of_a_year_to_come_cannot_have_been_reported() -> None:
    (claim,) = of("forecast", "삼성전자의 내년 매출은 300조원이다.")
    assert claim.when == Window(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
    assert measured(claim) == "no_reference"


def test_an_event_is_dated_and_a_price_is_not_an_event() -> None:
    (claim,) = of("calendar", "엔비디아는 오는 21일 실적을 발표한다.")
    assert (claim.subject.symbol, claim.certainty) == ("NVDA", "planned")
    assert not of("calendar", "엔비디아는 지난 9일 721.33달러에 거래를 마쳤다.")
    assert not of("calendar", "12일 한국거래소에 따르면 코스피는 올랐다.")


def test_the_month_of_a_report_is_no_date_of_an_event() -> None:
    found = of("calendar", "미국의 1월 고용 보고서는 2월 2일 나온다.")
    assert [c.quote for c in found] == ["2월 2일"]


def test_a_weekday_that_is_not_the_dates_is_refuted() -> None:
    (right,) = of("calendar", "회의는 2024년 2월 16일(금)에 열린다.")
    (wrong,) = of("calendar", "회의는 2024년 2월 16일(목)에 열린다.")
    first, second = measured(right), measured(wrong)
    assert isinstance(first, Evidence) and first.measured == 1
    assert isinstance(second, Evidence) and second.measured == 0


def test_an_entry_of_the_calendar_bears_an_event_out_and_its_absence_proves_nothing() -> None:
    (claim,) = of("calendar", "엔비디아는 오는 21일 실적을 발표한다.")
    day = dt.date(2024, 2, 21)
    found = measured(claim, point("XNAS:NVDA", day, day, "1", "event", "earnings"))
    assert isinstance(found, Evidence) and found.measured == 1
    assert measured(claim) == "no_reference"


def test_days_told_are_counted_with_both_ends() -> None:
    (claim,) = of("calendar", "회의는 12일부터 사흘간 서울에서 열린다.")
    found = measured(claim)
    assert isinstance(found, Evidence) and found.measured == 1


def test_an_amount_is_converted_at_any_fixing_of_the_days_before() -> None:
    (claim,) = of("conversion", "투자 규모는 7조 달러, 우리 돈으로 9천300조원에 이른다.")
    day = dt.date(2024, 2, 13)
    assert fits(claim, measured(claim, point("USD/KRW", day, day, "1328", "KRW", "BOK")))
    assert measured(claim, point("USD/KRW", day, day, "1345", "KRW", "BOK")) == "no_data"
    assert not fits(claim, measured(claim, point("USD/KRW", day, day, "1100", "KRW", "BOK")))
    assert measured(claim) == "no_data"


def test_reported_revenue_is_the_filed_one_or_left_open() -> None:
    (claim,) = of("fundamentals", "Apple reported revenue of $119.58 billion for the fourth quarter.", "en")
    period = (dt.date(2023, 10, 1), dt.date(2023, 12, 30))
    assert fits(claim, measured(claim, point("XNAS:AAPL revenue", *period, "119575000000", "USD", "quarterly")))
    assert measured(claim, point("XNAS:AAPL revenue", *period, "119000000000", "USD", "quarterly")) == "ambiguous"
    assert not fits(claim, measured(claim, point("XNAS:AAPL revenue", *period, "90000000000", "USD", "quarterly")))
    assert measured(claim) == "no_data"


def test_a_divisions_revenue_is_never_held_against_the_companys() -> None:
    (claim,) = of("fundamentals", "Apple reported iPhone revenue of $69.70 billion for the fourth quarter.", "en")
    filed = point("XNAS:AAPL revenue", dt.date(2023, 10, 1), dt.date(2023, 12, 30), "119575000000", "USD", "quarterly")
    assert measured(claim, filed) == "no_data"


def test_a_statistic_is_computed_from_its_index() -> None:
    (claim,) = of("macro", "US consumer prices rose 3.1% in January from a year earlier.", "en")
    base = point("US_CPI", dt.date(2023, 1, 1), dt.date(2023, 1, 31), "299.170", "index")
    now = point("US_CPI", dt.date(2024, 1, 1), dt.date(2024, 1, 31), "308.417", "index")
    found = measured(claim, base, now)
    assert isinstance(found, Evidence) and found.measured is not None
    assert found.measured.quantize(Decimal("0.01")) == Decimal("3.09")


@pytest.mark.parametrize(
    ("family", "lang", "text"),
    [
        ("share", "en", "Nvidia controls more than 80% of the market for such chips."),
        ("deal", "ko", "회사는 589억원을 투자하기로 했다."),
        ("other", "en", "The carmaker laid off roughly 600 employees."),
        ("forecast", "en", "The bank raised its price target on Apple to $225."),
        ("elapsed", "ko", "회사는 설립 7년 만에 상장했다."),
    ],
)
def test_what_no_public_data_answers_is_left_open(family: str, lang: Lang, text: str) -> None:
    found = of(family, text, lang)
    assert found
    assert all(measured(c) == "no_reference" for c in found)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31)), st.integers(0, 30))
def test_calendar_periods_are_whole_and_in_order(day: dt.date, back: int) -> None:
    for window, days in (
        (periods.month_of(day, back), (28, 31)),
        (periods.quarter_of(day, back), (90, 92)),
        (periods.year_of(day, back), (365, 366)),
    ):
        assert window.start.day == 1 and (window.end + dt.timedelta(days=1)).day == 1
        assert days[0] <= (window.end - window.start).days + 1 <= days[1]
        assert back or window.start <= day <= window.end
        before = periods.year_before(window)
        assert (before.start.year, before.start.month) == (window.start.year - 1, window.start.month)
        assert (before.end + dt.timedelta(days=1)).day == 1


def test_an_index_by_its_full_name_is_not_the_one_named_before() -> None:
    text = "The S&P 500 fell 1.8% on Monday. The Acme Dollar Spot Index rose 0.1%."
    claims = [v.claim for v in wollet.check(text, published="2024-02-12T18:00:00-05:00")]
    assert [c.subject.symbol for c in claims if c.quote == "1.8%"] == ["SPX"]
    assert "SPX" not in [c.subject.symbol for c in claims if c.quote == "0.1%"]
