"""How a text lays figures out: tables of Markdown pipes, of tabs or wide gaps, a cell a line; lists of names with figures.

A `Table` is a header (places of its cells) and rows of cells of the same number; `tables(text)` finds them in text order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from wollet.claim.columns import OF_A_DAY, Column, dated, meaning
from wollet.mention import unhurried as re

Cell = tuple[int, int]
PIPE = re.compile(r"[ \t]*\|.*\|[ \t]*$|[^|\n]+(?:\|[^|\n]*){2,}$")
RULE = re.compile(r"[ \t|:\-—+=│─┼├┤┌┐└┘┬┴═╪╞╡]+|[ \t]*(?:</?(?:table|thead|tbody|tr)\b[^<>]*>[ \t]*)+")
TAGGED = re.compile(r"<t[dh](?:\s[^<>]*)?>([^<>]*(?:<(?!/?t[dh])[^<>]*>[^<>]*)*)</t[dh]>", re.IGNORECASE)
WIDE = re.compile(r"\t+| {2,}|\u3000+")
ITEM = re.compile(r"[\s>]*(?:[-*•·▪◦‣○●■□▶▷]\s+|\d{1,2}[.)]\s+)?(?:\[[ xX✓]\]\s+)?")
DIGIT = re.compile(r"\d")
VALUE = re.compile(r"[\s*_]*(?:[-–—]+|N/?A|[▲▼△▽↑↓+\-−~≈$₩€£¥\s(]*\d[\d.,]*\s?(?:%p?|pt?s?|bps?|원|달러|[조억만]|[KMBT]|배|x)?\s?(?:\([^)\n]{0,24}\))?)[\s*_)▲▼]*")
"""A cell that holds a figure, or a dash for the lack of one."""


PREDICATE = re.compile(r"[가-힣](?:다|요|죠|음|함|됨)[.!]?[\"'”’)*_]*\s*$|(?<![A-Z\d])[.!?][\"'”’)*_]*\s*$")
WORDY = re.compile(r"(?<=\d)[.!?][\"'”’)*_]*\s*$")
PROSE = re.compile(r"\b[a-z]{3,}\b[^\n]*?\s[a-z]{2,}\s")
"""A line that ends in a figure and a full stop, and has words of a sentence."""
OHLC = {"O": Column(kind="level", basis="open"), "H": Column(kind="level", basis="high"), "L": Column(kind="level", basis="low"), "C": Column(kind="level", basis="close")}
HANGUL = re.compile(r"[가-힣]")
MEASURED = frozenset(("level", "move", "amount", "apart", "fact", "other"))
CLOSE = 32
"""No sentence ends in more signs than these."""


class Line(msgspec.Struct, frozen=True):
    """A line of text that is not blank, without its line break; `number` counts blank lines too."""

    start: int
    end: int
    number: int


class Table(msgspec.Struct, frozen=True):
    """A header and rows of cells; `start` and `end` are the first line's start and the last one's end.

    `turned` where the header names things and each row is headed by what it measures; `plain` where a rise has no sign;
    `over` the upper headings, one for each column.
    """

    start: int
    end: int
    header: tuple[Cell, ...]
    columns: tuple[Column | None, ...]
    rows: tuple[tuple[Cell, ...], ...]
    turned: bool = False
    plain: bool = False
    over: tuple[Cell, ...] = ()


Reader = Callable[[str, Sequence[Line], int], tuple[Table, int] | None]
"""What reads the table that begins at a line, and finds the line behind it."""


def lines(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    out: list[Line] = []
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        body = line.rstrip()
        if body.strip():
            out.append(Line(at, at + len(body), number))
        at += len(line)
    return out


@lru_cache(64)
def told(text: str, line: Line) -> bool:
    """Whether a line ends as a sentence does; asked of the same line by all that read it."""
    lo = max(line.start, line.end - CLOSE)
    if (m := PREDICATE.search(text, lo, line.end)) is not None:
        return HANGUL.match(text[m.start() - 1]) is not None or HANGUL.match(text[m.start()]) is not None or HANGUL.search(text, line.start, line.end) is None
    return WORDY.search(text, lo, line.end) is not None and PROSE.search(text, line.start, line.end) is not None


def tables(text: str, rows: Sequence[Line], others: Sequence[Reader] = ()) -> list[Table]:
    """Every table with a header that says what at least one column holds; `others` read tables of other makes."""
    out: list[Table] = []
    i = 0
    while i < len(rows):
        found = next((t for read in others if (t := read(text, rows, i)) is not None), None) or _drawn(text, rows, i) or _stacked(text, rows, i)
        if found is None:
            i += 1
            continue
        table, i = found
        out.append(table)
    return out


def _drawn(text: str, rows: Sequence[Line], i: int) -> tuple[Table, int] | None:
    """A table whose rows are lines, cells parted by pipes or by wide gaps; rows must follow one another."""
    head = cells_of(text, rows[i])
    if len(head) < 2 or (dated(text[slice(*head[0])]) and all(VALUE.fullmatch(text, a, b) for a, b in head[1:])):
        return None
    columns = tuple(meaning(text[a:b]) or (OF_A_DAY if dated(text[a:b]) else None) for a, b in head)
    piped = framed(text, rows[i])
    if len(letters := [k for k, (a, b) in enumerate(head) if text[a:b] in OHLC]) == len(OHLC):
        columns = tuple(OHLC[text[a:b]] if k in letters else columns[k] for k, (a, b) in enumerate(head))
    turned = not any(c is not None and c.kind not in ("label", "word", "date") for c in columns)
    if turned and (not piped or len(head) < 3):
        return None
    body, j = body_of(text, rows, i + 1, len(head), piped=piped)
    if not piped and columns[0] is not None and columns[0].kind in MEASURED and all(len(row) == len(head) + 1 for row in body):
        head, columns = [(rows[i].start, rows[i].start), *head], (None, *columns)
    if not body or not any(DIGIT.search(text, a, b) for row in body for a, b in row[1:]):
        return None
    known = [len(row) == len(head) and (c := meaning(text[slice(*row[0])])) is not None and c.kind in MEASURED for row in body]
    if turned and 2 * sum(known) <= len(known):
        return (Table(rows[i].start, rows[j - 1].end, tuple(head), columns, tuple(body)), j) if _of_figures(text, rows[i + 1], head, body) else None
    return Table(rows[i].start, rows[j - 1].end, tuple(head), columns, tuple(body), turned), j


def body_of(text: str, rows: Sequence[Line], j: int, width: int, *, piped: bool) -> tuple[list[tuple[Cell, ...]], int]:
    """The rows of cells from a line on, and the line behind them."""
    body: list[tuple[Cell, ...]] = []
    while j < len(rows) and (piped or rows[j].number - rows[j - 1].number <= 2):
        if RULE.fullmatch(text, rows[j].start, rows[j].end):
            j += 1
            continue
        if rows[j].number - rows[j - 1].number > (1 if piped else 2):
            break
        cells = cells_of(text, rows[j])
        if len(cells) < 2 or len(cells) > width + 1 or piped != framed(text, rows[j]):
            break
        body.append(tuple(cells))
        j += 1
    return body, j


def _of_figures(text: str, rule: Line, head: Sequence[Cell], body: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether a table under a rule holds bare figures alone: where nothing says what they are, they are no prose either."""
    return RULE.fullmatch(text, rule.start, rule.end) is not None and not any(VALUE.fullmatch(text, a, b) for a, b in head) and all(VALUE.fullmatch(text, a, b) for row in body for a, b in row[1:] if a < b)


def framed(text: str, line: Line) -> bool:
    """Whether a line's cells stand between pipes or tags, and not between wide gaps."""
    raw = text[line.start : line.end]
    return "|" in raw or "</t" in raw or "│" in raw


def cells_of(text: str, line: Line) -> list[Cell]:
    """The cells of a line: between pipes or tags, else between wide gaps; their own blanks are cut off."""
    raw = text[line.start : line.end]
    out: list[Cell] = []
    if "│" in raw:
        text, raw = text.replace("│", "|"), raw.replace("│", "|")
    if "</t" in raw:
        return [_trim(text, *m.span(1)) for m in TAGGED.finditer(text, line.start, line.end)]
    if "|" in raw and PIPE.fullmatch(raw):
        inner = raw.strip()
        a = line.start + raw.index(inner) + (1 if inner.startswith("|") else 0)
        b = line.end - (1 if raw.endswith("|") else 0)
        while True:
            cut = text.find("|", a, b)
            out.append(_trim(text, a, b if cut < 0 else cut))
            if cut < 0:
                return out
            a = cut + 1
    a = line.start
    for m in WIDE.finditer(text, line.start, line.end) if "  " in raw or "\t" in raw or "\u3000" in raw else ():
        if text[a : m.start()].strip():
            out.append(_trim(text, a, m.start()))
        a = m.end()
    out.append(_trim(text, a, line.end))
    return out


def _trim(text: str, a: int, b: int) -> Cell:
    inner = text[a:b].lstrip(" \t*_`")
    a = b - len(inner)
    return (a, a + len(inner.rstrip(" \t*_`")))


def _stacked(text: str, rows: Sequence[Line], i: int) -> tuple[Table, int] | None:
    """A table flattened to a cell a line: headings one under another, then as many lines for each row."""
    n = 0
    columns: list[Column | None] = []
    while i + n < len(rows) and n < 9:
        a, b = _trim(text, rows[i + n].start, rows[i + n].end)
        column = meaning(text[a:b]) if b - a <= 24 and not DIGIT.match(text, a) else None
        if column is None:
            break
        columns.append(column)
        n += 1
    if n < 3 or columns[0] is None or columns[0].kind != "label":
        return None
    body: list[tuple[Cell, ...]] = []
    j = i + n
    while j + n <= len(rows):
        cells = tuple(_trim(text, r.start, r.end) for r in rows[j : j + n])
        figures = [VALUE.fullmatch(text, a, b) is not None for a, b in cells]
        if figures[0] or sum(figures[1:]) * 2 < n - 1 or any(b - a > 48 for a, b in cells):
            break
        body.append(cells)
        j += n
    if not body:
        return None
    header = tuple(_trim(text, r.start, r.end) for r in rows[i : i + n])
    return Table(rows[i].start, rows[j - 1].end, header, tuple(columns), tuple(body)), j
