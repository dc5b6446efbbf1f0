"""The pieces that Korean frames are made of: names with their particles, and what may stand between them."""

from __future__ import annotations

from wollet.story.masking import ANY as N

ROLE = r"(?:\s?(?:그룹|측|관계자|최고경영자|CEO|대표이사|대표|회장|부회장|사장|창업자|의장|총재|장관|위원장|등))?"
LIST = rf"{N}(?:(?:\s?[,·]\s?|와\s|과\s|\s및\s){N})*"
A = rf"(?P<a>{LIST})"
T = rf"(?P<t>{LIST})"
ONE_A, ONE_T = f"(?P<a>{N})", f"(?P<t>{N})"
CODE = r"(?:\s?\([^()]{1,45}\)|·[A-Z]{2,6}\))?"
MANY = rf"(?P<t>{N}(?:(?:,\s(?:[가-힣A-Za-z]+\s){{0,3}}|\s?·\s?|와\s|과\s){N})*)"
PAIR = rf"(?<![,·ㆍ]\s)(?<![,·ㆍ])(?<!{N}[와과]\s){ONE_A}{{}}{ONE_T}(?!\s?등|\s?[,·ㆍ]\s?{N}|(?:와|과)\s)"
"""Two names side by side that are no part of a longer list, and what parts them."""
OFFICE = rf"(?:\s{N}\s?(?:회장|최고경영자|CEO|대표이사|대표|사장|부회장|창업자|의장|총재|장관|위원장))?"
"""The office that stands behind a person's name ("이재용 삼성전자 회장")."""
SUBJ = rf"{CODE}{OFFICE}{ROLE}(?:은|는|이|가|도|에서는|\s역시)"
OBJ = rf"{CODE}{OFFICE}{ROLE}(?:을|를|도(?=\s(?:추가로\s|함께\s|잇달아\s)?(?:인수|사들|품었)))"
TO = rf"{CODE}{ROLE}(?:에|에게)(?:는|도)?(?![가-힣]|\s(?:따르|의하))"
WITH = rf"{CODE}{OFFICE}{ROLE}\s?(?:와|과)(?:의|도|는)?"
G = "[^\ue000-\uf7ff!?\n]"
"""Inside the sentence and past no other name."""
FAR = rf"(?:(?!{N}{CODE}{ROLE}(?:은|는|이|가|도)[\s,])[^!?\n])"
"""Inside the sentence and past other names, but past no other subject."""
GW = "(?:(?![가-힣][와과](?:의|\\s))[^\ue000-\uf7ff!?\n])"
"""As `G`, and past no noun that is itself joined by 와 or 과."""
SELF = r"(?<![가-힣])"
UNIT = "(?:그룹|측)?"
JOIN = r"(?:(?:협력|제휴|협업|손잡|손을\s?잡|손을\s?맞잡|업무\s?협약|MOU|양해각서|합작|파트너십|파트너\s?관계|컨소시엄|공동\s?(?:개발|투자|설립|연구|출자|진출|구축)|동맹|맞손|힘을\s?(?:합|모))(?!주|설|\s?(?:기대|관련주|테마|수혜)))"
NEAR = rf"(?:{N}\s)?"
"""A person named before the office of the other side ("겔싱어 인텔 CEO")."""
ALSO = rf"{CODE}(?:\s?그룹)?(?:\s등)?(?:와도|과도)"
TALK = r"(?:협상|논의|협의|접촉|회동|면담|회담|만나|만났|만난|만날)"
FIGHT = r"(?:(?<=[와과]의\s)(?:[가-힣]+\s)?경쟁|경쟁(?=하(?!듯)|해|한|했|할|을\s?(?:벌|펼|하|이어)|\s?(?:중|관계|구도))|맞붙|각축|겨루|겨룬|맞대결|격돌)(?!률|력|입찰|사|업체|자|상대|당국|제품|기업)"
OVER = r"(?:인수|매수|사들[이였]|흡수\s?합병)(?!단|\s?의견|세|자|대금|인계)"
SHARE = r"(?:지분|주식)"
CALLS = {
    "acquires": r"인수|매수|매입|사들|합병|경영권|매각|품[에었은]|손에\s넣|사기로|집어삼|자회사|계열사|팔[렸린리]|넘어[갔간가]|지분",
    "invests": r"투자|출자|지분|주식|주주|보유|소유|거느|자회사|계열사|모회사|손자회사|종속|산하|관계사|설립|세운|유상증자|펀딩|시리즈|전환사채|달러|원|유로|엔|위안|파운드|포트폴리오|자금|100%",
    "supplies": r"공급|납품|협력|벤더|부품|하청|고객|수주|일감|주문|물량|발주|계약|대[기고는온왔다댈]|댄다|댈|댔|판[다매]|팔[고기]|파는|보낸|들어[간가]|탑재|쓰[인이]|실린|장착|생산|파운드리|조립|거래처|제공|인도|향|밸류|서플라이|제작|건조|시공|공사|위탁|맡",
    "buys": r"인수|구매|구입|조달|공급받|납품받|매입|도입|의존|산다|사[고온서기들]|들여|가져다|빌려|쓰|쓴다|탑재|채택|넣|싣|장착|적용|사용|주문|활용",
    "partners": r"협력|제휴|협업|손[잡을]|협약|MOU|양해각서|합작|파트너|컨소시엄|공동|동맹|맞손|힘을|함께|나란히|같이|계약|결별|갈라서|등을\s돌|청산|법인",
    "talks": r"협상|논의|협의|접촉|회동|면담|회담|만나|만났|만난|만날|머리를|의견|물밑|조율|이야기",
    "competes": r"경쟁|맞붙|각축|겨[루룬뤘뤄]|맞대결|격돌|다[툰투퉜툼]|맞[서선수]|격차|승부|경합|아성|독주|점유율|시장|고객|텃밭|도전|밀[렸리려린]|뒤[처진쫓]|추격|따라잡|제치|쫓기|빼앗|라이벌|대항|적수|견제|겨냥",
    "sues": r"소송|제소|고소|고발|피소|분쟁|다툼|소장|가처분|법정|손해배상|침해",
    "regulates": r"과징금|제재|감리|조사|승인|허가|벌금|시정|불허|징계|검사|퇴출|기소|들여다|살펴|압수수색|매겼|부과|경고|고발|심사|제동|허용|막|저지|중단|금지|혐의|수사|규제|인가|반려|거부|거절|철회|차단|제한|블랙|과태료|정지",
    "rates": r"목표|투자\s?의견",
}
"""Without one of these a sentence tells nothing of a kind, and its frames need not be tried."""
