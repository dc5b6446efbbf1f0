"""Where a Korean clause that only tells why has ended: the move behind it is the price's, whatever was measured before.

"실적을 발표하면서 6% 급등했다", "목표주가를 높인 영향으로 2% 올랐다", "실적 발표를 앞두고 5% 뛰었다".
"""

from __future__ import annotations

from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored

WHY = Anchored(
    r"(?:(?P<told>[가-힣]면서|[가-힣]며|[가-힣]{2}자|(?:[은한된온진운])\s(?:뒤|후|직후|가운데))|(?:힘입어|(?:영향|여파|덕분?|탓|때문)(?:으로|에)|(?:소식|기대감?|우려|호재|악재|효과|전망|관측|발표|호조|부진|훈풍|실적|충격|부담|적자|흑자|증가|감소|둔화|악화|개선|급증|급감|상향|하향|쇼크|서프라이즈|수주|계약|인수|합병|공시|체결|승인|출시|수혜|매각|배당|소각|매입|증자|매수세|매도세|강세|약세|급락|급등)(?:에|으로)(?:도|도\s불구하고)?|앞두고|타고|업고)),?\s"
)
BETWEEN = re.compile(
    r"(?:(?:주가[는가도]?|이날도?|당일|(?:장\s?중|장\s?초반|장\s?후반|한때|개장\s직후|오전|오후)(?:에는|에|엔)?|(?:전\s?(?:거래일|장|날|일)|정규장)(?:에서는|에서|의)?(?:\s?종가)?(?:\s?(?:대비|보다|에\s비해))?|무려|약|각각|또다시|다시|일제히|나란히|모두|크게|최대|하루\s?(?:만에|새)|현재)\s)*"
)
MOVED = re.compile(
    r"(?:\([^()]{1,24}\)|\))?\s?(?:이상|넘게|가까이|가량|정도|이나|나|대)?(?:의)?\s?(?:더\s)?(?:급등|급락|폭등|폭락|급반등|반등|치솟|뛰[어었며는]|뛴|강세|약세|오름세|내림세|올[라랐]|오[르른]|내[려렸린리]|상승|하락|떨어|밀[려렸린]|빠[져졌진지])(?!\s?[가-힣]{0,3}\s?\d[\d,.]*\s?(?:조|억|만\s?(?:대|개|톤|건|명)|건|명|대\s|개))"
)
TOPIC = re.compile(r"(?!에도|에는|에서)[가-힣]{0,4}[은는이가도]\s")
OWN_VERB = re.compile(r"[다라]고\s|[가-힣](?:으나|지만)\s|[가-힣][은는한된인운]\s(?:영향|소식|여파|덕|탓|기대|우려|뒤|후)")
REACH = 60


def ended(text: str, lo: int, start: int, end: int) -> int | None:
    """Where the clause of why before a figure has ended, if nothing but adverbs stand between and a price's move behind."""
    if MOVED.match(text, end, end + 40) is None:
        return None
    for m in reversed(list(WHY.finditer(text, max(lo, start - REACH), start))):
        if BETWEEN.fullmatch(text, m.end(), start):
            return m.end()
    return None


def measured(text: str, word: int, why: int) -> bool:
    """Whether the thing measured whose word ends at a place is what moved, although a clause of why follows it:
    "수출은 부진한 업황의 영향으로 3% 하락했다"."""
    if TOPIC.match(text, word) is None:
        return False
    told = OWN_VERB.search(text, word, why) is not None
    if text[word] in "은는":
        return not told
    last = list(WHY.finditer(text, word, why))
    return not told and not (last and last[-1]["told"])
