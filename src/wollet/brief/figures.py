"""Figures and dates in the words of a Korean broadcaster and of an English editor, without loss of a digit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from wollet.model.quantity import Quantity
from wollet.model.time import Window

COINS = {
    "KRW": ("원", "won", ""), "USD": ("달러", "dollars", "$"), "JPY": ("엔", "yen", "¥"), "EUR": ("유로", "euros", "€"),
    "GBP": ("파운드", "pounds", "£"), "CNY": ("위안", "yuan", ""), "TWD": ("대만달러", "Taiwan dollars", ""),
    "HKD": ("홍콩달러", "Hong Kong dollars", ""), "CAD": ("캐나다달러", "Canadian dollars", ""), "AUD": ("호주달러", "Australian dollars", ""),
}  # fmt: skip
PER = {"barrel": "배럴당", "ounce": "온스당", "ton": "톤당", "share": "주당"}
UNITS = {
    "percent": ("%", "%"), "percentage_point": ("%포인트", " percentage points"), "bp": ("bp", " basis points"),
    "points": ("포인트", " points"), "ratio": ("배", " times"), "rank": ("위", ""), "count": ("", ""), "shares": ("주", " shares"),
    "hours": ("시간", " hours"), "days": ("일", " days"), "sessions": ("거래일", " sessions"), "weeks": ("주", " weeks"),
    "months": ("개월", " months"), "quarters": ("분기", " quarters"), "years": ("년", " years"), "": ("", ""),
}  # fmt: skip
EN_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
KO_SCALES = ((Decimal(10) ** 12, "조"), (Decimal(10) ** 8, "억"), (Decimal(10) ** 4, "만"))
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
KO_WEEKDAYS = ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KO_HEDGE = {"about": "약 {}", "more_than": "{} 넘게", "at_least": "{} 이상", "up_to": "최대 {}", "less_than": "{} 미만", "nearly": "{} 가까이"}
EN_HEDGE = {"about": "about {}", "more_than": "more than {}", "at_least": "at least {}", "up_to": "up to {}", "less_than": "less than {}", "nearly": "nearly {}"}
KO_BARE = {**KO_HEDGE, "more_than": "{} 넘는 수준", "nearly": "{} 가까운 수준"}
"""After a metric or before a particle, where "넘게" and "가까이" cannot stand."""
DIGITS = {(Decimal(1), Decimal(10)): ("한 자릿수", "single digits"), (Decimal(10), Decimal(100)): ("두 자릿수", "double digits")}
COUNTED = frozenset(("sessions", "days", "weeks", "months", "quarters", "years"))
"""Units of which English writes the small numbers out."""
KO_SPOKEN = frozenset(("count", "shares"))
"""Counts that are said by ten thousands, as money is: 24만 9,000원, 2,831만 3,660주; prices of points keep their digits."""


def plain(x: Decimal) -> str:
    """Digits with thousands marks and no exponent; the decimals as they were written, idle zeros after two of them gone."""
    s = format(x, ",f")
    while "." in s and len(s.split(".")[1]) > 2 and s.endswith("0"):
        s = s[:-1]
    return s[: s.index(".")] if "." in s and not s.split(".")[1].strip("0") and abs(x) >= 10**4 else s


def scaled_ko(x: Decimal, *, by_ten_thousands: bool = False) -> str:
    """9300000000000000 -> 9,300조; 527000000000 -> 5,270억; 150000 -> 15만; 75200 -> 75,200, of money 7만 5,200."""
    if x != x.to_integral_value() or x < 10**4 or (x < 10**8 and x % 10**4 and not by_ten_thousands):
        return plain(x)
    out = []
    for size, word in KO_SCALES:
        n, x = divmod(x, size)
        if n:
            out.append(f"{plain(n.to_integral_value())}{word}")
    if x:
        out.append(plain(x))
    return " ".join(out)


def scaled_en(x: Decimal) -> str:
    """9300000000000000 -> 9,300 trillion; 527000000000 -> 527 billion."""
    for size, word in EN_SCALES:
        if x >= size:
            return f"{format((x / size).normalize(), ',f')} {word}"
    return plain(x)


def amount(x: Decimal, unit: str, lang: str) -> str:
    """One figure with its unit."""
    coin, _, per = unit.partition("/")
    if coin in COINS or (len(coin) == 3 and coin.isupper()):
        ko, en, sign = COINS.get(coin, (coin, coin, ""))
        if lang == "ko":
            body = scaled_ko(x, by_ten_thousands=True)
            said = f"{body} {ko}" if body[-1:] in "조억만" else f"{body}{ko}"
            return f"{PER[per]} {said}" if per in PER and per != "share" else said
        body = f"{sign}{scaled_en(x)}" if sign else f"{scaled_en(x)} {en}"
        return f"{body} {'an' if per[0] in 'aeiou' else 'a'} {per}" if per and per != "share" else body
    ko, en = UNITS.get(unit, ("", ""))
    if unit == "rank" and lang == "en":
        return ORDINALS[int(x)] if int(x) < len(ORDINALS) else ordinal(int(x))
    if lang == "en" and unit in COUNTED and 1 < x < len(SMALL) and x == x.to_integral_value():
        return f"{SMALL[int(x)]}{en}"
    if lang == "en" and x == 1 and en.endswith("s"):
        en = en[:-1]
    return f"{scaled_ko(x, by_ten_thousands=unit in KO_SPOKEN)}{ko}" if lang == "ko" else f"{scaled_en(x)}{en}"


def in_a_row(said: Sequence[str]) -> str:
    """English in a row: "A", "A and B", "A, B and C"."""
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def ordinal(n: int) -> str:
    tail = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{tail}"


def figure(q: Quantity, lang: str, *, bare: bool = False) -> str | None:
    """A stated figure with its hedge, as an adverb of a movement, or `bare` before a particle; None where nothing is
    stated."""
    low, high = q.low, q.high
    if low is None and high is None:
        return None
    if low is not None and high is not None and low != high:
        if q.unit == "percent" and (low, high) in DIGITS:
            said = DIGITS[low, high]
            return said[0] if lang == "ko" else said[1] if bare else f"by {said[1]}"
        a, b = amount(low, q.unit, lang), amount(high, q.unit, lang)
        if lang == "ko":
            return f"{a}대" if decade(low, high) else f"{a}에서 {b} 사이" if bare else f"{a}에서 {b}"
        return f"between {a} and {b}"
    value = amount(low if low is not None else high, q.unit, lang)  # type: ignore[arg-type]
    hedge = q.hedge if q.hedge != "range" else ("at_least" if high is None else "up_to")
    if hedge is None:
        hedge = "up_to" if low is None else "at_least" if high is None else None
    if hedge is None:
        return value
    return (EN_HEDGE if lang == "en" else KO_BARE if bare else KO_HEDGE)[hedge].format(value)


def decade(low: Decimal, high: Decimal) -> bool:
    """Whether two bounds are what Korean calls 3%대, 1,400원대: one step of the last digit that low has."""
    step = high - low
    sign, digits, _ = step.normalize().as_tuple()
    return digits == (1,) and not sign and low % step == 0 and low % (10 * step) != 0


def day(d: dt.date, lang: str, *, year: bool = False) -> str:
    if lang == "ko":
        return f"{d.year}년 {d.month}월 {d.day}일" if year else f"{d.month}월 {d.day}일"
    return f"{MONTHS[d.month - 1]} {d.day}, {d.year}" if year else f"{MONTHS[d.month - 1]} {d.day}"


def span(w: Window, lang: str, today: dt.date) -> str:
    """A window of days in words; the year only where it is not the programme's own."""
    ko, a, b = lang == "ko", w.start, w.end
    named = {today.year: "올해", today.year - 1: "지난해"}.get(a.year, f"{a.year}년")
    year = a.year != today.year or b.year != today.year
    if a == b:
        return day(a, lang, year=year)
    if a == dt.date(a.year, 1, 1) and b == dt.date(a.year, 12, 31):
        return named if ko else f"{a.year}"
    if a.day == 1 and (b + dt.timedelta(days=1)).day == 1 and a.year == b.year:
        if a.month == b.month:
            name = f"{a.month}월" if ko else MONTHS[a.month - 1]
            return (f"{named} {name}" if ko else f"{name} {a.year}") if year else name
        if a.month % 3 == 1 and b.month == a.month + 2:
            n = (a.month + 2) // 3
            return f"{named} {n}분기" if ko else f"the {ORDINALS[n]} quarter" + (f" of {a.year}" if year else "")
    if (a.month, a.day) == (1, 1) and a.year == b.year and (b + dt.timedelta(days=1)).day == 1:
        return f"{named} 1월부터 {b.month}월까지" if ko else f"the first {SMALL[b.month]} months of {a.year}"
    length = (b - a).days + 1
    if 84 <= length <= 98 or 357 <= length <= 372:
        end, quarter = day(b, lang, year=year), length < 100
        if a >= today - dt.timedelta(days=7) and b > today:
            return f"앞으로 {'석 달' if quarter else '한 해'}" if ko else f"the coming {'quarter' if quarter else 'year'}"
        return f"{end}에 끝난 {'분기' if quarter else '한 해'}" if ko else f"the {'quarter' if quarter else 'year'} to {end}"
    if ko:
        until = f"{b.day}일" if (a.year, a.month) == (b.year, b.month) else day(b, lang, year=year)
        return f"{day(a, lang, year=year)}부터 {until}까지"
    return f"from {day(a, lang, year=year)} to {day(b, lang, year=year)}"
