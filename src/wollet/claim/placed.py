"""The time that a move is placed in: a calendar month or year ("rose 24% in 2023"), what opens its sentence, days in brackets.

A move placed in such a time ran through it and is no session's.  Of one share a quarter or a half may be that of its
business, whose figures are told in the same words: its stretch has no base then, unless its price is spoken of.
"""

from __future__ import annotations

from wollet.claim.frames import Frame, Frames
from wollet.claim.pricing import calendar_of, sort_of
from wollet.claim.stretches import Horizon, Unit
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.mention import Mention
from wollet.model.time import When

LONG = frozenset(("month", "quarter", "half", "year"))
RUNNING: dict[str, Unit] = {"month": "mtd", "year": "ytd"}
"""Stretches that are still running: on the first day of one, those of the session told of the night before."""
OF_BUSINESS = frozenset(("quarter", "half"))
EN_IN = re.compile(r"(?:\s?(?:percent|per cent|points?))?(?:\s(?:gain|rise|rally|surge|jump|advance|drop|fall|decline|loss|slide|slump|plunge|increase))?\s(?:in|during|over|for|throughout)\s(?:the\s|all of\s)?", re.IGNORECASE)
"""Between a move and the time right behind it, through which it ran: "a 24% surge in 2023"."""
EN_JUST = re.compile(r"(?:\s?(?:percent|per cent))?\s")
"""Between a move and a time told from the day of the text: "17% last quarter"."""
EN_EVENT = re.compile(r"['’]s\b|\s(?:when|(?:after|following)\s(?!an?\s\d))")
"""Behind such a time: what happened in it, at which the move may have been one session's."""
EN_ENDED = re.compile(r"\b(?:end|finish|clos|wrapp)(?:ed|es|ing)?\s(?:out\s|up\s)?(?:the\s)?$", re.IGNORECASE)
EN_SO = re.compile(r"(?:\s(?:up|down|higher|lower|with|by|an?|gain|loss|of|about|nearly|roughly|more than|almost)){1,5}\s")
"""Around a time that has ended, before the move that it ended with."""
EN_CAME_TO = re.compile(r"\s(?:gain|rise|rally|surge|jump|advance|drop|fall|decline|loss|slide|slump|plunge)(?:\s(?:of|was|came|amounted|reached|totaled|stood|to|at|about|nearly|more than)){1,3}\s")
"""Between a time and its move: "2025 gain of 20%"."""
EN_MOVE = re.compile(r"\s(?:gain|rise|rally|surge|jump|advance|drop|fall|decline|loss|slide|slump|plunge|increase)\b")
"""Behind a time between a figure and its move: "its 0.8% April loss"."""
EN_TOLD_FOR = re.compile(r"\b(?:gain|rise|rally|surge|jump|advance|drop|fall|decline|loss|slide|slump|plunge|increase|return)s?\s(?:for|in|during|over)\s$")
EN_SUM = re.compile(r"\s(?:so far\s)?to\s(?:about\s|nearly\s|more than\s|roughly\s)?")
"""Around a time whose whole move a session's brought to a figure: "bringing its gain for July to 2.3%"."""
EN_OPENS = re.compile(r"(?:In|During|Over|Throughout|For)\s(?:the\s|all of\s)?(?=[\w\s]{3,24}?(?:,|\sthe)\s)")
"""What begins a sentence whose moves are all placed in the time that follows."""
KO_IN = re.compile(r"(?:에는|에만|에도|에|엔)?(?:\s(?:들어|중|동안|내내|한\s?해))?(?:에만|에|만|만에)?\s")
KO_ABOUT = re.compile(r"(?:(?:주가|지수|주식)?(?:은|는|이|가|도)?\s)?(?:지수(?:은|는|이|가|도)?\s|주가(?:은|는|이|가|도)?\s)?(?:(?:의\s|\s)?(?:지수\s|주가\s)?(?:상승|하락|등락|수익)률[은는이가]\s)?(?:약\s|총\s|무려\s|각각\s|평균\s)?")
"""Between a time and its figure in Korean, the subject's own name left out."""
KO_AND = re.compile(r",\s|·")
"""Between the figure of one subject and the next subject of the same list."""
PRICE = {
    "en": re.compile(r"\b(?:shares?|stocks?|share price|stock price|trading|rall(?:y|ied))\b", re.IGNORECASE),
    "ko": re.compile(r"주가|주식|증시|시가총액|종목|수익률"),
}


def placed(frames: Frames, frame: Frame) -> Horizon | None:
    """The stretch of the time that a move is placed in, or None where it is placed in none."""
    m = _behind(frames, frame) or _ended(frames, frame) or _opened_by(frames, frame) or _when(frames, frame) if frames.lang == "en" else _before(frames, frame)
    when = m.value if m is not None else None
    subject = frame.instrument
    if m is None or subject is None or not isinstance(when, When) or when.start is None or when.end is None:
        return None
    published = frames.article.published.date()
    if when.start > published or when.fiscal:
        return None
    told = frames.windows(frame, calendar_of(subject.name.ids[0]), days=True)
    if when.grain in RUNNING and when.end >= published and told and told[0][0].end < when.start:
        return Horizon(RUNNING[when.grain])
    if of_business(frames, frame, when.grain):
        return Horizon("anchor", anchor=frames.text[m.start : m.end])
    return Horizon("range", start=when.start, end=min(when.end, published))


def of_business(frames: Frames, frame: Frame, grain: str) -> bool:
    """Whether a move of one share through a quarter or a half may be that of its business: no word speaks of its price."""
    subject = frame.instrument
    share = subject is not None and sort_of(subject.name.ids[0]) == "stock"
    return share and grain in OF_BUSINESS and not PRICE[frames.lang].search(frames.text, frame.sentence.start, frame.sentence.end)


def _long(m: Mention) -> bool:
    return isinstance(m.value, When) and m.value.grain in LONG and m.value.relation in ("on", "during")


def _behind(frames: Frames, frame: Frame) -> Mention | None:
    """The English time right behind a figure: "rose 24% in 2023"."""
    for m in frames.dates_between(frame.end, min(frame.sentence.end, frame.end + 40)):
        last = frames.text.startswith("last ", m.start) and EN_JUST.fullmatch(frames.text, frame.end, m.start)
        return m if _long(m) and (last or (frames.text[frame.end : m.start] == " " and EN_MOVE.match(frames.text, m.end)) or EN_IN.fullmatch(frames.text, frame.end, m.start)) and not EN_EVENT.match(frames.text, m.end) else None
    return None


def _ended(frames: Frames, frame: Frame) -> Mention | None:
    """The English time whose end a move is told at, or whose move it is: "ended 2025 up 38%", "its 2025 gain came to 20%"."""
    m = next((d for d in reversed(frames.dates_between(frame.clause[0], frame.start)) if d.end <= frame.start), None)
    if m is None or not _long(m):
        return None
    if EN_CAME_TO.fullmatch(frames.text, m.end, frame.start):
        return m
    if EN_SUM.fullmatch(frames.text, m.end, frame.start) and EN_TOLD_FOR.search(frames.text, max(frame.clause[0], m.start - 24), m.start):
        return m
    ended = EN_ENDED.search(frames.text, max(frame.clause[0], m.start - 24), m.start)
    return m if ended is not None and EN_SO.fullmatch(frames.text, m.end, frame.start) else None


def _when(frames: Frames, frame: Frame) -> Mention | None:
    """The English time that a clause tells more of: "in the fourth quarter, when the stock tumbled 20%"."""
    lo = frame.clause[0]
    if not frames.text.endswith(", when ", 0, lo):
        return None
    return next((d for d in frames.dates_between(max(frame.sentence.start, lo - 40), lo) if _long(d) and frames.text[d.end : lo] == ", when "), None)


def _opened_by(frames: Frames, frame: Frame) -> Mention | None:
    """The English time that opens a sentence which names no other one: "In the second quarter, the Nasdaq jumped 17%"."""
    s, text = frame.sentence, frames.text
    start = s.start + len(text[s.start : s.end]) - len(text[s.start : s.end].lstrip())
    m = EN_OPENS.match(text, start, s.end)
    dates = frames.dates_in(s)
    if m is None or len(dates) != 1 or dates[0].start != m.end() or not _long(dates[0]) or not text.startswith((",", " the "), dates[0].end):
        return None
    return dates[0]


def _before(frames: Frames, frame: Frame) -> Mention | None:
    """The Korean time that a figure is placed in, with no more than the subject between them."""
    text, subject = frames.text, frame.instrument
    m = next((d for d in reversed(frames.dates_between(frame.clause[0], frame.start)) if d.end <= frame.start), None)
    if m is None or subject is None or not _long(m):
        return None
    if frame.index and (figure := frames.figures[frame.index - 1]).start > m.end and KO_AND.fullmatch(text, figure.end, subject.start):
        return _before(frames, frames.numbers_so_far[frame.index - 1])
    inside = m.end <= subject.start and subject.end <= frame.start
    first = KO_IN.match(text, m.end, subject.start if inside else frame.start)
    if first is None:
        return None
    if not inside:
        return m if KO_ABOUT.fullmatch(text, first.end(), frame.start) else None
    return m if first.end() == subject.start and KO_ABOUT.fullmatch(text, subject.end, frame.start) else None


def opening(frames: Frames, frame: Frame, pattern: Anchored) -> re.Match[str] | None:
    """The English stretch that opens a sentence which names no day: it is that of every move in it ("For the week, A fell 3%, B 5%")."""
    s, text = frame.sentence, frames.text
    m = next(iter(pattern.finditer(text, s.start, min(s.end, s.start + 40))), None)
    if m is None or text[s.start : m.start()].strip() or text[m.end() : m.end() + 1] not in (",", ":") or m.lastgroup in ("since", "anchor"):
        return None
    days = any(isinstance(d.value, When) and d.value.grain in ("day", "instant") for d in frames.dates_in(s))
    return None if days or next((True for x in pattern.finditer(text, m.end(), s.end)), False) else m


def in_brackets(frames: Frames, at: int) -> Horizon | None:
    """The days that stand in brackets behind a stretch: "지난주(3~7일)"."""
    m = next(iter(frames.dates_between(at, at + 3)), None)
    when = m.value if m is not None and frames.text[at : m.start].strip() == "(" else None
    if not isinstance(when, When) or when.grain != "range" or when.start is None or when.end is None:
        return None
    return Horizon("range", start=when.start, end=when.end)
