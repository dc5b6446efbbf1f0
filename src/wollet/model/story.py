"""Checked articles, stories and trends."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import msgspec

from wollet.model.article import Article
from wollet.model.mention import Mention
from wollet.model.verdict import Row, Verdict


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """How many of a text's numbers were read into claims; `unread` are the spans of the others."""

    numbers: int
    read: int
    unread: tuple[tuple[int, int], ...] = ()


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its mentions and verdicts, in text order; `silenced` counts the refuted ones that are not reported."""

    article: Article
    verdicts: tuple[Verdict, ...]
    mentions: tuple[Mention, ...] = ()
    coverage: Coverage = Coverage(numbers=0, read=0)
    silenced: int = 0


class Join(msgspec.Struct, frozen=True, kw_only=True):
    """Why an article was put into a story: the article it is like, how much, and what they share."""

    article: str
    like: str
    score: float
    shared: tuple[str, ...]


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The articles on one event, oldest first.  `players` are instrument ids, or names, the most shared first; `market`
    is the calendar of the market whose session it reports on, or None."""

    id: str
    articles: tuple[str, ...]
    title: str
    first: dt.datetime
    last: dt.datetime
    players: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    joins: tuple[Join, ...] = ()
    market: str | None = None


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """Who does what to whom.  `kind`: invests (holdings and subsidiaries too), acquires, supplies, buys, partners, talks,
    competes, sues, regulates, rates (an analysts' house on a company).  `status`: reported, planned, agreed, done, ended.

    `actor` and `target` are instrument ids or names; partners, talks and competes have no direction of their own.
    The span is the evidence sentence in the article; `articles` counts the sources that say so.
    """

    actor: str
    target: str
    kind: str
    status: str
    article: str
    span: tuple[int, int]
    at: dt.date
    articles: tuple[str, ...] = ()


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What a named person or house thinks of something: stance "bull" or "bear", on which players, for what reason.

    `quote` are the speaker's own words where `quoted`, else the article's rendering of them; `reason` is the part of the
    sentence that gives one, or empty.
    """

    speaker: str
    role: str | None
    org: str | None
    stance: str
    on: tuple[str, ...]
    quote: str
    article: str
    span: tuple[int, int]
    quoted: bool = True
    reason: str = ""


class Drift(msgspec.Struct, frozen=True, kw_only=True):
    """One figure told with more certainty, or more narrowly hedged, by a later article than by an earlier one.

    `earlier` and `later` are (article id, the figure's words); `steps` say what grew ("hedge: about > at_least",
    "certainty: reported > asserted", "scope: 첨단 > all").
    """

    earlier: tuple[str, str]
    later: tuple[str, str]
    steps: tuple[str, ...]
    on: str = ""
    spans: tuple[tuple[int, int], tuple[int, int]] = ((0, 0), (0, 0))


class Catalyst(msgspec.Struct, frozen=True, kw_only=True):
    """A dated event ahead: when, in which zone, what it is called in the text, and what it bears on.

    `clock` is the hour in `zone` where one is told; `kind` is earnings, policy, release, offering, listing, dividend,
    meeting, product or event.
    """

    start: dt.date
    end: dt.date
    zone: str
    text: str
    bears_on: tuple[str, ...]
    article: str
    span: tuple[int, int]
    claim: int | None = None
    clock: dt.time | None = None
    kind: str = "event"


class Reaction(msgspec.Struct, frozen=True, kw_only=True):
    """How a price moved against its market from an event on: percent, with two-sided 95% bounds of the whole move.

    `estimation` sessions before the event gave `alpha` and `beta`; nothing after `end` was looked at.
    """

    id: str
    benchmark: str
    event: dt.date
    end: dt.date
    estimation: int
    alpha: float
    beta: float
    abnormal: tuple[tuple[dt.date, float], ...]
    cumulative: float
    low: float
    high: float
    t: float
    volume_ratio: float | None = None


class Exposure(msgspec.Struct, frozen=True, kw_only=True):
    """A listing of the reader's own market that a trend touches: through whom, how, and with what past co-movement."""

    id: str
    through: str
    how: str
    correlation: float | None
    sessions: int


class Trend(msgspec.Struct, frozen=True, kw_only=True):
    """Stories that belong together over days, with what makes it worth telling."""

    id: str
    stories: tuple[Story, ...]
    players: tuple[str, ...]
    novelty: float
    breadth: float
    move: float | None
    score: float
    shared: tuple[str, ...] = ()


class Special(msgspec.Struct, frozen=True, kw_only=True):
    """How special a stated window is among its neighbours: cherry-picking, measured.

    `sessions` returns from `start` to `end` came to `measured` percent.  `percentile` is the share (0..100) of the
    `count` windows of that length which ended in the past year, up to `end`, that moved less in the same direction;
    `typical` is their median move.  `shifted` are (start, end, percent) of the windows one to three sessions aside.
    """

    id: str
    start: dt.date
    end: dt.date
    sessions: int
    measured: float
    percentile: float
    count: int
    typical: float
    shifted: tuple[tuple[dt.date, dt.date, float], ...] = ()


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """Someone's statement on the future, put down so that it can be scored.

    `claim` is its canonical line, `made` the publication, `due` the last day it speaks of.  `rule` says how it resolves:
    touch (a price reached within the horizon), close (the last price of the horizon), figure (the figure reported or
    published for the period), none (no data set settles it).
    """

    key: str
    speaker: str
    article: str
    quote: str
    claim: str
    subject: str | None
    name: str | None
    metric: str
    made: dt.datetime
    due: dt.date | None
    rule: str
    url: str | None = None


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a forecast: hit, miss, or void where its time is up and nothing can settle it.

    `measured` and `deviation` (percent of the stated figure, plus: too low a forecast) are decimals; `formula` and
    `rows` redo them.
    """

    forecast: str
    label: str
    at: dt.datetime
    measured: Decimal | None = None
    deviation: Decimal | None = None
    formula: str = ""
    rows: tuple[Row, ...] = ()
    note: str | None = None


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker's record: hits of settled forecasts, with the 95% Wilson interval of the rate, in percent.

    `mean` is the rate shrunk towards even odds (one hit and one miss more); speakers are ranked by `low`.
    """

    speaker: str
    hits: int
    settled: int
    open: int
    low: float
    high: float
    mean: float
    error: float | None = None
