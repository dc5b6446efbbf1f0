"""Where the Korean "전날" dates only its own noun or clause and not the main verb's figure.

"전날 급락을 딛고 3% 올랐다", "전날 4% 하락에서 3% 상승으로", "전날 8% 폭락한 지 하루 만에 3% 반등했다", "전날 1% 오른 데 이어 2%
올랐다": what the day before did is told first, then the day that the text is of.
"""

from __future__ import annotations

from wollet.mention import unhurried as re

DEIXES = frozenset(("previous_day", "yesterday"))
HAD_MOVED = re.compile(r"\s?(?:가량\s|넘게\s|이상\s)?[가-힣]{0,4}[았었했렸랐졌]던\s")
"""Behind a Korean move that was over when the session told of began: "전 거래일 0.8% 내렸던", "5거래일간 3% 떨어졌던 코스피는"."""
_MOVE = (
    r"(?:하락|상승|급락|급등|폭락|폭등|반등|반락|약세|강세|부진|랠리|조정|충격|쇼크|[오내]름|내림|낙폭|매도|매수|손실|[고저]점|(?:사상\s|역대\s|장중\s)?최[고저]|신[고저]가|투매|패닉)"
    r"(?:셀|장)?(?:세|폭|률|분|치|가)?(?:\s(?:기록|흐름|마감|출발|종가|장세|행진|랠리|충격))?"
)
_LEFT = (
    r"(?:의\s)?(?:[을를]?\s?(?:모두\s|일부\s|대부분\s|상당\s?부분\s|전부\s|완전히\s|하루\s만에\s|곧바로\s|단숨에\s|뒤로\s|대거\s)*"
    r"(?:딛|하고|뒤로하|뒤로한|만회|회복|되돌|반납|상쇄|극복|소화|지우|지운|씻|털|되찾|벗어|끊|끝내|멈추|뒤집|이어|이은|잇지|지키지|살리지|넘어서|갈아치|경신)"
    r"|에서(?![는도])|에도|에\s?(?:이어|따른|이은|대한|힘입|비해|반해)|(?:으로|로)\s?인한|[과와](?:는)?\s?(?:달리|반대|대조|비교)|\s?(?:이후|뒤|후|직후|여파|영향|탓|덕)|의\s?(?:여파|충격|영향|반작용|기저))"
)
_WORD = r"(?:(?:['‘“\"][^'’”\"\n]{1,20}['’”\"]|[가-힣A-Za-z&·0-9.,%()]*(?<![은는이가도며고면]))\s)"
OVER = re.compile(
    r"\s?(?:\([^)\n]{1,24}\))?(?:에\s?(?:이어|이은)|[과와]는?\s?(?:달리|반대로|대조적))"
    rf"|(?:의|에)?\s{_WORD}{{0,4}}?{_MOVE}(?:\s?\([^)\n]{{1,24}}\))?{_LEFT}"
    rf"|(?:의|에)?\s{_WORD}{{0,4}}?[가-힣A-Za-z]+(?:[을를]|에서)\s(?:모두\s|일부\s|대부분\s)?(?:딛고|털고|털어|만회|상쇄|극복|벗어나|되돌리|뒤로\s?하고)"
    r"|(?:의|에)?\s(?:종가(?:인|였던)?\s?|마감가(?:인)?\s?|(?:장중\s)?(?:기록한|세운|마감한|마친|찍은)\s(?:[고저]점(?:인)?\s|최[고저][가치]?(?:인)?\s)?)?(?:\d[\d,.만천]*(?:원|달러|엔|포인트)?(?:선|대)?)(?:에서|보다|에\s?비해|\s?대비)\s"
    rf"|(?:의|에|에는)?\s(?:[^.\n]|(?<=\d)\.(?=\d)){{0,60}}?(?:[가-힣](?:한|은|른|린|진|뛴|던|친|온|빠진)\s?(?:데\s?(?:이어|반해|비해|따른|대한|힘입)|것[과에]\s?(?:는\s)?(?:달리|반대|대조|비해|비하면)|뒤|지\s(?:하루|이틀|사흘)|직후|여파|충격|영향|가운데|와중|상황|소식|만큼)"
    r"|(?:[오내][르리]|올랐|내렸|[상하]락했|상승했|급[등락]했|폭[등락]했|떨어졌|뛰었|밀렸|빠졌)(?:다가|지만|으나|는데|지만은))"
)
"""Behind "전날": what it dates, to where the sentence goes on to its own day."""


def over(text: str, at: int, end: int) -> bool:
    """Whether what "전날", which ends at a place, dates is over before another, so that figures from there on are of the text's own day."""
    return OVER.match(text, at, end) is not None
