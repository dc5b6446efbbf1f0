"""The exchange sessions, or the longer window, that a governing time allows."""

from __future__ import annotations

import datetime as dt

from wollet.claim.time_words import DAYS
from wollet.claim.times import Timed, spans
from wollet.mention.sessions import session_windows
from wollet.model.article import Lang
from wollet.model.claim import Tier
from wollet.model.time import Window
from wollet.reference import calendars


def allowed(timed: Timed, mic: str, published: dt.datetime, lang: Lang) -> list[tuple[Window, Tier]]:
    """Exchange sessions that a governing time allows, likeliest first; what is told as closed is of the last closed one."""
    out = _sessions(timed, mic, published, lang)
    if timed.closed and out and out[0][0].start == out[0][0].end:
        last = calendars.last_closed(mic, published)
        if last < out[0][0].end:
            closed = Window(last, last)
            return [(closed, "default"), *((w, tier) for w, tier in out if w != closed)]
    return out


def _sessions(timed: Timed, mic: str, published: dt.datetime, lang: Lang) -> list[tuple[Window, Tier]]:
    when = timed.when
    if when is not None and when.start is None:
        when = None
    if when is not None and when.grain not in DAYS:
        if timed.how in ("clause", "sentence") and spans(when, lang) and when.start is not None and when.end is not None:
            return [(Window(when.start, when.end), "stated")]
        when = None
    if when is not None and when.deixis == "overnight" and lang == "ko" and mic == "XKRX":
        when = None
    out: list[tuple[Window, Tier]] = list(session_windows(when, mic, published, lang))
    if timed.instead is not None:
        of_day = [(w, tier) for w, tier in session_windows(timed.instead, mic, published, lang)][:1]
        at_home = mic == "XKRX" and when is not None and when.local
        out = [*of_day, *out] if at_home else [*out, *((w, "default") for w, _ in of_day)]
    if timed.aside is not None:
        of_aside: list[tuple[Window, Tier]] = [(w, "possible") for w, _ in session_windows(timed.aside, mic, published, lang)[:1]]
        out += [x for x in of_aside if all(x[0] != w for w, _ in out)]
    if when is None or timed.how == "clause":
        return out
    silent: Tier = "default" if timed.how == "carried" else "possible"
    out += [(w, silent) for w, tier in session_windows(None, mic, published, lang)[:1]]
    first: dict[Window, Tier] = {}
    for w, tier in out:
        first.setdefault(w, tier)
    return list(first.items())
