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
from wollet.claim.horizon_words import EN_NUMBER, KO_COUNT, KO_NUMBER
from wollet.claim.lookback import last_of
from wollet.claim.matters import matter
from wollet.claim.measuring import at_session, bar_row, before, digest, show
from wollet.claim.pricing import basis_of, calendar_of, sessions, sort_of
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Claim, Direction, Option
from wollet.model.market import Bar, MarketData
from wollet.model.quantity import exact_count
from wollet.model.time import When, Window
from wollet.model.verdict import Evidence, Reason
from wollet.reference import calendars

KO_MOVE = r"(?P<move>\s?(?:연속\s?)?(?:으로\s?)?(?:상승|하락|오름|내림|강세|약세|올랐|내렸|올라|내려|오르|내리|급등|급락|뛰|떨어|밀리|상한가|하한가))"
KO = Anchored(
    rf"(?:(?:(?P<word>사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|이틀)|(?P<digits>\d{{1,2}}|[두세네]|다섯|여섯)\s?(?P<unit>거래일|일|주|개월|달|분기|년|차례|번))\s?(?P<row>째|연속|내리|연거푸)(?:{KO_MOVE}(?:세|폭)?)?"
    r"|연\s?(?P<word2>이틀|사흘|나흘|닷새)\s(?=상한가|하한가|상승|하락|강세|약세|급등|급락)(?:상한가|하한가|[가-힣]{2})|(?<![\d.])(?P<digits2>[2-9])연[상하](?=[\s,.…을를이의에]|$)"
    r"|(?P<all>모든\s거래일|매일)(?=\s(?:올|상승|하락|내[렸리려]|강세|약세)))"
)
ORDINAL = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13,
}  # fmt: skip
EN = Anchored(
    rf"\b(?P<ord>{'|'.join(ORDINAL)}|\d{{1,2}}(?:st|nd|rd|th))[- ](?:(?:straight|consecutive|successive)\s(?:(?P<each>daily|weekly|monthly|quarterly)\s(?:[a-z]+\s)?)?(?P<unit>day|session|trading day|trading session|week|month|quarter|gain|loss|rise|drop|decline|advance)s?\b|(?P<unit2>day|session|week|month|quarter|year)\sin a row)"
    rf"|(?<=\bfor a )(?P<ord2>{'|'.join(ORDINAL)})\s(?P<unit7>day|session|week|month)\b(?!\s(?:of|in)\b)|(?<=\bfor the )(?P<ord3>{'|'.join(ORDINAL)})\s(?P<unit8>day|session|week|month)\b(?!\s(?:of|in)\b)"
    rf"|\b(?P<n>\d{{1,2}}|{'|'.join(EN_NUMBER)})[- ](?:straight|consecutive|successive)\s(?:trading\s)?(?:(?P<each3>daily|weekly|monthly|quarterly)\s(?:[a-z]+\s)?)?(?P<unit3>day|session|week|month|quarter|gain|loss|rise|drop|decline|advance)(?:s|es)?\b"
    rf"|\b(?P<n2>\d{{1,2}}|{'|'.join(EN_NUMBER)})[- ](?P<unit4>day|session|week|month)[- ](?:winning|losing|long)?\s?(?:rally|streak|run|stretch|slide|skid|rout|losing streak|winning streak)\b"
    rf"|\b(?P<n3>\d{{1,2}}|{'|'.join(EN_NUMBER)})\s(?P<unit5>day|session|week|month|quarter|year)s\sin a row"
    rf"|\b(?:beat|beaten|topped|surpassed|exceeded|missed)\b[^.\n]{{0,48}}?\bthe\s(?:last|past|trailing|previous)\s(?P<n6>\d{{1,2}}|{'|'.join(EN_NUMBER)})\s(?P<unit6>quarter|year)s",
    re.IGNORECASE,
)
NTH = re.compile(r"째|\b(?!(?:mon|pa|la)(?:th|st)\b)[a-z\d]+(?:st|nd|rd|th)\b|second|third", re.IGNORECASE)
OVER_IT = Anchored(r"\b(?:over|during|across|through|within|in)\s(?:an?|the|this|that|its|their|one|any)\s(?:[a-z]+\s)?$", re.IGNORECASE)
"""Before days that only tell how long a move took: "over a 10-day stretch"."""
IN_IT = re.compile(r"\bin an?\s$")
LOOSE = re.compile(r"[\w-]+[- ](?:day|session|week|month)[- ](?:long\s)?(?P<what>rally|run|stretch|slide|skid|rout)", re.IGNORECASE)
"""A run that is told as one move and need not have gone one way at each step."""
OF_EACH = re.compile(r"\sof\s(?:straight\s|consecutive\s)?(?:gains|losses|advances|declines|rises|drops|falls)\b")
COMPARED = re.compile(r"\b(?:since|than|like|unlike|after)\s(?:a|an|the|its|their)?\s?$|(?:보다|이후)\s$", re.IGNORECASE)
"""Before a run of another time, which the present one is set against."""
SNAPPED = re.compile(r"\b(?:snap(?:s|ped|ping)?|end(?:s|ed|ing)|halt(?:s|ed|ing)?|br(?:eaks?|oke|eaking)|stopp(?:ed|ing))\s(?:an?|its|their|the(?:\s[\w&]+){0,4}['’]s?|[A-Z][\w&]*(?:\s[A-Z][\w&]*){0,2}['’]s?|the)\s$", re.IGNORECASE)
RUN = re.compile(r"[^.;,]{0,40}?\b(?:streak|run|slide|skid|rally|stretch|string|rout|gains|losses|advances|declines)\b")
"""Around a run that the session told of has ended: "snapped a five-day losing streak"."""
KO_OVER = re.compile(r"(?:세|폭)?[을를]?\s?(?:기록|이어가|이어|보이|나타내)?(?:하다|하던|했던|가던|갔던|던|한\s(?:뒤|후|끝)|했다가|다가|했으나|했지만)|\s?(?:이후|끝에|뒤|후)\s")
"""Behind a Korean run that another move followed: "이틀 연속 상한가를 기록하다 급락했다"."""
UNIT = {
    "거래일": "sessions", "일": "sessions", "주": "weeks", "개월": "months", "달": "months", "분기": "quarters", "년": "years",
    "차례": "count", "번": "count", "week": "weeks", "month": "months", "quarter": "quarters", "year": "years",
    "weekly": "weeks", "monthly": "months", "quarterly": "quarters",
}  # fmt: skip
DOWN = re.compile(r"하한가|연하$|하락|내림|약세|내[렸려리]|급락|떨어|밀리|loss|losing|drop|decline|slide|skid|rout|fell|fall|missed", re.IGNORECASE)
UP = re.compile(r"상한가|연상$|상승|오름|강세|올[랐라]|오르|급등|뛰|gain|winning|rise|rally|advance|rose|climb|beat|topped|surpassed|exceeded", re.IGNORECASE)


DENIED = re.compile(r"\s?[가-힣]{0,6}(?:지|지는|지도)\s(?:못|않)")
"""Behind a run that did not come about: "3일 연속 이어지지 못했다"."""
KO_TRADED = re.compile(r"\s?(?:(?P<up>순매수|사들|‘?사자|매수\s?우위)|(?P<down>순매도|팔아|‘?팔자|매도\s?우위))")
"""Behind a run of sessions in which someone bought or sold on balance."""
HELD = re.compile(r"\s?(?:기준금리를?\s?)?(?:동결|묶|유지|같은)")
REPORTED = frozenset(("macro", "fundamentals", "forecast", "share"))
OF_OTHERS = frozenset(("count", "years", "quarters"))
"""What runs of prices are seldom counted in."""
UNITS = ("unit", "unit2", "unit3", "unit4", "unit5", "unit6", "unit7", "unit8")
COUNTS = ("n", "n2", "n3", "n6")


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


def counted(m: re.Match[str]) -> tuple[int, str]:
    """How many and of what."""
    g = m.groupdict()
    if "word" in g:
        if g["word"] or g["word2"]:
            return KO_NUMBER[g["word"] or g["word2"]], "sessions"
        if g["digits2"]:
            return int(g["digits2"]), "sessions"
        digits = g["digits"]
        return (int(digits) if digits.isdigit() else KO_COUNT.get(digits, 0)), UNIT[g["unit"]]
    unit = (g["each"] or g["each3"] or next((g[k] for k in UNITS if g[k]), "day")).lower()
    if ordinal := g["ord"] or g["ord2"] or g["ord3"]:
        word = ordinal.lower()
        n = ORDINAL.get(word) or int(re.sub(r"\D", "", word) or 0)
    else:
        word = next((g[k] for k in COUNTS if g[k]), "").lower()
        n = int(word) if word.isdigit() else EN_NUMBER.get(word, 0)
    return n, UNIT.get(unit, "sessions")


def turned(frame: Frame, phrase: str) -> Direction | None:
    """Which way a run went, by its own words."""
    if DOWN.search(phrase):
        return "down"
    if UP.search(phrase):
        return "up"
    return frame.movement.direction if frame.movement is not None and frame.movement.direction != "flat" else None


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
