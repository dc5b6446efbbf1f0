"""What stands around a figure: written signs, hedge words before and after, "a barrel" and 배럴당."""

from __future__ import annotations

from wollet.mention import hedge
from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.model.quantity import Hedge

_MINUS = frozenset("-−－▼▽↓")
_PLUS = frozenset("+＋▲△↑")
_MARKS = frozenset("▼▽▲△↓↑")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>$")
_TAG_LONG = 80
_WORD_SIGNS = (("마이너스", -1), ("마이나스", -1), ("minus", -1), ("negative", -1), ("플러스", 1), ("plus", 1))
_WORD_SIGN_ENDS = frozenset("스seSE")
_KO_LAST = frozenset(w[-1] for w in hedge.KO_BEFORE)
_EN_LAST = frozenset(w.split()[-1] for w in hedge.EN_BEFORE)
_EN_WORDS = re.compile(r"(?:[A-Za-z.]+[ \n]){1,5}$")
_KO_AFTER = re.compile(
    rf" ?(?:(?:또는|혹은|이나|이거나) )?(?:그 )?(?P<word>{'|'.join(hedge.KO_AFTER)})"
    rf"|(?:선[을이]?|대를|[을를이가은는도])?(?: (?:조금|살짝|훌쩍|크게|약간))? ?(?P<verb>{'|'.join(hedge.KO_VERBS)})[가-힣]{{1,3}}"
    rf"|(?:선[을이]|대를|[을를이가은는도])(?: (?:조금|살짝|훌쩍|크게|약간))? ?(?P<object>{'|'.join(hedge.KO_OBJECT)})[가-힣]{{0,3}}"
    rf"|선?에 (?:거의 )?(?P<near>{'|'.join(hedge.KO_NEAR)})[가-힣]{{0,2}}"
    rf"| ?보다 (?:더 |조금 |훨씬 |약간 )?(?P<than>{'|'.join(hedge.KO_THAN)})[가-힣]{{0,2}}"
)
_AFTER_FIRST = frozenset(" 아밑가근남내부상쯤안언이정초육미넘웃하밑선대을를은는도에보")
_AFTER_SPACE = frozenset("아밑가근남내부상쯤안언이정초육미넘조살훌크약또혹그보")
_NOT_AFTER = re.compile(r"(?<=이상)(?:[한적할하징]|기[ 류후]|치[ 를])|(?<=정도)전|(?<=상당)[한히수]|(?<=이내)[ ,]?[^ .,]?(?=다)|(?<=부근)(?=린)")
# A published figure compared with another one is itself told exactly: 예상치 53.4보다 낮은.
_PUBLISHED = ("치 ", "전망 ", "전월 ", "전년 ", "전날 ", "컨센서스 ", "평균 ")


_ENDED = re.compile(r"\d(?:[만억천]?\s?(?:%|원|달러|엔|포인트|bp|p))?$")
"""Before an arrow that ends the figure before it: "21원↑ 1450원"."""


def sign(text: str, start: int, floor: int) -> tuple[int, int]:
    """(sign, where the expression begins): +0.4%, -0.49%, ▲1.2%; a hyphen after a word or digit is no minus."""
    at = start
    if not text[start].isdigit() and _SIGN_INSIDE.match(text, start):
        return -1, start
    if at <= floor:
        return 0, start
    if text[at - 1] == " " and at - 1 > floor:
        if text[at - 2] in _MARKS:
            if _ENDED.search(text, at - 12, at - 2):
                return 0, start
            return (-1 if text[at - 2] in _MINUS else 1), at - 2
        if text[at - 2] in _WORD_SIGN_ENDS:
            tail = text[max(floor, at - 10) : at - 1].lower()
            for word, value in _WORD_SIGNS:
                if tail.endswith(word):
                    return value, at - 1 - len(word)
            return 0, start
        if text[at - 2] in "-−" and (at - 2 == 0 or text[at - 3] in "(\n") and (text[start].isdigit() or text[at - 3 : at - 2] == "("):
            return -1, at - 2
        return 0, start
    mark = text[at - 1]
    if mark in _MINUS or mark in _PLUS:
        before = text[at - 2] if at >= 2 else " "
        if mark in _MARKS or not (before.isalnum() or before in ")%]"):
            return (-1 if mark in _MINUS else 1), at - 1
    elif mark in "스" and text[max(floor, at - 4) : at] in ("마이너스", "마이나스"):
        return -1, at - 4
    elif mark in "스" and text[max(floor, at - 3) : at] == "플러스":
        return 1, at - 3
    return 0, start


_OWED = re.compile(r"(?:\b(?:of|is|was|were|to|at|from|by|versus|vs\.?|came in at)|은|는|이) ?\($")


def owed(text: str, start: int, end: int, floor: int) -> bool:
    """Whether a figure is negative as accountants write it: a result of ($0.12); not "its price ($0.12)"."""
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")" and _OWED.search(text, max(floor, start - 12), start) is not None


def korean_before(text: str, start: int, floor: int) -> tuple[Hedge | None, int]:
    """(hedge, where the expression begins) of 약, 최대, 거의 before a figure."""
    at = start - 1 if text[start - 1] == " " else start
    if at <= floor or text[at - 1] not in _KO_LAST:
        return None, start
    for size in (4, 3, 2, 1):
        if at - size < floor:
            continue
        word = text[at - size : at]
        if word in hedge.KO_BEFORE and not (at > size and text[at - size - 1].isalnum()):
            h = hedge.KO_BEFORE[word]
            start = at - size
            if h in ("about", "nearly") and start > floor:
                more, begins = korean_before(text, start, floor)
                if more:
                    return h, begins
            return h, start
    return None, start


def korean_after(text: str, start: int, end: int) -> tuple[Hedge | None, int]:
    """(hedge, where the expression ends) of 가까이, 이상, 넘게, 안팎 after a figure, with the particle between."""
    follow = text[end : end + 1]
    if follow not in _AFTER_FIRST or (follow == " " and text[end + 1 : end + 2] not in _AFTER_SPACE):
        return None, end
    m = _KO_AFTER.match(text, end)
    if m is None or _NOT_AFTER.match(text, m.end()):
        return None, end
    if word := m["word"]:
        return hedge.KO_AFTER[word], m.end()
    if verb := m["verb"]:
        return hedge.KO_VERBS[verb], m.end()
    if verb := m["object"]:
        return hedge.KO_OBJECT[verb], m.end()
    if near := m["near"]:
        return hedge.KO_NEAR[near], m.end()
    if text[max(0, start - 5) : start].endswith(_PUBLISHED):
        return None, end
    return hedge.KO_THAN[m["than"]], m.end()


def mark_before(text: str, start: int, floor: int) -> tuple[Hedge | None, int]:
    """(hedge, where the expression begins) of >, ≥, <= before a figure; an arrow or a tag is none."""
    at = start
    while at > floor and text[at - 1] == " ":
        at -= 1
    if at <= floor or text[at - 1] not in _COMPARES:
        return None, start
    for size in (2, 1):
        word = text[max(floor, at - size) : at]
        if word in hedge.MARKS and not (at > size and text[at - size - 1] in "-=<>/\"'"):
            return (None, start) if word == ">" and _TAG.search(text, max(floor, at - _TAG_LONG), at) else (hedge.MARKS[word], at - len(word))
    return None, start


_SIGN_INSIDE = re.compile(r"[A-Z]{0,2}[$€£¥￥₩￦₹＄][-−](?=[0-9.])")
_COMPARES = frozenset("<>=≥≤＜＞")


def english_before(text: str, start: int, floor: int) -> tuple[Hedge | None, int]:
    """(hedge, where the expression begins) of about, more than, as much as before a figure."""
    begin = max(floor, start - 34)
    last = max(text.rfind(" ", begin, start - 1), text.rfind("\n", begin, start - 1)) + 1 or begin
    if text[last : start - 1].lower() not in _EN_LAST:
        return None, start
    m = _EN_WORDS.search(text, begin, start)
    if m is None:
        return None, start
    words = m[0].lower().split()
    for n in range(min(5, len(words)), 0, -1):
        phrase = " ".join(words[-n:])
        h = hedge.EN_BEFORE.get(phrase)
        if h:
            return h, start - sum(len(w) + 1 for w in words[-n:])
    return None, start


def english_after(text: str, end: int) -> tuple[Hedge | None, int]:
    """(hedge, where the expression ends) of or more, or so, or less after a figure."""
    at = end + (text[end : end + 1] == " ")
    if text[at : at + 1] not in ("o", "-", "p"):
        return None, end
    for word, kind in hedge.EN_AFTER:
        after = at + len(word)
        if text.startswith(word, at) and not text[after : after + 1].isalpha() and not text.startswith(" than", after):
            return kind, after
    return None, end


EXAMPLES = (
    reads("ko", "percent", {"low": "0.49", "sign": "-1"}, "지수는 ({-0.49%}) 내린 채 끝났다", "지수 {▼0.49%}"),
    reads("en", "money", {"low": "0.12", "sign": "-1"}, "A result of ({$0.12}) a share", "EPS was ({$0.12}) in May"),
    reads("en", "money", {"low": "0.12", "sign": "0"}, "Its shares ({$0.12}) rose", "\n- {$0.12} a share"),
    reads("ko", "percent", {"low": "0.49", "sign": "1"}, "지수 {▲0.49%}", "지수 {+0.49%}"),
    reads("ko", "percent", {"low": "90", "high": None, "hedge": "more_than", "interval.closed": "none"}, "주가는 {90% 넘게} 올랐다"),
    reads("ko", "percent", {"low": "90", "high": None, "hedge": "at_least", "interval.closed": "left"}, "주가는 {90% 이상} 올랐다"),
    reads("ko", "percent", {"low": None, "high": "2", "hedge": "less_than"}, "낙폭은 {2% 미만}이다", "성장률은 {2%를 밑돌았다}"),
    reads("ko", "money", {"low": None, "high": "1450", "hedge": "less_than"}, "환율이 {1450원대 아래로} 떨어졌다"),
    reads("ko", "percent", {"low": "2", "high": "2", "hedge": None}, "이익은 예상보다 {2%} 밑돌았다"),
    reads("ko", "number", {"low": "53.4", "high": "53.4", "hedge": None}, "시장 예상치 {53.4}보다 낮다"),
    reads("ko", "percent", {"low": "10", "high": None, "hedge": "more_than"}, "수익률이 {10%보다 높은} 곳"),
    reads("ko", "money", {"low": "9300000000000000", "hedge": "about"}, "규모는 {최대 약 9천 300조원}이다"),
    reads("en", "percent", {"low": "8", "high": None, "hedge": "more_than"}, "Shares fell {more than 8%}"),
    reads("en", "percent", {"high": "3.2", "hedge": "up_to"}, "Shares fell {as much as 3.2%}"),
    reads("en", "number", {"low": "9.48", "unit": "points", "sign": "0"}, "The index gave up {9.48 points}"),
    reads("en", "percent", {"low": "5", "hedge": "at_least", "high": None}, "a yield of {5% or more}", "a yield {≥ 5%}"),
    reads("en", "percent", {"low": "0.5", "high": None, "sign": "-1", "hedge": "at_least"}, "where the change is {<= -0.5%}"),
    reads("en", "percent", {"low": None, "high": "0.5", "sign": "-1", "hedge": "less_than"}, "where the change is {> -0.5%}"),
    reads("en", "number", {"low": None, "high": "100", "hedge": "up_to"}, "a score {smaller or equal than 100}"),
    reads("en", "number", {"low": "10", "sign": "0"}, "the group-{10} index"),
    ignores("en", "", "call 02-{555-1234} now"),
)
