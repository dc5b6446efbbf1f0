"""Tables as programs write them: a header of keys parted by commas or semicolons, a line of values for each row.

Read only where the header says what at least one column measures and every row has a cell for each key.
"""

from __future__ import annotations

from collections.abc import Sequence

from wollet.claim.columns import Column, meaning
from wollet.claim.layout import VALUE, Cell, Line, Table
from wollet.mention import unhurried as re

KEY = re.compile(r"[^\W\d_][^\d,;.!?:：]{0,23}|[^\W\d_]\w{0,23}|[^\W_][\w \-/]{0,15}[%％)]?")
"""A key of a header: a word or two, or one as programs write it ("chg_1d_pct", "52w_high")."""
ROWS = ("label", "word", "date")


def read(text: str, rows: Sequence[Line], i: int) -> tuple[Table, int] | None:
    """The table whose header is the line at a place, and the line behind it."""
    for mark in (";", ","):
        if (head := _cells(text, rows[i], mark)) and len(head) > 2:
            return _read(text, rows, i, mark, head)
    return None


def _read(text: str, rows: Sequence[Line], i: int, mark: str, head: Sequence[Cell]) -> tuple[Table, int] | None:
    if not all(KEY.fullmatch(text, a, b) for a, b in head):
        return None
    columns: tuple[Column | None, ...] = tuple(meaning(text[a:b]) for a, b in head)
    if not any(c is not None and c.kind not in ROWS for c in columns):
        return None
    body: list[tuple[Cell, ...]] = []
    j = i + 1
    while j < len(rows) and rows[j].number - rows[j - 1].number == 1:
        cells = _cells(text, rows[j], mark)
        if len(cells) != len(head) or not any(VALUE.fullmatch(text, a, b) for a, b in cells[1:]):
            break
        body.append(tuple(cells))
        j += 1
    plain = not any(text.startswith("+", a) for row in body for a, _ in row)
    return (Table(rows[i].start, rows[j - 1].end, tuple(head), columns, tuple(body), plain=plain), j) if body else None


def _cells(text: str, line: Line, mark: str) -> list[Cell]:
    """The cells of a line between the marks that stand outside quotation marks, blanks and quotation marks cut off."""
    out: list[Cell] = []
    if mark not in text[line.start : line.end]:
        return out
    a, quoted = line.start, False
    for k in range(line.start, line.end + 1):
        if k < line.end and text[k] == '"':
            quoted = not quoted
        if k == line.end or (text[k] == mark and not quoted):
            inner = text[a:k]
            lo = a + len(inner) - len(inner.lstrip(' \t"'))
            out.append((lo, max(lo, a + len(inner.rstrip(' \t"')))))
            a = k + 1
    return out
