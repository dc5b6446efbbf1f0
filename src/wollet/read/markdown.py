"""A Markdown draft: the words without their markup, each still knowing its line and column."""

from __future__ import annotations

import datetime as dt
import re

from wollet.model.article import Article, Lang
from wollet.read import now
from wollet.read.dates import find_stamp, parse_published
from wollet.read.furniture import byline
from wollet.read.language import language

_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_MARKUP = re.compile(
    r"""
      ^[ ]{0,3}\#{1,6}[ \t]+ | ^[ ]{0,3}>[ \t]? | ^[ ]{0,3}(?:```|~~~)[^\n]*$         # heading, quotation, fence
    | ^[ ]{0,3}(?:[-*_][ \t]?){3,}$ | ^(?=[^\n]*-)(?=[^\n]*\|)[ \t:|-]+(?:\n|\Z)      # rule, line under a table's head
    | ^[ \t]*(?:[-*+])[ \t]+(?=\S)                                                  # bullet
    | <!--(?![ \t]*wollet:)(?:(?!<!--|-->)[\s\S])*-->                                   # comment of somebody else
    | !\[[^\[\]\n]*\]\([^()\n]*\)                                                   # picture
    | \]\((?:[^()\n]|\([^()\n]*\))*\) | \]\[[^\[\]\n]*\]                            # end of a link
    | (?<![\w\]])\[(?=(?:!\[[^\[\]\n]*\]\([^()\n]*\)|[^\[\]\n])+\]\s?[(\[])        # its beginning
    | </?(?:b|i|em|strong|u|p|br|span|sub|sup|mark|small|a)\b[^<>\n]*>             # inline HTML
    | \*\*|__|~~|`+|(?<!\\)\*(?=\S)|(?<=\S)(?<!\\)\*                                 # emphasis, code
    | \\(?=[\\`*_{}\[\]()\#+.!|$~-])                                               # escape
    """,
    re.MULTILINE | re.VERBOSE,
)
_KEYS = {
    "published": "published", "date": "published", "publishdate": "published", "pubdate": "published", "modified": "modified",
    "updated": "modified", "lastmod": "modified", "title": "title", "author": "byline", "byline": "byline", "authors": "byline",
    "section": "section", "category": "section", "lang": "lang", "language": "lang", "url": "url",
}  # fmt: skip


def article(
    text: str, name: str, *, published: str | dt.date | None = None, lang: Lang | None = None, url: str | None = None
) -> Article:
    """An article of a Markdown document; its front matter may state title, date, lang, author, section and url."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    fields: dict[str, str] = {}
    start = 0
    if m := _FRONT.match(text):
        start = m.end()
        for key, value in _FIELD.findall(m[1]):
            fields.setdefault(_KEYS.get(key.lower(), key.lower()), value.strip("\"'"))
    bare, anchors = stripped(text, start)
    if not bare.strip():
        raise ValueError("received a document without text: nothing to read")
    stated = fields.get("lang", "")[:2].lower()
    tongue: Lang = lang or ("ko" if stated == "ko" else "en" if stated == "en" else language(bare))
    author = fields.get("byline")
    at, assumed = now()
    if published is not None:
        at, assumed = parse_published(published, tongue)
    elif fields.get("published"):
        at, assumed = parse_published(fields["published"], tongue)
    else:
        for line in bare.split("\n", 12)[:12]:
            author = author or byline(line.strip())
            found = find_stamp(line, tongue) if len(line) <= 60 else None
            if found and len(line) - (found[1] - found[0]) <= 16:
                at, assumed = found[2]
                break
    return Article(
        id=name,
        text=bare,
        published=at,
        published_assumed=assumed,
        modified=parse_published(fields["modified"], tongue).at if fields.get("modified") else None,
        lang=tongue,
        title=fields.get("title") or bare.lstrip("\n").split("\n", 1)[0].strip(),
        section=fields.get("section"),
        byline=author,
        url=url or fields.get("url"),
        source=name,
        anchors=anchors,
    )


def stripped(text: str, start: int = 0) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """The text from `start` on without markup, and the place of each stretch that is left."""
    while start < len(text) and text[start] == "\n":
        start += 1
    out: list[str] = []
    anchors: list[tuple[int, int, int]] = []
    size, at = 0, start
    line, newline = text.count("\n", 0, start) + 1, text.rfind("\n", 0, start)
    for m in (*_MARKUP.finditer(text, start), None):
        end = m.start() if m else len(text)
        if end > at:
            anchors.append((size, line, at - newline))
            out.append(text[at:end])
            size += end - at
        if m is None:
            break
        if (breaks := text.count("\n", at, m.end())) > 0:
            line, newline = line + breaks, text.rfind("\n", at, m.end())
        at = m.end()
    return "".join(out).rstrip() + "\n", tuple(anchors)
