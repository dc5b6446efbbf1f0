"""What a page says of itself in its head and in its linked data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

PUBLISHED = ("article:published_time", "og:article:published_time", "datepublished", "article.published", "parsely-pub-date",
             "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued", "dc.date", "dcterms.date",
             "dcterms.created", "date", "og:pubdate", "originalpublicationdate", "cxenseparse:recs:publishtime", "nextsearch:regdate")  # fmt: skip
MODIFIED = ("article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "lastmod", "last-modified",
            "dcterms.modified", "article.updated", "revision_date")  # fmt: skip
SECTION = (
    "article:section",
    "og:article:section",
    "parsely-section",
    "section",
    "articlesection",
    "dc.subject",
    "category",
)
AUTHOR = (
    "article:author",
    "og:article:author",
    "author",
    "parsely-author",
    "dc.creator",
    "dable:author",
    "byl",
    "sailthru.author",
)
ARTICLE_TYPES = re.compile(
    r"(?:News|Blog|Report|Live|Analysis|Opinion|Background|Review|Tech)?\w*(?:Article|Posting)$|^Report$"
)


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """A page's own statements; times as written, the most telling first."""

    title: str = ""
    section: str | None = None
    byline: str | None = None
    url: str | None = None
    body: str = ""
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()


def facts(tree: Any) -> Facts:
    """Linked data first, then meta elements, then what is marked up in the page."""
    meta: dict[str, str] = {}
    for m in tree.iter("meta"):
        key = (m.get("property") or m.get("name") or m.get("itemprop") or "").lower()
        value = (m.get("content") or "").strip()
        if key and value:
            meta.setdefault(key, value)
    linked = next(_linked(tree), {})
    published = [*_texts(linked.get("datePublished")), *_texts(linked.get("dateCreated")), *_of(meta, PUBLISHED)]
    modified = [*_texts(linked.get("dateModified")), *_of(meta, MODIFIED)]
    for t in tree.iter("time"):
        when = t.get("datetime") or "".join(t.itertext()).strip()
        kind = f"{t.get('itemprop', '')} {t.get('class', '')}".lower()
        (modified if re.search("modif|updat", kind) else published).append(when)
    for node in tree.xpath(
        "//*[@itemprop='datePublished' or @itemprop='dateModified'][not(self::meta)][not(self::time)]"
    ):
        value = node.get("content") or node.get("datetime") or "".join(node.itertext()).strip()
        (published if node.get("itemprop") == "datePublished" else modified).append(value)
    return Facts(
        title=_title(tree, meta, linked),
        section=_clean(next(iter(_texts(linked.get("articleSection"))), None) or next(iter(_of(meta, SECTION)), None)),
        byline=_author(linked.get("author")) or _names(next(iter(_of(meta, AUTHOR)), None)) or _visible_author(tree),
        url=next(iter(tree.xpath("//link[@rel='canonical']/@href")), None) or meta.get("og:url"),
        body=next(iter(_texts(linked.get("articleBody"))), ""),
        published=tuple(published),
        modified=tuple(modified),
    )


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        raw = re.sub(
            r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", (script.text or "").strip()
        )
        try:
            data = msgspec.json.decode(re.sub(r"[\x00-\x1f]+", " ", raw))
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            continue
        waiting = [data]
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                if any(ARTICLE_TYPES.fullmatch(t) for t in _texts(node.get("@type"))):
                    yield node
                waiting.extend(
                    x
                    for k, x in node.items()
                    if k in ("@graph", "mainEntity", "mainEntityOfPage") and isinstance(x, dict | list)
                )


def _title(tree: Any, meta: dict[str, str], linked: dict[str, Any]) -> str:
    site = meta.get("og:site_name", "")
    heads = [" ".join("".join(h.itertext()).split()) for h in tree.iter("h1")]
    whole = next(iter(_texts(linked.get("headline"))), "") or meta.get("og:title", "") or meta.get("twitter:title", "")
    page = " ".join((tree.findtext(".//title") or "").split())
    best = " ".join((whole or "").split()) or next((h for h in heads if len(h) >= 8), "") or page
    shown = [h for h in heads if h and h != site and (h in best or best in h)]
    if shown:
        return str(min(shown, key=len)) if any(h in best for h in shown) else best
    if site and (m := re.match(rf"(.+?)\s*[-|:·<>–—]\s*{re.escape(site)}\s*$", best)):
        return m[1]
    return re.sub(r"\s+[|<]\s+[^|<]{2,24}$", "", best)


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [v.strip() for v in values if isinstance(v, str) and v.strip()]


def _of(meta: dict[str, str], keys: tuple[str, ...]) -> list[str]:
    return [meta[k] for k in keys if k in meta]


def _author(value: Any) -> str | None:
    people = value if isinstance(value, list) else [value]
    names = [p.get("name") if isinstance(p, dict) and p.get("@type") != "Organization" else p for p in people]
    return _names(", ".join(n.strip() for n in names if isinstance(n, str) and n.strip()))


def _names(value: str | None) -> str | None:
    if not value or value.startswith(("http:", "https:", "@")):
        return None
    return _clean(re.sub(r"^(?:By|by)\s+|\s*\(?[\w.+-]+@[\w.-]+\)?", "", value))


def _visible_author(tree: Any) -> str | None:
    for node in tree.xpath(
        "//*[@itemprop='author' or @rel='author' or contains(concat(' ', @class, ' '), ' byline ')]"
    ):
        text = " ".join("".join(node.itertext()).split())
        if 2 <= len(text) <= 60:
            return _names(text)
    return None


def _clean(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
