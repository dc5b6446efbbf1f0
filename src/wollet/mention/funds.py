"""Exchange-traded funds in Korean prose, named by a brand and what they hold: "KODEX 200", 'ACE KRX금현물' ETF.

A fund that the reference does not list is kept under its name, so that its figures are charged to no one else.
"""

from __future__ import annotations

from wollet.mention import edges
from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.model.mention import Mention, Name
from wollet.reference import funds

_BRAND = re.compile(
    r"(?<![A-Za-z0-9가-힣])(?:(?P<sure>KODEX|TIGER|KBSTAR|ARIRANG|HANARO|KOSEF|KIWOOM|TIMEFOLIO|KINDEX|KoAct)|ACE|RISE|SOL|PLUS|TIME|WON|1Q|UNICORN|TREX|FOCUS|마이다스|마이티)(?=\s[가-힣A-Z0-9&]|[가-힣0-9])"
)
_FUND = re.compile(r"ETF|ETN|상장지수|펀드")
"""Without these a word that is also a brand is not read as one."""
_ETF = re.compile(r"'?\s?(?:상장지수펀드\s?\(ETF\)|상장지수펀드|상장지수증권|ETF|ETN)(?![A-Za-z])")
_SHAPE = r"(?:\((?:합성|H|UH|합성\s?H|합성\s?UH|[A-Z]{1,3}-?이상)\))"
_TOKEN = re.compile(rf"\s(?!(?:순자산|브랜드|시리즈|상품|라인업|전체|대표|ETF|ETN|상장지수))[가-힣A-Za-z0-9&+·-]+{_SHAPE}*(?:[가-힣A-Za-z]+{_SHAPE}?)?")
_MORE = re.compile(rf"\s(?=[A-Z&]|\d+(?![\d.,%]|[가-힣])|[가-힣A-Z0-9&]*(?:레버리지|인버스|액티브|커버드콜|선물|채권|혼합|플러스|소부장))[가-힣A-Za-z0-9&+·-]+{_SHAPE}*")
"""A further word of a name that goes on."""
_TAIL = re.compile(r"(?<=[^\s'])(?:에서는|으로|에는|에도|부터|까지|보다|[은는이가을를의에와과로만]|(?<!인)도)$")
_LONGEST = 40
_QUOTES = "'\"‘’“”"


def find(text: str, level: str) -> list[Mention]:
    """The funds of a text in order."""
    out: list[Mention] = []
    of_funds: bool | None = None
    for m in _BRAND.finditer(level):
        if out and m.start() < out[-1].end:
            continue
        if of_funds is None:
            of_funds = _FUND.search(level) is not None
        end, row = _listed(level, m.start(), m.end())
        if row is None and not (of_funds and (end := _shaped(text, level, m.start(), m.end(), sure=bool(m["sure"])))):
            continue
        name = row[1] if row is not None else level[m.start() : end]
        id = f"XKRX:{row[0] if row is not None else funds.compact(name)}"
        out.append(Mention(m.start(), end, "instrument", Name(name=name, ids=(id,), symbol=row[0] if row is not None else None), "fund"))
    return out


def _listed(level: str, start: int, brand: int) -> tuple[int, tuple[str, str] | None]:
    """The longest stretch from a brand on that is a fund's listed name, and that fund."""
    for end in range(min(len(level), start + _LONGEST), brand + 1, -1):
        if level[end - 1] not in " '" and (level[end : end + 1] in _QUOTES or edges.closed(level, end)) and (row := funds.listed(level[start:end])) is not None:
            return end, row
    return 0, None


def _shaped(text: str, level: str, start: int, brand: int, *, sure: bool) -> int:
    """Where the name of an unlisted fund ends: at its closing quotation mark, else with its last word; 0 where it is none."""
    if start and text[start - 1] in _QUOTES:
        close = next((i for i in range(brand, min(len(text), start + _LONGEST)) if text[i] in _QUOTES), 0)
        if close:
            named = _ETF.search(level, brand, close)
            end = named.start() if named is not None else close
            return end if sure or named is not None or _ETF.match(level, close) is not None or end - brand > 4 else 0
    m = _TOKEN.match(level, brand)
    if m is None:
        return 0
    end = m.end()
    while not _TAIL.search(level, brand + 2, end) and (more := _MORE.match(level, end)) is not None and not _ETF.match(level, end):
        end = more.end()
    if (tail := _TAIL.search(level, brand + 2, end)) is not None:
        end = tail.start()
    return end if sure or _ETF.match(level, end) is not None else 0


EXAMPLES = (
    reads("ko", "instrument", {"symbol": "069500"}, "{KODEX 200}은 1% 올랐다", "'{KODEX200}'이 올랐다"),
    reads("ko", "instrument", {"symbol": "132030"}, "{KODEX 골드선물(H)}과 다른 금 상품이 올랐다"),
    reads("ko", "instrument", {"symbol": "161510"}, "{ARIRANG 고배당주} ETF는 2% 내렸다"),
    reads("ko", "instrument", {"symbol": None, "name": "TIGER 고래잡이TOP5"}, "ETF 중에는 {TIGER 고래잡이TOP5}가 올랐다", "ETF인 '{TIGER 고래잡이TOP5}'가 올랐다"),
    reads("ko", "instrument", {"symbol": None}, "'{ACE 고래잡이액티브} ETF'는 2% 올랐다"),
    ignores("ko", "instrument", "{SOL 페이}는 신한은행의 결제 서비스다", "지난 {1Q 실적}은 ETF 수요로 늘었다"),
)
