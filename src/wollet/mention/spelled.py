"""English numerals in words: twenty-five, a hundred and five, two-thirds, two and a half, half a million, third, 21st."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.numeral import ONE, ZERO, Numeral, scaled

HALF, QUARTER = Decimal("0.5"), Decimal("0.25")
ONES = {w: Decimal(i) for i, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split())} | {
    "nil": ZERO, "nought": ZERO, "naught": ZERO}  # fmt: skip
TENS = {w: Decimal(10 * (i + 2)) for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
SCALES = {"hundred": Decimal(100), "thousand": Decimal(10**3), "million": Decimal(10**6), "billion": Decimal(10**9),
          "trillion": Decimal(10**12), "dozen": Decimal(12), "lakh": Decimal(10**5), "lakhs": Decimal(10**5),
          "crore": Decimal(10**7), "crores": Decimal(10**7), **dict.fromkeys(("dozens", "doz", "dozs", "dz", "dzs"), Decimal(12)), "millions": Decimal(10**6),
          "billions": Decimal(10**9)}  # fmt: skip
ORDINAL = {w: Decimal(i + 1) for i, w in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth".split())} | {
    w[:-1] + "ieth": v for w, v in TENS.items()} | {
    "hundredth": Decimal(100), "thousandth": Decimal(1000), "millionth": Decimal(10**6), "billionth": Decimal(10**9),
    "trillionth": Decimal(10**12)}  # fmt: skip
FRACTION = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    w + plural: int(v) for w, v in ORDINAL.items() if v > 2 for plural in ("", "s")}  # fmt: skip
_WORD = re.compile(r"[A-Za-z]+")
_HEADS = (*ONES, *TENS, "hundred", "thousand", "million", "billion", "trillion", "dozen", "half", "quarter", *ORDINAL)
_GLUED = {a + b: TENS[a] + v for a in TENS for b, v in (*ONES.items(), *ORDINAL.items()) if 0 < v < 10}
HEADS: frozenset[str] = frozenset((*_HEADS, *_GLUED))
_LEXICON = frozenset((*ONES, *TENS, *SCALES, *ORDINAL, *FRACTION, *_GLUED, "and", "point", "a", "an", "of"))
_GLUE = frozenset((" ", "-", "–", "—"))
_BIG = {"thousand": Decimal(10**3), "million": Decimal(10**6), "billion": Decimal(10**9), "trillion": Decimal(10**12)}
_AND = re.compile(r" ?and (?:(a|an|one) )?(half|quarter|third|fourth|fifth|eighth|tenth)(?: (thousand|million|billion|trillion))?(?![a-z-])", re.I)
# What may follow "a third" where it is a part, not a rank: a third of, by a quarter to, up a fifth.
_PART = re.compile(r" of | (?:to|from|in|since|on|more|less|higher|lower|this|last|that|as|after|and|its) |[.,;:)!?]|$|\n")


class Spelled(NamedTuple):
    """A figure in words; `ordinal` for third, twenty-first; `fraction` for half, two-thirds."""

    figure: Numeral
    ordinal: bool = False
    fraction: bool = False


def _words(text: str, pos: int) -> list[tuple[str, int, int, str]]:
    """Up to 14 words from `pos`, to the first that is no part of a numeral: (word, start, end, what stood before)."""
    out: list[tuple[str, int, int, str]] = []
    glue = ""
    while len(out) < 14:
        m = _WORD.match(text, pos)
        if m is None:
            break
        word = m[0].lower()
        out.append((word, m.start(), m.end(), glue))
        if word not in _LEXICON:
            break
        glue = text[m.end() : m.end() + 1]
        if glue not in _GLUE:
            break
        if glue == " " and text.startswith(" - ", m.end()):
            pos, glue = m.end() + 3, "-"
            continue
        pos = m.end() + (2 if glue == " " and text[m.end() + 1 : m.end() + 2] == " " else 1)
    return out


def at(text: str, pos: int) -> Spelled | None:
    """The numeral in words that begins at `pos` (at its first number word; a leading "a" is added by the caller)."""
    words = _words(text, pos)
    if not words:
        return None
    total = section = ZERO
    i = used = 0
    last = Decimal(10**15)
    ordinal = point = False
    grain = ONE
    while i < len(words):
        word = words[i][0]
        if word in ONES and not point:
            if used and (section % 100 and not (section % 10 == 0 and section % 100 >= 20 and 0 < ONES[word] < 10)):
                break
            section += ONES[word]
        elif word in TENS:
            if section % 100:
                break
            section += TENS[word]
        elif word in _GLUED:
            section += _GLUED[word]
            ordinal = word[-2:] in ("st", "nd", "rd", "th") and word not in TENS
        elif word in SCALES:
            scale = SCALES[word]
            if word == "dozens" and not used:
                break
            if scale == 100 and section >= 100:
                break
            if scale == 100:
                section = (section or ONE) * 100
            elif total and not section and (word.startswith("crore") or last == 1000):
                total, last, grain = total * scale, scale, grain * scale
            elif scale < last:
                total += (section or ONE) * scale
                section, last, grain = ZERO, scale, scale
            else:
                break
        elif word in ORDINAL and _ordinal_fits(section, ORDINAL[word], used):
            value = ORDINAL[word]
            if value >= 1000:
                total, section = total + (section or ONE) * value, ZERO
            elif value == 100:
                section = (section or ONE) * 100
            else:
                section += value
            ordinal = True
            i += 1
            used = i
            break
        elif word == "and" and used and i + 1 < len(words) and words[i][3] == " ":
            nxt = words[i + 1][0]
            if not (section >= 100 or (total and not section)) or not (nxt in ONES or nxt in TENS or nxt in _GLUED):
                break
            if nxt in ONES and i + 2 < len(words) and words[i + 2][0] in FRACTION:
                break
            i += 1
            continue
        else:
            break
        i += 1
        used = i
        if ordinal:
            break
    if words[0][0] in ("half", "quarter"):
        return _part_of(text, words)
    if not used:
        return None
    value, end = total + section, words[used - 1][2]
    rest = words[used:]
    if not ordinal and rest:
        if frac := _fraction(value, rest):
            value_, end = frac
            return Spelled(Numeral(pos, end, value_, Decimal("0.01"), Decimal("0.01")), False, True)
        if rest[0][0] == "and" and (mixed := and_part(text, end, value, grain)):
            value, step, end = mixed
            return Spelled(Numeral(pos, end, value, step, step))
        if rest[0][0] == "point" and len(rest) > 1 and rest[1][0] in ONES and ONES[rest[1][0]] < 10:
            digits = ""
            for word, _, stop, _ in rest[1:]:
                if word not in ONES or ONES[word] > 9:
                    break
                digits, end = digits + str(ONES[word]), stop
            value += Decimal(f"0.{digits}")
            step = Decimal(1).scaleb(-len(digits))
            return Spelled(Numeral(pos, end, value, step, step))
    if ordinal and used == 1 and value > 2 and _a_part(text, pos, end):
        step = Decimal("0.01")
        return Spelled(Numeral(pos, end, ONE / value, step, step), fraction=True)
    g, r = scaled(value, grain)
    return Spelled(Numeral(pos, end, value, g, r), ordinal)


def _ordinal_fits(section: Decimal, value: Decimal, used: int) -> bool:
    if not used:
        return True
    if value >= 100:
        return True
    if value < 10:
        return section % 10 == 0 and section % 100 != 10
    return section % 100 == 0


def _fraction(value: Decimal, rest: list[tuple[str, int, int, str]]) -> tuple[Decimal, int] | None:
    """two-thirds, three quarters of, one-third; not "three quarters", "two quarter-point cuts"."""
    word, _, end, glue = rest[0]
    nxt = rest[1][0] if len(rest) > 1 else ""
    hours = word.startswith("quarter") and (nxt in ("hour", "hours") or (glue == "-" and nxt in ("percentage", "point")))
    if word not in FRACTION or value <= 0 or (word.endswith("s") != (value > 1) and not hours):
        return None
    if word.startswith("quarter") and glue == " " and not hours and nxt not in ("of", "percentage", *_BIG):
        return None
    if word == "half" and value != 1:
        return None
    part = value / FRACTION[word]
    if nxt in _BIG:
        return part * _BIG[nxt], rest[1][2]
    return part, end


def and_part(text: str, end: int, value: Decimal, grain: Decimal) -> tuple[Decimal, Decimal, int] | None:
    """(value, step, end) of a figure that goes on at `end`: two | and a half; 3 million | and a quarter; five | and a half million."""
    m = _AND.match(text, end) or _AND.match(text, end + 1)
    if m is None:
        if not text.startswith(" and ", end) or not (more := at(text, end + 5)) or not more.fraction or more.figure.value >= grain:
            return None
        part = more.figure.value
        return value + part * (grain if part < 1 else ONE), more.figure.grain, more.figure.end
    part = ONE / FRACTION[m[2].lower()]
    if m[1] is None and m[2].lower() != "half" and not text.startswith(" hour", m.end()):
        return None
    if m[3]:
        scale = _BIG[m[3].lower()]
        return (value + part) * scale if grain < 1000 else value + part * scale, part * scale, m.end()
    unit = grain if grain >= 1000 else ONE
    return value + part * unit, part * unit, m.end()


def _part_of(text: str, words: list[tuple[str, int, int, str]]) -> Spelled | None:
    """half, half a million, a quarter of, quarter of a percentage point; not "first half", "third quarter", "a quarter"."""
    word, start, end, _ = words[0]
    value = HALF if word == "half" else QUARTER
    k = 1
    while k < len(words) and words[k][0] in ("a", "an", "of"):
        k += 1
    nxt = words[k][0] if k < len(words) else ""
    if nxt in _BIG or nxt == "dozen":
        value *= SCALES[nxt]
        return Spelled(Numeral(start, words[k][2], value, value, value))
    if nxt in ("point", "percentage", "percent", "pct", "year", "hour", "century", "decade", "day", "month"):
        if word == "quarter" and nxt not in ("point", "percentage", "percent", "hour", "century"):
            return None
        return Spelled(Numeral(start, words[k - 1][2], value, value, value), fraction=True)
    if word == "quarter" and not _a_part(text, start, end):
        return None
    if word == "half" and _WHICH_HALF.search(text, start - 8, start):
        return None
    return Spelled(Numeral(start, end, value, Decimal("0.1"), Decimal("0.1")), fraction=True)


def _a_part(text: str, start: int, end: int) -> bool:
    """Whether "a third", "a quarter" is a part of something: before "of", or at the end of a phrase that says by how much."""
    if text[start - 2 : start].lower() != "a " or text[start - 3 : start - 2].isalnum():
        return False
    if text.startswith(" of ", end):
        return not text[end + 4 : end + 6].isdigit()
    return bool(_PART.match(text, end)) and bool(_BY.search(text, start - 12, start))


_WHICH_HALF = re.compile(r"(?:first|second|1st|2nd|other|latter|back|final|last)[ -]$", re.I)
_BY = re.compile(r"(?:by|up|down|rose|fell|lost|almost|nearly|about|than|over|shed|gained|cut|^) ?(?:a )$", re.I)


EXAMPLES = (
    reads("en", "number", {"low": "25"}, "a score of {twenty-five}"),
    reads("en", "number", {"low": "105"}, "It counted {one hundred and five}"),
    reads("en", "number", {"low": "2500000"}, "They hold {two and a half million}"),
    reads("en", "number", {"low": "3500000"}, "They hold {3 million and a half}"),
    reads("en", "number", {"low": "0.25", "unit": "ratio"}, "It lost {a quarter} of its value"),
    reads("en", "number", {"low": "0.2", "unit": "ratio"}, "It lost {a fifth} of its value"),
    reads("en", "percent", {"low": "0.25", "unit": "percentage_point"}, "{a quarter-point} cut", "{a quarter of a percentage point}"),
    reads("en", "ordinal", {"low": "3"}, "a {third} straight gain", "the {third} attempt"),
    reads("en", "count", {"low": "3"}, "{three analysts} cut their targets"),
    reads("en", "money", {"low": "100000000", "high": "1000000000", "hedge": "range"}, "It spent {several hundred million yuan}"),
    ignores("en", "number", "in the second {half} of the year", "a {quarter} ago", "{one} of the firms", "at {one point} it fell", "{tender} offers"),
)
