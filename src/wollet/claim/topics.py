"""Which country's or industry's statistic a figure is, and under which name it is kept."""

from __future__ import annotations

from wollet.claim.frames import Frame, Frames
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Subject

AREAS: dict[str, dict[str, str]] = {
    "ko": {
        "US": r"미국|(?<![가-힣])美|연준|연방준비|연방기금|연방공개시장|페드워치|Fed(?![a-z])|FOMC|미\s?(?:상무부|노동부|노동통계국)|상무부|노동부|미시간대|뉴욕|월가|월스트리트",
        "KR": r"한국|국내(?!총생산)|한은|금통위|금융통화위원회|우리나라|기획재정부|기재부|통계청|산업통상",
        "CN": r"중국|인민은행", "JP": r"일본(?!은행권)|일은|BOJ", "EU": r"유로존|유럽|ECB", "GB": r"영국|영란은행|BOE",
        "AU": r"호주", "CA": r"캐나다", "TW": r"대만", "DE": r"독일", "IN": r"인도(?=[가는의,·\s]|에서|중앙)", "VN": r"베트남",
        "WORLD": r"전\s?세계|세계|글로벌",
    },
    "en": {
        "US": r"\bU\.?S\.?(?![A-Za-z])(?! dollar)|\bUnited States\b|\bAmerica(?:n|ns)?\b|\bthe Fed\b|\bFed\b|\bFederal Reserve\b|\bFOMC\b|\b(?:Labor|Commerce) Department\b|\bBureau of Labor\b",
        "KR": r"\bSouth Korea(?:n)?\b|\bKorea(?:n)?\b|\bBOK\b|\bSeoul\b", "CN": r"\bChin(?:a|ese)\b|\bPBOC\b", "JP": r"\bJapan(?:ese)?\b|\bBOJ\b",
        "EU": r"\b(?:euro[- ]?zone|euro area|European|Europe|ECB)\b", "GB": r"\b(?:U\.?K\.?|Britain|British|Bank of England|BOE)\b",
        "AU": r"\bAustralia(?:n)?\b|\bRBA\b|\bReserve Bank\b", "CA": r"\bCanad(?:a|ian)\b|\bBank of Canada\b", "TW": r"\bTaiwan(?:ese)?\b",
        "DE": r"\bGerman(?:y)?\b", "IN": r"\bIndia(?:n)?\b", "VN": r"\bVietnam(?:ese)?\b", "WORLD": r"\b(?:global|world(?:wide)?)\b",
    },
}  # fmt: skip
_PATTERN = {
    lang: Anchored("|".join(f"(?P<{area}>{p})" for area, p in table.items()), re.IGNORECASE if lang == "en" else 0)
    for lang, table in AREAS.items()
}
HOME = {"ko": "KR", "en": "US"}
POLICY = {"US": "FEDFUNDS", "KR": "BOK_BASE", "GB": "BOE_BANK", "AU": "RBA_CASH", "EU": "ECB_DEPO", "JP": "BOJ_POLICY"}
POLICY_RATES = frozenset(f"RATE:{symbol}" for symbol in POLICY.values())
NAMES = {
    "cpi_yoy": "CPI", "core_cpi_yoy": "core CPI", "cpi_mom": "CPI", "core_cpi_mom": "core CPI", "ppi_yoy": "PPI",
    "pce_yoy": "PCE", "core_pce_yoy": "core PCE", "gdp_growth": "GDP", "unemployment_rate": "unemployment rate",
    "nonfarm_payrolls_change": "payrolls", "retail_sales_mom": "retail sales", "policy_rate": "policy rate",
    "semiconductor_sales": "semiconductor sales",
}  # fmt: skip
CARRIED = 3
"""Sentences back that a country named once still holds for."""


def area(frames: Frames, frame: Frame) -> str:
    """The country (ISO code) or "WORLD" that a statistic is of: named nearest before it, then carried, then home."""
    s = frame.sentence
    pattern = _PATTERN[frames.lang]
    best: tuple[int, str] | None = None
    for m in pattern.finditer(frames.text, s.start, s.end):
        cost = frame.start - m.end() if m.end() <= frame.start else 40 + m.start() - frame.end
        if best is None or cost < best[0]:
            best = (cost, m.lastgroup or "")
    if best is not None:
        return best[1]
    for i in range(s.index - 1, max(-1, s.index - 1 - CARRIED), -1):
        before = frames.sentences[i]
        found = [m.lastgroup or "" for m in pattern.finditer(frames.text, before.start, before.end)]
        if found:
            return found[-1]
    title = frames.sentences[0]
    m2 = pattern.search(frames.text, title.start, title.end)
    return (m2.lastgroup or "") if m2 is not None else HOME[frames.lang]


def statistic(place: str, metric: str) -> Subject:
    """A statistic as the subject of a claim: a policy rate by its id, others by name ("US CPI")."""
    if metric == "policy_rate" and place in POLICY:
        symbol = POLICY[place]
        return Subject(kind="instrument", id=f"RATE:{symbol}", symbol=symbol, name=f"{place} policy rate")
    what = NAMES.get(metric, metric.replace("_", " "))
    return Subject(kind="series", name=f"{'World' if place == 'WORLD' else place} {what}")


def policy_rate(frames: Frames, frame: Frame) -> Subject:
    """The policy rate of the central bank that a sentence speaks of."""
    return statistic(area(frames, frame), "policy_rate")


CORE = re.compile(r"근원|핵심|(?:식품|에너지)[^.]{0,8}제외|\bcore\b|exclud\w+ (?:volatile |the volatile )?(?:food|energy)", re.IGNORECASE)
ALL_ITEMS = re.compile(r"\bheadline\b|\ball items\b|\boverall\b|전체|헤드라인", re.IGNORECASE)
ON_MONTH = re.compile(r"on the month|month[- ](?:over|on)[- ]month|from (?:the (?:previous|prior) month|a month)|monthly|전월|전달|한\s?달\s?전", re.IGNORECASE)
ON_YEAR = re.compile(r"on the year|year[- ](?:over|on)[- ]year|annual|a year|12 months|전년|1년\s?전", re.IGNORECASE)
KO_BESIDE_LAST = re.compile(r"(?:으?로|였[고으]며?|이?[고며])[,\s](?:[가-힣]+\s)?(?:전월|전달|지난달|직전\s?달)(?:(?:의|인)?\s?(?:\(|\d)|보다는?\s(?:높|낮|둔화|확대|축소))|(?:[^.\n]|\.(?=\d)){0,40}(?:전월|전달|지난달|직전\s?달)(?:의|인)?\s?[\d.]+%(?:보다|에서)")
KO_LAST = re.compile(r"(?:전월|전달|지난달|직전\s?달)\s?\($")
"""A rate set beside that of the month before, which is no rise on the month: "3.1%로 전월(3.4%)보다 낮아졌다"."""
CHIPS = re.compile(r"반도체|\bsemiconductors?\b|\bchips?\b", re.IGNORECASE)
MACRO = frozenset(
    ("cpi_yoy", "ppi_yoy", "pce_yoy", "gdp_growth", "unemployment_rate", "nonfarm_payrolls_change", "jobless_claims", "retail_sales_mom", "policy_rate",
     "exports", "imports", "trade_balance", "trade", "sentiment_index", "inflation", "fx_reserves", "public_finance", "industry_total", "activity", "population", "oil_volume")
)  # fmt: skip
"""Metrics whose subject is a country's statistic."""


def metric(frames: Frames, frame: Frame, plain: str) -> str:
    """The statistic's full name: core or all items, on the month or on the year, chips or another industry."""
    s = frame.sentence
    lo = max(s.start, frame.start - 110)
    if plain == "industry_total":
        return "semiconductor_sales" if CHIPS.search(frames.text, lo, frame.end) else plain
    if plain not in ("cpi_yoy", "ppi_yoy", "pce_yoy"):
        return plain
    out = plain
    behind = frames.text[frame.end : min(s.end, frame.end + 45)]
    month, year = ON_MONTH.search(behind), ON_YEAR.search(behind)
    if KO_BESIDE_LAST.match(frames.text, frame.end) or (KO_LAST.search(frames.text, max(s.start, frame.start - 6), frame.start) and frames.text.startswith(")", frame.end)):
        month, compared = None, None
    else:
        compared = frame.compare
    if (month and not (year and year.start() < month.start())) or (compared == "mom" and not year):
        out = out.replace("_yoy", "_mom")
    core = max((m.end() for m in CORE.finditer(frames.text, lo, frame.start)), default=-1)
    return f"core_{out}" if core >= 0 and not ALL_ITEMS.search(frames.text, core, frame.start) else out
