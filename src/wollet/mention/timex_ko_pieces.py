"""The pieces of Korean time expressions, matched at a place: 2024년, 지난해, 4분기, 2월, 다음 주, 13일, 화요일, 오후 3시."""

from __future__ import annotations

import datetime as dt

from wollet.mention import timex_ko_feasts
from wollet.mention import timex_ko_words as w
from wollet.mention import unhurried as re
from wollet.mention.atoms import Atom
from wollet.mention.example import ignores, reads

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_TO = r"\s?[~∼〜～–-]\s?"
_NO_DAY = (
    r"(?!\s?(?:연속|째|동안|이동평균|평균선|물(?![가-힣])|짜리|치(?![가-힣])|천하|내내|거래일|이내|안에|유예)|[선장새여분본]|각[ 에]|부[ ]|반[ ]|단[ ]|간(?![담격사부판밤])|평균"
    r"|\s?만(?=[에의 이,.])|\s?내(?![가-힣])|\s내로|내[로에]|\s?(?:전(?!\s(?:거래일|장|일|날)[\s보대(])|뒤|후)(?![가-힣])|\s?(?:전|후)(?=[에의보까부과로])|\s?뒤(?=[에의인]))"
)
_ONE_DAY = r"(?!(?<=\b1일)[ ](?:평균|생산|최대|이용|투자|거래|사용|처리|한도|방문|1회))"
DIGITS = re.compile(
    rf"""(?P<fy>(?:19|20)\d\d)(?P<f1>[-/]|\.\s?)(?P<fm>{_MONTH})(?:(?P=f1)|\.)(?P<fd>{_DAY})(?!\d|[.,]\d|%)\.?
    |(?P<sy>\d\d)(?P<s1>[./])\s?(?P<sm>{_MONTH})(?P=s1)\s?(?P<sd>{_DAY})(?![\d.,]\d|\d|%)
    |(?P<um>\d\d?)(?P<u1>[-./])(?P<ud>\d\d?)(?P=u1)(?P<uy>(?:19|20)\d\d|\d\d)(?!\d|[-.]\d)
    |(?P<oy>(?:19|20)\d\d)[-/](?P<om>0[1-9]|1[0-2])(?![\d.,/-]|%)
    |(?P<dec>(?:1[89]|20)?\d0)년대
    |(?P<cent>1[5-9]|2[0-2])\s?세기(?=[ 에의초말은는을를,.]|$)(?!\s?(?:동안|만[에의]|반|전|후))
    |(?P<y1>(?:19|20)?\d\d)년?{_TO}(?P<y2>(?:19|20)\d\d|\d\d)년(?![간물]|\s?(?:만|동안|이상|내|후|전|뒤))
    |(?P<y>(?:1[5-9]|20|21)\d\d)\s?(?:년도?(?!물)|(?P<fiscal>회계\s?연도|사업\s?연도))
    |(?P<yy>\d\d)년(?=도|\s?{_MONTH}월|\s?[1-4]분기|\s?[상하]반기|\s?말(?![가-힣]))
    |(?P<qq>[1-4])(?:[·/]4|사)\s?분기
    |(?P<q>[1-4])(?:분기)?(?:{_TO}(?P<q2>[1-4]))?\s?분기(?!\s?(?:연속|만[에의]|째|동안))
    |(?P<md>{_MONTH})(?:/(?P<dd>{_DAY})(?=\([월화수목금토일]\)|~|에(?!\s?(?:불과|그|달|못)))|\.(?P<dd2>{_DAY})(?=\([월화수목금토일]\)))
    |(?<![\d.,/-])(?:(?P<zm>0[1-9])-(?P<zd>0[1-9]|[12]\d|3[01])(?![\d,/%-]|\.\d)|(?P<zm2>1[0-2])-(?P<zd2>0[1-9]|[12]\d|3[01])(?=\s?(?:\(|종가|장|마감|기준|·)))
    |(?P<m>{_MONTH})월?{_TO}(?P<m2>{_MONTH})월(?![드급])
    |(?P<m1>{_MONTH})\s?월(?:(?P<due>물|\s?인도분|\s?만기)|(?![드급세령]))
    |(?P<d>{_DAY})일?(?:{_TO}|[·,]\s?)(?P<d2>{_DAY})일{_NO_DAY}
    |(?P<d1>{_DAY})일{_NO_DAY}{_ONE_DAY}
    |(?P<h>[01]?\d|2[0-4])\s?시(?:\s?(?P<mi>[0-5]?\d)분|\s?(?P<hh>반)(?![가-힣]))?(?![간즌장점가설도황세작])
    |(?P<ch>[01]?\d|2[0-3]):(?P<cm>[0-5]\d)(?::[0-5]\d)?(?![:\d])
    |(?P<an>\d{{1,3}})(?P<about>여)?\s?(?P<au>개월|주일|주|일|년(?P<ah>\s?반)?|분기|달)\s?(?P<ad>이?전(?!\s?(?:거래일|장\s|일\s?(?:대비|보다|종가|같은)|날\s?(?:대비|보다|종가|같은)|주\s?대비|월\s?대비|년\s?(?:동기|동월|대비)|분기\s?대비|고점|저점))|뒤|후)(?:(?![가-힣])|(?=[에의보까부과로인]))
    |(?P<inn>\d{{1,3}})(?:여)?\s?(?P<inu>개월|주일|주|일|년|달)\s?(?:이?내(?![가-힣])|내로|이?내에|안에|이내로)
    |(?P<nw>[1-5])(?:번째|째)\s?주(?![가식])(?:\s?(?P<nd>[월화수목금토일])요일)?""",
    re.VERBOSE,
)
_FIGURE = re.compile(r"\d+(?:[%만억조원천포배명건위선대]|,\d{3}|\.\d+(?![\d.(]))")
"""Digits that no time begins with, told by what stands behind them."""
SHORT_YEAR = re.compile(r"['’‘](\d\d)년")
_AGO = re.compile(
    rf"(?:(?P<days>{w.either(w.NATIVE_DAYS)})|(?P<n>{w.either(w.NATIVE)})\s?(?P<u>개월|주일|주|달|해|년)|(?P<half>반년))\s?(?P<dir>전|뒤|후|안에|이?내로|이?내에|이?내(?![가-힣]))(?:(?![가-힣])|(?=[에의보까부과로인]))"
)
_STRETCH = re.compile(
    rf"(?P<mod>지난|최근|과거|앞으로|향후|다음|다가오는)\s(?:약\s|몇\s)?(?:(?P<days>{w.either(w.NATIVE_DAYS)})|(?P<n>\d{{1,3}}|{w.either(w.NATIVE)})\s?"
    r"(?P<u>개월|주일|주|달|해|년|분기(?=\s?(?:간|동안|새|사이|연속))|거래일|영업일|일(?=\s?(?:간|동안|새|사이))))\s?(?:간|동안|새|사이|내|안에)?(?![가-힣])"
)
_NTH = re.compile(rf"(?P<n>{w.either(w.NTH)})\s?(?:(?P<wd>[월화수목금토일])요일|주(?![가식])(?:\s?(?P<nd>[월화수목금토일])요일)?|(?P<last>날)(?![가-힣]))")
_WEEKDAY = re.compile(r"(?P<w>(?<!검은 )(?<!피의 )(?<!검은)[월화수목금토일])요일|\((?P<p>[월화수목금토일])(?:요일)?\)")
_END = r"(?![가-힣])|(?=(?:은|는|이|가|을|를|의|에|도|만|과|와|로|까|부|보|엔|에도|에는|쯤|께|경|초|중|말|상|하|들|인|이후|이전|밤|새|오|아|저|대비|동기|개|시|현|\d))"
_TABLE: dict[str, tuple[str, int | str | tuple[int, str]]] = {}
for _word, _v in w.DAYS.items():
    _TABLE[_word] = ("rel_day", _v)
for _slot, _words in (("rel_year", w.YEARS), ("rel_month", w.MONTHS), ("rel_week", w.WEEKS), ("rel_quarter", w.QUARTERS),
                      ("half", w.HALVES), ("mod", w.MODS)):  # fmt: skip
    for _word, _n in _words.items():
        _TABLE[_word] = (_slot, _n)
for _word in w.SAME:
    _TABLE[_word] = ("same", 0)
for _word, _n in w.THAT_YEAR.items():
    _TABLE[_word] = ("that_year", _n)
for _word, _k in w.WEEKENDS.items():
    _TABLE[_word] = ("weekend", 9 if _k is None else _k)
for _word, _e in w.ENDS.items():
    _TABLE[_word] = ("ends", " ".join(_e))
for _word in timex_ko_feasts.NAMES:
    _TABLE[_word] = ("feast", _word)
for _word, _n in w.MONTH_WORDS.items():
    _TABLE[_word] = ("month", _n)
for _word, _hour in w.HOURS.items():
    _TABLE[_word] = ("hours", _hour)
_BY_FIRST: dict[str, re.Pattern[str]] = {}
for _first in {_word[0] for _word in _TABLE}:
    _mine = {_word: None for _word in _TABLE if _word[0] == _first}
    _BY_FIRST[_first] = re.compile(rf"(?:{w.either(_mine)})(?:{_END})")
_NEED = {
    "전년": re.compile(r"\s?(?:대비|동기|같은|동월|보다|도|의|말|수준|\d)"), "전달": re.compile(r"\s?(?:대비|보다|의|과\s?비|에\s?비|치|\d)"),
    "전월": re.compile(r"\s?(?:대비|보다|의|과|에|치|\d|동)"), "전주": re.compile(r"\s?(?:대비|보다|말|의|에\s?비|[월화수목금]요일|$)"),
    "올": re.compile(r"\s?(?:\d|[상하]반기|들어|초|연|봄|여름|가을|겨울|한 해)"), "이 달": re.compile(r"\s?(?:초|말|중순|하순|\d|들어|의|에)"),
    "지난": re.compile(r"\s?(?:\d|[월화수목금토일]요일|[상하]반기|봄|여름|가을|겨울|연말)"), "오는": re.compile(r"\s?(?:\d|[월화수목금토일]요일|[상하]반기|주)"),
    "다음": re.compile(r"\s?(?:\d{1,2}월|\d{1,2}일|[월화수목금토일]요일)"), "이번": re.compile(r"\s?(?:\d{1,2}월|[월화수목금토일]요일|[상하]반기)"),
    "당일": re.compile(r"(?!\s?(?:치기|배송|코스|여행))"), "내일": re.compile(r"(?!의 ?집|채움|배움|이 (?:모두|끝))"), "밤새": re.compile(r"(?![우워웠])"),
    "이달": re.compile(r"(?!러)"), "후년": re.compile(r"\s"), "예년": re.compile(r"(?!같|과 달)"),
    "연초": re.compile(r"(?!록|류|제)"), "연중": re.compile(r"(?!무휴|최고|최저|기획)(?:에|\s내내)"), "당해": re.compile(r"\s?(?:연도|년)"), "전일": re.compile(""),
    "정오": re.compile(r"(?!표|답)"), "아침": re.compile(r"(?!밥)"), "밤": re.compile(r"(?=\s?\d|에|\s사이)"), "낮": re.compile(r"(?=\s?\d|에|\s최고)"),
    "저녁": re.compile(r"(?=\s?\d|에|\s늦)"), "주초": re.compile(r"(?!대|석)"),
    "그해": re.compile(r"[ 의에]"), "그 해": re.compile(r"[ 의에]"), **dict.fromkeys(w.MONTH_WORDS, re.compile(r"\s?\d{1,2}일")),
}  # fmt: skip
_MAYBE = frozenset("지최과앞향다")
_AGO_FIRST = frozenset(x[0] for x in (*w.NATIVE_DAYS, *w.NATIVE, "반년"))
_NTH_FIRST = frozenset(x[0] for x in w.NTH)
_PARTS = re.compile(rf"(?P<part>{w.either(w.PARTS)})(?![가-힣])|(?P<part2>초순|초반|중순|중반|하순|후반|초|말)(?=(?:에|의|까|부|엔|이|을|쯤|께|로|만|도|기|현|\s))")  # fmt: skip
FIRSTS = "".join(sorted({x[0] for x in _TABLE} | set("최과앞향") | _AGO_FIRST | _NTH_FIRST | set("월화수목금토일")))
_SECONDS = {x[1] for x in _TABLE if len(x) > 1} | set("요째달 근거으후주해년개틀흘새레드홉름번지막") | {"전", "뒤"}
SECONDS = "".join(sorted(_SECONDS)).replace("-", "")


def piece(text: str, at: int, inside: bool) -> Atom | None:
    """The piece that begins at a place; `inside` an expression also 초, 말, 중순, (화)."""
    c = text[at]
    if c.isdigit():
        return _digits(text, at)
    if c in "'’‘":
        m = SHORT_YEAR.match(text, at)
        return Atom(at, m.end(), "year", _century(int(m[1]))) if m else None
    if c in _MAYBE and (m := _STRETCH.match(text, at)):
        return _stretch(m)
    if (p := _BY_FIRST.get(c)) is not None and (m := p.match(text, at)) and ((need := _NEED.get(m[0])) is None or need.match(text, m.end())):
        slot, value = _TABLE[m[0]]
        return Atom(at, m.end(), slot, value, None, m[0])
    if c in _NTH_FIRST and (m := _NTH.match(text, at)):
        return Atom(at, m.end(), "nth_day" if m["wd"] else "last_day" if m["last"] else "nth_week", w.NTH[m["n"]], None, m["wd"] or m["nd"])
    if c in _AGO_FIRST and (m := _AGO.match(text, at)):
        n, unit = (w.NATIVE_DAYS[m["days"]], "days") if m["days"] else (6, "months") if m["half"] else (w.NATIVE[m["n"]], w.UNITS[m["u"]])
        if "내" in m["dir"] or m["dir"] == "안에":
            return Atom(at, m.end(), "in", (n, unit))
        return Atom(at, m.end(), "ago", (-n if m["dir"].endswith("전") else n, unit))
    if (m := _WEEKDAY.match(text, at)) and (m["w"] or inside):
        return Atom(at, m.end(), "weekday", w.WEEKDAYS[m["w"] or m["p"]])
    if inside and (m := _PARTS.match(text, at)):
        return Atom(at, m.end(), "part", w.PARTS[m["part"] or m["part2"]])
    return None


def _century(two: int) -> int:
    return 2000 + two if two < 70 else 1900 + two


def _stretch(m: re.Match[str]) -> Atom:
    digits = m["n"] or ""
    n = w.NATIVE_DAYS[m["days"]] if m["days"] else int(digits) if digits.isdigit() else w.NATIVE[digits]
    unit = "days" if m["days"] else w.UNITS[m["u"]]
    back = m["mod"] in ("지난", "최근", "과거")
    return Atom(m.start(), m.end(), "stretch", (-n if back else n, unit))


def _digits(text: str, at: int) -> Atom | None:
    if _FIGURE.match(text, at) or (m := DIGITS.match(text, at)) is None:
        return None
    g, end = m.groupdict(), m.end()
    if g["fy"] or g["sy"] or g["uy"]:
        return _full(g, at, end)
    if g["oy"]:
        return Atom(at, end, "year_month", (int(g["oy"]), g["om"]))
    if g["dec"]:
        n = int(g["dec"])
        return Atom(at, end, "decade", n if n > 100 else 1900 + n if n >= 30 else 2000 + n)
    if g["cent"]:
        return Atom(at, end, "century", int(g["cent"]))
    if g["y1"]:
        first, last = g["y1"], g["y2"]
        if len(first) == 2:
            return None if len(last) == 4 else Atom(at, end, "year", _century(int(first)), _century(int(last))) if text[at - 1 : at] in "'’‘" and at else None
        return Atom(at, end, "year", int(first), int(last) if len(last) == 4 else int(first[:2] + last))
    if g["y"] or g["yy"]:
        return Atom(at, end, "year", int(g["y"]) if g["y"] else _century(int(g["yy"])), None, "fiscal" if g["fiscal"] else None)
    if g["qq"] or g["q"]:
        return Atom(at, end, "quarter", int(g["qq"] or g["q"]), int(g["q2"]) if g["q2"] else None)
    if g["md"]:
        return Atom(at, end, "month_day", (int(g["md"]), g["dd"] or g["dd2"] or ""))
    if g["zm"] or g["zm2"]:
        return Atom(at, end, "month_day", (int(g["zm"] or g["zm2"]), g["zd"] or g["zd2"]))
    if g["m"] or g["m1"]:
        return Atom(at, end, "month", int(g["m"] or g["m1"]), int(g["m2"]) if g["m2"] else None, "due" if g["due"] else None)
    if g["d"] or g["d1"]:
        return Atom(at, end, "day", int(g["d"] or g["d1"]), int(g["d2"]) if g["d2"] else None)
    if g["h"] or g["ch"]:
        hour = int(g["h"] or g["ch"])
        return Atom(at, end, "clock", dt.time(hour % 24, 30 if g["hh"] else int(g["mi"] or g["cm"] or 0)), None, "colon" if g["ch"] else None)
    if g["an"]:
        n, unit = (12 * int(g["an"]) + 6, "months") if g["ah"] else (int(g["an"]), w.UNITS[g["au"]])
        return Atom(at, end, "ago", (-n if g["ad"].endswith("전") else n, unit))
    if g["inn"]:
        return Atom(at, end, "in", (int(g["inn"]), w.UNITS[g["inu"]]))
    return Atom(at, end, "nth_week", int(g["nw"]), None, g["nd"])


def _full(g: dict[str, str | None], at: int, end: int) -> Atom | None:
    if g["uy"]:
        first, second, year = int(g["um"] or 0), int(g["ud"] or 0), int(g["uy"])
        if g["u1"] == "." and len(g["uy"]) == 2:
            return None
        month, day = (second, first) if first > 12 or g["u1"] == "." else (first, second)
        year = year if year > 100 else _century(year)
    else:
        year = int(g["fy"]) if g["fy"] else _century(int(g["sy"] or 0))
        month, day = int(g["fm"] or g["sm"] or 0), int(g["fd"] or g["sd"] or 0)
    try:
        return Atom(at, end, "full", dt.date(year, month, day))
    except ValueError:
        return None


EXAMPLES = (
    reads("ko", "date", {"start": "2024-02-13", "end": "2024-02-13", "grain": "day"}, "{2024.02.13} 공시", "{24.02.13} 기준", "{2024-02-13} 종가", "{2024년 2월 13일(화)} 마감", "{2월 13일} 마감"),
    reads("ko", "date", {"start": "2024-02-14", "deixis": "today"}, "{오늘} 올랐다", "{금일} 공시"),
    reads("ko", "date", {"start": "2024-02-12"}, "{그제} 내렸다", "{그저께} 내렸다", "{이틀 전} 내렸다"),
    reads("ko", "date", {"deixis": "overnight"}, "{간밤} 뉴욕증시", "{지난밤} 유가"),
    reads("ko", "date", {"start": "2024-02-05", "end": "2024-02-11", "grain": "week"}, "{지난주} 코스피", "{지난 주} 환율"),
    reads("ko", "date", {"start": "2024-03-01", "end": "2024-03-31", "grain": "month"}, "{다음 달} 회의", "{내달} 상장", "{3월} 정례회의"),
    reads("ko", "date", {"start": "2024-01-01", "end": "2024-06-30", "grain": "half"}, "{올 상반기} 출시", "{올해 상반기} 실적"),
    reads("ko", "date", {"start": "2024-07-01", "end": "2024-09-30"}, "{올해 3분기} 전망", "{2024년 3/4분기} 지표"),
    reads("ko", "date", {"start": "1990-01-01", "end": "1999-12-31", "grain": "decade"}, "{1990년대} 호황", "{90년대} 호황"),
    reads("ko", "date", {"start": "2023-12-01", "end": "2023-12-31"}, "{지난해 말} 조직을 바꿨다"),
    reads("ko", "date", {"clock": "15:30:00", "grain": "instant"}, "{오후 3시 30분} 현재", "{이날 오후 3시 30분} 기준"),
    reads("ko", "date", {"start": "2024-04-01", "relation": "until"}, "{4월 인도분} 유가"),
    reads("ko", "date", {"start": "2000-01-01", "end": "2099-12-31"}, "{21세기} 들어 처음"),
    reads("ko", "date", {"start": "2024-05-11"}, "{오월 11일} 열린다"),
    reads("ko", "date", {"start": "2024-04-14", "relation": "by"}, "{두 달 안에} 판다", "{두 달 내에} 판다"),
    reads("ko", "date", {"start": "2023-08-14"}, "{반년 전} 발표했다"),
    reads("ko", "date", {"start": "2021-08-14"}, "{2년 반 전} 발표했다"),
    reads("ko", "date", {"start": "2024-02-09", "end": "2024-02-14"}, "{최근 3거래일 동안} 올랐다"),
    reads("ko", "date", {"start": "2024-02-19", "end": "2024-02-23", "grain": "range"}, "{월요일부터 금요일까지} 열린다"),
    reads("ko", "date", {"start": "2024-02-13", "end": "2024-02-13", "grain": "day", "deixis": None}, "코스피는 {13일} 전 거래일 대비 올랐다", "{13일} 전 거래일보다 내렸다"),
    reads("ko", "date", {"start": "2024-02-01", "deixis": "offset"}, "{13일 전} 거래를 마쳤다", "{13일 전}보다 올랐다"),
    reads("ko", "date", {"start": "2024-02-13", "end": "2024-02-13", "grain": "day"}, "({02-13} 종가)", "{02-13} 장 마감"),
    ignores("ko", "date", "'검은 {월요일}'의 충격", "피의 {금요일}"),
    ignores("ko", "date", "{이월} 결손금", "{사월}의 노래", "{1세기} 만에", "{반년}치", "{두 달}째"),
    ignores("ko", "date", "번호 {02-13}45", "{05-12}% 사이"),
    ignores("ko", "date", "{3분기} 연속 적자", "{24시간} 거래", "{3월드}컵", "{하루치} 물량", "{1.6}~1.7% 성장", "{전주}시는 밝혔다", "{1일} 평균 거래대금", "사진=뉴스{1일}각에서는"),
)
