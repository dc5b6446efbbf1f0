"""Numbers that measure something other than a price, made into claims of the family that owns them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from wollet.claim import periods
from wollet.claim.facts import Fact, sort_of
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.model.claim import Subject
from wollet.model.mention import Name
from wollet.model.time import Window
from wollet.reference import instruments

SKIPPED = frozenset(("rank", "ordinal"))
USUAL: dict[str, periods.Usual] = {
    "fundamentals": "quarter", "macro": "month", "forecast": "this_year", "share": "day", "deal": "day", "other": "day",
}  # fmt: skip
OF_A_DAY = frozenset(("dividend_per_share", "cash_holdings", "debt", "order_backlog", "target_price", "policy_rate"))
STOCKS = frozenset(("cash_holdings", "debt", "order_backlog"))
"""Told as of the end of a period."""
LEVELS = frozenset(
    ("unemployment_rate", "policy_rate", "operating_margin", "margin", "sentiment_index", "stake", "market_share", "float_ratio", "tariff_rate",
     "target_price")
)  # fmt: skip
"""Metrics whose percentage is a state and not a move."""
PRICED = ("INDEX:", "FX:", "RATE:", "COMDTY:", "CRYPTO:", "FUT:")
NAMED = frozenset(("clause", "bracket", "behind", "sentence", "shared"))
PER_SHARE = frozenset(("eps", "loss_per_share", "dividend_per_share"))
SETTLED = frozenset(("fundamentals", "macro"))
"""Families whose figures are out: what is expected beside them is another figure."""
FISCAL = re.compile(r"\bfiscal\b", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|versus|compared (?:with|to)|against)\s(?:just\s|about\s)?$")
MONTH_BEFORE = re.compile(r"(?:직전월|직전\s?달|전월|전달)\s?\(?$")
FULL_YEAR = re.compile(r"full[- ]year|fiscal[- ]year|annual|연간", re.IGNORECASE)
STILL_RUNNING = 45
TOLD_AS_DONE = {
    "ko": re.compile(r"(?:기록했|집계됐|나타났|달성했|발표했|공시했|거뒀|냈)(?:다|고|으며)"),
    "en": re.compile(r"\b(?:reported|posted|came in|earned|recorded)\b"),
}
DIGIT = re.compile(r"\d")
BETWEEN = re.compile(r"\d[^\d]*(?:-|–|~|∼|\bto\b|\band\b)")
OUGHT = re.compile(r"\b(?:should|need(?:s|ed)? to|must|ought to|whether)\b|해야\s?(?:한|하|할)|필요|(?:근접|하락|상승|도달|돌파|부과|인하|인상)\s?시\s")
PART = {
    "ko": re.compile(r"비중|[을를이가]\s?차지|매출\s?(?:가운데|중)\s"),
    "en": re.compile(r"\baccount(?:s|ed|ing) for\b|\bresponsible for\b|(?:percent|%) of (?:\S+ ){0,3}(?:revenue|sales|profits?)\b|\bshare of (?:\S+ ){0,2}(?:revenue|sales)"),
}
RELATIVE = re.compile(r"[을를이가]?\s?(?:넘게\s|이상\s)?[가-힣]{1,6}(?:고\s있는|는|한|된|던)\s")
CLUB = re.compile(r"\s?(?:클럽|단위)|-plus\b")
SO_FAR = re.compile(r"들어|누적|까지|현재|지금|확정|so far|to date|declared|since", re.IGNORECASE)
CARRIED = 12
"""Sentences over which a period once named still holds."""
MOVED_BY = {
    "ko": re.compile(r"\s?(?:포인트)?\s?(?:이상\s|가량\s|정도\s|넘게\s)?(?:올린|올렸|내린|내렸|인상|인하|상향|하향|증가|감소|줄|늘|높|낮)"),
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


def told(frames: Frames, family: str) -> Iterator[Told]:
    """The numbers whose nearest metric word is of a family, in text order."""
    if frames.measured is None:
        frames.measured = list(_measured(frames))
    return (t for t in frames.measured if t.family == family)


def _measured(frames: Frames) -> Iterator[Told]:
    """Every number that measures something outside the price lists, with its period carried along the text."""
    last: tuple[int, Window] | None = None
    stake: tuple[int, Subject] | None = None
    published = frames.article.published.date()
    for frame in frames.numbers:
        fact = frame.fact
        if fact is None or fact.family not in USUAL or frame.quantity is None or frame.kind in SKIPPED:
            continue
        if CLUB.match(frames.text, frame.end) or (frame.unit == "count" and not DIGIT.search(frame.quote)):
            continue
        window, stated, last = _window(frames, frame, fact, last)
        family = fact.family
        if family in SETTLED and stated and _to_come(frames, frame, window, published):
            family = "forecast"
        if family == "fundamentals" and frame.quantity.hedge == "range" and BETWEEN.search(frame.quote):
            family = "forecast"
        said = frames.claim_fields(frame)
        if fact.metric == "sentiment_index" and not frame.unit:
            said["quantity"] = msgspec.structs.replace(frame.quantity, unit="points")
        if fact.metric in PER_SHARE and not frame.unit and frames.lang == "en":
            said["quantity"] = msgspec.structs.replace(frame.quantity, unit="USD/share")
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


def _part_of(frames: Frames, frame: Frame) -> bool:
    """Whether a percentage is a part of a company's revenue or profit and no growth of it."""
    pattern = PART[frames.lang]
    if frames.lang == "ko":
        return pattern.search(frames.text, max(frame.sentence.start, frame.start - 44), min(frame.sentence.end, frame.end + 16)) is not None
    return pattern.search(frames.text, max(frame.sentence.start, frame.start - 40), min(frame.sentence.end, frame.end + 40)) is not None


def _to_come(frames: Frames, frame: Frame, window: Window | None, published: dt.date) -> bool:
    """Whether a figure is of a period that was far from over, so that nobody can have reported it."""
    if TOLD_AS_DONE[frames.lang].search(frames.text, frame.end, frame.sentence.end):
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
    m = periods.named(frames, frame, grains)
    if m is not None and day and fact.family in SETTLED and periods.window_of(frames, m, frame).start > published:
        m = None
    base = periods.is_base(frames, frame)
    if m is not None and FISCAL.search(frames.text, m.start, m.end) and not periods.YEAR.search(frames.text, m.start, m.end):
        window3 = periods.quarter_of(published, 1)
        return window3, True, (frame.sentence.index, window3)
    if m is not None:
        window = periods.window_of(frames, m, frame, as_of=fact.family == "share" or fact.metric in OF_A_DAY, whole=fact.metric in STOCKS)
        if MONTH_BEFORE.search(frames.text, max(0, frame.start - 10), frame.start):
            return periods.month_of(window.start, 1), True, last
        if base and m.end <= frame.start:
            return periods.year_before(window), True, last
        kept = last if day or window.start > published or FROM.search(frames.text, max(0, frame.start - 20), frame.start) else (frame.sentence.index, window)
        return window, True, kept
    if fact.family == "forecast" and FULL_YEAR.search(frames.text, max(frame.sentence.start, frame.start - 120), frame.start):
        return periods.year_of(published), False, last
    if fact.family == "forecast" and last is not None and not (
        frame.sentence.index - last[0] <= 1 and fact.metric in REPORTED_ITEMS and _beside_results(frames, frame)
    ):
        last = None if frame.sentence.index - last[0] > 2 else last
    if not day and last is not None and frame.sentence.index - last[0] <= CARRIED:
        return (periods.year_before(last[1]) if base else last[1]), False, last
    window2 = periods.usual("day" if day else usual(frames, frame, fact), published)
    if fact.metric in STOCKS:
        window2 = Window(end := periods.quarter_of(published, 1).end, end)
    if base and window2 is not None:
        window2 = periods.year_before(window2)
    return window2, False, last


def usual(frames: Frames, frame: Frame, fact: Fact) -> periods.Usual:
    """The period of a figure that no word dates: what was expected of results is of the quarter they report."""
    if fact.family == "forecast" and fact.metric in REPORTED_ITEMS and _beside_results(frames, frame):
        return "quarter"
    if fact.family == "forecast" and fact.metric == "consensus":
        return "quarter"
    return USUAL[fact.family]


REPORTED_ITEMS = frozenset(("revenue", "eps", "loss_per_share", "operating_income", "net_income", "earnings", "net_loss", "gross_profit"))
CONSENSUS = re.compile(
    r"consensus|predicted|forecasts? for|topping|beating|missing|analysts?\b|Street|estimates?|expectations|polled|surveyed|컨센서스|예상치|전망치|추정치|시장\s?예상", re.IGNORECASE
)


def _beside_results(frames: Frames, frame: Frame) -> bool:
    """Whether the expectation is that of analysts for results that are out."""
    return CONSENSUS.search(frames.text, frame.sentence.start, frame.sentence.end) is not None


def direction(frames: Frames, frame: Frame, fact: Fact) -> Any:
    """Which way a figure moved: only where it is itself a move."""
    sort = sort_of(frame.unit)
    text = frames.text
    if sort != "percent" and frame.kind != "ratio":
        if frames.lang == "ko":
            moved = MOVED_BY["ko"].match(text, frame.end, min(len(text), frame.end + 24)) if sort == "count" else None
        else:
            moved = MOVED_BY["en"].search(text, max(0, frame.start - 20), frame.start)
            if moved and (turn := RAISED.search(text, frame.clause[0], frame.start)) is not None:
                return "up" if turn[1] else "down"
        return frame.direction if moved else None
    if frame.direction == "flat" or (fact.metric in LEVELS - {"target_price"} and frame.unit == "percent"):
        return None
    return frame.direction


ANALYST = re.compile(r"연구원|애널리스트|이코노미스트|연구위원|목표\s?(?:주)?가|투자의견|\banalysts?\b")
SPEAKER = re.compile(r"(?:\([^)]*\))?(?:'s|’s)?\s?(?:리서치(?:센터)?\s?)?(?:연구원|애널리스트|이코노미스트|연구위원|센터장|analysts?|strategists?|economists?)")
HOUSE = re.compile(r"(?:증권|자산운용|투자)$")
TARGET_ON = re.compile(r"\btargets?\s(?:price\s)?(?:on|for)\s(?:the\s|shares of\s)?$|목표\s?주가")
RAISED = re.compile(r"\b(raised|lifted|hiked|boosted|increased|upped)\b|\b(cut|lowered|trimmed|slashed|reduced|decreased)\b")


def aimed_at(frames: Frames, frame: Frame) -> Subject:
    """The company that a target price is set for: named behind "target on", else not the house that sets it."""
    text = frames.text
    for c in frame.subjects:
        if c.start >= frame.sentence.start and TARGET_ON.search(text, max(0, c.start - 40), c.start):
            return subject_of(c)
    house = RAISED.search(text, frame.sentence.start, frame.start)
    if house is not None and frames.lang == "en":
        for c in frame.subjects:
            if not (frame.sentence.start <= c.start < house.start()) and c.name.ids and not c.name.ids[0].startswith(PRICED):
                return subject_of(c)
        for c in frames.names.carried(frame.sentence):
            return subject_of(c)
    return owner(frames, frame)


HELD = {
    "ko": re.compile(r"(?:\([^)]*\))?(?:의)?\s?(?:주식|지분)"),
    "en": re.compile(r"(?:'s|’s)?\s(?:stake|shares|stock)\b"),
}
STAKE_IN = re.compile(r"\b(?:stake|holding|shares|interest)\sin\s(?:the\s)?$")


def held(frames: Frames, frame: Frame) -> Subject | None:
    """The company that a stake is held of: named right before "지분" or "stake", or behind "stake in"."""
    found: Subject | None = None
    for x in frames.names.within(frame.sentence):
        if not isinstance(x.value, Name) or not x.value.ids:
            continue
        behind = HELD[frames.lang].match(frames.text, x.end)
        if (behind and x.end <= frame.start) or STAKE_IN.search(frames.text, max(0, x.start - 24), x.start):
            found = Subject(kind=x.kind, id=x.value.ids[0], symbol=x.value.symbol, name=x.value.name)
    return found


def owner(frames: Frames, frame: Frame) -> Subject:
    """Whose figure it is: the likeliest company or organisation, no index, pair or person."""
    text = frames.text
    if (head := _headed(frames, frame)) is not None:
        return head
    spoken = ANALYST.search(text, frame.sentence.start, frame.sentence.end) is not None
    reported = frame.fact is not None and frame.fact.family in ("fundamentals", "forecast") and frame.fact.metric != "price"
    pool = [*frame.subjects, *(frames.names.carried(frame.sentence) if spoken else ())]
    for c in pool:
        if c.kind == "person" or SPEAKER.match(text, c.end) or (spoken and HOUSE.search(text, c.start, c.end)):
            continue
        if not c.name.ids or not (c.name.ids[0].startswith(PRICED) or _fund(c.name.ids[0])):
            if c.how == "carried" and reported:
                return _main(frames) or subject_of(c)
            return subject_of(c)
    if reported and (main := _main(frames)) is not None:
        return main
    first = frame.subject
    return subject_of(first if first is not None and first.how in NAMED else None)


def _headed(frames: Frames, frame: Frame) -> Subject | None:
    """The name that a Korean relative clause around the figure leads up to: "80%를 장악하고 있는 B"."""
    if frames.lang != "ko" or (m := RELATIVE.match(frames.text, frame.end)) is None:
        return None
    for x in frames.names.within(frame.sentence):
        if x.start == m.end() and isinstance(x.value, Name) and x.value.ids and not x.value.ids[0].startswith(PRICED):
            return Subject(kind=x.kind, id=x.value.ids[0], symbol=x.value.symbol, name=x.value.name)
    return None


def _main(frames: Frames) -> Subject | None:
    """The company that the text is about, as a subject."""
    m = frames.main_company
    if m is None or not isinstance(m.value, Name):
        return None
    return Subject(kind=m.kind, id=m.value.ids[0], symbol=m.value.symbol, name=m.value.name)


@lru_cache(maxsize=4096)
def _fund(id: str) -> bool:
    """Whether an id is a fund's, which reports no business of its own."""
    known = instruments.get(id)
    return known is not None and known.kind == "fund"
