"""Quantities in one pass: each figure with its currency, scale, unit, sign, range and hedge words."""

from __future__ import annotations

import re


from wollet.mention import affix, duration, hangul, hedge, money, multiple, numeral, part, ranges, spelled, traps
from wollet.mention.part import Part
from wollet.mention.units import PLAIN
from wollet.model.article import Lang
from wollet.model.mention import Mention, NumberKind
from wollet.model.quantity import Hedge, Interval, Quantity



_VULGAR = "".join(numeral.VULGAR)


def _anchor_en() -> re.Pattern[str]:
    """A digit, or a whole English word that begins a figure: one class of first characters, then the rest by it."""
    heads = spelled.HEADS | multiple.HEADS | duration.WHOLE_HEADS
    first = "".join(sorted({w[0] for w in heads}))
    rest = "|".join(
        f"(?<=[{c}{c.upper()}])(?:{'|'.join(sorted((w[1:] for w in heads if w[0] == c), key=len, reverse=True))})(?![A-Za-z])"
        for c in first
    )
    return re.compile(
        rf"[0-9{_VULGAR}aA{first}{first.upper()}](?:(?<=[0-9{_VULGAR}])|(?<![A-Za-z0-9][A-Za-z])"
        rf"(?:{rest}|(?<=[aA])(?:{duration.AFTER_A}|{part.AFTER_A})))"
    )


_EN = _anchor_en()
_KO = re.compile(rf"[0-9{_VULGAR}]|[{hangul.FIRST}](?<![가-힣].)")
_KO_WORD = re.compile("|".join(hangul.HEADS))
_COUNTED = re.compile(r"[ -]([a-z]{3,}s)(?![a-z])")
_NOT_COUNTED = frozenset("was has is its this hours points years ago plus less across versus as vs times gains")



def scan(text: str, lang: Lang) -> list[Mention]:
    """All numeric mentions of a text, in order, none overlapping."""
    found: list[Mention] = []
    ko = lang == "ko"
    dollar = "USD" if ko else money.dollar(text)
    search = (_KO if ko else _EN).search
    pos = floor = 0
    while (m := search(text, pos)) is not None:
        at = m.start()
        if text[at].isdigit():
            if (end := traps.skip(text, at, ko)) > at:
                pos = end
                continue
        elif ko and text[at] not in _VULGAR and not _KO_WORD.match(text, at):
            pos = at + 1
            continue
        mention, pos = _expression(text, at, floor, ko, dollar)
        if mention is not None:
            found.append(mention)
            floor = mention.end
    return ranges.bounded(text, duration.merged(text, found))


def _read(text: str, at: int, ko: bool, dollar: str) -> Part | None:
    if ko or text[at].isdigit():
        return part.read(text, at, ko, dollar)
    if text[at] in "aA":
        return duration.article(text, at) or part.a_coin(text, at)
    return multiple.read(text, at) or (duration.whole(text, at) if text[at] in "fwFW" else None) or part.read(text, at, ko, dollar)


def _expression(text: str, at: int, floor: int, ko: bool, dollar: str) -> tuple[Mention | None, int]:
    """The expression around the figure at `at`, and where to go on."""
    first = _read(text, at, ko, dollar)
    if first is None:
        return None, at + 1
    if first.end - first.start > 80:
        return None, first.end
    if first.start < floor:
        first = first._replace(start=at)
    second: Part | None = None
    if m := ranges.LINK.match(text, first.end):
        nxt = m.end()
        digit = text[nxt : nxt + 1]
        candidate = None
        if digit.isdigit():
            candidate = part.read(text, nxt, ko, dollar) if traps.skip(text, nxt, ko) == nxt else None
        elif not ko and _EN.match(text, nxt):
            candidate = part.read(text, nxt, ko, dollar)
        if candidate and (joined := ranges.join(text, first, candidate, m[0])):
            first, second = joined
    elif first.letters and first.unit is None and not ko and _pronoun(text, first):
        return None, first.end
    end = second.end if second else first.end
    unit = first.unit or PLAIN
    kind: NumberKind = unit.kind
    code = unit.code
    sign, start = affix.sign(text, first.start, floor)
    if not code and not ko and kind == "number" and not first.bin and (counted := _COUNTED.match(text, end)):
        if counted[1] not in _NOT_COUNTED and not counted[1].endswith("ss"):
            kind, code, end = "count", "count", counted.end()
    if kind == "money" and (per := money.per_after(text, end)):
        code, end = f"{code}/{per[0]}", per[1]
    h: Hedge | None = None
    odd = False
    if ko:
        if first.end == end and text[end : end + 1] == "여" and _odd(text, end):
            odd = True
        after, end = affix.korean_after(text, start, end)
        if start > floor:
            h, start = affix.korean_before(text, start, floor)
        if kind == "money" and "/" not in code and (before := money.per_before(text, start, floor)):
            code, start = f"{code}/{before[0]}", before[1]
            if start > floor and h is None:
                h, start = affix.korean_before(text, start, floor)
        h = h if h in ("about", "up_to") and after in (None, "about") else after or h
    else:
        after, end = affix.english_after(text, end)
        if start > floor and text[start - 1] in " \n":
            h, start = affix.english_before(text, start, floor)
        h = after or h
    if h is None and start > floor and text[start - 1] in _COMPARE_GAPS:
        h, start = affix.mark_before(text, start, floor)
    odd = odd or _odd_inside(text, first)
    if first.unit is None and first.letters and h is None and second is None and first.value == 1 and not ko and sign == 0:
        if text[first.start : first.end].lower() == "one" and len(text) > first.end - first.start:
            return None, first.end
    quantity = _quantity(first, second, code, h, sign, odd)
    if second is not None and code == "" and kind == "number":
        kind = "range"
    return Mention(start, end, kind, quantity, "numeric"), max(end, at + 1)


_COMPARE_GAPS = frozenset("<>=≥≤＜＞ ")
_ONE_OF = re.compile(r"(?:one (?:of|another|day|who|that|is|was|would|thing|can|may|way|reason|could)|(?:no|any|this|that|the|every|each|which|some) )", re.I)


def _pronoun(text: str, p: Part) -> bool:
    """"one of the", "no one", "the one": no figure."""
    if p.value != 1:
        return False
    return bool(_ONE_OF.match(text, p.start)) or bool(re.search(r"(?:no|any|this|that|every|each|which) $", text[max(0, p.start - 6) : p.start], re.I))


def _odd(text: str, end: int) -> bool:
    return text[end + 1 : end + 2] in (" ", "명", "개", "원", "곳", "건", "만", "년", "일", "")


def _odd_inside(text: str, p: Part) -> bool:
    """300여명, 10여개, 1000여 명: the 여 between figure and unit."""
    return "여" in text[p.start : p.end]


def _quantity(first: Part, second: Part | None, code: str, h: Hedge | None, sign: int, odd: bool) -> Quantity:
    grain = first.grain
    if second is not None:
        low, high = first.value, second.value
        half = min(first.grain, second.grain) * hedge.HALF
        return Quantity(low=low, high=high, unit=code, hedge="range", sign=sign, grain=min(grain, second.grain),
                        interval=Interval(low - half, high + half))  # fmt: skip
    if first.bin and first.bin != "선":
        if first.bin in ("places", "many"):
            top = first.round if first.bin == "places" else first.value * 9
            low, high = first.value, first.value + top
            interval = Interval(low, high, "left")
        else:
            low, high, interval = hedge.bin_of(first.value, first.step, None if first.bin == "대" else first.bin)
        return Quantity(low=low, high=high, unit=code, hedge="range", sign=sign, grain=high - low, interval=interval)
    if first.bin == "선" and h is None:
        h = "about"
    if odd and h in (None, "about"):
        top = first.value + first.round
        return Quantity(low=first.value, high=first.value, unit=code, hedge="about", sign=sign, grain=grain,
                        interval=Interval(first.value, top, "left"))  # fmt: skip
    lo, hi, interval = hedge.bounds(first.value, grain, first.round, h)
    return Quantity(low=lo, high=hi, unit=code, hedge=h, sign=sign, grain=grain, interval=interval)


