"""Houses that speak of companies without being what the story is about: brokers who rate them, employers of analysts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wollet.model.mention import Name
from wollet.model.story import Checked, Relation
from wollet.story.names import key

_ANALYST = re.compile(r"연구원|연구위원|애널리스트|이코노미스트|스트래티지스트|전략가|\b(?:analyst|strategist|economist|portfolio manager)\b", re.IGNORECASE)


_BY = ("-", "–", "―", "—", "｜", "|")
"""What stands before the house at the end of a title, "… 목표가↑ -SK"."""


def houses(checked: Iterable[Checked], ratings: Iterable[Relation]) -> frozenset[str]:
    """Keys of the houses that rate companies or lend their analysts' words, and are nowhere a title's subject."""
    found = {r.actor for r in ratings}
    titled: set[str] = set()
    for c in checked:
        end = c.article.text.find("\n") if "\n" in c.article.text else len(c.article.text)
        spelled: dict[str, str] = {}
        for m in c.mentions:
            if m.kind in ("instrument", "organisation") and isinstance(m.value, Name):
                spelled.setdefault(c.article.text[m.start : m.end], key(m.value))
                if m.start < end and not c.article.text[: m.start].rstrip().endswith(_BY):
                    titled.add(key(m.value))
        for m in c.mentions:
            if m.kind == "person" and isinstance(m.value, Name) and m.value.role and _ANALYST.search(m.value.role) and m.value.org in spelled:
                found.add(spelled[m.value.org])
    return frozenset(found - titled)
