"""Whether words lean towards a rise or a fall, and the reason that they give."""

from __future__ import annotations

import re

BULL = re.compile(
    r"\b(?:undervalued|cheap|upside|bullish|outperform(?:s|ed)?|overweight|optimis(?:tic|m)|attractive|strong(?:er)?(?:\s\w+)?\s(?:demand|growth|momentum|earnings|results|quarter|year|buy)"
    r"|tailwinds?|opportunit(?:y|ies)|incentives?|confident|compelling|resilien(?:t|ce)|accelerat(?:e|es|ing)|(?:poised|set|expected|likely)\sto\s(?:gain|rise|benefit|rebound|recover|improve|rally)|upbeat|turnaround"
    r"|soft\slanding|(?:will|should|can|could)\s(?:rebound|recover|rally|improve|outperform)|(?:grounds|reason|room)\s(?:for|to)\s(?:hope|optimism|rally|run)|more\sroom\sto|best\spositioned|top\spick|bottomed|robust|encouraging|welcome\sdevelopment|multiple\sexpansion|well\sahead\sof|clear\slead)\b|"
    r"저평가|(?<!달러 )(?<!달러화 )(?<!원화 )(?<!원화)(?<!엔화 )(?<!유로화 )강세(?!를\s?보였)|상승세(?![를가]?\s?(?:지속했|이어(?:갔|왔|졌)|보였|나타냈))|낙관|상승\s?여력|상승할|오를\s?(?:것|전망)|매력(?:적|도가\s?높)|긍정적|수혜|동기를?\s?부여|호재|성장(?:할|세가|성이\s?높|이\s?(?:지속|계속|예상)|\s?모멘텀)|상승을\s?이끌|개선(?:될|세|이\s?(?:예상|지속|기대))|비중\s?확대"
    r"|매수\s?(?:의견|기회|관점)|유망(?!\s?구조)|견조|호조|상향|더\s?(?:오|간다)|우상향|반등(?:할|이\s?(?:예상|기대)|에\s?나설|을\s?(?:시도|이어)|\s?(?:기회|여력|가능))|슈퍼\s?사이클|턴어라운드|재평가|최선호|톱픽|회복(?:될|할|세가|이\s?(?:예상|기대))|고무적|호실적|견인할|급증할|매수로\s?대응|재상승|저점(?:을)?\s?(?:통과|형성|확인)|어닝\s?서프라이즈[^,.]{0,16}(?:기록할|예상|전망)",
    re.IGNORECASE,
)
BEAR = re.compile(
    r"\b(?:overvalued|overpriced|bubble|bearish|underperform(?:s|ed)?|underweight|pessimistic|downside|headwinds?|expensive|risks|risky|worr(?:y|ied|ies|isome)"
    r"|cautio(?:n|us)|concern(?:s|ed|ing)?|weak(?:er|ness)?|slow(?:ing|down)|recession|overheated|stretched|vulnerable|volatil(?:e|ity)|pullback|correction|sell-?off|uncertain(?:ty|ties)?|deteriorat(?:e|es|ing|ion)|painful"
    r"|(?:will|could|may|might|likely\sto)\s(?:hurt|weigh|fall|drop|decline|struggle|suffer|disappoint)|crisis|disappointing|threat(?:s|en|ens)?|skeptic(?:al|ism)|complacen(?:t|cy)|fragile|sticky|(?:set|poised|expected|yet)\sto\s(?:fall|drop|decline|slow|weaken|shrink|bottom)|cannot\s(?:persist|last)|impossible\sto\sjustify|disconnected\sfrom|pric(?:ed|ing)\s(?:in|for)\sperfection|under\spressure|big\sproblem|demanding|froth\w*)\b|"
    r"고평가|거품|(?<!달러 )(?<!달러화 )(?<!원화 )(?<!원화)(?<!엔화 )(?<!유로화 )약세(?![를가]?\s?보였)|(?<!금리가 )(?<!금리 )(?<!환율이 )하락세(?![를가]?\s?(?:지속했|이어(?:갔|왔)|보였|나타냈))|하방\s?(?:압력|위험|리스크)|비관|과열|(?<!둔화)(?<!둔화 )우려(?!에도|와\s?달리|와는\s?달리|\s?보다)|부담|악재|둔화(?!\s?우려(?:에도|와\s?달리))|리스크|위축|하락할|내릴\s?(?:것|전망)|부정적|불확실성|하향(?!\s?안정)|신중|경계|침체"
    r"|타격|악화|보수적|조정\s?(?:장세|국면|가능성|압력)|변동성(?:이|은|을)?\s?(?:확대|커|높)|위협|피해(?:가|를|는)|부진(?:할|이\s?(?:지속|예상|우려)|한\s?흐름)|하락\s?(?:압력|위험|가능성)|역풍|주의(?:가|해야)|밀릴\s?(?:것|수)|과매수|취약해|불황|현실에\s?안주|회복(?:에는|까지는?|에)\s(?:\S+\s)?시간이|조정을\s?받을|조정은\s?불가피|가격\s?조정|심리[가는]?\s?(?:약화|악화|냉각)",
    re.IGNORECASE,
)
_BUT = re.compile(r"(?:지만|으나|하나|이나|(?<=[았었였했됐])으나|음에도|임에도|불구하고|에도(?=\s|,))[,\s]\s?|\b(?:but|however)\b[,\s]|^(?:although|though|while|despite|even\sthough)\b[^,]{5,160},\s", re.IGNORECASE)
"""What stands before is conceded; what comes behind is the point."""
_NEEDED = re.compile(r"\bwould\s(?:need|have\sto|take)\b|\bin\sorder\s(?:for|to)\b", re.IGNORECASE)
"""What would have to come about is not yet thought to come."""
POINT = 12
"""Fewer characters behind a concession are no point of their own ("cheap but risky")."""
_RATES = re.compile(r"(?:금리|인하|인상|긴축|통화\s?정책)[^,.]{0,14}$")
_RATE_WORDS = frozenset(("신중", "경계"))
"""Said of a rate, they lean neither way."""
_SHELTER = re.compile(r"안전\s?자산|safe[\s-]haven|\bgold\b|금(?:값|\s?가격|\s?시세)", re.IGNORECASE)
_FEARS = re.compile(r"불확실성|우려|리스크|위험|침체|uncertain|risk|concern|worr|fear|recession|volatil", re.IGNORECASE)
"""What drives money into a shelter is no word against the shelter."""
_NOT = re.compile(r"\b(?:not|no|never|hardly|without|less|limited|easing|avoid|avoids|avoiding|outweigh\w*|dismiss\w*|shrugg\w+\soff)\s+(?:\w+\s+){0,4}$|\b(?:overly|too|excessively)\s+$|n['’]t\s+(?:\w+\s+){0,4}$", re.IGNORECASE)
_OVERDONE = re.compile(r"[^.,;]{0,28}\b(?:overblown|overstated|exaggerated|overdone)\b", re.IGNORECASE)
"""Worries of which that is said are none."""
_KO_NOT = re.compile(
    r"^\S*?(?:지\s?않|지\s?못|이\s?아니|은\s?아니|는\s?아니|가\s?아니|없|해소|완화|줄|제한적|낮|어렵|어려)|^[은는이가을를도]?\s(?:않|아니|없|해소|완화|줄|제한적|낮|크지\s?않)"
    r"|^(?:(?!면서|으며|하며|하고|되고)[^,.]){0,16}?(?:지\s?않|지\s?못|기\s?어려|기\s?어렵|없는\s한|끝나|꺾[이였일]|주춤|멈[추췄]|약해[지졌]|약화|힘을\s잃|부족(?!\s?현상)|이유[가는도]?\s?없|요인[이은도]?\s?없|근거[가는도]?\s?없|필요[가는도]?\s?없)"
)
_WHY_EN = re.compile(r"\b(?:because(?:\sof)?|given|thanks\sto|due\sto|on\sthe\sback\sof|citing|driven\sby|amid|owing\sto)\s(?P<why>[^.;“”\"]{4,160})", re.IGNORECASE)
_WHY_KO = re.compile(
    r"(?P<why>[^.;“”\"]{4,120}?)(?:[을를]?\s?(?:감안하면|고려하면|고려할\s?때|볼\s?때)|[이가]?\s?(?:때문|덕분)|에\s?따라|[으]?로\s?인해|[을를]?\s?(?:이유|근거)로|에\s?힘입어)"
)


def stance(text: str) -> str | None:
    """"bull" or "bear" where the words lean one way only; a denied word leans the other way.

    Where a part is conceded ("…지만", "although …, "), the part behind it decides.
    """
    if _NEEDED.search(text):
        return None
    point = _BUT.split(text)[-1]
    return _leaning(point if len(point) >= POINT else text)


def _leaning(text: str) -> str | None:
    tally = {"bull": 0, "bear": 0}
    shelter = _SHELTER.search(text) is not None
    for side, other, pattern in (("bull", "bear", BULL), ("bear", "bull", BEAR)):
        for m in pattern.finditer(text):
            if (m[0] in _RATE_WORDS and _RATES.search(text, 0, m.start())) or (shelter and _FEARS.match(m[0])):
                continue
            denied = _NOT.search(text, max(0, m.start() - 45), m.start()) or _OVERDONE.match(text, m.end()) or _KO_NOT.match(text[m.end() : m.end() + 20])
            tally[other if denied else side] += 1
    if (tally["bull"] > 0) == (tally["bear"] > 0):
        return None
    return "bull" if tally["bull"] else "bear"


def reason(text: str, lang: str) -> str:
    """The part of a sentence that gives a reason, or an empty string."""
    m = (_WHY_KO if lang == "ko" else _WHY_EN).search(text)
    return m["why"].strip(" ,“”\"'") if m else ""
