"""Who is named in an article, by one key a company or person, and how this language writes it."""

from __future__ import annotations

import re
from collections import Counter

from wollet.model.mention import Mention, Name
from wollet.model.story import Checked
from wollet.reference import instruments, organisations

PRICED = frozenset(("stock", "fund", "index", "fx", "commodity", "rate", "crypto", "future"))
_TAIL = re.compile(
    r",?\s+(?:Inc|Corp|Corporation|Company|Co|plc|PLC|Ltd|Limited|Holdings|Group|N\.?V|S\.?A|AG|SE|Incorporated)\b\.?.*$"
)
_KO_TAIL = re.compile(r"(?:\s*(?:\(.*\)|보통주|홀딩스))+$")


def key(name: Name) -> str:
    """One key for all listings of a company; of a well-known body its English name; else the name itself."""
    if not name.ids:
        body = organisations.body(name.name)
        return body.name_en if body is not None else name.name
    found = instruments.get(name.ids[0])
    return found.company or found.id if found is not None else name.ids[0]


def named(checked: Checked) -> list[tuple[Mention, str]]:
    """Companies, indices and organisations of a text with their keys, in text order."""
    out = []
    for m in checked.mentions:
        if m.kind in ("instrument", "organisation") and isinstance(m.value, Name):
            out.append((m, key(m.value)))
    return out


def is_outlet(id: str) -> bool:
    """Whether a key stands for a newspaper, an agency or a channel: it tells, and is no player."""
    body = organisations.body(id)
    return body is not None and body.kind == "outlet"


def is_company(id: str) -> bool:
    """Whether a key stands for a company rather than an index, a pair or a rate; plain names may be companies."""
    found = instruments.get(id)
    return found is None or found.kind == "stock"


def display(id: str, lang: str) -> str:
    """The short name in a language; the other language's name where there is none."""
    found = instruments.get(id)
    if found is None:
        body = organisations.body(id)
        if body is not None:
            return (body.name_ko if lang == "ko" else body.name_en) or id
        return id.split(":", 1)[-1]
    short = _TAIL.sub("", found.name_en) or found.name_en
    return (_KO_TAIL.sub("", found.name_ko) if found.name_ko else short) if lang == "ko" else short


def wording(checked: list[Checked] | tuple[Checked, ...], lang: str) -> dict[str, str]:
    """How the articles of one language spell each key, the commonest spelling; the reference's name for the rest."""
    counts: dict[str, Counter[str]] = {}
    for c in checked:
        if c.article.lang != lang:
            continue
        for m, k in named(c):
            if isinstance(m.value, Name) and not m.value.anaphor and c.article.text[max(0, m.start - 1) : m.start] != ":":
                counts.setdefault(k, Counter())[c.article.text[m.start : m.end].strip()] += 1
    out = {k: min((s for s in n if not bare_symbol(k, s)), key=lambda s: (-n[s], s), default=None) for k, n in counts.items()}
    return {k: s for k, s in out.items() if s is not None}


def bare_symbol(key: str, said: str) -> bool:
    """Whether a spelling is a ticker and no name: EXPD, but not ARM, nor the initials AMD."""
    found = instruments.get(key)
    if found is None or found.kind != "stock" or said != found.symbol or not said.isascii():
        return False
    words = [w for w in re.split(r"[^A-Za-z]+", found.name_en) if w]
    first = words[0].casefold() if words else ""
    return said.casefold() != first and not "".join(w[0] for w in words).casefold().startswith(said.casefold())
