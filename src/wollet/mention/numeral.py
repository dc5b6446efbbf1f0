"""Numerals: digits, grouped digits, Korean scales mixed with digits and spaces, and what their last digit is worth."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from wollet.mention import unhurried as re
from wollet.mention.example import reads

LITERAL = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])|[0-9]+)(?:\.[0-9]+)?")
LONGEST = 28
SMALL = {"십": Decimal(10), "백": Decimal(100), "천": Decimal(1000)}
BIG = {"만": Decimal(10**4), "억": Decimal(10**8), "조": Decimal(10**12), "경": Decimal(10**16), "해": Decimal(10**20)}
DIGIT = {c: Decimal(i + 1) for i, c in enumerate("일이삼사오육칠팔구")} | {"륙": Decimal(6)}
_SCALES = frozenset(SMALL) | frozenset(BIG)
# A scale sign that begins another word: 3경기, 4조각, 2백신, 1천안.
_NOT_SCALE = {"경": "기력제영", "조": "각건항직별", "백": "신화미", "천": "안연막", "해": "외당", "만": "기점", "억": "제", "십": ""}
_AFTER_SCALE = re.compile(r"[\s0-9원달엔위유파홍불명개주대건가여대선.,)~∼\-]|$")
_DATE_SIGNS = frozenset("년월일시분")
ZERO, ONE = Decimal(0), Decimal(1)
_NO_VALUE = (ZERO, ZERO, ZERO)


class Numeral(NamedTuple):
    """A figure in the text.  `grain` is what its last written digit is worth, `round` its last digit that is not 0.

    A run of more than LONGEST digits is no figure: its grain is 0.
    """

    start: int
    end: int
    value: Decimal
    grain: Decimal
    round: Decimal
    scaled: bool = False


@lru_cache(4096)
def literal(digits: str) -> tuple[Decimal, Decimal, Decimal]:
    """(value, grain, round) of digits as written.

    Decimals count as written ("3.20" to 0.01).  A whole number that ends in two zeros or more is rarely meant to the
    unit: the last zero of "2,600" is not a digit that was measured, its grain is 10.
    """
    plain = digits.replace(",", "")
    value = Decimal(plain)
    whole, _, decimals = plain.partition(".")
    if decimals:
        grain = Decimal(1).scaleb(-len(decimals))
        kept = decimals.rstrip("0")
        if kept:
            return value, grain, Decimal(1).scaleb(-len(kept))
        zeros = len(whole) - len(whole.rstrip("0")) if value else 0
        return value, grain, Decimal(1).scaleb(zeros)
    zeros = len(whole) - len(whole.rstrip("0")) if value else 0
    return value, Decimal(1).scaleb(max(0, zeros - 1)), Decimal(1).scaleb(zeros)


def scaled(value: Decimal, unit_grain: Decimal, *, decimals: bool = False) -> tuple[Decimal, Decimal]:
    """(grain, round) of a figure told with scale words.

    9천 300조 is told to 100조, 1조6000억 to 1000억; with a single digit before its zeros (10억, 300억) the zeros count, and
    so do those behind a decimal point (1만9627.40, 1.50조).
    """
    if not value:
        return unit_grain, unit_grain
    _, figures, exponent = value.normalize().as_tuple()
    last = Decimal(1).scaleb(int(exponent))
    return (max(last, unit_grain) if len(figures) > 1 and not decimals else unit_grain), max(last, unit_grain)


_ENDS_SCALE = frozenset("원달엔위유주명개대건여선.,)~∼-%")


@lru_cache(4096)
def _once(digits: str, sign: str) -> tuple[Decimal, Decimal, Decimal]:
    """(value, grain, round) of a figure with one scale: 9999억."""
    value, grain, _ = literal(digits)
    value *= BIG[sign]
    return value, *scaled(value, BIG[sign] * (grain if "." in digits else ONE), decimals="." in digits)


def digits_at(text: str, pos: int) -> Numeral | None:
    """The figure that begins with a digit at `pos`, Korean scales included."""
    m = LITERAL.match(text, pos)
    if m is None:
        return None
    end = m.end()
    if end - pos > LONGEST:
        return Numeral(pos, end, *_NO_VALUE)
    if pos and text[pos - 1] == "." and (bare := _bare_decimals(text, pos, m[0])):
        return bare
    nxt = text[end : end + 2]
    if nxt and nxt[0] in _GOES_ON and (more := _goes_on(text, pos, end, m[0])):
        return more
    if nxt and nxt[0] in BIG and nxt[1:] in _ENDS_SCALE:
        return Numeral(pos, end + 1, *_once(m[0], nxt[0]), True)
    if nxt and (nxt[0] in _SCALES or (nxt[0] == "여" and nxt[1:] in BIG) or (nxt[0] == " " and nxt[1:] in _SCALES)):
        first, step, _ = literal(m[0])
        mixed = compound(text, pos, end, first, step if "." in m[0] else ONE)
        if mixed:
            return mixed
    value, grain, last = literal(m[0])
    return Numeral(pos, end, value, grain, last)


def compound(text: str, start: int, end: int, first: Decimal | None, step: Decimal = ONE) -> Numeral | None:
    """A figure with Korean scales, whose first part (if any) ends at `end`: 9천 300조, 3조 6천억, 1만 2850, 천 4백만.

    `step` is what the last digit of the first part is worth (1.5조: 0.1).
    """
    total = section = ZERO
    pending = first
    pos, size = end, len(text)
    top = Decimal(10**24)
    small = Decimal(10**4)
    grain = ONE
    seen = False
    decimals = False
    while pos < size:
        if text[pos] == "여" and pending is not None and text[pos + 1 : pos + 2] in BIG:
            pos += 1
        space = text[pos] == " "
        at = pos + space
        sign = text[at : at + 1]
        if sign in _SCALES and not (space and not _AFTER_SCALE.match(text, at + 1)):
            follow = text[at + 1 : at + 2]
            if follow and follow in _NOT_SCALE[sign]:
                break
            if sign in SMALL:
                scale = SMALL[sign]
                if scale < small and (pending is not None or not space):
                    section += (ONE if pending is None else pending) * scale
                    small, pending, grain, pos, seen, step = scale, None, scale * step, at + 1, True, ONE
                    continue
            else:
                scale = BIG[sign]
                if scale < top and (pending is not None or section):
                    total += (section + (pending or ZERO)) * scale
                    part = grain if pending is None else step
                    section, pending, top, small, step = ZERO, None, scale, Decimal(10**4), ONE
                    grain, pos, seen = scale * part, at + 1, True
                    continue
            break
        if pending is not None or not seen or decimals:
            break
        m = LITERAL.match(text, at)
        if m:
            if m.end() - at > 9:
                break
            value = literal(m[0])[0]
            follow = text[m.end() : m.end() + 1]
            limit = small if section else min(top, Decimal(10**4))
            if value >= limit or (space and (follow in _DATE_SIGNS or follow == "%")):
                break
            pending, grain, pos = value, Decimal(1), m.end()
            if "." in m[0]:
                grain, decimals = literal(m[0])[1], True
            continue
        if not space and sign in DIGIT and text[at + 1 : at + 2] in SMALL:
            pending, pos = DIGIT[sign], at + 1
            continue
        break
    if not seen:
        return None
    if pending is not None:
        total += pending
    total += section
    last, round_ = scaled(total, grain, decimals=grain < 1)
    return Numeral(start, pos, total, last, round_, True)


VULGAR = {c: Decimal(n) / d for c, n, d in (
    ("½", 1, 2), ("¼", 1, 4), ("¾", 3, 4), ("⅓", 1, 3), ("⅔", 2, 3), ("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5), ("⅘", 4, 5), ("⅙", 1, 6),
    ("⅚", 5, 6), ("⅐", 1, 7), ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8), ("⅑", 1, 9), ("⅒", 1, 10))}  # fmt: skip
_GOES_ON = frozenset(VULGAR) | frozenset(" eE\u202f\u2009x×^")
_RAISED_TO = re.compile(r"\^(-{0,2}|\+)([0-9]{1,2})(?![0-9]|[.,][0-9])")
_POWER = re.compile(r"[eE][+-]?[0-9]{1,2}(?![0-9A-Za-z])")
_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3}){2,5}(?![0-9,.])|[1-9][0-9]{0,2} 000(?![0-9,.])")
_THIN = re.compile(r"[0-9]{1,3}(?:[\u202f\u2009][0-9]{3})+(?![0-9])(?:\.[0-9]+)?")
_TIMES_TEN = re.compile(r" ?[x×] ?10(?:\^ ?([-−+]?[0-9]{1,2})|([-−][0-9]{1,2})|([⁻⁺]?[⁰¹²³⁴-⁹]{1,2}))(?![0-9]|[.,][0-9])")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_MIXED = re.compile(r" {1,2}([0-9]{1,3})/([0-9]{1,3})(?![0-9/])")


_TIMES = frozenset("x×")


def _bare_decimals(text: str, pos: int, digits: str) -> Numeral | None:
    """.5 for 0.5, where no figure or word stands before the point."""
    if pos > 1 and (text[pos - 2].isalnum() or text[pos - 2] in ".)]”\"'’"):
        return None
    if not digits.isdigit():
        return None
    return Numeral(pos - 1, pos + len(digits), *literal("0." + digits))


def _goes_on(text: str, pos: int, end: int, digits: str) -> Numeral | None:
    """3½, 99 18/32, 1.3e6, 1 234 567: a figure that its first digits only begin."""
    sign = text[end]
    if part := VULGAR.get(sign):
        step = min(part, ONE - part)
        return Numeral(pos, end + 1, literal(digits)[0] + part, step, step)
    if sign == "^":
        m = _RAISED_TO.match(text, end)
        base = literal(digits)[0]
        if m is None or not base or base.adjusted() * int(m[2]) > LONGEST:
            return None
        power = base ** (int(m[2]) * (-1 if m[1] == "-" else 1))
        return Numeral(pos, m.end(), power, step := ONE.scaleb(power.adjusted() - 6), step)
    if (sign in "x×" or (sign == " " and text[end + 1 : end + 2] in _TIMES)) and (m := _TIMES_TEN.match(text, end)):
        factor = ONE.scaleb(int((m[1] or m[2] or m[3]).translate(_RAISED)))
        value, grain, last = literal(digits)
        return Numeral(pos, m.end(), value * factor, grain * factor, last * factor)
    if sign in "\u202f\u2009" and (m := _THIN.match(text, pos)):
        return Numeral(pos, m.end(), *literal(m[0].replace("\u202f", "").replace("\u2009", "")))
    if sign == " ":
        if (m := _MIXED.match(text, end)) and _part(m[1], m[2]):
            step = ONE / int(m[2])
            return Numeral(pos, m.end(), literal(digits)[0] + int(m[1]) * step, step, step)
        if (m := _SPACED.match(text, pos)) and not (pos and text[pos - 1] in " ,." and text[pos - 2 : pos - 1].isdigit()):
            return Numeral(pos, m.end(), *literal(m[0].replace(" ", "")))
    elif m := _POWER.match(text, end):
        factor = Decimal(1).scaleb(int(m[0][1:]))
        value, grain, last = literal(digits)
        return Numeral(pos, m.end(), value * factor, grain * factor, last * factor)
    return None


def _part(above: str, below: str) -> bool:
    return int(below) in _DENOMINATORS and 0 < int(above) < int(below)


_COMMA = re.compile(r"([0-9]+),([0-9]{2})(?![0-9,.])")
_FOREIGN = re.compile(r"([0-9]{1,3}(?:([ .'\u2019\u202f])[0-9]{3})(?:\2[0-9]{3})*)(?:,([0-9]{1,2}))?(?![0-9])")
_FRACTION = re.compile(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/])")
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 256))


def european(text: str, num: Numeral, euro: bool) -> Numeral | None:
    """A figure with a decimal comma: 34,50; beside a euro also 2.109,00 and 1 139,00."""
    if euro and (m := _FOREIGN.match(text, num.start)) and (m[3] or m[2] in " '\u2019\u202f"):
        plain = m[1].replace(m[2], "") + ("." + m[3] if m[3] else "")
        return Numeral(num.start, m.end(), *literal(plain))
    m = _COMMA.match(text, num.start)
    if m and m.end() > num.end and not num.scaled:
        return Numeral(num.start, m.end(), *literal(f"{m[1]}.{m[2]}"))
    return None


def fraction(text: str, num: Numeral) -> Numeral | None:
    """18/32, 3/4, 1/2."""
    m = _FRACTION.match(text, num.start)
    if m is None or not _part(m[1], m[2]):
        return None
    step = ONE / int(m[2])
    return Numeral(num.start, m.end(), Decimal(m[1]) / int(m[2]), step, step)


EXAMPLES = (
    reads("ko", "number", {"low": "12850", "unit": "", "grain": "10"}, "지수는 {1만 2850}에 섰다"),
    reads("ko", "number", {"low": "26026.77", "grain": "0.01"}, "지수는 {2만 6026.77}에 마쳤다", "지수는 {26,026.77}에 마쳤다"),
    reads("ko", "number", {"low": "26026.70", "grain": "0.01"}, "지수는 {2만 6026.70}에 마쳤다"),
    reads("ko", "money", {"low": "9300000000000000", "grain": "100000000000000"}, "부채는 {9천 300조원}이다"),
    reads("ko", "money", {"low": "3600000000000"}, "이익은 {3조 6천억 원}이다"),
    reads("ko", "money", {"low": "1530000000000", "unit": "KRW"}, "투자는 {1조5300여억원}이다", "투자는 {1조 5300억여 원}이다"),
    reads("ko", "money", {"low": "4532270000"}, "매출 {45억3227만달러}를 올렸다"),
    reads("ko", "number", {"low": "0.5625"}, "호가는 {18/32} 올랐다"),
    reads("ko", "money", {"low": "1500000000000", "grain": "100000000000"}, "매출은 {1.5조원}이다", "매출은 {1.5조 원}이다"),
    reads("en", "number", {"low": "99.5625"}, "The bond closed at {99 18/32} in New York"),
    reads("en", "percent", {"low": "0.5", "grain": "0.1"}, "Stocks rose {.5 percent} on Friday"),
    reads("en", "percent", {"low": "3.5"}, "Notes paying {3½%} were sold"),
    reads("en", "number", {"low": "1234567"}, "Output was {1,234,567} last year", "Output was {1 234 567} last year"),
    reads("en", "money", {"low": "2109", "unit": "EUR"}, "It costs {2.109,00 €}"),
    reads("en", "money", {"low": "129.99", "unit": "EUR"}, "From 00.000 {129,99 €}"),
    reads("en", "number", {"low": "0.0000248"}, "A factor of {2.48×10−5}, it found", "A factor of {2.48 x 10^-5} was found", "A factor of {2.48 × 10⁻⁵} was found"),
    reads("en", "number", {"low": "40000"}, "Output was {40\u202f000} last year"),
    reads("en", "number", {"low": "1024"}, "a factor of {2^10}, it found"),
    reads("en", "number", {"low": "0.25"}, "a factor of {2^-2}, it found"),
    reads("en", "number", {"low": "3"}, "a {3} x 10 grid", "a {3}x10-foot room"),
    reads("ko", "number", {"low": "3"}, "{3}경기 연속 득점", "{3}조각 케이크"),
)
