"""How Korean tells who invests in, acquires, supplies, buys from, joins, talks with, rivals, sues or regulates whom."""

from __future__ import annotations

import re

from wollet.story.frame import Frame, frame, grouped
from wollet.story.frames_ko_further import FURTHER
from wollet.story.frames_ko_nominal import NOMINAL
from wollet.story.parts_ko import (
    ALSO,
    CALLS,
    CODE,
    FAR,
    FIGHT,
    GW,
    JOIN,
    MANY,
    NEAR,
    OBJ,
    ONE_A,
    ONE_T,
    OVER,
    PAIR,
    SHARE,
    SUBJ,
    TALK,
    TO,
    UNIT,
    WITH,
    A,
    G,
    T,
)

BASIC: tuple[Frame, ...] = (
    # 인수
    frame("acquires", rf"{ONE_A}{SUBJ}\s{G}{{0,40}}?{ONE_T}{OBJ}\s{G}{{0,25}}?{OVER}"),
    frame("acquires", rf"{ONE_A}{SUBJ}\s{G}{{0,40}}?{ONE_T}{CODE}(?:의)?\s?(?:경영권|지배\s?지분|지분\s?100%|지분\s?전량){G}{{0,25}}?{OVER}"),
    frame("acquires", rf"{ONE_A}(?:의|,|…)\s?{ONE_T}\s?(?:경영권\s)?인수(?!단|\s?의견|세|자)"),
    frame("acquires", rf"{ONE_A}{SUBJ}\s{ONE_T}\s(?:경영권\s)?인수(?!단|\s?의견|세|자)"),
    frame("acquires", rf"{ONE_T}{SUBJ}\s{G}{{0,15}}?{ONE_A}(?:에|에게)\s(?:인수|매각|피인수|흡수\s?합병)(?:됐|되|될|된)"),
    frame("acquires", rf"{ONE_A}{SUBJ}\s{G}{{0,25}}?{ONE_T}{WITH}\s?{G}{{0,12}}?합병"),
    frame("acquires", rf"{ONE_A}(?:와|과)\s?{ONE_T}(?:의|\s간|이|가)\s?{G}{{0,8}}?합병"),
    frame("acquires", rf"{ONE_A}{SUBJ}\s{G}{{0,15}}?(?:인수|흡수\s?합병)한\s{G}{{0,15}}?{ONE_T}"),
    # 투자, 지분
    frame("invests", rf"{ONE_A}{SUBJ}\s{G}{{0,40}}?{ONE_T}{TO}\s{G}{{0,30}}?(?:투자|출자)(?:했|한다|한\s|하|키로|를|할|해|금을)"),
    frame("invests", rf"{ONE_A}{SUBJ}\s{G}{{0,30}}?{ONE_T}{CODE}(?:의)?\s?{SHARE}{G}{{0,30}}?(?:확보|보유|취득|매입|사들|인수|늘리|늘렸|늘려|확대|매각|처분|줄이|줄였|낮추|낮췄|팔아|팔았|팔기로|판다|넘겼|넘기기로|매수)(?!\s?의견|목적)"),
    frame("invests", rf"{ONE_A}{SUBJ}\s{G}{{0,30}}?{MANY}\s등의?\s{SHARE}{G}{{0,30}}?(?:확보|보유|취득|매입|사들|늘리|늘렸|늘려|확대)"),
    frame("invests", rf"{ONE_A}(?:의|,)\s?{ONE_T}\s{SHARE}\s?{G}{{0,12}}?(?:매입|인수|확보|취득|확대|매각|보유)"),
    frame("invests", rf"{ONE_T}(?:의)?\s(?:최대|2대|주요|대)\s?주주(?:인|이자|로|는|가)?\s?{G}{{0,6}}?{ONE_A}", "done"),
    frame("invests", rf"{ONE_A}{SUBJ}\s{G}{{0,15}}?{ONE_T}(?:의)?\s(?:최대|\d대|주요|대)\s?주주(?:다|이다|,|로|가\s[되됐될]|이며|이자|\s지위|에\s오)", "done"),
    frame("invests", rf"{ONE_A}(?:이|가)\s(?:최대|2대|단일\s최대)\s?주주인\s{G}{{0,10}}?{ONE_T}", "done"),
    frame("invests", rf"{ONE_T}{OBJ}\s(?:보유|소유|거느린|거느리고)(?:한|하고\s있는|있는)?\s{G}{{0,14}}?{ONE_A}", "done"),
    frame("invests", rf"{ONE_A}{SUBJ}\s{G}{{0,12}}?(?:투자|출자|설립|보유|소유)한\s{G}{{0,15}}?{ONE_T}", "done"),
    frame("invests", rf"{ONE_A}(?:의)?\s(?:완전\s?|핵심\s?|미국\s?|100%\s?)?(?:자회사|계열사|손자회사)(?:인|\s|이자)\s?{G}{{0,3}}?{ONE_T}", "done"),
    frame("invests", rf"{ONE_T}{SUBJ}\s{G}{{0,10}}?{ONE_A}(?:의)?\s(?:완전\s?|핵심\s?)?(?:자회사|손자회사)(?:다|이다|로|이며|이자|,|\.)", "done"),
    frame("invests", rf"{ONE_T}{OBJ}\s(?:자회사|계열사)로\s(?:둔|두고|거느린|편입한)\s{G}{{0,10}}?{ONE_A}", "done"),
    frame("invests", rf"{ONE_A}{SUBJ}\s{G}{{0,15}}?{ONE_T}{OBJ}\s{G}{{0,6}}?(?:자회사|계열사)로\s(?:둔|두고|편입)"),
    # 공급, 납품
    frame("supplies", rf"{ONE_A}{SUBJ}\s{G}{{0,30}}?{ONE_T}{TO}\s{G}{{0,40}}?(?:공급|납품)(?!망|받|난|사|\s?과잉|\s?부족|(?:한|하는|할|해\s?온)\s(?!것))"),
    frame("supplies", rf"{ONE_T}{TO}\s{G}{{0,25}}?(?:공급|납품)(?:하는|하고\s있는|해\s?온|한|할)\s{G}{{0,12}}?{ONE_A}"),
    frame("supplies", rf"{ONE_A}{SUBJ}\s{G}{{0,25}}?{ONE_T}(?:의)?\s{G}{{0,8}}?(?:협력|납품|공급|벤더|부품|하청)\s?(?:업체|사)(?!들?와)(?:\s|다|로|이|인|가)"),
    frame("supplies", rf"{ONE_T}(?:의)?\s(?:1차\s|핵심\s|주요\s)?(?:협력|납품|공급|부품)\s?(?:업체|사)(?:인|로는|로|이자)?\s?{ONE_A}", "done"),
    frame("supplies", rf"{ONE_A}(?:의)?\s(?:최대\s|주요\s|핵심\s)?(?:고객사|고객)(?:인|로는|는)\s{G}{{0,10}}?{T}", "done"),
    frame("supplies", rf"{ONE_A}{SUBJ}\s{G}{{0,30}}?{T}{CODE}(?:\s?등)?(?:을|를)\s{G}{{0,12}}?고객사?로\s?(?:확보|보유|두고|둔|맞)"),
    frame("supplies", rf"{ONE_A}{SUBJ}\s{G}{{0,30}}?{ONE_T}(?:으로부터|로부터|에서)\s{G}{{0,40}}?(?:수주|공급\s?계약)(?!\s?잔고)"),
    frame("supplies", rf"{ONE_A}{SUBJ}\s{G}{{0,30}}?{ONE_T}(?:와|과)\s{G}{{0,40}}?공급\s?계약(?=$|…|\.\.|에\s|\s?체결|을\s(?:{G}{{0,6}})?(?:체결|맺|따))"),
    # 구매
    frame("buys", rf"{ONE_A}{SUBJ}\s{G}{{0,25}}?{ONE_T}(?:으로부터|로부터)\s{G}{{0,30}}?(?:구매|구입|조달|공급받|납품받|매입|도입)"),
    frame("buys", rf"{ONE_A}{SUBJ}\s{G}{{0,25}}?{ONE_T}(?:의|산|제)?\s{G}{{0,18}}?(?:구매|구입)(?:했|하|한|할|를)"),
    frame("buys", rf"{ONE_A}{SUBJ}\s{G}{{0,25}}?{ONE_T}에\s대한\s의존"),
    # 협력
    frame("partners", rf"{A}{SUBJ}\s{G}{{0,30}}?{NEAR}{T}{WITH}\s?{GW}{{0,35}}?{JOIN}"),
    frame("partners", rf"{ONE_A}{UNIT}(?:와|과)\s?{ONE_T}{UNIT}(?:은|는|이|가|의|\s간)\s?{G}{{0,65}}?{JOIN}"),
    frame("partners", PAIR.format(r"(?:·|-|ㆍ|,\s?)") + rf",?\s?{GW}{{0,14}}?{JOIN}"),
    frame("partners", rf"{ONE_T}{WITH}\s?{GW}{{0,20}}?{JOIN}(?:한|은|하는|하고\s있는|고\s있는|해\s?온|할)\s{G}{{0,8}}?{ONE_A}"),
    # 논의
    frame("talks", rf"{A}{SUBJ}\s{G}{{0,30}}?{NEAR}{T}{WITH}\s?{GW}{{0,30}}?{TALK}"),
    frame("talks", rf"^{ONE_A}{SUBJ}\s{FAR}{{0,120}}?{ONE_T}{ALSO}\s{G}{{0,15}}?{TALK}"),
    frame("talks", rf"{ONE_A}{UNIT}(?:와|과)\s?{ONE_T}{UNIT}(?:은|는|이|가|의|\s간)\s?{G}{{0,25}}?(?:협상|협의|접촉|회동|면담)"),
    frame("talks", rf"{ONE_A}{SUBJ}\s{G}{{0,25}}?{ONE_T}{OBJ}\s(?:만나|만났|만난|만날|접촉)"),
    # 경쟁
    frame("competes", rf"{A}{SUBJ}\s{G}{{0,25}}?{T}{WITH}\s?{GW}{{0,20}}?{FIGHT}"),
    frame("competes", rf"{ONE_A}{UNIT}(?:와|과)\s?{ONE_T}{UNIT}(?:의|\s간|이|가)\s?{G}{{0,15}}?{FIGHT}"),
    frame("competes", rf"{ONE_A}(?:의)?\s(?:최대\s|강력한\s|직접적인\s)?(?:경쟁사|경쟁\s?업체|경쟁자|라이벌|맞수)(?:인|이자|로\s꼽히는)?\s?{ONE_T}"),
    frame("competes", rf"{ONE_T}{WITH}\s{FIGHT}(?:하는|하고\s있는|할)\s{G}{{0,8}}?{ONE_A}"),
    # 평가
    frame("rates", rf"{ONE_A}{SUBJ}\s{G}{{0,25}}?{ONE_T}{CODE}(?:에\s?대해|에\s?대한|의|을|를|에)\s?(?:(?!평균)[^\ue000-\uf7ff\n]){{0,160}}?(?:목표\s?주가|목표가|투자\s?의견)", "done"),
    # 소송
    frame("sues", rf"{ONE_A}{SUBJ}\s{G}{{0,25}}?{T}{CODE}(?:(?:을|를)\s(?:상대로\s)?|에\s(?:대해|대한)\s){G}{{0,30}}?(?:소송|제소|고소|고발)"),
    frame("sues", rf"{ONE_T}{SUBJ}\s{G}{{0,15}}?{ONE_A}(?:으로부터|로부터|에|에게)\s{G}{{0,10}}?(?:소송을\s당|피소|제소당|고소당|고발당)"),
    # 감독
    frame("regulates", rf"{A}{SUBJ}\s{G}{{0,60}}?{T}{CODE}(?:\s등\s{G}{{0,14}}?)?(?:을|를|에|에게|의|에\s대해|에\s대한)\s?{G}{{0,60}}?(?:과징금|제재|감리|조사|승인|허가|벌금|시정\s?명령|불허|징계|검사에|퇴출|기소)(?!가\s?예상)", officials=True),
    frame("regulates", rf"{ONE_T}{SUBJ}\s{G}{{0,45}}?{ONE_A}(?:으로부터|로부터|에서|의|에)\s{G}{{0,25}}?(?:과징금|제재|감리|조사|승인|허가|벌금|시정\s?명령|징계)(?:을|를)?\s?(?:받|획득|얻|따냈|당)", officials=True),
)  # fmt: skip
FRAMES = grouped(BASIC + FURTHER + NOMINAL, CALLS)

_VOID = re.compile(r"않[았는을고은아으]|아니라|아니다|부인|사실무근|없다|없었|없는|만약|(?:한|된|할|될)다면|경우|수도\s있|(?:인수|투자|공급|납품|매각|합병|협력|제휴|취득|확보|매입|수주)할\s수는?\s있|가능성|우려|계획이\s?없|못했|못하|(?:하|되|한다|된다|이|으)면[\s,]")
_FORETOLD = re.compile(r"것으로\s(?:내다|예상|예측|기대|점쳐)|것이라는\s(?:전망|기대|예상|관측)")
"""What somebody only expects to come; a meeting so told is a meeting ahead."""
_DENIED = re.compile(r"않|아니라|아니다|부인|없다|없었")
"""A rivalry is told as it stands even where what it leads to is only feared."""
_ENDED = re.compile(r"종료|결렬|철회|무산|없던\s일|깨졌|깨진|틀어졌|불발|(?:합병|인수)(?:을|를)\s?접|파기|해지|중단|(?:지분|주식)(?:을|를)?\s?(?:전량|모두|전부)?\s?(?:매각|처분|팔아|팔았|넘겼)|옛\s|인수(?:전|를|을)?(?:에서|에)?\s?(?:손을\s?[뗐떼뗀]|포기|접[었고])")
_ONCE_CALLED = re.compile(r"\(옛\s[^()]*\)")
"""A company's former name."""
_PARTED = re.compile(r"끝냈|끝내기로|끝냄|청산|접었|접기로|접는다|결별|갈라서|손을?\s?(?:뗐|떼)|철수|해산|거둬들")
_SELLING = re.compile(r"(?:매각|처분)(?:을|를)?\s?(?:할|하기로|계획|추진|검토|예정|방침|고려|저울질|타진)|팔기로|넘기기로")
"""Of a holding: what is still to be sold is held."""
_REPORTED = re.compile(r"알려졌|전해졌|전해지|보도|소문|관측|검토|거론|추진설|타진")
_PLANNED = re.compile(r"우선\s?협상|계획|예정|방침|추진|제안|하려|하기로|키로|할\s(?!당시|때)|에\s?나서|목표|구상|의향|(?:공급|납품|인수|투자|매입)(?:을|를)\s위[해한]|인수전|인수를\s(?:두고|놓고)|공개\s?매수에|입찰에")
_TALKED = re.compile(r"협의|(?<!우선)(?<!우선\s)협상|논의")
_TO_RULE = re.compile(r"(?:할|될|부과받을|받을)\s(?:것|예정|방침|전망|계획|듯)|받게\s될|하기로\s(?:했|결정)|검토하고")
_AHEAD = re.compile(r"할\s(?:예정|전망|계획|것으로)|기로\s했|나설|만날")
_WILL = re.compile(r"기로\s?(?:했|하고|한|합의)")
_AGREED = re.compile(r"합의|체결|계약|서명|약정|맺|따냈|따내|수주")


def status(words: str, kind: str) -> str | None:
    """How far a matter has got: ended, reported, planned, agreed, done; None where it is denied or only imagined."""
    words = _ONCE_CALLED.sub("", words)
    if (_DENIED if kind == "competes" else _VOID).search(words):
        return None
    if kind not in ("rates", "talks") and _FORETOLD.search(words):
        return None
    if kind == "invests" and _SELLING.search(words):
        return "done"
    if _ENDED.search(words) or (kind in ("partners", "supplies", "buys", "talks") and _PARTED.search(words)):
        return "ended"
    if kind == "partners" and _WILL.search(words):
        return "agreed"
    if kind == "regulates":
        return "planned" if _TO_RULE.search(words) else "reported" if _REPORTED.search(words) else "done"
    if kind == "talks" and _AHEAD.search(words):
        return "planned"
    if _REPORTED.search(words) or (kind == "acquires" and _TALKED.search(words)):
        return "reported"
    if kind in ("talks", "competes", "sues"):
        return "done"
    for told, pattern in (("agreed", _AGREED), ("planned", _PLANNED)):
        if pattern.search(words):
            return told
    return "done"
