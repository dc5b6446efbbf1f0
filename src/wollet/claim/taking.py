"""Numbers that measure something other than a price, made into claims of the family that owns them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import msgspec

from wollet.claim import periods
from wollet.claim.facts import Fact, sort_of
from wollet.claim.frames import Frame, Frames
from wollet.claim.whose import RAISED, aimed_at, held, owner
from wollet.mention import unhurried as re
from wollet.model.claim import Subject
from wollet.model.mention import Mention
from wollet.model.quantity import Interval, Quantity
from wollet.model.time import When, Window

SKIPPED = frozenset(("rank", "ordinal"))
USUAL: dict[str, periods.Usual] = {
    "fundamentals": "quarter", "macro": "month", "forecast": "this_year", "share": "day", "deal": "day", "other": "day",
}  # fmt: skip
ISSUED = frozenset(("day",))
"""A target price is dated by the day it is set, whatever quarter its reasons are of."""
OF_A_DAY = frozenset(("dividend_per_share", "cash_holdings", "debt", "order_backlog", "target_price", "policy_rate"))
STOCKS = frozenset(("cash_holdings", "debt", "order_backlog", "equity", "net_assets", "client_assets", "users"))
"""Told as of the end of a period."""
COUNTED = frozenset(("client_assets", "users"))
"""Of these, what an English text seldom tells of another time than its period's end."""
LEVELS = frozenset(
    ("unemployment_rate", "net_interest_margin", "capital_ratio", "bad_loan_ratio", "payout_ratio", "policy_rate", "operating_margin", "margin", "sentiment_index", "stake", "market_share", "float_ratio", "tariff_rate", "fee",
     "target_price")
)  # fmt: skip
"""Metrics whose percentage is a state and not a move."""
PER_SHARE = frozenset(("eps", "loss_per_share", "dividend_per_share"))
SETTLED = frozenset(("fundamentals", "macro"))
"""Families whose figures are out: what is expected beside them is another figure."""
FISCAL = re.compile(r"\bfiscal\b", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|versus|compared (?:with|to)|against)\s(?:just\s|about\s)?$")
MONTH_BEFORE = re.compile(r"(?:직전월|직전\s?달|전월|전달)\s?\(?$")
FULL_YEAR = re.compile(r"full[- ]year|fiscal[- ]year|annual|연간", re.IGNORECASE)
STILL_RUNNING = 45
LED_TO = re.compile(
    r"\b(?:(?P<up>ris(?:e|es|en|ing)|rose|climb\w*|jump\w*|increas\w+|tick\w* up|edg\w+ up|surg\w+|accelerat\w+)|(?P<down>fall\w*|fell|dropp?\w*|declin\w+|cut|slash\w*|eas(?:ed|ing)|slow\w*|edg\w+ down|tick\w* down|lower(?:ed|ing)))"
    r"\s(?:(?:rates|rate|sharply|slightly|further|back)\s)?to\s(?:a\s(?:median\s)?|about\s|around\s|just\s)?$"
    r"|\b(?:(?P<up2>add(?:ed|s|ing)|gained|(?:net\s)?(?:increase|gain) of)|(?P<down2>shed|lost|cut|laid off|(?:net\s)?(?:decrease|loss|drop|decline) of))\s(?:about\s|nearly\s|roughly\s|more than\s)?$"
)
"""Which way a figure went that it is now at ("rising to 4.9%"), and people or things that came or went ("shed 92,000 jobs")."""
PROGRAMME = re.compile(r"\b(?:authori[sz]\w+|programs?|programmes?|plans?)\b", re.IGNORECASE)
"""Of what a company may buy back, not of what it has bought."""
TOLD_AS_DONE = {
    "ko": re.compile(r"(?:기록했|집계됐|나타났|달성했|발표했|공시했|거뒀|냈)(?:다|고|으며)"),
    "en": re.compile(r"\b(?:reported|posted|came in|earned|recorded|beat|missed|topped|exceeded|was (?:flat|up|down))\b"),
}
KO_MOVED = re.compile(r"[^.\n”\"]{0,30}?(?:(?:감소|증가|축소|확대|성장|급증|급감)했|늘었|줄었|늘어났|줄어들었)(?:다|고|으며)")
"""Shortly behind a figure: it is told as what came about."""
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
SO_FAR = re.compile(r"들어|누적|까지|현재|지금|확정|so far|to date|declared|since", re.IGNORECASE)
CARRIED = 12
"""Sentences over which a period once named still holds."""
MOVED_BY = {
    "ko": re.compile(r"\s?(?:포인트)?\s?(?:이상\s|가량\s|정도\s|넘게\s)?(?:올린|올렸|내린|내렸|인상|인하|상향|하향|증가|감소|상승|하락|오른|올[랐라]|떨어|줄|늘|높|낮)"),
    "en": re.compile(r"\bby\s(?:about\s|nearly\s|more than\s|at least\s)?$"),
}
"""Beside an amount: it is the amount of a move and not where it led."""


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
        fact = frame.fact
        if fact is None or fact.family not in USUAL or frame.quantity is None or frame.kind in SKIPPED:
            continue
        if CLUB.match(frames.text, frame.end) or (frame.unit == "count" and not DIGIT.search(frame.quote)):
            continue
        if frames.lang == "ko" and fact.metric == "issuance":
            issued = True
        elif issued and fact.family in ("deal", "share") and KO_PART.match(frames.text, frame.end):
            fact = msgspec.structs.replace(fact, family="macro", metric="issuance")
        window, stated, last = _window(frames, frame, fact, last)
        family = fact.family
        if family in SETTLED and stated and _to_come(frames, frame, window, published):
            family = "forecast"
        if fact.metric == "share_repurchases" and frames.lang == "en" and PROGRAMME.search(frames.text, max(frame.sentence.start, frame.start - 50), min(frame.sentence.end, frame.end + 40)):
            family, window = "deal", Window(published, published)
        if family == "fundamentals" and frame.quantity.hedge == "range" and BETWEEN.search(frame.quote):
            family = "forecast"
        said = frames.claim_fields(frame)
        if fact.metric == "sentiment_index" and not frame.unit:
            said["quantity"] = msgspec.structs.replace(frame.quantity, unit="points")
        if fact.metric in ("nonfarm_payrolls_change", "jobless_claims") and not frame.unit:
            said["quantity"] = msgspec.structs.replace(frame.quantity, unit="count")
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
        if family == "share" and (of := held(frames, frame)) is not None:
            stake = (frame.sentence.index, of)
        said.update(
            metric=fact.metric,
            subject=stake[1] if family == "share" and stake is not None and frame.sentence.index - stake[0] <= 1
            else aimed_at(frames, frame) if fact.metric == "target_price" else owner(frames, frame),
            when=window, tier="stated" if stated else "default", direction=direction(frames, frame, fact),
        )  # fmt: skip
        if family == "fundamentals" and frame.unit == "percent" and _part_of(frames, frame):
            said["metric"], said["direction"] = f"{fact.metric}_share", None
        yield Told(frame, fact, family, said)


KO_TARGET_TO = re.compile(r"(?:으로|까지|로)(?![^.\n]{0,40}\d[\d,.만]*원(?:으로|까지))[^.\n]{0,40}?(?:(?P<up>상향|올[렸려리]|높[였여이])|(?P<down>하향|내[렸려리]|낮[췄추춰]))"
)
"""Behind the new target of a raise or a cut: "5600원에서 4800원으로 하향했다"."""
KO_TARGET_SET = re.compile(r"(?P<up>상향|올[렸린려리]|높[였인여이])|(?P<down>하향|내[렸린려리]|낮[췄춘추춰])")
KO_TARGET_BY = re.compile(r"\s?(?:(?:를|을)\s)?(?:(?P<up>상향|올[렸린려리]|높[였인여이])|(?P<down>하향|내[렸린려리]|낮[췄춘추춰]))")
KO_TARGET_FROM = re.compile(r"\d\s?(?:만|천)?\s?(?:원|달러)에서\s$|(?:올린|높인|상향한|내린|낮춘|하향한)\s$")
"""Before the new target: the old one, or how it was set."""
KO_BEATEN = re.compile(r"(?:웃돌|밑돌|상회|하회|넘[어긴]|못\s?미치|미치지\s?못)[가-힣]*$")
KO_EXPECTED = re.compile(r"(?:예상치|전망치|추정치|기대치|목표치|컨센서스|가이던스)(?:인|였던|\s평균|\s?\()?\s?(?:약\s)?$")


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


def _to_come(frames: Frames, frame: Frame, window: Window | None, published: dt.date) -> bool:
    """Whether a figure is of a period that was far from over, so that nobody can have reported it."""
    if TOLD_AS_DONE[frames.lang].search(frames.text, frame.end, frame.sentence.end) or (frames.lang == "ko" and KO_MOVED.match(frames.text, frame.end)):
        return False
    if window is None or (window.end - published).days < STILL_RUNNING or (window.end - window.start).days < 80:
        return False
    return SO_FAR.search(frames.text, max(frame.sentence.start, frame.start - 60), min(frame.sentence.end, frame.end + 30)) is None


def _window(
    frames: Frames, frame: Frame, fact: Fact, last: tuple[int, Window] | None
) -> tuple[Window | None, bool, tuple[int, Window] | None]:
    """The figure's period, whether the words name it, and what is remembered for the figures to come."""
    published = frames.article.published.date()
    day = fact.metric in OF_A_DAY or fact.family in ("share", "deal", "other")
    grains = periods.DAYS if day else periods.MONTHS if fact.family in ("macro", "forecast") else periods.LONG
    if fact.metric == "target_price":
        grains = ISSUED
    elif fact.metric == "jobless_claims":
        grains = periods.DAYS
    elif fact.family == "fundamentals" and frames.lang == "ko" and not day and periods.monthly(frames, frame):
        grains = periods.MONTHS
    if fact.family in ("fundamentals", "forecast") and frames.lang == "en" and (ran := periods.trailing(frames, frame)) is not None:
        return ran, True, last
    m = periods.named(frames, frame, grains)
    if frames.lang == "ko" and fact.family in SETTLED and (own := periods.ko_spans(frames, frame, fact.family)) is not None:
        return own, True, last
    if frames.lang == "ko" and fact.family == "share" and m is None and (listed := periods.on_listing(frames, frame)) is not None:
        return listed, True, last
    if m is not None and day and fact.family in SETTLED and periods.window_of(frames, m, frame).start > published:
        m = None
    base = periods.is_base(frames, frame)
    if m is not None and FISCAL.search(frames.text, m.start, m.end) and not periods.YEAR.search(frames.text, m.start, m.end):
        window3 = periods.quarter_of(published, 1)
        return window3, True, (frame.sentence.index, window3)
    if m is None and fact.family == "fundamentals" and frames.lang == "en" and periods.THIS_QUARTER.search(frames.text, frame.clause[0], frame.start):
        window5 = periods.quarter_of(published, 1)
        return window5, True, (frame.sentence.index, window5)
    if m is not None and frames.lang == "ko" and fact.family in ("fundamentals", "forecast") and (fiscal := _fiscal(frames, frame, fact, m)) is not None:
        return fiscal, True, (frame.sentence.index, fiscal)
    if m is not None and fact.family == "fundamentals" and frames.lang == "en" and periods.THIS_QUARTER.fullmatch(frames.text, m.start, m.end):
        window4 = periods.quarter_of(published, 1)
        return window4, True, (frame.sentence.index, window4)
    if m is not None:
        window = periods.window_of(frames, m, frame, as_of=fact.family == "share" or fact.metric in OF_A_DAY, whole=_stands(frames, frame, fact) or (fact.metric == "stake" and frames.lang == "ko"))
        if MONTH_BEFORE.search(frames.text, max(0, frame.start - 10), frame.start):
            return (window if m.end > frame.start - 10 and MONTH_BEFORE.match(frames.text, m.start, frame.start) else periods.month_of(window.start, 1)), True, last
        if base and m.end <= frame.start:
            return periods.year_before(window), True, last
        kept = last if day or (isinstance(m.value, When) and (m.value.deixis == "stretch" or m.value.relation == "before")) or (window.end - published).days > STILL_RUNNING or (frames.lang == "ko" and (KO_BESIDE.match(frames.text, frame.end) or KO_SINCE_IT.search(frames.text, frame.start, min(frame.sentence.end, frame.end + 16)))) or FROM.search(frames.text, max(0, frame.start - 20), frame.start) or periods.BASE_OF.search(frames.text, max(0, frame.start - 40), frame.start) else (frame.sentence.index, window)
        return window, True, kept
    if day and frames.lang == "ko" and (then := _then(frames, frame)) is not None:
        return then, True, last
    if fact.family == "forecast" and fact.metric not in MONTHLY and FULL_YEAR.search(frames.text, max(frame.sentence.start, frame.start - 120), frame.start):
        return periods.year_of(published), False, last
    if fact.family == "forecast" and frames.lang == "en" and last is not None and last[0] == frame.sentence.index and FROM.search(frames.text, max(0, frame.start - 20), frame.start):
        return last[1], False, last
    if fact.family == "forecast" and last is not None and not (
        frame.sentence.index - last[0] <= 1 and fact.metric in REPORTED_ITEMS and _beside_results(frames, frame)
    ):
        last = None if frame.sentence.index - last[0] > 2 else last
    if fact.metric in MONTHLY and last is not None and (last[1].end - last[1].start).days > 31:
        last = None
    if not day and last is not None and frame.sentence.index - last[0] <= CARRIED:
        carried = periods.year_before(last[1]) if base else last[1]
        return (Window(carried.end, carried.end) if _stands(frames, frame, fact) and (frames.lang == "ko" or fact.metric in COUNTED) else carried), False, last
    window2 = periods.week_before(published) if fact.metric == "jobless_claims" else periods.usual("day" if day else usual(frames, frame, fact), published)
    if _stands(frames, frame, fact):
        window2 = Window(end := periods.quarter_of(published, 1).end, end)
    if base and window2 is not None:
        window2 = periods.year_before(window2)
    return window2, False, last


def _stands(frames: Frames, frame: Frame, fact: Fact) -> bool:
    """Whether a figure is told as of the end of a period; the growth of one, or by how much it grew, is of the period."""
    if fact.metric not in STOCKS:
        return False
    return frames.lang == "ko" or not (frame.unit == "percent" or MOVED_BY["en"].search(frames.text, max(0, frame.start - 20), frame.start))


KO_BESIDE = re.compile(r"\)?\s?(?:보다|대비|에\s?비해|에서\s)")
"""Behind a figure that the text's own is only set against: its period is not that of those that follow."""
KO_SINCE_IT = re.compile(r"(?:[은ㄴ선한간난운]|[가-힣]던)\s(?:지|이후|뒤|후)\s")
"""Behind a figure that a time is counted from: "2023년 11조원을 넘어선 지 1년 만에"."""
KO_THEN = re.compile(r"\s?(?:당시|그때|이때)\s")
KO_FISCAL = re.compile(r"회계\s?연도|회기")


def _then(frames: Frames, frame: Frame) -> Window | None:
    """The time that the sentence before names, where a sentence begins with "당시"."""
    s = frame.sentence
    if not s.index or KO_THEN.match(frames.text, s.start) is None:
        return None
    dates = frames.dates_in(frames.sentences[s.index - 1])
    named = next((d for d in reversed(dates) if isinstance(d.value, When) and d.value.start is not None), None)
    return periods.window_of(frames, named, frame) if named is not None else None


def _fiscal(frames: Frames, frame: Frame, fact: Fact, m: Mention) -> Window | None:
    """The calendar quarter of a Korean text's fiscal quarter: reported, the last one over; foretold, the one under way.

    A quarter without its year that is told as done though the calendar's own is not over is a fiscal one as well.
    """
    when, published = m.value, frames.article.published.date()
    if not isinstance(when, When) or when.grain != "quarter" or when.end is None:
        return None
    named = KO_FISCAL.search(frames.text, m.start, min(len(frames.text), m.end + 8)) is not None
    done = TOLD_AS_DONE["ko"].search(frames.text, frame.end, frame.sentence.end) is not None
    if not (named or (done and fact.family == "fundamentals" and when.end > published and not periods.YEAR.search(frames.text, m.start, m.end))):
        return None
    return periods.quarter_of(published, 1 if fact.family == "fundamentals" or done else 0)


def usual(frames: Frames, frame: Frame, fact: Fact) -> periods.Usual:
    """The period of a figure that no word dates: what was expected of results is of the quarter they report."""
    if fact.family == "forecast" and fact.metric in REPORTED_ITEMS and _beside_results(frames, frame):
        return "quarter"
    if fact.family == "forecast" and fact.metric == "consensus":
        return "quarter"
    if fact.family == "forecast" and fact.metric in MONTHLY and SET_AGAINST.search(frames.text, frame.sentence.start, frame.sentence.end):
        return "month"
    return USUAL[fact.family]


MONTHLY = frozenset(("cpi_yoy", "ppi_yoy", "pce_yoy", "inflation", "unemployment_rate", "nonfarm_payrolls_change", "retail_sales_mom", "activity"))
"""Statistics that come out for a month."""
SET_AGAINST = re.compile(r"\b(?:consensus|economists|polled|surveyed|forecasts? (?:of|for an?)|\d% forecast|estimates?|expectations)\b", re.IGNORECASE)
"""What a month's print is set against."""
REPORTED_ITEMS = frozenset(("revenue", "eps", "loss_per_share", "operating_income", "net_income", "earnings", "net_loss", "gross_profit"))
CONSENSUS = re.compile(
    r"consensus|predicted|forecasts? for|topping|beating|missing|analysts?\b|Street|estimates?|expectations|polled|surveyed|컨센서스|예상치|전망치|추정치|시장\s?예상|시장(?:에서|이)?\s?(?:예상|전망|기대)(?:했던|한)", re.IGNORECASE
)


def _beside_results(frames: Frames, frame: Frame) -> bool:
    """Whether the expectation is that of analysts for results that are out."""
    return CONSENSUS.search(frames.text, frame.sentence.start, frame.sentence.end) is not None


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
        return None if m is None else "up" if m["up"] else "down"
    if sort != "percent" and frame.kind != "ratio":
        if frames.lang == "ko":
            moved = MOVED_BY["ko"].match(text, frame.end, min(len(text), frame.end + 24)) if sort in ("count", "points") else None
        else:
            moved = MOVED_BY["en"].search(text, max(0, frame.start - 20), frame.start)
            if moved and (turn := RAISED.search(text, frame.clause[0], frame.start)) is not None:
                return "up" if turn[1] else "down"
        return frame.direction if moved else None
    if frame.direction == "flat" or (fact.metric in LEVELS - {"target_price"} and frame.unit == "percent"):
        return None
    return frame.direction
