"""Names and words of meaning in any text: spans quote their text, ids are known, nothing overlaps, nothing crashes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wollet.mention import lexicon, naming
from wollet.model.article import Lang
from wollet.model.mention import Name, Word
from wollet.reference import instruments

LANGS: tuple[Lang, ...] = ("ko", "en")
PIECES = st.sampled_from(
    "엔비디아 삼성전자 삼성전자우 LG LG전자 기아 한화 나스닥 S&P 500 코스피200 환율 원·달러 국고채 3년물 금리 연준 한국은행 기준금리 이 회사 동사 의장 파월 김 연구원 NH투자증권 "
    "Nvidia Target (TGT) $TSLA AAPL.O ES=F ^IXIC (005930) 10-year Treasury yield Fed Chair Jerome Powell said the company the chipmaker Apple's Oil fell gold to "
    "는 가 의 에서 ( ) , . % 3.2 ’s - – \n \u00a0 \u200b İ ß 美 中 ８ http://x.y a@b.c".split(" ")
)
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join))


@settings(max_examples=250, deadline=None)
@given(TEXTS, st.sampled_from(LANGS))
def test_names_of_any_text_are_in_order_apart_and_known(text: str, lang: Lang) -> None:
    end = 0
    for m in naming.scan(text, lang):
        assert isinstance(m.value, Name)
        assert end <= m.start < m.end <= len(text)
        end = m.end
        assert m.kind in ("instrument", "person", "organisation", "place")
        assert bool(m.value.ids) == (m.kind == "instrument")
        assert all(instruments.get(id) is not None for id in m.value.ids)
        assert text[m.start : m.end].strip() == text[m.start : m.end]


@settings(max_examples=250, deadline=None)
@given(TEXTS, st.sampled_from(LANGS))
def test_words_of_any_text_are_in_order_and_apart(text: str, lang: Lang) -> None:
    end = 0
    for m in lexicon.scan(text, lang):
        assert isinstance(m.value, Word) and m.value.code
        assert m.value.direction in (None, "up", "down", "flat") and 0 <= m.value.strength <= 3
        assert end <= m.start < m.end <= len(text)
        end = m.end


@given(st.sampled_from(["은", "는", "이", "가", "의", "에", "에서", "와", "과", "로", "까지", "도", "보다", "부터", "에는", "에서는", "였다", "주가는"]))
def test_a_particle_never_hides_a_name_nor_joins_it(particle: str) -> None:
    found = naming.scan(f"어제 엔비디아{particle} 올랐다", "ko")
    assert [(m.start, m.end, m.value.symbol) for m in found if isinstance(m.value, Name)] == [(3, 7, "NVDA")]


@pytest.mark.parametrize(
    ("lang", "text", "symbols"),
    [
        ("ko", "삼성전자우", ["005935"]),
        ("ko", "LG전자와 LG화학", ["066570", "051910"]),
        ("ko", "코스피200 지수와 코스피", ["KOSPI200", "KOSPI"]),
        ("ko", "나스닥 100 선물", ["NQ=F"]),
        ("ko", "애플리케이션과 삼성전자서비스", []),
        ("ko", "3대 지수와 매그니피센트7", []),
        ("en", "S&P Global and the S&P 500", ["SPGI", "SPX"]),
        ("en", "Dow Jones Market Data on the Dow Jones Industrial Average", [None, "DJI"]),
        ("en", "Nasdaq 100 futures, the Nasdaq 100 and the Nasdaq Composite", ["NQ=F", "NDX", "IXIC"]),
        ("en", "the Magnificent Seven", []),
        ("en", "Teslarati and Applebee", []),
    ],
)
def test_the_longer_name_wins(lang: Lang, text: str, symbols: list[str | None]) -> None:
    assert [m.value.symbol for m in naming.scan(text, lang) if isinstance(m.value, Name)] == symbols


def test_an_ambiguous_name_is_read_after_its_company_was_named_beyond_doubt() -> None:
    alone = naming.scan("그는 대상을 골랐다.", "ko")
    named = naming.scan("대상(001680)이 올랐다. 전날 대상은 내렸다.", "ko")
    assert alone == []
    assert [m.value.symbol for m in named if isinstance(m.value, Name)] == ["001680", "001680"]


def test_a_code_in_brackets_tells_two_listings_of_one_name_apart() -> None:
    found = naming.scan("Alphabet (GOOG) rose.", "en")
    assert isinstance(found[0].value, Name) and found[0].value.symbol == "GOOG"
    plain = naming.scan("Alphabet rose.", "en")
    assert isinstance(plain[0].value, Name) and plain[0].value.symbol == "GOOGL"


@pytest.mark.parametrize("unit", ["엔비디아는 3% 올랐다. ", "Fed Chair Jerome Powell said Nvidia (NVDA) rose. ", "A-A.A&", "(", "a@", "Aa ", "'s A", "7", "the company "])
@pytest.mark.parametrize("lang", LANGS)
def test_time_grows_with_length_and_no_faster(unit: str, lang: Lang) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        best = 9e9
        for _ in range(2):
            begin = time.process_time()
            naming.scan(text, lang)
            lexicon.scan(text, lang)
            best = min(best, time.process_time() - begin)
        return best

    cost(2_000)
    small, large = cost(20_000), cost(160_000)
    assert large < 8 * 4 * max(small, 0.002)
