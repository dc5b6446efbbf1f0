"""What an English text has said so far of time, and whether the words around a time look ahead or back."""

from __future__ import annotations

import datetime as dt

from wollet.mention import unhurried as re
from wollet.model.time import When

_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?](?=\s+[A-Z\"“]|\s*$)|\n")
_AHEAD_BEFORE = re.compile(
    r"\b(?:will|would|shall|'ll|’ll|due|slated|scheduled|upcoming|ahead of|run-up to|until|(?:is|are|be|it's|it’s) (?:set|expected|likely) to|expects? to|plans? to|(?:want|aim|hope|intend|need|seek)s? to|going to|ha(?:s|ve) to (?!date)|must|[Ss]chedule|coming|"
    r"(?:is|are) to|awaits?|await(?:ing)?|look(?:s|ed|ing)? (?:ahead|for|to|toward)|brac(?:e|es|ed|ing) for|wait(?:ing)? for|eye(?:s|d|ing)? on|[Ss]hould|let's|let’s|please|need to|can (?:you|we)|tomorrow|"
    r"(?:report|release|meet|publish|announce|unveil|begin|start|speak|testify|kick off|decide|vote|open|expire|come|arrive)s?(?=[ ,]))\b"
)
_AHEAD_AFTER = re.compile(r"\b(?:will|would|needs? to|is (?:due|set|expected|scheduled|slated)|are (?:due|set|expected|scheduled|slated)|is the (?:end|last day|deadline))\b")
_REPORT = re.compile(
    r"\b(?:reported|posted|announced|came in|beat|beats|missed|misses|topped|earned|results|earnings|swung|rose|fell|gained|dropped|declined|was|were|turned in|delivered|tops)\b"
)
_SINCE = re.compile(r"\bsince\s[^.,;]{0,60}$", re.IGNORECASE)
_AGENDA = re.compile(
    r"(?:events?|calendar|agenda|data|releases|earnings|ahead|to watch|coming up|watch)[^\n]{0,30} this week|[Ww]eek [Aa]head|[Tt]his week['’]s [^\n]{0,20}(?:events|agenda|calendar|data)"
)
_ITEM = 60
"""A line of an agenda is short."""
_BY = re.compile(r"\b(?:by|before|next|until)\s(?:the )?$", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|did|said|rose|risen|fell|fallen|grown|shrunk|closed|ended|reported|announced|gained|lost|dropped|climbed|jumped|slipped|hit|made|came|[a-z]{3,}ed)\b(?!-)")


class Context:
    """What the text has said so far: the day of publication, the last day and the last period told outright."""

    def __init__(self, today: dt.date) -> None:
        self.today = today
        self.day: dt.date | None = None
        self.period: When | None = None
        self.agenda = -1

    def read(self, text: str) -> Context:
        """The context of a whole text: where its list of the week's events begins."""
        m = _AGENDA.search(text) if "his week" in text or "eek ahead" in text or "eek Ahead" in text else None
        self.agenda = m.end() if m else -1
        return self

    def listed(self, text: str, start: int, end: int) -> bool:
        """Whether a weekday closes a line of the week's events ("Retail sales, Thursday")."""
        if not 0 <= self.agenda <= start or text[end : end + 1] not in ("", "\n", ";"):
            return False
        line = text.rfind("\n", max(self.agenda, start - _ITEM * 2), start)
        return line >= 0 and _PAST.search(text, line, start) is None

    def saw(self, when: When) -> None:
        if when.start is None or when.deixis == "offset":
            return
        if when.grain in ("day", "instant"):
            self.day = when.start
        elif when.grain in ("week", "month", "quarter", "half", "year") or when.fiscal:
            self.period = when


def ahead(text: str, start: int, end: int) -> bool:
    """Whether the words around a time speak of what is to come."""
    before = text[max(0, start - 90) : start]
    cut = max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
    before = before[cut:]
    if _SINCE.search(before):
        return False
    if (m := _last(_AHEAD_BEFORE, before)) is not None:
        past = _last(_PAST, before)
        if past is None or past <= m:
            return True
    if _BY.search(before):
        return not _PAST.search(before)
    if _PAST.search(before):
        return False
    after = text[end : end + 50]
    stop = _SENTENCE_END.search(after)
    return _AHEAD_AFTER.search(after[: stop.start()] if stop else after) is not None


def told_back(text: str, start: int, end: int) -> bool:
    """Whether the sentence around a time tells of the past: a verb of it, "since", "last"."""
    a = max((m.end() for m in _SENTENCE_END.finditer(text, start - 120, start)), default=max(0, start - 120))
    stop = _SENTENCE_END.search(text, end, min(len(text), end + 120))
    b = stop.start() if stop else min(len(text), end + 120)
    return _PAST.search(text, a, b) is not None or _SINCE.search(text[a:start]) is not None


def reported(text: str, start: int, end: int) -> bool:
    """Whether a quarter told without its year is one that was just reported: a fiscal one, whatever its number."""
    return not ahead(text, start, end) and _REPORT.search(text, start - 60, min(len(text), end + 60)) is not None


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    found = None
    for m in pattern.finditer(text):
        found = m.start()
    return found
