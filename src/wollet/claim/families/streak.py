"""The n-th day, week or month in a row that a price rose or fell.

Meaning: the number of latest sessions (weeks, months: their last closes) each of which closed above (below) the one
before; the run counted to its first break must equal the figure.

Not covered: runs of reported figures and of decisions; a run that the session in progress would continue.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from decimal import Decimal

from wollet.claim import endings, markets
from wollet.claim.canonical import Statement, ordinary_metric
from wollet.claim.doubts import doubt_of
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.lookback import last_of
from wollet.claim.matters import matter
from wollet.claim.measuring import at_session, bar_row, before, digest, show
from wollet.claim.pricing import basis_of, calendar_of, sessions, sort_of
from wollet.claim.streak_words import (
    COMPARED,
    DENIED,
    EN,
    HELD,
    IN_IT,
    KO,
    KO_OVER,
    KO_TRADED,
    LOOSE,
    NTH,
    OF_EACH,
    OF_OTHERS,
    OVER_IT,
    REPORTED,
    RUN,
    SNAPPED,
    counted,
    turned,
)
from wollet.model.claim import Claim, Option
from wollet.model.market import Bar, MarketData
from wollet.model.quantity import exact_count
from wollet.model.time import When, Window
from wollet.model.verdict import Evidence, Reason
from wollet.reference import calendars


class Streak(Statement, frozen=True, kw_only=True):
    """A run of sessions, weeks or months in one direction; `nth` where the words count the latest as the n-th."""

    nth: bool = False


def take(frames: Frames) -> Iterable[Take]:
    for m in (KO if frames.lang == "ko" else EN).finditer(frames.text):
        frame = frames.at(m.start(), m.end())
        every = bool(m.groupdict().get("all"))
        n, unit = (0, "sessions") if every else counted(m)
        if n < 2 and not every:
            continue
        direction = turned(frame, m[0])
        if frames.lang == "en" and direction is None and (m["ord2"] or m["ord3"]):
            continue
        loose = LOOSE.fullmatch(m[0]) is not None and not OF_EACH.match(frames.text, m.end())
        if loose and (m[0].endswith("stretch") or frame.priced is None or not IN_IT.search(frames.text, max(0, m.start() - 8), m.start())) and OVER_IT.search(frames.text, max(0, m.start() - 24), m.start()):
            continue
        if frames.lang == "ko" and DENIED.match(frames.text, m.end()):
            continue
        if frames.lang == "ko" and m["row"] == "째" and not m["move"] and m["word"] is None:
            continue
        told = {kind for _, _, kind, _ in frames.facts_of(frame.sentence).cues}
        reported = frame.fact is not None and frame.fact.family in REPORTED and frame.fact.cost < 80
        candidates = [
            c for c in frame.shared or (frame.priced,)
            if c is not None and not (c.how in ("carried", "title") and told & {"macro", "fundamentals"})
        ]  # fmt: skip
        traded = KO_TRADED.match(frames.text, m.end()) if frames.lang == "ko" and unit == "sessions" else None
        if traded is not None:
            subject = next((c for c in candidates if markets.of_korea(c)), None) or markets.home(frames, frame)
            windows = frames.windows(frame, "XKRX", days=True)
            if windows and n:
                end = ending(frames, frame, "XKRX") or windows[0][0].end
                said = {**frames.claim_fields(frame), "subject": subject_of(subject), "metric": "net_buying", "quantity": exact_count(n, unit), "basis": None}
                said.update(direction="up" if traded["up"] else "down", when=Window(first("INDEX:KOSPI", end, n, unit), end), tier="default")
                yield Take(claim=Streak(**said), score=93)
                continue
        nameless = not candidates and frames.lang == "ko" and unit == "sessions" and direction in ("up", "down") and not reported
        if nameless and not every and (market := markets.home(frames, frame) or markets.first(frames)) is not None:
            candidates = [market]
        if HELD.match(frames.text, m.end()):
            direction = "flat"
        ended = endings.of_run(frames, m.end()) if frames.lang == "en" else None
        if ended is not None and candidates and direction is not None:
            said = {**frames.claim_fields(frame), "subject": subject_of(candidates[0]), "metric": ordinary_metric(candidates[0].name.ids[0]), "when": ended}
            said.update(quantity=exact_count(n, unit), direction=direction, basis=None, tier="stated", doubt="a run of another time is meant")
            yield Take(claim=Streak(**said), score=93)
            continue
        if reported or not candidates or unit in OF_OTHERS or direction in (None, "flat"):
            if not every:
                said = {**frames.claim_fields(frame), **matter(frames, frame), "quantity": exact_count(n, unit), "direction": direction, "basis": None}
                yield Take(claim=Streak(**said, nth=NTH.search(m[0]) is not None), score=80)
            continue
        over = frames.lang == "ko" and KO_OVER.match(frames.text, m.end()) is not None
        compared = over or COMPARED.search(frames.text, max(0, m.start() - 14), m.start()) or (loose and (unit != "sessions" or m[0].endswith("stretch")))
        snapped = SNAPPED.search(frames.text, max(0, m.start() - 60), m.start()) is not None and RUN.match(frames.text, m.start(), frame.sentence.end) is not None
        for candidate in candidates:
            id = candidate.name.ids[0]
            windows = sessions(frames, frame, id)
            if not windows:
                continue
            if over:
                windows = [(_before(windows[0][0], id, unit), windows[0][1]), *windows]
            elif snapped:
                windows = [(_before(w, id, unit), tier) for w, tier in windows]
            end = ending(frames, frame, calendar_of(id)) or windows[0][0].end
            end = min(end, windows[0][0].end) if over else end
            size = _sessions_of(frame, id, end) if every else n
            if size < 2:
                continue
            said = frames.claim_fields(frame)
            basis, _ = basis_of(frames, frame, windows[0][0], id)
            others = tuple(
                Option(tier=tier, window=Window(first(id, w.end, size, unit), w.end)) for w, tier in windows[1:3] if w.start == w.end
            )
            said.update(
                subject=subject_of(candidate), metric=ordinary_metric(id), when=Window(first(id, end, size, unit), end),
                basis=basis, direction=direction, tier=windows[0][1], options=others, quantity=exact_count(size, unit),
                doubt="a run of another time is meant" if compared else "the market is not named" if nameless else doubt_of(frames, frame, candidate),
            )  # fmt: skip
            yield Take(claim=Streak(**said, nth=every or NTH.search(m[0]) is not None), score=93)


def ending(frames: Frames, frame: Frame, mic: str) -> dt.date | None:
    """The session to which a Korean run is said to have lasted: "지난주까지 8거래일 연속", "전날까지 사흘째"."""
    if frames.lang != "ko":
        return None
    for d in frames.dates_in(frame.sentence):
        if d.end <= frame.start and frame.start - d.end <= 14 and isinstance(d.value, When) and d.value.relation == "until" and d.value.end is not None:
            return calendars.shift(mic, d.value.end, 0)
    return None


def _before(window: Window, id: str, unit: str) -> Window:
    """The last session of a run that a session ended: the one before it, or the last of the week or month before."""
    day = window.end
    if unit == "weeks":
        day -= dt.timedelta(days=day.weekday())
    elif unit == "months":
        day = day.replace(day=1)
    last = calendars.shift(calendar_of(id), day, -1) if calendars.is_session(calendar_of(id), day) else calendars.shift(calendar_of(id), day, 0)
    return Window(last, last)


def _sessions_of(frame: Frame, id: str, end: dt.date) -> int:
    """How many sessions a stretch of time that the words name had ("every session of the week")."""
    when = frame.time.when
    if when is None or when.start is None or not 2 <= (end - when.start).days <= 92:
        return 0
    return len(calendars.sessions(calendar_of(id), when.start, end))


def first(id: str, end: dt.date, n: int, unit: str) -> dt.date:
    """The first session of a run that ends with `end`."""
    if unit == "weeks":
        return end - dt.timedelta(days=end.weekday() + 7 * (n - 1))
    if unit in ("months", "quarters"):
        from wollet.claim.stretches import months_before

        return months_before(end, n * (1 if unit == "months" else 3) - 1).replace(day=1)
    try:
        return calendars.shift(calendar_of(id), end, -(n - 1))
    except (KeyError, ValueError):
        return end - dt.timedelta(days=n - 1)


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Streak)
    if claim.subject.id is None or claim.when is None or claim.quantity is None or claim.direction is None:
        return "no_data"
    if claim.metric != ordinary_metric(claim.subject.id):
        return "no_reference"
    unit, n = claim.quantity.unit, int(claim.quantity.low or 0)
    if sort_of(claim.subject.id) in ("fx", "rate", "commodity", "future", "crypto") or unit not in ("sessions", "weeks", "months"):
        return "no_data"
    days = {"sessions": 2, "weeks": 8, "months": 32}[unit] * (n + 14) + 10
    bars = market.bars(claim.subject.id, claim.when.end - dt.timedelta(days=days), claim.when.end, as_of=as_of, adjusted_to=claim.when.end)
    held = [b for b in bars if b.close is not None]
    if at_session(held, claim.when.end) is None:
        return "no_data"
    if unit == "sessions" and any(before(held, i, claim.subject.id) is None for i in range(max(1, len(held) - n - 1), len(held))):
        return "no_data"
    closes = last_of(held, unit)
    run: list[Bar] = [closes[-1]]
    for b in reversed(closes[:-1]):
        a = run[-1].close
        assert a is not None and b.close is not None
        run.append(b)
        if not (a > b.close if claim.direction == "up" else a < b.close):
            break
    else:
        return "no_data"
    sign = ">" if claim.direction == "up" else "<"
    pairs = list(itertools.pairwise(run))
    formula = " + ".join(f"({show(a.close or Decimal(0))} {sign} {show(b.close or Decimal(0))})" for a, b in pairs)
    measured = Decimal(len(pairs) - 1)
    if claim.negated or (measured > n and not claim.nth):
        return "ambiguous"
    return Evidence(
        measured=measured if claim.direction == "up" else -measured, unit=unit,
        formula=formula if claim.direction == "up" else f"-({formula})",
        rows=tuple(bar_row(b, b.close or Decimal(0), "close") for b in run),
        window=digest([(b.session, b.close or Decimal(0)) for b in run]),
    )  # fmt: skip


EXAMPLES = (
    ignores("en", "The S&P 500 fell for a {third day} this week."),
    reads("en", "Oil fell for a {third day} on Tuesday.", direction="down", quantity__low="3", subject__symbol="WTI"),
    reads("en", "The Nasdaq posted its {third straight weekly gain} on Friday.", quantity__unit="weeks", quantity__low="3", direction="up"),
    reads("en", "The Nasdaq notched {four consecutive monthly losses}.", quantity__unit="months", direction="down"),
    reads("en", "The Nasdaq snapped a {five-day losing streak} on Tuesday.", direction="down", when__end="2024-02-12"),
    reads("en", "The Nasdaq extended a {five-day losing streak} on Tuesday.", direction="down", when__end="2024-02-13"),
    reads("en", "Facebook shares were poised to fall for a {second day}.", certainty="expected"),
    reads("en", "Facebook shares fell for a {second day}.", certainty="asserted"),
    ignores("en", "Over a {10-day stretch}, Apple shares added 4%."),
    reads("en", "Apple shares rose the most since {a nine-day rally} that ended in October 2019.", when__end="2019-10-31"),
    reads("en", "Apple's {six-month rally} has stalled.", doubt="a run of another time is meant"),
    reads("en", "Apple's {six-month winning streak} has ended.", doubt=None),
    ignores("en", "Oil fell on the {third day} of the summit."),
    ignores("en", "Traders met for a {third day} of talks on oil."),
    reads("ko", "한진칼은 {2연상} 이후 17% 급락했다.", direction="up", quantity__low="2", subject__symbol="180640"),
    reads("ko", "한진칼은 {연 이틀 상한가}를 기록했다.", direction="up", quantity__low="2"),
    ignores("ko", "한진칼의 상승세는 {3일 연속} 이어지지 못했다."),
    ignores("ko", "한진칼의 {2연임} 안건이 올랐다."),
    reads("ko", "코스피가 {닷새째 상승}했다.", direction="up", quantity__low="5", quantity__unit="sessions"),
    reads("ko", "나스닥은 {3거래일 연속 하락}했다.", direction="down", quantity__low="3"),
    reads("en", "Apple shares rose for an {eighth straight day}.", direction="up", quantity__low="8"),
    reads("en", "The Nasdaq fell for a {third consecutive week}.", direction="down", quantity__unit="weeks"),
    reads("en", "The company has {beaten estimates in each of the last four quarters}.", quantity__low="4", quantity__unit="quarters"),
    reads("ko", "한은은 기준금리를 {두 차례 연속} 묶었다.", quantity__low="2", quantity__unit="count"),
    ignores("ko", "코스피가 {닷새} 만에 상승했다."),
    ignores("en", "Apple shares rose on the {eighth day} of the month."),
)
FAMILY = Family(code="STK", name="streak", head="streak", claim=Streak, take=take, readings=as_said, measure=measure)
