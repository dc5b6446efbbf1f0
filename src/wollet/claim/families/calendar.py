"""Events on a date: results, meetings, speeches, listings, releases, deadlines, holidays, effective dates.

Meaning: an event takes place on the days named.  What can be tested is whether the weekday said beside a date is that
date's weekday and whether the number of days told is the number from the first to the last, both included.

Not covered: whether the event takes place, unless a calendar of such events is in the data; dates that only tell when a
price, a move or a figure was (they are that claim's own time).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from wollet.claim import events
from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frames
from wollet.model.claim import Claim
from wollet.model.market import MarketData
from wollet.model.verdict import Evidence, Reason, Row

ENTRIES = {"earnings_date": "earnings", "policy_meeting": "fomc", "payment_date": "dividend", "listing_date": "ipo", "release_date": "release"}
"""Which entries of a calendar of events bear out which metric."""


class Event(Statement, frozen=True, kw_only=True):
    """An event on its days; `weekday` (0 Monday) and `days` where the words tell them beside the dates."""

    weekday: int | None = None
    days: int | None = None


def take(frames: Frames) -> Iterable[Take]:
    for found in events.events(frames):
        yield Take(claim=Event(**found.said, weekday=found.weekday, days=found.days), score=52)


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Event)
    if claim.when is None:
        return "ambiguous"
    rows, tests = [], []
    if claim.weekday is not None:
        real = claim.when.start.weekday() + 1
        rows += [_row("article", "weekday said", claim.when.start, claim.weekday + 1),
                 _row("calendar", "weekday (Monday is 1)", claim.when.start, real)]  # fmt: skip
        tests.append(f"{claim.weekday + 1} == {real}")
    if claim.days is not None:
        real = (claim.when.end - claim.when.start).days + 1
        rows += [_row("article", "days said", claim.when.end, claim.days),
                 _row("calendar", "days, both ends counted", claim.when.end, real)]  # fmt: skip
        tests.append(f"{claim.days} == {real}")
    if not tests:
        return _entered(claim, market, as_of)
    so = (claim.weekday in (None, claim.when.start.weekday())) and (
        claim.days in (None, (claim.when.end - claim.when.start).days + 1)
    )
    return Evidence(measured=Decimal(so), unit="truth", formula=" and ".join(tests), rows=tuple(rows))


def _entered(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    """A calendar entry of that kind on one of the days; a calendar without one proves nothing."""
    kind = ENTRIES.get(claim.metric)
    if kind is None or claim.when is None:
        return "no_reference"
    entries = market.events(claim.subject.id, kind, claim.when.start, claim.when.end, as_of=as_of)
    if not entries:
        return "no_reference"
    e = entries[0]
    row = Row(source=e.source, series=e.series, date=e.start, value="1", field=e.kind, doubtful=e.doubtful)
    return Evidence(measured=Decimal(1), unit="truth", formula="1 == 1", rows=(row, row))


def _row(source: str, series: str, date: dt.date, value: int) -> Row:
    return Row(source=source, series=series, date=date, value=str(value))


EXAMPLES = (
    reads("en", "Investors await {Friday's} producer price index.", metric="release_date"),
    reads("en", "Reddit shares are expected to begin trading {Thursday}.", metric="listing_date"),
    reads("en", "Key events this week:\n\nAlphabet earnings, {Thursday}\nPayrolls, Friday", metric="earnings_date", subject__symbol="GOOGL"),
    reads("en", "The week ahead\n\nThursday: {consumer confidence}. Friday: retail sales.", when__start="2024-02-15"),
    reads("en", "The week ahead\n\nTuesday, Feb. 20\n{Earnings: Walmart}\n\nWednesday, Feb. 21\nEarnings: Nvidia", when__start="2024-02-20", subject__symbol="WMT"),
    ignores("en", "Tuesday: {shares fell} after the report. Wednesday: they rose."),
    reads("en", "On {Tuesday}, Walmart is due to report results.", metric="earnings_date", when__start="2024-02-20"),
    ignores("en", "The rally was due to a weak dollar in {early 2024}."),
    ignores("en", "Intel said {Tuesday} that it would pause spending."),
    reads("en", "The Fed will vote on interest rates {next week}.", subject__symbol="FEDFUNDS"),
    reads("en", "Boeing will resume production at a plant {next week}.", subject__symbol="BA"),
    reads("en", "{Next week's} CPI is likely to stay high.", metric="release_date"),
    ignores("en", "The central bank kept its {overnight} rate unchanged after the meeting."),
    reads("en", "Nvidia is scheduled to report earnings on {Feb. 21}.", metric="earnings_date", when__start="2024-02-21", subject__symbol="NVDA"),
    reads("en", "The dividend is payable on {March 28, 2024} to holders of record.", metric="payment_date"),
    reads("ko", "새 게임은 {4월} 출시한다.", when__start="2024-04-01"),
    reads("ko", "엔비디아는 오는 {21일} 실적을 발표할 예정이다.", metric="earnings_date", when__start="2024-02-21", subject__symbol="NVDA"),
    reads("ko", "세계 정부 정상회의가 {12일부터 사흘동안} 두바이에서 열린다.", days=3),
    reads("en", "Here is what to watch.\nUS retail sales, industrial production, {Thursday}\nEarnings go on.", when__start="2024-02-15", certainty="planned"),
    reads("en", "Palo Alto Stock Is Expected to Move After Results {Friday}.", metric="earnings_date", when__start="2024-02-16"),
    reads("en", "OPEC meets in December to discuss its pact, which expires in {January}.", when__start="2025-01-01"),
    reads("en", "OPEC’s pact expired in {January}.", when__start="2024-01-01"),
    reads("en", "Investors looked to {Friday's} employment report.", metric="release_date", when__start="2024-02-16"),
    reads("en", "It matters in the run-up to the {November} presidential election.", when__start="2024-11-01"),
    ignores("en", "Shares gave back {Friday's} gains after the report."),
    ignores("en", "Data is due, with {fourth-quarter} GDP figures to follow."),
    ignores("en", "Crude for {March} delivery rose 1%."),
    reads("ko", "정부가 {지난해 6월} 사업 추진을 발표한 이후 주가가 올랐다.", metric="release_date", when__start="2023-06-01"),
    ignores("ko", "상무부가 발표한 {1월} 소매판매가 줄었다."),
    reads("ko", "공매도가 재개된 {지난해 11월 6일} 이후 잔고가 늘었다.", when__start="2023-11-06"),
    reads("ko", "최고경영자가 {8일} \"널리 쓰이기까지 15년은 걸린다고 보는 편이 옳다. 더 늦을 수도 있다\"라고 말하자 주가가 내렸다.", metric="remarks", when__start="2024-02-08"),
    reads("ko", "다음 주 상장을 앞둔 삼성전자(20일), 네이버({21일})가 있다.", metric="listing_date", subject__symbol="035420", when__start="2024-02-21"),
    ignores("ko", "{다음 주} 상장을 앞둔 회사가 많다."),
    reads("ko", "오는 21일 발표되는 고용지표와 {22일} 물가지수가 변수다.", metric="release_date", when__start="2024-02-22"),
    reads("ko", "연준은 {5~6일} 연방공개시장위원회(FOMC)를 연다.", when__start="2024-03-05"),
    reads("ko", "{21일} 미국 1월 소비자신뢰지수 발표가 예정돼 있다.", when__start="2024-02-21"),
    reads("ko", "오는 {21일과 22일} 청약을 받는다.", when__start="2024-02-21", when__end="2024-02-22"),
    reads("ko", "세액공제 폐지 시점을 기존 2032년에서 {2027년}으로 앞당긴다.", when__start="2027-01-01"),
    ignores("ko", "코스피는 {14일} 2620.42에 거래를 마쳤다."),
    ignores("en", "Nvidia closed at $721.33 on {Feb. 9}."),
)
FAMILY = Family(code="CAL", name="calendar", head="event", claim=Event, take=take, readings=as_said, measure=measure)
