"""Articles of an RSS or Atom feed."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from wollet.model.article import Article, Failure, Lang
from wollet.read import now
from wollet.read.dates import parse_published
from wollet.read.language import language


def articles(
    text: str, name: str, *, published: str | dt.date | None = None, lang: Lang | None = None
) -> Iterator[Article | Failure]:
    """One article an entry.

    Times are read from the words of the feed: a library's own reading takes "KST" and times without a zone for UTC.
    """
    import feedparser

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)
    feed = feedparser.parse(
        io.BytesIO(text.encode()), response_headers={"content-type": "application/xml; charset=utf-8"}
    )
    if not feed.entries:
        yield Failure(name, "received a feed without entries: nothing to read")
        return
    for number, entry in enumerate(feed.entries, 1):
        where = entry.get("link") or f"{name}:{number}"
        try:
            yield _article(entry, where, name, published, lang)
        except ValueError as error:
            yield Failure(where, str(error))


def _article(entry: Any, where: str, source: str, published: str | dt.date | None, lang: Lang | None) -> Article:
    title = _words(entry.get("title", ""))
    contents = [c.get("value", "") for c in entry.get("content", [])] + [entry.get("summary", "")]
    body = max((_words(c) for c in contents), key=len)
    text = "\n\n".join(x for x in (title, body) if x)
    if not text:
        raise ValueError("received an entry without title and text: nothing to read")
    tongue = lang or language(text)
    own = partial(dict.get, entry)  # the feed reader's own look-up lends one time for the other, with a warning
    stated = own("published") or own("updated") or published
    at, assumed = parse_published(stated, tongue) if stated else now()
    updated = own("updated")
    tags = entry.get("tags") or []
    return Article(
        id=entry.get("id") or where,
        text=text,
        published=at,
        published_assumed=assumed,
        modified=parse_published(updated, tongue).at if updated and updated != stated else None,
        lang=tongue,
        title=title or text.split("\n", 1)[0],
        section=tags[0].get("term") if tags else None,
        byline=entry.get("author") or None,
        url=entry.get("link"),
        source=source,
    )


def _words(markup: str) -> str:
    if "<" not in markup and "&" not in markup:
        return " ".join(markup.split()) if "\n" not in markup else markup.strip()
    from wollet.read.html import words

    return words(markup)
