"""Sentences set against the sample's market data: what is right, what is wrong, what no data can settle.

Each sentence marks in braces the expression whose verdict is meant.  Wrong ones are right ones with one thing changed.
"""

from __future__ import annotations

import re

import pytest

import wollet
from wollet.claim.family import family_of
from wollet.model.verdict import Verdict

NEW_YORK = "2024-02-12T17:30:00-05:00"
SEOUL = "2024-02-13T08:05:00+09:00"
"""After the close of 12 February in New York, told there and in Seoul the morning after."""
FRIDAY = "2024-02-09T18:00:00-05:00"
RELEASE = "2024-02-13T09:00:00-05:00"
TUESDAY = "2024-02-13T18:00:00-05:00"
AT_HOME = "2024-02-13T16:30:00+09:00"
"""After the close of 13 February in Seoul, the first session after the holidays."""

BORNE_OUT = [
    ("CHG", NEW_YORK, "The Nasdaq Composite fell {0.30%} on Monday."),
    ("CHG", NEW_YORK, "The Dow rose {125.69 points} to 38,797.38 on Monday."),
    ("CHG", NEW_YORK, "Nvidia shares edged {0.2%} higher on Monday."),
    ("CHG", NEW_YORK, "Arm jumped {29.3%} on Monday."),
    ("CHG", NEW_YORK, "Arm soared {more than 29%} on Monday."),
    ("CHG", NEW_YORK, "At one point on Monday, Nvidia was up {more than 3%}."),
    ("LVL", NEW_YORK, "The S&P 500 closed at {5,021.84} on Monday."),
    ("LVL", NEW_YORK, "Nvidia touched an intraday high of {$746.11} on Monday."),
    ("RET", NEW_YORK, "Arm has gained {more than 90%} in three sessions."),
    ("REC", FRIDAY, "The S&P 500 closed {above 5,000} for the first time on Friday."),
    ("CHG", FRIDAY, "The S&P 500 and the Nasdaq rose, but the Dow slipped {0.1%} on Friday."),
    ("REC", FRIDAY, "The S&P 500 closed at {a record high} on Friday."),
    ("STK", FRIDAY, "The S&P 500 rose for a {fourth straight day} on Friday."),
    ("CAP", NEW_YORK, "Nvidia's market value stood at {$1.78 trillion} at Monday's close."),
    ("RNK", NEW_YORK, "By market value, Microsoft was the {most valuable} US company at Monday's close."),
    ("CAL", NEW_YORK, "Lattice reports results on {Tuesday, February 13}."),
    ("MAC", RELEASE, "US consumer prices rose {3.1%} in January from a year earlier."),
    ("RET", NEW_YORK, "The S&P 500 has gained {5.3%} so far this year."),
    ("RET", NEW_YORK, "Tesla has lost {roughly a quarter} of its value so far this year."),
    ("REC", NEW_YORK, "The S&P 500 closed {above its 50-day moving average} on Monday."),
    ("CNV", SEOUL, "투자 규모는 7조 달러({약 9300조원})에 이른다."),
    ("CHG", SEOUL, "12일(현지시간) 뉴욕증시에서 나스닥 지수는 {0.30%} 내린 15942.55에 마감했다."),
    ("CHG", "2024-03-08T07:30:00+09:00", "7일(현지시간) 다우지수는 0.34% 올랐다. 한편 전날 코스피는 {0.23%} 오른 2647.62에 마감했다."),
    ("CHG", "2024-03-08T07:30:00+09:00", "7일(현지시간) 나스닥지수는 {241.83포인트} 뛴 16273.38에 마감했다."),
    ("CHG", SEOUL, "간밤 다우지수는 {125.69포인트} 올랐다."),
    ("LVL", SEOUL, "12일(현지시간) S&P500지수는 {5021.84}에 거래를 마쳤다."),
    ("CHG", SEOUL, "12일(현지시간) 엔비디아는 장중 {3% 넘게} 오르기도 했다."),
    ("RET", SEOUL, "ARM 주가는 12일(현지시간)까지 3거래일 동안 {90% 넘게} 올랐다."),
    ("CHG", AT_HOME, "13일 코스피는 전 거래일보다 {1.12%} 오른 2649.64에 장을 마쳤다."),
    ("LVL", AT_HOME, "13일 코스피는 전 거래일보다 1.12% 오른 {2649.64}에 장을 마쳤다."),
    ("CHG", AT_HOME, "SK하이닉스는 이날 {5.04%} 오른 15만원에 거래를 마쳤다."),
    ("LVL", AT_HOME, "삼성전자는 13일 {7만5200원}에 거래를 마쳤다."),
    ("REC", AT_HOME, "코스피는 13일 {2640을 돌파}하며 마감했다."),
]
WRONG = [
    ("CHG", NEW_YORK, "The Nasdaq Composite rose {0.30%} on Monday."),
    ("CHG", NEW_YORK, "The Nasdaq Composite fell {0.80%} on Monday."),
    ("CHG", NEW_YORK, "Nvidia climbed {9.2%} from Friday's close on Monday."),
    ("CHG", NEW_YORK, "Nvidia closed {more than 3%} higher on Monday."),
    ("LVL", NEW_YORK, "The S&P 500 closed at {5,121.84} on Monday."),
    ("BRD", FRIDAY, "{All three major US indexes} rose on Friday."),
    ("STK", FRIDAY, "The S&P 500 rose for a {seventh straight day} on Friday."),
    ("CAP", NEW_YORK, "Nvidia's market value stood at {$2.78 trillion} at Monday's close."),
    ("MAC", RELEASE, "US consumer prices rose {3.9%} in January from a year earlier."),
    ("RET", NEW_YORK, "The S&P 500 has gained {8.3%} so far this year."),
    ("REC", TUESDAY, "The S&P 500 closed at {a record high} on Tuesday."),
    ("REC", NEW_YORK, "The S&P 500 closed {below its 50-day moving average} on Monday."),
    ("CNV", SEOUL, "투자 규모는 7조 달러({약 7300조원})에 이른다."),
    ("CHG", SEOUL, "12일(현지시간) 뉴욕증시에서 나스닥 지수는 전 거래일보다 {0.30%} 오른 채 마감했다."),
    ("LVL", SEOUL, "12일(현지시간) S&P500지수는 {5121.84}에 거래를 마쳤다."),
    ("CHG", AT_HOME, "13일 코스피는 전 거래일보다 {1.82%} 오른 채 장을 마쳤다."),
    ("LVL", AT_HOME, "13일 코스피는 {2749.64}에 장을 마쳤다."),
]
OPEN = [
    ("LVL", NEW_YORK, "The S&P 500 may close at {5,121.84} on Monday.", "what may be"),
    ("CHG", NEW_YORK, "If the Nasdaq falls {3%} on Monday, margins suffer.", "a condition"),
    ("FCT", NEW_YORK, "Analysts expect the S&P 500 to reach {5,400} by the end of the year.", "what is to come"),
    ("RNK", NEW_YORK, "Nvidia was the {second-largest} company by market value on Monday.", "the world's order is not held"),
    ("CHG", NEW_YORK, "Nvidia rose {4%} in after-hours trading on Monday.", "no bars after the close"),
    ("CHG", NEW_YORK, "Shares of Wolford Mills rose {9%} on Monday.", "a company that no reference knows"),
    ("LVL", SEOUL, "12일 서울 외환시장에서 원·달러 환율은 {1328.8원}에 주간 거래를 마쳤다.", "a fixing that is not held"),
    ("MAC", "2026-02-13T16:30:00+09:00", "한은은 기준금리를 연 {3.0%}로 동결했다.", "the last row of the rate is two years old"),
    ("CHG", "2024-02-13T11:00:00+09:00", "코스피는 전 거래일보다 {1.9%} 오른 수준에서 거래되고 있다.", "a moment of the session"),
]  # fmt: skip


def verdict_on(sentence: str, published: str) -> Verdict | None:
    """The verdict on the expression in braces; None where nothing was read there."""
    text = re.sub(r"[{}]", "", sentence)
    start, end = sentence.index("{"), sentence.index("}") - 1
    return next(
        (v for v in wollet.check(text, published=published) if v.claim.span[0] < end and start < v.claim.span[1]), None
    )


@pytest.mark.parametrize(("code", "published", "sentence"), BORNE_OUT)
def test_what_the_data_bear_out_is_supported(code: str, published: str, sentence: str) -> None:
    v = verdict_on(sentence, published)
    assert v is not None and family_of(v.claim).code == code
    assert v.label == "supported", (
        str(v.claim),
        v.reason,
        [(r.tier, r.evidence and r.evidence.measured) for r in v.readings],
    )


@pytest.mark.parametrize(("code", "published", "sentence"), WRONG)
def test_what_every_reading_contradicts_is_refuted(code: str, published: str, sentence: str) -> None:
    v = verdict_on(sentence, published)
    assert v is not None and family_of(v.claim).code == code
    assert v.label == "refuted", (
        str(v.claim),
        v.reason,
        v.claim.doubt,
        [(r.tier, r.evidence and r.evidence.measured) for r in v.readings],
    )
    assert v.help and v.readings and not any(r.holds for r in v.readings)


@pytest.mark.parametrize(("code", "published", "sentence", "why"), OPEN)
def test_what_no_data_can_settle_is_left_open(code: str, published: str, sentence: str, why: str) -> None:
    v = verdict_on(sentence, published)
    assert v is None or v.label == "undecided", (why, str(v.claim), v.label)


def test_a_foreign_company_listed_in_new_york_alone_is_judged_where_its_price_is_in_dollars() -> None:
    at = "2024-02-12T17:30-05:00"
    assert [v.label for v in wollet.check("Arm soared 29.3% to $148.97.", published=at)] == ["supported", "supported"]
    assert next(iter(wollet.check("Arm soared 39.3% to $148.97.", published=at))).label == "refuted"
