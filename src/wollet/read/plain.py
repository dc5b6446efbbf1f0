"""Plain text: kept as it is."""

from __future__ import annotations

import datetime as dt

from wollet.model.article import Article, Lang
from wollet.read import from_text


def article(
    text: str, name: str, *, published: str | dt.date | None = None, lang: Lang | None = None, url: str | None = None
) -> Article:
    """An article of a text file."""
    import msgspec

    made = from_text(text, published=published, lang=lang, id=name)
    return msgspec.structs.replace(made, source=name, url=url)
