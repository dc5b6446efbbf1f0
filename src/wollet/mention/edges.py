"""Where a name begins and ends in running text: word edges in both scripts, and the Korean particles that follow a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from wollet.mention import unhurried as re

PARTICLE = (
    r"(?:은|는|이|가|을|를|의|도|만|에|와|과|로|나|랑|며|고|란|인|엔|께서|"
    r"에(?:는|도|만|서|서는|서도|서의|서만|선|게|게는|게도|게서|겐|다|까지|선도|서부터)|"
    r"(?:와|과)(?:의|는|도)|하고|이랑|"
    r"으?로(?:는|도|의|서|써|부터|부터의|까지|만)?|"
    r"만(?:의|이|은|을|큼|으로|도)|뿐(?:만|이|만이)?|"
    r"(?:까지|부터)(?:도|는|의|만)?|보다(?:는|도)?|처럼|같은|같이|마저|조차|"
    r"이나|이며|이고|이라|라|이라고|라고|이라는|라는|이라며|라며|이란|이자|이든|든|이라도|라도|이나마|"
    r"이다|다|였다|이었다|였던|이었던|이던|인데|였는데|이지만|지만|입니다|이죠|이에요|예요|이야|"
    r"(?:[은는이가도만을를]|이?고|인데|였는데|이?네|이?거든|였고|이었고|에서|까지|부터|보다|하고)요|이?랍니다|이?었?습니다|였습니다|였죠|이었죠|"
    r"인\s?만큼|였고|이었고|였으며|이었으며|이어서|여서|이므로|이기)"
)
_NOUN = r"(?:주가|주식|측|발|향|산|표|급|등|내|외|간|쪽|株|님|씨)"
KO_TAIL = re.compile(rf"(?:{_NOUN})?{PARTICLE}?(?![가-힣])")
GLUED = re.compile(r"[A-Z]{1,5}\.(?:OQ|[ONKAP])(?![A-Za-z])")
"""A listing's code that lost the space before it: "IntelINTC.O"."""
_RUN_ON = re.compile(r"(?:강세|약세|상승|하락|마감|출발|전환|급등|급락|반등|우려|기대감?|전망|회복|돌파|개장|혼조|매도|매수|주목|완화|확대|지속|부담|둔화|호재|악재|경신|붕괴|후퇴|보합|유예|부진|호조)(?=[가-힣]{2})")
"""Words of two syllables behind which a headline may lose the space before the name of an index or a group."""
START = re.compile(r"[가-힣](?<![A-Za-z0-9가-힣].)[가-힣]*|[A-Z0-9](?:(?<![A-Za-z0-9가-힣].)|(?<=[가-힣][A-Z]))", re.DOTALL)
"""Where a name may begin: no letter of its script and, before Hangul, no Latin one before it, or the end of a headline that lost its line break ("2%대 강세코스피 1% 넘게")."""
_MAIL = re.compile(r"[A-Za-z0-9._%+-]")
_URL = re.compile(r"(?:https?://|www\.)[^\s가-힣<>\"')\]]*")


def closed(text: str, end: int) -> bool:
    """Whether a name may end here: no further letter of its script, or a Korean particle and then no further one."""
    if end >= len(text):
        return True
    c = text[end]
    if "가" <= c <= "힣":
        return KO_TAIL.match(text, end) is not None
    if c.isascii():
        if c.isalnum():
            last = text[end - 1]
            if c.isupper() and last.islower():
                return GLUED.match(text, end) is not None
            return c.isdigit() and "가" <= last <= "힣"
        if c in ".@&" and end + 1 < len(text):
            after = text[end + 1]
            return not (after.isascii() and after.isalnum() and (c != "." or after.islower()))
        if c == "'" and end + 1 < len(text) and text[end + 1].isalpha():
            return text[end + 1] == "s" and not text[end + 2 : end + 3].isalpha()
        return True
    return not c.isalpha() or c >= "一"


def addresses(text: str) -> list[tuple[int, int]]:
    """Stretches that are web or mail addresses, where no name is meant."""
    found = [m.span() for m in _URL.finditer(text)] if "://" in text or "www." in text else []
    at = text.find("@")
    while at >= 0:
        a = at
        while a > 0 and at - a < 64 and _MAIL.match(text[a - 1]):
            a -= 1
        b = at + 1
        while b < len(text) and b - at < 255 and _MAIL.match(text[b]):
            b += 1
        if a < at and b > at + 1:
            found.append((a, b))
        at = text.find("@", b)
    found.sort()
    return found


_LEVEL = (
    ("\n", " "), ("\r", " "), ("\t", " "), ("\u00a0", " "), ("\u2009", " "), ("\u202f", " "), ("’", "'"), ("‘", "'"), ("ㆍ", "·"),
    ("・", "·"), ("∙", "·"), ("‧", "·"), ("•", "·"), ("／", "/"), ("（", "("), ("）", ")"), ("＆", "&"), ("\u2011", "-"), ("‐", "-"),
)  # fmt: skip


def level(text: str) -> str:
    """The text with spaces, apostrophes, middle dots and brackets in one form each, every character in its place."""
    for odd, even in _LEVEL[: 3 if text.isascii() else None]:
        text = text.replace(odd, even)
    return text


def lines(text: str, level: str) -> str:
    """A levelled text with its line ends back: what stands on two lines, such as title and text, is no one name."""
    out, at = [], 0
    for line in text.split("\n"):
        out.append(level[at : at + len(line)])
        at += len(line) + 1
    return "\n".join(out)


def small(level: str) -> str:
    """The text in small letters, every character in its place."""
    low = level.lower()
    return low if len(low) == len(level) else "".join(c.lower() if len(c.lower()) == 1 else c for c in level)


def starts(level: str) -> list[int]:
    """The places where a name in capitals, figures or Hangul may begin."""
    found = [m.start() for m in START.finditer(level)]
    if level.isascii():
        return found
    glued = [m.end() for m in _RUN_ON.finditer(level)]
    return sorted({*found, *glued}) if glued else found


def automaton(words: Iterable[str]) -> Callable[[str], list[tuple[int, int, int]]]:
    """A finder of (word, start, end) of the longest of many words at each place of a text."""
    import ahocorasick_rs

    found = ahocorasick_rs.AhoCorasick(list(words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return cast(Callable[[str], list[tuple[int, int, int]]], found.find_matches_as_indexes)
