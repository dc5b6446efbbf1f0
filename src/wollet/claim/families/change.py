"""A move of a price over one session: in percent, points, basis points or money.

Meaning: 100 * (P / C - 1) percent, or P - C in the subject's own unit; C is the close of the session before, P the
close, the open, or for "intraday" any price between the session's low and high.  "As much as" is settled by the high
(of a rise) or the low (of a fall).  A basis point is a hundredth of a percentage point of a yield.

Not covered: moves after hours and before the market (no bars), pairs and yields quoted at another hour than a fixing
(never refuted), moves over several sessions (`period_return`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from wollet.claim import alternatives, bonds, sweeps, unlisted, unnamed
from wollet.claim.canonical import Statement
from wollet.claim.day_before import of_the_session_before
from wollet.claim.doubts import OPENED_WITH, doubt_of_move
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frames
from wollet.claim.measuring import at_session, bars_to, before, by_series, meets, point_row, unless_neighbour
from wollet.claim.moves import compare, moved, snapshot
from wollet.claim.pricing import BESIDE, around_the_clock, calendar_of, fields, in_unit, sort_of, touched  # fmt: skip
from wollet.claim.roles import role
from wollet.mention import unhurried as re
from wollet.model.claim import Claim, Tier
from wollet.model.market import MarketData, Point
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reason
from wollet.reference import calendars

UNDONE = re.compile(r"\b(?:eras|par|revers|recoup|recover|trimm|overc[ao]m|shak|shrugg|claw)\w*\s(?:off\s|back\s|from\s)?(?:an?\s|its\s|their\s|much of\s|most of\s|all of\s|the\s)*(?:early\s|earlier\s|initial\s|nearly\s|about\s)?$", re.IGNORECASE)
"""Before a move that the session did not keep: "erased a 600-point loss"."""
GIVEN_UP = re.compile(r"[^.;]{0,16}\bbefore\s(?:\w+\s)?\w+ing\b|까지\s?(?:[가-힣]+\s){0,2}?[가-힣]*(?:기도|[가-힣]다가(?=[\s,])|[았었했렸랐졌웠](?:지만|으나|는데)(?=[\s,]))|[가-힣\s]{0,10}[가-힣]다가(?=[\s,])")
"""Behind such a move: "down 600 points before clawing it back", "3%까지 올랐다가"."""
SIGNED = re.compile(r"\(\s?[-−–][\d.]+%\)")
"""A list in brackets that marks its falls by a minus: what bears no sign rose."""
EITHER_WAY = re.compile(r"\s(?:price\s)?(?:move|swing)\b")
"""Behind a move that is not said to be a rise or a fall."""


class Change(Statement, frozen=True, kw_only=True):
    """A move over one session; `reached` where the figure is a bound touched during it ("as much as 3%"), `beside` in the
    reading that a price right beside the close is told, `swept` in the one that any stretch of a window may be meant."""

    reached: bool = False
    beside: bool = False
    swept: bool = False


def take(frames: Frames) -> Iterable[Take]:
    of_bonds = bonds.owned(frames)
    for frame in frames.numbers:
        if frame.index in of_bonds:
            continue
        found = role(frames, frame)
        if found is None and (told := unlisted.move(frames, frame)) is not None and told.horizon is None:
            yield Take(claim=Change(**unnamed.fields(frames, frame, told)), score=told.score)
        if found is None or found.kind != "change" or frame.quantity is None:
            continue
        q = frame.quantity
        reached = q.hedge == "up_to" or frame.basis in ("high", "low") or (frame.basis == "intraday" and q.hedge in ("at_least", "more_than"))
        zero = q.low == 0 and q.high == 0
        undone = (
            UNDONE.search(frames.text, max(0, frame.start - 32), frame.start) is not None
            or GIVEN_UP.match(frames.text, frame.end) is not None
        )
        for candidate in (frame.shared or (found.subject,)):
            said = fields(frames, frame, candidate)
            if said is None:
                continue
            said["doubt"] = doubt_of_move(frames, frame, candidate)
            if said["doubt"] == OPENED_WITH and of_the_session_before(frames, frame):
                said["doubt"] = None
            said["options"] += alternatives.options(frames, frame, candidate, said["doubt"], said["when"])
            if said["direction"] is None and frames.lang == "ko" and candidate.how == "bracket" and SIGNED.search(frames.text, frame.sentence.start, frame.sentence.end):
                said["direction"] = "up"
            if zero:
                said["direction"] = "flat"
            elif frames.lang == "en" and not q.sign and EITHER_WAY.match(frames.text, frame.end):
                said["direction"] = None
            if said["basis"] in ("high", "low") or undone or (frames.lang == "en" and q.hedge == "up_to" and said["basis"] == "close" and len(frame.shared) < 2):
                said["basis"] = "intraday"
            if said["when"] is not None and of_the_session_before(frames, frame):
                before_it = calendars.shift(calendar_of(candidate.name.ids[0]), said["when"].end, -1)
                said["when"], said["options"], said["basis"] = Window(before_it, before_it), (), "close"
            said["quantity"] = in_unit(touched(q), candidate.name.ids[0])
            yield Take(claim=Change(**said, reached=reached), score=found.score)
    for b in bonds.told(frames, "change"):
        yield Take(claim=Change(**b.said), score=bonds.SCORE)


def readings(claim: Claim, published: dt.datetime) -> list[tuple[Claim, Tier]]:
    """The claim and its options; of a share in percent also the price right beside the close."""
    assert isinstance(claim, Change)
    plain = msgspec.structs.replace(claim, options=tuple(o for o in claim.options if o.note != BESIDE))
    out = as_said(plain, published)
    shares = claim.subject.id is not None and sort_of(claim.subject.id) == "stock"
    if len(plain.options) < len(claim.options) and shares and claim.quantity is not None and claim.quantity.unit == "percent":
        out.append((msgspec.structs.replace(plain, options=(), beside=True), "possible"))
    for o in plain.options:
        if o.window is not None and o.note is not None:
            out.append((msgspec.structs.replace(plain, when=o.window, options=(), tier=o.tier, swept=True), o.tier))
    return out


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Change)
    if claim.subject.id is None or claim.metric in bonds.METRICS:
        return "no_reference"
    if claim.when is None or claim.quantity is None:
        return "no_data"
    sort, unit = sort_of(claim.subject.id), claim.quantity.unit
    if claim.swept and sort not in ("fx", "rate"):
        back = claim.when.end - claim.when.start + dt.timedelta(days=6)
        return sweeps.largest(claim, bars_to(market, claim.subject.id, claim.when.end, as_of, back))
    if claim.when.start != claim.when.end:
        return "no_data"
    if sort in ("fx", "rate"):
        return by_series(claim, market, as_of, lambda points: _between(claim, points))
    if claim.direction is None and claim.quantity.low not in (None, Decimal(0)):
        return "ambiguous"
    unsigned = claim.direction is None and claim.quantity.low is None
    bars = bars_to(market, claim.subject.id, claim.when.end, as_of)
    i = at_session(bars, claim.when.end)
    base = before(bars, i, claim.subject.id) if i is not None else None
    if i is None or base is None:
        return "no_data"
    if claim.beside:
        near = snapshot(base, bars[i])
        assert near.low is not None and near.high is not None
        return "ambiguous" if meets(claim, near.low, near.high) else near
    found = compare(
        market, claim.subject.id, base, bars[i], claim.basis, unit, claim.direction, claim.reached,
    )  # fmt: skip
    if unsigned and isinstance(found, Evidence) and found.measured is not None:
        found = msgspec.structs.replace(found, measured=abs(found.measured), formula=f"abs({found.formula})", low=None, high=None)
    return unless_neighbour(found, claim) if around_the_clock(claim.subject.id) else found


def _between(claim: Claim, points: list[Point]) -> Evidence | None:
    """The move of a fixing or a yield between the last two days it was set."""
    assert claim.when is not None and claim.quantity is not None
    if len(points) < 2 or points[-1].end != claim.when.end:
        return None
    x, c0, unit = points[-1].value, points[-2].value, claim.quantity.unit
    rows = (point_row(points[-1]), point_row(points[-2]))
    if unit == "bp":
        return Evidence(measured=100 * (x - c0), unit=unit, formula=f"100 * ({x} - {c0})", rows=rows)
    value, formula = moved(x, c0, "percent" if unit == "percent" else "amount")
    return Evidence(measured=value, unit=unit, formula=formula, rows=rows)


EXAMPLES = (
    ignores("en", "Nvidia rose 5%. The chip index fell {2%}."),
    reads("en", "Nvidia rose 5%. The stock fell {2%} later.", subject__symbol="NVDA"),
    reads("ko", "엔비디아는 5% 올랐다. 유럽 증시는 {2%} 내렸다.", "2024-02-14T07:30+09:00", subject__id=None),
    reads("ko", "코스피는 5% 올랐다. 지수는 장중 {2%} 내렸다.", "2024-02-14T16:30+09:00", subject__symbol="KOSPI"),
    reads("ko", "삼성전자와 SK하이닉스 종가는 각각 7만4000원(-0.53%), 15만원({+1.08%}).", subject__symbol="000660"),
    reads("ko", "삼성전자와 SK하이닉스 종가는 각각 7만4000원({-0.53%}), 15만원(+1.08%).", subject__symbol="005930"),
    reads("en", "Intel slid. Rising {2.5%} to $739.00, Nvidia led the gains.", subject__symbol="NVDA"),
    reads("en", "Intel slid. After a {2.5%} gain in Nvidia, the Nasdaq rose.", subject__symbol="NVDA"),
    reads("en", "Nvidia rose 5%. The three major indexes gained {more than 0.3%}.", "2024-02-14T18:00-05:00", subject__symbol="DJI"),
    reads("ko", "엔비디아는 5% 뛰었다. 뉴욕증시 3대 지수는 모두 {0.3% 이상} 올랐다.", "2024-02-14T07:30+09:00", subject__symbol="DJI"),
    reads("en", "Nvidia rose 5%. Of the three major indexes the S&P 500 gained {0.3%}.", "2024-02-14T18:00-05:00", subject__symbol="SPX"),
    reads("ko", "코스피는 1.24% 내렸다. 야간선물은 {0.35%} 내렸다.", subject__name="야간선물"),
    reads("ko", "건설업지수는 {0.7%} 올랐고 코스피는 0.2% 내렸다.", subject__name="건설업지수"),
    ignores("ko", "보험사의 배당률은 평균 5%다. 업종별로는 은행(8.3%), 삼성화재({4.7%}) 등으로 집계된다."),
    reads("ko", "보험주가 5% 올랐다. 업종별로는 은행(8.3%), 삼성화재({4.7%}) 등이 강세였다.", subject__symbol="000810"),
    reads("ko", "4일 환율은 전일 오후 3시 30분 대비 {10.6원} 내린 1295.5원에 주간거래를 마쳤다.", direction="down", subject__symbol="USD/KRW"),
    ignores("en", "Treasury yields climbed. Brainard did not commit to {a half-point} hike in March."),
    ignores("en", "Copper slipped 0.6%. Iron ore dropped {2.1%} in Singapore."),
    ignores("en", "Holdings in the SPDR Gold Trust fell {0.2%} to 823 tonnes."),
    ignores("en", "Berkshire's railroad earned $1.36 billion, down {8.2%}."),
    reads("en", "Palantir Technologies forecast annual profit above estimates, sending the shares {17%} higher in late trading.", direction="up", subject__symbol="PLTR"),
    ignores("en", "Fund managers in a Bank of America poll cut cash to 4.2% of assets from {4.8%}."),
    ignores("en", "Workers at Toyota won a {5.28%} pay increase."),
    reads("en", "Spreads on junk bonds narrowed {12 basis points} to 318 basis points.", metric="spread", direction="down", quantity__low="12"),
    reads("en", "Gold extended gains, climbing {0.4%} to $2,040 an ounce.", subject__symbol="GOLD"),
    ignores("en", "Intel's nights booked grew {12%} to 98.8 million."),
    ignores("en", "The fund has {8.2%} of its assets in Apple."),
    ignores("en", "The fund holds Apple. It returned {4.5%} on Monday."),
    ignores("en", "Apple fell. The Vanguard 500 ETF gained {0.3%} on Monday."),
    reads("en", "The two-year Treasury yield, which tracks rate expectations, jumped {17 basis points} to 4.64%.", subject__symbol="US2Y"),
    reads("en", "Nvidia climbed in premarket trading, but the stock closed Tuesday's session {0.2%} lower.", basis="close"),
    reads("en", "The Dow dropped 0.5% and the Nasdaq composite lost {0.3%}.", subject__symbol="IXIC"),
    reads("en", "The price of gold rose 1% and the price of silver was up {2.7%}.", subject__symbol="SILVER"),
    reads("en", "Contracts on the S&P 500 climbed {0.4%}.", subject__symbol="ES=F"),
    reads("en", "The future for the S&P 500 was up 0.3% while that for the Dow Jones Industrial Average gained {0.2%}.", subject__symbol="YM=F"),
    reads("en", "The Dow Jones Industrial Average saw its futures rise {0.4%}.", subject__symbol="YM=F"),
    reads("en", "Gold was steady, having fallen {more than 1%} in the previous session.", when__start="2024-02-13"),
    reads("en", "Nvidia surged {2%} in afterhours trading.", basis="after_hours"),
    reads("en", "Technology shares finished lower. Apple sank {5%}.", "2024-02-13T10:10-05:00", when__end="2024-02-12"),
    reads("en", "Technology shares are trading lower. Apple sank {5%}.", "2024-02-13T10:10-05:00", when__end="2024-02-13"),
    reads("en", "The dollar index, which measures it against six peers, rose {0.7%} to 104.87.", subject__symbol="DXY"),
    reads("en", "The euro fell 0.6% and sterling weakened {0.3%}.", subject__symbol="GBP/USD"),
    reads("en", "Having lost 1.4% on Tuesday, the S&P 500 won back {0.96%}.", direction="up"),
    reads("en", "The Dow was {151.52} higher at 38,424.27.", direction="up", quantity__unit="points"),
    ignores("en", "Of the 30 Dow stocks, 18 rose and {12} fell."),
    reads("en", "Weighing on the blue-chip Dow, Apple lost {1.6%}.", subject__symbol="AAPL"),
    ignores("en", "All S&P 500 stocks fell, with consumer discretionary down {2%}."),
    reads("en", "Tesla gave back {2.2%} on Tuesday after falling 2.8% the day before.", when__end="2024-02-13", direction="down"),
    reads("en", "Tesla fell 2.2% on Tuesday after dropping {2.8%} the day before.", when__end="2024-02-12"),
    reads("en", "The Nasdaq's {0.3%} drop compares with a 1.3% gain on Friday.", when__end="2024-02-13", direction="down"),
    reads("en", "Arm slid 19.5% on Tuesday, a day after soaring {29.3%}.", when__end="2024-02-12", direction="up"),
    reads("ko", "도쿄 증시에서 닛케이지수가 내렸다. 도요타는 {3.7%} 하락했다.", subject__id="XTKS:7203.T", direction="down"),
    reads("ko", "뉴욕증시에서 도요타는 {3.7%} 하락했다.", subject__symbol="TM"),
    ignores("en", "The S&P 500 rose 0.5%. Small caps fell {4%}."),
    reads("en", "US stocks fell as traders and investors sold shares. Stocks of banks fell, and real estate .SPLRCR dropped {1.7%}.", direction="down", subject__symbol="SPLRCR"),
    reads("en", "The euro fell {0.6%} to $1.0710 from $1.0772 on Monday.", when__end="2024-02-14"),
    reads("ko", "엔비디아는 전 거래일보다 {0.2%} 내린 722.48달러에 거래를 마쳤다.", direction="down", subject__symbol="NVDA", quantity__unit="percent"),
    reads("ko", "코스피는 {12.88포인트}(0.50%) 오른 2603.93에 마감했다.", direction="up", subject__symbol="KOSPI", quantity__unit="points"),
    reads("ko", "SK하이닉스({1.67%}), 기아(-1.05%) 등이 움직였다.", subject__symbol="000660"),
    reads("en", "The Nasdaq added {1.4%} to 15,942.55.", direction="up", subject__symbol="IXIC"),
    reads("en", "Apple shares fell {3.2%} after the report.", direction="down", subject__symbol="AAPL"),
    reads("ko", "업종별로는 전력주들이 {4.79%} 오르며 강세를 보였다.", direction="up", subject__name="전력주들"),
    reads("ko", "증시에서 화학({-2.44%}), 통신장비(-2.27%)가 하락 마감했다.", direction="down", subject__name="화학"),
    reads("ko", "증시가 오른 가운데 대장주 미지전자가 14.6%, 모름반도체 {9.8%}, 삼성전자 3.1% 급등했다.", subject__kind="topic"),
    reads("ko", "대장주 미지전자가 14.6%, 모름반도체 9.8%, 삼성전자 {3.1%} 급등했다.", subject__symbol="005930"),
    ignores("ko", "삼성전자\n\n낸드 고정거래가 전망 — NAND ASP {+105%} YoY 예상"),
    ignores("ko", "삼성전자의 새 메모리는 업계 표준 대비 {+46%} 빠르다."),
    ignores("ko", "증시가 쉬어 간 날 소비자물가는 {4.79%} 올랐다."),
    ignores("ko", "화학(매출 비중 {2.44%})과 통신장비가 하락 마감했다."),
    reads("ko", "6일 증시에서 ‘KODEX 골드선물(H)’과 ‘TIGER 골드선물(H)’ ETF도 각각 {1.58%}, 1.51% 올랐다.", subject__symbol="132030"),
    ignores("ko", "현대차는 강세다. 그는 “난 막 무엇인가를 했다. {25%}는 시작일 뿐이다”라고 말했다."),
    ignores("ko", "외국인은 주가가 {50% 이상} 오른 삼성전자를 350억원어치 순매수했다."),
    ignores("ko", "호반건설은 팬오션에서 {5.85%}를 추가 매입했다."),
    reads("ko", "올해 코스피는 7.98% 상승했다. 코스닥은 전날보다 {1.52%} 내린 748에 마감했다.", direction="down"),
    reads("ko", "나스닥은 13일(현지시간) 전 거래일 {0.30%} 내린 데 이어 1.80% 내렸다.", when__end="2024-02-12", direction="down"),
    reads("ko", "코스피는 전날 1.12% 오른 데 이어 이날 {1.10%} 내렸다.", "2024-02-14T16:20+09:00", when__end="2024-02-14"),
    reads("ko", "코스피는 전날 {1.12%} 오른 데 이어 이날 1.10% 내렸다.", "2024-02-14T16:20+09:00", when__end="2024-02-13"),
    reads("ko", "국제 금값은 0.3% 내렸고 유가(WTI)는 {0.1%} 올랐다.", "2024-02-13T08:30+09:00", subject__symbol="WTI", when__end="2024-02-12", basis="close"),
    reads("ko", "코스피는 전날 0.44%, 이날 {1.12%} 올랐다.", "2024-02-13T16:20+09:00", subject__symbol="KOSPI"),
    reads("ko", "13일 오후 3시30분 기준 코스피는 {1.12%} 올랐다.", "2024-02-13T16:20+09:00", basis="close"),
    reads("ko", "코스피가 {0.65%} 오를 때 코스닥은 0.72% 내렸다.", "2024-02-13T16:20+09:00", direction="up"),
    reads("ko", "전날 미국 증시가 휴장한 가운데 코스피는 {1.12%} 올랐다.", "2024-02-13T16:20+09:00", when__end="2024-02-13", basis="close"),
    reads("ko", "뉴욕증시가 강세를 보인 날 나스닥은 {0.30%} 내렸다.", "2024-02-13T08:20+09:00", basis="close"),
    reads("ko", "코스피가 1.05% 상승 출발한 뒤 {1.12%} 오른 2649.64로 집계됐다.", "2024-02-13T16:20+09:00", basis="close"),
    reads("ko", "코스피는 장중 한때 2660.12까지 올랐으나 {1.12%} 오른 2649.64로 집계됐다.", "2024-02-13T16:20+09:00", basis="close"),
    reads("ko", "코스피는 전날의 하락분({0.38%})을 뒤로하고 1.12% 올랐다.", "2024-02-13T16:20+09:00", when__end="2024-02-08", direction="down"),
    reads("ko", "이달 들어 출렁이는 가운데 13일 코스피는 {1.12%} 올랐다.", "2024-02-13T16:20+09:00", when__start="2024-02-13"),
    reads("ko", "코스피(2649.64, +1.12%)가 코스닥(845.15, {+2.25%})과 나란히 올랐다.", "2024-02-13T16:20+09:00", subject__symbol="KOSDAQ"),
    reads("ko", "코스피 2620.42 마감, 하락률 {1.10%}…삼성전자 1.60% ↓", "2024-02-14T16:20+09:00", direction="down"),
    reads("ko", "애플 주가가 {1.1%} 내린 날 나스닥은 0.3% 내렸다.", "2024-02-13T08:20+09:00", subject__symbol="AAPL"),
    reads("ko", "[표] 13일 주요 지수\n코스피 2649.64 ▲{1.12%}\n코스닥 845.15 ▲2.25%", "2024-02-13T16:20+09:00", subject__symbol="KOSPI", direction="up"),
    reads("ko", "전 거래일 {0.41%} 올랐던 코스피는 이날도 올랐다.", "2024-02-13T16:20+09:00", when__end="2024-02-08"),
    reads("ko", "코스피 상승률은 {1.12%}, 코스닥 하락률은 0.3%다.", "2024-02-13T16:20+09:00", direction="up"),
    reads("ko", "이날 코스피는 나스닥의 {0.30%} 하락 소식에 1.12% 올랐다.", "2024-02-13T16:20+09:00", subject__symbol="IXIC", direction="down"),
    reads("ko", "코스피는 월요일 0.3%, 화요일 {1.12%} 올랐다.", "2024-02-13T16:20+09:00", subject__symbol="KOSPI", when__end="2024-02-13"),
    reads("ko", "외국인의 5거래일 연속 순매수에 힘입어 코스피는 {1.12%} 올랐다.", "2024-02-13T16:20+09:00", when__start="2024-02-13"),
    reads("ko", "사흘간의 하락세를 끝내고 코스피가 {1.12%} 올랐다.", "2024-02-13T16:20+09:00", when__start="2024-02-13"),
    reads("ko", "전날 종가와 비교하면 코스피는 {1.12%} 올랐다.", "2024-02-13T16:20+09:00", when__end="2024-02-13"),
    ignores("ko", "이날 코스피의 장중 변동폭은 {28.72포인트}였다."),
    reads("ko", "코스피가 전날 급락을 딛고 {1.12%} 올랐다.", "2024-02-13T16:20+09:00", when__end="2024-02-13"),
    reads("ko", "코스피가 전날 급락을 딛고 1.12% 올랐다. 코스닥은 {2.25%} 올랐다.", "2024-02-13T16:20+09:00", when__end="2024-02-13"),
    reads("ko", "코스피가 전날의 '검은 월요일' 충격을 딛고 {1.12%} 올랐다.", "2024-02-13T16:20+09:00", when__end="2024-02-13"),
    reads("ko", "코스피는 전날 0.4% 상승에서 {1.10%} 하락으로 돌아섰다.", "2024-02-14T16:20+09:00", when__end="2024-02-14"),
    reads("ko", "코스피는 전날 {2.47%} 하락한 2435.90에 마감했다.", "2024-01-18T16:20+09:00", when__end="2024-01-17"),
    reads("ko", "코스피는 전날 2.47% 폭락한 지 하루 만에 {0.17%} 반등했다.", "2024-01-18T16:20+09:00", when__end="2024-01-18"),
    reads("ko", "코스피는 5거래일 만에 하락해 {1.10%} 내린 2620.42에 마쳤다.", "2024-02-14T16:20+09:00", when__start="2024-02-14"),
    reads("ko", "코스피는 14일 전 거래일 대비 {1.10%} 내렸다.", "2024-02-14T16:20+09:00", when__end="2024-02-14"),
    reads("ko", "연휴를 마치고 개장한 13일 코스피는 {1.12%} 올랐다.", "2024-02-13T16:20+09:00", basis="close"),
    reads("ko", "13일 2644.17에 개장한 코스피는 {1.12%} 오른 2649.64에 마감했다.", "2024-02-13T16:20+09:00", basis="close"),
    ignores("ko", "삼성전자의 영업이익은 {12.5%} 늘었다."),
    ignores("ko", "코스피는 12.88포인트(0.50%) 오른 {2603.93}에 마감했다."),
    reads("en", "Germany's DAX rose 0.2% to 25,103 and the CAC 40 in Paris was up {0.7%}.", subject__symbol="CAC"),
    reads("en", "Stocks fell as traders sold shares; the stock market shut early. The KBW Regional Banking index .KRX lost {2%}.", direction="down", subject__name="KBW Regional Banking index"),
    reads("en", "Stocks fell as traders sold shares; the stock market shut early. It was hauled down by a {5.2%} plunge in Acme Bancorp ACMB.N.", direction="down", subject__symbol="ACMB"),
    ignores("en", "Stocks fell as traders sold shares; the stock market shut early. The Acme sales index lost {2%}."),
    ignores("en", "Stocks fell as traders sold shares; the stock market shut early. That was less than the {5.2%} drop in November."),
    reads("en", "Exxon Mobil XOM.N and Chevron CVX.N added {0.7%} and 1.4% respectively.", subject__symbol="XOM"),
    reads("en", "Exxon Mobil XOM.N and Chevron CVX.N added 0.7% and {1.4%} respectively.", subject__symbol="CVX"),
    reads("en", "Crude declined {0.5%} to $55 as of 11:44 a.m. in Singapore.", "2024-02-14T03:46:45+00:00", when__end="2024-02-14"),
    reads("en", "Crude declined {0.5%} to $55 as of 10:46 p.m. in New York.", "2024-02-14T03:46:45+00:00", when__end="2024-02-13"),
    reads("en", "Stocks rallied on Monday.\nGameStop shares fell Tuesday as the rally fizzled.\nNvidia declined {2%}.", when__end="2024-02-13"),
    reads("en", "European shares were higher Friday. Germany's DAX rose {0.2%}.", "2024-02-16T09:39:34-05:00", when__end="2024-02-16", basis="intraday"),
    reads("en", "US futures advance\n\nTokyo shares were mixed Friday, and the Nikkei 225 fell {1.1%}.", "2024-02-16T09:39:34-05:00", when__end="2024-02-16", basis="close"),
    reads("en", "Shares were mixed on Friday. The Hang Seng lost 1% after Intel sank 6% on Thursday. Nvidia fell {3.7%}.", "2024-02-16T18:00:00-05:00", when__end="2024-02-16"),
    reads("en", "Tokyo's Nikkei 225 fell 1.1%, while Toyota Motor Corp. dropped {3.7%}.", subject__id="XTKS:7203.T"),
    reads("en", "The Nikkei fell in Tokyo. On Wall Street, Toyota Motor Corp. dropped {3.7%}.", subject__symbol="TM"),
    reads("en", "Key figures at 2140 GMT\nSeoul - Kospi: UP {9.6 percent} at 5,683.90 (close)", subject__symbol="KOSPI", direction="up"),
    reads("en", "Key figures at 2140 GMT\nNew York - DOW: DOWN {1.6 percent} at 47,954.74 (close)", subject__symbol="DJI", direction="down"),
    reads("en", "Intel Surprises With Q4 Sales But Stock Drops 14%\n\nIntel traded down {14%} to $21 immediately after reporting.", basis="after_hours"),
    reads("en", "Intel Surprises With Q4 Sales But Stock Drops {14%}\n\nIntel traded down 14% to $21 immediately after reporting.", basis="after_hours"),
    reads("en", "Intel Surprises With Q4 Sales But Stock Drops {14%}\n\nIntel traded down 13% to $21 immediately after reporting.", direction="down"),
    ignores("en", "Netflix saw a {27%} jump in viewing hours."),
    reads("en", "Netflix saw a {7%} jump in its shares.", subject__symbol="NFLX"),
    reads("en", "AMD, which competes with Nvidia, gained {3%}.", subject__symbol="AMD"),
    reads("en", "AMD gained 1%, and Nvidia, which competes with it, gained {3%}.", subject__symbol="NVDA"),
    reads("en", "The S&P 500 added {0.5%} on Tuesday to end the week down 0.7%.", direction="up"),
    reads("en", "The yen fell {0.5%} against the dollar.", subject__symbol="USD/JPY", direction="up"),
    reads("ko", "엔화는 {0.5%} 내렸다.", subject__symbol="USD/JPY", direction="up"),
    reads("ko", "엔·달러 환율은 {0.5%} 내렸다.", subject__symbol="USD/JPY", direction="down"),
    reads("en", "The British pound fell {0.1%} to $1.2524.", subject__symbol="GBP/USD", direction="down"),
    ignores("en", "Apple said revenue rose {3.2%} from a year earlier."),
    ignores("en", "Apple shares have risen {3.2%} this year."),
)
FAMILY = Family(code="CHG", name="change", head="change", claim=Change, take=take, readings=readings, measure=measure)
