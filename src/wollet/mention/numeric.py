"""Quantities in one pass: each figure with its currency, scale, unit, sign, range and hedge words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from wollet.mention import hedge, money, numeral, traps, units
from wollet.mention.units import Unit
from wollet.model.article import Lang
from wollet.model.mention import Mention, NumberKind
from wollet.model.quantity import Hedge, Interval, Quantity

_DIGIT = re.compile(r"[0-9]")
_RANGE = re.compile(r" ?(?:~|∼|〜|～|–|—|-)(?: ?[$€£¥₩])? ?(?=[0-9])|[ ](?:to|and|or)[ ](?=[$€£]?[0-9])")
_MINUS = frozenset("-−－▼▽↓")
_PLUS = frozenset("+＋▲△↑")
_BIN = re.compile(r" ?대(?!비|기업|로 진|형|표|상|해|응|신|금|중|한|규모|리|학|통|선|폭|만|주주|장|책|출|변|여|략|체|부)(?: ?(초반|중반|후반|초|중|후))?")
_LINE = re.compile(r" ?선(?![물도언거정택수고별진호박])")
_PLAIN = Unit("number", "")
_COUNTED = re.compile(r" ([a-z]{3,})s(?![a-z])")


class Part(NamedTuple):
    """One end of an expression: a figure with the scale and unit that stand at it."""

    start: int
    end: int
    value: Decimal
    grain: Decimal
    round: Decimal
    unit: Unit | None
    scale: Decimal
    bin: tuple[str | None, int] | None


def scan(text: str, lang: Lang) -> list[Mention]:
    """All numeric mentions of a text, in order, none overlapping."""
    found: list[Mention] = []
    ko = lang == "ko"
    pos, search = 0, _DIGIT.search
    while (m := search(text, pos)) is not None:
        at = m.start()
        end = traps.skip(text, at)
        if end > at:
            pos = end
            continue
        floor = found[-1].end if found else 0
        mention, pos = _expression(text, at, floor, ko)
        if mention is not None:
            found.append(mention)
    return found


def _part(text: str, at: int, ko: bool) -> Part | None:
    """The figure at `at` with what stands right before and after it."""
    num = numeral.digits_at(text, at)
    if num is None:
        return None
    if num.end - num.start > numeral.LONGEST:
        return Part(num.start, num.end, num.value, num.grain, num.round, None, numeral.ONE, None)
    start, end, scale = num.start, num.end, numeral.ONE
    unit: Unit | None = None
    before = money.symbol_before(text, start)
    if before:
        unit, start = Unit("money", before[0]), before[1]
    if not num.scaled:
        if sc := money.scale_after(text, end, before is not None):
            scale, end = sc
    part: tuple[str | None, int] | None = None
    if unit is None:
        if word := money.word_after(text, end, ko):
            code, factor, end = word
            unit = Unit("money", code, factor)
            more = _lesser(text, end, code, ko)
            if more:
                end, extra = more
                scale_all = num.value * scale + extra
                return Part(start, end, scale_all, min(num.grain, Decimal("0.01")), Decimal("0.01"), unit, numeral.ONE, None)
        elif hit := units.unit_at(text, end, ko):
            unit, end = hit
    else:
        # "$1,190.00 AUD", "$5 HKD": the code that follows decides
        code = text[end + 1 : end + 4]
        if text[end : end + 1] == " " and code in money.CODES and not text[end + 4 : end + 5].isalnum():
            unit, end = Unit("money", code), end + 4
    if ko:
        part, end = _bin(text, end, unit)
    factor = scale * (unit.factor if unit else numeral.ONE)
    if factor == 1:
        return Part(start, end, num.value, num.grain, num.round, unit, scale, part)
    return Part(start, end, num.value * factor, num.grain * factor, num.round * factor, unit, scale, part)


def _bin(text: str, end: int, unit: Unit | None) -> tuple[tuple[str | None, int] | None, int]:
    m = _BIN.match(text, end)
    if m and text[end : end + 1] != " ":
        name = m[1]
        if name and len(name) == 1:
            name += "반"
        return (name, m.end()), m.end()
    m = _LINE.match(text, end)
    if m and (unit is None or unit.kind in ("money", "percent") or unit.code == "points"):
        return ("선", m.end()), m.end()
    return None, end


def _lesser(text: str, end: int, code: str, ko: bool) -> tuple[int, Decimal] | None:
    """The smaller coin after the larger: 1원80전, 2달러 20센트, 20 dollars and 43 cents."""
    at = end
    if text.startswith(" and ", at):
        at += 5
    elif text[at : at + 1] == " ":
        at += 1
    m = numeral.LITERAL.match(text, at)
    if m is None or len(m[0]) > 2:
        return None
    word = money.word_after(text, m.end(), ko)
    if word is None or word[1] == 1:
        return None
    return word[2], Decimal(m[0]) * word[1]


def _expression(text: str, at: int, floor: int, ko: bool) -> tuple[Mention | None, int]:
    first = _part(text, at, ko)
    if first is None:
        return None, at + 1
    if first.end - first.start > numeral.LONGEST and first.unit is None:
        return None, first.end
    if first.start < floor:
        first = first._replace(start=at)
    second: Part | None = None
    m = _RANGE.match(text, first.end)
    if m:
        nxt = _DIGIT.search(text, m.start(), m.end() + 2)
        candidate = _part(text, nxt.start(), ko) if nxt else None
        if candidate and (joined := _join(text, first, candidate, m[0])):
            first, second = joined
    end = (second or first).end
    unit = first.unit or _PLAIN
    start = first.start
    sign, start = _sign(text, start, floor, unit)
    kind: NumberKind = unit.kind
    code = unit.code
    if code == "":
        counted = None if ko else _COUNTED.match(text, end)
        if counted and not second:
            kind, code, end = "count", "count", counted.end()
    if kind == "money":
        if per := money.per_after(text, end):
            code, end = f"{code}/{per[0]}", per[1]
        elif ko and (before := money.per_before(text, start)):
            code, start = f"{code}/{before[0]}", before[1]
    h, start, end = _hedged(text, start, end, floor, ko)
    if ko and kind == "money" and "/" not in code and (before := money.per_before(text, start)):
        code, start = f"{code}/{before[0]}", before[1]
    quantity = _quantity(first, second, code, h, sign)
    if quantity is None:
        return None, first.end
    if second is not None and code == "" and kind == "number":
        kind = "range"
    return Mention(start, end, kind, quantity, "numeric"), max(end, at + 1)


def _join(text: str, first: Part, second: Part, link: str) -> tuple[Part, Part] | None:
    """Two figures that are the ends of one range, with the unit and scale that they share; None if they are two."""
    if first.bin or (first.unit and second.unit and first.unit.code != second.unit.code):
        return None
    if first.unit is None and second.unit is None:
        return None
    unit = second.unit or first.unit
    if link.strip().isalpha():
        if link.strip() != "to" and not _between(text, first.start):
            return None
        if _moves(text, first.start):
            return None
    a, b = first, second
    if unit is not None:
        if a.unit is None:
            a = a._replace(value=a.value * unit.factor, grain=a.grain * unit.factor, round=a.round * unit.factor, unit=unit)
        elif b.unit is None:
            b = b._replace(value=b.value * unit.factor, grain=b.grain * unit.factor, round=b.round * unit.factor, unit=unit)
    if a.scale == 1 and b.scale != 1 and a.value < b.value / b.scale * 1000 and a.value < 1000:
        a = a._replace(value=a.value * b.scale, grain=a.grain * b.scale, round=a.round * b.scale)
    if a.value >= b.value:
        return None
    return a._replace(unit=unit), b._replace(unit=unit)


_MOVING = re.compile(
    r"(?:from|rose|fell|up|down|gained|lost|added|climbed|dropped|slipped|jumped|slid|shed|raised|cut|lifted|rise|fall|by)"
    r"(?: (?:about|around|nearly|almost|roughly|more than|as much as|its|a|the))* ?$", re.I)


def _moves(text: str, start: int) -> bool:
    return _MOVING.search(text, max(0, start - 24), start) is not None


def _between(text: str, start: int) -> bool:
    return text[max(0, start - 8) : start].lower() == "between "


def _sign(text: str, start: int, floor: int, unit: Unit) -> tuple[int, int]:
    """(sign, where the expression begins): +0.4%, -0.49%, ▲1.2%, −3; a hyphen after a word or digit is no minus."""
    at = start
    if at > floor and text[at - 1] == " " and at - 1 > floor and text[at - 2] in "▼▽▲△":
        at -= 1
    if at <= floor:
        return 0, start
    mark = text[at - 1]
    if mark in _MINUS or mark in _PLUS:
        before = text[at - 2] if at >= 2 else " "
        if mark in "▼▽▲△↓↑" or not (before.isalnum() or before in ")%]"):
            return (-1 if mark in _MINUS else 1), at - 1
    return 0, start


_KO_LAST = frozenset(w[-1] for w in hedge.KO_BEFORE)
_EN_LAST = frozenset(w.split()[-1] for w in hedge.EN_BEFORE)
_EN_WORDS = re.compile(r"(?:[A-Za-z.]+ ){1,3}$")


def _hedged(text: str, start: int, end: int, floor: int, ko: bool) -> tuple[Hedge | None, int, int]:
    h: Hedge | None = None
    if start > floor:
        if ko:
            at = start - 1 if text[start - 1] == " " else start
            if at > floor and text[at - 1] in _KO_LAST:
                for size in (4, 3, 2, 1):
                    word = text[max(floor, at - size) : at]
                    if word in hedge.KO_BEFORE and not text[at - size - 1 : at - size].isalnum():
                        h, start = hedge.KO_BEFORE[word], at - size
                        break
        elif text[start - 1] == " ":
            m = _EN_WORDS.search(text, max(floor, start - 26), start)
            if m:
                words = m[0].lower().split()
                if words[-1] in _EN_LAST:
                    for n in (3, 2, 1):
                        phrase = " ".join(words[-n:])
                        if len(words) >= n and phrase in hedge.EN_BEFORE:
                            size = sum(len(w) + 1 for w in words[-n:])
                            h, start = hedge.EN_BEFORE[phrase], start - size
                            break
    if ko:
        if text[end : end + 1] == "여":
            pass
        at = end
        if text[at : at + 1] in ("를", "을", "이", "가") and text[at : at + 1]:
            at += 1
        spaced = text[at : at + 1] == " "
        at += spaced
        for word, kind in hedge.KO_AFTER:
            if text.startswith(word, at) and (at == end or at == end + 1 and spaced or word[:1] in "넘웃밑육근상하초"):
                return (h if h and kind == "about" else kind), start, at + len(word)
    else:
        at = end + (text[end : end + 1] == " ")
        for word, kind in hedge.EN_AFTER:
            if text.startswith(word, at):
                return kind, start, at + len(word)
    return h, start, end


def _quantity(first: Part, second: Part | None, code: str, h: Hedge | None, sign: int) -> Quantity | None:
    grain = first.grain
    if second is not None:
        low, high = first.value, second.value
        half = min(first.grain, second.grain) * hedge.HALF
        return Quantity(low=low, high=high, unit=code, hedge="range", sign=sign, grain=second.grain,
                        interval=Interval(low - half, high + half))
    if first.bin:
        name = first.bin[0]
        if name == "선":
            low_, high_, interval = hedge.bounds(first.value, grain, first.round, h or "about")
            return Quantity(low=low_, high=high_, unit=code, hedge=h or "about", sign=sign, grain=grain, interval=interval)
        a, b, interval = hedge.bin_of(first.value, first.round, name)
        return Quantity(low=a, high=b, unit=code, hedge="range", sign=sign, grain=first.round, interval=interval)
    lo, hi, interval = hedge.bounds(first.value, grain, first.round, h)
    return Quantity(low=lo, high=hi, unit=code, hedge=h, sign=sign, grain=grain, interval=interval)
