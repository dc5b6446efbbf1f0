"""Whose event it is: the company that does it, each company of a list, or the central bank by its rate."""

from __future__ import annotations

import msgspec

from wollet.claim.candidates import Candidate
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.occasions import PATTERN, TABLE
from wollet.claim.topics import policy_rate
from wollet.mention import unhurried as re
from wollet.model.claim import Subject
from wollet.model.mention import Mention, Name

CORPORATE = frozenset(
    ("earnings_date", "listing_date", "payment_date", "record_date", "agreement_date", "event_date", "launch_date", "remarks", "release_date", "effective_date", "deadline")
)  # fmt: skip
KO_OF_WHOM = re.compile(r"(?:하는|하던|되는|[가-힣]?는|한|할|된|될|인)\s?")
KO_WITH = re.compile(r"(?:\([^)]*\))?(?:와|과|에|에게|로부터)\s")
EN_LISTED = re.compile(
    r"(?:\s?\(?\s?[A-Z]{1,5}(?:\.[A-Z]{1,2})?\s?\)?)?\s?(?:,\s?and|,|&|and)?\s?(?:are\s|is\s|both\s|will\s|also\s|the\s)?(?:[a-z-]+\s){0,3}"
)
VOTE = re.compile(r"\bvot(?:e|es|ed|ing)\b")
FED = re.compile(r"\bFed\b|\bFederal Open Market Committee\b")
GOES_ON = re.compile(r"\b(?:[Ii]t|[Ii]ts|[Tt]he (?:company|firm|\w+maker|group|retailer|bank|carrier|lender)|[Hh]e|[Ss]he|[Tt]hey|[Tt]heir)\b")
"""Words by which a sentence goes on about a company named before."""
CENTRAL = re.compile(r"\b(?:central bank|Federal Reserve|[Tt]he Fed|FOMC|Bank of Korea|policymakers)\b|한은|한국은행|연준|연방준비|중앙은행|금통위")


class Cue(msgspec.Struct, frozen=True):
    """A word that governs dates; `kind` is None where it keeps them from being events."""

    start: int
    end: int
    kind: str | None


def cues_in(frames: Frames, a: int, b: int) -> list[Cue]:
    """The words of events in a stretch of text, in order."""
    rows = TABLE[frames.lang]
    return [
        Cue(m.start(), m.end(), rows[(m.lastindex or 1) - 1][1]) for m in PATTERN[frames.lang].finditer(frames.text, a, b)
    ]


def hosts(frames: Frames, frame: Frame, m: Mention, cue: Cue, following: Mention | None) -> list[Subject]:
    """Whose event it is: companies for what companies do, the central bank's rate for its meetings."""
    assert cue.kind is not None
    text = frames.text
    policy = [c for c in cues_in(frames, cue.start, min(frame.sentence.end, cue.end + 46)) if c.kind == "policy_meeting"]
    voted = cue.kind == "event_date" and VOTE.fullmatch(text, cue.start, cue.end) is not None
    if (cue.kind == "meeting_date" and CENTRAL.search(text, *frame.clause)) or (
        voted and any(p.search(text, frame.sentence.start, frame.sentence.end) for p in (CENTRAL, FED))
    ):
        return [policy_rate(frames, frame)]
    if cue.kind == "policy_meeting" or (policy and cue.kind in ("event_date", "release_date")):
        return [policy_rate(frames, frame)]
    beside = [x for x in frames.names.within(frame.sentence) if 0 <= x.start - cue.end <= 4 and _listed(x)]
    if frames.lang == "ko" and beside and KO_OF_WHOM.fullmatch(text, cue.end, beside[0].start):
        return [_named(beside[0])]
    if cue.kind in CORPORATE:
        stop = following.start if following is not None else frame.sentence.end
        if frames.lang == "ko":
            own = [
                x
                for x in frames.names.within(frame.sentence)
                if m.end <= x.start < min(stop, cue.start) and _listed(x) and not KO_WITH.match(text, x.end)
            ]
            if cue.kind == "earnings_date" and len(own) > 1:
                return [_named(x) for x in own]
            if own:
                return [_named(own[0])]
        if frames.lang == "en":
            own = [x for x in frames.names.within(frame.sentence) if m.end <= x.start and x.end <= cue.start and _listed(x)]
            if len(listed := _listed_before(frames, frame, cue)) > 1:
                return listed
            if own and cue.kind in ("earnings_date", "release_date"):
                return [_named(own[-1])]
            if cue.kind == "release_date" and not any(_listed(x) for x in frames.names.within(frame.sentence)) and not GOES_ON.search(text, frame.sentence.start, frame.sentence.end):
                return [Subject(kind="event", name=text[cue.start : cue.end].strip())]
        host = next((c for c in frame.subjects if _company(c) and not (cue.start == frame.sentence.start and c.how != "clause")), None)
        if host is not None:
            return [subject_of(host)]
    return [Subject(kind="event", name=text[cue.start : cue.end].strip())]


def entered(frames: Frames, frame: Frame, cue: Cue) -> list[Subject]:
    """Whose event an entry of an agenda is: every company that it names, the bank's rate, else what it says itself."""
    if cue.kind == "policy_meeting":
        return [policy_rate(frames, frame)]
    named = {s.id or "": s for x in frames.names.within(frame.sentence) if _listed(x) and cue.start <= x.start < cue.end for s in (_named(x),)}
    return list(named.values()) or [Subject(kind="event", name=frames.text[cue.start : cue.end].strip())]


def _listed_before(frames: Frames, frame: Frame, cue: Cue) -> list[Subject]:
    """The companies of a list right before an event's word, or right behind it: "A, B and C report on Thursday"."""
    names = [x for x in frames.names.within(frame.sentence) if _listed(x)]
    before = [x for x in names if x.end <= cue.start]
    behind = [x for x in names if x.start >= cue.end]
    run: list[Mention] = []
    for x in reversed(before):
        if frames.text[x.end : run[-1].start if run else cue.start].strip() and not EN_LISTED.fullmatch(
            frames.text, x.end, run[-1].start if run else cue.start
        ):
            break
        run.append(x)
    run.reverse()
    if not run and behind and behind[0].start - cue.end <= 12:
        run = [behind[0]]
        for x in behind[1:]:
            if not EN_LISTED.fullmatch(frames.text, run[-1].end, x.start):
                break
            run.append(x)
    found: dict[str, Subject] = {}
    for x in run:
        subject = _named(x)
        found.setdefault(subject.id or "", subject)
    return list(found.values())


def _company(c: Candidate) -> bool:
    return bool(c.name.ids) and c.name.ids[0].split(":", 1)[0] not in ("INDEX", "FX", "RATE", "COMDTY", "CRYPTO", "FUT")


def _listed(x: Mention) -> bool:
    v = x.value
    return isinstance(v, Name) and bool(v.ids) and v.ids[0].split(":", 1)[0] not in ("INDEX", "FX", "RATE", "COMDTY", "CRYPTO", "FUT")


def _named(x: Mention) -> Subject:
    v = x.value
    assert isinstance(v, Name)
    return Subject(kind="instrument", id=v.ids[0], symbol=v.symbol, name=v.name)
