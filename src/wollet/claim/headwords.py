"""What a sentence without a name speaks of by its noun alone: an index, a currency, a fund, and so not the company told of before.

"Nvidia rose 2%. The chip index fell 1%": the second figure is no company's.  "The stock fell 1%", "The chipmaker fell 1%" go on.
"""

from __future__ import annotations

from wollet.claim.candidates import Candidate
from wollet.mention import unhurried as re
from wollet.model.article import Lang
from wollet.model.mention import Mention

EN_KINDS = {
    "index": "INDEX", "gauge": "INDEX", "benchmark": "INDEX", "average": "INDEX", "barometer": "INDEX", "market": "INDEX",
    "currency": "FX", "pair": "FX", "metal": "COMDTY", "commodity": "COMDTY", "fuel": "COMDTY", "contract": "COMDTY",
    "token": "CRYPTO", "coin": "CRYPTO", "cryptocurrency": "CRYPTO", "bond": "RATE", "note": "RATE",
    **dict.fromkeys(("lira", "peso", "real", "rand", "ruble", "rupee", "yuan", "won", "yen", "euro", "pound", "franc", "krona", "dollar", "greenback", "baht", "ringgit"), "FX"),
    **dict.fromkeys(("fund", "etf", "sector", "supplier", "competitor", "rival", "peer", "parent", "customer", "partner", "subsidiary", "unit", "basket", "debt", "portfolio"), ""),
}  # fmt: skip
"""Nouns and the kind of thing that each can go on about; "" for none."""
EN_HEAD = re.compile(
    rf"\W*(?:Meanwhile,\s|But\s|And\s|Elsewhere,\s)?(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Tt]hat|[Tt]his)\s(?P<of>(?:(?!the\b|its\b|a\b|stock\b|shares\b|company\b|firm\b|\w*maker\b|and\b)[\w&.’'-]+\s){{0,3}}?)"
    rf"(?P<head>{'|'.join(sorted(EN_KINDS, key=len, reverse=True))})s?\b(?!['’]s)(?=[\s,])",
    re.IGNORECASE,
)
EN_MEASURE = re.compile(r"\W*(?:(?:The|Its|Their|Overall|Total)\s)?(?:(?:trading|options?|share|order)\s)?(?:volumes?|turnover|headcount|workforce|staff|order\sbook|backlog|weighting|short\sinterest|open\sinterest)\b", re.IGNORECASE)
"""What is counted of a company, and is no price."""
EN_OTHER_LINE = re.compile(r"\W*(?:The|Its|Their)\s(?:company['’]s\s)?(?:[A-Z][\w\s]{2,14}[- ](?:listed|traded)|American\sdepositary|depositary|preferred|preference|[Cc]lass\s[A-Z])\b[\w\s-]{0,20}?\b(?:shares?|receipts|stock|warrants)\b")
"""Another line of the share told of before."""
EN_UNKNOWN = re.compile(r"\W*(?P<name>[A-Z][\w&-]*[a-z][\w&-]*)(?:['’]s\s(?:stock|shares|price)|\s\([A-Z.]{1,6}(?::\s?[A-Z.]{1,6})?\),?|,\s(?:an?|the|which|whose)\s[^,.]{3,80},)\s")
"""A sentence that begins with a name no reference knows, told by its share, its code or what it is."""
EN_DAYS = frozenset("Today Yesterday Monday Tuesday Wednesday Thursday Friday Saturday Sunday Meanwhile However Still Overall Separately Elsewhere Also Then Now Instead Indeed Here".split())
"""Words that open a sentence and are no name."""
EN_OF = re.compile(r"\b(?:bank(?:ing)?|chip|semiconductor|volatility|fear|industrial|equal-weight(?:ed)?|energy|health\s?care|utilit(?:y|ies)|property|real estate|retail|transport(?:ation)?|airline|small-cap|mid-cap|growth|value|dollar|sector|regional|financial|housing|biotech|internet|software)\s$", re.IGNORECASE)
"""What makes an index another than the one told of before."""
KO_HEAD = re.compile(
    r"[\s·▲△▷-]*(?:(?:또|또한|반면|한편|특히|다만|그러나|하지만|이에|반대로)\s)?(?P<of>(?:[가-힣A-Za-z0-9&·]+\s){0,2}?[가-힣A-Za-z0-9&·]*?)"
    r"(?P<head>지수|증시|선물|통화|환율|금리|유가|펀드|ETF|채권|코인|업종|거래량|거래\s?대금|가격|(?:임?직원|가입자|이용자|고객|점포)\s?수|(?:모|자|계열|협력|경쟁|관계|납품|지주)(?:회)?사|(?:\d위|납품|협력|경쟁|하청|동종)\s?업체들?|(?<=[가-힣]{2})주)(?:은|는|이|가|도)\s"
)
KO_KINDS = {"지수": "INDEX", "증시": "INDEX", "선물": "FUT", "통화": "FX", "환율": "FX", "금리": "RATE", "유가": "COMDTY", "코인": "CRYPTO", "채권": "RATE", "가격": "COMDTY CRYPTO FUT"}
KO_SAME = re.compile(r"(?:지난|이번\s?|다음\s?|금|대장|본|이|해당\s|각\s|한|매|격|공모|자사|배당|상장)$")
"""Before 주 and 지수: a week, or the share itself."""
KO_BARE = re.compile(r"[\s·▲△▷-]*(?P<name>[가-힣]{3,12})\s")
"""A sentence that is a word and its figure: "가람테크 2% 하락"."""
KO_NO_NAME = re.compile(r"(?:은|는|이|가|도|을|를|에|서|로|히|게|며|고|만|대비|종가|주가|장중|한때|하루|현재|오늘|어제|이날|전날|주간|월간|연간|누적|평균|최대|최고|최저|상승|하락|급등|급락|반등|마감|출발|기준|등락률|수익률|상승률|하락률|시가총액|거래일|주일|개월|요일|[새년월일말초중뒤후전째간주달번약총더또]|정도|가량|이상|이하|각각|다시|무려|기존|당시|결국|특히|다만)$")
KO_OF = re.compile(
    r"(?:은행|금융|보험|증권|반도체|자동차|바이오|제약|헬스케어|건설|부동산|에너지|기술|통신|운송|항공|철강|화학|제조업|서비스업|소비재|변동성|공포|달러|배당|가치|성장|중소형|동일\s?가중|업종|산업재|소재|리츠|게임|방산|조선|유통|음식료|기계|의약품|원자재|도쿄|런던|상하이|상해|홍콩|유럽|아시아|중국|일본|대만|독일|영국|프랑스|인도|베트남)\s?$"
)


def other_kind(text: str, lang: Lang, sentence_start: int, start: int, candidate: Candidate, here: list[Mention]) -> bool:
    """Whether a sentence begins with a noun that what was told of before it cannot be meant by."""
    if candidate.start >= sentence_start or not candidate.name.ids:
        return False
    if candidate.name.ids[0].startswith("X") and _unknown(text, lang, sentence_start, start, here):
        return True
    m = (KO_HEAD if lang == "ko" else EN_HEAD).match(text, sentence_start, start)
    if m is None or any(m.start() <= n.start < m.end() for n in here):
        return False
    kind = candidate.name.ids[0].partition(":")[0]
    head, of = m["head"], m["of"]
    if lang == "en":
        return EN_KINDS[head.lower()] != kind or (kind == "INDEX" and EN_OF.search(of) is not None)
    if head == "주":
        return KO_SAME.search(of) is None and kind != "INDEX"
    if kind == "INDEX" and KO_OF.search(of):
        return True
    return kind not in KO_KINDS.get(head, "").split()


def _unknown(text: str, lang: Lang, sentence_start: int, start: int, here: list[Mention]) -> bool:
    """Whether a sentence begins with a name that no reference knows, with another line of the share, or with what is no price."""
    if here:
        return False
    if lang == "ko":
        bare = KO_BARE.fullmatch(text, sentence_start, start)
        return bare is not None and KO_NO_NAME.search(bare["name"]) is None
    named = EN_UNKNOWN.match(text, sentence_start, start)
    return EN_MEASURE.match(text, sentence_start, start) is not None or EN_OTHER_LINE.match(text, sentence_start, start) is not None or (named is not None and named["name"] not in EN_DAYS)
