"""Time expressions: the day of publication, what looks ahead and back, twins in both languages, and any text whatever."""

from __future__ import annotations

import datetime as dt
import time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wollet.mention import moments, timex
from wollet.model.mention import Mention
from wollet.model.time import When

SEOUL, NEW_YORK = ZoneInfo("Asia/Seoul"), ZoneInfo("America/New_York")


def read(text: str, lang: str, published: dt.datetime) -> list[tuple[str, When]]:
    found = timex.scan(text, lang, published)  # type: ignore[arg-type]
    out = []
    for m in found:
        assert isinstance(m.value, When)
        out.append((text[m.start : m.end], m.value))
    return out


def days(text: str, lang: str, published: dt.datetime) -> list[tuple[str, str]]:
    return [(str(w.start), str(w.end)) for _, w in read(text, lang, published)]


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("지난해 4분기 매출", "sales in the fourth quarter of last year"), ("2024년 2월 13일 종가", "the close of Feb. 13, 2024"),
        ("이달 실적", "results this month"), ("지난주 거래", "trading last week"), ("내년 전망", "the outlook for next year"),
        ("2분기 전망", "the second quarter outlook"), ("올해 하반기 출시", "a launch in the second half of this year"),
        ("2월 12일부터 14일까지", "from Feb. 12 to Feb. 14"), ("사흘 전 발표", "published three days ago"), ("1990년대 호황", "the boom of the 1990s"),
        ("향후 3거래일", "the next three trading days"), ("최근 3거래일", "the past three trading days"), ("올해 1~9월 매출", "sales in the first nine months of this year"),
        ("추수감사절 휴장", "closed on Thanksgiving"), ("2023년 말 기준", "at the end of 2023"), ("21세기 들어", "in the 21st century"),
    ],
)  # fmt: skip
def test_korean_and_english_twins_are_one_time(korean: str, english: str) -> None:
    ko = days(korean, "ko", dt.datetime(2024, 2, 14, 8, 12, tzinfo=SEOUL))
    en = days(english, "en", dt.datetime(2024, 2, 14, 8, 12, tzinfo=NEW_YORK))
    assert ko and ko == en


@pytest.mark.parametrize(
    ("text", "lang", "start"),
    [
        ("13일 밝혔다", "ko", "2024-02-13"), ("오는 13일 열린다", "ko", "2024-03-13"), ("20일 개최할 예정이다", "ko", "2024-02-20"),
        ("20일 체결했다고 밝혔다", "ko", "2024-01-20"), ("화요일 마감했다", "ko", "2024-02-13"), ("오는 화요일 발표한다", "ko", "2024-02-20"),
        ("지난 수요일 내렸다", "ko", "2024-02-07"), ("12월 회의에서 올렸다", "ko", "2023-12-01"), ("6월 회의를 앞두고", "ko", "2024-06-01"),
        ("It fell on Thursday.", "en", "2024-02-08"), ("It will fall on Thursday.", "en", "2024-02-15"), ("It fell on Wednesday.", "en", "2024-02-14"),
        ("Results are due Thursday.", "en", "2024-02-15"), ("He said Thursday that it would sell.", "en", "2024-02-08"),
        ("They meet on Thursday.", "en", "2024-02-15"), ("rates rose in December", "en", "2023-12-01"), ("will cut rates in June", "en", "2024-06-01"),
    ],
)  # fmt: skip
def test_news_looks_back_unless_its_words_look_ahead(text: str, lang: str, start: str) -> None:
    zone = SEOUL if lang == "ko" else NEW_YORK
    assert [s for s, _ in days(text, lang, dt.datetime(2024, 2, 14, 8, 12, tzinfo=zone))] == [start]


def test_a_publication_time_in_utc_is_read_in_the_zone_of_the_language() -> None:
    late = dt.datetime(2024, 2, 13, 23, 12, tzinfo=dt.UTC)
    assert days("오늘 올랐다", "ko", late) == [("2024-02-14", "2024-02-14")]
    assert days("Shares rose today.", "en", late) == [("2024-02-13", "2024-02-13")]


@pytest.mark.parametrize("when", ["first nine months", "last three months", "first 10 days", "last two weeks"])
def test_a_part_of_a_period_lies_within_it(when: str) -> None:
    (told,) = read(f"in the {when} of 2023", "en", dt.datetime(2024, 2, 14, tzinfo=NEW_YORK))
    first, last = told[1].start, told[1].end
    assert first and last and dt.date(2023, 1, 1) <= first < last <= dt.date(2023, 12, 31)
    assert (first == dt.date(2023, 1, 1)) == when.startswith("first") and (last == dt.date(2023, 12, 31)) == when.startswith("last")


@given(st.integers(1, 40), st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)))
def test_trading_days_counted_on_and_back_meet(n: int, day: dt.date) -> None:
    on = moments.on(day, n, "sessions")
    assert on.weekday() < 5 and sum((day + i * moments.DAY).weekday() < 5 for i in range(1, (on - day).days + 1)) == n
    back = moments.on(day, -n, "sessions")
    assert back.weekday() < 5 and sum((back + i * moments.DAY).weekday() < 5 for i in range((day - back).days)) == n


def test_a_note_that_times_are_local_holds_from_there_on() -> None:
    text = "13일(이하 현지시간) 지수는 올랐다. 12일 내린 뒤였다."
    assert [w.local for _, w in read(text, "ko", dt.datetime(2024, 2, 14, 8, 12, tzinfo=SEOUL))] == [True, True]
    assert [w.local for _, w in read(text.replace("이하 ", ""), "ko", dt.datetime(2024, 2, 14, 8, 12, tzinfo=SEOUL))] == [True, False]


def test_the_year_turns() -> None:
    new_year = dt.datetime(2025, 1, 2, 9, 0, tzinfo=SEOUL)
    assert days("30일 폐장했다", "ko", new_year) == [("2024-12-30", "2024-12-30")]
    assert days("12월 31일 마감했다", "ko", new_year) == [("2024-12-31", "2024-12-31")]
    assert days("The index closed on Dec. 31 at a record.", "en", new_year.astimezone(NEW_YORK)) == [("2024-12-31", "2024-12-31")]


@pytest.mark.parametrize("text", ["2월 30일", "31일", "Feb. 30", "13월 1일", "2024-13-45", "June 31"])
def test_a_day_that_no_calendar_has_is_not_read_as_another(text: str) -> None:
    lang = "ko" if "일" in text else "en"
    for shown, when in read(text, lang, dt.datetime(2024, 2, 14, tzinfo=SEOUL)):
        assert (when.start is not None and str(when.start.day) in shown) or when.grain in ("month", "year")


ALPHABET = st.text("0123456789.-/~' 년월일분기주전후오늘어제지난다음현지시각()MarchTuesday,inofthelastweekq1€가😀\n\u0661", max_size=60)


@settings(max_examples=300)
@given(st.one_of(ALPHABET, st.text(max_size=60)), st.sampled_from(["ko", "en"]), st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2040, 1, 1), timezones=st.just(SEOUL)))
def test_any_text_gives_ordered_spans_and_true_intervals(text: str, lang: str, published: dt.datetime) -> None:
    found: list[Mention] = timex.scan(text, lang, published)  # type: ignore[arg-type]
    floor = 0
    for m in found:
        assert floor <= m.start < m.end <= len(text)
        assert isinstance(m.value, When)
        if m.value.start is not None and m.value.end is not None:
            assert m.value.start <= m.value.end
        floor = m.end


@pytest.mark.parametrize(
    ("piece", "lang"),
    [("1", "ko"), ("12일 ", "ko"), ("오늘 ", "ko"), ("지난 ", "ko"), ("2024년 2월 13일~", "ko"), ("1", "en"), ("Feb. 1, ", "en"), ("Tuesday will ", "en"),
     ("the week of ", "en"), ("2-", "en"), ("in two weeks after ", "en"), ("May ", "en"), ("the first nine months of ", "en"), ("nineteen ninety ", "en"), ("from 10/1 to ", "en"),
     ("two Fridays from ", "en"), ("월요일부터 ", "ko"), ("최근 3거래일 ", "ko"), ("오월 1", "ko")],
)  # fmt: skip
def test_time_grows_with_length_alone(piece: str, lang: str) -> None:
    def taken(n: int) -> float:
        text = piece * (n // len(piece))
        start = time.process_time()
        timex.scan(text, lang, dt.datetime(2024, 2, 14, tzinfo=SEOUL))  # type: ignore[arg-type]
        return time.process_time() - start

    taken(2_000)
    short, long = min(taken(20_000) for _ in range(2)), min(taken(160_000) for _ in range(2))
    assert long < 8 * short * 3 + 0.05


@pytest.mark.parametrize(("text", "found"), [("It paid $12 March 3.", ["March 3"]), ("They met on 12 March.", ["12 March"]), ("It fell €5 May 3.", ["May 3"])])
def test_an_amount_before_a_month_is_no_day_of_it(text: str, found: list[str]) -> None:
    assert [text[m.start : m.end] for m in timex.scan(text, "en", dt.datetime(2024, 2, 14, tzinfo=SEOUL))] == found
