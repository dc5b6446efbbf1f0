"""The words by which a move is told over more than one session, and what marks them as of another time or move."""

from __future__ import annotations

from wollet.claim.cues import EN_DOWN, EN_UP
from wollet.claim.stretches import Unit
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored

KO_NUMBER = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15}
KO_COUNT = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "반": 6}
KO = Anchored(
    r"(?P<ytd>올해\s?들어|올\s?들어|올\s?한\s?해|한\s?해를\s(?=[\d.]+%)|연간(?:으로|\s?(?:상승|하락|등락|수익)률)|연중\s?(?:상승|하락|등락|수익)률|연초\s?(?:이후|대비|보다)|올해(?:\s?(?:에만|만|초부터|[는도엔]|에는))?(?=\s(?!초|말|첫|처음|안에|상반기|하반기|\d)|\s(?:약\s|무려\s)?[\d.]+%|\s[\d,.만천]+(?:원|달러)?에서\s)|연중|(?:작년|지난해)\s?말\s?(?:\([^)\n]{1,20}\)\s?)?(?:대비|보다|이후))"
    r"|(?P<mtd>이달\s?들어|이번\s?달\s?들어|이달\s?(?:에만|만)|이달\s?(?:누적|(?:상승|하락|등락|수익)률)|지난달\s?말\s?(?:\([^)\n]{1,20}\)\s?)?(?:이후|대비|보다)|월간\s?(?:기준|으로|상승|하락|등락|수익)|한\s?달을\s(?=[\d.]+%))|(?<![\d.])(?P<named>1[0-2]|[1-9])월\s?들어|(?<![\d.])(?P<of>1[0-2]|[1-9])월(?:\s?한\s?달(?:\s?(?:간|동안|새|에만|만))?|에만|에?(?=\s(?:약\s)?\d[\d.]*%))|(?P<wtd>이번\s?주(?!\s?(?:초|중|후반|말|안|내|[월화수목금]요일))\s?(?:들어|에만|만)?|금주|(?:지난\s)?한\s?주\s?(?:간|동안)|지난\s한\s?주(?!당)|한\s?주를\s(?=[\d.]+%)|주간\s(?=[\d.]+%)|주간\s?(?:기준|으로|상승|하락|등락|수익)|전주\s?(?:말\s?)?(?:\([^)\n]{1,20}\)\s?)?대비|전주\s?(?:말\s?)?(?:\([^)\n]{1,20}\)\s?)?보다)|(?P<qtd>이번\s?분기\s?(?:들어|에만)|(?<!\d)분기\s?(?:상승|하락|등락|수익)률)"
    r"|(?P<last_week>지난주(?!\s?(?:말|마지막|첫|[월화수목금]요일)))|(?P<last_month>지난달(?:\s?(?:에만|한\s?달)|에?(?=\s(?:약\s)?\d[\d.]*%))|지난\s?한\s?달간)|(?P<last_year>지난해\s?(?:에만|한\s?해|연간)|작년\s?한\s?해)"
    r"|(?P<run>\d{1,2})\s?거래일\s?(?:연속|내리)(?!\s?(?:으로\s)?(?:순?매[수도]|‘?[사팔]|자금))|(?P<n>(?P<word>사흘|나흘|닷새|엿새|열흘|이틀|보름|일주일)|(?P<digits>\d{1,3}|[한두세석네넉])\s?(?P<unit>거래일|개월|달|주일|주|년|일|분기))\s?(?:간|동안|새|사이|만에|(?:연속|째)(?!\s?(?:으로\s)?(?:순?매[수도]|‘?[사팔]|자금))|전보다|전\s?대비|전[과에]\s?(?:비교|비해)|전\s(?=[\d만천,.]+(?:원|달러|포인트|p)?(?:였던|이던|하던|에\s불과하던|에서))|사이에|(?:누적\s?|평균\s?)?(?:수익률|등락률|상승률|하락률))"
    r"|(?P<anchor>이\s?기간|(?<!전년\s)(?<!전년)(?<!지난해\s)(?<!작년\s)같은\s?기간(?!\s?(?:보다|대비|과))|연휴\s?이후|(?:상장|출시|발표|당선|취임|취임식|사태|공시|선언|전쟁|발발|대선)\s?이후|\d{1,2}\s?(?:거래일|일|주)\s?연속\s?(?:상승|하락|오름|내림)[가-힣\s]{1,10}?(?=주가)|[\d만천,.]{1,14}(?:원|달러)대?에서\s(?:[^.]{0,12}\s)?[\d만천,.]+(?:원|달러)대?(?:으로|로|까지)|공모가를|공모가\s?(?:\([^)]*\)|[\d만천,]+원)?\s?(?:대비|보다)|(?:저점|고점|최저점|최고점|최고[가치]|최저[가치]|연고점|연저점|전고점)\s?(?:\([^)\n]{1,20}\)\s?|(?:인\s|이던\s|였던\s)?[\d,.만천]+(?:선|포인트|원|달러|p)?\s?)?(?:대비|에서|보다))"
)
EN = Anchored(
    r"(?P<ytd>(?:year[- ]to[- ]date|\bYTD\b)(?!\s(?:high|low))|so far (?:this year|in 20\d\d)|(?:for|on) the year\b|this year|(?:since|from|than at|than it was at) the (?:start|beginning) of (?:the year|this year|20\d\d)|since the end of last year|since the year (?:began|started)|at the end of last year(?=\sto\s)|in 20\d\d so far)"
    r"|(?:so far in |(?<=\bin )(?=\w+ so far\b))(?P<named>(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"|(?:(?<=%\s)|(?<=percent\s))in (?P<of>(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)(?!['’]s\b|\s(?:so far|\d|contracts?|delivery))"
    r"|(?P<mtd>(?:for|on) the month\b|month[- ]to[- ]date|so far this month|this month|(?:finish(?:ed|ing)?|end(?:ed|ing)?|clos(?:ed|ing)|wrapp(?:ed|ing) up) the month\b|on a monthly basis|monthly (?:gain|loss|drop|decline|advance|rise)|(?:since|from|than at|than it was at) the (?:start|beginning) of (?:the|this) month|since the end of last month)|(?P<wtd>(?:for|on) (?:(?:the|a) )?week\b|(?:finish(?:ed|ing)?|end(?:ed|ing)?|clos(?:ed|ing)) the week\b|the week (?:up|down)\b|this week|week[- ]to[- ]date|on a weekly basis|weekly (?:gain|loss|drop|decline|advance|rise))"
    r"|(?P<qtd>this quarter|(?:for|in|during) the quarter\b(?! ended| to(?!\sdate)| through)|(?:finish(?:ed|ing)?|end(?:ed|ing)?|clos(?:ed|ing)) the quarter\b|quarterly (?:gain|loss|drop|decline|advance|rise))|(?P<last_week>last week\b)|(?P<last_month>last month\b|in the previous month)|(?P<last_year>(?<!quarter )(?<!quarters )(?<!period )(?<!month )(?<!time )(?<!week )(?<!end of )last year\b|in the prior year)"
    r"|(?P<n>\b(?:over|in(?: each of)?|during|for|across|within) (?!the (?:previous|prior|preceding) (?:trading )?(?:session|day)\b)(?:the |a span of |(?:an? |its |their )(?=[a-z\d]+-(?:day|session|week|month)\b))?(?:past|last|previous|prior|preceding)?\s?(?P<digits>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several)?[- ]?(?P<unit>trading days?|sessions?|days?|weeks?|months?|quarters?|years?|12 months))(?<!the year)(?<!the month)(?<!the week)(?<!the quarter)"
    r"|(?P<since>\bsince\b|\bfrom(?= the end of\b))|(?P<anchor>(?:in|over|during|across) (?:that|this|the same|the) (?:time frame|time|period|span|stretch)\b|(?:offering|IPO|issue) price|(?:below|above|from|off|shy of|short of) (?:(?:its|their|the|a|an)\s)?(?:[\w’'.-]+\s){0,3}?(?:highs?|lows?|peak|levels?|trough|record(?:\sclos(?:e|ing\s\w+))?)\b|from (?:a|its|their) (?:record|peak|high|low)\b)",
    re.IGNORECASE,
)
AGAIN = re.compile(r"(?:in|over|during|across) (?:that|this|the same|the) (?:time frame|time|period|span|stretch)|이\s?기간|같은\s?기간", re.IGNORECASE)
EN_ELLIPTIC = re.compile(r"[^.;:,\d]{0,30},\s(?:and\s|while\s)?(?-i:[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,3})\s(?:about\s|nearly\s)?")
"""Between the figure of one subject and that of the next, which has no verb of its own."""
EN_NUMBER = {w: i for i, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
EN_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
PAST = re.compile(r"past|last|previous|prior|preceding|\d|one|two|three|four|five|six|seven|eight|nine|ten|several", re.IGNORECASE)
KO_UNITS: dict[str, Unit] = {"거래일": "session", "일": "day", "주": "week", "주일": "week", "달": "month", "개월": "month", "년": "year", "분기": "quarter"}
EN_OWN_FIGURE = re.compile(
    r"\s(?:(?:gain|loss|advance|decline|drop|rise|return|rally|slide|increase)s?\s)?(?:(?:up|down|higher|lower|off|with|by|at|to|of)\s)?(?:an?\s(?:gain|loss|rise|drop|decline|advance|fall)\sof\s)?(?:about\s|nearly\s|more than\s|almost\s|roughly\s|around\s)?\d[\d.,]*\s?(?:%|percent|per cent|pc\b|points)",
    re.IGNORECASE,
)
"""Behind a stretch of time: the figure that it belongs to, so that it is not that of the one before ("0.5% to end the week down 0.7%")."""
EN_ON_ITS_OWN = re.compile(rf",\s(?:[a-z]+\s){{0,2}}?(?:{EN_UP}|{EN_DOWN})", re.IGNORECASE)
"""Behind a stretch that an aside ends with: the sentence's own verb, whose figure is not that stretch's ("up 23% this year, rose 1.1%")."""
PREVIOUS = re.compile(r"\b(?:previous|prior|preceding)\b", re.IGNORECASE)
AFTER = re.compile(r"(?:\b(?:after|following|having)\s(?:a\s)?(?:\w+ing|\w+ed)?|\bhad\s(?:already\s)?\w+)\s?$")
"""Before a move that was over when the session told of began."""
EN_EARLIER = re.compile(
    r"\s(?:above|below|over|under|higher than|lower than|from)\s(?:where\s(?:it|they)\s(?:stood|was|were|traded|closed)|(?:its|their|the)\s(?:close|level|price)(?:\s(?:of|from))?)"
    r"\s(?P<digits>\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten)\s(?P<unit>trading days?|sessions?|days?|weeks?|months?|quarters?|years?)\s(?:earlier|ago|before)\b",
    re.IGNORECASE,
)
"""Behind a move: how long ago the price stood that it is told from."""
RECORD = re.compile(
    r"(?:more than any|\bfirst (?:\w+ ){0,2}(?:gain|rise|advance|increase|decline|drop|fall|loss|win|rally)s?|highest|lowest|biggest|largest|steepest|sharpest|best|worst|longest|first time|most)\b[^.;]{0,30}$|최고|최저",
    re.IGNORECASE,
)
"""Before a stretch of time that is no move's own: a record looks back over it."""
NTH = re.compile(
    r"(?:\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}th) (?:\w+ ){0,2}(?:time|day|session|gain|rise|advance|increase|decline|drop|fall|loss|win|rally)|\btwice|\b(?:three|four|five|six|seven|eight|nine|\d{1,2}) times)\s$",
    re.IGNORECASE,
)
"""Before a stretch of so many sessions within which moves are only counted: "for the fourth time in five sessions, slipping 60 points"."""
BESIDE = re.compile(
    r"%[^.;%]{0,24}\b(?:compared (?:with|to)|versus|against|lagging|trailing|outpacing|outperforming|underperforming|beating|topping|better than|worse than|ahead of|behind)\s(?:[\w&.'’-]+\s){0,5}$"
)
"""Between a figure of a stretch and the figure of another subject that it is told beside."""
PARALLEL = re.compile(r".*\b(?:while|whereas|compared (?:with|to)|versus)\s?$", re.IGNORECASE)
"""What joins a second subject to the stretch of time of the first: "A fell 3% over the year, while B rose 5%"."""
KO_PARALLEL = ("했고,", "했으며,", "올랐고,", "내렸고,", "올랐으며,", "내렸으며,", "뛰었고,", "떨어졌고,", "했고", "했으며", "반면", "으며", "으며,")
KO_ONE = r"(?:일주일|\d{1,3}\s?(?:거래일|개월|주일?|년|일)|[한두세석네넉]\s?(?:달|주일?|해)|반년)"
KO_LIST = re.compile(rf"(?P<list>{KO_ONE}(?:\s?[,·]\s?{KO_ONE})+)\s?(?:동안|간|새|사이|누적|기준)?(?:의|에)?\s?(?:수익률|등락률|상승률|하락률)?(?:은|이|는)?\s?(?:각각)?")
KO_EACH = re.compile(r"(?P<digits>\d{1,3}|[한두세석네넉])?\s?(?P<unit>일주일|거래일|개월|달|주일|주|년|해|일|반년)")
KO_LAST_WEEK = re.compile(r"지난\s?주(?!\s?말)")
KO_WHILE = re.compile(r"(?:기록하|이어가|보이|나타내|거듭하)(?:며|면서)\s?$")
"""The end of a clause whose run of sessions is the stretch of the move told next: "5거래일 연속 하락세를 기록하며 16% 내렸다"."""
KO_PERIODS = frozenset(("run", "ytd", "named", "of", "mtd", "wtd", "qtd", "last_week", "last_month", "last_year", "n"))
KO_LED = re.compile(r"\d[\d만천,.]*(?:원|달러)대?에서\s")
"""Prices that a move led from and to, which tell no stretch of time."""
KO_AMID = re.compile(r"(?:가운데|와중에|속에서?|중에도|상황에서)\s")
KO_RUN_OVER = re.compile(r"의?\s?(?:연속\s)?(?:상승|하락|오름|내림|조정|부진|[강약])(?:세|장|\s?행진|\s?랠리|\s?흐름)?[을를에]서?\s(?:끝|마감하|마치|멈추|접|뒤로|딛|깨|벗어|끊|종료|마무리)")
"""Behind a stretch: its run has ended with the session told of ("사흘간의 하락세를 끝내고 0.4% 반등했다")."""
KO_TAIL = re.compile(r"(?<=다)\s?\([^()\d\n]{2,14}\)\.?\s*$")
"""A stretch in brackets that ends a sentence and is that of all its moves: "올랐다(연초 이후)"."""
KO_SHORT = (None, "거래일", "일")
KO_TURN = re.compile(r"[상하]락|상승|반등|급[등락]|폭[등락]|[오내]름세|내림세|[강약]세|올라|내려|떨어|회복|돌아[서섰]|되돌|탈환|전환|돌파|되찾|끊|무너|붕괴|뛰어|밀려|넘어|웃돌|밑돌")
"""Between "5거래일 만에" and a figure: the turn that came after so long, so that the figure is that of the session of the turn."""
RELATIVE = re.compile(r"[가-힣](?:하던|했던|이던|였던|던)\s|(?:[오내]른|[오내]린|빠진|뛴|떨어진|(?:상승|하락|급등|급락|폭등|폭락|반등)한)\s(?=[가-힣A-Z]{2,}(?:은|는|이|가|도|의)\s)")
DEBUT = re.compile(r"첫\s?(?:거래|날)|상장\s?첫|상장한\s?첫|입성|데뷔|first day|debut", re.IGNORECASE)
KO_DAY = re.compile(r"(?:전\s?거래일|전장|전일|전날|하루|간밤|이날|당일)")
EN_AFTER_PEAK = re.compile(r",?\s(?:after|since)\s(?:hitting|reaching|touching|setting|notching|posting|peaking at)\s(?:an?|its|the)\s(?:[\w-]+\s){0,2}(?:highs?|lows?|peak|record)\b", re.IGNORECASE)
TIGHT = re.compile(r"\s?(?:\(현지\s?시[각간]\)\s?)?")
"""Between a day and the price of that day."""
SINCE_THEN = re.compile(r"\sthen\b", re.IGNORECASE)
ENDS = re.compile(r"\s(?:the\s)?end\sof\b", re.IGNORECASE)
OPENS = re.compile(r"\s(?:the\s)?(?:start|beginning|first day|turn)\b", re.IGNORECASE)
KO_NEW = re.compile(r"마감|마쳤|거래|장중|장\s?초반|개장|출발|이날|전날|오늘|어제|간밤|전장|전일|전\s?거래일|현재|하루|\d[\d,]*\.\d+(?!\d*%)|\d\s?(?:원|달러|포인트)")
"""Words of a session, and levels: a sentence with one tells of no longer stretch unless it says so."""
KO_CARRIES = frozenset(("ytd", "mtd", "wtd", "last_month", "last_year"))
LISTED = (",", "·")
TO_DATE = re.compile(r"[- ]to[- ]date")
LISTED_BACK = 3
"""Sentences through which a list of stretches holds for the lists of figures that follow it."""
