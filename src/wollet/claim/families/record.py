"""A high or a low of a window, a first since, a largest move since, a threshold crossed.

Meaning: high: the session's price exceeds every price of the look-back (closes against closes, the session's high
against highs); low: mirrored; cross: the price passes the threshold that the close before had not passed; gain/drop: the
session's move exceeds every move of the look-back.  `since` is the first day of the look-back; without one, all that is
held, which can refute an all-time record but bears it out only where the whole history is held.

average: the close stands above (below) the mean of the last so many closes, its own among them.

Not covered: records of reported figures (revenue, cash), of deeds and products ("first in the country").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

import msgspec

from wollet.claim import extreme_phrases, extremes, lookback, thresholds
from wollet.claim.canonical import Statement, ordinary_metric
from wollet.claim.doubts import doubt_of
from wollet.claim.extreme_phrases import Phrase
from wollet.claim.extreme_words import Event
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.lookback import BEGAN, PEAK_BEFORE, first_counted, look_back
from wollet.claim.matters import matter
from wollet.claim.measuring import at_session, before
from wollet.claim.pricing import basis_of, calendar_of, options_of, sessions, sort_of
from wollet.claim.topics import POLICY_RATES
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.article import Lang
from wollet.model.claim import Claim, Option, Tier
from wollet.model.market import MarketData
from wollet.model.quantity import Interval, Quantity
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reason
from wollet.reference import calendars

KO_WIDE = re.compile(r"(?:[상하][승락]|[오내]름|내림|낙)폭")
"""A move by its width, which is told of an index in points as well as in percent."""
KO_AVERAGE = re.compile(
    r"(?P<n>\d{1,3})일(?=(?P<rest>\s?(?:(?:[과와·,]\s?\d{1,3}일)\s?)*(?:선|이동\s?평균|이평)[^.\n]{0,20}?(?:(?P<up>돌파|회복|넘|웃돌|위로|위에)|(?P<down>내[줬준주]|하회|이탈|밑돌|붕괴|아래|깨))))"
)
DAY_AFTER = re.compile(r"\b(a|one|two|three)\s(?:trading\s)?(?:days?|sessions?)\safter\s[^,;]{0,60}$", re.IGNORECASE)
"""Before a record that is some sessions old."""
EN_AVERAGE = Anchored(r"\b(?:(?P<up>above|past|over|reclaim(?:ed|ing)?)|(?P<down>below|under|beneath))\s(?:its|the|their)\s(?P<n>\d{1,3})-day\s(?:simple\s)?moving\saverage", re.IGNORECASE)
CARRIED = 90
"""So near a thing measured owns a record in a sentence whose subject is only carried to it."""
FAR_ABOVE = Decimal("1.2")
"""Times the highest close of the years that are not held, above which their highs during a session cannot lie either."""
ABOUT = re.compile(r"\s?(?:액|량|규모|금액)?(?:[은는이가도]|\s역시|\s또한)\s")
"""Behind the word of what a clause is about."""
EN_SIDE = re.compile(r"\b(?:(lowest|weakest)|highest|strongest)\b", re.IGNORECASE)
"""Which way a record of a reported figure lies, whatever has moved beside it."""
DONE = re.compile(r"실적|매출|이익|영업익|적자|흑자|규모|액수|최초|\b(?:revenue|sales|profit|earnings|income|results|deliver|orders|backlog|quarter|growth)")
"""What is reported or done, and no price."""
EVER = {
    "ko": re.compile(r"(?:사상|역대)\s?(?:처음|최초|첫)"),
    "en": re.compile(r"for the first time(?:\sever|\sin (?:its |their )?history|(?=\s?[.;,]))|first[- ]ever", re.IGNORECASE),
}
"""What makes a threshold's passing the first of all."""
EARLIER = {
    "en": (re.compile(r"\b(?:had|having|after|since|which|who|that|when)\b", re.IGNORECASE), re.compile(r"[^.;]{0,60}\b(?:before|last (?:week|month|year)|earlier|ago)\b", re.IGNORECASE)),
    "ko": (re.compile(r"지난|앞서|최근"), re.compile(r"[가-힣]{0,2}(?:한|던|긴|은|선|린)\s(?!것)|[가-힣]{0,3}\s(?:뒤|후|이후)\s")),
}
"""Before and behind a threshold: words by which it may have been passed on a day before."""
HISTORIC = re.compile(r"사상|역대|all-time|record|lifetime|historic|ever", re.IGNORECASE)


SINCE = re.compile(r"\bsince\b|이후", re.IGNORECASE)
CLOSING = (Option(tier="possible", basis="intraday"),)
"""What a record told of closes can hardly mean."""
class Record(Statement, frozen=True, kw_only=True):
    """A record event; `historic` where the look-back is all time, `over` what a move is counted over, `points` where it is so by its points and no ratio."""

    event: Event = "high"
    historic: bool = False
    over: str = "sessions"
    points: bool = False


def take(frames: Frames) -> Iterable[Take]:
    passed = list(thresholds.crossings(frames))
    for phrase in extreme_phrases.phrases(frames, passed):
        yield from of(frames, phrase)
    yield from crossed(frames, passed)
    yield from averages(frames)


def averages(frames: Frames) -> Iterable[Take]:
    """Prices above or below their mean of so many sessions."""
    for m in (KO_AVERAGE if frames.lang == "ko" else EN_AVERAGE).finditer(frames.text):
        frame = frames.at(m.start(), m.end("rest") if frames.lang == "ko" else m.end())
        n, up = Decimal(m["n"]), bool(m["up"])
        if frame.priced is None or not 2 <= n <= 400:
            continue
        figure = Quantity(low=n, high=n, unit="sessions", grain=Decimal(1), interval=Interval(n, n))
        yield from of(frames, Phrase(frame, "average"), (figure, "up" if up else "down"))


def _ever(frames: Frames, frame: Frame) -> bool:
    """Whether a threshold is told to be passed for the first time of all."""
    return EVER[frames.lang].search(frames.text, max(frame.sentence.start, frame.start - 30), min(frame.sentence.end, frame.end + 40)) is not None


def _looks_back(frames: Frames, frame: Frame) -> bool:
    """Whether a threshold may have been passed on a day before the one that the sentence is of."""
    before, behind = EARLIER[frames.lang]
    s = frame.sentence
    return before.search(frames.text, max(s.start, frame.clause[0] - 8), frame.start) is not None or behind.match(frames.text, frame.end, s.end) is not None


def crossed(frames: Frames, passed: list[thresholds.Crossing]) -> Iterable[Take]:
    """The claims of thresholds passed; of a reported figure, with its own subject and period."""
    for c in passed:
        phrase = frames.at(c.frame.start, c.end)
        phrase.fact = c.frame.fact
        if c.subject is not None:
            if not phrase.subjects or phrase.priced is None:
                phrase.subjects, phrase.instrument, phrase.strange = (c.subject, *phrase.subjects), c.subject, False
            yield from of(frames, Phrase(phrase, "cross"), (c.figure, c.direction))
            continue
        assert c.frame.fact is not None
        said = {**frames.claim_fields(phrase), **matter(frames, c.frame), "quantity": c.figure, "direction": c.direction, "basis": None}
        said["metric"] = c.frame.fact.metric
        if c.frame.fact.family == "flow":
            said["metric"] = "net_buying" if "순매" in frames.text[c.frame.sentence.start : c.end + 8] else "turnover"
        yield Take(claim=Record(**said, event="cross"), score=92)


def of(frames: Frames, phrase: Phrase, figure: tuple[Quantity, Literal["up", "down"]] | None = None) -> Iterable[Take]:
    """The claims of a phrase, one for each subject; a figure that is no price is charged to whom it is reported of."""
    frame, event, past, dated, base = phrase.frame, phrase.event, phrase.past, phrase.dated, phrase.base
    of_macro = frame.fact is not None and frame.fact.family == "macro" and frame.fact.metric != "policy_rate"
    candidates = [c for c in frame.shared or (frame.priced,) if c is not None and not (of_macro and c.name.ids[0] in POLICY_RATES)]
    traded = figure is None and _traded(frames, frame)
    if figure is None and (not candidates or traded or _reported(frame, event)):
        said = {**frames.claim_fields(frame), **matter(frames, frame), "quantity": None, "direction": turned(frame, event), "basis": None}
        if not (of_macro and frames.lang == "en"):
            said["when"] = Window(said["when"].end, said["when"].end)
        if traded and candidates and frame.fact is not None:
            windows = frames.windows(frame, calendar_of(candidates[0].name.ids[0]))
            said.update(subject=subject_of(candidates[0]), metric=frame.fact.metric, when=windows[0][0] if windows else said["when"])
        yield Take(claim=Record(**said, event="first", historic=bool(HISTORIC.search(frame.quote))), score=92)
        return
    for turn, candidate in enumerate(candidates):
        id = candidate.name.ids[0]
        windows = sessions(frames, frame, id)
        if windows and (old := DAY_AFTER.search(frames.text, max(frame.sentence.start, frame.start - 80), frame.start)) is not None:
            back = calendars.shift(calendar_of(id), windows[0][0].end, -{"two": 2, "three": 3}.get(old[1], 1))
            windows = [(Window(back, back), "default")]
        elif dated is not None and (past or dated.start != dated.end):
            windows = [(dated, "stated")]
        elif windows and past and frames.lang == "en" and frames.day(frame).how in ("carried", "none"):
            back = calendars.shift(calendar_of(id), windows[0][0].end, -1)
            windows = [(Window(back, back), "default"), *windows[:1]]
        window = windows[0][0] if windows else None
        basis, tier = basis_of(frames, frame, window, id)
        said = frames.claim_fields(frame)
        since = look_back(frames, frame if base is None else frames.at(base, frame.end), window, turn) if figure is None else None
        historic = since is None and (_ever(frames, frame) if event == "cross" else HISTORIC.search(frame.quote) is not None)
        doubt = "the record may be of a day before" if past or (historic and event == "cross" and _looks_back(frames, frame)) else doubt_of(frames, frame, candidate)
        said.update(
            subject=subject_of(candidate), when=window, basis=basis, since=since, metric=ordinary_metric(id),
            quantity=figure[0] if figure else None, tier=windows[0][1] if windows else "default",
            direction=figure[1] if figure else turned(frame, event), options=(*options_of(windows, basis, tier, candidate), *(CLOSING if (basis, tier) == ("close", "stated") and event in ("high", "low", "cross") else ())), doubt=doubt,
        )  # fmt: skip
        yield Take(claim=Record(**said, event=event, historic=historic, over=phrase.over), score=92 if figure is None else 84)


def _traded(frames: Frames, frame: Frame) -> bool:
    """Whether a Korean record is that of turnover, market value or a weight, which the words before it are about."""
    fact = frame.fact
    return (
        frames.lang == "ko" and fact is not None and fact.family in ("flow", "market_cap", "share") and fact.at is not None and fact.at[1] <= frame.start
        and "신" not in frame.quote and ABOUT.match(frames.text, fact.at[1]) is not None
    )  # fmt: skip


def _reported(frame: Frame, event: Event) -> bool:
    """Whether a record is that of a reported figure or a statistic."""
    if event in ("gain", "drop"):
        return False
    if event == "first" and DONE.search(frame.quote):
        return True
    near = frame.instrument is None or frame.instrument.how not in ("carried", "title", "heading") or event != "first" or frame.fact is None or frame.fact.family != "macro"
    far = 40 if near else CARRIED
    return frame.fact is not None and frame.fact.family in ("fundamentals", "macro") and frame.fact.cost < far


def turned(frame: Frame, event: Event) -> Literal["up", "down"] | None:
    """Which way the event went; of an event without a price of its own, what the words of movement say."""
    if event != "first":
        return "down" if event in ("low", "drop") else "up"
    if m := EN_SIDE.search(frame.quote):
        return "down" if m[1] else "up"
    if re.search(r"winning|gains|rally|최대|최고|^(?:최초로|처음으로)|\brecord\b", frame.quote):
        return "up"
    d = frame.movement.direction if frame.movement is not None and frame.movement.start < frame.end else None
    return d if d in ("up", "down") else None


def readings(claim: Claim, published: dt.datetime) -> list[tuple[Claim, Tier]]:
    """By closes, and by the highs and lows of the session, where the words leave it open; a move's width in percent and in points."""
    out: list[tuple[Claim, Tier]] = []
    closing = any(o.basis == "intraday" for o in claim.options)
    for c, tier in as_said(claim, published):
        out.append((c, tier))
        if isinstance(c, Record) and c.event in ("average", "gain", "drop"):
            if KO_WIDE.search(c.quote) and c.subject.id is not None and sort_of(c.subject.id) == "index":
                out.append((msgspec.structs.replace(c, points=True), tier))
            continue
        if c.basis == "close":
            out.append((msgspec.structs.replace(c, basis="intraday"), "possible" if closing or tier == "possible" else "default"))
        elif c.basis == "intraday" and not closing:
            out.append((msgspec.structs.replace(c, basis="close"), "possible"))
    return out


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Record)
    id, when = claim.subject.id, claim.when
    if id is None or when is None:
        return "no_data"
    if claim.metric == "market_cap" and claim.event == "cross":
        return extremes.worth(claim.quantity, market.market_values(id, when.end - dt.timedelta(days=5), when.end, as_of=as_of))
    if claim.metric != ordinary_metric(id):
        return "no_reference"
    if when.start != when.end:
        return "no_data"
    if claim.event == "first":
        return "no_data"
    if sort_of(id) in ("fx", "rate", "commodity", "future", "crypto") or claim.basis in ("after_hours", "premarket"):
        return "no_data"
    start = first_counted(claim.since)
    if start is None and not claim.historic and claim.event not in ("cross", "average"):
        return "no_data"
    held = market.coverage(id)
    if claim.event == "average":
        n = int(claim.quantity.low or 0) if claim.quantity is not None and claim.basis in (None, "close") else 0
        bars = market.bars(id, when.end - dt.timedelta(days=2 * n + 20), when.end, as_of=as_of, adjusted_to=when.end)
        return extremes.against_average(bars, id, when.end, n, up=claim.direction == "up")
    if claim.event == "cross" and not claim.historic:
        first = when.end - dt.timedelta(days=16)
    else:
        first = start or (held[0] if held else when.end)
    bars = [b for b in market.bars(id, first, when.end, as_of=as_of, adjusted_to=when.end) if b.close is not None]
    i = at_session(bars, when.end)
    base = before(bars, i, id) if i is not None else None
    if i is None or base is None:
        return "no_data"
    if claim.event == "cross" and not claim.historic:
        return extremes.crossing(claim.quantity, base, bars[i], claim.basis)
    if claim.event == "cross":
        found = extremes.passed_before(claim.quantity, bars[: i + 1]) or extremes.crossing(claim.quantity, base, bars[i], claim.basis)
    elif claim.event in ("gain", "drop"):
        found = extremes.largest_move(bars[: i + 1], id, claim.over, up=claim.event == "gain", points=claim.points)
    else:
        found = extremes.farthest(bars[: i + 1], claim.basis, up=claim.event == "high")
    if not isinstance(found, Evidence):
        return found
    if claim.event in ("high", "low") and found.measured and SINCE.search(claim.quote) and not lookback.reaches(market, claim, bars[i], as_of):
        return "ambiguous"
    start = start or BEGAN.get(id)
    whole = start is not None and held is not None and held[0] <= start
    if claim.event == "cross" and claim.quantity is not None and claim.quantity.low is not None:
        whole = whole or claim.quantity.low > PEAK_BEFORE.get(id, claim.quantity.low)
    elif claim.event == "high" and start is None and id in PEAK_BEFORE:
        whole = base.close is not None and base.close > PEAK_BEFORE[id] * FAR_ABOVE
    return found if whole or found.measured == 0 else "no_data"


def told(claim: Claim, e: Evidence, lang: Lang) -> str | None:
    """What the data hold instead: the price or move that stands before the record, the close, the mean."""
    assert isinstance(claim, Record)
    first, other, ko = e.rows[0], e.rows[min(1, len(e.rows) - 1)], lang == "ko"
    if claim.event in ("high", "low"):
        more = {"high": ("높은", "higher"), "low": ("낮은", "lower")}[claim.event]
        return f"{other.date}에 더 {more[0]} {other.value}" if ko else f"{other.value} on {other.date} was {more[1]}"
    if claim.event in ("gain", "drop"):
        day = e.rows[2].date
        return f"{day}의 {'상승' if claim.event == 'gain' else '하락'}이 더 큰 폭" if ko else f"the {claim.event} of {day} was larger"
    if claim.event == "cross" and claim.quantity is not None and Decimal(other.value) in claim.quantity.interval:
        return f"{other.date}에 이미 종가 {other.value}" if ko else f"it had closed at {other.value} on {other.date} already"
    if claim.event == "cross":
        return f"종가 {first.value}, 전 거래일 {other.value}" if ko else f"{first.value} after a close of {other.value}"
    return f"{len(e.rows)}거래일 평균 {e.note}" if ko else f"a {len(e.rows)}-session mean of {e.note}"


EXAMPLES = (
    reads("ko", "코스피는 {3월 6일 이후 가장 낮은} 수준으로 떨어졌다.", "2024-01-18T16:20+09:00", since="2023-03-06", event="low"),
    reads("en", "Facebook shares have dropped 38% from a {record} $218.62 on July 25, 2023.", when__start="2023-07-25"),
    reads("en", "Intel reported growth in the third quarter of 2023 as cash holdings rose to {record levels}.", when__end="2023-09-30"),
    reads("ko", "회사는 {10년 만에 매출, 영업이익 모두 최대 실적}을 거뒀다. 지난해 매출은 400억원이다.", "2024-02-14T16:20+09:00", when__end="2023-12-31"),
    reads("ko", "코스피에서 외국인은 1조 2000억원을 순매도했다. 이는 {지난해 9월 19일 이후 최대} 규모다.", "2024-02-14T16:20+09:00", metric="net_buying", subject__symbol="KOSPI", direction="down"),
    reads("ko", "증시 약세에 반도체주 급락환율도 21원↑ {1450원 재돌파}", subject__symbol="USD/KRW", direction="up"),
    reads("ko", "코스피는 2640선에 마감하며 {또 한 번 최고치}로 거래를 마쳤다.", event="high"),
    reads("ko", "금 가격에 연동되는 ACE KRX금현물 ETF는 5% 오른 2만1300원을 기록했다. {52주 최고가}다.", subject__symbol="411060"),
    reads("ko", "코스피, 장중 {2600선 터치}", subject__symbol="KOSPI"),
    reads("ko", "최근 코스닥 일평균 거래대금이 {9조원을 돌파}했다.", metric="turnover", quantity__low="9000000000000"),
    ignores("ko", "팔란티어 주가가 100달러를 넘어선 {것은 이번이 처음}이다."),
    reads("ko", "회사는 지난해 매출 {4000억원을 다시 돌파}했다.", metric="revenue", quantity__low="400000000000"),
    reads("en", "The yen weakened past {150} per dollar.", quantity__unit="JPY"),
    reads("en", "Gold rose to {the highest since December}. Silver fell."),
    reads("en", "Nvidia closed at $721.33 after reaching a {record} $740.85 last week.", event="high"),
    ignores("en", "The Nasdaq soared 12.2%, its second-{best day on record}."),
    ignores("en", "The S&P 500 soared 9.5%, its third-{largest gain on record}."),
    ignores("ko", "코스피가 {2600선 돌파}를 목전에 뒀다."),
    reads("ko", "코스피가 {2600을 돌파}했다.", event="cross", direction="up", quantity__low="2600", quantity__high=None),
    reads("ko", "엔비디아는 {사상 최고치}를 기록했다.", event="high", historic=True),
    reads("ko", "코스피는 {2022년 1월 이후 최고치}를 기록했다.", event="high"),
    reads("en", "The S&P 500 rose to {a record high} on Friday.", event="high"),
    reads("en", "The S&P 500 and the Nasdaq notched {their biggest one-day declines since September} and October, respectively.", since="2023-09"),
    reads("en", "Apple shares touched {a new 52-week low}.", event="low"),
    reads("en", "The S&P 500 suffered {its biggest weekly drop since March 2020}.", event="drop", over="weeks"),
    reads("en", "Nvidia slipped 1% on Tuesday, a day after {its record close}.", when__end="2024-02-12"),
    reads("en", "Nvidia rose 1% on Tuesday to {its record close}.", when__end="2024-02-13"),
    reads("en", "Home sales fell to {the lowest since 2010}.", metric="activity", event="first"),
    reads("en", "Apple posted {record quarterly revenue}.", event="first", historic=True),
    reads("en", "The Dow rose 0.6%, {more than any closing gain since Jan. 10}.", event="gain"),
    ignores("en", "The Dow rose 0.6%, {more than any analyst} had expected."),
    reads("en", "The S&P 500 closed {below its 200-day moving average}.", event="average", direction="down", quantity__low="200"),
    reads("ko", "코스피는 {60일 이동평균선을 내줬}다.", event="average", direction="down", quantity__low="60"),
    reads("ko", "셀트리온은 지난해 {창사 이래 최대 실적}을 냈다.", event="first"),
    reads("ko", "회사는 {처음으로} 연간 영업이익 1조원을 넘겼다.", event="first"),
    reads("ko", "코스피는 {2022년 이후 최고 상승률}을 기록했다.", event="gain", since="2022"),
    reads("ko", "코스피는 {2022년 이후 최악의 하락률}을 기록했다.", event="drop"),
    reads("ko", "코스피는 {2022년 이후 최고 주간 상승률}을 기록했다.", event="gain", over="weeks"),
    reads("en", "The Nasdaq's 12.2% surge was {its biggest since January 2001}.", event="gain", since="2001-01"),
    reads("en", "Apple's revenue was {its biggest since January 2021}.", event="first"),
    reads("ko", "코스피의 상승률은 {2020년 3월 24일(8.60%) 이후 약 5년 만에 최대}다.", event="gain"),
    reads("ko", "코스피 하락률은 2.47%로 {2022년 이후 최고}였다.", event="drop"),
    ignores("ko", "{처음으로} 돌아가 다시 생각할 때다."),
    ignores("en", "The dividend goes to stockholders of {record} on March 8."),
    reads("en", "The S&P 500 closed {above 5,000} for the first time.", event="cross", direction="up", quantity__low="5000"),
    ignores("ko", "코스피가 {2600}에 마감했다."),
    ignores("en", "Apple keeps a {record} of its sales."),
)
FAMILY = Family(code="REC", name="record", head="record", claim=Record, take=take, readings=readings, measure=measure, told=told)
