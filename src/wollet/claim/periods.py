"""The period that a reported or foretold figure is of: a quarter, a half, a fiscal year, a month, a day.

A period that the words name wins ("3분기", "fiscal 2024", "in October"), the nearest one before the figure first; then
the one last named for such a figure in the sentences before; else what is usual: a company tells its last quarter, a
statistic its last month, a forecast the year under way.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from typing import Literal

from wollet.claim.frames import Frame, Frames
from wollet.claim.stretches import months_before
from wollet.claim.times import told_when
from wollet.claim.turns import in_turn
from wollet.mention import unhurried as re
from wollet.model.mention import Mention
from wollet.model.time import When, Window

Usual = Literal["quarter", "year", "month", "day", "this_year", "none"]
LONG = frozenset(("quarter", "half", "year", "range", "decade"))
MONTHS = LONG | {"month"}
DAYS = MONTHS | {"day", "week"}
FAR = 160
NEXT_FIGURE = 16
"""So near before another figure a Korean date behind a figure is the other's."""
AGO = {
    "ko": re.compile(r"(?:(?:지난해|작년|전년)\s?(?:같은\s?(?:기간|분기|달)|동기|동월)|1년\s?전|전년(?:도)?(?=\())(?:의|은|에는)?(?:\s(?:매출액?|영업이익|순이익|영업손실|순손실)(?:은|는))?\s?(?:\(\s?)?(?:약\s?)?$"),
    "en": re.compile(r"(?:\s(?:per|a)\sshare)?,?\s(?:\w+\s){0,3}?(?:in\s|for\s|from\s|during\s|of\s)?(?:the\s|a\s|one\s)?(?:(?:same|comparable|prior-year|year-ago|year-earlier)\s(?:period|quarter|time|month)|year[- ](?:ago|earlier|before|prior|over)|prior year|previous year|year before)"),
}
EN_YEAR = re.compile(r"year[- ](?:over|on)[- ]year|year[- ]ago|year earlier|annually", re.IGNORECASE)
THAN = re.compile(r"\b(?:from|versus|compared (?:with|to)|than|over)\s(?:the\s)?(?:same\s)?$")
ON_YEAR = re.compile(r"전년|(?:지난해|작년)\s?같은|1년\s?전")
UP_FROM = re.compile(r"\b(?:from|versus|compared (?:with|to)|against)\s")
FROM = {"ko": re.compile(r"\s?에서\s"), "en": re.compile(r"\b(?:from|versus|compared (?:with|to)|against)\s(?:just\s|about\s|a\s|an\s)?$")}
A_YEAR_BEFORE = re.compile(r"\W*(?:(?:That|This|It)\s(?:compares|compared)\swith\s[^.;]{0,60}\b)?(?:[Aa]|[Oo]ne|[Tt]he)\s[Yy]ear\s(?:ago|earlier|before|prior)\b")
"""What opens a sentence about the same figure of the year before: "A year earlier it had lost $661 million"."""
AND = re.compile(r"[$€£¥]?\d[\d.,]*\s?(?:cents|[mb]illion)?(?:\s(?:a|per)\sshare)?\sand\s$")
"""Before the second of two figures of the year before: "compared with 88 cents and $6.05 billion a year ago"."""
SINCE_ITS = re.compile(r"\bsince\s(?:its|their|the|going|it|being)\s(?:[a-z]+\s)?$")
"""Before the year of what a record or a run is counted from: "since its 2020 listing"."""
EN_THAN = re.compile(r"\b(?:higher|lower|more|less|better|worse|larger|smaller|up|down)\sthan\s(?:just\s|about\s|the\s|an?\s)?$")
OR = re.compile(r"(?: (?:per|a) share)?,? \(?or ")
"""Between an amount and the same amount told per share."""
AT_END = re.compile(r"말|\bend\b")
BESIDE = re.compile(r"[가-힣A-Za-z\s]{0,16}\([^()\n]{1,24}\)\s?(?:보다|대비|에\s?비해)|\s?(?:의\s)?[\d.,]+\s?(?:%|조|억|만|원|달러|포인트|p)*\s?에서\s|[^.,\n]{0,22}[은선한간난운]\s(?:지|이후|뒤)\s")
"""Behind the period of a figure in brackets that the text's own figure is only set against."""
COMPARED = re.compile(r"\s?(?:[과와]\s?비교|(?:의\s)?(?:같은\s?기간|동기|동월|동일)|대비|보다|比|에\s?비해|이후|수준(?:[을과인]|으로))")
YEAR = re.compile(r"\d{4}|올해|올\s|내년|오는|금년|다음|내달|\b(?:this|next|upcoming|coming|current)\b|\d/\d", re.IGNORECASE)
MOVABLE = frozenset(("month", "quarter", "half"))
AHEAD = {
    "ko": re.compile(r"예정|계획|방침|전망|예상|[을를]\s것|[될할릴질낼]\s|것으로\s?(?:보|예|전)|오는|앞[두둔]|까지|부터|목표|(?:시작|출시|개최|시행|진행|발표|공개|상장|개막|개장|출범|지급|적용)(?:된다|한다)|열린다|나온다|선보인다"),
    "en": re.compile(
        r"\b(?:[Ww]ill|would|[Ss]cheduled|[Ss]lated|[Dd]ue|[Ss]et [Tt]o|(?<!than-)[Ee]xpect\w*|plans?|later|[Uu]pcoming|are to|is to|next|forecast\w*|outlook|guidance|reports|meets?|"
        r"report (?:their|its|results|earnings|quarterly)|publishes|speaks?|testif(?:y|ies)|arrives?|comes?|could|may|might|by|until|payable|follows?(?= (?:on|at)\b)|followed by|begins?|starts?|await\w*|look(?:s|ed|ing)? (?:ahead|for|to|toward)|brac\w+ for|wait\w* for|ahead of|run-up to|eyes? on)\b"
    ),
}
LISTED = re.compile(r"(?:(?!\b(?:said|rose|fell|reported|announced|was|were|closed|told)\b)[^.!?“”\"%]|(?<=\b[A-Z])\.){3,140},\s")
"""An entry of a calendar: what, then the weekday."""
TENSE_NEAR = (70, 24)
PRESENT = re.compile(
    r"\b(?:[Ww]ill|[Ss]cheduled|[Ss]lated|[Dd]ue|[Ss]et [Tt]o|(?<!than-)[Ee]xpected|plans? to|upcoming|report (?:their|its|results|earnings|quarterly)|reports?(?= (?:on|their|its|results|earnings|after|before)\b)|reports|meets?|publishes|speaks?|testif(?:y|ies)|arrives?|comes?|follow(?:s|ed by)?|later|await\w*|ahead of|before)\b[^.;]*$"
)
OPENS = re.compile(r"\W*(?:[\w\s]{3,24}:\s)?(?:On\s|Then\s(?:on\s)?)?")
AT_ONCE = re.compile(
    r",\s[^.;,]{2,60}?\b(?:(?:is|are)\s(?:due|set|scheduled|slated|expected|also)|will|reports?(?=\s(?:results|earnings|quarterly|its|their|after|before)\b)|publish(?:es)?|releases?|meets?|speaks?|holds?|announces?)\b|\s(?:will\s)?(?:brings?|sees?)\b"
)
"""Around a weekday that opens a sentence of what is still to come: "On Tuesday, A and B report results"."""
BY_WHEN = re.compile(r"\b(?:by|until|before|come)\s(?:the\s)?(?:end\sof\s(?:the\s)?)?$")
FORESEEN = re.compile(r"(?:['’]s)?\s(?:[\w-]+\s){1,6}?(?:(?:is|are)\s(?:\w+ly\s)?(?:seen|expected|forecast|likely|due|projected|set|estimated)|will|could|may|might|should)\b")
"""Behind a weekday that owns a report which is still to come: "Friday's payrolls report is seen showing"."""
DUE = re.compile(r"\b(?:expires?|is due|are due|will|matures?|is set|are set|to meet|meets?|is scheduled|are scheduled|ends?|plans? to)\b[^.;]{0,40}$")
"""Before a month that is still to come."""
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
TRAILING = re.compile(rf"\b(?:over|during|in|for) the (?P<way>past|last|trailing|next) (?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})[ -](?P<unit>month|quarter|year)s?\b", re.IGNORECASE)
THIS_QUARTER = re.compile(r"(?:this|the latest|the most recent|the reported) quarter", re.IGNORECASE)
"""Of what is reported: the quarter that has just ended."""
CUMULATIVE = re.compile(r"누적|year[- ]to[- ]date|first (?:nine|six) months", re.IGNORECASE)


def month_of(day: dt.date, back: int = 0) -> Window:
    """The calendar month of a day, or one so many months before."""
    year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
    following = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return Window(dt.date(year, month + 1, 1), following - dt.timedelta(days=1))


def quarter_of(day: dt.date, back: int = 0) -> Window:
    """The calendar quarter of a day, or one so many quarters before."""
    year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 - back, 4)
    return Window(dt.date(year, quarter * 3 + 1, 1), month_of(dt.date(year, quarter * 3 + 3, 1)).end)


def year_of(day: dt.date, back: int = 0) -> Window:
    """The calendar year of a day, or one so many years before."""
    return Window(dt.date(day.year - back, 1, 1), dt.date(day.year - back, 12, 31))


def week_before(published: dt.date) -> Window:
    """The last week that ended on a Saturday before a day, of which weekly claims are told."""
    end = published - dt.timedelta(days=(published.weekday() + 2) % 7 or 7)
    return Window(end - dt.timedelta(days=6), end)


def usual(kind: Usual, published: dt.date) -> Window | None:
    """The period meant where none is said."""
    if kind == "quarter":
        return quarter_of(published, 1)
    if kind == "year":
        return year_of(published, 1)
    if kind == "this_year":
        return year_of(published)
    if kind == "month":
        return month_of(published, 1)
    return Window(published, published) if kind == "day" else None


def year_before(w: Window) -> Window:
    """The same period a year earlier."""
    whole = (w.end + dt.timedelta(days=1)).day == 1
    end = months_before(w.end, 12)
    return Window(months_before(w.start, 12), month_of(end).end if whole else end)


def year_after(w: Window) -> Window:
    """The same period a year later."""
    whole = (w.end + dt.timedelta(days=1)).day == 1
    end = months_before(w.end, -12)
    return Window(months_before(w.start, -12), month_of(end).end if whole else end)


def is_base(frames: Frames, frame: Frame) -> bool:
    """Whether a figure is the one of a year before, which another is set against."""
    text = frames.text
    if frames.lang == "ko":
        if FROM["ko"].match(text, frame.end) and ON_YEAR.search(text, *frame.clause):
            return True
        return bool(AGO["ko"].search(text, max(0, frame.start - 24), frame.start))
    if FROM["en"].search(text, max(0, frame.start - 24), frame.start) and EN_YEAR.search(
        text, frame.sentence.start, frame.sentence.end
    ):
        return True
    if A_YEAR_BEFORE.match(text, frame.sentence.start, frame.start) and not figures_between(frames, frame.sentence.start, frame.start):
        return True
    if (pair := AND.search(text, max(frame.sentence.start, frame.start - 40), frame.start)) is not None and AGO["en"].match(text, frame.end, min(len(text), frame.end + 60)):
        if FROM["en"].search(text, max(0, pair.start() - 24), pair.start()):
            return True
    before = frame.before
    if before is not None and before < len(frames.numbers) and OR.fullmatch(text, frames.numbers[before].end, frame.start):
        return is_base(frames, frames.numbers[before])
    end = frame.end
    if frame.after is not None and frame.after < len(frames.numbers) and OR.fullmatch(text, end, frames.numbers[frame.after].start):
        end = frames.numbers[frame.after].end
    return bool(AGO["en"].match(text, end, min(len(text), end + 60))) and bool(
        FROM["en"].search(text, max(0, frame.start - 24), frame.start) or EN_THAN.search(text, max(0, frame.start - 24), frame.start)
    )


def turned(frames: Frames, m: Mention, window: Window) -> Window:
    """A day or month told without its year, moved to the side that the tense wants: what is reported lies behind,
    what is scheduled lies ahead."""
    when = m.value
    assert isinstance(when, When)
    published = frames.article.published.date()
    if YEAR.search(frames.text, m.start, m.end) or (when.grain not in MOVABLE and when.deixis != "weekday"):
        return window
    s = frames.sentence_at(m.start)
    a, b = max(s.start, m.start - TENSE_NEAR[0]), min(s.end, m.end + TENSE_NEAR[1])
    ahead = AHEAD[frames.lang].search(frames.text, a, b) is not None
    if when.deixis == "weekday" and frames.lang == "en":
        week = dt.timedelta(days=7)
        if is_entry(frames, m):
            return Window(window.start + week, window.end + week) if window.end < published else window
        opens = OPENS.fullmatch(frames.text, s.start, m.start) is not None
        if window.end < published and FORESEEN.match(frames.text, m.end, s.end):
            return Window(window.start + week, window.end + week)
        if window.end < published and ((ahead and PRESENT.search(frames.text, a, m.start)) or (opens and AT_ONCE.match(frames.text, m.end, s.end))):
            return Window(window.start + week, window.end + week)
        return Window(window.start - week, window.end - week) if not ahead and window.start > published else window
    if when.deixis is None and frames.lang == "en" and window.end < published and DUE.search(frames.text, a, m.start):
        return year_after(window)
    if when.deixis is None and not ahead and window.start > published + dt.timedelta(days=20):
        return year_before(window)
    return window


def by_then(frames: Frames, m: Mention, frame: Frame) -> Window | None:
    """The quarter, half or month to come by which an English figure is foretold: "to 4.5% by the fourth quarter"."""
    when = m.value
    if not isinstance(when, When) or when.grain not in ("quarter", "half", "month") or YEAR.search(frames.text, m.start, m.end):
        return None
    window = window_of(frames, m, frame)
    by = when.relation in ("by", "until") or BY_WHEN.search(frames.text, max(0, m.start - 14), m.start) is not None
    return year_after(window) if by and window.end < frames.article.published.date() else None


def is_entry(frames: Frames, m: Mention) -> bool:
    """Whether a weekday ends a line of a list of events to come: "US retail sales, Thursday"."""
    when, s = m.value, frames.sentence_at(m.start)
    return (
        frames.lang == "en" and isinstance(when, When) and when.deixis == "weekday" and not frames.text[m.end : s.end].strip()
        and LISTED.fullmatch(frames.text, s.start, m.start) is not None
    )  # fmt: skip


def trailing(frames: Frames, frame: Frame) -> Window | None:
    """The months or years up to the last quarter, or from now on, that a figure is of: "over the past 12 months"."""
    m = TRAILING.search(frames.text, frame.end, min(frame.sentence.end, frame.end + 70))
    if m is None or figures_between(frames, frame.end, m.start()):
        return None
    n = int(m["n"]) if m["n"].isdigit() else NUMBERS.index(m["n"].lower()) + 1
    months = n * {"month": 1, "quarter": 3, "year": 12}[m["unit"].lower()]
    published = frames.article.published.date()
    if m["way"].lower() == "next":
        return Window(published, months_before(published, -months))
    end = quarter_of(published, 1).end
    return Window(months_before(end, months) + dt.timedelta(days=1), end)


def named(frames: Frames, frame: Frame, grains: frozenset[str] = LONG) -> Mention | None:
    """The period that the words near a figure name: before it in its clause, behind it, before it in its sentence."""
    best: tuple[int, Mention] | None = None
    here = frames.dates_in(frame.sentence)
    if frames.lang == "ko" and len(here) > 1 and (one := in_turn(frames.text, here, frame.start, frames.figures, frames.figure_starts)) is not None:
        if isinstance(one.value, When) and one.value.start is not None and one.value.grain in grains:
            return one
    for m in here:
        when = m.value
        assert isinstance(when, When)
        if when.start is None or when.grain not in grains or (when.relation in ("since", "before", "after") and not told_when(frames.text, m)):
            continue
        if frames.lang == "en" and (SINCE_ITS.search(frames.text, max(0, m.start - 24), m.start) or FOUNDED.search(frames.text, max(0, m.start - 24), m.start)):
            continue
        if COMPARED.match(frames.text, m.end) or (frames.lang == "en" and m.end <= frame.start and _of_base(frames, m)):
            continue
        if frames.lang == "ko" and (beside := BESIDE.match(frames.text, m.end)) is not None and beside.end() <= frame.start:
            continue
        if m.end <= frame.start:
            cost = frame.start - m.end + (0 if m.start >= frame.clause[0] else 40)
            if frames.lang == "en" and figures_between(frames, m.end, frame.start):
                cost += 30
        elif m.start >= frame.end:
            if THAN.search(frames.text, frame.end, m.start):
                continue
            if frames.lang == "ko" and figures_between(frames, m.end, m.end + NEXT_FIGURE):
                continue
            cost = m.start - frame.end + (90 if frames.lang == "ko" else 8 if m.start < frame.clause[1] else 60)
            if frames.lang == "en" and DATED.fullmatch(frames.text, frame.end, m.start):
                cost = 0
            if figures_between(frames, frame.end, m.start) and UP_FROM.search(frames.text, frame.end, m.start):
                continue
        else:
            cost = 0
        if cost <= FAR and (best is None or cost < best[0]):
            best = (cost, m)
    return best[1] if best is not None else None


def _of_base(frames: Frames, m: Mention) -> bool:
    """Whether an English date is that of the figure right before it, from which the figure behind it is told: "from 11% in 2022 to 4%"."""
    i = bisect_left(frames.figure_starts, m.start) - 1
    if i < 0:
        return False
    f = frames.figures[i]
    return DATED.fullmatch(frames.text, f.end, m.start) is not None and BASE_OF.search(frames.text, max(0, f.start - 40), f.start) is not None


FOUNDED = re.compile(r"\b(?:founded|established|incorporated|formed|created|launched|born|opened|listed|acquired|hired|joined)\s(?:back\s)?in\s$")
"""Before a year that only tells since when a thing is."""
DATED = re.compile(r"(?:\s(?:percent|per cent))?(?:\s(?:increase|rise|gain|jump|growth|expansion|decline|drop|fall|decrease|loss|profit|contraction))?\s(?:in|on|for|at the end of|a year earlier in)\s(?:the\s|early\s|late\s)?")
BASE_OF = re.compile(r"\bfrom\s(?:about\s|around\s|an?\s(?:[\w-]+\s){1,3}of\s)?$")
KO_NOW_OF = re.compile(r"현재\s(?:[가-힣]{1,4}\s)?(?:매출|이익|영업이익)의\s?(?:약\s)?$")
KO_YEAR_BASE = re.compile(r"(?P<year>20\d\d)년(?:\s?(?:말|초|평균))?\s?(?:대비|보다|에\s?비해|과\s비교해)\s")
KO_ONCE_LISTED = re.compile(r"상장\s?(?:후|일|직후|시|당일)|공모가\s?(?:상단|하단|밴드)?\s?(?:기준|상단|하단)")
KO_LISTING = re.compile(r"(?:\([가-힣]\))?(?:에|,)?\s?(?:[가-힣A-Za-z]+\s?(?:시장|거래소)?에?\s)?(?:신규\s)?상장(?:할|한다|된다|될|하는|예정|$|[\s.,])")
KO_LISTING_BEFORE = re.compile(r"상장\s?(?:예정)?일(?:은|이)?\s(?:오는\s)?$")


def ko_spans(frames: Frames, frame: Frame, family: str) -> Window | None:
    """What a Korean figure is of that no period holds: a part of revenue as of now, growth since a year long past."""
    text, published = frames.text, frames.article.published.date()
    if family == "fundamentals" and KO_NOW_OF.search(text, max(frame.sentence.start, frame.start - 24), frame.start):
        return Window(published, published)
    m = next(reversed(list(KO_YEAR_BASE.finditer(text, frame.clause[0], frame.start))), None)
    if m is None or frame.unit not in ("percent", "ratio") or int(m["year"]) >= published.year - 2:
        return None
    return Window(dt.date(int(m["year"]), 1, 1), published)


def on_listing(frames: Frames, frame: Frame) -> Window | None:
    """The day to come on which a company is listed, where a Korean sentence tells how things stand then."""
    s = frame.sentence
    if KO_ONCE_LISTED.search(frames.text, s.start, frame.start) is None:
        return None
    published = frames.article.published.date()
    for d in frames.dates:
        when = d.value
        if isinstance(when, When) and when.grain == "day" and when.start is not None and when.start > published:
            if KO_LISTING.match(frames.text, d.end) or KO_LISTING_BEFORE.search(frames.text, max(0, d.start - 14), d.start):
                return Window(when.start, when.start)
    return None


MONTH = re.compile(r"(?:지난달|이달|이번\s?달|전달|\d{1,2}월)(?:에|의|엔)?\s")


def monthly(frames: Frames, frame: Frame) -> bool:
    """Whether the clause of a Korean figure tells it of a month: "지난달 판매량은 3% 줄었다"."""
    for m in frames.dates_in(frame.sentence):
        if m.end <= frame.start and m.start >= frame.clause[0] and isinstance(m.value, When) and m.value.grain == "month":
            if MONTH.match(frames.text, m.start, m.end + 2) and not COMPARED.match(frames.text, m.end):
                return True
    return False


def figures_between(frames: Frames, a: int, b: int) -> bool:
    """Whether another figure stands between two places."""
    return bisect_left(frames.figure_starts, b) > bisect_left(frames.figure_starts, a)


def window_of(frames: Frames, m: Mention, frame: Frame, *, as_of: bool = False, whole: bool = False) -> Window:
    """The days of a named period; of a cumulative figure, from the year's first day; `as_of` (with
    "end of", or `whole` without it) its last day alone."""
    when = m.value
    assert isinstance(when, When) and when.start is not None
    end = when.end or when.start
    start = when.start
    if AT_END.search(frames.text, m.start, min(len(frames.text), m.end + 2)):
        start = end if as_of else start
    if as_of and when.grain in LONG and whole:
        start = end
    if when.grain == "quarter" and CUMULATIVE.search(frames.text, m.start, frame.start):
        start = dt.date(end.year, 1, 1)
    return turned(frames, m, Window(start, end))


def reported(frames: Frames, frame: Frame) -> Window:
    """The period of a reported figure: named near it, else the last quarter."""
    m = named(frames, frame)
    return window_of(frames, m, frame) if m is not None else quarter_of(frames.article.published.date(), 1)
