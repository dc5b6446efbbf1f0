"""Dates told with a weekday that is not theirs ("Tuesday, 13 February 2024", "13일(화)").

A year or a month that the text leaves out is taken from the day of publication; a date is wrong only where no year or
month that could be meant has that weekday on that day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from wollet.claim.families.calendar import Event
from wollet.mention import unhurried as re
from wollet.model.article import Article
from wollet.model.claim import Subject
from wollet.model.mention import Mention
from wollet.model.time import When, Window
from wollet.model.verdict import Evidence, Reading, Row, Verdict
from wollet.verify.judge import weigh

KO_DAYS = "월화수목금토일"
EN_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EN_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
KO = re.compile(
    r"(?:(?P<year>\d{4})년\s?)?(?:(?P<month>\d{1,2})월\s?)?(?P<day>\d{1,2})일\s?(?:\((?P<short>[월화수목금토일])(?:요일)?\)|(?P<long>[월화수목금토일])요일)"
)
MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?"
WEEKDAY = r"(?P<weekday>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\.?"
YEAR = r"(?:,?\s(?P<year>(?:19|20)\d\d))?"
EN = (
    re.compile(rf"{WEEKDAY},?\s(?:the\s)?{MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{YEAR}"),
    re.compile(rf"{WEEKDAY},?\s(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{MONTH}{YEAR}"),
    re.compile(rf"{MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{YEAR}\s\({WEEKDAY}\)"),
)
NEAR = dt.timedelta(days=45)
"""A date without its year that lies this near is the one meant."""


def weekdays(verdicts: Sequence[Verdict], article: Article, mentions: Sequence[Mention]) -> list[Verdict]:
    """The verdicts, with every date refuted that is told with another day's name."""
    out = list(verdicts)
    for m in mentions:
        if m.kind != "date" or not isinstance(m.value, When):
            continue
        wrong = mistaken(article, m)
        if wrong is None:
            continue
        place = next((i for i, v in enumerate(out) if isinstance(v.claim, Event) and v.claim.span[0] < m.end and v.claim.span[1] > m.start), None)
        if place is not None and out[place].label == "refuted":
            continue
        day, said = wrong
        if place is None:
            claim = Event(
                span=m.span, quote=article.text[m.start : m.end], subject=Subject(kind="topic", name=""), metric="date",
                when=Window(day, day), weekday=said,
            )  # fmt: skip
            out.append(refuted(claim, day, said))
        else:
            old = out[place].claim
            assert isinstance(old, Event)
            fields = {"when": Window(day, day), "weekday": said, "days": None, "options": (), "doubt": None, "certainty": "asserted"}
            out[place] = refuted(msgspec.structs.replace(old, **fields), day, said)
    return sorted(out, key=lambda v: v.claim.span) if len(out) > len(verdicts) else out


def refuted(claim: Event, day: dt.date, said: int) -> Verdict:
    """The verdict on a date by the calendar."""
    real = day.weekday() + 1
    rows = (
        Row(source="article", series="weekday said", date=day, value=str(said + 1)),
        Row(source="calendar", series="weekday (Monday is 1)", date=day, value=str(real)),
    )
    note = f"{day} is a {day:%A}"
    evidence = Evidence(measured=Decimal(0), unit="truth", formula=f"{said + 1} == {real}", rows=rows, note=note)
    return weigh(claim, [Reading(claim=claim, tier="stated", evidence=evidence, holds=False)])


def mistaken(article: Article, m: Mention) -> tuple[dt.date, int] | None:
    """The date meant and the weekday said (Monday 0) where they disagree in every year and month that could be meant."""
    found, said = parted(article.text, m, article.lang)
    if found is None or said is None:
        return None
    days = list(meant(found, article))
    if not days or any(d.weekday() == said for d in days):
        return None
    return min(days, key=lambda d: abs(d - article.published.date())), said


def parted(text: str, m: Mention, lang: str) -> tuple[re.Match[str] | None, int | None]:
    """A date's parts, and the weekday that stands in it."""
    if lang == "ko":
        got = KO.fullmatch(text, m.start, m.end)
        return got, None if got is None else KO_DAYS.index(got["short"] or got["long"])
    for pattern in EN:
        if (got := pattern.fullmatch(text, m.start, m.end)) is not None:
            return got, EN_DAYS.index(got["weekday"][:3].lower())
    return None, None


def meant(m: re.Match[str], article: Article) -> Iterator[dt.date]:
    """The days that a date's parts can stand for, near the day of publication where it leaves parts out."""
    published = article.published.date()
    word = m["month"]
    month = None if word is None else int(word) if word.isdigit() else EN_MONTHS.index(word[:3].lower()) + 1
    if m["year"] and month:
        yield from _day(int(m["year"]), month, int(m["day"]))
        return
    if article.published_assumed:
        return
    if month:
        found = [d for y in (-1, 0, 1) for d in _day(published.year + y, month, int(m["day"]))]
        near = [d for d in found if abs(d - published) <= NEAR]
        yield from near or found
        return
    for step in (-2, -1, 0, 1, 2):
        n = published.year * 12 + published.month - 1 + step
        yield from _day(n // 12, n % 12 + 1, int(m["day"]))


def _day(year: int, month: int, day: int) -> Iterator[dt.date]:
    try:
        yield dt.date(year, month, day)
    except ValueError:
        return
