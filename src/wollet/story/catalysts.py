"""Dated events ahead: results, policy meetings, releases, listings, with their zone and what they bear on."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable

from wollet.claim.family import family_of
from wollet.model.article import ZONE
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
    "policy": r"FOMC|연방공개시장위원회|금통위|금융통화위원회|기준금리|통화정책|\b(?:rate decision|policy meeting|Fed(?:eral Reserve)? (?:meeting|vote)|central bank)\b",
    "release": r"소비자물가|생산자물가|고용\s?(?:보고서|지표)|지표|CPI|PPI|PCE|GDP|\b(?:payrolls|jobs report|inflation (?:data|report)|retail sales)\b",
    "offering": r"수요예측|공모|청약|\b(?:bookbuilding|share sale|offering|subscription)\b",
    "listing": r"상장(?!사|기업|지수|폐지|주식)|\b(?:IPO|listing|debut)\b",
    "dividend": r"배당|\b(?:dividend|ex-dividend)\b",
    "meeting": r"회의|주주총회|주총|정상회담|간담회|청문회|\b(?:meeting|summit|hearing|conference)\b",
    "product": r"출시|(?:신제품|제품|모델)\S{0,4}\s?공개|\b(?:launch|unveil\w*)\b",
    "event": r"행사|포럼|\b(?:event|keynote|forum)\b",
}
_KIND = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in KINDS.items()]
_HOME = [
    (re.compile(r"FOMC|연방공개시장위원회|연준|Fed\b|Federal Reserve|파월|Powell|미국|\bU\.?S\.?\b|뉴욕", re.IGNORECASE), "XNYS"),
    (re.compile(r"금통위|금융통화위원회|한국은행|한은|Bank of Korea|BOK|국내", re.IGNORECASE), "XKRX"),
    (re.compile(r"일본은행|BOJ|Bank of Japan", re.IGNORECASE), "XTKS"),
]
FAR = dt.timedelta(days=400)
STATED = {"earnings_date": "earnings", "policy_meeting": "policy", "payment_date": "dividend", "effective_date": "event"}
"""What the claim itself says that the date is of."""
NEAR = 60
"""Characters between a date and the words for what happens then."""
LONGEST, DAYS_BEGUN = 92, 10
MACRO = {"XNYS": ("INDEX:SPX", "RATE:US10Y", "FX:USD/KRW"), "XKRX": ("INDEX:KOSPI", "FX:USD/KRW"), "XTKS": ("INDEX:N225",)}
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
        if family_of(v.claim).name != "calendar" or w is None or not ahead(w, after or c.article.published.date()):
            continue
        start = v.claim.span[0]
        a, b = spans[max(0, bisect_right(starts, start) - 1)] if spans else v.claim.span
        words = text[a:b]
        kind = STATED.get(v.claim.metric) or kind_of(words, v.claim.span[0] - a, v.claim.span[1] - a)
        home = next((mic for p, mic in _HOME if p.search(words)), None)
        near = [key(m.value) for m in named if a <= m.start < b and isinstance(m.value, Name)]
        bears = tuple(dict.fromkeys([v.claim.subject.id] if v.claim.subject.id else near))
        if kind not in ("policy", "release"):
            bears = tuple(x for x in bears if not x.startswith(("INDEX:", "RATE:")))
        if not bears and kind in ("policy", "release"):
            bears = MACRO.get(home or ("XKRX" if c.article.lang == "ko" else "XNYS"), ())
        if not bears and kind == "event":
            continue
        zone, clock = _clock(times, v.claim.span, (a, b))
        listed = instruments.calendar_of(bears[0]) if bears and instruments.get(bears[0]) else home
        yield Catalyst(
            start=w.start, end=w.end, zone=zone or ZONES.get(listed or "") or ZONE[c.article.lang],
            text=v.claim.subject.name or v.claim.quote, bears_on=bears, article=c.article.id, span=(a, b), claim=n,
            clock=clock, kind=kind,
        )  # fmt: skip


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
        zone, clock = zone or m.value.zone, clock or m.value.clock
    return zone, clock
