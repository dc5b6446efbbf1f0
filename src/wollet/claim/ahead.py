"""Whether a figure is one to come: of a period that nobody can have reported yet, or one that a company means to reach."""

from __future__ import annotations

import datetime as dt

from wollet.claim import fiscal
from wollet.claim.facts import Fact
from wollet.claim.frames import Frame, Frames
from wollet.claim.future import FUTURE
from wollet.claim.told_periods import STILL_RUNNING, TOLD_AS_DONE
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.time import When, Window

KO_MOVED = re.compile(r"[^.\n”\"]{0,30}?(?:(?:감소|증가|축소|확대|성장|급증|급감)했|늘었|줄었|늘어났|줄어들었)(?:다|고|으며)")
"""Shortly behind a figure: it is told as what came about."""
SO_FAR = re.compile(r"들어|누적|까지|현재|지금|확정|so far|to date|declared|since", re.IGNORECASE)
KO_EXPECTS = Anchored(rf"[{FUTURE}]\s?것(?!을\s|이?라는|이란\s우려)|[{FUTURE}]\s?전망|것으로\s?(?:전망|예상|추정|예측|관측|기대|보[인이고])|전망(?:된|한|했|이다|이라)|예상(?:된|한다|했|이다|된다)|추정(?:된|한다|했)|(?:으로|로)\s?(?:전망|예상|추정|예측)")
"""How a sentence ends that only expects its figures."""
KO_DONE = re.compile(r"[었았했됐렸혔]고[,\s]|[었았했됐렸혔]으며|[었았했됐렸혔]지만|[었았했됐렸혔]다[.\s\"”]")
"""Between a figure and an expectation: the figure belongs to a clause of what is over."""
FAR_OFF = 200
"""Days before the end of a period of which nothing can be told "up to" now."""
UNREPORTED = 40
"""Days behind the end of a quarter within which its results are still foretold."""


def _expected_of(frames: Frames, frame: Frame, window: Window, published: dt.date) -> bool:
    """Whether a Korean sentence expects a figure of a period that is under way or that nobody has reported yet."""
    if window.end < published and ((published - window.end).days > UNREPORTED or (window.end - window.start).days > 100):
        return False
    inside = frames.speech.quotation(frame.start)
    stop = frames.speech.quotes[inside][1] if inside >= 0 else frame.sentence.end
    m = KO_EXPECTS.search(frames.text, frame.end, stop)
    return m is not None and KO_DONE.search(frames.text, frame.end, m.start()) is None


KO_MEANS = re.compile(r"[^.\n\d\"”“]{0,30}?(?:계획|방침|예정(?!일|대로)|목표(?!\s?(?:주가|가)|인|였|치|의|[를을]\s(?:넘|달성|초과|웃)|보다|\s?대비)|[기를]로\s?했|추진[하할한])")
"""Shortly behind a figure that a company means to reach or to spend."""
KO_WENT_ON = re.compile(r"[었았했됐]고[,\s]|[었았했됐]으며|지만|[하되]며[,\s]|[한했]\s데\s이어|은\s물론")
"""Between a figure and the plan of another clause."""


def meant(frames: Frames, frame: Frame, fact: Fact, stated: Window | None) -> Window | None:
    """The period of a Korean figure that a company means to reach or to spend: a plan behind it, and a time to come."""
    published = frames.article.published.date()
    m = KO_MEANS.match(frames.text, frame.end, frame.sentence.end)
    if m is None or KO_WENT_ON.search(m[0]) is not None or TOLD_AS_DONE["ko"].search(m[0]) is not None or (stated is not None and stated.end < published):
        return None
    for d in reversed(frames.dates_between(frame.sentence.start, frame.start)):
        when = d.value
        if isinstance(when, When) and when.start is not None and when.end is not None and when.end > published and when.grain not in ("day", "instant"):
            return Window(min(when.start, published) if when.start.year == published.year else published, when.end)
    return stated if stated is not None and stated.end > published and fact.metric != "dividend_per_share" else None


def to_come(frames: Frames, frame: Frame, window: Window | None, published: dt.date) -> bool:
    """Whether a figure is of a period that was far from over, so that nobody can have reported it."""
    if TOLD_AS_DONE[frames.lang].search(frames.text, frame.end, frame.sentence.end) or (frames.lang == "ko" and KO_MOVED.match(frames.text, frame.end)):
        return False
    if window is None or (window.end - window.start).days < 80:
        return False
    if (window.end - published).days < STILL_RUNNING and not (frames.lang == "ko" and _expected_of(frames, frame, window, published)):
        return False
    if frame.certainty == "asserted" and fiscal.named(frames, frame) is not None:
        return False
    if frames.lang == "ko" and (window.end - published).days > FAR_OFF:
        return True
    return SO_FAR.search(frames.text, max(frame.sentence.start, frame.start - 60), min(frame.sentence.end, frame.end + 30)) is None
