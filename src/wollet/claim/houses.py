"""Who foretells in Korean prose: the house or the company that a verb of expecting, setting or saying belongs to.

A name with the particle of a topic before such a verb in the active voice ("A증권은 … 전망했다") speaks; a sentence that has
the verb and no such name of its own goes on with who spoke before it.  What "is expected" has no speaker.
"""

from __future__ import annotations

from functools import lru_cache

from wollet.claim.clauses import Sentence
from wollet.claim.frames import Frames
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.mention import Mention, Name

PRICED = ("INDEX:", "FX:", "RATE:", "COMDTY:", "CRYPTO:", "FUT:")
TOPIC = re.compile(r"(?:\([^)\n]{1,24}\))?\s?(?:측)?(?:은|는|이|가|도|에서는)\s")
FORETELLS = Anchored(
    r"(?:전망|예상|추정|예측|관측|분석|진단|평가|제시|가정|판단|조정)(?:했|한다|하며|하고|하면서|해\s)|내다[봤보]|[다고]\s?(?:봤|밝혔|말했|설명)|목표\s?(?:주)?가[^.\n]{0,80}?(?:상향|하향|올[려렸린]|높[여였인]|내[려렸린]|낮[춰췄춘]|유지|제시)"
)
"""A verb in the active voice by which somebody expects, sets or says."""
APART = re.compile(r"(?:[았었였했됐렸]고|[았었였했됐렸]으며|지만|으나|는데|[하되]자)[,\s]")
"""Between two topics: the verb behind belongs to the second."""
TITLED = re.compile(r"(?:증권|자산운용|투자|리서치)?\s?(?:,\s?)?(?=[\"“‘'])|\s(?=[가-힣A-Z])")
"""Behind a house that opens a headline: its words in quotation marks, or the company whose target it sets."""
HOUSE = re.compile(r"(?:증권|자산운용|투자|투자신탁|연구원|연구소|은행)$")
"""What a house is called by: it speaks rather than the company that it speaks of."""
TOLD = re.compile(r"[다요죠][.\s\"”’']*$")
"""The end of a whole sentence, which no line of a heading is."""
TARGET = re.compile(r"목표\s?(?:주)?가")
BACK = 3
"""Sentences over which a speaker goes on."""


def sayer(frames: Frames, index: int) -> Mention | None:
    """The name whose verb of expecting a sentence tells, itself or carried from those before it."""
    known = _known(frames)
    if index not in known:
        known[index] = _sayer(frames, index)
    return known[index]


@lru_cache(maxsize=2)
def _known(frames: Frames) -> dict[int, Mention | None]:
    """What has been found for the sentences of a text so far."""
    return {}


def _sayer(frames: Frames, index: int) -> Mention | None:
    s = frames.sentences[index]
    if (own := _own(frames, s)) is not None:
        return own
    if FORETELLS.search(frames.text, s.start, s.end) is None or frames.speech.speaker(s) is not None:
        return None
    for before in range(index - 1, max(-1, index - 1 - BACK), -1):
        if frames.sentences[before].paragraph != s.paragraph:
            return None
        if (found := _own(frames, frames.sentences[before])) is not None:
            return found
        if frames.speech.speaker(frames.sentences[before]) is not None:
            return None
    return None


def _own(frames: Frames, s: Sentence) -> Mention | None:
    """The topic of the sentence's own verb of expecting, or the house that opens a headline."""
    text = frames.text
    names = [x for x in frames.names.within(s) if _company(x)]
    if not names:
        return None
    verbs = list(FORETELLS.finditer(text, s.start, s.end))
    found: Mention | None = None
    for x in names if verbs else ():
        if x.end <= verbs[-1].end() and TOPIC.match(text, x.end) and frames.speech.quotation(x.start) < 0:
            if found is None or APART.search(text, found.end, x.start) is not None or (HOUSE.search(text, x.start, x.end) and not HOUSE.search(text, found.start, found.end)):
                found = x
    if found is not None or (s.place == "body" and TOLD.search(text, s.start, s.end) is not None) or TARGET.search(text, s.start, s.end) is None:
        return found
    first = names[0]
    if text[s.start : first.start].strip("[]\"'“‘ "):
        return None
    behind = TITLED.match(text, first.end)
    if behind is None or (text[behind.end()] not in "\"“‘'" and not any(x.start == behind.end() and x.value != first.value for x in names)):
        return None
    return first


def name_of(x: Mention) -> str | None:
    """What a speaker is called."""
    return x.value.name if isinstance(x.value, Name) else None


def _company(x: Mention) -> bool:
    """Whether a name is of a company, a house or an authority, and of nothing that only has a price."""
    v = x.value
    return isinstance(v, Name) and x.kind in ("instrument", "organisation") and not (v.ids and v.ids[0].startswith(PRICED))
