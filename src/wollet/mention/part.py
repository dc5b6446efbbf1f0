"""One end of a numeric expression: a figure with the currency, scale word and unit that stand at it."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from wollet.mention import coins, hangul, money, numeral, spelled, units, written
from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.numeral import ONE, Numeral
from wollet.mention.units import PLAIN, Unit

_BIN = re.compile(
    r"대(?=[ ,.)\]\"'’”…·~→↑↓\n]|[가를에의로는인도까와의]|초반|중반|후반|$)(?!표|상|해|응|가로|의원|로변|인기|도시)(?: ?(초반|중반|후반|초(?![가-힣])|중(?![가-힣])|후(?![가-힣])))?"
)
_LINE = re.compile(r"선(?=[ ,.)\]\"'’”…·~→↑↓\n]|[을이에도까으의과마]|$)(?!에너지|도|이자)")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z])")
_LARGEST = re.compile(
    r"[ -](?:largest|biggest|highest|lowest|smallest|most|best|worst|richest|fastest|busiest|cheapest|strongest|place|ranked|rank)(?![a-z])"
)
_UPPER_WON = re.compile(r"(?=[은는이가을를의에도와과로대 ,…·\n]|가량|규모|이상|넘|원|$)")
_SIGNS = " \n+-−마이너스플러"
"""What may stand before a figure that is the whole text."""
_NOT_WON = re.compile(
    r" ?(?:인구|명|인|팔로워|가입자|이용자|사용자|다운로드|조회|뷰|회원|배럴|톤|시민|국민|고객|구독자|분의|개|대|장|주|건|배|번째|과 |와 |는 |은 |㎡|평|년|바이트|보다)"
)


_COINS = "dollar|euro|pound|cent|penny|nickel|dime|buck|grand"
AFTER_A = rf" (?:{_COINS})(?![a-z-])"
_A_COIN = re.compile(rf"a ({_COINS})(?=[.,;:)]|$|\n| (?:a|per|and|each|higher|lower|more|less|or|to|from|in)(?![a-z]))", re.I)


class Part(NamedTuple):
    """A figure with its unit and factor applied; `open` where it has no unit and none may be assumed."""

    start: int
    end: int
    value: Decimal
    grain: Decimal
    round: Decimal
    unit: Unit | None
    scale: Decimal = ONE
    bin: str = ""
    letters: bool = False

    @property
    def step(self) -> Decimal:
        """How wide a bin of it is: the last digit written after a point, else the last one that is not 0."""
        return self.grain if int(self.value.as_tuple().exponent) < 0 else self.round


def read(text: str, at: int, ko: bool, dollar: str = "USD") -> Part | None:
    """The figure that begins at `at` (a digit, or the first letter of a numeral in words)."""
    if text[at] in numeral.VULGAR:
        value = numeral.VULGAR[text[at]]
        return _with_unit(text, Numeral(at, at + 1, value, value, value), ko, ONE, at + 1)
    if text[at].isdigit():
        return _digits(text, at, ko, dollar)
    return _hangul(text, at) if ko else _english(text, at)


# The commonest figure of all, on a short way: 3.2%, where nothing follows that would change what it is.
_PERCENT = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,6})?)%(?![A-Za-z포대선-]|[ \u00a0][포pP])")
_BEFORE_DECIMALS = frozenset(".$€£¥₩")


def _digits(text: str, at: int, ko: bool, dollar: str) -> Part | None:
    if (m := _PERCENT.match(text, at)) and text[at - 1 : at] not in _BEFORE_DECIMALS:
        value, grain, last = numeral.literal(m[1])
        return Part(at, m.end(), value, grain, last, units.KO["%"])
    num = numeral.digits_at(text, at)
    if num is None:
        return None
    if not ko and (said := written.said_point(text, num)):
        num = said
    if ko and "분" in text[num.end : num.end + 2]:
        num = hangul.fraction_at(text, at) or num
    if not num.grain:
        return Part(num.start, num.end, num.value, num.grain, num.round, None)
    before = money.symbol_before(text, num.start)
    if before is None and num.start > 1 and text[num.start - 1] in "-−":
        before = money.symbol_before(text, num.start - 1) if text[num.start - 2] in money.SIGNS else None
    follow = text[num.end : num.end + 1]
    if follow and ((follow in ",. '’" and text[num.end + 1 : num.end + 2].isdigit()) or (before and before[0] == "EUR")):
        num = numeral.european(text, num, money.europe(text, num, before)) or num
        follow = text[num.end : num.end + 1]
    if follow == "/" and (frac := numeral.fraction(text, num)):
        return _with_unit(text, frac, ko, ONE, frac.end)
    if follow == "," and (flat := written.flat_price(text, num)):
        num = flat
        follow = text[num.end : num.end + 1]
    if not ko and follow in ("s", "n", "r", "t") and follow and (m := _ORDINAL.match(text, num.end)):
        return _ordinal(text, num._replace(end=m.end()))
    end, scale = num.end, ONE
    if follow and not num.scaled and (sc := money.scale_after(text, end, before is not None, ko)):
        scale, end = sc
        if scale == 1000 and (whole := written.and_hundreds(text, end, num)):
            num, scale, end = whole, ONE, whole.end
        if not ko and text.startswith(" and ", end) and (whole := written.and_more(text, end, num, scale)):
            num, scale, end = whole, ONE, whole.end
    if before is None:
        return _with_unit(text, num, ko, scale, end)
    if before[2][0] == "M" and before[2][1:] in money.CODES:
        scale *= 10**6
    currency = dollar if before[0] == "USD" and text[num.start - 1] in "$ " and before[2] == "$" else before[0]
    code = text[end + 1 : end + 4]
    if text[end : end + 1] == " " and code in money.CODES and not text[end + 4 : end + 5].isalnum():
        currency, end = code, end + 4
    if scale == 1 and (more := coins.lesser(text, end, ko)):
        end, small = more
        step = Decimal("0.01")
        return Part(before[1], end, num.value + small, step, step, Unit("money", currency))
    name, end = _bin(text, end, True) if ko else ("", end)
    return _scaled(before[1], end, num, _money(currency, ONE), scale, name)


@lru_cache(256)
def _money(code: str, factor: Decimal) -> Unit:
    return Unit("money", code, factor)


def _with_unit(text: str, num: Numeral, ko: bool, scale: Decimal, end: int) -> Part:
    word = money.word_after(text, end, ko)
    unit: Unit | None = None
    if word:
        code, factor, end = word
        unit = _money(code, factor)
        if factor == 1 and (more := coins.lesser(text, end, ko)):
            end, extra = more
            step = Decimal("0.01")
            return Part(num.start, end, num.value * scale + extra, step, step, unit)
    elif hit := units.unit_at(text, end, ko):
        unit, end = hit
    if ko:
        name, after = _bin(text, end, unit is None or unit.kind in ("money", "percent") or unit.code == "points")
        bare = unit is None and name != "선" and num.scaled and num.value >= 10**8
        if bare and _UPPER_WON.match(text, after) and not _NOT_WON.match(text, after) and (after < len(text) or text[: num.start].strip(_SIGNS)):
            unit = Unit("money", "KRW")
        if name and unit is not None and unit.kind == "duration":
            name = ""
        if name:
            return _scaled(num.start, after, num, unit, scale, name)
    return _scaled(num.start, end, num, unit, scale, "")


def _scaled(start: int, end: int, num: Numeral, unit: Unit | None, scale: Decimal, name: str) -> Part:
    factor = scale * unit.factor if unit is not None else scale
    if factor == 1:
        return Part(start, end, num.value, num.grain, num.round, unit, scale, name)
    return Part(start, end, num.value * factor, num.grain * factor, num.round * factor, unit, scale, name)


def _bin(text: str, end: int, line: bool) -> tuple[str, int]:
    """(대, 초반, 선 or nothing, where it ends) after 3%, 1400원, 2600."""
    nxt = text[end : end + 1]
    if nxt == "대":
        m = _BIN.match(text, end)
        if m:
            name = m[1] or "대"
            return (name + "반" if len(name) == 1 and name != "대" else name), m.end()
    elif nxt == "선" and line:
        m = _LINE.match(text, end)
        if m:
            return "선", m.end()
    return "", end


def a_coin(text: str, at: int) -> Part | None:
    """a dollar a share, a penny higher, more than a dollar and 42 cents; not a dollar index."""
    m = _A_COIN.match(text, at)
    if m is None or (m[1] == "grand" and text[m.end() : m.end() + 1] == " "):
        return None
    code, factor = money.EN[m[1].lower()]
    more = coins.lesser(text, m.end(), False) if factor == 1 else None
    end, extra = more if more else (m.end(), Decimal(0))
    return Part(at, end, factor + extra, factor, factor, Unit("money", code, factor), letters=True)


def _ordinal(text: str, num: Numeral) -> Part:
    m = _LARGEST.match(text, num.end)
    kind = Unit("rank" if m else "ordinal", "rank")
    return Part(num.start, m.end() if m else num.end, num.value, ONE, ONE, kind)


def _english(text: str, at: int) -> Part | None:
    words = spelled.at(text, at)
    if words is None:
        return None
    num = words.figure
    if words.ordinal:
        return _ordinal(text, num)
    start = num.start
    if num.value >= 100 and (several := _SEVERAL.search(text, start - 10, start)):
        return _with_unit(text, num, False, ONE, num.end)._replace(start=several.start(), bin="many", letters=True)
    if text[start - 2 : start].lower() == "a " and not text[start - 3 : start - 2].isalnum():
        start -= 2
    elif text[start - 3 : start].lower() == "an " and not text[start - 4 : start - 3].isalnum():
        start -= 3
    end, scale = num.end, ONE
    if words.fraction and num.value < 1:
        found = _with_unit(text, num, False, scale, _skip_article(text, end))
        if found.unit is not None and found.unit.code in ("points", "percentage_point", "percent") and num.value in (spelled.HALF, spelled.QUARTER):
            unit = units.EN["pp"] if found.unit.code == "points" else found.unit
            return found._replace(start=start, unit=unit, grain=Decimal("0.01"), round=Decimal("0.01"), letters=True)
        if found.unit is None:
            return found._replace(start=start, end=end, unit=Unit("number", "ratio"), letters=True)
        return found._replace(start=start, letters=True)
    return _with_unit(text, num, False, scale, end)._replace(start=start, letters=True)


_SEVERAL = re.compile(r"(?<![A-Za-z])(?:several|a few|many) $", re.I)


def _skip_article(text: str, end: int) -> int:
    for word in (" of a", " a", " an", " of"):
        if text.startswith(word + " ", end):
            return end + len(word)
    return end


_MEASURES = frozenset(("톤", "살", "배럴", "온스", "리터"))


_COMPARED = re.compile(r" ?(?:이상|이하|초과|미만)(?![가-힣])|보다 (?:더 )?[크작높낮많적]")
"""Words of comparison, which make a numeral of two letters or more a figure without a unit: 이십보다 크다."""
_MAN = re.compile(r"만 ?([1-9][0-9]{3})(?![0-9,.년세살월]| [년세살])")
"""만 2345 is 12,345; 만 65세 is an age, 3년 만 a time."""


def _hangul(text: str, at: int) -> Part | None:
    if text[at] == "만" and (m := _MAN.match(text, at)):
        if at > 1 and text[at - 2] in "년월달일주간째":
            return None
        return _with_unit(text, Numeral(at, m.end(), Decimal(10000 + int(m[1])), ONE, ONE, True), True, ONE, m.end())
    frac = hangul.fraction_at(text, at)
    if frac:
        return Part(frac.start, frac.end, frac.value, frac.grain, frac.round, Unit("number", "ratio"), letters=True)
    word = hangul.at(text, at)
    if word is None:
        mixed = numeral.compound(text, at, at, None) if text[at] in "천백십만" else None
        if mixed and any(c.isdigit() for c in text[at : mixed.end]):
            return _with_unit(text, mixed, True, ONE, mixed.end)
        return None
    num = word.figure
    if word.kind == "places":
        return Part(num.start, num.end, num.value, ONE, num.grain, Unit("percent", "percent"), bin="places", letters=True)
    if word.code:
        return Part(num.start, num.end, num.value, num.grain, num.round, Unit(word.kind, word.code), letters=True)  # type: ignore[arg-type]
    if num.scaled and text[at] in "천백십만" and (mixed := numeral.compound(text, at, at, None)) and mixed.end > num.end:
        num = mixed if any(c.isdigit() for c in text[at : mixed.end]) else num
    found = _with_unit(text, num, True, ONE, num.end)._replace(letters=True)
    unit = found.unit
    if unit is None and num.scaled and num.end - num.start > 1 and _COMPARED.match(text, num.end):
        return found
    if unit is None or (unit is PLAIN and text[num.end : found.end].strip() not in _MEASURES):
        return None
    if word.pair:
        return found._replace(bin="pair")
    if num.scaled and unit.kind not in ("money", "percent") and unit is not PLAIN:
        nxt, tail = text[found.end : found.end + 1], text[num.end : found.end].strip()
        if len(tail) == 1 and "가" <= nxt <= "힣" and nxt not in "가를의는은이도에로와만씩여":
            return None
        if text[num.start : num.end] in ("구조", "사조", "이조", "만조", "십", "백", "천", "만") and tail not in ("명", "개", "배", "번째", "포인트"):
            return None
        if tail == "명" and nxt and nxt in "했하한":
            return None
    if num.scaled and unit.kind == "money" and text[num.start : num.end] in ("구조", "사조", "백", "십") and text[num.end : num.end + 1] not in ("원", "달"):
        return None
    if word.kind == "digit" and unit.code != "percent" and text[num.end : num.end + 2] not in ("달러", " 달"):
        return None
    if word.many:
        return found._replace(bin="many")
    return found


EXAMPLES = (
    reads("ko", "money", {"low": "120000000000", "unit": "KRW"}, "수주잔고 {1200억}을 쌓았다"),
    reads("ko", "number", {"low": "120000000000", "unit": ""}, "{1200억}", "{마이너스 1200억}"),
    reads("ko", "number", {"low": "120000000000", "unit": ""}, "뉴런 {1200억}과 시냅스"),
    reads("ko", "number", {"low": "20", "hedge": "more_than"}, "값은 {이십보다 크다}"),
    ignores("ko", "number", "{이보다} 크다", "{천보다} 크다"),
    reads("ko", "number", {"low": "12345", "unit": ""}, "지수는 {만 2345}에 섰다"),
    reads("ko", "count", {"low": "12345"}, "{만2345대}를 팔았다"),
    ignores("ko", "number", "{만} 6500세"),
    reads("ko", "money", {"low": "2345"}, "10년 만 {2345원}"),
    reads("en", "money", {"low": "0.01", "unit": "USD"}, "{a penny} a share"),
    reads("en", "rank", {"low": "2"}, "the {2nd-largest} bank", "the {second-largest} bank"),
    reads("en", "number", {"low": "0.2", "unit": "ratio"}, "{one in five} of us"),
    ignores("en", "money", "a {penny} stock", "a {dollar index} fund"),
    ignores("ko", "money", "사업 {구조}", "사업 {구조}\n개편", "한 세기 {사조}"),
    ignores("ko", "money", "인구 {1억}명", "세포 {1200억}개"),
)
