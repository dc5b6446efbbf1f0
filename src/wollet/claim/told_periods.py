"""The period of a figure that measures something other than a price: named, carried along the text, or usual."""

from __future__ import annotations

from wollet.claim import periods
from wollet.claim.facts import Fact
from wollet.claim.frames import Frame, Frames
from wollet.mention import unhurried as re
from wollet.model.mention import Mention
from wollet.model.time import When, Window

USUAL: dict[str, periods.Usual] = {
    "fundamentals": "quarter", "macro": "month", "forecast": "this_year", "share": "day", "deal": "day", "other": "day",
}  # fmt: skip
ISSUED = frozenset(("day",))
"""A target price is dated by the day it is set, whatever quarter its reasons are of."""
OF_A_DAY = frozenset(("dividend_per_share", "dividend_yield", "cash_holdings", "debt", "order_backlog", "target_price", "target_price_change", "target_upside", "policy_rate", "mortgage_rate", "inflation_target"))
STOCKS = frozenset(("cash_holdings", "debt", "order_backlog", "equity", "net_assets", "client_assets", "users"))
"""Told as of the end of a period."""
BALANCES = frozenset(("public_finance", "unsold_homes", "fx_reserves"))
"""Statistics that stand at the end of a month."""
COUNTED = frozenset(("client_assets", "users"))
"""Of these, what an English text seldom tells of another time than its period's end."""
SETTLED = frozenset(("fundamentals", "macro"))
"""Families whose figures are out: what is expected beside them is another figure."""
FISCAL = re.compile(r"\bfiscal\b", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|versus|compared (?:with|to)|against)\s(?:just\s|about\s)?$")
MONTH_BEFORE = re.compile(r"(?:직전월|직전\s?달|전월|전달)(?:의)?\s?\(?$")
QUARTER_BEFORE = re.compile(r"(?:직전|전)\s?분기(?:의)?\s?\(\s?(?:약\s)?$")
FULL_YEAR = re.compile(r"full[- ]year|fiscal[- ]year|annual|연간", re.IGNORECASE)
STILL_RUNNING = 45
TOLD_AS_DONE = {
    "ko": re.compile(r"(?:기록했|집계됐|나타났|달성했|발표했|공시했|거뒀|냈)(?:다|고|으며)"),
    "en": re.compile(r"\b(?:reported|posted|came in|earned|recorded|beat|missed|topped|exceeded|was (?:flat|up|down))\b"),
}
CARRIED = 12
"""Sentences over which a period once named still holds."""
MOVED_BY = {
    "ko": re.compile(r"\s?(?:포인트)?\s?(?:이상\s|가량\s|정도\s|넘게\s)?(?:올린|올렸|내린|내렸|인상|인하|상향|하향|증가|감소|상승|하락|급[증감등락]|오른|올[랐라]|떨어|줄|늘|높|낮)"),
    "en": re.compile(r"\bby\s(?:about\s|nearly\s|more than\s|at least\s)?$"),
}
"""Beside an amount: it is the amount of a move and not where it led."""
RAISED = re.compile(r"\b(raised|lifted|hiked|boosted|increased|upped)\b|\b(cut|lowered|trimmed|slashed|reduced|decreased)\b")
"""Before such an amount: which way it moved."""
KO_BESIDE = re.compile(r"\)?\s?(?:보다|대비|에\s?비해|에서\s)")
"""Behind a figure that the text's own is only set against: its period is not that of those that follow."""
KO_SINCE_IT = re.compile(r"(?:[은ㄴ선한간난운]|[가-힣]던)\s(?:지|이후|뒤|후)\s")
"""Behind a figure that a time is counted from: "2023년 11조원을 넘어선 지 1년 만에"."""
KO_THEN = re.compile(r"\s?(?:당시|그때|이때)\s")
LONG_OVER = 75
"""Days since a quarter of which nobody foretells anything: it is one of a company's own year."""
COMPARED_QUARTER = re.compile(r"대비|보다|컨센서스|예상치|전망치|추정치|기대치")
KO_FISCAL = re.compile(r"회계\s?연도|회기")
YEAR_THROUGH = re.compile(r"(?:the\s)?(?:12|twelve)[- ]months?\s(?:through|to|ended|ending)\b", re.IGNORECASE)
"""The year over which a price index is told to have risen: the statistic is that of its last month."""
MONTHLY = frozenset(("cpi_yoy", "ppi_yoy", "pce_yoy", "inflation", "unemployment_rate", "nonfarm_payrolls_change", "retail_sales_mom", "activity"))
"""Statistics that come out for a month."""
WHOLE_YEAR = re.compile(r"\b(?:[Ff]or the (?:full|whole|entire) (?:fiscal )?year|[Ff]or the (?:fiscal\s)?year(?= ended|,)|[Ff]ull[- ]year (?=(?:net |operating |adjusted )?(?:revenue|sales|profit|income|earnings|results|loss)))")
"""Before a reported figure: it is of the year that is over."""
IN_MONTH = re.compile(r"\s(?:in|for|during)\s(?:January|February|March|April|May|June|July|August|September|October|November|December|the month)\b(?!\s\d)")
"""Behind a figure of one month: "delivered 27 jets in January"."""
WEEKLY = frozenset(("jobless_claims", "inventories"))
OF_WEEK = re.compile(r"\b(?:week|weekly|EIA|Energy Information Administration|API|American Petroleum Institute)\b")
"""Statistics of a week, and the words by which stocks of oil are."""
PRINTS = frozenset(("trade", "sentiment_index", "trade_balance", "exports", "imports"))
"""Further ones whose growth is told on the month or on the year."""
SET_AGAINST = re.compile(r"\b(?:seen showing|(?:report|data|figures)\b[^.;]{0,40}\b(?:show|due|seen|expected)|consensus|than expected|\d%? expected|(?:increase|gain|rise|drop|decline|fall|growth|reading) (?:forecast|expected)|economists|polled|surveyed|forecasts? (?:of|for an?)|\d% forecast|estimates?|expectations)\b|예상치|전망치|컨센서스|시장\s?(?:예상|전망)", re.IGNORECASE)
"""What a month's print is set against."""
REPORTED_ITEMS = frozenset(("revenue", "eps", "loss_per_share", "operating_income", "net_income", "earnings", "net_loss", "gross_profit"))
CONSENSUS = re.compile(
    r"\b(?:versus|vs\.?|than|compared (?:with|to)|beating|topping|missing|above|below)\b(?:[^.;]|\.(?=\d)){0,40}\bexpected\b|consensus|predicted|forecasts? for|topping|beating|missing|analysts?\b|Street|estimates?|expectations|polled|surveyed|컨센서스|예상치|전망치|추정치|시장\s?예상|시장(?:에서|이)?\s?(?:예상|전망|기대)(?:했던|한)|월가", re.IGNORECASE
)


KO_YEARLY = re.compile(r"결산\s?배당|기말\s?배당|연간\s?배당")
"""A dividend of the year that is over."""
KO_ANNUAL = re.compile(r"(?:연간|회계\s?연도\s전체|한\s해\s전체)\s[^.,\n\d]{2,24}$|연간으로[는도]?\s[^.,\n]{0,24}$")
"""Before a figure of the whole year, whatever quarter was told of last."""
KO_NEXT_QUARTER = re.compile(r"다음\s?분기")
KO_RESULTS = re.compile(r"실적|성적표|분기\s?(?:매출|영업이익|순이익)")
"""In a text of results told, the next quarter is the one that is running."""
KO_NOW = re.compile(r"현재(?:는)?\s")


def window_of(
    frames: Frames, frame: Frame, fact: Fact, last: tuple[int, Window] | None
) -> tuple[Window | None, bool, tuple[int, Window] | None]:
    """The figure's period, whether the words name it, and what is remembered for the figures to come."""
    published = frames.article.published.date()

    def surely(window: Window) -> tuple[Window, bool, tuple[int, Window]]:
        """A period that the words name, for the figures to come too."""
        return window, True, (frame.sentence.index, window)

    day = fact.metric in OF_A_DAY or fact.family in ("share", "deal", "other")
    grains = periods.DAYS if day else periods.MONTHS if fact.family in ("macro", "forecast") else periods.LONG
    if fact.metric in ("target_price", "target_price_change", "target_upside"):
        grains = ISSUED
    elif fact.metric in WEEKLY:
        grains = periods.DAYS
    elif (fact.family == "fundamentals" and frames.lang == "ko" and not day and periods.monthly(frames, frame)) or (fact.family == "fundamentals" and frames.lang == "en" and not day and IN_MONTH.match(frames.text, frame.end)):
        grains = periods.MONTHS
    if fact.family in ("fundamentals", "forecast") and frames.lang == "en" and (ran := periods.trailing(frames, frame)) is not None:
        return ran, True, last
    if fact.metric == "target_upside":
        return Window(published, published), False, last
    m = periods.named(frames, frame, grains)
    if m is None and frames.lang == "ko" and fact.metric == "dividend_per_share" and KO_YEARLY.search(frames.text) is not None:
        return periods.usual("year", published), False, last
    if frames.lang == "ko" and fact.family == "fundamentals" and fact.metric in STOCKS and KO_NOW.search(frames.text, frame.clause[0], frame.start) is not None:
        return Window(published, published), True, last
    if frames.lang == "ko" and fact.family in SETTLED and (own := periods.ko_spans(frames, frame, fact.family)) is not None:
        return own, True, last
    if frames.lang == "ko" and fact.family == "share" and m is None and (listed := periods.on_listing(frames, frame)) is not None:
        return listed, True, last
    if m is not None and day and fact.family in SETTLED and periods.window_of(frames, m, frame).start > published:
        m = None
    base = periods.is_base(frames, frame)
    if frames.lang == "ko" and fact.family in ("fundamentals", "forecast") and not day and (annual := KO_ANNUAL.search(frames.text, max(frame.clause[0], frame.start - 36), frame.start)) is not None and (m is None or (m.end <= annual.start() and isinstance(m.value, When) and m.value.grain == "quarter")):
        return periods.year_of(last[1].end) if last is not None else periods.year_of(published, 0 if fact.family == "forecast" else 1), True, last
    if m is not None and FISCAL.search(frames.text, m.start, m.end) and "year" in frames.text[m.start : m.end].lower() and not periods.YEAR.search(frames.text, m.start, m.end):
        return surely(periods.year_of(published, 1))
    if m is not None and FISCAL.search(frames.text, m.start, m.end) and not periods.YEAR.search(frames.text, m.start, m.end):
        return surely(periods.quarter_of(published, 1))
    if m is None and fact.family == "fundamentals" and frames.lang == "en" and periods.THIS_QUARTER.search(frames.text, frame.clause[0], frame.start):
        return surely(periods.quarter_of(published, 1))
    if m is None and fact.family == "fundamentals" and frames.lang == "en" and WHOLE_YEAR.search(frames.text, max(frame.sentence.start, frame.start - 90), frame.start):
        return surely(periods.year_of(published, 1))
    if m is not None and frames.lang == "ko" and fact.family in ("fundamentals", "forecast") and (fiscal := _fiscal(frames, frame, fact, m)) is not None:
        return (fiscal, True, last) if fact.family == "forecast" else surely(fiscal)
    if m is not None and frames.lang == "ko" and fact.family == "forecast" and fact.metric in REPORTED_ITEMS and KO_NEXT_QUARTER.fullmatch(frames.text, m.start, m.end) and KO_RESULTS.search(frames.text) is not None:
        return periods.quarter_of(published), True, last
    if m is not None and fact.family == "fundamentals" and frames.lang == "en" and periods.THIS_QUARTER.fullmatch(frames.text, m.start, m.end):
        return surely(periods.quarter_of(published, 1))
    if m is not None and fact.metric in MONTHLY and YEAR_THROUGH.match(frames.text, m.start, m.end):
        return surely(periods.month_of(periods.window_of(frames, m, frame).end))
    if m is not None and frames.lang == "en" and fact.forecast and (ahead := periods.by_then(frames, m, frame)) is not None:
        return ahead, True, last
    if m is not None:
        window = periods.window_of(frames, m, frame, as_of=fact.family == "share" or fact.metric in OF_A_DAY, whole=_stands(frames, frame, fact) or (fact.metric == "stake" and frames.lang == "ko"))
        if frames.lang == "ko" and fact.metric in BALANCES and frames.text[m.start : m.end].endswith("말"):
            window = Window(window.end, window.end)
        if MONTH_BEFORE.search(frames.text, max(0, frame.start - 10), frame.start):
            named = m.end > frame.start - 10 and MONTH_BEFORE.match(frames.text, m.start, frame.start) is not None and not (last is not None and last[1] == window)
            return (window if named else periods.month_of(window.start, 1)), True, last
        if base and m.end <= frame.start:
            return periods.year_before(window), True, last
        if frames.lang == "ko" and fact.family == "fundamentals" and QUARTER_BEFORE.search(frames.text, max(0, frame.start - 12), frame.start):
            return periods.quarter_of(window.start if m.end < frame.start - 12 else periods.quarter_of(published, 1).start, 1), True, last
        kept = last if day or (frames.lang == "en" and fact.metric in STOCKS and isinstance(m.value, When) and m.value.grain == "year") or (frames.lang == "en" and fact.family == "fundamentals" and IN_MONTH.match(frames.text, frame.end)) or (isinstance(m.value, When) and (m.value.deixis == "stretch" or m.value.relation == "before")) or (window.end - published).days > STILL_RUNNING or (frames.lang == "ko" and (KO_BESIDE.match(frames.text, frame.end) or KO_SINCE_IT.search(frames.text, frame.start, min(frame.sentence.end, frame.end + 16)))) or FROM.search(frames.text, max(0, frame.start - 20), frame.start) or periods.BASE_OF.search(frames.text, max(0, frame.start - 40), frame.start) else (frame.sentence.index, window)
        return window, True, kept
    if day and frames.lang == "ko" and (then := _then(frames, frame)) is not None:
        return then, True, last
    if fact.family == "forecast" and fact.metric not in MONTHLY and FULL_YEAR.search(frames.text, max(frame.sentence.start, frame.start - 120), frame.start):
        return periods.year_of(published), False, last
    if fact.family == "forecast" and frames.lang == "en" and last is not None and last[0] == frame.sentence.index and FROM.search(frames.text, max(0, frame.start - 20), frame.start):
        return last[1], False, last
    if fact.family == "forecast" and last is not None and not (
        frame.sentence.index - last[0] <= 1 and fact.metric in REPORTED_ITEMS and _beside_results(frames, frame)
    ):
        last = None if frame.sentence.index - last[0] > 2 else last
    if fact.metric in MONTHLY and last is not None and (last[1].end - last[1].start).days > 31:
        last = None
    if not day and last is not None and frame.sentence.index - last[0] <= CARRIED:
        carried = periods.year_before(last[1]) if base else last[1]
        if frames.lang == "ko" and fact.family == "fundamentals" and QUARTER_BEFORE.search(frames.text, max(0, frame.start - 12), frame.start):
            return periods.quarter_of(carried.start, 1), True, last
        if fact.family == "macro" and MONTH_BEFORE.search(frames.text, max(0, frame.start - 10), frame.start):
            return periods.month_of(carried.start, 1), True, last
        return (Window(carried.end, carried.end) if _stands(frames, frame, fact) and (frames.lang == "ko" or fact.metric in COUNTED) else carried), False, last
    unnamed = periods.week_before(published) if fact.metric == "jobless_claims" or (fact.metric in WEEKLY and OF_WEEK.search(frames.text, frame.sentence.start, frame.sentence.end)) else periods.usual("day" if day else usual(frames, frame, fact), published)
    if _stands(frames, frame, fact):
        unnamed = Window(end := periods.quarter_of(published, 1).end, end)
    if base and unnamed is not None:
        unnamed = periods.year_before(unnamed)
    return unnamed, False, last


def _stands(frames: Frames, frame: Frame, fact: Fact) -> bool:
    """Whether a figure is told as of the end of a period; the growth of one, or by how much it grew, is of the period."""
    if fact.metric not in STOCKS:
        return False
    return frames.lang == "ko" or not (frame.unit == "percent" or MOVED_BY["en"].search(frames.text, max(0, frame.start - 20), frame.start))


def _then(frames: Frames, frame: Frame) -> Window | None:
    """The time that the sentence before names, where a sentence begins with "당시", and the day that "같은 날" is."""
    s = frame.sentence
    if (same := frames.clock.same_day(s, frame.start)) is not None:
        return periods.window_of(frames, same, frame)
    if not s.index or KO_THEN.match(frames.text, s.start) is None:
        return None
    dates = frames.dates_in(frames.sentences[s.index - 1])
    named = next((d for d in reversed(dates) if isinstance(d.value, When) and d.value.start is not None), None)
    return periods.window_of(frames, named, frame) if named is not None else None


def _fiscal(frames: Frames, frame: Frame, fact: Fact, m: Mention) -> Window | None:
    """The calendar quarter of a Korean text's fiscal quarter: reported, the last one over; foretold, the one under way.

    A quarter without its year that is told as done though the calendar's own is not over is a fiscal one as well.
    """
    when, published = m.value, frames.article.published.date()
    if not isinstance(when, When) or when.grain != "quarter" or when.end is None:
        return None
    named = KO_FISCAL.search(frames.text, m.start, min(len(frames.text), m.end + 8)) is not None
    if fact.family == "forecast" and when.end is not None and (published - when.end).days > LONG_OVER and not periods.YEAR.search(frames.text, m.start, m.end) and not COMPARED_QUARTER.search(frames.text, m.end, frame.start):
        return periods.quarter_of(published, 0)
    done = TOLD_AS_DONE["ko"].search(frames.text, frame.end, frame.sentence.end) is not None
    if not (named or (done and fact.family == "fundamentals" and when.end > published and not periods.YEAR.search(frames.text, m.start, m.end))):
        return None
    return periods.quarter_of(published, 1 if fact.family == "fundamentals" or done else 0)


def usual(frames: Frames, frame: Frame, fact: Fact) -> periods.Usual:
    """The period of a figure that no word dates: what was expected of results is of the quarter they report."""
    if fact.family == "forecast" and fact.metric in REPORTED_ITEMS and _beside_results(frames, frame):
        return "quarter"
    if fact.family == "forecast" and fact.metric == "consensus":
        return "quarter"
    if fact.family == "forecast" and (fact.metric in MONTHLY or fact.metric in PRINTS) and SET_AGAINST.search(frames.text, frame.sentence.start, frame.sentence.end):
        return "month"
    return USUAL[fact.family]


def _beside_results(frames: Frames, frame: Frame) -> bool:
    """Whether the expectation is that of analysts for results that are out."""
    return CONSENSUS.search(frames.text, frame.sentence.start, frame.sentence.end) is not None
