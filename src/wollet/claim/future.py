"""The Korean syllables by which a verb speaks of what is to come: those that end in ㄹ, before 것, 전망, 수."""

from __future__ import annotations

FIRST, LAST, FINALS, RIEUL = 0xAC00, 0xD7A3, 28, 8
FUTURE = "".join(chr(c) for c in range(FIRST, LAST + 1) if (c - FIRST) % FINALS == RIEUL)
"""Every syllable with that final, for a class of a pattern."""
