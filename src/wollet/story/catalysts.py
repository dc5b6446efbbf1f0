"""Dated events ahead: results, meetings, speeches, listings, with their zone and what they bear on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from wollet.claim.family import family_of
from wollet.model.article import ZONE
from wollet.model.mention import Name
from wollet.model.story import Catalyst, Checked
from wollet.reference import instruments
from wollet.story.names import key
from wollet.story.sentences import sentences

ZONES = {"XNYS": "America/New_York", "XKRX": "Asia/Seoul", "XTKS": "Asia/Tokyo", "XHKG": "Asia/Hong_Kong", "XLON": "Europe/London"}


def catalysts(checked: Iterable[Checked], after: dt.date | None = None) -> list[Catalyst]:
    """Calendar claims that lie after publication (or after a given day), soonest first, each event once."""
    found: dict[tuple[dt.date, tuple[str, ...]], Catalyst] = {}
    for c in checked:
        text = c.article.text
        spans = sentences(text)
        for n, v in enumerate(c.verdicts):
            w = v.claim.when
            if family_of(v.claim).name != "calendar" or w is None or w.end <= (after or c.article.published.date()):
                continue
            start = v.claim.span[0]
            a, b = next(((a, b) for a, b in spans if a <= start < b), v.claim.span)
            near = [key(m.value) for m in c.mentions if m.kind == "instrument" and a <= m.start < b and isinstance(m.value, Name)]
            bears = tuple(dict.fromkeys([v.claim.subject.id] if v.claim.subject.id else near))
            inst = instruments.get(bears[0]) if bears else None
            zone = ZONES.get(inst.calendar, ZONE[c.article.lang]) if inst is not None else ZONE[c.article.lang]
            found.setdefault(
                (w.start, bears),
                Catalyst(
                    start=w.start, end=w.end, zone=zone, text=v.claim.subject.name or v.claim.quote, bears_on=bears,
                    article=c.article.id, span=(a, b), claim=n,
                ),
            )  # fmt: skip
    return sorted(found.values(), key=lambda e: (e.start, e.end, e.bears_on))
