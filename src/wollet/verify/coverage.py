"""How much of a text's numbers was read: digit tokens that are not dates, clock times, identifiers or the byline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from wollet.mention import unhurried as re
from wollet.model.article import Article
from wollet.model.mention import Mention
from wollet.model.story import Coverage

TOKEN = re.compile(r"\d[\d,.]*")
CLOCK = re.compile(
    r"(?=[\d오])(?:\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}\s?(?:a\.m\.|p\.m\.|AM\b|PM\b|am\b|pm\b)|(?:오전|오후)\s?\d{1,2}시(?:\s?\d{1,2}분)?|\d{1,2}시\s?\d{1,2}분)"
)
DATE = re.compile(
    r"(?=[\dADFJMNOS])(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{4}년|\d{1,2}월(?:\s?\d{1,2}일)?|(?<!\d)\d{1,2}일(?!\s?(?:간|째|만|연속|동안|새))"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:st|nd|rd|th)?\b(?:,?\s\d{4})?"
    r"|(?<![\d$.,])(?:19|20)\d{2}(?![\d.,%]*\d|[%원달])"
    r"|(?<![\d.,/-])(?:0[1-9]-\d{2}|1[0-2]-\d{2}(?=\s?(?:\(|종가|장|마감|기준|·|$))|(?:1[0-2]|[1-9])/(?:[12]\d|3[01]|0[1-9]))(?![\d.,/%-])|(?<!\d)20\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)"
    r"|\bD[-+]\d{1,3}\b)"
)
IDENTIFIER = re.compile(
    r"(?=[\d\-섹코(\[©#]|\b[Ss]ection)(?:\b\d{1,2}Y\b|\b[Ss]ection \d+|섹션\s?\d+|코로나\s?19|\[\d{6}\]|(?<=[가-힣A-Za-z] )\d{6}(?= )"
    r"|(?:(?<=[A-Za-z])-?|(?<=[A-Za-z]-))\d[\w-]*|(?<!\d)\d{6}(?=[).:])|\(\d{6}\)|©\s?\d+|#\d+)"
)
NUMBERED = re.compile(
    r"^[ \t]*(?:0\d(?= \D)|<!--.*?-->)|^[ \t>]*(?:#{1,6}[ \t]*)?(?:\(\d{1,2}\)|\d{1,2}[.)])(?=[ \t])", re.MULTILINE
)
"""Numbers of items, headings and lines."""
ADDRESS = re.compile(r"https?://\S+|www\.\S+")
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w.-]+")


def coverage(article: Article, mentions: Iterable[Mention], spans: Iterable[tuple[int, int]]) -> Coverage:
    """Digit tokens read into claims, and the places of those that were not."""
    text = article.text
    out, taken = _joined(sorted(_skipped(article, mentions))), _joined(sorted(spans))
    numbers = read = 0
    unread: list[tuple[int, int]] = []
    for m in TOKEN.finditer(text):
        a, b = m.start(), m.end()
        while b > a and text[b - 1] in ",.":
            b -= 1
        if _inside(taken, a, b):
            numbers, read = numbers + 1, read + 1
        elif not _inside(out, a, b):
            numbers += 1
            unread.append((a, b))
    return Coverage(numbers=numbers, read=read, unread=tuple(unread))


def _skipped(article: Article, mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    text = article.text
    patterns = [CLOCK, DATE, IDENTIFIER, NUMBERED]
    if "://" in text or "www." in text:
        patterns.append(ADDRESS)
    if "@" in text:
        patterns.append(MAIL)
    found = [m.span() for pattern in patterns for m in pattern.finditer(text)]
    found += [m.span for m in mentions if m.kind in ("date", "instrument", "organisation", "person", "place")]
    if article.byline:
        at = text.find(article.byline)
        if at >= 0:
            found.append((at, at + len(article.byline)))
    return found


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping spans merged, in order."""
    out: list[tuple[int, int]] = []
    for a, b in spans:
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def _inside(spans: list[tuple[int, int]], a: int, b: int) -> bool:
    """Whether a token shares a code point with one of the merged spans."""
    i = bisect_right(spans, (b, -1)) - 1
    return i >= 0 and spans[i][1] > a
