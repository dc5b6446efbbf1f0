"""Korean lists of names, each with its percentage, that are broken down from the figure before or told in order.

"이달 수출은 0.8% 늘었다. 국가별로는 중국(10.7%), 미국(8.6%) 등이 늘었다": the figures in brackets are exports as well.  "한 달 수익률은
A가 21%로 가장 높았고 B(17%), C(15%)가 뒤를 이었다": B's and C's figures are returns over the month.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import msgspec

from wollet.claim.clauses import Sentence
from wollet.claim.facts import Fact
from wollet.claim.frames import Frame, Frames
from wollet.mention import unhurried as re

NEXT = re.compile(
    r"\)?(?:(?:으?로|이)?\s?(?:가장\s|제일\s)?(?:[많높크]|많았|높았|컸)?(?:이?[고며]|으며),?|으?로|,)?\s(?:(?:그|이)\s?(?:다음|뒤)(?:인|으로는?|을\s이어)?\s|이어\s|및\s)?"
    r"['‘’“”\"]?[A-Za-z가-힣&][^%.,\n(]{0,30}?['‘’”\"]?(?:\([0-9A-Z]{4,6}\))?(?:[은는이가도의])?(?:\s(?:각각\s|약\s|연\s)?|\s?\()"
)
"""Between one figure of a list and the next: a name with its particle, nothing that moves."""
FOLLOWED = re.compile(r"\)?(?:[^.\n]|(?<=\d)\.(?=\d)){0,90}?(?:뒤를\s?(?:이|따|잇)|순(?:이|으로|서)|차례)")
"""Behind a figure: the list that it is of is one in order."""
BY = re.compile(r"[\s·▲-]*(?:[가-힣A-Za-z]{2,8})별로(?:는|도)?\s")
"""The beginning of a sentence that breaks up the figure told before it."""
HELD = frozenset(("fundamentals", "macro"))


def pass_on(frames: Frames, numbers: Sequence[Frame]) -> None:
    """Give the figures in brackets of a breakdown what the figure before it measures, and keep the prices from them."""
    last: tuple[Sentence, Fact] | None = None
    for sentence, group in groupby((f for f in numbers if f.unit == "percent"), key=lambda f: f.sentence):
        here = list(group)
        before = last[1] if last is not None and sentence.index - last[0].index == 1 and last[0].paragraph == sentence.paragraph else None
        if before is not None and BY.match(frames.text, sentence.start) is not None:
            for f in here:
                if frames.text[f.start - 1] == "(" and (f.fact is None or f.fact.at is None or f.fact.family == "price"):
                    f.fact = msgspec.structs.replace(before, at=None, cost=10)
                    frames.roles[f.index] = None
        told = next((f.fact for f in reversed(here) if f.fact is not None and f.fact.family in HELD), None)
        if told is not None:
            last = sentence, told


def follows(frames: Frames, frame: Frame) -> bool:
    """Whether a percentage is a later member of a list of returns in order: "수익률은 A가 21%로 가장 높았고 B(17%)가 뒤를 이었다"."""
    if frames.lang != "ko" or frame.unit != "percent" or "수익률" not in frames.text[frame.sentence.start : frame.start]:
        return False
    before = frames.figures[frame.index - 1] if frame.index > 0 else None
    if before is None or before.start < frame.sentence.start or NEXT.fullmatch(frames.text, before.end, frame.start) is None:
        return False
    return FOLLOWED.match(frames.text, frame.end, frame.sentence.end) is not None
