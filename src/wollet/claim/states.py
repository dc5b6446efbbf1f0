"""Korean lists of states told one after another without a move: weights, stakes, yields, rates.

"A의 비중이 25%로 가장 높고 그다음인 B가 9%, C가 6% 순이다"; "배당수익률은 5%다. 업종별로는 금융지주(8%), 카드(5%)다. A는 4%다": what
the first figure measures holds for the others of its sentence, and for a sentence behind it that has no word of its own.
"""

from __future__ import annotations

from itertools import groupby

import msgspec

from wollet.claim import facts, metric_turns
from wollet.claim.frames import Frame, Frames
from wollet.mention import unhurried as re

STATES = frozenset(
    ("weight", "stake", "market_share", "dividend_yield", "payout_ratio", "distribution", "bad_loan_ratio", "capital_ratio", "net_interest_margin", "operating_margin", "fee", "float_ratio", "bid_ratio")
)  # fmt: skip
"""What is measured in percent (or as a ratio) and does not move within a list."""
MOVES = re.compile(r"올[랐라려렸]|오른|오르|내[렸려린릴]|상승|하락|급[등락]|늘|줄|증가|감소|강세|약세|높아|낮아|높[였여]|낮[췄춰]|확대|축소|[▲▼↑↓→]|마감|거래를|에서\s\d")
"""Words by which a list is one of moves."""
ENDS = re.compile(r"순(?:이[다었으며]|으로|서)|뒤를\s?[이잇]|집계[됐된]|나타났|(?:이|였|이었)?다[.\s]*$|등[은이의을]|조사[됐된]|[며고][,.\s]*$")
"""How such a list ends."""
BESIDE = frozenset(("percent", "ratio", "percentage_point", "years", "months", "rank"))
"""What a sentence may tell that goes on with a list."""
COST = 8
"""A figure of a list stands as near its word as the first of it."""
CARRIED = 2
"""Sentences over which a list goes on."""


def pass_on(frames: Frames, numbers: list[Frame]) -> None:
    """Give the figures of a text that take their turns, and those of its lists, what they measure."""
    last: tuple[int, facts.Fact] | None = None
    for sentence, group in groupby(numbers, key=lambda f: f.sentence):
        here, told = list(group), frames.facts_of(sentence)
        metric_turns.give(frames.text, told, here)
        last = _listed(frames.text, told, here, last)


def unnamed(frames: Frames, frame: Frame) -> bool:
    """Whether a figure of a list stands in brackets behind a word that is no known name."""
    if frame.fact is None or frame.fact.at is not None or frame.fact.cost != COST or frames.text[frame.start - 1 : frame.start] != "(":
        return False
    if frame.index and frames.numbers[frame.index - 1].end == frame.start - 1:
        return False
    return not any(x.end >= frame.start - 2 and x.start < frame.start for x in frames.names.within(frame.sentence))


def _listed(text: str, sentence: facts.Sentence, frames: list[Frame], last: tuple[int, facts.Fact] | None) -> tuple[int, facts.Fact] | None:
    """Give the figures of a list what its first one measures; the fact to carry on to the next sentence, with its place."""
    here = frames[0].sentence
    if MOVES.search(text, sentence.start, sentence.end) or ENDS.search(text, sentence.start, sentence.end) is None:
        return None
    plain = [f for f in frames if f.unit in ("percent", "ratio") and f.quantity is not None and not f.quantity.sign]
    first = next((f for f in plain if f.fact is not None and f.fact.metric in STATES), None)
    if first is None or first.fact is None:
        if last is None or sentence.cues or here.index - last[0] > CARRIED or any(f.unit not in BESIDE for f in frames):
            return None
        for f in frames:
            f.fact = msgspec.structs.replace(last[1], at=None, cost=COST) if f in plain else None
        return last
    for f in plain[plain.index(first) + 1 :]:
        own = f.fact
        if f.unit == first.unit and (own is None or own.metric == first.fact.metric or own.family in ("price", "flow") or own.cost > 30):
            f.fact = msgspec.structs.replace(first.fact, at=None, cost=COST)
    return here.index, first.fact
