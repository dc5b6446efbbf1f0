"""How large an English text says that a market for goods is or will be: a figure of the market and of no company in it.

"The market for AI chips could reach $400 billion by 2027", "the headset market was worth $5 billion last year".
"""

from __future__ import annotations

from wollet.claim.facts import Fact
from wollet.claim.frames import Frame, Frames
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Subject

_NOT = r"(?!(?:stock|bull|bear|labou?r|jobs?|equity|housing|bond|money|capital|financial|home|broad(?:er)?|share|emerging|after|pre|its|their|credit|debt|futures|overall|the|an?|in|of|sees?|pegs?|puts?|values?|and|for|that|this|on)\b)"
_GOODS = rf"(?:(?:global|worldwide|world|overall|total addressable|addressable|U\.S\.|US)\s)?(?:{_NOT}[\w’'/&-]+\s){{1,4}}?market|(?:total\s)?(?:addressable\s)?market\sfor\s[\w’'/&-]+(?:\s(?!will|would|could|may|might|should|is|was|to|at|has|can)[\w’'/&-]+){{0,4}}?"
MARKET = Anchored(
    rf"(?:\b[Tt]he\s|\b[Aa]n?\s|\b)(?P<what>{_GOODS})(?:,\s[^,;]{{0,70}},)?\s(?:that\s|which\s)?(?:\w+ly\s)?"
    r"(?:(?:is|was|were|will|would|could|may|might|should|can|has|had)\b|to\s(?:reach|grow|hit|be|swell|expand|top|exceed|double)|(?:reach|grow|swell|expand|hitt)ing|gr[eo]w\b|reached|expected|projected|estimated|forecast|worth|valued|at\b|represents)[^.;$€£]{0,60}[$€£]?$",
    re.IGNORECASE,
)
ESTIMATED = re.compile(r"\bmarket\s(?:for\s[\w -]{3,40}\s)?(?:that|which)\s[^.;$€£]{3,60}(?:estimates|puts|values|pegs|sees)\s(?:at|as|reaching)\s[$€£]?$")
AHEAD = Anchored(r"\b(?:will|would|could|may|might|should|by (?:the end of )?20\d\d|expected|projected|forecast|estimate\w*|sees|seen|to (?:reach|grow|hit|be|swell|expand|top|exceed|double))\b")
LARGE = 10_000_000
NEAR = 130


def name(frames: Frames, frame: Frame) -> str | None:
    """The market whose size a figure is, as the text calls it, or None."""
    q = frame.quantity
    if frames.lang != "en" or q is None or not (frame.unit == "percent" or (frame.unit[:3].isupper() and len(frame.unit) == 3 and max(q.low or 0, q.high or 0) >= LARGE)):
        return None
    lo = max(frame.sentence.start, frame.start - NEAR)
    if " market" not in frames.text[lo : frame.start] and not frames.text.startswith("Market for", lo):
        return None
    if frame.unit == "percent" and frame.movement is None:
        return None
    m = MARKET.search(frames.text, lo, frame.start)
    if m is not None:
        return str(m["what"]).strip()
    return "market" if ESTIMATED.search(frames.text, lo, frame.start) else None


def fact(frames: Frames, frame: Frame, told: Fact | None) -> Fact:
    """The size of a market: an expectation, or a total of an industry."""
    ahead = AHEAD.search(frames.text, max(frame.sentence.start, frame.start - NEAR), min(frame.sentence.end, frame.end + 40)) is not None
    at, cost = (told.at, told.cost) if told is not None else (None, 0)
    return Fact("forecast", "market_size", at, True, min(cost, 10)) if ahead else Fact("macro", "market_size", at, False, min(cost, 10))


def subject(what: str) -> Subject:
    """A market as the subject of a claim."""
    return Subject(kind="topic", name=what)
