"""Where the stretch of a move begins and ends: the day it runs to, the day of the high or low that it is told from."""

from __future__ import annotations

import datetime as dt

import msgspec

from wollet.claim.frames import Frame, Frames
from wollet.claim.stretches import Horizon
from wollet.claim.windows import allowed
from wollet.mention import unhurried as re
from wollet.mention.sessions import session_windows
from wollet.model.mention import Mention
from wollet.model.time import When, Window

KO_PEAK = re.compile(r"고점|최고[가치점]|정점|저점|최저[가치점]|바닥")
EN_PEAK = re.compile(r"\b(?:highs?|lows?|peak|trough|record|levels?|price)\b", re.IGNORECASE)
EN_SET = re.compile(r"[\s,(]*(?:clos(?:e|ing\s\w+)\s)?(?:(?:of\s)?[$€£¥]?\d[\d.,]*\s?(?:points\s)?)?(?:(?:it|which was|that was|they)\s)?(?:hit|set|reached|touched|marked|seen|notched)?\s?(?:in|on|from|of|back in)?\s?(?:early\s|late\s|mid-)?", re.IGNORECASE)
"""Between a high or a low and the day of it: "its 52-week high of $111.96 from February"."""
EN_UNTIL = 60
"""Code points behind a figure within which the day that its stretch runs to is told."""
EN_TO = re.compile(r"\bas of\s(?:the close (?:of|on)\s)?$", re.IGNORECASE)

EN_RUN_ENDED = re.compile(r"[^.;,\d]{0,24}?\s(?:that\s|which\s)?(?:end(?:ed|ing|s)|was\s(?:snapped|broken|cut\sshort))\s(?:in\s|on\s)?(?:early\s|late\s|mid-)?")
"""Between a run and the day or month in which it ended."""
EN_RAN = re.compile(r"\b(?:through|until)\b")
"""Within a stretch that names its last day: "this year through Wednesday"."""

KO_AGAIN = re.compile(r"(?:이|같은)\s?기간")
"""What takes up the stretch of the sentence before."""
LEFT = re.compile(r",\s(?:leaving|putting|bringing|taking|extending|pushing)\b")
"""Between the day of an earlier move and what the sentence's own move came to: "after losing 4% on Thursday, leaving it down 10%"."""


def misplaced(frames: Frames, frame: Frame, h: Horizon) -> bool:
    """Whether the day found for an English move stands behind it in another part of the sentence, or is where it begins."""
    timed = frames.day(frame)
    if frames.lang != "en" or timed.span is None or timed.how not in ("clause", "sentence"):
        return False
    if timed.when is not None and h.start is not None and timed.when.start == h.start:
        return True
    if LEFT.search(frames.text, timed.span[1], max(timed.span[1], frame.start)) or (timed.span[0] >= frame.end and _of_peak(frames, frame, timed.span[0])):
        return True
    if h.anchor is not None and (peak := _peak(frames, frame, h.anchor)) is not None and peak.span == timed.span:
        return True
    return timed.span[0] >= frame.end and "," in frames.text[frame.end : timed.span[0]]


def _of_peak(frames: Frames, frame: Frame, at: int) -> bool:
    """Whether a day behind a figure is that of a high or a low told in between."""
    return any(EN_SET.fullmatch(frames.text, m.end(), at) for m in EN_PEAK.finditer(frames.text, frame.end, at))


def told_now(frames: Frames, frame: Frame, mic: str) -> dt.date | None:
    """The session that the text is of at a figure whose own words name none; of what a move left behind it, that move's."""
    first = next((d for d in frames.dates_between(frame.sentence.start, frame.clause[0]) if isinstance(d.value, When) and d.value.grain == "day"), None)
    if first is not None and LEFT.search(frames.text, frame.clause[0], frame.start):
        own = session_windows(first.value, mic, frames.article.published, frames.lang)  # type: ignore[arg-type]
        if own:
            return own[0][0].end
    found = allowed(frames.clock.running(frame.sentence), mic, frames.article.published, frames.lang)
    return found[0][0].end if found else None


def ending(frames: Frames, frame: Frame, mic: str) -> dt.date | None:
    """The session that a stretch is said to run to: "어제까지 3거래일", "up 12% this year through Friday"."""
    text = frames.text
    if frames.lang == "ko" and frame.sentence.index and KO_AGAIN.search(text, frame.clause[0], frame.start):
        last = frames.sentences[frame.sentence.index - 1]
        until = next((d for d in frames.dates_in(last) if isinstance(d.value, When) and d.value.relation == "until" and d.value.end is not None), None)
        if until is not None and isinstance(until.value, When):
            found = session_windows(msgspec.structs.replace(until.value, relation="on"), mic, frames.article.published, frames.lang)
            return found[0][0].end if found and found[0][0].start == found[0][0].end else None
    for d in frames.dates_in(frame.sentence):
        if not isinstance(d.value, When):
            continue
        before = frame.clause[0] <= d.start and d.end <= frame.start
        behind = frames.lang == "en" and 0 <= d.start - frame.end <= EN_UNTIL and "," not in text[frame.end : d.start]
        if not (before or behind):
            continue
        ran = frames.lang == "en" and d.value.grain == "range" and d.value.end is not None and EN_RAN.search(text, d.start, d.end)
        if ran or d.value.relation == "until" or (frames.lang == "en" and EN_TO.search(text, max(0, d.start - 24), d.start)):
            on = When(start=d.value.end, end=d.value.end, grain="day") if ran else msgspec.structs.replace(d.value, relation="on")
            found = session_windows(on, mic, frames.article.published, frames.lang)
            return found[0][0].end if found and found[0][0].start == found[0][0].end else None
    return None


def from_peak(frames: Frames, frame: Frame, h: Horizon, end: dt.date) -> dt.date | None:
    """The day of the high or low that a move is told from, where the text dates it; of a month, its first day."""
    if h.anchor is None:
        return None
    if h.start is not None:
        return h.start if h.start < end else None
    return _from_peak_ko(frames, frame, h.anchor, end) if frames.lang == "ko" else _from_peak_en(frames, frame, h.anchor, end)


def dated(frames: Frames, end: int) -> Window | None:
    """The days that an English text gives a high or low right behind it: "its 52-week high of $111.96 from February"."""
    s = frames.sentence_at(end - 1)
    for d in frames.dates_between(end, min(s.end, end + EN_UNTIL)):
        when = d.value
        if not isinstance(when, When) or when.start is None or when.relation in ("since", "before", "after"):
            return None
        if d.start > end and EN_SET.fullmatch(frames.text, end, d.start) and when.start <= frames.article.published.date():
            return Window(when.start, when.end or when.start)
        return None
    return None


def of_run(frames: Frames, end: int) -> Window | None:
    """The days in which an English run of another time ended: "a 12-day rally ending in May 2003"."""
    s = frames.sentence_at(end - 1)
    for d in frames.dates_between(end, min(s.end, end + EN_UNTIL)):
        when = d.value
        if not isinstance(when, When) or when.start is None or EN_RUN_ENDED.fullmatch(frames.text, end, d.start) is None:
            return None
        return Window(when.start, when.end or when.start) if when.start <= frames.article.published.date() else None
    return None


def _from_peak_en(frames: Frames, frame: Frame, anchor: str, end: dt.date) -> dt.date | None:
    m = _peak(frames, frame, anchor)
    when = m.value if m is not None else None
    return when.start if isinstance(when, When) and when.start is not None and when.start < end else None


def _peak(frames: Frames, frame: Frame, anchor: str) -> Mention | None:
    """The date of the high or low in an anchor's own words or right behind them."""
    at = frames.text.find(anchor, frame.sentence.start, frame.sentence.end)
    if at < 0 or EN_PEAK.search(anchor) is None:
        return None
    for d in frames.dates_in(frame.sentence):
        inside = at <= d.start < at + len(anchor)
        if inside or (d.start >= at + len(anchor) and EN_SET.fullmatch(frames.text, at + len(anchor), d.start)):
            return d
    return None


def _from_peak_ko(frames: Frames, frame: Frame, anchor: str, end: dt.date) -> dt.date | None:
    """The day that this sentence or the one before gives the high or low."""
    if KO_PEAK.search(anchor) is None:
        return None
    for i in (frame.sentence.index, frame.sentence.index - 1):
        if i < 0:
            continue
        s = frames.sentences[i]
        if i != frame.sentence.index and KO_PEAK.search(frames.text, s.start, s.end) is None:
            continue
        for d in frames.dates_in(s):
            if d.end <= frame.start and isinstance(d.value, When) and d.value.grain == "day" and d.value.start is not None and d.value.start < end:
                return d.value.start
    return None
