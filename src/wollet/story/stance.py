"""Whether words lean towards a rise or a fall, and the reason that they give."""

from __future__ import annotations

import re

BULL = re.compile(
    r"\b(?:undervalued|cheap|upside|bullish|outperform(?:s|ed)?|overweight|optimis(?:tic|m)|attractive|strong(?:er)?(?:\s\w+)?\s(?:demand|growth|momentum)"
    r"|tailwinds?|opportunit(?:y|ies)|incentives?|confident|compelling|resilient|accelerat(?:e|es|ing)|poised\sto\s(?:gain|rise|benefit))\b|"
    r"저평가|강세|상승세|낙관|상승\s?여력|상승할|오를\s?(?:것|전망)|매력(?:적|도가\s?높)|긍정적|수혜|동기를?\s?부여|호재|성장(?:할|세가|성이\s?높|이\s?(?:지속|계속))|상승을\s?이끌|개선(?:될|세)|비중\s?확대"
    r"|매수\s?(?:의견|기회)|유망(?!\s?구조)|견조|호조|상향|더\s?(?:오|간다)",
    re.IGNORECASE,
)
BEAR = re.compile(
    r"\b(?:overvalued|overpriced|bubble|bearish|underperform(?:s|ed)?|underweight|pessimistic|downside|headwinds?|expensive|risks|risky|worr(?:y|ied|ies|isome)"
    r"|cautio(?:n|us)|concern(?:s|ed)?|weak(?:er|ness)?|slow(?:ing|down)|recession|overheated|stretched|vulnerable)\b|"
    r"고평가|거품|약세|(?<!금리가 )(?<!금리 )(?<!환율이 )하락세|하방\s?(?:압력|위험|리스크)|비관|과열|(?<!둔화)(?<!둔화 )우려(?!에도|와\s?달리|와는\s?달리)|부담|악재|둔화(?!\s?우려(?:에도|와\s?달리))|리스크|위축|하락할|내릴\s?(?:것|전망)|부정적|불확실성|하향|신중|경계|침체",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no|never|hardly|without|less|limited|easing|avoid|avoids|avoiding)\s+(?:\w+\s+){0,4}$|n['’]t\s+(?:\w+\s+){0,4}$", re.IGNORECASE)
_KO_NOT = re.compile(
    r"^\S*?(?:지\s?않|지\s?못|이\s?아니|은\s?아니|는\s?아니|가\s?아니|없|해소|완화|줄|제한적|낮|어렵|어려)|^[은는이가을를도]?\s(?:않|아니|없|해소|완화|줄|제한적|낮|크지\s?않)"
    r"|^[^,.]{0,14}?(?:지\s?않|지\s?못|기\s?어려|기\s?어렵|없는\s한)"
)
_WHY_EN = re.compile(r"\b(?:because(?:\sof)?|given|thanks\sto|due\sto|on\sthe\sback\sof|citing|driven\sby|amid|owing\sto)\s(?P<why>[^.;“”\"]{4,160})", re.IGNORECASE)
_WHY_KO = re.compile(
    r"(?P<why>[^.;“”\"]{4,120}?)(?:[을를]?\s?(?:감안하면|고려하면|고려할\s?때|볼\s?때)|[이가]?\s?(?:때문|덕분)|에\s?따라|[으]?로\s?인해|[을를]?\s?(?:이유|근거)로|에\s?힘입어)"
)


def stance(text: str) -> str | None:
    """"bull" or "bear" where the words lean one way only; a denied word leans the other way."""
    tally = {"bull": 0, "bear": 0}
    for side, other, pattern in (("bull", "bear", BULL), ("bear", "bull", BEAR)):
        for m in pattern.finditer(text):
            denied = _NOT.search(text, max(0, m.start() - 45), m.start()) or _KO_NOT.match(text[m.end() : m.end() + 20])
            tally[other if denied else side] += 1
    if (tally["bull"] > 0) == (tally["bear"] > 0):
        return None
    return "bull" if tally["bull"] else "bear"


def reason(text: str, lang: str) -> str:
    """The part of a sentence that gives a reason, or an empty string."""
    m = (_WHY_KO if lang == "ko" else _WHY_EN).search(text)
    return m["why"].strip(" ,“”\"'") if m else ""
