"""A move of a price over more than one session: n sessions, a week, a month, the year so far, since a day.

Meaning: 100 * (P / B - 1); P is the close of the last session, B the close before the period began (of "since" a day:
that day's close or the one before; of n sessions: the close n sessions earlier; the first is counted in only where they are many).

Not covered: bases that are no date (an offering price, a record high), and returns with dividends.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from wollet.claim import endings, invested, stretches, unlisted, unnamed, windows_beside
from wollet.claim.canonical import Statement
from wollet.claim.doubts import doubt_of_return
from wollet.claim.eve import HAD_MOVED
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frame, Frames
from wollet.claim.measuring import at_session, bar_row, bars_to, unless_neighbour
from wollet.claim.moves import moved, way
from wollet.claim.pricing import around_the_clock, calendar_of, fields, in_unit, sort_of, touched
from wollet.claim.roles import role
from wollet.claim.stretches import Horizon
from wollet.claim.time_words import DAYS
from wollet.mention import unhurried as re
from wollet.model.claim import Claim, Option, Tier
from wollet.model.market import Bar, MarketData
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reason
from wollet.reference import calendars

NOUN = re.compile(r"\s(?:drop|fall|slide|slump|plunge|decline|loss|jump|gain|rise|rally|surge|advance|pullback|rout)s?\b", re.IGNORECASE)


AWAY = re.compile(r"(?:below|off|under|above|shy of|short of|away from)\s(?:its|their|the|a|an)?\s?(?:[\w'’.-]+\s){0,3}?(?:high|low|peak|trough|price|level|record)s?\b", re.IGNORECASE)
"""A base that itself says which way the price lies from it."""
REGAINED = re.compile(r"[^.;,]{0,16}\bbefore\s(?:\w+\s)?\w+ing\b")
"""Behind a move within a stretch that its end did not keep: "falling 2.6% this week before clawing back"."""
UP_TO_IT = re.compile(r"(?:직전|앞선|앞서)\s(?:\d{1,2}\s?거래일|이틀|사흘|나흘|닷새)")
"""Before a Korean move that was over when the session told of began: "직전 6거래일간 5% 올랐다"."""
INVESTED = 84
"""What an investment would be worth is told by its own words, whatever is measured near them."""


FEW = 15
"""Sessions or days up to which a move over them is counted one by one."""


class PeriodReturn(Statement, frozen=True, kw_only=True):
    """A move over a stretch; `sessions` where it is counted in them; `anchor` where its base is no date.

    `base` says which close the move starts from: "before" the period's first day, "first" on that day or before,
    "opening" on its first session, "within" at any price of the period ("a 10% drop this week"), "near" of a window
    that begins and ends some sessions beside it.  `days` is a count that may mean days of the calendar or of trading, `again` one that may only tell
    how long the last such move lay back, so that the move is that of the last session.
    """

    sessions: int | None = None
    anchor: str | None = None
    base: str = "before"
    noun: bool = False
    days: int | None = None
    again: bool = False


def take(frames: Frames) -> Iterable[Take]:
    published = frames.article.published.date()
    for frame in frames.numbers:
        found = role(frames, frame)
        if found is None and (told := unlisted.move(frames, frame)) is not None and told.horizon is not None:
            yield of_unnamed(frames, frame, told, told.horizon)
        if found is None or found.kind != "period_return" or found.horizon is None:
            continue
        h = found.horizon
        for candidate in (frame.shared or (found.subject,)):
            said = fields(frames, frame, candidate)
            if said is None:
                continue
            end = said["when"].end if said["when"] is not None else published
            mic = calendar_of(candidate.name.ids[0])
            when = frame.time.when
            undated = frame.time.how in ("none", "carried") or (when is not None and when.grain not in DAYS)
            if frame.basis is None and undated and said["basis"] in ("premarket", "after_hours", "intraday"):
                if said["basis"] != "intraday":
                    said["basis"], end = "close", calendars.last_closed(mic, frames.article.published)
            if endings.misplaced(frames, frame, h):
                end = endings.told_now(frames, frame, mic) or end
            if h.before or (frames.lang == "ko" and h.unit in ("session", "day") and (HAD_MOVED.match(frames.text, frame.end) or UP_TO_IT.search(frames.text, frame.clause[0], frame.start))):
                end = calendars.shift(mic, end, -1)
            if (until := endings.ending(frames, frame, mic)) is not None:
                end = until
            if frames.lang == "ko" and h.unit == "wtd" and (last := calendars.last_closed(mic, frames.article.published)) >= stretches.monday_of(published) > end:
                end = last
            window = stretches.closed_period(h, published) or stretches.window(h, end, mic)
            said["when"] = window or Window(endings.from_peak(frames, frame, h, end) or end, end)
            other = stretches.week_before(h, published)
            said["doubt"] = said["doubt"] or doubt_of_return(frames, frame, candidate)
            said["options"] = (*(o for o in said["options"] if o.instrument is not None), *((Option(tier="possible", window=other),) if other is not None else ()))
            if h.anchor is not None and frame.direction != "flat" and AWAY.match(h.anchor):
                said["direction"] = "down" if not h.anchor.startswith("above") else "up"
            elif said["direction"] is None and (h.anchor is not None or frame.unit == "ratio"):
                said["direction"] = "up"
            if said["basis"] in ("high", "low", "open") or REGAINED.match(frames.text, frame.end):
                said["basis"] = "intraday"
            if frame.quantity is not None:
                said["quantity"] = in_unit(touched(frame.quantity), candidate.name.ids[0])
            base = "first" if h.unit in ("session", "day", "week", "month", "quarter", "year", "since") and not _few(h) else "before"
            claim = PeriodReturn(
                **said, noun=NOUN.match(frames.text, frame.end) is not None, sessions=h.n if h.unit == "session" else None, base=base,
                days=h.n if h.unit == "day" and h.n <= 15 else None, again=h.again,
                anchor=h.anchor or (h.unit if window is None else None),
            )  # fmt: skip
            yield Take(claim=claim, score=found.score + 5)


    for put in invested.grown(frames):
        yield Take(claim=PeriodReturn(**put.said, anchor="investment"), score=INVESTED)


def _few(h: Horizon) -> bool:
    """Whether sessions are so few that each is a move of its own: "over two sessions" is not said of one move between two closes."""
    return h.unit == "session" and h.n <= FEW and not h.again


def of_unnamed(frames: Frames, frame: Frame, told: unnamed.Move, h: Horizon) -> Take:
    """The move over a stretch of what is no instrument."""
    published = frames.article.published.date()
    said = unnamed.fields(frames, frame, told)
    end = said["when"].end if said["when"] is not None else published
    window = stretches.closed_period(h, published) or stretches.window(h, end, told.mic)
    said["when"] = window or Window(end, end)
    said["basis"] = None
    claim = PeriodReturn(**said, sessions=h.n if h.unit == "session" else None, anchor=h.anchor or (h.unit if window is None else None))
    return Take(claim=claim, score=told.score)


def readings(claim: Claim, published: dt.datetime) -> list[tuple[Claim, Tier]]:
    """Both ways of counting, days of the calendar or of trading, and windows that begin and end beside the likeliest."""
    assert isinstance(claim, PeriodReturn)
    out: list[tuple[Claim, Tier]] = []
    replace = msgspec.structs.replace
    for c, tier in as_said(claim, published):
        assert isinstance(c, PeriodReturn) and c.when is not None
        other = "before" if c.base == "first" else "first"
        few = c.days is not None and c.days <= FEW
        out += [(c, tier), (replace(c, base=other), "possible" if c.base == "before" or few else "default")]
        if c.days is not None:
            counted = replace(c, sessions=c.days, days=None)
            out += [(replace(counted, base="before"), "default"), (replace(counted, base="first"), "possible" if few else "default")]
        if c.again and c.subject.id is not None:
            eve = calendars.shift(calendar_of(c.subject.id), c.when.end, -1)
            out.append((replace(c, when=Window(eve, c.when.end), sessions=1, days=None, base="before"), "default"))
        if c.sessions is None:
            out.append((replace(c, base="opening"), "possible"))
        if c.noun:
            out.append((replace(c, base="within"), "possible"))
        out.append((replace(c, base="near"), "possible"))
    return out


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, PeriodReturn)
    if claim.subject.id is None:
        return "no_reference"
    if claim.when is None or claim.quantity is None:
        return "no_data"
    if claim.anchor is not None:
        return "no_reference"
    sort = sort_of(claim.subject.id)
    if sort in ("fx", "rate") or claim.basis in ("after_hours", "premarket", "intraday") or claim.direction is None:
        return "no_data"
    back = claim.when.end - claim.when.start + dt.timedelta(days=16)
    bars = bars_to(market, claim.subject.id, claim.when.end, as_of, back)
    last = _last(bars, claim.when.end)
    if claim.base == "within":
        return _within(claim, [b for b in bars if b.session >= claim.when.start - dt.timedelta(days=4)])
    if claim.base == "near":
        return _near(claim, bars, last)
    first = _base(bars, claim, last)
    if last is None or first is None or first >= last:
        return "no_data"
    x, b = bars[last], bars[first]
    assert x.close is not None and b.close is not None
    value, formula = moved(x.close, b.close, way(claim.quantity))
    rows = (bar_row(x, x.close, "close"), bar_row(b, b.close, "close"))
    found = Evidence(measured=value, unit=claim.quantity.unit, formula=formula, rows=rows)
    return unless_neighbour(found, claim) if around_the_clock(claim.subject.id) else found


def _near(claim: PeriodReturn, bars: Sequence[Bar], last: int | None) -> Evidence | Reason:
    """The moves of the windows beside the likeliest one."""
    first = _base(bars, msgspec.structs.replace(claim, base="before"), last)
    if last is None or first is None or first >= last:
        return "no_data"
    return windows_beside.nearest(claim, bars, first, last, claim.sessions is not None)


def _within(claim: PeriodReturn, bars: Sequence[Bar]) -> Evidence | Reason:
    """The widest move in the claim's direction between a price of one session and a later one."""
    if len(bars) < 2 or any(b.high is None or b.low is None for b in bars) or claim.quantity is None:
        return "no_data"
    up = claim.direction == "up"
    best: tuple[Bar, Bar] | None = None
    reach = Decimal(0)
    for i, a in enumerate(bars):
        for b in bars[i + 1 :]:
            x, y = (a.low, b.high) if up else (a.high, b.low)
            assert x is not None and y is not None
            if abs(y / x - 1) > reach and (y > x) == up:
                best, reach = (a, b), abs(y / x - 1)
    if best is None:
        return "no_data"
    a, b = best
    fields = ("low", "high") if up else ("high", "low")
    x, y = getattr(a, fields[0]), getattr(b, fields[1])
    value, formula = moved(y, x, way(claim.quantity))
    zero = Decimal(0)
    return Evidence(
        measured=None, unit=claim.quantity.unit, formula=formula, low=min(zero, value), high=max(zero, value),
        rows=(bar_row(b, y, fields[1]), bar_row(a, x, fields[0])), note="the widest move of the period",
    )  # fmt: skip


def _last(bars: Sequence[Bar], day: dt.date) -> int | None:
    """The last session of a period: its last day, or the one before a weekend or a holiday."""
    i = at_session(bars, day)
    if i is not None:
        return i
    i = len(bars) - 1
    return i if i >= 0 and (day - bars[i].session).days <= 4 else None


def _base(bars: Sequence[Bar], claim: PeriodReturn, last: int | None) -> int | None:
    assert claim.when is not None
    if last is None or not bars:
        return None
    if claim.sessions is not None:
        i = last - claim.sessions + (0 if claim.base == "before" else 1)
        return i if i >= 0 else None
    start = claim.when.start
    if bars[0].session > start:
        return None
    if claim.base == "opening":
        return next((i for i, b in enumerate(bars) if b.session >= start), None)
    held = [i for i, b in enumerate(bars) if (b.session < start if claim.base == "before" else b.session <= start)]
    return held[-1] if held and (start - bars[held[-1]].session).days <= 12 else None


EXAMPLES = (
    reads("ko", "지난 5일 나온 정책의 여파로 코스피는 이번 주 {1.09%} 올랐다.", "2024-02-17T10:30+09:00", when__end="2024-02-16"),
    reads("ko", "지난해 마지막 거래일 종가(2,655.28)를 기준으로 하면 코스피의 연중 등락률은 {-0.21%}다.", "2024-02-13T16:20+09:00", when__start="2024-01-01"),
    reads("ko", "13일 코스피의 이달 누적 등락률은 {+6.1%}다.", "2024-02-13T16:20+09:00", when__start="2024-02-01"),
    ignores("ko", "WTI가 80.14달러에서 79.06달러로 1.35% 밀린 반면 금값은 온스당 1,854.0달러로 {0.11%} 올랐다."),
    reads("ko", "최근 한 달 수익률은 'KODEX 반도체'가 21.3%로 가장 높았고 'TIGER 200'({17.9%}), 'KODEX 200'(15.2%)이 뒤를 이었다.", when__start="2024-01-13"),
    reads("ko", "최근 한 달간 수익률 상위에는 반도체 상품이 올랐다. 'KODEX 반도체'가 8.2% 수익률을 보였고 'TIGER 200'은 {3.9%} 상승했다.", when__start="2024-01-13"),
    ignores("ko", "이날 상위에는 반도체 상품이 올랐다. 'KODEX 반도체'가 8.2%로 가장 높았고 'TIGER 200'은 {3.9%} 상승했다."),
    reads("en", "Its founder sold none in the fourth quarter, when Facebook's stock tumbled {20%}.", when__start="2023-10-01", when__end="2023-12-31"),
    reads("en", "Facebook shares have dropped {about 38%} from a record $218.62 on July 25, 2023.", when__start="2023-07-25", when__end="2024-02-13"),
    reads("en", "On a YTD basis, Home Depot stock is up 4.1%, compared with the S&P 500's {5.5%} gain.", subject__symbol="SPX", when__start="2024-01-01"),
    reads("en", "The three major averages ended the week lower, with the Nasdaq down {1.3%}.", when__start="2024-02-12"),
    reads("en", "Nvidia shares have {more than tripled} over the past 12 months.", quantity__unit="ratio"),
    ignores("en", "Apple has {doubled} its dividend over the past year."),
    ignores("en", "Shares of Apple, which has {doubled} its staff over the past year, rose."),
    reads("en", "Tesla, up {2%} so far in February, lost 2% on Monday.", when__start="2024-02-01", base="before"),
    reads("en", "Shares of Nvidia rose after a {10%} gain last year.", when__start="2023-01-01", when__end="2023-12-31"),
    reads("en", "Oil prices remain {about 30%} above pre-war prices.", subject__symbol="WTI"),
    reads("ko", "올해 코스피는 7.98% 상승했다. 그보다 수익률이 높은 것은 항셍지수(12.76%), 닛케이225({12.20%})뿐이다.", "2024-02-14T16:20+09:00", subject__symbol="N225", when__start="2024-01-01"),
    reads("ko", "KODEX 200 ETF의 3개월, 6개월 수익률은 각각 4.07%, {13.18%}다.", "2024-02-14T16:20+09:00", subject__symbol="069500", when__start="2023-08-14"),
    reads("en", "Tesla lost 2.2% on Tuesday after a five-day, {4%} rally.", sessions=5, when__end="2024-02-12"),
    reads("en", "Tesla fell for a third straight day, losing {6%} over the run.", sessions=3, direction="down"),
    reads("en", "A {6%}, three-week slide took the S&P 500 down.", when__start="2024-01-23"),
    reads("en", "Apple shares are up {27%} year to date.", direction="up", subject__symbol="AAPL"),
    reads("en", "Tesla shares have fallen {8%} since the start of 2024.", direction="down", subject__symbol="TSLA"),
    reads("en", "Crude dropped as much as 0.6% on Tuesday after losing {2%} over the previous two sessions.", when__end="2024-02-12", sessions=2),
    reads("en", "On Tuesday crude had lost {2%} over the past two sessions.", when__end="2024-02-13", sessions=2),
    reads("en", "Super Micro was up 29.3% on the day and {more than 90%} above where it stood three sessions earlier.", sessions=3, direction="up"),
    reads("en", "The S&P 500 had a wild ride this week, falling {2.6%} before clawing back on Friday.", basis="intraday", direction="down"),
    reads("en", "Intel is up 20% this year, but it still trades {16.9%} below its 52-week high.", direction="down"),
    ignores("en", "Options imply a move of plus or {minus 2%} for the S&P 500 this week."),
    reads("en", "Investors who bought $1,000 worth of Intel shares 5 years ago would now be looking at an investment worth {$1,347}.", direction="up", subject__symbol="INTC"),
    ignores("en", "Investors who bought Intel shares 5 years ago would now be looking at a price of {$1,347}."),
    reads("en", "The S&P 500 is up nearly 4% in 2024 after a {24%} surge in 2023.", when__start="2023-01-01", when__end="2023-12-31"),
    reads("en", "The S&P 500 is up {nearly 4%} in 2024 after a 24% surge in 2023.", when__start="2024-01-01"),
    ignores("en", "The S&P 500 was up {4%} on Tuesday after a surge in 2023."),
    reads("en", "The S&P 500 lost {25%} between January and October 2022.", when__start="2022-01-01", when__end="2022-10-31"),
    reads("en", "Amazon has rallied 25 percent since Dec. 24, Facebook {19 percent}.", when__start="2023-12-24", subject__symbol="META"),
    reads("en", "The S&P 500 has rallied {22%} since its October low.", when__start="2023-10-01", anchor="since its October"),
    reads("en", "The S&P 500 is 5% below the high hit on Jan. 29 and has dropped {3%} since then.", when__start="2024-01-29"),
    reads("en", "Intel advanced {12%} this year through Tuesday.", when__end="2024-02-13"),
    reads("ko", "엔비디아 주가는 지난달 24일(현지 시각) 142.62달러에서 31일 120.07달러로 {15.81%} 하락했다.", "2025-02-02T08:30:00+09:00", when__start="2025-01-24", when__end="2025-01-31"),
    reads("ko", "삼양식품 주가는 1년 전과 비교하면 {356.9%} 상승했다.", "2025-02-06T16:00:00+09:00", when__start="2024-02-06", direction="up"),
    ignores("ko", "삼양식품은 1년 전과 비교하면 직원이 {35.9%} 늘었다."),
    reads("ko", "엔비디아 주가는 올해 들어 {46%} 올랐다.", direction="up", subject__symbol="NVDA"),
    reads("en", "Apple lagged the market over the past six months. It has fallen {8%} over this period.", when__end="2024-02-13", base="first"),
    reads("en", "Nvidia has risen 36% so far this year and {about 225% over the past year}.", quantity__low="225", base="first"),
    reads("en", "The S&P 500 added 0.5% on Tuesday to end the week down {0.7%}.", direction="down"),
    ignores("en", "The S&P 500 added {0.5%} on Tuesday to end the week down 0.7%."),
    reads("ko", "엔비디아는 2월 들어 {17.2%} 올랐다.", when__start="2024-02-01", direction="up"),
    reads("ko", "엔비디아는 1월 한 달간 {24.2%} 올랐다.", when__start="2024-01-01", when__end="2024-01-31"),
    reads("ko", "엔비디아는 지난달 {24.2%} 올랐다.", when__start="2024-01-01", when__end="2024-01-31"),
    reads("ko", "코스피는 전주 대비 {1.1%} 올랐다.", "2024-02-16T17:00", when__start="2024-02-12", when__end="2024-02-16"),
    reads("en", "Nvidia closed up {17.2%} so far in February.", when__start="2024-02-01"),
    reads("en", "The S&P 500 rose {24.2%} in 2023.", when__start="2023-01-01", when__end="2023-12-31"),
    reads("en", "In the fourth quarter, the S&P 500 climbed {11.2%}.", when__start="2023-10-01", when__end="2023-12-31"),
    reads("en", "For the week, the S&P 500 lost 0.4% and the Dow slipped {0.1%}.", when__start="2024-02-12"),
    reads("en", "The S&P 500 is now down {0.5%} from its January record close.", anchor="from its January record close"),
    reads("ko", "지난해 코스피는 {18.7%} 올랐다.", when__start="2023-01-01", when__end="2023-12-31"),
    reads("ko", "지난주(5~8일) 코스피는 {0.2%} 올랐다.", when__start="2024-02-05", when__end="2024-02-08"),
    reads("en", "Nvidia rose {24.2%} in January.", when__start="2024-01-01", when__end="2024-01-31"),
    reads("en", "Nvidia has risen {17.2%} since the end of last month.", when__start="2024-02-01"),
    ignores("en", "Nvidia said sales rose {24.2%} in January."),
    reads("ko", "코스피는 5거래일 만에 {1.10%} 내렸다.", "2024-02-14T16:20+09:00", sessions=5, again=True),
    reads("ko", "코스피가 전날보다 1.12% 오른 채 마감하면서 월간 상승률은 {6.10%}가 됐다.", "2024-02-13T16:20+09:00", when__start="2024-02-01"),
    reads("ko", "코스피는 올 한 해 2655.28에서 2649.64로 {0.21%} 내렸다.", "2024-02-13T16:20+09:00", when__start="2024-01-01"),
    reads("ko", "나스닥은 0.3% 내렸다. 주간 기준으로는 {2.3%} 올랐다.", "2024-02-11T10:00+09:00", when__start="2024-02-05", subject__symbol="IXIC"),
    reads("ko", "코스피는 올해 저점 2435.90에서 {8.77%} 반등했다.", "2024-02-13T16:20+09:00", anchor="저점 2435.90에서"),
    reads("ko", "지난해 코스피가 18.7% 오른 것과 달리 올해는 {0.2%} 내렸다.", "2024-02-13T16:20+09:00", when__start="2024-01-01"),
    reads("ko", "1월 코스피 하락률은 {5.96%}였다.", "2024-02-13T16:20+09:00", when__end="2024-01-31", direction="down"),
    reads("ko", "올해 코스피는 0.2% 내렸다. 코스닥은 {2.5%} 내렸다.", "2024-02-13T16:20+09:00", when__start="2024-01-01", again=True),
    reads("ko", "지난주 뉴욕증시는 올랐다. 나스닥은 {2.3%} 올랐다.", "2024-02-12T07:20+09:00", when__start="2024-02-05", again=True),
    reads("ko", "나스닥이 한 주를 {2.3%} 상승으로 끝냈다.", "2024-02-10T10:00+09:00", when__start="2024-02-05"),
    reads("ko", "1년 전 6만2900원이던 삼성전자 주가는 이날 7만5200원으로 {19.6%} 올랐다.", "2024-02-13T16:20+09:00", when__start="2023-02-13"),
    ignores("ko", "지난주 마지막 거래일 코스피는 {0.41%} 올랐다.", "2024-02-12T08:00+09:00"),
    reads("ko", "코스피가 14일 1.10% 내렸다. 직전 2거래일간 {1.5%} 올랐다.", "2024-02-14T16:20+09:00", when__end="2024-02-13"),
    reads("ko", "이번 주 증시를 돌아봅니다. 코스피는 {1.1%} 올라 2649.64로 마감했습니다.", "2024-02-17T10:00+09:00", when__start="2024-02-12", again=True),
    reads("ko", "지난주 코스피는 0.2% 올랐다. 외국인이 산 영향이다. 코스닥은 {1.5%} 올랐다.", "2024-02-12T08:00+09:00", when__start="2024-02-05", again=True),
    ignores("ko", "올해 코스피는 0.2% 내렸다. 13일 코스닥은 {2.25%} 올랐다."),
    reads("ko", "코스피는 0.2% 내렸고 나스닥은 {6.2%} 올랐다(연초 이후).", "2024-02-13T16:20+09:00", when__start="2024-01-01"),
    reads("ko", "애플은 사흘 연속 내려 이 기간 {2.1%} 하락했다.", sessions=3),
    reads("ko", "삼성전자 주가는 올해 7만8500원에서 7만4600원으로 {5.0%} 내렸다.", "2024-02-13T16:20+09:00", when__start="2024-01-01"),
    reads("ko", "앞서 3거래일간 {1.1%} 올랐던 코스피는 14일 1.10% 내렸다.", "2024-02-14T16:20+09:00", when__end="2024-02-13"),
    reads("ko", "코스피는 5거래일 동안 {1.10%} 내렸다.", "2024-02-14T16:20+09:00", sessions=5, again=False),
    ignores("ko", "코스피는 5거래일 만에 반등해 {1.10%} 올랐다."),
    ignores("ko", "엔비디아의 매출은 1월에만 {24.2%} 늘었다."),
    ignores("en", "Apple shares are up {2.7%} on Tuesday."),
    ignores("ko", "엔비디아 주가는 전 거래일보다 {4.6%} 올랐다."),
)
FAMILY = Family(
    code="RET", name="period_return", head="return", claim=PeriodReturn, take=take, readings=readings, measure=measure
)
