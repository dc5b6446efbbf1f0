"""Words of market prose by meaning, Korean: metrics, movements, bases, attributions, certainty, negation.

A row is kind, code, direction, strength and the spellings; a spelling that begins with "^" stands only at a word's
beginning.  Rows of kind "" are longer words that only look like one of the others.
"""

from __future__ import annotations

Row = tuple[str, str, str | None, int, str]

KO: tuple[Row, ...] = (
    ("metric", "price", None, 0, "종가|^주가|시가|고가|저가|현재가|매매가|거래가|시초가"),
    ("metric", "market_cap", None, 0, "시가총액|시가 총액|^시총|기업가치|몸값"),
    ("metric", "revenue", None, 0, "매출액|^매출|매출고"),
    ("metric", "operating_income", None, 0, "영업이익|영업익"),
    ("metric", "operating_loss", None, 0, "영업손실|영업적자"),
    ("metric", "operating_margin", None, 0, "영업이익률|이익률|마진율"),
    ("metric", "net_income", None, 0, "당기순이익|순이익|순익"),
    ("metric", "net_loss", None, 0, "당기순손실|순손실"),
    ("metric", "eps", None, 0, "주당순이익|주당 순이익"),
    ("metric", "dividend", None, 0, "배당금|배당수익률|^배당"),
    ("metric", "turnover", None, 0, "거래대금|거래 대금"),
    ("metric", "volume", None, 0, "거래량"),
    ("metric", "net_buying", "up", 0, "순매수|사들였|사들인|사들이"),
    ("metric", "net_buying", "down", 0, "순매도|팔아치웠|팔아치운|내다팔|내다 팔"),
    ("metric", "yield", None, 0, "수익률|국채 금리|국채금리|채권 금리|채권금리"),
    ("metric", "policy_rate", None, 0, "기준금리|기준 금리|정책금리"),
    ("metric", "fx_rate", None, 0, "환율"),
    ("metric", "target_price", None, 0, "목표주가|목표 주가|목표가"),
    ("metric", "market_share", None, 0, "시장점유율|시장 점유율|점유율"),
    ("metric", "stake", None, 0, "지분율|^지분"),
    ("metric", "cpi", None, 0, "소비자물가지수|소비자물가|소비자 물가"),
    ("metric", "ppi", None, 0, "생산자물가지수|생산자물가"),
    ("metric", "gdp", None, 0, "국내총생산|경제성장률|성장률"),
    ("metric", "unemployment", None, 0, "실업률"),
    ("metric", "guidance", None, 0, "가이던스|실적 전망|실적전망"),
    ("metric", "earnings", None, 0, "^실적"),
    ("movement", "rise", "up", 2, "올랐|^오른(?!쪽)|^오르|^올라|상승|오름세|강세|^뛰었|^뛰어|^뛴|^뛰며|증가|^늘었|^늘어|^늘며|확대|높아졌|높아진"),
    ("movement", "rise", "up", 3, "급등|폭등|치솟|솟구|^급증|껑충|랠리|고공행진|불기둥"),
    ("movement", "rise", "up", 1, "소폭 상승|소폭 올|강보합"),
    ("movement", "rebound", "up", 2, "반등|회복|만회"),
    ("movement", "fall", "down", 2, r"내렸|^내린|^내리(?!막|\s)|^내려|하락|내림세|약세|떨어졌|떨어진|떨어지|떨어져|밀렸|^밀린|^밀려|^밀리|빠졌|^빠진|^빠지|감소|^줄었|^줄어|^줄며|축소|낮아졌|낮아진|후퇴|미끄러"),
    ("movement", "fall", "down", 3, "급락|폭락|추락|곤두박질|주저앉|급감|고꾸라|투매"),
    ("movement", "fall", "down", 1, "소폭 하락|소폭 내|약보합"),
    ("movement", "flat", "flat", 0, "보합|제자리걸음|변동이 없|변동 없"),
    ("movement", "reach", None, 0, "기록했|^기록한|^찍었|^찍은|^찍고|^찍으며|^달했|^달한|^달하|도달"),
    ("movement", "cross", "up", 0, "돌파|넘어섰|^넘어선|넘어서|웃돌|상회|뚫었|뚫고"),
    ("movement", "cross", "down", 0, "밑돌|하회|무너졌|무너진|무너지|붕괴|깨졌"),
    ("movement", "record", "up", 0, "신고가|최고치|최고가|사상 최고|역대 최고|역대 최대|사상 최대|고점"),
    ("movement", "record", "down", 0, "신저가|최저치|최저가|사상 최저|역대 최저|저점"),
    ("movement", "overtake", "up", 0, "제치고|제쳤|제치며|추월|앞질|따돌"),
    ("basis", "close", None, 0, "마감|거래를 마쳤|거래를 마친|거래를 마치|장을 마쳤|장을 마친|장을 마치|거래를 끝|장을 닫|마쳤|폐장"),
    ("basis", "open", None, 0, "출발|개장|장을 열|거래를 시작|문을 열"),
    ("basis", "intraday", None, 0, "장중|^장 중|장 초반|장초반|장 후반|한때|거래 중|거래되고"),
    ("basis", "after_hours", None, 0, "시간외|시간 외|장 마감 후|장마감 후|애프터마켓|애프터 마켓"),
    ("basis", "premarket", None, 0, "개장 전|프리마켓|프리 마켓|장 시작 전"),
    ("attribution", "according_to", None, 0, "에 따르면|에 의하면|^따르면"),
    ("attribution", "says", None, 0, "라고 말했|고 말했|라고 밝혔|고 밝혔|라고 설명했|고 설명했|라고 분석했|고 분석했|라고 평가했|고 평가했|라고 진단했|고 진단했|"
     "라고 강조했|고 강조했|라고 덧붙였|고 덧붙였|라고 지적했|고 지적했|라고 전했|고 전했|라고 언급했|고 언급했|라고 주장했|고 주장했"),
    ("attribution", "expects", None, 0, "라고 전망했|고 전망했|라고 예상했|고 예상했|고 내다봤|라고 내다봤|고 관측했|고 예측했"),
    ("attribution", "reports", None, 0, "라고 보도했|고 보도했|보도에 따르면"),
    ("certainty", "reported", None, 0, "것으로 알려졌|것으로 전해졌|것으로 파악|알려졌|전해졌|소식통"),
    ("certainty", "expected", None, 0, "전망된다|전망이다|예상된다|예상이다|것으로 보인다|것으로 전망|것으로 예상|것으로 관측|것으로 기대|것으로 추정|가능성이|전망이 나|추정된다"),
    ("certainty", "planned", None, 0, "할 계획|할 예정|할 방침|하기로 했|예정이다|계획이다|예정인"),
    ("certainty", "hypothetical", None, 0, "^만약|^만일|가정하면|가정할 경우|할 경우|될 경우"),
    ("negation", "not", None, 0, "지 않았|지 않은|지 않다|지 않는|지 않고|지 못했|지 못한|지 못하|^아니다|^아니라|^아닌|^아니었"),
    ("", "", None, 0, "오른쪽|내리막|내려받|올라탔|상승장군|시가전|시가지|고가도로|고가품|고가 제품|저가형|저가 항공|저가항공|저가 제품|저가매수|저가 매수|고가 아파트|"
     "마감재|확대경|배당락|회복기|원상회복|확대재생산|출발점|출발선|출발지|증가율|상승률|하락률|상승폭|하락폭|감소율"),
)  # fmt: skip
