"""The exchange sessions that a time in the news may mean for an instrument of a given exchange.

Reporters count by their own clock.  A Korean morning article tells of the New York session that ended at dawn: 간밤 and
오늘 are that session, 어제 is it too or the one before; a local date ("현지시각 13일") is the session of that date.  What
the words leave open comes back as further windows with a weaker tier.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

from wollet.model.article import ZONE
from wollet.model.claim import Tier
from wollet.model.time import When, Window
from wollet.reference import calendars

DAY = dt.timedelta(days=1)
HOME = {"ko": "XKRX", "en": "XNYS"}
AROUND = frozenset(("XFXS", "CMES", "IFUS", "IEPA", "24/7"))
"""Round-the-clock trading: the session named by a date is the reporter's as much as New York's."""
NOON = 12
"""Hour in Seoul from which a text's own day is the day of the currencies that it quotes."""
Reading = tuple[dt.date, Tier]


def session_windows(when: When | None, mic: str, published: dt.datetime, lang: str) -> list[tuple[Window, Tier]]:
    """The sessions of an exchange that a time allows, likeliest first; each window is one session.

    `published` is aware.  A time of a longer grain (week, month, year) gives its own days as one window; None is
    silence: the last closed session, or the one in progress.  Tiers: "stated" where the words fix the date in the
    exchange's own calendar, "default" where the trade's habit does, "possible" where the words merely allow it.
    """
    return list(_windows(when, mic, published, published.tzinfo, lang))


@lru_cache(1024)
def _windows(
    when: When | None, mic: str, published: dt.datetime, _zone: dt.tzinfo | None, lang: str
) -> tuple[tuple[Window, Tier], ...]:
    """`session_windows`, kept: an article asks the same of every figure.  Equal moments of two zones are two questions."""
    if when is not None and when.start is not None and when.end is not None and when.start != when.end:
        return ((Window(when.start, when.end), "stated"),)
    if when is None or when.start is None:
        found = _silent(mic, published, lang)
    elif when.deixis is None or when.deixis in ("weekday", "date"):
        found = _dated(when, mic, published, lang)
    else:
        found = _deictic(when, mic, published, lang)
    out: list[tuple[Window, Tier]] = []
    seen: set[dt.date] = set()
    for day, tier in found:
        if day not in seen:
            seen.add(day)
            out.append((Window(day, day), tier))
    return tuple(out)


def _end_of_day(published: dt.datetime) -> bool:
    """Whether only the day of publication is known (it then stands at the end of that day)."""
    return (published.hour, published.minute) in ((23, 59), (0, 0))


def _silent(mic: str, published: dt.datetime, lang: str) -> list[Reading]:
    """No words: the session in progress, then the last closed one; the one before where only the day is known.

    What trades around the clock is told by the reporter's own day, which in New York goes on when the session of the
    next day has begun.
    """
    last = calendars.last_closed(mic, published)
    running = calendars.in_session(mic, published)
    out: list[Reading] = []
    own = published.astimezone(ZoneInfo(ZONE.get(lang, "America/New_York"))).date()
    if ((lang == "en" and mic in AROUND) or mic == "24/7") and calendars.is_session(mic, own):
        out.append((own, "default"))
    if running is not None and mic != "24/7":
        out.append((running, "default"))
    out.append((last, "default"))
    if _end_of_day(published):
        out.append((calendars.shift(mic, last, -1), "default"))
    elif running is None:
        out.append((calendars.shift(mic, last, -1), "possible"))
    return out


def far(mic: str, lang: str) -> bool:
    """Whether an exchange's day and the reporter's overlap in part only: Wall Street seen from Seoul, Tokyo from New York."""
    return calendars.zone(mic).key.partition("/")[0] != calendars.zone(HOME.get(lang, "XNYS")).key.partition("/")[0]


def _dated(when: When, mic: str, published: dt.datetime, lang: str) -> list[Reading]:
    """A date or weekday by name: that session; where there is none, the neighbours by the trade's habit."""
    assert when.start is not None
    day = when.start
    if not calendars.is_session(mic, day):
        before, after = calendars.shift(mic, day, 0), calendars.shift(mic, day, 1)
        out: list[Reading] = [(before, "possible")]
        return [*out, (after, "possible")] if calendars.open_at(mic, after) <= published else out
    out = [(day, "stated")]
    if far(mic, lang) and not when.local:
        close = calendars.close_at(mic, day)
        before = calendars.shift(mic, day, -1)
        if close > published:
            run: list[Reading] = [(day, "default"), (before, "default")]
            if mic == "24/7" and lang == "ko":
                return run
            early = mic == "XFXS" and lang == "ko" and published.astimezone(ZoneInfo(ZONE["ko"])).hour < NOON
            return run if calendars.open_at(mic, day) <= published and not early else run[::-1]
        out.append((before, "possible"))
    return out


def _deictic(when: When, mic: str, published: dt.datetime, lang: str) -> list[Reading]:
    """오늘, 어제, 간밤, 이날, today, yesterday, overnight."""
    assert when.start is not None
    word, day = when.deixis, when.start
    last = calendars.last_closed(mic, published)
    running = calendars.in_session(mic, published)
    if word == "overnight":
        return _overnight(mic, published, running, last)
    if when.local and word in ("previous_day", "next_day") and not far(mic, lang):
        own = published.astimezone(ZoneInfo(ZONE.get(lang, "America/New_York"))).date() + (DAY if word == "next_day" else -DAY)
        return [*_at_home(word, mic, own, published, last), (calendars.shift(mic, day, 0), "possible")]
    if not far(mic, lang) or when.local:
        return _at_home(word or "", mic, day, published, last)
    before = calendars.shift(mic, last, -1)
    if word in ("today", "this_day"):
        if running is not None:
            return [(running, "default"), (last, "default"), (before, "possible")]
        return [(last, "default"), (before, "default" if _end_of_day(published) else "possible")]
    if word in ("yesterday", "previous_day"):
        morning = published.astimezone(ZoneInfo(ZONE.get(lang, "America/New_York"))).hour < 12
        on = calendars.shift(mic, day, 0)
        if morning and not _end_of_day(published):
            return [(before, "default"), (last, "default"), (on, "possible")]
        return [(on, "default"), (last, "default"), (before, "default")]
    return _dated(when, mic, published, lang)


def _overnight(mic: str, published: dt.datetime, running: dt.date | None, last: dt.date) -> list[Reading]:
    """간밤, overnight: the session that ran through the reporter's night."""
    out: list[Reading] = [(last, "default")]
    if running is not None:
        out.append((running, "possible"))
    tier: Tier = "default" if _end_of_day(published) else "possible"
    return [*out, (calendars.shift(mic, last, -1), tier)]


def _at_home(word: str, mic: str, day: dt.date, published: dt.datetime, last: dt.date) -> list[Reading]:
    """Words of the reporter's own day for an exchange that keeps it."""
    if calendars.is_session(mic, day):
        opened = calendars.open_at(mic, day) <= published
        if opened or word not in ("today", "this_day"):
            out: list[Reading] = [(day, "stated")]
            if word in ("this_day", "previous_day"):
                out = [(day, "default"), (calendars.shift(mic, day, -1), "possible")]
            return out
        return [(last, "default"), (day, "possible")]
    before = calendars.shift(mic, day, 0)
    return [(before, "default" if word in ("today", "this_day", "yesterday", "previous_day") else "possible")]
