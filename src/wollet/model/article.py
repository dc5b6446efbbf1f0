"""A piece of market news as it was published."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

Lang = Literal["ko", "en"]
ZONE: dict[str, str] = {"ko": "Asia/Seoul", "en": "America/New_York"}


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """Immutable text with code-point offsets; `published` and `modified` are aware.

    `published_assumed` is set where the source gave a naive time or a date alone.  The first line of `text` is the
    title where there is one.  `source` is where it came from (path, address or "-").  `anchors` tell where stretches of
    the text stand in the source: (offset, line, column), in text order; without any, the text is the source.
    """

    id: str
    text: str
    published: dt.datetime
    lang: Lang
    published_assumed: bool = False
    modified: dt.datetime | None = None
    title: str = ""
    section: str | None = None
    byline: str | None = None
    url: str | None = None
    source: str = "-"
    anchors: tuple[tuple[int, int, int], ...] = ()


def day_only(article: Article) -> bool:
    """Whether nothing but the day of publication is known: it then stands at that day's end."""
    return article.published_assumed and (article.published.hour, article.published.minute) == (23, 59)


class Failure(msgspec.Struct, frozen=True):
    """An input that could not be used: what was received, why it fails, what to do (one line)."""

    input: str
    error: str
