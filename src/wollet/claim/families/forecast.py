"""What is expected: guidance, targets, consensus, outlooks and probabilities, each with a figure or a date.

Meaning: a figure foretold for a period.  Until the period is over and its figure published there is nothing to compare
with; a forecast is kept for the ledger and never refuted for being one.

Not covered: the present reading of a forecast (whether a house really published it); what is only hoped for without a
figure.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from wollet.claim import aimed, foreseen, houses, outlooks, ratebets, targets, topics
from wollet.claim.candidates import Candidate
from wollet.claim.canonical import Statement, ordinary_metric
from wollet.claim.facts import sort_of
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.foretellers import foreteller
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.pricing import in_unit
from wollet.claim.roles import role
from wollet.claim.taking import told
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Claim
from wollet.model.market import MarketData
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reason

MEANT = frozenset(("dividend_per_share", "share_repurchases", "payout_ratio", "capex", "stake", "debt"))
"""What a company does itself: its figures to come are planned."""
PRICE_AHEAD = 90
"""A price that is only foretold is no level, whatever else its words say."""
BET = 86
"""How likely a thing is, or what is priced in, is told by its own words, whatever else is measured near them."""
SUPPOSED = {
    "ko": re.compile(r"[할될]\s?경우|시나리오|가정(?:하|할|해|한)|[가-힣]\s시\s|[한된]다면|는다면"),
    "en": re.compile(r"\b(?:if|assuming|should (?:the|it|they)|in the event)\b", re.IGNORECASE),
}
"""What makes an expectation depend on something else."""


KO_FORESEEN = Anchored(
    r"(?:것으로\s?(?:전망|예상|보인|보이|봤|본다|보고|관측|예측|추정|기대)|[할될를을올릴일]\s전망|(?:상승|하락)(?:이|도)?\s?가능(?:하다|할|성)|(?:까지\s)?(?:간다|갈\s(?:것|수\s있))|(?:상승|하락|출발|개장|마감|진입|돌파|도달|회복)(?:이|도)?\s?(?:할\s)?(?:전망|예상)(?![치을])|(?:상승|하락|진입|돌파|도달|회복)\s?(?:할\s)?가능성|(?:내려|올라|떨어|밀려)(?:갈|질|날)\s(?:가능성|수\s있|것)|오를\s(?:가능성|수\s있)|전망된|예상된|내다[봤보])"
)
"""Behind a price or a move that is only foretold, so many characters at most."""
FORESEEN_IN = 46
_F = r"\d[\d만천,.]*(?:원|달러|%|포인트)"
KO_LIST_ON = re.compile(rf"\)?(?:\({_F}\))?(?:,\s[가-힣A-Za-z0-9&]{{2,16}}(?:은|는|이|가|도)?\s{_F}(?:\({_F}\))?)*(?:까지)?\s")
"""Between a figure and the words that foretell it: the rest of a list, each with a price in brackets."""
KO_ONLY_IF = re.compile(r"(?:\s?(?:선|대))?\s?(?:을|를|에|마저|이|가)?\s?(?:[가-힣]+히\s)?(?:안착\s?|돌파\s?|회복\s?|방어\s?|지지\s?)?(?:에\s)?(?:실패하면|성공하면|돌파하면|넘어서면|넘어설\s경우|넘지\s못(?:할|하면)|무너지면|깨지면|이탈하면|내주면|하회할\s경우|상회할\s경우|돌파할\s경우|회복하면)")
"""Behind a price on which something else would depend: "2600선 돌파에 실패하면"."""
KO_BASE = re.compile(r"(?:[^()\n]{0,24}\))?\s?(?:대비|보다|에\s?비해)|에서\s")
"""Behind the figure that the foretold one starts from."""


class Forecast(Statement, frozen=True, kw_only=True):
    """A figure foretold for a period."""


def take(frames: Frames) -> Iterable[Take]:
    for t in told(frames, "forecast"):
        if frames.lang == "ko" and aimed.subject(frames, t.frame) is not None:
            continue
        if frames.lang == "ko" and t.fact.metric == "target_price" and t.frame.unit != "percent" and sort_of(t.frame.unit) == "count":
            continue
        if frames.lang == "ko" and t.fact.metric == "price" and role(frames, t.frame) is not None:
            continue
        supposed = t.said["certainty"] == "hypothetical" or SUPPOSED[frames.lang].search(
            frames.text, _opened(frames, t.frame), min(t.frame.sentence.end, t.frame.end + 12)
        )
        said = {**t.said, "certainty": "hypothetical" if supposed else "planned" if frames.lang == "ko" and t.said["certainty"] == "planned" and t.fact.metric in MEANT else "expected"}
        if t.fact.metric in topics.MACRO:
            place = topics.area(frames, t.frame)
            said["metric"] = topics.metric(frames, t.frame, t.fact.metric)
            said["subject"] = topics.statistic(place, said["metric"])
        if frames.lang == "en" and said["said_by"] is None:
            said["said_by"] = foreteller(frames, t.frame, said["metric"], said["subject"])
        if frames.lang == "ko" and said["said_by"] is None and (house := houses.sayer(frames, t.frame.sentence.index)) is not None:
            said["said_by"] = houses.name_of(house)
        surely = t.fact.metric == "price" or (frames.lang == "ko" and t.fact.metric in targets.AIMED and targets.surely(frames, t.frame, t.fact))
        yield Take(claim=Forecast(**said), score=PRICE_AHEAD if surely else t.score)
    for bet in ratebets.bets(frames):
        yield Take(claim=Forecast(**bet.said), score=BET)
    for bet in ratebets.dated(frames):
        yield Take(claim=Forecast(**bet.said), score=BET)
    for o in outlooks.outlooks(frames):
        yield Take(claim=Forecast(**o.said), score=o.score)
    yield from _priced(frames) if frames.lang == "ko" else (Take(claim=Forecast(**said), score=PRICE_AHEAD + 1 + 2 * (said["certainty"] == "hypothetical")) for said in foreseen.told(frames))


def _opened(frames: Frames, frame: Frame) -> int:
    """Where the saying that a figure stands in begins: its quotation, else its sentence."""
    inside = frames.speech.quotation(frame.start)
    return max(frame.sentence.start, frames.speech.quotes[inside][0]) if inside >= 0 else frame.sentence.start


def _priced(frames: Frames) -> Iterable[Take]:
    """A price, or a move of one, that a Korean sentence foretells for the day: "16원 오른 채 개장할 것으로 보인다"."""
    published = frames.article.published.date()
    for frame in frames.numbers:
        if KO_ONLY_IF.match(frames.text, frame.end) is not None and frame.priced is not None and frame.quantity is not None:
            if frame.unit in ("", "points") or (len(frame.unit) == 3 and frame.unit.isupper()):
                yield Take(claim=_supposed(frames, frame, frame.priced), score=PRICE_AHEAD)
                continue
        room = aimed.has_room(frames, frame) and (frame.fact is None or frame.fact.family == "price")
        whose = frame.priced if room else aimed.subject(frames, frame)
        if whose is None and (not _foreseen(frames, frame) or KO_BASE.match(frames.text, frame.end) is not None):
            continue
        found = role(frames, frame) if whose is None else None
        subject = whose or (found.subject if found is not None and found.kind != "period_return" else None)
        if frame.quantity is None or subject is None:
            continue
        id = subject.name.ids[0]
        said = frames.claim_fields(frame)
        supposed = SUPPOSED["ko"].search(frames.text, frame.sentence.start, min(frame.sentence.end, frame.end + 12))
        when = frame.time.when
        named = when is not None and when.start is not None and when.end is not None and when.end >= published and frame.time.how in ("clause", "sentence")
        window = Window(when.start, when.end) if named and when is not None and when.start is not None and when.end is not None else Window(published, published)
        said.update(
            subject=subject_of(subject), metric="target_upside" if room else ordinary_metric(id), when=window, tier="default", quantity=in_unit(frame.quantity, id),
            certainty="hypothetical" if supposed else "expected",
        )  # fmt: skip
        yield Take(claim=Forecast(**said), score=PRICE_AHEAD)


def _foreseen(frames: Frames, frame: Frame) -> bool:
    """Whether the clause goes on to say that a price or a move is only foretold."""
    m = KO_FORESEEN.search(frames.text, frame.end, min(frame.sentence.end, frame.end + 2 * FORESEEN_IN))
    if m is None or m.start() - frame.end > FORESEEN_IN:
        return False
    return KO_LIST_ON.fullmatch(frames.text, frame.end, m.start()) is not None or not any(c in ".,\n" for c in frames.text[frame.end : m.start()])


def _supposed(frames: Frames, frame: Frame, subject: Candidate) -> Forecast:
    """A price that is only a condition."""
    id = subject.name.ids[0]
    day = frames.article.published.date()
    said = frames.claim_fields(frame)
    assert frame.quantity is not None
    said.update(
        subject=subject_of(subject), metric=ordinary_metric(id), when=Window(day, day), tier="default", quantity=in_unit(frame.quantity, id),
        certainty="hypothetical",
    )  # fmt: skip
    return Forecast(**said)


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    if claim.when is None or claim.metric in targets.METRICS:
        return "no_reference"
    return "pending" if as_of is not None and claim.when.end >= as_of.date() else "no_reference"


EXAMPLES = (
    reads("ko", "애플은 분기 매출 1000억달러를 기록했고 다음 분기 매출 가이던스로 {900억달러}를 제시했다.", "2025-01-29T09:00+09:00", when__start="2025-01-01"),
    reads("ko", "미국의 1월 신규 고용이 14만명 늘었다. 다우존스가 집계한 전망치 {16만명}을 밑돈다.", metric="nonfarm_payrolls_change"),
    reads("en", "Goldman strategists raised their year-end S&P 500 target to {5,200} from 5,100.", subject__symbol="SPX"),
    reads("en", "The Fed could be cutting interest rates {three times} this year.", metric="rate_moves", direction="down", quantity__low="3"),
    reads("en", "Markets see the first Fed rate cut in {May}.", metric="rate_move_date", direction="down", when__start="2024-05-01", subject__symbol="FEDFUNDS"),
    ignores("en", "Traders expect the Fed to keep rates on hold in {May}."),
    reads("en", "Global oil demand will rise by {1.2 million barrels} per day in 2024, the agency said.", metric="oil_volume"),
    reads("en", "The S&P 500 rose. Home Depot gained as Piper Sandler raised its price target to {$400}.", subject__symbol="HD"),
    reads("en", "Intel's revenue was $15.4 billion. Analysts polled by LSEG had been looking for {$15.1 billion}.", metric="revenue"),
    reads("en", "Two officials said they supported raising interest rates by {75 basis points}.", metric="policy_rate"),
    reads("en", "Retail sales fell 0.8% in January, compared with the {0.1%} decline expected by economists."),
    reads("en", "Markets price in 95 basis points of cuts this year, down from {150} in January.", quantity__unit="bp"),
    reads("en", "Intel's sales will rise 1% in the March period, followed by a {7%} increase in the second quarter, analysts predict.", when__start="2024-04-01"),
    reads("en", "Analysts expect revenue of {$119.58 billion}.", metric="revenue", quantity__unit="USD"),
    reads("en", "Sales beat the {$4.1 billion} that analysts polled by LSEG had expected.", said_by="LSEG"),
    reads("en", "Intel expects revenue of {$13 billion} this quarter.", said_by="Intel Corporation"),
    reads("en", "US core CPI came in at an annual 3.9%, well below a {4.1%} forecast.", when__start="2024-01-01", when__end="2024-01-31"),
    reads("en", "Traders see a {37%} chance of a rate cut in May, down from 58% on Monday.", metric="probability", when__end="2024-05-31", subject__symbol="FEDFUNDS"),
    reads("en", "Traders see a 37% chance of a rate cut in May, down from {58%} on Monday.", metric="probability", when__end="2024-05-31"),
    reads("en", "Money markets price in {75 basis points} of easing this year.", direction="down", quantity__unit="bp"),
    reads("en", "Swaps imply {three} more rate rises by December.", direction="up", quantity__low="3", when__end="2024-12-31"),
    reads("en", "The bank puts the odds of a recession at {35%}.", metric="probability"),
    ignores("en", "The Fed has delivered {75 basis points} of cuts since September."),
    ignores("en", "The odds-on favourite rose {35%}."),
    reads("en", "The bank raised its price target to {$225}.", metric="target_price"),
    reads("en", "UBS raised its target on Tesla by $10 to {$90}.", metric="target_price", subject__symbol="TSLA"),
    reads("en", "UBS raised its target on Tesla by {$10} to $90.", metric="target_price_change", direction="up"),
    reads("en", "Wedbush lowered its 12-month target to {$315} from $350 on Tesla.", metric="target_price", subject__symbol="TSLA"),
    reads("en", "The market for AI chips will grow to {$400 billion} by 2027, AMD's Lisa Su said.", metric="market_size", subject__name="market for AI chips"),
    ignores("en", "The stock market was worth {$50 trillion} at the end of 2023."),
    reads("en", "Additional outlays of {as much as $300 million} are needed.", metric="spending"),
    reads("en", "Boeing will spend {$2 billion} on the plant.", metric="spending"),
    ignores("en", "Boeing paid {$2 billion} for the plant."),
    reads("en", "The S&P 500 closed at 5,000.62. A break below {4,900} would open the way to 4,800.", certainty="hypothetical", subject__symbol="SPX"),
    reads("en", "A break below 4,900 would open the way to {4,800} on the S&P 500.", certainty="hypothetical"),
    ignores("en", "The S&P 500 broke below {4,900} on Tuesday."),
    reads("en", "The Fed is likely to raise at least another {100 basis points} before it pauses.", metric="rate_move", direction="up"),
    ignores("en", "The Fed raised rates by another {100 basis points}."),
    reads("en", "Rates might need to rise to {6%} to tame inflation.", metric="policy_rate"),
    reads("en", "Unemployment will climb to {4.5%} by the fourth quarter, Wells Fargo predicts.", when__end="2024-12-31"),
    reads("en", "Bitcoin can get to {$60,000} before April.", subject__symbol="BTC"),
    ignores("en", "The Fed's {2%} target for inflation is far off."),
    reads("ko", "보유 종목\n\n삼성전자 005930 · 45.7% 비중\n\n새 메모리가 엔비디아 승인을 앞두고 있다\n\n전망 — 목표주가 {210,000~280,000원}", subject__symbol="005930"),
    reads("ko", "삼성전자의 올해 주가수익비율(PER)은 {16.1~19.2배}로 추정된다.", metric="valuation_ratio", when__end="2024-12-31"),
    reads("ko", "나래증권은 삼성전자 목표주가를 17만원에서 21만원으로, SK하이닉스는 84만원에서 {110만원}으로 올렸다.", subject__symbol="000660", direction="up", said_by="나래증권"),
    reads("ko", "나래증권은 삼성전자의 목표주가를 올렸다. 올해 영업이익은 {245조원}에 달할 것으로 예상했다.", said_by="나래증권", subject__symbol="005930"),
    reads("ko", "목표주가까지 상승 여력은 {28%}다.", metric="target_upside"),
    reads("ko", "한국은행은 올해 성장률 전망치를 1.5%에서 {0.8%}로 낮췄다.", metric="gdp_growth", direction=None),
    reads("ko", "올해 판매 목표는 {417만대}로 잡았다.", quantity__unit="count"),
    ignores("ko", "회사는 7월 {1호} 매장을 열 계획이다."),
    reads("ko", "나래증권은 삼성전자의 올해와 내년 영업이익을 각각 {245조원}, 317조원으로 예상했다.", when__end="2024-12-31"),
    reads("ko", "SK하이닉스의 경우 올해 {179조원}, 내년 225조원으로 전망했다.", when__end="2024-12-31"),
    reads("ko", "상장 후 예상 시가총액은 {2180억원}이다.", metric="market_cap"),
    reads("ko", "회사는 2027년까지 3년간 {2000억원}을 배당할 계획이다.", certainty="planned", when__end="2027-12-31"),
    reads("ko", "그는 \"널리 쓰이기까지 {15년}이 걸린다고 보면 이르고 30년은 늦은 시점일 것\"이라고 말했다.", metric="outlook"),
    reads("ko", "삼성전자, 목표가 8만→{9만}", metric="target_price", quantity__unit="KRW"),
    reads("ko", "증권사는 목표주가를 {9만원}으로 올렸다.", metric="target_price", quantity__unit="KRW"),
    reads("ko", "SK하이닉스는 올랐다. 반면 삼성전자는 목표주가가 {9만원}으로 낮아졌다.", subject__symbol="005930"),
    reads("ko", "SK하이닉스는 올랐다. 골드만삭스는 목표주가를 {9만원}으로 낮췄다.", subject__symbol="000660"),
    reads("ko", "반도체 매출은 2030년이 돼야 {1조 달러}를 넘어설 것으로 전망된다.", when__end="2030-12-31"),
    ignores("en", "The company reported revenue of {$119.58 billion}."),
    reads("ko", "모건스탠리는 연말 금값 전망을 온스당 2000달러에서 {2300달러}로 높여 잡았다.", subject__symbol="GOLD", when__end="2024-12-31"),
    reads("ko", "한 증권사는 코스피 예상 등락 범위를 {2300~2800}에서 2400~2900으로 올렸다.", subject__symbol="KOSPI"),
    ignores("ko", "코스피는 연간 하단이 {2300선}으로 높아졌다."),
    reads("ko", "증권사는 삼성전자 목표가를 7만원에서 8만원으로 14%, SK하이닉스는 15만원에서 {18만원}으로 20% 올렸다.", metric="target_price", subject__symbol="000660"),
    ignores("ko", "증권사는 삼성전자 목표가를 8만원으로 올렸지만 이날 SK하이닉스는 {15만원}에 거래를 마쳤다."),
    reads("ko", "그는 삼성전자 40%(10만원), SK하이닉스는 {68%}(24만원)까지 상승 가능하다고 봤다.", subject__symbol="000660", certainty="expected"),
    reads("ko", "삼성전자는 현 주가보다 {25%}의 추가 상승 여력이 있다.", subject__symbol="005930"),
    ignores("ko", "삼성전자는 현 주가보다 {25%} 하락했다. 상승 여력이 있다."),
    reads("ko", "증권가는 브렌트유 가격이 배럴당 {70달러}까지 내릴 것으로 봤다.", subject__symbol="BRENT"),
    reads("ko", "이날 원·달러 환율은 {1440원대}로 오를 것으로 전망된다.", subject__symbol="USD/KRW", certainty="expected"),
    reads("ko", "코스피가 {2600선} 돌파에 실패하면 매물이 나온다.", certainty="hypothetical"),
    ignores("ko", "이날 원·달러 환율은 {1440원대}로 올랐다. 달러 강세가 이어질 것으로 전망된다."),
    reads("en", "The brokerage sees the S&P 500 reaching {5,200} by the end of the year.", subject__symbol="SPX", when__end="2024-12-31", certainty="expected"),
    reads("en", "Strategists expect the Nasdaq to climb to {17,000} by the end of June.", subject__symbol="IXIC", when__end="2024-06-30"),
    reads("en", "The S&P 500 is expected to rise {8%} by December.", direction="up", when__end="2024-12-31"),
    reads("en", "The bank raised its year-end S&P 500 target to 5,400 from {5,000}.", subject__symbol="SPX"),
    reads("en", "The 10-year Treasury yield will drop to {3.8%} by year-end, the bank predicts.", direction=None, when__end="2024-12-31"),
    ignores("en", "Investors who expect rate cuts this year left the S&P 500 at {5,021.84}."),
    ignores("en", "The S&P 500, which traders had expected to fall 1%, slipped {0.1%}."),
)
FAMILY = Family(
    code="FCT", name="forecast", head="forecast", claim=Forecast, take=take, readings=as_said, measure=measure
)
