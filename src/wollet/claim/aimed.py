"""Prices that a Korean house expects: whose price a figure is that stands behind a word for an outlook or a band.

"골드만삭스는 금값 전망을 온스당 3000달러에서 3100달러로 높였다": both figures are the outlook for gold, the old one and the
new one, whatever house the sentence is about.
"""

from __future__ import annotations

from wollet.claim.candidates import Candidate, candidate
from wollet.claim.frames import Frame, Frames
from wollet.claim.pricing import sort_of
from wollet.claim.role_words import KO_HOUSE, KO_TARGETS
from wollet.mention import unhurried as re
from wollet.model.mention import Name

PER = r"(?:기존\s|종전\s|당초\s|연\s|약\s|(?:배럴|온스|트라이온스|트로이온스|톤|파운드)당\s)*"
AIM = re.compile(rf"(?<![가-힣])(?P<before>[가-힣A-Za-z0-9&·.()/\s-]{{0,30}}?)(?:밴드|레인지|등락\s?(?:범위|폭)|(?:예상|전망|목표)\s?(?:범위|지수)|(?P<end>상단|하단)|전망치?|목표(?:치|가격?)?|예상치?|추정치)(?:[을를은는이가도]|으?로)?\s{PER}$")
"""Before a price that is expected, as long as nothing but the name and the time of the price stands before it."""
FROM = re.compile(rf"(?:선|대)?에서\s{PER}")
"""Between the old figure and the new one."""
OTHER = re.compile(r"매출|이익|실적|물가|성장률|순익|배당|수출|수입|판매|고용|실업|수주|생산|수요|공급|재고|EPS|PE?R|PBR")
"""Words of what is expected besides prices."""
EXPECTED = re.compile(r"예상|전망|목표|밴드|레인지|박스권")
"""Without these an upper or lower end is that of prices told."""
REACH = 64
SET = re.compile(r"올[렸려린리]|상향|높[였여인이]|내[렸려린리]|하향|낮[췄춰춘추]|제시|유지|조정|→|↑|↓")
"""What a house does to its targets."""
MARKET = re.compile(r"(?<!목표)(?<!목표\s)주가|종가|현재가|시가|거래|마감|공모가")
"""Prices that are told between a word for a target and a figure: the figure is theirs."""
ROOM = re.compile(r"\s?(?:의|정도의|가량의|이상의)?\s?(?:추가\s?)?(?:상승|하락|업사이드)\s?(?:여력|여지|잠재력)")
"""Behind a percentage: how far a price may yet go."""


def has_room(frames: Frames, frame: Frame) -> bool:
    """Whether a Korean percentage is how far a price is said to have yet to go: "45%의 추가 상승 여력이 있다고 분석했다"."""
    return frame.unit == "percent" and ROOM.match(frames.text, frame.end) is not None


def of_target(frames: Frames, frame: Frame, whose: Candidate) -> bool:
    """Whether a Korean figure is a target that a house sets, alone or in a list, and no price: "A 목표가를 17만원에서 21만원으로, B는 84만원에서 110만원으로 올렸다"."""
    fact, s = frame.fact, frame.sentence
    if frame.unit[:3].isupper() and KO_HOUSE.search(frames.text, whose.start, whose.end) and KO_TARGETS.search(frames.text, s.start, s.end):
        return True
    if fact is None or fact.metric != "target_price" or fact.at is None or fact.at[1] > frame.start:
        return False
    return SET.search(frames.text, frame.end, frame.sentence.end) is not None and MARKET.search(frames.text, fact.at[1], frame.start) is None


def subject(frames: Frames, frame: Frame) -> Candidate | None:
    """The index, commodity, pair or coin whose expected price a figure is, or None."""
    if frames.lang != "ko" or frame.quantity is None or (frame.unit not in ("", "points") and not frame.unit[:3].isupper()):
        return None
    text, s = frames.text, frame.sentence
    at = frame.start
    if frame.index > 0 and (old := frames.figures[frame.index - 1]).start >= s.start and FROM.fullmatch(text, old.end, at):
        at = old.start
    m = AIM.search(text, max(s.start, at - REACH), at)
    if m is None or OTHER.search(m[0]) or (m["end"] and EXPECTED.search(m[0]) is None):
        return None
    for name in reversed(frames.names.within(s)):
        if m.start() <= name.start < at and isinstance(name.value, Name) and name.value.ids and sort_of(name.value.ids[0]) not in ("stock", "rate"):
            return candidate(name)
    return None
