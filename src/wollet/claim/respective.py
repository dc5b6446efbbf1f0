"""Whose turn it is where figures are told of several subjects one after another: "각각", "respectively", "both"."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from typing import TYPE_CHECKING

from wollet.claim.candidates import Candidate, candidate
from wollet.claim.clauses import Sentence
from wollet.claim.subject_words import BOTH, EN_ONE_MORE, KO_EACH_OF, KO_ENDED, KO_LISTED, NEXT_LIST
from wollet.mention import unhurried as re
from wollet.mention.listed import name_of
from wollet.model.article import Lang
from wollet.model.mention import Mention, Name

if TYPE_CHECKING:
    from wollet.claim.frames import Frame

US3 = ("INDEX:DJI", "INDEX:SPX", "INDEX:IXIC")
"""The three indexes that "the major averages" of New York are."""
OF_US3 = {
    "ko": re.compile(r"(?:(?:뉴욕|미국|미|월가)\s?(?:증시)?의?\s?(?:3대|주요)|3대)\s?(?:주요\s?|주가\s?)?지수(?:는|가|도|들은|들이|\s모두|\s일제히)\s"),
    "en": re.compile(
        r"\b(?:(?:Wall\sStreet['’]s|U\.?S\.?|American|New\sYork['’]s)\s(?:big\sthree|three|main|major|benchmark)|(?:[Aa]ll|[Tt]he)\s(?:three\s)?(?:major|main|leading|benchmark)|(?:[Aa]ll|[Tt]he|[Bb]ig)\sthree)"
        r"\s(?:major\s|main\s|leading\s|benchmark\s|key\s)?(?:U\.?S\.?\s|Wall\sStreet\s|stock\s|equity\s)*(?:index(?:es)?|indices|averages|benchmarks|gauges)\b(?!\s(?:in|of|across)\s)"
    ),
}


BRACKET_BEHIND = re.compile(r"\(\s?(?:전일\s?(?:대비|비)\s?|전\s?거래일\s?대비\s?|약\s)?")


def beside(text: str, before: Frame | None, frame: Frame) -> None:
    """Give a percentage in brackets behind a figure that took its turn the subject of that figure: "A와 B는 각각 5만원(+1%), 20만원(-2%)"."""
    if before is None or before.sentence is not frame.sentence or frame.unit != "percent" or before.unit in ("percent", ""):
        return
    if BRACKET_BEHIND.fullmatch(text, before.end, frame.start) and "각각" in text[frame.sentence.start : before.start]:
        frame.subjects, frame.shared, frame.instrument, frame.strange = before.subjects, (), before.instrument, before.strange


def in_turn(
    text: str, here: list[Mention], start: int, figures: list[Mention], figure_starts: list[int]
) -> Candidate | None:
    """The subject whose turn it is after "각각", the names standing apart: "A와 업체인 B는 각각 1.2%, 3.4%"."""
    if not here:
        return None
    said = text.rfind("각각", max(here[0].start, start - 60), start)
    if said < 0:
        return None
    first = bisect_left(figure_starts, said)
    at = bisect_left(figure_starts, start)
    run = 1
    while first + run < len(figures) and len(text[figures[first + run - 1].end : figures[first + run].start].strip()) <= 1:
        run += 1
    names = [m for m in here if m.end <= said and isinstance(m.value, Name) and m.value.ids]
    if run < 2 or not first <= at < first + run or len(names) < run:
        return None
    return candidate(names[len(names) - run + at - first], "clause")


def respectively(
    text: str, lang: Lang, shared: tuple[Candidate, ...], start: int, figures: list[Mention], figure_starts: list[int]
) -> Candidate | None:
    """The one of several subjects whose turn it is: "A와 B는 각각 1.2%, 3.4%", "1.2% and 3.4%, respectively"."""
    names_end = shared[-1].end
    first = bisect_left(figure_starts, names_end)
    here = bisect_left(figure_starts, start)
    if not (first <= here < len(figures)):
        return None
    if here - first >= len(shared):
        return _again(text, shared, first, here, figures) if lang == "ko" else None
    run = figures[first : first + len(shared)]
    if len(run) < len(shared) or (lang == "en" and EN_ONE_MORE.match(text, run[-1].end) is not None):
        return None
    units = {getattr(m.value, "unit", "") for m in run}
    joined = all(len(text[a.end : b.start].strip()) <= 4 for a, b in itertools.pairwise(run))
    tail = text[run[-1].end : run[-1].end + 40]
    said = "각각" in text[names_end : run[0].start] or "respectively" in tail.lower()
    if len(units) == 1 and joined and (said or lang == "ko"):
        return shared[here - first]
    return None


def _again(text: str, shared: tuple[Candidate, ...], first: int, here: int, figures: list[Mention]) -> Candidate | None:
    """The one whose turn it is in a later list of one sentence: "각각 2.0bp, 1.1bp 하락해 연 2.63%, 연 2.66%에"."""
    n = len(shared)
    start = first + (here - first) // n * n
    run = figures[start : start + n]
    told = text[shared[-1].end : figures[start].start]
    if len(run) < n or "각각" not in told or "\n" in told or KO_ENDED.search(told) or figures[start].start - figures[start - 1].end > NEXT_LIST:
        return None
    if any(KO_LISTED.fullmatch(text, a.end, b.start) is None for a, b in itertools.pairwise(run)):
        return None
    return shared[here - start]


def both(text: str, lang: Lang, names: list[Mention], sentence: Sentence, start: int) -> tuple[Candidate, ...]:
    """The two things of one sort that "both" or "두 지수 모두" stands for."""
    if not BOTH[lang].search(text, sentence.start, start):
        return ()
    out: list[Candidate] = []
    for m in reversed(names):
        value = m.value
        assert isinstance(value, Name)
        if not value.ids or any(c.name.ids == value.ids for c in out):
            continue
        if out and out[0].name.ids[0].split(":")[0] != value.ids[0].split(":")[0]:
            continue
        out.append(candidate(m, "carried"))
        if len(out) == 2:
            break
    return tuple(reversed(out))


def indexes(text: str, lang: Lang, here: list[Mention], sentence: Sentence, start: int, end: int, figures: list[Mention], figure_starts: list[int]) -> tuple[Candidate, ...] | None:
    """The indexes of New York that a figure is told of together ("all three rose more than 1%"); none of them where each has its own.

    None where the words before the figure speak of no such group, or name something behind it.
    """
    told = next(reversed([*OF_US3[lang].finditer(text, sentence.start, start)]), None)
    if told is None or any(told.end() <= m.start < start and isinstance(m.value, Name) and m.value.ids for m in here):
        return None
    after = bisect_left(figure_starts, end)
    listed = after < len(figures) and KO_LISTED.fullmatch(text, end, figures[after].start) is not None
    if listed or text.find("각각", told.end(), start) >= 0:
        return ()
    names = ((id, *name_of(id, lang)) for id in US3)
    return tuple(Candidate(name=Name(name=name, ids=(id,), symbol=symbol), kind="instrument", start=told.start(), end=told.end(), how="clause") for id, name, symbol in names)


def turn_of_two(text: str, lang: Lang, sentence: Sentence, start: int, figures: list[Mention], figure_starts: list[int]) -> int | None:
    """Which of two things named before a figure is of, where "각각" gives each its own, or None."""
    said = text.rfind("각각", sentence.start, start) if lang == "ko" else -1
    if said < 0:
        return None
    first, at = bisect_left(figure_starts, said), bisect_left(figure_starts, start)
    return at - first if at - first < 2 and first + 1 < len(figures) and figures[first + 1].start - figures[first].end < 4 else None


def each_of_those(text: str, names: list[Mention], sentence: Sentence, start: int, figures: list[Mention], figure_starts: list[int]) -> Candidate | None:
    """Whose turn it is among the things that the sentence before names, as many as "각각" has figures: "종가는 각각 7만원, 20만원"."""
    each = KO_EACH_OF.search(text, sentence.start, start)
    if each is None:
        return None
    first, at = bisect_left(figure_starts, each.end()), bisect_left(figure_starts, start)
    run = 1
    while first + run < len(figures) and KO_LISTED.fullmatch(text, figures[first + run - 1].end, figures[first + run].start):
        run += 1
    named = {m.value.ids[0]: m for m in reversed(names) if isinstance(m.value, Name) and m.value.ids}
    one = sorted(named.values(), key=lambda m: m.start)
    return candidate(one[at - first], "carried") if len(one) == run > 1 and first <= at < first + run else None
