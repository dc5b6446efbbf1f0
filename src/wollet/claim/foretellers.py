"""Whose expectation an English forecast is: analysts and the firm that polls them, a house, officials, the company itself.

Named where the sentence says so ("analysts polled by LSEG", "according to FactSet", "UBS raised its price target"); a
figure that a company gives for its own year to come is that company's.
"""

from __future__ import annotations

from wollet.claim.frames import Frame, Frames
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Subject
from wollet.model.mention import Name

POLLED = Anchored(r"\b(?:polled|surveyed|compiled|gathered|calculated) by (?:data (?:firm|provider) )?((?:[A-Z][\w&.’'-]*[\w])(?:\s[A-Z][\w&’'-]*)?)")
PER = re.compile(r"(?:[,(]?\s(?:per|according to|based on)\s(?:data from\s|a\s|the\s)?)((?:[A-Z][\w&.’'-]*[\w])(?:\s[A-Z][\w&’'-]*)?)")
CROWD = Anchored(
    r"\b(?i:(?:wall street |market )?(?:analysts|economists|strategists|forecasters)|wall street|the street|consensus|traders|money markets|swaps|futures markets)\b|\bStreet(?= expectations|[’']s)"
)
OFFICIALS = Anchored(r"\b(?:Fed(?:eral Reserve)?|FOMC|ECB|European Central Bank|Bank of (?:England|Japan|Canada|Korea)|central bank(?:ers)?|policymakers|officials)\b")
GUIDED = Anchored(
    r"\b(?:guid(?:ed|es|ing|ance)|expects?|forecasts?|sees|projects?|anticipates?|(?:is|are) calling for|outlook|targets?|plans?|predict(?:s|ed)|forecast (?:revenue|earnings|sales|profit)|said|reiterated|raised|lowered|cut)\b"
)
TARGET = re.compile(r"\b(?:rais|lift|hik|boost|increas|cut|lower|trimm|slash|reduc|decreas|maintain|reiterat|set|upgrad|downgrad|initiat)\w*\b")
TARGETS = frozenset(("target_price", "target_price_change"))
REACH = 160


def foreteller(frames: Frames, frame: Frame, metric: str, subject: Subject) -> str | None:
    """The name or the word that tells whose expectation a figure is, or None."""
    text, s = frames.text, frame.sentence
    if (m := POLLED.search(text, s.start, s.end)) is not None:
        return str(m[1])
    if (behind := PER.search(text, frame.end, min(s.end, frame.end + REACH))) is not None:
        return behind[1]
    if metric in TARGETS and (m := TARGET.search(text, s.start, frame.start)) is not None:
        for x in frames.names.within(s):
            if x.end <= m.start() and isinstance(x.value, Name) and (not x.value.ids or x.value.ids[0] != subject.id):
                return text[x.start : x.end]
    if (m := CROWD.search(text, s.start, s.end)) is not None:
        return str(m[0])
    if subject.kind == "series" or (subject.id or "").startswith("RATE:"):
        m = OFFICIALS.search(text, s.start, s.end)
        return str(m[0]) if m is not None else None
    if subject.name and metric not in TARGETS and GUIDED.search(text, s.start, frame.start) is not None:
        return subject.name
    return None
