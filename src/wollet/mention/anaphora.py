"""Stand-ins for what was just named: "the chipmaker", "the company", 동사, 이 회사, the benchmark index, the policy rate.

A stand-in is read only where one antecedent is clear: the only fitting name of its sentence before it, else the only
or the leading fitting name of the nearest sentence before that has one.
"""

from __future__ import annotations

from bisect import bisect_left

from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.model.article import Lang
from wollet.model.mention import Mention, Name
from wollet.reference import instruments, organisations

REACH = 420
_TECH = ("Technology", "Information Technology")
_TRADES: dict[str, tuple[str, ...]] = {
    "chip": _TECH, "반도체": _TECH, "chipmaker": _TECH, "software": _TECH, "iphone": _TECH,
    "carmaker": ("Consumer Discretionary", "Industrials", "Consumer Durables"),
    "automaker": ("Consumer Discretionary", "Industrials", "Consumer Durables"),
    "retailer": ("Consumer Discretionary", "Consumer Staples"), "bank": ("Finance", "Financials"), "lender": ("Finance", "Financials"),
    "drugmaker": ("Health Care",), "airline": ("Consumer Discretionary", "Industrials"), "insurer": ("Finance", "Financials"),
    "homebuilder": ("Consumer Discretionary", "Real Estate"), "oil major": ("Energy",), "streaming": ("Communication Services", "Consumer Discretionary"),
}  # fmt: skip
EN_COMPANY = re.compile(
    r"[Tt]he (?<!\w[Tt]he )(?:(?:tech|technology|social media|e-commerce|chip|retail|search|software|streaming|pharmaceutical|electric vehicle|EV|electric-vehicle|oil|crypto|AI|"
    r"semiconductor|drug|iPhone|Facebook|world's largest|memory|cloud|video game|ride-hailing)\s(?:giant|company|maker|firm|conglomerate|platform|titan|parent|owner|stock)"
    r"|company|chipmaker|carmaker|automaker|retailer|drugmaker|airline|insurer|homebuilder|lender|conglomerate|stock|e-commerce company|startup)(?![A-Za-z-])"
)
EN_NOT_IT = re.compile(r" (?:markets?|exchange|index|indexes|indices|picks?|futures|of|he|she|they|that|which|car)\b|-")
_HOUSE = re.compile(r"(?:'s|')? (?:(?:double )?downgrade|upgrade|analysts?|strategists?|economists?|said in a note|raised its|initiated|price target|maintained)|\s?(?:애널리스트|연구원|리서치)|은 목표주가")
GRADES = re.compile(r"(?:\s(?:Ratings|Investors Service|Global Ratings))?\s(?:has\s|have\s|also\s|on\s\w+\s)?(?:cut|lower(?:ed|s)|rais(?:ed|es)|downgrad(?:ed|es)|upgrad(?:ed|es)|affirm(?:ed|s)|slash(?:ed|es)|initiat(?:ed|es)|reiterat(?:ed|es)|trimm(?:ed|s)|lift(?:ed|s)|start(?:ed|s))\b[^.;]{0,80}\b(?:rating|ratings|outlook|target|coverage|to (?:junk|buy|sell|hold|neutral|overweight|underweight|outperform))\b")
"""Behind a house that only grades another company."""
KO_COMPANY = re.compile(r"(?<![가-힣])(?:동사(?=[는은의가도 ])|(?:이|해당|같은) (?:회사|기업|업체|종목)(?=[는은의가이도 ])|회사\s?측(?=[은이의도 ])|동 회사)")
EN_INDEX = re.compile(r"[Tt]he (?<!\w[Tt]he )(?:benchmark|broader|blue-chip|tech-heavy|main|broad)(?: stock)? (?:index|gauge|average)(?![A-Za-z-])")
KO_INDEX = re.compile(r"(?<![가-힣])(?:이|해당|같은) 지수(?=[는은의가이도 ])")
KO_RATE = re.compile(r"(?<![가-힣])(?:기준\s?금리|정책\s?금리(?!에 민감)|금리(?=\s?(?:인하|인상|동결|결정|목표)))")
EN_RATE = re.compile(r"(?<=[ -])rates?(?![A-Za-z-])")
_EN_RATE_BEFORE = re.compile(r"\b(?:(?:benchmark|key|policy|main|short-term|overnight)(?: interest| lending| policy)?|(?:slash|cut|raise|raised|hold|keep|lower)(?: interest)?|interest) $")
_EN_RATE_AFTER = re.compile(r" (?:cuts?|hikes?|decision|increases?|target|path)\b")
_BY = re.compile(r"(?: \w+)? by (?:the )?")
_VERBS = frozenset("slash cut raise raised hold keep lower".split())
_STOP = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z가-힣\"'“‘(\[$\d])|[다요][.!?]\s*|\n+")


def find(text: str, level: str, lang: Lang, found: list[Mention]) -> list[Mention]:
    """Stand-ins with the ids of what they stand for, in order."""
    stops: list[int] = []
    priced = [m for m in found if m.kind == "instrument" and isinstance(m.value, Name)]
    companies = [m for m in priced if _kind(m) == "stock" and not _HOUSE.match(level, m.end) and not GRADES.match(level, m.end)]
    indices = [m for m in priced if _kind(m) == "index"]
    out: list[Mention] = []
    ko = lang == "ko"
    if companies:
        for m in (KO_COMPANY if ko else EN_COMPANY).finditer(level):
            if ko or not EN_NOT_IT.match(level, m.end()):
                stops = stops or _stops(text)
                _add(out, m.start(), m.end(), _antecedent(m.start(), companies, stops, _trade(m[0])), "company named before")
    if indices:
        for m in (KO_INDEX if ko else EN_INDEX).finditer(level):
            stops = stops or _stops(text)
            _add(out, m.start(), m.end(), _antecedent(m.start(), indices, stops, ()), "index named before")
    return sorted(out, key=lambda m: m.start)


def _stops(text: str) -> list[int]:
    """Where the sentences of a text begin, and its end."""
    return [0, *(m.end() for m in _STOP.finditer(text)), len(text)]


def _kind(m: Mention) -> str | None:
    known = instruments.get(m.value.ids[0]) if isinstance(m.value, Name) and m.value.ids else None
    return known.kind if known is not None else None


def _trade(words: str) -> tuple[str, ...]:
    """Sectors that a word such as "chipmaker" allows; empty where any company will do."""
    lower = words.lower()
    return next((sectors for word, sectors in _TRADES.items() if word in lower), ())


def _add(out: list[Mention], start: int, end: int, antecedent: Mention | None, rule: str) -> None:
    if antecedent is not None and isinstance(antecedent.value, Name):
        v = antecedent.value
        out.append(Mention(start, end, "instrument", Name(name=v.name, ids=v.ids, symbol=v.symbol, anaphor=True), rule, (antecedent,)))


def _antecedent(at: int, named: list[Mention], stops: list[int], sectors: tuple[str, ...]) -> Mention | None:
    """The one clear antecedent before a place, or None."""
    hi = bisect_left(named, at, key=lambda m: m.start)
    s = bisect_left(stops, at + 1) - 1
    for back in range(4):
        i = s - back
        if i < 0 or at - stops[i] > REACH + 200 * (back == 0):
            return None
        lo = bisect_left(named, stops[i], key=lambda m: m.start)
        here = [m for m in named[lo:hi] if _fits(m, sectors)]
        hi = lo
        if not here:
            continue
        companies = {_company(m) for m in here}
        if len(companies) == 1:
            return here[0]
        lead = here[0]
        return lead if back and lead.start - stops[i] <= 12 else None
    return None


def _company(m: Mention) -> str:
    id = m.value.ids[0] if isinstance(m.value, Name) else ""
    known = instruments.get(id)
    return known.company or id if known is not None else id


def _fits(m: Mention, sectors: tuple[str, ...]) -> bool:
    """Whether a company may be in one of the sectors; where the reference names none it may."""
    if not sectors or not isinstance(m.value, Name):
        return True
    known = instruments.get(m.value.ids[0])
    return known is None or known.sector is None or known.sector in sectors


def policy_rates(level: str, lang: Lang, found: list[Mention]) -> list[Mention]:
    """Policy rates by the central bank that is spoken of: the last one named before, or the only one of the text."""
    by_rate = organisations.by_rate()
    banks = [(m.start, by_rate[m.value.name]) for m in found if m.kind == "organisation" and isinstance(m.value, Name) and m.value.name in by_rate]
    if not banks:
        return []
    starts = [a for a, _ in banks]
    only = banks[0][1] if len({r for _, r in banks}) == 1 else None
    out: list[Mention] = []
    for start, end in [m.span() for m in KO_RATE.finditer(level)] if lang == "ko" else _english_rates(level):
        i = bisect_left(starts, start) - 1
        by = _BY.match(level, end)
        if by and i + 1 < len(starts) and starts[i + 1] <= by.end():
            i += 1
        id = only or (banks[i][1] if i >= 0 and abs(start - starts[i]) <= 160 else None)
        known = instruments.get(id) if id else None
        if known is not None:
            name = known.name_ko or known.name_en if lang == "ko" else known.name_en
            out.append(Mention(start, end, "instrument", Name(name=name, ids=(known.id,), symbol=known.symbol), "policy rate of a bank"))
    return out


def _english_rates(level: str) -> list[tuple[int, int]]:
    """Where a policy rate is spoken of: "the benchmark rate", "cut rates", "a rate decision"."""
    out = []
    for m in EN_RATE.finditer(level):
        before = _EN_RATE_BEFORE.search(level, m.start() - 28, m.start())
        if before is not None:
            first = before[0].split()[0]
            out.append((before.start() + (len(first) + 1 if first in _VERBS else 0), m.end()))
        elif _EN_RATE_AFTER.match(level, m.end()):
            out.append(m.span())
    return out


EXAMPLES = (
    reads("en", "instrument", {"symbol": "NVDA", "anaphor": True}, "Nvidia rose 2%. {The chipmaker} reports next week."),
    reads("en", "instrument", {"symbol": "F", "anaphor": True}, "Ford Motor fell. {The company} cut its outlook."),
    reads("en", "instrument", {"symbol": "SPX", "anaphor": True}, "The S&P 500 rose 1%. {The benchmark index} is up 8% this year."),
    reads("en", "instrument", {"symbol": "FEDFUNDS"}, "The Fed left its {benchmark rate} unchanged."),
    reads("en", "instrument", {"symbol": "RBA_CASH"}, "The Fed paused. Traders see {interest rate} rises by the Reserve Bank of Australia. The ECB waits."),
    ignores("en", "instrument", "Moody's cut Unheard Bancorp's rating to junk. {The lender} fell."),
    ignores("en", "instrument", "{The company} cut its outlook.", "Nvidia rose. {The stock market} fell.", "The {benchmark rate} is unchanged."),
    ignores("en", "instrument", "Shares of Nvidia and Tesla rose, and {the company} reports next week."),
    reads("ko", "instrument", {"symbol": "005930", "anaphor": True}, "삼성전자가 1% 올랐다. {이 회사}는 실적을 발표했다.", "삼성전자가 올랐다. {동사}의 매출은 늘었다."),
    reads("ko", "instrument", {"symbol": "BOK_BASE"}, "한국은행이 {기준금리}를 동결했다."),
    ignores("ko", "instrument", "{이 회사}는 실적을 발표했다.", "{기준금리}가 동결됐다.", "이 {동사}무소는 문을 닫았다"),
)
