"""What keeps a figure from being refuted: words that leave open whose it is, of which day, or that it is one session's.

A move is one session's for sure only where words of a session stand nearer than words of a longer stretch.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from wollet.claim import periodic
from wollet.claim.candidates import Candidate
from wollet.claim.clauses import Sentence
from wollet.claim.frames import Frame, Frames
from wollet.claim.hesitation import ONLY_THERE, hesitation, of_a_move, of_a_return
from wollet.claim.time_words import EN_CONTRACT, EN_OPENING, LONG
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.mention import Mention, Name
from wollet.model.quantity import Quantity
from wollet.model.time import When
from wollet.reference import calendars, instruments

BARE_DAY = re.compile(r"\d{1,2}일")
REACH = 260
"""Code points that are looked through before a figure."""
STRETCH = {
    "ko": Anchored(
        r"올해|올\s?한\s?해|연초|연중|(?:분기|연간|월간|주간|반기)\s?(?:기준|으로|상승|하락|등락|수익)|(?:이|그|같은)\s?기간|이달|지난달|지난주|이번\s?주|최근|지난해|작년|동안|한\s?달|\d\s?(?:개월|년|주일?|거래일)|사흘|나흘|닷새|누적|이후|(?:[일월년주달전]|현재|지금|어제|오늘|이날|종가|최근|분기)까지|(?<!하루\s)만에|(?<!비)상장(?!지수|사|기업|종목|법인)|공모가|[저고]점\s?(?:\([^)]{0,20}\))?(?:을\s기록한\s)?(?:대비|보다|에서|에\s?비해|[과와]\s?비교|이후)"
    ),
    "en": Anchored(
        r"\b(?:this|last|past|previous|prior) (?:year|month|week|quarter|decade)|\bso far|\byear[- ]to[- ]date|\bsince\b|\bover the (?:past|last|period)|\b(?:in|for|during) the (?:past|last|first|second|third|fourth|week|month|year|quarter|period)"
        r"|\b(?:weeks?|months?|years?|quarters?|weekly|monthly|quarterly|yearly)\b|\b[YMQW]TD\b|\boffering price|\b(?:cumulative|combined)\b|\bover the (?:streak|run|stretch|span)|(?<!session )(?<!intraday )(?<!['’]s )\b(?:highs?|lows?)\b(?!-)|\bperiod\b",
        re.IGNORECASE,
    ),
}
TRAILING = Anchored(r"\b(?:(?:for|on|over|in|during) the (?:week|month|quarter|year)|(?:this|last) (?:week|month|quarter|year)|year to date)[.”\"]*\s*$", re.IGNORECASE)
"""The stretch that ends a sentence: it may be that of every move told in it."""
SESSION = {
    "ko": Anchored(r"전\s?거래일|전장|전일|전날|이날|같은\s날|당일|하루|오늘|어제|간밤|장중|장\s?초반|개장|마감|거래를?\s?마|장을\s?마|마쳤|거래되|종가|출발|시간\s?외|\d{1,2}일(?!\s?(?:연속|간|만에|동안|까지|부터|이후))"),
    "en": Anchored(
        r"\b(?:today|yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|overnight|session|(?<!to )close|clos(?:ed|ing)|midday|intraday|after[- ]?hours|pre-?market|extended trading|opening|at the open|bell|afternoon|morning|trading day|as of \d{1,2}(?::\d\d)? [ap]\.?m)\b",
        re.IGNORECASE,
    ),
}
FUTURE_BEFORE = Anchored(r"\b(?:contracts|futures)\s(?:on|for|tied to|linked to)\s(?:the\s)?$", re.IGNORECASE)
FUTURE_BEHIND = re.compile(r"\s?(?:지수\s?)?선물|\s(?:futures|contracts)\b")
RARE = {
    "ko": re.compile(r"이후\s(?:\S+\s)?(?:최고|최저|최대|최소|처음|가장)"),
    "en": re.compile(r"\b(?:one-day|single-day|daily|biggest|largest|steepest|sharpest|worst|best)\b[^.;,]{0,30}\bsince\b"),
}
NEXT_TO = 24
"""Characters between a move and its price."""
RARITY = 16
"""What tells how rare a session's move was, and not over how long: "fell 5%, its steepest one-day drop since April"."""
SETTLED_EARLY = frozenset(("IEPA", "IFUS"))
"""Exchanges that set the day's price hours before they close."""
US = frozenset(("XNYS", "XNAS", "XASE"))
HOME = frozenset(("United States", None, ""))
PASSING = re.compile(r",\s(?:rose|fell|gained|lost|climbed|dropped|slipped|slid|jumped|surged|sank|tumbled|added|shed|advanced|declined|rallied|plunged|soared|eased)\s|[^.,\n]{0,16}[가-힣]던\s|(?:\s?만에)?\s(?:다시\s)?(?:반등|반락|(?:상승|하락)\s?전환|(?:[상하]승|[상하]락|[오내]름|내림|[강약])세로|회복|탈환|되찾|\d[\d,.]*선)")
"""Behind a stretch that only tells what a thing had been doing, or how long before its last such turn was: "5거래일 만에 반등해"."""
CARRIES = re.compile(r"\W*(?:같은|이|그)\s?(?:기간|시기)|\W*(?:[Oo]ver|[Ii]n|[Dd]uring) (?:that|the same)")
"""A sentence that goes on with the stretch of time of the one before."""
LARGE = 60
"""Percent from which a move is taken for one session's only where its own clause names a session."""
HUGE = 300
"""Percent from which it is no session's but where that session's base is named."""
BESIDE_IT = "a longer stretch of time is named beside it"
IN_CLAUSE_BEFORE = "a longer stretch of time is named in the clause before it"
BEFORE_IT = "a longer stretch of time is named before it"
CARRIED_OVER = "the subject is carried over another sentence"
STANDS_IN = re.compile(r"\W*(?:Shares\s(?:closed|finished|ended|rose|fell|had|have|were)|The\s(?:stock|shares|company)\b|They\s(?:have|had|are|were)|It\s(?:has|had|is|was)|(?:전\s?거래일|전일|이날|당일)?\s?(?:종가|주가)[는가]\s)")
"""A sentence about the share that was told of last."""
OPENED_WITH = "what a sentence opens with may be of any time before"
SO_LARGE = "a move so large is rarely one session's"
DEBUTED = "a first day's move may be set against the offering price"
STRETCHED = frozenset((BESIDE_IT, IN_CLAUSE_BEFORE, BEFORE_IT))
"""The doubts of a move that may be of a longer stretch than a session."""
A_DAY_AFTER = re.compile(r"\W*(?:a|one|just a|only a)\s(?:trading\s)?(?:day|session)\safter\b", re.IGNORECASE)
IN_YEAR = re.compile(r"(?:\s(?!on\b|in\b)[a-z]+){1,4}\sin\s20\d\d\b")
"""Behind a move: the year that it is of, with words between: "lost 10.9% of its value in 2024"."""
CHAIN = 5
"""Sentences back through which a stretch is carried by figures without a day."""
KO_SUM_FROM_EVE = re.compile(r"(?:전[날일]|전\s?거래일|어제)(?:에도|에는|에|도)?\s(?:[^.\n]|\.(?=\d)){0,40}?(?:이틀|사흘|나흘|닷새|\d거래일|\d일)\s?(?:간|새|동안|만에|연속)")
"""A sum of days told behind the day before the one that it ends on."""
OWNER = re.compile(r"['’]s\b")
NEAR = 16
"""Code points behind a move within which the month is told whose session it was: "1% in January's last session"."""
AVERAGE = re.compile(r"평균\s(?:약\s)?$|\baveraged?\s(?:of\s)?(?:about\s)?$")
NO_SUM = {
    "ko": re.compile(r"평균|통상|역사적|연율|배당"),
    "en": re.compile(r"\b(?:averag(?:e|ed|es|ing)|typical(?:ly)?|historically|usually|median|annuali[sz]ed|total returns?|dividends|every|each)\b", re.IGNORECASE),
}
"""Words of a sentence whose figure may be no plain move between two prices."""
OF_AMOUNT = {
    "ko": re.compile(r"\s?(?:가량|정도|이상|넘게|가까이)?\s?(?:더\s)?(?:증가|감소|늘|줄|성장|신장|확대|축소)"),
    "en": re.compile(r"\b(?:grew|grow|grown|growing|expanded|shrank|shrunk|contracted|increased|decreased)\s(?:by\s|about\s|nearly\s|more than\s)?$", re.IGNORECASE),
}
"""Verbs of amounts beside a figure: a price rises and falls, what grows is sold or earned."""
PRICED = re.compile(r"(?:['’]s?)?\s(?:\([^)\n]{1,20}\)\s)?(?:stock|shares?)\s(?:price\s)?(?:has|have|had|is|are|was|were|rose|fell|\w+ed)\b")
OF_SHARES = re.compile(r"\b(?:shares|stock|share price|stock price)\s(?:in|of)\s(?:the\s)?$", re.IGNORECASE)
"""Around a name whose shares are what moved: "EXPD stock has increased", "shares of the company"."""
EN_WITHIN = re.compile(r"\b(?:in|at|among|within|across|for|of)\s(?:the\s)?$")
EN_MEMBERS = re.compile(r"(?:['’]s?)?\s(?:companies|firms|members|constituents|components|sectors?|groups?)\b")
"""Around an index that is only where the thing told of stands: "profits at S&P 500 companies"."""
EN_HEAD = re.compile(r"\b(?P<head>[a-z]{3,})\s(?:rose|fell|climbed|dropped|declined|jumped|slipped|gained|slid|surged|eased|sank)\s(?:by\s|about\s|nearly\s|more than\s)?$")
ITSELF = re.compile(r"shares?|stocks?|prices?|index|gauge|benchmark|market|which|that|then|also|and|but|later|has|have|had|it|they|ha[ds]|average|futures|composite|industrials?|\w+ly")
"""The word before a verb that is the subject's own or none of a subject."""
HAN = re.compile(r"[\u4e00-\u9fff]{2}")
BROUGHT = Anchored(r"\bha(?:s|ve|d)\s(?:\w+ly\s|also\s|since\s)?(?:taken|driven|pushed|lifted|carried|sent|propelled|powered|helped|swept|catapulted|vaulted|dragged|brought|pulled)\s[^.;,]{0,40}$")
"""Before a price or a record that a thing has led to at some time up to now: "the rally has taken it to a record"."""
ANY_STRETCH = Anchored(r"\b(?:over|in|during|across|within)\s(?:an?|one)\s(?:[\w-]+\s)?[\w]+-(?:day|session|week|month|year)\s(?:stretch|span|period|run|window)\b", re.IGNORECASE)
"""A stretch that need not have ended with the day told of."""
DEBUT = Anchored(r"첫\s?(?:거래|날)|입성|데뷔|공모가|\b(?:debut|IPO|offering) price|\bdebut")


def doubt_of(frames: Frames, frame: Frame, candidate: Candidate) -> str | None:
    """What the words leave open of whose figure it is and of which day, beyond what readings can tell."""
    carried = candidate.how in ("carried", "title", "heading")
    if carried and any(
        m.kind != "instrument" and m.end <= frame.start and isinstance(m.value, Name) for m in frames.names.within(frame.sentence)
    ):
        return "another name stands between the subject and the figure"
    if candidate.how == "carried" and frame.sentence.index - frames.sentence_at(candidate.start).index > 1:
        if not STANDS_IN.match(frames.text, frame.sentence.start) or named_between(frames, candidate, frame):
            return CARRIED_OVER
    if (found := hesitation(frames, frame, candidate)) is not None:
        return found
    if frame.mention is None and frames.lang == "en" and BROUGHT.search(frames.text, max(frame.sentence.start, frame.start - 70), frame.start):
        return "it may have come about on a day before"
    if len(frame.shared) > 1 and frame.shared[0].start == frame.shared[-1].start and frame.quantity is not None and None not in (frame.quantity.low, frame.quantity.high):
        return "a figure told of indexes together may be of one of them"
    if FUTURE_BEFORE.search(frames.text, max(0, candidate.start - 26), candidate.start) or FUTURE_BEHIND.match(frames.text, candidate.end):
        return "the future is meant, not the thing itself"
    if (known := instruments.get(candidate.name.ids[0])) is not None and known.id[:4] in US and known.country not in HOME:
        if not frames.of_wall_street and not _in_dollars(frames, frame):
            return "the listing at the company's home may be meant"
    timed = frames.day(frame)
    if timed.when is not None and timed.when.deixis == "offset":
        return "days ago are counted roughly"
    if frame.basis == "close" and (mic := instruments.calendar_of(candidate.name.ids[0])) in SETTLED_EARLY and calendars.in_session(mic, frames.article.published):
        return "the settlement of a session that still ran may be told"
    if frames.lang == "en" and _holds_han(frames.text) and HAN.search(frames.text, frame.sentence.start, frame.sentence.end):
        return "the sentence is in another language"
    if timed.when is not None and timed.span is not None and timed.when.start is not None:
        age = (frames.article.published.date() - timed.when.start).days
        if age > 14 and BARE_DAY.fullmatch(frames.text, *timed.span):
            return "a bare number of days may be a date or a stretch"
    return None


def named_between(frames: Frames, candidate: Candidate, frame: Frame) -> list[Mention]:
    """The names of other things between a subject and a figure of a later sentence."""
    own = candidate.name.ids[0] if candidate.name.ids else None
    between = (m for m in frames.names.names if candidate.end <= m.start and m.end <= frame.start and m.kind in ("instrument", "organisation"))
    return [m for m in between if isinstance(m.value, Name) and (not m.value.ids or m.value.ids[0] != own)]


@lru_cache(4)
def _holds_han(text: str) -> bool:
    return HAN.search(text) is not None


def _in_dollars(frames: Frames, frame: Frame) -> bool:
    """Whether the price beside a move, or the figure itself, is in dollars: "rose 29.3% to $148.97"."""
    beside = (frames.figures[i] for i in (frame.index - 1, frame.index, frame.index + 1) if 0 <= i < len(frames.figures))
    return any(
        isinstance(m.value, Quantity) and m.value.unit == "USD" and (m.value.low or 0) < 10**5 and m.start - frame.end < NEXT_TO and frame.start - m.end < NEXT_TO
        for m in beside
    )


def doubt_of_move(frames: Frames, frame: Frame, candidate: Candidate) -> str | None:
    """What the words of a move over one session leave open besides."""
    if (found := doubt_of(frames, frame, candidate)) is not None:
        return found
    if (handed := of_a_move(frames, frame, candidate)) is not None:
        return handed
    text, lang, sentence = frames.text, frames.lang, frame.sentence
    if lang == "en" and frame.time.how != "clause" and EN_OPENING.match(text, sentence.start) and not A_DAY_AFTER.match(text, sentence.start) and text.find(", ", sentence.start, frame.start) < 0:
        return OPENED_WITH
    if DEBUT.search(text, sentence.start, sentence.end):
        return DEBUTED
    if frame.compare == "prev_session":
        return None
    timed = frames.day(frame)
    if lang == "ko" and candidate.how == "behind" and timed.how not in ("clause", "sentence"):
        return "a move told of a name in passing may be of any stretch"
    q = frame.quantity
    start, end = frame.clause
    size = (q.low or q.high or 0) if q is not None and q.unit == "percent" else 0
    if size >= HUGE or (size >= LARGE and not _has(SESSION[lang], text, start, end)):
        return SO_LARGE
    behind = STRETCH[lang].search(text, frame.end, min(end, frame.end + 60))
    if behind is not None and (SESSION[lang].search(text, frame.end, behind.start()) or RARE[lang].search(text, frame.end, behind.end() + RARITY)):
        behind = None
    if lang == "en" and IN_YEAR.match(text, frame.end) is not None:
        return BESIDE_IT
    if _has(STRETCH[lang], text, start, frame.start) or behind is not None:
        own = _last(SESSION[lang], text, start, frame.start)
        if own < _last(STRETCH[lang], text, start, frame.start) or own < 0:
            return BESIDE_IT
    if lang == "en" and not _has(SESSION[lang], text, sentence.start, sentence.end) and TRAILING.search(text, frame.end, sentence.end):
        return BESIDE_IT
    if AVERAGE.search(text, max(sentence.start, frame.start - 20), frame.start):
        return "an average is told, of more than one move"
    if lang == "en" and any(d.value.grain in LONG and OWNER.match(text, d.end) for d in frames.dates_between(frame.end, frame.end + NEAR) if isinstance(d.value, When)):
        return "the session is told by its place in a month"
    if lang == "en" and not _has(SESSION[lang], text, sentence.start, sentence.end) and _in_long(frames, frame):
        return BESIDE_IT
    if start > sentence.start and not _has(SESSION[lang], text, start, end):
        if _last(STRETCH[lang], text, sentence.start, start) > _last(SESSION[lang], text, sentence.start, start):
            return IN_CLAUSE_BEFORE
    if _has(SESSION[lang], text, sentence.start, sentence.end):
        return None
    if periodic.summed_up(frames, sentence.index):
        return BEFORE_IT
    back = 2 if CARRIES.match(text, sentence.start) else 1
    lo = max(0, frame.start - REACH, frames.sentences[max(0, sentence.index - back)].start)
    if _last(STRETCH[lang], text, lo, sentence.start) > (_last(SESSION[lang], text, lo, sentence.start) if lang == "ko" else -1) or _chained(frames, sentence):
        return BEFORE_IT
    return None


def _chained(frames: Frames, sentence: Sentence) -> bool:
    """Whether the sentences before one, each of which tells a figure and no day, go back to one that tells of a stretch: "The Dow rose 5% for the quarter. The Nasdaq rose 9%. Apple fell 3%"."""
    text, lang = frames.text, frames.lang
    for s in reversed(frames.sentences[max(0, sentence.index - CHAIN) : sentence.index]):
        if s.paragraph != sentence.paragraph or _has(SESSION[lang], text, s.start, s.end):
            return False
        if _has(STRETCH[lang], text, s.start, s.end):
            return True
        i = bisect_left(frames.figure_starts, s.start)
        if i == len(frames.figure_starts) or frames.figure_starts[i] >= s.end:
            return False
    return False


def doubt_of_return(frames: Frames, frame: Frame, candidate: Candidate) -> str | None:
    """What the words of a move over a stretch leave open: whether it is a sum of days, and the subject's own price that moved."""
    text, lang, sentence = frames.text, frames.lang, frame.sentence
    if (other := of_a_return(frames, frame)) is not None:
        return other
    if lang == "ko" and KO_SUM_FROM_EVE.search(text, sentence.start, frame.start) is not None:
        return BESIDE_IT
    if NO_SUM[lang].search(text, sentence.start, sentence.end):
        return "the figure may be an average or count dividends"
    priced = lang == "en" and (PRICED.match(text, candidate.end) or OF_SHARES.search(text, max(0, candidate.start - 24), candidate.start))
    if OF_AMOUNT["ko"].match(text, frame.end) if lang == "ko" else not priced and OF_AMOUNT["en"].search(text, max(sentence.start, frame.start - 32), frame.start):
        return "the figure may be of the business and no price"
    if lang == "en" and ANY_STRETCH.search(text, sentence.start, sentence.end):
        return "a stretch of another time may be meant"
    if lang == "ko" or candidate.end > frame.start or priced:
        return None
    if EN_MEMBERS.match(text, candidate.end) or (candidate.start > sentence.start + 12 and EN_WITHIN.search(text, max(sentence.start, candidate.start - 14), candidate.start)):
        return ONLY_THERE
    head = EN_HEAD.search(text, candidate.end, frame.start)
    return None if head is None or ITSELF.fullmatch(head["head"]) else "another thing may have moved"


def _in_long(frames: Frames, frame: Frame) -> bool:
    """Whether a month, a quarter, a half or a year is told before a figure in its sentence, as the time of something."""
    told = frames.dates_between(frame.sentence.start, frame.start)
    return any(isinstance(d.value, When) and d.value.grain in LONG and d.value.relation in ("on", "during") and not EN_CONTRACT.match(frames.text, d.end) and not PASSING.match(frames.text, d.end) for d in told)


def _has(pattern: Anchored, text: str, a: int, b: int) -> bool:
    return _last(pattern, text, a, b) >= 0


def _last(pattern: Anchored, text: str, a: int, b: int) -> int:
    """Where a pattern stands last in a part of the text, -1 where it does not."""
    at = -1
    for m in pattern.finditer(text, a, b):
        if not PASSING.match(text, m.end()):
            at = m.start()
    return at
