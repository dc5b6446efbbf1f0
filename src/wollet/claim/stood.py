"""When a price stood that its sentence tells beside the one of its own day: years ago, the session before, where a move began."""

from __future__ import annotations

import datetime as dt
from typing import Any

from wollet.claim import departed, endings, prior, stretches
from wollet.claim.eve import DEIXES
from wollet.claim.frames import Frame, Frames
from wollet.claim.horizon_words import EN_NUMBER
from wollet.claim.pricing import calendar_of, sort_of
from wollet.claim.role_words import KO_PEAK
from wollet.claim.roles import Role
from wollet.claim.stretches import WEEKEND, Horizon, closed_period, months_before
from wollet.claim.time_words import DAYS
from wollet.mention import unhurried as re
from wollet.model.claim import Option
from wollet.model.time import Window
from wollet.reference import calendars

KO_AGO = re.compile(r"(?P<n>\d{1,2}|한|두|세|석)\s?(?P<unit>년|개월|달)\s전(?:에는|에|만\s해도|의)?\s$")
KO_MONTHS = {"년": 12, "개월": 1, "달": 1}
KO_NUMBERS = {"한": 1, "두": 2, "세": 3, "석": 3}
"""How long ago a price stood: "1년 전 16달러였던 주가"."""
REFERENCE = re.compile(r"\b(?:below|above|from|off|under|than|beneath|near|(?:compared|relative|close|next)\sto|of|surpass\w*|topp\w*|beat\w*|eclips\w*|exceed\w*|past)\s(?:its|their|the|a|an)\s(?:[\w.-]+\s){0,4}?(?:high|low|peak)\s(?:price\s)?of\s$|\b(?:below|above|from|off|under|than|beneath|of|surpass\w*|topp\w*|beat\w*|eclips\w*|exceed\w*)\s(?:its|their|the|a)\s(?:[\w-]+\s){0,2}?record\s(?:close\s|high\s|finish\s)?of\s$", re.IGNORECASE)
"""Before an old extreme that a price is only set against."""
AGO = re.compile(r"\d{1,3}(?:년|개월|주일?|달|일)\s?전\s?$|\bago\b[^.]{0,6}$")
KO_FROM = re.compile(r"대?(?:원|달러)?(?:\s?(?:안팎|선|수준))?에서\s(?!(?:상승|하락|보합|강보합|약보합|강세|약세)\s?(?:출발|마감|개장|전환|마쳤|거래)|거래|움직|등락|마감|형성|머물|횡보|매매|유지|장을|출발|시작)")
EN_FROM = re.compile(r"\bfrom\s$")
"""Around the price that a move is told from."""
BASE_OF = re.compile(r"(?:직전\s?거래일|전\s?거래일|전장|전일|전날)의?\s?(?:종가\s?|대비\s?)?(?:인\s)?\(?$")
BASE_BEHIND = re.compile(r"[^()\n]{0,24}\)?\s?(?:대비|보다|에\s?비해|[과와]\s?비교)|에서\s")
"""Around the price of the session before, which a move is told from: "전 거래일 종가(1467.2원)보다"."""
DAY = dt.timedelta(days=1)
LATE = re.compile(r"말(?:일)?$|\bend of\b")
"""A time of which only the last day is meant."""
EN_EARLIER = re.compile(
    rf",?\s(?:at the close\s)?(?:(?:the|a|one)\s(?P<eve>(?:trading\s)?(?:day|session))\s(?:before|earlier|ago)|(?P<n>a|an|{'|'.join(EN_NUMBER)}|\d{{1,3}})\s(?P<unit>(?:trading\s)?day|session|week|month|year)s?\s(?:before|earlier|ago|previously))\b", re.IGNORECASE
)
"""Behind a price: how long before the one told of it stood: "versus 5,572.85 the day before", "up from $178 a year earlier"."""
EN_BEGAN = re.compile(r",?\s(?:when|as)\s(?:the|this)\s(?:year|month|quarter|week|decade)\s(?:began|started|opened|kicked off)|\sat\sthe\s(?:start|beginning)\sof\b|\sto\s(?:start|begin)\sthe\s(?:year|month|quarter|week)\b")
"""Behind a price: it is that of the first day of a stretch."""
EN_AGO = re.compile(rf"\b(?P<eve>(?!))?(?P<n>{'|'.join(EN_NUMBER)}|\d{{1,3}})\s(?P<unit>session|trading day)s\s(?:ago|earlier|before),?\s[^;:]{{0,40}}$", re.IGNORECASE)
"""Before a price: how many sessions before the one told of it stood: "three sessions ago, it stood at 5,000"."""
OF_ANY_TIME = "what a move is told from may be of any time"
AGAINST = re.compile(r"(?:선|원|달러|포인트|p)?\)?(?:\s?대비|보다|에\s?비해|[과와]\s(?:비교|견[주줘])|(?:이?었|였|이)던\s(?=[가-힣A-Za-z&]))")
"""Behind a price that another is set against: "지난해 말 2655였던 코스피는"."""
AS_BASE = re.compile(r"(?:선|원|달러|포인트|p)?\)?[을를]\s기준으로\s(?:하면|삼으면|보면)")
"""Behind a price that only is what a return is counted from."""
OPENED_SPAN = re.compile(r"(?:(?:한|이번)\s?주|한\s?달|한\s?해|이달|올해|[상하]반기|분기)[을를]\s$")
"""Before the price that a week, a month or a year started from."""
STARTED = re.compile(r"(?:선|원|달러)?에서\s(?:출발|시작)")
A_DAY = re.compile(r"하루\s?(?:새에?|만에|사이에?)\s$")
LED_TO = re.compile(r"(?:원|달러)?(?:대|선)?\s?(?:→|⟶|->|에서\s)")
"""Around the level that a price left within a day: "하루 새 1470원대→1450원대"."""


def place(frames: Frames, frame: Frame, found: Role, said: dict[str, Any]) -> None:
    """Sets the `when`, `options`, `doubt` and `basis` of a price's fields to those of its own time, where the words give it one."""
    id = found.subject.name.ids[0]
    (_korean if frames.lang == "ko" else _english)(frames, frame, found, id, said)
    if (close := prior.close_before(frames, frame, id)) is not None:
        said["when"], said["options"], said["basis"] = Window(close, close), (), "close"


def _korean(frames: Frames, frame: Frame, found: Role, id: str, said: dict[str, Any]) -> None:
    text, start, end, told_of = frames.text, frame.start, frame.end, said["when"]
    left = KO_FROM.match(text, end) is not None
    if (ago := so_long_ago(frames, frame)) is not None:
        _other_time(said, Window(ago, ago))
    elif AGO.search(text, max(0, start - 14), start):
        said["when"], said["options"] = None, ()
    if departed.old_extreme(frames, frame) or (STARTED.match(text, end) and OPENED_SPAN.search(text, max(0, start - 10), start)) or AS_BASE.match(text, end):
        _other_time(said, None)
    elif KO_PEAK.search(text, max(0, start - 8), start) and (frame.time.when is None or frame.time.when.grain not in DAYS) and BASE_BEHIND.match(text, end, frame.sentence.end):
        when = frame.time.when
        said["when"] = Window(when.start, when.end) if when is not None and when.start is not None and when.end is not None else None
        said["options"], said["doubt"] = (), "the day of an old extreme is not told"
    against = said["metric"] != "offer_price" and AGAINST.match(text, end) is not None
    if (left or against or STARTED.match(text, end)) and (base := of_stretch(frames, frame, id)) is not None:
        _other_time(said, base)
    elif left and frame.time.how != "clause":
        said["when"], said["options"] = None, ()
    if left and said["doubt"] != OF_ANY_TIME and (back := departed.close_before(frames, frame, told_of)) is not None:
        _other_time(said, back)
    if not left and (closed := departed.close_of(frames, frame, told_of)) is not None:
        _other_time(said, closed)
    if not left and said["when"] is not None and A_DAY.search(text, max(frame.sentence.start, start - 12), start) and LED_TO.match(text, end):
        eve = calendars.shift(calendar_of(id), said["when"].end, -1)
        said["when"], said["options"] = Window(eve, eve), ()
    if (before := session_before(frames, frame, id)) is not None:
        said["when"], said["options"], said["certainty"], said["basis"] = before, (), "asserted", "close"


def _english(frames: Frames, frame: Frame, found: Role, id: str, said: dict[str, Any]) -> None:
    text, start, end = frames.text, frame.start, frame.end
    if AGO.search(text, max(0, start - 14), start):
        said["when"], said["options"] = None, ()
    if (earlier := EN_EARLIER.match(text, end) or EN_AGO.search(text, frame.clause[0], start)) is not None:
        _other_time(said, days_back(earlier, said["when"], calendar_of(id)))
    if EN_BEGAN.match(text, end) is not None:
        said["when"], said["options"] = None, ()
    if REFERENCE.search(text, max(0, start - 60), start):
        said["when"], said["options"] = endings.dated(frames, end), (Option(tier="possible", basis="close"),)
    if EN_FROM.search(text, max(0, start - 8), start) is None:
        return
    if (base := of_stretch(frames, frame, id)) is not None:
        _other_time(said, base)
    elif frame.time.how != "clause" or moved_from(frame):
        said["when"], said["options"] = None, ()
        if (back := told_from(frames, frame, found)) is not None:
            said["when"], said["doubt"] = back, OF_ANY_TIME


def _other_time(said: dict[str, Any], window: Window | None) -> None:
    said["when"], said["options"], said["doubt"] = window, (), OF_ANY_TIME


def so_long_ago(frames: Frames, frame: Frame) -> dt.date | None:
    """The day so many months or years before the text that a Korean price is told of, roughly."""
    m = KO_AGO.search(frames.text, max(frame.sentence.start, frame.start - 14), frame.start)
    if m is None:
        return None
    n = int(m["n"]) if m["n"].isdigit() else KO_NUMBERS[m["n"]]
    return stretches.months_before(frames.article.published.date(), KO_MONTHS[m["unit"]] * n)


def of_stretch(frames: Frames, frame: Frame, id: str) -> Window | None:
    """The session whose close a move over a month, a year or so starts from: the last one of "지난해 말", the one before "올해"."""
    timed = frame.time
    when = timed.when
    if timed.how != "clause" or timed.span is None or when is None or when.grain in DAYS or when.start is None or when.end is None:
        return None
    week = closed_period(Horizon("last_week"), frames.article.published.date()) if when.deixis == "last_week" else None
    start, end = (when.start, when.end) if week is None else (week.start, week.end)
    if week is not None and frames.article.published.weekday() in WEEKEND and AGAINST.match(frames.text, frame.end):
        start, end = start - 7 * DAY, end - 7 * DAY
    late = LATE.search(frames.text, *timed.span) is not None
    day = calendars.shift(calendar_of(id), end + DAY if late else start, -1)
    return Window(day, day) if day <= frames.article.published.date() else None


def moved_from(frame: Frame) -> bool:
    """Whether a day told before an English figure is that of the move from it: "on Monday, rising 190 points from 33,876"."""
    span, cue = frame.time.span, frame.movement
    return span is not None and span[1] <= frame.start and cue is not None and span[1] <= cue.start < frame.start


def days_back(m: re.Match[str], when: Window | None, mic: str) -> Window | None:
    """The session so long before another; None where the other is not known."""
    if when is None:
        return None
    unit = (m["unit"] or m["eve"]).lower().removeprefix("trading ")
    n = 1 if m["eve"] else int(m["n"]) if m["n"].isdigit() else EN_NUMBER.get(m["n"].lower(), 1)
    if unit in ("day", "session"):
        back = calendars.shift(mic, when.end, -n)
    else:
        day = when.end - dt.timedelta(days=7 * n) if unit == "week" else months_before(when.end, n * (12 if unit == "year" else 1))
        back = calendars.shift(mic, day + DAY, -1)
    return Window(back, back)


def told_from(frames: Frames, frame: Frame, found: Role) -> Window | None:
    """The session before, whose price an English move over one session starts from: "to 4.31% from 4.17%"."""
    id = found.subject.name.ids[0]
    windows = frames.windows(frame, calendar_of(id), days=True)
    if found.horizon is not None or not windows or windows[0][0].start != windows[0][0].end or sort_of(id) == "stock":
        return None
    back = calendars.shift(calendar_of(id), windows[0][0].end, -1)
    return Window(back, back)


def session_before(frames: Frames, frame: Frame, id: str) -> Window | None:
    """The session whose close a Korean figure is where a move is set against it, or None."""
    text = frames.text
    base = BASE_OF.search(text, max(frame.sentence.start, frame.start - 16), frame.start)
    if base is None or not BASE_BEHIND.match(text, frame.end, frame.sentence.end):
        return None
    when, span = frame.time.when, frame.time.span
    told = when is not None and when.grain in DAYS and when.start is not None and when.deixis in (None, "weekday")
    mic = calendar_of(id)
    windows = frames.windows(frame, mic, days=True)
    if not told and not windows:
        return None
    last = windows[0][0].end if windows else None
    if windows and when is not None and when.deixis in DEIXES and span is not None and span[0] == base.start():
        return windows[0][0]
    day = when.start if told and when is not None and when.start is not None else last
    assert day is not None
    back = calendars.shift(mic, day, -1)
    return Window(back, back)
