"""Which time governs a number: the expression in its clause, else in its sentence, else the day last named."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

import msgspec

from wollet.claim import eve, that_day, whose_day
from wollet.claim.clauses import Sentence
from wollet.claim.closes import Closes
from wollet.claim.time_words import (
    BESIDE,
    DAYS,
    EN_ABOVE,
    EN_BASE,
    EN_BY_ITSELF,
    EN_BY_THEN,
    EN_CLOSE_OF,
    EN_CONTRACT,
    EN_EXTREME,
    EN_OF_EXTREME,
    EN_ON,
    EN_OWN,
    EN_PLACED,
    EN_SINCE,
    EN_WHEN,
    EN_WHERE,
    EN_WHY,
    KO_ABROAD,
    KO_BASE,
    KO_HAD,
    KO_MEASURED,
    KO_PERIOD_OF,
    KO_PICTURE,
    KO_SAME_DAY,
    KO_THEN,
    LONG,
    MARKET,
)
from wollet.claim.turns import in_turn
from wollet.model.article import Lang
from wollet.model.mention import Mention
from wollet.model.time import When


class Timed(msgspec.Struct, frozen=True, kw_only=True):
    """A governing time and how it was found: "clause", "sentence", "carried" or "none"; `others` stand near too.

    `closed` marks what is told of a session that had closed, in words that name no day; `aside` is a day that only may rule.
    """

    when: When | None = None
    span: tuple[int, int] | None = None
    how: str = "none"
    others: tuple[Mention, ...] = ()
    instead: When | None = None
    closed: bool = False
    aside: When | None = None


def spans(when: When, lang: Lang) -> bool:
    """Whether a time is longer than a day and no run of days: a month, a quarter, in English also a part of one."""
    return when.grain in LONG or (lang == "en" and when.grain == "range" and when.deixis is None)


def told_when(text: str, m: Mention) -> bool:
    """Whether a time gone by is the one at which something was: "nine months ago when it struck a deal"."""
    when = m.value
    if not isinstance(when, When) or when.relation != "before" or not (when.deixis == "offset" or when.grain in LONG):
        return False
    return EN_WHEN.match(text, m.end) is not None


class Clock:
    """Time expressions of an article in order, with the day that "이날" or silence refers back to."""

    def __init__(
        self, text: str, lang: Lang, dates: list[Mention], sentences: list[Sentence], published: dt.datetime
    ) -> None:
        self.text, self.lang, self.published = text, lang, published
        self.dates = dates
        self.starts = [m.start for m in dates]
        self.sentences = sentences
        self.sentence_starts = [s.start for s in sentences]
        self.closes = Closes(text, sentences)
        self._market: dict[int, bool] = {}
        self._ruling: dict[int, bool] = {}
        self._carried: dict[int, Mention | None] = {}
        self._governing: dict[tuple[int, int], bool] = {}

    def at(
        self, start: int, end: int, sentence: Sentence, clause: tuple[int, int], *, days: bool = False,
        figures: list[Mention] | None = None, figure_starts: list[int] | None = None,
    ) -> Timed:  # fmt: skip
        """The time that governs an expression; of `days` alone, the day: a move over one session has no month."""
        lo, hi = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        figures, figure_starts = figures or [], figure_starts or []
        dates = self.dates[lo:hi]
        if self.lang == "ko" and dates:
            if (mine := that_day.own(self.text, dates, end)) is not None:
                return self._of(mine, "clause", (mine,))
            dates = [m for m in dates if not that_day.in_brackets(self.text, m)]
        against = [m for m in dates if whose_day.of_the_past(self.text, m, start, end, sentence, figures, figure_starts)] if dates and self.lang == "en" else []
        here = dates and [
            m for m in dates
            if m not in against and self._governs(m) and not (days and not self._past_day(m))
            and not whose_day.anothers(self.text, self.lang, m, start, end, clause, figures, figure_starts)
            and not (sentence.asides and (aside := sentence.aside_at(m.start)) is not None and not aside[0] <= start < aside[1])
        ]  # fmt: skip
        inside = [m for m in here if clause[0] <= m.start < clause[1]]
        before = [m for m in here if m.end <= start]
        others = tuple(here)
        if self.lang == "ko" and len(before) > 1 and figures:
            if (one := in_turn(self.text, before, start, figures, figure_starts)) is not None:
                return self._of(one, "clause", others)
        own = [m for m in inside if m.end <= start] or [m for m in inside if m.start >= end and self.lang == "en"]
        behind = next((m for m in inside if m.start >= end), None) if self.lang == "en" else None
        if self.lang == "en" and (owner := self._owner(lo, hi, start)) is not None:
            return self._of(owner, "clause", others)
        if behind is not None and (EN_ON.fullmatch(self.text, end, behind.start) or whose_day.told_of(self.text, behind, start, end)):
            return self._of(behind, "clause", others)
        if own:
            m = own[-1] if own[-1].end <= start else own[0]
            return self._of(m, "clause", others)
        if before:
            return self._of(before[-1], "sentence", others)
        m2 = self.carried(sentence)
        if here and self.lang == "en" and not (self._only_tells_why(here[0]) and (m2 is not None or spans(here[0].value, "en"))):  # type: ignore[arg-type]
            return self._of(here[0], "sentence", others)
        closed = self.lang == "en" and self.closes.told(sentence, clause, bool(here))
        earlier = next((m.value for m in (*against, *self._asides(sentence)) if isinstance(m.value, When)), None)
        if m2 is not None:
            return msgspec.structs.replace(self._of(m2, "carried", others), closed=closed, aside=earlier)
        if self.lang == "ko" and not here and (then := that_day.then(self.text, self._dates_before(sentence), sentence, self.published.date())) is not None:
            return self._of(then, "sentence", others)
        if (same := self.same_day(sentence, start)) is not None:
            return self._of(same, "carried", others)
        return Timed(others=others, closed=closed, aside=earlier)

    def _of(self, m: Mention, how: str, others: tuple[Mention, ...]) -> Timed:
        when = m.value
        assert isinstance(when, When)
        if when.deixis in ("previous_day", "yesterday") and self.lang == "ko" and KO_ABROAD.match(self.text, m.end) is not None:
            when = msgspec.structs.replace(when, deixis="overnight")
        if when.deixis == "this_day" and self.lang == "ko" and (old := self._gone_by(m)) is not None:
            return Timed(when=old.value, span=m.span, how=how, others=others, instead=when)  # type: ignore[arg-type]
        if when.deixis == "this_day" and not (self.lang == "en" and when.clock) and (anchor := self._day_before(m.start)) is not None and not self._past_one(anchor, m):
            return Timed(when=anchor.value, span=m.span, how=how, others=others, instead=when)  # type: ignore[arg-type]
        return Timed(when=when, span=m.span, how=how, others=others)

    def _past_one(self, anchor: Mention, m: Mention) -> bool:
        """Whether a Korean day only tells in its own sentence what went before "이날": "지난 금요일 올랐고 이날 다시"."""
        past = "지난" in self.text[max(0, anchor.start - 3) : anchor.end]
        return self.lang == "ko" and past and self._sentence(anchor) == self._sentence(m)

    def _governs(self, m: Mention) -> bool:
        """Whether a date tells when, and not since when or compared with when; asked of its words once."""
        known = self._governing.get((m.start, m.end))
        if known is None:
            known = self._governing[m.start, m.end] = self._tells_when(m)
        return known

    def _tells_when(self, m: Mention) -> bool:
        assert isinstance(m.value, When)
        if m.value.relation in ("since", "before", "after", "until", "by"):
            return told_when(self.text, m) or (self.lang == "en" and m.value.relation == "by" and EN_BY_THEN.match(self.text, m.end) is not None and self._past_day(m))
        if self.lang == "ko":
            return not KO_BASE.match(self.text, m.end)
        if EN_SINCE.search(self.text, m.start - 70, m.start):
            return False
        if EN_WHERE.search(self.text, m.start - 40, m.start) or EN_BY_ITSELF.search(self.text, m.start - 10, m.end + 1):
            return False
        if EN_OF_EXTREME.search(self.text, m.start - 60, m.start) or (m.value.deixis is None and EN_EXTREME.match(self.text, m.end)):
            return False
        if EN_CLOSE_OF.match(self.text, m.end) and EN_ABOVE.search(self.text, m.start - 8, m.start):
            return False
        return not EN_BASE.search(self.text, m.start - 24, m.start) and not EN_CONTRACT.match(self.text, m.end)

    def _owner(self, lo: int, hi: int, start: int) -> Mention | None:
        """The English day whose own figure stands right behind it: "after Tuesday's 1.1% slide"."""
        m = self.dates[i - 1] if (i := bisect_left(self.starts, start, lo, hi)) > lo else None
        owns = m is not None and EN_OWN.fullmatch(self.text, m.end - 2, start) is not None
        return m if owns and m is not None and self._past_day(m) else None

    def _past_day(self, m: Mention) -> bool:
        """Whether a date is one day that had come when the text appeared."""
        when = m.value
        return isinstance(when, When) and when.grain in DAYS and when.start is not None and when.start <= self.published.date()

    def _gone_by(self, m: Mention) -> Mention | None:
        """The day longer gone that a Korean "이날" takes up from the sentence before."""
        i = self._sentence(m)
        return that_day.gone_by(self.text, self._dates_before(self.sentences[i]), self.sentences[i - 1], self.published.date()) if i else None

    def _dates_before(self, sentence: Sentence) -> list[Mention]:
        """The time expressions of the sentence before one."""
        before = self.sentences[max(0, sentence.index - 1)]
        return self.dates[bisect_left(self.starts, before.start) : bisect_left(self.starts, min(before.end, sentence.start))]

    def same_day(self, sentence: Sentence, at: int) -> Mention | None:
        """The day named last before a Korean sentence that tells a figure of "같은 날", whatever that day's sentence speaks of."""
        if self.lang != "ko" or KO_SAME_DAY.search(self.text, sentence.start, at) is None:
            return None
        return self._last(sentence.start, self._past_days)

    def _day_before(self, at: int) -> Mention | None:
        """The recent day named last before a place that later sentences can mean by "that day".

        A day that only dates something beside the market ("협상 시한이 17일 끝났다") is meant by the sentence behind it alone;
        from then on the later day of trading that the news is of is meant again.
        """
        m = self._last(at, self._anchors)
        if m is None or self.lang != "ko" or self._of_market(m) or self._at(at) - self._sentence(m) <= 1:
            return m
        traded = next((d for d in (self.dates[i] for i in reversed(self._anchors)) if d.start < m.start and self._trading(d)), None)
        return m if traded is None or self._start(traded) <= self._start(m) else traded

    def _last(self, at: int, places: list[int]) -> Mention | None:
        """Of the dates at some places of the list, the last one before a place of the text."""
        i = bisect_left(places, bisect_left(self.starts, at)) - 1
        return self.dates[places[i]] if i >= 0 else None

    @cached_property
    def _past_days(self) -> list[int]:
        return [i for i, m in enumerate(self.dates) if self._past_day(m)]

    @cached_property
    def _anchors(self) -> list[int]:
        return [
            i for i, m in enumerate(self.dates)
            if isinstance(m.value, When) and m.value.grain in DAYS and m.value.deixis not in BESIDE and m.value.start
            and 0 <= (self.published.date() - m.value.start).days <= 4 and self._governs(m) and not self._in_passing(m)
        ]  # fmt: skip

    def _start(self, m: Mention) -> dt.date:
        """The day that an anchor, which always has one, begins on."""
        assert isinstance(m.value, When) and m.value.start is not None
        return m.value.start

    def _sentence(self, m: Mention) -> int:
        return self._at(m.start)

    def _at(self, place: int) -> int:
        """The sentence that a place of the text is in."""
        return (bisect_right(self.sentence_starts, place) or 1) - 1

    def _of_market(self, m: Mention) -> bool:
        """Whether the sentence of a date speaks of trading."""
        i = self._sentence(m)
        known = self._market.get(i)
        if known is None:
            s = self.sentences[i]
            known = self._market[i] = MARKET.search(self.text, s.start, s.end) is not None
        return known

    def carried(self, sentence: Sentence) -> Mention | None:
        """The trading day last named before a sentence in its paragraph, else the first one that the text names; in English
        the latest one so far, since undated figures are of the day that the news is of; looked for once."""
        if sentence.start not in self._carried:
            self._carried[sentence.start] = self._named_before(sentence)
        return self._carried[sentence.start]

    def _named_before(self, sentence: Sentence) -> Mention | None:
        at = bisect_left(self.starts, sentence.start)
        aside: Mention | None = None
        for m in reversed(self.dates[max(0, at - 6) : at]):
            if self.sentences[self._sentence(m)].paragraph != sentence.paragraph:
                break
            if self._trading(m):
                if not self._only_tells_why(m):
                    return m
                aside = aside or m
        if aside is not None and (self.lang == "ko" or self._start(aside) >= self.published.date()):
            return aside
        first = self._first
        if first is None or first >= at:
            return None
        return self.dates[first] if self.lang == "ko" else self._latest(at)

    def _asides(self, sentence: Sentence) -> Iterator[Mention]:
        """The days of its English paragraph, the latest first, that only clauses of what went before name."""
        at = bisect_left(self.starts, sentence.start)
        for m in reversed(self.dates[max(0, at - 6) : at]) if self.lang == "en" else ():
            if self.sentences[self._sentence(m)].paragraph != sentence.paragraph:
                return
            if self._trading(m) and self._only_tells_why(m):
                yield m

    def _only_tells_why(self, m: Mention) -> bool:
        """Whether an English day stands in a clause that only tells what went before the news."""
        a = self.sentences[self._sentence(m)].clause_at(m.start)[0]
        return self.lang == "en" and a >= 6 and EN_WHY.match(self.text, a - 6) is not None

    def running(self, sentence: Sentence) -> Timed:
        """The time of what a sentence tells without naming one: the trading day carried to it, else none."""
        m = self.carried(sentence)
        return self._of(m, "carried", ()) if m is not None else Timed()

    def _latest(self, at: int) -> Mention | None:
        """Of the trading days named before a place the latest, the first named of equals."""
        best = bisect_right(self._peaks, at - 1, key=lambda p: p[0]) - 1
        return self.dates[self._peaks[best][1]] if best >= 0 else None

    @cached_property
    def _peaks(self) -> list[tuple[int, int]]:
        """The places from which on a trading day is the latest named so far, with its place."""
        out: list[tuple[int, int]] = []
        top: dt.date | None = None
        for i, m in enumerate(self.dates):
            day = m.value.start if isinstance(m.value, When) else None
            if day is not None and (top is None or day > top) and self._trading(m) and (day >= self.published.date() or not self._only_tells_why(m)):
                top = day
                out.append((i, i))
        return out

    @cached_property
    def _first(self) -> int | None:
        """The place of the first trading day that the text names."""
        return next((i for i, m in enumerate(self.dates) if self._trading(m)), None)

    def _in_passing(self, m: Mention) -> bool:
        """Whether a Korean date only marks what is looked back at and so rules no later sentence."""
        if self.lang != "ko":
            return False
        if KO_MEASURED.match(self.text, m.end) or KO_THEN.search(self.text, m.start - 8, m.start) or KO_PICTURE.match(self.text, m.start):
            return True
        s = self.sentences[self._sentence(m)]
        if isinstance(m.value, When) and m.value.deixis in eve.DEIXES and eve.over(self.text, m.end, s.end):
            return True
        return KO_HAD.search(self.text, m.end, s.end) is not None

    def _trading(self, m: Mention) -> bool:
        """Whether a date is a recent day that its own sentence ties to trading."""
        known = self._ruling.get(m.start)
        if known is None:
            known = self._ruling[m.start] = self._rules(m)
        return known

    def _rules(self, m: Mention) -> bool:
        when = m.value
        return (
            isinstance(when, When) and self._past_day(m) and when.relation == "on" and when.start is not None
            and when.start.weekday() < 5 and (self.published.date() - when.start).days <= 4
            and self._governs(m) and self._of_market(m) and not self._in_passing(m)
        )  # fmt: skip

    def of_past(self, timed: Timed) -> bool:
        """Whether a figure is placed in a month or year gone by ("in March 2023", "같은 해 3월"), not merely beside one."""
        when, span = timed.when, timed.span
        if when is None or span is None or when.end is None or not spans(when, self.lang) or timed.how not in ("clause", "sentence"):
            return False
        age = (self.published.date() - when.end).days
        if 0 <= age <= 3 or (when.start is not None and when.start <= self.published.date() <= when.end):
            return False
        if self.lang == "ko":
            return not KO_PERIOD_OF.match(self.text, span[1])
        return bool(EN_PLACED.search(self.text, span[0] - 24, span[0]))
