"""Days of an English agenda with what each brings: "Monday: durable goods orders", or a line with the day and lines below it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from wollet.claim.clauses import Sentence
from wollet.claim.frames import Frames
from wollet.claim.occasions import PATTERN, TABLE
from wollet.mention import unhurried as re
from wollet.model.mention import Mention, Name
from wollet.model.time import When, Window

DAY_OF_LIST = re.compile(r"[ \t]*(?:[-–—•·*]+|\d{1,2}[.)])?[ \t]*\**$")
"""Before the day that begins a line or a sentence."""
COLON = re.compile(r"\**:\**\s+|\s[–—-]\s")
ALONE = re.compile(r"\**:?\**[ \t]*(?:\n|$)")
EARNINGS = re.compile(r"\b(?:earnings|results|reports?)\b", re.IGNORECASE)
WORDS = re.compile(r"[A-Za-z](?:[^.!?;\n]|(?<=\s[ap])\.|(?<=\d[ap])\.|(?<=[ap]\.m)\.|(?<=[A-Z])\.){2,}")
TOLD = re.compile(r"\b(?:said|rose|fell|reported|announced|was|were|closed|told|gained|lost|dropped|climbed|jumped|slid)\b|%")
"""What no entry of things to come tells."""
LONGEST, LINES = 160, 12
WEEK = dt.timedelta(days=7)


class Entry(msgspec.Struct, frozen=True):
    """What a day of an agenda brings: its place, its kind of event and its day."""

    start: int
    end: int
    kind: str
    day: Window


def entries(frames: Frames) -> list[Entry]:
    """The entries of an agenda of two days or more, in order."""
    found = [x for m in frames.dates if (x := list(_of_day(frames, m)))]
    return [e for day in found for e in day] if len(found) > 1 else []


def _of_day(frames: Frames, m: Mention) -> Iterator[Entry]:
    text, when = frames.text, m.value
    if not isinstance(when, When) or when.start is None or when.grain != "day":
        return
    s = frames.sentence_at(m.start)
    line = max(s.start, text.rfind("\n", 0, m.start) + 1)
    if DAY_OF_LIST.fullmatch(text, line, m.start) is None:
        return
    published = frames.article.published.date()
    day = Window(when.start, when.start)
    if when.deixis == "weekday" and day.end < published:
        day = Window(day.start + WEEK, day.end + WEEK)
    if day.end < published:
        return
    if (colon := COLON.match(text, m.end)) is not None and colon.end() < s.end:
        yield from _items(frames, colon.end(), s.end, day)
    elif ALONE.match(text, m.end) is not None:
        for below in _below(frames, s):
            yield from _items(frames, below.start, below.end, day)


def _below(frames: Frames, s: Sentence) -> Iterator[Sentence]:
    """The lines under a line that holds a day alone, up to an empty line or the next day."""
    last = s
    for other in frames.sentences[s.index + 1 : s.index + 1 + LINES]:
        gap = frames.text[last.start : other.start]
        if "\n\n" in gap.rstrip(" ") or "\n" not in gap or other.end - other.start > LONGEST:
            return
        yield other
        last = other


def _items(frames: Frames, start: int, end: int, day: Window) -> Iterator[Entry]:
    for m in WORDS.finditer(frames.text, start, end):
        if TOLD.search(frames.text, m.start(), m.end()) is not None or len(m[0]) > LONGEST:
            return
        a, b = m.start(), m.start() + len(m[0].rstrip(" ,;"))
        yield Entry(a, b, kind_of(frames, a, b), day)
        if frames.text[m.end() : m.end() + 1] != ";":
            return


def kind_of(frames: Frames, start: int, end: int) -> str:
    """The kind of event that an entry names: results, a bank's decision, remarks, a holiday, else a release."""
    if EARNINGS.search(frames.text, start, end) is not None:
        return "earnings_date"
    for c in PATTERN["en"].finditer(frames.text, start, end):
        kind = TABLE["en"][(c.lastindex or 1) - 1][1]
        if kind in ("policy_meeting", "remarks", "holiday"):
            return kind
    names = [x for x in frames.names.within(frames.sentence_at(start)) if start <= x.start < end]
    first = next((x for x in names if x.kind == "instrument" and x.start == start), None)
    return "earnings_date" if first is not None and isinstance(first.value, Name) and first.value.ids and first.value.ids[0].startswith("X") else "release_date"
