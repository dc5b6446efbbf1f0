"""Statistics and policy: prices, jobs, growth, trade, policy rates, totals of an industry.

Meaning: the figure of the reference period in the first print or as revised, whichever bears the statement out; year on
year and month on month are computed from the index (100 * (index / index a year before - 1)).  "Inflation" without a
word of its measure is borne out by consumer prices and never refuted by them.

Not covered: series that no source holds, and what is only expected (`forecast`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

import msgspec

from wollet.claim import set_rates, topics
from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, ignores, reads
from wollet.claim.frames import Frame, Frames
from wollet.claim.measuring import point_row
from wollet.claim.taking import Told, told
from wollet.mention import unhurried as re
from wollet.model.claim import Claim, Tier
from wollet.model.market import MarketData, Point
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reason

How = Literal["level", "change", "yoy", "mom"]


class Source(msgspec.Struct, frozen=True):
    """A series of the store and how a statement's figure comes from it; `months` between its points."""

    series: str
    how: How = "level"
    scale: Decimal = Decimal(1)


TABLE: dict[tuple[str, str], tuple[Source, ...]] = {
    ("US", "cpi_yoy"): (Source("US_CPI", "yoy"),),
    ("US", "core_cpi_yoy"): (Source("US_CORE_CPI", "yoy"),),
    ("US", "cpi_mom"): (Source("US_CPI_SA", "mom"),),
    ("US", "core_cpi_mom"): (Source("US_CORE_CPI", "mom"),),
    ("US", "core_pce_yoy"): (Source("US_CORE_PCE", "yoy"),),
    ("US", "unemployment_rate"): (Source("US_UNEMPLOYMENT_RATE"),),
    ("US", "nonfarm_payrolls_change"): (Source("US_PAYROLLS", "change"),),
    ("US", "policy_rate"): (Source("FED_TARGET_UPPER"), Source("FED_TARGET_LOWER")),
    ("KR", "cpi_yoy"): (Source("KR_CPI", "yoy"),),
    ("KR", "policy_rate"): (Source("BOK_BASE"),),
    ("WORLD", "semiconductor_sales"): (Source("WORLD_SEMICONDUCTOR_SALES"),),
}
FELL_BY = {
    "en": (
        re.compile(
            r"\b(?:f[ae]ll|fallen|falling|dropp(?:ed|ing)|declin(?:ed|ing)|slid|slipp(?:ed|ing)|decreas(?:ed|ing)|shr[au]nk|contract(?:ed|ing)|dipp(?:ed|ing)|eased|sank|tumbled|plunged|down|lower|(?:decline|drop|fall|decrease|contraction) of)"
            r"\s(?:by\s)?(?:an?\s|about\s|roughly\s|another\s|nearly\s|only\s|just\s|[a-z]+ly\s)*$", re.IGNORECASE
        ),
        re.compile(r"[- ](?:annual\s|monthly\s)?(?:drop|decline|fall|decrease|dip|slide|contraction)\b"),
    ),
    "ko": (re.compile(r"(?!)"), re.compile(r"\s?(?:가량\s|정도\s|넘게\s|이상\s)?(?:하락|내[렸린려]|떨어|감소|줄|축소|후퇴|뒷걸음|역성장|마이너스)")),
}
"""Before or behind a percentage by which something fell."""
ANOTHER = re.compile(
    r"expect|anticipat|forecast|target|goal|gauge|PCE|core|excluding|producer|wholesale|import|food|grocer|energy|services|goods|wage|housing|shelter|rent|break-?even|asset|기대|예상|전망|목표|근원|핵심|생산자|수입|식품|식료|서비스|임금|주거|개인소비지출|농산물|외식|공업제품|생활물가|체감",
    re.IGNORECASE,
)
"""Words by which inflation is not, or not surely, that of all consumer prices."""
PRICES = ("cpi_yoy", "core_cpi_yoy", "cpi_mom", "core_cpi_mom")
MONTHLY = Decimal("1.5")
"""Below this a rise of prices can be meant on the month."""
SLACK = dt.timedelta(days=5)


STANDS = re.compile(
    r"\b(?:range|unchanged|steady|held|hold(?:s|ing)?|kept|keep(?:s|ing)?|left|leav(?:es|ing)|maintain\w*|raised|rais(?:es|ing)|lifted|hiked|cut(?:s|ting)?|lowered|slashed|stands|stood|set|sits|currently|rates?\s(?:is|was|at|of|to|are|were))\b[^.;]{0,50}$"
)
"""Before a policy rate that stands, or was set, where the figure is."""


class Macro(Statement, frozen=True, kw_only=True):
    """A reported statistic of `area` ("US", "KR", "WORLD", ...); `act` where a rate is told to have been cut or raised to it, or moved from it."""

    area: str | None = None
    act: set_rates.Act | None = None


def take(frames: Frames) -> Iterable[Take]:
    for t in told(frames, "macro"):
        place = topics.area(frames, t.frame)
        metric = topics.metric(frames, t.frame, t.fact.metric)
        said = {**t.said, "metric": metric, "subject": topics.statistic(place, metric)}
        if metric == "policy_rate" and frames.lang == "en" and STANDS.search(frames.text, max(t.frame.sentence.start, t.frame.start - 70), t.frame.start) is None:
            continue
        if metric == "inflation" and all_prices(frames, t):
            said["metric"] = "headline_inflation"
        if stands(frames, t.frame, said["direction"]):
            said["direction"] = None
        act = set_rates.acted(frames, t.frame) if metric == "policy_rate" else None
        yield Take(claim=Macro(**said, area=place, act=act), score=t.score)


def stands(frames: Frames, frame: Frame, direction: str | None) -> bool:
    """Whether a percentage is where a rate went and not by how much prices fell: "slowed to 3.1%", "2.8%로 떨어졌다"."""
    if direction != "down" or frame.unit != "percent":
        return False
    before, behind = FELL_BY[frames.lang]
    s = frame.sentence
    return not (before.search(frames.text, max(s.start, frame.start - 40), frame.start) or behind.match(frames.text, frame.end, s.end))


def all_prices(frames: Frames, t: Told) -> bool:
    """Whether "inflation" is that of all consumer prices, as far as the words around the figure tell."""
    s = t.frame.sentence
    return ANOTHER.search(frames.text, max(s.start, t.frame.start - 60), min(s.end, t.frame.end + 40)) is None


def readings(claim: Claim, published: dt.datetime) -> list[tuple[Claim, Tier]]:
    """As said; then of small rises the other base and the core, and where no month is named, the month before."""
    plain = msgspec.structs.replace(claim, options=())
    out: list[tuple[Claim, Tier]] = [(plain, claim.tier)]
    if claim.metric == "headline_inflation":
        out.append((msgspec.structs.replace(plain, metric="cpi_yoy"), claim.tier))
    q = claim.quantity
    size = None if q is None else q.low if q.low is not None else q.high
    if claim.metric in PRICES and (claim.metric != "cpi_yoy" or size is None or size < MONTHLY):
        out += [(msgspec.structs.replace(plain, metric=m), "possible") for m in PRICES if m != claim.metric]
    if claim.when is not None and claim.tier != "stated" and claim.metric != "policy_rate":
        year, month = divmod(claim.when.start.year * 12 + claim.when.start.month - 2, 12)
        first = dt.date(year, month + 1, 1)
        out.append((msgspec.structs.replace(plain, when=Window(first, claim.when.start - dt.timedelta(days=1))), "possible"))
    return out


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Macro)
    sources = TABLE.get((claim.area or "", claim.metric))
    if sources is None or claim.when is None or claim.quantity is None:
        return "no_data"
    if claim.metric == "policy_rate":
        return set_rates.measure(claim.quantity, claim.act, tuple(s.series for s in sources), market, claim.when.end, as_of)
    found = [e for p in _points(market, sources[0], claim.when.start, claim.when.end, as_of)
             if (e := _computed(market, sources[0], p, claim.quantity.unit, as_of)) is not None]  # fmt: skip
    if not found:
        return "no_data"
    sign = Decimal(-1) if claim.direction == "down" else Decimal(1)
    return next((e for e in found if e.measured is not None and sign * e.measured in claim.quantity.interval), found[-1])


def _points(market: MarketData, s: Source, start: dt.date, end: dt.date, as_of: dt.datetime | None) -> list[Point]:
    """Every print of the reference period, revised or first; of a rate that is set, the one in force."""
    points = market.series(s.series, start - SLACK, end + SLACK, as_of=as_of)
    inside = [p for p in points if p.end >= start and p.start <= end]
    if inside and (inside[-1].end - inside[-1].start).days > 200 and (end - start).days < 100:
        return []
    return inside


def _computed(market: MarketData, s: Source, p: Point, unit: str, as_of: dt.datetime | None) -> Evidence | None:
    row = point_row(p)
    if s.how == "level":
        return Evidence(measured=p.value, unit=unit, formula=str(p.value), rows=(row,))
    months = 12 if s.how == "yoy" else 1
    year, month = divmod(p.start.year * 12 + p.start.month - 1 - months, 12)
    base_day = dt.date(year, month + 1, 1)
    before = [q for q in market.series(s.series, base_day, base_day + dt.timedelta(days=31), as_of=as_of)
              if q.start == base_day and q.kind == p.kind]  # fmt: skip
    if not before or not before[-1].value:
        return None
    q = before[-1]
    if s.how == "change":
        scale = Decimal(1000) if "thous" in p.unit else Decimal(1)
        return Evidence(measured=(p.value - q.value) * scale, unit=unit, formula=f"({p.value} - {q.value}) * {scale}",
                        rows=(point_row(q), row))  # fmt: skip
    return Evidence(measured=100 * (p.value / q.value - 1), unit="percent", formula=f"100 * ({p.value} / {q.value} - 1)",
                    rows=(point_row(q), row))  # fmt: skip


EXAMPLES = (
    reads("ko", "서울 아파트 매매가격은 전주보다 {0.14%} 올랐다.", metric="house_prices", direction="up"),
    reads("ko", "지난달 말 은행 가계대출 잔액은 {1141조원}이었다. 주택담보대출은 902조원이다.", metric="public_finance", when__start="2024-01-31"),
    reads("ko", "지난달 말 은행 가계대출 잔액은 1141조원이었다. 주택담보대출은 {902조원}이다.", metric="public_finance"),
    reads("ko", "한국은행은 기준금리를 {3.25%}에서 3.00%로 내렸다.", act="from"),
    reads("ko", "한국은행은 기준금리를 3.25%에서 {3.00%}로 내렸다.", act="cut"),
    reads("ko", "1월 생활물가지수는 {2.5%} 상승했다.", metric="cpi_yoy", direction="up"),
    reads("ko", "미국의 1월 시간당 평균임금은 전월 대비 {0.5%} 올랐다.", metric="wages"),
    reads("ko", "이달 1~10일 수출은 0.8% 늘었다. 국가별로는 중국(10.7%), 베트남({5.4%}) 등이 늘었다.", metric="exports", direction="up"),
    reads("en", "The Bank of England kept its Bank Rate at {5.25%}.", subject__symbol="BOE_BANK"),
    reads("en", "U.S. output hit {13.3 million barrels} per day.", metric="oil_volume"),
    reads("en", "Consumer spending rose {2.8%} in January.", metric="activity"),
    reads("en", "The unemployment rate held at {3.7%}, below the 3.8% forecast."),
    ignores("en", "Cisco will cut 5% of its workforce, or {more than 4,000 jobs}."),
    reads("en", "Crude stockpiles rose by {12 million barrels} in the week ended Feb. 9.", when__start="2024-02-03", when__end="2024-02-09"),
    reads("en", "Overall prices increased by {3.1%} in the 12 months through January 2024.", metric="cpi_yoy", when__start="2024-01-01"),
    reads("en", "The Fed left its benchmark overnight rate in a range of {5.25% to 5.50%} on Wednesday.", subject__symbol="FEDFUNDS"),
    reads("en", "US consumer prices rose {3.1%} in January from a year earlier, the CPI report showed.", metric="cpi_yoy"),
    reads("en", "The Fed cut its benchmark rate to a range of {5.25% to 5.50%} on Wednesday.", act="cut"),
    reads("ko", "한국은행은 기준금리를 연 {3.5%}로 0.25%포인트 인상했다.", act="raised"),
    reads("ko", "한국은행은 기준금리를 연 {3.5%}로 동결했다.", act=None),
    reads("en", "The annual CPI rate was {3.1%} in January, down from 3.4% in December.", direction=None),
    reads("en", "Consumer prices fell {0.1%} in January.", direction="down"),
    reads("ko", "1월 미국 소비자물가 상승률은 3.1%로 전달의 {3.4%}보다 낮았다.", metric="cpi_yoy", when__start="2023-12-01"),
    reads("ko", "미국 1월 CPI 상승률은 {3.1%}로 전월(3.4%)보다 낮아졌다.", metric="cpi_yoy", direction=None),
    reads("ko", "미국의 1월 물가 상승률은 {3.1%}로 둔화했다.", metric="headline_inflation"),
    reads("ko", "기대 인플레이션은 {3.1%}로 떨어졌다.", metric="inflation"),
    reads("en", "The unemployment rate was {3.7%} in January.", metric="unemployment_rate"),
    reads("ko", "1월 미국의 소매판매는 전월 대비 {0.9%} 줄었다.", metric="retail_sales_mom", direction="down"),
    reads("ko", "지난해 세계 반도체 시장의 전체 매출액은 {5천 270억 달러}였다.", "2024-02-14T08:12:00+09:00", quantity__unit="USD"),
    reads("en", "US core CPI — which leaves out food and energy — came in at an annual {3.9%}.", metric="core_cpi_yoy"),
    reads("en", "Core prices, which leave out food and energy, rose {0.3%} in January.", metric="core_cpi_yoy"),
    reads("en", "The U.K. economy contracted by {0.3%} in October.", metric="gdp_growth", direction="down"),
    reads("en", "Crude inventories rose by {1.22 million barrels} last week.", metric="inventories", direction="up"),
    reads("en", "Initial claims for state unemployment benefits fell to {212,000} for the week ended Feb. 10.", metric="jobless_claims", when__start="2024-02-04", when__end="2024-02-10"),
    reads("en", "The consumer sentiment index rose to 79.6 in February from {79.0} in January.", metric="sentiment_index", when__end="2024-01-31"),
    ignores("en", "The insurer paid {212,000} claims for the week ended Feb. 10."),
    ignores("en", "The tanker took on {1.22 million barrels} last week."),
    ignores("en", "The core index, which leaves out banks, rose {0.3%} in January."),
    ignores("en", "Economists expect the unemployment rate at {3.7%}."),
    ignores("ko", "이 펀드의 배당 성장률은 2012년 이후 연평균 {15.4%}다."),
    ignores("ko", "미국 10년물 국채 금리는 {4.1%}로 올랐다."),
)
FAMILY = Family(code="MAC", name="macro", head="statistic", claim=Macro, take=take, readings=readings, measure=measure)
