"""The words of records: highs and lows, largest moves, firsts, and what each says was extreme."""

from __future__ import annotations

from typing import Literal

from wollet.claim import lookback
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored

Event = Literal["high", "low", "cross", "gain", "drop", "first", "average"]

KO_HIGH = r"최고(?:치|가|점|\s?수준|\s?기록)?(?!경영|재무|투자|기술|운영|\s?책임)|신고가|가장\s?(?:높은|높았)"
KO_LOW = r"최저(?:치|가|점|\s?수준)?|신저가|가장\s?(?:낮은|낮았)"
KO_GAIN = r"(?:최대|가장\s?큰)\s?(?:폭(?:의|으로)?\s?)?(?:상승(?:폭|률)?|오름폭|올)|(?:최고|가장\s?높은)의?\s?(?:일일\s?|하루\s?|[주월연]간\s?)?(?:상승[폭률]|오름폭|등락률)"
KO_DROP = r"(?:최대|가장\s?큰)\s?(?:폭(?:의|으로)?\s?)?(?:하락(?:폭|률)?|내림폭|낙폭|내렸|떨어)|(?:최고|최악|가장\s?높은)의?\s?(?:일일\s?|하루\s?|[주월연]간\s?)?(?:하락[폭률]|내림폭|낙폭)"
KO_WIDTH = re.compile(r"(?:(?P<gain>상승|오름)|(?P<drop>하락|내림|낙))(?:폭|률)(?:도|[은는이가])\s(?:[\d.,]+%(?:로|[를을]\s기록해)?\s?)?$")
"""Before a highest or a lowest: a move whose width it is, and no price."""
KO_LARGEST = re.compile(r"최대폭?$|가장\s?큰(?:\s?폭)?$")
KO_OVER = {"주간": "weeks", "월간": "months", "한 달": "months"}
KO_LONGER = re.compile(r"(?P<over>주간|월간|한\s달)|연간|분기|반기|올해|지난해")
"""Before a largest move: what it is counted over."""
KO_MOST = (
    r"최대(?:\s?(?:규모|폭|치|액수|실적|매출액?|영업이익|순이익|이익|영업익|기록|수준|[적흑]자(?:\s?규모)?))?(?!\s?주주)|최장|최소(?:치|폭)?|최악|최다"
    r"|가장\s?(?:많은|많았|적은|긴|큰(?:\s?폭)?|빠른|[가-힣]{1,3}은\s?수준)"
)
KO_BACK = rf"(?:사상|역대(?:급)?|종가\s?기준|장중|연중|연간(?:\s?기준)?|올해|월간|분기\s?기준|52주|새)\s?|{lookback.KO}"
KO_ITEM = r"매출액?|영업이익|(?:당기)?순이익|수주|판매량|모두|모든\s(?:부문|항목)에서|(?:전\s)?부문에서|부문"
"""What a largest result is one of: "10년 만에 매출, 영업이익 모두 최대"."""
KO_PASSED = r"돌파|넘[어긴겼었]|진입|달성|올라[섰서]|웃돌|밑돌|상회|하회|회복|내려[온왔]|흑자|적자"
KO = Anchored(
    rf"(?P<back>(?:{KO_BACK})+)(?:기준\s?)?(?:(?:하루|일일|일간)(?:\s기준)?\s(?=최대|가장\s?큰))?(?:두\s?번째로\s?)?(?:(?:{KO_ITEM})(?:[,·]\s?|[과와]\s|\s))*(?:(?P<gain>{KO_GAIN})|(?P<drop>{KO_DROP})|(?P<high>{KO_HIGH})|(?P<low>{KO_LOW})|(?P<first>처음|{KO_MOST}))"
    rf"|(?P<first2>(?:국내|세계|업계|사상|역대|아시아|한국|미국|글로벌)\s?(?:기업\s?|업체\s?)?(?:최초|처음)(?:로|으로)?)"
    rf"|(?P<first3>(?:최초로|처음으로)(?=[^.\n]{{0,30}}(?:{KO_PASSED})))|(?P<first4>것[은이]\s?(?:이번이\s?)?처음)"
    r"|(?P<high2>신고가)|(?P<low2>신저가)"
    r"|(?P<high3>(?:또\s한\s번|또다시|연일|재차)\s최고[치가점]|최고[치가점](?=[를을]\s?(?:또\s|다시\s|한\s번\s|연일\s|잇따라\s|재차\s){0,3}(?:경신|갱신|갈아치|새로\s?[썼쓰쓴])))"
)
EN_SUPER = "highest|lowest|strongest|weakest|cheapest|biggest|largest|steepest|sharpest|deepest|best|worst|longest|fastest|slowest|smallest|busiest|most"
EN_MOVE = r"gains?|rise|jump|rally|advances?|drops?|fall|declines?|loss(?:es)?|slide|slump|plunge|sell-?off|days?|weeks?|months?|quarters?|years?|streaks?|stretch"
EN = Anchored(
    r"\b(?:(?:a|an|its|their)\s)?(?:(?:fresh|new|another)\s)?(?P<back>all-time|record|52-week|(?:\d{1,3}|multi|one|two|three|four|five|six|seven|eight|nine|ten|several)[- ](?:day|week|month|year|session)|lifetime|historic|year-to-date|intraday record|closing record)"
    r"[- ](?:intraday\s|closing\s|session\s)?(?:(?P<high>highs?|peaks?|close|levels?|territory)|(?P<low>lows?|trough))\b"
    rf"|(?:\b(?:the|its|their|a)\s)?\b(?P<super>{EN_SUPER})(?P<what>(?:[-\s](?!since\b|in\b|on\b|ever\b|of\sthe\b)[\w’'.%]+){{0,5}}?)(?:{lookback.EN}|\son\srecord|\sever\b|\sin\shistory)"
    rf"|\b(?P<first>first\stime(?:{lookback.EN}|\s(?:this|in|ever)(?:\s[\w-]+){{1,3}})|(?:first|only)(?:\s(?!time\b|since\b)[\w’'-]+){{1,4}}{lookback.EN}|levels?\s(?:not|last|un)\s?seen\ssince(?:\s[\w,]+){{1,3}})"
    r"|\b(?:to|at|from|hits?|sets?|hitting|setting|touch(?:ed|ing)|reach(?:ed|es|ing)?)\s(?:a\s)?(?P<high2>(?:new\s|fresh\s|another\s|monthly\s|quarterly\s)?record)\b(?![-\s](?:date|of|as|label|high|low|keep|break|sett|clos|level|peak)|\s\w+ly\b)"
    rf"|\b(?P<more>more\sthan\s(?:(?:in|on|at|during)\s)?any(?:\s(?!since\b)[\w’'-]+){{1,4}}{lookback.EN})"
    r"|\b(?:sets?|notch\w*|hits?|hitting|setting|reach\w*|touch\w*|post(?:ed|ing|s)|logg?(?:ed|ing)|scor(?:ed|ing)|clinch\w*|mark(?:ed|ing|s)|clos(?:ed|ing)\sat|ended\sat|clos(?:ed|ing)\sout)\s(?:its\s|their\s|an?\s|yet\s)?(?P<high4>(?:another|\d{1,3}(?:st|nd|rd|th)|fresh|new)\s(?:closing\s|intraday\s|all-time\s)?(?:record|peak)\b(?:\s(?:close|of\sthe\syear|this\syear))?)(?![-\s](?:high|low|for|in|date))"
    r"|\b(?P<first6>first[- ]ever\s\w+)\b"
    r"|\b(?P<first5>record[-\s](?:(?:quarterly|annual|full-year|monthly|first|second|third|fourth|operating|net)[-\s](?:quarter\s)?){0,2}(?:revenues?|sales|profits?|earnings|income|results|deliveries|orders|backlog|quarter|year|month|inflows?|outflows?|volumes?|margins?))\b",
    re.IGNORECASE,
)
EN_MOVED = re.compile(r"\b(?:(?P<gain>gain|rise|jump|rally|advance|surge|climb|increase|rebound)|(?P<drop>drop|fall|decline|loss|slide|slump|plunge|sell-?off|tumble|decrease))\s(?:on\s\w+\s)?(?:was|is|marked|made for)\s(?:(?:its|the|their|a)\s)?$", re.IGNORECASE)
PRICE = re.compile(r"level|close|closing|finish|settle|price|point|mark|yield|intraday")


def event_of(found: dict[str, str]) -> tuple[Event, str]:
    """What happened and over how long a move is counted."""
    if "super" in found:
        return _superlative(found["super"].lower(), found.get("what", "").lower())
    if "more" in found:
        return _superlative("most", found["more"].lower())
    for event in ("gain", "drop", "high", "low"):
        if any(k.startswith(event) for k in found):
            return event, "sessions"
    return "first", "sessions"


def moved_before(text: str, lo: int, start: int) -> Event | None:
    """The move that an English "was its biggest since" is said of ("its 12.2% surge was the biggest since January")."""
    m = EN_MOVED.search(text, lo, start)
    return None if m is None else "gain" if m["gain"] else "drop"


def width_of(text: str, start: int, end: int, event: Event) -> tuple[Event, str]:
    """Of a Korean phrase: a highest that is one of moves ("상승률은 2008년 이후 최고"), and what a move is counted over."""
    if (event in ("high", "low") or (event == "first" and KO_LARGEST.search(text, start, end))) and (m := KO_WIDTH.search(text, max(0, start - 24), start)) is not None:
        event = "first" if event == "low" else "gain" if m["gain"] else "drop"
    if event in ("gain", "drop") and (longer := KO_LONGER.search(text, max(0, start - 16), end)) is not None:
        return (event, KO_OVER[longer["over"]]) if longer["over"] in KO_OVER else ("first", "sessions")
    return event, "sessions"


def _superlative(word: str, what: str) -> tuple[Event, str]:
    move = re.search(rf"(?<![a-z])(?:{EN_MOVE})(?![a-z])", what)
    if word in ("highest", "strongest", "lowest", "weakest", "cheapest") and (not what or PRICE.search(what)):
        return ("high" if word in ("highest", "strongest") else "low"), "sessions"
    if move is None or re.search(r"streak|stretch|quarter|year|two-day|three-day|\b(?:of|in)\b", what):
        return "first", "sessions"
    down = word == "worst" or re.search(r"drop|fall|decl|loss|sli|slu|plu|sell", what)
    return ("drop" if down else "gain"), "weeks" if "week" in what else "months" if "month" in what else "sessions"
