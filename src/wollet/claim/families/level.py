"""Where a price stood: an index, a share, a yield, an exchange rate, a commodity at a time.

Meaning: the close of the session, its open, high or low where the words say so; a price "during the session" lies
between low and high.  A share's price is compared as traded on that day.

Not covered: prices after hours and before the market; yields and exchange rates are borne out where every fixing bears
them out and are otherwise left open, for the words may mean another hour's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from wollet.claim import bonds, offerings, stood, unnamed
from wollet.claim.canonical import Statement, ordinary_metric
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frame, Frames
from wollet.claim.measuring import (
    another_things,
    at_session,
    bar_row,
    bars_to,
    by_series,
    pick,
    point_row,
    show,
    unless_neighbour,
)
from wollet.claim.pricing import around_the_clock, fields, in_unit, sort_of, touched  # fmt: skip
from wollet.claim.role_words import KO_NEARLY
from wollet.claim.roles import role
from wollet.mention import unhurried as re
from wollet.model.claim import Claim, Option, Subject
from wollet.model.market import Bar, MarketData, Point
from wollet.model.quantity import Interval, Quantity
from wollet.model.verdict import Evidence, Reason

GIVEN_UP = re.compile(r"까지\s?(?:[가-힣]+\s){0,2}?[가-힣]*(?:기도|[가-힣]다가(?=[\s,])|[았었했렸랐졌웠](?:지만|으나|는데)(?=[\s,]))|[^.;]{0,16}\bbefore\s(?:\w+\s)?\w+ing\b")
"""Behind a price that the session did not keep."""
ABOVE_LINE = re.compile(r"\s위(?:쪽)?(?:에서|에|로|으로)\s")
KEPT = re.compile(r"[을를]\s?(?:지켰|지켜\s?냈|지키며|지켜\s?내며|(?:사수|수성|방어)(?:했|하며|에\s성공))")
"""Behind a Korean price that was not given up: what stood below it did not keep it."""
EXTREME = re.compile(r"(?:최고가?|최저가?|고점|저점|신고가|신저가)(?:인|는|은)?\s?\(?$|\b(?:record|high|low|peak|trough)(?:\sof)?\s$", re.IGNORECASE)
"""Before a price that may be the day's extreme rather than its close."""
PEAKED = re.compile(r"[을를]?\s(?:[가-힣]+\s)?(?:기록하며|기록해|기록하고|찍으며|찍고|찍어)\s(?:[가-힣]+\s){0,2}[고저]점")
"""Behind such a price: "400달러를 기록하며 고점을 찍었다"."""
OFFERED = 78
"""A price that the words for an offering touch is that, whatever else is told of the share."""
OFFER = re.compile(r"공모가|\b(?:offering|offer|IPO|issue|strike|target) price", re.IGNORECASE)
THING = {
    "ko": re.compile(r"[가-힣A-Za-z·]{2,12}\s?(?:최고|평균|판매|도매|소매|수입|수출|공급|기준)?\s?가격$"),
    "en": re.compile(r"\b[a-z]{3,16}\s(?:list\s|retail\s|wholesale\s|export\s|import\s|pump\s)?prices?$"),
}
TOUCHED = {
    "ko": (re.compile(r"(?:장중|장\s중|한때|장\s?초반|장\s?후반|오전|오후)[^.\n]{0,40}$"), re.compile(r"(?:선|대)?까지\s(?:[가-힣]+\s)?(?:올[라랐]|오르|내[려렸리]|떨어|밀[려렸리]|치솟|뛰|상승|하락|급등|급락|빠[져졌지]|터치)")),
    "en": (re.compile(r"\b(?:as (?:low|high) as|touch(?:ed|ing)|(?:a|an|its) (?:session|intraday|day's) (?:high|low) of)\s[$€£¥]?$"), re.compile("")),
}
"""Around a price that was only touched during the session."""
WHOLE = Decimal("0.1")
"""Percentage points off a whole percentage within which a yield is told by it: "rose to 5%" is not said of 4.55%."""
APART = Decimal("0.002")
"""Share of a price by which sources differ on a session's extremes."""
QUOTED_BY = {
    "WTI": "barrel", "BRENT": "barrel", "DUBAI": "barrel", "GOLD": "ounce", "SILVER": "ounce", "PLATINUM": "ounce", "PALLADIUM": "ounce", "COPPER": "pound",
}  # fmt: skip
"""What the prices of goods are held by: London's copper by the tonne is another contract than New York's by the pound."""


class Level(Statement, frozen=True, kw_only=True):
    """A price at a time; `reached` where it was touched during the session."""

    reached: bool = False


def take(frames: Frames) -> Iterable[Take]:
    of_bonds = bonds.owned(frames)
    for frame in frames.numbers:
        if frame.index in of_bonds:
            continue
        found = role(frames, frame)
        if (offered := offerings.told(frames, frame)) is not None:
            yield Take(claim=Level(**offered), score=OFFERED)
        elif found is None and (topic := priced_thing(frames, frame)) is not None:
            yield topic
        elif found is None and (subject := unnamed.price(frames, frame)) is not None:
            told = unnamed.fields(frames, frame, subject)
            if not frame.unit and frame.quantity is not None:
                told["quantity"] = msgspec.structs.replace(frame.quantity, unit="points")
            yield Take(claim=Level(**told), score=unnamed.SCORE)
        if found is None or found.kind != "level" or frame.quantity is None or frames.text.startswith("당 ", frame.end):
            continue
        said = fields(frames, frame, found.subject, directed=False)
        if said is None:
            continue
        before = frames.text[max(0, frame.start - 18) : frame.end]
        if frames.lang == "ko" and KO_NEARLY.match(frames.text, frame.end):
            said["doubt"] = said["doubt"] or "the price is only said to be near it"
        held = kept(frames, frame, found.subject.name.ids[0]) or frame.quantity
        if OFFER.search(before):
            said["metric"] = "offer_price"
        stood.place(frames, frame, found, said)
        said["quantity"] = in_unit(touched(held), found.subject.name.ids[0])
        if EXTREME.search(frames.text, max(0, frame.start - 24), frame.start) or PEAKED.match(frames.text, frame.end):
            said["options"] = (*said["options"], Option(tier="possible", basis="intraday"))
        if said["basis"] in (None, "close") and GIVEN_UP.match(frames.text, frame.end):
            said["basis"], said["options"] = "intraday", tuple(o for o in said["options"] if o.basis is None)
        before_it, behind = TOUCHED[frames.lang]
        figure = frame.start + len(frame.quote) - len(frame.quote.lower().removeprefix("as low as ").removeprefix("as high as "))
        reached = before_it.search(frames.text, max(frame.sentence.start, frame.start - 60), figure) and behind.match(frames.text, frame.end)
        if reached and said["basis"] in (None, "close", "intraday"):
            said["basis"] = "intraday"
        yield Take(claim=Level(**said, reached=bool(reached) and said["basis"] == "intraday"), score=found.score)
    for b in bonds.told(frames, "level"):
        yield Take(claim=Level(**b.said), score=bonds.SCORE)


def kept(frames: Frames, frame: Frame, id: str) -> Quantity | None:
    """A Korean round price that was not given up, which no price below it bears out; of a rate of exchange either side may be kept."""
    q = frame.quantity
    if q is None or q.low is None or q.hedge != "about" or frames.lang != "ko":
        return None
    above = ABOVE_LINE.match(frames.text, frame.end) is not None
    if not above and (sort_of(id) in ("fx", "rate") or not KEPT.match(frames.text, frame.end)):
        return None
    return msgspec.structs.replace(q, interval=Interval(q.low, None if above else q.interval.high, q.interval.closed))


def priced_thing(frames: Frames, frame: Frame) -> Take | None:
    """The price of a thing that is no instrument ("휘발유 가격은 리터당 1862원"): read, though no data set answers it."""
    q, fact = frame.quantity, frame.fact
    if q is None or fact is None or fact.at is None or fact.family != "price" or not q.unit[:3].isupper() or len(q.unit[:3]) < 3:
        return None
    m = THING[frames.lang].search(frames.text, max(frame.sentence.start, fact.at[0] - 30), fact.at[1])
    if m is None or m.end() < fact.at[1] or fact.at[0] > frame.start:
        return None
    said = frames.claim_fields(frame)
    windows = frames.windows(frame, "XKRX" if frames.lang == "ko" else "XNYS")
    said.update(
        subject=Subject(kind="topic", name=m[0].strip()), metric="price", direction=None, when=windows[0][0] if windows else None,
        tier=windows[0][1] if windows else "default",
    )  # fmt: skip
    return Take(claim=Level(**said), score=44)


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Level)
    if claim.subject.id is None:
        return "no_reference"
    if claim.when is None or claim.quantity is None:
        return "no_data"
    if claim.metric != ordinary_metric(claim.subject.id):
        return "no_reference"
    if claim.when.start != claim.when.end:
        return "no_data"
    id, unit, sort = claim.subject.id, claim.quantity.unit, sort_of(claim.subject.id)
    if sort == "fx" and unit != id.rpartition("/")[2]:
        return "no_data"
    if sort in ("fx", "rate"):
        found = by_series(claim, market, as_of, lambda points: _at(claim, points))
        return "no_data" if sort == "rate" and isinstance(found, Evidence) and _coarse(claim.quantity, found) else found
    if claim.basis in ("after_hours", "premarket"):
        return "no_data"
    bars = bars_to(market, id, claim.when.end, as_of)
    i = at_session(bars, claim.when.end)
    if i is None:
        return "no_data"
    bar = bars[i]
    item = unit.partition("/")[2]
    if sort == "commodity" and item and QUOTED_BY.get(id.rpartition(":")[2], item) != item:
        return "no_data"
    if bar.currency is not None and unit not in ("points", "", bar.currency) and unit.split("/")[0] != bar.currency:
        return "no_data"
    if claim.basis == "intraday":
        if bar.high is None or bar.low is None:
            return "no_data"
        if claim.reached:
            touched = _touched(claim, bar)
            elsewhere = around_the_clock(claim.subject.id) and isinstance(touched, Evidence) and not touched.measured
            return "no_data" if elsewhere else touched
        if _beyond(claim.quantity, bar):
            return "ambiguous"
        band = Evidence(
            measured=None, unit=unit, formula=f"max({show(bar.low)}, {show(bar.high)})", low=bar.low, high=bar.high,
            rows=(bar_row(bar, bar.low, "low"), bar_row(bar, bar.high, "high")),
        )  # fmt: skip
        return unless_neighbour(band, claim) if around_the_clock(claim.subject.id) else band
    x = pick(bar, claim.basis)
    if x is None:
        return "no_data"
    field = claim.basis or "close"
    if sort == "stock" and another_things(claim, x):
        return "no_data"
    closed = Evidence(measured=x, unit=unit, formula=show(x), rows=(bar_row(bar, x, field),))
    return unless_neighbour(closed, claim) if around_the_clock(claim.subject.id) else closed


def _coarse(q: Quantity, found: Evidence) -> bool:
    """Whether a yield told in whole percents is not so near the measured one that it bears the figure out."""
    if q.low is None or q.low != q.high or q.grain < 1 or found.measured is None:
        return False
    return WHOLE < abs(abs(found.measured) - q.low) < 1


def _beyond(q: Quantity, bar: Bar) -> bool:
    """Whether one end of a range is the session's extreme and the other lies beyond what was traded: "between 5,403.75 and 5,500.00"."""
    if q.low is None or q.high is None or q.low == q.high or bar.low is None or bar.high is None:
        return False
    ends = abs(q.low - bar.low) <= q.grain, abs(q.high - bar.high) <= q.grain
    return ends[0] != ends[1] and (q.high > bar.high * (1 + APART) if ends[0] else q.low < bar.low * (1 - APART))


def _touched(claim: Level, bar: Bar) -> Evidence | Reason:
    """Whether a price is the session's low or high; just beyond them sources differ, and one between was only passed."""
    assert bar.low is not None and bar.high is not None and claim.quantity is not None
    x = claim.quantity.low if claim.quantity.low is not None else claim.quantity.high
    if x is None:
        return "no_data"
    so = bar.low <= x <= bar.high
    if not so and bar.low * (1 - APART) <= x <= bar.high * (1 + APART):
        return "no_data"
    if so and min(abs(x - bar.low), abs(x - bar.high)) > x * APART:
        return "ambiguous"
    return Evidence(
        measured=Decimal(so), unit="truth", formula=f"{show(bar.low)} <= {show(x)} and {show(x)} <= {show(bar.high)}",
        rows=(bar_row(bar, bar.low, "low"), bar_row(bar, bar.high, "high")), note=f"{show(bar.low)}-{show(bar.high)}",
    )  # fmt: skip


def _at(claim: Claim, points: list[Point]) -> Evidence | None:
    assert claim.when is not None and claim.quantity is not None
    if points[-1].end != claim.when.end:
        return None
    x = points[-1].value
    return Evidence(measured=x, unit=claim.quantity.unit, formula=show(x), rows=(point_row(points[-1]),))


EXAMPLES = (
    reads("ko", "엔비디아 주가는 뉴욕증시에서 전날보다 2.46% 오른 {739.00달러}를 나타냈다.", "2024-02-15T07:30+09:00", subject__symbol="NVDA"),
    reads("ko", "전날 나스닥이 1.8% 내린 영향으로 코스피는 0.9% 내린 2625.10에 출발했다. 이후 {2620.42}까지 움직였다.", "2024-02-14T16:20+09:00", subject__symbol="KOSPI"),
    reads("ko", "한 주를 {2,620.32}에서 시작한 코스피는 2,648.76에서 마침표를 찍었다.", "2024-02-17T10:30+09:00", when=None),
    reads("ko", "삼성전자는 공모가({1만원})보다 29배 높다.", metric="offer_price", subject__symbol="005930"),
    reads("ko", "새내기주 누리바이오텍은 공모가 {1만6000원}보다 18.4% 낮은 1만3050원에 거래를 마쳤다.", metric="offer_price", subject__name="누리바이오텍"),
    reads("ko", "새내기주 누리바이오텍은 공모가 1만6000원보다 18.4% 낮은 {1만3050원}에 거래를 마쳤다.", quantity__low="13050"),
    ignores("ko", "희망 공모가 {1만6000원}보다 높게 정해졌다."),
    ignores("ko", "원·엔 재정환율은 {100엔}당 951.22원이다."),
    reads("ko", "지난해 마지막 거래일 종가({2,655.28})를 기준으로 하면 코스피의 연중 등락률은 -0.21%다.", "2024-02-13T16:20+09:00", when=None),
    reads("ko", "코스피지수는 2,620.32(전일)→{2,649.64}(금일)로 올랐다.", "2024-02-13T16:20+09:00", when__end="2024-02-13"),
    reads("ko", "코스피지수는 {2,620.32}(전일)→2,649.64(금일)로 올랐다.", "2024-02-13T16:20+09:00", when__end="2024-02-08"),
    reads("ko", "지난해 말 {2,655.28}이던 코스피는 13일 2,649.64로 올해 들어 0.21% 내렸다.", "2024-02-13T16:20+09:00", when__end="2023-12-28"),
    reads("ko", "지난해 말 2,655.28이던 코스피는 13일 {2,649.64}로 올해 들어 0.21% 내렸다.", "2024-02-13T16:20+09:00", when__end="2024-02-13"),
    reads("en", "Spreads on junk bonds narrowed 12 basis points to {318 basis points}.", metric="spread"),
    reads("en", "The longest part was priced at {1.05 percentage points} above Treasuries.", metric="spread"),
    ignores("en", "Its margin was {1.05 percentage points} above that of the sector."),
    reads("ko", "이번 주 코스피는 2649.64로 마감했다. 지난주 말 {2620.32}와 비교하면 29.32포인트 올라섰다.", "2024-02-18T15:00+09:00", when__end="2024-02-08"),
    reads("ko", "원·달러 환율은 장중 고점 1455.3원, 저점 {1447.1원}을 기록했다.", basis="low"),
    ignores("ko", "골드만삭스는 금값 전망을 온스당 2000달러에서 {2300달러}로 높여 잡았다."),
    reads("en", "Copper slipped to {$8,186 a metric ton} on the London Metal Exchange.", quantity__unit="USD/tonne"),
    ignores("en", "Copper slipped 0.6%. Three-month aluminum fell to {$2,226}."),
    reads("ko", "13일 코스피 지수는 {2620.32}에서 2649.64로 1.12% 올랐다.", "2024-02-13T16:20+09:00", when__end="2024-02-08"),
    reads("ko", "삼성전자는 {7만5200원}(+1.48%), SK하이닉스는 15만원(+5.04%)로 장을 마쳤다.", "2024-02-13T16:20+09:00", subject__symbol="005930"),
    reads("ko", "코스피는 시가 2644.17, 고가 {2658.49}, 저가 2640.22, 종가 2649.64를 기록했다.", "2024-02-13T16:20+09:00", basis="high"),
    reads("ko", "전장 {2620.32}였던 코스피는 2649.64가 됐다.", "2024-02-13T16:20+09:00", when__end="2024-02-08"),
    reads("ko", "지난주를 2620.32로 마친 코스피는 1.12% 오른 {2649.64}로 한 주를 시작했다.", "2024-02-13T16:20+09:00", basis="close"),
    reads("ko", "지난해 말 코스피 종가는 {2655.28}이었다.", "2024-02-13T16:20+09:00", when__end="2023-12-28"),
    reads("ko", "코스피는 13일 1.12% 올랐다. 연휴 전 마지막 거래일 종가는 {2620.32}였다.", "2024-02-13T16:20+09:00", when__end="2024-02-08"),
    reads("ko", "코스피는 {2620.32}였던 전날보다 1.12% 올랐다.", "2024-02-13T16:20+09:00", when__end="2024-02-08"),
    reads("ko", "코스피 종가는 2649.64로 연중 최고점이던 {2655.28}보다 0.2% 낮다.", "2024-02-13T16:20+09:00", when=None),
    reads("en", "The yen weakened on Tuesday to a record low of {160.17} per dollar.", when__end="2024-02-13"),
    reads("en", "Nvidia closed at {$739.00}, $17.72 above Tuesday's close.", "2024-02-14T17:30:00-05:00", when__end="2024-02-14"),
    ignores("en", "Nvidia closed at $739.00, {$17.72} above Tuesday's close."),
    ignores("en", "MicroStrategy owns bitcoin worth {about $9.9 billion}."),
    reads("en", "Intel Shares Fall After AMD Joins Rivals\n\nAMD rose. Shares closed at {$43.35} on Monday.", subject__symbol="INTC"),
    reads("ko", "중국 증시에서 모름지수는 1.54% 오른 {3353.51}로 장을 마쳤다.", quantity__unit="points"),
    reads("ko", "1년 전 {16.72달러}였던 엔비디아 주가가 6배로 뛰었다.", "2024-02-14T16:20+09:00", when__end="2023-02-14"),
    reads("ko", "주가 {17만 원}을 눈앞에 둔 삼성전자는 강세다.", subject__symbol="005930"),
    reads("ko", "14일 증시는 올랐다. 협상 시한은 13일 끝났다. 합의는 없었다. 이날 코스피는 {2620선}에서 거래됐다.", "2024-02-14T16:20+09:00", when__end="2024-02-14"),
    reads("en", "The 10-year Treasury yield dropped {below 4.1%} on Tuesday.", subject__symbol="US10Y", quantity__hedge="less_than"),
    reads("ko", "코스피는 지난해 말 {2655.28}에서 2620.32로 1.3% 하락했다.", when__start="2023-12-28"),
    reads("en", "The 10-year Treasury yield dropped {below 3.5%} during the session.", subject__symbol="US10Y", quantity__high="3.5"),
    reads("en", "The S&P 500 climbed this year from {4,769.83} to 5,021.84.", when__start="2023-12-29"),
    reads("ko", "코스피는 전날 {2649.64}에서 1.10% 내린 2620.42로 마감했다.", "2024-02-14T16:20+09:00", when__end="2024-02-13"),
    reads("ko", "코스피는 전날 기록한 2649.64에서 1.10% 내린 {2620.42}로 마감했다.", "2024-02-14T16:20+09:00", when__end="2024-02-14"),
    reads("ko", "간밤 뉴욕증시에서 S&P500지수는 전날({4953.17})보다 0.96% 오른 5000.62에 마감했다.", "2024-02-15T07:30+09:00", when__end="2024-02-13"),
    reads("ko", "14일(현지시간) S&P500지수는 전날 {4953.17}에서 0.96% 오른 5000.62로 마감했다.", "2024-02-15T07:30+09:00", when__end="2024-02-13"),
    reads("ko", "13일 {2644.17}에 개장한 코스피는 1.12% 올랐다.", "2024-02-13T16:20+09:00", basis="open"),
    ignores("en", "Highlights of Intel (INTC): Revenue: $1.68 billion. Adjusted EPS: {$0.14} vs analyst expectations of $0.18."),
    reads("ko", "오늘의 시세\n\nKOSPI KS11 {6,192.45} ▼0.55%", subject__id="INDEX:KOSPI", direction=None),
    reads("ko", "코스피는 12.88포인트(0.50%) 오른 {2603.93}에 마감했다.", subject__symbol="KOSPI", quantity__unit="points", direction=None),
    reads("ko", "미국 10년 만기 국채 금리는 6bp 하락한 {4.5%}를 기록했다.", subject__symbol="US10Y"),
    reads("en", "The S&P 500 fell 0.4% to {4,953.17}.", subject__symbol="SPX"),
    reads("en", "West Texas Intermediate crude rose 1.1% to {$45.08 a barrel}.", subject__symbol="WTI"),
    reads("ko", "코스피는 장중 한때 {2656.87}까지 올랐다.", reached=True, basis="intraday"),
    reads("ko", "엔비디아 주가는 지난 12일 {746.11달러}를 기록하며 고점을 찍고 내리막길을 걷기 시작했다.", basis="close"),
    reads("ko", "코스피는 2644.17에 출발해 {2649.64}에 거래를 마쳤다.", basis="close"),
    reads("en", "Nvidia traded {as low as $696.20} on Tuesday.", reached=True, basis="intraday"),
    reads("ko", "코스피는 {2649.64}까지 올라 마감했다.", reached=False),
    reads("ko", "5일 환율은 전 거래일 종가({1467.2원})보다 6.8원 내린 1460.4원에 마감했다.", "2025-02-05T16:00", when__end="2025-02-04"),
    reads("ko", "5일 환율은 전 거래일보다 6.8원 내린 {1460.4원}에 마감했다.", "2025-02-05T16:00", when__end="2025-02-05"),
    reads("ko", "다온바이오텍은 전 거래일보다 540원(0.34%) 내린 {15만8870원}에 거래를 마쳤다.", subject__name="다온바이오텍"),
    ignores("ko", "다온바이오텍의 배당금은 전년보다 540원(0.34%) 내린 {15만8870원}으로 정해졌다."),
    reads("en", "Brent again {neared $100} on Tuesday.", quantity__hedge="nearly", subject__symbol="BRENT"),
    reads("en", "Apple shares dropped 2% at 11:44 a.m. in Toronto after tumbling to {$180.50}.", subject__symbol="AAPL"),
    ignores("en", "The S&P 500 fell {0.4%} to 4,953.17."),
    ignores("en", "Apple posted revenue of {$45.08}."),
    ignores("ko", "코스피는 {12.88포인트} 오른 2603.93에 마감했다."),
)
FAMILY = Family(code="LVL", name="level", head="level", claim=Level, take=take, readings=as_said, measure=measure)
