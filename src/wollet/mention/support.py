"""Whether the words around an ambiguous name show that a priced thing is meant: "Target", "기아", "대상"."""

from __future__ import annotations

from wollet.mention import unhurried as re
from wollet.mention.edges import PARTICLE

EN_VERB = (
    r"(?:said|says|reported|reports|posted|posts|rose|rises|fell|falls|gained|gains|lost|loses|jumped|jumps|surged|surges|dropped|drops|"
    r"slid|slides|slipped|sank|sinks|climbed|climbs|soared|soars|tumbled|tumbles|plunged|plunges|rallied|rallies|added|shed|beat|beats|"
    r"missed|misses|announced|announces|unveiled|unveils|launched|launches|plans|expects|forecast|forecasts|raised|raises|cut|cuts|"
    r"closed|ended|finished|traded|declined|advanced|edged|is|was|has|had|will|would|could|also|agreed|sold|sells|bought|buys|acquired|"
    r"hit|hits|reached|extended|extends|swung|headed|recovered|firmed|inched|ticked|touched|overtook|trades|makes|made|named|warned|told|confirmed|declared|retreated|rebounded|popped|dipped|stock|shares?)"
)
EN_AFTER = re.compile(
    rf"'s\b|'\s|,?\s?\((?:NASDAQ|Nasdaq|NYSE|[+\-−]?\d)|,?\s(?:Inc|Corp|Co|Ltd|PLC|plc|Holdings?|Group|Technologies|Platforms)\b|\s(?:shares?|stock|CEO|CFO|investors?|options|earnings)\b|\s{EN_VERB}\b"
    r"|,\s(?:by contrast|in contrast|meanwhile|however|for (?:its|his|their) part|in turn|too|on the other hand|instead|though|up|down|off|ahead)\b|\?\s(?:[Uu]p|[Dd]own|It|They|The (?:stock|shares))\b|,\s(?:the|which|whose|a|an)\s|\s?[—–-]\s|\s?[*_]*[:：|]?[*_]*\s?[*_]*(?:[▲▼△▽↑↓]\s?[+\-−]?|[+\-−])\d[\d.,]*\s?%|[*_]*\s?[:：|]\s?[*_]*[$€£]\d|\s?\|\s?\d[\d,]*\.\d|[ \t]+(?:\.{3,}[ \t]*)?\$?\d[\d,]*\.\d+[ \t]+(?:\.{3,}[ \t]*)?[(+\-−▲▼△▽↑↓]{0,2}\s?\d|[ \t]+\$?\d[\d,]*\.\d+\s?\([+\-−▲▼△▽↑↓]"
)
EN_BEFORE = re.compile(
    r"(?:\b(?:shares|stock|shareholders|holders|owners?|parent|maker|subsidiary|investors?|units?|rivals?|competitors?|peers?|shares of|stakes?)\s(?:of|in|like|to|such as|including)"
    r"|\b(?:chipmaker|automaker|carmaker|retailer|giant|maker|company|firm|designer|lender|bank|rival|parent|platform|conglomerate|developer|operator|group|owner|peers?|stocks?|names|companies|retailers|including|like|as))\s$"
)
EN_NOT_AFTER = re.compile(r"\s(?:prices?|rates?|dates?|trades?|trading|audience|market|zone|data|analysis|universe|applications?|holders?|waiver|fees?|requirements?|policy)\b|-(?:like|style|wide|up|down|in|out|date)")
EN_PAST = re.compile(r"\s(?:also |now |still |just )?[a-z]{2,12}ed\b(?! [a-z]+ (?:of|for) )")
EN_NEXT_NAME = re.compile(r"\s[A-Z][a-z]+")
LINE_START = re.compile(r"(?:^|[\n.!?:;•·▲■—–\"“”)\]]\s*|\s{2,})$")
KO_MARKET = re.compile(
    r"주가|종가|주식|증시|종목|%|시총|시가총액|코스피|코스닥|나스닥|상장|매출|영업이익|실적|매수|매도|주주|지분|배당|공시|거래|강세|약세|상승|하락|급등|급락|올랐|내렸|오른|내린|인수|투자|계열|회장|대표|수주|계약|반도체|자동차|전기차|원에"
)
KO_AFTER = re.compile(
    rf"{PARTICLE}(?![가-힣])|\s?[,·/、…|:：]|\s?\((?:[+\-−▲▼△▽↑↓]?\s?\d|\d{{6}})|\s(?:오늘|어제|전날|이날|역시|또한|주가|주식|회장|대표|측|등|부회장|사장|지분|시총|시가총액|실적|매출|영업이익|관계자|CEO|한눈에|[+\-−▲▼△▽]?\d)"
    r"|\s?[\n)'\"”’↑↓]|$"
)
KO_PRICE_BRACKET = re.compile(r"\s?\(\s?(?:[+\-−▲▼△▽↑↓]\s?)?\d{1,3}(?:\.\d+)?\s?%")
KO_NOT_AFTER = re.compile(r"\s?(?:트윈스|이글스|타이거즈|베어스|라이온즈|배구단|야구단|농구단|그룹|국가|사태|지역|대학|은행원)")


def english(text: str, level: str, start: int, end: int) -> int:
    """How strongly English context speaks for a listed company: 2 and more is enough."""
    if EN_NOT_AFTER.match(level, end):
        return 0
    score = 0
    line_a, line_b = _line(text, start, end)
    if line_b - line_a <= (end - start) + 2:
        return 2
    titled = _title_case(text, line_a, line_b)
    if EN_AFTER.match(level, end) or EN_PAST.match(level, end):
        score += 2
    if EN_BEFORE.search(level, start - 34, start):
        score += 2
    if (not titled and not LINE_START.search(text, start - 4, start)) or (titled and re.match(r"'s\b|\s(?:shares?|stock|Shares?|Stock)\b", level[end : end + 12])):
        score += 2
    if EN_NEXT_NAME.match(level, end) and not titled and not re.match(r"\s(?:Inc|Corp|Co|Ltd|CEO|CFO|Chief|President|Chair)", level[end : end + 10]):
        score -= 2
    if text[start:end].isupper() and text[line_a:line_b].isupper():
        score -= 1
    return score


def korean(text: str, level: str, start: int, end: int) -> int:
    """How strongly Korean context speaks for a listed company: 2 and more is enough."""
    if KO_NOT_AFTER.match(level, end):
        return 0
    if KO_PRICE_BRACKET.match(level, end):
        return 3
    score = 1 if KO_AFTER.match(level, end) else 0
    if end - start >= 3 and text[start:end].isascii() and text[start:end].isupper():
        score += 1
    if KO_MARKET.search(text, start - 60, min(len(text), end + 80)):
        score += 1
    return score


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """The line around a name, at most 300 characters to each side."""
    a = text.rfind("\n", max(0, start - 300), start) + 1 or max(0, start - 300)
    b = text.find("\n", end, end + 300)
    return a, (b if b >= 0 else min(len(text), end + 300))


_WORDS = re.compile(r"[A-Za-z][a-z']{3,}")


def _title_case(text: str, a: int, b: int) -> bool:
    """Whether nearly every longer word of a line is capitalised, as in headlines."""
    words = _WORDS.findall(text, a, b)
    return len(words) >= 3 and sum(w[0].isupper() for w in words) >= 0.75 * len(words)
