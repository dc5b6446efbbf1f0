"""Places in an order that English words give without counting values: trades, rankings and who follows in them.

"The biggest maker of chip gear", "the third-largest U.S. bank by assets", "ranked third", "followed by A, B and then C",
"the Nasdaq advanced the most", "Seoul led gains".
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wollet.claim.candidates import Candidate
from wollet.claim.frames import Frame, Frames
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.mention import Name

ORDER = {w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
_ORD = "|".join(ORDER)
TRADES = (
    "maker|manufacturer|producer|bank|lender|retailer|automaker|carmaker|chipmaker|supplier|provider|operator|exporter|importer|economy|airline|insurer|brewer|miner|carrier|refiner|customer|market|employer|brokerage|"
    "asset manager|money manager|exchange|buyer|seller|shareholder|company|consumer|partner|firm|utility|drugmaker|builder|chain|owner|publisher|network|holder|investor|crude importer|oil company|user|builder|grower|fund|brand|stock"
)
PLACE = Anchored(
    rf"\b(?P<trade>(?:by far\s)?(?:the\s)?(?:(?P<ord>{_ORD})[- ])?(?:largest|biggest|leading|No\. (?P<no>\d{{1,2}}))\s(?:(?:U\.S\.|[A-Z]?[\w-]+)\s){{0,3}}?(?:{TRADES})\b(?!s|-)(?:\sby\s(?:market\svalue|assets|revenue|sales|volume|deposits|output|production|capacity))?(?:\sof\s[a-z][\w-]+(?:\s(?:gear|equipment|chips|cars|goods|machines|services|drugs|metals))?)?)"
    rf"|\b(?:rank(?:ed|s|ing)|came(?: in)?|finished)\s(?P<ranked>{_ORD})\b(?!\s(?:time|quarter|half|day|week|month|year))"
    r"|\b(?P<most>(?:advanced|gained|rose|climbed|fell|dropped|declined|slid|lost|sank)\sthe\smost)\b(?!\s(?:since|in\s(?:more|at|over|nearly|almost|about|a|\w+\s(?:days|weeks|months|years))|on\srecord|ever))"
    r"|\b(?P<led>led\s(?:the\s)?(?:gains|losses|gainers|losers|decliners|advancers|advance|decline|rally|selloff)|was\sthe\sbiggest\s(?:gainer|loser|decliner))\b",
)
NOT_ITS = re.compile(r"\b(?:its|their|his|her|our|one of the|among the|some of the|two|three|four|five|ten|\d+)\s(?:[\w'’]+\s)?$", re.IGNORECASE)
"""Before a trade that is somebody's or one of several."""
FOLLOWED = Anchored(r"\bfollowed by\s(?=[A-Z])")
ITEM = re.compile(r"(?:,\s|\sand\s|,\sand\s)?(?:then\s)?(?P<name>[A-Z][\w.&’'-]*(?:\s(?:of\s|and\s(?=[A-Z]\w+\s(?:Inc|Co|Corp)))?[A-Z][\w.&’'-]*){0,3}(?:['’]s\s(?:[A-Z][\w-]*|local joint venture with [A-Z]\w+)(?:\s(?:brand|unit|arm))?)?)")
RANKING = re.compile(r"\b(?:rank\w*|largest|biggest|first|second|led|top|most|No\. \d)\b", re.IGNORECASE)
STOP = re.compile(r"\W*(?:according|with|while|which|who|at|as|after|in)\b")


class Order(msgspec.Struct, frozen=True):
    """A place in an order: its phrase, the place and, of those who follow, whose it is."""

    frame: Frame
    n: int
    kind: str
    subject: Candidate | None = None


def places(frames: Frames) -> Iterator[Order]:
    """The places that an English text gives, in order of their kinds."""
    if frames.lang != "en":
        return
    for m in PLACE.finditer(frames.text):
        kind = m.lastgroup or ""
        if m["trade"]:
            if NOT_ITS.search(frames.text, max(0, m.start() - 24), m.start()) and not m["trade"].startswith("by far"):
                continue
            n = ORDER[m["ord"]] if m["ord"] else int(m["no"]) if m["no"] else 1
            yield Order(frames.at(m.start(), m.end()), n, "trade")
        elif m["ranked"]:
            yield Order(frames.at(m.start("ranked"), m.end("ranked")), ORDER[m["ranked"]], "ranked")
        else:
            yield Order(frames.at(m.start(), m.end()), 1, "moved" if kind != "led" else "led")
    for m in FOLLOWED.finditer(frames.text):
        s = frames.sentence_at(m.start())
        if RANKING.search(frames.text, s.start, m.start()) is None:
            continue
        yield from _followers(frames, m.start(), m.end(), s.end)


def _followers(frames: Frames, start: int, at: int, end: int) -> Iterator[Order]:
    """Those named behind "followed by", each a place further down."""
    n, first = 2, True
    while (m := ITEM.match(frames.text, at, end)) is not None and n <= 10:
        frame = frames.at(start if first else m.start("name"), m.end("name"))
        yield Order(frame, n, "followed", _named(frames, m.start("name"), m.end("name")))
        at, n, first = m.end(), n + 1, False
        if STOP.match(frames.text, at, end):
            return


def _named(frames: Frames, a: int, b: int) -> Candidate | None:
    """The company or place named in a stretch of text."""
    for x in frames.names.within(frames.sentence_at(a)):
        if a <= x.start < b and isinstance(x.value, Name) and x.value.ids:
            return Candidate(name=x.value, kind=x.kind, start=x.start, end=x.end, how="clause")
    return None
