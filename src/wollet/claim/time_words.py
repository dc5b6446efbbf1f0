"""The words around a time expression that tell whether it governs a figure."""

from __future__ import annotations

from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored

MARKET = re.compile(
    r"마감|거래|증시|지수|주가|코스피|코스닥|환율|장중|개장|종가|수익률|ETF|ETN|\b(?:stocks?|shares|index|traded|trading|closed|session|Nasdaq|Dow|S&P|Wall Street|futures)\b"
)
KO_BASE = re.compile(r"(?:\([^)]{0,20}\))?\s?(?:(?:마지막\s?(?:거래일|날)\s?|말\s?)?종가(?:\([^)]{0,20}\))?(?:[을를]\s기준으로\s(?:하면|삼으면|보면)|[과와]\s(?:비교|견[주줘]))|이후|부터|까지|(?:의?\s?종가\s?)?(?:대비|比|보다|에\s?비해)|(?:의?\s?종가와|(?<=[날일장])과)\s?(?:비교|견)|인도분|만기|(?:상승분|하락분|상승\s?폭|하락\s?폭|낙폭|수준(?:인|을|과|으로|에서)|(?:장중\s|기록한\s)?(?:[고저]점|최고[가치]|최저[가치])\s?(?:\([^)\n]{1,20}\)\s?)?(?:대비|보다|에\s?비해|에서)))")
EN_CONTRACT = re.compile(r"[- ](?:delivery|settlement|contracts?|expiry|futures)\b")
"""Behind the month of a futures contract."""
EN_BASE = Anchored(r"\b(?:since|until|through|compared (?:with|to)|from|before|versus|than)\s(?:\w+\s)?$", re.IGNORECASE)
EN_CLOSE_OF = re.compile(r"(?:(?<=['’]s)|['’]s)\s(?:close|closing|finish|settlement|settle|high|low|peak|level|record)\b")
EN_ABOVE = re.compile(r"\b(?:above|below|over|under|off|past)\s$")
"""Around a day whose price a figure is only set against: "$17 above Tuesday's close"."""
KO_PERIOD_OF = re.compile(
    r"\s?(?:[가-힣]+[한은운된인]\s){0,2}(?:(?:사상|역대|분기|연결|잠정|최대|최고|깜짝|기준)\s){0,4}(?:호(?=실적)|적자|흑자|어닝|순손실|순익|이익|손실|판매|수주|출하|산업|생산|주택|실업|신규|소비자|근원|ISM|PMI|실적|매출|영업|순이익|고용|소비|물가|수출|무역|G?DP|CPI|PPI|PCE|인도분|선물|물(?![가-힣])|만기|결산|배당|가이던스|회계|FOMC|금리|의사록|지표|확정치|잠정치|사업연도)"
)
KO_RELATIVE = re.compile(
    r"[가-힣](?:한|된|던|른|린|진|뛴|온|난)\s(?:[가-힣A-Za-z&·]+(?<![고며서에로])\s)?[가-힣A-Za-z0-9&·]+(?:\([^)]{1,20}\))?(?:은|는|이|가|도)\s"
    r"|[가-힣](?:다는|라는|[은는한된인])\s(?:영향|소식|여파|덕|탓|효과|결과)"
)
"""Between "전날" and a figure: the day is that of what the subject did, not of its move ("전날 실적을 발표한 A는 18% 급등했다")."""
KO_DID = re.compile(r"[가-힣]던\s(?:[가-힣A-Za-z&·]+(?<![고며서에로])\s){0,4}[가-힣A-Za-z0-9&·]+(?:은|는|이|가)\s")
"""Between any day and a figure: a clause of what the subject had done then ("12월 30일 1472원까지 올랐던 환율이 최근 1440원대로")."""
KO_ABROAD = re.compile(r"(?:\s밤|\s새벽)?\s(?:미국|미|美|뉴욕|월가|나스닥|글로벌)(?:\s?(?:증시|주식|시장)|\s)")
"""Behind "전날" in a text of Seoul's: the session of New York that ended in the night."""
KO_SAME_DAY = re.compile(r"같은\s날(?:에|엔)?\s")
KO_AT_THAT_TIME = re.compile(r"\s*(?:당시|그때|그\s당시)(?:는|에는|엔|에)?\s")
KO_MEASURED = re.compile(r"\s?(?:\([^)]{0,10}\)\s?)?(?:기록한\s|세운\s)?(?:순매[수도](?:액|량)?|거래\s?(?:대금|량)|종가|시가|고점|저점|고가|저가|최고[가치]|최저[가치]|수준)")
"""Behind a date that only marks a figure which another is set against: "지난 5일 순매수액(3000억원)"."""
KO_THEN = re.compile(r"[가-힣]던\s$|사진은\s(?:지난\s?)?$")
"""Before a date that a relative clause tells of, or that only dates a picture: "최대였던 지난 2일"."""
KO_PICTURE = re.compile(r"지난\s?\d{1,2}일[^.]{0,30}(?:모습|시세|전경|현황판)[.이]")
KO_HAD = re.compile(r"바\s?있(?:다|는|었|으)")
"""A sentence that looks back: its day is not the day of those that follow."""
EN_SINCE = Anchored(r"\bsince\s[^.,;:()]{0,60}$", re.IGNORECASE)
"""Before a date that only tells since when: "since the war began on Feb. 28"."""
EN_WHEN = re.compile(r",?\s(?:when|as the|after the)\b")
"""Behind a time so long ago that tells when something was, not what it is set against: "11 months ago when the stock fell"."""
EN_ON = re.compile(r"(?:\s?(?:percent|per cent|points?))?(?:\s(?:gain|loss|rise|drop|decline|advance|fall|slide|jump))?\s(?:on\s|early\s|late\s|last\s)*")
"""Between a figure and the day right behind it, which is the figure's whatever day was named before."""
EN_WHY = re.compile(r"\bafter\s(?!the\s(?:bell|open|close|market)|hours)", re.IGNORECASE)
"""What leads a clause of what went before the news: "dropped in Tokyo after a rival lost 6% on Thursday"."""
EN_AGAINST = re.compile(
    r"\b(?:after|following|versus|against|wiping out|undoing|unwinding|cancell?ing|paring|trimming|recouping|offsetting|topping|extending|eclipsing|erasing|reversing|despite|than|from|compare[sd]?\s(?:with|to)|comes\safter)\s(?:(?:an?|its|the|their|much of|most of|all of|part of|\w+ing|about|nearly|having|more\sthan)\s){0,3}(?:(?:close|finish|closing level|reading|level)\s(?:of|at)\s)?$", re.IGNORECASE
)
"""Before an earlier move that a figure is only set against; the day behind it is that move's."""
EN_MOVING = r"ris|fall|gain|los|climb|slid|drop|jump|surg|soar|advanc|declin|add|shed|shedd|rally|tumbl|plung|sink|slump|slipp|dipp"
EN_ITS_MOVE = re.compile(r"\b(?:an?|its|their|the)\s(?:[a-z]+\s)?$", re.IGNORECASE)
EN_NOUN = re.compile(r"\s(?:[a-z]+\s)?(?:gain|loss|rise|drop|decline|advance|fall|slide|jump|surge|rally|plunge|slump|selloff|rout|tumble)\b")
"""Around a move told as a thing, whose day is no figure's before it: "falling 9% to 199, thanks to a 7% drop on Thursday"."""
EN_AND_AGAINST = re.compile(r"\b(?:compared\s(?:with|to)|versus|against)\s(?:[^,;:]|(?<=\d),(?=\d)){0,48}?\sand\s(?:an?\s|about\s)?$", re.IGNORECASE)
EN_OPENING = re.compile(
    r"\W*(?:(?:A|One|Just a|Only a|Two|Three)\s(?:trading\s)?(?:days?|sessions?|weeks?)\s|Even\s|Coming\s|Right\s)?(?:(?:after|following|having|despite|off|on the heels of|building on|extending|adding to|reversing|erasing|(?:rebounding|recovering|bouncing back|fresh) (?:from|off))\b|from (?=[$€£\d]))",
    re.IGNORECASE,
)
"""What begins a sentence with a clause of what went before, to its comma: "After losing 0.3% on Tuesday, the index rose 1%"."""
EN_BY_THEN = re.compile(r"(?:['’]s close)?,?\s(?:(?:it|they|[tT]he(?:\s[\w&]+){1,4}|[A-Z]\w+)\s)?(?:had|was|were|stood)\b")
"""Behind a day that something had come about by: it is told of that day, "by Friday it had recovered"."""
KO_LEFT = re.compile(r"\s?(?:종가(?:인)?\s?)?[\d,.만천]+\s?(?:포인트|선|원|달러|p)?에서\s(?!출발|시작|마감|거래)")
EN_FROM = re.compile(r"\bfrom\s(?:about\s)?$")
EN_HAD = re.compile(rf"(?:.{{6}})?having\s|after\s(?:[a-z]+ly\s)?(?:clos|end|finish|settl|open|trad|start|begin|{EN_MOVING})\w*ing\b", re.IGNORECASE | re.DOTALL)
"""What begins a clause of what a price itself did before: "after ending Monday at 250"."""
EN_WHERE = re.compile(r"\b(?:above|below|from|than|over|under)\s(?:where|what|that of)\s(?:it\s|they\s)?(?:had\s)?(?:ended|closed|finished|stood|was|were|settled|fetched|traded)\s(?:at\s(?:the end of\s)?|on\s|late\s)?$", re.IGNORECASE)
"""Before a day that a move is told from: "1.1% above where it ended Friday"."""
EN_BY_ITSELF = re.compile(r"\b(?:of|than|from|like|unlike|versus|to|with)\s[A-Z][a-z]+day['’]s[:,.;)]")
"""A day that stands for its session, which another is set against: "the mirror image of Tuesday's"."""
EN_SET_OFF = re.compile(r"\b(?:(?:made|making|makes) up for|(?:eras|revers|recoup|offsett|extend|exceed|topp|match|undo|overcom)\w*|wip\w+ out|after|following|despite|than|versus|from|adding to|on top of|built on|building on)\s$", re.IGNORECASE)
"""Before a day whose own move another one is set against."""
EN_OF_EXTREME = re.compile(
    r"\b(?:record|highs?|lows?|peak|trough|close|top|bottom|level|milestone)\b(?:[^.;:]|\.\d){0,24}?\b(?:set|hit|reached|touched|notched|posted|recorded|made|struck|logged|established|seen)\s(?:back\s|just\s|only\s)?(?:on|in)?\s?$|\b(?:record|highs?|lows?|peak|trough|bottom)(?:\sclose)?\sof\s$", re.IGNORECASE
)
"""Before the day of an old high or low, which is no move's: "4.5% below its record close set on June 2"."""
EN_EXTREME = re.compile(r"\s(?:intraday\s|closing\s|record\s|all-time\s)*(?:record|high|low|peak|trough|top|bottom)\b", re.IGNORECASE)
EN_OWNS = re.compile(r"(?:(?<=['’]s)|['’]s)\s(?!session|trading|close\b|open\b)")
EN_OWN = re.compile(r"['’]s\s(?:(?:steep|sharp|modest|big|strong|surprise|nearly|roughly|about|almost|more than)\s){0,2}")
EN_PLACED = re.compile(r"\b(?:in|during|throughout|over|since|from|back in|of)\s(?:early\s|late\s|mid-?\s?|the\s(?:start|end|spring|summer|fall|autumn|winter)\sof\s)?$", re.IGNORECASE)
EN_MOVE_TO_DAY = 28
"""Between a move and the day that it is told of, at most."""
LONG = frozenset(("month", "quarter", "half", "year", "decade"))
DAYS = frozenset(("day", "instant"))
BESIDE = frozenset(("overnight", "this_day", "previous_day", "next_day", "yesterday", "tomorrow"))
"""Days told by another day: 이날 refers to none of them."""
