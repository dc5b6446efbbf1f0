"""Where an offset of an article stands in the file or page that it was read from."""

from __future__ import annotations

from bisect import bisect_right

from wollet.model.article import Article


def place(article: Article, at: int) -> tuple[int, int]:
    """Line and column of a code point in the source, both counted from one."""
    i = bisect_right(article.anchors, (at, 1 << 60, 0)) - 1
    offset, line, column = article.anchors[i] if i >= 0 else (0, 1, 1)
    more = article.text.count("\n", offset, at)
    if not more:
        return line, column + at - offset
    return line + more, at - article.text.rfind("\n", offset, at)
