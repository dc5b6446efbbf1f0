"""Sentences of a text as spans, without breaking at decimal points, initials or quoted stops; Korean ones also where a
page lost the space between them ("밝혔다.이어")."""

from __future__ import annotations

import re
from functools import lru_cache

_END = re.compile(
    r"(?<=[.!?。])[\"”’')]*(?=\s)|\n+|(?<=[가-힣]\.)-?(?=[가-힣\[<◇◆■▲△▶●])|(?<=[가-힣]\.)(?=[“\"‘]|[A-Z][A-Za-z가-힣])"
)
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Inc|Corp|Co|Ltd|No|vs|St|Jr|Bros|U\.S|U\.K|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$")


@lru_cache(maxsize=2048)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open spans of the sentences, blank edges trimmed; kept for the texts read last."""
    out: list[tuple[int, int]] = []
    start = 0
    for m in _END.finditer(text):
        stop = m.end() if "\n" not in m[0] else m.start()
        if "\n" not in m[0] and _SHORT.search(text[max(start, m.start() - 8) : m.start()]):
            continue
        _push(text, start, stop, out)
        start = m.end()
    _push(text, start, len(text), out)
    return tuple(out)


def _push(text: str, a: int, b: int, out: list[tuple[int, int]]) -> None:
    piece = text[a:b]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        out.append((a + left, a + right))
