"""The day a text is of: a stamp in UTC, or a date without a time, may lag the reporter's own day.

News tells in its first paragraphs of its own day or of the one before, never of one six days back.  Where a text that is
dated by its day alone says that a market ended, rose or fell on the weekday that follows, it is of that day; so is one stamped in UTC.
"""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import msgspec

from wollet.model.article import ZONE, Article, day_only
from wollet.reference import calendars
from wollet.reference.cities import CITIES

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
REACH = 1200
"""Code points of the first paragraphs."""
STOP = re.compile(r"(?<=[a-z0-9%)’”\"])(?<!Inc)(?<!Corp)(?<!Co)(?<!Ltd)[.!?]\s|\n")
TRADED = re.compile(r"\b(?:stocks?|shares|Treasur\w+|index|session|selloff|pullback|rally|S&P|Nasdaq|Dow|futures|market|oil|gold|bonds|bitcoin|dollar|yen|euro|pound|won|yuan)\b", re.IGNORECASE)
HAPPENED = re.compile(
    r"\b(?:ended|closed|finished|rose|fell|gained|lost|climbed|slid|dropp(?:ed|ing)|rallied|advanced|retreated|slumped|jumped|sank|notched|wavered|added|tumbled|surged"
    r"|came|edged|helped|weigh(?:ed|ing)|rising|falling|snapped|swung|erased|weakened|strengthened|firmed|declined)\b"
)
AHEAD = re.compile(
    r"\b(?:due|will|would|scheduled|slated|expected|awaits?|awaiting|ahead of|upcoming|looks? to|later|next|last|previous|set for|until|before)\b[^,;]{0,40}$"
)
EVENT = re.compile(r"['’]s (?:\w+ ){0,2}(?:report|data|meeting|decision|release|speech|earnings)\b")
NEAR = 90
"""Code points around a weekday within which what a market did is told."""
BESIDE = 24
"""The same, right before it, in any sentence."""
SEVERAL = 2
"""Plain sentences that date a text without a market's move."""
PAST = r"(?:\w+ed|rose|fell|slid|sank|shrank|held|cut|hit|lost|won|drew|grew|came|said|saw|spoke|told|met|began|went|took|gave|led|kept|was|were)"
TOLD = re.compile(rf"\b{PAST}\s(?:[\w%.,’'$-]+\s){{0,6}}$|\bearlier\s$")
"""Before a weekday on which something came to pass: "was echoed by her colleague on Thursday"."""
OPENS = re.compile(r"\s*(?:On\s)?$")
BEHIND = re.compile(rf"\b{PAST}\b")
"""Behind a weekday that opens its sentence: "On Thursday, data showed"."""
WEEK_DONE = re.compile(
    r"\b(?:cap(?:s|ped|ping)|end(?:s|ed|ing)|finish(?:es|ed|ing)|notch(?:es|ed|ing)|post(?:s|ed|ing)|clos(?:es|ed|ing)\sout|suffer(?:s|ed|ing)|snap(?:s|ped|ping)|score)\s(?:(?:its|the|their|a|an|another)\s)?(?:[\w-]+\s){0,2}?(?:week\b(?!\s(?:ago|earlier|high|low|of))|weekly\s(?:gain|loss|advance|decline|drop|rally))",
    re.IGNORECASE,
)
"""A week told as over, which a text that is dated Thursday cannot tell."""
COMING = re.compile(r"\b(?:pace|track|course|set|headed|heading|poised|likely|may|could|would|last\sweek)\b", re.IGNORECASE)
OTHER_DAY = re.compile(r"\b(?:should|could|may|might|expects?|plans?|set\sto|watch(?:es|ing)?|by|preceding|prior|past|week\sago)\b|" + AHEAD.pattern.removesuffix("[^,;]{0,40}$"), re.IGNORECASE)
"""In a sentence whose weekday may lie ahead or a week back."""


EAST = "Asia/Singapore"
"""The zone of a desk that writes while New York still has the day before, where the text names no city of its own."""
CLOCK = re.compile(rf"\d\s?[ap]\.?m\.?\s(?:in\s)?({'|'.join(CITIES)})\b")


def of_its_day(article: Article) -> Article:
    """The article stamped by its reporter's own day.

    A stamp in UTC is put in the zone of the language's markets; where the text tells the hour by another city's clock, in
    that city's; where it calls the day by the name that it has in the East, in the East.  A day without a time goes on to
    the session that the first paragraphs tell as done.
    """
    at = article.published
    if at.year in (dt.MINYEAR, dt.MAXYEAR):
        return article
    if day_only(article):
        return _moved(article, at + dt.timedelta(days=1)) if article.lang == "en" and _tells(article.text, at + dt.timedelta(days=1)) else article
    if at.utcoffset():
        return article
    home = at.astimezone(ZoneInfo(ZONE[article.lang]))
    if article.lang == "en" and home.date() < at.date():
        if (city := CLOCK.search(article.text)) is not None:
            return _moved(article, at.astimezone(ZoneInfo(CITIES[city[1]])))
        if _tells(article.text, at):
            return _moved(article, at.astimezone(ZoneInfo(EAST)))
    return _moved(article, home)


def _moved(article: Article, at: dt.datetime) -> Article:
    return msgspec.structs.replace(article, published=at)


def _tells(text: str, at: dt.datetime) -> bool:
    """Whether a text tells what happened on the weekday of a day: its first paragraphs of markets, or plainly elsewhere."""
    name = WEEKDAYS[at.weekday()]
    if name == "Friday" and calendars.is_session("XNYS", at.date()) and any(WEEK_DONE.search(s) and not COMING.search(s) and TRADED.search(s) for s in STOP.split(text[:REACH])):
        return True
    if name not in text:
        return False
    for sentence in STOP.split(text[:REACH]):
        i = sentence.find(name)
        if i < 0 or AHEAD.search(sentence[:i]) or EVENT.match(sentence, i + len(name)):
            continue
        if TRADED.search(sentence) and HAPPENED.search(sentence, max(0, i - NEAR), i + NEAR):
            return True
    plain = [s for s in STOP.split(text) if name in s and _gone_by(s, name)]
    return len(plain) >= SEVERAL or any(TRADED.search(s) and HAPPENED.search(s, max(0, s.index(name) - BESIDE), s.index(name)) for s in plain)


def _gone_by(sentence: str, name: str) -> bool:
    """Whether a sentence tells of a weekday in the past, and of nothing ahead or a week back."""
    i = sentence.index(name)
    if OTHER_DAY.search(sentence) or EVENT.match(sentence, i + len(name)):
        return False
    return TOLD.search(sentence, 0, i) is not None or (OPENS.match(sentence, 0, i) is not None and BEHIND.search(sentence, i + len(name)) is not None)
