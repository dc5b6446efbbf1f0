"""English companies by the beginning of their name: "Teck" in a text that has named Teck Resources.

Only where the beginning is that of one company of the text, is no word of the language, and stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wollet.story.unlisted_en import BEFORE, BEHIND, own, within

_ORDINARY = re.compile(
    r"(?:Credit|Direct|Waste|Health|Power|Steel|Auto|Water|Foods?|Life|Media|Social|Green|Blue|White|Black|Gold|Golden|Silver|Best|Open|Ocean|Star|Live|Republic|Sports|Family"
    r"|Dollar|Public|Private|Applied|Analog|Electronic|Super|Deep|Under|Foot|Quest|World|Land|Rock|Stone|Core|Prime|Smart|Clear|True|Fast|High|Long|Short|Next|Free|Safe|Trade|Fair|Fifth|Third|Second"
    r"|National|International|First|United|Global|Standard|Federal|Royal|General|Capital|Digital|Advanced|Universal|Computer|Data|Home|City|Bank|Trust|Great|Southern|Northern|Saint|Grand|Club|Group|House)$"
)


def beginnings(text: str, full: Sequence[tuple[int, int, str]], others: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where a company of `full` (spans and keys) stands by the beginning of its name alone, with its key; `others` are
    the names of people, and of bodies that bear a beginning as their own name."""
    begins: dict[str, set[str]] = {}
    for a, b, key in full:
        words = text[a:b].split(" ")
        for n in range(1, len(words)):
            begins.setdefault(" ".join(words[:n]), set()).add(key)
    taken = {w for name in others for w in (name, *name.split(" "))}
    for short, keys in begins.items():
        if len(keys) > 1 or short in taken or not _own(text, short):
            continue
        for m in re.finditer(f"{BEFORE}{re.escape(short)}{BEHIND}(?![ ][A-Z&])", text):
            if not within(text, m.start()):
                yield *m.span(), next(iter(keys))


def _own(text: str, short: str) -> bool:
    """Whether the beginning of a name is a name itself: no plain word, no place, no nationality."""
    if len(short) < 4 or _ORDINARY.match(short) or own(short, 0, len(short)) != (0, len(short)):
        return False
    return " " in short or re.search(rf"\b{re.escape(short.lower())}\b", text) is None
