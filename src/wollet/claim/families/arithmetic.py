"""Ratios, multiples, differences and midpoints of figures that stand in the same text.

Meaning: a multiple or a ratio is the first term over the second ("doubled to 717 million from 416 million"), a gap is
the first less the second, a premium is 100 * (first / second - 1) percent.  The terms are taken from the same sentence.

Not covered: terms that the text does not tell: read, never decided.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from wollet.claim import periods
from wollet.claim.canonical import Statement
from wollet.claim.facts import sort_of
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frame, Frames
from wollet.claim.taking import told as reported
from wollet.claim.whose import owner
from wollet.mention import unhurried as re
from wollet.model.claim import Claim, Direction
from wollet.model.market import MarketData
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reason, Row

BEHIND = {
    "ko": re.compile(r"\s?(?:이상|정도|가량|가까이|넘게|쯤)?\s?(?:더\s)?(?:높[은다았]|낮[은다았]|비[싸쌌싼]|싸[다게]|싼\s|많[은다았]|적[은다었])|\s?(?:할인|할증|프리미엄|괴리)"),
    "en": re.compile(
        r"\s(?:potential\s|implied\s)?(?:discount|premium|upside|downside)\b|\s(?:less|more|cheaper|higher|lower|above|below)\sthan\b"
        r"|\s(?:per share\s|a share\s)?(?:above|below|ahead of|short of)\s(?:\w+[’'s]*\s){0,2}(?:estimates?|consensus|expectations|forecasts?)"
        r"|\s(?:beat|miss)\b(?=[,.)]|\s(?!(?:the|analysts?|estimates?|consensus|expectations?|forecasts?|by|Wall|Street|its|their|what|a|both)\b))|\sof\s(?:the|its|their)\s(?:[a-z-]+\s){0,3}of\s(?=[$€£₩\d])"
    ),
}
BEFORE = {
    "ko": re.compile(r"(?:중간값|중앙값|평균값|합계|합쳐|차이[는가]?)\s?(?:은|는|이|가)?\s?$"),
    "en": re.compile(
        r"\b(?:midpoint(?: of)?|combined|totaling|for a total of|difference of|gap of|(?:premium|discount|upside|downside) (?:of|to))\s(?:about\s|nearly\s)?$"
        r"|\b(?:beat|beating|topp(?:ed|ing)|miss(?:ed|ing)|exceed(?:ed|ing)|surpass(?:ed|ing))\s(?:[\w’']+\s){1,4}by\s(?:about\s)?$"
    ),
}
IMPLIED = re.compile(r"\b(?:impl(?:y|ies|ied|ying)|suggest\w*|represent\w*|signal\w*|indicat\w+|points? to)\s(?:[a-z]+\s){0,4}$")
MARKS = re.compile(r"\W*(?:That|This|It|Such a (?:move|target|price|level))(?:['’]d|['’]s|\swould|\swill|\scould)?\s(?:also\s)?(?:be|mark|marks|represent|represents|imply|implies|mean|means|amount to|suggest|suggests)\s(?:an?\s)?(?:[a-z]+\s){0,3}$")
A_MOVE = re.compile(r"\s(?:[a-z]+\s)?(?:increase|gain|rise|jump|upside|decline|drop|fall|advance|rally|return|premium|discount)\b")
"""Around how far a figure of the sentence before stands from today's: "That would mark a roughly 25% increase"."""
ABOVE = re.compile(r"\s(?:above|below|higher|lower|upside|downside|from)\b")
"""Around how far a target stands from the price of the day."""
SPREAD = re.compile(r"\s(?:(?:a|per)\s\w+\s)?(?:to|over|against|versus)\s")
"""Behind the amount by which one price stands apart from another."""
DOWN = re.compile(r"discount|miss\b|downside|less\b|cheaper|lower|below|short of|halv|낮|싸[다게]|싼|적[은다]|할인|줄|감소|밑[돈돌도]|하회|미달")
PERCENTS = re.compile(r"premium|discount|upside|downside")
UP = re.compile(r"premium|beat\b|upside|more than the|higher|above|ahead|doubl|tripl|quadrupl|fold|높|비[싸쌌싼]|많[은다]|할증|프리미엄|늘|증가|불[어었]|뛰|웃[돈돌도]|상회")
BEATEN = re.compile(r"\b(?:beat|beating|topp|exceed|surpass)")
FROM_TO = {"en": re.compile(r"\sto\s(?:just\s|about\s)?"), "ko": re.compile(r"\s?에서\s?")}
FROM = re.compile(r",?\s(?:up\s|down\s)?from\s(?:just\s|about\s)?")
OF_RESULTS = 50
"""So near a word of results before a multiple makes it one of theirs: "net profit for 2023 more than doubled"."""
LOOSE = Decimal("0.2")
""""Nearly doubled" and "about three times" are said of anything this near."""


class Arithmetic(Statement, frozen=True, kw_only=True):
    """A figure that follows from `terms` of the text by `rule`; without terms, one that would need them."""

    rule: str = "ratio"
    terms: tuple[Decimal, ...] = ()


def take(frames: Frames) -> Iterable[Take]:
    day = frames.article.published.date()
    for frame in frames.numbers:
        q = frame.quantity
        if q is None:
            continue
        rule = _rule(frames, frame)
        if rule is None:
            continue
        said = frames.claim_fields(frame)
        told = frame.fact.family if frame.fact is not None else ""
        off = frames.lang == "ko" and _off_expected(frames, frame)
        window = _period(frames, frame) if off or (rule == "premium" and told in ("fundamentals", "forecast")) else None
        if rule == "part":
            window = next((t.said["when"] for f in ("macro", "fundamentals", "share", "deal") for t in reported(frames, f) if 0 <= frame.start - t.frame.end <= 4), None)
        if window is None and told == "fundamentals":
            window = periods.reported(frames, frame)
        if window is None and rule == "ratio" and frames.lang == "en":
            window = next((t.said["when"] for t in reported(frames, "fundamentals") if 0 <= t.frame.start - frame.end <= 12 and t.frame.sentence is frame.sentence), None)
        if window is None and rule == "ratio" and frames.lang == "en":
            of = frames.facts_of(frame.sentence).spoken_of(frame.span)
            window = periods.reported(frames, frame) if of is not None and of.family == "fundamentals" and of.at is not None and of.at[1] <= frame.start and of.cost < OF_RESULTS else None
        said.update(
            subject=owner(frames, frame), metric=rule, direction=_direction(frames, frame), when=window or Window(day, day),
            tier="default",
        )  # fmt: skip
        if said["certainty"] == "expected":
            said["certainty"] = "asserted"
        terms = _terms(frames, frame) if rule == "ratio" else ()
        yield Take(claim=Arithmetic(**said, rule=rule, terms=terms), score=52 if rule == "ratio" else 78)


def _period(frames: Frames, frame: Frame) -> Window | None:
    """The period of the reported figure that beat or missed what was expected: named in the sentence, else of the figure before."""
    if periods.named(frames, frame) is not None:
        return periods.reported(frames, frame)
    for family in ("fundamentals", "forecast"):
        before = [t.said["when"] for t in reported(frames, family) if t.fact.metric != "target_price" and t.frame.end <= frame.start and frame.sentence.index - t.frame.sentence.index <= 1]
        if before:
            return before[-1]
    return None


def _rule(frames: Frames, frame: Frame) -> str | None:
    """What sort of arithmetic a figure is the outcome of, or None."""
    text, lang = frames.text, frames.lang
    sort = sort_of(frame.unit)
    if sort == "ratio":
        return None if lang == "ko" and ((frame.fact is not None and frame.fact.metric == "valuation_ratio") or KO_LEVERED.match(text, frame.end) is not None) else "ratio"
    if sort not in ("money", "points", "percent"):
        return None
    if (lead := BEFORE[lang].search(text, frame.start - 60, frame.start)) is not None:
        spread = lead[0].rstrip().endswith("of") and SPREAD.match(text, frame.end) is not None
        return "premium" if sort == "percent" else "difference" if spread or not PERCENTS.search(lead[0]) else None
    if lang == "ko" and sort == "percent" and (of_total(frames, frame) or (KO_PART_OF.search(text, max(frame.sentence.start, frame.start - 12), frame.start) is not None and KO_PARTLY.match(text, frame.end) is not None)):
        return "part"
    if lang == "ko" and _off_expected(frames, frame):
        return "premium" if frame.unit == "percent" else "difference"
    aimed = lang == "en" and sort == "percent" and frame.fact is not None and frame.fact.metric == "target_price"
    if aimed and (IMPLIED.search(text, max(frame.sentence.start, frame.start - 40), frame.start) or ABOVE.match(text, frame.end)):
        return "premium"
    if lang == "en" and sort == "percent" and MARKS.match(text, frame.sentence.start, frame.start) is not None and A_MOVE.match(text, frame.end):
        return "premium"
    m = BEHIND[lang].match(text, frame.end, min(len(text), frame.end + 50))
    if m is None:
        return None
    if sort == "percent":
        return "ratio_of" if re.match(r"\sof\b", m[0]) else "premium" if re.search(r"ount|ium|side|beat|miss|estim|consen|expect|forec|할|프리|괴", m[0]) else None
    return "difference" if not m[0].startswith(" of") else None


KO_EXPECTED = re.compile(r"(?:예상치|기대치|전망치|추정치|컨센서스|시장\s?예상)(?:[가-힣\s]{0,12}[\d조억만천,.\s]{2,16}원)?(?:\([^)]*\))?(?:인\s[\d조억만,.\s]+원)?(?:[을를]|보다|\s?대비)\s?(?:각각\s|약\s|무려\s|최대\s)?(?:[\d.,조억만천]+(?:%|원|포인트)(?:와|과|,)\s?)?$|예상[가-힣]{1,4}\s(?:실제로는\s)?이[를보]다?\s$")
KO_PART_OF = re.compile(r"\d[조억만천]*\s?(?:원|달러|명|건|대)의\s(?:약\s)?$")
KO_PARTLY = re.compile(r"\s?(?:가량|정도|수준)?(?:을|를|에|인)?\s?(?:채[웠우운]|달성|해당|불과|차지|수준|넘)")
"""Around how much of an amount told before it another is: "10조원의 65%를 채웠다"."""
KO_LEVERED = re.compile(r"\s?(?:레버리지|인버스|로\s?추종|짜리)")
"""Behind how many times the move of another thing a fund makes."""
KO_OF = re.compile(r"(?:조|억|만|천|\d)\s?(?:원|달러|주|명|건|대|개|좌|톤)\s?\(\s?(?:약\s)?$")
KO_WHOLE = re.compile(r"차지|이\s?가운데|이\s?중\s|비중|가장\s(?:많|큰|컸|높)|순(?:으로|이었|이다)|나타났|집계됐|뒤를\s이")
KO_MOVES = re.compile(r"[↑↓▲▼]|증가|감소|늘|줄|올[라랐]|내[려렸]|상승|하락|오른|내린|급등|급락")
"""Around a part in brackets: the amount it is of, the words of a whole, and those of a move, which it is not."""
KO_TARGET = re.compile(r"(?:목표\s?(?:주)?가|적정\s?주가)(?:\([^)\n]{1,16}\))?\s?(?:대비|보다)\s?$")
KO_NOW = re.compile(r"(?:현\s?주가|현재\s?주가|현재가|종가)(?:\([^)\n]{1,16}\))?\s?(?:보다|대비)\s?(?:약\s)?$")
KO_AIM = re.compile(r"목표\s?(?:주)?가")
KO_GAP = re.compile(r"\s?(?:가량|정도|넘게|이상)?\s?(?:낮|높|괴리|할인)")
"""Around how far a price stands from its target."""
KO_OFF = re.compile(r"(?:(?:,|와|과)\s?[\d.,조억만천]+(?:%|원|포인트))?[가-힣]{0,2}\s?(?:큰\s폭으로\s|가량\s|넘게\s|이상\s)?(?:밑[돈돌도]|웃[돈돌도]|하회|상회|뛰어넘|미달|높[은았다]|낮[은았다])")


def of_total(frames: Frames, frame: Frame) -> bool:
    """Whether a percentage in brackets behind an amount is the amount's part of the whole: "코스닥이 68억주(50.9%)로 가장 많았다"."""
    text, s = frames.text, frame.sentence
    return (
        not (frame.quantity is not None and frame.quantity.sign) and KO_OF.search(text, max(s.start, frame.start - 18), frame.start) is not None
        and text[frame.end : frame.end + 1] == ")" and KO_WHOLE.search(text, s.start, s.end) is not None and KO_MOVES.search(text, frame.end, frame.end + 16) is None
    )  # fmt: skip


def _off_expected(frames: Frames, frame: Frame) -> bool:
    """Whether a percentage is by how much a Korean figure beat or missed what was expected."""
    if KO_GAP.match(frames.text, frame.end) is not None:
        if KO_TARGET.search(frames.text, max(frame.sentence.start, frame.start - 24), frame.start) is not None:
            return True
        if KO_NOW.search(frames.text, max(frame.sentence.start, frame.start - 24), frame.start) is not None and KO_AIM.search(frames.text, frame.sentence.start, frame.start) is not None:
            return True
    return (
        (KO_OFF.match(frames.text, frame.end) is not None or KO_OFF.search(frame.quote) is not None)
        and KO_EXPECTED.search(frames.text, max(frame.sentence.start, frame.start - 50), frame.start) is not None
    )


def _direction(frames: Frames, frame: Frame) -> Direction | None:
    """Which way the gap or the multiple goes, by its own words."""
    text = frames.text
    near = text[frame.start : min(frame.sentence.end, frame.end + 22)]
    if DOWN.search(near):
        return "down"
    if UP.search(near) or BEATEN.search(text, frame.start - 60, frame.start):
        return "up"
    return None


def _terms(frames: Frames, frame: Frame) -> tuple[Decimal, ...]:
    """The two amounts that a multiple leads between: "doubled to A from B", "B에서 A로 두 배"."""
    numbers, i = frames.numbers, frame.index
    if frames.lang == "en" and i + 2 < len(numbers):
        a, b = numbers[i + 1], numbers[i + 2]
        if FROM_TO["en"].fullmatch(frames.text, frame.end, a.start) and FROM.fullmatch(frames.text, a.end, b.start):
            return _exact(a, b)
    if frames.lang == "ko" and i >= 2:
        b, a = numbers[i - 2], numbers[i - 1]
        if FROM_TO["ko"].fullmatch(frames.text, b.end, a.start) and 0 <= frame.start - a.end <= 8:
            return _exact(a, b)
    return ()


def _exact(a: Frame, b: Frame) -> tuple[Decimal, ...]:
    p, q = a.quantity, b.quantity
    if p is None or q is None or p.unit != q.unit or p.low is None or p.low != p.high or q.low is None or q.low != q.high:
        return ()
    return (p.low, q.low) if q.low else ()


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Arithmetic)
    if len(claim.terms) != 2 or claim.rule != "ratio" or claim.when is None:
        return "no_reference"
    a, b = claim.terms
    said = claim.quantity.low if claim.quantity is not None else None
    loose = claim.quantity is not None and claim.quantity.hedge in ("about", "nearly")
    if said and loose and abs(a / b / said - 1) < LOOSE and claim.quantity is not None and a / b not in claim.quantity.interval:
        return "ambiguous"
    rows = tuple(Row(source="article", series="amount", date=claim.when.end, value=format(x, "f")) for x in claim.terms)
    return Evidence(measured=a / b, unit="ratio", formula=f"{a:f} / {b:f}", rows=rows)


EXAMPLES = (
    reads("en", "Intel said its net profit for 2023 {more than doubled} thanks to new products.", when__start="2023-01-01", when__end="2023-12-31"),
    reads("en", "JPMorgan sees Nvidia at $900 by the end of the year. That would mark a roughly {25%} increase.", rule="premium"),
    ignores("en", "Nvidia fell on Monday. That was a {25%} decline."),
    reads("en", "The new price target of $1,100 implies a gain of {50%}.", rule="premium"),
    reads("en", "The average price target is $235, {12%} above where the shares trade.", rule="premium", direction="up"),
    reads("en", "Intel's networking unit saw profit in the third quarter of 2023 {nearly double} to $717 million from $416 million.", when__start="2023-07-01"),
    reads("ko", "코스닥 주식의 발행 수량이 68억6천만주({50.9%})로 가장 큰 비중을 차지했다.", rule="part"),
    ignores("ko", "코스닥 주식의 발행 수량이 68억6천만주({50.9%}↑)로 가장 큰 비중을 차지했다."),
    reads("ko", "주가는 12만1700원으로 목표주가 대비 {약 26.5%} 낮은 상태다.", direction="down"),
    reads("en", "Its profit of $0.14 per share was {24.2%} below analysts’ consensus estimates.", direction="down"),
    reads("en", "Adjusted EPS: $0.14 vs analyst expectations of $0.18 ({24.2%} miss)", direction="down"),
    reads("en", "Brent traded at a premium of {$6.13} to WTI."),
    ignores("en", "Adjusted EPS: {$0.14} vs analyst expectations of $0.18 (24.2% miss)"),
    reads("ko", "영업이익은 시장 기대치를 {14.5%} 밑돌았다.", direction="down", metric="premium"),
    ignores("ko", "영업이익은 시장 기대치를 밑돌며 전년보다 {14.5%} 줄었다."),
    reads("en", "Energy earnings {nearly doubled} to $717 million from $416 million.", quantity__unit="ratio", quantity__low="2", rule="ratio"),
    reads("en", "The block was sold at $26.90, a {4.0%} discount to the close.", rule="premium"),
    reads("en", "The new version costs {$5,000} less than the old one.", rule="difference"),
    reads("ko", "수주액은 7조원으로 목표인 10조원의 {70%}를 채웠다.", rule="part"),
    reads("ko", "평균 목표주가는 14만원으로 현 주가보다 {31%} 높다.", rule="premium", direction="up"),
    reads("ko", "영업이익은 컨센서스를 {30억원} 뛰어넘었다.", rule="difference", direction="up"),
    ignores("ko", "지수를 {2배}로 추종하는 상품이다."),
    reads("ko", "순이익은 1년 전의 {세 배}로 불었다.", quantity__unit="ratio", quantity__low="3"),
    reads("ko", "환율은 당시보다 {30원 이상} 높다.", rule="difference"),
    ignores("en", "The stock rose {3.2%}."),
    ignores("ko", "주가는 {3.2%} 올랐다."),
    ignores("en", "The plant cost {$5 billion}."),
)
FAMILY = Family(
    code="ARI", name="arithmetic", head="ratio", claim=Arithmetic, take=take, readings=as_said, measure=measure
)
