"""Hedges in both languages, and the one place that says how wide they are.

about     within one step of the last digit written, or half a step of the last digit that is not zero (two and a half
          where that digit is a 5 behind others: "about 225" counts in fives and twenty-fives); at most a fifth
          of the figure, and at least three quarters of a step, so that it is wider than the bare figure
nearly    from there up to the figure itself
여 (odd)   from the figure to the next step of its last digit that is not zero
이상/초과  at_least includes the figure, more_than does not; 이하/미만 likewise
대 (bin)   one step of the last digit that is not zero; 초반/중반/후반 its lower, middle and upper part
"""

from __future__ import annotations

from decimal import Decimal

from wollet.mention.example import ignores, reads
from wollet.model.quantity import Closed, Hedge, Interval

HALF, FIFTH, THREE_QUARTERS, FIVES = Decimal("0.5"), Decimal("0.2"), Decimal("0.75"), Decimal("2.5")

KO_BEFORE: dict[str, Hedge] = {
    "약": "about", "대략": "about", "대충": "about", "얼추": "about", "어림잡아": "about", "줄잡아": "at_least",
    "거의": "nearly", "최대": "up_to", "최고": "up_to", "많게는": "up_to", "최소": "at_least", "최소한": "at_least",
    "적어도": "at_least", "적게는": "at_least", "못해도": "at_least",
}  # fmt: skip
# Words right behind a Korean figure; verbs after it, some only with a particle (2% 밑돌다 is "by 2%"); 에 육박; 보다 크다.
KO_AFTER: dict[str, Hedge] = {
    "가까이": "nearly", "가까운": "nearly", "가까워": "nearly", "육박": "nearly", "근접": "nearly", "가량": "about",
    "정도": "about", "안팎": "about", "내외": "about", "쯤": "about", "남짓": "more_than", "언저리": "about", "부근": "about",
    "상당": "about", "이상": "at_least", "초과": "more_than", "이하": "up_to", "미만": "less_than", "이내": "up_to",
    "아래로": "less_than", "아래에": "less_than", "밑으로": "less_than",
}  # fmt: skip
KO_VERBS: dict[str, Hedge] = {"넘": "more_than"}
KO_OBJECT: dict[str, Hedge] = {
    "웃도": "more_than", "웃돌": "more_than", "웃돈": "more_than", "상회": "more_than", "초과": "more_than",
    "밑도": "less_than", "밑돌": "less_than", "밑돈": "less_than", "하회": "less_than",
}  # fmt: skip
KO_THAN: dict[str, Hedge] = {
    "크": "more_than", "큰": "more_than", "높": "more_than", "많": "more_than",
    "작": "less_than", "낮": "less_than", "적": "less_than",
}  # fmt: skip
KO_NEAR: dict[str, Hedge] = {"육박": "nearly", "근접": "nearly", "가까": "nearly"}
MARKS: dict[str, Hedge] = {
    ">": "more_than", "<": "less_than", "≥": "at_least", "≤": "up_to", ">=": "at_least", "<=": "up_to", "＞": "more_than",
    "＜": "less_than",
}  # fmt: skip
EN_BEFORE: dict[str, Hedge] = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "some": "about",
    "approx.": "about", "circa": "about", "an estimated": "about", "close to": "nearly", "near": "nearly",
    "nearly": "nearly", "almost": "nearly", "neared": "nearly", "nearing": "nearly", "approached": "nearly", "approaching": "nearly", "just under": "nearly", "just shy of": "nearly", "just below": "nearly",
    "more than": "more_than", "over": "more_than", "above": "more_than", "greater than": "more_than",
    "in excess of": "more_than", "upwards of": "more_than", "exceeding": "more_than", "just over": "more_than",
    "just above": "more_than", "higher than": "more_than", "larger than": "more_than", "well over": "more_than",
    "just more than": "more_than", "slightly more than": "more_than", "a little more than": "more_than",
    "slightly over": "more_than", "a little over": "more_than", "well above": "more_than", "far more than": "more_than",
    "greater or equal than": "at_least", "larger or equal than": "at_least", "less or equal than": "up_to", "smaller or equal than": "up_to",
    "equal to or greater than": "at_least", "equal to or more than": "at_least", "equal to or less than": "up_to",
    "greater than or equal to": "at_least", "more than or equal to": "at_least", "less than or equal to": "up_to",
    "as little as": "at_least", "as few as": "at_least", "well below": "less_than", "slightly less than": "less_than",
    "a little less than": "less_than", "slightly under": "less_than", "up to about": "about", "up to around": "about",
    "more than about": "about", "virtually": "nearly", "no higher than": "up_to",
    "less than": "less_than", "under": "less_than", "below": "less_than", "fewer than": "less_than",
    "lower than": "less_than", "smaller than": "less_than",
    "at least": "at_least", "no less than": "at_least", "not less than": "at_least", "no fewer than": "at_least",
    "a minimum of": "at_least", "up to": "up_to", "as much as": "up_to", "as many as": "up_to", "as high as": "up_to",
    "as low as": "up_to", "at most": "up_to", "no more than": "up_to", "not more than": "up_to", "a maximum of": "up_to",
}  # fmt: skip
TURNED: dict[Hedge | None, Hedge | None] = {"more_than": "less_than", "less_than": "more_than", "at_least": "up_to", "up_to": "at_least"}
"""What a sign of comparison says of the magnitude of a negative figure: <= -30 is thirty or more below zero."""
EN_AFTER: tuple[tuple[str, Hedge], ...] = (
    ("or more", "at_least"), ("or greater", "at_least"), ("or higher", "at_least"), ("or so", "about"),
    ("or less", "up_to"), ("or fewer", "up_to"), ("or lower", "up_to"), ("-plus", "at_least"), ("-odd", "about"),
)  # fmt: skip


def bounds(
    value: Decimal, grain: Decimal, last: Decimal, hedge: Hedge | None
) -> tuple[Decimal | None, Decimal | None, Interval]:
    """(low, high, interval) of one figure: what is stated, and what its digits and its hedge commit to."""
    if hedge is None:
        half = grain * HALF
        return value, value, Interval(value - half, value + half)
    if hedge == "more_than":
        return value, None, Interval(value, None, "none")
    if hedge == "at_least":
        return value, None, Interval(value, None, "left")
    if hedge == "less_than":
        return None, value, Interval(None, value, "none")
    if hedge == "up_to":
        return None, value, Interval(None, value, "right")
    room = slack(value, grain, last)
    if hedge == "nearly":
        return value, value, Interval(value - room, value)
    return value, value, Interval(value - room, value + room)


def slack(value: Decimal, grain: Decimal, last: Decimal) -> Decimal:
    """How far "about" reaches."""
    fives = value > 10 * last and (value / last) % 10 == 5
    step = last * FIVES if fives else last * HALF
    return min(max(grain, step), max(value * FIFTH, grain * THREE_QUARTERS))


PARTS: dict[str, tuple[Decimal, Decimal, Decimal, Decimal]] = {
    "초반": (Decimal(0), Decimal("0.3"), Decimal(0), Decimal("0.4")),
    "중반": (Decimal("0.3"), Decimal("0.7"), Decimal("0.3"), Decimal("0.7")),
    "후반": (Decimal("0.7"), Decimal(1), Decimal("0.6"), Decimal(1)),
}


def bin_of(value: Decimal, last: Decimal, part: str | None = None) -> tuple[Decimal, Decimal, Interval]:
    """3%대 is 3 up to 4; 1400원대 초반 its lower part."""
    if part is None:
        return value, value + last, Interval(value, value + last, "left")
    a, b, c, d = PARTS[part]
    closed: Closed = "left"
    return value + a * last, value + b * last, Interval(value + c * last, value + d * last, closed)


EXAMPLES = (
    reads("en", "percent", {"interval.low": "3.15", "interval.high": "3.25", "grain": "0.1"}, "It rose {3.2%}"),
    reads("en", "percent", {"interval.low": "3.195", "interval.high": "3.205", "grain": "0.01"}, "It rose {3.20%}"),
    reads("en", "percent", {"interval.low": "222.5", "interval.high": "227.5", "hedge": "about"}, "It rose {about 225%}"),
    reads("en", "percent", {"interval.low": "3.1", "interval.high": "3.3", "hedge": "about"}, "It rose {about 3.2%}"),
    reads("en", "percent", {"interval.low": "3.1", "interval.high": "3.2", "hedge": "nearly"}, "It rose {nearly 3.2%}"),
    reads("ko", "percent", {"low": "3", "high": "4", "interval.closed": "left", "hedge": "range"}, "{3%대} 올랐다"),
    reads("ko", "money", {"low": "1400", "high": "1430", "unit": "KRW"}, "환율은 {1400원대 초반}이다"),
    reads("ko", "money", {"low": "7.30", "high": "7.31", "unit": "CNY"}, "환율은 {7.30위안대}에서 움직였다"),
    reads("ko", "number", {"low": "2600", "high": "2600", "hedge": "about"}, "지수가 {2600선}을 지켰다"),
    reads("ko", "count", {"low": "300", "interval.low": "300", "interval.high": "400", "hedge": "about"}, "직원 {300여명}을 뽑았다"),
    ignores("ko", "range", "{3대} 지수가 올랐다"),
)
