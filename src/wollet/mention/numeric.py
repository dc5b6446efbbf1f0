"""Quantities in one pass: each figure with its currency, scale, unit, sign, range and hedge words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from wollet.mention import affix, duration, hangul, hedge, money, multiple, numeral, part, ranges, spelled, traps, vague
from wollet.mention import unhurried as re
from wollet.mention.part import Part
from wollet.mention.units import PLAIN, Unit
from wollet.model.article import Lang
from wollet.model.mention import Mention, NumberKind
from wollet.model.quantity import Hedge, Interval, Quantity

LONGEST = 80
NINE = Decimal(9)
_VULGAR = "".join(numeral.VULGAR)


def _anchor_en() -> re.Pattern[str]:
    """A digit, or a whole English word that begins a figure: one class of first characters, then the rest by it."""
    heads = spelled.HEADS | multiple.HEADS | duration.WHOLE_HEADS | vague.HEADS
    first = "".join(sorted({w[0] for w in heads}))
    rest = "|".join(
        f"(?<=[{c}{c.upper()}])(?:{'|'.join(sorted((w[1:] for w in heads if w[0] == c), key=len, reverse=True))})"
        for c in first
    )
    return re.compile(
        rf"[0-9{_VULGAR}aA{first}{first.upper()}](?:(?<=[0-9{_VULGAR}])|(?<![A-Za-z0-9][A-Za-z])"
        rf"(?:(?:{rest})(?![A-Za-z])|(?<=[aA])(?:{duration.AFTER_A}|{part.AFTER_A})))"
    )


_EN = _anchor_en()
_DIGIT = re.compile(rf"[0-9{_VULGAR}]")
_KO = re.compile(rf"[0-9{_VULGAR}]|[{hangul.FIRST}{vague.KO_FIRST}](?<![가-힣].)")
_KO_WORD = re.compile("|".join((*hangul.HEADS, *vague.KO_HEADS)))
_COUNTED = re.compile(r"[ -](?!(?:was|has|is|its|this|hours|points|years|ago|plus|less|across|versus|as|vs|times|gains)(?![a-z]))"
                      r"([a-z]{2,}(?<!s)(?<!ou)s)(?![a-z])")  # fmt: skip
_ONE_IN = re.compile(r" (?:in|out of) (?=[0-9]|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|one hundred)(?![a-z]))")
_NO_FRACTION = re.compile(r"\b(?:no|any|every|some)[ -]?$", re.I)
_CLAUSE_ENDS = re.compile(r"\s*(?:$|[.,;:!?)\n](?![0-9]))")
_NUMBERED = re.compile(r"(?:No\.|no\.|#|top|[Nn]umber) ?$")
_ODD = re.compile(r"여(?![섯덟든드])")
_COMPARE_GAPS = frozenset("<>=≥≤＜＞ ")


def scan(text: str, lang: Lang) -> list[Mention]:
    """All numeric mentions of a text, in order, none overlapping."""
    found: list[Mention] = []
    ko = lang == "ko"
    dollar = "USD" if ko else money.dollar(text)
    pos = floor = 0
    search = _KO.search if ko else _english(text)
    while (m := search(text, pos)) is not None:
        at = m.start()
        sign = text[at]
        if sign <= "9":
            if (end := traps.skip(text, at)) > at:
                pos = end
                continue
        elif ko and sign not in _VULGAR and not _KO_WORD.match(text, at):
            pos = at + 1
            continue
        mention, pos = _expression(text, at, floor, ko, dollar)
        if mention is not None:
            found.append(mention)
            floor = mention.end
    return ranges.bounded(text, duration.merged(text, found))


def _english(text: str) -> Callable[[str, int], re.Match[str] | None]:
    """The search for the next figure of an English text: tried only where one of its words or digits may begin one."""
    from wollet.mention import anchors_en

    places = anchors_en.places(text)[0]
    size, i = len(text), 0

    def search(text: str, pos: int) -> re.Match[str] | None:
        nonlocal i
        if pos < size and (m := _DIGIT.match(text, pos)):
            return m
        while i < len(places):
            at = places[i]
            i += 1
            if at >= pos and (m := _EN.match(text, at)):
                return m
        return None

    return search


def _read(text: str, at: int, ko: bool, dollar: str) -> Part | None:
    sign = text[at]
    if ko and sign in vague.KO_FIRST:
        return vague.read_korean(text, at)
    if ko or sign <= "9":
        return part.read(text, at, ko, dollar)
    if sign in "aA":
        return duration.article(text, at) or part.a_coin(text, at)
    return multiple.read(text, at) or duration.whole(text, at) or vague.read(text, at) or part.read(text, at, ko, dollar)


def _expression(text: str, at: int, floor: int, ko: bool, dollar: str) -> tuple[Mention | None, int]:
    """The expression around the figure at `at`, and where to go on."""
    first = _read(text, at, ko, dollar)
    if first is None:
        return None, at + 1
    if first.end - first.start > LONGEST or not first.grain:
        return None, first.end
    if first.start < floor:
        first = first._replace(start=at)
    first, second = _range(text, first, ko, dollar)
    unit = first.unit or PLAIN
    kind: NumberKind = unit.kind
    code, end = unit.code, second.end if second else first.end
    sign, start = affix.sign(text, first.start, floor)
    if not sign and not ko and second is None and kind in ("money", "number", "percent") and affix.owed(text, start, end, floor):
        sign = -1
    if not sign and second is None and first.letters and not ko and traps.pronoun(text, first.start, first.end, first.value):
        return None, first.end
    h: Hedge | None
    if ko:
        h, code, start, end = _korean(text, start, end, floor, code, kind)
    else:
        if not code and kind == "number" and not first.bin and (counted := _COUNTED.match(text, end)):
            kind, code, end = "count", "count", counted.end()
        elif kind == "money" and (per := money.per_after(text, end)):
            code, end = f"{code}/{per[0]}", per[1]
        h, end = affix.english_after(text, end)
        if start > floor and text[start - 1] in " \n":
            before, start = affix.english_before(text, start, floor)
            h = h or before
    if h is None and start > floor and text[start - 1] in _COMPARE_GAPS:
        h, start = affix.mark_before(text, start, floor)
        if sign < 0:
            h = hedge.TURNED.get(h, h)
    if second is not None:
        value = _between(first, second, code, sign)
        rule = "coins" if kind == "money" and unit.factor == money.COIN else "numeric"
        return Mention(start, end, "range" if kind == "number" and not code else kind, value, rule), end
    odd = ko and "여" in text[first.start : first.end + 1] and _ODD.search(text, first.start, first.end + 1) is not None and _odd(text, first)
    rule = "coins" if kind == "money" and unit.factor == money.COIN else "numeric"
    return Mention(start, end, kind, _quantity(first, code, h, sign, odd), rule), max(end, at + 1)


def _range(text: str, first: Part, ko: bool, dollar: str) -> tuple[Part, Part | None]:
    """The figure, and the second one where the two are the ends of a range."""
    if text[first.end : first.end + 1] in ranges.LINKS and (m := ranges.LINK.match(text, first.end)):
        nxt = m.end()
        if text[nxt : nxt + 1].isdigit():
            candidate = part.read(text, nxt, ko, dollar) if traps.skip(text, nxt) == nxt else None
        else:
            candidate = part.read(text, nxt, ko, dollar) if not ko and _EN.match(text, nxt) else None
        if candidate and candidate.grain and (joined := ranges.join(text, first, candidate, m[0])):
            return joined
    if not ko and first.letters and first.unit is None and first.value < NINE and (over := _over(text, first)):
        return over, None
    if not ko and first.value == 1 and first.unit is None and (m := _ONE_IN.match(text, first.end)):
        whole = part.read(text, m.end(), ko, dollar)
        if whole and whole.grain and whole.unit is None and 1 < whole.value <= 1000 and not _NUMBERED.search(text, first.start - 5, first.start):
            step = Decimal("0.01")
            return Part(first.start, whole.end, 1 / whole.value, step, step, Unit("number", "ratio"), letters=True), None
    return first, None


def _over(text: str, first: Part) -> Part | None:
    """"one over twenty", at the end of its clause: a twentieth."""
    if not text.startswith(" over ", first.end) or _NO_FRACTION.search(text, first.start - 8, first.start):
        return None
    at = first.end + 6
    whole = part.read(text, at, False) if _EN.match(text, at) else None
    if whole is None or not whole.grain or whole.unit is not None or whole.value <= first.value or not _CLAUSE_ENDS.match(text, whole.end):
        return None
    step = Decimal("0.01")
    return Part(first.start, whole.end, first.value / whole.value, step, step, Unit("number", "ratio"), letters=True)


def _korean(text: str, start: int, end: int, floor: int, code: str, kind: str) -> tuple[Hedge | None, str, int, int]:
    """(hedge, unit, start, end) with the words around a Korean figure: 배럴당 약 70달러 이상."""
    after, end = affix.korean_after(text, start, end)
    h: Hedge | None = None
    if start > floor:
        h, start = affix.korean_before(text, start, floor)
        if kind == "money" and "/" not in code and (before := money.per_before(text, start, floor)):
            code, start = f"{code}/{before[0]}", before[1]
            if start > floor and h is None:
                h, start = affix.korean_before(text, start, floor)
    if h not in ("about", "up_to") or after not in (None, "about"):
        h = after or h
    return h, code, start, end


def _odd(text: str, p: Part) -> bool:
    """300여명, 10여 개, 5년여: the figure and something more."""
    return text[p.end : p.end + 1] != "여" or text[p.end + 1 : p.end + 2] in ("", *" 명개원곳건만년일,.")


def _between(first: Part, second: Part, code: str, sign: int) -> Quantity:
    low, high, grain = first.value, second.value, min(first.grain, second.grain)
    half = grain * hedge.HALF
    return Quantity(low=low, high=high, unit=code, hedge="range", sign=sign, grain=grain, interval=Interval(low - half, high + half))


def _quantity(p: Part, code: str, h: Hedge | None, sign: int, odd: bool) -> Quantity:
    """What one figure states and commits to."""
    if p.bin and p.bin != "선" and not (p.bin == "대" and h == "less_than"):
        if p.bin in ("places", "many", "pair"):
            low, high = p.value, p.value * (NINE + 1) if p.bin == "many" else p.value + p.round
            interval = Interval(low, high, "both" if p.bin == "pair" else "left")
        else:
            low, high, interval = hedge.bin_of(p.value, p.step, None if p.bin == "대" else p.bin)
        return Quantity(low=low, high=high, unit=code, hedge="range", sign=sign, grain=high - low, interval=interval)
    if odd and h in (None, "about"):
        interval = Interval(p.value, p.value + p.round, "left")
        return Quantity(low=p.value, high=p.value, unit=code, hedge="about", sign=sign, grain=p.grain, interval=interval)
    if p.bin and h is None:
        h = "about"
    lo, hi, interval = hedge.bounds(p.value, p.grain, p.round, h)
    if p.bin == "선" and h == "about" and interval.high is not None and interval.high < p.value + p.round:
        interval = Interval(interval.low, p.value + p.round, "left")
    return Quantity(low=lo, high=hi, unit=code, hedge=h, sign=sign, grain=p.grain, interval=interval)
