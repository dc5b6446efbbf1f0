"""Where a text tells of an extreme or a first: the phrase, what was extreme, and the day that the words give it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wollet.claim import endings
from wollet.claim.extreme_words import EN, KO, Event, event_of, moved_before, width_of
from wollet.claim.frames import Frame, Frames
from wollet.claim.thresholds import Crossing
from wollet.mention import unhurried as re
from wollet.model.time import When, Window

SHORT_OF = re.compile(
    r"\b(?:below|from|off|under|short of|shy of|near|toward|towards|than|(?:%|percent|points) of)\s(?:its|a|an|the|their|last)?\s?(?:(?:Jan|Febr)uary\s|March\s|April\s|May\s|June\s|July\s|August\s|(?:Septem|Octo|Novem|Decem)ber\s)?$|(?:대비|보다)\s?$", re.IGNORECASE
)
KO_AGAINST = re.compile(r"\s?\([^()\n]{1,24}\)\s?(?:대비|보다|에\s?비해|[과와]\s?비교)")
"""Behind a Korean extreme that its figure in brackets marks as the base of a move."""
LEFT = re.compile(r"\b(?:eas\w+|slip\w*|retreat\w*|pull\w* back|back down|f[ae]ll\w*|down|dropp?\w*|slid\w*|declin\w*|cool\w*|rose|ris\w+|rebound\w*|recover\w*|bounc\w+|up|climb\w*|edg\w+)\s(?:\w+\s){0,4}?from\s(?:an?\s|the\s|its\s)?$", re.IGNORECASE)
"""Before a high or low that the price has just left: "slipped from a record high"."""
OF_MANY = re.compile(r"\d\s(?:new\s)?$|\b(?:many|several|some|most|dozens|number)\b[\w\s]{0,24}$", re.IGNORECASE)
"""Before highs and lows that are counted, or are those of many."""
NTH = re.compile(r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:nd|rd|th|st))[-\s]$", re.IGNORECASE)
"""Before a superlative: a place in the order of records and not the record."""
SO_RARE = re.compile(r"(?:로|으로)?\s?(?:장중\s|종가\s?기준\s|연간\s)?(?:(?:시가\s?총액|시총|주가|지수)[이가]?\s)?")
SO_RARELY = re.compile(r"[가-힣]{0,6}\s?것[은이]\s(?:이번이\s)?(?:[^.\n]{0,30}\s)?")
TO_THE_FACT = re.compile(r"[가-힣]{0,2}\s")
"""Between "for the first time" and the threshold that was passed so, and the other way round."""
BASE_REACH = 50
FULL_STOP = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\.$")
"""A phrase that took the stop of its sentence with the month it ends in."""
KEY = re.compile(r"(?:\s?[/·&]\s?(?:highs?|lows?|최[고저]가?|[고저][가점]))?(?:\s?\([^()\d\n]{1,20}\))?(?:[)\s*_]{0,4}[:：|]|(?<=\)))[\s*_|]*[~≈약▲▼$₩€£¥]?\s?\d|(?:[은는이가과와및,·/\s]|최[고저]가?|[고저]가|(?:and|or|highs?|lows?)\b)*[?？]")
"""Behind a high or low that only heads a figure in a list or table: "52-week high: $299.29"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of an extreme: `over` what a move is counted, `past` where a price is only set against it, `dated` its own day, `base` where the words of what it looks back at begin."""

    frame: Frame
    event: Event
    over: str = "sessions"
    past: bool = False
    dated: Window | None = None
    base: int | None = None


def phrases(frames: Frames, passed: list[Crossing]) -> Iterator[Phrase]:
    """The phrases of a text that tell of an extreme or a first; beside a threshold `passed`, "for the first time" is none."""
    for m in (KO if frames.lang == "ko" else EN).finditer(frames.text):
        found = {k: v for k, v in m.groupdict().items() if v}
        start = m.start(named) if frames.lang == "en" and (named := next((k for k in ("high2", "high4") if found.get(k)), "")) else m.start()
        end = m.end() - (len(m[0]) - len(m[0].rstrip()))
        if frames.lang == "en" and FULL_STOP.search(frames.text, start, end) is not None:
            end -= 1
        if KEY.match(frames.text, end) is not None:
            continue
        if OF_MANY.search(frames.text, max(0, start - 30), start) or ("super" in found and NTH.search(frames.text, max(0, start - 14), start)):
            continue
        if frames.lang == "ko" and KO_AGAINST.match(frames.text, end):
            continue
        past = SHORT_OF.search(frames.text, max(0, start - 24), start)
        dated = endings.dated(frames, end) if frames.lang == "en" else None
        if past is not None and dated is None and not ("from" in past[0] and ("super" in found or LEFT.search(frames.text, max(0, start - 60), start))):
            continue
        event, over = event_of(found)
        if event == "first" and found.get("super") and not found.get("what"):
            event = moved_before(frames.text, max(0, start - 40), start) or event
        if frames.lang == "ko":
            event, over = width_of(frames.text, start, end, event)
        frame = frames.at(start, end)
        if event == "first" and frames.lang == "ko" and any(_same(frames, frame, c) for c in passed):
            continue
        base = _base(frames, frame) if frames.lang == "ko" else None
        if base is not None:
            frame.time = frames.at(base, end).time
        yield Phrase(frame, event, over, past is not None, dated, base)


def _same(frames: Frames, frame: Frame, c: Crossing) -> bool:
    """Whether a Korean "for the first time" tells how rare the passing of a threshold beside it was, and is no record of its own."""
    if c.frame.sentence is not frame.sentence:
        return False
    if c.frame.start >= frame.end:
        return SO_RARE.fullmatch(frames.text, frame.end, c.frame.start) is not None
    between = TO_THE_FACT if frame.quote.startswith("것") else SO_RARELY
    return between.fullmatch(frames.text, c.end, frame.start) is not None


def _base(frames: Frames, frame: Frame) -> int | None:
    """Where the words of what a Korean record looks back at begin: "지난해 8월 5일 기록한 18조원 이후 최대"."""
    if not frame.quote.lstrip().startswith("이후"):
        return None
    days = [d for d in frames.dates_between(max(frame.clause[0], frame.start - BASE_REACH), frame.start) if isinstance(d.value, When) and d.value.start]
    return days[-1].start if days else None
