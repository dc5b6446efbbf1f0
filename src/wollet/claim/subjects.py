"""Whose number it is: the name in the number's own clause, before it or after, else one carried over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter

from wollet.claim import respective
from wollet.claim.candidates import Candidate, candidate
from wollet.claim.clauses import Sentence
from wollet.claim.subject_words import (
    ADDRESS,
    ANAPHOR,
    APPOSED,
    BARE_SHARES,
    BRACKET,
    CARRIED_COST,
    EACH,
    EN_BEHIND,
    EN_COMPLEMENT,
    EN_FRONTED,
    EN_FRONTED_END,
    EN_LIST,
    EN_MOVES,
    EN_OWN_SHARES,
    EN_TO_ASIDE,
    FUND,
    HOUSE,
    IT,
    JOIN,
    KO_BEHIND,
    KO_ONLY_WHY,
    KO_OWNED,
    KO_PARTICLES,
    KO_SHARE_PRICE,
    OUTLET,
    OWNED,
    SECTION,
    SENTENCE,
    SOURCE,
    SPEAKER,
    THAN,
    TOPIC,
    TRACKED,
    WHOSE_SHARES,
)
from wollet.mention.anaphora import GRADES
from wollet.model.article import Lang
from wollet.model.mention import Mention, Name


class Names:
    """Names of an article, asked for the subject of a number."""

    def __init__(self, text: str, lang: Lang, names: list[Mention], sentences: list[Sentence]) -> None:
        self.text, self.lang = text, lang
        self.names = [m for m in names if isinstance(m.value, Name)]
        self.starts = [m.start for m in self.names]
        self.sentences = sentences
        self._held: dict[int, tuple[Candidate, ...]] = {}
        self._standing: dict[tuple[int, int], tuple[float, str]] = {}

    def of(
        self,
        start: int,
        end: int,
        sentence: Sentence,
        clause: tuple[int, int],
        figures: list[Mention],
        figure_starts: list[int],
    ) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
        """Candidates for an expression, likeliest first, and the further subjects that share it."""
        lo, hi = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        here = self.names[lo:hi]
        if (group := respective.indexes(self.text, self.lang, here, sentence, start, end, figures, figure_starts)) is not None:
            return group, group
        ranked: list[tuple[float, int, Candidate]] = []
        stand_in = self.lang == "en" and ANAPHOR["en"].search(self.text, clause[0], start) is not None
        described = sentence.aside_at(start) if sentence.asides else None
        own = stand_in and EN_OWN_SHARES.match(self.text, clause[0]) is not None
        main = next((m.start for m in here if isinstance(m.value, Name) and m.value.ids), start) if own else start
        for m in here:
            cost, how = self._cost(m, start, end, sentence, clause)
            if stand_in and how == "behind":
                cost += 60.0
            if described is not None and m.end <= described[0] and EN_TO_ASIDE.fullmatch(self.text, m.end, described[0]):
                cost -= 60.0
            if own and m.start > main and m.end <= clause[0]:
                cost += 30.0
            if sentence.asides and (aside := sentence.aside_at(m.start)) is not None and not aside[0] <= start < aside[1]:
                cost += 60.0
            ranked.append((cost, -m.start, candidate(m, how)))
        ranked.sort(key=itemgetter(0, 1))
        if not ranked or ranked[0][0] > CARRIED_COST or not ranked[0][2].name.ids:
            for n, c in enumerate(self.carried(sentence)):
                ranked.append((CARRIED_COST - (35.0 if c.how == "heading" else 0.0) + n, -c.start, c))
            ranked.sort(key=itemgetter(0, 1))
        if self.lang == "ko" and (one := respective.in_turn(self.text, here, start, figures, figure_starts)) is not None:
            return (one, *(c for _, _, c in ranked if c.start != one.start)), ()
        out = [c for _, _, c in ranked]
        before = self.names[max(0, lo - 8) : lo]
        if not here and len(two := respective.both(self.text, self.lang, before, sentence, start)) == 2:
            if (turn := respective.turn_of_two(self.text, self.lang, sentence, start, figures, figure_starts)) is not None:
                return (two[turn],), ()
            return (two[1], two[0]), two
        told_before = self.within(self.sentences[sentence.index - 1]) if not here and self.lang == "ko" and sentence.index else []
        if told_before and (one := respective.each_of_those(self.text, told_before, sentence, start, figures, figure_starts)) is not None:
            return (one,), ()
        if not out or out[0].how == "bracket" or not here:
            return tuple(out), ()
        shared = self._shared(out[0], here, sentence)
        if len(shared) > 1 and (one := respective.respectively(self.text, self.lang, shared, start, figures, figure_starts)) is not None:
            return (one, *(c for c in out if c.start != one.start)), ()
        return tuple(out), shared

    def _next(self, end: int) -> Mention | None:
        """The first name behind a place."""
        i = bisect_left(self.starts, end)
        return self.names[i] if i < len(self.names) else None

    def within(self, sentence: Sentence) -> list[Mention]:
        """The names of a sentence."""
        return self.names[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)]

    def _cost(self, m: Mention, start: int, end: int, sentence: Sentence, clause: tuple[int, int]) -> tuple[float, str]:
        assert isinstance(m.value, Name)
        text = self.text
        penalty = 0.0 if m.value.ids else 60.0
        if m.kind == "person":
            penalty += 60.0
        if m.end <= start:
            gap = text[m.end : start] if start - m.end < 40 else None
            if gap is not None and (len(gap) < 7 or "(" in gap[:2]) and BRACKET.fullmatch(gap):
                return penalty - 50.0, "bracket"
            inside = m.start >= clause[0]
            cost = min((start - m.end) * 0.5, 40.0) + (0.0 if inside else 18.0)
            own, particle = self._stands(m)
            cost += own
            if self.lang == "ko":
                if m.value.ids and m.value.ids[0].startswith("INDEX:") and KO_SHARE_PRICE.search(text, m.end + 3, start):
                    cost += 50.0
                if particle == "topic":
                    cost -= 40.0
                elif particle == "than":
                    cost += 42.0
                elif KO_OWNED.fullmatch(text, m.end, start):
                    cost -= 40.0
                elif particle == "genitive":
                    cost += 12.0
            elif gap is not None and OWNED.fullmatch(gap):
                return penalty - 40.0, "clause"
            return cost + penalty, "clause" if inside else "sentence"
        if m.start >= end:
            cost = (m.start - end) * 0.5 + 70.0 + (0.0 if m.start < clause[1] else 60.0)
            if self.lang == "ko" and KO_BEHIND.fullmatch(text, end, m.start):
                return (m.start - end) * 0.5 - 45.0 + penalty, "behind"
            if self.lang == "en" and m.value.ids and m is self._next(end) and EN_FRONTED_END.fullmatch(text, end, m.start) and EN_FRONTED.fullmatch(text, sentence.start, start):
                return (m.start - end) * 0.5 - 45.0 + penalty, "behind"
            if self.lang == "en" and EN_BEHIND.fullmatch(text, end, m.start):
                cost = (m.start - end) * 0.5 - 15.0
            return cost + penalty, "behind"
        return penalty + 40.0, "clause"

    def _stands(self, m: Mention) -> tuple[float, str]:
        """What the words around a name cost it, whatever number is asked for, and its Korean particle."""
        found = self._standing.get((m.start, m.end))
        if found is None:
            text = self.text
            if self.lang == "ko":
                cost = 50.0 if SPEAKER.match(text, m.end) or HOUSE.search(text, m.start, m.end) else 0.0
                cost += 30.0 if SOURCE.match(text, m.end) else 0.0
                particle = next((name for name, pattern in KO_PARTICLES if pattern.match(text, m.end)), "")
                found = cost, particle
            else:
                listed = text.endswith(("and ", "and the "), 0, m.start) and EN_MOVES.match(text, m.end)
                cost = 50.0 if SPEAKER.match(text, m.end) else 0.0
                cost += 25.0 if EN_COMPLEMENT.search(text, max(0, m.start - 14), m.start) and not listed else 0.0
                found = cost, ""
            self._standing[m.start, m.end] = found
        return found

    def _carried(self, sentence: Sentence) -> list[Candidate]:
        """Names of the sentences before, the nearest sentence's first name first; the heading's; the title's."""
        out: list[Candidate] = []
        if self.lang == "en" and BARE_SHARES.match(self.text, sentence.start) and (main := self._titled()) is not None:
            return [candidate(main, "carried")]
        if self.lang == "en" and sentence.index and IT.match(self.text, sentence.start) and FUND.match(self.text, self.sentences[sentence.index - 1].start):
            return []
        of_company = ANAPHOR[self.lang].search(self.text, sentence.start, sentence.end) is not None
        for i in range(sentence.index - 1, max(-1, sentence.index - 6), -1):
            s = self.sentences[i]
            lo, hi = bisect_left(self.starts, s.start), bisect_left(self.starts, s.end)
            named = [m for m in self.names[lo:hi] if isinstance(m.value, Name) and m.value.ids and not self._aside(m)]
            if of_company:
                named = [m for m in named if isinstance(m.value, Name) and m.value.ids[0].startswith("X")]
            if named:
                how = "heading" if s.place == "heading" else "title" if s.place == "title" else "carried"
                topical = [m for m in named if self.lang == "ko" and TOPIC.match(self.text, m.end)]
                topical.sort(key=lambda m: KO_ONLY_WHY.match(self.text, m.end, s.end) is not None)
                told_by = [m for m in named if self.lang == "ko" and (SOURCE.match(self.text, m.end) or TRACKED.match(self.text, m.end))]
                rest = [m for m in named if m not in topical and m not in told_by]
                out += [candidate(m, how) for m in [*topical, *rest, *told_by]]
            if out:
                if s.paragraph != sentence.paragraph and out[0].how == "carried":
                    out = [*self._headed(i), *out]
                break
        if not out and self.sentences and sentence.index:
            hi = bisect_right(self.starts, self.sentences[0].end)
            out = [
                candidate(m, "title") for m in self.names[:hi]
                if isinstance(m.value, Name) and m.value.ids and not (self.lang == "ko" and THAN.match(self.text, m.end))
            ]  # fmt: skip
        return out

    def _headed(self, before: int) -> list[Candidate]:
        """The company of the heading that a line stands under, where other lines of its section name others."""
        for i in range(before - 1, max(-1, before - SECTION), -1):
            s = self.sentences[i]
            if s.place == "heading":
                m = next((m for m in self.within(s) if isinstance(m.value, Name) and m.value.ids and m.value.ids[0].startswith("X")), None)
                if m is not None:
                    return [candidate(m, "heading")]
        return []

    def _titled(self) -> Mention | None:
        """The company of the title, where it names just one, or speaks of the shares of just one."""
        hi = bisect_right(self.starts, self.sentences[0].end)
        named = {m.value.ids[0]: m for m in reversed(self.names[:hi]) if isinstance(m.value, Name) and m.value.ids and m.value.ids[0].startswith("X")}
        if len(named) > 1:
            named = {id: m for id, m in named.items() if WHOSE_SHARES.match(self.text, m.end)}
        return next(iter(named.values())) if len(named) == 1 else None

    def carried(self, sentence: Sentence) -> tuple[Candidate, ...]:
        """The names that a sentence without its own goes on about, found once."""
        held = self._held.get(sentence.index)
        if held is None:
            held = self._held[sentence.index] = tuple(self._carried(sentence))
        return held

    def _aside(self, m: Mention) -> bool:
        """Whether a name is that of a house whose analyst speaks, or what another thing is set against."""
        if self.lang == "en" and GRADES.match(self.text, m.end) is not None:
            return True
        return THAN.match(self.text, m.end) is not None or SPEAKER.match(self.text, m.end) is not None or (self.lang == "ko" and HOUSE.search(self.text, m.start, m.end) is not None)

    def _shared(self, first: Candidate, here: list[Mention], sentence: Sentence) -> tuple[Candidate, ...]:
        """Names joined to the subject with no number between: "A, B and C were all up 10%"."""
        order = [m for m in here if isinstance(m.value, Name) and m.value.ids]
        at = next((i for i, m in enumerate(order) if m.start == first.start), None)
        if at is None:
            return ()
        out: list[Candidate] = []
        listed = self.lang == "ko" or not SENTENCE.search(self.text, sentence.start, sentence.end) or EACH.match(self.text, first.end) is not None
        for step in (-1, 1):
            i, edge = at + step, order[at]
            while 0 <= i < len(order):
                a, b = (order[i], edge) if step < 0 else (edge, order[i])
                same = isinstance(a.value, Name) and isinstance(b.value, Name) and a.value.ids == b.value.ids
                if (same and b.start - a.end <= 2) or APPOSED.fullmatch(self.text, a.end, b.start):
                    edge, i = order[i], i + step
                    continue
                if not JOIN.fullmatch(self.text, a.end, b.start):
                    break
                listed = listed or EN_LIST.search(self.text, a.end, b.start) is not None
                out.append(candidate(order[i], "shared"))
                edge = order[i]
                i += step
        if not out or not listed:
            return ()
        return tuple(sorted([*out, first], key=lambda c: c.start))


def credited(text: str, m: Mention) -> bool:
    """Whether a name is that of the agency in a dateline ("Feb. 2 (Reuters) -", "(서울=연합뉴스)"), of which nothing is told."""
    return m.rule == OUTLET and text[m.start - 1 : m.start] in ("(", "=") and text.startswith(")", m.end)


def unlinked(text: str, figures: list[Mention]) -> list[Mention]:
    """The numbers that are no part of an address on the net, nor amounts that are a text's tags ("#1천조원")."""
    links = [m.span() for m in ADDRESS.finditer(text)]
    if "#" in text:
        figures = [m for m in figures if m.kind != "money" or not text.startswith("#", m.start - 1)]
    if not links:
        return figures
    starts = [a for a, _ in links]
    return [m for m in figures if not ((i := bisect_right(starts, m.start)) and m.start < links[i - 1][1])]


def outside(figures: list[Mention], names: list[Mention]) -> list[Mention]:
    """The numbers that are no part of a name ("S&P 500", "3M"), nor begin within one ("S&P 500 earnings")."""
    kept: list[Mention] = []
    i = 0
    for m in figures:
        while i < len(names) and names[i].end <= m.start:
            i += 1
        if i < len(names) and ((names[i].start <= m.start and names[i].end >= m.end) or names[i].start < m.start < names[i].end):
            continue
        kept.append(m)
    return kept
