"""Whose figure it is outside the price lists: the company that reports it, that a stake is held of.

The nearest name is not always it: houses and their analysts only speak, indices and funds report nothing, and a figure
without a name of its own belongs to the company that the whole text is about.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from wollet.claim import houses
from wollet.claim.candidates import Candidate
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.strangers import EN_COMMON, EN_OWN
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Subject
from wollet.model.mention import Mention, Name
from wollet.reference import instruments

PRICED = ("INDEX:", "FX:", "RATE:", "COMDTY:", "CRYPTO:", "FUT:")
NAMED = frozenset(("clause", "bracket", "behind", "sentence", "shared"))
RELATIVE = re.compile(r"[을를이가]?\s?(?:넘게\s|이상\s)?[가-힣]{1,6}(?:고\s있는|는|한|된|던)\s")
ANALYST = Anchored(r"연구원|애널리스트|이코노미스트|연구위원|목표\s?(?:주)?가|투자의견|\banalysts?\b")
SPEAKER = re.compile(r"(?:\([^)]*\))?(?:'s|’s)?\s?(?:리서치(?:센터)?\s?)?(?:연구원|애널리스트|이코노미스트|연구위원|센터장|analysts?|strategists?|economists?)")
SOURCE = re.compile(r"\b(?:by|to|from|at|with)\s(?:the\s)?$")
"""Before a firm that only counts or polls: "growth tracked by StreetAccount"."""
NO_COMPANY = frozenset("There Here What Who When Where Why How Such Some Many Most Another Each Neither Nothing Everyone Management Congress Parliament Trading Volume Output Demand Supply Growth Inflation Oil Gold Crude Bitcoin".split())
DESCRIBED = re.compile(r"-(?:based|owned|led|backed|listed|run|controlled)\b")
BEGINS = re.compile(r"\W*(?P<name>[A-Z][\w&’'.-]*[a-z][\w&-]*(?:\s(?:[A-Z][\w&.-]*|of|and|&)){0,4}?)(?:['’]s\s(?:[a-z-]+\s){1,4}|,\s[^,.;]{3,60},\s|\s)(?:(?:also|then|has|had|have|will|would|now)\s)?(?:rose|fell|grew|lost|made|said|says|sees|expects?|expected|reported|posted|earned|jumped|climbed|dropped|slid|sank|gained|agreed|plans?|raised|cut|doubled|tripled|more than doubled|swung|narrowed|widened|forecast|paid|sold|bought|is|was|swelled|surged|tumbled|slumped|plunged|soared|added|beat|missed)\b")
"""What an English sentence begins with that does or has something."""
HOUSE = re.compile(r"(?:증권|자산운용|투자)$")


MEDIA = re.compile(r"(?:\([^)]{1,20}\))?\s?(?:[은는이가도]|에\s따르면|등에?)\s")
MEDIA_SAID = re.compile(r"보도했|보도한|보도에|전했다|전하며|인용해|(?:집계|조사|추정|제시)한\s(?:시장\s)?(?:전망|예상|추정|평균|컨센서스)|에\s?따르면[^.\n]{0,60}(?:컨센서스|전망치|추정치|예상치)")
"""A paper or an agency that only reports, and the words by which it does."""


def reports(frames: Frames, frame: Frame, c: Candidate) -> bool:
    """Whether a Korean name is that of who reports the news and so no party to it."""
    s = frame.sentence
    return (
        frames.lang == "ko" and c.kind == "organisation" and s.start <= c.start < s.end and MEDIA.match(frames.text, c.end) is not None
        and MEDIA_SAID.search(frames.text, c.end, s.end) is not None
    )  # fmt: skip


KO_CROWD = re.compile(r"(?:상장사|상장\s?기업|기업|업체|은행|증권사|보험사|금융지주)(?:들)?(?:의)?\s(?:(?:합산|전체|평균|연결|올해|내년)\s){0,2}$")
"""Before what is measured of many companies together."""


def _of_another(frames: Frames, frame: Frame, house: Mention) -> bool:
    """Whether who speaks in a sentence names another company, or stands in a text about one."""
    main = main_company(frames)
    others = [x for x in (*frames.names.within(frame.sentence), *((main,) if main is not None else ())) if x.kind == "instrument"]
    return any(isinstance(x.value, Name) and x.value != house.value and x.value.ids and not x.value.ids[0].startswith(PRICED) for x in others)


HELD = {
    "ko": re.compile(r"(?:\([^)]*\))?(?:의)?\s?(?:주식|지분)"),
    "en": re.compile(r"(?:'s|’s)?\s(?:stake|shares|stock)\b"),
}
STAKE_IN = re.compile(r"\b(?:stake|holding|shares|interest)\sin\s(?:the\s)?$")


HOLDER_OF = re.compile(r"(?:\([^)]*\))?의\s(?:기존\s|새\s)?$")
OF_HELD = re.compile(r"\s(?:of|in)\s(?:the\s)?")


def holding(frames: Frames, frame: Frame) -> Subject | None:
    """The company that a "largest shareholder" is one of: named before or behind the words, else the one the text is about."""
    here = [x for x in frames.names.within(frame.sentence) if isinstance(x.value, Name) and x.value.ids]
    behind = OF_HELD.match(frames.text, frame.end)
    for x in here:
        if HOLDER_OF.fullmatch(frames.text, x.end, frame.start) or (behind is not None and x.start == behind.end()):
            return as_subject(x)
    return held(frames, frame) or _other(frames, frame)


KO_HOLDERS = re.compile(r"주주|우군|우호\s?지분|백기사|측\s?\($")


def listed_holders(frames: Frames, frame: Frame) -> Subject | None:
    """The company whose holders stand with what each holds in brackets: "주요 주주인 A(14.9%)와 B(10.6%)"."""
    if frames.text[frame.start - 1 : frame.start] != "(" or KO_HOLDERS.search(frames.text, frame.sentence.start, frame.start) is None:
        return None
    return _other(frames, frame)


def _other(frames: Frames, frame: Frame) -> Subject | None:
    """The company that the text names most often beside the one that holds."""
    holder = {i for c in frame.subjects[:1] for i in c.name.ids}
    often = next((m for m, n in _named_often(frames) if n >= 3 and isinstance(m.value, Name) and m.value.ids[0] not in holder), None)
    return as_subject(often) if often is not None else main_subject(frames)


@lru_cache(maxsize=2)
def _named_often(frames: Frames) -> list[tuple[Mention, int]]:
    """The companies of a text by how often it names them, each where it is named first."""
    named: dict[str, Mention] = {}
    counts: Counter[str] = Counter()
    for m in frames.names.names:
        if isinstance(m.value, Name) and m.value.ids and not m.value.ids[0].startswith(PRICED):
            named.setdefault(m.value.ids[0], m)
            counts[m.value.ids[0]] += 1
    return [(named[id], n) for id, n in counts.most_common()]


def held(frames: Frames, frame: Frame) -> Subject | None:
    """The company that a stake is held of: named right before "지분" or "stake", or behind "stake in"."""
    found: Subject | None = None
    for x in frames.names.within(frame.sentence):
        if not isinstance(x.value, Name) or not x.value.ids:
            continue
        behind = HELD[frames.lang].match(frames.text, x.end)
        if (behind and x.end <= frame.start) or STAKE_IN.search(frames.text, max(0, x.start - 24), x.start):
            found = as_subject(x)
    return found


def as_subject(m: Mention) -> Subject:
    assert isinstance(m.value, Name)
    return Subject(kind=m.kind, id=m.value.ids[0], symbol=m.value.symbol, name=m.value.name)


def owner(frames: Frames, frame: Frame) -> Subject:
    """Whose figure it is: the likeliest company or organisation, no index, pair or person."""
    text = frames.text
    if (head := _headed(frames, frame)) is not None:
        return head
    if frames.lang == "ko" and frame.fact is not None and frame.fact.at is not None and KO_CROWD.search(text, max(frame.sentence.start, frame.fact.at[0] - 24), frame.fact.at[0]):
        return Subject(kind="topic")
    house = houses.sayer(frames, frame.sentence.index) if frames.lang == "ko" else None
    spoken = ANALYST.search(text, frame.sentence.start, frame.sentence.end) is not None
    reported = frame.fact is not None and frame.fact.family in ("fundamentals", "forecast") and frame.fact.metric != "price"
    if frames.lang == "en" and (unknown := _unknown(frames, frame)) is not None:
        return unknown
    pool = [*frame.subjects, *(frames.names.carried(frame.sentence) if spoken else ())]
    for c in pool:
        if c.kind == "person" or reports(frames, frame, c) or SPEAKER.match(text, c.end) or (spoken and HOUSE.search(text, c.start, c.end)):
            continue
        if frames.lang == "ko" and c.start >= frame.end and (not c.name.ids or c.start > frame.clause[1]):
            continue
        if frames.lang == "en" and not c.name.ids and SOURCE.search(text, max(0, c.start - 24), c.start):
            continue
        if house is not None and c.start == house.start and _of_another(frames, frame, house):
            continue
        if not c.name.ids or not (c.name.ids[0].startswith(PRICED) or _fund(c.name.ids[0])):
            if c.how == "carried" and reported:
                return main_subject(frames) or subject_of(c)
            return subject_of(c)
    if reported and (main := main_subject(frames)) is not None:
        return main
    first = next((c for c in frame.subjects if not reports(frames, frame, c)), None)
    return subject_of(first if first is not None and first.how in NAMED else None)


def _unknown(frames: Frames, frame: Frame) -> Subject | None:
    """A company that no reference knows, where the sentence begins with it and names no other before the figure: "Acme's profit doubled"."""
    s = frame.sentence
    if s.place != "body" or any(c.start >= s.start and c.start < frame.start for c in frame.subjects):
        return None
    m = BEGINS.match(frames.text, s.start, frame.start)
    words = m["name"].split() if m is not None else []
    if m is None or words[0] in EN_COMMON or words[0] in EN_OWN or DESCRIBED.search(m["name"]) or (len(words) == 1 and (words[0].endswith("s") or words[0] in NO_COMPANY)):
        return None
    if any(m.start("name") <= a < m.end("name") for a, _, _, _ in frames.facts_of(s).cues):
        return None
    return None if any(m.start("name") <= x.start < m.end("name") for x in frames.names.within(s)) else Subject(kind="topic", name=m["name"])


def _headed(frames: Frames, frame: Frame) -> Subject | None:
    """The name that a Korean relative clause around the figure leads up to: "80%를 장악하고 있는 B"."""
    if frames.lang != "ko" or (m := RELATIVE.match(frames.text, frame.end)) is None:
        return None
    for x in frames.names.within(frame.sentence):
        if x.start == m.end() and isinstance(x.value, Name) and x.value.ids and not x.value.ids[0].startswith(PRICED):
            return as_subject(x)
    return None


def main_subject(frames: Frames) -> Subject | None:
    """The company that the text is about, as a subject."""
    m = main_company(frames)
    if m is None or not isinstance(m.value, Name):
        return None
    return as_subject(m)


@lru_cache(maxsize=2)
def main_company(frames: Frames) -> Mention | None:
    """The company that the whole text is about: the only one of its title, else the one named far most often."""
    named: dict[str, list[Mention]] = {}
    for m in frames.names.names:
        if isinstance(m.value, Name) and m.value.ids and not m.value.ids[0].startswith(PRICED):
            named.setdefault(m.value.ids[0], []).append(m)
    titled = {id: ms[0] for id, ms in named.items() if ms[0].start < frames.sentences[0].end}
    if len(titled) == 1:
        return next(iter(titled.values()))
    ranked = sorted(named.values(), key=len, reverse=True)
    if titled or not ranked or len(ranked[0]) < 3 or (len(ranked) > 1 and len(ranked[0]) < 2 * len(ranked[1])):
        return None
    return ranked[0][0]


@lru_cache(maxsize=4096)
def _fund(id: str) -> bool:
    """Whether an id is a fund's, which reports no business of its own."""
    known = instruments.get(id)
    return known is not None and known.kind == "fund"
