"""The words of a text that may tell an event apart, with Korean particles and English endings taken off."""

from __future__ import annotations

import re

from wollet.model.story import Checked
from wollet.story.names import named

_TOKEN = re.compile(r"[가-힣]{2,}|[A-Za-z][A-Za-z'’&.-]{2,}")
_PARTICLE = re.compile(
    r"(?:에서는|으로는|에게서|이라고|이라는|에서|으로|까지|부터|에게|보다|처럼|라고|라는|이나|에는|와의|과의|하는|하며|했다|한다|하고|"
    r"됐다|된다|이다|은|는|이|가|을|를|의|에|도|와|과|로|만|들)$"
)
_ENDING = re.compile(r"(?:'s|’s|ies|ing|ed|es|s)$")
LEAD = 1200


def words(text: str) -> dict[str, float]:
    """Content words of the title (weight 2) and of the opening (weight 1)."""
    title, _, rest = text.partition("\n")
    out: dict[str, float] = {}
    for part, weight in ((rest[:LEAD], 1.0), (title, 2.0)):
        for m in _TOKEN.finditer(part):
            w = stem(m[0])
            if len(w) >= 2:
                out[w] = max(out.get(w, 0.0), weight)
    return out


def stem(token: str) -> str:
    """A word without particle or ending, in small letters."""
    if "가" <= token[0] <= "힣":
        cut = _PARTICLE.sub("", token)
        return cut if len(cut) >= 2 else token
    low = token.lower().strip(".-'’")
    cut = _ENDING.sub("", low)
    return cut if len(cut) >= 3 else low


def features(c: Checked) -> dict[str, float]:
    """What links an article to others: words, names by key, and checked figures by their canonical claim."""
    text = c.article.text
    title_end = text.find("\n") if "\n" in text else len(text)
    out = {f"w:{w}": x for w, x in words(text).items()}
    for m, k in named(c):
        weight = 3.0 if m.start < title_end else 1.0
        out[f"n:{k}"] = max(out.get(f"n:{k}", 0.0), weight)
    for v in c.verdicts:
        q = v.claim.quantity
        if v.claim.subject.id and v.claim.when is not None and q is not None and q.low is not None:
            out[f"c:{v.claim.subject.id}|{v.claim.when.end}|{q.low.normalize():f}|{q.unit}"] = 2.5
    return out
