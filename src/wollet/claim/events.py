"""Which dates of a text date an event, and which only tell when a price or a figure was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from wollet.claim.frames import Frame, Frames, subject_of
from wollet.model.claim import Subject
from wollet.model.mention import Mention
from wollet.model.time import When, Window


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """An event found: the fields of its claim, the weekday and the number of days that stand beside the date."""

    said: dict[str, Any]
    weekday: int | None = None
    days: int | None = None
    score: int = 50


KINDS = {
    "ko": (
        (r"실적|성적표", "earnings_date"),
        (r"FOMC|금통위|금융통화위원회|통화정책방향|기준금리|금리\s?결정", "policy_meeting"),
        (r"상장", "listing_date"),
        (r"배당", "dividend_date"),
        (r"지급", "payment_date"),
        (r"발표|공개|공시", "release_date"),
        (r"연설|발언|증언|기자회견|간담회", "speech"),
        (r"시행|발효|부과|적용", "effective_date"),
        (r"마감|시한|기한|만료|종료", "deadline"),
        (r"회의|회담|정상회의|총회|행사|개막|개최|열[리린렸]", "meeting_date"),
        (r"휴장|휴일|연휴", "holiday"),
        (r"출시", "launch_date"),
        (r"예정|계획|방침|서명|체결|합의|선언|출범|취임|청약|수요예측|통화하|만[나난났]|방문|시작|개시|납품|가동|설립|창립", "event_date"),
    ),
    "en": (
        (r"\bearnings\b|\bresults\b|\breport(?:ing|s)? (?:on|Friday|Thursday|Wednesday|Tuesday|Monday)", "earnings_date"),
        (r"\bpayable\b", "payment_date"),
        (r"\bof record\b|\bex-dividend\b", "record_date"),
        (r"\bFOMC\b|\brate decision\b|\bpolicy (?:meeting|decision)\b", "policy_meeting"),
        (r"\bIPO\b|\bpublic offering\b|\blist(?:ed|ing)\b|\bdebut", "listing_date"),
        (r"\b(?:CPI|data|report|figures|reading|statement|update)\b[^.]{0,30}\b(?:due|release[sd]?|out|scheduled)\b|\breleas(?:e|ed|es)\b", "release_date"),
        (r"\bspeech\b|\bspeak(?:s|ing)?\b|\btestif\w+\b|\bremarks\b", "speech"),
        (r"\bdeadline\b|\bexpir\w+\b|\bexpiration\b", "deadline"),
        (r"\bmeet(?:s|ing)?\b|\bsummit\b|\bconference\b", "meeting_date"),
        (r"\bclosed for\b|\bholiday\b", "holiday"),
        (r"\blaunch\w*\b|\bdeliver(?:y|ies)\b|\bship(?:s|ping)?\b", "launch_date"),
        (r"\btake effect\b|\beffective\b|\bin effect\b", "effective_date"),
        (r"\bscheduled\b|\bset to\b|\bslated\b|\bfounded\b|\bdue\b|\bannounc\w+\b|\bbegins?\b|\bstarts?\b", "event_date"),
    ),
}  # fmt: skip
_PATTERN = {lang: re.compile("|".join(f"({p})" for p, _ in rows), re.IGNORECASE) for lang, rows in KINDS.items()}
KO_WEEKDAY = re.compile(r"\s?\(\s?([월화수목금토일])(?:요일)?\s?\)|\s?([월화수목금토일])요일")
KO_DAYS = re.compile(r"부터\s?(?:(사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|이틀)|(\d{1,2})일)\s?(?:간|동안)")
KO_COUNT = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10}
KO_WEEK = "월화수목금토일"
EN_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EN_BEFORE = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?:the\s)?", re.IGNORECASE)
PRICED = {
    "ko": re.compile(r"거래를?\s?마|마감했|마감한|장을\s?마|전\s?거래일|전장|거래되고|장중|개장"),
    "en": re.compile(r"\b(?:closed|close|fell|rose|gained|lost|dropped|slid|climbed|traded|trading|shares|futures)\b"),
}


def events(frames: Frames) -> Iterator[Dated]:
    """The events that an article dates."""
    numbers = [f for f in frames.numbers if f.quantity is not None]
    for m in frames.dates:
        when = m.value
        if not isinstance(when, When) or when.start is None or when.grain == "instant":
            continue
        frame = frames.at(m.start, m.end)
        if frame.place == "caption" or PRICED[frames.lang].search(frames.text, *frame.clause):
            continue
        a, b = frame.clause
        kind = _kind(frames, frame, a, b)
        if kind is None or any(a <= n.start < b for n in numbers):
            continue
        yield _dated(frames, frame, m, when, kind)


def _kind(frames: Frames, frame: Frame, a: int, b: int) -> str | None:
    best: tuple[int, str] | None = None
    rows = KINDS[frames.lang]
    for m in _PATTERN[frames.lang].finditer(frames.text, a, b):
        distance = m.start() - frame.end if m.start() >= frame.end else frame.start - m.end()
        if best is None or distance < best[0]:
            best = (distance, rows[(m.lastindex or 1) - 1][1])
    return best[1] if best is not None and best[0] < 70 else None


def _dated(frames: Frames, frame: Frame, m: Mention, when: When, kind: str) -> Dated:
    assert when.start is not None
    end = m.end
    days = None
    window = Window(when.start, when.end or when.start)
    if frames.lang == "ko" and (found := KO_DAYS.match(frames.text, end)):
        days = KO_COUNT[found[1]] if found[1] else int(found[2])
        end = found.end()
    said = frames.claim_fields(frame)
    host = frame.instrument
    subject = subject_of(host) if host is not None else Subject(kind="event", name=kind)
    said.update(
        span=(frame.start, end), quote=frames.text[frame.start : end], quantity=None, direction=None, metric=kind,
        subject=subject, when=window,
        certainty="planned" if window.start > frames.article.published.date() else said["certainty"],
    )  # fmt: skip
    return Dated(said=said, days=days)
