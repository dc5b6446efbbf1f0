"""A page flattened to text: the article stays, what surrounds it goes."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wollet.model.article import Article
from wollet.read.furniture import byline, ends_article, is_furniture
from wollet.read.page import flattened
from wollet.read.places import place
from wollet.read.plain import article

KOREAN = """\
홈 > 증권 > 해외증시
로그인
회원가입

국제유가 하루 만에 반등…WTI 78달러 육박

등록 2024-02-14 07:03   최종수정 2024-02-14 07:31

페이스북
카카오톡
공유하기
무릎보호대 특가 광고
    국제유가가 중동 지역의 긴장이 이어지는 가운데 하루 만에 다시 올랐습니다.
    현지시각 13일 뉴욕상업거래소에서 서부텍사스산 원유 3월물은 배럴당 77.87달러에 거래를 마쳤습니다.
유종       종가
WTI 77.87달러
브렌트 82.77달러

    시장은 원유 재고 발표를 기다리고 있습니다.

    [사진=게티이미지]
    한바다 외신캐스터 sea@example.com

    관련기사
    금값 2,000달러 아래로 내려섰다는 소식이 전해졌습니다.
      top
      • 고객센터
      7일간 등록된 일정이 없습니다.
      저작권자 ⓒ 가상방송 무단전재 및 재배포 금지
"""
ENGLISH = """\
Home
Markets
Sign in

Oil settles higher as traders weigh supply
By Ann Lee and Bob Ray
Published Feb. 13, 2024 at 3:05 p.m. ET | Updated Feb. 13, 2024 at 4:10 p.m. ET

Share
Advertisement

Oil futures rose on Tuesday as traders weighed tension in the Middle East against rising supply.

West Texas Intermediate for March delivery rose 95 cents to settle at $77.87 a barrel.

Most Read
Gold drops below $2,000 an ounce for the first time this year, traders said.
© 2024 Example Wire. All rights reserved.
"""


def read(text: str) -> Article:
    return article(text, "page.txt")


def test_korean_page() -> None:
    a = read(KOREAN)
    assert a.text == (
        "국제유가 하루 만에 반등…WTI 78달러 육박\n\n"
        "국제유가가 중동 지역의 긴장이 이어지는 가운데 하루 만에 다시 올랐습니다.\n\n"
        "현지시각 13일 뉴욕상업거래소에서 서부텍사스산 원유 3월물은 배럴당 77.87달러에 거래를 마쳤습니다.\n\n"
        "유종       종가\nWTI 77.87달러\n브렌트 82.77달러\n\n"
        "시장은 원유 재고 발표를 기다리고 있습니다."
    )
    assert (a.title, a.section, a.byline, a.lang) == ("국제유가 하루 만에 반등…WTI 78달러 육박", "해외증시", "한바다 외신캐스터", "ko")
    assert a.published == dt.datetime.fromisoformat("2024-02-14T07:03:00+09:00") and a.published_assumed
    assert a.modified == dt.datetime.fromisoformat("2024-02-14T07:31:00+09:00")


def test_english_page() -> None:
    a = read(ENGLISH)
    assert a.text.split("\n\n") == [
        "Oil settles higher as traders weigh supply",
        "Oil futures rose on Tuesday as traders weighed tension in the Middle East against rising supply.",
        "West Texas Intermediate for March delivery rose 95 cents to settle at $77.87 a barrel.",
    ]
    assert (a.byline, a.lang, a.published_assumed) == ("Ann Lee and Bob Ray", "en", False)
    assert a.published == dt.datetime.fromisoformat("2024-02-13T15:05:00-05:00")
    assert a.modified == dt.datetime.fromisoformat("2024-02-13T16:10:00-05:00")


@pytest.mark.parametrize("source", [KOREAN, ENGLISH])
def test_every_word_knows_its_place(source: str) -> None:
    a = read(source)
    rows = source.splitlines()
    for at, c in enumerate(a.text):
        if c != "\n":
            row, column = place(a, at)
            assert rows[row - 1][column - 1] == c


def test_labels_and_times_on_lines_of_their_own() -> None:
    a = read("제목이 되는 줄입니다 여덟 글자\n\n입력\n2024.02.14 (수) 오전 8:05\n수정\n2024.02.14 오후 1:15\n\n코스피가 올랐다는 소식이 전해진 날입니다.\n")
    assert a.published.isoformat() == "2024-02-14T08:05:00+09:00"
    assert a.modified is not None and a.modified.isoformat() == "2024-02-14T13:15:00+09:00"
    assert "입력" not in a.text and "2024" not in a.text


def test_a_title_under_a_subtitle_keeps_both() -> None:
    a = read("삼성전자 사흘째 상승\n외국인 순매수 1위\n2024-02-14 16:00\n\n삼성전자가 사흘 연속으로 오르며 장을 마쳤다고 한다.\n")
    assert a.title == "삼성전자 사흘째 상승"
    assert "외국인 순매수 1위" in a.text


PLAIN = (
    "Nvidia rose 0.2% on Monday.",
    "코스피 2,649.64 마감\n\n13일 코스피는 1.12% 올랐다. 2024년 2월 14일 발표를 앞두고 있다.",
    "Key dates\n\nThe report is due on 2024-02-21 and the meeting starts on 2024-03-19, the company said.\n- WTI 77.87\n",
    "주요 뉴스\n\n삼성전자가 1.5% 올랐다는 소식이 있었습니다.\n현대차는 2.3% 내렸다는 소식이 있었습니다.\n",
)


@pytest.mark.parametrize("text", PLAIN)
def test_text_without_a_page_around_it_is_untouched(text: str) -> None:
    assert article(text, "a.txt", published="2024-02-14").text == text


def test_an_opening_of_a_wire_agency_names_its_author_and_stays() -> None:
    a = read("금값 하락\n\n송고 2024-02-14 10:00\n\n(서울=가상통신) 최바다 기자 = 국제 금값이 온스당 2,000달러 아래로 내려섰다.\n")
    assert a.byline == "최바다 기자"
    assert a.text.endswith("(서울=가상통신) 최바다 기자 = 국제 금값이 온스당 2,000달러 아래로 내려섰다.")


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ("김하늘 기자", "김하늘 기자"),
        ("김하늘·이바다 특파원 sky@example.com", "김하늘·이바다 특파원"),
        ("뉴욕=김하늘 기자입니다", None),
        ("By Jane Doe", "Jane Doe"),
        ("Jane Doe, Senior Markets Reporter", "Jane Doe"),
        ("By Friday the index had lost 3%", None),
        ("기자들이 몰렸다", None),
        ("", None),
    ],
)
def test_bylines(line: str, by: str | None) -> None:
    assert byline(line) == by


@pytest.mark.parametrize("line", ["관련뉴스", "■ 관련기사", "많이 본 뉴스", "Related stories", "Most Popular", "ⓒ 가상일보, 무단전재 금지", "댓글 12"])
def test_headings_of_other_news_end_the_article(line: str) -> None:
    assert ends_article(line)


@pytest.mark.parametrize("line", ["관련 업종이 올랐다", "댓글 수가 12% 늘었다", "Related costs rose 3%.", "Top news agencies said so"])
def test_running_text_does_not_end_the_article(line: str) -> None:
    assert not ends_article(line)
    assert not is_furniture(line)


@pytest.mark.parametrize("line", ["광고", "Advertisement", "무릎보호대 특가 광고", "페이스북 트위터", "[사진=연합]", "Photo by Jane Doe", "sky@example.com"])
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ["광고 매출은 전년보다 12% 늘었다.", "네이버는 3% 올랐다", "X rose 2%", "Meta's advertising revenue rose 24% to $38.7 billion."])
def test_news_about_furniture_stays(line: str) -> None:
    assert not is_furniture(line)


@given(st.text(max_size=400), st.sampled_from(["", KOREAN, ENGLISH]), st.integers(0, 600))
def test_no_text_is_too_strange(noise: str, page: str, at: int) -> None:
    text = page[:at] + noise + page[at:]
    found = flattened(text, "ko")
    assert found is None or found.lines
    assert article(text or "-", "a.txt").text
