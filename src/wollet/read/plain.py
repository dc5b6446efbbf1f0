"""Plain text: kept as it is, unless it is a page flattened to text; then the article is taken out of it."""

from __future__ import annotations

import datetime as dt

import msgspec

from wollet.model.article import Article, Lang
from wollet.read import from_text, now
from wollet.read.dates import parse_published
from wollet.read.furniture import is_sentence
from wollet.read.language import language
from wollet.read.page import Line, Page, flattened


def article(
    text: str, name: str, *, published: str | dt.date | None = None, lang: Lang | None = None, url: str | None = None
) -> Article:
    """An article of a text file; a publication time that is given goes before one that the text states."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    tongue = lang or language(text)
    page = flattened(text, tongue)
    if page is None:
        made = from_text(text, published=published, lang=tongue, id=name)
        return msgspec.structs.replace(made, source=name, url=url)
    return of_page(page, name, published=published, lang=lang, url=url)


def of_page(
    page: Page, name: str, *, published: str | dt.date | None = None, lang: Lang | None = None, url: str | None = None
) -> Article:
    """The article of a page: title, blank line, paragraphs parted by blank lines, rows of a table by line ends."""
    text, anchors = joined(page.title, page.lines)
    tongue = lang or language(text)
    if published is not None:
        at, assumed = parse_published(published, tongue)
    else:
        at, assumed = page.published or now()
    return Article(
        id=name,
        text=text,
        published=at,
        published_assumed=assumed,
        modified=page.modified.at if page.modified else None,
        lang=tongue,
        title=page.title,
        section=page.section,
        byline=page.byline,
        url=url,
        source=name,
        anchors=anchors,
    )


def joined(title: str, lines: tuple[Line, ...]) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """The text of the lines and where each stood."""
    out: list[str] = []
    anchors: list[tuple[int, int, int]] = []
    at = 0
    for i, line in enumerate(lines):
        if i:
            gap = (
                "\n\n"
                if lines[i - 1].text == title or is_sentence(line.text) or is_sentence(lines[i - 1].text)
                else "\n"
            )
            out.append(gap)
            at += len(gap)
        anchors.append((at, line.row, line.column))
        out.append(line.text)
        at += len(line.text)
    return "".join(out), tuple(anchors)
