"""Figures and dates in the words of a Korean broadcaster and of an English editor, without loss of a digit."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from wollet.model.quantity import Quantity
from wollet.model.time import Window

COINS = {
    "KRW": ("원", "won", ""), "USD": ("달러", "dollars", "$"), "JPY": ("엔", "yen", "¥"), "EUR": ("유로", "euros", "€"),
    "GBP": ("파운드", "pounds", "£"), "CNY": ("위안", "yuan", ""), "TWD": ("대만달러", "Taiwan dollars", ""),
    "HKD": ("홍콩달러", "Hong Kong dollars", ""), "CAD": ("캐나다달러", "Canadian dollars", ""), "AUD": ("호주달러", "Australian dollars", ""),
}  # fmt: skip
UNITS = {
    "percent": ("%", "%"), "percentage_point": ("%포인트", " percentage points"), "bp": ("bp", " basis points"),
    "points": ("포인트", " points"), "ratio": ("배", " times"), "rank": ("위", ""), "count": ("", ""), "shares": ("주", " shares"),
    "hours": ("시간", " hours"), "days": ("일", " days"), "sessions": ("거래일", " sessions"), "weeks": ("주", " weeks"),
    "months": ("개월", " months"), "quarters": ("분기", " quarters"), "years": ("년", " years"), "": ("", ""),
}  # fmt: skip
EN_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
KO_SCALES = ((Decimal(10) ** 12, "조"), (Decimal(10) ** 8, "억"), (Decimal(10) ** 4, "만"))
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def plain(x: Decimal) -> str:
    """Digits with thousands marks and no exponent; the decimals as they were written."""
    s = format(x, ",f")
    return s.rstrip("0").rstrip(".") if "." in s and len(s.split(".")[1]) > 2 else s


def scaled_ko(x: Decimal) -> str:
    """9300000000000000 -> 9,300조; 527000000000 -> 5,270억; below a hundred million plain digits."""
    if x < 10**8 or x != x.to_integral_value():
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
            return f"{scaled_ko(x)} {ko}" if x >= 10**8 else f"{scaled_ko(x)}{ko}"
        body = f"{sign}{scaled_en(x)}" if sign else f"{scaled_en(x)} {en}"
        return f"{body} a {per}" if per and per != "share" else body
    ko, en = UNITS.get(unit, ("", ""))
    if unit == "rank" and lang == "en":
        return ordinal(int(x))
    return f"{scaled_ko(x)}{ko}" if lang == "ko" else f"{scaled_en(x)}{en}"


def ordinal(n: int) -> str:
    tail = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{tail}"


def figure(q: Quantity, lang: str) -> str | None:
    """A stated figure with its hedge, as an adverb of a movement or after a metric; None where nothing is stated."""
    low, high = q.low, q.high
    if low is None and high is None:
        return None
    if low is not None and high is not None and low != high:
        if lang == "ko":
            return f"{amount(low, q.unit, lang)}에서 {amount(high, q.unit, lang)}"
        return f"between {amount(low, q.unit, lang)} and {amount(high, q.unit, lang)}"
    value = amount(low if low is not None else high, q.unit, lang)  # type: ignore[arg-type]
    hedge = q.hedge if q.hedge != "range" else ("at_least" if high is None else "up_to")
    if hedge is None and low is None:
        hedge = "up_to"
    if hedge is None and high is None:
        hedge = "at_least"
    ko = {"about": "약 {}", "more_than": "{} 넘게", "at_least": "{} 이상", "up_to": "최대 {}", "less_than": "{} 미만", "nearly": "{} 가까이"}
    en = {"about": "about {}", "more_than": "more than {}", "at_least": "at least {}", "up_to": "up to {}", "less_than": "less than {}", "nearly": "nearly {}"}
    return ((ko if lang == "ko" else en)[hedge].format(value)) if hedge else value


def day(d: dt.date, lang: str, *, year: bool = False) -> str:
    if lang == "ko":
        return f"{d.year}년 {d.month}월 {d.day}일" if year else f"{d.month}월 {d.day}일"
    return f"{MONTHS[d.month - 1]} {d.day}, {d.year}" if year else f"{MONTHS[d.month - 1]} {d.day}"


def span(w: Window, lang: str, today: dt.date) -> str:
    """A window of days in words; the year only where it is not the programme's own."""
    year = w.start.year != today.year or w.end.year != today.year
    if w.start == w.end:
        return day(w.start, lang, year=year)
    if w.start == dt.date(w.start.year, 1, 1) and w.end == dt.date(w.start.year, 12, 31):
        return f"{w.start.year}년" if lang == "ko" else f"{w.start.year}"
    a, b = day(w.start, lang, year=year), day(w.end, lang, year=year)
    return f"{a}부터 {b}까지" if lang == "ko" else f"from {a} to {b}"


_OPEN_DIGITS = "013678"


def josa(word: str, pair: str) -> str:
    """The word with the particle that its last sound asks for; `pair` is "은는", "이가", "을를", "과와" or "으로로"."""
    with_final, without = {"으로로": ("으로", "로"), "이라라": ("이라", "라")}.get(pair, (pair[:1], pair[1:]))
    core = word.rstrip(")]}'\"’” ") or word
    last = core[-1]
    if "가" <= last <= "힣":
        final = (ord(last) - 0xAC00) % 28
    elif last.isdigit():
        final = 8 if last in "178" else (1 if last in _OPEN_DIGITS else 0)
    elif last == "%":
        final = 0
    else:
        final = 8 if last in "lLrR" else (1 if last in "mMnN" else 0)
    if pair == "으로로" and final == 8:
        final = 0
    return word + (with_final if final else without)
