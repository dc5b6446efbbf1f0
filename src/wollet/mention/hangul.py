"""Korean numerals in letters, read only beside a unit or a scale: 두 배, 세 번째, 천만 달러, 수십억원, 닷새, 절반."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.numeral import BIG, DIGIT, ONE, SMALL, ZERO, Numeral, scaled

NATIVE = {w: Decimal(i + 1) for i, w in enumerate("하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열".split())} | {
    "한": Decimal(1), "두": Decimal(2), "세": Decimal(3), "석": Decimal(3), "네": Decimal(4), "넉": Decimal(4), "스무": Decimal(20)}  # fmt: skip
NATIVE_TENS = {"열": Decimal(10), "스물": Decimal(20), "서른": Decimal(30), "마흔": Decimal(40), "쉰": Decimal(50),
               "예순": Decimal(60), "일흔": Decimal(70), "여든": Decimal(80), "아흔": Decimal(90)}  # fmt: skip
_WEEK = "일주일"
DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15}
_TENS = "|".join(NATIVE_TENS)
_UNITS = "하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|한|두|세|네|석|넉"
_NATIVE = re.compile(rf"(?:({_TENS}) ?({_UNITS})?|({_UNITS}|스무))")
_SINO = re.compile(
    r"[일이삼사오육륙칠팔구십백천만억조]{1,32}(?: [일이삼사오육륙칠팔구십백천만억조]{0,16}[십백천만억조][일이삼사오육륙칠팔구]?){0,5}(?:(?<=[만억조]) [일이삼사오육칠팔구](?=원|명|개|주|달러))?"
)
PAIRS = {"한두": 1, "두세": 2, "두서너": 2, "서너": 3, "너댓": 4, "네댓": 4, "네다섯": 4, "대여섯": 5, "예닐곱": 6, "일고여덟": 7, "여덟아홉": 8}
_PAIR = re.compile(rf"(?:{'|'.join(sorted(PAIRS, key=len, reverse=True))})(?= ?(?:배|차례|달|개|명|곳|가지|시간|해|분기|종목|번|건|주(?= )|주간|사람|군데|대(?= )|살|거래일))")
_FRACTION = re.compile(
    r"([0-9]+|[일이삼사오육륙칠팔구십백천만]+) ?분의 ?([0-9]+(?![.,]?[0-9])|[일이삼사오육륙칠팔구](?![가-힣])|[일이삼사오](?=[을의로가은만과]|정도|가량|수준))"
)
_DIGITS_PLACE = re.compile(r"(한|두|세|네) ?자릿?수")
_NATIVE_UNITS = (
    "번째", "배", "차례", "달", "개월", "개", "명", "곳", "가지", "시간", "해", "분기", "개 분기", "종목", "대", "건", "주째", "주 ",
    "주간", "번", "편", "마리", "채", "나라", "회사", "기업", "갈래", "군데", "쌍", "팀", "사람", "잔", "권", "살", "거래일", "세션",
    "째", "업체", "은행", "집", "거래일", "자릿수", "자리수", "분의",
)  # fmt: skip


_AFTER_NATIVE = "|".join(sorted(map(re.escape, _NATIVE_UNITS), key=len, reverse=True))
_SINO_UNIT = r"[0-9]|원|달러|불|위안|유로|엔|명|개|곳|건|번째|배|주|위|퍼센트|프로|포인트|톤|대|회|분의|여[ 명개곳건]"
# Where a numeral in letters may begin: the letters and what must follow them.
HEADS = (
    rf"(?:(?:{_TENS}) ?(?:{_UNITS})?|{_UNITS}|스무)(?= ?(?:{_AFTER_NATIVE}))",
    r"첫(?=[ 번째])",
    r"수[십백천만억조]",
    r"절반|반토막|반년|갑절|곱절|하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름|일주일|영점",
    r"[일이삼사오육륙칠팔구]?[십백천만억조][일이삼사오육륙칠팔구십백천만억조]+",
    r"[일이삼사오육륙칠팔구][십백천만억조]",
    r"[만억조] [일이삼사오육륙칠팔구]?[십백천만억]",
    _PAIR.pattern,
    rf"[십백천만](?= ?(?:{_SINO_UNIT}))",
    r"[일이삼사오육칠팔구](?= ?(?:퍼센트|프로|달러|분의)|[점쩜]|등)",
)
FIRST = "".join(sorted(set("한두세네석넉하둘셋넷다여일아열스서마쉰예첫수절반갑곱이사나닷엿보삼오육륙칠팔구십백천만억조영")))


class Word(NamedTuple):
    """A numeral in letters with the unit that it must have, or a complete expression (`code` given)."""

    figure: Numeral
    code: str = ""
    kind: str = ""
    many: bool = False
    pair: bool = False


def fraction_at(text: str, pos: int) -> Numeral | None:
    """3분의 1, 삼분의 일."""
    m = _FRACTION.match(text, pos)
    if m is None:
        return None
    below, above = _plain(m[1]), _plain(m[2])
    if not below or above is None or len(m[1]) > 12:
        return None
    return Numeral(pos, m.end(), above / below, Decimal("0.01"), Decimal("0.01"))


def _plain(word: str) -> Decimal | None:
    return Decimal(word) if word[0].isdigit() else sino(word)


def sino(word: str) -> Decimal | None:
    """이천칠백삼십오만 -> 27350000; None where the letters do not make a number."""
    total = section = ZERO
    pending: Decimal | None = None
    small, top = Decimal(10**4), Decimal(10**20)
    for c in word:
        if c == " ":
            continue
        if c in DIGIT:
            if pending is not None:
                return None
            pending = DIGIT[c]
        elif c in SMALL:
            if SMALL[c] >= small:
                return None
            section += (pending or ONE) * SMALL[c]
            small, pending = SMALL[c], None
        else:
            part = section + (pending or ZERO)
            if BIG[c] >= top or (not part and c != "만"):
                return None
            total += (part or ONE) * BIG[c]
            top, small, section, pending = BIG[c], Decimal(10**4), ZERO, None
    return total + section + (pending or ZERO)


def at(text: str, pos: int) -> Word | None:
    """The Korean numeral in letters at `pos` where a unit, a scale or its own meaning makes it one."""
    first = text[pos]
    if first == "절" or first == "반" or first in "갑곱":
        return _half(text, pos)
    if first == "첫":
        if text[pos + 1 : pos + 2] in (" ", "번", "째") and pos + 1 < len(text):
            m = re.compile(r"첫 ?(?:번째|째)").match(text, pos)
            end = m.end() if m else pos + 1
            return Word(Numeral(pos, end, ONE, ONE, ONE), "rank", "ordinal")
        return None
    if m := _DIGITS_PLACE.match(text, pos):
        power = {"한": 0, "두": 1, "세": 2, "네": 3}[m[1]]
        return Word(Numeral(pos, m.end(), Decimal(10**power), Decimal(9 * 10**power), ONE), "percent", "places")
    two, three = text[pos : pos + 2], text[pos : pos + 3]
    if three == _WEEK:
        return Word(Numeral(pos, pos + 3, ONE, ONE, ONE), "weeks", "duration")
    days = three if three in DAYS else two if two in DAYS else ""
    if days:
        if text[pos + len(days) : pos + len(days) + 1] in ("치", "살"):
            return None
        end = pos + len(days) + (text.startswith("째", pos + len(days)))
        value = Decimal(DAYS[days])
        return Word(Numeral(pos, end, value, ONE, ONE), "days", "duration")
    if first == "수":
        return _several(text, pos)
    if m := _PAIR.match(text, pos):
        return Word(Numeral(pos, m.end(), Decimal(PAIRS[m[0]]), ONE, ONE), pair=True)
    m = _NATIVE.match(text, pos)
    if m:
        value = (NATIVE_TENS[m[1]] + (NATIVE[m[2]] if m[2] else 0)) if m[1] else NATIVE[m[3]]
        at_ = m.end() + (text[m.end() : m.end() + 1] == " ")
        for unit in _NATIVE_UNITS:
            if text.startswith(unit, at_) and (value > 1 or unit in ("번째", "달", "시간", "명", "개", "곳", "차례", "주 ", "분기", "나라")):
                if unit == "대" and (at_ == m.end() or "가" <= text[at_ + 1 : at_ + 2] <= "힣"):
                    break
                if unit == "해":
                    return Word(Numeral(pos, at_ + 1, value, ONE, ONE), "years", "duration")
                if unit in ("주 ", "주째"):
                    return Word(Numeral(pos, at_ + len(unit.strip()), value, ONE, ONE), "weeks", "duration")
                if unit in ("나라", "회사", "기업", "갈래", "사람", "업체", "은행", "세션"):
                    return Word(Numeral(pos, at_ + len(unit), value, ONE, ONE), "count", "count")
                return Word(Numeral(pos, m.end(), value, ONE, ONE))
        if not (m[1] and m[1] in "열") or len(m[0]) > 1:
            return None
    if point := _POINT.match(text, pos):
        return _with_point(point, pos)
    m = _SINO.match(text, pos)
    if m and (m.end() - pos > 1 or m[0] in "십백천만"):
        word = m[0]
        value_ = sino(word)
        if value_ is not None and value_ >= 10:
            end, value_ = _and_native(text, m.end(), value_)
            g, r = scaled(value_, ONE)
            return Word(Numeral(pos, end, value_, g, r, True))
    if first in DIGIT and text.startswith("등", pos + 1) and text[pos + 2 : pos + 3] not in "급록재한산":
        return Word(Numeral(pos, pos + 2, DIGIT[first], ONE, ONE), "rank", "rank")
    if first in DIGIT and m and m.end() - pos == 1:
        return Word(Numeral(pos, pos + 1, DIGIT[first], ONE, ONE), "", "digit")
    return None


def _and_native(text: str, end: int, value: Decimal) -> tuple[int, Decimal]:
    """Native tens and ones that close a Chinese numeral: 삼백마흔다섯, 이백열."""
    m = _NATIVE.match(text, end)
    if m is None:
        return end, value
    more = (NATIVE_TENS[m[1]] + (NATIVE[m[2]] if m[2] else 0)) if m[1] else NATIVE[m[3]]
    fits = value % 100 == 0 or (value % 10 == 0 and more < 10)
    return (m.end(), value + more) if fits else (end, value)


_POINT = re.compile(r"(영|[일이삼사오육륙칠팔구십백천만]+) ?[점쩜] ?([영공일이삼사오육륙칠팔구]+)(?= ?(?:퍼센트|프로|달러|불|원|배|포인트|위안|유로|엔))")


def _with_point(m: re.Match[str], pos: int) -> Word | None:
    """영점오 퍼센트, 일점이삼 달러."""
    whole = ZERO if m[1] == "영" else sino(m[1])
    if whole is None or len(m[0]) > 20:
        return None
    digits = "".join("0" if c in "영공" else str(DIGIT[c]) for c in m[2])
    step = Decimal(1).scaleb(-len(digits))
    return Word(Numeral(pos, m.end(), whole + Decimal(f"0.{digits}"), step, step))


def _half(text: str, pos: int) -> Word | None:
    for word, value, code, kind in (("절반", "0.5", "ratio", "number"), ("반토막", "0.5", "ratio", "number"),
                                    ("반년", "0.5", "years", "duration"), ("갑절", "2", "ratio", "number"),
                                    ("곱절", "2", "ratio", "number")):  # fmt: skip
        if text.startswith(word, pos):
            return Word(Numeral(pos, pos + len(word), Decimal(value), Decimal("0.1"), Decimal("0.1")), code, kind)
    return None


def _several(text: str, pos: int) -> Word | None:
    """수십, 수백, 수천만, 수조: from one to ten of them."""
    end = pos + 1
    while text[end : end + 1] and text[end] in "십백천만억조":
        end += 1
    word = text[pos + 1 : end]
    if not word:
        return None
    value = sino(word) if word[0] in "십백천만" else sino("일" + word)
    if value is None:
        return None
    return Word(Numeral(pos, end, value, value, value, True), many=True)


EXAMPLES = (
    reads("ko", "number", {"low": "2", "unit": "ratio"}, "이익이 {두 배}로 늘었다", "이익이 {갑절}이 됐다"),
    reads("ko", "ordinal", {"low": "3"}, "역대 {세 번째}로 높다"),
    reads("ko", "number", {"low": "0.5", "unit": "ratio"}, "매출이 {절반}으로 줄었다", "주가가 {반토막} 났다"),
    reads("ko", "percent", {"low": "10", "high": "100", "hedge": "range"}, "올해 {두 자릿수} 성장했다"),
    reads("ko", "money", {"low": "10000000"}, "수수료 {천만 원}을 냈다"),
    reads("ko", "money", {"low": "1000000000", "high": "10000000000", "hedge": "range"}, "{수십억원}을 잃었다"),
    reads("ko", "percent", {"low": "0.5"}, "금리를 {영점오 퍼센트} 내렸다"),
    reads("ko", "rank", {"low": "1"}, "수출 {1등} 기업", "업계 {일등}이 됐다"),
    reads("ko", "count", {"low": "12345"}, "{만이천삼백마흔다섯 대}를 팔았다", "{만 이천삼백마흔다섯 명}이 왔다"),
    reads("ko", "number", {"low": "2147483648"}, "{이십일억 사천칠백사십팔만 삼천육백사십팔톤}을 실었다"),
    reads("ko", "money", {"low": "1000600005"}, "{십억 육십만 오원}을 냈다"),
    reads("ko", "number", {"low": "16", "hedge": None}, "그는 {열여섯 살}이다"),
    reads("ko", "number", {"low": "2", "high": "3", "unit": "ratio", "hedge": "range", "interval.closed": "both"}, "값이 {두세 배}로 뛰었다"),
    reads("ko", "count", {"low": "1", "high": "2"}, "금리를 {한두 차례} 내린다"),
    reads("ko", "duration", {"low": "3", "high": "4", "unit": "months"}, "{서너 달} 걸린다"),
    ignores("ko", "", "{두세}훈 의원", "{이천도} 올랐다", "{백두산} 관광", "{만세}를 불렀다", "{이천만} 지나면", "{한두}레 조합"),
    ignores("ko", "", "{이사}회는 {구조}조정을 택했다", "{두산}은 올랐다", "{한국}과 {한화}", "{수백}이 아니다", "가격 {천장}이 열렸다"),
    ignores("ko", "rank", "삼성전자, 현대차 {등}이 올랐다", "{3등급} 채권"),
)
