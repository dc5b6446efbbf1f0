"""Hedge drift: one figure told by later articles with more certainty, or of more, than by an earlier one.

Meaning: claims of different articles agree in their figure, its unit and whom it is on; the later one has dropped a
hedge ("약 80%" -> "80% 이상"), an attribution or a doubt ("알려졌다"), or a limit of scope ("첨단 칩의" -> "전체").
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from wollet.claim.family import family_of
from wollet.model.claim import Claim
from wollet.model.mention import Name
from wollet.model.story import Checked, Drift
from wollet.story.names import key
from wollet.story.sentences import sentences

HEDGES = {"up_to": 0, "less_than": 0, "nearly": 1, "about": 1, "range": 2, None: 2, "at_least": 3, "more_than": 3}
CERTAIN = {"hypothetical": 0, "planned": 1, "expected": 1, "reported": 2, "asserted": 3}
_LIMITED = re.compile(
    r"\b(?:high-end|advanced(?=\s[a-z])|cutting-edge|premium|top-tier|leading-edge|specialized|data[- ]cent(?:er|re))\b|고급|고성능|최첨단|첨단|고사양|하이엔드|데이터센터용|AI용",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:all|entire|whole|total|overall|every)\b|전체|모든|전부|통틀어", re.IGNORECASE)
NEAR = 30
WITHIN = dt.timedelta(days=14)
DAILY = frozenset(("change", "level", "period_return", "flow", "streak", "record", "breadth", "market_cap", "rank"))
TRIVIAL = Decimal(10)


class Told(msgspec.Struct, frozen=True):
    """A figure as one article tells it."""

    claim: Claim
    article: str
    at: dt.datetime
    on: str
    limit: str | None
    all: bool


def drifts(checked: Iterable[Checked]) -> list[Drift]:
    """Each figure's growth from its earliest telling to the first that is surer, in order of the later article."""
    groups: dict[tuple[str, str, str], list[Told]] = {}
    for c in sorted(checked, key=lambda c: (c.article.published, c.article.id)):
        for t in _told(c):
            q = t.claim.quantity
            if q is not None:
                stated = q.low if q.low is not None else q.high
                figure = f"{stated.normalize():f} {q.unit}" if stated is not None else ""
                groups.setdefault((t.on, figure, _day(t.claim)), []).append(t)
    out: list[Drift] = []
    for (on, _, _), told in groups.items():
        found = set[tuple[str, str]]()
        for n, later in enumerate(told):
            for earlier in told[:n][:8]:
                if later.at - earlier.at > WITHIN or earlier.article == later.article or (earlier.article, later.article) in found:
                    continue
                if steps := grown(earlier, later):
                    found.add((earlier.article, later.article))
                    out.append(
                        Drift(
                            earlier=(earlier.article, earlier.claim.quote), later=(later.article, later.claim.quote),
                            steps=steps, on=on, spans=(earlier.claim.span, later.claim.span),
                        )
                    )  # fmt: skip
                    break
    return out


def _day(claim: Claim) -> str:
    """The day of a figure that is of a day: another day's is another figure."""
    return str(claim.when.end) if family_of(claim).name in DAILY and claim.when is not None else ""


def grown(a: Told, b: Told) -> tuple[str, ...]:
    """In which ways the second telling is surer or wider than the first; nothing where it is also less sure."""
    qa, qb = a.claim.quantity, b.claim.quantity
    if qa is None or qb is None:
        return ()
    hedges = HEDGES[qb.hedge] - HEDGES[qa.hedge]
    certain = CERTAIN[b.claim.certainty] - CERTAIN[a.claim.certainty]
    if hedges < 0 or certain < 0:
        return ()
    out = []
    if hedges:
        out.append(f"hedge: {qa.hedge or 'exact'} > {qb.hedge or 'exact'}")
    if certain:
        out.append(f"certainty: {a.claim.certainty} > {b.claim.certainty}")
    if a.limit and not b.limit:
        out.append(f"scope: {a.limit} > {'all' if b.all else 'unlimited'}")
    if a.claim.said_by and not b.claim.said_by and (hedges or certain):
        out.append(f"source: {a.claim.said_by} > none")
    return tuple(out)


def _told(c: Checked) -> list[Told]:
    """The figures of an article that are worth following: not round beyond use, and on someone."""
    text = c.article.text
    spans = sentences(text)
    named = [m for m in c.mentions if m.kind in ("instrument", "organisation") and isinstance(m.value, Name)]
    starts = [m.start for m in named]
    out: list[Told] = []
    i = 0
    for v in sorted(c.verdicts, key=lambda v: v.claim.span):
        q = v.claim.quantity
        if q is None or (q.low is None and q.high is None) or family_of(v.claim).name == "conversion":
            continue
        stated = q.low if q.low is not None else q.high
        if stated is None or (abs(stated) < TRIVIAL and stated == stated.to_integral_value()):
            continue
        start, stop = v.claim.span
        while i < len(spans) - 1 and spans[i][1] <= start:
            i += 1
        a, b = spans[i] if spans else (start, stop)
        first = bisect_left(starts, a)
        value = named[first].value if first < len(named) and starts[first] < b else None
        on = v.claim.subject.id or (key(value) if isinstance(value, Name) else v.claim.subject.name or "")
        if not on:
            continue
        around = text[max(a, start - NEAR) : min(b, stop + NEAR)]
        limited = _LIMITED.search(around)
        out.append(Told(v.claim, c.article.id, c.article.published, on, limited[0] if limited else None, bool(_ALL.search(around))))
    return out
