"""The programme's own vocabulary: metrics, bases, reasons and relations, in Korean and in English."""

from __future__ import annotations

METRICS: dict[str, tuple[str, str]] = {
    "price": ("주가", "share price"), "index_level": ("지수", "index"), "yield": ("금리", "yield"), "fx_rate": ("환율", "rate"),
    "commodity_price": ("가격", "price"), "market_cap": ("시가총액", "market value"), "revenue": ("매출", "revenue"),
    "sales": ("매출", "sales"), "operating_profit": ("영업이익", "operating profit"), "operating_income": ("영업이익", "operating income"),
    "operating_loss": ("영업손실", "operating loss"), "net_income": ("순이익", "net income"), "net_profit": ("순이익", "net profit"),
    "net_loss": ("순손실", "net loss"), "eps": ("주당순이익", "earnings per share"), "margin": ("이익률", "margin"),
    "operating_margin": ("영업이익률", "operating margin"), "dividend": ("배당", "dividend"), "cpi_yoy": ("소비자물가 상승률", "consumer price inflation"),
    "policy_rate": ("기준금리", "policy rate"), "target_price": ("목표주가", "price target"), "market_share": ("시장점유율", "market share"),
    "share": ("점유율", "share"), "stake": ("지분율", "stake"), "investment": ("투자 규모", "investment"), "fund_raising": ("자금 조달 규모", "fund raising"),
    "deal_value": ("거래 규모", "deal value"), "acquisition": ("인수 금액", "acquisition price"), "contract": ("계약 규모", "contract value"),
    "turnover": ("거래대금", "turnover"), "unemployment_rate": ("실업률", "unemployment"), "gdp_growth": ("경제성장률", "economic growth"),
    "exports": ("수출", "exports"), "payrolls": ("신규 고용", "payrolls"), "capex": ("설비투자", "capital spending"),
}  # fmt: skip
MORE_METRICS: dict[str, tuple[str, str]] = {
    "semiconductor_sales": ("반도체 매출", "semiconductor sales"), "core_cpi_yoy": ("근원 소비자물가 상승률", "core consumer price inflation"),
    "cpi": ("소비자물가", "consumer prices"), "core_cpi": ("근원 소비자물가", "core consumer prices"), "cpi_mom": ("소비자물가의 전월 대비 상승률", "monthly consumer price inflation"),
    "ppi": ("생산자물가", "producer prices"), "pce": ("개인소비지출 물가", "PCE prices"), "gdp": ("국내총생산", "gross domestic product"),
    "profit": ("이익", "profit"), "gross_margin": ("매출총이익률", "gross margin"), "free_cash_flow": ("잉여현금흐름", "free cash flow"),
    "volume": ("거래량", "volume"), "net_buying": ("순매수", "net buying"), "imports": ("수입", "imports"), "trade_balance": ("무역수지", "trade balance"),
    "guidance": ("전망", "guidance"), "orders": ("수주", "orders"), "units": ("판매량", "units sold"), "deliveries": ("인도량", "deliveries"),
    "shipments": ("출하량", "shipments"), "employees": ("직원 수", "workforce"), "spending": ("지출", "spending"), "funding": ("자금 조달 규모", "funding"),
}  # fmt: skip
STILL_MORE: dict[str, tuple[str, str]] = {
    "dividend_per_share": ("주당 배당금", "dividend per share"), "transaction": ("거래 규모", "transaction"), "capital_raise": ("자금 조달 규모", "capital raising"),
    "offering": ("공모 규모", "offering"), "earnings": ("이익", "earnings"), "users": ("이용자 수", "users"), "inflation": ("물가 상승률", "inflation"),
    "share_repurchases": ("자사주 매입 규모", "share repurchases"), "debt": ("부채", "debt"), "dividend_yield": ("배당수익률", "dividend yield"),
    "income": ("수익", "income"), "payout_ratio": ("배당성향", "payout ratio"), "order_backlog": ("수주 잔고", "order backlog"),
    "gross_profit": ("매출총이익", "gross profit"), "cash_holdings": ("보유 현금", "cash holdings"), "nonfarm_payrolls_change": ("비농업 신규 고용", "nonfarm payrolls"),
    "core_pce_yoy": ("근원 개인소비지출 물가 상승률", "core PCE inflation"), "pce_yoy": ("개인소비지출 물가 상승률", "PCE inflation"),
    "ppi_mom": ("생산자물가의 전월 대비 상승률", "monthly producer price inflation"), "ppi_yoy": ("생산자물가 상승률", "producer price inflation"),
    "core_cpi_mom": ("근원 소비자물가의 전월 대비 상승률", "monthly core consumer price inflation"), "retail_sales_mom": ("소매판매의 전월 대비 증가율", "monthly retail sales growth"),
    "sentiment_index": ("심리지수", "sentiment"),
}  # fmt: skip
PLURAL = frozenset(("exports", "imports", "orders", "units sold", "deliveries", "earnings per share", "earnings", "shipments", "users", "payrolls", "nonfarm payrolls", "share repurchases", "consumer prices", "producer prices", "sales"))
"""English names of metrics that are plural."""
METRICS |= MORE_METRICS | STILL_MORE
BASIS = {
    "close": ("종가 기준 ", " at the close"), "open": ("시가 기준 ", " at the open"), "intraday": ("장중 ", " during the session"),
    "high": ("장중 고점 기준 ", " at the high"), "low": ("장중 저점 기준 ", " at the low"),
    "after_hours": ("시간외에서 ", " after hours"), "premarket": ("개장 전 거래에서 ", " before the bell"), None: ("", ""),
}  # fmt: skip
WHY_KO = {
    "no_data": ("맞춰 볼 자료가 없어 판단은 미룹니다.", "확인할 자료를 갖고 있지 않아 판단을 보류합니다."),
    "no_reference": ("다만 공개된 자료로는 확인할 수 없는 내용입니다.", "공개 통계로 검증되는 수치는 아니라는 점, 함께 말씀드립니다.", "아직 공개 자료로 뒷받침되지는 않습니다."),
    "ambiguous": ("읽는 방법에 따라 결과가 달라 단정하지 않습니다.", "어느 기준으로 보느냐에 따라 답이 갈려 열어 둡니다."),
    "pending": ("결과는 때가 돼야 알 수 있습니다.", "맞는지는 시간이 지나야 가려집니다.", "아직 결과가 나오지 않은 전망입니다."),
    "hypothetical": ("어디까지나 가정에 따른 이야기입니다.",),
    None: ("아직 확인되지 않았습니다.",),
}  # fmt: skip
WHY_EN = {
    "no_data": ("We have no figures to settle it.", "We do not have the data to check it."),
    "no_reference": ("No public record can confirm it.", "No public data can confirm or refute that.", "It rests on no public data."),
    "ambiguous": ("The words allow more than one reading, so it stays open.", "Which way it is counted decides, so we leave it open."),
    "pending": ("The outcome is not due yet.", "Time will tell.", "It is a forecast, and not yet due."),
    "hypothetical": ("It rests on a condition.",),
    None: ("It is not yet confirmed.",),
}  # fmt: skip
RELATION_WORD = {
    "invests": ("투자", "invests in"), "acquires": ("인수", "acquires"), "supplies": ("공급", "supplies"), "buys": ("구매", "buys from"),
    "partners": ("협력", "partners with"), "talks": ("논의", "talks with"), "competes": ("경쟁", "competes with"), "sues": ("소송", "sues"),
    "regulates": ("규제", "regulates"),
}  # fmt: skip
STATUS_WORD = {
    "reported": ("보도", "reported"), "planned": ("계획", "planned"), "agreed": ("합의", "agreed"), "done": ("확정", "in place"), "ended": ("종료", "ended"),
}  # fmt: skip
EVENTS = {
    "earnings": ("실적 발표", "results"), "policy": ("통화정책 결정", "policy decision"), "release": ("지표 발표", "release"), "listing": ("상장", "listing"), "offering": ("공모", "share offering"),
    "dividend": ("배당일", "dividend date"), "meeting": ("행사", "event"), "product": ("제품 공개", "product launch"), "event": ("행사", "event"),
}  # fmt: skip
RELEASES = (
    (r"고용|실업|payrolls|jobs report|employment report", "고용보고서", "jobs report"), (r"소비자물가|\bCPI\b|consumer price", "소비자물가", "consumer price data"),
    (r"생산자물가|\bPPI\b|producer price", "생산자물가", "producer price data"), (r"개인소비지출|\bPCE\b", "개인소비지출 물가", "PCE price data"),
    (r"국내총생산|\bGDP\b", "국내총생산", "gross domestic product"), (r"소매판매|retail sales", "소매판매", "retail sales"),
    (r"산업생산|industrial production", "산업생산", "industrial production"), (r"\bPMI\b|구매관리자", "구매관리자지수", "purchasing managers’ index"),
)  # fmt: skip
"""Figures of an economy that come out on a day: how texts call them, and how we do."""
DIVIDENDS = (
    (r"배당락|ex-dividend", "배당락일", "ex-dividend date"), (r"기준일|\bof record\b|record date", "배당 기준일", "record date"),
    (r"지급|\bpa(?:id|yable|yment)\b", "배당금 지급일", "dividend payment"),
)  # fmt: skip
"""The dates of a dividend: how texts call them, and how we do."""
OFFERINGS = ((r"수요예측|bookbuilding", "수요예측", "bookbuilding"), (r"청약|subscription", "공모주 청약", "subscription"), (r"공모|offering", "공모", "share offering"))
"""The steps of an offering, in both languages."""
STANDING = frozenset(("market_cap", "stake", "market_share", "order_backlog", "debt", "cash_holdings", "employees", "users", "dividend_yield"))
"""Metrics that stand at a time, where others come to something over a stretch."""
EVENT_WORDS = frozenset(word.lower() for pair in EVENTS.values() for word in pair) | {"meeting", "conference", "적용", "발표", "회의", "실적"}
AREAS = {
    "US": ("미국", "U.S."), "KR": ("한국", "South Korean"), "WORLD": ("세계", "world"), "CN": ("중국", "Chinese"), "JP": ("일본", "Japanese"),
    "EU": ("유로존", "euro-area"), "EZ": ("유로존", "euro-area"), "GB": ("영국", "U.K."), "UK": ("영국", "U.K."), "DE": ("독일", "German"), "TW": ("대만", "Taiwanese"),
}  # fmt: skip
BANKS = {
    "US": ("연방준비제도", "the Federal Reserve"), "KR": ("한국은행", "the Bank of Korea"), "JP": ("일본은행", "the Bank of Japan"), "EU": ("유럽중앙은행", "the European Central Bank"),
    "EZ": ("유럽중앙은행", "the European Central Bank"), "GB": ("영란은행", "the Bank of England"), "UK": ("영란은행", "the Bank of England"), "CN": ("중국인민은행", "the People’s Bank of China"),
}  # fmt: skip
"""Who sets the policy rate of an area."""
AREA_WORDS = tuple((word, AREAS[code]) for word, code in (("US ", "US"), ("World ", "WORLD"), ("Korea", "KR"), ("KR ", "KR"), ("China", "CN"), ("Japan", "JP"), ("Euro", "EU")))
MARKETS = {
    "XNYS": ("뉴욕증시", "Wall Street"), "XKRX": ("국내 증시", "Korean stocks"), "XTKS": ("도쿄증시", "Tokyo stocks"), "XHKG": ("홍콩증시", "Hong Kong stocks"),
    "XSHG": ("중국증시", "Chinese stocks"), "XLON": ("런던증시", "London stocks"), "XETR": ("독일증시", "German stocks"), "XTAI": ("대만증시", "Taiwan stocks"),
}  # fmt: skip
MAIN = {"XNYS": "INDEX:SPX", "XKRX": "INDEX:KOSPI", "XTKS": "INDEX:N225", "XHKG": "INDEX:HSI"}
"""The index that stands for a market."""
RATES = frozenset(("share", "stake", "market_share", "dividend_yield", "payout_ratio", "unemployment_rate", "margin", "operating_margin", "gross_margin", "policy_rate", "yield"))
"""Metrics that are percentages themselves."""
TOPICS = {
    "fundamentals": ("실적", "results"), "target_price": ("목표주가", "price target"), "capital_raise": ("자금 조달", "fund raising"), "funding": ("자금 조달", "fund raising"),
    "offering": ("공모", "share offering"), "acquisition": ("인수", "takeover"), "contract": ("수주", "contract"), "stake": ("지분", "stake"),
    "market_share": ("시장 점유율", "market share"), "dividend_per_share": ("배당", "dividend"), "share_repurchases": ("자사주 매입", "buyback"),
    "flow": ("수급", "flows"), "market_cap": ("시가총액", "market value"), "macro": ("경제지표", "economic data"),
}  # fmt: skip
INDICES_KO = {
    "INDEX:SPX": "S&P500지수", "INDEX:IXIC": "나스닥지수", "INDEX:DJI": "다우지수", "INDEX:NDX": "나스닥100지수", "INDEX:RUT": "러셀2000지수",
    "INDEX:VIX": "변동성지수", "INDEX:N225": "닛케이225지수", "INDEX:KOSDAQ": "코스닥", "INDEX:SOX": "필라델피아 반도체지수",
}
"""As a broadcaster says them, whatever shorthand an article uses."""
