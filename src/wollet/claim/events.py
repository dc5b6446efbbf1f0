"""Which dates of a text date an event, and which only tell when a price or a figure was.

A date belongs to the word that governs it: in Korean the first telling word behind it, in English the nearest before it
in its clause, or behind it where the date opens the clause.  A word of events makes it an event; a word of trading, of
sources or a figure leaves it to them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import msgspec

from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.subjects import Candidate
from wollet.claim.topics import policy_rate
from wollet.model.claim import Subject
from wollet.model.mention import Mention
from wollet.model.time import When, Window


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """An event found: the fields of its claim, and the weekday and the number of days that stand beside the date."""

    said: dict[str, Any]
    weekday: int | None = None
    days: int | None = None
    score: int = 50


class Cue(msgspec.Struct, frozen=True):
    """A word that governs dates; `kind` is None where it keeps them from being events."""

    start: int
    end: int
    kind: str | None


KO: tuple[tuple[str, str | None], ...] = (
    (r"따르면|의하면|마감(?:했|한|하며|해|하고|됐)|거래(?!위원회)|장을\s|장중|개장|종가|기준(?!\s?금리|일)|집계[됐된]|보다|대비|이후|현재|연중|(?:으로|에)\s?마쳤|오른|올랐|내린|내렸|하락|상승|급등|급락|"
     r"강세|약세|사들|순매[수도]|돌파|나타났|기록[했한]", None),
    (r"FOMC|금통위|금융통화위원회|통화정책방향|(?:기준)?금리\s?결정|의사록", "policy_meeting"),
    (r"실적", "earnings_date"),
    (r"상장(?!사|지수|기업|주식|이전)|입성|수요예측|청약|공모(?!가)", "listing_date"),
    (r"배당|권리락|지급", "payment_date"),
    (r"휴장|휴일|연휴", "holiday"),
    (r"기자회견|간담회|연설|증언|발언|대담|기자들|말했|말한|밝혔|밝힌|밝히|강조|경고했|주장했|언급|라고\s?(?:했|전했|썼)", "remarks"),
    (r"회의|회담|총회|정상회의|회동|만나|만난|만났|통화(?=하|한|해|했)|방문|개막|개최|열[리린릴렸었린]|열었|열고|여는|연다|참석|행사", "meeting_date"),
    (r"체결|서명|합의|타결|협약|계약|인수|합병|양해각서", "agreement_date"),
    (r"시행|발효|부과|적용|유예|발동|개시|시작|재개|폐지|중단|금지|해제", "effective_date"),
    (r"시한|기한|만료|종료|끝나|끝난|데드라인|마감\s?(?:시한|일)", "deadline"),
    (r"출시|출범|설립|창립|창업|해체|신설|납품|가동|착공|준공|양산|인도|취임|선출|지명|사임|별세|임명|선임|행사", "event_date"),
    (r"발표|공개|공시|제출|보고(?!서)|나온다|나올|나오는|내놓|선보|공표|확정|예고", "release_date"),
    (r"예정|계획|방침|강타|발생|터진|터졌|일어", "event_date"),
)
EN: tuple[tuple[str, str | None], ...] = (
    (r"\bclosed\b(?! (?:for|on account))|\bfell\b|\brose\b|\bgained\b|\blost\b|\bdropped\b|\bslid\b|\bsank\b|\bclimbed\b|\bjumped\b|\bsurged\b|\btumbl\w+|\bplung\w+|\bsoar\w+|\btrad(?:ed|ing)\b|\bfinished\b"
     r"|\bsettled\b|\bhigher\b|\blower\b|\baccording to\b|\b(?:up|down)\b|\bfutures\b|\bshares (?:were|are)\b|\bstocks (?:were|are)\b|\brall\w+|\bas of\b(?! the close of business)|\bprice target\b|\bupgrad\w+|\bdowngrad\w+|\bcompared\b|\bversus\b|\bhit\b|\breached\b|\bsession\b", None),
    (r"\bpayable\b|\bpaid on\b", "payment_date"),
    (r"\bof record\b|\bex-dividend\b|\bclose of business\b", "record_date"),
    (r"\bFOMC\b|\b(?:rate|policy) (?:decision|meeting)\b|\bpolicy statement\b|\bpost-meeting\b|\bminutes\b", "policy_meeting"),
    (r"\bearnings (?:report|release|call|date)s?\b|\bresults\b|\breport(?:s|ed|ing)?\b(?! (?:that|by|said))|\bquarterly (?:earnings|update)\b", "earnings_date"),
    (r"\bIPO\b|\bpublic offering\b|\bgo(?:es|ing)? public\b|\bwent public\b|\bdebut\w*\b|\blist(?:ed|ing)\b", "listing_date"),
    (r"\breleas(?:e|es|ed|ing)\b|\bdue (?:on|out|at)?|\bpublish\w*\b|\bunveil\w*\b|\bprojections\b|\bupdate\b|\bout (?:on|this)\b", "release_date"),
    (r"\bspe(?:ech|ak|aks|aking|aks)\b|\bspoke\b|\btestif\w+\b|\bremarks\b|\btold\b|\bsaid\b|\bwrote\b", "remarks"),
    (r"\bdeadline\b|\bexpir\w+\b|\bexpiration\b|\bends?\b", "deadline"),
    (r"\bmeet(?:s|ing|ings)?\b|\bmet\b|\bsummit\b|\bconference\b|\bhearing\b|\bevent\b|\bhosts?\b|\bvisit\w*", "meeting_date"),
    (r"\bholidays?\b|\bmarkets? (?:is|are|will be) closed\b|\bclosed for\b", "holiday"),
    (r"\blaunch\w*\b|\bdeliver(?:y|ies)\b|\bship(?:s|ping)\b|\bgo on sale\b|\bcustomers\b", "launch_date"),
    (r"\btakes? effect\b|\btook effect\b|\beffective\b|\bin effect\b|\bimpos\w+\b|\brestrictions?\b|\bban(?:s|ned)?\b|\bbeg(?:an|ins?|un)\b|\bstart(?:s|ed)?\b(?! (?:at|around|from))|\bsince\b", "effective_date"),
    (r"\bannounc\w+\b|\bsign(?:s|ed|ing)?\b|\bagreed\b|\bcomplet\w+\b|\bacquir\w+\b|\bclose (?:in|by)\b|\bapprov\w+|\bdeal\b|\binitiated\b|\bfil(?:ed|ing)\b|\bnamed\b|\bappoint\w+", "event_date"),
    (r"\bscheduled\b|\bset to\b|\bslated\b|\bfounded\b|\bplans?\b|\bdeath of\b|\bdied\b|\bopens?\b|\bvot(?:e|ed|ing)\b|\belection\b|\blaid off\b|\bcalendars?\b", "event_date"),
)  # fmt: skip
_TABLE = {"ko": KO, "en": EN}
_PATTERN = {
    lang: re.compile("|".join(f"({p})" for p, _ in rows), re.IGNORECASE if lang == "en" else 0)
    for lang, rows in _TABLE.items()
}
KO_DAYS = re.compile(r"\s?(?:(이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘)|(\d{1,2})일)\s?(?:간|동안)")
KO_COUNT = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10}
KO_WEEK = "월화수목금토일"
KO_WEEKDAY = re.compile(r"\(([월화수목금토일])(?:요일)?\)|([월화수목금토일])요일")
EN_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EN_WEEKDAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b", re.IGNORECASE)
KO_FROM = re.compile(r"(?:\([^)]{0,8}\))?\s?(?:자정\s?)?(?:부터|까지|께|경)")
EN_FROM = re.compile(r"\bsince\s$|\bas of\s$|\bthrough\s$|\bended?\s$|\bending\s$", re.IGNORECASE)
CORPORATE = frozenset(("earnings_date", "listing_date", "payment_date", "record_date", "agreement_date", "event_date", "launch_date", "remarks", "release_date"))
REACH = 80
PRICED_UNITS = frozenset(("percent", "points", "bp"))


def events(frames: Frames) -> Iterator[Dated]:
    """The events that an article dates."""
    cues: dict[int, list[Cue]] = {}
    starts = frames.figure_starts
    for m in frames.dates:
        when = m.value
        if not isinstance(when, When) or when.start is None or when.clock is not None and when.grain == "instant":
            continue
        sentence = frames.sentence_at(m.start)
        if sentence.place == "caption":
            continue
        here = cues.get(sentence.index)
        if here is None:
            here = cues[sentence.index] = _cues(frames, sentence.start, sentence.end)
        cue = _governing(frames, m, sentence.clause_at(m.start), here)
        if cue is None or cue.kind is None or not _whole(frames, m, when, cue, starts):
            continue
        yield from _dated(frames, frames.at(m.start, m.end), m, when, cue)


def _cues(frames: Frames, a: int, b: int) -> list[Cue]:
    rows = _TABLE[frames.lang]
    return [
        Cue(m.start(), m.end(), rows[(m.lastindex or 1) - 1][1])
        for m in _PATTERN[frames.lang].finditer(frames.text, a, b)
    ]


def _governing(frames: Frames, m: Mention, clause: tuple[int, int], cues: list[Cue]) -> Cue | None:
    """The word that a date belongs to."""
    after = next((c for c in cues if c.start >= m.end), None)
    if frames.lang == "ko":
        return after if after is not None and after.start - m.end <= REACH else None
    before = next((c for c in reversed(cues) if c.end <= m.start), None)
    if before is not None and before.start >= clause[0] and m.start - before.end <= REACH:
        return before
    if after is not None and after.start - m.end <= REACH and after.start < clause[1]:
        return after
    return before if before is not None and m.start - before.end <= 40 else None


def _whole(frames: Frames, m: Mention, when: When, cue: Cue, starts: list[int]) -> bool:
    """Whether no figure stands between a date and its word, and the date is no mere reference period."""
    a, b = (m.end, cue.start) if cue.start >= m.end else (cue.end, m.start)
    between = frames.figures[bisect_left(starts, a) : bisect_left(starts, b)]
    if any(getattr(f.value, "unit", "") in PRICED_UNITS for f in between):
        return False
    if frames.lang == "en" and EN_FROM.search(frames.text, max(0, m.start - 10), m.start):
        return frames.text[max(0, m.start - 6) : m.start].strip().lower() == "since" and cue.kind == "effective_date"
    return True


def _dated(frames: Frames, frame: Frame, m: Mention, when: When, cue: Cue) -> Iterator[Dated]:
    assert when.start is not None and cue.kind is not None
    text, end, days = frames.text, m.end, None
    window = Window(when.start, when.end or when.start)
    if frames.lang == "ko" and (found := KO_DAYS.search(text, m.start, min(len(text), m.end + 10))):
        days = KO_COUNT[found[1]] if found[1] else int(found[2])
        end = max(end, found.end())
    said = frames.claim_fields(frame)
    future = window.start > frames.article.published.date()
    certainty = said["certainty"] if said["certainty"] == "hypothetical" else "planned" if future else "asserted"
    said.update(
        span=(frame.start, end), quote=text[frame.start : end], quantity=None, direction=None, metric=cue.kind,
        when=window, certainty=certainty,
    )  # fmt: skip
    weekday = _weekday(frames.lang, text[frame.start : end]) if when.deixis is None and days is None else None
    hosts = _hosts(frames, frame, cue)
    for subject in hosts:
        yield Dated(said={**said, "subject": subject}, weekday=weekday, days=days, score=52)


def _hosts(frames: Frames, frame: Frame, cue: Cue) -> list[Subject]:
    """Whose event it is: companies for what companies do, the central bank's rate for its meetings."""
    assert cue.kind is not None
    if cue.kind == "policy_meeting":
        return [policy_rate(frames, frame)]
    if cue.kind in CORPORATE:
        shared = [c for c in frame.shared if _company(c)]
        if len(shared) > 1:
            return [subject_of(c) for c in shared]
        host = next((c for c in frame.subjects if _company(c)), None)
        if host is not None:
            return [subject_of(host)]
    return [Subject(kind="event", name=frames.text[cue.start : cue.end])]


def _company(c: Candidate) -> bool:
    return bool(c.name.ids) and c.name.ids[0].split(":", 1)[0] not in ("INDEX", "FX", "RATE", "COMDTY", "CRYPTO", "FUT")


def _weekday(lang: str, words: str) -> int | None:
    """The weekday said within a date's own words, Monday 0."""
    if lang == "ko":
        m = KO_WEEKDAY.search(words)
        return KO_WEEK.index(m[1] or m[2]) if m and any(c.isdigit() for c in words) else None
    m = EN_WEEKDAY.search(words)
    return EN_WEEK.index(m[1][:3].lower()) if m and any(c.isdigit() for c in words) else None
