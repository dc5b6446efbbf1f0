"""What nothing settles is told only where the report's own sentence says so much."""

from __future__ import annotations

import datetime as dt

import pytest

from wollet.model.article import Lang
from wollet.model.briefing import Briefing
from wollet.model.market import MarketData

from .test_desk import EVENING, SEOUL, told, words

NVIDIA = "Nvidia in brief\n\nNvidia closed at $721.28 on Tuesday. "
SAMSUNG = "삼성전자 소식\n\n13일 삼성전자는 1.48% 올랐다. "


def spoken(market: MarketData, text: str, lang: Lang = "en", at: dt.datetime = EVENING) -> str:
    b: Briefing = told(market, text, lang=lang, at=at)
    return words(b) + " ".join(s.text for s in b.ahead)


@pytest.mark.parametrize(
    ("said", "figure", "is_told"),
    [
        ("Nvidia reported revenue of $22.1 billion for the fourth quarter of 2023.", "$22.1 billion", True),
        ("Nvidia reported automotive revenue of $281 million for the fourth quarter of 2023.", "$281 million", False),
        ("Nvidia said revenue at its gaming unit was $2.9 billion for the fourth quarter of 2023.", "$2.9 billion", False),
        ("For the fourth quarter of 2023 Nvidia reported $22.1 billion in revenue.", "$22.1 billion", True),
        ("Nvidia posted a fourth-quarter loss of $1.15 per share.", "$1.15", False),
        ("Nvidia declared a quarterly cash dividend of $0.04 per share after its earnings.", "earnings per share", False),
        ("Nvidia reported revenue of $22.1 billion for the fourth quarter of 2023, above the $20.4 billion that analysts had expected.", "$20.4 billion", False),
        ("Nvidia issued guidance for revenue of $24 billion in the first quarter of 2024, which came in above estimates.", "$24 billion", True),
        ("Nvidia reported revenue of $22.1 billion for the fourth quarter of 2023, 8.3% higher than the $20.4 billion analysts had estimated.", "8.3%", False),
        ("Nvidia said its revenue grew 22% over the previous quarter to $22.1 billion.", "from a year earlier", False),
        ("Nvidia forecasted fourth-quarter revenue between $19.6 billion and $20.4 billion.", "$20.4 billion", True),
        ("Citi raised its price target on Nvidia by $35 to $820.", "$35", False),
        ("Citi raised its price target on Nvidia to $820 from $785.", "$785", False),
        ("Citi raised its price target on Nvidia to $820 from $785.", "$820", True),
    ],
)
def test_english_figures(market: MarketData, said: str, figure: str, is_told: bool) -> None:
    assert (figure in spoken(market, NVIDIA + said)) is is_told


@pytest.mark.parametrize(
    ("said", "figure", "is_told"),
    [
        ("삼성전자는 지난해 4분기 매출 67조 7,800억 원을 올렸다.", "67조 7,800억", True),
        ("삼성전자의 지난해 4분기 반도체 부문 매출은 21조 6,900억 원이었다.", "21조 6,900억", False),
        ("증권사는 삼성전자 목표주가를 기존 9만원에서 9만 5,000원으로 올렸다.", "9만 원", False),
        ("증권사는 삼성전자 목표주가를 기존 9만원에서 9만 5,000원으로 올렸다.", "9만 5,000", True),
        ("삼성전자 새 게임의 누적 매출은 지난해 1,000억 원을 달성했다.", "1,000억", False),
        ("금융감독원이 들여다보는 게임 광고 매출은 2023년 약 40억 원이다.", "40억", False),
    ],
)
def test_korean_figures(market: MarketData, said: str, figure: str, is_told: bool) -> None:
    assert (figure in spoken(market, SAMSUNG + said, "ko", SEOUL)) is is_told


def test_dates_of_several_companies_are_not_given_to_one(market: MarketData) -> None:
    text = SAMSUNG + "현대차와 기아가 배당을 앞두고 있다. 배당을 받으려면 서둘러야 하므로 오는 26일과 3월 17일이 각각 현대차의 배당락일이 된다."
    assert "배당락일" not in spoken(market, text, "ko", SEOUL)


def test_a_figure_is_released_where_its_economy_is(market: MarketData) -> None:
    text = SAMSUNG + "미국 증시는 숨을 골랐다. 투자자들은 오는 20일 소비자물가 발표를 기다리고 있다."
    assert "미국 소비자물가" in spoken(market, text, "ko", SEOUL)


def test_a_measure_that_takes_effect_is_no_release(market: MarketData) -> None:
    text = SAMSUNG + "미국이 상호 관세를 발표했고 3월 1일부터 적용한다. 생산자물가는 올랐다."
    assert "생산자물가 발표" not in spoken(market, text, "ko", SEOUL)


def test_a_mark_passed_within_a_session_is_no_close(market: MarketData) -> None:
    text = "코스피 마감\n\n13일 코스피는 1.12% 오른 2649.64에 마감했다. 코스피는 장중 2650선을 넘어섰다."
    said = spoken(market, text, "ko", SEOUL)
    assert "2,650" not in said or "장중" in said.split("2,650")[0].rsplit(".", 1)[-1]
