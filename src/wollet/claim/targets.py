"""Target prices: the company that one is set for, and the figures that only tell by how much it was moved.

The house that sets a target is no party to it: the company stands behind "target on", in a possessive, or the text is about it.
"""

from __future__ import annotations

from wollet.claim import houses as speakers
from wollet.claim.facts import Fact
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.whose import HOUSE, PRICED, as_subject, main_subject, owner
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Direction, Subject
from wollet.model.mention import Name

TARGET_ON = re.compile(r"\btargets?\s(?:price\s)?(?:on|for)\s(?:the\s|shares of\s)?$|목표\s?주가")
OWN_TARGET = re.compile(r"(?:['’]s)?\s(?:year-end\s|price\s|12-month\s)?(?:targets?|forecasts?)\b")
"""Behind an index: what it is expected to reach."""
SET = re.compile(r"\b(?<!was )(?<!were )(?<!been )(?<!be )(?:raised|lifted|hiked|boosted|increased|upped|bumped|nudged|cut|lowered|trimmed|slashed|reduced|decreased|kept|maintained|reiterated|set|assigned|raises|lifts|hikes|boosts|cuts|lowers|trims)\b")
PARTED = re.compile(r"\b(?:as|after|when|because|since|while|but|and|which|that)\b|[,;]")
"""Between a name and the verb of who sets a target: the name is of another clause."""
BY = re.compile(r"\b(?:by\s(?:about\s|another\s)?|(?:,\s|\()(?:(?P<up>up)|(?P<down>down))\s(?:by\s)?)$")
"""Before the amount of a change."""
HIGHER = re.compile(r"(?:\sper share|\sa share)?\s(?:(?P<up>higher|more|increase|boost|hike|raise)|(?P<down>lower|less|decrease|cut|reduction))\b")
"""Behind it."""
METRICS = frozenset(("target_price", "target_price_change", "target_upside"))
KO_AIM = re.compile(r"목표\s?(?:주)?가")
WAY = Anchored(r"\b(?:(?P<up>rais(?:e|es|ed|ing)|lift\w*|hik\w+|boost\w*|increas\w+|upp(?:ed|ing)|bump\w*|nudg\w+)|(?P<down>cut\w*|lower\w*|trimm?\w*|slash\w*|reduc\w+|decreas\w+))\b")
KO_SET_FOR = re.compile(r"(?:\([^)]*\))*(?:의\s|\s|에\s대(?:해|한)\s[^.\n]{0,120}?)(?:기존\s|평균\s)?목표\s?(?:주)?가|(?:\([^)]*\))*[은는이가도]\s(?:이\s기간\s|같은\s기간\s|이번에\s)?(?:평균\s)?목표\s?(?:주)?가(?:[가는도의]\s|\s?평균[이은]\s)")
"""Between a company and its target price: its own, or what it is the subject of; what a house sets ("목표주가를") is another's."""


AIMED = frozenset(("target_price", "target_upside"))
KO_TRADED = re.compile(r"종가|현재가|주가[는가]|거래|마감|장\s?중|오른|올랐|내린\s|급등|급락|강세|약세")
"""Between the word for a target and a figure: that one is a price of the market."""
KO_LED = re.compile(r"\d\s?(?:만|천)?\s?(?:원|달러)?(?:으로|로|까지)\s(?:약\s)?$|(?:여력|업사이드)(?:은|는|이|을)?\s(?:약\s)?$")
"""Before the percentage by which a target was raised: the target itself."""


def _aimed_ko(frames: Frames, frame: Frame) -> Subject | None:
    """The company whose target price a Korean sentence names as its own, else the one that the whole text is about."""
    house = speakers.sayer(frames, frame.sentence.index)
    aimed = next((m.end() for m in KO_AIM.finditer(frames.text, frame.sentence.start, frame.start)), None)
    named = [
        x for x in frames.names.within(frame.sentence)
        if x.kind == "instrument" and isinstance(x.value, Name) and not HOUSE.search(frames.text, x.start, x.end) and (house is None or x.start != house.start or (aimed is not None and x.start >= aimed))
    ]  # fmt: skip
    turn = [x for x in named if aimed is not None and aimed <= x.start and x.end <= frame.start]
    if turn and isinstance(turn[-1].value, Name) and turn[-1].value.ids and not turn[-1].value.ids[0].startswith(PRICED):
        return as_subject(turn[-1])
    for x in reversed([*(x for x in named if x.start >= frame.end), *(x for x in named if x.end <= frame.start)]):
        if isinstance(x.value, Name) and x.value.ids and KO_SET_FOR.match(frames.text, x.end, frame.start if x.end <= frame.start else frame.sentence.end):
            return as_subject(x)
    return main_subject(frames)


def aimed_at(frames: Frames, frame: Frame) -> Subject:
    """The company that a target price is set for: named behind "target on", else not the house that sets it."""
    text = frames.text
    if frames.lang == "ko" and (own := _aimed_ko(frames, frame)) is not None:
        return own
    for x in frames.names.within(frame.sentence) if frames.lang == "en" else ():
        if x.end <= frame.start and isinstance(x.value, Name) and x.value.ids and x.value.ids[0].startswith("INDEX:") and OWN_TARGET.match(text, x.end):
            return as_subject(x)
    for c in frame.subjects:
        if c.start >= frame.sentence.start and TARGET_ON.search(text, max(0, c.start - 40), c.start):
            return subject_of(c)
    if frames.lang != "en":
        return owner(frames, frame)
    house = SET.search(text, frame.sentence.start, frame.start)
    named = [x for x in frames.names.within(frame.sentence) if isinstance(x.value, Name) and x.kind != "person"]
    setter = next((x.start for x in reversed(named) if house is not None and x.end <= house.start() and PARTED.search(text, x.end, house.start()) is None), -1)
    for c in frame.subjects:
        speaks = c.start == setter or (not c.name.ids and OWN_TARGET.match(text, c.end) is not None)
        if not speaks and c.start >= frame.sentence.start and c.name.ids and not c.name.ids[0].startswith(PRICED):
            return subject_of(c)
    houses = {i for c in frame.subjects if c.start == setter for i in c.name.ids}
    if (main := main_subject(frames)) is not None and main.id not in houses:
        return main
    for c in frames.names.carried(frame.sentence):
        if c.name.ids and not c.name.ids[0].startswith(PRICED):
            return subject_of(c)
    return Subject(kind="topic")


def moved(frames: Frames, frame: Frame) -> Direction | None:
    """Which way a target was moved by a figure that only tells by how much: "raised its target by $10 to $90"."""
    text, s = frames.text, frame.sentence
    m = BY.search(text, max(s.start, frame.start - 16), frame.start) or HIGHER.match(text, frame.end)
    if m is None:
        return None
    way = m if "up" in m.groupdict() and (m["up"] or m["down"]) else next(reversed(list(WAY.finditer(text, s.start, frame.start))), None)
    return None if way is None else "up" if way["up"] else "down"


def surely(frames: Frames, frame: Frame, fact: Fact) -> bool:
    """Whether a figure behind the word for a target is one, no word of a price being told between them."""
    if fact.at is None or not frame.sentence.start <= fact.at[0] or fact.at[1] > frame.start or KO_TRADED.search(frames.text, fact.at[1], frame.end + 12) is not None:
        return False
    return frame.unit != "percent" or KO_LED.search(frames.text, max(fact.at[1], frame.start - 16), frame.start) is not None
