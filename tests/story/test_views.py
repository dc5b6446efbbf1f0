"""Views with speaker, stance and reason; hedges that fall away from one outlet to the next; dates ahead."""

from __future__ import annotations

import datetime as dt
import itertools
from decimal import Decimal
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from story.texts import DAY, told, told_in_full
from wollet.claim import parse
from wollet.model.quantity import Hedge
from wollet.model.story import Checked
from wollet.model.verdict import Verdict
from wollet.story.catalysts import catalysts
from wollet.story.drift import HEDGES, drifts
from wollet.story.stance import reason, stance
from wollet.story.views import views


@pytest.mark.parametrize(
    "text, lang, speaker, side, on, quoted",
    [
        ("키움증권의 김하늘 연구원은 “엔비디아는 여전히 저평가돼 있다”고 말했다.", "ko", "김하늘", "bull", "XNAS:NVDA", True),
        ("김하늘 교수는 엔비디아가 고평가됐다고 밝혔다.", "ko", "김하늘", "bear", "XNAS:NVDA", False),
        ("모건스탠리는 네이버의 성장세가 둔화할 것이라고 전망했다.", "ko", "모건스탠리", None, "XKRX:035420", False),
        ("“Nvidia is overvalued,” said Jane Smith, an analyst at Morgan Stanley.", "en", "Jane Smith", "bear", "XNAS:NVDA", True),
        ("Jane Smith, an analyst at Morgan Stanley, said Nvidia looks attractive because demand is strong.", "en", "Jane Smith", "bull", "XNAS:NVDA", False),
        ("키움증권의 김하늘 연구원은 “네이버는 카카오 주가보다 저평가돼 있다”고 말했다.", "ko", "김하늘", "bull", "XKRX:035420", True),
    ],
)
def test_one_view(text: str, lang: str, speaker: str, side: str | None, on: str, quoted: bool) -> None:
    found = views([told(text, lang)])  # type: ignore[arg-type]
    if side is None:
        assert all(v.stance != "bull" for v in found)
        return
    (v,) = found
    assert (v.speaker, v.stance, v.quoted) == (speaker, side, quoted) and on in v.on
    assert v.quote in text and text[v.span[0] : v.span[1]] == text


@pytest.mark.parametrize("text, side", [
    ("저평가돼 있다", "bull"), ("고평가됐다", "bear"), ("고평가가 아니다", "bull"), ("저평가와 고평가가 엇갈린다", None), ("실적을 발표했다", None),
    ("undervalued", "bull"), ("not overvalued", "bull"), ("a bubble", "bear"), ("cheap but risky", None), ("it opened a plant", None),
    ("경기 둔화 우려에도 실적은 견조하다", "bull"), ("수혜를 기대하기 어렵다", "bear"), ("should avoid adding risks", "bull"),
    ("cautious optimism", None), ("하방을 지켜 준다", None), ("금리가 하락세를 보인다", None), ("부정적으로 반영하지 않았다", "bull"),
    ("우려가 해소됐다", "bull"), ("우려가 커졌다", "bear"), ("관세 부담은 있지만 실적 성장세가 이어진다", "bull"), ("리스크로 볼 이유가 없다", "bull"),
    ("주가수익비율의 하향 안정", None), ("불확실성이 안전자산 선호를 자극했다", None), ("금리 인하에 신중해야 한다", None), ("상승세가 꺾였다", "bear"),
    ("상향할 근거가 부족하다", "bear"), ("Although costs are a headwind for now, demand growth should recover soon", "bull"),
    ("to accelerate growth it would need new products", None), ("끌어내릴 만한 부담 요인이 없다", "bull"), ("지난달부터 상승세를 이어갔다", None), ("물가 우려보다는 금리가 변수다", None),
    ("하향 조정되면서 투자 심리가 약화돼 있다", "bear"), ("upbeat orders hide that profits are set to fall", None), ("국면이 이어지다 연말부터 재상승할 것", "bull"),
    ("likely overly optimistic", "bear"), ("such events could outweigh concerns about rents", "bull"), ("concerns about rents look overblown", "bull"),
    ("장중 달러 강세가 이어졌다", None), ("원화 약세가 수출주를 가른다", None),
])  # fmt: skip
def test_stance(text: str, side: str | None) -> None:
    assert stance(text) == side


@pytest.mark.parametrize("text, lang, why", [
    ("Shares look cheap because demand is strong.", "en", "demand is strong"),
    ("Shares look cheap.", "en", ""),
    ("수요가 견조하기 때문에 저평가라고 본다", "ko", "수요가 견조하기"),
    ("저평가라고 본다", "ko", ""),
])  # fmt: skip
def test_reason(text: str, lang: str, why: str) -> None:
    assert reason(text, lang) == why


@pytest.mark.parametrize("text, lang", [
    ("엔비디아는 저평가돼 있다는 말이 많다.", "ko"),
    ("“엔비디아는 저평가돼 있다”", "ko"),
    ("Nvidia is overvalued.", "en"),
    ("“We will open a plant in May,” said Jane Smith of Morgan Stanley.", "en"),
    ("", "en"),
    ("한국거래소에 따르면 코스피는 상승세를 이어왔다.", "ko"),
    ("금융위원회는 “불확실성을 점검하겠다”고 밝혔다.", "ko"),
    ("Sales growth is strong, as Meyer expects Apple's shipments to decline.", "en"),
])  # fmt: skip
def test_no_view(text: str, lang: str) -> None:
    assert views([told(text, lang)]) == []  # type: ignore[arg-type]


def test_a_name_that_only_begins_a_compound_is_not_what_a_view_is_on() -> None:
    (v,) = views([told("키움증권의 김하늘 연구원은 “삼성전자 납품 물량 확대로 성장세가 지속될 것”이라고 말했다.", "ko")])
    assert (v.speaker, v.stance, v.on) == ("김하늘", "bull", ())


def test_whose_government_is_spoken_of_speaks_not() -> None:
    assert views([told("도널드 트럼프 대통령은 웃었다. 트럼프 정부의 관세로 불확실성이 커졌다고 전했다.", "ko")]) == []


def test_the_house_of_a_speaker_is_not_what_a_view_is_on() -> None:
    (v,) = views([told("Jane Smith, an analyst at Goldman Sachs, said inflation is going to stay high and sticky.", "en")])
    assert (v.stance, v.on) == ("bear", ())


def test_he_goes_back_to_the_last_speaker() -> None:
    text = "김하늘 연구원은 “실적을 보겠다”고 말했다.\n그는 “엔비디아는 저평가돼 있다”고 덧붙였다."
    (v,) = views([told(text, "ko")])
    assert (v.speaker, v.stance) == ("김하늘", "bull")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="김하늘 연구원은 “저평가”고 말했다.\nsaid He overvalued Nvidia ,\"", max_size=150))
def test_any_text_gives_quotes_of_itself(text: str) -> None:
    for lang in ("ko", "en"):
        for v in views([told(text, lang)]):  # type: ignore[arg-type]
            assert v.quote in text


def claimed(id: str, text: str, quote: str, line: str, hours: int, **changed: object) -> Checked:
    at = text.index(quote)
    claim = msgspec.structs.replace(parse(line), span=(at, at + len(quote)), quote=quote, **changed)  # type: ignore[arg-type]
    base = told(text, "ko", id, DAY + dt.timedelta(hours=hours))
    return msgspec.structs.replace(base, verdicts=(Verdict(claim=claim, label="undecided"),))


ABOUT = claimed("a", "엔비디아는 첨단 인공지능 칩 시장의 약 80%를 차지한 것으로 알려졌다.", "약 80%", "share(XNAS:NVDA, market_share) ~ 80% {reported}", 0)
SURE = claimed("b", "엔비디아는 전체 칩 시장의 80% 이상을 장악했다.", "80% 이상", "share(XNAS:NVDA, market_share) >= 80%", 5)


def test_a_figure_that_grows_surer_and_wider() -> None:
    (d,) = drifts([SURE, ABOUT])
    assert (d.earlier, d.later, d.on) == (("a", "약 80%"), ("b", "80% 이상"), "XNAS:NVDA")
    assert d.steps == ("hedge: about > at_least", "certainty: reported > asserted", "scope: 첨단 > all")


@pytest.mark.parametrize("other", [
    claimed("b", "엔비디아는 첨단 칩의 약 80%를 차지한 것으로 알려졌다.", "약 80%", "share(XNAS:NVDA, market_share) ~ 80% {reported}", 5),
    claimed("b", "엔비디아는 칩의 85%를 차지했다.", "85%", "share(XNAS:NVDA, market_share) = 85%", 5),
    claimed("b", "인텔은 칩의 80%를 차지했다.", "80%", "share(XNAS:INTC, market_share) = 80%", 5),
    claimed("b", "엔비디아는 칩의 80% 이상을 차지했다.", "80% 이상", "share(XNAS:NVDA, market_share) >= 80%", 24 * 40),
    claimed("a", "엔비디아는 칩의 80% 이상을 차지했다.", "80% 이상", "share(XNAS:NVDA, market_share) >= 80%", 5),
])  # fmt: skip
def test_no_drift(other: Checked) -> None:
    assert drifts([ABOUT, other]) == []


def test_less_sure_is_no_drift() -> None:
    later = msgspec.structs.replace(ABOUT, article=msgspec.structs.replace(ABOUT.article, id="c", published=DAY + dt.timedelta(hours=9)))
    assert drifts([SURE, later]) == []


@pytest.mark.parametrize("first, then", list(itertools.product((*get_args(Hedge), None), repeat=2)))
def test_any_two_hedges_can_be_compared(first: Hedge | None, then: Hedge | None) -> None:
    def hedged(id: str, hedge: Hedge | None, hours: int) -> Checked:
        c = claimed(id, "엔비디아는 칩 시장의 80%를 차지했다.", "80%", "share(XNAS:NVDA, market_share) = 80%", hours)
        claim = c.verdicts[0].claim
        assert claim.quantity is not None
        changed = msgspec.structs.replace(claim, quantity=msgspec.structs.replace(claim.quantity, hedge=hedge))
        return msgspec.structs.replace(c, verdicts=(Verdict(claim=changed, label="undecided"),))

    found = drifts([hedged("a", first, 0), hedged("b", then, 5)])
    assert len(found) == (HEDGES[then] > HEDGES[first])


def test_moves_of_two_days_are_two_figures() -> None:
    one = claimed("a", "엔비디아는 약 3.5% 올랐다.", "약 3.5%", "change(XNAS:NVDA, 2024-02-12, close) ~ 3.5%", 0)
    two = claimed("b", "엔비디아는 3.5% 올랐다.", "3.5%", "change(XNAS:NVDA, 2024-02-13, close) = 3.5%", 9)
    assert drifts([one, two]) == []


def test_a_date_ahead_with_zone_kind_and_what_it_bears_on() -> None:
    text = "엔비디아 실적 앞둬\n\n엔비디아는 오는 21일 분기 실적을 발표한다."
    found = catalysts([told_in_full(text, "ko")])
    assert [(e.start, e.zone, e.kind, e.bears_on) for e in found] == [(dt.date(2024, 2, 21), "America/New_York", "earnings", ("XNAS:NVDA",))]
    assert catalysts([told_in_full(text, "ko")], after=dt.date(2024, 2, 21)) == []


def test_what_is_past_or_far_off_is_no_date_ahead() -> None:
    assert catalysts([told_in_full("엔비디아는 지난 1일 분기 실적을 발표했다.", "ko")]) == []
    assert catalysts([told_in_full("엔비디아는 2034년 2월 14일 행사를 연다.", "ko")]) == []


def test_decimals_stay_decimals() -> None:
    q = ABOUT.verdicts[0].claim.quantity
    assert q is not None and q.low == Decimal(80)


@pytest.mark.parametrize("text, lang, start, zone, kind, on", [
    ("Euro zone CPI is due on Friday.", "en", dt.date(2024, 2, 16), "Europe/Berlin", "release", ("FX:EUR/USD",)),
    ("Nvidia fell as the U.S. retail sales report is due on Thursday.", "en", dt.date(2024, 2, 15), "America/New_York", "release", ("INDEX:SPX", "RATE:US10Y", "FX:USD/KRW")),
    ("Intel will pay a dividend on March 1, 2024 to shareholders of record on February 23, 2024.", "en", dt.date(2024, 2, 23), "America/New_York", "dividend", ("XNAS:INTC",)),
])  # fmt: skip
def test_the_economy_that_a_date_is_of(text: str, lang: str, start: dt.date, zone: str, kind: str, on: tuple[str, ...]) -> None:
    found = [(e.start, e.zone, e.kind, e.bears_on) for e in catalysts([told_in_full(text, lang)])]  # type: ignore[arg-type]
    assert (start, zone, kind, on) in found


@pytest.mark.parametrize("text, lang, speakers", [
    ("박하늘 가나증권 연구원은 실적을 발표 자료로 살폈다.\n박 연구원은 “엔비디아는 여전히 저평가돼 있다”고 말했다.", "ko", ["박하늘"]),
    ("박 연구원은 “엔비디아는 여전히 저평가돼 있다”고 말했다.", "ko", []),
    ("김하늘 모건스탠리 전략가는 “엔비디아는 여전히 저평가돼 있다”고 말했다.\n이바다 가나파트너스 CIO도 의견을 내놨다.\n그는 “엔비디아는 고평가됐다”고 경고했다.", "ko", ["김하늘", "이바다"]),
    ("The analyst said Nvidia still has a clear lead in chips.", "en", []),
    ("“Nvidia has a clear lead in chips,” said Morgan Stanley.", "en", ["Morgan Stanley"]),
])  # fmt: skip
def test_who_holds_a_view(text: str, lang: str, speakers: list[str]) -> None:
    assert [v.speaker for v in views([told_in_full(text, lang)])] == speakers  # type: ignore[arg-type]


def test_what_stands_in_another_quotation_is_not_what_a_view_is_on() -> None:
    text = "김하늘 모건스탠리 전략가는 “반도체 업황은 저점을 통과했다”며 “국제 유가가 변수로 남아 있다”고 말했다."
    assert [v.on for v in views([told_in_full(text, "ko")])] == [()]
