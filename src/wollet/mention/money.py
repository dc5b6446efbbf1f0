"""Money: symbols, codes and words of currencies before or after a figure."""

from __future__ import annotations

from decimal import Decimal

from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.numeral import Numeral

SYMBOL: dict[str, str] = {
    "$": "USD", "US$": "USD", "$US": "USD", "$A": "AUD", "$NZ": "NZD", "USD$": "USD", "U.S.$": "USD", "HK$": "HKD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "S$": "SGD", "NT$": "TWD", "R$": "BRL", "Mex$": "MXN", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "₩": "KRW",
    "￦": "KRW", "₹": "INR", "₽": "RUB", "₺": "TRY", "₫": "VND", "฿": "THB", "₱": "PHP", "₪": "ILS", "₿": "BTC", "₾": "GEL",
    "₴": "UAH", "₭": "LAK", "＄": "USD", "LE": "EGP", "Rs": "INR", "Rs.": "INR", "RM": "MYR", "Rp": "IDR", "CN¥": "CNY", "RMB": "CNY",
}  # fmt: skip
CODES = frozenset(
    "USD KRW EUR JPY GBP CNY CNH HKD AUD CAD NZD CHF SGD TWD INR IDR MYR THB PHP VND BRL MXN RUB TRY SEK NOK DKK PLN CZK "
    "HUF ZAR ILS SAR AED QAR KWD EGP UAH MNT CLP ARS COP BTC ETH KZT NGN PKR".split()
)
KO: dict[str, tuple[str, Decimal]] = {w: (code, Decimal(1)) for w, code in {
    "원": "KRW", "달러": "USD", "불": "USD", "미국 달러": "USD", "미국달러": "USD", "미달러": "USD", "미 달러": "USD",
    "홍콩달러": "HKD", "홍콩 달러": "HKD", "호주달러": "AUD", "호주 달러": "AUD", "캐나다달러": "CAD", "캐나다 달러": "CAD",
    "대만달러": "TWD", "대만 달러": "TWD", "싱가포르달러": "SGD", "싱가포르 달러": "SGD", "뉴질랜드달러": "NZD", "뉴질랜드 달러": "NZD",
    "엔": "JPY", "엔화": "JPY", "위안": "CNY", "중국 위안": "CNY", "위안화": "CNY", "유로": "EUR", "파운드": "GBP", "프랑": "CHF",
    "스위스프랑": "CHF", "스위스 프랑": "CHF", "루피": "INR", "리알": "IRR", "디나르": "KWD", "투그릭": "MNT", "텡게": "KZT", "루블": "RUB", "리라": "TRY", "헤알": "BRL", "바트": "THB",
    "동": "VND", "링깃": "MYR", "루피아": "IDR", "크로나": "SEK", "크로네": "NOK", "디르함": "AED", "리얄": "SAR", "랜드": "ZAR",
    "페소": "MXN", "킵": "LAK", "라리": "GEL", "콜론": "CRC", "즈워티": "PLN", "비트코인": "BTC", "₩": "KRW", "$": "USD", "€": "EUR",
    "US$": "USD", "£": "GBP", "¥": "JPY", "元": "CNY", "₫": "VND", "₾": "GEL", "₭": "LAK", "円": "JPY",
}.items()} | {"센트": ("USD", Decimal("0.01")), "전": ("KRW", Decimal("0.01")), "펜스": ("GBP", Decimal("0.01"))}  # fmt: skip
EN: dict[str, tuple[str, Decimal]] = {w: (code, Decimal(1)) for w, code in {
    "dollar": "USD", "dollars": "USD", "us dollar": "USD", "us dollars": "USD", "u.s. dollar": "USD", "u.s. dollars": "USD",
    "hong kong dollars": "HKD", "australian dollars": "AUD", "canadian dollars": "CAD", "singapore dollars": "SGD",
    "taiwan dollars": "TWD", "new zealand dollars": "NZD", "won": "KRW", "korean won": "KRW", "yen": "JPY", "japanese yen": "JPY",
    "yuan": "CNY", "chinese yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "euro": "EUR", "euros": "EUR", "pound": "GBP",
    "pounds": "GBP", "pounds sterling": "GBP", "sterling": "GBP", "franc": "CHF", "francs": "CHF", "swiss francs": "CHF",
    "swiss franc": "CHF", "rupee": "INR", "rupees": "INR", "rs": "INR", "usd": "USD", "eur": "EUR", "gbp": "GBP", "krw": "KRW", "jpy": "JPY", "cny": "CNY", "rial": "IRR", "rials": "IRR", "indian rupees": "INR", "ruble": "RUB", "rubles": "RUB", "roubles": "RUB",
    "lira": "TRY", "reais": "BRL", "real": "BRL", "baht": "THB", "dong": "VND", "ringgit": "MYR", "ringgits": "MYR",
    "malaysia ringgits": "MYR", "rupiah": "IDR", "peso": "MXN", "pesos": "MXN", "krona": "SEK", "kronor": "SEK", "kroner": "NOK",
    "dirhams": "AED", "dirham": "AED", "riyals": "SAR", "saudi riyals": "SAR", "qatari riyals": "QAR", "rand": "ZAR",
    "shekels": "ILS", "shekel": "ILS", "zloty": "PLN", "forint": "HUF", "bitcoin": "BTC", "bitcoins": "BTC", "tugriks": "MNT",
    "bucks": "USD", "buck": "USD", "egyptian pounds": "EGP", "egyptian pound": "EGP", "hryvnia": "UAH", "saudi riyal": "SAR", "qatari riyal": "QAR",
    "dinar": "KWD", "dinars": "KWD", "kuwaiti dinars": "KWD", "iraqi dinars": "IQD", "jordanian dinars": "JOD", "danish kroner": "DKK",
    "norwegian kroner": "NOK", "swedish kronor": "SEK", "markka": "FIM", "finnish markka": "FIM", "deutsche mark": "DEM", "deutsche marks": "DEM",
    "deutschmarks": "DEM", "french francs": "FRF", "belgian francs": "BEF", "guilders": "NLG", "dutch guilders": "NLG", "schillings": "ATS",
    "pesetas": "ESP", "escudos": "PTE", "drachmas": "GRD", "lire": "ITL", "italian lire": "ITL",
}.items()} | {
    "cent": ("USD", Decimal("0.01")), "cents": ("USD", Decimal("0.01")), "¢": ("USD", Decimal("0.01")),
    "pence": ("GBP", Decimal("0.01")), "penny": ("USD", Decimal("0.01")), "pennies": ("USD", Decimal("0.01")),
    "grand": ("USD", Decimal(1000)), "nickel": ("USD", Decimal("0.05")), "nickels": ("USD", Decimal("0.05")), "dimes": ("USD", Decimal("0.1")),
}  # fmt: skip
EN |= {word.replace(" ", ""): value for word, value in EN.items() if " " in word and "." not in word}
"""Names of two words also where they lost the space between them."""
COIN = Decimal("0.01")
LONGEST = max(map(len, (*KO, *EN)))
_KO_FIRST: dict[str, tuple[str, ...]] = {
    c: tuple(sorted((w for w in KO if w[0] == c), key=len, reverse=True)) for c in {w[0] for w in KO}}  # fmt: skip
_EN_FIRST: dict[str, tuple[str, ...]] = {
    c: tuple(sorted((w for w in EN if w[0] == c), key=len, reverse=True)) for c in {w[0] for w in EN}}  # fmt: skip
_CODE_STARTS = frozenset(c[0] for c in CODES) | frozenset("LM")
_GAPS = frozenset((" ", "-", "\u00a0"))
SCALE: dict[str, Decimal] = {
    "thousand": Decimal(10**3), "million": Decimal(10**6), "billion": Decimal(10**9), "trillion": Decimal(10**12),
    "quadrillion": Decimal(10**15), "mn": Decimal(10**6), "bn": Decimal(10**9), "tn": Decimal(10**12), "mln": Decimal(10**6),
    "bln": Decimal(10**9), "trn": Decimal(10**12), "hundred": Decimal(100), **dict.fromkeys(("dozen", "dozens", "doz", "dozs", "dz", "dzs"), Decimal(12)), "lakh": Decimal(10**5),
    "lakhs": Decimal(10**5), "crore": Decimal(10**7), "crores": Decimal(10**7),
}  # fmt: skip
LETTER: dict[str, Decimal] = {
    "k": Decimal(10**3), "K": Decimal(10**3), "m": Decimal(10**6), "M": Decimal(10**6), "mm": Decimal(10**6), "MM": Decimal(10**6),
    "b": Decimal(10**9), "B": Decimal(10**9), "t": Decimal(10**12), "T": Decimal(10**12), "bn": Decimal(10**9),
    "mn": Decimal(10**6), "tn": Decimal(10**12), "MN": Decimal(10**6), "BN": Decimal(10**9), "TN": Decimal(10**12),
    "mln": Decimal(10**6), "bln": Decimal(10**9), "G": Decimal(10**9),
}  # fmt: skip
_ENDS_GRAND = re.compile(r"\s*(?:$|[.,;:!?)\n]|(?:a|per|each|in|for|on|to|from|and|or|more|less|apiece)(?![a-z]))")
_SCALE_WORD = re.compile(
    r"[ \u00a0-]?\u2060?(hundred|thousand|million|billion|trillion|quadrillion|mln|bln|trn|mn|bn|tn|lakhs?|crores?|dozens?|doze?s?|dzs?)(?![a-z])", re.I
)
_BARE_APART = re.compile(r" {1,2}(k)(?=[,;)]|$| (?!run|race|walk|&)|\n|\.(?! [A-Z]))|(?<=\.[0-9]) (M)(?=\s*(?:$|[,;)\n]))")
_LETTER_APART = re.compile(r" {1,2}([MBk])(?=[,;)]|$| (?!&)|\n|\.(?! [A-Z]))")
_LETTER = re.compile(r"(mln|bln|bn|mn|tn|mm|BN|MN|TN|MM|[kKmMbBtTG])(?![A-Za-z0-9(])")
_PREFIX = re.compile(r"(?:\$(?:US|A|NZ)|[A-Za-z.]{0,4}[$€£¥￥₩￦₹₽₺₫฿₱₪₿₾₴₭＄]|[A-Z]{3}|LE|Rs\.?|RM|Rp)$")
SIGNS = frozenset("$€£¥￥₩￦₹＄")
_PREFIX_END = frozenset("$€£¥￥₩￦₹₽₺₫฿₱₪₿₾₴₭＄") | frozenset(c[2] for c in CODES) | frozenset("sMpB.E")
# Currencies by their names before the figure: ringgits 42, Rupees 500; "dollars" and "won" are more often other words' ends.
_NAMED = re.compile(r"(?<![A-Za-z])(?<![0-9.] )(?:malaysia ringgits|indian rupees|ringgits|rupees|dirhams|riyals|dinars|pesos|euros)$", re.I)
# The country's letters set off from the dollar sign: US $5, C $16.4 million.
_COUNTRY = re.compile(r"(?<![A-Za-z0-9.'’-])([Uu][Ss]|HK|NT|NZ|[Cc]|CA|AU) \$$")
PER: dict[str, str] = {
    "barrel": "barrel", "ounce": "ounce", "troy ounce": "ounce", "share": "share", "gallon": "gallon", "tonne": "tonne",
    "ton": "tonne", "metric ton": "tonne", "pound": "pound", "liter": "liter", "litre": "liter", "bushel": "bushel",
}  # fmt: skip
_PER_EN = re.compile(r"(?: |-)?(?:a|an|per|/|each)[ -]?(troy ounce|metric ton|barrel|ounce|gallon|tonne|ton|bushel|lit(?:er|re)|pound)(?![a-z])|/(bbl|oz|lb)\b", re.I)
_PER_KO = {"배럴당": "barrel", "온스당": "ounce", "리터당": "liter", "ℓ당": "liter", "L당": "liter", "톤당": "tonne", "t당": "tonne",
           "갤런당": "gallon", "파운드당": "pound", "부셸당": "bushel"}  # fmt: skip


def symbol_before(text: str, pos: int) -> tuple[str, int, str] | None:
    """(currency, where it begins, how it is written) of a symbol or code that stands right before a figure."""
    at = pos
    if at and text[at - 1] in " \u00a0":
        at -= 1
    if at > 1 and text[at - 1] == ":" and text[at - 2] in SIGNS:
        at -= 1
    if not at or text[at - 1] not in _PREFIX_END:
        return None
    if text[at - 1] == "s" and (named := _NAMED.search(text, at - 22, at)):
        return EN[named[0].lower()][0], named.start(), named[0]
    m = _PREFIX.search(text, at - 6, at)
    if m is None:
        return None
    word = m[0]
    if word == "$" and (far := _COUNTRY.search(text, at - 5, at)):
        return SYMBOL[far[1].upper() + "$"], far.start(1), far[0]
    while word:
        if word in SYMBOL or word in CODES:
            start = at - len(word)
            if word[0].isalpha() and start and text[start - 1].isalnum() and text[start - 1].isascii():
                millions = text[start - 1] == "M" and word in CODES and not text[start - 2 : start - 1].isalnum()
                return (word, start - 1, "M" + word) if millions else None
            return SYMBOL.get(word, word), start, word
        if word.upper() in ("US$", "C$", "A$", "HK$"):
            return SYMBOL[word.upper()], at - len(word), word
        if word.upper()[:3] in CODES and word[3:] == "$":
            return word.upper()[:3], at - len(word), word
        word = word[1:]
    return None


def word_after(text: str, pos: int, ko: bool) -> tuple[str, Decimal, int] | None:
    """(currency, what one is worth, where it ends) of a currency word after a figure."""
    at = begin = pos + (ko and text[pos : pos + 1] == "여")
    if text[at : at + 1] in _GAPS:
        at += 1
    first = text[at : at + 1]
    if words := _KO_FIRST.get(first):
        for word in words:
            if text.startswith(word, at) and not _not_money(word, text, at + len(word), at > begin):
                return *KO[word], at + len(word)
    if first in _CODE_STARTS:
        code = text[at : at + 3]
        if code in CODES and not text[at + 3 : at + 4].isalnum():
            return code, Decimal(1), at + 3
        if text[at : at + 2] in SYMBOL and first in "RL" and not text[at + 2 : at + 3].isalnum():
            return SYMBOL[text[at : at + 2]], Decimal(1), at + 2
        if code.upper() in CODES and code[:2].isupper() and not text[at + 3 : at + 4].isalnum():
            return code.upper(), Decimal(1), at + 3
        if first == "M" and text[at + 1 : at + 4] in CODES and not text[at + 4 : at + 5].isalnum():
            return text[at + 1 : at + 4], Decimal(10**6), at + 4
    if words := _EN_FIRST.get(first if first >= "a" else first.lower()):
        chunk = text[at : at + LONGEST + 1].lower()
        for word in words:
            if chunk.startswith(word) and not chunk[len(word) : len(word) + 1].isalnum():
                if word == "grand" and not _ENDS_GRAND.match(text, at + len(word)):
                    return None
                return *EN[word], at + len(word)
    return None


_WORD_GOES_ON: dict[str, str] = {
    "원": "자유천인래유점칙료", "전": "체반자년월일날히기력문통략", "동": "안시일남결반", "엔": "비진", "불": "과", "랜드": "마", "위안": "",
    "프랑": "스", "페소": "", "달러": "",
}  # fmt: skip


def _not_money(word: str, text: str, end: int, spaced: bool) -> bool:
    nxt = text[end : end + 1]
    if word in ("동", "전", "불") and (spaced or "가" <= nxt <= "힣"):
        return not (word == "전" and not spaced and nxt in "에을으까가") and not (word == "불" and nxt in "을에의로")
    if word == "전" and nxt.isdigit():
        return True
    return bool(nxt) and nxt in _WORD_GOES_ON.get(word, "")


def scale_after(text: str, pos: int, symbol: bool, ko: bool = False) -> tuple[Decimal, int] | None:
    """(factor, where it ends) of million, billion, bn, and of k, M, b right at the figure; in Korean those need a symbol."""
    nxt = text[pos : pos + 1]
    if nxt in _SCALE_GAPS:
        starts = text[pos + 1 : pos + 2] in _SCALE_STARTS
    else:
        starts = nxt in _SCALE_STARTS
    if starts and (m := _SCALE_WORD.match(text, pos)):
        return SCALE[m[1].lower()], m.end()
    if symbol and nxt == " " and (m := _LETTER_APART.match(text, pos)):
        return LETTER[m[1]], m.end()
    if not symbol and not ko and nxt == " " and (m := _BARE_APART.match(text, pos)):
        return LETTER[m[1] or m[2]], m.end()
    if nxt in _LETTERS and (symbol or not ko) and (m := _LETTER.match(text, pos)):
        number = not symbol and text[pos - 1 : m.end()] in _NOT_THOUSANDS and not text[pos - 2 : pos - 1].isdigit()
        return None if number else (LETTER[m[1]], m.end())
    return None


_SCALE_GAPS = frozenset(" \u00a0-")
_SCALE_STARTS = frozenset("\u2060hmbtqlcdHMBTQLCD")
_LETTERS = frozenset("kKmMbBtTGg")
_NOT_THOUSANDS = frozenset(("4K", "8K", "2K", "4k", "8k", "1k", "3M", "5G", "4G", "3G", "6G", "2G", "1B", "3B", "7B", "1T", "5T"))


def per_after(text: str, pos: int) -> tuple[str, int] | None:
    """(item, where it ends) of "a barrel", "per ounce"."""
    m = _PER_EN.match(text, pos)
    if m is None:
        return None
    word = (m[1] or m[2]).lower()
    return {"bbl": "barrel", "oz": "ounce", "lb": "pound", "litre": "liter"}.get(word, PER.get(word, word)), m.end()


def per_before(text: str, pos: int, floor: int) -> tuple[str, int] | None:
    """(item, where it begins) of 배럴당, 온스당 before a figure (and before 약)."""
    at = pos
    if at > floor and text[at - 1] == " ":
        at -= 1
    if at <= floor or text[at - 1] != "당":
        return None
    for word, item in _PER_KO.items():
        if text.endswith(word, floor, at):
            return item, at - len(word)
    return None


_AUSTRALIA = re.compile(r"\$US|(?<!Australia['’]s )(?<!Australia['’]s S&P/)\bASX\b|\bAustralian share")
"""Words of Australia's own press, which does not call the index that of Australia."""


def dollar(text: str) -> str:
    """Whose dollar a bare "$" is: papers that write $US or report on the ASX mean their own."""
    if "ASX" in text or "$US" in text or "Australian share" in text:
        return "AUD" if _AUSTRALIA.search(text) else "USD"
    if "TSX" in text and "US$" in text:
        return "CAD"
    return "USD"


def europe(text: str, num: Numeral, before: tuple[str, int, str] | None) -> bool:
    """Whether a euro stands at the figure, where commas and points may have changed places."""
    if before is not None:
        return before[0] == "EUR"
    tail = text[num.end : num.end + 12]
    return "€" in tail or "EUR" in tail or "euro" in tail


EXAMPLES = (
    reads("ko", "money", {"low": "5000000", "unit": "JPY"}, "{500만 엔}을 송금했다"),
    reads("ko", "money", {"low": "100000000", "unit": "USD"}, "{1억 미국 달러}를 조달했다"),
    reads("ko", "money", {"low": "0.63", "unit": "USD"}, "주당 이익은 {63센트}였다"),
    reads("ko", "money", {"low": "70", "unit": "USD/barrel"}, "유가는 {배럴당 70달러}였다"),
    reads("en", "money", {"low": "1762000000", "unit": "USD"}, "Sales were {US$1.762bn}"),
    reads("en", "money", {"low": "320", "unit": "HKD"}, "It closed at {HK$320}"),
    reads("en", "money", {"low": "12.5", "unit": "AUD"}, "It closed at {A$12.50}"),
    reads("en", "money", {"low": "50", "unit": "KRW"}, "The dollar rose by {50 won}"),
    reads("en", "money", {"low": "120000000", "unit": "EUR"}, "Orders came to {120 MEUR}"),
    reads("en", "money", {"low": "60000000", "unit": "SEK"}, "Sales came to {MSEK 60}", "Sales came to {SEK 60m}"),
    reads("en", "money", {"low": "80.2", "unit": "USD/barrel"}, "Crude settled at {$80.20 a barrel}"),
    reads("en", "money", {"low": "0.15", "unit": "USD", "sign": "-1"}, "The loss was {$-0.15} a share"),
    reads("en", "money", {"low": "16400000", "unit": "CAD"}, "The simulator costs {C $16.4 million}"),
    reads("en", "money", {"low": "5000000", "unit": "USD"}, "It raised {US $5 million}", "It raised {$5 M} in cash"),
    reads("en", "money", {"low": "5", "unit": "USD"}, "{$5} M&A fees", "{$5} M. Smith paid"),
    reads("en", "money", {"low": "420000000", "unit": "FIM"}, "It paid {420 million Finnish markka}"),
    reads("en", "money", {"low": "2000", "unit": "USD"}, "It costs {two grand}.", "It costs {2 grand} a day"),
    reads("en", "money", {"low": "42", "unit": "MYR"}, "It costs {42 ringgit}.", "It costs {ringgits 42}.", "It costs {Malaysia ringgits 42}"),
    reads("en", "money", {"low": "42", "unit": "HKD"}, "It costs {42 hongkongdollars}."),
    reads("en", "money", {"low": "12.99", "unit": "USD"}, "Price ({US$: 12.99})", "Price {US$:12.99}"),
    reads("en", "money", {"low": "42", "unit": "CHF"}, "It costs {42 CHf}."),
    reads("en", "number", {"low": "10000"}, "an order of {10 k}, it said"),
    reads("en", "number", {"low": "36"}, "an order of {3 dz}"),
    ignores("en", "money", "She won {two grand} slams", "It cost 3 pesos {42} times"),
    reads("en", "number", {"low": "10"}, "a {10} k run"),
    reads("en", "money", {"low": "71.49", "unit": "USD"}, "Australia's S&P/ASX 200 edged lower. Brent rose to {$71.49}."),
    reads("en", "money", {"low": "71.49", "unit": "AUD"}, "The S&P/ASX 200 edged lower. Acme rose to {$71.49}."),
    ignores("en", "money", "The team has {won 3} titles", "It has {won} 50 awards", "a {dollar index} of 104"),
    ignores("ko", "money", "직원 {300명}", "{1원칙}을 지켰다", "{2전}3기"),
)
