"""Dated events ahead: results, policy meetings, releases, listings, with their zone and what they bear on."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable

from wollet.claim.family import family_of
from wollet.model.article import ZONE
from wollet.model.claim import Claim
from wollet.model.mention import Mention, Name
from wollet.model.story import Catalyst, Checked
from wollet.model.time import When, Window
from wollet.reference import instruments
from wollet.story.names import key
from wollet.story.sentences import sentences

ZONES = {
    "XNYS": "America/New_York", "XKRX": "Asia/Seoul", "XTKS": "Asia/Tokyo", "XHKG": "Asia/Hong_Kong", "XLON": "Europe/London",
    "XETR": "Europe/Berlin", "XPAR": "Europe/Paris", "XSHG": "Asia/Shanghai", "XTAI": "Asia/Taipei", "XASX": "Australia/Sydney",
}  # fmt: skip
KINDS = {
    "earnings": r"실적|어닝|\b(?:earnings|results|quarterly report)\b",
    "policy": r"\binterest[- ]rate (?:policy|decision)|FOMC|연방공개시장위원회|금통위|금융통화위원회|기준금리|통화정책|\b(?:rate decision|policy meeting|Fed(?:eral Reserve)? (?:meeting|vote)|central bank)\b",
    "release": r"소비자물가|생산자물가|고용\s?(?:보고서|지표)|지표|CPI|PPI|PCE|GDP|\b(?:payrolls|jobs report|inflation (?:data|report)|retail sales|(?:jobs|labou?r|employment|inventory|inventories|stockpiles?) report|(?:leading|confidence|sentiment) index|consumer (?:confidence|sentiment)|home sales|industrial production|jobless claims|PMI)\b",
    "offering": r"수요예측|공모|청약|\b(?:bookbuilding|share sale|offering|subscription)\b",
    "listing": r"상장(?!사|기업|지수|폐지|주식)|\b(?:IPO|listing|debut)\b",
    "dividend": r"배당|\b(?:dividend|ex-dividend|(?:share|stock)?holders of record|record date)\b",
    "meeting": r"회의|주주총회|주총|정상회담|간담회|청문회|\b(?:meeting|summit|hearing|conference(?! board))\b",
    "product": r"출시|(?:신제품|제품|모델)\S{0,4}\s?공개|\b(?:launch|unveil\w*)\b",
    "event": r"행사|포럼|\b(?:event|keynote|forum)\b",
}
_KIND = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in KINDS.items()]
_HOME = [
    (re.compile(r"FOMC|연방공개시장위원회|연준|Fed\b|Federal Reserve|미국|(?<![가-힣])미\s(?=[가-힣])|\bU\.?S\.?\b|뉴욕", re.IGNORECASE), "XNYS"),
    (re.compile(r"금통위|금융통화위원회|한국은행|한은|Bank of Korea|BOK|국내", re.IGNORECASE), "XKRX"),
    (re.compile(r"일본은행|BOJ|Bank of Japan", re.IGNORECASE), "XTKS"),
    (re.compile(r"유럽중앙은행|유로존|\bECB\b|European Central Bank|\beuro(?:\s|-)?(?:zone|area)\b", re.IGNORECASE), "XETR"),
    (re.compile(r"영란은행|잉글랜드은행|Bank of England|\bBOE\b|\bU\.?K\.?\s(?:GDP|CPI|inflation)", re.IGNORECASE), "XLON"),
    (re.compile(r"중국(?:의)?\s?(?:소비자물가|생산자물가|GDP|수출|소매판매|제조업)|인민은행|National Bureau of Statistics|\bChina['’]?s?\s(?:Caixin|manufacturing|services|GDP|CPI|PPI|retail|trade|PMI|industrial|exports)", re.IGNORECASE), "XSHG"),
]
_COMING = re.compile(
    r"예정|앞두|앞둔|다가오|열린|열릴|연다|발표될|발표한다|공개될|공개된다|예상|전망|계획|\b(?:will|set\sto|scheduled|due|plans?|ahead\sof|upcoming|expected|slated|prepares?|report(?:s|ing)?|calendars?|later\sthis|next|await)\b",
    re.IGNORECASE,
)
"""Says that what a window already begun speaks of is still to come."""
_EACH = re.compile(r"각각|\brespectively\b", re.IGNORECASE)
"""Says that several dates are of several companies, one each: where the sentence names fewer companies, none is told."""
_GONE = re.compile(r"(?:지난해|작년|지난|last|previous)\s?$")
FAR = dt.timedelta(days=400)
STATED = {"earnings_date": "earnings", "policy_meeting": "policy", "payment_date": "dividend", "effective_date": "event"}
"""What the claim itself says that the date is of."""
BESIDE = 16
"""Characters between a date and its hour; an hour further off is of something else."""
NEAR = 60
"""Characters between a date and the words for what happens then."""
LONGEST, DAYS_BEGUN = 92, 10
MACRO_KINDS = {"policy": ("RATE:",), "release": ("INDEX:", "RATE:", "FX:", "COMDTY:")}
"""A decision or a figure of an economy is not of the companies that the sentence names beside it."""
QUARTER = 80
"""Days: results do not take so long; a quarter is when something is planned, not when it is reported."""
MACRO = {
    "XETR": ("FX:EUR/USD",), "XLON": ("FX:GBP/USD",), "XSHG": ("FX:USD/CNY",),
   "XNYS": ("INDEX:SPX", "RATE:US10Y", "FX:USD/KRW"), "XKRX": ("INDEX:KOSPI", "FX:USD/KRW"), "XTKS": ("INDEX:N225",)}
"""What an economy's policy and figures bear on where the sentence names nothing priced."""


def catalysts(checked: Iterable[Checked], after: dt.date | None = None) -> list[Catalyst]:
    """Calendar claims that lie after publication (or after a given day), soonest first, each event once."""
    found: dict[tuple[dt.date, str, tuple[str, ...]], Catalyst] = {}
    for c in checked:
        for event in _of(c, after):
            found.setdefault((event.start, event.kind, event.bears_on or (event.text,)), event)
    return sorted(found.values(), key=lambda e: (e.start, e.end, e.kind, e.bears_on))


def _of(c: Checked, after: dt.date | None) -> Iterable[Catalyst]:
    text = c.article.text
    spans = sentences(text)
    starts = [a for a, _ in spans]
    named = [m for m in c.mentions if m.kind == "instrument" and isinstance(m.value, Name)]
    times = [m for m in c.mentions if m.kind == "date" and isinstance(m.value, When)]
    for n, v in enumerate(c.verdicts):
        w = v.claim.when
        if family_of(v.claim).name != "calendar" or v.claim.metric == "holiday" or w is None or not ahead(w, after or c.article.published.date()):
            continue
        start = v.claim.span[0]
        a, b = spans[max(0, bisect_right(starts, start) - 1)] if spans else v.claim.span
        words = text[a:b]
        kind = _kind(v.claim.metric, v.claim.subject.id, words, v.claim.span[0] - a, v.claim.span[1] - a)
        today = after or c.article.published.date()
        if (w.start <= today and kind == "event" and not _COMING.search(words)) or _GONE.search(text, max(a, start - 8), start) or "previously" in words:
            continue
        kind = "event" if kind == "earnings" and (w.end - w.start).days >= QUARTER else kind
        home = _home(words, start - a)
        if home is None and kind in MACRO_KINDS:
            home = _home(text[:a], a) or _home(text, start)
        if _EACH.search(words) and len({m.value.ids for m in named if a <= m.start < b and isinstance(m.value, Name)}) < sum(a <= o.claim.span[0] < b and family_of(o.claim).name == "calendar" for o in c.verdicts):
            continue
        near = [key(m.value) for m in named if a <= m.start < b and isinstance(m.value, Name)]
        subject = v.claim.subject.id
        if subject is not None:
            near = [subject] if kind not in ("event", "meeting") or subject in near else []
        bears = tuple(dict.fromkeys(near))
        if kind not in MACRO_KINDS:
            bears = tuple(x for x in bears if not x.startswith(("INDEX:", "RATE:")))
        else:
            bears = tuple(x for x in bears if x.startswith(MACRO_KINDS[kind]))
        if not bears and kind in ("policy", "release"):
            bears = MACRO.get(home or ("XKRX" if c.article.lang == "ko" else "XNYS"), ())
        if not bears and kind in ("event", "earnings"):
            continue
        zone, clock = _clock(times, v.claim.span, (a, b))
        listed = home if home and kind in MACRO_KINDS else instruments.calendar_of(bears[0]) if bears and instruments.get(bears[0]) else home
        yield Catalyst(
            start=w.start, end=w.end, zone=zone or ZONES.get(listed or "") or ZONE[c.article.lang],
            text=_called(v.claim, bears), bears_on=bears, article=c.article.id, span=(a, b), claim=n,
            clock=clock, kind=kind,
        )  # fmt: skip


def _called(claim: Claim, bears: tuple[str, ...]) -> str:
    """What an event is called: after its subject, unless that is only a company named beside an economy's figure."""
    beside = claim.subject.id is not None and claim.subject.id not in bears and bears
    return claim.quote if beside or not claim.subject.name else claim.subject.name


def _kind(metric: str, subject: str | None, words: str, start: int, stop: int) -> str:
    """The claim's own word for the event where it has one, else the sentence's; results are of a company."""
    stated = STATED.get(metric)
    if stated is None or stated == "event" or (stated == "earnings" and not subject):
        told = kind_of(words, start, stop)
        if metric == "effective_date" and told in MACRO_KINDS:
            return "event"
        return told if told != "event" or stated == "earnings" else stated or told
    return stated


def _home(words: str, at: int) -> str | None:
    """The calendar of the economy that some words name nearest to a place in them."""
    found = [(abs(m.start() - at), mic) for p, mic in _HOME for m in p.finditer(words)]
    return min(found)[1] if found else None


def kind_of(words: str, start: int, stop: int) -> str:
    """The kind of event of a sentence: of several that it names, the nearest to the date's own words."""
    found = [
        (max(m.start() - stop, start - m.end(), 0), n, kind) for n, (kind, p) in enumerate(_KIND) for m in p.finditer(words)
        if m.start() - stop < NEAR and start - m.end() < NEAR
    ]  # fmt: skip
    return min(found)[2] if found else "event"


def ahead(w: Window, today: dt.date) -> bool:
    """Whether a window is a date to wait for: not begun, or a few weeks at most, and near enough to matter."""
    soon = w.start - today <= FAR
    return w.end > today and soon and (w.end - w.start).days <= (LONGEST if w.start > today else DAYS_BEGUN)


def _clock(times: list[Mention], span: tuple[int, int], sentence: tuple[int, int]) -> tuple[str | None, dt.time | None]:
    """The zone and the hour that the sentence tells, those nearest to the event's own words."""
    inside = [m for m in times if sentence[0] <= m.start < sentence[1]]
    zone, clock = None, None
    for m in sorted(inside, key=lambda m: (abs(m.start - span[0]), m.start)):
        assert isinstance(m.value, When)
        beside = m.start - span[1] <= BESIDE and span[0] - m.end <= BESIDE
        zone, clock = zone or m.value.zone, clock or (m.value.clock if beside else None)
    return zone, clock
