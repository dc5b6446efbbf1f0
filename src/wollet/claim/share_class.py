"""The class of a company's shares that the words behind its name tell: "Alphabet's Class C shares", "버크셔 클래스 B"."""

from __future__ import annotations

import msgspec

from wollet.claim.candidates import Candidate
from wollet.mention import unhurried as re
from wollet.reference import instruments

CLASS = re.compile(r"(?:\s(?:Inc|Corp)\.?)?(?:['’]s?)?,?\s\(?(?:[Cc]lass[- ]|클래스\s?)(?P<letter>[A-C])\b")
NAMED = re.compile(r"(?:[Cc]lass[- ]|클래스\s?)[A-C]$|[가-힣]\s?[A-C]$")


def told(text: str, c: Candidate) -> Candidate:
    """The candidate, as the class that is told behind its name where the company has it."""
    m = CLASS.match(text, c.end)
    if m is None or not c.name.ids:
        return c
    first = c.name.ids[0]
    for id in (first, instruments.other_class(first), *c.name.ids):
        known = instruments.get(id) if id is not None else None
        if known is not None and known.share_class == m["letter"]:
            return msgspec.structs.replace(c, end=m.end(), name=msgspec.structs.replace(c.name, ids=(known.id,), symbol=known.symbol, name=known.name_en))
    return c


def is_told(text: str, c: Candidate) -> bool:
    """Whether the words name one class of shares, so that no other is meant."""
    return NAMED.search(text, c.start, c.end) is not None
