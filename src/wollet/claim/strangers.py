"""Whether a thing that is not in the reference stands between a name and a number, so that the number is not the name's."""

from __future__ import annotations

from collections.abc import Iterator

from wollet.claim.candidates import Candidate
from wollet.claim.headwords import other_kind
from wollet.claim.subject_words import ANAPHOR, KO_HAVING_MOVED
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.mention.tickers import MOVING, NOT_CODES
from wollet.model.article import Lang
from wollet.model.mention import Mention

KO_TOPIC = re.compile(r"([가-힣A-Za-z0-9&·]+?)(?:\([^)]{1,20}\))?(?:은|는|이|가|도|\s경우)\s")
KO_WHOLE_TOPIC = re.compile(r"(?<![가-힣A-Za-z0-9&·])" + KO_TOPIC.pattern)
KO_LETTER = re.compile(r"[가-힣A-Za-z0-9&·]")
KO_CREDIT = re.compile(r"(?:회사채|은행채|금융채|여전채|특수채|공사채|기업어음|(?<![A-Z])CP(?![A-Z])|AA[A-]?[-+0]?|BBB[-+0]?)[^.\n]{0,30}금리")
"""Yields of other bonds than the state's."""
KO_FIRST = re.compile(r"[\s·▲△▷-]*(?:(?:또|또한|반면|한편|특히|다만|그러나|하지만)\s)?(?:[가-힣A-Za-z]+\s(?:기업|업체|회사|그룹|제약사|은행)\s)?([가-힣A-Za-z0-9&·.]{2,}?)(?:\([^)]{1,20}\))?(?:은|는)\s")
"""What a Korean sentence begins with as its topic."""
KO_OWN = re.compile(
    r"(?:지수|주가|주식|총액|시총|대금|거래량|가격|환율|금리|선물|현물|종가|시가|값|폭|률|율|물|주|유가|증시|시장|거래|장|하락세|상승세|약세|강세|외국인|기관|개인|투자자|전문가|이유|배경|영향|수요|우려|대비|전일|등락|변동|YTD|일간|하루|당일|요일|현재|기준|누적|기대감?|가운데|이날|오늘|전날|최근|다시|무려|그|이|것|수|중|때|뒤|후|만|바|데|반면|이들|등|회사|동사|업체|전망|소식|결과|실적|매수세|매도세)$"
)
KO_NO_TOPIC = re.compile(
    r"(?:(?:종|시|시초|공모|주|최고|최저|고|저|신고|신저|목표|유|물|원|단)가|(?:가까|같|깊|많|없|나란|높|굳|일일|틈틈)이|[가-힣A-Za-z0-9]*(?:에|에서|까지|부터|보다|에게|께서)[은는도]|(?:으?로|라고|다고|[아어해]서|면서|로서|더라|지)[은는도]"
    r"|[가-힣]*(?:하|되|있|없|않|시키|보이|오르|내리|이르|따르|웃도|밑도)는|[오나가보주쓰뛰]는|[가-힣]*(?:받|얻|잃|맞|많|검|붉|적|같|높|낮|깊|늦|입|막|쌓|찾|묶|놓|닫|담|않|깎|꺾|앉|솟|좁|짧|얇|밝|찍|믿|뽑|읽|넘|남|맡)은|[가-힣]+(?:다|라|자|냐)는|[가-힣]{2,}서[는도]|(?:보|제|정|한|태|속|온|강|시|용|밀|매|연|가용)도|(?:평|국|증|추|인|대|허|물|정|첨|휴)가|(?:차|추|사|나)이|[가-힣]+다가|[가-힣]+(?:던|려|더라)도|지금[은도]|아직[은도]|앞으로[는도]|[가-힣]*중[은이])\s?$"
)
"""Words that only look like a topic: nouns of price ending in 가, adverbs, verbs before their noun, places and times."""
KO_NIGHT = re.compile(r"야간\s?(?:선물|거래)(?:\([^)]{1,20}\))?(?:은|는|이|가|도|의)?\s")
"""Futures of the night, whose move is no index's of the day."""
KO_GAUGE = re.compile(r"(?<![가-힣A-Za-z0-9])(?P<of>[A-Z][A-Za-z0-9&]*\s(?:[가-힣A-Za-z0-9&]+\s){0,4}|[가-힣A-Za-z0-9&·]{2,})(?:지수|선물)(?:\([^)]{1,20}\))?[은는이가도]\s")
KO_PLAIN_GAUGE = re.compile(r"(?:종합|주가|대표|벤치마크|해당|기준|시장|증시|전체|관련|주요|대|두|양|본|이|그|현|개별|주식)$")
"""An index by a name of its own ("KRX 리츠 TOP 10 지수는", "건설업지수는"), and what leaves it the one named before."""
KO_BY_TIME = re.compile(r"(?:(?:일간|주간|월간|분기|연간)\s?(?:기준)?으로|(?:상승|하락|등락)(?:률로|폭으로)|이후로|전체로|(?:한\s|\d\s?)[주달년해]\s?(?:동안|간)|올해|지난해|작년|이달|이번\s?[주달]|지난[달주]|[상하]반기)[은는도]\s$")
"""A stretch of time that only looks like a topic: "주간 기준으로는", "올해는"."""
KO_EMBEDDED = re.compile(
    r"[가-힣](?:면서|며|자|[여아어해]서)\s|[가-힣](?:다는|라는|[은는한된인])\s(?:등의?\s)?(?:영향|소식|우려|기대|가운데|여파|덕|탓|효과|전망|분석|관측|뒤|후|결과|데)"
)
"""Where a clause that only tells why or when has ended: "실적 발표가 겹치면서", "회장이 무죄를 받은 영향으로"."""
KO_TOLD = re.compile(r"[가-힣](?:다는|라는)\s(?:영향|소식|우려|기대|여파|전망|분석|관측)[가-힣]*\s")
KO_MAIN = re.compile(r"(?:\([^)]{1,40}\))*(?:은|는)\s")
KO_PRICE_OF = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣A-Za-z0-9·&-]{2,}?)의?\s(?:주가|주식|시가총액|시총|수익률)[은는이가도]\s")
"""Whose price: "팔란티어 주가는", "펀드의 수익률이"."""
KO_PRICED = Anchored(r"(?:주가|주식|시가총액|시총|수익률)[은는이가도]\s")
KO_NO_NAME = re.compile(
    r"(?:[은는던한된인의로서며고에도을를]|오른|내린|떨어진|뛴|빠진|밀린|한때|장중|각각|함께|다시|이미|결국|잠시|잠깐|무려|여전히|일제히|나란히|이날|직후|직전|당일|오늘|어제|전날|현재|최근|해당|이들|이후|동사|회사|업체|기업|국내|미국|글로벌|전체|당시|실제|관련|누적|연간|기간|평균|연평균|투자|주간|월간|연초|하루|반면|한편|다만|또한|특히|그러나|하지만|가운데|동안|만에|기준|들어|[일월년주간째])$"
)
KO_GROUP = Anchored(r"(?:섹터|업종|부문|관련주|테마주?|주들|종목들|그룹주|대형주|중형주|소형주|기업들|은행주|반도체주|기술주|성장주|가치주)(?:[은는이가도의])?\s?(?:지수[는가]?\s?)?(?:이날에?만?\s?|각각\s?|약\s?|무려\s?)?$")
KO_IN_TURN = re.compile(r"각각")
KO_PARTNER = re.compile(r"(?:[와과,·]|\s및)\s?([가-힣A-Z][가-힣A-Za-z0-9]+)")
"""The second of two that share figures in turn: one that is not known makes the first's figure doubtful."""
KO_HEADED = re.compile(r"\([A-Za-z가-힣·\s]{2,14},\s?$")
"""A bracket that begins with what the number is of: "(CAPEX, -5.9%)"."""
KO_ITEM = re.compile(r"(?:(?P<more>\d%\)?\s?,\s)|(?:^|[.\n]\s?|[가-힣][고며]\s))(?P<name>(?:[가-힣A-Za-z0-9&’'·-]+\s){1,6})$", re.MULTILINE)
KO_NEXT_ITEM = re.compile(r",\s(?:[가-힣A-Za-z0-9&’'·-]+\s){1,4}\d[\d.]*%")
KO_NO_ITEM = re.compile(r"(?:[은는던한된인며고서로의에도]|이날|오늘|당일|전날|어제|[월화수목금]요일|이후|동안|만에|대비|보다|들어|(?:^|\s)(?:각각|약|연|무려|간|새|달|주|년|날|때))\s$")
"""Words before a percentage that are the end of a clause and no name."""
SIGNS = "+-−▲▼△▽"
KO_LABEL = re.compile(r"([A-Za-z가-힣]{2,})\s$")
"""What a signed figure is labelled with in a line that does not name its subject: "NAND ASP +105%"."""
KO_UNIT_HEAD = re.compile(r"(?:[종시저고]가|전일|전날|전장|이날|오늘|당일|어제|[월화수목금]요일|최고|최저|(?:상승|하락)(?:분|폭|률|세)?|낙폭|오름폭|\d[\d,.]*\s?(?:만|억|조)?\s?(?:포인트|원|달러|센트|엔|유로|위안|주|bp|p|pt)|%)\s?\($")
KO_HEAD = re.compile(r"[가-힣A-Za-z][\s]?\($")
KO_BEHIND = re.compile(KO_HAVING_MOVED + r")\s(?=[가-힣A-Za-z])")
KO_NO_THING = re.compile(
    r"(?:가운데|뒤|후|데|지(?=\s)|것|채|반면|수준|상태|이후|바|점|가격|값|때|만큼|모습|셈|덕|영향|탓|종가|지수|배럴|온스|주당|연|약|총|장|상황|바람|직후|배경|이유|결과|사이|만|겁|거다|적|상승|하락|폭|달러당|끝|여파|소식|충격|날(?=\s)|기대|우려|분위기|흐름|국면|와중|전날|전일|전\s?거래일|어제|이날|오늘|당일)"
)
EN_PROPER = re.compile(r"\b[A-Z][\w&'’-]*[A-Za-z]\b")
EN_WORD = re.compile(r"[A-Za-z]{4,}")
EN_COMMON = frozenset(
    """The Its It Shares Stock Stocks But And In On At By For From With While After Before As This That These They Their Wall Street New York
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November
    December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec US UK AI CEO CFO EST EDT ET GMT IPO ETF Inc Corp Co Ltd Group Index Average
    After Before Hours Pre Market Premarket Indicator Session Trading Composite Exchange Holdings Class Year YTD Meanwhile However Since Over Both All Also So Still Even Now Then Overall Elsewhere Among
    Industrial Industrials Benchmark Futures Treasury Treasuries American European Asian China Japan Federal Reserve Fed Our""".split()
)
EN_EPITHET = re.compile(r"-(?:helmed|based|led|owned|listed|backed|run|founded|controlled|made)\b|\s[a-z]")
EN_CLOCKED = re.compile(r"\b[ap]\.?m\.?,?\s(?:local time\s)?in\s(?:[A-Z][a-z]+\s)?$")
"""Before a city that only tells by whose clock it was."""
EN_SEATED = re.compile(r"-(?:helmed|based|led|owned|listed|backed|run|founded|controlled|made|area)$")
"""A place or a person that only describes: "the Irvine-based manufacturer"."""
RATE_OF = re.compile(r"^RATE:[A-Z]+?(\d{1,2})Y$")
TENOR = re.compile(r"\b(?P<n>\d{1,2}|one|two|three|five|seven|ten|twenty|thirty)-year\b", re.IGNORECASE)
MATURITY = re.compile(r"\b(?P<n>\d{1,2}|one|two|three|five|seven|ten|twenty|thirty)-year\s(?:benchmark\s)?$", re.IGNORECASE)
YEARS = {"one": "1", "two": "2", "three": "3", "five": "5", "seven": "7", "ten": "10", "twenty": "20", "thirty": "30"}
EN_ORIGIN = re.compile(
    r"(?:Chin|Japan|Taiwan|Vietnam|Portugu)ese|(?:Brit|Span|Swed|Dan|Finn|Turk|Pol|Ir|Scott)ish|(?:Austr|Ital|Brazil|Canad|Ind|Russ|Norweg|Belg|Saud|Iran|Ukrain|Argentin|Indones|Malays|Singapor)i?an|(?:Kor|Chil|Europ)ean|"
    r"(?:Asi|Afric|Americ|Germ|Mexic|Austri|Australi)an|French|Dutch|Swiss|German|Greek|Thai|Israeli|Saudi"
)
EN_FIRST = re.compile(r"\W*([A-Z][\w.'’&-]*)(?:\s(?!(?:also|then|later|has|had|have|was|were|is|are|it|still|now|since|but|and|stock|shares)\b)[a-z]{3,}(?<!ly))?\s(?:also\s|then\s|later\s)?(?:closed|ended|finished|opened|rose|fell|jumped|dropped|slid|gained|lost|climbed|added|sank|tumbled|surged|slipped|advanced|declined|plunged|rallied|traded|gave|soared|shed|crashed|rebounded|retreated|was|were)\b")
EN_MANY = re.compile(
    r"\W*([A-Z][\w'’&-]*(?:\s[a-z][a-z-]+)?\s(?!(?:has|was|is|as|its|this|plus)\b)[a-z-]*[a-z]{2}s|[A-Z][\w'’&-]+\s(?:[A-Za-z][\w'’&-]*\s){0,2}\.[A-Z]{2,8})\s(?:also\s|then\s|both\s|all\s|were\s|was\s)?(?:closed|ended|finished|opened|rose|fell|jumped|dropped|slid|gained|lost|climbed|added|sank|tumbled|surged|slipped|advanced|declined|plunged|rallied|traded|shed|eased|outperformed|underperformed|down|up)\b"
)
"""A sentence that begins with several of a kind, or with a name and its code: "Small caps fell", "Financials .SPSY lost"."""
EN_CODE = re.compile(r"(?<![A-Za-z0-9])([A-Z]{2,5})[*_]{0,2}[:：]?\s?\(?$")
"""A code right before a figure: what is named behind the figure is another thing."""
EN_ACTIVITY = re.compile(
    r"\W*([A-Z][\w'’&-]*\s(?:[a-z][a-z-]+\s)?(?:spending|demand|output|production|inflation|growth|traffic|usage|lending|borrowing|hiring|investment|consumption|sentiment|confidence))\s(?:also\s|then\s)?(?:rose|fell|jumped|dropped|slid|gained|climbed|sank|tumbled|surged|slipped|grew|declined|plunged|increased|rebounded)\b"
)
"""A sentence that begins with something done or felt, which no price measures: "Consumer spending rose"."""
EN_OWN = frozenset("The Its Their Our His Her In On At By For From With While After Before As This That These Those All Both Each Shares Stocks Stock Futures Markets Losses Gains Prices Trading Wednesday".split())
SECTOR = (
    r"(?:information technology|technology|tech|energy|utilities|financials?|banks|health ?care|materials|industrials?|real estate|(?:consumer )?(?:staples|discretionary)|communication(?: services)?|semiconductors?|chipmakers|miners|airlines|automakers|retailers|homebuilders|insurers)"
)
"""Sectors by their bare names."""
EN_SECTOR = Anchored(rf"(?<![\w-]){SECTOR}(?:\s\.[A-Z]{{3,8}})?,?\s(?:which\s|itself\s)?(?:also\s)?(?:(?:was|were)\s(?:the\s(?:[a-z]+\s){{1,4}}(?:laggard|decliner|gainer|winner|loser|exception|standout),\s)?)?(?:down|up|off|rose|fell|slid|gained|lost|added|shed|dropped|climbed|jumped|sank|tumbled|rising|falling|losing|gaining|slipping|adding|shedding|sliding)\s(?:about\s|nearly\s|more than\s)?$", re.IGNORECASE)
"""Right before a figure: a sector, of which it is."""
EN_WHICH = re.compile(r"(?:\s?\([^)]{1,20}\))?,\s(?:(?:which|who|whose)\b[^.;:]{2,120}?|(?:an?|the|its)\s[a-z][^,.;:\d]{2,80}),\s")
"""An aside right behind a name, whose nouns are not what the figure behind it is of."""
EN_LABEL = re.compile(r"\W*((?:[A-Z][\w.&'’-]*[\s/–-]{0,3}){1,5}):\s")
"""A line that begins with what it is about: "New York - DOW: down 1.6 percent"."""
EN_GAUGE = re.compile(r"\b(?:[A-Z0-9][\w&.'’-]*\s){1,6}(?:Index|Gauge|Average|ETF|Fund|Trust)\s(?=[a-z])|^\W*(?:The|This|That)\s(?:[\w-]+\s){0,3}?(?:fund|ETF|portfolio|strategy)(?=,?\s[a-z])", re.MULTILINE)
"""An index or a fund by its full name, which is not the one that a sentence before it named, or a fund that goes without a name."""
EN_STANDING = frozenset("Shares Stock It They Both All That This Each Neither Markets Trading".split())
EN_GROUP = re.compile(r"\b(?:business|unit|division|segment|demand|shipments|backlog|orders)\s(?:\w+\s)?(?:grew|rose|fell|jumped|increased|declined|surged|dropped)\b|\b[a-z]{3,}(?<!the)(?<!whose)(?<!its)(?<!their)(?<!common)(?<!class)(?<!company)(?<!firm)(?<!per)\s(?:shares|stocks)\b|\bthe (?:rest|others|remainder)\b|\b(?:sectors?|sub-?index|sector index|industry|group|peers|rivals?|stocks in|shares of (?:small|regional|big|large|chip))\b", re.IGNORECASE)
EN_BEHIND = re.compile(
    r"\s?(?:percent\s)?(?:[a-z-]+\s){1,2}(?:in|for|of|by)\s(?:the\s|shares of\s|both\s)?(?=[A-Z])"
)


EN_PART = re.compile(r"\s(?!index\b|indexes\b|composite\b|futures\b|benchmark\b)[a-z][\w&-]*(?:\s[\w&-]+){0,3}?\s(?:index|sector|sub-?index|group|gauge|stocks|shares|companies)\b")
"""Behind an index: the part of it that is meant, "the S&P 500 communication services index"."""
EN_BEHIND_OTHER = re.compile(
    r"\s?(?:percent\s)?(?:[a-z-]+\s)?(?:rise|gain|advance|jump|increase|rally|drop|fall|decline|loss|slide|dip|plunge|slump)s?\s(?:in|for|of|by)\s(?:its|the|their|a|that)\s(?:[a-z-]+\s){0,2}?(?:rivals?|peers?|competitors?|sector|industry|market|index|indexes|benchmark|gauge|group)\b(?!\s(?:values?|capitali[sz]ation|share|cap)\b)"
)
"""Behind a figure: a move of what the subject is set against, by no name."""
EN_GROUPED = Anchored(r"rest|others|remainder|business|unit|division|segment|demand|shipments|backlog|orders|shares|stocks|sector|sub-?index|industry|group|peers|rival", re.IGNORECASE)
"""Of these words every group above holds one."""


def stranger(
    text: str, lang: Lang, start: int, end: int, clause: tuple[int, int], sentence_start: int, candidate: Candidate, here: list[Mention]
) -> bool:
    """Whether the number's own words name another thing than its likeliest subject."""
    if candidate.how == "bracket":
        return False
    if lang == "en" and _other_maturity(text, candidate, start, sentence_start):
        return True
    if other_kind(text, lang, sentence_start, start, candidate, here):
        return True
    if lang == "ko" and text[end - 1] == "%" and _in_list(text, end, sentence_start, start, candidate, here):
        return True
    if candidate.how == "behind":
        code = EN_CODE.search(text, max(sentence_start, start - 12), start) if lang == "en" else None
        part = EN_PART.match(text, candidate.end) is not None if lang == "en" else _gauge(text, sentence_start, start, here)
        return part or (code is not None and code[1] not in NOT_CODES and not _known(code.start(1), here))
    if lang == "ko":
        return _ko(text, start, end, clause, sentence_start, candidate, here)
    return _en(text, start, end, clause, sentence_start, candidate, here)


def _other_maturity(text: str, candidate: Candidate, start: int, sentence_start: int) -> bool:
    """Whether an English figure is of another maturity than the rate that its name stands for: "the five-year loan prime rate"."""
    own = RATE_OF.search(candidate.name.ids[0]) if candidate.name.ids else None
    if own is None:
        return False
    before = MATURITY.search(text, max(sentence_start, candidate.start - 24), candidate.start)
    return any(YEARS.get(m["n"].lower(), m["n"]) != own[1] for m in (before, *TENOR.finditer(text, candidate.end, start)) if m is not None)


def _in_list(text: str, end: int, sentence_start: int, start: int, candidate: Candidate, here: list[Mention]) -> bool:
    """Whether a percentage is that of an item of a list whose own name is not known: "미지전자 9.8%, 삼성전자 3.1% 올랐다"."""
    item = KO_ITEM.search(text, max(sentence_start, start - 32), start)
    if item is None or not (item["more"] or KO_NEXT_ITEM.match(text, end)) or KO_OWN.search(item["name"]) or KO_NO_ITEM.search(item["name"]):
        return False
    a = item.start("name")
    return not a <= candidate.start < start and not any(a <= m.start < start for m in here)


def _known(at: int, here: list[Mention]) -> bool:
    return any(m.start <= at < m.end or m.start == at for m in here)


def _ko(
    text: str, start: int, end: int, clause: tuple[int, int], sentence_start: int, candidate: Candidate, here: list[Mention]
) -> bool:
    inside = candidate.end <= start and candidate.start >= sentence_start
    lo = max(clause[0], candidate.end if inside else sentence_start)
    if candidate.name.ids[0].startswith("RATE:") and KO_CREDIT.search(text, max(lo, start - 50), start):
        return True
    if KO_GROUP.search(text, max(lo, start - 24), start) or KO_NIGHT.search(text, lo, start):
        return True
    if _gauge(text, lo, start, here):
        return True
    if inside and KO_IN_TURN.search(text, candidate.end, start) and (partner := KO_PARTNER.match(text, candidate.end)):
        if not any(m.start <= partner.start(1) < m.end for m in here):
            return True
    if text.find(",", max(lo, start - 3), start) >= 0 and KO_HEADED.search(text, max(lo, start - 18), start):
        return True
    label = KO_LABEL.search(text, max(sentence_start, start - 16), start) if not inside and text[start] in SIGNS else None
    if label is not None and not KO_OWN.search(label[1]) and not _known(label.start(1), here):
        return True
    if text.find("(", max(lo, start - 3), start) >= 0 and KO_HEAD.search(text, max(lo, start - 3), start) and not KO_UNIT_HEAD.search(text, max(lo, start - 12), start):
        if not any(start - 2 <= m.end <= start for m in here):
            return True
    m = KO_BEHIND.match(text, end)
    if m is not None and not KO_NO_THING.match(text, m.end()) and not text[m.end()].isdigit() and candidate.start != m.end():
        return not _known(m.end(), here)
    for t in KO_PRICE_OF.finditer(text, lo, start) if KO_PRICED.search(text, lo, start) else ():
        if not KO_NO_NAME.search(t[1]) and not _known(t.start(1), here) and not any(m.start <= t.end(1) - 1 < m.end for m in here):
            return True
    if not inside and candidate.start < sentence_start and _topic_before(text, sentence_start, lo, start, here):
        return True
    for t in _topics(text, lo, start):
        if KO_NO_TOPIC.match(t[0]) or KO_BY_TIME.search(text, max(lo, t.start() - 4), t.end()) or KO_OWN.search(t[1]) or _known(t.start(), here) or t.start() < candidate.end <= t.end():
            continue
        if t.start() - candidate.end <= 2 and inside:
            continue
        if t[1] in ("ETF", "ETN") and any(m.rule == "fund" and 0 <= t.start() - m.end <= 3 for m in here):
            continue
        if t[0].rstrip().endswith(("이", "가")):
            main = inside and KO_MAIN.match(text, candidate.end) is not None
            if (KO_EMBEDDED if main else KO_TOLD).search(text, t.end() - 1, start) is not None:
                continue
        return True
    return False


def _gauge(text: str, lo: int, hi: int, here: list[Mention]) -> bool:
    """Whether a stretch is about an index that is not known."""
    return any(
        not KO_PLAIN_GAUGE.search(m["of"].rstrip()) and not any(n.kind == "instrument" and n.start < m.end() and m.start() < n.end for n in here)
        for m in KO_GAUGE.finditer(text, lo, hi)
    )  # fmt: skip


def _topics(text: str, lo: int, hi: int) -> Iterator[re.Match[str]]:
    """Every topic of a stretch of text, in order; one that begins inside a word only at the beginning of the stretch."""
    if lo and KO_LETTER.match(text, lo - 1) and (cut := KO_TOPIC.match(text, lo, hi)) is not None:
        yield cut
        lo = cut.end()
    yield from KO_WHOLE_TOPIC.finditer(text, lo, hi)


def _topic_before(text: str, sentence_start: int, lo: int, start: int, here: list[Mention]) -> bool:
    """Whether a sentence that names no known thing begins with an unknown topic, which its later clauses go on about."""
    if here or any(KO_OWN.search(t[1]) for t in _topics(text, lo, start)):
        return False
    m = KO_FIRST.match(text, sentence_start, lo)
    return m is not None and not KO_OWN.search(m[1]) and not KO_NO_TOPIC.match(m[0][m.start(1) - m.start() :])


def _en(
    text: str, start: int, end: int, clause: tuple[int, int], sentence_start: int, candidate: Candidate, here: list[Mention]
) -> bool:
    m = EN_BEHIND.match(text, end)
    if m is not None and not _known(m.end(), here) and EN_PROPER.match(text, m.end()):
        word = EN_PROPER.match(text, m.end())
        if word is not None and word[0] not in EN_COMMON:
            return True
    if candidate.name.ids[0].startswith("X") and EN_BEHIND_OTHER.match(text, end) is not None:
        return True
    inside = candidate.end <= start and candidate.start >= sentence_start
    lo = candidate.end if inside else sentence_start
    if not inside and (label := EN_LABEL.match(text, sentence_start)) and label.end() <= start and not any(
        label.start(1) <= m.start < label.end() for m in here
    ):
        return True
    if not inside and EN_GAUGE.search(text, max(lo, clause[0]), start):
        return True
    head = EN_FIRST.match(text, lo) if not inside else None
    if head is not None and head[1] not in EN_STANDING and head[1] not in EN_OWN and head.end() <= start and not _known(head.start(1), here):
        return True
    many = EN_MANY.match(text, lo) if not inside else None
    if many is not None and many[1].split()[0] not in EN_OWN and many.end() <= start and not _known(many.start(1), here):
        return True
    if not inside and (done := EN_ACTIVITY.match(text, lo)) is not None and done.end() <= start and not _known(done.start(1), here):
        return True
    if EN_SECTOR.search(text, lo, start) is not None:
        return True
    if not inside and (stand_in := ANAPHOR["en"].search(text, max(lo, clause[0]), start)):
        lo = stand_in.end()
    if inside and (aside := EN_WHICH.match(text, candidate.end, start)) is not None:
        lo = max(lo, aside.end())
    if start - lo > 200:
        lo = max(lo, clause[0])
    if EN_GROUPED.search(text, max(lo, clause[0]), start) and any(
        not _known(g.start(), here) for g in EN_GROUP.finditer(text, max(lo, clause[0]), start)
    ):
        return True
    for p in EN_PROPER.finditer(text, lo, start):
        if p[0] in EN_COMMON or p[0].rstrip("'s’") in EN_COMMON or _known(p.start(), here):
            continue
        if p[0].isupper() and len(p[0]) <= 5:
            if p[0] not in NOT_CODES and text[p.start() - 1 : p.start()] != "." and MOVING.match(text, p.end()) is not None:
                return not _titled(text, lo, start)
            continue
        if EN_CLOCKED.search(text, max(0, p.start() - 36), p.start()):
            continue
        if (EN_ORIGIN.fullmatch(p[0]) and EN_EPITHET.match(text, p.end())) or EN_SEATED.search(p[0]):
            continue
        first = p.start() <= sentence_start + 3 or text[p.start() - 2 : p.start()] in (". ", "— ", "– ")
        if first and not text[p.end() : p.end() + 2].strip()[:1].isupper():
            continue
        if inside and text[candidate.end : p.start()].strip(" ,.()") in ("", "in"):
            continue
        return not _titled(text, lo, start)
    return False


def _titled(text: str, a: int, b: int) -> bool:
    """Whether all words of a stretch begin with capitals, so that these tell no names."""
    words = EN_WORD.findall(text, a, b)
    return len(words) >= 3 and all(w[0].isupper() for w in words)
