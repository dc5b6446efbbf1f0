"""From pages, feeds, files and text to articles: what is advertisement, menu or related news stays behind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import cast

from wollet.model.article import Article, Failure, Lang
from wollet.read.dates import parse_published
from wollet.read.language import language
from wollet.read.lede import of_its_day

__all__ = ["from_text", "read"]


def read(
    inputs: Iterable[str], *, published: str | dt.date | None = None, lang: str | None = None
) -> Iterator[Article | Failure]:
    """Articles of files, directories, "-" for standard input and web addresses, one after the other.

    `published` and `lang` hold for inputs that do not say themselves.  What cannot be read comes as a `Failure` in its
    place, and the rest still follows.
    """
    from wollet.read.sources import each

    tongue = _lang(lang)
    for name in inputs:
        for found in each(name, published=published, lang=tongue):
            yield of_its_day(found) if isinstance(found, Article) else found


def from_text(
    text: str,
    *,
    published: str | dt.date | None = None,
    lang: str | None = None,
    id: str = "-",
    title: str | None = None,
) -> Article:
    """An article of a text that is used exactly as it is; its first line is the title where none is given."""
    tongue = _lang(lang) or language(text)
    at, assumed = parse_published(published, tongue) if published is not None else now()
    return Article(
        id=id,
        text=text,
        published=at,
        published_assumed=assumed,
        lang=tongue,
        title=title if title is not None else text.lstrip("\n").split("\n", 1)[0].strip(),
    )


def now() -> tuple[dt.datetime, bool]:
    """The publication time of a text that says nothing: this moment, marked as assumed."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0), True


def _lang(lang: str | None) -> Lang | None:
    if lang not in (None, "ko", "en"):
        raise ValueError(f'received lang {lang!r}: only "ko" and "en" are read')
    return cast("Lang | None", lang)
