"""Korean or English, told by the share of Hangul among the letters."""

from __future__ import annotations

import re

from wollet.model.article import Lang

_HANGUL = re.compile("[가-힣ᄀ-ᇿㄱ-ㅎ]")
_LATIN = re.compile("[A-Za-z]")
_ENOUGH = 20_000
"""Characters that decide; the rest of a long text does not change its language."""
_KOREAN_SHARE = 0.2
"""Korean market prose is full of tickers and Latin names; English prose hardly ever holds a Hangul syllable, and a
syllable carries about as much as three Latin letters."""


def language(text: str) -> Lang:
    """ko or en.

    >>> language("엔비디아(NVDA)가 3% 올랐다"), language("Nvidia rose 3%"), language("")
    ('ko', 'en', 'en')
    """
    head = text[:_ENOUGH]
    hangul = len(_HANGUL.findall(head))
    if not hangul:
        return "en"
    return "ko" if 3 * hangul >= _KOREAN_SHARE * (3 * hangul + len(_LATIN.findall(head))) else "en"
