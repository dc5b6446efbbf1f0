"""Korean particles by the last sound of the word before, whatever the word is written in: Hangul, digits, Latin."""

from __future__ import annotations

import re

VOWEL, CONSONANT, RIEUL = 0, 1, 2
"""How a word ends when it is read aloud; ㄹ is a consonant everywhere but before 으로."""

_DIGIT = {"0": CONSONANT, "1": RIEUL, "2": VOWEL, "3": CONSONANT, "4": VOWEL, "5": VOWEL, "6": CONSONANT, "7": RIEUL, "8": RIEUL, "9": VOWEL}
_LETTER = {"L": RIEUL, "R": RIEUL, "M": CONSONANT, "N": CONSONANT}
_SIGN = {"%": VOWEL, "$": VOWEL, "℃": VOWEL, "+": VOWEL}
_CLOSING = ")]}'\"’”」』> "
_GLOSS = re.compile(r"(?<=[가-힣A-Za-z])\s?\([^()]*\)$")
"""What stands in brackets behind a word is not read with its particle: 중앙은행(BOK)은."""
_ACRONYM = re.compile(r"(?:^|[^A-Za-z])[A-Z&.]*[A-Z]$")
_ENDINGS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"(?:le|l|ls)$", re.I), RIEUL),
    (re.compile(r"(?:m|n|ng|me|ne|ms|ns|mb)$", re.I), CONSONANT),
    (re.compile(r"(?:[aeiou](?:ck|k|p|b)|pt)$", re.I), CONSONANT),
)
PAIRS = {"으로로": ("으로", "로"), "이라라": ("이라", "라"), "이라고라고": ("이라고", "라고"), "이었였": ("이었", "였")}


def final(word: str) -> int:
    """How a word ends aloud: in a vowel, a consonant, or ㄹ."""
    core = _GLOSS.sub("", word) or word
    core = core.rstrip(_CLOSING) or core
    last = core[-1:]
    if "가" <= last <= "힣":
        jong = (ord(last) - 0xAC00) % 28
        return RIEUL if jong == 8 else CONSONANT if jong else VOWEL
    if last.isdigit():
        if last == "0" and "." in core.rsplit(" ", 1)[-1]:
            return CONSONANT
        return _DIGIT.get(last, VOWEL)
    if last in _SIGN:
        return _SIGN[last]
    if _ACRONYM.search(core):
        return _LETTER.get(last, VOWEL)
    return next((sound for pattern, sound in _ENDINGS if pattern.search(core)), VOWEL)


def josa(word: str, pair: str) -> str:
    """The word with its particle; `pair` is "은는", "이가", "을를", "과와", "으로로", "이라고라고", consonant first."""
    with_final, without = PAIRS.get(pair, (pair[:1], pair[1:]))
    sound = final(word)
    if pair == "으로로" and sound == RIEUL:
        sound = VOWEL
    return word + (with_final if sound else without)
