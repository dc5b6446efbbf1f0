"""Countable facts of other kinds: people, places, plants, tariffs, prices of goods.

Meaning: a number said of something that neither prices nor filings nor statistics hold: how many people were laid off,
how high a tariff is, what a product costs.

Not covered: plain dates, ages, telephone numbers, version and model numbers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from wollet.claim import bonds, periods, topics
from wollet.claim.candidates import Candidate
from wollet.claim.canonical import Statement
from wollet.claim.facts import sort_of
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.role_words import SURVEYED
from wollet.claim.stretches import months_before
from wollet.claim.taking import told
from wollet.claim.whose import owner
from wollet.mention import unhurried as re
from wollet.model.claim import Claim, Subject
from wollet.model.market import MarketData
from wollet.model.mention import Name
from wollet.model.quantity import Interval, Quantity
from wollet.model.time import When, Window
from wollet.model.verdict import Evidence, Reason

KO_BASKET = re.compile(r"\s?통화에?\s?(?:대비|대한)")
"""Behind a count of countries whose currencies a gauge is made of."""
COUNTED = re.compile(r"\d[\d,만천백여]*\s?(?:개국|개사|개|여?명|사|곳|건|척|채|종|차례)(?:$|[을를이가]?\s?(?:훌쩍\s)?(?:넘|웃돌|이상))")


RATING = re.compile(
    r"\s[“\"]?(?:(?:strong|moderate)\s)?(?:buys?|holds?|sells?|outperforms?|underperforms?|overweights?|underweights?)\b(?:\sratings?)?",
    re.IGNORECASE,
)
MOVES = re.compile(r"\d{1,3}(?P<what>\s(?:moves|swings)\s(?:of\s)?(?:greater|larger|more|bigger)\sthan\s\d+(?:\.\d+)?(?:%|\spercent))")
"""How often a price moved by more than so much."""
SURVEY = re.compile(r"\b(?:survey|poll|respondents|surveyed|polled)\b", re.IGNORECASE)
DEFINED = re.compile(r"(?<![\d.])1?\s?bp\s?[=＝]\s?(\d(?:\.\d+)?)\s?%\s?(포인트|p)?")
"""A note on what a basis point is."""
KO_TERM = re.compile(r"\s?(?:간)?의\s(?:[가-힣]{2,4}\s)?(?:기간|시간)(?=[이을은도])")
"""Behind a span: what it is the length of ("약 2년의 공사 기간이")."""
KO_PERIODS = frozenset(("month", "quarter", "half", "year"))
TERM = re.compile(r"(?:기간|시한|기한|임기)(?:은|는|이|가|도)?\s?(?:약\s|총\s|단\s)?$|\b(?:period|term) (?:is|was|of)\s$")


class Other(Statement, frozen=True, kw_only=True):
    """A countable fact outside the other families."""


def take(frames: Frames) -> Iterable[Take]:
    for t in told(frames, "other"):
        said = t.said
        if t.fact.metric == "tariff_rate":
            said = {**said, "subject": topics.statistic(topics.area(frames, t.frame), "tariff_rate")}
        yield Take(claim=Other(**said), score=t.score)
    for b in bonds.told(frames, "other"):
        yield Take(claim=Other(**b.said), score=bonds.SCORE)
    yield from _counted(frames)
    yield from _moves(frames)
    yield from _defined(frames)
    yield from _asked(frames) if frames.lang == "en" else ()


def _asked(frames: Frames) -> Iterable[Take]:
    """How many of those asked think so: "28% of survey respondents expect"."""
    day = frames.article.published.date()
    for frame in frames.numbers:
        if frame.unit != "percent" or SURVEYED.match(frames.text, frame.end) is None or not SURVEY.search(frames.text, frames.sentences[max(0, frame.sentence.index - 2)].start, frame.sentence.end):
            continue
        said = frames.claim_fields(frame)
        said.update(subject=Subject(kind="topic", name="survey"), metric="survey_share", direction=None, when=Window(day, day), tier="default")
        yield Take(claim=Other(**said), score=80)


def _defined(frames: Frames) -> Iterable[Take]:
    """What a note says that a unit is: "(1bp=0.01%포인트)"."""
    day = frames.article.published.date()
    for m in DEFINED.finditer(frames.text):
        frame = frames.at(m.start(), m.end())
        size = Decimal(m[1])
        said = frames.claim_fields(frame)
        said.update(
            subject=Subject(kind="topic", name="basis point"), metric="unit_definition", direction=None, when=Window(day, day), tier="default", certainty="asserted", said_by=None,
            quantity=Quantity(low=size, high=size, unit="percentage_point" if m[2] else "percent", interval=Interval(size, size)),
        )  # fmt: skip
        yield Take(claim=Other(**said), score=84)


def _moves(frames: Frames) -> Iterable[Take]:
    """How often a price moved far over the year past: "30 moves greater than 5% over the last year"."""
    day = frames.article.published.date()
    for frame in frames.numbers:
        m = MOVES.match(frames.text, frame.start) if frames.lang == "en" and frame.quantity is not None and frame.unit in ("", "count") else None
        if m is None or frame.quantity is None:
            continue
        whole = frames.at(frame.start, m.end())
        said = frames.claim_fields(whole)
        said.update(
            subject=owner(frames, frame), metric="move_count", direction=None, when=Window(months_before(day, 12), day), tier="default",
            quantity=msgspec.structs.replace(frame.quantity, unit="count"),
        )  # fmt: skip
        yield Take(claim=Other(**said), score=80)


def _counted(frames: Frames) -> Iterable[Take]:
    """Things counted that no metric word is near: companies, countries, ratings, terms."""
    day = frames.article.published.date()
    for frame in frames.numbers:
        q = frame.quantity
        if q is None or frame.fact is not None:
            continue
        rated = q.unit in ("", "count") and RATING.match(frames.text, frame.end, frame.end + 40)
        term = sort_of(q.unit) == "time" and (
            TERM.search(frames.text, max(frame.sentence.start, frame.start - 14), frame.start) or (frames.lang == "ko" and KO_TERM.match(frames.text, frame.end))
        )
        if not (rated or term or (q.unit == "count" and COUNTED.search(frame.quote))):
            continue
        said = frames.claim_fields(frame)
        said.update(
            subject=_gauge(frames, frame) or owner(frames, frame), metric="ratings" if rated else "term" if term else "count", direction=None,
            when=(_over(frames, frame) if not rated and not term else None) or Window(day, day), tier="default", quantity=msgspec.structs.replace(q, unit="count") if rated else q,
        )  # fmt: skip
        yield Take(claim=Other(**said), score=44 if rated or term else 30)


def _over(frames: Frames, frame: Frame) -> Window | None:
    """The month, quarter or year that a Korean clause counts things in, as far as it is over."""
    m = periods.named(frames, frame, KO_PERIODS) if frames.lang == "ko" else None
    day = frames.article.published.date()
    if m is None or not frame.clause[0] <= m.start < frame.start or not isinstance(m.value, When) or m.value.start is None or m.value.end is None:
        return None
    return Window(m.value.start, min(m.value.end, day)) if m.value.start <= day else None


def _gauge(frames: Frames, frame: Frame) -> Subject | None:
    """The index that a sentence goes on to tell of after the currencies it is made of."""
    if not KO_BASKET.match(frames.text, frame.end):
        return None
    behind = (Candidate(name=m.value, kind=m.kind, start=m.start, end=m.end, how="behind") for m in frames.names.within(frame.sentence) if m.start >= frame.end and isinstance(m.value, Name))
    return next((subject_of(c) for c in behind if c.name.ids and c.name.ids[0].startswith("INDEX:")), None)


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    return "no_reference"


EXAMPLES = (
    reads("en", "Macy's will shut {30%} of its fleet.", metric="part"),
    ignores("en", "Macy's shares fell {30%} on the news."),
    reads("en", "A regulator fined Boeing {$250 million} for lapses.", metric="amount"),
    reads("en", "The storm knocked out power to {1.2 million homes}.", metric="count"),
    reads("en", "Drivers pay {$3.58 a gallon} for it.", metric="price_tag"),
    ignores("en", "Boeing bought its supplier for {$250 million}."),
    reads("en", "Ford's {6.1%} notes due 2032 rose on Tuesday.", metric="coupon"),
    reads("en", "Fitch lowered Boeing {one notch} to BBB-.", metric="rating_steps", subject__symbol="BA"),
    ignores("en", "He took the stairs {two steps} at a time to BBB, a bar."),
    reads("en", "{About 28%} of survey respondents expect defaults to jump.", metric="survey_share"),
    ignores("en", "{About 28%} of revenue comes from China."),
    reads("ko", "회사는 지난해 선박 {10척}을 수주했다.", "2024-02-14T16:20+09:00", when__start="2023-01-01", when__end="2023-12-31"),
    reads("ko", "배 한 척에는 {약 2년}의 공사 기간이 든다.", metric="term", quantity__unit="years"),
    reads("en", "The carmaker laid off {roughly 600 employees} last month.", quantity__low="600", quantity__hedge="about"),
    reads("en", "Washington will put a {25%} tariff on imported steel.", quantity__unit="percent"),
    reads("en", "Intel’s shares are volatile and have had {30 moves greater than 5%} over the last year.", quantity__low="30", subject__symbol="INTC"),
    ignores("en", "Intel’s shares had {30} calls, and moves greater than 5% are rare."),
    reads("ko", "삼성자산운용은 S&P500을 추종하는 ETF의 총보수를 연 {0.05%}에서 0.0099%로 낮췄다.", metric="fee", quantity__unit="percent"),
    reads("ko", "행사에는 기업인 {약 300여명}이 초청됐다.", quantity__low="300", quantity__hedge="about"),
    reads("ko", "미국은 수입 철강에 {25%} 관세를 부과한다.", quantity__unit="percent"),
    reads("ko", "{주요 6개국} 통화 대비 달러의 가치를 나타내는 달러인덱스는 107.5로 내렸다.", subject__id="INDEX:DXY"),
    reads("ko", "국채 금리는 2bp({1bp=0.01%포인트}) 내렸다.", metric="unit_definition", quantity__unit="percentage_point"),
    reads("ko", "회사는 바이오시밀러 {9종}을 갖췄다.", metric="count"),
    reads("ko", "일반청약 경쟁률은 {1120대 1}이었다.", metric="bid_ratio", quantity__unit="ratio"),
    reads("ko", "청약에는 {21조원}의 증거금이 몰렸다.", metric="subscription_deposits"),
    ignores("ko", "코스피는 {25%} 올랐다."),
    ignores("en", "The shares rose {25%} after the tariff news."),
)
FAMILY = Family(code="OTH", name="other", head="fact", claim=Other, take=take, readings=as_said, measure=measure)
