"""Tables of two directions: days down and things across, and headings in two rows, days or stretches over what is measured.

`LEVELS` says by a caption that bare figures are levels, `OTHERS` that they are something else.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wollet.claim.columns import dated, meaning, stretched
from wollet.claim.layout import MEASURED, RULE, VALUE, Cell, Line, Table, body_of, cells_of, framed
from wollet.mention import unhurried as re

LEVELS = re.compile(r"종가|마감|지수|주가|시세|가격|추이|흐름|\bclos(?:e|es|ing)\b|\blevels?\b|\bprices?\b|\bsettle", re.IGNORECASE)
OTHERS = re.compile(
    r"거래량|거래\s?대금|시가\s?총액|시총|순\s?매[수도]|비중|점수|순위|시가\b|고가|저가|배당|매출|이익|\bvolumes?\b|turnover|market cap|\bflows?\b|weight|score|\brank|\bopens?\b|\bhighs?\b|\blows?\b|revenue|dividend|\bRSI\b|\bP/?E",
    re.IGNORECASE,
)
FEW = 2
WEEK = frozenset("월화수목금")


def pivoted(text: str, rows: Sequence[Line], i: int) -> tuple[Table, int] | None:
    """A table whose header names things and whose rows are headed by days."""
    if not framed(text, rows[i]) or len(head := cells_of(text, rows[i])) < FEW:
        return None
    first = meaning(text[slice(*head[0])])
    if (first is not None and first.kind in MEASURED) or not all(a < b and not VALUE.fullmatch(text, a, b) and not dated(text[a:b]) and meaning(text[a:b]) is None for a, b in head[1:]):
        return None
    body, j = body_of(text, rows, i + 1, len(head), piped=True)
    heads = [text[slice(*row[0])] for row in body]
    if not any(map(_daily, heads)) or not all(len(row) == len(head) and (_daily(h) or stretched(h)) for row, h in zip(body, heads, strict=True)):
        return None
    return Table(rows[i].start, rows[j - 1].end, tuple(head), (None,) * len(head), tuple(body), turned=True), j


def _daily(heading: str) -> bool:
    return heading in WEEK or dated(heading)


def grouped(text: str, rows: Sequence[Line], i: int) -> tuple[Table, int] | None:
    """A table with two rows of headings, the upper of which spans several columns."""
    if not framed(text, rows[i]) or len(upper := cells_of(text, rows[i])) <= FEW or not any(a >= b for a, b in upper[1:]) or any(VALUE.fullmatch(text, a, b) for a, b in upper if a < b):
        return None
    j = i + 1
    while j < len(rows) and RULE.fullmatch(text, rows[j].start, rows[j].end):
        j += 1
    if j >= len(rows) or not framed(text, rows[j]) or len(head := cells_of(text, rows[j])) != len(upper) or any(VALUE.fullmatch(text, a, b) for a, b in head if a < b):
        return None
    columns = tuple(meaning(text[a:b]) for a, b in head)
    if sum(c is not None and c.kind in MEASURED for c in columns) < FEW:
        return None
    body, end = body_of(text, rows, j + 1, len(head), piped=True)
    if not body:
        return None
    spans: list[Cell] = []
    for k, (a, b) in enumerate(upper):
        spans.append((a, b) if a < b or k < FEW else spans[-1])
    return Table(rows[i].start, rows[end - 1].end, tuple(head), columns, tuple(body), over=tuple(spans)), end


def halved(text: str, table: Table) -> Table:
    """A table with its columns of two measures, "Close / Prev" over "5,969.34 / 5,948.71", as two columns each."""
    double = [
        k for k, (a, b) in enumerate(table.header)
        if k and text.count("/", a, b) == 1 and all((c := meaning(p)) is not None and c.kind in MEASURED for p in text[a:b].split("/"))
        and all(k >= len(row) or text.count("/", *row[k]) == 1 for row in table.rows)
    ]  # fmt: skip
    if not double or table.turned or table.over:
        return table

    def cut(cells: Sequence[Cell]) -> tuple[Cell, ...]:
        out: list[Cell] = []
        for k, (a, b) in enumerate(cells):
            at = text.index("/", a, b) if k in double else -1
            out += [(a, b)] if at < 0 else [(a, len(text[:at].rstrip())), (b - len(text[at + 1 : b].lstrip()), b)]
        return tuple(out)

    header = cut(table.header)
    columns = tuple(c for k, c in enumerate(table.columns) for c in ((c,) if k not in double else tuple(meaning(p) for p in text[slice(*table.header[k])].split("/"))))
    return msgspec.structs.replace(table, header=header, columns=columns, rows=tuple(cut(row) for row in table.rows))
