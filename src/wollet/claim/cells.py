"""A figure that stands in a table or a list: whose it is, what its heading or key says it measures, as of when."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

import msgspec

from wollet.claim.candidates import Candidate, candidate
from wollet.claim.columns import Column
from wollet.mention import unhurried as re
from wollet.mention.tickers import INDEX_CODES, NOT_BARE, NOT_CODES
from wollet.model.mention import Mention, Name
from wollet.model.quantity import Interval, Quantity
from wollet.reference import instruments, names

ARROW_UP, ARROW_DOWN = frozenset("▲△↑🔺⬆📈🔼"), frozenset("▼▽↓🔻⬇📉🔽")
UP_WORD = re.compile(r"(?:(?:상승|오름)[률폭]?|증가|\bup|\bgained|\brose)\s?[/|]?\s?$", re.IGNORECASE)
DOWN_WORD = re.compile(r"(?:(?:하락|내림)[률폭]?|낙폭|감소|\bdown|\blost|\bfell)\s?[/|]?\s?$", re.IGNORECASE)
CODE = re.compile(r"\d{6}")
SYMBOL = re.compile(r"\^?[A-Z][A-Z0-9]{1,7}(?:[=/.-][A-Z0-9]{1,4})?")
PAIR = re.compile(r"[A-Z]{6}")
SERIES = ("INDEX:", "FX:", "COMDTY:", "RATE:", "CRYPTO:", "FUT:")
GOODS = {
    "gold": "GOLD", "금": "GOLD", "국제 금": "GOLD", "국제금": "GOLD", "silver": "SILVER", "은": "SILVER", "copper": "COPPER", "구리": "COPPER",
    "natural gas": "NATGAS", "천연가스": "NATGAS", "bitcoin": "BTC", "비트코인": "BTC", "gold futures": "GOLD", "금 선물": "GOLD", "금선물": "GOLD",
    "silver futures": "SILVER", "은 선물": "SILVER", "copper futures": "COPPER", "구리 선물": "COPPER", "dow": "DJI",
}  # fmt: skip
"""Goods that a row may be headed by in one plain word."""
LISTING = re.compile(r"[A-Z]{1,5}(?:\.[AB])?|\d{6}")
TICKERS = re.compile(r"ticker|symbol|stock|holding|compan|종목|코드|티커", re.IGNORECASE)
"""A heading of listings' codes."""
GOODS_CODES = frozenset(("DOW", "GOLD", "OIL", "GAS"))
"""Codes of shares by which tables rather call an index or goods."""
PLAIN = re.compile(
    r"[\s()\[\].,:·*_|/&\-–—→^$#]|\b(?:the|index|composite|average|industrial|inc|corp(?:oration)?|co|ltd|plc|group|holdings?|stock|shares?|common|spot|etf|trust|price|now|oil|crude|class [a-c])\b"
    r"|지수|주가|종합|평균|현물|유가|국제|가격|산업|코드|보통주|환율|국채|금리|(?<!\d)\d{6}(?!\d)|\d[\d.]*\s?%|비중|(?:배럴|온스)당|\bper (?:barrel|ounce)\b|\b(?:bbl|oz)\b|[^\w\s]",
    re.IGNORECASE,
)
"""What may stand beside a name without making it another thing."""


TENOR = re.compile(r"(?P<n>\d{1,2})\s?-?\s?(?:years?|yrs?|Y|년\s?물?)(?:\s(?:note|bond|yield|금리))?", re.IGNORECASE)
BONDS = (("US", re.compile(r"treasur|\bUSTs?\b|미\s?국채|미국채|미국\s국채", re.IGNORECASE)), ("KR", re.compile(r"국고채|\bKTBs?\b", re.IGNORECASE)))
"""Whose bonds a table lists."""
CODED = re.compile(r"\s?[(\[]\s?(?:[A-Za-z]{2,8}\s?[:：]\s?)?\$?(\^?[A-Z][A-Z0-9.=/-]{0,9}|\d{6}(?:\.K[SQ])?)\s?[)\]]")
"""A code in brackets behind a name."""
TICKER = re.compile(r"(?:(?<=[(\[])|(?<=[\s*]))([A-Z]{2,5})(?=[)\]]|\**[:：])")
"""A code that stands in brackets or before a colon."""


OBJECT = re.compile(r"[\"']([A-Z][A-Z0-9]{1,7}|\d{6})[\"']\s?:\s?\{")
"""The code that an object of program data is of: "AAPL": {"close": 189.7}."""


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of a table or list.

    `at` is where the words that say what it measures stand; `label` the words that head its row; `day` a date of its own
    row or block; `sure` that a move without a stretch is of one session; `maybe` that the stretch may be a day's number.
    """

    figure: Mention
    column: Column
    label: str
    at: tuple[int, int]
    subject: Candidate | None = None
    day: Mention | None = None
    sure: bool = False
    maybe: bool = False


def signed(text: str, figure: Mention, lo: int) -> Mention:
    """The figure with the sign that an arrow or a word right before it gives, where it has none of its own."""
    q = figure.value
    assert isinstance(q, Quantity)
    before = text[lo : figure.start].rstrip(" ~≈약(")
    if q.sign or not before:
        return figure
    sign = 1 if before[-1] in ARROW_UP or UP_WORD.search(before) else -1 if before[-1] in ARROW_DOWN or DOWN_WORD.search(before) else 0
    return with_quantity(figure, msgspec.structs.replace(q, sign=sign)) if sign else figure


def with_quantity(figure: Mention, q: Quantity) -> Mention:
    """The figure, read as another quantity."""
    return msgspec.structs.replace(figure, value=q)


def scaled(figure: Mention, column: Column) -> Mention:
    """The figure in the unit and scale that its heading gives, where it is written without."""
    q = figure.value
    assert isinstance(q, Quantity)
    if q.unit not in ("", "count") or not (column.unit or column.scale != 1):
        return figure
    k = column.scale
    interval = Interval(_times(q.interval.low, k), _times(q.interval.high, k), q.interval.closed)
    return with_quantity(
        figure,
        msgspec.structs.replace(q, low=_times(q.low, k), high=_times(q.high, k), interval=interval, grain=q.grain * k, unit=column.unit or q.unit),
    )


def _times(x: Decimal | None, k: Decimal) -> Decimal | None:
    return None if x is None else x * k


def labelled(text: str, a: int, b: int, names: Sequence[Mention], heads: str | None = None) -> tuple[Candidate | None, str]:
    """The priced thing that a row is headed by, and the words beside its name that say more of it ("SPX 20일").

    Under a heading of labels (`heads`) a bare code is a listing's.
    """
    known = [m for m in names if isinstance(m.value, Name) and m.value.ids]
    if known:
        first = known[0]
        assert isinstance(first.value, Name)
        coded = CODED.match(text, first.end, b)
        rest = text[coded.end() if coded is not None and _is_of(coded[1], first.value) else first.end : b]
        for m in known[1:]:
            rest = rest.replace(text[m.start : m.end], " ", 1)
        bracketed = first.start > a and text[first.start - 1] in "(["
        return candidate(first), "" if bracketed else PLAIN.sub(" ", rest).strip()
    words = text[a:b].strip()
    if heads is not None and (share := _listed(words, TICKERS.search(heads) is not None)) is not None:
        return Candidate(name=share, kind="instrument", start=a, end=b, how="clause"), ""
    if heads is not None and TICKERS.search(heads) is not None and (spelled := _spelled(words)) is not None:
        return Candidate(name=spelled, kind="instrument", start=a, end=b, how="clause"), ""
    for m2 in SYMBOL.finditer(words):
        if (found := _series(m2[0])) is not None:
            rest = PLAIN.sub(" ", words[: m2.start()] + " " + words[m2.end() :]).strip()
            return Candidate(name=found, kind="instrument", start=a + m2.start(), end=a + m2.end(), how="clause"), rest
    plain = re.sub(r"\s?\([^)]*\)", "", words).strip().lower()
    if plain in GOODS and (found := _series(GOODS[plain])) is not None:
        return Candidate(name=found, kind="instrument", start=a, end=b, how="clause"), ""
    return None, words


def tenor_of(text: str, a: int, b: int, context: str) -> Candidate | None:
    """The government bond's yield that a row is headed by as a tenor alone, where its table says whose bonds it lists ("2-year" below "Treasury curve")."""
    m = TENOR.fullmatch(text, a, b)
    whose = [c for c, words in BONDS if words.search(context)] if m is not None else []
    found = _series(f"{whose[0]}{m['n']}Y") if m is not None and len(whose) == 1 else None
    return None if found is None else Candidate(name=found, kind="instrument", start=a, end=b, how="clause")


@lru_cache(maxsize=512)
def _is_of(code: str, name: Name) -> bool:
    """Whether a code is that of a thing named: "Apple (AAPL)", and not "S&P 500 (SPY)"."""
    known = instruments.by_symbol(INDEX_CODES.get(code, code))
    return known is not None and any(known.id == id or known.company == id for id in name.ids)


def funds(text: str, a: int, b: int) -> list[Candidate]:
    """The exchange-traded funds that a line names by their code alone, in brackets or before a colon, and what an object of program data is of."""
    out: list[Candidate] = []
    line = text[a:b]
    for m in TICKER.finditer(text, a, b) if ")" in line or "]" in line or ":" in line or "：" in line else ():
        if (found := _fund(m[1])) is not None:
            out.append(Candidate(name=found, kind="instrument", start=m.start(1), end=m.end(1), how="clause"))
    for m in OBJECT.finditer(text, a, b) if "{" in line else ():
        if (named := _listed(m[1], True) or _series(m[1])) is not None:
            out.append(Candidate(name=named, kind="instrument", start=m.start(1), end=m.end(1), how="clause"))
    return out


@lru_cache(maxsize=512)
def _listed(code: str, tickers: bool) -> Name | None:
    """A share by its code alone: under "Ticker" any, elsewhere none that is a common abbreviation or a word."""
    if LISTING.fullmatch(code) is None or code in (NOT_CODES if tickers else NOT_BARE) or code in GOODS_CODES:
        return None
    known = instruments.by_symbol(code)
    return None if known is None or known.kind == "fund" else Name(name=known.name_en, ids=(known.id,), symbol=known.symbol)


@lru_cache(maxsize=512)
def _spelled(words: str) -> Name | None:
    """The one company that the whole of a cell spells, though its name is a word as well: "Target", "기아" below "종목"."""
    form = names.lexicon().forms.get(words)
    if form is None or names.grade_of(form) == names.BACKED:
        return None
    found = {known.company or known.id: known for known in map(instruments.at, names.rows_of(form))}
    known = next(iter(found.values()))
    return Name(name=known.name_en, ids=(known.id,), symbol=known.symbol) if len(found) == 1 else None


@lru_cache(maxsize=512)
def _fund(symbol: str) -> Name | None:
    known = instruments.by_symbol(symbol) if symbol not in NOT_CODES else None
    if known is None or known.kind != "fund":
        return None
    return Name(name=known.name_en, ids=(known.id,), symbol=known.symbol)


@lru_cache(maxsize=512)
def _series(symbol: str) -> Name | None:
    """An index, pair, rate, commodity or coin by its code (US10Y, USDKRW); shares are found by the names' own reading."""
    for s in (symbol, f"{symbol[:3]}/{symbol[3:]}" if PAIR.fullmatch(symbol) else symbol):
        known = instruments.by_symbol(s)
        if known is not None and known.id.startswith(SERIES):
            return Name(name=known.name_en or known.symbol or s, ids=(known.id,), symbol=known.symbol)
    return None
