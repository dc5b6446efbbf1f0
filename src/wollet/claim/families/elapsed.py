"""Time between two events: "seven years after its founding", "in 22 years", "한 달 만에".

Meaning: the number of days, months or years from the earlier event to the later one.  Both ways of counting are
allowed: with and without the first day or year.

Not covered: events whose dates the text does not tell; the age of persons.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal

from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frames, subject_of
from wollet.model.claim import Claim
from wollet.model.market import MarketData
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reason, Row

AFTER = {
    "ko": re.compile(r"\s?(?:만(?:에|이|의|인)?|새에?|이\s?걸[리렸린]|전에?\s|앞두|앞둔|간의?\s)"),
    "en": re.compile(r"\s(?:ago|after|later|on\b|since|old\b|before)"),
}
LONGEST = frozenset(("hours", "days", "sessions", "weeks", "months", "quarters", "years"))


class Elapsed(Statement, frozen=True, kw_only=True):
    """The time from one event to another."""


def take(frames: Frames) -> Iterable[Take]:
    for frame in frames.numbers:
        q = frame.quantity
        if q is None or q.unit not in LONGEST or not AFTER[frames.lang].match(frames.text, frame.end):
            continue
        said = frames.claim_fields(frame)
        day = frames.article.published.date()
        said.update(subject=subject_of(frame.subject), metric="elapsed", direction=None, when=Window(day, day))
        yield Take(claim=Elapsed(**said), score=40)


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    if claim.since is None or claim.when is None or claim.quantity is None or claim.quantity.unit != "days":
        return "no_reference"
    try:
        start = dt.date.fromisoformat(claim.since)
    except ValueError:
        return "no_reference"
    n = (claim.when.end - start).days
    rows = (Row(source="calendar", series="days between", date=claim.when.end, value=str(n)),)
    return Evidence(measured=None, unit="days", formula=str(n), rows=rows, low=Decimal(n), high=Decimal(n + 1))


EXAMPLES = (
    reads("ko", "회사는 설립 {7년 만에} 코스닥에 입성했다.", quantity__unit="years", quantity__low="7"),
    reads("en", "The company was founded {25 years} ago.", quantity__unit="years", quantity__low="25"),
    ignores("ko", "미국 {10년}물 국채 금리가 올랐다."),
    ignores("en", "The {10-year} Treasury yield rose."),
)
FAMILY = Family(code="ELA", name="elapsed", head="elapsed", claim=Elapsed, take=take, readings=as_said, measure=measure)
