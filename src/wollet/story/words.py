"""What may tell an event apart: the words of title and opening, the names, the figures that are not round."""

from __future__ import annotations

import re
from decimal import Decimal

from wollet.model.mention import NUMBER_KINDS
from wollet.model.quantity import Quantity
from wollet.model.story import Checked
from wollet.story.names import named

_TOKEN = re.compile(r"[가-힣]{2,}|[A-Za-z][A-Za-z'’&.-]{2,}")
_PARTICLE = re.compile(
    r"(?:에서는|으로는|에게서|이라고|이라는|에서|으로|까지|부터|에게|보다|처럼|라고|라는|이나|에는|와의|과의|하는|하며|했다|한다|하고|"
    r"됐다|된다|이다|은|는|이|가|을|를|의|에|도|와|과|로|만|들)$"
)
_ENDING = re.compile(r"(?:'s|’s|ies|ing|ed|es|s)$")
_HANGUL = re.compile("[가-힣]")
LEAD = {"ko": 600, "en": 1200}
"""So many characters after the title are the opening."""
_SOURCE = re.compile(r"\)?(?:의|가|이|는|은)?\s?(?:보도|특종|취재진)|,?\s(?:reported|first\sreported|report)\b")
"""Stands behind the name of an outlet that is only the source."""
OPENING = 1200
TITLE, BODY = 2.0, 1.0
SIGNIFICANT = 3
"""A figure of fewer digits is too common to tell an event."""


def words(text: str) -> dict[str, float]:
    """Content words of the title (weight 2) and of the opening (weight 1)."""
    out: dict[str, float] = {}
    for part, weight in _parts(text):
        for m in _TOKEN.finditer(part):
            w = stem(m[0])
            if len(w) >= 2:
                out.setdefault(w, weight)
    return out


def _parts(text: str) -> tuple[tuple[str, float], tuple[str, float]]:
    title, _, rest = text.partition("\n")
    return (title, TITLE), (rest[: LEAD["ko" if _HANGUL.search(rest, 0, 200) else "en"]], BODY)


def pairs(word: str) -> list[str]:
    """A Korean word in pairs of syllables, which compounds and endings leave alone; another word as it is."""
    return [word[i : i + 2] for i in range(len(word) - 1)] if "가" <= word[0] <= "힣" else [word]


def stem(token: str) -> str:
    """A word without particle or ending, in small letters."""
    if "가" <= token[0] <= "힣":
        cut = _PARTICLE.sub("", token)
        return cut if len(cut) >= 2 else token
    low = token.lower().strip(".-'’")
    cut = _ENDING.sub("", low)
    return cut if len(cut) >= 3 else low


def figure(q: Quantity) -> str | None:
    """One spelling of a figure in either language, or None where it is round or small in digits."""
    if q.low is None or q.low != q.high or not q.low.is_finite():
        return None
    plain = abs(q.low).normalize()
    if len(plain.as_tuple().digits) < SIGNIFICANT or (q.unit in ("", "count", "years") and Decimal(1900) <= plain <= 2100):
        return None
    return f"{plain:f} {q.unit}".strip()


def _without_names(c: Checked) -> str:
    """Title and opening with their names blanked: names are compared as names, not a second time as words."""
    text = c.article.text
    stop = min(len(text), (text.find("\n") if "\n" in text else len(text)) + LEAD["en"])
    parts, at = [], 0
    for m in c.mentions:
        if m.kind in ("instrument", "organisation", "person") and at <= m.start < stop:
            parts += [text[at : m.start], " " * (m.end - m.start)]
            at = m.end
    return "".join(parts) + text[at:stop]


def features(c: Checked) -> dict[str, float]:
    """What links an article to others: `w:` words or pairs of syllables, `n:` names by key, `f:` figures, `c:` figures
    of a subject and day.  `s:` are whole Korean words, to name the story by."""
    text = c.article.text
    title_end = text.find("\n") if "\n" in text else len(text)
    out: dict[str, float] = {}
    for w, x in words(_without_names(c)).items():
        for piece in pairs(w):
            out.setdefault(f"w:{piece}", x)
        if "가" <= w[0] <= "힣":
            out[f"s:{w}"] = x
    for m, k in named(c):
        if _SOURCE.match(text, m.end) or (text[m.start - 1 : m.start] == "(" and text[m.end : m.end + 1] == ")"):
            continue
        weight = 3.0 if m.start < title_end else 1.5 if m.start < OPENING else 0.7
        out[f"n:{k}"] = max(out.get(f"n:{k}", 0.0), weight)
    for m in c.mentions:
        if m.kind in NUMBER_KINDS and isinstance(m.value, Quantity) and (told := figure(m.value)):
            out[f"f:{told}"] = 1.5
    for v in c.verdicts:
        q = v.claim.quantity
        if v.claim.subject.id and v.claim.when is not None and q is not None and (told := figure(q)):
            out[f"c:{v.claim.subject.id} {v.claim.when.end} {told}"] = 2.0
    return out
