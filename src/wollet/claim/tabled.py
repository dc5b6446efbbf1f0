"""Statements that tables and lists make: each figure under its heading or key, beside its name, is a claim.

`claims(frames)` yields them with scores above those of prose readings; the figures are withheld from the reading of
prices in sentences.  A thing without a price list of its own is a topic: its figures are read and left undecided.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable
from typing import Any

import msgspec

from wollet.claim import columns, crossed, delimited, layout, listings, periodic, stretches, tables
from wollet.claim.candidates import Candidate
from wollet.claim.cells import Held
from wollet.claim.doubts import BEFORE_IT, doubt_of_move
from wollet.claim.facts import Fact
from wollet.claim.families.change import Change
from wollet.claim.families.flow import Flow
from wollet.claim.families.level import Level
from wollet.claim.families.market_cap import MarketCap
from wollet.claim.families.other import Other
from wollet.claim.families.period_return import PeriodReturn
from wollet.claim.family import Take
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.hesitation import HANDED_OUT
from wollet.claim.pricing import calendar_of, fields, in_unit, sort_of
from wollet.claim.sheet import Marks, Sheet
from wollet.claim.stretches import Horizon
from wollet.claim.times import Timed
from wollet.claim.whose import main_company
from wollet.mention import unhurried as re
from wollet.model.article import day_only
from wollet.model.claim import Claim, Option, Subject
from wollet.model.quantity import Quantity
from wollet.model.time import When, Window
from wollet.reference import calendars

COUNTER = re.compile(r"[ \t]?(?!(?:시|고|저|종|현재)가|전일|전날|등락|거래|당일)[가-힣]{2}")
"""Behind a bare figure: it counts a thing and is no price."""
SCORE = 91
BESIDE = 12
OUTSIDE = frozenset(("premarket", "after_hours"))
LED = re.compile(r"[\W\d_]*(?:[^\W\d]+[ \t-]){0,3}[^\W\d]+$")
COLON = re.compile(r"[:：]\s")
DIGIT = re.compile(r"\d")
CELL = re.compile(r"[^|\n\d]{0,12}\|")
PERIOD = re.compile(r"[.!?][\s*_]*$")
"""A line of prices outside the session says so at its head: "Premarket (7:15 a.m. ET): NVDA +1.2%; TSLA -0.8%"."""
EVE = Horizon("session", 1)
TOLD_OR_LONG = "a bare number of days may be a date or a stretch"
SIGNLESS = "a move without a sign may be either way"
THIS_WEEK = re.compile(r"\bthis week\b|이번\s?주|금주", re.IGNORECASE)
"""Beside "last week" in a text of a weekend: last week is then the one before."""
PRICES = frozenset(("level", "move", "amount"))
SO_FAR: dict[str, Horizon] = {"week": Horizon("wtd"), "month": Horizon("mtd"), "year": Horizon("ytd")}
"""What a column "Week", "Month" or "Annual" may tell instead of the last seven days, the month or the year back."""


def held(frames: Frames) -> tuple[list[Held], set[int]]:
    """The figures of an article that stand in tables, lists and cards, in text order, each once; and those there that
    nothing says the meaning of, by their starts."""
    text = frames.text
    sheet = Sheet(text, layout.lines(text), Marks(frames.figures), Marks(frames.names.names), Marks(frames.dates), frames.article.published.date())
    found = layout.tables(text, sheet.lines, (delimited.read, crossed.grouped, crossed.pivoted))
    main = main_company(frames)
    out: dict[int, Held] = {}
    company = tables.name_of(main) if main is not None else None
    for h in (*tables.of(sheet, found, company), *listings.of(sheet, found, company)):
        out.setdefault(h.figure.start, h)
    return [out[at] for at in sorted(out)], {f.start for f in listings.unkeyed(sheet, found, set(out))}


def place(frames: Frames, cells: list[Held]) -> dict[int, Held]:
    """Give the frames of cells their subject, day and measured thing, and withhold them from prose readings."""
    by_start = {h.figure.start: h for h in cells}
    for frame in frames.numbers:
        h = by_start.get(frame.start)
        if h is None or frame.mention is None:
            continue
        frame.mention, frame.quantity = h.figure, h.figure.value if isinstance(h.figure.value, Quantity) else None
        frames.roles[frame.index] = None
        frame.strange, frame.shared = False, ()
        if h.subject is not None:
            frame.subjects = (h.subject, *(c for c in frame.subjects if c.name.ids != h.subject.name.ids))
            frame.instrument = next((c for c in frame.subjects if c.name.ids), None)
        if h.column.kind == "fact":
            family = h.column.family
            frame.fact = Fact(family, h.column.metric, h.at, family == "forecast", 0) if frame.fact is None or frame.fact.metric != h.column.metric else frame.fact
        else:
            frame.fact = None
        ago = h.column.ago is not None and h.day is not None and h.at[0] <= h.day.start < h.at[1]
        if h.day is not None and not ago and isinstance(h.day.value, When) and _trades(h.subject, h.day.value):
            frame.time = Timed(when=h.day.value, span=h.day.span, how="clause", others=frame.time.others)
        elif frame.time.span is not None and frame.time.span[0] > frame.end and frames.text[frame.end : frame.time.span[0]].strip() == "(":
            frame.time = frames.clock.running(frame.sentence)
        elif frame.time.how == "carried" and frame.time.span is not None and _of_heading(frames.text, *frame.time.span):
            frame.time = Timed(others=frame.time.others)
        elif h.column.horizon is not None and h.column.horizon.unit == "since":
            frame.time = Timed()
        elif frame.time.span is not None and h.at[0] <= frame.time.span[0] < h.at[1] and not columns.DATED.search(frames.text, *h.at):
            frame.time = frames.clock.running(frame.sentence)
        elif frame.time.how == "carried" and _from_prose(frames, frame.time.span):
            frame.time = Timed(others=frame.time.others, aside=frame.time.when)
    return by_start


def _of_heading(text: str, a: int, b: int) -> bool:
    """Whether a day stands in a heading of a table, whose other columns it does not rule: "| 종가 / 전일 |"."""
    line = text.rfind("\n", 0, a) + 1
    return CELL.match(text, b) is not None and "|" in text[line:a]


def _from_prose(frames: Frames, span: tuple[int, int] | None) -> bool:
    """Whether a day is named in a sentence of prose with a figure of its own: it rules no cell of a table below."""
    if span is None:
        return False
    s = frames.at(*span).sentence
    if s.place == "heading" or (s.place == "title" and not frames.text[s.start : s.end].rstrip().endswith(".")):
        return False
    i = bisect_left(frames.figure_starts, s.start)
    return i < len(frames.figure_starts) and frames.figure_starts[i] < s.end


def _trades(subject: Candidate | None, when: When) -> bool:
    """Whether a day is a session of the subject's exchange; a page's own Saturday is none, "yesterday" of a Monday is Friday."""
    return subject is None or when.start is None or when.deixis in ("yesterday", "previous_day") or calendars.is_session(calendar_of(subject.name.ids[0]), when.start)


def claims(frames: Frames) -> Iterable[Take]:
    """The claims of all tables, lists and cards of an article."""
    cells, unknown = held(frames)
    if not cells and not unknown:
        return
    by_start = place(frames, cells)
    for frame in frames.numbers:
        if frame.start in unknown:
            frames.roles[frame.index] = None
    for frame in frames.numbers:
        h = by_start.get(frame.start)
        if h is None or frame.quantity is None or (frame.unit == "" and COUNTER.match(frames.text, frame.end)):
            continue
        claim = _claim(frames, frame, h)
        if claim is not None:
            yield Take(claim=claim, score=SCORE)


def _claim(frames: Frames, frame: Frame, h: Held) -> Claim | None:
    column = h.column
    if column.kind == "fact":
        return _amount(frames, frame, h) if column.family in ("market_cap", "flow") else None
    if column.kind not in PRICES:
        return _apart(frames, frame, h)
    if h.subject is None or not h.subject.name.ids:
        return _of_topic(frames, frame, h)
    frame.basis = column.basis or _basis(frames, frame)
    if frame.basis is not None and _not_within(frames, frame.basis, h.subject.name.ids[0]):
        frame.basis = None
    if frame.basis is None and _over_for_the_day(frames, h.subject.name.ids[0]):
        frame.basis = "close"
    said = fields(frames, frame, h.subject, directed=column.kind != "level")
    if said is None:
        return None
    if h.sure and said["doubt"] == HANDED_OUT:
        said["doubt"] = None
    if frame.basis == "close":
        said["options"] = tuple(o for o in said["options"] if o.basis != "intraday")
    id = h.subject.name.ids[0]
    q = _in_own_unit(frame.quantity, id, column.kind)
    if column.kind == "level":
        if column.ago is not None:
            _ago(said, column.ago, id, frames.article.published.date())
        if not _priced_so(q, id):
            return None
        return Level(**{**said, "quantity": q})
    zero = q.low == 0 and q.high == 0
    unsigned = not zero and not q.sign
    said["quantity"] = q
    said["direction"] = "flat" if zero else "down" if q.sign < 0 else "up"
    if said["basis"] in ("high", "low", "open"):
        said["basis"] = "intraday"
    if column.horizon is not None:
        return _over(frames, said, column.horizon, SIGNLESS if unsigned else TOLD_OR_LONG if h.maybe else None, DIGIT.search(frames.text, *h.at) is not None)
    if not h.sure:
        said["doubt"] = doubt_of_move(frames, frame, h.subject)
    if said["doubt"] is None and column.metric != "session" and periodic.summed_up(frames, frame.sentence.index) and not periodic.OF_DAY.search(frames.text, *h.at):
        said["doubt"] = BEFORE_IT
    said["doubt"] = said["doubt"] or (SIGNLESS if unsigned else None)
    return Change(**said)


def _over_for_the_day(frames: Frames, id: str) -> bool:
    """Whether a list gives closes without saying so: it appears at an hour at which its market is closed."""
    return sort_of(id) in ("stock", "index") and not day_only(frames.article) and calendars.in_session(calendar_of(id), frames.article.published) is None


def _not_within(frames: Frames, basis: str, id: str) -> bool:
    """Whether a basis said in a list is none: the current price once its market has closed, futures of goods."""
    if basis == "premarket":
        return sort_of(id) in ("commodity", "future")
    return basis == "intraday" and sort_of(id) in ("stock", "index") and calendars.in_session(calendar_of(id), frames.article.published) is None


def _basis(frames: Frames, frame: Frame) -> str | None:
    """The price basis said beside a figure of a list: nearer to it than to the figures on either side."""
    i = frame.index
    lo = max(frame.sentence.start, frames.figures[i - 1].end if i > 0 else 0)
    hi = min(frame.sentence.end, frames.figures[i + 1].start if i + 1 < len(frames.figures) else frame.sentence.end)
    said = frames.cues_of(frame.sentence).bases
    beside = [name for a, b, name in said if lo <= a and b <= hi and (b <= frame.start or a - frame.end <= BESIDE)]
    if not beside and said and said[0][2] in OUTSIDE and LED.match(frames.text, frame.sentence.start, said[0][1]) and COLON.search(frames.text, said[0][1], frame.start):
        return said[0][2]
    if not said and (led := _headed_outside(frames, frame.sentence.index)) is not None:
        return led
    return beside[0] if beside else "close" if any(name == "close" for _, _, name in said) else None


def _headed_outside(frames: Frames, index: int) -> str | None:
    """The hours outside the session that the heading of a list names: "Movers this morning (pre-market)"."""
    for s in reversed(frames.sentences[max(0, index - periodic.BACK) : index]):
        i = bisect_left(frames.figure_starts, s.start)
        if not frames.text[s.start : s.end].strip() or (i < len(frames.figure_starts) and frames.figure_starts[i] < s.end):
            continue
        said = frames.cues_of(s).bases if s.end - s.start <= periodic.WIDE and not PERIOD.search(frames.text, s.start, s.end) else []
        return said[0][2] if said and said[0][2] in OUTSIDE else None
    return None


def _in_own_unit(q: Quantity | None, id: str, kind: str) -> Quantity:
    """The figure in the unit that its kind has for its subject: a yield changes in percentage points, a share in its money."""
    assert q is not None
    if kind == "move":
        return q if q.unit else msgspec.structs.replace(q, unit="percent")
    if kind == "amount" and sort_of(id) == "rate" and q.unit in ("", "percent"):
        return msgspec.structs.replace(q, unit="percentage_point")
    return in_unit(q, id)


def _priced_so(q: Quantity, id: str) -> bool:
    """Whether a figure can be a price of its subject by its unit."""
    sort = sort_of(id)
    if sort == "rate":
        return q.unit == "percent"
    return q.unit not in ("percent", "bp", "percentage_point", "count", "shares", "ratio") and not (sort == "index" and q.unit != "points") and not (sort == "stock" and (q.low or q.high or 0) >= 10**8)


def _ago(said: dict[str, Any], ago: Horizon, id: str, published: dt.date) -> None:
    """Set a level some days back: counted in sessions, or else in days of the calendar."""
    window, others = said["when"], said["options"]
    said["options"] = ()
    if window is None:
        return
    mic = calendar_of(id)
    if ago == EVE:
        said["when"] = _shifted(window, mic)
        said["options"] = tuple(Option(tier=o.tier, window=_shifted(o.window, mic)) for o in others if o.window is not None)
        return
    if ago.unit in ("session", "day"):
        days = [calendars.shift(mic, window.end, -ago.n)]
        if ago.unit == "day":
            days.append(calendars.shift(mic, window.end - dt.timedelta(days=ago.n), 0))
        days += [calendars.shift(mic, days[0], n) for n in (1, 2, -1)]
    else:
        back = stretches.closed_period(ago, published) or stretches.window(ago, window.end)
        days = [calendars.shift(mic, back.start, 0), calendars.shift(mic, back.start, 1)] if back is not None else []
        if ago.unit == "last_week" and back is not None:
            days = [calendars.shift(mic, back.end, 0), calendars.shift(mic, back.end - dt.timedelta(days=7), 0)]
    if not days:
        said["when"] = None
        return
    said["when"], said["tier"] = Window(days[0], days[0]), "default"
    said["options"] = tuple(Option(tier="default" if i == 0 and ago.unit == "day" else "possible", window=Window(d, d)) for i, d in enumerate(days[1:]))


def _shifted(window: Window, mic: str) -> Window:
    """The session before that which ends a window."""
    eve = calendars.shift(mic, window.end, -1)
    return Window(eve, eve)


def _over(frames: Frames, said: dict[str, Any], h: Horizon, doubt: str | None, counted: bool) -> Claim:
    """A return over the stretch that a heading names, `counted` where it has a number ("1M")."""
    published = frames.article.published.date()
    end = said["when"].end if said["when"] is not None else published
    window = stretches.closed_period(h, published) or stretches.window(h, end)
    other = stretches.week_before(h, published)
    if window is not None and other is not None and THIS_WEEK.search(frames.text):
        window, other = other, window
    said["when"] = window or Window(end, end)
    said["options"] = (*(o for o in said["options"] if o.instrument is not None), *((Option(tier="possible", window=other),) if other is not None else ()))
    if h.n == 1 and (so_far := SO_FAR.get(h.unit)) is not None:
        said["options"] += (Option(tier="default" if h.unit == "week" or not counted else "possible", window=stretches.window(so_far, end)),)
    said["basis"] = "close" if said["basis"] in (None, "intraday") else said["basis"]
    said["doubt"] = said["doubt"] or doubt
    return PeriodReturn(
        **said, sessions=h.n if h.unit == "session" else None, days=h.n if h.unit == "day" else None,
        base="before" if h.unit in ("ytd", "mtd", "wtd", "qtd", "last_week", "last_month") else "first", anchor=h.unit if window is None else None,
    )  # fmt: skip


def _of_topic(frames: Frames, frame: Frame, h: Held) -> Claim:
    """A level or move of a thing that no price list holds (a sector, a sentiment index)."""
    said = _loose(frames, frame, h)
    q = frame.quantity
    assert q is not None
    if h.column.kind == "level":
        return Level(**{**said, "metric": "level", "direction": None})
    if h.column.kind == "move" and not q.unit:
        q = msgspec.structs.replace(q, unit="percent")
    said.update(metric="price", quantity=q, direction="up" if q.sign > 0 else "down" if q.sign < 0 else "flat" if q.low == 0 else None)
    if h.column.horizon is not None and said["when"] is not None:
        window = stretches.window(h.column.horizon, said["when"].end)
        return PeriodReturn(**{**said, "when": window or said["when"]}, anchor=None if window is not None else h.column.horizon.unit)
    return Change(**said)


def _loose(frames: Frames, frame: Frame, h: Held) -> dict[str, Any]:
    """The fields of a claim whose subject is known by its words alone."""
    said = frames.claim_fields(frame)
    windows = frames.windows(frame, calendar_of(h.subject.name.ids[0]) if h.subject is not None else "XKRX" if frames.lang == "ko" else "XNYS")
    subject = subject_of(h.subject) if h.subject is not None else Subject(kind="topic", name=h.label.strip()[:60] or None)
    said.update(subject=subject, when=windows[0][0] if windows else None, tier=windows[0][1] if windows else "default")
    return said


def _apart(frames: Frames, frame: Frame, h: Held) -> Claim:
    """A return set against another's, a weight, a score, a rank: read, for no data set answers it."""
    said = _loose(frames, frame, h)
    said["metric"] = h.column.metric or "reading"
    q = frame.quantity
    assert q is not None
    if h.column.kind == "apart":
        said["direction"] = "up" if q.sign > 0 else "down" if q.sign < 0 else None
        return PeriodReturn(**said, anchor=h.column.metric or "benchmark")
    said["direction"] = None
    if h.column.metric == "rank" and not q.unit:
        said["quantity"] = msgspec.structs.replace(q, unit="rank")
    return Other(**said)


def _amount(frames: Frames, frame: Frame, h: Held) -> Claim:
    """A market value or a flow under its heading."""
    said = _loose(frames, frame, h)
    q = frame.quantity
    assert q is not None
    known = h.subject is not None and sort_of(h.subject.name.ids[0]) == "stock"
    if h.column.family == "market_cap":
        if not q.unit and known and h.subject is not None:
            said["quantity"] = in_unit(q, h.subject.name.ids[0])
        return MarketCap(**{**said, "metric": "market_cap", "direction": None})
    net = h.column.metric == "net_buying"
    if h.column.metric == "volume" and not q.unit:
        said["quantity"] = msgspec.structs.replace(q, unit="shares")
    said.update(metric=h.column.metric, direction=("down" if q.sign < 0 else "up") if net else None)
    return Flow(**said, group=frame.group if net else None)

