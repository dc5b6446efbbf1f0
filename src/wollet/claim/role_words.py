"""The words by which a number is a price, a move, or neither."""

from __future__ import annotations

from typing import Literal

from wollet.claim.cues import EN_DOWN, EN_UP, MOVE
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored

Kind = Literal["change", "period_return", "level"]
MONEY = re.compile(r"[A-Z]{3}(?:/[a-z]+)?$")
KO_MOVE_NEXT = re.compile(
    r"\s?(?:\([^()]{1,24}\))?\s?(?:씩|가량|정도|이나|나|이상|넘게|가까이|안팎|대|대의|의|로|으로|까지|[을를](?=\s?(?:더했|보탰|반납했|잃)))?\s?(?:더(?!했)|가장\s?(?:많이|크게)|급)?\s?(?:" + MOVE["ko"].pattern + ")"
)
KO_TO = re.compile(r"\s?(?:선|대|수준|부근|초반대?|중반대?|후반대?)?\s?(?:에서|에|으로|로|까지)(?![가-힣])")
KO_STATE = re.compile(r"\s?(?:선|대|수준|부근)?\s?(?:를|을|이|가)?\s?(?:됐|되었|기록|나타[내냈]|가리키|유지|형성|찍|터치|상회|하회)|\s?(?:였|이었|이다|이며|으로|\.|$)")
EN_TO = Anchored(
    r"(?:\bto|\bat|\bnear|\baround|\babove|\bbelow|\bof|\bhit|\breach(?:ed|ing)|\btouch(?:ed|ing)|\bcrossed|\bpast|\bnear(?:ed|ing|s)|\bapproach(?:ed|ing|es)|\bfrom|\bwas|\bis|\bstood at|:)\s(?:just\s|about\s|around\s|nearly\s|roughly\s|as (?:high|low|much) as\s|a\s|an\s|the\s)?(?:record\s|(?:fresh |new )?(?:high|low)\sof\s)?$",
    re.IGNORECASE,
)
EN_MOVE_JUST = Anchored(r"(?:" + MOVE["en"].pattern + r")(?:\s(?:by|as much as|about|around|another|a further|an additional|nearly|roughly|more than|less than|at least))?\s?(?:[$€£¥]|a\s)?$", re.IGNORECASE)
EN_MOVE_NEXT = re.compile(r"[- ]?(?:percent(?:age)?)?(?:[- ]points?)?[- ](?:[a-z-]+\s){0,1}?(?:" + MOVE["en"].pattern + ")", re.IGNORECASE)
FOREIGN = frozenset(("fundamentals", "macro", "share", "deal", "forecast", "other", "market_cap", "flow", "breadth"))
EN_TALLY = re.compile(r"(?:loss(?:es)?|gains?)\b", re.IGNORECASE)
"""Words that of a price mean its move."""
EN_THE_SHARES = re.compile(r"\b(?:the|its|their)\s(?:shares|stock)\s(?:up\s|down\s|as much as\s|about\s|more than\s|nearly\s){0,2}$")
"""Before a move that is the shares' own, whatever else the sentence tells: "sending the shares 17% higher"."""
EN_PAY = re.compile(r"\s(?:pay|wage|salary|dividend|tax|rent|fare|tariff|staff|job|cash)\s(?:increase|raise|rise|hike|cut|bump|position|holding|boost)s?\b|\s(?:call|say|said|think|expect|believe|consider|name[ds]?|cite[ds]?)\s(?:[a-z]+\s){0,2}(?:being|that|the|it|a|long|short)\b|\sof\s(?:total\s)?(?:assets|respondents|managers|holdings|portfolios?)\b")
"""Behind a percentage that is of pay, of an opinion or of a portfolio, and no move of a price."""
EN_PART_FROM = re.compile(r"\d(?:%|\spercent)\sof\s[^.;,%]{2,40}\sfrom\s(?:about\s|nearly\s)?$")
"""Before the part that another one is told from: "to 4.2% of assets from 4.8%"."""
EN_ITS_MEMBERS = re.compile(r"(?:['’]s?)?\s(?:companies|firms|members|constituents|components|earnings|profits?|sales|revenues?)\b")
"""Behind an index: its members, or what they earn, are told of."""
EN_AWAY = re.compile(r"\s(?:below|above|off|from|under|shy of|short of|away from)\s(?:its|their|the|a|an)?\s?(?:[\w'’.-]+\s){0,3}?(?:prices?|high|highs|low|lows|peak|levels?|trough|record)\b(?:\sclos(?:e|ing\s\w+)\b)?", re.IGNORECASE)
KO_WIDTH = re.compile(r"(?:폭|률|분)(?:은|이|도|만)?\s?(?:약\s?)?$")
KO_RANGE = re.compile(r"(?:(?:변동|등락|진동)폭|진폭|격차|차이)(?:은|이|가|는|도|만)?\s?(?:약\s?)?$")
"""Before points: how far apart two prices lay, which is neither's move."""
PRICEY = re.compile(
    r"주가|종가|시가|거래|마감|주당|공모가|한주당|신고가|신저가|까지\s?(?:오|올|밀|내|떨|치)|\b(?:shares?|stock|traded|trading|closed?|high|low|unchanged|offered|priced|apiece)\b|\b(?:end|finish|settl)(?:ed|ing|es|s)\s(?:up\s)?(?:[a-z]+\s){0,2}(?:[A-Z][a-z]+\.?\s(?:\d{1,2}\s)?)?at\s[$€£¥]|[+-]\d",
    re.IGNORECASE,
)
FOLLOWED = re.compile(
    r"[을를]?\s(?:추가로?\s)?(?:매입|인수|취득|매각|처분|출자|출연)(?:했|하|한|해)|"
    r"\s?(?:의\s)?(?:[가-힣]{1,4}\s?)?(?:관세|지분|점유율|비중|세율|할인율|이자|금리)|\s(?:of(?!\s(?:(?:its|their|the)\s(?:[\w-]+\s){0,2})?(?:value|worth|capitali[sz]ation)\b)|stake|tariffs?|duty|duties|interest|tax|discount|owned|share of|chance|probability|worth|(?:Fibonacci )?retracement)\b",
    re.IGNORECASE,
)
AFTER_MOVE = {
    "ko": re.compile(r"(?:른|린|한|진|뛴|친|락한|등한|올라|내려|떨어져|뛰어|[승락]해)\s(?:배럴당\s|주당\s|온스당\s)?$"),
    "en": re.compile(r"(?:percent|per cent|pc|%|points?)\)?,?\s(?:to|at)\s$|\b(?:" + EN_UP + "|" + EN_DOWN + r")\s(?:back\s|sharply\s)?to\s(?:just\s|about\s|around\s)?$", re.IGNORECASE),
}
KO_APART = re.compile(r"\s?(?:이상|정도|가량|넘게)?\s?(?:더\s)?(?:높|낮|비싸|비싼|싼|싸)")
KO_CLOSED = re.compile(r"\s?\([^)]{1,20}\)\s?(?:에|로|으로|까지)(?![가-힣])|\s?\([+\-−▲▼△▽]\s?[\d.]+%\)\s?(?:,|·|/|[와과]\s)")
KO_STANDS = re.compile(r"높은|낮은|비싸|웃돌|밑돌|성장")
COMPARED = re.compile(r"=\s?$")
KO_OFF = re.compile(r"(?P<base>[가-힣A-Za-z0-9]+)\s?대비\s?(?:약\s?)?$")
KO_PRICE_BASE = re.compile(r"(?:[간일장주월년달해초말가점기때전후날]|시점|수준|시세|지수|[피닥]|시장|환율|달러|[원엔]|종목|업종|평균|상승분|하락분|[A-Z]{3,}|\d|\d[시분])$")
"""What a price's move can be set against; a move against anything else ("표준 대비 +46%") is no price's."""
ARROW = re.compile(r"\s?[▲▼△▽]\s?\d")
"""Behind a level: what it moved by comes next, with its own sign."""
EN_SPREAD = re.compile(r"\bfrom (?:about |as (?:little|low) as )?[\d.]+ ?(?:percent|%|pc)? to (?:as (?:much|high) as )?$|\bnegative $", re.IGNORECASE)
"""Before the far end of a spread over several things, or a state below zero: neither is the move of one price."""
KO_YEAR_BACK = re.compile(r"1년\s?전(?:보다|과|에|\s?대비)")
KO_SHARE_PRICE = re.compile(r"주가|주식|종가|지수[가는]")
KO_HOPED = re.compile(r"\s?(?:선|대|고지)?\s?(?:진입|돌파|시대|달성|회복|안착)[가-힣\s]{0,8}(?:기대|전망|가능|예상|관측)|\s?(?:짜리|주식|종목)")
"""Behind a level that is hoped for, or one that only sorts things."""
KO_NEARLY = re.compile(
    r"\s?(?:선|대|고지)?(?:의|을|를)?\s?(?:진입|돌파|달성|회복|안착|탈환|등정|복귀|재진입)?(?:을|를|에|도)?\s?(?:눈앞|목전|임박|초읽기|앞[두둔]|시도|도전|노[려리린]|실패|코앞|근접|바짝|다가[서섰선])"
)
"""Behind a level that is not reached yet: where the price stands is near it."""
KO_HOUSE = re.compile(r"(?:증권|자산운용)$")
KO_TARGETS = re.compile(r"목표\s?(?:주)?가")
"""A house that sets targets: no price in its sentence is its own share's."""
KO_LEFT = re.compile(r"대?에서\s[\d만천백,.]+\s?(?:원|달러|센트|엔|유로|위안)대?(?:으로|로|까지)\s")
KO_CAME = re.compile(r"[\d만천백,.]+\s?(?:원|달러|센트|엔|유로|위안)대?에서\s$")
KO_PEAK = re.compile(r"(?:[고저]점|최고가|최저가|신고가|신저가)\s?\($")
"""Around the two prices of a move told from one to the other, and before an old extreme in brackets."""
KO_OF_AMOUNT = re.compile(r"(?:조|억|만주|만\s주)\s?(?:[\d,]+\s?(?:천|만)?)?(?:원|달러|위안|엔|유로|주)?\s?\([^()%]{0,10}$")
"""Before a percentage that stands in brackets behind an amount too large for a price: it is the amount's."""
KO_ITSELF = re.compile(r"[은는]\s")
"""Behind a figure that a clause is itself about ("25%는 시작일 뿐이다"), which is the move of nothing named before."""
KO_TRADED = re.compile(r"[^.\n]{0,40}?(?:순매[수도]|사들|담았|팔았|매집)")
"""Behind a name told by how far it had risen: what was bought of it, so that the move is of no session told."""
KO_GROWN = re.compile(r"\s?(?:넘게\s|이상\s|가량\s)?성장")
"""Behind the growth of a business or of what a fund holds, which is no price."""
HOLDERS = re.compile(r"주주|지분|의결권|우호\s?세력|백기사|보유(?!자)")
"""Words of a clause whose bracketed percentages are what each holds."""
DEFINED = re.compile(r"\s?=\s?\d")
EN_APART = re.compile(r"\b(?:premium|discount|spread) of (?:about |nearly |roughly )?$")
"""Before the amount by which two prices stand apart."""
EN_OF_ELSE = re.compile(
    r"[- ]?(?:percent\s)?(?:[a-z-]+\s){0,2}?(?:jump|rise|gain|increase|decline|drop|fall|surge|growth|decrease|slump|plunge)s?\s(?:in|to)\s(?:its\s|their\s|the\s)?(?!(?:[a-z-]+\s){0,2}?(?:shares?|stocks?|markets?|price|value|index|trading|hours|session|deals)\b)(?P<what>(?!(?:the|its|their)\b)[a-z]{3,}\b)(?!\sto\b)(?!\s(?:[a-z-]+\s)?[A-Z])"
)
"""Behind a figure: a move of what is no price ("a 27% jump in viewing time")."""
EN_FROM_CLOSE = re.compile(r"(?:\spoints?)?\s(?:above|below)\s(?:its|the|their|\w+['’]s)\s(?:previous\s|prior\s|last\s|\w+['’]s\s)?(?:close|finish|settlement)\b")
"""Behind the distance from an earlier close, which is no price."""
EN_HIGHER = re.compile(r"(?:\s?(?:points?|percent|%))?\s(?:higher|lower)\b(?!\sthan\b)")
"""Behind a move, whatever verb stands before it: "was 151.52 points higher at 38,424.27"."""
EN_SO_MANY = re.compile(r"\s(?:of\s(?:them|its|the)\b[\w\s]{0,24}?\s)?(?:rose|fell|gained|lost|advanced|declined|climbed|dropped|slid|were|closed|ended|finished)\b")
"""Behind a count of things that moved, which moved no price by so much: "18 rose and 12 fell"."""
PLUS_OR = re.compile(r"(?:\bplus or |\+/|±\s?)$")
"""Before a move to either side, which has no sign."""
EN_NOUN_OF = re.compile(r"\b(?:gain|loss|drop|rise|fall|decline|jump|increase|slide|advance|rally|plunge)s?\s(?:of\s)(?:just\s|only\s|a mere\s|about\s|nearly\s|more than\s)?$", re.IGNORECASE)
TO_AMOUNT = re.compile(r"\s(?:to|or)\s(?:about\s|nearly\s|roughly\s|around\s|almost\s|just\s|more than\s|over\s|a\srecord\s)?(?:US|C|A|HK)?[$€£¥]?\s?\d[\d.,]*\s?(?:[mb]illion|trillion|mln|bn|[mb]n?(?![a-z]))")
"""Behind a percentage: it took an amount of millions there, which is no price of a share."""
OF_AMOUNT = re.compile(r"\d\s?(?:[mb]illion|trillion)(?:\sin\s\w+)?,\s(?:up|down)\s(?:by\s)?(?:about\s|nearly\s|roughly\s|almost\s|more than\s)?$")
"""Before a percentage by which an amount of millions had changed: "earned $1.4 billion, down 8%"."""
WORTH = re.compile(r"\b(?:worth|valued at)\s(?:about\s|nearly\s|roughly\s|around\s|almost\s|more than\s)?$")
"""Before what a holding comes to, which is no price."""
SURVEYED = re.compile(
    r"\s(?:of\s(?:[\w’'-]+\s){0,4}?(?:respondents|investors|managers|economists|participants|readers|voters|consumers|analysts|members|people|Americans|users|customers|executives|companies surveyed)\b|(?:see|say|said|expect|expected|believe|think|predict|plan|favou?r)\b)"
)
"""Behind a percentage: so many of those asked."""
STEP = re.compile(r"[-\s](?:rate\s)?(?:hikes?|cuts?)\b")
"""Behind a step that a central bank takes, which is no move of a bond's yield."""
STATE_OF = re.compile(r"\b(?:peak|rate|level|range|yield|probability|chance|share|stake|weight|margin|minimum|maximum|ceiling|floor)\sof\s(?:about\s|close to\s|around\s|nearly\s|roughly\s)?$", re.IGNORECASE)
"""Before a percentage at which a thing stands."""
OF_NAME = re.compile(r"\s(?:(?:of|in|at|from|for)\s)?(?:the\s)?")
"""Between what is measured and a name that it is of: "holdings in the trust fell"."""
HELD_IN = re.compile(r"\b(?:holdings|positions|inflows|outflows|assets|deposits)\s(?:of|in|at)\s(?:the\s)?$", re.IGNORECASE)
"""Before a name of which not the price but what is held moved."""
BEYOND = ("below ", "above ", "under ", "beneath ", "past ")
"""What an English yield falls or rises past is where it stands: "dropped below 3.5%"."""
HANDLE = ("선", "대")
"""The end of a round level, which is where a price stands whatever word of movement follows: "2530선 후퇴"."""
RATES = {
    "ko": re.compile(r"금리|국채|국고채|\d{1,2}년\s?물|만기|채권|비중|지분|관세|점유율|비율|이익률|마진|할인율|경쟁률|배당"),
    "en": re.compile(r"\byields?\b|\btreasur|\bstake\b|\btariff", re.IGNORECASE),
}
AMOUNTS = frozenset(("market_cap", "flow", "breadth"))
EN_PAST = re.compile(r"(?:below|above|under|past|beyond)\b", re.IGNORECASE)
"""What a yield went past: "dropped below 3.5%"."""
EN_TIMES = re.compile(r"(?:doubled|tripled|quadrupled|quintupled)$", re.IGNORECASE)
EN_WITHIN = re.compile(r"\s(?:in (?:value|price)\s)?(?:in the (?:past|last)|over|during|since|this|within|so far|year to date|from)\b", re.IGNORECASE)
EN_SHARES = re.compile(r"\b(?:shares|stock|share price)\b", re.IGNORECASE)
"""A verb that multiplies, the stretch right behind it (and so nothing that was doubled), and what makes it the price's."""
KO_BOND = re.compile(r"연\s?$")
FACT_NEAR = 45
