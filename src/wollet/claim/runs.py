"""The length of an English run of sessions, weeks or months that a move is told of: "a five-day, 44% rally", "44% over the run"."""

from __future__ import annotations

from wollet.claim.frames import Frame, Frames
from wollet.claim.stretches import Horizon, Unit
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.mention.timex_en_words import NUMBERS

ORDINALS = {w: n for n, w in enumerate("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 2)}
UNITS: dict[str, Unit] = {"day": "session", "trading day": "session", "session": "session", "week": "week", "month": "month", "year": "year"}
_N = r"(?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_NOUN = r"(?:rally|run|gains?|surge|jump|advance|rise|climb|drop|fall|decline|slide|slump|plunge|sell-?off|loss|rout|rebound|skid|streak|tumble)\b"
_LONG = rf"{_N}-(?P<unit>day|session|week|month|year)(?:-long)?"
BEFORE = Anchored(rf"\b{_LONG},?\s(?:(?:about|nearly|roughly|almost|more than)\s)?$", re.IGNORECASE)
"""Before a figure: how long the move ran."""
MOVE = re.compile(rf"[-\s]?(?:percent\s)?(?:[a-z]+\s)?{_NOUN}", re.IGNORECASE)
CAME_TO = Anchored(rf"\b{_LONG}\s(?:[a-z]+\s)?{_NOUN}\s(?:of|to)\s(?:(?:about|nearly|roughly|almost|more than|as much as)\s)?$", re.IGNORECASE)
"""Before a figure that such a move came to: "a two-day rout of 3%", "taking its two-day loss to 3%"."""
BEHIND = re.compile(rf",?\s{_LONG}\s(?:[a-z]+\s)?{_NOUN}", re.IGNORECASE)
OVER = re.compile(r"\s(?:over|during|in|across|through)\s(?:the|that|this|its)\s(?:(?:winning|losing|hot|entire|whole|same)\s)?(?:run|streak|rally|stretch|slide|skid|selloff|sell-off)\b", re.IGNORECASE)
"""Behind a figure: it is that of the run told before."""
STRAIGHT = re.compile(
    rf"(?:\b(?P<nth>{'|'.join(ORDINALS)}|\d{{1,2}}(?:nd|rd|th|st))|\b{_N})[-\s](?:straight|consecutive|successive)[-\s](?P<unit>trading day|day|session|week|month)"
    rf"|\b{_N.replace('<n>', '<n2>')}-(?P<unit2>day|session|week|month)\s(?:[a-z]+\s)?(?:streak|run|rally|slide|skid)",
    re.IGNORECASE,
)
OVER_BY_NOW = re.compile(r"\b(?:after|following|ended|ending|ends|snapped|snapping|snaps|halted|halting|broke|breaking|reversed|reversing)\s(?:(?:an?|its|the|their)\s)?$", re.IGNORECASE)
"""Before a run that was over when the session told of began."""


def run(frames: Frames, frame: Frame) -> Horizon | None:
    """The stretch of the run that a figure is told of, or None where it is told of none."""
    text, s = frames.text, frame.sentence
    if frame.unit != "percent":
        return None
    m = BEFORE.search(text, max(s.start, frame.start - 40), frame.start)
    if m is not None and MOVE.match(text, frame.end) is not None:
        return _stretch(frames, m["n"], m["unit"], m.start())
    if (m := CAME_TO.search(text, max(s.start, frame.start - 60), frame.start)) is not None:
        return _stretch(frames, m["n"], m["unit"], m.start())
    if (m := BEHIND.match(text, frame.end)) is not None:
        return _stretch(frames, m["n"], m["unit"], frame.start)
    if OVER.match(text, frame.end) is None:
        return None
    for told in (s, frames.sentences[s.index - 1]) if s.index else (s,):
        found = list(STRAIGHT.finditer(text, told.start, min(told.end, frame.start)))
        if found:
            last = found[-1]
            return _stretch(frames, last["nth"] or last["n"] or last["n2"], last["unit"] or last["unit2"], last.start())
    return Horizon("anchor", anchor="run")


def _stretch(frames: Frames, number: str, unit: str, at: int) -> Horizon:
    """So many units, up to the session before where the words before the run say that it was over."""
    word = number.lower()
    n = ORDINALS.get(word) or NUMBERS.get(word) or int(re.sub(r"\D", "", word))
    return Horizon(UNITS[unit.lower()], n, before=OVER_BY_NOW.search(frames.text, max(0, at - 24), at) is not None)
