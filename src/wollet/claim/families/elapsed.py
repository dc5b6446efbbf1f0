"""Time between two events: "seven years after its founding", "in 22 years", "한 달 만에".

Meaning: the number of days, months or years from the earlier event to the later one.  Both ways of counting are
allowed: with and without the first day, and with years cut off or counted by the calendar.

Not covered: events whose dates the text does not tell (read, never decided); the age of persons; how long something
will take (`forecast`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from wollet.claim import markets
from wollet.claim.candidates import Candidate
from wollet.claim.canonical import Statement
from wollet.claim.facts import sort_of
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.stretches import months_before
from wollet.claim.taking import told
from wollet.claim.whose import owner
from wollet.mention import unhurried as re
from wollet.model.claim import Claim
from wollet.model.market import MarketData
from wollet.model.quantity import Quantity
from wollet.model.time import When, Window
from wollet.model.verdict import Evidence, Reason, Row
from wollet.reference import calendars

BEHIND = {
    "ko": re.compile(r"여?\s?(?:만[에인의이]|만\s|새에?\s|[이가은는]?\s?걸[리려렸린]|앞[두둔]|(?:협상\s|유예\s)?(?:시한|기한)|전(?:에|인|\s)(?!보다|대비|\d[\d,.만]*\s?(?:원|달러)))"),
    "en": re.compile(r"\s(?:ago|earlier|later|after|on(?=[,.\s])|old|deadline|since|to (?:reach|hit|get|become))\b|[- ](?:deadline|suspension|pause|truce|grace period)\b"),
}
BETWEEN = {"ko": re.compile(r"\s?간\s|\s?(?:정도|가량)?\s(?=미[뤄룬루]|연기|유예)"), "en": re.compile(r"(?!)")}
PUT_OFF = {"ko": re.compile(r"유예|연기|미[루뤄룬]|정지|중단"), "en": re.compile(r"(?!)")}
BEFORE = {"ko": re.compile(r"(?!)"), "en": re.compile(r"\b(?:took|taken|takes|lasted|after)\s(?:about\s|nearly\s|more than\s)?$")}
TRADED = {
    "ko": re.compile(r"최고|최저|가장\s|처음|최대|최소|연속|신고가|신저가"),
    "en": re.compile(r"\bhigh(?:est)?\b|\blow(?:est)?\b|\bfirst\b|\bgain|\bloss|\brose\b|\bfell\b|\bstood\b|\bwould now\b|\byield|\bTreasury"),
}
SINCE = {"ko": re.compile(r"이후\s?$"), "en": re.compile(r"(?!)")}
TURN = re.compile(r"\s?만에\s(?:다시\s)?(?:[\d,.]+\s?(?:원|달러|포인트)?(?:선|대)?[을를에로]?\s?)?(?:반등|반락|하락|상승|회복|돌파|오름|내림|강세|약세|붕괴|탈환|급등|급락|올라|내려|떨어|→)|\s?(?:만에|새)\s[\d,.]+(?:원|달러)?(?:선|대)?\s?(?:→|에서)")
KO_MOVED = re.compile(
    r"\s?(?:만에|만|새에?)\s(?:(?:주가|시총|시가총액)\s)?(?:약\s|무려\s|최대\s|총\s|각각\s)?\d[\d.,]*\s?(?:(?:%|배)|[만억조]?\s?원(?:→|이\s(?:늘|증가|줄|감소|불어|빠져|증발)|\s?(?:이상\s)?(?:껑충|증가|늘|올랐|오른|뛰|급등)))"
)
"""Behind a span over which something moved by so much: it is the move's stretch ("한 달 새 24% 올랐다")."""
KO_OF_DAY = re.compile(r"\s?전(?:[과보에]|\s|의)|\s?만?\s?(?:보면|놓고|기준)|[은는]\s|의?\s(?:등락|변동|상승|하락|거래)")
"""Behind a day that only says of what time a figure is: "하루 전보다", "하루만 보면"."""
KO_COUNTED = re.compile(r"(?:지|이후)\s?(?:불과\s)?$")
"""Before a span that is counted from an event: "상장한 지 사흘 만에"."""
WHEN = re.compile(r"\sago,?\s(?:when|as|after)\b")
THAN = re.compile(r"\bthan\s(?:(?:it|they)\s(?:was|were|did)\s|in\s)?(?:about\s)?$")
"""Around a time that only dates what is told, or what it is set against."""
LONG = frozenset(("days", "months", "years"))


class Elapsed(Statement, frozen=True, kw_only=True):
    """The time from one event (`since`) to another (`when`)."""


def take(frames: Frames) -> Iterable[Take]:
    text, lang = frames.text, frames.lang
    for frame in frames.numbers:
        q, day = frame.quantity, frames.article.published.date()
        if q is None or sort_of(q.unit) != "time" or q.hedge == "range":
            continue
        behind = BEHIND[lang].match(text, frame.end, min(len(text), frame.end + 24))
        if behind is None and not BEFORE[lang].search(text, max(0, frame.start - 24), frame.start):
            lasting = BETWEEN[lang].match(text, frame.end, min(len(text), frame.end + 4))
            if lasting is None or not PUT_OFF[lang].search(text, frame.end, min(frame.clause[1], frame.end + 30)):
                continue
        if lang == "en" and (WHEN.match(text, frame.end) or THAN.search(text, max(frame.clause[0], frame.start - 24), frame.start)):
            continue
        if lang == "ko" and KO_MOVED.match(text, frame.end) and not KO_COUNTED.search(text, max(frame.sentence.start, frame.start - 8), frame.start):
            continue
        b = min(frame.sentence.end, frame.end + 34)
        if TRADED[lang].search(text, frame.end if lang == "ko" else max(frame.clause[0], frame.start - 20), b):
            continue
        if lang == "ko" and frame.quote == "하루" and KO_OF_DAY.match(text, frame.end):
            continue
        since = _since(frames, frame)
        other = _put_off(frames, frame, q) or _fiscal(frames, frame, q) or _deadline(frames, frame) if lang == "ko" and since is None else None
        said = frames.claim_fields(frame)
        if lang == "ko" and q.unit == "sessions" and frame.time.how in ("carried", "none") and (windows := frames.windows(frame, "XKRX", days=True)):
            day = min(frames.article.published.date(), windows[0][0].end)
        said.update(
            subject=subject_of(priced) if (priced := _turned(frames, frame)) is not None else owner(frames, frame), metric="elapsed", direction=None, since=since.isoformat() if since else None,
            when=other or Window(since or _back(day, q), day), tier="default",
        )  # fmt: skip
        yield Take(claim=Elapsed(**said), score=56)


def _turned(frames: Frames, frame: Frame) -> Candidate | None:
    """The price that turned or came back after a time: "하루 만에 반등", "107일 만에 2580선 회복"."""
    if frames.lang != "ko" or TURN.match(frames.text, frame.end, frame.sentence.end) is None:
        return None
    return frame.instrument or next((c for c in (markets.home(frames, frame), markets.first(frames), *frames.names.carried(frame.sentence)) if c is not None), None)


def _put_off(frames: Frames, frame: Frame, q: Quantity) -> Window | None:
    """The time to come for which something is put off: "한 달간 유예한다"."""
    if not PUT_OFF["ko"].search(frames.text, frame.end, min(frame.clause[1], frame.end + 30)) or BETWEEN["ko"].match(frames.text, frame.end) is None:
        return None
    day = frames.article.published.date()
    return Window(day, _back(day, q, -1)) if _back(day, q, -1) > day else None


def _fiscal(frames: Frames, frame: Frame, q: Quantity) -> Window | None:
    """The years between two yearly results, where the sentence tells those of a year: "3년 만에 영업이익 1조원을 회복했다"."""
    if q.unit != "years" or q.low is None or q.low != int(q.low):
        return None
    year = next(
        (t.said["when"] for t in told(frames, "fundamentals") if t.frame.sentence is frame.sentence and t.said.get("when") is not None), None
    )  # fmt: skip
    if year is None or (year.start.month, year.start.day, year.end.month, year.end.day) != (1, 1, 12, 31) or year.start.year != year.end.year:
        return None
    return Window(dt.date(year.end.year - int(q.low), 1, 1), year.end)


def _deadline(frames: Frames, frame: Frame) -> Window | None:
    """From the month in which a term began, as the sentence names it, to the day it ended, or now."""
    behind = BEHIND["ko"].match(frames.text, frame.end, frame.end + 24)
    if behind is None or not behind[0].rstrip().endswith(("시한", "기한")):
        return None
    dates = [d for d in frames.dates_in(frame.sentence) if isinstance(d.value, When) and d.value.start is not None]
    began = next((d.value.start for d in reversed(dates) if d.end <= frame.start and isinstance(d.value, When) and d.value.grain == "month"), None)
    over = next((d.value.end for d in dates if d.start >= frame.end and isinstance(d.value, When) and d.value.grain == "day"), None)
    end = over or frames.article.published.date()
    return Window(began, end) if began is not None and began < end else None


def _back(day: dt.date, q: Quantity, way: int = 1) -> dt.date:
    """The day from which a span counts, if it ends today; `way` -1: the day on which it ends."""
    n = q.low if q.low is not None else q.high
    if n is None or n != int(n) or not 0 < n < 400:
        return day
    if q.unit == "sessions":
        return calendars.shift("XKRX", day, -way * int(n))
    months = {"months": 1, "quarters": 3, "years": 12}.get(q.unit)
    if months is not None:
        return months_before(day, way * int(n) * months)
    return day - dt.timedelta(days=way * int(n) * {"days": 1, "weeks": 7}.get(q.unit, 0))


def _since(frames: Frames, frame: Frame) -> dt.date | None:
    """The day named right before a span of days, from which it is counted."""
    for m in frames.dates_in(frame.sentence):
        when = m.value
        near = isinstance(when, When) and when.grain == "day" and 0 <= frame.start - m.end <= 6
        if near and isinstance(when, When) and SINCE[frames.lang].search(frames.text, m.end - 3, frame.start):
            return when.start
    return None


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    """Days from a named day, counted with and without the first; anything else has no dates to count from."""
    if claim.since is None or claim.when is None or claim.quantity is None or claim.quantity.unit != "days":
        return "no_reference"
    n = (claim.when.end - claim.when.start).days
    said = claim.quantity.low
    counted = n + 1 if said == n + 1 else n
    rows = (Row(source="calendar", series="days from the first to the last", date=claim.when.end, value=str(n)),)
    formula = f"{n} + 1" if counted != n else str(n)
    return Evidence(measured=Decimal(counted), unit="days", formula=formula, rows=rows)


EXAMPLES = (
    reads("ko", "회사는 설립 {7년 만에} 코스닥에 입성했다.", quantity__unit="years", quantity__low="7"),
    reads("ko", "매출 10억 달러를 넘기까지 {5년}이 걸렸다.", quantity__unit="years", quantity__low="5"),
    reads("en", "The company was founded {25 years} ago.", quantity__unit="years", quantity__low="25"),
    reads("en", "It took {five years} to reach that mark.", quantity__unit="years", quantity__low="5"),
    reads("ko", "관세 시행을 {한 달간} 유예하기로 했다.", "2025-02-04T10:00", when__start="2025-02-04", when__end="2025-03-04"),
    reads("ko", "회사는 지난해 영업이익이 늘며 {3년} 만에 영업이익 1조원대를 되찾았다.", "2025-02-04T10:00", when__start="2021-01-01", when__end="2024-12-31"),
    reads("ko", "지난 6월 맺은 합의의 {60일} 시한은 지난 17일 끝났다.", "2025-08-18T10:00", when__start="2025-06-01", when__end="2025-08-17"),
    ignores("ko", "미국 {10년}물 국채 금리가 올랐다."),
    ignores("ko", "코스피는 {7년} 만에 최고치로 올랐다."),
    ignores("ko", "금값은 {한 달} 새 24% 올랐다."),
    reads("ko", "공모주는 상장한 지 {사흘} 만에 40% 내렸다.", quantity__low="3"),
    ignores("en", "The {10-year} Treasury yield rose."),
    ignores("en", "The stock is 9% above where it stood {three sessions} earlier."),
    ignores("en", "Whoever bought the shares {5 years} ago would now hold twice as much."),
)
FAMILY = Family(code="ELA", name="elapsed", head="elapsed", claim=Elapsed, take=take, readings=as_said, measure=measure)
