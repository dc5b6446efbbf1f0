"""The figures of tables: each with the subject of its row, the meaning of its column, and the day of its caption.

A column's heading tells level from change, the stretch of a return, the unit; a row's own words may narrow it ("SPX 20일",
"KOSPI 거래대금"); a column of levels "5일 전" beside one of changes tells over how long the change ran.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from wollet.claim import columns, crossed, periodic
from wollet.claim.candidates import Candidate
from wollet.claim.cells import CODE, Held, candidate, labelled, scaled, signed, tenor_of, with_quantity
from wollet.claim.columns import Column, meaning
from wollet.claim.layout import Line, Table, told
from wollet.claim.sheet import DAY_ALONE, WEEKDAYS, Sheet
from wollet.claim.stretches import Horizon
from wollet.mention import unhurried as re
from wollet.model.mention import Mention, Name
from wollet.model.quantity import Quantity

OVER = re.compile(r"(?:최근|지난|past|last|over|trailing)\s|[(（]|동안|주간|월간|연간|누적|weekly|monthly|YTD|연초|year[- ]to[- ]date", re.IGNORECASE)
"""What makes a number of days in a caption a stretch and not a date."""
BARE_DAYS = re.compile(r"(?<!\d)\d{1,2}\s?일(?!\s?(?:간|전|동안|수익|등락|누적))")
ABOVE, WIDE = 8, 60
"""Lines above a table that may name whose it is, and how long such a line is at most."""
SPANS = frozenset(("sessions", "days", "weeks", "months", "quarters", "years"))
LAST, SO = frozenset(("last_week", "last_month")), frozenset(("week", "wtd", "month", "mtd"))
VALUE_ROW = frozenset(("level", "move", "amount"))
BRACKETED = re.compile(r"\(\s?[$₩]?\d[\d,.]*\s?%?\s?\)")
IN_BRACKETS = re.compile(r"parenthes|brackets|괄호", re.IGNORECASE)
"""A caption that says how falls are written."""
PREVIOUS = re.compile(r"prev|prior|이전|직전", re.IGNORECASE)
"""A heading of what stood before, in a table of moves."""
OPENED = re.compile(r"(?:원|달러|p|pt)?\s?[(,/]\s?")
BEHIND = re.compile(r"\s?\(([^()]{1,16})\)")


def of(sheet: Sheet, tables: Sequence[Table], main: Candidate | None) -> Iterator[Held]:
    """Every figure that stands under a heading which says what it is."""
    starts = [line.start for line in sheet.lines]
    for table in (crossed.halved(sheet.text, t) for t in tables):
        i = bisect_left(starts, table.start)
        above = [x for x in sheet.lines[max(0, i - 2) : i] if sheet.lines[i].number - x.number <= 4 and not _of_prose(sheet, x)]
        caption = (above[0].start, above[-1].end) if above else (table.start, table.start)
        yield from _turned(sheet, table, caption) if table.turned else _table(sheet, table, caption, _whose(sheet, i, main))


def _of_prose(sheet: Sheet, line: Line) -> bool:
    """Whether a line above a table has figures of its own, whose days and stretches are theirs."""
    return any(told(sheet.text, line) or not isinstance(f.value, Quantity) or f.value.unit not in SPANS for f in sheet.figures.within(line.start, line.end))


def _whose(sheet: Sheet, i: int, main: Candidate | None) -> Candidate | None:
    """The one thing that the lines above a table name: whose the rows are that name none ("Closing price", "2024-02-14")."""
    for line in reversed(sheet.lines[max(0, i - ABOVE) : i]):
        if line.end - line.start > WIDE or told(sheet.text, line):
            continue
        named = [c for m in sheet.names.within(line.start, line.end) if (c := name_of(m)) is not None]
        if named:
            return msgspec.structs.replace(named[0], how="heading") if len({c.name.ids for c in named}) == 1 else None
    return msgspec.structs.replace(main, how="heading") if main is not None else None


def _turned(sheet: Sheet, table: Table, caption: tuple[int, int]) -> Iterator[Held]:
    """The figures of a table whose header names things, each row headed by what it measures."""
    text = sheet.text
    subjects = [labelled(text, a, b, sheet.names.within(a, b), "ticker") for a, b in table.header]
    above = text[slice(*caption)] + " " + text[slice(*table.header[0])]
    bare = crossed.LEVELS.search(above) is not None and crossed.OTHERS.search(above) is None
    for row in table.rows:
        of_day = columns.dated(text[slice(*row[0])]) or text[slice(*row[0])] in WEEKDAYS
        column = columns.OF_A_DAY if of_day else meaning(text[slice(*row[0])])
        day = sheet.of_heading(*row[0]) if of_day else sheet.day(*caption)
        for k, (a, b) in enumerate(row[1:], 1):
            figures = [f for f in sheet.figures.within(a, b) if f.end <= b]
            if k >= len(subjects):
                break
            subject, rest = subjects[k]
            own = meaning(rest) if rest else None
            if not figures or column is None or subject is None or (rest and own is None) or (of_day and day is None):
                continue
            if own is not None:
                meant = _own(own, column, of_day)
                figure = scaled(signed(text, figures[0], a), own)
                if meant is not None and isinstance(figure.value, Quantity) and (meant := formed(meant, figure.value, subject)) is not None:
                    yield Held(figure=figure, column=meant, label=text[slice(*row[0])], at=row[0], subject=subject, day=day, sure=True)
                continue
            figure = scaled(signed(text, figures[0], a), column)
            meant = _of_day(text, figures, figure, subject, bare) if of_day else formed(column, figure.value, subject) if isinstance(figure.value, Quantity) else None
            if meant is None:
                continue
            yield (held := Held(figure=figure, column=meant, label=text[slice(*row[0])], at=row[0], subject=subject, day=day, sure=True))
            if of_day and len(figures) > 1 and (second := _in_brackets(text, figures[0], figures[1], held)) is not None:
                yield second


def _own(own: Column, row: Column, of_day: bool) -> Column | None:
    """What a column headed by a name and its measure says in the row of a day or of a stretch: "S&P 500 move" beside "Friday", "Week"."""
    if own.kind not in VALUE_ROW or own.horizon is not None:
        return None
    if own.kind == "level":
        return own
    return msgspec.structs.replace(own, metric="session") if of_day else msgspec.structs.replace(own, horizon=row.horizon) if row.horizon is not None else None


def _of_day(text: str, figures: Sequence[Mention], figure: Mention, subject: Candidate | None, bare: bool) -> Column | None:
    """What a cell says that stands under or beside a day alone: a move by its sign, a level where a caption or the move behind it says so."""
    q = figure.value
    if not isinstance(q, Quantity):
        return None
    moved = len(figures) > 1 and OPENED.fullmatch(text, figures[0].end, figures[1].start) is not None and _sign(signed(text, figures[1], figures[0].end)) != 0
    if not q.sign and q.unit != "percent":
        return formed(Column(kind="level", basis="close"), q, subject) if bare or moved else None
    rate = subject is not None and subject.name.ids[0].startswith("RATE:")
    return formed(Column(kind="level" if rate and not q.sign else "amount", metric="session"), q, subject)


def _table(sheet: Sheet, table: Table, caption: tuple[int, int], whose: Candidate | None) -> Iterator[Held]:
    text = sheet.text
    heading = text[caption[0] : caption[1]]
    stretch = columns.stretch(heading) if OVER.search(heading) else None
    ago = next((c.ago for c in table.columns if c is not None and c.ago is not None), None)
    if ago is not None and ago.n > 1:
        stretch = ago
    close = any(c is not None and c.kind == "level" and c.basis == "close" for c in table.columns)
    dated = next((k for k, c in enumerate(table.columns) if c is not None and c.kind == "date"), None)
    board = any(c is not None and c.kind in ("move", "amount") for c in table.columns)
    downs = {k for row in table.rows for k, (a, b) in enumerate(row) for f in sheet.figures.within(a, b) if _sign(f) < 0}
    losses = _losses(sheet, table, heading, downs)
    above = heading + " " + text[slice(*table.header[0])]
    bare = crossed.LEVELS.search(above) is not None and crossed.OTHERS.search(above) is None
    spans = any(c is not None and c.horizon is not None and c.horizon.unit not in ("day", "session") for c in table.columns)
    rates = " ".join((heading, *(text[a:b] for a, b in table.header)))
    for row in table.rows:
        subject, rest, at, label = _head(sheet, table, row)
        if subject is None and (tenor := tenor_of(text, *at, rates)) is not None:
            subject, rest = tenor, ""
        own = meaning(rest) if rest else None
        if subject is not None and rest and own is None:
            subject = None
        elif subject is None and (own is not None or (dated == 0 and at == row[0])):
            subject = whose
        of_row = (sheet.day(*row[dated]) or sheet.of_heading(*row[dated])) if dated is not None and dated < len(row) else sheet.day(*caption)
        of_whole_row = subject
        for k, (a, b) in enumerate(row):
            column = table.columns[k] if k < len(table.columns) else None
            figures = [f for f in sheet.figures.within(a, b) if f.end <= b and not (column is None and CODE.fullmatch(text, f.start, f.end))]
            if (a, b) == at or not figures or column is None or column.kind in ("label", "date", "word"):
                continue
            figure = scaled(signed(text, figures[0], a), column)
            place = table.header[k]
            subject, day, span = _spanned(sheet, table, k, of_whole_row)
            alone = column is columns.OF_A_DAY and (own is None or own.kind not in VALUE_ROW)
            meant = _of_day(text, figures, figure, subject, bare) if alone else _meant(column, own, figure, subject, board, text[slice(*place)])
            day = (None if spans and DAY_ALONE.fullmatch(text, *place) else sheet.of_heading(*place)) or day or of_row
            if meant is None or (day is of_row and columns.DATED.search(text, *place)):
                continue
            if span is not None and meant.kind in ("move", "amount") and meant.horizon is None:
                meant = msgspec.structs.replace(meant, horizon=span)
            of_day = columns.dated(text[slice(*place)])
            maybe = own is not None and own is meant and BARE_DAYS.search(rest) is not None
            if own is not None and meant is own:
                place = at
            if meant.kind in ("move", "amount") and meant.horizon is None and (behind := BEHIND.match(text, figure.end)) and (h := columns.stretch(behind[1])):
                meant = msgspec.structs.replace(meant, horizon=h)
            if meant.kind in ("move", "amount") and meant.horizon is None and stretch is not None and dated is None and not of_day and not periodic.OF_DAY.search(text, *place):
                meant = msgspec.structs.replace(meant, horizon=stretch)
                maybe = maybe or (ago is None and periodic.PERFORMANCE.search(heading) is None)
            if k in losses and meant.kind in ("move", "amount") and not _sign(figure) and BRACKETED.fullmatch(text, a, b) and isinstance(figure.value, Quantity):
                figure = with_quantity(figure, msgspec.structs.replace(figure.value, sign=-1))
            if meant.kind in ("move", "amount") and not _sign(figure) and (k in downs or k in losses or table.plain) and isinstance(figure.value, Quantity):
                figure = with_quantity(figure, msgspec.structs.replace(figure.value, sign=1))
            if meant.horizon is not None and stretch is not None and stretch.unit in LAST and meant.horizon.unit in SO:
                meant = msgspec.structs.replace(meant, horizon=stretch)
            if close and meant.kind in ("move", "amount"):
                meant = msgspec.structs.replace(meant, basis="close")
            held = Held(figure=figure, column=meant, label=label, at=place, subject=subject, day=day, sure=True, maybe=maybe)
            yield held
            if len(figures) > 1 and (second := _in_brackets(text, figures[0], figures[1], held)) is not None:
                yield second


def _spanned(sheet: Sheet, table: Table, k: int, subject: Candidate | None) -> tuple[Candidate | None, Mention | None, Horizon | None]:
    """Whose and of when the upper heading over a column says its figures are: a thing, a day, a stretch."""
    if k >= len(table.over) or table.over[k][0] >= table.over[k][1] or not k:
        return subject, None, None
    place = table.over[k]
    named, rest = labelled(sheet.text, *place, sheet.names.within(*place), "ticker")
    if named is not None and not rest:
        return named, None, None
    return subject, sheet.of_heading(*place) or sheet.day(*place), columns.stretch(sheet.text[slice(*place)])


def _losses(sheet: Sheet, table: Table, heading: str, downs: set[int]) -> set[int]:
    """The columns whose falls stand in brackets, as in accounts: some of their figures do, others do not, none has a sign."""
    cells = [(k, BRACKETED.fullmatch(sheet.text, a, b) is not None) for row in table.rows for k, (a, b) in enumerate(row) if sheet.figures.within(a, b)]
    within, without = {k for k, inside in cells if inside}, {k for k, inside in cells if not inside}
    said = IN_BRACKETS.search(heading) is not None
    return {k for k in (within | without if said else within) if k not in downs and (said or k in without)}


def _in_brackets(text: str, first: Mention, second: Mention, held: Held) -> Held | None:
    """The move that stands in brackets behind another figure of a cell: "▼600 (-1.10%)"."""
    q = second.value
    if OPENED.fullmatch(text, first.end, second.start) is None or held.column.kind not in ("level", "move", "amount") or held.column.ago is not None:
        return None
    if not isinstance(q, Quantity) or not q.sign or (column := formed(Column(kind="amount", horizon=held.column.horizon, basis=held.column.basis), q, held.subject)) is None:
        return None
    return msgspec.structs.replace(held, figure=second, column=column)


def _sign(f: Mention) -> int:
    return f.value.sign if isinstance(f.value, Quantity) else 0


def _head(sheet: Sheet, table: Table, row: tuple[tuple[int, int], ...]) -> tuple[Candidate | None, str, tuple[int, int], str]:
    """What a row is headed by: the first cell under a heading of labels that holds a known name, else its first cell."""
    first: tuple[Candidate | None, str, tuple[int, int], str] | None = None
    for k, (a, b) in enumerate(row):
        column = table.columns[k] if k < len(table.columns) else None
        if k and (column is None or column.kind != "label") and (sheet.figures.within(a, b) or not sheet.names.within(a, b)):
            continue
        heads = sheet.text[slice(*table.header[k])] if k < len(table.header) and (column is not None or table.header[k][0] >= table.header[k][1]) else None
        subject, rest = labelled(sheet.text, a, b, sheet.names.within(a, b), heads)
        found = (subject, rest, (a, b), sheet.text[a:b])
        if subject is not None:
            return found
        first = first or found
    return first or (None, "", row[0], sheet.text[row[0][0] : row[0][1]])


def _meant(column: Column, own: Column | None, figure: Mention, subject: Candidate | None, board: bool, heading: str) -> Column | None:
    """What a cell says: its column's meaning, narrowed by its row's own words and by the figure's form."""
    q = figure.value
    if not isinstance(q, Quantity):
        return None
    meant = column
    if board and column.metric == "reading" and subject is not None:
        meant = Column(kind="level", ago=Horizon("session", 1) if PREVIOUS.search(heading) else None)
    if column is columns.OF_A_DAY and own is not None and own.kind in VALUE_ROW:
        return formed(own, q, subject)
    if own is not None and own.kind not in ("label", "word", "date", "level") and column.kind in VALUE_ROW:
        meant = own
    if own is not None and own.kind == "level" and column.kind == "level" and (own.ago is not None or own.basis is not None):
        meant = own
    return formed(meant, q, subject)


def formed(meant: Column, q: Quantity, subject: Candidate | None) -> Column | None:
    """A meaning made to agree with the form of the figure: a percentage is no index's level, a signed number no price."""
    if meant.metric == "range" and q.low != q.high:
        return Column(kind="other", metric="range")
    if meant.signed and not q.sign and q.unit not in ("percent", "bp", "percentage_point"):
        return None
    if meant.kind == "level" and meant.ago is not None and meant.ago.n > 1 and q.sign and q.unit == "percent":
        return msgspec.structs.replace(meant, kind="move", ago=None, horizon=meant.ago)
    rate = subject is not None and subject.name.ids[0].startswith("RATE:")
    if q.unit in ("bp", "percentage_point") and meant.kind in VALUE_ROW:
        return msgspec.structs.replace(meant, kind="amount", ago=None)
    if q.unit == "percent":
        if meant.kind == "amount" and not rate:
            return msgspec.structs.replace(meant, kind="move")
        if meant.kind == "level" and not rate:
            return msgspec.structs.replace(meant, kind="move", ago=None) if q.sign else Column(kind="other", metric="ratio")
    elif meant.kind == "move" and q.unit != "":
        return msgspec.structs.replace(meant, kind="amount") if q.sign else None
    if meant.kind == "level" and q.sign and q.unit != "percent":
        return msgspec.structs.replace(meant, kind="amount", ago=None)
    if q.unit in ("days", "weeks", "months", "years", "hours", "sessions", "rank"):
        return None
    return meant


def name_of(m: Mention) -> Candidate | None:
    """A mention as a subject, where it is priced."""
    return candidate(m) if isinstance(m.value, Name) and m.value.ids else None
