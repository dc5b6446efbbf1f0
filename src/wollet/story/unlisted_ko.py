"""What types a Korean name as a company or a body: the noun before it, its ending, the noun that sums up a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

BEFORE = r"(?<![가-힣A-Za-z0-9])"
_PARTICLE = r"(?:로부터|으로부터|한테서|은|는|이|가|을|를|와|과|의|에|에게|도|로|으로|에서|에는|와의|과의|측)?"
BEHIND = r"(?=(?:은|는|이|가|을|를|와|과|의|에|에게|도|로|으로|에서|에는|와의|과의|와도|과도|에도|까지|부터|으로부터|로부터|측|이나|나|등|사)?(?![가-힣A-Za-z0-9]))"
_TOKEN = r"[A-Za-z0-9&]*[가-힣A-Za-z][가-힣A-Za-z0-9&]*"
_SUFFIX = (
    r"(?:건설|그룹|홀딩스|제약|바이오(?:텍|로직스|팜|사이언스)|엔터테인먼트|모빌리티|로보틱스|중공업|물산|상사|제과|제강|네트웍스|게임즈|텔레콤|소프트|에너지|케미칼|머티리얼즈|솔루션즈|이노베이션"
    r"|벤처스|파트너스|인베스트먼트|캐피탈|해운|개발공사|산업개발|엔지니어링|에어로스페이스|랩스|컴퍼니|코퍼레이션|엔솔|일렉트릭|메디칼|메디컬|테라퓨틱스)"
)
_GENERIC = re.compile(
    r"^(?:국내외?|해외|외국계?|대형|중견|중소|종합|글로벌|주택|아파트|플랜트|토목|핀|에듀|빅|푸드|어그|바이오|전문|신|신재생|재생|친환경|원자력|태양광|수소|대체|차세대|시스템|메모리|비메모리|인공지능|전력|차량용|자동차|첨단|미국|중국|일본|한국"
    r"|유럽|대만|민간|공공|저비용|저가|국적|대한|방산|석유|정유|제조|조선|선박|로켓|항공기|함정|간편|모바일|인터넷|온라인|생활|디지털|하이|프롭|클린|펨|레그|정보|통신|금융|보험|운영|생산|관리|결제|교통|의료|국가|통합|자동화|물류|유통|스마트"
    r"|[가-힣]*(?:은|는|을|를|의|한|된|인|던|할|하는)|위탁|공동|복제|개량|완제|원료|대기업|재벌|계열|지주|상장|관련|모든|각|이|그|본|당|양|두|세|네|다섯|전|타|주요|일부|여러|해당|다른|소속|산하|합작|대상|기존|핵심|통제|벤처|컨설팅|관계|확대[가-힣]+|제공[가-힣]+|사진[가-힣]+)$"
)
_NOUN = r"(?:업체|기업|회사|스타트업|자회사|손자회사|계열사|제조사|개발사|운용사|제약사|공급사|고객사|협력사|경쟁사|파트너사|모회사|운영사|시행사|유통사|항공사|통신사|완성차|은행|기관|당국|벤처기업|거래처|투자사|인수자|합작사|합작법인)"
_SUM = rf"(?:[가-힣A-Za-z]+\s){{0,2}}[가-힣]{{0,4}}(?:{_NOUN})"
_NAMED = re.compile(rf"(?:{_NOUN})인\s[‘'“\"]?(?P<n>{_TOKEN}?)[’'”\"]?{_PARTICLE}(?![가-힣A-Za-z0-9])|(?:㈜|\(주\))\s?(?P<n2>{_TOKEN}?)(?={_PARTICLE}(?![가-힣A-Za-z0-9]))|{BEFORE}(?P<n3>{_TOKEN})(?:㈜|\(주\))")
_QUOTED = re.compile(rf"(?:{_NOUN})\s[‘'](?P<n>{_TOKEN})(?:\([A-Za-z ]{{2,30}}\))?[’']")
_ENDING = re.compile(rf"{BEFORE}(?P<n>(?P<own>[A-Z]{{0,4}}[가-힣]{{2,6}}?|[A-Z]{{2,6}}){_SUFFIX}){BEHIND}")
_LIST = re.compile(rf"(?P<list>{BEFORE}{_TOKEN}(?:(?:,\s?|·|와\s|과\s){_TOKEN}){{0,9}})\s등\s?(?:의\s)?{_SUM}")
_THING = r"(?:회사|기업|업체|지분|주식|자산|사업|사업부|부문|물량|공장|채권|경영권|사|보험사|은행|스타트업|법인|부지|건물|매장|브랜드|특허|전량|일부|신주|사채|설비|점포|광산|정부|당국|기관|대학|측|국|단체|협회|노조|팀|병원|학교|업계|그룹사|이들?|그들?|이것|양사|양측|서로|상대|대주주|최대주주|주주|보유|자사|잔여|나머지|소수|지배|기존|전체|해당|관련|본사|회장|대표|사장|가족|일가|부친|장남|임원|직원|고객|소비자|투자자|외국인|기관투자자|개인|펀드|연기금|조합|권|시장|제품|기술|장비|시설|서비스|플랫폼|추가|신규|대부분|상당수|다수|소수|여럿|절반|과반|보통주|우선주|경영진|경쟁사|협력사|고객사|파트너|파트너사|계열사|업체|기업|모두|일체|공급|생산|개발|판매|투자|협력|연구|매장|본사|지사|공장)"
_DEED = re.compile(
    rf"{BEFORE}(?P<n>{_TOKEN})(?:(?:의)?\s(?:지분|주식)(?:을|\s?\d|\s전량|\s전부|\s?매[입각]|\s?인수)|\s경영권(?:을|\s인수|\s매각|\s지분)|의\s전환사채|(?:을|를)\s(?:[\d조억만천백십,.\s]+(?:달러|원|유로|엔)에\s)?(?:인수(?:했|한|하[기려는고]|키로|할)|상대로\s(?:[가-힣]+\s)?소송|상대로\s제소)"
    r"|(?:이|가)\s[가-힣A-Za-z]+(?:을|를)\s상대로\s(?:[가-힣]+\s){0,3}?(?:제기한|제기했|낸\s|냈|소송)"
    r"|(?:와|과)(?:의|\s)\s?(?:[가-힣A-Z]+\s){0,2}?(?:합작|업무협약|공급계약|공급\s계약|손을?\s?잡|제휴))"
)
"""What is bought, held, sued or joined has a name where no plain noun stands."""
_NO_DEED = re.compile(rf"^(?:[가-힣]*{_THING}들?|.*(?:[의은는을를된던한할인와과도로에며고해게]|에서|[부로]터|까지|보다)|.*(?:사들|받아들|줄|늘|끌어들|하)여|.*(?:받아|넘겨|통해|위해|대해|의해|관해|늘려|모아|걸쳐|거쳐|맞아|따라|이어|더해|비해|함께|먼저|다시|이미|최근|현재|당시|직접|각각|이후|이번|지난해|올해|내년)|.*(?:하는|되는|있는|없는|이라는)|[\d.,%]+|[A-Z]|MOU|ETF|AI|IT|HBM|EV|CB|BW|CEO)$")
_LATIN_HEAD = re.compile(rf"{BEFORE}(?P<n>(?!AI|IT|EV|HBM|ETF|IPO|PBR|PER|ESG|LNG|LPG|GPU|CPU|TV|PC|UV|MZ|CEO|CFO|CB|BW|US|EU|UN|IR|PF|SNS|OTT|QR|OEM|ODM|CDMO|CMO|ROE|DLS|ELS|MOU|TF|DC|AC|NAND|SSD|OLED|LED|LCD|ESS|SMR|FDA|GDP|CPI|PPI)[A-Z]{{2,3}}[가-힣]{{2,8}}?)(?:은|는|이|가)\s[^.\n]{{0,80}}?(?:인수|공급|체결|편입|투자했|투자한|설립|제소|소송|수주|매각했|매각한|출자|합작|출시)")
"""A name led by the letters of its group."""
_KIN = re.compile(rf"(?:자회사|손자회사|모회사|스타트업|전문\s?(?:기업|업체)|(?:개발|제조|설계|유통|생산|제작|장비|소재|부품)(?:업체|사|기업))\s(?P<n>{_TOKEN}?)(?=(?:은|는|이|가|을|를|와|과|의|에|에게|도|로|으로|로부터|으로부터|에서)(?![가-힣A-Za-z0-9]))")
_ABROAD = (
    r"(?:글로벌|다국적|미국|중국|일본|독일|영국|프랑스|이탈리아|스페인|네덜란드|벨기에|스위스|스웨덴|노르웨이|덴마크|핀란드|폴란드|체코|헝가리|오스트리아|아일랜드|캐나다|호주|인도|대만|홍콩|싱가포르|베트남|태국|말레이시아"
    r"|인도네시아|필리핀|이스라엘|튀르키예|터키|사우디아라비아|사우디|카타르|아랍에미리트|UAE|브라질|멕시코|칠레|아르헨티나|남아프리카공화국|이집트|러시아|우크라이나|카자흐스탄|유럽)"
)
_OF_A_COUNTRY = re.compile(
    rf"{BEFORE}{_ABROAD}(?:계)?\s(?:[가-힣A-Za-z·]+(?<![은는을를도에과와])\s){{0,3}}?[가-힣A-Za-z]*(?:기업|업체|회사|제조사|설계사|운용사|투자사|제약사|은행|통신사|항공사|선사|스타트업|그룹|정유사|보험사|개발사|유통사|공룡|메이커|플랫폼|투자회사)"
    rf"(?:인)?\s[‘'“\"]?(?P<n>{_TOKEN}?)(?=(?:은|는|이|가|을|를|와|과|의|에|에게|도|로부터|으로부터)(?![가-힣A-Za-z0-9])|,\s|\(|[’'”\"]|\s등)"
)
"""A company told by its country and trade ("캐나다 유통업체 …의")."""
_NO_KIN = re.compile(r".*(?:실적|주가|매출|수요|가치|상장|합병|분할|편입|설립|매각|인수|관계자|임직원|간|이익|손실|투자|경영|지원|자금|대출|확보|전환|전체|모두|개|곳|중|등|가운데|제외|포함|타워|빌딩|센터|공장|캠퍼스|사옥|본사|호텔|아레나|펀드|지수|등급|방식|제도|시대|세대|업종|관련주|테마주|수혜주|대장주|소재|산업|분야|부문|모델|서비스|기술|제품|장비|칩|서버|인프라|데이터센터|거래소|상품|시리즈|카드론|은행주|증권주|계열|총수|일가|오너|회장|부회장|사장|대표)$")
_LATIN_BEFORE = re.compile(r"(?<![A-Za-z0-9가-힣])[A-Z][a-z]{2,} $")
_PART = re.compile(r",\s?|·|(?<=[가-힣A-Za-z0-9])[와과]\s")
_PLAIN = re.compile(r"(?:(?:EU|유럽)?집행위원회|위원회|이사회|당국|경쟁당국|본부|국가|지역|업종|분야|제품|부품|시장|고객|업계|정부|미국|중국|일본|한국|유럽|대만|영국|독일|프랑스|인도|베트남|러시아|캐나다|멕시코|호주|이란|반도체|자동차|배터리|조선|방산|화장품|철강|은행|증권|보험|건설|바이오|제약|항공|화학|게임|통신|유통|식품|가전|서울|부산|국내|해외|대형|중소|대기업|외국인|기관|개인|연기금|코스피|코스닥)$")
_LATIN = re.compile(r"(?:[A-Z][A-Za-z0-9&]{1,11}|[가-힣A-Za-z0-9&]{3,12})(?<![은는을를의])$")


def typed(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of names whose surroundings say that they are companies or bodies."""
    for pattern in (_NAMED, _QUOTED):
        for m in pattern.finditer(text):
            n = next(g for g in ("n", "n2", "n3") if g in m.re.groupindex and m[g] is not None)
            if len(m[n]) >= 2 and not _PLAIN.match(m[n]):
                yield m.span(n)
    for m in _ENDING.finditer(text):
        if not _GENERIC.match(m["own"]):
            yield m.span("n")
    for pattern in (_LATIN_HEAD, _KIN, _OF_A_COUNTRY):
        for m in pattern.finditer(text):
            if len(m["n"]) >= 2 and plausible(m["n"]) and not _NO_KIN.match(m["n"]):
                yield m.span("n")
    for m in _DEED.finditer(text):
        if len(m["n"]) >= 2 and plausible(m["n"]) and not (m["n"][-1] in "가이" and text[m.end("n")] == " "):
            yield m.span("n")
    known = {a for a, _ in taken}
    for m in _LIST.finditer(text):
        yield from _listed(m["list"], m.start("list"), known)


def _listed(words: str, at: int, known: set[int]) -> Iterator[tuple[int, int]]:
    """The names of a list that a noun for companies sums up, where one of them is known or all look like names."""
    parts, begin = [], 0
    for cut in _PART.finditer(words):
        parts.append((begin, cut.start()))
        begin = cut.end()
    parts.append((begin, len(words)))
    if len(parts) < 2 and not words[:1].isascii():
        return
    if not any(at + a in known for a, _ in parts) and not all(words[a:b].isascii() for a, b in parts):
        return
    for a, b in parts:
        if b - a >= 2 and _LATIN.match(words[a:b]) and plausible(words[a:b]):
            yield at + a, at + b


def plausible(name: str) -> bool:
    """Whether what a text calls an employer may be a company or a body."""
    return not _PLAIN.match(name) and not _NO_DEED.match(name)


def within(text: str, a: int) -> bool:
    """Whether a name goes on before where it was found: a Latin word stands there ("Maple 가람텍")."""
    return _LATIN_BEFORE.search(text, max(0, a - 12), a) is not None


def forms(name: str) -> list[str]:
    """How a text may call a company later: Korean names are not shortened by rule."""
    return [name]
