"""What a company is worth on the market: its value as an amount, or the amount by which it changed.

Meaning: shares outstanding times price, as the source states it for the session; a change is the difference from the
session before.

Not covered: values of companies not listed in the United States or Korea; values during the session.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from wollet.claim import horizons, periods, stretches, times
from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frames, subject_of
from wollet.claim.measuring import bears, point_row, show
from wollet.claim.pricing import basis_of, calendar_of, sessions
from wollet.claim.windows import allowed
from wollet.mention import unhurried as re
from wollet.model.claim import Claim
from wollet.model.market import MarketData
from wollet.model.quantity import Interval, Quantity
from wollet.model.verdict import Evidence, Reason
from wollet.reference import instruments

VALUE = {
    "ko": re.compile(r"(?<!유동)(?<!유동 )(?:시가\s?총액|시총)|기업\s?가치|몸값"),
    "en": re.compile(r"\bmarket (?:cap(?:itali[sz]ation)?|value)\b|\bvaluation of\b|\bvalued at\b|\bvaluing (?:it|the (?:company|[a-z]+maker)) at\b|(?-i:[A-Z][\w.&]*|company|[a-z]+maker|[Ii]t)\s(?:is|was)\s(?:now\s|already\s|currently\s|still\s)?worth\b|\bin value\b|\bmarket cap\b|(?<!booking )(?<!bookings )(?<!merchandise )(?<!transaction )(?<!payment )(?<!volume )(?<!book )(?<!asset )(?<!face )(?<!par )(?<!contract )\bvalue (?=(?:sh?r|f[ae]ll|r[io]s|gr[eo]w|climb|jump|dropp|surg|swell|sl[iu]|sank|declin)\w*)|(?<=illion )value of\b|(?-i:[A-Z][\w.&]*|\)),\s(?:now\s|already\s|currently\s)?worth\b|(?:wip(?:ed|es|ing)|eras(?:ed|es|ing)|evaporat\w+|vapori[sz]\w+)\b(?=[^.;]{0,60}\b(?:shares|stocks?|bourse|market|index|exchange|since|off)\b)", re.IGNORECASE),
}
MOVED = {
    "ko": re.compile(r"\s?(?:\([^)]{1,24}\))?\s?(?:이|가|을|를)?\s?(?:증발|날아|늘[었어]|불어|사라|줄[었어]|감소|증가)"),
    "en": re.compile(r"\b(?:wip(?:ed|ing)|eras(?:ed|es|ing)|added|adding|lost|losing|shed(?:ding)?|gain(?:ed|s|ing)?|(?:expand|increas|ris|rose|grew|shr[aiu]nk|elevat|lift|boost|swell|swelled|f[ae]ll|dropp|declin|slid|sank|slump|plung|tumbl|reduc|cut)\w*(?=[^.]{0,60}\bby\b))\b", re.IGNORECASE),
}
PASSED = {
    "ko": (re.compile(r"(?!)"), re.compile(r"\s?(?:선|대|고지)?(?:을|를)?\s?(?:돌파(?:했|하|한)|넘[어겼긴었]|웃[돌도])")),
    "en": (re.compile(r"\b(?:top(?:s|ped|ping)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|pass(?:es|ed|ing)?|cross(?:es|ed|ing)?|eclips(?:es|ed|ing)|break(?:s|ing)? through|broke through)\s(?:the\s|a\s)?$", re.IGNORECASE), re.compile(r"(?!)")),
}
"""Before or behind a value that is passed, and so is less than what the company is worth."""
SET_AGAINST = re.compile(r"\b(?:than|versus|against|(?:compar(?:es?|ed|ing)|compared)\s(?:with|to)|over|overt(?:ak|ook)\w*|surpass\w+|outstripp\w+|exceed\w+|pass(?:ed|ing)|ahead of|behind|above|below|and)\s(?:that of\s)?(?:the\s)?$")
"""Before a company whose value another's is set against."""
OWN = re.compile(r"(?:\s(?:Inc|Corp|Co)\.?)?(?:['’]s)?(?:\s\(?[A-Z]{1,5}(?:\.[A-Z]{1,2})?\)?(?:['’]s)?)?\s(?:at\s)?(?:about\s|roughly\s|nearly\s|some\s)?$")
"""Between a company and the value that is its own: "Apple's $2.85 trillion"."""
WITH = re.compile(r"\bwith\s(?:a|an|its)\s(?:\w+\s){0,2}?$")
"""Before the value of the company that a sentence is about, whatever company it has just been set against."""
BY = re.compile(r"\bby\s(?:[a-z]+\s){0,3}$")
LED = re.compile(r"\bto\s$")
FORETOLD = re.compile(r"기대치|예상|전망|목표|\bexpected|\bcould\b|\bif\b|\btarget")
NEAR = Decimal("1.06")
"""Times apart up to which a value is told by a figure of few digits: 1.8 trillion is no "2 trillion"."""
FAR = Decimal(11)
"""Times apart beyond which the figure is of another thing than the whole company's value."""
DIGITS = 4
"""Digits of which all but one agree by no chance."""
LOST = re.compile(r"증발|날아|사라|줄|감소|wip|eras|los|shed|shr|f[ae]ll|drop|declin|slid|sank|slump|plung|tumbl|reduc|cut", re.IGNORECASE)


class MarketCap(Statement, frozen=True, kw_only=True):
    """A market value; `change` where the amount is what it gained or lost."""

    change: bool = False


def take(frames: Frames) -> Iterable[Take]:
    text, lang = frames.text, frames.lang
    for frame in frames.numbers:
        q, candidate = frame.quantity, frame.priced
        if q is None or candidate is None or len(q.unit) != 3 or not q.unit.isupper():
            continue
        size = q.low if q.low is not None else q.high
        if size is None or size < 10**8:
            continue
        a, b = max(frame.clause[0], frame.start - 45), min(frame.clause[1], frame.end + (30 if lang == "ko" else 55))
        m = VALUE[lang].search(text, a, b)
        against = None
        if lang == "en" and candidate.end <= frame.start and OWN.fullmatch(text, candidate.end, frame.start) and SET_AGAINST.search(text, max(0, candidate.start - 24), candidate.start):
            against = VALUE[lang].search(text, frame.sentence.start, candidate.start)
        m = m or against
        if m is None:
            continue
        if FORETOLD.search(text, a, frame.start):
            continue
        if lang == "en" and text.startswith("value of", m.start()) and m.start() >= frame.end:
            candidate = next((c for c in sorted(frame.subjects, key=lambda c: c.start) if m.end() <= c.start <= m.end() + 60 and c.name.ids), candidate)
        if lang == "en" and m is not against and WITH.search(text, max(frame.sentence.start, m.start() - 24), m.start()) and SET_AGAINST.search(text, max(0, candidate.start - 24), candidate.start):
            candidate = next((c for c in sorted(frame.subjects, key=lambda c: c.start) if frame.sentence.start <= c.start < candidate.start and c.name.ids), candidate)
        if PASSED[lang][0].search(text, max(a, frame.start - 24), frame.start) or PASSED[lang][1].match(text, frame.end):
            q = msgspec.structs.replace(q, low=size, high=None, hedge="more_than", interval=Interval(size, None, "none"))
        change = MOVED["ko"].match(text, frame.end) if lang == "ko" else moved(text, a, frame.start, b)
        windows = sessions(frames, frame, candidate.name.ids[0])
        if windows and lang == "en" and not change and (windows[0][0].end - windows[0][0].start).days > 31:
            windows = allowed(times.Timed(), calendar_of(candidate.name.ids[0]), frames.article.published, lang)
        window = windows[0][0] if windows else None
        h = horizons.horizon(frames, frame)
        if change and h is not None and window is not None:
            window = stretches.window(h, window.end) or window
        if lang == "ko" and (listed := periods.on_listing(frames, frame)) is not None:
            window = listed
        said = frames.claim_fields(frame)
        basis, _ = basis_of(frames, frame, window, candidate.name.ids[0])
        said.update(
            subject=subject_of(candidate), metric="market_cap", when=window, basis=basis if frame.basis else None,
            direction=None if not change else "down" if LOST.search(change[0]) else "up",
            tier=(windows[0][1] if windows else "default") if frame.start - m.end() < 25 else "possible",
        )  # fmt: skip
        said["quantity"] = q
        yield Take(claim=MarketCap(**said, change=bool(change)), score=80 if frame.start - m.end() < 25 else 58)


def moved(text: str, a: int, at: int, b: int) -> re.Match[str] | None:
    """The word by which an English amount is what the value gained or lost, not where it went."""
    if BY.search(text, max(0, at - 40), at):
        return MOVED["en"].search(text, max(a, at - 60), b)
    comma = text.find(",", at, b)
    return None if LED.search(text, max(0, at - 8), at) else MOVED["en"].search(text, max(a, at - 25), b if comma < 0 else comma)


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    """Borne out where the source agrees; a figure that differs may rest on another share count and stays open."""
    assert isinstance(claim, MarketCap)
    if claim.subject.id is None or claim.when is None or claim.quantity is None or claim.change or claim.basis in ("after_hours", "premarket"):
        return "no_data"
    points = market.market_values(claim.subject.id, claim.when.end - dt.timedelta(days=5), claim.when.end, as_of=as_of)
    if not points or points[-1].unit != claim.quantity.unit:
        return "no_data"
    p = points[-1]
    found = Evidence(measured=p.value, unit=p.unit, formula=show(p.value), rows=(point_row(p),))
    size = claim.quantity.low or claim.quantity.high
    apart = p.value / size if size else p.value
    apart = max(apart, 1 / apart)
    if bears(claim, found):
        return found if apart < NEAR or claim.quantity.hedge is not None else "no_data"
    far = sure_from(claim.subject.id) < apart < FAR
    return found if far or mistaken(claim.quantity, p.value) else "no_data"


def mistaken(said: Quantity, value: Decimal) -> bool:
    """Whether a value is told to many digits of which one of the first is another: no count of shares makes that."""
    if said.low is None or said.low != said.high or not said.grain:
        return False
    a, b = (str(int(x / said.grain)) for x in (said.low, (value / said.grain).quantize(Decimal(1)) * said.grain))
    other = [i for i in range(len(a)) if a[i : i + 1] != b[i : i + 1]]
    return len(a) == len(b) >= DIGITS and len(other) == 1 and other[0] < len(a) - 2


def sure_from(id: str) -> Decimal:
    """Times apart from which another count of shares explains no difference: more where a company has several lines."""
    known = instruments.get(id)
    home = known is not None and known.country in ("United States", "South Korea") and known.share_class is None
    return Decimal("1.4") if home else Decimal(2)


EXAMPLES = (
    reads("en", "Nvidia, worth {$1.83 trillion}, passed Alphabet's $1.82 trillion.", subject__symbol="NVDA"),
    reads("en", "The rout erased {$100 billion} from Tesla's market capitalization.", direction="down", subject__symbol="TSLA"),
    ignores("en", "Nvidia sold chips worth {$1.83 billion}."),
    reads("en", "Microsoft's market value of $3.02 trillion compares with Apple's {$2.85 trillion}.", subject__symbol="AAPL"),
    reads("en", "Nvidia overtook Alphabet, with a market value of {$1.83 trillion} versus Alphabet's $1.82 trillion.", subject__symbol="NVDA"),
    ignores("en", "Airbnb's gross booking value rose 15% to {$15.5 billion}."),
    reads("ko", "엔비디아의 시가총액은 {1조8천억 달러}로 불어났다.", subject__symbol="NVDA", quantity__unit="USD"),
    reads("en", "Apple has a market cap of {$2.9 trillion}.", subject__symbol="AAPL"),
    reads("en", "Apple's market value fell by {$70 billion} to $2.8 trillion.", direction="down"),
    reads("en", "Apple's market value fell by $70 billion to {$2.8 trillion}.", direction=None),
    reads("en", "Apple's market value topped {$2.9 trillion}.", quantity__low="2900000000000", quantity__high=None),
    reads("en", "Apple is now worth {more than $2.9 trillion}.", subject__symbol="AAPL"),
    ignores("en", "Apple sold a stake that is worth {$2 billion}."),
    reads("ko", "애플 시가총액은 {3조달러}를 웃돈다.", quantity__low="3000000000000"),
    ignores("en", "Apple has cash holdings of {$2.9 trillion}."),
    ignores("ko", "엔비디아의 매출은 {1조8천억 달러}로 불어났다."),
)
FAMILY = Family(
    code="CAP", name="market_cap", head="market_cap", claim=MarketCap, take=take, readings=as_said, measure=measure
)
