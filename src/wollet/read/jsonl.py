"""Articles that come one a line as JSON: what the line says is kept exactly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from wollet.model.article import Article, Failure, Lang
from wollet.read.dates import parse_published
from wollet.read.language import language

_decode = msgspec.json.Decoder().decode


def articles(
    lines: Iterable[bytes], source: str, *, published: str | dt.date | None = None, lang: Lang | None = None
) -> Iterator[Article | Failure]:
    """One article or one failure a line; empty lines are passed over."""
    blank = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        blank = False
        where = f"{source}:{number}"
        try:
            yield article(_decode(line.removeprefix(b"\xef\xbb\xbf")), where, published=published, lang=lang)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield Failure(where, f"received a line that is not JSON ({_short(error)}): write one JSON object a line")
        except ValueError as error:
            yield Failure(where, str(error))
    if blank:
        yield Failure(source, "received a file of blanks: nothing to read")


def article(entry: Any, where: str, *, published: str | dt.date | None = None, lang: Lang | None = None) -> Article:
    """An article of one decoded line; ValueError says what it lacks."""
    if not isinstance(entry, dict):
        raise ValueError(f"received a JSON {_named(entry)}: write an object with id, published and text")
    title, text = entry.get("title"), entry.get("text")
    if text is None and isinstance(entry.get("body"), str):
        text = f"{title}\n\n{entry['body']}" if isinstance(title, str) and title else entry["body"]
    if not isinstance(text, str):
        raise ValueError("received a line without text: give text, or title and body")
    if not text.strip():
        raise ValueError("received an empty text: nothing to read")
    tongue = entry.get("lang") or lang or language(text)
    if tongue not in ("ko", "en"):
        raise ValueError(f'received lang {tongue!r}: only "ko" and "en" are read')
    stated = entry.get("published") if entry.get("published") is not None else published
    at, assumed = parse_published(stated, tongue)
    modified = entry.get("modified")
    return Article(
        id=str(entry["id"]) if entry.get("id") is not None else where,
        text=text,
        published=at,
        published_assumed=assumed,
        modified=parse_published(modified, tongue).at if modified else None,
        lang=tongue,
        title=title if isinstance(title, str) and title else text.lstrip("\n").split("\n", 1)[0].strip(),
        section=_text_or_none(entry.get("section")),
        byline=_text_or_none(entry.get("byline")),
        url=_text_or_none(entry.get("url")),
        source=where,
    )


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _named(value: object) -> str:
    names: dict[type, str] = {list: "array", str: "string", int: "number", float: "number", bool: "value"}
    return names.get(type(value), "null")


def _short(error: Exception) -> str:
    return str(error).removeprefix("JSON is malformed: ").split("\n", 1)[0]
