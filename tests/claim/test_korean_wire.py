"""Korean wire copy, sentence by sentence: the family, whose figure it is, which way it went and of which day."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from wollet.claim import claims
from wollet.claim.family import family_of
from wollet.mention import find
from wollet.model.article import Article
from wollet.model.claim import Claim

EVENING = dt.datetime(2025, 2, 13, 17, 10, tzinfo=ZoneInfo("Asia/Seoul"))
MORNING = dt.datetime(2025, 2, 13, 8, 5, tzinfo=ZoneInfo("Asia/Seoul"))


def told(body: str, quote: str, published: dt.datetime, title: str) -> list[Claim]:
    text = f"{title}\n\n{body}"
    article = Article(id="t", text=text, published=published, lang="ko")
    at = text.rindex(quote)
    return [c for c in claims(article, find(article)) if c.span[0] < at + len(quote) and at < c.span[1]]


def brief(c: Claim) -> str:
    """Family, symbol (or name), direction and last day of a claim, "-" where there is none."""
    day = c.when.end.strftime("%m-%d") if c.when is not None else "-"
    return f"{family_of(c).name} {c.subject.symbol or c.subject.name or '-'} {c.direction or '-'} {day}"


WIRE = [
    # a clause that tells why, then the move of the price
    ("월마트는 올해 매출 증가율을 3~4%로 제시하면서 6.53% 급락했다.", "6.53%", "change WMT down 02-12"),
    ("월마트는 지난해 매출 증가율이 6.53%라고 밝혔다.", "6.53%", "fundamentals WMT up 12-31"),
    ("알리바바는 분기 매출이 전년 동기 대비 8% 늘었다고 밝히며 8.09% 급등했다.", "8.09%", "change BABA up 02-12"),
    ("엔비디아는 가온증권이 목표주가를 높인 영향으로 2.1% 올랐다.", "2.1%", "change NVDA up 02-12"),
    ("엔비디아는 다음 주 예정된 실적 발표를 앞두고 5.2% 뛰었다.", "5.2%", "change NVDA up 02-12"),
    ("지난달 수출은 업황 부진의 영향으로 2.1% 하락했다.", "2.1%", "macro KR exports down 01-31"),
    # round levels: where a price stands, what it passed, what it is near
    ("코스피가 2580선으로 후퇴했다.", "2580선", "level KOSPI - 02-13"),
    ("한국 증시가 2580선을 회복했다. 코스피는 2583.17에 마감했다.", "2580선을 회복", "record KOSPI up 02-13"),
    ("코스닥은 749.28에 마감하며 750선 회복을 목전에 뒀다.", "750선", "level KOSDAQ - 02-13"),
    ("코스피가 2580대에서 상승 출발했다.", "2580대", "level KOSPI - 02-13"),
    # a move set against the session before is that session's
    ("13일 코스피는 12일 대비 1.45% 오른 2583.17에 마감했다.", "1.45%", "change KOSPI up 02-13"),
    ("13일 코스피는 10일 대비 1.45% 오른 2583.17에 마감했다.", "1.45%", "period_return KOSPI up 02-13"),
    ("코스피는 올해 들어 9.2% 올랐다. 같은 기간 나스닥은 3.7% 오르는 데 그쳤다.", "3.7%", "period_return IXIC up 02-12"),
    ("다우지수는 전 거래일보다 1.1% 올랐다. 같은 기간 나스닥은 0.7% 올랐다.", "0.7%", "change IXIC up 02-12"),
    ("이번 주(10~13일) 코스피는 전주 대비 2.74% 오른 2583.17로 마쳤다.", "2.74%", "period_return KOSPI up 02-13"),
    ("코스피는 올해 들어 7.65% 오르며 4.29% 오른 다우존스 대비 강했다.", "4.29%", "period_return DJI up 02-12"),
    ("에코프로비엠 주가는 지난해 고점(32만4000원) 대비 60% 하락한 상태다.", "60%", "period_return 247540 down 02-13"),
    ("삼성전자는 5만3700원에서 5만6000원으로 4.3% 올랐다.", "5만6000원", "level 005930 - 02-13"),
    ("하루 새 1470원대→1450원대로 환율이 내렸다. 원·달러 환율은 1452.9원에 마쳤다.", "1452.9원", "level USD/KRW - 02-13"),
    # the night before and after the bell
    ("13일 코스피는 올랐다. 전날 뉴욕증시에서 다우지수는 0.5% 내렸다.", "0.5%", "change DJI down 02-12"),
    ("인텔은 실적 발표 이후 시간 외 거래에서 11% 넘게 뛰었다.", "11% 넘게", "change INTC up 02-12"),
    # a day before "전 거래일" is that day and no days ago
    ("삼성전자가 13일 전 거래일 대비 900원(1.56%) 오른 5만8500원에 장을 마쳤다.", "1.56%", "change 005930 up 02-13"),
    ("삼성전자가 13일 전장보다 900원(1.56%) 오른 5만8500원에 장을 마쳤다.", "900원", "change 005930 up 02-13"),
    # figures that were expected, in brackets beside the reported ones
    ("미국의 1월 CPI는 전월 대비 0.5%, 전년 동월 대비 3.0% 각각 올라 시장 예상(0.3%, 2.9%)을 웃돌았다.", "3.0%", "macro US CPI up 01-31"),
    ("미국의 1월 CPI는 전월 대비 0.5%, 전년 동월 대비 3.0% 각각 올라 시장 예상(0.3%, 2.9%)을 웃돌았다.", "2.9%", "forecast US CPI up 01-31"),
    # two lists that take their turns
    ("13일 서울 채권시장에서 국고채 3년물 금리는 내렸다. 5년물과 2년물은 각각 2.0bp, 1.1bp 하락해 연 2.630%, 연 2.663%에 마감했다.", "2.630%", "level KR5Y - 02-13"),
    ("국고채 3년물 금리는 내렸다. 회사채 AA- 등급 금리는 1.4bp 내렸다. 국고채 3년물 금리는 1.2bp 내렸다.", "1.2bp", "change KR3Y down 02-13"),
    ("이날 삼성전자(-0.36%), SK하이닉스(1.25%)의 등락이 엇갈렸다.", "1.25%", "change 000660 up 02-13"),
    ("13일 비트코인은 오전 8시 기준 0.9% 오른 9만7430달러에 거래되고 있다.", "0.9%", "change BTC up 02-13"),
    ("코스피에서 개인과 기관이 각각 210억원, 88억원 매수, 외국인은 302억원 매도 중이다.", "302억원", "flow KOSPI down 02-13"),
    ("코스피에서 개인과 기관이 각각 210억원, 88억원 매수, 외국인은 302억원 매도 중이다.", "210억원", "flow KOSPI up 02-13"),
    ("지난달 광공업 생산은 전월보다 2.3% 줄었다.", "2.3%", "macro KR activity down 01-31"),
    # statistics of a market, and what opens the door of a club
    ("지난해 주식 발행 금액은 35조8천억원으로 집계됐다.", "35조8천억원", "macro KR issuance - 12-31"),
    ("미래에셋증권은 지난해 영업이익 1조 클럽에 복귀했다.", "1조 클럽", "record 006800 up 12-31"),
    ("코스피는 내렸다. 한국 증시는 3거래일 연속 하락했다.", "3거래일 연속 하락", "streak KOSPI down 02-13"),
    # whose market it is
    ("코스닥은 올랐다. 다우지수도 올랐다. 외국인은 300억원을 순매도했다.", "300억원", "flow KOSDAQ down 02-13"),
    ("코스피는 올랐다. 상승 종목은 632개였다.", "상승 종목은 632개", "breadth KOSPI up 02-13"),
    ("외국인은 삼성전자 주식을 5거래일 연속 순매수했다.", "5거래일 연속", "streak 005930 up 02-13"),
    ("에코프로비엠은 올랐다. 시가총액은 12조6000억원으로 코스닥 2위다.", "2위", "rank 247540 - 02-13"),
    # thresholds of figures that are no price
    ("미래에셋증권의 연금자산은 지난해 40조원을 넘어섰다.", "40조원", "record 006800 up 12-31"),
    ("미래에셋증권의 연금자산은 지난해 42조7000억원을 기록했다.", "42조7000억원", "fundamentals 006800 - 12-31"),
    ("삼성전자가 처음으로 시가총액 1천조원을 돌파했다.", "1천조원", "record 005930 up 02-13"),
    ("삼성전자 보통주의 시가총액 비중은 21.82%다.", "21.82%", "share 005930 - 02-13"),
    # ranks: of the name right behind, and handed over
    ("삼성전자가 쉰 가운데 시가총액 2위 SK하이닉스는 4.8% 올랐다.", "2위", "rank 000660 - 02-13"),
    # currencies that an afternoon text quotes are of its own day
    ("13일 원·달러 환율은 1447.5원에 마감했다. 달러인덱스는 0.4% 내린 107.5를 기록했다.", "0.4%", "change DXY down 02-13"),
]


@pytest.mark.parametrize(("body", "quote", "claim"), WIRE)
def test_wire_copy(body: str, quote: str, claim: str) -> None:
    assert [brief(c) for c in told(body, quote, EVENING, "시황")] == [claim]


def test_a_sentence_on_another_base_goes_on_about_the_same_statistic() -> None:
    body = "미국의 1월 소비자물가지수(CPI)는 전년 대비 3.0% 올랐다. 이는 시장 예상치 2.9%보다 높다. 전월 대비로는 0.5% 상승했다."
    assert [brief(c) for c in told(body, "0.5%", EVENING, "시황")] == ["macro US CPI up 01-31"]


def test_houses_of_a_list_set_targets_and_have_no_prices() -> None:
    body = "삼성전자의 목표주가는 올랐다. 증권사별로는 가온증권 및 삼성증권은 기존 14만원에서 15만원으로 삼성전자 목표주가를 높였다."
    assert [brief(c) for c in told(body, "15만원", EVENING, "시황")] == ["forecast 005930 up 02-13"]


def test_the_same_pair_in_the_morning_is_of_the_night_before() -> None:
    body = "13일 달러인덱스는 0.4% 내린 107.5를 기록했다."
    assert [brief(c) for c in told(body, "0.4%", MORNING, "시황")] == ["change DXY down 02-12"]


def test_a_rank_that_is_handed_over_is_lost_and_won() -> None:
    found = told("LG에너지솔루션은 시가총액 3위 자리를 삼성바이오로직스에 내줬다.", "3위", EVENING, "시황")
    assert sorted(brief(c) for c in found) == ["rank 207940 up 02-13", "rank 373220 down 02-13"]


def test_the_turnover_is_the_record_and_not_the_index() -> None:
    body = "13일 코스피 거래대금은 16조원으로 늘며 지난해 8월 5일 기록한 18조원 이후 최고치를 기록했다."
    (claim,) = told(body, "이후 최고치", EVENING, "시황")
    assert brief(claim) == "record KOSPI up 02-13"
    assert claim.metric == "flow"
    (price,) = told("13일 코스피는 지난해 8월 5일 이후 최고치를 기록했다.", "이후 최고치", EVENING, "시황")
    assert price.metric == "index_level"


def test_a_move_in_a_title_is_no_entry_of_a_list() -> None:
    found = told("13일 환율은 내렸다.", "0.6원", EVENING, "원·달러 환율, 0.6원 내린 1437.9원 마감")
    assert [brief(c) for c in found] == ["change USD/KRW down 02-13"]


def test_a_name_glued_to_a_headline_without_its_line_break() -> None:
    found = told("코스닥도 2%대 강세코스피 1% 넘게 올라", "1% 넘게", EVENING, "시황")
    assert [brief(c) for c in found] == ["change KOSPI up 02-13"]
