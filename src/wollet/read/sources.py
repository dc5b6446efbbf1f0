"""Where articles come from: each input is opened, told apart by what it holds, and handed to its reader."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from wollet.model.article import Article, Failure, Lang
from wollet.read import jsonl
from wollet.read.decode import decode, refuse_binary

SUFFIXES = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".html": "html", ".htm": "html", ".xhtml": "html", ".md": "markdown",
    ".markdown": "markdown", ".txt": "text", ".text": "text", ".rss": "feed", ".atom": "feed", ".xml": "feed",
}  # fmt: skip
"""What a file name says its content is; everything else is looked into."""
MOST_BYTES = 64 * 1024 * 1024
"""A page or text beyond this size is not an article."""
_ABOUT = re.compile(r"(?:README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|NOTICE)\b", re.IGNORECASE)
"""Files about a folder, which are no articles in it; named by themselves they are read like any other."""
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*\?>)?\s*(?:<!--.*?-->\s*|<\?.*?\?>\s*)*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL
)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*\?>)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|main|p)\b",
    re.IGNORECASE | re.DOTALL,
)


def each(name: str, *, published: str | dt.date | None = None, lang: Lang | None = None) -> Iterator[Article | Failure]:
    """The articles of one input."""
    try:
        if not name.strip():
            yield Failure(repr(name), "received an empty name: give a file, a folder, an address, or - for standard input")
        elif name == "-":
            yield from _standard_input(published, lang)
        elif re.match(r"https?://", name, re.IGNORECASE):
            from wollet.read.fetch import fetch

            page = fetch(name)
            yield from parse(
                page.body, name, page.kind, declared=page.charset, published=published, lang=lang, url=page.url
            )
        elif name.startswith(("file://", "ftp://")):
            yield Failure(
                name, "received an address that is neither http nor https: give a path, or an http(s) address"
            )
        else:
            yield from _path(Path(name), published, lang)
    except OSError as error:
        yield Failure(name, f"cannot be read ({error.strerror or error}): check the path and its permissions")
    except ValueError as error:
        yield Failure(name, str(error))


def parse(
    data: bytes, name: str, kind: str | None, *, declared: str | None = None, published: str | dt.date | None = None,
    lang: Lang | None = None, url: str | None = None,
) -> Iterator[Article | Failure]:  # fmt: skip
    """The articles in the bytes of one file or page."""
    if not data.strip():
        yield Failure(name, "received an empty file: nothing to read")
        return
    if kind == "jsonl":
        yield from jsonl.articles(data.splitlines(), name, published=published, lang=lang)
        return
    text = decode(data, declared)
    if not text.strip():
        yield Failure(name, "received a file of blanks: nothing to read")
        return
    kind = _looked_into(text, kind)
    if kind in ("json", "jsonl"):
        yield from _json(data, text, name, published, lang)
    elif kind == "feed":
        from wollet.read.feed import articles

        yield from articles(text, name, published=published, lang=lang)
    elif kind == "html":
        from wollet.read.html import article as page

        yield page(text, name, url=url, published=published, lang=lang)
    elif kind == "markdown":
        from wollet.read.markdown import article as document

        yield document(text, name, published=published, lang=lang, url=url)
    else:
        from wollet.read.plain import article as plain

        yield plain(text, name, published=published, lang=lang, url=url)


def _path(path: Path, published: str | dt.date | None, lang: Lang | None) -> Iterator[Article | Failure]:
    if path.is_dir():
        found, closed = _inside(path)
        for error in closed:
            yield Failure(str(error.filename), f"cannot be read ({error.strerror}): check the path and its permissions")
        if not found and not closed:
            yield Failure(str(path), f"received a folder without articles: it should hold {', '.join(SUFFIXES)} files")
        for p in found:
            yield from each(str(p), published=published, lang=lang)
        return
    if not path.exists():
        yield Failure(str(path), "no such file or folder: check the path")
        return
    kind = SUFFIXES.get(path.suffix.lower())
    if kind == "jsonl":
        if path.stat().st_size == 0:
            yield Failure(str(path), "received an empty file: nothing to read")
            return
        with path.open("rb") as lines:
            refuse_binary(lines.peek(4096))
            yield from jsonl.articles(lines, str(path), published=published, lang=lang)
        return
    if path.stat().st_size > MOST_BYTES:
        yield Failure(str(path), f"received {path.stat().st_size:,} bytes: an article has at most {MOST_BYTES:,}")
        return
    with path.open("rb") as file:  # a device or a pipe has no size and may have no end
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        yield Failure(str(path), f"received more than {MOST_BYTES:,} bytes: an article has at most so many")
        return
    yield from parse(data, str(path), kind, published=published, lang=lang)


def _inside(folder: Path) -> tuple[list[Path], list[OSError]]:
    """The files of a folder that may hold articles, in order, and the folders that could not be opened."""
    closed: list[OSError] = []
    found = []
    for at, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [f for f in folders if not f.startswith(".")]
        found += [p for f in files if not f.startswith(".") and not _ABOUT.match(f) and (p := Path(at, f)).suffix.lower() in SUFFIXES and p.is_file()]
    return sorted(found), closed


def _standard_input(published: str | dt.date | None, lang: Lang | None) -> Iterator[Article | Failure]:
    stream = sys.stdin.buffer
    head = stream.readline(MOST_BYTES)
    while head and not head.strip():
        head = stream.readline(MOST_BYTES)
    if head.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):

        def lines() -> Iterator[bytes]:
            yield head
            yield from stream

        yield from jsonl.articles(lines(), "-", published=published, lang=lang)
        return
    data = head + stream.read(MOST_BYTES)
    if not data.strip():
        yield Failure("-", "received nothing on standard input: pipe a text into it, or name a file")
        return
    yield from parse(data, "-", None, published=published, lang=lang)


def _json(
    data: bytes, text: str, name: str, published: str | dt.date | None, lang: Lang | None
) -> Iterator[Article | Failure]:
    import msgspec

    try:
        whole = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        yield from jsonl.articles(data.splitlines(), name, published=published, lang=lang)
        return
    entries = whole if isinstance(whole, list) else [whole]
    if not entries:
        yield Failure(name, "received an empty JSON array: nothing to read")
    for number, entry in enumerate(entries, 1):
        where = name if len(entries) == 1 else f"{name}:{number}"
        try:
            yield jsonl.article(entry, where, published=published, lang=lang)
        except ValueError as error:
            yield Failure(where, str(error))


def _looked_into(text: str, kind: str | None) -> str:
    head = text[:4096]
    if kind in (None, "feed", "html"):
        if _FEED.match(head):
            return "feed"
        if kind == "html" or _PAGE.match(head):
            return "html"
    if kind is None and head.lstrip().startswith("{") and '"' in head:
        return "json"
    if kind is None and head.startswith(("---\n", "# ")):
        return "markdown"
    return "text" if kind is None or kind == "feed" else kind
