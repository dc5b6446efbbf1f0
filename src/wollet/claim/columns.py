"""What a column of a table or the key of a listed figure measures, by the words that head it in Korean and English.

`meaning("등락률")` is a move in percent, `meaning("1W")` a return over a week, `meaning("Close")` a level, `meaning("EPS")`
a reported figure, `meaning("5일 전")` a level of five days ago.  A heading that names nothing measured is None.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Literal

import msgspec

from wollet.claim.stretches import Horizon, Unit
from wollet.mention import unhurried as re

Kind = Literal["label", "level", "move", "amount", "apart", "fact", "other", "date", "word"]


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """What a column holds.

    `kind`: "label" names the row; "level" a price or state; "move" a change in percent; "amount" a change in the subject's
    own unit (`signed`: only where its figures have signs or are percentages); "apart" a return against another's or against an own cost; "fact" what `family`/`metric` say; "other" a
    score, a rank, a weight (`metric`); "date"; "word" is text.  `horizon` is the stretch of a move, None for one session;
    `ago` how far back a level lies; `unit`/`scale` the money that the heading gives for the column.
    """

    kind: Kind
    metric: str = ""
    family: str = ""
    horizon: Horizon | None = None
    ago: Horizon | None = None
    basis: str | None = None
    unit: str = ""
    scale: Decimal = Decimal(1)
    signed: bool = False


_NOISE = re.compile(r"[*_`~<>#\[\]]|[^\w\s%()/&.,:+\-|^$₩€£¥·]")
_UNIT = re.compile(
    r"[(\[,]?\s?(?:단위\s?[:：]?\s?)?(?P<scale>십억|백만|천만|[천만억조]|thousands?|millions?|billions?|mn|bn|[MB](?=\W|$))?\s?(?P<unit>원|달러|엔|유로|KRW|USD|US\$|EUR|JPY|₩|\$|€|¥|won|dollars?|bps?|%p|%|pts?|포인트|points?|주)\s?(?P<behind>[MB]|mn|bn|millions?|billions?)?\s?[)\]]?$",
    re.IGNORECASE,
)
_SCALES = {
    "천": 10**3, "만": 10**4, "백만": 10**6, "천만": 10**7, "억": 10**8, "십억": 10**9, "조": 10**12, "thousand": 10**3, "million": 10**6,
    "billion": 10**9, "mn": 10**6, "bn": 10**9, "m": 10**6, "b": 10**9,
}  # fmt: skip
_UNITS = {
    "원": "KRW", "krw": "KRW", "₩": "KRW", "won": "KRW", "달러": "USD", "usd": "USD", "us$": "USD", "$": "USD", "dollar": "USD", "엔": "JPY",
    "jpy": "JPY", "¥": "JPY", "유로": "EUR", "eur": "EUR", "€": "EUR", "bp": "bp", "%p": "percentage_point", "%": "percent", "pt": "points",
    "포인트": "points", "point": "points", "주": "shares",
}  # fmt: skip
_STRETCH = re.compile(
    r"(?<![A-Za-z\d.])(?<!월)(?<!월 )(?P<n>\d{1,3})\s?[- ]?(?P<unit>거래일|영업일|일(?!\s?(?:현지|기준|종가|마감|새벽|오전|오후|장\s))|주일?|개월|달|년|trading days?|sessions?|days?|weeks?|months?|mos?|years?|yrs?|[DWMYdwmy])(?![A-Za-z])"
    r"|(?P<ytd>\bYTD\b|year[- ]to[- ]date|연초\s?(?:대비|이후)|(?:전년|작년|지난해)\s?말\s?대비|올해|연중|\bthis year\b)|(?P<mtd>\bMTD\b|month[- ]to[- ]date|\bthis month\b|월초\s?(?:대비|이후)|이달|이번\s?달|당월|(?:전월|지난달)\s?말\s?대비)"
    r"|(?P<wtd>\bWTD\b|week[- ]to[- ]date|this week|이번\s?주|금주|(?:전주|지난주)\s?말?\s?대비)"
    r"|(?P<last_week>(?:last|prior|previous) week|(?:지난|저번)\s?주(?!\s?(?:말|대비|보다))|전주(?!\s?(?:말|대비|보다)))|(?P<last_month>(?:last|prior|previous) month|(?:지난|저번)\s?달(?!\s?(?:말|대비|보다))|전월(?!\s?(?:말|대비|보다|비)))"
    r"|(?P<week>주간|한\s?주(?:간|동안)?(?!당)|weekly|past week|(?<!\d )(?<!\d)(?<!last )\bweeks?\b(?! (?:of|ending|ended)))|(?P<month>월간|monthly|past month|^\s*month\s*$)|(?P<year>연간|annual|12개월|past year)|(?P<qtd>\bQTD\b|quarter[- ]to[- ]date|this quarter|이번\s?분기)",
    re.IGNORECASE,
)
_UNIT_NAMES: tuple[tuple[str, Unit], ...] = (
    ("거래일", "session"), ("영업일", "session"), ("trading", "session"), ("session", "session"), ("일", "day"), ("day", "day"), ("주", "week"), ("week", "week"),
    ("개월", "month"), ("달", "month"), ("mo", "month"), ("년", "year"), ("year", "year"), ("yr", "year"), ("d", "day"), ("w", "week"), ("m", "month"), ("y", "year"),
)  # fmt: skip
_AGO = re.compile(r"\s?(?:전(?!\s?대비)|ago\b|earlier\b|prior\b)", re.IGNORECASE)
_AGAINST = r"초과\s?수익|상대\s?(?:강도|수익)|excess|relative|\balpha\b|outperformance|vs\.?\s(?:the\s)?(?:S&P|index|benchmark|market|KOSPI|코스피)|시장\s?대비|지수\s?대비|고점\s?대비|저점\s?대비|drawdown|from (?:high|low|peak)|평단\s?대비|상관|correlation|괴리율|베타|beta|weighted"
_ROWS: tuple[tuple[str, Column], ...] = (
    (r"(?:52주\s?)?(?:사상|역대|연중)\s?최[고저]가?|최[고저]가?|all[- ]time (?:high|low)|\bAT[HL]\b|历史高点", Column(kind="other", metric="record_level")),
    (r"P/?E(?:R| ratio)?|P/?B(?:R)?|P/?S(?:R)?|EV/EBITDA|ROE|ROA|ROIC|PEG|유동\s?비율|부채\s?비율|(?:trailing|forward) P/?ER?", Column(kind="other", metric="valuation_ratio")),
    (rf"{_AGAINST}", Column(kind="apart", metric="excess_return")),
    (r"52[- ]?w(?:ee)?k\s?(?:trading\s)?range|52주\s?(?:변동\s?폭|등락\s?범위|범위|레인지|고저)", Column(kind="other", metric="range")),
    (r"(?:day['’]?s?|daily|intraday|session|trading|일중|장중|일간)\s?(?:trading\s)?(?:range|변동\s?폭|등락\s?범위|범위|레인지|고저)|^\s*range\s*$", Column(kind="level", metric="range", basis="low")),
    (r"시가\s?총액|시총|market\s?cap(?:itali[sz]ation)?|mkt\.?\s?cap|market value", Column(kind="fact", family="market_cap", metric="market_cap")),
    (r"목표\s?(?:주가|가)|(?:price\s)?target|target price|\bTP\b", Column(kind="fact", family="forecast", metric="target_price")),
    (r"영업\s?이익률|operating margin", Column(kind="fact", family="fundamentals", metric="operating_margin")),
    (r"배당\s?수익률|dividend yield|yield on cost", Column(kind="fact", family="fundamentals", metric="dividend_yield")),
    (r"영업\s?이익|operating (?:income|profit)", Column(kind="fact", family="fundamentals", metric="operating_income")),
    (r"(?:당기)?\s?순이익|net (?:income|profit|earnings)", Column(kind="fact", family="fundamentals", metric="net_income")),
    (r"주당\s?순이익|\bEPS\b|earnings per share", Column(kind="fact", family="fundamentals", metric="eps")),
    (r"매출(?:액)?|revenues?|net sales|\bsales\b", Column(kind="fact", family="fundamentals", metric="revenue")),
    (r"거래\s?대금|turnover|trading value", Column(kind="fact", family="flow", metric="turnover")),
    (r"거래량|volume", Column(kind="fact", family="flow", metric="volume")),
    (r"순\s?매수(?:액|량)?|순\s?매도(?:액|량)?|net (?:buy|purchase|sell)\w*", Column(kind="fact", family="flow", metric="net_buying")),
    (r"컨센서스|예상(?:치)?|전망(?:치)?|추정(?:치)?|consensus|forecast|estimates?|expected|\best\.?", Column(kind="fact", family="forecast", metric="consensus")),
    (r"이전(?:치)?|직전(?:치)?|prev(?:ious)?\.?|prior|actual|실제(?:치)?|발표(?:치)?|결과", Column(kind="other", metric="reading")),
    (r"평균?\s?(?:단가|매입가)|평단가?|매입가|매수가|손절가?|익절가?|(?:average|avg\.?) (?:cost|price)|cost basis|stop[- ]loss|entry|적정가|추정가|fair value", Column(kind="other", metric="own_price")),
    (r"support|resistance|지지선?|저항선?", Column(kind="other", metric="chart_level")),
    (r"보유\s?(?:주식\s?)?(?:수|수량)|수량|quantity|\bqty\b|shares(?: held| owned)?|units", Column(kind="other", metric="holding")),
    (r"비중|보유\s?비율|weight(?:ing)?|allocation|占比", Column(kind="other", metric="weight")),
    (r"(?:당일\s?)?순위|\brank(?:ing)?\b|排名", Column(kind="other", metric="rank")),
    (r"점수|평점|만점|score|rating|\bRSI\b|신뢰도|confidence", Column(kind="other", metric="score")),
    (r"(?:상승|하락|보합|상한|하한)\s?(?:종목)?\s?수?|advanc(?:ers|ing)|declin(?:ers|ing)|unchanged|上涨|下跌|平盘", Column(kind="other", metric="breadth")),
    (r"(?:전일|전날|전\s?거래일)\s?(?:종가|가격|가)|^\s*전일\s*$|기준가|yesterdays? clos(?:e|ing)(?: price| level)?|어제\s?종가|(?:prev(?:ious)?\.?|prior)\s?(?:clos(?:e|ing)|yield|rate|price|level)(?: price| level)?", Column(kind="level", ago=Horizon("session", 1))),
    (r"(?:일|현재|당일|전일\s?대비|전일비)?\s?(?:등락|변동|변화|상승|하락|수익|증감)\s?[률율](?:\s?\(%\))?|[%％]\s?(?:chg|change|chng|move|[Δ△])|(?:day|daily|일간|당일)\s?\(?[%％]\)?|(?:day|daily|1d)?\s?(?:chg|change|move|gain|return|performance)\.?\s?(?:\(%\)|[%％]|percent|pct)|pct\.? (?:change|chg)|percent(?:age)? change|(?:chg|change)\s?rate|[Δ△]\s?\(?[%％]\)?|^\s*(?:[%％]|pct|percent)\s*$|daily (?:return|performance)|(?:전일\s?)?대비\s?\(?[%％]\)?|单日|涨跌幅|当日", Column(kind="move")),
    (r"수익률|returns?|performance|perf\.?|gain/loss", Column(kind="move")),
    (r"등락\s?폭?|변동\s?폭?|변화|전일\s?대비|전일\s?[비比]|전\s?거래일\s?대비|어제\s?대비|vs\.? (?:yesterday|(?:prev(?:ious)?|prior)\.?(?: day| close)?)|대비|증감|(?:net |day |daily |point )?(?:change|chg)\.?|points?|\bpts?\b|^\s*net\s*$|Δ|涨跌", Column(kind="amount")),
    (r"(?:days? |daily )?move|^\s*(?:day|daily|일간|당일|todays?|DoD|D/D|24\s?h(?:rs?|ours?)?)\s*$", Column(kind="amount", signed=True)),
    (r"시가|개장가?|open(?:ing)?(?: price)?", Column(kind="level", basis="open")),
    (r"(?:일중\s?|장중\s?)?(?:고가|(?<=중 )고점)|(?:days? |intraday |session )?high", Column(kind="level", basis="high")),
    (r"(?:일중\s?|장중\s?)?(?:저가|(?<=중 )저점)|(?:days? |intraday |session )?low", Column(kind="level", basis="low")),
    (r"(?:현물\s?)?종가|마감(?:가|\s?지수)?|settle(?:ment|d)?(?: price)?|정산가|(?:todays )?clos(?:e|ing)(?: price| level| value)?|收盘价?", Column(kind="level", basis="close")),
    (r"현재\s?(?:가|치|지수)?|주가|가격|시세|지수|수치|값|환율|금리|레벨|(?:current |last |latest |spot |share |stock )?(?:price|level|value|quote|yield|rate)|last(?: trade)?|now|현재|current|latest|现价|最新价?|点位", Column(kind="level")),
    (r"날짜|일자|일시|발표일|시각|시간|date|time|when", Column(kind="date")),
    (r"항목|종목(?:명|코드)?|구분|지표|섹터|업종|자산(?:군)?|통화(?:쌍)?|기업(?:명)?|회사|상품|시장|국가|근거|투자자|이름|코드|티커|instruments?|index|indices|names?|tickers?|symbols?|assets?(?: class)?|sectors?|compan(?:y|ies)|stocks?|securit(?:y|ies)|pairs?|currenc(?:y|ies)|metrics?|indicators?|items?|markets?|commodit(?:y|ies)|etfs?|funds?|futures|contracts?|region|country|category|holdings?|benchmarks?|지수명", Column(kind="label")),
)  # fmt: skip
_PATTERNS = tuple((re.compile(rf"(?:{p})", re.IGNORECASE), c) for p, c in _ROWS)
_FILL = re.compile(
    r"[\s()/:：.,·+\-]|(?:the|of|in|for|as|at|기준|당일|오늘|today|원|달러|usd|krw|일간|평균|최근|지난|past|기간|daily|days?|하루|avg|전일|전년|동기|분기|직전|현재|연간|20\d\d|Q[1-4]|\d분기|총|성적표?|성과|score|누적|cumulative|total|현지|장중|장\s?마감|et|kst|pts?)(?![A-Za-z])", re.IGNORECASE
)
IDENTIFIER = re.compile(r"(?<=[A-Za-z\d])_(?=[A-Za-z\d])|(?<=[a-z])(?=[A-Z][a-z])")
"""Where a key as programs write it parts its words: "prev_close", "changePercent"."""
_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_DAYS = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "열흘": 10}
_SPELLED = re.compile(rf"\b(?P<en>{'|'.join(_NUMBERS)})[- ](?=(?:trading[- ])?(?:day|session|week|month)s?\b)|(?P<ko>{'|'.join(_DAYS)})(?=\s?(?:간|누적|동안|수익|등락|합산|합계))", re.IGNORECASE)
PERCENT = re.compile(r"[%％]|\bpercent(?:age)?\b|\bpct\b", re.IGNORECASE)
CODED = re.compile(r"[A-Z\d\s-]+|.*(?:대비|이후)")
"""A stretch that can only be one of a move, where words may as well head what things stood at: "YTD" and "this week"."""
DATED = re.compile(
    r"[월화수목금토일]요일|\d{1,2}월\s?\d{1,2}일|(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])|20\d\d[-./]\d{1,2}[-./]\d{1,2}"
    r"|\b(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b['’]?s?\.?|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\b",
    re.IGNORECASE,
)
"""A day that a heading names beside what its column measures: "Friday close", "9월 5일 종가"."""

OF_A_DAY = Column(kind="move", signed=True)
"""What a column headed by a day alone holds: "Mon 4/28", "수(9/4)"."""


def dated(heading: str) -> bool:
    """Whether a heading is a day and no more."""
    return DATED.search(heading) is not None and not re.sub(r"[\s()./]|[월화수목금토일](?=\()|(?<=\()[월화수목금토일](?=\))", "", DATED.sub("", heading))


def stretched(heading: str) -> bool:
    """Whether a heading is a stretch of time, one session too, and no more."""
    return _STRETCH.search(heading) is not None and not _FILL.sub("", _STRETCH.sub("", heading)).strip()


def spelled(text: str) -> str:
    """A heading with its small numbers of days in digits: "Two-day total" as "2-day total", "이틀 누적" as "2일 누적"."""
    return _SPELLED.sub(lambda m: f"{_NUMBERS[m['en'].lower()]}{m[0][len(m['en']) :]}" if m["en"] else f"{_DAYS[m['ko']]}일", text)


def stretch(text: str) -> Horizon | None:
    """The stretch of time that words of a heading name ("1개월", "5D", "YTD"), None for one session or none."""
    text = spelled(text)
    m = _STRETCH.search(text)
    if m is None:
        return None
    m = next((x for x in _STRETCH.finditer(text) if x["ytd"] or x["mtd"] or x["wtd"] or x["qtd"]), m)
    for name in ("ytd", "mtd", "wtd", "qtd", "last_week", "last_month"):
        if m[name]:
            return Horizon(name)
    for name in ("week", "month", "year"):
        if m[name]:
            return Horizon(name)  # type: ignore[arg-type]
    n, word = int(m["n"]), m["unit"].lower()
    unit = next(u for key, u in _UNIT_NAMES if word.startswith(key))
    return None if n == 0 or (n == 1 and unit in ("day", "session")) else Horizon(unit, n)


@lru_cache(maxsize=4096)
def meaning(heading: str) -> Column | None:
    """What the words that head a column, or that are the key of a figure, say it measures."""
    text = DATED.sub(" ", _NOISE.sub("", IDENTIFIER.sub(" ", heading) if " " not in heading.strip() else spelled(heading))).strip(" \t:：·|-")
    if not text or len(text) > 40:
        return None
    unit, scale = "", Decimal(1)
    if (u := _UNIT.search(text)) is not None and (u.start() or u.end() == len(text)):
        unit = _UNITS.get(u["unit"].lower().rstrip("s"), "")
        scale = Decimal(_SCALES.get((u["scale"] or u["behind"] or "").lower().rstrip("s"), 1))
    h, dated = stretch(text), _STRETCH.search(text)
    if u is not None and dated is not None and dated.start() < u.end() and u.start() < dated.end():
        u, unit, scale = None, "", Decimal(1)
    if dated is not None and _AGO.match(text, dated.end()):
        return Column(kind="level", ago=h or Horizon("session", 1), unit=unit, scale=scale)
    bare = text[: u.start()].strip() if u is not None and u.start() and unit not in ("percent",) else text
    rest = re.sub(r"\s+", " ", _STRETCH.sub(" ", bare)).strip() if h is not None or dated is not None else bare
    for pattern, column in _PATTERNS:
        if (m := pattern.search(rest)) is None:
            continue
        headed = column.metric in ("score", "rank", "weight") and m.end() == len(rest)
        if not headed and _FILL.sub("", pattern.sub(" ", rest)).strip():
            continue
        if column.kind == "level" and h is not None:
            if column.basis in ("high", "low"):
                return Column(kind="other", metric="record_level")
            if h.unit == "last_week":
                return msgspec.structs.replace(column, ago=h, unit=unit, scale=scale) if column.ago is None else None
            return msgspec.structs.replace(column, unit=unit, scale=scale) if h.unit in ("wtd", "mtd", "ytd", "week") and column.basis == "close" and column.ago is None else None
        if column.kind == "amount" and (unit == "percent" or (dated is not None and not unit)):
            column = Column(kind="move")
        return msgspec.structs.replace(column, horizon=h if column.kind in ("move", "amount", "apart") else None, unit=unit, scale=scale)
    if dated is not None and not _FILL.sub("", PERCENT.sub("", rest)).strip():
        return Column(kind="move", horizon=h, unit=unit, scale=scale, signed=unit != "percent" and PERCENT.search(rest) is None and not CODED.fullmatch(dated[0]))
    return None
