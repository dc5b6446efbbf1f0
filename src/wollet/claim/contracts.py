"""Futures told by the name of their index: "contracts on the S&P 500", "the future for the Dow ... that for the Nasdaq"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.mention import Mention, Name
from wollet.reference import instruments

FUTURE_OF = {"INDEX:SPX": "FUT:ES=F", "INDEX:NDX": "FUT:NQ=F", "INDEX:IXIC": "FUT:NQ=F", "INDEX:DJI": "FUT:YM=F", "INDEX:RUT": "FUT:RTY=F"}
"""The future that an index's contracts are, where it is quoted by itself."""
BEFORE = re.compile(r"\b(?:contracts|futures?)\s(?:on|for|tied\sto|linked\sto|of)\s(?:the\s)?$", re.IGNORECASE)
THOSE = re.compile(r"\b(?:that|those|contracts|futures)\s(?:on|for|tied\sto|linked\sto|of)\s(?:the\s)?$", re.IGNORECASE)
SPOKEN = Anchored(r"\b(?:contracts|futures?)\s(?:on|for|tied to|linked to)\b", re.IGNORECASE)
JOINED = re.compile(r",?\s(?:and|or)\s(?:the\s)?")
NEAR = 160
"""How far back "that for" goes for the word of futures."""
ITS_FUTURES = re.compile(r"\b(?:its|their|the\sgauge['’]s|the\sindex['’]s)\s(?:\w+\s)?(?:futures|contracts)\s[a-z]")
"""Between an index and a figure that is of its futures: "the Dow saw its futures rise 1%"."""


def meant(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names, an index whose contracts are meant as its future."""
    out: list[Mention] = []
    for m in names:
        turned = future(m.value) if isinstance(m.value, Name) and _told(text, m, out) else None
        out.append(m if turned is None else msgspec.structs.replace(m, value=turned))
    return out


def future(name: Name) -> Name | None:
    """The future of an index, or None where it has none of its own."""
    id = FUTURE_OF.get(name.ids[0]) if name.ids else None
    known = instruments.get(id) if id is not None else None
    return None if known is None else Name(name=known.name_en, ids=(known.id,), symbol=known.symbol, anaphor=name.anaphor)


def of_its_futures(text: str, end: int, start: int) -> bool:
    """Whether the words between an index and a figure hand the figure to its futures."""
    return ITS_FUTURES.search(text, end, start) is not None


def _told(text: str, m: Mention, before: list[Mention]) -> bool:
    assert isinstance(m.value, Name)
    if not m.value.ids or m.value.ids[0] not in FUTURE_OF:
        return False
    lo = max(0, m.start - 30)
    if BEFORE.search(text, lo, m.start):
        return True
    if THOSE.search(text, lo, m.start) and SPOKEN.search(text, m.start - NEAR, lo) is not None:
        return True
    last = before[-1] if before else None
    return last is not None and isinstance(last.value, Name) and last.value.ids[:1] != () and last.value.ids[0].startswith("FUT:") and JOINED.fullmatch(text, last.end, m.start) is not None and BEFORE.search(text, last.start - 30, last.start) is not None
