"""Numbers as a presenter says them: "구천삼백조 원", "five hundred and twenty-seven billion dollars"."""

from __future__ import annotations

import re

KO_DIGITS = "영일이삼사오육칠팔구"
KO_SMALL = ("", "십", "백", "천")
KO_BIG = ("", "만", "억", "조", "경")
EN_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
EN_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
EN_BIG = ("", " thousand", " million", " billion", " trillion", " quadrillion")
EN_ORDINAL = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
KO_ONES = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
KO_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
HOURS, NATIVE = 12, 99
"""Hours, and people and things, that Korean counts in its own numerals."""
EN_COIN = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
KO_CENT = {"달러": "센트", "유로": "센트"}
EN_CENT = {"$": ("dollars", "cents"), "€": ("euros", "cents"), "£": ("pounds", "pence")}
"""Coins whose hundredths are said as such: $0.14 is fourteen cents."""
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_KO = re.compile(rf"(?P<n>{_NUMBER})(?P<month>월)?(?P<scale>\s?[조억만천백]+)?(?P<unit>\s?(?:%포인트|%p|%|bp|시|가지|명|곳|배|개월|개|원|달러|유로|주(?!년|간)))?")
_EN = re.compile(
    rf"(?P<coin>[$€£¥])?(?P<n>{_NUMBER})(?P<ord>st|nd|rd|th)?(?P<scale>\s(?:thousand|million|billion|trillion))?(?P<unit>%|-(?=[a-z]))?"
)
_EN_YEAR = re.compile(rf"\b(?:in|since|of|(?:{MONTHS})(?:\s\d{{1,2}},)?)\s(?P<y>(?:19|20)\d\d)\b")
_EN_DATE = re.compile(rf"\b(?P<month>{MONTHS})\s(?P<d>\d{{1,2}})\b(?!,?\d)")
INDICES = {"S&P500지수": "에스앤피 오백 지수", "나스닥100지수": "나스닥 백 지수", "러셀2000지수": "러셀 이천 지수", "S&P 500": "S and P five hundred", "닛케이225": "닛케이 이이오 ", "닛케이 225": "닛케이 이이오 ", "Nikkei 225": "Nikkei two two five"}
"""Indices as they are said: the number of some digit by digit."""
_GLOSS = re.compile(r"(?<=[A-Za-z]) \([가-힣]+\)")
"""The Korean behind a romanized name is for the eye."""
_MINUS = re.compile(r"(?<![\w.%])[-−](?=\d)")
_RANGE = re.compile(r"(?<=[\d%])\s?[-–~]\s?(?=[$€£¥]?\d)")
_CLOCK = re.compile(r"\b(?P<h>\d{1,2}):(?P<m>\d{2})\b")
_NAME = re.compile(r"(?<![&A-Za-z])[A-Za-z]+-?\d+[A-Za-z]*(?![\d.,]*\d)|\d+[A-Za-z]+\d*(?<!st)(?<!nd)(?<!rd)(?<!th)(?<!bp)\b")


def halves(number: str) -> tuple[str, str]:
    """What stands before and behind the point; noughts at the end are written and not said."""
    whole, _, part = number.replace(",", "").partition(".")
    return whole, part.rstrip("0")


def ko(number: str) -> str:
    """Digits in Sino-Korean: "9300" -> 구천삼백, "16.40" -> 십육 점 사."""
    whole, part = halves(number)
    said = ko_whole(int(whole))
    return f"{said} 점 {''.join(KO_DIGITS[int(d)] for d in part)}" if part else said


def ko_whole(n: int) -> str:
    if n == 0:
        return "영"
    groups: list[str] = []
    i = 0
    while n:
        n, four = divmod(n, 10_000)
        if four:
            said = "" if four == 1 and i == 1 else ko_four(four)
            groups.append(said + KO_BIG[min(i, len(KO_BIG) - 1)])
        i += 1
    return " ".join(reversed(groups))


def ko_four(n: int) -> str:
    out = ""
    for i, d in enumerate(reversed(str(n))):
        if d != "0":
            out = ("" if d == "1" and i else KO_DIGITS[int(d)]) + KO_SMALL[i] + out
    return out


def ko_native(n: int) -> str:
    """Counts in Korean's own numerals, before what is counted: 20 -> 스무, 61 -> 예순한."""
    tens, ones = divmod(n, 10)
    return "스무" if n == 20 else KO_TENS[tens] + KO_ONES[ones]


def en(number: str) -> str:
    """Digits in English words: "1,327.2" -> one thousand three hundred and twenty-seven point two."""
    whole, part = halves(number)
    said = en_whole(int(whole))
    return f"{said} point {' '.join(EN_ONES[int(d)] for d in part)}" if part else said


def en_whole(n: int) -> str:
    if n < 20:
        return EN_ONES[n]
    if n < 100:
        tens, one = divmod(n, 10)
        return EN_TENS[tens] + (f"-{EN_ONES[one]}" if one else "")
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        return f"{EN_ONES[hundreds]} hundred" + (f" and {en_whole(rest)}" if rest else "")
    groups: list[str] = []
    i, low = 0, n % 1000
    while n:
        n, three = divmod(n, 1000)
        if three:
            groups.append(("and " if not i and 0 < low < 100 else "") + en_whole(three) + EN_BIG[min(i, len(EN_BIG) - 1)])
        i += 1
    return " ".join(reversed(groups))


def en_ordinal(n: int) -> str:
    head, dash, last = en_whole(n).rpartition("-") if "-" in en_whole(n) else ("", "", en_whole(n))
    if last in EN_ORDINAL:
        return head + dash + EN_ORDINAL[last]
    return head + dash + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def en_year(n: int) -> str:
    high, low = divmod(n, 100)
    if low == 0:
        return f"{en_whole(high)} hundred" if high % 10 else en_whole(n)
    if n // 1000 == 2 and n % 1000 < 10:
        return f"two thousand and {en_whole(n % 1000)}"
    return f"{en_whole(high)} {'oh ' if low < 10 else ''}{en_whole(low)}"


def aloud(text: str, lang: str) -> str:
    """A sentence with every number written out as it is said; the digits inside names stay."""
    names: list[str] = []

    def keep(m: re.Match[str]) -> str:
        names.append(m[0])
        return f"\x00{chr(0xE000 + len(names) - 1)}\x00"

    if lang == "en":
        text = _GLOSS.sub("", text)
    for written, said in INDICES.items():
        text = text.replace(written, said)
    text = _RANGE.sub("에서 " if lang == "ko" else " to ", text)
    text = _MINUS.sub("마이너스 " if lang == "ko" else "minus ", _NAME.sub(keep, text))
    text = _KO.sub(_ko_said, text) if lang == "ko" else _english(text)
    for i, name in enumerate(names):
        text = text.replace(f"\x00{chr(0xE000 + i)}\x00", name)
    return re.sub(r" {2,}", " ", text)


def _ko_said(m: re.Match[str]) -> str:
    unit = (m["unit"] or "").strip()
    scale = (m["scale"] or "").strip()
    number = m["n"].rstrip(",")
    tail = m["n"][len(number) :]
    if unit in ("시", "가지", "명", "곳", "배", "개"):
        if not scale and number.isdigit() and 0 < int(number) <= (HOURS if unit in ("시", "배") else NATIVE):
            return f"{ko_native(int(number))} {unit}{tail}"
        return f"{ko(number)}{scale} {unit}{tail}"
    if m["month"]:
        return {"6": "유월", "10": "시월"}.get(number, f"{ko(number)}월")
    whole, dot, cents = number.partition(".")
    if unit in KO_CENT and not scale and dot and len(cents) == 2:
        few = f"{ko_whole(int(cents))} {KO_CENT[unit]}"
        return (few if whole == "0" else f"{ko(whole)} {unit} {few}" if int(cents) else f"{ko(whole)} {unit}") + tail
    if unit in ("원", "달러", "유로", "주"):
        return f"{'만' if (number, scale) == ('1', '만') else ko(number) + scale} {unit}{tail}"
    said = "만" if number == "1" and scale == "만" else ko(number) + scale
    words = {"%": " 퍼센트", "%포인트": " 퍼센트포인트", "%p": " 퍼센트포인트", "bp": " 베이시스포인트"}.get(unit, (m["unit"] or ""))
    return said + words + tail


def _english(text: str) -> str:
    text = _CLOCK.sub(lambda m: en_whole(int(m["h"])) + ("" if m["m"] == "00" else f" {'oh ' if m['m'][0] == '0' else ''}{en_whole(int(m['m']))}"), text)
    text = _EN_YEAR.sub(lambda m: m[0][: m.start("y") - m.start()] + en_year(int(m["y"])), text)
    text = _EN_DATE.sub(lambda m: f"{m['month']} {en_ordinal(int(m['d']))}", text)
    return _EN.sub(_en_said, text)


def _en_said(m: re.Match[str]) -> str:
    number = m["n"].rstrip(",")
    tail = m["n"][len(number) :]
    if m["ord"]:
        return en_ordinal(int(number.replace(",", "")))
    said = en(number) + (m["scale"] or "")
    whole, dot, cents = number.partition(".")
    if m["coin"] in EN_CENT and not m["scale"] and dot and len(cents) == 2:
        big, small = EN_CENT[m["coin"]]
        few = f"{en_whole(int(cents))} {small[:-1] if int(cents) == 1 and small.endswith('s') else small}"
        return (few if int(whole.replace(",", "")) == 0 else f"{en(whole)} {big.removesuffix('s') if whole == '1' else big}{f' and {few}' if int(cents) else ''}") + tail
    if m["coin"]:
        coins = EN_COIN[m["coin"]]
        said += f" {coins.removesuffix('s') if said == 'one' else coins}"
    if m["unit"] == "%":
        said += " percent"
    elif m["unit"]:
        said += m["unit"]
    return said + tail


PACE = {"ko": 6.2, "en": 2.6}
"""A news reader's pace: Korean syllables a second, English words a second."""


def seconds(text: str, lang: str) -> float:
    """How long a text takes to read, numbers written out, with a breath after each sentence."""
    said = aloud(text, lang)
    size = sum("가" <= c <= "힣" for c in said) + 3 * len(re.findall(r"[A-Za-z]+", said)) if lang == "ko" else len(said.split())
    return size / PACE[lang] + 0.4 * len(re.findall(r"[.?!](?:\s|$)", said))
