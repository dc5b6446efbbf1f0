"""Companies and bodies that the reference does not know, typed by what stands beside their names.

A name counts where the text itself says what it is ("the startup Lumen", "a stake in Lumen", "Lumen's chief executive",
"부품업체인 가람", "가람과 나래 등 협력사"); from then on it counts everywhere in that text.  The words around a name
decide, never a list of names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from wollet.model.article import Lang
from wollet.story import unlisted_en, unlisted_ko

Span = tuple[int, int]


def unlisted(text: str, lang: Lang, taken: Sequence[Span], told: Iterable[str] = ()) -> list[Span]:
    """Where names of bodies stand that no mention has, in text order and apart from the (sorted) `taken` spans.

    `told` are names that the text has given elsewhere, such as the employers of its people.
    """
    reader = unlisted_ko if lang == "ko" else unlisted_en
    starts = [a for a, _ in taken]

    def free(a: int, b: int) -> bool:
        i = bisect_right(starts, b - 1) - 1
        return i < 0 or taken[i][1] <= a

    names = {n for n in told if len(n) >= 2 and reader.plausible(n)}
    for a, b in reader.typed(text, taken):
        if free(a, b):
            names.update(reader.forms(text[a:b]))
    if not names:
        return []
    pattern = re.compile(reader.BEFORE + "(?:" + "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n))) + ")" + reader.BEHIND)
    return [m.span() for m in pattern.finditer(text) if free(*m.span()) and not reader.within(text, m.start())]
