"""What stands around a figure: written signs, hedge words before and after, "a barrel" and 배럴당."""

from __future__ import annotations

import re

from wollet.mention import hedge
from wollet.model.quantity import Hedge

_MINUS = frozenset("-−－▼▽↓")
_PLUS = frozenset("+＋▲△↑")
_MARKS = frozenset("▼▽▲△↓↑")
_WORD_SIGNS = (("마이너스", -1), ("minus", -1), ("negative", -1), ("플러스", 1), ("plus", 1))
_KO_LAST = frozenset(w[-1] for w in hedge.KO_BEFORE)
_EN_LAST = frozenset(w.split()[-1] for w in hedge.EN_BEFORE)
_EN_WORDS = re.compile(r"(?:[A-Za-z.]+[ \n]){1,5}$")
_KO_AFTER = {w: h for w, h in hedge.KO_AFTER}
_KO_AFTER_RE = re.compile(
    r"(?:(?P<josa>[가이은는를을에]|선을|선|에)?(?P<space> (?:조금 |살짝 |훌쩍 |크게 |약간 )?)?|보다 )(?P<word>"
    + "|".join(sorted(map(re.escape, _KO_AFTER), key=len, reverse=True)) + ")"
)  # fmt: skip
_AFTER_FIRST = frozenset("가근넘남내달많밑부상쯤안언웃육이정조초하훌크작높낮적미줄")
_BY_JOSA = frozenset("넘웃밑육근상하초가")


def sign(text: str, start: int, floor: int) -> tuple[int, int]:
    """(sign, where the expression begins): +0.4%, -0.49%, ▲1.2%; a hyphen after a word or digit is no minus."""
    at = start
    if at <= floor:
        return 0, start
    if text[at - 1] == " " and at - 1 > floor:
        if text[at - 2] in _MARKS:
            return (-1 if text[at - 2] in _MINUS else 1), at - 2
        tail = text[max(floor, at - 10) : at - 1].lower()
        for word, value in _WORD_SIGNS:
            if tail.endswith(word):
                return value, at - 1 - len(word)
        if text[at - 2] in "-−" and (at - 2 == 0 or text[at - 3] in "(\n"):
            return -1, at - 2
        return 0, start
    mark = text[at - 1]
    if mark in _MINUS or mark in _PLUS:
        before = text[at - 2] if at >= 2 else " "
        if mark in _MARKS or not (before.isalnum() or before in ")%]"):
            return (-1 if mark in _MINUS else 1), at - 1
    elif mark in "스" and text[max(floor, at - 4) : at] == "마이너스":
        return -1, at - 4
    elif mark in "스" and text[max(floor, at - 3) : at] == "플러스":
        return 1, at - 3
    return 0, start


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


def korean_after(text: str, end: int) -> tuple[Hedge | None, int]:
    """(hedge, where the expression ends) of 가까이, 이상, 넘게, 안팎 after a figure, with the particle between."""
    nxt = text[end : end + 1]
    if not nxt or not (nxt == " " or nxt in _AFTER_FIRST or nxt in "가이은는를을에선보"):
        return None, end
    m = _KO_AFTER_RE.match(text, end)
    if m is None:
        return None, end
    word = m["word"]
    if m["josa"] and not (m["space"] and word[0] in _BY_JOSA):
        return None, end
    if word in ("이상", "정도", "상당", "상회", "하회") and text[m.end() : m.end() + 1] in ("적", "한", "의 결", "치", "해", "기"):
        if word in ("이상", "정도", "상당"):
            return None, end
    if word == "이상" and text[m.end() : m.end() + 1] in ("할", "하"):
        return None, end
    return _KO_AFTER[word], m.end()


def english_before(text: str, start: int, floor: int) -> tuple[Hedge | None, int]:
    """(hedge, where the expression begins) of about, more than, as much as before a figure."""
    m = _EN_WORDS.search(text, max(floor, start - 34), start)
    if m is None:
        return None, start
    words = m[0].lower().split()
    if words[-1] not in _EN_LAST:
        return None, start
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
        if text.startswith(word, at) and not text[at + len(word) : at + len(word) + 1].isalpha():
            return kind, at + len(word)
    return None, end
