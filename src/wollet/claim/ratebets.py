"""What English texts say of bets: how likely a thing is, how many basis points or cuts are priced in, from what before.

"A 37% chance of a rate cut in May, down from 58% on Monday"; "price in 75 basis points of easing this year"; "three
more rate rises".  A rate's bet is charged to the policy rate of the central bank that the sentence speaks of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import msgspec

from wollet.claim import periods, topics
from wollet.claim.frames import Frame, Frames
from wollet.claim.whose import owner
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Subject
from wollet.model.mention import Name
from wollet.model.time import When, Window

LIKELY = re.compile(r"[\s-](?:or (?:better|greater|more|higher)\s)?(?:implied\s|market-implied\s|perceived\s)?(?:chances?|probabilit(?:y|ies)|likelihood|odds|possibility)\b", re.IGNORECASE)
AT = Anchored(
    r"\b(?:chances?|probabilit(?:y|ies)|likelihood|odds)\b(?:[^.;%]{0,80}?)\s(?:at|of|to|is|was|were|are|stood at|stands at|rose to|fell to|jumped to|dropped to|climbed to|slid to)\s(?:about\s|around\s|just\s|nearly\s|roughly\s|just (?:over|under)\s)?$",
    re.IGNORECASE,
)
BASE = re.compile(r"\b(?:compared\s(?:with|to)|versus|against|than|above|below)\s(?:the\s)?(?:[\w’'.]+\s){0,3}?(?:projections?|forecasts?|dot\splot|estimates?|expectations|outlook)\s(?:of|for)\s(?:about\s|around\s)?$|\b(?:up|down|higher|lower|rose|fell|jumped|climbed|dropped|increased|compared (?:with|to)|versus|against|rather than)?,?\s?\b(?:from|with|to|versus|against|than)\s(?:about\s|around\s|just\s|nearly\s|roughly\s)?$", re.IGNORECASE)
OF_RATES = Anchored(r"\b(?:rates?|cuts?|hikes?|easing|tightening|FedWatch|FOMC|(?:the|U\.S\.) Fed|Federal Reserve|central bank|swaps?|basis[- ]points?|bps?|policymakers|ECB|BoE|BoJ|Bank of [A-Z][a-z]+)\b")
MOVED = re.compile(
    r"\s(?:worth\s)?(?:of\s)?(?:[a-z-]+\s){0,3}?(?:(?P<down>(?:rate\s)?(?:cuts?|easing|reductions?|loosening|decreases?))|(?P<up>(?:rate\s)?(?:hikes?|tightening|increases?|rises?|raises?)))\b",
    re.IGNORECASE,
)
MOVES = re.compile(
    r"\s(?:more\s|further\s|additional\s|such\s)?(?:quarter-point\s|half-point\s|\d{2}[- ](?:basis[- ]point|bps?)\s)?(?:interest\s)?(?:[Ff]ed\s)?(?:rate\s)?(?:(?P<down>cuts?|reductions?)|(?P<up>hikes?|rises|increases?))\b",
    re.IGNORECASE,
)
PRICED = Anchored(r"\b(?:mull\w*|consider\w*|weigh\w*|debat\w*|favou?r\w*|poised|looks? for|pric(?:e|ed|es|ing)|impl(?:y|ied|ies|ying)|swaps?|money markets|traders|investors|futures|expect(?:s|ed|ing|ations)?|bets?|betting|foresee|forecasts?|predict(?:s|ed)?|project(?:s|ed)?|pencil(?:l?ed)?|sees?|seen|anticipat(?:e|ed|ing)|looking for|dot plot|would|will|could)\b", re.IGNORECASE)
DONE = re.compile(r"\b(?:delivered|already|has|have|had|after)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
"""Before moves of a rate that are over."""


TIMES = re.compile(r"\b(?:cut(?:ting)?|lower(?:ing)?|reduc(?:e|ing)|rais(?:e|ing)|hik(?:e|ing)|increas(?:e|ing))\s(?:(?:interest|borrowing|its|the|key|benchmark|policy)\s){0,3}(?:rates?|costs)\s(?:(?:about|at\sleast|up\sto)\s)?$")
BY_SO_MUCH = re.compile(r"\b(?P<how>rais(?:e|ing)|hik(?:e|ing)|lift(?:ing)?|tighten(?:ing)?|cut(?:ting)?|lower(?:ing)?|reduc(?:e|ing)|eas(?:e|ing)|slash(?:ing)?)\s(?:(?:interest|borrowing|its|the|key|benchmark|policy)\s){0,3}(?:rates?\s|costs\s)?(?:by\s)?(?:at\sleast\s|another\s|a\sfurther\s|an\sadditional\s|as\smuch\sas\s|about\s){0,3}$")
"""Before the basis points by which a rate is to be moved."""
STEPPED = re.compile(r"\b(?:step(?:s|ping)?\s(?:down|back|up)|slow(?:ing|s|down)?|downshift\w*|dial\w*\sback|smaller|larger)\s(?:\w+\s){0,3}?(?:to|of)\s(?:an?\s)?$")
"""Before the size that the next move is to have: "a step down to 50 basis points"."""
HIKING = re.compile(r"\b(?:rais|hik|increas)")
PRICED_OR_MAY = re.compile(r"\b(?:pric|expect|forecast|predict|project|anticipat|bet|see|foresee|potential|may|might|could|would|will|plan|likely)\w*", re.IGNORECASE)
"""Before so many times: a rate is to be moved."""
NEAR = 40


class Bet(msgspec.Struct, frozen=True):
    """A figure of a bet, with what its claim says of it."""

    frame: Frame
    said: dict[str, Any]


def bets(frames: Frames) -> Iterator[Bet]:
    """The figures of an English text that tell a bet, in order."""
    if frames.lang != "en":
        return
    last: tuple[Frame, dict[str, Any]] | None = None
    for frame in frames.numbers:
        said = _said(frames, frame)
        if said is None and last is not None and _goes_back(frames, frame, last[0]):
            said = {**frames.claim_fields(frame), "quantity": frame.quantity if frame.unit or frame.quantity is None else msgspec.structs.replace(frame.quantity, unit=last[0].unit), **{k: last[1][k] for k in ("subject", "metric", "when", "tier", "certainty")}, "direction": None, "basis": None}
        if said is not None:
            last = frame, said
            yield Bet(frame, said)


MOVE_OF_RATES = Anchored(
    r"\b(?:(?P<cut>(?:interest[- ])?rate[- ]cuts?|cuts? (?:in|to) (?:interest )?rates|(?:cut|cutting|lower|lowering|reduc(?:e|ing)|slash(?:ing)?|trim(?:ming)?) (?:(?:interest|borrowing|policy|its|the|key|benchmark) ){0,3}(?:rates?|costs)|rates? (?:could|may|might|will|would|can|to) (?:fall|come down|be cut|drop)|(?:monetary |policy )easing|eas(?:e|ing) (?:monetary )?policy)"
    r"|(?P<hike>(?:interest[- ])?rate[- ](?:hikes?|increases?|rises?)|(?:rais(?:e|ing)|hik(?:e|ing)|lift(?:ing)?|increas(?:e|ing)) (?:(?:interest|borrowing|policy|its|the|key|benchmark) ){0,3}(?:rates?|costs)|rates? (?:could|may|might|will|would|to) rise))\b",
    re.IGNORECASE,
)
"""A move of a policy rate that is to come."""
DATED = re.compile(r"\b(?:in|by|at|until|till|to|from|before|as (?:early|soon|late) as|starting|beginning|around|for)\s(?:(?:the|its|either|about|as|early|late|mid)[\s-]){0,3}$", re.IGNORECASE)
OF_IT = re.compile(r"\s(?:(?:interest|Fed)[- ])?(?:rate|policy)[- ](?:cut|hike|increase|rise)s?\b|\s(?:policy\s)?meeting\b", re.IGNORECASE)
"""Before and behind the time of such a move."""
SPOKEN = Anchored(r"\b(?:unlikely|likely|call(?:s|ed)|odds|chances?|hopes?|hoping|possib\w+|may|might|push(?:es|ed|ing)|delay\w*)\b", re.IGNORECASE)
NO_MOVE = re.compile(r"\b(?:on hold|hold(?:s|ing)?|unchanged|steady|quash\w*|dash\w*|douse\w*|dampen\w*|(?:keep|leave)s? (?:\w+ )?rates)\b", re.IGNORECASE)
"""Before the time of what is no move, or is no longer expected."""
FAR = 70
MONTHS_AND_LONGER = frozenset(("month", "quarter", "half", "range"))


def dated(frames: Frames) -> list[Bet]:
    """The times for which an English text tells a move of a policy rate as expected: "the first rate cut in June"."""
    published = frames.article.published.date()
    out: list[Bet] = []
    for m in frames.dates if frames.lang == "en" else ():
        when, text = m.value, frames.text
        if not isinstance(when, When) or when.start is None or when.grain not in MONTHS_AND_LONGER or when.relation in ("since", "after"):
            continue
        s = frames.sentence_at(m.start)
        move = next((x for x in MOVE_OF_RATES.finditer(text, s.start, s.end) if max(x.start() - m.end, m.start - x.end()) <= FAR), None)
        if move is None or (DATED.search(text, max(s.start, m.start - 32), m.start) is None and OF_IT.match(text, m.end) is None):
            continue
        if NO_MOVE.search(text, s.clause_at(m.start)[0], m.start) is not None or (out and out[-1].frame.sentence is s and m.start - out[-1].frame.end < 12):
            continue
        if PRICED.search(text, s.start, s.end) is None and SPOKEN.search(text, s.start, s.end) is None:
            continue
        window = periods.window_of(frames, m, frames.at(m.start, m.end))
        if window.end < published and when.grain == "month" and not periods.YEAR.search(text, m.start, m.end):
            window = periods.year_after(window)
        if window.end < published or (window.end - window.start).days > 200 or any(f.unit in ("bp", "percent", "count") for f in _figures(frames, *s.clause_at(m.start))):
            continue
        frame = frames.at(m.start, m.end)
        said = _fields(frames, frame, "rate_move_date", "down" if move["cut"] else "up", rates=True)
        out.append(Bet(frame, {**said, "when": window}))
    return out


def _figures(frames: Frames, a: int, b: int) -> list[Frame]:
    """The figures in a stretch of text."""
    return frames.numbers[bisect_left(frames.figure_starts, a) : bisect_left(frames.figure_starts, b)]


def _goes_back(frames: Frames, frame: Frame, before: Frame) -> bool:
    """Whether a figure is the one that a bet right before it is told from."""
    return (
        frame.sentence is before.sentence and (frame.unit == before.unit or (before.unit == "bp" and frame.unit == "" and frame.quantity is not None and frame.quantity.grain >= 1)) and frame.start - before.end < 90
        and BASE.search(frames.text, max(before.end, frame.start - 40), frame.start) is not None
    )  # fmt: skip


def _said(frames: Frames, frame: Frame) -> dict[str, Any] | None:
    text, q, s = frames.text, frame.quantity, frame.sentence
    if q is None:
        return None
    if frame.unit == "percent":
        if LIKELY.match(text, frame.end) is None and AT.search(text, max(s.start, frame.start - 120), frame.start) is None:
            return None
        rates = OF_RATES.search(text, s.start, s.end) is not None
        return _fields(frames, frame, "probability", None, rates=rates)
    if frame.unit == "bp":
        m = MOVED.match(text, frame.end, s.end)
        by = BY_SO_MUCH.search(text, max(s.start, frame.start - 60), frame.start) if m is None else None
        stepped = m is None and STEPPED.search(text, max(s.start, frame.start - 50), frame.start) is not None
        if (by is not None or stepped) and OF_RATES.search(text, s.start, s.end) and (PRICED_OR_MAY.search(text, s.start, frame.start) or stepped):
            return _fields(frames, frame, "rate_move", "up" if by is None or HIKING.search(by[0]) or by["how"].startswith(("lift", "tight")) else "down", rates=True)
    elif frame.unit == "ratio" and TIMES.search(text, max(s.start, frame.start - 40), frame.start) and PRICED_OR_MAY.search(text, s.start, frame.start):
        up = HIKING.search(text, max(s.start, frame.start - 40), frame.start) is not None
        return {**_fields(frames, frame, "rate_moves", "up" if up else "down", rates=True), "quantity": msgspec.structs.replace(q, unit="count")}
    elif frame.unit in ("", "count") and q.low is not None and q.low <= 12:
        m = MOVES.match(text, frame.end, s.end)
        if m is not None:
            q = msgspec.structs.replace(q, unit="count")
    else:
        return None
    if m is None or PRICED.search(text, s.start, s.end) is None or DONE.search(text, max(s.start, frame.start - 40), frame.start):
        return None
    direction = "down" if m["down"] else "up"
    return {**_fields(frames, frame, "rate_move" if frame.unit == "bp" else "rate_moves", direction, rates=True), "quantity": q}


def _fields(frames: Frames, frame: Frame, metric: str, direction: str | None, *, rates: bool) -> dict[str, Any]:
    subject: Subject = _rate(frames, frame) if rates else owner(frames, frame)
    certainty = "asserted" if metric == "probability" else "expected"
    return {
        **frames.claim_fields(frame), "subject": subject, "metric": metric, "direction": direction, "when": _when(frames, frame),
        "tier": "default", "certainty": certainty, "basis": None,
    }  # fmt: skip


def _rate(frames: Frames, frame: Frame) -> Subject:
    """The policy rate that stands by the figure, else that of the central bank that the sentence speaks of."""
    near = [
        m for m in frames.names.within(frame.sentence)
        if isinstance(m.value, Name) and m.value.ids and m.value.ids[0] in topics.POLICY_RATES and max(m.start - frame.end, frame.start - m.end) <= NEAR
    ]  # fmt: skip
    if not near or not isinstance(near[0].value, Name):
        return topics.policy_rate(frames, frame)
    name = near[0].value
    return Subject(kind="instrument", id=name.ids[0], symbol=name.symbol, name=name.name)


def _when(frames: Frames, frame: Frame) -> Window:
    """The meeting, month or year that the bet is on: named behind the figure, else in its sentence; else the day of the text."""
    published = frames.article.published.date()
    dates = frames.dates_in(frame.sentence)
    for m in [*(d for d in dates if d.start >= frame.end), *(d for d in reversed(dates) if d.end <= frame.start)]:
        when = m.value
        if not isinstance(when, When) or when.start is None or when.relation in ("since", "before", "after"):
            continue
        window = periods.window_of(frames, m, frame)
        if window.end < published and when.grain == "month" and not periods.YEAR.search(frames.text, m.start, m.end):
            window = periods.year_after(window)
        if window.end >= published and (window.end - window.start).days < 370:
            if when.relation in ("by", "until") and when.grain in ("month", "year", "range"):
                return Window(min(published, window.end), window.end)
            return window
    return Window(published, published)
