"""Time expressions of a text, each resolved to days against the moment of publication.

Korean and English have their own readers; both give mentions of kind "date" whose value is a `When`: first and last day
as the words say them, before any session logic, with the grain, the relation (since, until, by), the deixis of a relative
word, and the clock and zone where told.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from wollet.model.article import ZONE, Lang
from wollet.model.mention import Mention


def scan(text: str, lang: Lang, published: dt.datetime) -> list[Mention]:
    """All time expressions in order, none overlapping.  A publication time in UTC is read in the language's own zone."""
    if published.tzinfo is not None and not published.utcoffset():
        published = published.astimezone(ZoneInfo(ZONE[lang]))
    if lang == "ko":
        from wollet.mention import timex_ko

        return timex_ko.scan(text, published.date())
    from wollet.mention import timex_en

    return timex_en.scan(text, published.date())
