"""Whether a day near a figure is another's: of an earlier move, of the base told beside it, of a clause that only describes."""

from __future__ import annotations

from bisect import bisect_left

from wollet.claim import eve
from wollet.claim.clauses import Sentence
from wollet.claim.time_words import (
    DAYS,
    EN_AGAINST,
    EN_AND_AGAINST,
    EN_FROM,
    EN_HAD,
    EN_ITS_MOVE,
    EN_MOVE_TO_DAY,
    EN_NOUN,
    EN_ON,
    EN_OPENING,
    EN_OWN,
    EN_OWNS,
    EN_SET_OFF,
    KO_DID,
    KO_LEFT,
    KO_RELATIVE,
)
from wollet.model.article import Lang
from wollet.model.mention import Mention
from wollet.model.time import When


def of_the_past(text: str, m: Mention, start: int, end: int, sentence: Sentence, figures: list[Mention], figure_starts: list[int]) -> bool:
    """Whether an English day dates what went before a figure, which the figure is only set against."""
    return (
        _of_earlier_move(text, m, end, figures, figure_starts) or _of_opening(text, m, start, sentence)
        or _of_clause_before(text, m, start, sentence) or _of_next(text, m, start, figures, figure_starts)
    )  # fmt: skip


def anothers(text: str, lang: Lang, m: Mention, start: int, end: int, clause: tuple[int, int], figures: list[Mention], figure_starts: list[int]) -> bool:
    """Whether a day belongs to another figure or to a noun, and so not to the figure asked of."""
    if lang == "ko":
        return _in_relative(text, m, start) or _of_left(text, m, start)
    return _of_base(text, m, end, figures, figure_starts) or (m.start > start and m.start > clause[0] and EN_OWNS.match(text, m.end) is not None)


def _of_earlier_move(text: str, m: Mention, end: int, figures: list[Mention], figure_starts: list[int]) -> bool:
    """Whether an English day is that of an earlier move told behind a figure: "gained 12% after a 6% drop on Friday"."""
    if m.start < end:
        return False
    i = bisect_left(figure_starts, m.start) - 1
    if i < 0 or figures[i].start < end or m.start - figures[i].end > EN_MOVE_TO_DAY or any(c in ",;." for c in text[figures[i].end : m.start]):
        return False
    if EN_AGAINST.search(text, max(end, figures[i].start - 40), figures[i].start) is not None:
        return True
    own = EN_ITS_MOVE.search(text, max(end, figures[i].start - 30), figures[i].start) and EN_NOUN.match(text, figures[i].end)
    if own and "," in text[end : figures[i].start]:
        return True
    return EN_AND_AGAINST.search(text, max(end, figures[i].start - 60), figures[i].start) is not None


def _of_opening(text: str, m: Mention, start: int, sentence: Sentence) -> bool:
    """Whether an English day stands in the clause that opens a sentence with what went before, and a figure behind that clause."""
    today = isinstance(m.value, When) and m.value.deixis in ("today", "this_day")
    if m.end > start or today or EN_OPENING.match(text, sentence.start) is None:
        return False
    return 0 <= text.find(", ", m.end, start)


def _of_clause_before(text: str, m: Mention, start: int, sentence: Sentence) -> bool:
    """Whether an English day stands behind a figure in a clause of what went before that has a verb of its own: "having closed at 19.21 on Friday"."""
    if m.start < start:
        return False
    a, _ = sentence.clause_at(m.start)
    return a > start and EN_HAD.match(text, max(sentence.start, a - 6), m.start) is not None


def _of_next(text: str, m: Mention, start: int, figures: list[Mention], figure_starts: list[int]) -> bool:
    """Whether an English day owns a figure that the one behind it is set against: "made up for Monday's 0.1% drop, jumping 3%"."""
    if m.end > start:
        return False
    i = bisect_left(figure_starts, m.end)
    owns = i < len(figures) and figures[i].start < start and EN_OWN.fullmatch(text, m.end - 2, figures[i].start) is not None
    return owns and EN_SET_OFF.search(text, m.start - 24, m.start) is not None


def _of_base(text: str, m: Mention, end: int, figures: list[Mention], figure_starts: list[int]) -> bool:
    """Whether an English day is that of another figure, right before it, which the one before is told from: "at 1.07 from 1.08 on Monday"."""
    i = bisect_left(figure_starts, m.start) - 1
    if i < 0 or figures[i].start < end or EN_ON.fullmatch(text, figures[i].end, m.start) is None:
        return False
    return EN_FROM.search(text, figures[i].start - 12, figures[i].start) is not None


def told_of(text: str, m: Mention, start: int, end: int) -> bool:
    """Whether an English day behind an earlier move is that move's, whatever day was named before: "versus a 2% loss on Tuesday"."""
    between = text[end : m.start]
    return len(between) <= EN_MOVE_TO_DAY and not any(c in ",;." or c.isdigit() for c in between) and EN_AGAINST.search(text, start - 40, start) is not None


def _in_relative(text: str, m: Mention, start: int) -> bool:
    """Whether a day belongs to a clause that only describes the subject of the figure."""
    when = m.value
    if m.end > start or start - m.end >= 90 or not isinstance(when, When):
        return False
    if when.deixis in eve.DEIXES:
        return eve.over(text, m.end, start) or KO_RELATIVE.search(text, m.end, start) is not None
    return when.grain in DAYS and KO_DID.search(text, m.end, start) is not None


def _of_left(text: str, m: Mention, start: int) -> bool:
    """Whether a Korean day is only that of the price right behind it, which the one told next left: "금요일 3,186.01에서 3,205.12로"."""
    left = KO_LEFT.match(text, m.end)
    return left is not None and left.end() <= start
