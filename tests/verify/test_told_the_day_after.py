"""Korean words that reach back before the session told of: the day before, so many sessions ago, a record of moves, a long holiday.

Told right they are never refuted, with another figure they are; all figures are the sample's.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

import wollet
from wollet.market import open_market
from wollet.model.market import Bar, MarketData
from wollet.reference import calendars

AFTER = (
    "코스피는 전날 {before}% {before_oreun} 데 이어 이날 {p}% {olla}.",
    "코스피는 전날 {before}% {before_oreun} 데 이어 {p}% {olla}.",
    "코스피가 전날 {before_noun}을 딛고 {p}% {olla}.",
    "코스피는 전날 {before_noun}에 이어 {p}% {olla}.",
    "코스피는 전날에 이어 {p}% {olla}.",
    "코스피는 {before}% {before_oreun} 데 이어 이날도 {p}% {olla}.",
    "코스피는 {before}% {before_oreun} 전날에 이어 {p}% {olla}.",
    "전일 종가 대비 {p}% {oreun} {close}에 마감한 코스피는 거래가 많았다.",
    "코스피는 {close_before}에서 {close}로 {p}% {olla}.",
    "{date}일 코스피 지수는 {close_before}에서 {close}로 {p}% {olla}.",
    "코스피는 전날 {before}% {before_noun}에서 {p}% {noun}으로 돌아섰다.",
    "코스피는 전날 {before}% {before_noun}한 지 하루 만에 {p}% {noun}했다.",
    "코스피는 전날 {before}% {before_noun}했지만 하루 만에 {p}% {noun}했다.",
    "코스피는 전날 {close_before}에서 {p}% {oreun} {close}로 마감했다.",
    "코스피는 전날 기록한 {close_before}에서 {p}% {oreun} {close}로 마감했다.",
    "코스피는 전날 변동을 딛고 {p}% {olla}.",
    "전날 {before}% {before_noun}했던 코스피는 {p}% {olla}.",
    "코스피는 전날 {before_noun}을 딛고 {p}% {olla}. 이는 {close}로 마감한 것이다.",
    "코스피는 7거래일 만에 {p}% {noun}했다.",
    "코스피는 7거래일 만에 {noun}세로 돌아서 {p}% {oreun} {close}에 마쳤다.",
    "코스피는 사흘 만에 {noun} 전환해 {p}% {oreun} {close}에 마쳤다.",
    "코스피는 {date}일 전 거래일 대비 {p}% {oreun} {close}에 마감했다.",
    "코스피는 {date}일 전 거래일보다 {p}% {olla}.",
    "긴 연휴를 마치고 개장한 {date}일 코스피는 {p}% {oreun} {close}에 마감했다.",
    "{date}일 {open}에 개장한 코스피는 {p}% {oreun} {close}에 마감했다.",
)
DAYS = ("2024-01-18", "2024-01-23", "2024-02-05", "2024-02-14", "2024-02-20", "2024-02-26")
OFF = Decimal("1.37")
"""What a figure told wrong is larger by: no other session near had such a move."""


@pytest.fixture(scope="module")
def market() -> MarketData:
    return open_market(None)


def words(bars: list[Bar], more: Decimal = Decimal(0)) -> dict[str, str]:
    """What a text tells of the last of three sessions; its move by so many points more than it was."""
    closes = [b.close for b in bars]
    assert all(closes) and bars[-1].open
    first, last, now = closes  # type: ignore[misc]
    p, before = 100 * (now / last - 1), 100 * (last / first - 1)  # type: ignore[operator]
    return {
        "p": f"{abs(p) + more:.2f}", "before": f"{abs(before):.2f}", "date": str(bars[-1].session.day),
        "close": f"{now:.2f}", "close_before": f"{last:.2f}", "open": f"{bars[-1].open:.2f}", "noun": "상승" if p > 0 else "하락",
        "before_noun": "상승" if before > 0 else "하락", "olla": "올랐다" if p > 0 else "내렸다", "oreun": "오른" if p > 0 else "내린",
        "before_oreun": "오른" if before > 0 else "내린",
    }  # fmt: skip


def told(market: MarketData, day: str, template: str, more: Decimal = Decimal(0)) -> tuple[str, list[wollet.Verdict]]:
    session = dt.date.fromisoformat(day)
    bars = list(market.bars("INDEX:KOSPI", calendars.shift("XKRX", session, -2), session))
    text = template.format(**words(bars, more))
    return text, list(wollet.check(text, published=f"{day}T16:20+09:00", lang="ko"))


@pytest.mark.parametrize("template", AFTER)
@pytest.mark.parametrize("day", DAYS)
def test_told_right_it_is_borne_out(day: str, template: str, market: MarketData) -> None:
    text, verdicts = told(market, day, template)
    assert not [str(v.claim) for v in verdicts if v.label == "refuted"], text
    p = text.rindex("%") if "에서" not in template or "전날 {before}" in template else text.index("%")
    assert any(v.label == "supported" and v.claim.span[1] == p + 1 for v in verdicts), (text, [(v.label, str(v.claim)) for v in verdicts])


@pytest.mark.parametrize("template", AFTER)
def test_told_wrong_it_is_refuted(template: str, market: MarketData) -> None:
    labels = [v.label for day in DAYS for v in told(market, day, template, OFF)[1]]
    assert labels.count("refuted") >= len(DAYS) - 1


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("코스피는 2024년 1월 16일 이후 최고 상승률을 기록했다.", "supported"),
        ("코스피는 2024년 1월 16일 이후 최고 하락률을 기록했다.", "refuted"),
        ("코스피는 2002년 1월 1일 이후 최대 하락폭을 기록했다.", "refuted"),
        ("코스피 상승률은 2.87%로 2024년 1월 16일 이후 최고였다.", "supported"),
    ],
)
def test_a_highest_rate_of_rise_is_a_record_of_moves(text: str, label: str) -> None:
    records = [v for v in wollet.check(text, published="2024-02-02T16:20+09:00", lang="ko") if type(v.claim).__name__ == "Record"]
    assert [v.label for v in records] == [label]


@pytest.mark.parametrize(("word", "label"), [("낙폭", "supported"), ("하락폭", "supported"), ("하락률", "refuted")])
def test_the_width_of_a_move_is_one_of_points_too(word: str, label: str) -> None:
    """On 19 March 2020 the Kospi lost more points than ever; in percent it had lost more in October 2008."""
    text = f"코스피는 2008년 10월 1일 이후 최대 {word}을 기록했다."
    (v,) = (v for v in wollet.check(text, published="2020-03-19T16:20+09:00", lang="ko") if type(v.claim).__name__ == "Record")
    assert v.label == label
