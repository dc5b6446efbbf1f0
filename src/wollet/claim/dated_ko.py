"""The word that governs a Korean date: the first telling one behind it, or the one that leads up to it.

"12일 실적을 발표했다"; "공매도가 재개된 3월 31일"; a list of days takes the word of its first ("4일 발표되는 A와 6일 B"), a day in brackets
behind a name that of its sentence ("상장을 앞둔 A(12일), B(13일)").
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left

import msgspec

from wollet.claim.frames import Frames
from wollet.claim.hosts import Cue
from wollet.claim.stretches import months_before
from wollet.claim.time_words import DAYS, LONG
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.mention import Mention
from wollet.model.time import When

KO_PARTICLE = re.compile(r"(?:\([^)]{0,12}\))?\s?(?:에[는도만]?(?=[\s,])|부터|까지|께|경|중(?=\s)|자정|안에|내에|초|말)")
KO_ON = re.compile(r"(?:\([^)]{0,12}\))?에[는도]?\s")
KO_THE_DAY = Anchored(r"([가-힣]{1,10}\s?(?:예정)?(?:일|시한|기한|시점|시기|날짜|일정))(?:(?:은|는|이|도)\s?(?:오는\s?)?|(?:을|를)\s(?:기존\s|당초\s|오는\s)?(?:\d{4}년에서\s)?)$")
ANALYST = re.compile(r"연구원|애널리스트|이코노미스트|전문위원|증권|\banalysts?\b|\bstrategists?\b|\beconomists?\b")
PAST_KINDS = frozenset(("listing_date", "agreement_date", "release_date", "effective_date", "earnings_date"))
OF_REPORTS = frozenset(("earnings_date", "policy_meeting", "release_date", "payment_date"))
FORETOLD = Anchored(r"(?:년|개월|달|주|일)\s?(?:내로|이내|내에|안에)")
"""A span in which something is to happen: an outlook, no date."""
RELATIVE = re.compile(r"최근|(?:년|달|개월|주|일)\s?전$|\bago$|\bpast\b|\b[Ll]ast (?:few|several|year|month|week|quarter)\b|\brecent|\bdecade\b|\bmonths?\sthrough\b|\bended\b|['’]s$")
JOINED = re.compile(r"\s?(?:과|와|및|,|·|~|-)\s?")
QUOTES = re.compile(r"[‘’'“”\"]")
NEAR_REPORT, NEAR_SAID = 20, 26
VAGUE = frozenset(("today", "this_day", "yesterday", "this_week", "this_month", "this_year", "last_month", "last_year", "overnight", "now"))
REACH = 80
MONTH_DAYS = 31
MONTHED = re.compile(r"\d\s?월|\d[./-]\d|달|지난|오는")
WILL = re.compile(r"(?:한다|된다|연다|린다|온다|간다|는다|쉰다|예정(?!대로)|계획이|방침)(?=[.\s]|이)")
"""Behind the word of an event: it is to come."""
TWO_MONTHS = 62
"""A day of a list lies no farther than this before the time that the list is told of."""
NEAR_TOLD = 40
MEETINGS = frozenset(("meeting_date", "policy_meeting"))
DID = re.compile(r"[를을]?\s?(?:완료|마무리|마친|단행|실시)?(?:한|했|된|됐|할|될|하는|되는|돼|하면서|하며|하고)")
"""Right behind the word of an event: it was or will be done, and is no thing of a period."""
ACTED = re.compile(r"(?:\([^)]{0,12}\))?\s(?!이[는 ]|그)[가-힣A-Za-z&]{1,12}(?:이|가|은|는)\s")
"""Right behind a date: who acted, so that the date is that of the act."""
STARTS = re.compile(r"본격화")
"""What goes on over a period rather than takes place on a day."""
IN_VIEW = re.compile(r"(?:을|를)?\s?앞[둔두]")
LED_UP = re.compile(r"(?:[을를이가]\s)?(?:진행|시작|단행|실시|개최|완료)?(?:된|한|했던|됐던|하는|되는|될|할|던)\s")
"""Between the word of an event and its day: "공매도가 재개된 3월 31일"."""
YEARED = re.compile(r"지난|년|올해|내달|다음|오는")
LISTED = re.compile(r"(?:와|과|,|·|및|△|▲)\s?$")
"""Before a further day of a list."""
WHAT = re.compile(r"\s([^,.\n()\"“”]{2,24}?)(?=(?:와|과|도|[이가은는을를])\s|,|$)")
"""Behind it: what takes place on it."""
AND = re.compile(r"(?:과|와|·|,)\s?")
IN_BRACKETS = re.compile(r"[가-힣A-Za-z0-9]\((?:\d{1,2}월\s?)?\d{1,2}일\)")
"""A name with a day in brackets."""
SAID = re.compile(r"[”\"]?\s?(?:이?라고|고|이?라며|며)\s?[^.\n]{0,16}?(말[했한하]|밝[혔히힌]|발언|강조|주장|언급|경고|전했|지적|적었|썼)")


def governing(
    frames: Frames, m: Mention, when: When, clause: tuple[int, int], cues: list[Cue], following: Mention | None
) -> Cue | None:
    """The word of an event that a date belongs to: what leads up to it, else the first telling one behind it."""
    text = frames.text
    if day := KO_THE_DAY.search(text, max(clause[0], m.start - 30), m.start):
        named = next((c for c in cues if c.start >= day.start() - 14 and c.end <= m.start and c.kind), None)
        return named or Cue(day.start(1), day.end(1), "event_date")
    if (listed := _bracketed(frames, m, cues)) is not None:
        return listed
    behind = _behind(frames, m, when, clause, cues, following)
    if behind is None or behind.kind is None:
        before = next((c for c in reversed(cues) if c.end <= m.start), None)
        if before is not None and before.kind is not None and when.deixis not in VAGUE and _placed(text, m, when) and LED_UP.fullmatch(text, before.end, m.start):
            return before
    return behind if behind is not None else _quoted(frames, m, clause)


def _placed(text: str, m: Mention, when: When) -> bool:
    """Whether a time is one in which something takes place, and not the period of a figure: a day, or a month of its year."""
    return when.grain in DAYS or (when.grain == "month" and YEARED.search(text, m.start, m.end) is not None)


def moved(when: When, anchor: Mention | None, published: dt.date) -> When:
    """A day of a list without its month, moved to the side of the time that the list is told of."""
    a = anchor.value if anchor is not None else None
    if not isinstance(a, When) or a.start is None or a.end is None or when.grain != "day" or when.start is None or when.deixis is not None or a.end < published or when.start >= a.start:
        return when
    if a.grain not in ("day", "week", "month") or (a.start - when.start).days > TWO_MONTHS:
        return when
    day = when.start
    while day < a.start:
        day = months_before(day, -1)
    return msgspec.structs.replace(when, start=day, end=day)


def carried(frames: Frames, m: Mention, when: When, last: Mention, cue: Cue) -> Cue | None:
    """The event of a further day of a list, of the kind of the first: "4일 발표되는 A와 6일 B"."""
    if when.grain not in DAYS or LISTED.search(frames.text, last.end, m.start) is None or (what := WHAT.match(frames.text, m.end)) is None:
        return None
    return Cue(what.start(1), what.end(1), cue.kind)


def to_come(frames: Frames, m: Mention, when: When, cue: Cue) -> When:
    """A day told without its month, of what a Korean sentence says will take place: the next such day."""
    published, s = frames.article.published.date(), frames.sentence_at(m.start)
    if when.grain not in ("day", "range") or when.deixis is not None or when.start is None or when.end is None or when.end >= published or MONTHED.search(frames.text, m.start, m.end):
        return when
    if (published - when.end).days > MONTH_DAYS or WILL.search(frames.text, cue.start, min(s.end, cue.end + NEAR_SAID)) is None:
        return when
    return msgspec.structs.replace(when, start=months_before(when.start, -1), end=months_before(when.end, -1))


def joined(text: str, m: Mention, following: Mention | None) -> Mention | None:
    """Two days in a row told together, as one stretch: "5일과 6일"."""
    if following is None or not isinstance(m.value, When) or not isinstance(following.value, When) or AND.fullmatch(text, m.end, following.start) is None:
        return None
    a, b = m.value, following.value
    if a.grain != "day" or b.grain != "day" or a.start is None or a.end is None or b.start != a.end + dt.timedelta(days=1):
        return None
    return Mention(m.start, following.end, "date", msgspec.structs.replace(a, end=b.end, grain="range"), m.rule)


def _behind(
    frames: Frames, m: Mention, when: When, clause: tuple[int, int], cues: list[Cue], following: Mention | None
) -> Cue | None:
    """The first telling word behind a date, outside quotations that the date is not in."""
    text = frames.text
    inside = frames.speech.quotation(m.start)
    cue = next(
        (c for c in cues if c.start >= m.end and frames.speech.quotation(c.start) == inside
         and not _opened(text, m.end, c.start)), None,
    )  # fmt: skip
    if cue is None or cue.start - m.end > REACH:
        return None
    particle = KO_PARTICLE.match(text, m.end) is not None or text[m.start : m.end].endswith(("말", "초", "께", "부터", "까지"))
    if RELATIVE.search(text, m.start, m.end) or text.startswith("의 ", m.end) or FORETOLD.search(text, m.start, m.end):
        return None
    of_period = following is not None and cue.kind != "earnings_date" and when.grain in DAYS and isinstance(following.value, When) and following.value.grain in LONG
    if following is not None and following.end <= cue.start and not of_period and not (
        KO_ON.match(text, m.end) or JOINED.fullmatch(text, m.end, following.start)
    ):
        return None
    near = cue.start - m.end
    told = cue.kind is not None and ((not text[m.end : cue.start].strip() and DID.match(text, cue.end) is not None) or ACTED.match(text, m.end, cue.start) is not None or (YEARED.search(text, m.start, m.end) is not None and DID.match(text, cue.end) is not None and text.endswith(("을 ", "를 "), m.end, cue.start)))
    if when.grain in LONG and cue.kind in OF_REPORTS and near > NEAR_REPORT and not told:
        return None
    if when.grain in LONG and when.grain != "month" and STARTS.match(text, cue.start):
        return None
    if when.grain == "week" and IN_VIEW.match(text, cue.end):
        return None
    if when.grain in LONG and not particle and not (told and when.deixis in (None, "last_year") and near <= NEAR_TOLD):
        if cue.kind in OF_REPORTS or (when.deixis in VAGUE and not (when.deixis == "last_year" and near <= NEAR_REPORT and DID.match(text, cue.end))):
            return None
    if when.deixis in VAGUE and not particle and when.grain not in LONG:
        if not (cue.kind in PAST_KINDS and near <= NEAR_TOLD) and not (cue.kind in MEETINGS and near <= NEAR_SAID):
            return None
    if when.deixis == "this_week" and cue.kind == "event_date":
        return None
    if cue.kind == "remarks" and ANALYST.search(text, *clause):
        return None
    return cue


def _bracketed(frames: Frames, m: Mention, cues: list[Cue]) -> Cue | None:
    """The event of a sentence that lists names with a day each in brackets."""
    text, s = frames.text, frames.sentence_at(m.start)
    if text[m.start - 1 : m.start] != "(" or text[m.end : m.end + 1] != ")" or len(list(IN_BRACKETS.finditer(text, s.start, s.end))) < 2:
        return None
    return next((c for c in reversed(cues) if c.end <= m.start and c.kind is not None), None)


def _quoted(frames: Frames, m: Mention, clause: tuple[int, int]) -> Cue | None:
    """The saying of a quotation that a day stands right before, however long the quotation is: "8일 \"…\"라고 말했다"."""
    text = frames.text
    i = bisect_left(frames.speech.quote_starts, m.end)
    if i == len(frames.speech.quotes) or frames.speech.quotes[i][0] - m.end > NEAR_SAID or frames.speech.quotation(m.start) >= 0 or ANALYST.search(text, *clause):
        return None
    end = frames.speech.quotes[i][1]
    said = SAID.match(text, end, min(len(text), end + 40))
    return None if said is None else Cue(said.start(1), said.end(1), "remarks")


def _opened(text: str, a: int, b: int) -> bool:
    """Whether a quotation or a title in quotation marks is open between two places."""
    return b - a <= REACH and len(QUOTES.findall(text, a, b)) % 2 == 1
