"""Which dates of a text date an event, and which only tell when a price or a figure was.

A date belongs to the word that governs it: in Korean the first telling word behind it, in English the nearest before it
in its clause, or behind it where the date opens the clause.  A word of events makes it an event; a word of trading, of
sources or a figure leaves it to them.  A month or a quarter before a noun ("1월 고용 보고서") is a reference period.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import msgspec

from wollet.claim import agendas, dated_ko
from wollet.claim.dated_ko import ANALYST, NEAR_REPORT, NEAR_SAID, REACH, RELATIVE
from wollet.claim.frames import Frame, Frames
from wollet.claim.hosts import Cue, cues_in, entered, hosts
from wollet.claim.named_events import named
from wollet.claim.periods import YEAR, figures_between, is_entry, turned, year_after
from wollet.claim.time_words import EN_CONTRACT, LONG
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.mention import Mention
from wollet.model.time import When, Window


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """An event found: the fields of its claim, and the weekday and the number of days that stand beside the date."""

    said: dict[str, Any]
    weekday: int | None = None
    days: int | None = None


KO_DAYS = re.compile(r"\s?(?:(이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘)|(\d{1,2})일)\s?(?:간|동안)")
KO_COUNT = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10}
KO_WEEK = "월화수목금토일"
KO_WEEKDAY = re.compile(r"\(([월화수목금토일])(?:요일)?\)|([월화수목금토일])요일")
EN_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EN_WEEKDAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|urs|ur)?(?:day)?\b", re.IGNORECASE)
MONTH = re.compile(r"\d\s?월|\d[./-]\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE)
EN_SINCE = re.compile(r"\bsince\s$", re.IGNORECASE)
EN_TIMED = re.compile(r"\b(?:as of|through|ended?|ending|from|than)\s(?:\w+\s)?$", re.IGNORECASE)
PICTURED = Anchored(r"딜링룸|전광판|현황판|사진\s?=|\bPhoto\b|Getty Images")
"""A caption that ran into the text: its date is the picture's."""
DUE_AT = re.compile(r"\b(?:due|scheduled|set|expected|released)\s(?:out\s)?(?:(?:at|for|on)\s)?$")
DUE = re.compile(r"(?:due|out)\b")
RESULTS = re.compile(r"\b(?:earnings|results)\b", re.IGNORECASE)
LATER = Anchored(r"\blater (?:in the day|today)\b")
KO_AHEAD = re.compile(r"예정|계획|방침|앞[두둔]|[될할릴질낼]\s|[된한린난온]다(?=[.\s])|까지|부터")
EN_AHEAD = re.compile(r"\b(?:will|scheduled|slated|due|set to|expected|plans?|later|upcoming|is to|are to|eyes on|await\w*|brac\w+)\b")
CONDITION = re.compile(r"수도\s?있|다면|라면|경우|가능성|\bif\b|\bcould\b|\bmight\b")
EN_IN = re.compile(r"\b(?:in|by|until|during|from|starting|beginning|before|after)\s(?:the\s|early\s|late\s|mid-)?$", re.IGNORECASE)
EXPECTED = re.compile(r"\b(?:expected|will|scheduled|slated|due|set|likely|plans?|aims?|hopes?|anticipates?|expects?|targets?)\b[^.;]{0,60}\b(?:in|by|during|for|late|early)\s(?:the\s)?(?:early\s|late\s)?$")
"""Before a quarter without its year in which something is still to happen."""
AFTER_CLOSE = re.compile(r"\b(?:after|before)\s(?:the\s)?(?:markets?|stock\smarket|trading|closing\sbell|bell|close|open)(?:\s(?:had\s)?(?:close[sd]?|open(?:s|ed)?|end(?:s|ed)?))?\s(?:on\s)?$")
"""Before a day: the hour of an event, whose words are none of trading."""
MATURES = re.compile(r"\b(?:bonds?|notes?|debentures?|debt|securities|bills|loans?|tranche|paper)\s(?:that\s(?:are|is)\s)?(?:(?:coming|falling)\s)?(?:due|maturing)\s(?:in\s|on\s)?$")
"""Before the day or year in which debt falls due, which only tells what debt it is."""
OF_PERIOD = re.compile(r"\s(?:[a-z-]+\s){0,2}?(?:GDP|results|earnings|profits?|sales|revenues?|figures|growth|net income)\b")
"""Behind a period of what is reported."""
EN_NEXT = re.compile(r"(?:this|next|late|early|mid-?)\b", re.IGNORECASE)
EN_NOW = frozenset(("today", "this_day", "now", "stretch", "offset"))
PRICED_UNITS = frozenset(("percent", "points", "bp"))


def events(frames: Frames) -> Iterator[Dated]:
    """The events that an article dates."""
    cues: dict[int, list[Cue]] = {}
    dates = _dates(frames)
    told: tuple[int, Mention, Cue] | None = None
    for i, m in enumerate(dates):
        if frames.lang == "ko" and i and dated_ko.joined(frames.text, dates[i - 1], m) is not None:
            continue
        if frames.lang == "ko" and i + 1 < len(dates) and (pair := dated_ko.joined(frames.text, m, dates[i + 1])) is not None:
            m = pair
        when = m.value
        if not isinstance(when, When) or when.start is None:
            continue
        if when.grain == "instant" and when.clock is not None and not DUE_AT.search(frames.text, max(0, m.start - 16), m.start):
            continue
        sentence = frames.sentence_at(m.start)
        if sentence.place == "caption" or PICTURED.search(frames.text, sentence.start, sentence.end):
            continue
        here = cues.get(sentence.index)
        if here is None:
            here = cues[sentence.index] = cues_in(frames, sentence.start, sentence.end)
        following = next((d for d in dates[i + 1 : i + 3] if m.end <= d.start < sentence.end), None)
        if frames.lang == "ko" and not MONTH.search(frames.text, m.start, m.end):
            when = dated_ko.moved(when, next((d for d in reversed(dates[max(0, i - 4) : i]) if d.start >= sentence.start and frames.text[d.start - 1 : d.start] != "("), None), frames.article.published.date())
        find = dated_ko.governing if frames.lang == "ko" else _english
        cue = find(frames, m, when, sentence.clause_at(m.start), here, following)
        if frames.lang == "ko" and cue is None and told is not None and told[0] == sentence.index:
            cue = dated_ko.carried(frames, m, when, told[1], told[2])
        if frames.lang == "en" and (cue is None or cue.kind is None or cue.start > m.end):
            cue = named(frames, m, when) or cue
        entry = is_entry(frames, m)
        if entry and (cue is None or cue.kind in (None, "release_date")):
            cue = Cue(sentence.start, m.start - 2, agendas.kind_of(frames, sentence.start, m.start))
        if cue is not None and cue.kind is not None and _unpriced(frames, m, cue):
            told = (sentence.index, m, cue)
            when = dated_ko.to_come(frames, m, when, cue) if frames.lang == "ko" else when
            yield from _dated(frames, frames.at(m.start, m.end), m, when, cue, following, entry=entry)
    if frames.lang == "en":
        yield from _agenda(frames)


def _agenda(frames: Frames) -> Iterator[Dated]:
    """The events of a list by days."""
    published = frames.article.published.date()
    for e in agendas.entries(frames):
        frame = frames.at(e.start, e.end)
        said = frames.claim_fields(frame)
        said.update(quantity=None, direction=None, metric=e.kind, when=e.day, certainty="planned" if e.day.end >= published else "asserted")
        for subject in entered(frames, frame, Cue(e.start, e.end, e.kind)):
            yield Dated(said={**said, "subject": subject})


def _dates(frames: Frames) -> list[Mention]:
    """The dates of a text, and the words for a later hour of its own day."""
    if frames.lang != "en":
        return frames.dates
    day = frames.article.published.date()
    covered = {i for m in frames.dates for i in range(m.start, m.end)}
    later = [
        Mention(m.start(), m.end(), "date", When(start=day, end=day, grain="day", deixis="later"), "later")
        for m in LATER.finditer(frames.text)
        if m.start() not in covered
    ]
    return sorted([*frames.dates, *later], key=lambda m: m.start) if later else frames.dates


def _english(
    frames: Frames, m: Mention, when: When, clause: tuple[int, int], cues: list[Cue], following: Mention | None
) -> Cue | None:
    """The nearest word before a date in its clause, or behind a date that opens it."""
    text = frames.text
    if (hour := AFTER_CLOSE.search(text, max(frames.sentence_at(m.start).start, m.start - 44), m.start)) is not None:
        cues = [c for c in cues if not hour.start() <= c.start < m.start]
    before = next((c for c in reversed(cues) if c.end <= m.start), None)
    after = next((c for c in cues if c.start >= m.end), None)
    head = text[max(clause[0], m.start - 16) : m.start]
    if RELATIVE.search(text, m.start, m.end) or text.startswith(("'s", "’s"), m.end) or EN_TIMED.search(head):
        return None
    if EN_CONTRACT.match(text, m.end) or MATURES.search(text, max(clause[0], m.start - 40), m.start):
        return None
    if EN_SINCE.search(head):
        return before if before is not None and before.kind == "effective_date" and m.start - before.end < 20 else None
    if when.deixis in EN_NOW:
        return None
    cue = None
    if before is not None and before.start >= clause[0] and m.start - before.end <= REACH:
        cue = before
    elif after is not None and after.start - m.end <= REACH and after.start < clause[1]:
        cue = after
    elif before is not None and m.start - before.end <= 40:
        cue = before
    if cue is None or cue.kind is None:
        return cue
    if cue is before and cue.kind == "release_date" and DUE.match(text, cue.start):
        what = next((c for c in reversed(cues) if c.end <= cue.start and c.start >= clause[0] and cue.start - c.end <= REACH), None)
        if what is not None and (what.kind == "policy_meeting" or (what.kind == "earnings_date" and RESULTS.search(text, what.start, what.end))):
            cue = what
    near = m.start - cue.end if cue is before else cue.start - m.end
    if cue.kind == "remarks" and ((cue is after and (near > 8 or "," in text[m.end : cue.start])) or near > NEAR_SAID or ANALYST.search(text, *clause)):
        return None
    if when.grain in LONG and not _dates_it(frames, m, cue, near, clause):
        return None
    return cue


def _long(m: Mention) -> bool:
    """Whether a time is a quarter, a half or a year."""
    return isinstance(m.value, When) and m.value.grain in ("quarter", "half", "year")


def _dates_it(frames: Frames, m: Mention, cue: Cue, near: int, clause: tuple[int, int]) -> bool:
    """Whether a month, quarter or year dates the event and is not the period of a figure or of a report."""
    text = frames.text
    if OF_PERIOD.match(text, m.end) or (_long(m) and text.startswith("announc", cue.start)):
        return False
    placed = EN_IN.search(text, max(clause[0], m.start - 24), m.start) is not None or EN_NEXT.match(text, m.start)
    if cue.kind in ("earnings_date", "remarks", "policy_meeting"):
        return False
    if not placed:
        return cue.kind == "launch_date" and cue.start >= m.end and near <= NEAR_REPORT
    if cue.kind == "release_date" and (near > 30 or cue.start >= m.end):
        return False
    if figures_between(frames, min(m.end, cue.end), max(m.start, cue.start)):
        return False
    if near <= NEAR_SAID:
        return True
    a, b = bisect_left(frames.figure_starts, clause[0]), bisect_left(frames.figure_starts, clause[1])
    return not any(f.fact is not None for f in frames.numbers[a:b]) and near <= 40


def _unpriced(frames: Frames, m: Mention, cue: Cue) -> bool:
    """Whether no figure of a price or a statistic stands between a date and its word."""
    over = frames.lang == "ko" and isinstance(m.value, When) and m.value.grain in ("day", "month") and m.value.end is not None and m.value.end <= frames.article.published.date()
    a, b = (m.end, cue.start) if cue.start >= m.end else (cue.end, m.start)
    for i in range(bisect_left(frames.figure_starts, a), bisect_left(frames.figure_starts, b)):
        f = frames.numbers[i]
        if f.unit in PRICED_UNITS and (f.fact is None or f.fact.family != "other") and not (f.fact is not None and f.fact.family == "share" and over):
            return False
        if frames.lang == "ko" and f.fact is not None and f.fact.family in ("forecast", "fundamentals", "macro"):
            return False
    return True


def _dated(
    frames: Frames, frame: Frame, m: Mention, when: When, cue: Cue, following: Mention | None, *, entry: bool
) -> Iterator[Dated]:
    assert when.start is not None and cue.kind is not None
    text, end, days = frames.text, m.end, None
    anchored = frames.clock.at(m.end, m.end, frame.sentence, frame.clause)
    if when.deixis == "this_day" and anchored.span == m.span and anchored.when is not None and anchored.when.start:
        when = anchored.when
    assert when.start is not None
    window = turned(frames, m, Window(when.start, when.end or when.start))
    if frames.lang == "en" and when.grain in ("quarter", "half") and window.end < frames.article.published.date() and not YEAR.search(text, m.start, m.end):
        if EXPECTED.search(text, max(frame.sentence.start, m.start - 90), m.start):
            window = year_after(window)
    found = KO_DAYS.search(text, m.start, min(len(text), m.end + 10)) if frames.lang == "ko" else None
    if found is not None and "부터" in text[m.start : found.start()] and when.grain in ("day", "range"):
        days = KO_COUNT[found[1]] if found[1] else int(found[2])
        end = max(end, found.end())
    if when.grain == "week":
        window = Window(window.start, min(window.end, window.start + dt.timedelta(days=4 - window.start.weekday())))
    said = frames.claim_fields(frame)
    said.update(
        span=(frame.start, end), quote=text[frame.start : end], quantity=None, direction=None, metric=cue.kind,
        when=window, certainty=_certainty(frames, m, cue, when, window),
    )  # fmt: skip
    dated = when.deixis is None and days is None and when.grain == "day" and MONTH.search(text, m.start, m.end)
    weekday = _weekday(frames.lang, text[frame.start : end]) if dated else None
    for subject in entered(frames, frame, cue) if entry else hosts(frames, frame, m, cue, following):
        yield Dated(said={**said, "subject": subject}, weekday=weekday, days=days)


def _certainty(frames: Frames, m: Mention, cue: Cue, when: When, window: Window) -> str:
    """What is to come is planned; what was is asserted."""
    a, b = min(m.start, cue.start), max(m.end, cue.end)
    stop = frames.sentence_at(m.start).end
    if CONDITION.search(frames.text, a, min(stop, b + 14)):
        return "hypothetical"
    published: dt.date = frames.article.published.date()
    if window.start > published:
        return "planned"
    if window.end < published:
        return "asserted"
    ahead = KO_AHEAD if frames.lang == "ko" else EN_AHEAD
    lead = 0 if frames.lang == "ko" else 30
    return "planned" if ahead.search(frames.text, max(0, a - lead), min(stop, b + 14)) else "asserted"


def _weekday(lang: str, words: str) -> int | None:
    """The weekday said within a date's own words, Monday 0."""
    if lang == "ko":
        m = KO_WEEKDAY.search(words)
        return KO_WEEK.index(m[1] or m[2]) if m and any(c.isdigit() for c in words) else None
    m = EN_WEEKDAY.search(words)
    return EN_WEEK.index(m[1][:3].lower()) if m and any(c.isdigit() for c in words) else None
