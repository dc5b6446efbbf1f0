"""What English texts tell of bond sales: how much is sold and bid for, what it yields over a benchmark, its coupon, its rating.

Sizes and orders are sums of a transaction; a spread is a price, told in points over a benchmark; a coupon and the steps
of a rating are facts of the debt.  Nothing public answers them in bulk, so they are read and kept open.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal

import msgspec

from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.time_words import DAYS
from wollet.claim.whose import main_company, owner
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Subject
from wollet.model.mention import Name
from wollet.model.quantity import Interval, Quantity
from wollet.model.time import Window

_DEBT = r"(?:bonds?|notes?|debt|debentures?|securities|paper|bills|gilts|bunds|sukuk|borrowings?|loans?|Treasur(?:ies|ys|y)(?:\s(?:notes|bonds|bills|debt))?)"
_KIND = r"(?:[\w./%’'-]+\s){0,6}?"
TALKED = Anchored(r"\b(?:[Bb]onds?|[Nn]otes|[Tt]reasur(?:y|ies|ys)|[Dd]ebt|[Ss]preads?|[Cc]oupon|[Jj]unk|[Hh]igh[- ]yield|[Ii]nvestment[- ]grade|[Ss]peculative[- ]grade|[Mm]oody[’']s|Fitch|S&P Global Ratings|[Oo]rder ?books?|[Aa]uction)\b")
"""Without one of these a text tells of no bonds."""
OVER = re.compile(
    r"\s(?:above|over|more than|higher than|below|under)\s(?:the\s)?(?:yields?\s(?:on|of)\s)?(?:comparable\s|similar[- ]maturity\s|similar\s|equivalent\s|benchmark\s|corresponding\s|[\w-]+-year\s|US\s|U\.S\.\s|German\s|government\s|midswaps?\s|mid-)*"
    r"(?:Treasur(?:ies|ys|y)|government (?:bonds?|debt)|[Bb]unds?|[Gg]ilts?|swaps?|midswaps|benchmark|sovereign|Libor|SOFR|Euribor|Sonia|federal funds|prime)\b"
)
"""Behind points: the benchmark that a yield is told over."""
SPREAD = Anchored(r"\b(?:spreads?|gap between (?:the|them|two|those|US|U\.S\.)|yield gap|inversion|risk premiums?|(?:initial\s)?(?:price\s)?(?:talk|guidance)|whispers?|(?:extra\s)?yield\spremiums?|extra yield)\b(?:[^.;]|\.(?=\w|\s[a-z])){0,100}$", re.IGNORECASE)
TALK = Anchored(r"\b(?:talk|guidance|whispers)\s(?:of|at|was|in the range of|around|for)\s(?:about\s|around\s)?$")
"""Before points that a yield was first meant to be over its benchmark."""
PREMIUM = re.compile(r"\s(?:of\s)?(?:extra\s(?:yield|spread)|concession|premium|spread)\b", re.IGNORECASE)
OVER_YIELDS = re.compile(r"\b(?:premium|concession|spread) of\s(?:about\s|around\s|just\s|roughly\s)?(?:[\d.]+\sto\s)?$")
BY = Anchored(r"\b(?:narrow|widen|tighten|compress|balloon|shr[aiu]nk|blew out|gapp|mov|eas|fell|rose|fall|rise|climb|drop|jump|grew|tight|wid)\w*\s(?:out\s|in\s)?(?:by\s)?(?:about\s|around\s|nearly\s|some\s|roughly\s|another\s|as much as\s)?$", re.IGNORECASE)
"""Before the points by which a spread moved."""
WIDER = Anchored(r"\b(?:widen|balloon|blew|gapp|rose|rise|climb|jump|grew|wid)\w*", re.IGNORECASE)
SOLD = Anchored(
    r"\b(?:sell|sells|selling|sold|pric(?:e|es|ed|ing)|issu(?:e|es|ed|ing|ance)|rais(?:e|es|ed|ing)|market(?:ing|ed)|float(?:ed|ing|s)?|plac(?:e|ed|ing)|borrow(?:ed|ing|s)?|auction(?:ed|ing|s)?|offer(?:ed|ing|s)?|launch(?:ed|ing)?|plans?|planning|sale|deal|offering|tap(?:ped|ping)?|refinanc\w+)\b",
    re.IGNORECASE,
)
OF_DEBT = re.compile(rf"[\s-](?:worth\s)?(?:of|in)\s{_KIND}{_DEBT}\b|[\s-](?:[\w-]+\s){{0,4}}?(?:bond|note|debt|Treasury|junk[- ]bond|high[- ]yield|investment[- ]grade|loan)[\s-](?:[\w-]+\s)?(?:sale|offering|deal|issue|auction|issuance|tranche|portion)\b|\s(?:[\w-]+\s){{0,2}}(?:tranche|portion|piece)\b|\s(?:[\w-]+\s){{0,2}}(?:[Aa]uction|refunding)\b")
"""Behind a sum: the debt that it is of."""
OUTSTANDING = re.compile(rf"[\s-](?:of|in)\s{_KIND}{_DEBT}\s(?:outstanding|due\s(?:\w+\s)?(?:\d{{4}})?[^.;]{{0,20}}\b(?:traded|fell|rose|dropped|slumped|were|yield\w*))")
MATURING = re.compile(rf"\s(?:[\w-]+\s){{0,3}}?{_DEBT}\s(?:due|maturing)\b")
MATURING_SUM = re.compile(rf"[\s-](?:of|in)\s{_KIND}{_DEBT}\s(?:due|maturing|outstanding|that mature)\b")
ORDERS = re.compile(r"\s(?:(?:of|in|worth of)\s)?(?:(?:investor|peak|final|total|combined)\s)?(?:orders?|bids?|demand|order\s?books?)\b")
ORDERED = Anchored(r"\b(?:(?:[Oo]rders?|[Bb]ids?)(?:\s(?:for|on)\s[^.;]{0,50}?)?|[Oo]rder\s?books?(?:\s(?:for|on)\s[^.;]{0,50}?)?|[Dd]emand(?:\sfor\s[^.;]{0,50}?)?)\s(?:of|reached|topped|peaked at|totaled|totalled|exceeded|swelled to|grew to|surpassed|hit|worth|came to|stood at|were|was)\s(?:about\s|around\s|nearly\s|more than\s|some\s|as much as\s|over\s)?$")
PAYING = re.compile(r"\bpay(?:s|ing)?\s(?:about\s)?$")
ON_DEBT = re.compile(rf"\son\s[^.;]{{0,60}}?{_DEBT}\b")
YIELDING = re.compile(r"\b(?:to yield|yielding|(?:high|stop-out|median|average|reoffer|new-issue)\syield\s(?:of|was|at)|auction[^.;]{0,40}\s(?:drew|fetched))\s(?:about\s|around\s)?$")
"""Before what buyers of new debt get."""
PAR = re.compile(r"\s(?:on the dollar|on the euro)\b")
COUPON = re.compile(rf"\s(?:coupons?\b|(?:[\w-]+\s){{0,3}}?{_DEBT}\b(?!\syields?)|senior\b|subordinated\b|convertible\b|perpetual\b)")
COUPON_OF = re.compile(r"\b(?:coupons?|interest rate)\s(?:rate\s)?(?:of|at|is|was|set at|fixed at|will be)\s(?:about\s|around\s)?$|\b(?:carr(?:y|ies|ying|ied)|bear(?:s|ing)?|pay(?:s|ing)?)\s(?:interest\s(?:at|of)\s|an?\s(?:annual\s)?(?:fixed\s)?(?:coupon|rate|interest rate)\sof\s|an?\s)$")
STEPS = re.compile(r"\s(?:(?:above|below|into|inside|from|short of|deeper into|shy of)\s(?:[\w-]+\s){0,2}(?:junk|(?:investment|speculative|high[- ]yield)[\s-]grade|investment|speculative|default|(?:its\s)?(?:top|highest|lowest)|non-investment|prime)|lower|higher|to\s[A-D][A-Da-d]{0,2}[+-]?\d?\b|above\s(?:that|its)|below\s(?:that|its)|down|up)")
NUMBER = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
STEP = Anchored(rf"\b(?P<n>{'|'.join(NUMBER)}|\d{{1,2}})[\s-](?:steps?|notch(?:es)?|levels?|rungs?)\b", re.IGNORECASE)
DUE = re.compile(rf"\b{_DEBT}\s(?:due|maturing)\b")
DUE_IN = re.compile(r"\b(?:due|matur(?:e|es|ing))\s(?:in\s|on\s)?$")
MOVED = Anchored(r"\b(?:rose|fell|gained|lost|added|dropped|climbed|slid|jumped|sank|slipped|up|down)\s(?:about\s|nearly\s|as much as\s)?$")
RATED = re.compile(r"\b(?:rat(?:ed|es|ing|ings)|Moody[’']s|Fitch|S&P|DBRS|junk|investment[- ]grade|speculative|downgrad\w+|upgrad\w+|cut|raised|lowered)\b")
COVER = re.compile(r"\b(?:bid[- ]to[- ]cover(?:\sratio)?|(?:over)?subscri(?:bed|ption)|cover(?:ed|age)?)\b", re.IGNORECASE)
AHEAD = Anchored(r"\b(?:will|would|could|may|might|plans?|planning|expect(?:s|ed)?|likely|project(?:s|ed|ing)?|seeks?|seeking|is selling|are selling|considering|aims?)\b[^.;]{0,90}$", re.IGNORECASE)
RATER = re.compile(r"(?:['’]s)?\s(?:Investors Service\s|Global Ratings\s|Ratings\s)?(?:rates?|rated|cut|lowered|raised|lifted|upgraded|downgraded|affirmed|reviewed|said|placed|put|moved)\b")
"""Behind who rates a debt."""
GAUGE = re.compile(r"\b(?:average|junk|high[- ]yield|investment[- ]grade|index|gap|market)\b")
"""Words by which a spread is that of many debts."""
METRICS = frozenset(("spread", "bond_price"))
SCORE = 91


class Debt(msgspec.Struct, frozen=True):
    """A figure of a bond or its sale, with what its claim says of it and the family that it is of."""

    frame: Frame
    family: Literal["deal", "level", "change", "other"]
    said: dict[str, Any]


def told(frames: Frames, family: str) -> list[Debt]:
    """The figures of one family that an English text tells of bonds, in order."""
    return [d for d in _all(frames) if d.family == family]


def owned(frames: Frames) -> frozenset[int]:
    """The numbers of a text, by their index, that are of bonds and of nobody's price."""
    return frozenset(d.frame.index for d in _all(frames))


@lru_cache(maxsize=2)
def _all(frames: Frames) -> tuple[Debt, ...]:
    """Every figure that a text tells of bonds, found once."""
    if frames.lang != "en" or TALKED.search(frames.text) is None:
        return ()
    found = [(f, k) for f in frames.numbers if f.quantity is not None and (k := _kind(frames, f)) is not None]
    return (*(_debt(frames, frame, *kind) for frame, kind in found), *_steps(frames))


def _debt(frames: Frames, frame: Frame, family: str, metric: str) -> Debt:
    said = frames.claim_fields(frame)
    said.update(metric=metric, subject=_issuer(frames, frame) if metric == "rating_steps" else owner(frames, frame), when=_day(frames, frame), tier="default")
    if (said["subject"].id or "").startswith(("FX:", "INDEX:", "COMDTY:", "CRYPTO:")):
        said["subject"] = Subject(kind="topic")
    if metric == "spread" and frame.instrument is not None and frame.instrument.how in ("carried", "title") and GAUGE.search(frames.text, frame.sentence.start, frame.start):
        said["subject"] = Subject(kind="topic", name="spread")
    said["direction"] = None if family != "change" else frame.direction if metric == "bond_price" else _way(frames, frame)
    return Debt(frame, family, said)  # type: ignore[arg-type]


def _issuer(frames: Frames, frame: Frame) -> Subject:
    """Whose debt is rated: the company named that rates nothing itself, else the one that the text is about."""
    rated = next((c for c in frame.subjects if c.start >= frame.sentence.start and RATER.match(frames.text, c.end) is None), None)
    if rated is not None:
        return subject_of(rated)
    main = main_company(frames)
    return Subject(kind=main.kind, id=main.value.ids[0], symbol=main.value.symbol, name=main.value.name) if main is not None and isinstance(main.value, Name) else owner(frames, frame)


def _steps(frames: Frames) -> Iterator[Debt]:
    """Steps of a rating: "two notches above junk", "cut one step to BB+"."""
    text = frames.text
    for m in STEP.finditer(text):
        s = frames.sentence_at(m.start())
        near = STEPS.match(text, m.end()) or RATED.search(text, max(s.start, m.start() - 60), m.start())
        if near is None or RATED.search(text, s.start, s.end) is None:
            continue
        frame = frames.at(m.start(), m.end())
        n = Decimal(NUMBER.get(m["n"].lower()) or int(m["n"]))
        debt = _debt(frames, frame, "other", "rating_steps")
        yield msgspec.structs.replace(debt, said={**debt.said, "direction": None, "quantity": Quantity(low=n, high=n, unit="count", grain=Decimal(1), interval=Interval(n, n))})


def _kind(frames: Frames, frame: Frame) -> tuple[str, str] | None:
    """The family and the metric of a figure of a bond, or None."""
    text, s, unit = frames.text, frame.sentence, frame.unit
    lo = max(s.start, frame.start - 120)
    if (unit == "points" and TALK.search(text, max(s.start, frame.start - 60), frame.start)) or unit in ("bp", "percentage_point"):
        over = OVER.match(text, frame.end) is not None
        if not over and not (SPREAD.search(text, lo, frame.start) or PREMIUM.match(text, frame.end) or OVER_YIELDS.search(text, max(s.start, frame.start - 40), frame.start)):
            return None
        moved = not over and BY.search(text, max(s.start, frame.start - 40), frame.start) is not None
        return ("change" if moved else "level"), "spread"
    if unit == "percent":
        if YIELDING.search(text, max(s.start, frame.start - 70), frame.start) and SOLD.search(text, s.start, s.end) and frame.priced is None:
            return "level", "yield"
        if COUPON_OF.search(text, lo, frame.start) or (PAYING.search(text, max(s.start, frame.start - 12), frame.start) and ON_DEBT.match(text, frame.end)) or (COUPON.match(text, frame.end) and _of_debt(frames, frame)):
            return "other", "coupon"
        return None
    if len(unit) == 3 and unit.isupper():
        if frame.quote.endswith(("cents", "cent")) and (PAR.match(text, frame.end) or DUE.search(text, s.start, frame.start)):
            return ("change" if BY.search(text, max(s.start, frame.start - 30), frame.start) or MOVED.search(text, max(s.start, frame.start - 30), frame.start) else "level"), "bond_price"
        if ORDERS.match(text, frame.end) or ORDERED.search(text, max(s.start, frame.start - 100), frame.start):
            return ("deal", "orders") if TALKED.search(text, frames.sentences[max(0, s.index - 2)].start, s.end) else None
        if OUTSTANDING.match(text, frame.end):
            return "other", "debt_outstanding"
        if OF_DEBT.match(text, frame.end) is None:
            return None
        if SOLD.search(text, s.start, s.end):
            return "deal", "bond_sale"
        return ("other", "debt_outstanding") if MATURING_SUM.match(text, frame.end) else None
    if unit in ("ratio", "") and frame.kind != "ordinal" and COVER.search(text, max(s.start, frame.start - 40), min(s.end, frame.end + 24)) and TALKED.search(text, s.start, s.end):
        return "other", "bid_to_cover"
    return None


def _of_debt(frames: Frames, frame: Frame) -> bool:
    """Whether a percentage before "notes" or "bonds" is a coupon: a sum, a verb of selling or a maturity stands with it."""
    text, s = frames.text, frame.sentence
    if text.endswith((" of ", "'s ", "’s "), s.start, frame.start) or text.startswith(" coupon", frame.end) or MATURING.match(text, frame.end):
        return True
    return frame.movement is None or (SOLD.search(text, s.start, frame.start) is not None and " due " in text[frame.end : frame.end + 60])


def _way(frames: Frames, frame: Frame) -> str:
    """Which way a spread moved."""
    return "up" if WIDER.search(frames.text, max(frame.sentence.start, frame.start - 40), frame.start) else "down"


def _day(frames: Frames, frame: Frame) -> Window:
    """The day that the words give, else that of the text."""
    published = frames.article.published.date()
    when, span = frame.time.when, frame.time.span
    if span is not None and DUE_IN.search(frames.text, max(0, span[0] - 14), span[0]):
        when = None
    if when is not None and when.start is not None and frame.time.how in ("clause", "sentence") and (when.grain in DAYS or (when.end is not None and abs((when.end - published).days) <= 40)):
        return Window(when.start, when.end or when.start)
    return Window(published, published)
