"""Numbers that measure something other than a price, made into claims of the family that owns them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from wollet.claim import leftover, market_size, targets, told_periods
from wollet.claim.ahead import meant, to_come
from wollet.claim.facts import PER_SHARE, Fact, sort_of
from wollet.claim.frames import Frame, Frames
from wollet.claim.states import unnamed
from wollet.claim.told_periods import FROM, MOVED_BY, RAISED, SETTLED, USUAL
from wollet.claim.whose import held, listed_holders, owner
from wollet.mention import unhurried as re
from wollet.model.claim import Direction, Subject
from wollet.model.quantity import Interval, Quantity
from wollet.model.time import Window

SKIPPED = frozenset(("rank", "ordinal"))
LEVELS = frozenset(
    ("unemployment_rate", "employment_rate", "net_interest_margin", "capital_ratio", "bad_loan_ratio", "payout_ratio", "policy_rate", "operating_margin", "margin", "sentiment_index", "stake", "bought_stake", "weight", "distribution", "market_share", "float_ratio", "tariff_rate", "fee",
     "target_price")
)  # fmt: skip
"""Metrics whose percentage is a state and not a move."""
LED_TO = re.compile(
    r"\b(?:(?P<up>ris(?:e|es|en|ing)|rose|climb\w*|jump\w*|increas\w+|tick\w* up|edg\w+ up|surg\w+|accelerat\w+)|(?P<down>fall\w*|fell|dropp?\w*|declin\w+|cut|slash\w*|eas(?:ed|ing)|slow\w*|edg\w+ down|tick\w* down|lower(?:ed|ing)))"
    r"\s(?:(?:rates|rate|sharply|slightly|further|back)\s)?to\s(?:a\s(?:median\s)?|about\s|around\s|just\s)?$"
    r"|\b(?:(?P<up2>add(?:ed|s|ing)|gained|(?:net\s)?(?:increase|gain) of)|(?P<down2>shed|lost|cut|laid off|(?:net\s)?(?:decrease|loss|drop|decline) of))\s(?:about\s|nearly\s|roughly\s|more than\s)?$"
)
"""Which way a figure went that it is now at ("rising to 4.9%"), and people or things that came or went ("shed 92,000 jobs")."""
PROGRAMME = re.compile(r"\b(?:authori[sz]\w+|programs?|programmes?|plans?|will|(?:announc|unveil|launch|approv)\w*|new)\b", re.IGNORECASE)
"""Of what a company may buy back, not of what it has bought."""
KO_PART = re.compile(r"\s?\((?:약\s)?[\d.]+%\)")
"""Behind an amount of a statistic: its part of the whole."""
DIGIT = re.compile(r"\d")
BETWEEN = re.compile(r"\d[^\d]*(?:-|–|~|∼|\bto\b|\band\b)")
OUGHT = re.compile(r"\b(?:should|need(?:s|ed)? to|must|ought to|whether)\b|해야\s?(?:한|하|할)|필요|(?:근접|하락|상승|도달|돌파|부과|인하|인상)\s?시\s")
PART = {
    "ko": re.compile(r"비중|[을를이가]\s?차지|매출\s?(?:가운데|중)\s"),
    "en": re.compile(r"\baccount(?:s|ed|ing) for\b|\bresponsible for\b|(?:percent|%) of (?:\S+ ){0,3}(?:revenue|sales|profits?)\b|\bshare of (?:\S+ ){0,2}(?:revenue|sales)"),
}
CLUB = re.compile(r"\s?(?:클럽|단위)|-plus\b")
KO_OF_SALES = re.compile(r"(?:매출|수익|이익|수수료)(?:액)?(?:에서|의|\s중|\s가운데)[^.\n]{0,40}(?:비중|차지|기여도)|(?:매출|수출|내수|해외|이익|수익|수수료)(?:액)?\s[^.,\n%]{0,12}비중")
"""Before a part of what a company sells or earns: "매출에서 해외가 차지하는 비중은", "수출 비중은 70%"."""
KO_BUYBACK = re.compile(r"\s?(?:규모의?|어치의?|을|를)?\s?(?:자사주[를의]?\s)?(?:추가\s?(?:로\s)?|장내\s?)?(?:매입|취득|소각)")
"""Behind an amount: what a company buys back of its own shares, in one go."""
KO_OF_INCOME = re.compile(r"순이익(?:\([^)\n]{1,12}\))?의\s(?:최소\s|약\s)?$")
"""Before the part of its income that a company hands on."""
KO_TO_ONE = re.compile(r".?\s?(?:대|:)\s?1|1")
KO_PLUS_ONE = re.compile(r"%\s?[-+]\s?$")
"""Before the single share of "50%+1주", which is one figure with the percentage."""
KO_BOUGHT = re.compile(r"(?:을|를)?\s?(?:추가로?\s|전량\s|장내에서\s)?(?:취득|매입|매수|인수|사들)")
"""Behind shares that changed hands."""
KO_DISCLOSURE = re.compile(r"손익\s?구조(?:\s?\(대규모법인)?\s?$")
"""Before the threshold in what a Korean disclosure is called: "매출액 또는 손익구조 30% 이상 변동"."""
DEFINES = re.compile(r"=\s?$"), re.compile(r"\s?=\s?\d")
"""Around the figures of a note that only says what a unit is: "(1bp=0.01%포인트)"."""


class Told(msgspec.Struct, frozen=True):
    """A number of a family, with what its claim says of it."""

    frame: Frame
    fact: Fact
    family: str
    said: dict[str, Any]

    @property
    def score(self) -> int:
        """How surely the metric word owns the number: the nearer the surer."""
        return max(30, 72 - self.fact.cost // 2)


def told(frames: Frames, family: str) -> list[Told]:
    """The numbers whose nearest metric word is of a family, in text order."""
    if frames.measured is None:
        frames.measured = {}
        for t in _measured(frames):
            frames.measured.setdefault(t.family, []).append(t)
    return frames.measured.get(family, [])


def _measured(frames: Frames) -> Iterator[Told]:
    """Every number that measures something outside the price lists, with its period carried along the text."""
    last: tuple[int, Window] | None = None
    issued = False
    stake: tuple[int, Subject] | None = None
    published = frames.article.published.date()
    for frame in frames.numbers:
        sized = market_size.name(frames, frame)
        fact = market_size.fact(frames, frame, frame.fact) if sized is not None else frame.fact or leftover.fact(frames, frame)
        if fact is None or fact.family not in USUAL or frame.quantity is None or frame.kind in SKIPPED:
            continue
        if frames.lang == "ko" and KO_DISCLOSURE.search(frames.text, max(0, frame.start - 24), frame.start):
            continue
        if frames.lang == "ko" and fact.family == "share" and ((frame.unit == "count" and "주" not in frame.quote) or (frame.unit == "shares" and KO_PLUS_ONE.search(frames.text, max(0, frame.start - 3), frame.start))):
            continue
        if frames.lang == "ko" and fact.family == "share" and frame.unit == "shares" and KO_BOUGHT.match(frames.text, frame.end):
            fact = msgspec.structs.replace(fact, family="deal", metric="transaction")
        if fact.metric == "bid_ratio" and KO_TO_ONE.match(frames.text, max(frame.end - 1, 0)) is None:
            fact = msgspec.structs.replace(fact, metric="count")
        if DEFINES[0].search(frames.text, frame.start - 2, frame.start) or DEFINES[1].match(frames.text, frame.end):
            continue
        if CLUB.match(frames.text, frame.end) or (frame.unit == "count" and not DIGIT.search(frame.quote)):
            continue
        if fact.metric in OF_THE_WHOLE and frames.lang == "en" and frame.unit == "USD" and max(frame.quantity.low or 0, frame.quantity.high or 0) < 1000:
            fact = msgspec.structs.replace(fact, metric="eps")
        elif fact.metric in WHOLE and frames.lang == "en" and len(frame.unit) == 3 and max(frame.quantity.low or 0, frame.quantity.high or 0) >= LARGE:
            fact = msgspec.structs.replace(fact, metric=WHOLE[fact.metric])
        if fact.metric == "policy_rate" and frames.lang == "en" and not fact.forecast and PROPOSED.search(frames.text, frame.sentence.start, frame.start):
            fact = Fact("forecast", fact.metric, fact.at, True, fact.cost)
        if fact.metric in AIMS and frames.lang == "en" and frame.unit == "percent" and AIMED.match(frames.text, frame.end) and BANK.search(frames.text, frame.sentence.start, frame.sentence.end):
            fact = Fact("macro", "inflation_target", fact.at, False, fact.cost)
        if fact.metric == "nonfarm_payrolls_change" and frames.lang == "en" and _of_company(frames, frame):
            fact = Fact("other", "people", fact.at, False, fact.cost)
        if frames.lang == "ko" and fact.metric == "share_repurchases":
            if frame.unit == "percent" and frame.movement is None:
                fact = msgspec.structs.replace(fact, family="share", metric="stake")
            elif frame.unit != "percent" and KO_BUYBACK.match(frames.text, frame.end) is not None:
                fact = msgspec.structs.replace(fact, family="deal")
        if frames.lang == "ko" and fact.metric == "net_income" and frame.unit == "percent" and KO_OF_INCOME.search(frames.text, max(frame.sentence.start, frame.start - 20), frame.start):
            fact = msgspec.structs.replace(fact, metric="payout_ratio")
        if frames.lang == "ko" and fact.metric == "issuance":
            issued = True
        elif issued and fact.family in ("deal", "share") and KO_PART.match(frames.text, frame.end):
            fact = msgspec.structs.replace(fact, family="macro", metric="issuance")
        if frames.lang == "ko" and fact.metric in ("weight", "market_share") and frame.unit == "percent" and KO_OF_SALES.search(frames.text, frame.sentence.start, frame.start):
            fact = msgspec.structs.replace(fact, family="fundamentals", metric="revenue")
        moved = targets.moved(frames, frame) if frames.lang == "en" and fact.metric == "target_price" else None
        if moved is not None:
            fact = msgspec.structs.replace(fact, metric="target_price_change")
        window, stated, last = told_periods.window_of(frames, frame, fact, last)
        family = fact.family
        if family in SETTLED and stated and to_come(frames, frame, window, published):
            family = "forecast"
        if fact.metric == "share_repurchases" and frames.lang == "en" and PROGRAMME.search(frames.text, max(frame.sentence.start, frame.start - 50), min(frame.sentence.end, frame.end + 40)):
            family, window = "deal", Window(published, published)
        if family == "fundamentals" and frame.quantity.hedge == "range" and BETWEEN.search(frame.quote):
            family = "forecast"
        if frames.lang == "ko" and family == "fundamentals" and (ahead := meant(frames, frame, fact, window if stated else None)) is not None:
            family, window = "forecast", ahead
        said = frames.claim_fields(frame)
        if fact.metric == "bid_ratio":
            said["quantity"] = msgspec.structs.replace(frame.quantity, unit="ratio")
        if fact.metric == "sentiment_index" and not frame.unit:
            said["quantity"] = msgspec.structs.replace(frame.quantity, unit="points")
        if not frame.unit and (fact.metric in ("nonfarm_payrolls_change", "jobless_claims", "count", "job_openings") or (frames.lang == "en" and fact.metric not in PER_SHARE and "illion" in frame.quote)):
            said["quantity"] = msgspec.structs.replace(frame.quantity, unit="count")
        if frames.lang == "ko" and fact.metric == "target_price" and not frame.unit and (frame.quantity.low or 0) >= 1000:
            said["quantity"] = msgspec.structs.replace(frame.quantity, unit="KRW")
        if fact.metric in PER_SHARE and not frame.unit and frames.lang == "en":
            said["quantity"] = msgspec.structs.replace(frame.quantity, unit="USD/share")
        if frames.lang == "ko" and (plain := _beaten(frames, frame)) is not None:
            said["quantity"] = plain
        if said["certainty"] == "expected" and family in SETTLED:
            said["certainty"] = "asserted"
        if family == "macro" and OUGHT.search(
            frames.text, max(frame.sentence.start, frame.start - 80), min(frame.sentence.end, frame.end + 8)
        ):
            said["certainty"] = "hypothetical"
        if (family == "share" and (of := held(frames, frame)) is not None) or (family == "share" and fact.metric == "stake" and frames.lang == "ko" and (of := listed_holders(frames, frame)) is not None):
            stake = (frame.sentence.index, of)
        said.update(
            metric=fact.metric,
            subject=stake[1] if family == "share" and stake is not None and frame.sentence.index - stake[0] <= 1
            else Subject(kind="topic") if unnamed(frames, frame)
            else targets.aimed_at(frames, frame) if fact.metric in targets.METRICS else owner(frames, frame),
            when=window, tier="stated" if stated else "default", direction=direction(frames, frame, fact) if moved is None else moved,
        )  # fmt: skip
        if frames.lang == "en" and fact.metric in targets.METRICS and not frame.unit and (said["subject"].id or "").startswith("INDEX:"):
            said["quantity"] = msgspec.structs.replace(frame.quantity, unit="points")
        if sized is not None:
            said["subject"] = market_size.subject(sized)
        if family == "fundamentals" and frame.unit == "percent" and _part_of(frames, frame):
            said["metric"], said["direction"] = f"{fact.metric}_share", None
        yield Told(frame, fact, family, said)


LARGE = 100_000
WHOLE = {"eps": "earnings", "loss_per_share": "net_loss", "dividend_per_share": "dividends"}
"""What is told per share, by what it is in all: no company earns so much on one share."""
AIMS = frozenset(("consensus", "inflation", "policy_rate", "cpi_yoy", "pce_yoy"))
AIMED = re.compile(r"\s(?:\w+\s)?(?:inflation\s)?(?:targets?|goals?|objective)\b")
BANK = re.compile(r"\b(?:inflation|prices|Fed|central bank|policymakers|BOE|ECB|BOJ|RBA|Bank of|Federal Reserve)\b")
"""Around the rise in prices that a central bank aims at: "the Fed's 2% target"."""
OF_THE_WHOLE = frozenset(("revenue", "earnings", "net_income", "operating_income"))
"""What no listed company tells in less than a thousand dollars: such a figure is told per share."""
PROPOSED = re.compile(
    r"\b(?:support(?:s|ed|ing)?|favou?r(?:s|ed|ing)?|back(?:s|ed|ing)|call(?:s|ed|ing)?(?= (?:for|of))|advocat\w+|urg(?:es?|ed|ing)|propos\w+|prefer\w*|plans?|expect(?:s|ed|ing|ations?)|likely|bet(?:s|ting)?|pric(?:ed|ing)|forecasts?|sees?|predict\w*|project\w*|wants?|wanted|need(?:s|ed)? to|should|must|ought to|may|might|could|would|will|to (?:raise|cut|hike|lower|lift|slash))\b(?!(?:[^.;]|\.\d)*\bcurrent(?:ly)?\b[^;,]{0,40}$)"
)
"""Words by which a policy rate is one to come."""
ECONOMY = re.compile(r"\b(?:payrolls?|economy|economists|employers|nonfarm|Labor Department|labor market|unemployment|sectors?|industr(?:y|ies)|U\.?S\.?|nation|country)\b")
"""Words that make jobs those of an economy."""


def _of_company(frames: Frames, frame: Frame) -> bool:
    """Whether jobs are those that a company of the sentence cuts or creates."""
    c = frame.instrument
    return (
        c is not None and c.name.ids[0].startswith("X") and c.start >= frame.sentence.start
        and ECONOMY.search(frames.text, frame.sentence.start, frame.sentence.end) is None
    )  # fmt: skip


KO_LED_TO = re.compile(r"(?:\s?수준)?(?:으?로\s|에서\s)")
"""Behind a figure that a forecast was lowered to or from: the figure itself is no fall."""
KO_ARROW = re.compile(r"\s?(?:원|달러)?\s?(?:→|⟶|에서)\s?")
KO_TARGET_TO = re.compile(r"(?:으로|까지|로)(?![^.\n]{0,40}\d[\d,.만]*원(?:으로|까지))[^.\n]{0,40}?(?:(?P<up>상향|올[렸려리]|높[였여이])|(?P<down>하향|내[렸려리]|낮[췄추춰]))"
)
"""Behind the new target of a raise or a cut: "5600원에서 4800원으로 하향했다"."""
KO_TARGET_SET = re.compile(r"(?P<up>상향|올[렸린려리]|높[였인여이])|(?P<down>하향|내[렸린려리]|낮[췄춘추춰])")
KO_TARGET_BY = re.compile(r"\s?(?:(?:를|을)\s)?(?:(?P<up>상향|올[렸린려리]|높[였인여이]|[↑▲])|(?P<down>하향|내[렸린려리]|낮[췄춘추춰]|[↓▼]))")
KO_TARGET_FROM = re.compile(r"\d\s?(?:만|천)?\s?(?:원|달러)에서\s$|(?:올린|높인|상향한|내린|낮춘|하향한)\s$")
"""Before the new target: the old one, or how it was set."""
KO_BEATEN = re.compile(r"(?:웃돌|밑돌|상회|하회|넘[어긴]|못\s?미치|미치지\s?못)[가-힣]*$")
KO_EXPECTED = re.compile(r"(?:예상치|전망치|추정치|기대치|목표치|컨센서스|가이던스)(?:인|였던|\s평균|\s?\()?\s?(?:약\s)?$")


def _led(frames: Frames, frame: Frame) -> Direction | None:
    """Which way a target went that an arrow, or "from", leads to, or by how much of it is told."""
    if frame.unit == "percent":
        m = KO_TARGET_SET.search(frames.text, frame.end, frame.sentence.end)
        return None if m is None else "up" if m["up"] else "down"
    a, b = frames.numbers[frame.index - 1].quantity, frame.quantity
    if a is None or b is None or a.low is None or b.low is None or a.low == b.low or KO_ARROW.fullmatch(frames.text, frames.numbers[frame.index - 1].end, frame.start) is None:
        return None
    return "up" if a.low < b.low else "down"


def _beaten(frames: Frames, frame: Frame) -> Quantity | None:
    """The expected figure itself where the words tell that the reported one beat or missed it, or None."""
    q = frame.quantity
    if q is None or q.hedge not in ("more_than", "less_than", "at_least") or (q.low is None) == (q.high is None):
        return None
    if not KO_BEATEN.search(frame.quote) or not KO_EXPECTED.search(frames.text, max(frame.sentence.start, frame.start - 16), frame.start):
        return None
    x = q.low if q.low is not None else q.high
    assert x is not None
    return msgspec.structs.replace(q, low=x, high=x, hedge=None, interval=Interval(x - q.grain / 2, x + q.grain / 2))


def _part_of(frames: Frames, frame: Frame) -> bool:
    """Whether a percentage is a part of a company's revenue or profit and no growth of it."""
    pattern = PART[frames.lang]
    if frames.lang == "ko":
        return pattern.search(frames.text, max(frame.sentence.start, frame.start - 44), min(frame.sentence.end, frame.end + 16)) is not None
    return pattern.search(frames.text, max(frame.sentence.start, frame.start - 40), min(frame.sentence.end, frame.end + 40)) is not None


def direction(frames: Frames, frame: Frame, fact: Fact) -> Any:
    """Which way a figure moved: only where it is itself a move."""
    sort = sort_of(frame.unit)
    text = frames.text
    if frames.lang == "en" and FROM.search(text, max(frame.clause[0], frame.start - 30), frame.start):
        return None
    led = LED_TO.search(text, max(frame.clause[0], frame.start - 60), frame.start) if frames.lang == "en" else None
    if led is not None and (sort == "percent") is bool(led["up"] or led["down"]):
        return "up" if led["up"] or led["up2"] else "down"
    if frames.lang == "ko" and fact.metric == "target_price":
        m = KO_TARGET_TO.match(text, frame.end, frame.sentence.end) or KO_TARGET_BY.match(text, frame.end, frame.sentence.end)
        if m is None and KO_TARGET_FROM.search(text, max(frame.sentence.start, frame.start - 30), frame.start):
            m = KO_TARGET_SET.search(text, frame.end, frame.sentence.end) or KO_TARGET_SET.search(text, max(frame.sentence.start, frame.start - 30), frame.start)
        if m is None and frame.index > 0 and (way := _led(frames, frame)) is not None:
            return way
        return None if m is None else "up" if m["up"] else "down"
    if sort != "percent" and frame.kind != "ratio":
        if frames.lang == "ko":
            moved = MOVED_BY["ko"].match(text, frame.end, min(len(text), frame.end + 24)) if sort in ("count", "points") else None
        else:
            moved = MOVED_BY["en"].search(text, max(0, frame.start - 20), frame.start)
            if moved and (turn := RAISED.search(text, frame.clause[0], frame.start)) is not None:
                return "up" if turn[1] else "down"
        return frame.direction if moved else None
    if frames.lang == "ko" and frame.direction == "down" and fact.family == "forecast" and KO_LED_TO.match(text, frame.end) is not None:
        return None
    if frame.direction == "flat" or (fact.metric in LEVELS - {"target_price"} and frame.unit == "percent"):
        return None
    return frame.direction
