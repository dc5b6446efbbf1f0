"""Turns of speech that hand figures out in ways that are not followed: what is read of them is never called wrong.

"The former fell 1% and the latter 2%", "A and B rose 1% and 2%", "19th at dawn (Seoul time)", "not 1.5% as stated earlier".
"""

from __future__ import annotations

from itertools import combinations

from wollet.claim.candidates import Candidate
from wollet.claim.frames import Frame, Frames
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.mention import Name
from wollet.model.quantity import Quantity

HANDED_OUT = "the figures may be handed out to several names in turn"
OTHER_STRETCH = "a stretch of several sessions is told beside it"
FEW = 4
"""Figures before a move among which the levels of its way may be."""
NO_LEVEL = frozenset(("percent", "percentage_points", "count"))
OTHER_DAY = "another session's price is told beside it"
TAKEN_BACK = "the figure is told as not so"
ONLY_THERE = "the subject is only where the thing told of stands"
OPENING = "an opening price and a close are told in one sentence"

IN_TURN = {"ko": Anchored(r"(?<![가-힣A-Za-z])(?:전자|후자)[는가도]\s"), "en": Anchored(r"\b(?:former|latter)\b", re.IGNORECASE)}
OWNED = re.compile(r"['’]s?\s(?:[\w.%-]+\s){0,3}?(?:gain|loss|rise|drop|decline|advance|fall|slide|jump)s?\b")
"""Behind a name: a move that is its own."""
JOINED_BEFORE = re.compile(r"[A-Z][\w.&’'-]*,?\s(?:and|&)\s$")
JOINED_BEHIND = re.compile(r",?\s(?:and|&)\s[A-Z]")
"""Another name beside a subject, known or not."""
EACH = re.compile(r"(?:\s?[,·]\s?[\d.]+%)*\s?씩")
OF_OPENING = re.compile(r"(?:시가|시초가|개장가)\s?(?:\([^)\n]{1,20}\))?\s?(?:대비|보다|에\s?비해|[과와]\s비교)")
RATE = re.compile(r"[률폭]\s?\(?$")
PASSED = re.compile(r"(?:웃돌|밑돌|넘어|뛰어넘|상회|하회|못\s?미)")
"""Around a move that is set against the opening, or is the one that another was larger or smaller than."""
LISTED = re.compile(r"\s?(?:포인트)?\)?\s?(?:[,·/)]|[와과]\s|및\s|씩|로\s|\n)")
"""Behind a figure of a list, whose word of movement comes at the end."""
EACH_OF = re.compile(r"각각\s")
AMONG = re.compile(r"\b(?:among|amongst|out of|between)\s(?:the\s)?(?:\w+\s){0,2}?$", re.IGNORECASE)
"""Before names of which one alone is told of: "the biggest gainer among Apple and Intel"."""
UP_TO = re.compile(r"들어\s(?:이날|전날|어제|오늘)까지\s")
THAT_LEVEL = Anchored(r"\b(?:above|below|under) (?:that|the same) (?:level|mark|line)\b", re.IGNORECASE)
NOT_SO = re.compile(r"\bnot\s(?:by\s|the\s)?$", re.IGNORECASE)
DAWN = re.compile(r"새벽\s?\(한국")
EVE_CLOSE = re.compile(r"(?:전[날일]|전\s?거래일)\s?종가[^.]{0,30}?보다\s")
EVE = re.compile(r"하루\s전(?:에는|엔|에도)\s")
CLOSED = re.compile(r"마쳤|마감|끝[났냈]|거래를\s?마|\b(?:closed|ended|finished|settled)\b")
OPENED_AT = Anchored(r"\bopen(?:ed|ing)\s(?:the\s\w+\s)?at\s(?:about\s)?[$]?$|(?:시초가|시가)(?:\s|는\s|인\s)?$")
SEVERAL = Anchored(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})[- ](?:day|session|week|month)\b|\b[a-z]+\s(?:sessions|days|weeks|months)\slater\b|\beach of the (?:past|last|previous)\b|\b(?:straight|consecutive)\s(?:\w+\s)?(?:declines|gains|losses|advances|drops)\b|\bfrom\s(?:Mon|Tues|Wednes|Thurs|Fri)day['’]s\sclose\b",
    re.IGNORECASE,
)
DAYS_AFTER = re.compile(r"\b(?:two|three|four|five|six|seven|\d{1,2}|several|few|couple of)\s(?:trading\s)?(?:days|sessions|weeks|months)\s(?:after|before|following)\s[^,.;:\d]{0,24}$", re.IGNORECASE)
"""Before a move of another day, so many days from the one told of: "two days after rising 1%"."""
BOUGHT = re.compile(r"\b(?:who|having|had)\s(?:\w+\s)?(?:bought|purchased|invested|got in|put)\b", re.IGNORECASE)
"""Who holds since a time: the move ran on past it."""
ON_DAY = re.compile(r"\s?(?:percent\s|points\s)?on\s(?:Mon|Tues|Wednes|Thurs|Fri)day\b")
"""Right behind a move: it is that day's."""
BOTH = {"ko": re.compile(r"둘|모두|각각|나란히|양\s?시장|두\s|각기|이들|이어|및|[와과]\s"), "en": re.compile(r"\b(?:both|two|they|their|each|respectively|and)\b", re.IGNORECASE)}
"""Words of a sentence without a name whose prices may be of several."""
SIZES = 10**4
"""Times apart from which two amounts are not both prices."""
FROM_END = re.compile(r"(?:지난달|전월|지난해|작년|전년|전\s?분기)\s?말\s?(?:보다|대비|에\s?비해)|지난\s?\d\s?분기")


def hesitation(frames: Frames, frame: Frame, candidate: Candidate) -> str | None:
    """What a sentence's way of telling leaves open of one of its figures, or None."""
    text, ko, s = frames.text, frames.lang == "ko", frame.sentence
    if IN_TURN[frames.lang].search(text, s.start, frame.start):
        return HANDED_OUT
    if frame.basis == "open" and CLOSED.search(text, s.start, s.end) and not (ko and OPENED_AT.search(text, max(s.start, frame.start - 20), frame.start)):
        return OPENING
    if frame.basis != "open" and OPENED_AT.search(text, max(s.start, frame.start - 20), frame.start):
        return OPENING
    if _two_levels(frames, frame, candidate):
        return HANDED_OUT
    if ko and candidate.how == "carried" and EACH_OF.search(text, s.start, frame.start) and len({c.name.ids[0] for c in frame.subjects}) > 1:
        return HANDED_OUT
    if ko:
        return OTHER_DAY if DAWN.search(text, s.start, s.end) or EVE.search(text, s.start, frame.start) or EVE_CLOSE.search(text, s.start, frame.start) else None
    if frame.shared and AMONG.search(text, max(s.start, frame.shared[0].start - 24), frame.shared[0].start):
        return ONLY_THERE
    if NOT_SO.search(text, max(s.start, frame.start - 12), frame.start):
        return TAKEN_BACK
    if THAT_LEVEL.search(text, s.start, s.end):
        return OTHER_DAY
    own = (m for m in frames.names.within(s) if candidate.end <= m.start and m.end <= frame.start and isinstance(m.value, Name) and m.value.ids)
    return HANDED_OUT if any(m.value.ids[0] != candidate.name.ids[0] and OWNED.match(text, m.end, frame.start) for m in own if isinstance(m.value, Name)) else None


def of_a_move(frames: Frames, frame: Frame, candidate: Candidate) -> str | None:
    """What leaves open whether a move is one session's and one name's."""
    text = frames.text
    if frames.lang == "ko" and EACH.match(text, frame.end) and "각각" not in text[max(frame.sentence.start, frame.start - 24) : frame.start]:
        return HANDED_OUT
    if _of_way(frames, frame):
        return OTHER_STRETCH
    if frames.lang == "ko" and UP_TO.search(text, frame.sentence.start, frame.start):
        return OTHER_STRETCH
    if frames.lang == "ko" and (OF_OPENING.search(text, frame.clause[0], frame.start) or (RATE.search(text, max(0, frame.start - 8), frame.start) and PASSED.search(text, frame.start, frame.end + 10))):
        return OTHER_DAY
    if frames.lang == "ko" and _way_of_another(frames, frame, candidate):
        return HANDED_OUT
    joined = len(frame.shared) > 1 or JOINED_BEFORE.search(text, max(0, candidate.start - 24), candidate.start) or JOINED_BEHIND.match(text, candidate.end)
    in_turn = len(frame.shared) < 2 and text.find("respectively", frame.end, frame.sentence.end) >= 0
    if joined and not in_turn and any(_like(frames, frame, i) for i in (frame.index - 1, frame.index + 1)):
        return HANDED_OUT
    if frames.lang == "en" and DAYS_AFTER.search(text, max(frame.sentence.start, frame.start - 48), frame.start):
        return OTHER_DAY
    return OTHER_STRETCH if frames.lang == "en" and SEVERAL.search(text, frame.sentence.start, frame.start) else None


def of_a_return(frames: Frames, frame: Frame) -> str | None:
    """What leaves open whether a move is a whole stretch's."""
    if frames.lang == "en":
        if ON_DAY.match(frames.text, frame.end):
            return OTHER_DAY
        return OTHER_STRETCH if BOUGHT.search(frames.text, frame.sentence.start, frame.start) else None
    return OTHER_STRETCH if FROM_END.search(frames.text, frame.sentence.start, frame.start) else None


def _of_way(frames: Frames, frame: Frame) -> bool:
    """Whether a percentage is that from one to another of the levels told right before it: how long the way took, the levels tell."""
    q = frame.quantity
    if q is None or q.unit != "percent" or q.low is None or q.low != q.high:
        return False
    begin = frames.sentences[max(0, frame.sentence.index - 2)].start
    told = [m.value for m in frames.figures[max(0, frame.index - FEW) : max(0, frame.index)] if m.start >= begin]
    levels = [v for v in told if isinstance(v, Quantity) and v.low and v.low == v.high and v.unit not in NO_LEVEL]
    return any(a.unit == b.unit and abs(abs(100 * (b.low / a.low - 1)) - q.low) <= q.grain for a, b in combinations(levels, 2) if a.low and b.low)


def _way_of_another(frames: Frames, frame: Frame, candidate: Candidate) -> bool:
    """Whether a Korean move has its way from a word behind another name's figure, its own word being unknown."""
    if frame.movement is None or not _like(frames, frame, frame.index + 1):
        return False
    following = frames.figures[frame.index + 1]
    if frame.movement.start < following.end or LISTED.match(frames.text, frame.end):
        return False
    between = (m for m in frames.names.within(frame.sentence) if frame.end <= m.start and m.end <= following.start)
    return any(isinstance(m.value, Name) and m.value.ids and m.value.ids[0] != candidate.name.ids[0] for m in between)


def _like(frames: Frames, frame: Frame, i: int) -> bool:
    """Whether the figure at a place is of the same unit and stands in the same sentence."""
    if not 0 <= i < len(frames.figures):
        return False
    m = frames.figures[i]
    return getattr(m.value, "unit", None) == frame.unit and frame.sentence.start <= m.start < frame.sentence.end


def _two_levels(frames: Frames, frame: Frame, candidate: Candidate) -> bool:
    """Whether a level stands right beside another in a sentence of two names or of "both"."""
    if not (frame.unit in ("", "points") or frame.unit.isupper()) or not any(
        _like(frames, frame, i) and _of_one_size(frames, frame, i) and abs(frames.figures[i].start - frame.start) < 24 for i in (frame.index - 1, frame.index + 1)
    ):
        return False
    ids = {m.value.ids[0] for m in frames.names.within(frame.sentence) if isinstance(m.value, Name) and m.value.ids}
    return len(ids) > 1 or (not ids and (candidate.how != "carried" or BOTH[frames.lang].search(frames.text, frame.sentence.start, frame.sentence.end) is not None))


def _of_one_size(frames: Frames, frame: Frame, i: int) -> bool:
    """Whether the figure at a place may be of the same sort of price: a market value is no share's."""
    a, b = frame.quantity, frames.figures[i].value
    x, y = (None if not isinstance(q, Quantity) else q.low or q.high for q in (a, b))
    return not x or not y or max(x, y) < SIZES * min(x, y)
