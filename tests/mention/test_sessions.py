"""Which sessions the words of an article mean, by its hour, its home and the exchange that it speaks of."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from wollet.mention import timex
from wollet.mention.sessions import session_windows
from wollet.model.time import When
from wollet.reference import calendars

SEOUL, NEW_YORK = ZoneInfo("Asia/Seoul"), ZoneInfo("America/New_York")
MORNING = dt.datetime(2024, 2, 14, 8, 12, tzinfo=SEOUL)
EVENING = dt.datetime(2024, 2, 14, 16, 10, tzinfo=SEOUL)
DAY_ONLY = dt.datetime(2024, 2, 14, 23, 59, tzinfo=SEOUL)


def when(text: str, lang: str, published: dt.datetime) -> When:
    value = timex.scan(text, lang, published)[0].value  # type: ignore[arg-type]
    assert isinstance(value, When)
    return value


def meant(text: str | None, mic: str, published: dt.datetime, lang: str) -> list[tuple[str, str]]:
    time = when(text, lang, published) if text else None
    return [(w.end.isoformat()[5:], tier) for w, tier in session_windows(time, mic, published, lang)]


def test_at_dawn_in_seoul_the_night_and_today_are_the_session_just_over() -> None:
    for word in ("간밤 뉴욕증시", "오늘 뉴욕증시"):
        assert meant(word, "XNYS", MORNING, "ko")[0] == ("02-13", "default")
    assert meant(None, "XNYS", MORNING, "ko")[0] == ("02-13", "default")


def test_yesterday_on_wall_street_is_the_session_before_or_the_one_just_over() -> None:
    assert meant("어제 주가는", "XNYS", MORNING, "ko")[:2] == [("02-12", "default"), ("02-13", "default")]


def test_a_local_date_is_the_session_of_that_date() -> None:
    assert meant("13일(현지시간) 마감", "XNYS", MORNING, "ko") == [("02-13", "stated")]
    assert meant("13일 마감", "XKRX", MORNING, "ko") == [("02-13", "stated")]


def test_a_date_without_a_note_that_has_not_closed_abroad_is_the_session_before_it() -> None:
    assert meant("14일 뉴욕증시", "XNYS", MORNING, "ko")[0] == ("02-13", "default")


def test_at_home_the_day_is_the_day_of_publication() -> None:
    assert meant("이날 코스피", "XKRX", EVENING, "ko")[0] == ("02-14", "default")
    assert meant("오늘 코스피", "XKRX", EVENING, "ko") == [("02-14", "stated")]
    assert meant("어제 코스피", "XKRX", EVENING, "ko") == [("02-13", "stated")]
    assert meant(None, "XKRX", EVENING, "ko")[0] == ("02-14", "default")


def test_before_the_opening_today_is_still_the_last_session() -> None:
    assert meant("오늘 코스피", "XKRX", MORNING, "ko") == [("02-13", "default"), ("02-14", "possible")]


def test_during_a_session_silence_is_that_session_and_the_last_close() -> None:
    noon = dt.datetime(2024, 2, 14, 12, 0, tzinfo=SEOUL)
    assert meant(None, "XKRX", noon, "ko") == [("02-14", "default"), ("02-13", "default")]


def test_where_only_the_day_is_known_the_session_before_is_as_likely() -> None:
    assert meant(None, "XNYS", DAY_ONLY, "ko")[:3] == [("02-14", "default"), ("02-13", "default"), ("02-12", "default")]
    assert meant(None, "XKRX", DAY_ONLY, "ko")[:2] == [("02-14", "default"), ("02-13", "default")]


def test_a_holiday_gives_its_neighbours_as_possible() -> None:
    monday = dt.datetime(2024, 2, 19, 18, 0, tzinfo=NEW_YORK)
    assert meant("Shares rose on Monday.", "XNYS", monday, "en") == [("02-16", "possible")]
    assert meant("12일 코스피", "XKRX", MORNING, "ko") == [("02-08", "possible"), ("02-13", "possible")]


def test_a_weekday_in_english_news_is_that_session() -> None:
    published = dt.datetime(2024, 2, 14, 18, 0, tzinfo=NEW_YORK)
    assert meant("Shares fell on Tuesday.", "XNYS", published, "en") == [("02-13", "stated")]
    assert meant("Shares rose on Wednesday.", "XNYS", published, "en") == [("02-14", "stated")]


def test_asia_seen_from_new_york_keeps_its_own_date() -> None:
    published = dt.datetime(2024, 2, 14, 7, 0, tzinfo=NEW_YORK)
    assert meant("Tokyo stocks fell on Wednesday.", "XTKS", published, "en")[0] == ("02-14", "stated")


def test_a_longer_time_is_its_own_days() -> None:
    (window, tier), = session_windows(when("지난주 코스피", "ko", EVENING), "XKRX", EVENING, "ko")
    assert (window.start, window.end, tier) == (dt.date(2024, 2, 5), dt.date(2024, 2, 11), "stated")


WORDS = st.sampled_from([None, "오늘", "어제", "간밤", "이날", "전날", "13일", "지난 화요일", "13일(현지시간)", "오는 21일", "내일"])


@given(WORDS, st.sampled_from(["XNYS", "XKRX", "XTKS", "XFXS", "CMES", "24/7", "XLON"]),
       st.datetimes(dt.datetime(2001, 1, 1), dt.datetime(2026, 12, 31), timezones=st.sampled_from([SEOUL, NEW_YORK, dt.UTC])))
def test_every_reading_is_a_session_told_once(word: str | None, mic: str, published: dt.datetime) -> None:
    found = session_windows(when(word, "ko", published) if word else None, mic, published, "ko")
    assert found
    assert len({w for w, _ in found}) == len(found)
    for window, _ in found:
        assert window.start == window.end and calendars.is_session(mic, window.end)
    if word in (None, "간밤"):
        own = published.astimezone(SEOUL).date()
        assert all(calendars.open_at(mic, w.end) <= published or (mic == "24/7" and w.end <= own) for w, _ in found), "no session that has not begun"
