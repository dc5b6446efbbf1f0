"""Publication times as they are written, and the zone that a silent one is in."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wollet.read.dates import find_stamp, parse_published

KOREAN_MORNING = (
    "2024-02-14 08:12",
    "2024-02-14T08:12",
    "2024.02.14. 오전 8:12",
    "2024.02.14 (수) 08:12",
    "2024년 2월 14일 8시 12분",
    "2024/2/14 08:12:00",
    "202402140812",
    "20240214081200",
)
SAME_MOMENT = (
    "2024-02-14T08:12:00+09:00",
    "2024-02-13T23:12:00Z",
    "2024-02-13T23:12:00.000Z",
    "Wed, 14 Feb 2024 08:12:00 +0900",
    "Wed, 14 Feb 2024 08:12:00 KST",
    "Tue, 13 Feb 2024 23:12:00 GMT",
    "Feb. 13, 2024 at 6:12 p.m. ET",
    "February 13, 2024 06:12 PM EST",
    "6:12 PM EST, Feb 13, 2024",
    "Wednesday, 14 February 2024 8:12 AM GMT+9",
)
MOMENT = dt.datetime.fromisoformat("2024-02-14T08:12:00+09:00")


@pytest.mark.parametrize("text", KOREAN_MORNING)
def test_a_time_without_zone_is_in_the_zone_of_the_language(text: str) -> None:
    assert parse_published(text, "ko") == (MOMENT, True)
    assert parse_published(text, "en") == (dt.datetime.fromisoformat("2024-02-14T08:12:00-05:00"), True)


@pytest.mark.parametrize("text", SAME_MOMENT)
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_a_stated_zone_holds(text: str, lang: str) -> None:
    assert parse_published(text, lang) == (MOMENT, False)


@pytest.mark.parametrize("day", ["2024-02-14", "2024.02.14", "20240214", "14 February 2024", "Feb 14, 2024", dt.date(2024, 2, 14)])
def test_a_date_alone_is_the_end_of_that_day(day: str | dt.date) -> None:
    assert parse_published(day, "ko") == (dt.datetime.fromisoformat("2024-02-14T23:59:59+09:00"), True)


def test_summer_time() -> None:
    assert parse_published("2024-07-01 12:00", "en").at.utcoffset() == dt.timedelta(hours=-4)
    assert parse_published("July 1, 2024 12:00 pm ET", "ko").at.utcoffset() == dt.timedelta(hours=-4)


@pytest.mark.parametrize("text", ["2024-02-30", "2024-13-01", "yesterday", "", "  ", "2024", "14/02/24", "2024-02-14 25:00", "3% up"])
def test_what_is_no_time_is_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(ValueError, match="such as"):
        parse_published(text, "ko")


@pytest.mark.parametrize("line", ["2월 14일 증시", "S&P 500 rose 1.4% to 4,953.17", "2024 세계 정부 정상회의", "080-1234-5678"])
def test_no_stamp_where_none_is_written(line: str) -> None:
    assert find_stamp(line, "ko") is None


@given(st.text(max_size=80))
def test_any_text_is_a_time_or_is_refused(text: str) -> None:
    try:
        assert parse_published(text, "ko").at.tzinfo is not None
    except ValueError as error:
        assert "\n" not in str(error)


@given(st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2090, 1, 1), timezones=st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=9))])))
def test_what_we_print_reads_back(at: dt.datetime) -> None:
    assert parse_published(at.isoformat(), "en") == (at, False)
