"""What companies report: revenue, profit, margins, units, and their growth.

Meaning: the figure of a fiscal period as filed; growth = 100 * (value / value of the base period - 1), the base being
the same period a year before (`base=yoy`) or the period before (`base=qoq`).  A loss is measured as the negative of the
income filed.  A fiscal period named by its year ("fiscal 2024") is the one whose year ended in that calendar year; some
companies name theirs by the year before, so its filing bears a figure out and never refutes one.

Not covered: per-share figures and share counts (sources mix split bases), segments, adjusted figures, units sold: read,
never decided.  What is only expected is `forecast`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from wollet.claim import fiscal
from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, ignores, reads
from wollet.claim.frames import Frames
from wollet.claim.measuring import point_row
from wollet.claim.taking import Told, told
from wollet.claim.whose import main_company
from wollet.mention import unhurried as re
from wollet.model.claim import Claim, Tier
from wollet.model.market import MarketData, Point
from wollet.model.mention import Name
from wollet.model.quantity import Interval
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reason

Base = Literal["yoy", "qoq"]
ITEMS = {
    "revenue": "revenue", "operating_income": "operating_income", "operating_loss": "operating_income",
    "net_income": "net_income", "net_loss": "net_income",
}  # fmt: skip
SURE = 34
WHOLE = {
    "ko": re.compile(
        r"(?:[은는이가의,\s]|^)(?:(?:\d{1,4}년|\d분기|[상하]반기|지난해|작년|올해|올|연간|연결|누적|총|전체|당기|기준|분기|실적은|잠정|같은\s?기간)(?:[의은는도,\s]|으로)*)+$|(?:원|달러|억|조)[,\s]*$|[은는]\s$"
    ),
    "en": re.compile(
        r"(?:\b(?:its|total|net|overall|quarterly|annual|consolidated|company’s|company's|reported|posted|quarter|year|fiscal|first|second|third|fourth|full-year|"
        r"on|of|and|Q[1-4]|20\d\d|in|had|with)|-quarter|[.;:]|\bcents per share|^)\s*$",
        re.IGNORECASE,
    ),
}
"""What stands before the metric word where the figure is the whole company's."""
OF_PART = re.compile(
    r"\s(?:in|from|of|at|across|to)\s(?:(?:the|its|their|our)\s)?(?!(?:quarter|period|year|months?|first|second|third|fourth|latest|last|same|prior|previous|fiscal|three|six|nine|twelve|company|about|nearly|more|less|over|roughly|just|almost|up|as|at|a|an)\b|Q[1-4]|\d|[$€£¥])[A-Za-z]"
)
"""Behind the metric word: it is that of a market, a product or a unit ("sales in China", "revenue from cloud services")."""
KO_TOPIC = re.compile(r"([가-힣A-Za-z0-9&·()]+?)(?:은|는)\s")
KO_OUT_OF = re.compile(r"(?:액)?(?:에서|\s중|\s가운데)\s")
"""Behind the metric word: a part of it follows ("매출 가운데 아이폰은")."""
KO_ITSELF = re.compile(r"(?:회사|그룹|기업|업체|당사|측|분기|반기|년|지난해|작년|올해|해|기간|기준|누적|연결|연간|전체|[0-9]월)$|^(?:이|이들|그|다만|한편|또)$")
"""A topic that is the company itself or a time."""
OTHER_NAME = re.compile(r"\b[A-Z][a-z]+\s[A-Z][a-z]+")
NEAR, NEAR_GROWTH = Decimal("0.01"), Decimal(1)
"""Restated, reclassified or preliminary figures lie this near (a hundredth; a percentage point of growth)."""
SLACK = dt.timedelta(days=45)
"""Fiscal periods end up to six weeks off the calendar's quarter."""


class Fundamentals(Statement, frozen=True, kw_only=True):
    """A reported figure, or its growth over `base`; `part` where the words may speak of a division or a product; `fiscal` names a fiscal period by its year ("2025Q3")."""

    base: Base | None = None
    part: bool = False
    fiscal: str | None = None


def take(frames: Frames) -> Iterable[Take]:
    for t in told(frames, "fundamentals"):
        growth = t.frame.unit == "percent" and t.said["direction"] is not None
        base: Base | None = ("qoq" if t.frame.compare == "qoq" else "yoy") if growth else None
        part = not of_the_whole(frames, t)
        period, when = fiscal.named(frames, t.frame), t.said["when"]
        if period is not None and when is not None:
            period = f"{when.start.year}{period[4:]}"
            t.said["when"] = fiscal.reported(when, frames.article.published.date())
        yield Take(claim=Fundamentals(**t.said, base=base, part=part, fiscal=period), score=t.score)


def of_the_whole(frames: Frames, t: Told) -> bool:
    """Whether the metric word is plainly the company's own: right behind its name, a period or a word for the total."""
    fact, frame, text = t.fact, t.frame, frames.text
    if fact.at is None or fact.cost > SURE:
        return False
    if frames.lang == "en" and OF_PART.match(text, fact.at[1]) is not None:
        return False
    id = t.said["subject"].id
    if frames.lang == "ko" and (_of_another_topic(frames, t, id) or KO_OUT_OF.match(text, fact.at[1]) is not None):
        return False
    own = next((c for c in frame.subjects if c.name.ids and c.name.ids[0] == id), None)
    if own is None or own.start < frame.sentence.start:
        main = main_company(frames)
        if main is None or not isinstance(main.value, Name) or id not in main.value.ids:
            return False
        if OTHER_NAME.search(text, frame.sentence.start, fact.at[0]):
            return False
    before = text[max(frame.sentence.start, fact.at[0] - 40) : fact.at[0]]
    if own is not None and own.start >= frame.sentence.start and own.end <= fact.at[0]:
        before = text[max(own.end, fact.at[0] - 40) : fact.at[0]]
        if OTHER_NAME.search(text, frame.sentence.start if own.name.anaphor else own.end, fact.at[0]):
            return False
        if not before.strip(" '’s의은는이가도,"):
            return True
    return WHOLE[frames.lang].search(before) is not None


def _of_another_topic(frames: Frames, t: Told, id: str | None) -> bool:
    """Whether the topic of a Korean sentence is a division or a product: "서비스 부문은 매출 250억달러를 냈다"."""
    frame, text = t.frame, frames.text
    assert t.fact.at is not None
    cues = frames.facts_of(frame.sentence).cues
    for m in reversed(list(KO_TOPIC.finditer(text, frame.sentence.start, t.fact.at[0]))):
        if any(a < m.end(1) and m.start(1) < b for a, b, _, _ in cues):
            continue
        own = any(isinstance(x.value, Name) and id in x.value.ids and x.start < m.end() and m.start() < x.end for x in frames.names.within(frame.sentence))
        return not own and KO_ITSELF.search(m[1]) is None
    return False


def measure_of(claim: Fundamentals, found: Evidence) -> Evidence | Reason:
    """A figure that the filing does not bear out is only wrong where it is the whole company's and not a hair off."""
    assert claim.quantity is not None
    if found.measured is None or any(found.measured in i for i in signed(claim)):
        return found
    said = claim.quantity.low if claim.quantity.low is not None else claim.quantity.high
    if claim.part or said is None:
        return "no_data"
    near = abs(abs(found.measured) - said) <= (NEAR_GROWTH if claim.base else said * NEAR)
    return "ambiguous" if near else found


def signed(claim: Fundamentals) -> tuple[Interval, ...]:
    """What a figure commits to with its sign: a fall lies below nought."""
    assert claim.quantity is not None
    inside = claim.quantity.interval
    return (inside.mirrored(),) if claim.direction == "down" else (inside,)


def readings(claim: Claim, published: dt.datetime) -> list[tuple[Claim, Tier]]:
    """The period as stated or as reported last; then the period before it and, of growth, the other base."""
    out: list[tuple[Claim, Tier]] = [(msgspec.structs.replace(claim, options=()), claim.tier)]
    if claim.when is None:
        return out
    months = 12 if (claim.when.end - claim.when.start).days > 200 else 3
    earlier = Window(_back(claim.when.start, months), _back(claim.when.end, months))
    out.append((msgspec.structs.replace(claim, when=earlier, options=()), "possible"))
    if isinstance(claim, Fundamentals) and claim.base == "yoy" and months == 3:
        out.append((msgspec.structs.replace(claim, base="qoq", options=()), "possible"))
    return out


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Fundamentals)
    if claim.subject.id is None or claim.quantity is None:
        return "no_reference"
    item = ITEMS.get(re.sub(r"_growth.*", "", claim.metric))
    if item is None or claim.when is None:
        return "no_data"
    if claim.fiscal is not None:
        return _of_fiscal(claim, claim.fiscal, item, market, as_of)
    annual = (claim.when.end - claim.when.start).days > 200
    now = _period(market, claim.subject.id, item, claim.when.end, annual, as_of)
    if now is None:
        return "no_data"
    then = None
    if claim.base is not None:
        then = _period(market, claim.subject.id, item, _back(now.end, 12 if annual or claim.base == "yoy" else 3), annual, as_of)
    found = _computed(claim, now, then)
    return measure_of(claim, found) if isinstance(found, Evidence) else found


def _computed(claim: Fundamentals, now: Point, then: Point | None) -> Evidence | Reason:
    """The figure itself, or its growth since another."""
    assert claim.quantity is not None
    if claim.base is None:
        if now.unit != claim.quantity.unit:
            return "no_data"
        minus = claim.metric.endswith("_loss")
        return Evidence(measured=-now.value if minus else now.value, unit=now.unit, formula=f"{'-' if minus else ''}{now.value}", rows=(point_row(now),))
    if claim.quantity.unit != "percent" or then is None or then.value <= 0 or then.end == now.end:
        return "no_data"
    return Evidence(
        measured=100 * (now.value / then.value - 1), unit="percent", formula=f"100 * ({now.value} / {then.value} - 1)",
        rows=(point_row(then), point_row(now)),
    )  # fmt: skip


def _of_fiscal(claim: Fundamentals, period: str, item: str, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    """A figure of a fiscal period, which its filing can bear out and, years being named in two ways, never refutes."""
    assert claim.subject.id is not None
    now = fiscal.filed(market, claim.subject.id, item, period, as_of)
    if now is None:
        return "no_data"
    back = 4 if "Q" in period and claim.base == "yoy" else 1
    then = fiscal.filed(market, claim.subject.id, item, period, as_of, back) if claim.base is not None else None
    found = _computed(claim, now, then)
    borne = isinstance(found, Evidence) and found.measured is not None and any(found.measured in i for i in signed(claim))
    return found if borne else "no_data"


def _period(
    market: MarketData, id: str, item: str, end: dt.date, annual: bool, as_of: dt.datetime | None
) -> Point | None:
    """The filed figure whose period ends nearest to a day."""
    found: Sequence[Point] = market.fundamentals(id, item, end - SLACK, end + SLACK, as_of=as_of)
    fit = [p for p in found if p.kind is None or p.kind.startswith("annual" if annual else "quarter")]
    return min(fit, key=lambda p: abs(p.end - end), default=None)


def _back(day: dt.date, months: int) -> dt.date:
    """The same day some months earlier, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = (dt.date(year + (month == 11), (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)).day
    at_end = (day + dt.timedelta(days=1)).month != day.month
    return dt.date(year, month + 1, last if at_end else min(day.day, last))


EXAMPLES = (
    reads("en", "Intel had 497 customers, {35%} more than a year ago.", metric="growth"),
    reads("en", "Intel fell. Acme Widget Holdings said profit rose {8%} last year.", subject__id=None),
    reads("en", "Intel fell. Its profit rose {8%} last year.", subject__symbol="INTC"),
    reads("en", "Alphabet's cloud business grew {26%} in the quarter.", metric="growth", direction="up"),
    ignores("en", "Alphabet shares grew {26%} on hopes for the cloud business."),
    reads("en", "The bank set aside {$1.9 billion} for bad loans.", metric="activity"),
    reads("ko", "매출은 6318억원으로 {4.1%} 늘었고 순손실은 85억원이었다.", metric="revenue"),
    reads("en", "Palantir had its best day since its 2020 listing after reporting revenue of {$608.4 million}.", when__start="2023-10-01"),
    reads("en", "Intel had adjusted earnings of 54 cents a share, compared with 10 cents and {$14 billion} in revenue a year ago.", when__start="2022-10-01"),
    reads("en", "Intel's adjusted EPS of {$0.54} beat the consensus by 20%.", metric="eps"),
    reads("en", "Boeing delivered {27 jets} in January.", when__start="2024-01-01", when__end="2024-01-31"),
    reads("en", "For the full year, Intel's net income was {$1.7 billion}.", when__start="2023-01-01", when__end="2023-12-31"),
    reads("en", "Intel's server revenue rose 10% to $4 billion. Its networking unit climbed {12%} to $1.2 billion.", direction="up"),
    reads("en", "Intel posted revenue of $15.4 billion. Sales in China grew 12% to {$4 billion}.", part=True),
    reads("en", "Intel earned $2.7 billion in the fourth quarter. A year earlier it had lost {$661 million}.", metric="net_loss", when__start="2022-10-01"),
    reads("en", "Intel took a {$286 million} charge related to a plant in the fourth quarter.", metric="charge"),
    ignores("en", "Intel named a new head in charge of a {$286 million} plant."),
    reads("en", "Intel had fourth-quarter revenue of $6.6 billion, higher than the {$6.5 billion} from the same quarter a year ago.", when__start="2022-10-01"),
    reads("en", "The company reported EBITDA of {$87 million}, a 45% margin.", metric="ebitda"),
    reads("en", "The company reported EBITDA of $87 million, a {45%} margin.", metric="margin"),
    reads("en", "Netflix saw a {27%} jump in viewing hours.", direction="up", subject__symbol="NFLX"),
    reads("en", "Netflix posted a profit of $514 million, or 77 cents per share, up from {$21 million}, or 1 cent per share, the year prior.", when__end="2022-12-31"),
    reads("en", "Netflix posted a profit of {$514 million}, or 77 cents per share, up from $21 million, or 1 cent per share, the year prior.", when__end="2023-12-31"),
    reads("en", "Coty had {$5.81 billion} in revenue over the past 12 months.", when__start="2023-01-01", when__end="2023-12-31"),
    reads("en", "This quarter, Intel’s {$1.68 billion} of revenue was flat year on year.", when__end="2023-12-31"),
    ignores("en", "The poll has a {3%} margin of error."),
    reads("ko", "은행의 지난해 말 연체율은 {0.51%}로 집계됐다.", metric="bad_loan_ratio", direction=None),
    reads("ko", "회사의 자기자본은 {12조 2천억원}으로 늘었다.", metric="equity"),
    ignores("ko", "운용사는 순자산이 큰 상장지수펀드 {19개}를 굴린다."),
    reads("en", "Apple reported revenue of {$119.58 billion} for the quarter.", metric="revenue", quantity__unit="USD"),
    reads("en", "Profit rose {39%} from a year earlier to $11.2 billion.", direction="up", quantity__unit="percent"),
    reads("ko", "삼성전자의 영업이익은 {6조5천670억원}으로 집계됐다.", metric="operating_income", quantity__unit="KRW"),
    reads("ko", "매출은 전년 동기 대비 {11.8%} 줄었다.", direction="down", base="yoy"),
    reads("ko", "회사는 결산 배당을 한다. 배당금은 주당 {200원}이다.", "2024-02-14T16:20+09:00", when__end="2023-12-31"),
    reads("ko", "지난해 결성한 조합을 포함해 현재 운용자산은 {6568억원}이다.", "2024-02-14T16:20+09:00", when__start="2024-02-14"),
    reads("ko", "회사의 지난해 매출과 영업이익은 각각 {151억원}, 65억원이다.", metric="revenue"),
    reads("ko", "회사의 매출과 영업이익은 각각 56%, 166.8% 늘어난 235억원, {199억원}이다.", metric="operating_income"),
    reads("ko", "회사의 매출과 영업이익은 각각 {56%}, 166.8% 늘어난 235억원, 199억원이다.", metric="revenue", direction="up"),
    ignores("ko", "회사는 손익구조 {30% 이상} 변동을 공시했다."),
    reads("en", "Apple's revenue rose 2% to {$391 billion} in fiscal 2024.", "2025-02-13T17:00:00-05:00", fiscal="2024"),
    reads("en", "Nvidia's revenue rose to {$35.1 billion} in the third quarter of fiscal 2025.", "2024-12-13T17:00:00-05:00", fiscal="2025Q3"),
    reads("ko", "애플의 2024 회계연도 매출은 {3910억달러}였다.", "2025-02-13T17:00:00+09:00", fiscal="2024"),
    reads("en", "Apple earned {$93.7 billion} in fiscal 2024.", "2025-02-13T17:00:00-05:00", metric="net_income"),
    reads("ko", "회사는 지난 3분기 매출 {6960억원}을 올렸다.", when__start="2023-07-01", when__end="2023-09-30"),
    reads("ko", "회사는 지배주주순이익의 {30%}를 배당으로 썼다.", metric="payout_ratio"),
    reads("ko", "애플은 매출 949억달러를 기록했다. 서비스 부문은 매출 {250억달러}를 냈다.", part=True),
    reads("ko", "애플은 매출 {949억달러}를 기록했다.", part=False),
    reads("ko", "애플 매출 가운데 아이폰은 {462억달러}였다.", part=True),
    reads("ko", "애플의 4분기 매출은 949억달러, 순이익은 147억달러로 각각 {6%}, 36% 늘었다.", metric="revenue"),
    reads("ko", "애플의 4분기 매출은 949억달러다. 매출은 전 분기({858억달러})보다 늘었다.", when__end="2023-09-30"),
    reads("ko", "국내 보험사의 배당수익률은 5%다. 업종별로는 은행(8.3%), 카드({5.9%}) 등이다.", metric="dividend_yield"),
    reads("ko", "은행들의 배당수익률은 5%다. 삼성화재는 {4.2%}, 현대해상은 8%다.", metric="dividend_yield", subject__symbol="000810"),
    ignores("ko", "은행들의 배당수익률은 5%다. 삼성화재는 {4.2%} 올랐다."),
    ignores("ko", "김나래 연구원은 \"올해 1분기 매출은 {5조원}으로 시장 예상을 밑돌 것\"이라고 말했다."),
    ignores("en", "Analysts expect revenue of {$119.58 billion}."),
    ignores("ko", "삼성전자 주가는 {11.8%} 내렸다."),
)
FAMILY = Family(
    code="FND", name="fundamentals", head="reported", claim=Fundamentals, take=take, readings=readings, measure=measure
)
