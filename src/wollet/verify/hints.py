"""What the article should have said: the measured figure in its own wording, unit, precision and language."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from wollet.claim.family import family_of
from wollet.model.article import Lang
from wollet.model.claim import Claim
from wollet.model.verdict import Reading, Verdict
from wollet.verify.accord import SOURCE
from wollet.verify.notes import noted
from wollet.verify.tolerance import TRUTH

KO_SCALES = ((Decimal(10) ** 16, "경"), (Decimal(10) ** 12, "조"), (Decimal(10) ** 8, "억"), (Decimal(10) ** 4, "만"))
EN_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
KO_UNITS = {
    "percent": "%", "percentage_point": "%포인트", "bp": "bp", "points": "포인트", "ratio": "배", "rank": "위",
    "shares": "주", "hours": "시간", "days": "일", "sessions": "거래일", "weeks": "주", "months": "개월",
    "quarters": "분기", "years": "년", "KRW": "원", "USD": "달러", "JPY": "엔", "EUR": "유로", "CNY": "위안",
    "USD/barrel": "달러", "USD/ounce": "달러",
}  # fmt: skip
EN_UNITS = {
    "percent": "%", "percentage_point": " percentage points", "bp": " bp", "points": " points", "ratio": " times",
    "shares": " shares", "hours": " hours", "days": " days", "sessions": " sessions", "weeks": " weeks",
    "months": " months", "quarters": " quarters", "years": " years", "KRW": " won", "JPY": " yen", "EUR": " euros",
    "CNY": " yuan", "USD/barrel": " a barrel", "USD/ounce": " an ounce",
}  # fmt: skip


def hint(v: Verdict, lang: Lang) -> str | None:
    """One imperative line for a claim that failed, or for one that only another reading bears out."""
    if v.decided is None or (v.label != "refuted" and v.reason != "ambiguous"):
        return None
    shown = v.readings[v.decided]
    figure = told(v.claim, shown, lang)
    if figure is None:
        return None
    if v.label == "refuted":
        own = shown.evidence is not None and bool(shown.evidence.rows) and all(r.source == SOURCE for r in shown.evidence.rows)
        if lang == "ko":
            return f"{'이 글의 다른 수치로는' if own else '데이터로는'} {figure}입니다" + (", 방향이 반대입니다" if v.gross else "")
        said = "the text's other figures give" if own else "the data says"
        return f"{said} {figure}" + (", the other direction" if v.gross else "")
    if lang == "ko":
        return f"다른 뜻으로 읽을 때에만 맞습니다: {shown.claim}"
    return f"holds only when read as {shown.claim}; say so"


def told(claim: Claim, r: Reading, lang: Lang) -> str | None:
    """The measured value of a reading as the article would have written it."""
    e = r.evidence
    if e is None:
        return None
    if e.unit == TRUTH:
        wording = family_of(claim).told
        return (wording(claim, e, lang) if wording is not None else None) or noted(e.note, lang) or e.formula
    if e.measured is None:
        if e.low is None or e.high is None:
            return None
        low, high = (figure(x, e.unit, claim, lang) for x in (e.low, e.high))
        if low == high:
            return low
        return f"{low}~{high}" if lang == "ko" else f"{low} to {high}"
    return figure(e.measured, e.unit, claim, lang)


def figure(x: Decimal, unit: str, claim: Claim, lang: Lang) -> str:
    """A measured value in the grain, scale words and unit of the claim's own expression."""
    grain = claim.quantity.grain if claim.quantity is not None and claim.quantity.grain else Decimal("0.01")
    if x and abs(x) < grain:
        grain = finer(x)
    size = rounded(abs(x), grain)
    sign = ""
    if claim.direction is not None and x:
        sign = "+" if x > 0 else "-"
    elif x < 0:
        sign = "-"
    digits = scaled(size, grain, claim.quote, lang)
    base = unit.removesuffix("/share")
    if lang == "ko":
        suffix = KO_UNITS.get(base, "" if base in ("count", "") else " " + base)
        if unit == "USD" and "$" in claim.quote:
            return f"{sign}${digits}"
        return f"{sign}{digits}{suffix}"
    if base == "USD":
        return f"{sign}${digits}"
    if unit == "rank":
        return f"number {digits}"
    return f"{sign}{digits}" + EN_UNITS.get(base, "" if base in ("count", "") else " " + base)


def finer(x: Decimal) -> Decimal:
    """A grain that leaves two digits of a value too small for the article's own."""
    return Decimal(1).scaleb(x.copy_abs().adjusted() - 1)


def rounded(x: Decimal, grain: Decimal) -> Decimal:
    return (x / grain).quantize(Decimal(1), rounding=ROUND_HALF_UP) * grain


def scaled(x: Decimal, grain: Decimal, quote: str, lang: Lang) -> str:
    """Digits with the scale words that the article used ("9천 300조", "5.27 billion"), else with thousands marked."""
    if lang == "ko":
        return korean(x, grain, quote)
    for scale, word in EN_SCALES:
        if re.search(rf"\b{word}\b", quote, re.IGNORECASE):
            return f"{plain(x / scale, grain / scale)} {word}"
    return plain(x, grain)


def korean(x: Decimal, grain: Decimal, quote: str) -> str:
    """A figure in Korean scales where the article wrote scales."""
    used = [(s, w) for s, w in KO_SCALES if w in quote]
    if not used:
        return plain(x, grain)
    out: list[str] = []
    rest = x
    for scale, word in KO_SCALES:
        if scale > x and scale not in (s for s, _ in used):
            continue
        last = grain >= scale or (scale == used[-1][0] and bool(re.search(rf"\.\d+\s?{word}", quote)))
        part = rest / scale if last else Decimal(int(rest / scale))
        if part:
            out.append(plain(part, grain / scale if last else Decimal(1), commas="," in quote) + word)
        rest -= part * scale
        if last or rest <= 0:
            break
    if rest > 0 and grain < 10**4:
        out.append(plain(rest, grain, commas="," in quote))
    return (" " if re.search("[경조억만] ", quote) else "").join(out) or plain(x, grain)


def plain(x: Decimal, grain: Decimal, *, commas: bool = True) -> str:
    """Digits down to the grain."""
    exponent = grain.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return f"{x:,.{places}f}" if commas else f"{x:.{places}f}"
