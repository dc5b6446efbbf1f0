"""A web page: its main text, and what its head, its data and its visible dateline say of it."""

from __future__ import annotations

import copy
import datetime as dt
import re
from typing import Any

from wollet.model.article import Article, Lang
from wollet.read.dates import Stamp, parse_published
from wollet.read.furniture import crumbs, is_sentence
from wollet.read.language import language
from wollet.read.metadata import Facts, facts
from wollet.read.page import Line, Page, dateline, flattened, lines_of, main_text
from wollet.read.plain import of_page

_BLOCK = frozenset(
    "address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul title".split()
)
_SILENT = frozenset(
    "script style noscript template svg iframe button select option input textarea head object video audio".split()
)
_WRAPPER = re.compile(r"</?(?:div|span|section|font|b|i|center|ul|ol|li|table|tbody|tr|td|blockquote)\b[^>]*>", re.IGNORECASE)
_ASIDE = frozenset("nav footer aside form header".split())


def article(
    text: str, name: str, *, url: str | None = None, published: str | dt.date | None = None, lang: Lang | None = None
) -> Article:
    """The article of a page; ValueError where the page has none."""
    tree = parsed(text)
    if tree is None:
        raise ValueError("received a page without article text: give the page of one article, or its text")
    known = facts(tree)
    whole = flat(tree)
    tongue = lang or language(whole)
    seen = flattened(whole, tongue)
    body, author = main_text(_main(tree, url))
    if seen is not None and _size(seen.lines) > 2 * _size(body):
        body = list(seen.lines[1:])
    if not body:
        body, author = main_text(lines_of(flat(tree, without=_ASIDE)))
    if not body and known.body:
        body, author = main_text(lines_of(known.body))
    if not body:
        raise ValueError("received a page without article text: give the page of one article, or its text")
    title = known.title or (seen.title if seen else "") or body[0].text
    if re.match(r"\s*[-|:·<>–—]", title.removeprefix(body[0].text)):  # the page's title is the article's and the site's name
        title = body[0].text
    body = [x for i, x in enumerate(body) if i > 2 or x.text not in (title, known.title)]
    visible = dateline(lines_of(whole), tongue)
    first, changed = times(known, tongue)
    if visible is not None and (first is None or _finer(visible.published, first)):
        first = visible.published
    if visible is not None and changed is None:
        changed = visible.modified
    page = Page(
        title=title,
        lines=(Line(title, 1, 1), *body),
        section=known.section or (seen.section if seen else None) or _breadcrumb(whole),
        byline=known.byline or (visible.byline if visible else None) or author or (seen.byline if seen else None),
        published=first,
        modified=changed,
    )
    made = of_page(page, name, published=published, lang=lang, url=url or known.url)
    import msgspec

    return msgspec.structs.replace(made, anchors=())


def times(known: Facts, lang: str) -> tuple[Stamp | None, Stamp | None]:
    """Publication and modification as the page's own data state them; what cannot be read is passed over."""
    first = next((s for s in (_stamp(x, lang) for x in known.published) if s is not None), None)
    changed = next((s for s in (_stamp(x, lang) for x in known.modified) if s is not None), None)
    exact = [
        s
        for s in (_stamp(x, lang) for x in known.published)
        if s is not None and first is not None and _finer(s, first)
    ]
    return exact[0] if exact else first, changed


def _stamp(value: str, lang: str) -> Stamp | None:
    try:
        return parse_published(value, lang)
    except ValueError:
        return None


def _finer(a: Stamp, b: Stamp) -> bool:
    """Whether a tells the time of the day that b only names."""
    day_alone = b.assumed and b.at.time() == dt.time(23, 59, 59)
    return day_alone and a.at.time() != dt.time(23, 59, 59) and abs(a.at - b.at) < dt.timedelta(hours=36)


def parsed(text: str) -> Any:
    """The tree of a page, or None."""
    import lxml.html
    from lxml.etree import ParserError

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1).replace("\x00", "")
    parser = lxml.html.HTMLParser(huge_tree=True)
    try:
        tree = lxml.html.document_fromstring(text, parser=parser)
        if any("xcessive depth" in e.message for e in parser.error_log):  # the parser drops what lies deeper
            tree = lxml.html.document_fromstring(_WRAPPER.sub("\n", text))
    except (ParserError, ValueError):
        return None
    return tree


def words(markup: str) -> str:
    """The words of a fragment, a line a block."""
    tree = parsed(markup)
    return "" if tree is None else "\n".join(x.text for x in lines_of(flat(tree)) if x.text)


def flat(tree: Any, without: frozenset[str] = frozenset()) -> str:
    """The text of a tree, a line a block; a walk without recursion, for pages nest deeply."""
    out: list[str] = []
    skipped = _SILENT | without
    stack: list[tuple[Any, bool]] = [(tree, True)]
    while stack:
        node, entering = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if entering:
            silent = not tag or tag in skipped or "display:none" in (node.get("style") or "").replace(" ", "")
            if tag in _BLOCK:
                out.append("\n")
            elif tag in ("td", "th"):
                out.append("\t")
            stack.append((node, False))
            if not silent:
                out.append(_space(node.text))
                stack.extend((child, True) for child in reversed(node))
        else:
            if tag in _BLOCK and tag != "br":
                out.append("\n")
            if node is not tree:
                out.append(_space(node.tail))
    return re.sub(r"[ \t]{2,}", " ", "".join(out)).strip()


def _space(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""


def _main(tree: Any, url: str | None) -> list[Line]:
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it could not read is said in our own words
    found = trafilatura.extract(
        copy.deepcopy(tree),
        url=url,
        fast=True,
        include_comments=False,
        include_tables=True,
        output_format="txt",
        deduplicate=False,
    )
    if not found:
        return []
    rows = [" | ".join(c.strip() for c in x.strip("| ").split("|")) if "|" in x else x for x in found.split("\n")]
    return lines_of("\n".join(x for x in rows if x.strip("-| ") or not x))


def _size(lines: Any) -> int:
    return sum(len(x.text) for x in lines if is_sentence(x.text))


def _breadcrumb(text: str) -> str | None:
    return next((c[-1] for x in text.split("\n", 80)[:80] if (c := crumbs(x.strip()))), None)
