"""Hours told by a city's clock: "11:44 a.m. in Singapore"."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import msgspec

from wollet.mention import unhurried as re
from wollet.model.article import Article, day_only
from wollet.model.mention import Mention
from wollet.model.time import When
from wollet.reference.cities import CITIES

CITY = re.compile(rf"\s(?:in\s)?({'|'.join(CITIES)})\b")


def by_city(text: str, dates: list[Mention], article: Article) -> list[Mention]:
    """The time expressions, an hour told by a city's clock ("11:44 a.m. in Singapore") put on the day it then was there."""
    if article.lang != "en" or day_only(article):
        return dates
    out = []
    for m in dates:
        when = m.value
        if isinstance(when, When) and when.clock is not None and when.zone is None and when.deixis == "this_day" and (city := CITY.match(text, m.end)):
            day = article.published.astimezone(ZoneInfo(CITIES[city[1]])).date()
            m = msgspec.structs.replace(m, value=msgspec.structs.replace(when, start=day, end=day))
        out.append(m)
    return out
