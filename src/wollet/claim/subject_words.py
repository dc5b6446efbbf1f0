"""The words around a name that tell whether a figure is its own."""

from __future__ import annotations

from wollet.claim.cues import EN_DOWN, EN_UP
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored

CARRIED_COST = 62.0
KINDS = frozenset(("instrument", "organisation", "person"))
TOPIC = re.compile(r"(?:\([^)]{1,40}\)|\))?\s?(?:지수|주가|주식|주|가격|선물|현물|환율|금리|증시)?\s?(?:은|는|이|가|도|의\s?주가[는가]|의\s?지수[는가]|의\s(?:이날\s)?(?:시가총액|시총|종가|시가|(?:상승|하락|등락|수익)률|[상하][승락]폭|낙폭)[은는이가도])(?=[\s,])")
KO_ONLY_WHY = re.compile(r"(?:\([^)]{1,40}\))?[이가]\s(?:[^.,\n]|\.(?=\d)){0,40}?(?:[은는한된린른뛴진간낸]\s(?:영향|소식|여파|덕|탓|우려|기대|데)[^\s]{0,4}|[하되르리]자)\s")
"""Behind a name that a clause is about which only tells why: "나스닥이 2% 오른 영향으로"."""
KO_HAVING_MOVED = (
    r"\s?(?:넘게|이상|가까이|가량|정도|나|이나|대)?\s?(?:더\s)?(?:(?:오르|내리|상승하|하락하|떨어지)는\s?데\s그친|[가-힣]{0,4}(?:오른|내린|뛴|빠진|떨어진|치솟은|급등한|급락한|상승한|하락한|폭등한|폭락한|반등한|밀린)|(?:올랐|내렸|뛰었|빠졌|떨어졌|급등했|급락했|상승했|하락했)던(?:\s[가-힣]+\s(?:중심|위주)의)?"
    r"|(?:상승|하락|급등|급락|강세|약세)\s?중[인이]던?|[가-힣]{0,2}(?:강세|약세|오름세|내림세|상승세|하락세|급등세|급락세)를\s(?:보인|보이는|보이던|나타낸|기록한|이어간)"
)
"""Behind a figure: the move that tells more of the thing named next ("3% 오른 …"); its group of ways is left open."""
KO_BEHIND = re.compile(KO_HAVING_MOVED + r"|[을를]?\s?(?:눈앞|목전|코앞)에\s둔)\s")
SPEAKER = re.compile(r"(?:'s|’s)?\s?(?:analysts?|strategists?|economists?|연구원|애널리스트|이코노미스트|리서치|센터장)")
HOUSE = re.compile(r"(?:증권|자산운용)$")
SOURCE = re.compile(r"(?:\([^)]{1,40}\))?(?:\s?(?:등|집계))?에\s?(?:따르면|의하면)")
"""Behind a name: whoever the figures are told by, and whose they are only where no one else is named."""
TRACKED = re.compile(r"(?:\s?(?:가격|지수))?(?:에|을|를)\s?(?:연동|추종|투자하|연계|기초)")
"""Behind what a fund follows, which is not what is told of."""
THAN = re.compile(r"(?:[와과]\s[가-힣A-Za-z0-9]+)?보다\s|\s?대비\s|(?:\s?(?:지수|시장))?[와과]\s?(?:마찬가지로|달리|다르게|비슷하게|반대로|대조적으로)")
GENITIVE = re.compile(r"(?:\([^)]{1,40}\))?(?:의|에|에서|와|과|및|보다|를|을|로|으로|에게|부터)\s?")
BRACKET = re.compile(r"\s?(?:주가)?\s?[(（:]?\s?$|\s?\([^()]{1,24}\)\s?[(（:]?\s?$|\s?[(（]\s?[\d,.만천]+(?:pt|p|포인트|원|달러)?\s?[,/]\s?$|\s\((?:up|down|off|ahead)\s(?:by\s|about\s|nearly\s)?$")
EN_BEHIND = re.compile(
    r"\s?(?:percent\s)?(?:(?!(?:while|and|but|as|whereas|that|with)\b)[a-z-]+\s){0,2}?(?:in|for|of|by|at|on)\s(?:the\s|shares (?:of|in)\s|both\s|stock (?:of|in)\s)?(?:[a-z-]+\s){0,2}$"
)
EN_FRONTED = re.compile(
    r"(?:[\W_]|\^?[A-Z]{1,5}\s)*(?:Already\s|Now\s|Still\s|Just\s|Even\s)?(?:Up|Down|Off|Ahead|With|At|Worth|Valued|Priced|Trading|Closing|Ending|Rising|Falling|Gaining|Losing|Climbing|Dropping|Sliding|Adding|Shedding|Jumping|Soaring|Surging|Slipping|Sinking|Tumbling|Plunging|Rallying|Advancing|Declining|After|Having|Before|Following|Despite|By|From|Since)\s(?:[^,;:]|,(?=\d{3}))*$"
)
EN_FRONTED_END = re.compile(r"(?:[^,;:.]|[.,](?=\d)){0,60},\s(?:the\s|(?:shares|stock)\s(?:of|in)\s(?:the\s)?)?$", re.IGNORECASE)
"""Around a figure of what an English sentence opens with, whose subject stands behind the comma: "Up 2.5%, Nvidia led"."""
EN_COMPLEMENT = re.compile(r"(?:by|from|of|with|at|for|against|over|than|like|including|despite|after|and)\s(?:the\s)?$", re.IGNORECASE)
OWNED = re.compile(r"['’]s?\s(?:own\s|record\s|about\s|nearly\s|roughly\s|more than\s)?")
"""Between a name and the figure that is its own: "the S&P 500's 5.5% gain"."""
EN_MOVES = re.compile(rf"\s(?:[a-z]+ly\s)?(?:{EN_UP}|{EN_DOWN})|['’]s?\s(?:of\s|by\s)?(?:about\s|nearly\s)?[$+−-]?\d|\s(?:has|have|had|was|were|is|are|stood|ended|closed|finished|settled|traded|held)\b|\s(?:by\s|at\s|with\s)?(?:about\s|nearly\s)?[$+−-]?\d")
"""Behind a name that its own word of movement or figure follows, which so is no mere second one after "and"."""
JOIN = re.compile(
    r"(?:\s?\(\s?[A-Z0-9.=^$%+-]{1,10}\s?\)|\s?\)|\s?[A-Z]{1,5}\.[A-Z]{1,2}(?![A-Za-z])|\s?지수|\s?주가|[\u0027\u2019\u201d])?\s?(?:,|，|·|/|와|과|및|and|&|,\s?and|랑|하고)\s?[\u0027\u2018\u201c]?(?:the\s|또\s|(?:미국|독일|프랑스|영국|일본|중국|대만|홍콩|이탈리아|스페인|한국|인도|호주|범유럽)\s)?(?:[a-z]+-[a-z]+\s)?"
)
EN_LIST = re.compile(r"\band\b|&|/")
"""Within a list of names; two names with a comma alone between are no list: "Weighing on the Dow, Apple lost 1.6%"."""
EACH = re.compile(r"\s(?:each|all|both)\b")
SENTENCE = re.compile(r"[.!?]\W*$")
"""The end of a sentence, which a headline has not."""
APPOSED = re.compile(r"\s?\(\s?")
EN_ONE_MORE = re.compile(r",?\s(?:and\s)?\d[\d.]*%")
"""Behind as many figures as there are names: yet another figure of the list, so that a name of it is not known."""
KO_LISTED = re.compile(r"\s?,\s(?:연\s|약\s)?|\s?(?:와|과)\s(?:연\s|약\s)?")
KO_ENDED = re.compile(r"다\.\s|[은는]\s[^.\n]*[은는]\s")
KO_OWNED = re.compile(r"(?:\([^)]{1,40}\))?의\s")
"""Between a name and a figure of its own: "나스닥의 1.5% 상승 소식에"."""
KO_SHARE_PRICE = re.compile(r"\s주가[는가도]\s")
"""What only shares have, so that no index named before it is meant."""
KO_EACH_OF = re.compile(r"각각\s|(?:두|세|양)\s?(?:종목|지수|회사|기업|시장|사)의\s")
NEXT_LIST = 16
"""Code points between two lists that take their turns from the same names."""
ANAPHOR = {
    "ko": Anchored(r"동사|이\s?회사|해당\s?(?:기업|회사|종목)|회사\s?측|(?<![가-힣])주가[는가]"),
    "en": Anchored(
        r"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?:[\w-]+\s){0,4}?(?:stock|shares|company|firm|\w{3,}maker|manufacturer|retailer|lender|bank|carrier|giant|startup|miner|operator|developer|provider|insurer|supplier|chain)(?:['’]s\s(?:shares|stock))?\b(?!\s(?:market|index|indexes|futures|benchmark))"
        r"|(?:^|[.!?—–]\s+)Shares (?!of\b|in\s(?:[A-Z]|the\b))(?=[a-z])|\b(?:[Tt]he\s)?[Ss](?:hares|tock) (?:of|in) the (?:[\w-]+\s){0,4}?(?:company|firm|\w{3,}maker|manufacturer|retailer|lender|bank|carrier|giant|startup|miner|operator|developer|provider|insurer|supplier|chain)\b"
    ),
}
"""Words that stand for a company named before."""
EN_OWN_SHARES = re.compile(r"(?:its|their)\s(?:[\w-]+\s){0,2}?(?:stock|shares)\b", re.IGNORECASE)
"""A clause that begins with the shares of the one that its sentence began with: "A outran B, with its stock up 2%"."""
EN_TO_ASIDE = re.compile(r"(?:['’]s)?(?:\s(?:shares|stock))?(?:\s?[A-Z]{1,5}\.[A-Z]{1,2}|\s\([^)]{1,24}\))?")
"""Between a name and the aside that describes it."""
BARE_SHARES = re.compile(r"\W*Shares\s(?!of\b|in\s(?:[A-Z]|the\b))(?=[a-z])")
"""A sentence that begins with shares of no one named: those of the company in the title."""
IT = re.compile(r"\W*(?:It|Its)\s")
FUND = re.compile(r"\W*(?:The|This|That|Its)\s(?:[\w&-]+\s){0,4}?(?:fund|ETF|Fund|portfolio|strategy|trust|Trust)\b")
"""A sentence about a fund, of which the next one goes on by "it"."""
WHOSE_SHARES = re.compile(r"(?:['’]s)?\s(?:[Ss]hares|[Ss]tock)\b")
"""Behind a company in a title: its shares are what the text is about."""
BOTH = {
    "ko": re.compile(r"(?:두|양)\s?(?:유종|지수|종목|회사|기업|시장|사)(?:는|은|이|가|도|을|를)?\s?(?:모두|다)?\s|이들\s?(?:두\s?)?(?:종목|회사|기업)(?:은|이|을|의|도)?\s?각각"),
    "en": re.compile(r"\b[Bb]oth (?:stocks|indexes|indices|contracts|companies|benchmarks|shares|averages|grades)\b"),
}
"""Words that stand for the two things named last."""
KO_PARTICLES = (("topic", TOPIC), ("than", THAN), ("genitive", GENITIVE))
OUTLET = "organisation: outlet"
SECTION = 12
"""Sentences that a heading rules."""
ADDRESS = Anchored(r"(?:https?|file)://\S+|\bwww\.\S+")
