"""Korean market prose: which day, which stretch, whose figure, each beside the sentence that differs in one word."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from wollet.claim import claims
from wollet.claim.family import family_of
from wollet.mention import find
from wollet.model.article import Article
from wollet.model.claim import Claim

MORNING = dt.datetime(2025, 2, 13, 10, 48, tzinfo=ZoneInfo("Asia/Seoul"))


def told(body: str, quote: str, title: str = "시황", published: dt.datetime = MORNING) -> list[Claim]:
    text = f"{title}\n\n{body}"
    article = Article(id="t", text=text, published=published, lang="ko")
    at = text.index(quote)
    return [c for c in claims(article, find(article)) if c.span[0] < at + len(quote) and at < c.span[1]]


def only(body: str, quote: str, title: str = "시황", published: dt.datetime = MORNING) -> Claim:
    found = told(body, quote, title, published)
    assert len(found) == 1, [str(c) for c in found]
    return found[0]


DAYS = [
    ("13일 증시는 강세다. 간밤 미국 물가가 올랐지만 이날 코스피는 0.86% 상승한 2570.37을 기록했다.", "0.86%", "2025-02-13"),
    ("13일 증시는 강세다. 12일 미국 물가가 올랐지만 이날 코스피는 0.86% 상승한 2570.37을 기록했다.", "0.86%", "2025-02-12"),
    ("13일 코스피는 내렸다. 최대였던 지난 11일 순매도액을 넘었다. 코스닥은 1.25% 내렸다.", "1.25%", "2025-02-13"),
    ("13일 코스피는 내렸다. 지난 11일 증시도 내렸다. 코스닥은 1.25% 내렸다.", "1.25%", "2025-02-11"),
    ("13일 증시가 열렸다. 코스닥은 지난 11일 2% 내린 바 있다. 코스피는 1.25% 내렸다.", "1.25%", "2025-02-13"),
    ("12일 실적을 내놓은 삼성전자는 1.25% 내렸다.", "1.25%", "2025-02-12"),
    ("삼성전자는 전날 1.25% 내렸다.", "1.25%", "2025-02-12"),
    ("12일 3% 올랐던 삼성전자는 1.25% 내렸다.", "1.25%", "2025-02-13"),
    ("전날 실적을 발표한 삼성전자는 이날 1.25% 내렸다.", "1.25%", "2025-02-13"),
    ("삼성전자 주가는 11일과 12일 각각 3.25%, 1.25% 올랐다.", "3.25%", "2025-02-11"),
    ("삼성전자 주가는 11일과 12일 각각 3.25%, 1.25% 올랐다.", "1.25%", "2025-02-12"),
]


@pytest.mark.parametrize(("body", "quote", "day"), DAYS)
def test_the_day_of_a_move(body: str, quote: str, day: str) -> None:
    claim = only(body, quote)
    assert family_of(claim).name == "change"
    assert claim.when is not None and claim.when.end.isoformat() == day


STRETCHES = [
    ("삼성전자는 최근 5거래일 연속 하락세를 기록하며 주가가 16.24% 내렸다.", "16.24%", "period_return"),
    ("삼성전자는 실적 부진을 기록하며 주가가 6.24% 내렸다.", "6.24%", "change"),
    ("펀드의 한 달 수익률은 23.7%다.", "23.7%", "period_return"),
    ("국채 10년물 수익률은 3.7%다.", "3.7%", "level"),
    ("업종별로는 은행주들이 4.79% 올랐다.", "4.79%", "change"),
    ("업종별로는 은행주들이 강세다. 이자이익은 4.79% 늘었다.", "4.79%", "fundamentals"),
]


@pytest.mark.parametrize(("body", "quote", "family"), STRETCHES)
def test_what_a_percentage_tells(body: str, quote: str, family: str) -> None:
    assert [family_of(c).name for c in told(body, quote)] == [family]


def test_returns_over_listed_stretches_take_their_turns() -> None:
    body = "'가온 금 선물' ETN의 일주일, 한 달, 3개월 수익률은 각각 1.54%, 6.24%, 14.11%다. 같은 기간 '누리 금 선물' ETN은 1.05%, 7.41%, 10.56% 수익률을 냈다."
    days = [only(body, q).when for q in ("1.54%", "6.24%", "14.11%", "1.05%", "7.41%", "10.56%")]
    lengths = [(w.end - w.start).days for w in days if w is not None]
    assert len(lengths) == 6
    assert lengths[:3] == lengths[3:] == sorted(lengths[:3])
    assert lengths[0] == 7


SUBJECTS = [
    ("코스닥에서 개인이 샀다. 코스피와 마찬가지로 코스닥에서도 외국인이 300억원 순매도했다.", "300억원", "KOSDAQ"),
    ("코스닥은 1.29% 상승 중인 알테오젠을 제외하면 모두 내렸다.", "1.29%", "196170"),
    ("SK하이닉스는 실적 우려가 겹치면서 2.5% 하락했다.", "2.5%", "000660"),
    ("알테오젠(4.1%), 리노공업(3.3%) 등은 3% 넘게 올랐다.", "4.1%", "196170"),
    ("삼성전자는 회장이 무죄 판결을 받은 영향으로 4.31% 급등했다.", "4.31%", "005930"),
]


@pytest.mark.parametrize(("body", "quote", "symbol"), SUBJECTS)
def test_whose_figure(body: str, quote: str, symbol: str) -> None:
    assert only(body, quote).subject.symbol == symbol


def test_a_company_that_opens_the_title_is_the_one_of_the_text() -> None:
    body = "넵튠은 작년 매출이 늘었다고 5일 밝혔다. 넵튠의 4분기 매출은 320억원이다. 넵튠은 새 게임을 낸다."
    assert only(body, "320억원", title="넵튠, 작년 최대 매출").subject.symbol == "217270"
    assert only(body, "320억원", title="작년 최대 매출을 낸 회사").subject.symbol is None


def test_a_target_price_is_of_the_day_it_is_set() -> None:
    body = "가온증권은 13일 삼성전자의 작년 4분기 실적이 좋았다며 목표주가를 9만6000원으로 올렸다."
    when = only(body, "9만6000원").when
    assert when is not None and when.end == dt.date(2025, 2, 13)


def test_a_month_named_in_the_clause_is_the_period_of_its_figure() -> None:
    when = only("지난달 테슬라의 프랑스 판매량은 전년 동월 대비 63.4% 감소했다.", "63.4%").when
    assert when is not None and (when.start, when.end) == (dt.date(2025, 1, 1), dt.date(2025, 1, 31))
    when = only("지난달 나온 새 차가 있다. 테슬라의 작년 4분기 판매량은 전년 동기 대비 63.4% 감소했다.", "63.4%").when
    assert when is not None and when.start == dt.date(2024, 10, 1)


def test_holders_in_brackets_are_no_movers() -> None:
    assert [family_of(c).name for c in told("주요 주주인 삼성전자(14.90%)와 기아(10.58%)가 편을 들었다.", "14.90%")] == ["share"]
    assert [family_of(c).name for c in told("삼성전자(4.90%)와 기아(3.58%)가 올랐다.", "4.90%")] == ["change"]


def test_a_fall_from_a_dated_high_begins_on_its_day() -> None:
    body = "테슬라 주가는 지난해 12월 18일 488.54달러로 고점을 찍었다. 12일 테슬라 주가는 고점 대비 32.76% 떨어졌다."
    when = only(body, "32.76%").when
    assert when is not None and when.start == dt.date(2024, 12, 18)
    when = only("테슬라 주가는 지난해 12월 18일 내렸다. 12일 테슬라 주가는 고점 대비 32.76% 떨어졌다.", "32.76%").when
    assert when is not None and when.start != dt.date(2024, 12, 18)


def test_a_reported_figure_beside_what_was_expected_of_it() -> None:
    body = "삼성전자의 지난해 4분기 매출은 75조원으로 예상치 77조원을 밑돌았다."
    assert family_of(only(body, "75조원")).name == "fundamentals"
    expected = only(body, "77조원")
    assert family_of(expected).name == "forecast"
    assert expected.quantity is not None and expected.quantity.low == expected.quantity.high == 77 * 10**12
    body = "삼성전자의 올해 매출은 75조원으로 예상된다."
    assert family_of(only(body, "75조원")).name == "forecast"


QUARTERS = [
    ("애플은 2025 회계연도 1분기 매출이 1243억달러라고 발표했다.", "1243억달러", "2024-12-31"),
    ("마이크론은 2분기 매출 80억달러를 기록했다.", "80억달러", "2024-12-31"),
    ("마이크론은 작년 3분기 매출 80억달러를 기록했다.", "80억달러", "2024-09-30"),
]


@pytest.mark.parametrize(("body", "quote", "end"), QUARTERS)
def test_the_quarter_of_a_reported_figure(body: str, quote: str, end: str) -> None:
    when = only(body, quote).when
    assert when is not None and when.end.isoformat() == end


def test_a_paper_that_reports_is_no_party_to_the_deal() -> None:
    body = "월스트리트저널은 투자자들이 오픈AI를 974억달러에 인수하려고 한다고 보도했다."
    assert only(body, "974억달러").subject.name == "오픈AI"
    body = "소프트뱅크는 오픈AI를 974억달러에 인수하려고 한다고 밝혔다."
    assert only(body, "974억달러").subject.name != "월스트리트저널"


def test_then_is_the_time_that_the_sentence_before_names() -> None:
    body = "삼성전자는 2023년 1월 투자를 시작했다. 당시 삼성전자는 가온로보틱스 지분 10.2%를 확보했다."
    when = only(body, "10.2%").when
    assert when is not None and when.end == dt.date(2023, 1, 31)
    when = only(body.replace("당시 ", "현재 "), "10.2%").when
    assert when is not None and when.end == dt.date(2025, 2, 13)


def test_a_target_price_goes_to_the_company_of_the_text_and_the_new_one_has_a_direction() -> None:
    body = "가온증권은 삼성전자의 목표주가를 9만원에서 8만원으로 하향했다. 삼성전자는 반도체를 만든다."
    old, new = only(body, "9만원"), only(body, "8만원")
    assert (old.direction, new.direction) == (None, "down")
    body = "가온증권은 SK하이닉스의 가치가 반영된다며 목표주가를 8만원으로 올렸다."
    assert only(body, "8만원", title="삼성전자 목표가 상향").subject.symbol == "005930"
    body = "가온증권은 SK하이닉스의 목표주가를 8만원으로 올렸다."
    assert only(body, "8만원", title="삼성전자 목표가 상향").subject.symbol == "000660"


def test_the_year_that_a_time_is_counted_from_is_not_that_of_the_figures_behind_it() -> None:
    body = "미래에셋증권의 지난해 매출은 22조원이다. 자기자본은 12조원으로, 2023년 11조원을 넘어선 지 1년 만에 늘었다. 해외법인의 세전이익은 1661억원이다."
    when = only(body, "1661억원").when
    assert when is not None and when.end == dt.date(2024, 12, 31)
    body = "미래에셋증권의 지난해 매출은 22조원이다. 2023년 자기자본은 11조원이었다. 해외법인의 세전이익은 1661억원이다."
    when = only(body, "1661억원").when
    assert when is not None and when.end == dt.date(2023, 12, 31)
