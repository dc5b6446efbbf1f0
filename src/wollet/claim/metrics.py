"""Words that name what a number measures outside the price lists, by language: the family and the metric of each.

The word lists are the language's own: no name, person or phrase of one text.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["fundamentals", "macro", "share", "deal", "other", "price", "flow", "market_cap", "breadth", "forecast"]

KO: dict[str, tuple[Kind, str]] = {
    # what companies report
    r"매출(?:액)?(?!\s?비중|채권)": ("fundamentals", "revenue"),
    r"영업이익률": ("fundamentals", "operating_margin"),
    r"영업이익|영업익": ("fundamentals", "operating_income"),
    r"영업손실": ("fundamentals", "operating_loss"),
    r"(?:당기)?순이익|순익": ("fundamentals", "net_income"),
    r"(?:당기)?순손실": ("fundamentals", "net_loss"),
    r"주당순이익|EPS": ("fundamentals", "eps"),
    r"배당(?:수익)?률|시가배당": ("fundamentals", "dividend_yield"),
    r"배당성향": ("fundamentals", "payout_ratio"),
    r"배당금?(?!수익률)": ("fundamentals", "dividend_per_share"),
    r"자사주": ("fundamentals", "share_repurchases"),
    r"수주\s?잔고|수주잔액": ("fundamentals", "order_backlog"),
    r"판매량|판매\s?대수|인도량|출하량|생산량|생산능력|가동률": ("fundamentals", "units"),
    r"현금(?:성\s?자산|\s?보유액?)": ("fundamentals", "cash_holdings"),
    r"부채비율|부채": ("fundamentals", "debt"),
    r"설비투자|시설투자|연구개발비": ("fundamentals", "capex"),
    r"실적": ("fundamentals", "results"),
    r"목표\s?주가|목표가": ("forecast", "target_price"),
    # the economy
    r"소비자물가(?:지수|상승률)?|CPI": ("macro", "cpi_yoy"),
    r"(?<![가-힣])물가(?:\s?상승률|지수)?": ("macro", "inflation"),
    r"생산자물가(?:지수)?|PPI": ("macro", "ppi_yoy"),
    r"(?:근원\s?)?PCE|개인소비지출": ("macro", "pce_yoy"),
    r"국내총생산|GDP|경제\s?성장률|성장률(?!이\s?높)": ("macro", "gdp_growth"),
    r"실업률": ("macro", "unemployment_rate"),
    r"비농업|신규\s?고용|취업자|일자리|실업수당": ("macro", "nonfarm_payrolls_change"),
    r"소매\s?판매": ("macro", "retail_sales_mom"),
    r"기준\s?금리(?!에\s?민감)|정책\s?금리(?!에\s?민감)|연방기금\s?금리": ("macro", "policy_rate"),
    r"수출(?:액|\s?증가율)?(?!\s?(?:기업|주|비상|비중|규제|통제|품|국|길))": ("macro", "exports"),
    r"수입(?:액|량|\s?단가)(?!\s?품)": ("macro", "imports"),
    r"무역\s?(?:수지|적자|흑자)|경상\s?수지": ("macro", "trade_balance"),
    r"(?:소비자|기업)\s?(?:심리|신뢰)지수|PMI|구매관리자지수|경기실사지수": ("macro", "sentiment_index"),
    r"기대\s?인플레이션|인플레이션": ("macro", "inflation"),
    r"외환\s?보유액": ("macro", "fx_reserves"),
    r"(?:순)?발행\s?한도|국가\s?채무|가계\s?대출|가계\s?부채|예산": ("macro", "public_finance"),
    r"(?:세계|글로벌|전\s?세계)\s?[가-힣A-Za-z]{1,10}\s?(?:시장|판매|매출|출하)": ("macro", "industry_total"),
    # who holds what
    r"지분율?|보유\s?비중|점유율|시장을?의?(?=\s?\d)": ("share", "stake"),
    r"유통\s?가능\s?(?:물량|주식)": ("share", "float_ratio"),
    r"점유율|장악|차지": ("share", "market_share"),
    # what is paid for what
    r"유상증자|제3자\s?배정|투자\s?유치|자본\s?조달|자금\s?조달|조달": ("deal", "capital_raise"),
    r"공모가\s?(?:희망)?\s?(?:범위|밴드)|공모\s?예정\s?금액|공모\s?금액|공모\s?규모|공모(?!가)": ("deal", "offering"),
    r"인수(?!위)|합병|매각|구주매출|블록딜|회수": ("deal", "transaction"),
    r"공급\s?계약|계약(?:금액)?|수주(?!\s?잔)": ("deal", "contract"),
    r"투자(?!자|심리|의견|증권|주체|은행|전략|회사|협회|위축|센터|운용)(?:금|액|하면서|해|했|한다|하기로|를|규모)": ("deal", "investment"),
    r"전환\s?가(?:액|격)|전환사채": ("deal", "conversion_price"),
    # countable facts
    r"관세(?:율)?(?!\s?(?:영향|우려|정책|전쟁|폭탄|부담|여파|리스크|협상|소식|헤드라인|관련|완화|유예))": ("other", "tariff_rate"),
    r"직원|임직원|인력|감원|해고|참석|초청|전문가|명이": ("other", "people"),
    r"보호예수|의무보유": ("other", "lockup"),
    # prices: left to the price families
    r"주가|종가|시가(?!총액|\s?총액)|코스피|코스닥|나스닥|다우|S&P\s?500|환율|국채|금리(?!\s?(?:인상|인하))|지수(?!는\s?\d+월)|유가|선물|가격|시간\s?외(?:\s?거래)?(?:에서|로)?|프리마켓(?:에서)?": ("price", "price"),
    r"순매수|순매도|사들|팔아치|거래\s?대금|거래량": ("flow", "flow"),
    r"시가\s?총액|시총|몸값": ("market_cap", "market_cap"),
    r"상승\s?종목|하락\s?종목|오른\s?종목|내린\s?종목": ("breadth", "breadth"),
}
GATE = {
    "ko": "(?=[CEGPS가감개거경계공관구국근글금기나내다당매명목몸무발배보부블비사상생선설성세소수순시신실연영예오외유의인일임자장전점정제조종주지직차참초출취코투판팔하합해현환회])",
    "en": "(?<![A-Za-z])(?=[A-Za-z])",
}
"""Where a word of the lists can begin: its first letters in Korean, the beginning of a word in English."""
EN: dict[str, tuple[Kind, str]] = {
    r"(?:net )?(?:revenues?|sales)\b": ("fundamentals", "revenue"),
    r"same-store sales|comparable(?:-store)? sales": ("fundamentals", "comparable_sales"),
    r"(?:adjusted )?(?:earnings|\bEPS\b|profits?) (?:per share|a share)|per[- ]share (?:earnings|profit)|\bEPS\b": ("fundamentals", "eps"),
    r"loss(?:es)? per share": ("fundamentals", "loss_per_share"),
    r"\bper share\b|\ba share\b": ("fundamentals", "eps"),
    r"operating (?:income|profit|earnings)": ("fundamentals", "operating_income"),
    r"net (?:income|profits?|earnings)": ("fundamentals", "net_income"),
    r"(?:investment|interest|underwriting|fee) (?:income|earnings|profits?)": ("fundamentals", "income"),
    r"gross profits?": ("fundamentals", "gross_profit"),
    r"(?:net |wider-than-expected )?loss(?:es)?(?! of)\b(?= (?:for|in|of \$))|net loss(?:es)?": ("fundamentals", "net_loss"),
    r"profits?\b(?! estimate)|earnings\b(?! (?:report|season|call|date|release|results))": ("fundamentals", "earnings"),
    r"(?:gross |operating |profit )margins?": ("fundamentals", "margin"),
    r"dividends?": ("fundamentals", "dividend_per_share"),
    r"(?:share )?(?:buybacks?|repurchases?)|bought back": ("fundamentals", "share_repurchases"),
    r"cash (?:hoard|pile|holdings|reserves)|cash and (?:cash )?equivalents": ("fundamentals", "cash_holdings"),
    r"backlog": ("fundamentals", "order_backlog"),
    r"room nights|bookings|deliver(?:ed|ies)|shipments?|shipped|produced|vehicles|units sold": ("fundamentals", "units"),
    r"subscribers?|members|users": ("fundamentals", "users"),
    r"(?:core )?\bCPI\b(?! (?:prints?|releases?|days?))|consumer price(?:s| index)|core prices|headline(?= (?:was|rose|fell|inflation|number|\bCPI\b))": ("macro", "cpi_yoy"),
    r"inflation|\bgauge\b": ("macro", "inflation"),
    r"(?:core )?\bPCE\b|personal consumption expenditures": ("macro", "pce_yoy"),
    r"producer price(?:s| index)|\bPPI\b": ("macro", "ppi_yoy"),
    r"\bGDP\b|gross domestic product|economic growth|economy (?:\w+ly )?(?:grew|grow|expanded|shrank|contracted|contract)\b": ("macro", "gdp_growth"),
    r"unemployment(?: rate)?|jobless rate": ("macro", "unemployment_rate"),
    r"(?:nonfarm )?payrolls|jobs\b(?! report| opening)|jobless claims|employers (?:added|shed|cut)": ("macro", "nonfarm_payrolls_change"),
    r"retail sales": ("macro", "retail_sales_mom"),
    r"(?:policy|funds|cash|interest|benchmark|key) rates?|(?:cut|slash|lower|raise|hike|hold)(?:s|ed|ing)? (?:its |the )?rates?|targeted range|target range": ("macro", "policy_rate"),
    r"exports?|imports?|trade (?:deficit|surplus|balance)|current account": ("macro", "trade"),
    r"(?:consumer|business) (?:sentiment|confidence)|\bPMI\b|purchasing managers": ("macro", "sentiment_index"),
    r"housing starts|home sales|industrial production|mortgage rates?": ("macro", "activity"),
    r"(?:global|world(?:wide)?) [a-z]{3,15} (?:sales|market|shipments)": ("macro", "industry_total"),
    r"\bstake|\bholdings? (?:of|in)\b|\bowns?\b|\bownership\b": ("share", "stake"),
    r"market share|share of (?:the )?(?:market|global)|control(?:s|led|ling)? (?:of|about|more|over|\d)": ("share", "market_share"),
    r"acqui(?:re[ds]?|sition|ring)|buyout|takeover|merger|deal|contracts?|block trade|(?:buy|buying|bought|sell|selling|sold|purchase[ds]?|pay|paid)\b(?!back)(?=[^.;]{0,60}\sfor (?:about |nearly |roughly |more than |up to |as much as )?[$€£¥][\d.,]+ ?(?:[mb]illion|trillion|bn\b))": ("deal", "transaction"),
    r"invest(?:ed|ment|ing|s)?\b(?! (?:income|gains?|bank|firm|officer|research|advice|company|management|strateg))": ("deal", "investment"),
    r"funding round|rais(?:ed|ing) (?:about |more than )?\$|fundraising|offering|IPO price|sold (?:about |roughly )?(?=\d)": ("deal", "capital_raise"),
    r"price targets?|target price|price objective|(?:mean|median|average|Street)[- ](?:high |low |price )?target": ("forecast", "target_price"),
    r"tariffs?|duties|levy|levies": ("other", "tariff_rate"),
    r"workforce": ("other", "workforce_share"),
    r"employees|workers|staff|laid off|layoffs": ("other", "people"),
    r"analysts covering|directors|stores|plants|countries": ("other", "count"),
    r"tax credit|starts at|priced|vehicle price|available (?:for|at)|sells for|costs?\b": ("other", "price_tag"),
    r"budgets?\b": ("other", "budget"),
    r"shares?\b(?! of)(?= (?:rose|fell|gain|lost|jump|drop|climb|slid|sank|surg|plung|tumbl|were|are|closed|traded|up|down))|stock(?! (?:investments?|portfolio|repurchases?|buybacks?|dividends?))|index|"
    r"Nasdaq|\bDow\b|S&P 500|yield|\bfutures|\bcrude|\bgold\b|bitcoin|Treasury|\bpoints|(?:after-hours|extended|premarket|pre-market) (?:trading|trade)": ("price", "price"),
    r"shares traded|volume|net (?:bought|sold)|outflows?|inflows?": ("flow", "flow"),
    r"market (?:cap(?:itali[sz]ation)?|value)|valuation|valued at": ("market_cap", "market_cap"),
}
