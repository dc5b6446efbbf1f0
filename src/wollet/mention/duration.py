"""Stretches of time as amounts: 3거래일, 닷새째, 1년 6개월, 3년 반, two and a half hours, more than a year."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.part import Part
from wollet.mention.units import EN, Unit
from wollet.model.mention import Mention
from wollet.model.quantity import Interval, Quantity

# Amounts in two units are one where the finer goes into the coarser a fixed number of times (months and days: about).
FINER: dict[tuple[str, str], int] = {
    ("years", "quarters"): 4, ("years", "months"): 12, ("quarters", "months"): 3, ("weeks", "days"): 7,
    ("days", "hours"): 24, ("hours", "minutes"): 60, ("hours", "seconds"): 3600, ("minutes", "seconds"): 60,
}  # fmt: skip
_IN_DAYS = {"years": Decimal("365.25"), "months": Decimal("30.4375")}
_MONTHS_VARY = Decimal(2)
"""Days by which so many months and days may be longer or shorter."""
_GAP = re.compile(r"(?: ?(?:and )?|, (?:and )?)$")
_HALF = re.compile(r" ?반(?=[ ,.을이에만동]|$)(?!등|도체|기)|(?: and a half| and half)(?![a-z])")
_SPANS = "minute|hour|day|week|month|quarter|year|decade|century"
ARTICLE = re.compile(rf"(?:a|an|another)[ ]({_SPANS})(?![a-z-])(?: and a half)?", re.I)
AFTER_A = rf"(?:n(?:other)?)? (?:{_SPANS})(?![a-z-])|ll[ -](?:day|week|month|year)(?![a-z-])"
_WHOLE = re.compile(r"(?:full|whole)[ -](day|week|month)(?![a-z-])|all[ -](day|week|month|year)(?![a-z-])", re.I)
WHOLE_HEADS = frozenset(("full", "whole"))
_AND_MORE = re.compile(r" and (?:[0-9]|[a-z]+[ -][a-z]*(?:minute|second|hour|day|month)s)")
_CUES = re.compile(
    r"(?:more than|less than|over|under|about|around|nearly|almost|at least|roughly|for|within|in|lasts?|than|take[sn]?|took|up to|just|only)[ ]$", re.I)


def article(text: str, at: int) -> Part | None:
    """"a year", "an hour", "another week" as an amount: after a hedge or a word of duration; not "$98 a share, a year"."""
    if text[at + 1] == "l":
        return whole(text, at)
    m = ARTICLE.match(text, at)
    if m is None:
        return None
    if text.startswith((" ago", " of "), m.end()):
        return None
    another = text.startswith("another", at)
    if not another and not _CUES.search(text, at - 12, at) and not m[0].endswith("half") and not _AND_MORE.match(text, m.end()) and m.end() - at < len(text):
        return None
    unit = EN[m[1].lower() + ("s" if m[1].lower() != "century" else "")]
    value = unit.factor * (Decimal("1.5") if m[0].endswith("half") else 1)
    return Part(at, m.end(), value, Decimal(1), Decimal(1), Unit("duration", unit.code), letters=True)


def whole(text: str, at: int) -> Part | None:
    """all day, a full week, the whole month: one of them."""
    m = _WHOLE.match(text, at)
    if m is None:
        return None
    code = (m[1] or m[2]).lower() + "s"
    return Part(at, m.end(), Decimal(1), Decimal(1), Decimal(1), Unit("duration", code), letters=True)


def merged(text: str, found: list[Mention]) -> list[Mention]:
    """Amounts told in two units are one: 1년 6개월 is 18 months, 3년 반 3.5 years."""
    out: list[Mention] = []
    for m in found:
        if out and m.start < out[-1].end:
            continue
        if m.kind == "duration" and (half := _HALF.match(text, m.end)):
            m = _plus_half(m, half.end())
        if out and m.kind == out[-1].kind == "duration" and (both := _both(text, out[-1], m)):
            out[-1] = both
        else:
            out.append(m)
    return out


def _plus_half(m: Mention, end: int) -> Mention:
    q = m.value
    if not isinstance(q, Quantity) or q.low is None or q.low != q.high:
        return m
    value = q.low + Decimal("0.5")
    step = Decimal("0.25")
    return Mention(m.start, end, m.kind, msgspec.structs.replace(
        q, low=value, high=value, grain=Decimal("0.5"), interval=Interval(value - step, value + step)), m.rule)


def _both(text: str, a: Mention, b: Mention) -> Mention | None:
    p, q = a.value, b.value
    if not isinstance(p, Quantity) or not isinstance(q, Quantity) or b.start - a.end > 5 or b.start < a.end:
        return None
    if p.low is None or p.low != p.high or q.low is None or not _GAP.match(text[a.end : b.start]) or q.hedge is not None:
        return None
    factor: int | Decimal | None = FINER.get((p.unit, q.unit))
    if factor is None and q.unit == "days" and p.unit in _IN_DAYS and q.low <= 31 and text[a.end : b.start]:
        whole = (p.low * _IN_DAYS[p.unit]).to_integral_value() + q.low
        return Mention(a.start, b.end, "duration", msgspec.structs.replace(
            q, low=whole, high=whole, hedge=p.hedge, grain=_MONTHS_VARY, interval=Interval(whole - _MONTHS_VARY, whole + _MONTHS_VARY)), "durations", (a, b))
    if factor is None or (text[a.end : b.start] == "" and text[b.end - 1] == "째"):
        return None
    value = p.low * factor + q.low
    half = q.grain / 2
    return Mention(a.start, b.end, "duration", msgspec.structs.replace(
        q, low=value, high=value, hedge=p.hedge, interval=Interval(value - half, value + half)), "durations", (a, b))


EXAMPLES = (
    reads("ko", "duration", {"low": "3", "unit": "sessions"}, "{3거래일} 만에 반등", "{3거래일} 연속"),
    reads("ko", "duration", {"low": "5", "unit": "days"}, "{닷새째} 상승", "{닷새} 만에"),
    reads("ko", "duration", {"low": "18", "unit": "months"}, "{1년 6개월} 만에 최고"),
    reads("ko", "duration", {"low": "417", "unit": "days"}, "{1년 한 달 21일} 동안"),
    reads("en", "duration", {"low": "782", "unit": "days"}, "{2 years, 1 month and 21 days}"),
    reads("ko", "duration", {"low": "3.5", "unit": "years"}, "{3년 반} 만에"),
    reads("ko", "duration", {"low": "45", "unit": "minutes"}, "{45분}짜리 회의"),
    reads("ko", "duration", {"low": "90", "unit": "minutes"}, "{1시간 30분} 동안"),
    reads("ko", "duration", {"low": "4", "unit": "weeks"}, "향후 {4주간} 적용", "{4주째} 하락"),
    reads("ko", "duration", {"low": "52", "unit": "weeks"}, "{52주} 신고가를 새로 썼다"),
    reads("ko", "duration", {"low": "1", "unit": "months"}, "{한 달}간 올랐다"),
    reads("en", "duration", {"low": "3", "unit": "sessions"}, "fell for {three sessions}", "the last {three trading days}"),
    reads("en", "duration", {"low": "2.5", "unit": "hours"}, "{two and a half hours}", "{two hours and a half} later"),
    reads("en", "duration", {"low": "27", "unit": "months"}, "{2 years and 3 months}"),
    reads("en", "duration", {"low": "1", "high": None, "hedge": "more_than", "unit": "years"}, "in {more than a year}"),
    ignores("ko", "duration", "외국인은 {300만주}를 샀다", "{3월} 회의", "{하루치} 물량"),
    ignores("en", "duration", "$45.08 {a} barrel", "{Seven} analysts"),
)
