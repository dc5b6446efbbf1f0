"""Korean figures that take their turns from several things measured: "매출과 영업이익은 각각 151억원, 65억원이다"."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from wollet.claim import facts
from wollet.claim.frames import Frame
from wollet.mention import unhurried as re

JOINED = re.compile(r"(?:과|와|·|,\s?|\s?및\s)\s?")
"""Between two things measured that are told together."""
AMOUNT = re.compile(r"(?:액)?(?:은|는|이|가|도)?\s(?:약\s|총\s)?\d")
NEAR = 24
"""Between "각각" and the first figure of its run: "각각 전년 대비 3%, 5%"."""
NEXT = re.compile(r"(?:을|를|이|가)?(?:,\s?|·|\s?(?:과|와|및)\s)")
"""Between two figures of one run."""


def give(text: str, sentence: facts.Sentence, frames: list[Frame]) -> None:
    """Give each figure of a run as long as the list of things measured before it the one whose turn it is."""
    cues = [c for c in sentence.cues if c[2] in ("fundamentals", "macro")]
    each = text.find("각각", sentence.start, sentence.end)
    if each >= 0 and len(told := [c for c in cues if c[1] <= each]) > 1:
        _each(text, told, [f for f in frames if f.start > each], each)
    for listed in _lists(text, cues):
        n, at = len(listed), listed[-1][1]
        for run in _runs(text, [f for f in frames if f.start >= at]):
            if len(run) != n:
                continue
            for cue, frame in zip(listed, run, strict=True):
                if frame.fact is not None and frame.fact.at is not None and (frame.fact.at[0] > at or frame.fact.family not in ("fundamentals", "macro", "forecast")):
                    break
                kept = frame.fact if frame.fact is not None else facts.Fact(cue[2], cue[3], None, False, 45)
                frame.fact = msgspec.structs.replace(kept, metric=cue[3], at=cue[:2])


def _each(text: str, told: list[tuple[int, int, facts.Kind, str]], frames: list[Frame], each: int) -> None:
    """Figures right behind "각각", as many as the things measured before it that each have an amount: "매출은 2조원, 영업이익은 1조원으로 각각 3%, 5% 늘었다"."""
    run = next(iter(_runs(text, frames)), [])
    if len(run) != len(told) or not run or run[0].start - each > NEAR or any(AMOUNT.match(text, c[1]) is None for c in told):
        return
    for cue, frame in zip(told, run, strict=True):
        kept = frame.fact if frame.fact is not None else facts.Fact(cue[2], cue[3], None, False, 45)
        frame.fact = msgspec.structs.replace(kept, family=cue[2] if not kept.forecast else kept.family, metric=cue[3], at=cue[:2])


def _lists(text: str, cues: list[tuple[int, int, facts.Kind, str]]) -> list[list[tuple[int, int, facts.Kind, str]]]:
    out: list[list[tuple[int, int, facts.Kind, str]]] = []
    for a, b in pairwise(cues):
        if JOINED.fullmatch(text, a[1], b[0]) is None:
            continue
        if out and out[-1][-1] is a:
            out[-1].append(b)
        else:
            out.append([a, b])
    return out


def _runs(text: str, frames: list[Frame]) -> list[list[Frame]]:
    out: list[list[Frame]] = []
    for f in frames:
        last = out[-1][-1] if out else None
        if last is not None and last.unit == f.unit and NEXT.fullmatch(text, last.end, f.start):
            out[-1].append(f)
        else:
            out.append([f])
    return out
