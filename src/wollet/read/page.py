"""A page flattened to text: the article is what stands between its dateline and the headings of other news."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from wollet.read.dates import Stamp, find_stamp
from wollet.read.furniture import LABEL, byline, crumbs, ends_article, is_furniture, is_sentence, leading_byline

HEADER_LINES = 120
"""A dateline further down belongs to something else."""
FEW = 14
"""Characters that may stand beside the times and labels on a dateline ("조회 123", "| 종합")."""


class Line(msgspec.Struct, frozen=True):
    """A line without its indent, and where it stood."""

    text: str
    row: int
    column: int


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What was found on a page; `lines` are the paragraphs with the title first."""

    title: str = ""
    lines: tuple[Line, ...] = ()
    section: str | None = None
    byline: str | None = None
    published: Stamp | None = None
    modified: Stamp | None = None


class Dateline(msgspec.Struct, frozen=True):
    """Lines `first`..`last` that say when the page was published and changed, and perhaps by whom."""

    first: int
    last: int
    published: Stamp
    modified: Stamp | None
    byline: str | None


def lines_of(text: str) -> list[Line]:
    """The lines of a text, blank ones as empty lines."""
    out = []
    for row, raw in enumerate(text.splitlines(), 1):
        bare = raw.strip(" \t\u3000\xa0\u200b\ufeff")
        out.append(Line(bare, row, len(raw) - len(raw.lstrip(" \t\u3000\xa0\u200b\ufeff")) + 1))
    return out


def flattened(text: str, lang: str) -> Page | None:
    """The article of a flattened page; None for a text that carries no page around it."""
    lines = lines_of(text)
    when = dateline(lines, lang)
    if when is None:
        marks = sum(ends_article(x.text) or is_furniture(x.text) for x in lines if x.text)
        if marks < 2 or not any(is_sentence(x.text) for x in lines):
            return None
    head = _head(lines, when)
    start = when.last + 1 if when else (head[-1] + 1 if head else 0)
    body, author = main_text(lines[start:])
    if not body:
        return None
    above = lines[: when.first] if when else lines[: head[0]] if head else []
    title = lines[head[0]] if head else None
    found = [c[-1] for x in above if (c := crumbs(x.text))]
    author = (when.byline if when else None) or next((b for x in above if (b := byline(x.text))), None) or author
    kept = [lines[i] for i in head]
    if title is not None:
        body = [x for i, x in enumerate(body) if i > 5 or x.text != title.text]
    return Page(
        title=title.text if title else body[0].text,
        lines=(*kept, *body),
        section=found[0] if found else _section_in(title.text) if title else None,
        byline=author or leading_byline(body[0].text),
        published=when.published if when else None,
        modified=when.modified if when else None,
    )


def dateline(lines: Sequence[Line], lang: str) -> Dateline | None:
    """The line that says when the page was published: labelled, or a time that stands alone."""
    seen = 0
    for i, line in enumerate(lines):
        seen += bool(line.text)
        if seen > HEADER_LINES:
            return None
        if (times := _times(line.text, lang)) is None:
            continue
        published, modified, author = times
        first, last = i, i
        before = _neighbour(lines, i, -1)
        if published is not None and before is not None and (m := LABEL.fullmatch(lines[before].text + " ")):
            first = before
            if m["modified"]:
                published, modified = None, published
        for _ in range(3):  # a second time, or its label, on lines of its own
            after = _neighbour(lines, last, 1)
            if after is None:
                break
            label = LABEL.fullmatch(lines[after].text + " ")
            more = _times(lines[after].text, lang)
            if label is None and more is None:
                break
            last = after
            if more is not None:
                published, modified = published or more[0], modified or more[1] or (more[0] if published else None)
        if published is None:
            published = modified
        if published is not None:
            return Dateline(first, last, published, modified, author)
    return None


def _times(text: str, lang: str) -> tuple[Stamp | None, Stamp | None, str | None] | None:
    """(published, modified, byline) of a line that holds hardly anything else."""
    if not 8 <= len(text) <= 160 or not re.search(r"\d{4}|\d{1,2}:\d\d", text):
        return None
    published = modified = None
    rest, at, labelled = "", 0, False
    while (found := find_stamp(text[at:], lang)) is not None:
        start, end, stamp = found
        before = text[at : at + start]
        labels = list(LABEL.finditer(before))
        near = labels[-1] if labels and not before[labels[-1].end() :].strip(" :|.-") else None
        labelled |= near is not None
        if near is not None and near["modified"]:
            modified = modified or stamp
        elif published is None:
            published = stamp
        elif modified is None:
            modified = stamp
        rest += " " + (before[: near.start()] if near else before)
        at += end
    if at == 0:
        return None
    rest = (rest + " " + text[at:]).strip(" |·/,-–—:()[]\t")
    author = byline(rest.strip(" |·/,")) if rest else None
    if (author is None and len(rest) > (3 * FEW if labelled else FEW)) or is_sentence(rest):
        return None
    return published, modified, author


def _neighbour(lines: Sequence[Line], i: int, step: int) -> int | None:
    i += step
    while 0 <= i < len(lines) and not lines[i].text:
        i += step
    return i if 0 <= i < len(lines) else None


def _head(lines: Sequence[Line], when: Dateline | None) -> list[int]:
    """The title and what stands under it: the nearest block above the dateline, else the page's first real line."""
    if when is None:
        for i, x in enumerate(lines):
            if len(x.text) >= 8 and _may_title(x.text):
                return [] if is_sentence(x.text) else [i]
        return []
    i = when.first - 1
    while i >= 0 and not _may_title(lines[i].text):
        i -= 1
    block: list[int] = []
    while i >= 0 and lines[i].text and len(block) < 4:
        if crumbs(lines[i].text):
            break
        if _may_title(lines[i].text):
            block.insert(0, i)
        i -= 1
    while len(block) > 1 and len(lines[block[0]].text) < 8:
        block.pop(0)
    return block


def _may_title(text: str) -> bool:
    return bool(text) and not (is_furniture(text) or byline(text) or crumbs(text) or LABEL.fullmatch(text + " "))


def main_text(lines: Sequence[Line]) -> tuple[list[Line], str | None]:
    """The running text with its tables and subheads, and the author where a line of its own names one."""
    kept: list[Line] = []
    author: str | None = None
    started = False
    for i, line in enumerate(lines):
        if not line.text or is_furniture(line.text) or (not started and _times(line.text, "en") is not None):
            continue
        if (by := byline(line.text)) is not None:
            author = author or by
            continue
        if started and (ends_article(line.text) or _only_short(lines[i:])):
            break
        if is_sentence(line.text):
            started = True
        elif not started and (len(line.text) < 8 or ends_article(line.text) or crumbs(line.text)):
            continue
        kept.append(line)
    if not started:
        return [], author
    first = next(i for i, x in enumerate(kept) if is_sentence(x.text))
    lead = [x for x in kept[:first] if re.search(r"\d|[.!?”\"]$", x.text) or len(x.text) >= 16]
    tail = kept[first:]
    while tail and not is_sentence(tail[-1].text) and not re.search(r"\d", tail[-1].text):
        tail.pop()
    return lead + tail, author


def _only_short(lines: Sequence[Line]) -> bool:
    """A run of short lines without figures that no running text follows soon: the page's foot."""
    short = 0
    for line in lines:
        if not line.text:
            continue
        if is_sentence(line.text) or re.search(r"\d", line.text) or len(line.text) > 30:
            return False
        short += 1
        if short == 5:
            return True
    return False


def _section_in(title: str) -> str | None:
    m = re.search(r"\[([^\[\]]{2,20})\]$", title[-60:])
    return m[1] if m else None
