"""Sentences made from the sample's own data: what is told right is never called wrong, what is turned is never borne out."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal

import pytest

import wollet
from wollet.market import open_market
from wollet.model.market import Bar, MarketData
from wollet.reference import calendars

ABROAD = (
    ("INDEX:SPX", "the S&P 500", "S&P500지수는"), ("INDEX:IXIC", "the Nasdaq Composite", "나스닥지수는"), ("INDEX:DJI", "the Dow", "다우지수는"),
    ("XNAS:NVDA", "Nvidia", "엔비디아는"), ("XNAS:AAPL", "Apple", "애플은"), ("XNAS:TSLA", "Tesla", "테슬라는"), ("XNAS:AMD", "AMD", "AMD는"),
)  # fmt: skip
AT_HOME = (
    ("INDEX:KOSPI", "코스피는"),
    ("INDEX:KOSDAQ", "코스닥은"),
    ("XKRX:005930", "삼성전자는"),
    ("XKRX:000660", "SK하이닉스는"),
)
ENGLISH = (
    "{Name} {rose} {p}% on {day}.",
    "{Name} {rose} {p}% to {close} on {day}.",
    "On {day}, {name} closed at {close}, {up} {p}%.",
    "{Name} finished {day} at {close}, a {gain} of {p}%.",
    "After {rising} {before}% on {day_before}, {name} {rose} {p}% on {day}.",
    "{Name} opened at {open} on {day} and closed at {close}.",
    "{Name} touched a session low of {low} on {day}.",
    "{Name} {rose} {p}% on {day}, its close of {close} leaving it {up} {week}% over five sessions.",
    "- **{Name}**: {sign}{p}% at {close} ({day})",
)
KOREAN = (
    "{date}일(현지시간) 뉴욕증시에서 {subject} 전장보다 {p}% {oreun} {close_ko}에 마감했다.",
    "{date}일(현지시간) {subject} {p}% {olla}.",
    "간밤 {subject} {p}% {olla}.",
    "{date}일(현지시간) {subject} 장중 {high_ko}까지 올랐지만 {close_ko}로 마감했다.",
    "{date}일(현지시간) {subject} 전 거래일 {before}% {before_oreun} 데 이어 {p}% {oreun} {close_ko}에 거래를 마쳤다.",
)
HOME = (
    "{date}일 {subject} 전 거래일보다 {p}% {oreun} {close_ko}에 장을 마쳤다.",
    "이날 {subject} {p}% {olla}.",
    "{date}일 {subject} {open_ko}에 출발해 {close_ko}에 거래를 마쳤다.",
    "{date}일 {subject} 장중 {high_ko}까지 올랐다.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
DRAWS = 160


@pytest.fixture(scope="module")
def market() -> MarketData:
    return open_market(None)


def words(id: str, bars: list[Bar]) -> dict[str, str] | None:
    """The figures of a session as a text would give them, None where it did not move or a price is missing."""
    now, last, other = bars[-1], bars[-2], bars[-3]
    if None in (now.open, now.high, now.low, now.close, last.close, other.close):
        return None
    assert now.close and last.close and other.close and now.open and now.high and now.low
    p, before, week = (
        100 * (now.close / last.close - 1),
        100 * (last.close / other.close - 1),
        100 * (now.close / (bars[-6].close or 1) - 1),
    )
    if min(abs(p), abs(before), abs(week)) < Decimal("0.06") or (p > 0) != (week > 0):
        return None
    index, won = id.startswith("INDEX:"), now.currency == "KRW"

    def price(x: Decimal, ko: bool) -> str:
        if index:
            return f"{x:,.2f}"
        return f"{x:,.0f}원" if won else f"{x:.2f}달러" if ko else f"${x:,.2f}"

    up = p > 0
    return {
        "p": f"{abs(p):.2f}", "before": f"{abs(before):.2f}", "week": f"{abs(week):.2f}", "date": str(now.session.day), "day": DAYS[now.session.weekday()],
        "day_before": DAYS[last.session.weekday()], "close": price(now.close, False), "close_ko": price(now.close, True),
        "open": price(now.open, False), "open_ko": price(now.open, True), "low": price(now.low, False), "high_ko": price(now.high, True),
        "rose": "rose" if up else "fell", "rising": "rising" if before > 0 else "falling", "up": "up" if up else "down", "gain": "gain" if up else "loss",
        "sign": "+" if up else "-", "oreun": "오른" if up else "내린", "olla": "올랐다" if up else "내렸다", "before_oreun": "오른" if before > 0 else "내린",
    }  # fmt: skip


def drawn(seed: int, market: MarketData) -> list[tuple[str, str, str]]:
    """(language, publication, text) of sentences that are true of the sample's data."""
    draw, out = random.Random(seed), []
    while len(out) < DRAWS:
        kind = draw.choice(("en", "ko", "home"))
        mic = "XKRX" if kind == "home" else "XNYS"
        day = calendars.shift(mic, dt.date(2024, 1, 15) + dt.timedelta(days=draw.randrange(70)), 0)
        if kind == "home":
            id, subject = draw.choice(AT_HOME)
            name = ""
        else:
            id, name, subject = draw.choice(ABROAD)
        bars = [b for b in market.bars(id, day - dt.timedelta(days=20), day) if b.close is not None]
        if len(bars) < 6 or bars[-1].session != day or (said := words(id, bars)) is None:
            continue
        template = draw.choice({"en": ENGLISH, "ko": KOREAN, "home": HOME}[kind])
        text = template.format(**said, subject=subject, name=name, Name=name[:1].upper() + name[1:])
        at = {"en": dt.datetime.combine(day, dt.time(17, 30)).isoformat() + ("-05:00" if day < dt.date(2024, 3, 10) else "-04:00"),
              "ko": dt.datetime.combine(day + dt.timedelta(days=1), dt.time(8, 5)).isoformat() + "+09:00",
              "home": dt.datetime.combine(day, dt.time(16, 30)).isoformat() + "+09:00"}[kind]  # fmt: skip
        out.append(("en" if kind == "en" else "ko", at, text))
    return out


@pytest.mark.parametrize("seed", range(3))
def test_what_is_told_right_is_never_refuted(seed: int, market: MarketData) -> None:
    labels = []
    for lang, at, text in drawn(seed, market):
        for v in wollet.check(text, published=at, lang=lang):
            assert v.label != "refuted", (
                at,
                text,
                str(v.claim),
                [(r.tier, r.evidence and r.evidence.measured) for r in v.readings],
            )
            labels.append(v.label)
    assert labels.count("supported") > 0.9 * len(labels) > DRAWS


TURNED = (
    ("rose", "fell"),
    ("fell", "rose"),
    (" up ", " down "),
    (" down ", " up "),
    ("올랐다", "내렸다"),
    ("내렸다", "올랐다"),
    ("오른", "내린"),
    ("내린", "오른"),
)


@pytest.mark.parametrize("seed", range(3, 5))
def test_what_is_turned_round_is_never_borne_out(seed: int, market: MarketData) -> None:
    wrong = refuted = 0
    for lang, at, text in drawn(seed, market):
        turn = next(((a, b) for a, b in TURNED if text.count(a) == 1), None)
        if turn is None or "데 이어" in text:
            continue
        moves = [
            v
            for v in wollet.check(text.replace(*turn), published=at, lang=lang)
            if type(v.claim).__name__ == "Change" and v.claim.direction
        ]
        told = [
            v for v in moves if v.claim.span[0] > text.replace(*turn).index(turn[1]) - 60 and v.label == "supported"
        ]
        wrong += sum(v.claim.span[0] >= text.replace(*turn).index(turn[1]) for v in told) if lang == "en" else len(told)
        refuted += any(v.label == "refuted" and v.gross for v in moves)
    assert wrong == 0 and refuted > DRAWS / 4
