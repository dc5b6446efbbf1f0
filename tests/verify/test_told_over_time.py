"""Sentences of longer stretches, made from the sample's own data: returns, records, runs, ranks, market values, rates.

Each comes as a pair, right and wrong: the right one is never refuted, the wrong one never borne out.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterator
from decimal import Decimal

import pytest

import wollet
from wollet.market import open_market
from wollet.model.market import Bar, MarketData
from wollet.reference import calendars

SEOUL = (("INDEX:KOSPI", "코스피"), ("INDEX:KOSDAQ", "코스닥지수"), ("XKRX:005930", "삼성전자"), ("XKRX:000660", "SK하이닉스"))
NEW_YORK = (
    ("INDEX:SPX", "the S&P 500", "S&P500지수"), ("INDEX:IXIC", "the Nasdaq Composite", "나스닥지수"), ("INDEX:DJI", "the Dow", "다우지수"),
    ("XNAS:NVDA", "Nvidia", "엔비디아"), ("XNAS:AAPL", "Apple", "애플"), ("XNAS:TSLA", "Tesla", "테슬라"), ("XNAS:MSFT", "Microsoft", "마이크로소프트"),
)  # fmt: skip
MONTHS = "January February March April May June July August September October November December".split()
NTH = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
COUNTED = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
Pair = tuple[str, str, str]
"""What it is of, the right sentence and the wrong one."""


@pytest.fixture(scope="module")
def market() -> MarketData:
    return open_market(None)


def topic(name: str) -> str:
    """A Korean name with its particle."""
    last = name[-1]
    return name + ("은" if "가" <= last <= "힣" and (ord(last) - 0xAC00) % 28 else "는")


def between(bars: list[Bar], first: int, last: int = -1) -> Decimal:
    return 100 * ((bars[last].close or Decimal(1)) / (bars[first].close or Decimal(1)) - 1)


def before(bars: list[Bar], day: dt.date) -> int:
    """The place of the last bar before a day."""
    return max(i for i, b in enumerate(bars) if b.session < day)


def returns(bars: list[Bar], en: str, ko: str, draw: random.Random) -> Iterator[Pair]:
    """Moves over a week, a month, a year so far and a number of sessions."""
    day = bars[-1].session
    monday, month, year = day - dt.timedelta(days=day.weekday()), day.replace(day=1), day.replace(month=1, day=1)
    quarter = dt.date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    n = draw.randrange(3, 9)
    spans = [
        (before(bars, month), ("so far in {month}", "month to date", "since the end of last month"), ("이달 들어", "{m}월 들어", "지난달 말 이후")),
        (before(bars, year), ("this year", "year to date", "since the start of the year"), ("올해 들어", "연초 이후", "지난해 말 대비")),
        (before(bars, quarter), ("this quarter", "since the start of the quarter"), ("이번 분기 들어", "이번 분기에만")),
        (len(bars) - 1 - n, (f"over the past {COUNTED[n]} sessions", f"in {COUNTED[n]} sessions"), (f"최근 {n}거래일간", f"{n}거래일 동안")),
    ]
    if day.weekday() == 4:
        spans.append((before(bars, monday), ("this week", "for the week"), ("이번 주", "한 주간", "전주 대비", "전주보다")))
    for first, english, korean in spans:
        x = between(bars, first)
        if abs(x) < 2:
            continue
        up, p = x > 0, f"{abs(x):.1f}"
        said = {"month": MONTHS[day.month - 1], "m": day.month}
        e, k = draw.choice(english).format(**said), draw.choice(korean).format(**said)
        has, opposite = ("has risen", "has fallen") if up else ("has fallen", "has risen")
        did, undid = ("올랐다", "내렸다") if up else ("하락했다", "상승했다")
        if en:
            head = en[:1].upper() + en[1:]
            yield "return", f"{head} {has} {p}% {e}.", f"{head} {opposite} {p}% {e}."
            a, b = ("up", "down") if up else ("down", "up")
            yield "return", f"On {DAYS[day.weekday()]} {en} closed {a} {p}% {e}.", f"On {DAYS[day.weekday()]} {en} closed {b} {p}% {e}."
        yield "return", f"{topic(ko)} {k} {p}% {did}.", f"{topic(ko)} {k} {p}% {undid}."


def months(bars: list[Bar], en: str, ko: str) -> Iterator[Pair]:
    """The move of the month before the one of publication."""
    first = bars[-1].session.replace(day=1)
    begun = (first - dt.timedelta(days=1)).replace(day=1)
    if bars[0].session >= begun or (bars[-1].session + dt.timedelta(days=1)).day == 1:
        return
    last, base = before(bars, first), before(bars, begun)
    x = between(bars, base, last)
    if abs(x) < 2:
        return
    rose, fell = ("rose", "fell") if x > 0 else ("fell", "rose")
    did, undid = ("올랐다", "내렸다") if x > 0 else ("하락했다", "상승했다")
    p = f"{abs(x):.1f}"
    if en:
        head = en[:1].upper() + en[1:]
        for when in ("last month", f"in {MONTHS[begun.month - 1]}"):
            yield "month", f"{head} {rose} {p}% {when}.", f"{head} {fell} {p}% {when}."
    for when in ("지난달", f"{begun.month}월 한 달간", f"지난 {begun.month}월 한 달 동안"):
        yield "month", f"{topic(ko)} {when} {p}% {did}.", f"{topic(ko)} {when} {p}% {undid}."


def runs(bars: list[Bar], en: str, ko: str, draw: random.Random) -> Iterator[Pair]:
    """The n-th day in a row of a rise or a fall."""
    steps = [(b.close or 0) - (a.close or 0) for a, b in itertools.pairwise(bars)][::-1]
    n = len(list(itertools.takewhile(lambda s: s * steps[0] > 0, steps)))
    if not 2 <= n < 9:
        return
    up = steps[0] > 0
    rose, fell = ("rose", "fell") if up else ("fell", "rose")
    if en:
        head = en[:1].upper() + en[1:]
        yield "streak", f"{head} {rose} for a {NTH[n]} straight session.", f"{head} {fell} for a {NTH[n]} straight session."
        yield "streak", f"{head} {rose} for a {NTH[n]} consecutive day.", f"{head} {rose} for a {NTH[n + 1]} consecutive day."
    does, undoes = ("상승", "하락") if up else ("하락", "상승")
    yield "streak", f"{topic(ko)} {n}거래일 연속 {does} 마감했다.", f"{topic(ko)} {n}거래일 연속 {undoes} 마감했다."
    yield "streak", f"{topic(ko)} {n}일째 {does}했다.", f"{topic(ko)} {n + 1}일째 {does}했다."


def records(bars: list[Bar], en: str, ko: str, draw: random.Random) -> Iterator[Pair]:
    """The highest or lowest close, and the largest move, since a session of long ago."""
    close = [b.close or Decimal(0) for b in bars]
    move = [Decimal(0), *(100 * (b / a - 1) for a, b in itertools.pairwise(close))]
    for name, series, worst in (("close", close, False), ("move", move, False), ("close", close, True), ("move", move, True)):
        sign = -1 if worst else 1
        if name == "move" and (move[-1] > 0) is worst:
            continue
        last = next((i for i in range(len(series) - 2, -1, -1) if sign * series[i] >= sign * series[-1]), None)
        if last is None or len(series) - last < 60 or bars[last].session.year < 2022:
            continue
        since = bars[last].session
        when, late = f"{MONTHS[since.month - 1]} {since.year}", f"{MONTHS[since.month - 1]} {since.year - 2}"
        word, ko_word = ("lowest", "최저") if worst else ("highest", "최고")
        drop, fall = ("drop", "하락") if worst else ("gain", "상승")
        ago = f"{since.year}년 {since.month}월 {since.day}일"
        if name == "close":
            if en:
                head = en[:1].upper() + en[1:]
                yield "record", f"{head} ended at its {word} close since {when}.", f"{head} ended at its {word} close since {late}."
            yield "record", f"{topic(ko)} {ago} 이후 {ko_word}치로 마감했다.", f"{topic(ko)} {since.year - 2}년 {since.month}월 이후 {ko_word}치로 마감했다."
        else:
            if en:
                yield "record", f"It was the biggest one-day {drop} for {en} since {when}.", ""
            yield "record", f"{topic(ko)} {ago} 이후 가장 큰 폭으로 {fall}했다.", ""


def worth(market: MarketData, id: str, bars: list[Bar], en: str, ko: str) -> Iterator[Pair]:
    """What a company is worth, and its place among all."""
    if not id.startswith("X"):
        return
    day, scope = bars[-1].session, "US" if en else "KRX"
    ranking = [i for i, _ in market.market_ranking(day, scope)]
    value = next((p.value for p in market.market_values(id, day, day) if p.kind == scope), None)
    if value is None or id not in ranking:
        return
    if en:
        t = value / Decimal(10) ** 12
        if t > 1:
            yield "worth", f"That put {en}'s market value at ${t:.2f} trillion.", f"That put {en}'s market value at ${t * Decimal('1.8'):.2f} trillion."
        b = value / Decimal(10) ** 12
        yield "worth", f"{topic(ko)} 시가총액이 {b:.2f}조달러로 불었다.", f"{topic(ko)} 시가총액이 {b * Decimal('1.8'):.2f}조달러로 불었다."
    else:
        place = ranking.index(id) + 1
        yield "rank", f"시가총액 {place}위 {ko}의 주가가 움직였다.", f"시가총액 {place + 2}위 {ko}의 주가가 움직였다."


def rates(market: MarketData, day: dt.date) -> Iterator[Pair]:
    """Yields with their basis points, the won to the dollar."""
    for name, en, ko in (("US10Y", "10-year Treasury", "미국 10년물 국채"), ("US2Y", "two-year Treasury", "미국 2년물 국채")):
        held = [p for p in market.series(name, day - dt.timedelta(days=8), day) if p.kind is None or "revised" in p.kind]
        if len(held) < 2 or held[-1].end != day or held[-1].value == held[-2].value:
            continue
        x, step = held[-1].value, 100 * (held[-1].value - held[-2].value)
        rose, oreun = ("rose", "오른") if step > 0 else ("fell", "내린")
        n = f"{abs(step):.0f}"
        yield "rate", f"The {en} yield {rose} {n} basis points to {x:.2f}%.", f"The {en} yield {rose} {n} basis points to {x + 3:.2f}%."
        yield "rate", f"{ko} 금리는 {n}bp {oreun} {x:.2f}%를 기록했다.", f"{ko} 금리는 {n}bp {oreun} {x + 3:.2f}%를 기록했다."
    won = [p for p in market.fx("USD/KRW", day, day) if p.kind == "market close"]
    if won:
        x = won[0].value
        yield "fx", f"원·달러 환율은 {x:,.1f}원에 거래를 마쳤다.", f"원·달러 환율은 {x + 400:,.1f}원에 거래를 마쳤다."
        yield "fx", f"The won traded at {x:,.1f} per dollar.", f"The won traded at {x + 400:,.1f} per dollar."


def drawn(seed: int, market: MarketData, days: int) -> Iterator[tuple[str, str, str, str, str]]:
    """(kind, language, publication, right, wrong) of sentences about drawn days."""
    draw = random.Random(seed)
    for _ in range(days):
        at_home = draw.random() < 0.4
        mic = "XKRX" if at_home else "XNYS"
        day = calendars.shift(mic, dt.date(2024, 1, 22) + dt.timedelta(days=draw.randrange(64)), 0)
        id, *names = draw.choice(SEOUL if at_home else NEW_YORK)
        en, ko = ("", names[0]) if at_home else (names[0], names[1])
        bars = [b for b in market.bars(id, dt.date(2021, 1, 4), day, adjusted_to=day) if b.close is not None]
        if len(bars) < 30 or bars[-1].session != day or bars[0].session >= day.replace(month=1, day=1):
            continue
        pairs = [*returns(bars, en, ko, draw), *months(bars, en, ko), *runs(bars, en, ko, draw), *records(bars, en, ko, draw), *worth(market, id, bars, en, ko)]
        if not at_home:
            pairs += rates(market, day)
        for kind, right, wrong in pairs:
            lang = "ko" if any("가" <= c <= "힣" for c in right) else "en"
            if at_home:
                at = dt.datetime.combine(day, dt.time(16, 30)).isoformat() + "+09:00"
            elif lang == "ko":
                at = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(8, 5)).isoformat() + "+09:00"
            else:
                at = dt.datetime.combine(day, dt.time(19, 30)).isoformat() + ("-05:00" if day < dt.date(2024, 3, 10) else "-04:00")
            yield kind, lang, at, right, wrong


@pytest.mark.parametrize("seed", range(2))
def test_what_is_told_right_is_never_refuted(seed: int, market: MarketData) -> None:
    held = told = 0
    for _, lang, at, right, _ in drawn(seed, market, 40):
        verdicts = list(wollet.check(right, published=at, lang=lang))
        for v in verdicts:
            assert v.label != "refuted", (at, right, str(v.claim), [(r.tier, str(r.claim), r.evidence and r.evidence.measured) for r in v.readings])
        told += 1
        held += any(v.label == "supported" for v in verdicts)
    assert told > 100 and held > told / 2


@pytest.mark.parametrize("seed", range(2, 4))
def test_what_is_told_wrong_is_never_borne_out(seed: int, market: MarketData) -> None:
    caught = told = 0
    for kind, lang, at, right, wrong in drawn(seed, market, 40):
        if not wrong or not any(v.label == "supported" for v in wollet.check(right, published=at, lang=lang)):
            continue
        verdicts = list(wollet.check(wrong, published=at, lang=lang))
        good = [str(v.claim) for v in verdicts if v.label == "supported"]
        assert len(good) < len(verdicts) or not verdicts, (kind, at, wrong, good)
        told += 1
        caught += any(v.label == "refuted" for v in verdicts)
    assert told > 50 and caught > told / 2
