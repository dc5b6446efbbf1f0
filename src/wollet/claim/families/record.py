"""A high or a low of a window, a first since, a largest move since, a threshold crossed.

Meaning: high: the session's price exceeds every price of the look-back (closes against closes, the session's high
against highs); low: mirrored; cross: the price passes the threshold that the close before had not passed; gain/drop: the
session's move exceeds every move of the look-back.  `since` is the first day of the look-back; without one, all that is
held, which can refute an all-time record but bears it out only where the whole history is held.

Not covered: records of reported figures (revenue, cash), of products, and "first" events that are no price.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from wollet.claim import horizons
from wollet.claim.canonical import Statement, ordinary_metric
from wollet.claim.doubts import doubt_of
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.pricing import at_session, bar_row, basis_of, before, digest, options_of, sessions, show, sort_of
from wollet.model.claim import Claim, Tier
from wollet.model.market import Bar, MarketData
from wollet.model.quantity import Interval, Quantity
from wollet.model.time import When, Window
from wollet.model.verdict import Evidence, Reason, Row

Event = Literal["high", "low", "cross", "gain", "drop", "first"]

KO_HIGH = r"최고(?:치|가|점|\s?수준|\s?기록)?|신고가|최대\s?(?:상승폭|상승률|오름폭)|가장\s?(?:높은|큰\s?폭(?:으로|의)?\s?(?:상승|오름))"
KO_LOW = r"최저(?:치|가|점|\s?수준)?|신저가|최대\s?(?:하락폭|하락률|낙폭)|가장\s?(?:낮은|큰\s?폭(?:으로|의)?\s?(?:하락|내림))"
KO_BACK = (
    r"(?:사상|역대|장중|종가\s?기준|연중|올해)\s?|52주\s?|\d{1,3}\s?(?:개월|년|주|거래일|일)\s?(?:여\s?)?만에?의?\s?"
    r"|(?:(?:지난해|작년|올해|지난달|지난|이달)\s?)?(?:\d{4}년\s?)?(?:\d{1,2}월\s?)?(?:\d{1,2}일)?(?:\([^)]*\))?\s?이후\s?(?:약\s?)?(?:\d{1,3}(?:개월|년)\s?(?:여\s?)?만에\s?)?"
)
KO = re.compile(rf"(?P<back>(?:{KO_BACK})+)(?:기준\s?)?(?:(?P<high>{KO_HIGH})|(?P<low>{KO_LOW})|(?P<first>처음|최대(?:\s?규모|폭|치)?))|(?P<first2>(?:국내|세계|업계|사상|역대|아시아)\s?(?:최초|처음)(?:로|으로)?)|(?P<high2>신고가)|(?P<low2>신저가)")
EN_SINCE = r"(?:\s(?:level|close|closing level|closing price|intraday|finish|settlement|price|point|mark|yield|gain|drop|rise|fall|decline|loss|advance|rally|jump|slide))*\s?(?:since|in (?:more than |about |nearly |almost |over )?(?:a|\w+) (?:days|weeks|months?|years?|decades?|sessions))(?:\s(?:the\s|its\s|at least\s)?(?:(?:early|mid|late|start of|end of)[- ]?)?(?:[A-Z][a-z]+\.?\s?)?(?:\d{1,2}(?!\d),?\s?)?(?:\d{4})?)?"
EN = re.compile(
    r"(?:\b(?:a|an|its|their)\s)?(?:\b(?:fresh|new|another)\s)?(?P<back>\b(?:all-time|record|52-week|(?:\d{1,3}|multi|one|two|three|four|five|six|seven|eight|nine|ten|several)[- ](?:day|week|month|year|session)|lifetime|historic|year-to-date|intraday record|closing record))"
    r"[- ](?:intraday\s|closing\s|session\s)?(?:(?P<high>highs?|peaks?|close|levels?|territory)|(?P<low>lows?|trough))\b"
    rf"|(?:\bthe\s|\bits\s|\ba\s)?\b(?P<high3>highest|strongest)(?:{EN_SINCE})|(?:\bthe\s|\bits\s)?\b(?P<low3>lowest|weakest|cheapest)(?:{EN_SINCE})"
    rf"|\b(?P<big>biggest|largest|steepest|sharpest|best|worst|longest)\s(?:(?:one|single)-?day\s|daily\s|weekly\s|monthly\s|intraday\s|percentage\s|winning\s)*(?P<move>gains?|rise|jump|rally|advance|drop|fall|decline|loss|slide|slump|plunge|day|week|month|session|streak|stretch)(?:\s(?:of\s)?(?:gains|losses))?(?:{EN_SINCE}|\son record|\sever)"
    rf"|\b(?:its|their)\s(?P<big2>longest|biggest|largest|steepest|sharpest|best|worst)(?:{EN_SINCE})"
    rf"|\b(?P<first>first time)\s(?:since|in|this|ever)(?:\s(?:the\s|more than\s)?(?:[A-Z][a-z]+\.?\s?)?(?:\d{{1,2}}(?!\d),?\s?)?(?:\d{{4}}|\w+\syears?|\w+)?)?",
    re.IGNORECASE,
)
KO_UP = re.compile(r"\s?(?:선|대|고지)?\s?(?:을|를|도|마저)?\s?(?:사상\s?)?(?:처음으로\s?)?(?:돌파|넘어(?!서지|가지)|넘긴|넘겼|뚫|회복|탈환|올라서|상향\s?돌파)")
KO_DOWN = re.compile(r"\s?(?:선|대)?\s?(?:을|를|도|마저|이|가)?\s?(?:내준|내줬|내주|붕괴|하회|깨[졌지]|무너|밑으로|아래로|밑돌)")
EN_UP = re.compile(
    r"(?:\b(?:cross(?:ed|es|ing)|topp?(?:ed|ing|s)|surpass(?:ed|es|ing)|eclips(?:ed|ing)|breach(?:ed|ing)|hit|past|reclaim(?:ed|ing)|broke)\s(?:above\s|through\s|past\s)?(?:the\s)?"
    r"|\b(?:rose|climb(?:ed|ing)|clos(?:ed|ing)|jump(?:ed|ing)|moved|ended|finished|surg(?:ed|ing)|back|rallied|soar(?:ed|ing)|push(?:ed|ing)|break(?:ing)?|broke)\s(?:back\s)?(?:above|past|over|through)\s(?:the\s)?)(?:key\s|psychological\s)?$",
    re.IGNORECASE,
)
EN_DOWN = re.compile(
    r"\b(?:fell|fall(?:ing|s)?|dropp?(?:ed|ing)?|sank|slipp?(?:ed|ing)|slid|clos(?:ed|ing)|dipp?(?:ed|ing)|tumbl(?:ed|ing)|broke|plung(?:ed|ing)|back)\s(?:back\s)?(?:below|under|beneath)\s(?:the\s)?(?:key\s)?$",
    re.IGNORECASE,
)
SHORT_OF = re.compile(
    r"\b(?:below|from|off|under|short of|shy of|near|toward|towards|than)\s(?:its|a|an|the|their|last)?\s?$|(?:대비|보다)\s?$", re.IGNORECASE
)
OF_MANY = re.compile(r"\d\s(?:new\s)?$|\b(?:many|several|some|most|dozens|number)\b[\w\s]{0,24}$", re.IGNORECASE)
"""Before highs and lows that are counted, or are those of many."""
HISTORIC = re.compile(r"사상|역대|all-time|record|lifetime|historic|ever", re.IGNORECASE)
SPAN = re.compile(r"(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[- ]?(?P<unit>주|개월|년|거래일|일|days?|weeks?|months?|years?|sessions?|decades?)(?=\s?(?:여\s?)?(?:만|신|\W|$)|\b)")


class Record(Statement, frozen=True, kw_only=True):
    """A record event; `historic` where the look-back is all time."""

    event: Event = "high"
    historic: bool = False


def take(frames: Frames) -> Iterable[Take]:
    yield from phrases(frames)
    yield from thresholds(frames)


def phrases(frames: Frames) -> Iterable[Take]:
    for m in (KO if frames.lang == "ko" else EN).finditer(frames.text):
        found = {k: v for k, v in m.groupdict().items() if v}
        start, end = m.start(), m.end() - (len(m[0]) - len(m[0].rstrip()))
        if SHORT_OF.search(frames.text, max(0, start - 24), start) or OF_MANY.search(frames.text, max(0, start - 30), start):
            continue
        frame = frames.at(start, end)
        if frame.priced is None and not told_of(frame):
            continue
        event: Event = "high"
        if "low" in found or "low2" in found or "low3" in found:
            event = "low"
        elif "first" in found or "first2" in found or "big2" in found:
            event = "first"
        elif "big" in found:
            if found["move"] in ("streak", "stretch"):
                event = "first"
            else:
                event = "drop" if re.match(r"drop|fall|decl|loss|sli|slu|plu", found["move"]) or found["big"] == "worst" else "gain"
        if re.search("낙폭|하락", m[0]):
            event = "drop"
        elif re.search("상승|오름", m[0]):
            event = "gain"
        yield from of(frames, frame, event, None)


def thresholds(frames: Frames) -> Iterable[Take]:
    text, ko = frames.text, frames.lang == "ko"
    for frame in frames.numbers:
        q, subject = frame.quantity, frame.priced
        if q is None or subject is None or q.unit in ("percent", "bp", "percentage_point", "ratio", "shares", "rank"):
            continue
        value = q.low if q.low is not None else q.high
        if value is None or (frame.fact is not None and frame.fact.family not in ("price", "other")):
            continue
        sort = sort_of(subject.name.ids[0])
        if q.unit in ("weeks", "months", "years", "days", "hours", "sessions", "quarters", "date"):
            continue
        if q.unit in ("count", "") and sort not in ("index", "fx", "crypto", "commodity", "future"):
            continue
        end = frame.end
        if ko:
            at = frame.end
            if q.hedge in ("more_than", "less_than", "at_least") and (cut := re.search(r"[을를]\s|\s(?=넘|밑|아래)", frame.quote)):
                at = frame.start + cut.start()
            up, down = KO_UP.match(text, at), KO_DOWN.match(text, at)
            m = up or down
            end = max(end, m.end()) if m else end
        else:
            up = EN_UP.search(text, max(0, frame.start - 40), frame.start)
            down = EN_DOWN.search(text, max(0, frame.start - 40), frame.start)
            m = up or down
        if m is None or not round_figure(value):
            continue
        direction: Literal["up", "down"] = "up" if up else "down"
        unit = "points" if sort == "index" else q.unit or "USD"
        figure = Quantity(
            low=value if up else None, high=None if up else value, unit=unit, grain=q.grain, hedge=None,
            interval=Interval(value if up else None, None if up else value, "both"),
        )  # fmt: skip
        phrase = frames.at(frame.start, end)
        yield from of(frames, phrase, "cross", (figure, direction))


def told_of(frame: Frame) -> bool:
    """Whether a record is that of a reported figure or a statistic."""
    return frame.fact is not None and frame.fact.family in ("fundamentals", "macro") and frame.fact.cost < 40


def round_figure(x: Decimal) -> bool:
    """Whether a figure ends in a zero or has few digits, as thresholds do."""
    digits = format(x.normalize(), "f").rstrip("0").replace(".", "").lstrip("0")
    return len(digits) <= 3


def of(frames: Frames, frame: Frame, event: Event, figure: tuple[Quantity, Literal["up", "down"]] | None) -> Iterable[Take]:
    for candidate in frame.shared or (frame.priced or frame.instrument,):
        if candidate is None:
            continue
        id = candidate.name.ids[0]
        windows = sessions(frames, frame, id)
        window = windows[0][0] if windows else None
        basis, tier = basis_of(frames, frame, window, id)
        reported = told_of(frame)
        said = frames.claim_fields(frame)
        historic = bool(HISTORIC.search(frame.quote))
        since = None if figure is not None else look_back(frames, frame, window)
        said.update(
            subject=subject_of(candidate), when=window, basis=basis if not reported else None, since=since,
            metric=frame.fact.metric if reported and frame.fact is not None else ordinary_metric(id),
            quantity=figure[0] if figure else None, tier=windows[0][1] if windows else "default",
            direction=figure[1] if figure else "down" if event in ("low", "drop") else "up" if event != "first" else turned(frame),
            options=options_of(windows, basis, tier, candidate), doubt=doubt_of(frames, frame, candidate),
        )  # fmt: skip
        yield Take(claim=Record(**said, event=event, historic=historic and since is None), score=92 if figure is None else 84)


def turned(frame: Frame) -> Literal["up", "down"] | None:
    """Which way an event without a price of its own went."""
    if re.search(r"winning|gains|rally", frame.quote):
        return "up"
    d = frame.movement.direction if frame.movement is not None and frame.movement.start < frame.end else None
    return d if d in ("up", "down") else None


def look_back(frames: Frames, frame: Frame, window: Window | None) -> str | None:
    """The first day of the look-back: a day that the phrase names, or so many weeks, months, years before."""
    for d in frames.dates:
        if d.start < frame.end + 2 and d.end > frame.start and isinstance(d.value, When) and d.value.start is not None:
            return d.value.start.isoformat()
    m = SPAN.search(frames.text, frame.start, frame.end)
    if m is not None and window is not None:
        word = m["n"].lower()
        n = int(word) if word.isdigit() else horizons.EN_NUMBER.get(word, 0)
        unit = m["unit"].rstrip("s")
        days = {"주": 7, "week": 7, "일": 1, "day": 1, "거래일": 1, "session": 1}.get(unit)
        if days is not None:
            return (window.end - dt.timedelta(days=days * n)).isoformat()
        months = {"개월": 1, "month": 1, "년": 12, "year": 12, "decade": 120}.get(unit)
        return horizons.months_before(window.end, months * n).isoformat() if months and n else None
    if m := re.search(r"(?:19|20)\d\d", frame.quote):
        return m[0]
    return None


def readings(claim: Claim, published: dt.datetime) -> list[tuple[Claim, Tier]]:
    """By closes, and by the highs and lows of the session, where the words leave it open."""
    out: list[tuple[Claim, Tier]] = []
    for c, tier in as_said(claim, published):
        out.append((c, tier))
        if c.basis == "close":
            out.append((msgspec.structs.replace(c, basis="intraday"), "default" if tier != "possible" else tier))
        elif c.basis == "intraday":
            out.append((msgspec.structs.replace(c, basis="close"), "possible"))
    return out


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Record)
    id, when = claim.subject.id, claim.when
    if id is None or when is None:
        return "no_data"
    if claim.metric != ordinary_metric(id):
        return "no_reference"
    if claim.event == "first":
        return "no_data"
    if sort_of(id) in ("fx", "rate", "commodity", "future", "crypto") or claim.basis in ("after_hours", "premarket"):
        return "no_data"
    start = _start(claim)
    if start is None and not claim.historic and claim.event != "cross":
        return "no_data"
    held = market.coverage(id)
    if claim.event == "cross":
        first = when.end - dt.timedelta(days=16)
    else:
        first = start or (held[0] if held else when.end)
    bars = [b for b in market.bars(id, first, when.end, as_of=as_of, adjusted_to=when.end) if b.close is not None]
    i = at_session(bars, when.end)
    base = before(bars, i, id) if i is not None else None
    if i is None or base is None:
        return "no_data"
    if claim.event == "cross":
        return crossing(claim, base, bars[i])
    found = scan(claim, bars[: i + 1])
    if not isinstance(found, Evidence):
        return found
    whole = start is not None and held is not None and held[0] <= start
    return found if whole or found.measured == 0 else "no_data"


def _start(claim: Record) -> dt.date | None:
    s = claim.since
    if s is None:
        return None
    try:
        return dt.date.fromisoformat(s) + dt.timedelta(days=1) if len(s) == 10 else dt.date(int(s[:4]) + 1, 1, 1)
    except ValueError:
        return None


def crossing(claim: Record, base: Bar, bar: Bar) -> Evidence | Reason:
    q = claim.quantity
    if q is None or base.close is None:
        return "no_data"
    t = q.low if q.low is not None else q.high
    up = q.low is not None
    x = bar.close if claim.basis in (None, "close") else (bar.high if up else bar.low)
    if t is None or x is None:
        return "no_data"
    sign = (">=", "<") if up else ("<=", ">")
    so = (x >= t and base.close < t) if up else (x <= t and base.close > t)
    if not so and (x >= t if up else x <= t):
        return "ambiguous"
    field = "close" if claim.basis in (None, "close") else ("high" if up else "low")
    return Evidence(
        measured=Decimal(so), unit="truth",
        formula=f"{show(x)} {sign[0]} {show(t)} and {show(base.close)} {sign[1]} {show(t)}",
        rows=(bar_row(bar, x, field), bar_row(base, base.close, "close")), note=f"{field} {show(x)}",
    )  # fmt: skip


def scan(claim: Record, bars: Sequence[Bar]) -> Evidence | Reason:
    """The session's price against the most extreme one of the look-back."""
    up = claim.event in ("high", "gain")
    field = "close" if claim.event in ("gain", "drop") or claim.basis in (None, "close") else ("high" if up else "low")
    values: list[tuple[Bar, Decimal]] = []
    for b in bars:
        x = b.close if field == "close" else (b.high if up else b.low)
        if x is None:
            return "no_data"
        values.append((b, x))
    if claim.event in ("gain", "drop"):
        return largest_move(values, up=up)
    bar, x = values[-1]
    best, y = (max if up else min)(values[:-1], key=lambda v: v[1])
    so = x > y if up else x < y
    rows: tuple[Row, ...] = (bar_row(bar, x, field), bar_row(best, y, field))
    return Evidence(
        measured=Decimal(so), unit="truth", formula=f"{show(x)} {'>' if up else '<'} {show(y)}", rows=rows,
        window=digest([(b.session, v) for b, v in values]), note=f"{show(y)} ({best.session})",
    )  # fmt: skip


def largest_move(values: Sequence[tuple[Bar, Decimal]], *, up: bool) -> Evidence | Reason:
    moves = [(values[i], values[i - 1], values[i][1] / values[i - 1][1]) for i in range(1, len(values))]
    if len(moves) < 2:
        return "no_data"
    (b, x), (b0, x0), r = moves[-1]
    (c, y), (c0, y0), s = (max if up else min)(moves[:-1], key=lambda v: v[2])
    so = r > s if up else r < s
    rows = (bar_row(b, x, "close"), bar_row(b0, x0, "close"), bar_row(c, y, "close"), bar_row(c0, y0, "close"))
    return Evidence(
        measured=Decimal(so), unit="truth", formula=f"{show(x)} / {show(x0)} {'>' if up else '<'} {show(y)} / {show(y0)}",
        rows=rows, window=digest([(b.session, v) for b, v in values]), note=f"{c.session}",
    )  # fmt: skip


EXAMPLES = (
    reads("ko", "코스피가 {2600을 돌파}했다.", event="cross", direction="up", quantity__low="2600", quantity__high=None),
    reads("ko", "엔비디아는 {사상 최고치}를 기록했다.", event="high", historic=True),
    reads("ko", "코스피는 {2022년 1월 이후 최고치}를 기록했다.", event="high"),
    reads("en", "The S&P 500 rose to {a record high} on Friday.", event="high"),
    reads("en", "Apple shares touched {a new 52-week low}.", event="low"),
    ignores("ko", "코스피가 {2600}에 마감했다."),
    ignores("en", "Apple keeps a {record} of its sales."),
)
FAMILY = Family(code="REC", name="record", head="record", claim=Record, take=take, readings=readings, measure=measure)
