"""A number in its place: the clause it stands in, whose it is, when, which way it moves and who says so.

A `Frame` is one number expression (or one event phrase without a number: a record, a streak, a date) with all that the
words around it tell.  Frames are built once and shared by all families: a family's `take(frames)` walks
`frames.numbers` (or makes a frame of its own phrase with `frames.at(start, end)`) and asks

    frame.quantity / frame.unit      the figure (None for a phrase); `frame.quote` its wording
    frame.subject                    the likeliest subject (`Candidate`); all in order in `frame.subjects`
    frame.shared                     further subjects of the same number ("A, B and C were all up 10%")
    frame.instrument                 the likeliest subject that is priced, or None
    frame.priced                     the same, or None where an unknown thing stands between it and the number
    frame.movement                   `Cue` of rise, fall or standing still; `.direction`, `.start`
    frame.fact                       what the number measures by the nearest metric word (`facts.Fact`), or None
    frame.time                       the time expression that governs it (`When`), its span, and how it was found
    frame.basis, frame.compare       close/intraday/...; what the figure is set against ("yoy", "qoq", "mom",
                                     "prev_session", "consensus", "peer"), None where nothing is said
    frame.speaker, frame.quoted      who says it; whether it stands in quotation marks
    frame.certainty, frame.negated   asserted, reported, expected, planned, hypothetical
    frame.group                      the investor group named nearest ("foreign", "institution", "individual", "pension")
    frame.before, frame.after        neighbours in the same chain of numbers (indices into `frames.numbers`)
    frame.place                      "title", "heading", "body", "item", "caption"
    frames.windows(frame, mic)       exchange sessions that the words allow, with tiers, likeliest first
    frames.claim_fields(frame)       the fields that every claim takes over from its frame
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Any

import msgspec

from wollet.claim import (
    by_unit,
    causes,
    cities,
    clauses,
    contracts,
    cues,
    facts,
    respective,
    speech,
    strangers,
    subject_words,
    subjects,
    time_words,
    times,
    venues,
)
from wollet.claim.candidates import Candidate
from wollet.claim.clauses import Sentence
from wollet.claim.cues import Cue
from wollet.claim.speech import Said
from wollet.claim.times import Timed
from wollet.claim.windows import allowed
from wollet.mention.anchored import Anchored
from wollet.model.article import Article, Lang, day_only
from wollet.model.claim import Certainty, Direction, Subject, Tier
from wollet.model.mention import NUMBER_KINDS, Mention, Name
from wollet.model.quantity import Quantity
from wollet.model.time import Window
from wollet.reference import calendars

MOMENT = Anchored(r"\b(?:in the (?:morning|afternoon) session|midday|at last check|as of \d{1,2}(?::\d\d)? ?[ap]\.?m)\b")
AT_CLOSE = Anchored(r"\bas of 4(?::0\d)? ?p\.?m\.?,? (?:in )?(?:New York|ET\b|EST\b|EDT\b|Eastern)")
"""The hour at which New York's exchanges close."""
WALL_STREET = Anchored(r"뉴욕\s?(?:증시|증권|주식)|월가|나스닥|미국\s?(?:증시|주식)|美\s?증시|ADR|\b(?:Wall Street|Nasdaq|NASDAQ|NYSE|U\.S\.-listed|American depositary|New York)\b")
TRADE = {
    "ko": Anchored(r"거래|마감|장을|장\s?중|장\s?초반|증시|강세|약세|주가|종목|업종|섹터|지수|ETF|ETN|코스[피닥]|테마|관련주|개장|시황|수익률|[가-힣]주[가는도들](?![가-힣])"),
    "en": Anchored(r"\b(?:shares|stocks?|index|indexes|Nasdaq|NYSE|Wall Street|S&P 500|trading|session|traders|investors)\b", re.IGNORECASE),
}
"""Words that only a text of markets puts around a move."""
FEW = {"ko": 6, "en": 4}
"""So many words of trading make a text one of markets throughout."""
TOLD = re.compile(r"[다요죠]\.\s*$")
"""The end of a whole Korean sentence, which no headline is."""
BREAKFAST = 9
"""The hour at which Seoul's market opens."""


class Frame(msgspec.Struct, kw_only=True, eq=False):
    """One expression in its place; see the module's docstring."""

    start: int
    end: int
    mention: Mention | None
    index: int
    sentence: Sentence
    clause: tuple[int, int]
    subjects: tuple[Candidate, ...] = ()
    shared: tuple[Candidate, ...] = ()
    time: Timed
    movement: Cue | None = None
    fact: facts.Fact | None = None
    basis: str | None = None
    compare: str | None = None
    said: Said = Said()
    group: str | None = None
    strange: bool = False
    before: int | None = None
    after: int | None = None
    quote: str = ""
    quantity: Quantity | None = None
    instrument: Candidate | None = None

    @property
    def span(self) -> tuple[int, int]:
        return (self.start, self.end)

    @property
    def unit(self) -> str:
        return self.quantity.unit if self.quantity is not None else ""

    @property
    def kind(self) -> str:
        return self.mention.kind if self.mention is not None else "phrase"

    @property
    def place(self) -> str:
        return self.sentence.place

    @property
    def subject(self) -> Candidate | None:
        return self.subjects[0] if self.subjects else None

    @property
    def priced(self) -> Candidate | None:
        """The likeliest subject that is priced, unless another thing stands between it and the number."""
        return None if self.strange else self.instrument

    @property
    def direction(self) -> Direction | None:
        q = self.quantity
        if q is not None and q.sign:
            return "up" if q.sign > 0 else "down"
        return self.movement.direction if self.movement is not None else None

    @property
    def speaker(self) -> str | None:
        return self.said.by

    @property
    def quoted(self) -> bool:
        return self.said.quoted

    @property
    def certainty(self) -> Certainty:
        return self.said.certainty

    @property
    def negated(self) -> bool:
        return self.said.negated


class Frames:
    """All frames of an article, with the sentences and names they were built from."""

    def __init__(self, article: Article, mentions: tuple[Mention, ...]) -> None:
        self.article = article
        self.text = article.text
        self.lang: Lang = article.lang
        mentions = tuple([m for m in mentions if not subjects.credited(self.text, m)])
        self.mentions = mentions
        self.sentences = clauses.sentences(article)
        self._starts = [s.start for s in self.sentences]
        self.dates = cities.by_city(self.text, [m for m in mentions if m.kind == "date"], article)
        self._date_starts = [m.start for m in self.dates]
        named = venues.meant(self.text, [m for m in mentions if m.kind in subject_words.KINDS], self.sentences)
        if self.lang == "en":
            named = contracts.meant(self.text, named)
        self.names = subjects.Names(self.text, self.lang, named, self.sentences)
        self.clock = times.Clock(self.text, self.lang, self.dates, self.sentences, article.published)
        self.speech = speech.Speech(self.text, self.lang, mentions, self.sentences)
        self.roles: dict[int, object] = {}
        self.measured: dict[str, list[Any]] | None = None
        self._facts: dict[int, facts.Sentence] = {}
        self._running: dict[tuple[str, dt.date], bool] = {}
        self._cues: dict[int, cues.Cues] = {}
        numbers = [m for m in mentions if m.kind in NUMBER_KINDS]
        figures = subjects.outside(subjects.unlinked(self.text, numbers), named)
        self.figures = figures
        self.numbers_so_far: list[Frame] = []
        self.figure_starts = [m.start for m in figures]

    @cached_property
    def numbers(self) -> list[Frame]:
        """One frame for each number of the text, in order."""
        out = self.numbers_so_far
        for i, m in enumerate(self.figures):
            frame = self.at(m.start, m.end, m, i)
            if self.lang == "ko":
                respective.beside(self.text, out[-1] if out else None, frame)
            if out and out[-1].sentence is frame.sentence and clauses.chained(self.text, out[-1].end, m.start):
                frame.before = i - 1
                out[-1].after = i
            out.append(frame)
        from wollet.claim import chains, enumerated, states

        chains.pass_on(self.text, self.lang, out)
        if self.lang == "ko":
            states.pass_on(self, out)
            enumerated.pass_on(self, out)
        return out

    def sentence_at(self, at: int) -> Sentence:
        return self.sentences[(bisect_right(self._starts, at) or 1) - 1]

    def dates_in(self, sentence: Sentence) -> list[Mention]:
        """The time expressions of a sentence, in order."""
        return self.dates_between(sentence.start, sentence.end)

    def dates_between(self, a: int, b: int) -> list[Mention]:
        """The time expressions that begin in a stretch of text, in order."""
        return self.dates[bisect_left(self._date_starts, a) : bisect_left(self._date_starts, b)]

    def facts_of(self, sentence: Sentence) -> facts.Sentence:
        """The sentence's words of what is measured, found once."""
        found = self._facts.get(sentence.index)
        if found is None:
            found = self._facts[sentence.index] = facts.Sentence(
                self.text, sentence.start, sentence.end, self.lang, [m.span for m in self.names.within(sentence) if m.rule == "fund"]
            )
        return found

    def cues_of(self, sentence: Sentence) -> cues.Cues:
        """The sentence's words of movement, basis, comparison and investor groups, found once."""
        found = self._cues.get(sentence.index)
        if found is None:
            found = self._cues[sentence.index] = cues.Cues(self.text, sentence, self.lang)
        return found

    def at(self, start: int, end: int, mention: Mention | None = None, index: int = -1) -> Frame:
        """The frame of any expression of the text."""
        sentence = self.sentence_at(start)
        clause = sentence.clause_at(start)
        found = self.cues_of(sentence)
        fact_sentence = self.facts_of(sentence)
        value = mention.value if mention is not None else None
        quantity = value if isinstance(value, Quantity) else None
        unit = quantity.unit if quantity is not None else ""
        here = self.names.within(sentence)
        candidates, shared = self.names.of(start, end, sentence, clause, self.figures, self.figure_starts)
        if self.lang == "en" and candidates and candidates[0].end <= start and contracts.of_its_futures(self.text, max(candidates[0].end, sentence.start), start):
            turned = contracts.future(candidates[0].name)
            candidates = candidates if turned is None else (msgspec.structs.replace(candidates[0], name=turned), *candidates[1:])
        if self.lang == "en" and "/" in unit:
            candidates = by_unit.meant(unit, start, candidates, self.names.names)
        first = next((c for c in candidates if c.name.ids), None)
        why = causes.ended(self.text, sentence.start, start, end) if self.lang == "ko" and mention is not None else None
        fact = fact_sentence.fact((start, end), unit) if mention is not None else fact_sentence.spoken_of((start, end))
        if why is not None and fact is not None and fact.at is not None and fact.at[1] < why and not causes.measured(self.text, fact.at[1], why):
            fact = None
        return Frame(
            start=start,
            end=end,
            mention=mention,
            index=index,
            sentence=sentence,
            clause=clause,
            subjects=candidates,
            shared=shared,
            time=self.clock.at(start, end, sentence, clause, figures=self.figures, figure_starts=self.figure_starts),
            movement=found.movement(start, end, clause),
            fact=fact,
            basis=found.basis(start, end, clause),
            compare=found.compare(start, end, clause),
            said=self.speech.at(start, end, sentence, clause if why is None else (max(clause[0], why), max(clause[1], end))),
            group=found.group(start),
            strange=bool(first is not None and strangers.stranger(
                self.text, self.lang, start, end, clause, sentence.start, first, here
            )),
            quote=self.text[start:end],
            quantity=quantity,
            instrument=first,
        )  # fmt: skip

    @cached_property
    def of_wall_street(self) -> bool:
        """Whether the text speaks of the market of New York."""
        return WALL_STREET.search(self.text) is not None

    @cached_property
    def of_trading(self) -> bool:
        """Whether the text speaks of trading throughout."""
        return len(list(TRADE[self.lang].finditer(self.text))) >= FEW[self.lang]

    @cached_property
    def of_a_moment(self) -> bool:
        """Whether the text tells prices as they stood at some moment of a session."""
        return not self.at_close and MOMENT.search(self.text) is not None

    @cached_property
    def at_breakfast(self) -> bool:
        """Whether the text appeared before the market at home opened, when it tells what the night brought."""
        return not day_only(self.article) and self.article.published.hour < BREAKFAST

    @cached_property
    def at_close(self) -> bool:
        """Whether the text tells prices as of the hour at which New York closes."""
        return AT_CLOSE.search(self.text) is not None

    @cached_property
    def headline_basis(self) -> str | None:
        """The basis that the title sets for the whole text ("midday movers", "after hours", "장중")."""
        first = self.sentences[0]
        found = self.cues_of(first).bases
        return found[0][2] if found and not (self.lang == "ko" and TOLD.search(self.text, first.start, first.end)) else None

    def in_session(self, window: Window | None, mic: str) -> bool:
        """Whether the text appeared before the session it speaks of had closed."""
        if window is None:
            return False
        key = (mic, window.end)
        known = self._running.get(key)
        if known is None:
            at = self.article.published
            try:
                known = not day_only(self.article) and at < calendars.close_at(mic, window.end)
            except (KeyError, ValueError):
                known = False
            self._running[key] = known
        return known

    def day(self, frame: Frame) -> Timed:
        """The day that governs a frame, whatever months and quarters its words name besides."""
        when = frame.time.when
        if when is None or (when.grain in time_words.DAYS and when.start is not None and when.start <= self.article.published.date()):
            return frame.time
        if self.clock.of_past(frame.time):
            return frame.time
        return self.clock.at(frame.start, frame.end, frame.sentence, frame.clause, days=True, figures=self.figures, figure_starts=self.figure_starts)

    def windows(self, frame: Frame, mic: str, *, days: bool = False) -> list[tuple[Window, Tier]]:
        """The sessions of an exchange that the words around a frame allow, likeliest first; of `days` single ones only."""
        return allowed(self.day(frame) if days else frame.time, mic, self.article.published, self.lang)

    def claim_fields(self, frame: Frame) -> dict[str, Any]:
        """What every claim takes over from its frame: place, wording, figure, speaker, certainty."""
        return {
            "span": frame.span,
            "quote": frame.quote,
            "quantity": frame.quantity,
            "direction": frame.direction,
            "said_by": frame.speaker,
            "quoted": frame.quoted,
            "certainty": frame.certainty,
            "negated": frame.negated,
        }


def subject_of(candidate: Candidate | None) -> Subject:
    """A candidate as the subject of a claim; without one, the topic is left open."""
    if candidate is None:
        return Subject(kind="topic")
    name: Name = candidate.name
    return Subject(
        kind=candidate.kind, id=name.ids[0] if name.ids else None, symbol=name.symbol, name=name.name
    )


def frames(article: Article, mentions: tuple[Mention, ...]) -> Frames:
    """The frames of an article, built lazily from its mentions."""
    return Frames(article, mentions)


def day(window: Window) -> dt.date:
    """The session a one-session window stands for."""
    return window.end
