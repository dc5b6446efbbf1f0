"""Particles by sound, numbers as they are said, figures without loss of a digit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wollet.brief.figures import amount, figure, plain, scaled_en, scaled_ko
from wollet.brief.korean import josa
from wollet.brief.spoken import aloud, en_whole, ko_whole
from wollet.model.quantity import Interval, Quantity


@pytest.mark.parametrize(
    ("word", "pair", "said"),
    [
        ("엔비디아", "은는", "엔비디아는"), ("SK하이닉스", "이가", "SK하이닉스가"), ("코스닥", "을를", "코스닥을"), ("서울", "으로로", "서울로"),
        ("ARM", "은는", "ARM은"), ("TSMC", "과와", "TSMC와"), ("AMD", "이가", "AMD가"), ("IBM", "을를", "IBM을"), ("SML", "으로로", "SML로"),
        ("Apple", "은는", "Apple은"), ("Tesla", "은는", "Tesla는"), ("4,953.17", "을를", "4,953.17을"), ("721.28", "으로로", "721.28로"),
        ("15만 원", "으로로", "15만 원으로"), ("2.5%", "이가", "2.5%가"), ("5,000", "을를", "5,000을"), ("9.20", "이가", "9.20이"), ("4위", "과와", "4위와"),
        ("(ARM)", "은는", "(ARM)은"),
    ],
)  # fmt: skip
def test_particles(word: str, pair: str, said: str) -> None:
    assert josa(word, pair) == said


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        ("약 9,300조 원입니다", "ko", "약 구천삼백조 원입니다"), ("16.40% 올랐습니다", "ko", "십육 점 사 퍼센트 올랐습니다"), ("1만 원", "ko", "만 원"),
        ("6월 10일, 10월 6일", "ko", "유월 십일, 시월 육일"), ("3가지", "ko", "세 가지"), ("1조 9,400억 달러", "ko", "일조 구천사백억 달러"),
        ("상관계수는 -0.02", "ko", "상관계수는 마이너스 영 점 영이"), ("H100 2개", "ko", "H100 두 개"), ("up 16.4% to $785.38", "en", "up sixteen point four percent to seven hundred and eighty-five dollars and thirty-eight cents"),
        ("on February 22", "en", "on February twenty-second"), ("in 2023", "en", "in twenty twenty-three"), ("$1.94 trillion", "en", "one point nine four trillion dollars"),
        ("the 10-year", "en", "the ten-year"), ("$0.14", "en", "fourteen cents"), ("6배", "ko", "여섯 배"), ("S&P500지수는", "ko", "에스앤피 오백 지수는"), ("the H100 chip", "en", "the H100 chip"), ("the 3rd", "en", "the third"),
    ],
)  # fmt: skip
def test_aloud(text: str, lang: str, said: str) -> None:
    assert aloud(text, lang) == said


@given(st.integers(0, 10**19))
def test_numbers_written_out_are_told_apart(n: int) -> None:
    assert ko_whole(n) != ko_whole(n + 1) and en_whole(n % 10**15) != en_whole(n % 10**15 + 1)
    assert not any(c.isdigit() for c in ko_whole(n) + en_whole(n % 10**15))


@given(st.decimals(0, 10**15, places=2, allow_nan=False, allow_infinity=False))
def test_no_digit_is_lost(x: Decimal) -> None:
    scale = {"조": 10**12, "억": 10**8, "만": 10**4}
    total = Decimal(0)
    for part in scaled_ko(x).split():
        total += Decimal(part.rstrip("조억만").replace(",", "")) * scale.get(part[-1], 1)
    assert total == x
    number, _, word = scaled_en(x).partition(" ")
    assert Decimal(number.replace(",", "")) * {"trillion": 10**12, "billion": 10**9, "million": 10**6}.get(word, 1) == x
    assert Decimal(plain(x).replace(",", "")) == x


def test_amounts() -> None:
    assert amount(Decimal("7E+12"), "USD", "ko") == "7조 달러" and amount(Decimal("7E+12"), "USD", "en") == "$7 trillion"
    assert amount(Decimal(150000), "KRW", "ko") == "15만 원" and amount(Decimal("77.87"), "USD/barrel", "ko") == "배럴당 77.87달러"
    assert amount(Decimal("2649.64"), "points", "en") == "2,649.64 points" and amount(Decimal(4), "rank", "en") == "fourth"


def test_hedges_are_told() -> None:
    def q(low: str | None, high: str | None, hedge: str | None) -> Quantity:
        a, b = (Decimal(x) if x else None for x in (low, high))
        return Quantity(low=a, high=b, unit="percent", hedge=hedge, interval=Interval(a, b))  # type: ignore[arg-type]

    assert figure(q("90", None, "more_than"), "ko") == "90% 넘게" and figure(q("90", None, "more_than"), "en") == "more than 90%"
    assert figure(q("3", "4", "range"), "en") == "between 3% and 4%" and figure(q("80", "80", "about"), "ko") == "약 80%"
    assert figure(q("3", "4", "range"), "ko") == "3%대" and figure(q("5.25", "5.5", "range"), "ko", bare=True) == "5.25%에서 5.5% 사이"
    assert figure(q("10", "11", "range"), "ko") == "10%에서 11%" and figure(q("90", None, "more_than"), "ko", bare=True) == "90% 넘는 수준"
    assert amount(Decimal(249000), "KRW", "ko") == "24만 9,000원" and amount(Decimal(28313660), "shares", "ko") == "2,831만 3,660주"
    assert amount(Decimal("15655.60"), "points", "ko") == "15,655.60포인트"
    assert figure(q(None, None, None), "ko") is None


@pytest.mark.parametrize(
    ("written", "lang", "said"),
    [
        ("61개", "ko", "예순한 개"), ("20명", "ko", "스무 명"), ("101개", "ko", "백일 개"), ("2만 3,000명", "ko", "이만 삼천 명"), ("3.5배", "ko", "삼 점 오 배"),
        ("$1.05", "en", "one dollar and five cents"), ("1,000,001", "en", "one million and one"), ("9:05 a.m.", "en", "nine oh five a.m."),
        ("5.25%-5.5%", "en", "five point two five percent to five point five percent"),
    ],
)  # fmt: skip
def test_counts_times_and_ranges_are_said(written: str, lang: str, said: str) -> None:
    assert aloud(written, lang) == said
