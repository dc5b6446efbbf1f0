"""The figures right behind a name in a list: "KOSPI: 2,603.93 ▲12.88p (+0.50%)", each behind its stretch: "S&P 500: 1 day +0.96%, YTD +4.8%"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wollet.claim import columns
from wollet.claim.candidates import Candidate
from wollet.claim.cells import Held, signed
from wollet.claim.columns import Column, meaning
from wollet.claim.layout import ITEM, Line
from wollet.claim.sheet import WEEKDAYS, Sheet
from wollet.claim.stretches import Horizon
from wollet.claim.tables import formed
from wollet.mention import unhurried as re
from wollet.model.mention import Mention
from wollet.model.quantity import Quantity
from wollet.model.time import When

SPANS = frozenset(("sessions", "days", "weeks", "months", "years"))
WORDS = r"원유|지수|주가|종가|현재가?|시세|환율|마감|기준|전일\s?대비|당일|일간|선|로|원|index|price|close[ds]?|last|now|level|today|daily|at|to|on the day"
OPEN = re.compile(
    rf"(?:[\s*_)\]¹²³⁴†‡]|</?\w{{1,6}}>|\(\s?[\^$A-Z0-9.=:/ -]{{1,16}}\)|\((?:매매기준율|종가|현물|기준|종가\s?기준|마감|배럴당|온스당|원|달러|포인트|현지\s?시간|spot|close)\)|\[?\d{{6}}\]?|(?-i:[A-Z]{{2,3}}\d{{0,3}})\s|[가-힣]{{1,8}}\)|-(?=\s))*(?P<mark>[:：]?)(?:[\s*_~≈|:=(▲▼△▽↑↓🔺🔻📈📉🔼🔽·,—–▁-█▉-▏░-▓■□⇒➜…]|[-=]>|\.{{3,}}|-(?=\s)|(?:{WORDS})(?![A-Za-z가-힣]))*", re.IGNORECASE
)
"""Between a name and its first figure."""
NEXT = re.compile(
    rf"(?:[\s*_~≈,()/|·▲▼△▽↑↓🔺🔻📈📉🔼🔽🟢🔴—–+%…]|\.{{3,}}|-(?=\s)|상승|하락|오름|내림|보합|(?:{WORDS}|up|down|p|pt|pts|포인트|points?|bps?|달러|usd)(?![A-Za-z가-힣]))*(?P<key>(?:YTD|MTD|WTD|QTD|DoD|D/D|\d{{1,3}}\s?(?:일|주|개월|[DWMY])|주간|월간|单日|1일)\s?(?:[:：]\s?)?)?[\s(▲▼△▽]*",
    re.IGNORECASE,
)
"""Between a figure of a run and the next."""
STRETCHED = re.compile(r"[\s)*_]*[:：,，·/|;=→—–]\s*[*_]*(?P<key>[^\s,:：;|][^,:：;|]{0,24}?)[*_]*\s?[:：]?\s?[*_]*")
BEHIND = re.compile(r"(?:[,·]\s?(?P<key>[^()\d\n]{1,20}))?\)")
TODAY = frozenset(("today", "on the day", "close", "오늘", "당일"))
BAR = re.compile(r"[\s|>•·=-]*[├┤─━●○◉▓░█│]{2,}[\s├┤─━●○◉▓░█│|>•·=-]*")
"""What is drawn between the two ends of a range."""
CELL_OPENS, CELL_ENDS = re.compile(r"[|·•/]\s?[*_]*$"), re.compile(r"[*_]*\s?(?:[|·•/]|$)", re.MULTILINE)
HEADED = re.compile(r"[\W_]*(?P<key>[^\W\d_][^:：\n|/]{1,28}?)(?:[:：][*_]*\s|\s?(?://|\||→|⇒)\s|\s[—–-]\s)")
LISTED = re.compile(r"\s(?:[^\s\d.!?:：]{1,16}\s[+\-−▲▼]\d[\d,.]*%[\s,/·|]*)*")
"""Between the stretch that begins a line and a name of it: other names with their moves, and no sentence."""
WORDS_BEFORE = re.compile(r"[^\w\n]*(?P<key>[^\W_]+(?:[ -][^\W_]+){0,2})[ ]")
AWAY = re.compile(r"\s?(?:from|below|above|off|away from|short of)\s(?:its|the|an?|their|that|\d|[A-Z])")
"""Behind a move that tells how far from a price something is, and not what it did in a session."""
SO_FAR = frozenset(("ytd", "mtd", "wtd", "qtd"))
BASE = re.compile(r"(?:vs\.?|versus|against|from|since|compared (?:with|to))\s", re.IGNORECASE)
"""What a line of names and figures begins with: "Week to date: S&P 500 +1.4%, Nasdaq +2.3%"."""


def by_stretch(sheet: Sheet, c: Candidate, figures: list[Mention], day: Mention | None) -> list[Held]:
    """The moves of one thing, each behind its stretch or day: "S&P 500: 1 day +0.96%, YTD +4.8%", "S&P 500: Mon +0.2%; Tue -0.5%"."""
    out: list[Held] = []
    text, before = sheet.text, c.end
    for f in figures:
        q = f.value
        if not isinstance(q, Quantity) or q.unit in SPANS:
            continue
        key = STRETCHED.fullmatch(text, before, f.start)
        if key is not None and q.sign and q.unit == "percent" and (of := _day(sheet, *key.span("key"))) is not None:
            out.append(Held(figure=f, column=Column(kind="move", metric="session"), label=c.name.name, at=(c.end, f.start), subject=c, day=of, sure=True))
            before = f.end
            continue
        column = meaning(key["key"]) if key is not None and q.sign and q.unit == "percent" else None
        if column is None or column.kind != "move" or not columns.stretched(key["key"] if key is not None else ""):
            break
        out.append(Held(figure=f, column=msgspec.structs.replace(column, signed=False), label=c.name.name, at=(c.end, f.start), subject=c, day=day, sure=True))
        before = f.end
    return out if len(out) > 1 else []


def _day(sheet: Sheet, a: int, b: int) -> Mention | None:
    """The day that a key is, and no more than a day."""
    if (m := sheet.day(a, b)) is not None and (m.start, m.end) == (a, b):
        return m
    return sheet.of_heading(a, b) if (key := sheet.text[a:b]) in WEEKDAYS or columns.dated(key) else None


def told_behind(text: str, line: Line, c: Candidate, figures: list[Mention], day: Mention | None) -> list[Held]:
    """The figure whose name stands in brackets behind it: "Big number: +1.9% (S&P 500, YTD)", "종가: 2,655.28(코스피) / 858.30(코스닥)"."""
    f = next((f for f in reversed(figures) if f.end <= c.start), None)
    m = BEHIND.match(text, c.end)
    if f is None or m is None or not isinstance(f.value, Quantity) or text[f.end : c.start].strip() != "(":
        return []
    if not m["key"] and (keyed := HEADED.match(text, line.start, f.start)) is not None and (of := meaning(keyed["key"])) is not None and of.kind in ("level", "move", "amount"):
        column = formed(of, f.value, c)
        return [] if column is None else [Held(figure=f, column=column, label=c.name.name, at=keyed.span("key"), subject=c, day=day, sure=True)]
    if not f.value.sign or f.value.unit != "percent":
        return []
    column = meaning(m["key"]) if m["key"] else Column(kind="move")
    if column is None or column.kind != "move":
        column = Column(kind="move") if m["key"].lower() in TODAY else None
    return [] if column is None else [Held(figure=f, column=msgspec.structs.replace(column, signed=False), label=c.name.name, at=(c.start, m.end()), subject=c, day=day)]


def run(sheet: Sheet, line: Line, c: Candidate, figures: list[Mention], day: Mention | None, told: bool) -> Iterator[Held]:
    """The figures right behind a name: a level, then what it moved by."""
    text = sheet.text
    if not figures or (gap := OPEN.fullmatch(text, c.end, figures[0].start)) is None:
        return
    out: list[Held] = []
    at = (c.start, c.end)
    before = c.end
    if len(figures) > 1 and BAR.fullmatch(text, figures[0].end, figures[1].start):
        yield from (Held(figure=f, column=Column(kind="other", metric="range"), label=c.name.name, at=at, subject=c, day=day) for f in figures[:2])
        before, figures = figures[1].end, figures[2:]
        if not figures or (gap := OPEN.fullmatch(text, before, figures[0].start)) is None:
            return
    headed = HEADED.match(text, line.start, c.start)
    over = _over(sheet, *headed.span("key")) if headed is not None else _led(text, line.start, c.start)
    if headed is not None and (column := meaning(headed["key"])) is not None and column.metric == "range" and not figures[1:]:
        yield Held(figure=figures[0], column=Column(kind="other", metric="range"), label=c.name.name, at=at, subject=c, day=day)
        return
    for i, raw in enumerate(figures):
        f = signed(text, raw, before)
        q = f.value
        assert isinstance(q, Quantity)
        horizon = over if q.sign else None
        if i:
            m = NEXT.fullmatch(text, before, raw.start)
            if m is None:
                break
            horizon = columns.stretch(m["key"]) if m["key"] else None
        column = formed(Column(kind="amount" if q.sign else "level", horizon=horizon), q, c)
        if q.sign and AWAY.match(text, raw.end):
            break
        if column is None or column.kind == "other" or (q.hedge == "range" and i == 0):
            break
        if i == 0 and not q.sign and not (gap["mark"] or (not told and _followed(text, figures)) or (not told and (_leads(sheet, line, c) or _cell(text, c, raw, q)))):
            break
        if i and not q.sign and column.kind == "level" and (any(h.column.kind == "level" for h in out) or not (" at " in text[before : raw.start] or _ends(text, before, raw, line))):
            break
        out.append(Held(figure=f, column=column, label=c.name.name, at=at, subject=c, day=day))
        before = raw.end
    kinds = {h.column.kind for h in out}
    if "level" not in kinds and gap["mark"] == "" and "(" in text[c.end : figures[0].start]:
        return
    yield from (msgspec.structs.replace(h, sure="level" in kinds and not told) for h in out)


def _ends(text: str, before: int, raw: Mention, line: Line) -> bool:
    """Whether a price ends a line of codes and moves: "NVDA ▼3.33% $796.77"."""
    q = raw.value
    return not text[before : raw.start].strip() and raw.end == line.end and isinstance(q, Quantity) and (q.unit not in ("", "count") or q.grain < 1)


def _followed(text: str, figures: list[Mention]) -> bool:
    """Whether a signed figure comes right behind the first."""
    if len(figures) < 2 or NEXT.fullmatch(text, figures[0].end, figures[1].start) is None:
        return False
    q = signed(text, figures[1], figures[0].end).value
    return isinstance(q, Quantity) and q.sign != 0


def _over(sheet: Sheet, a: int, b: int) -> Horizon | None:
    """The stretch that the head of a line names, or begins with a day: "YTD", "vs. the previous Friday"."""
    key = sheet.text[a:b]
    if BASE.match(key) is not None:
        day = next((m.value for m in sheet.days.within(a, b) if isinstance(m.value, When)), None)
        return Horizon("since", start=day.start) if day is not None and day.start is not None else Horizon("anchor", anchor=key)
    column = meaning(key)
    if column is None:
        return h if (h := columns.stretch(key)) is not None and h.unit in SO_FAR else None
    return column.horizon if column.kind == "move" else None


def _led(text: str, a: int, b: int) -> Horizon | None:
    """The stretch whose words begin a line, right before its first name: "✅ 월간 코스피 +0.61% 코스닥 +2.15%"."""
    m = WORDS_BEFORE.match(text, a, b)
    words = m["key"] if m is not None else ""
    while m is not None and len(words) > 1:
        if columns.stretched(words) and LISTED.fullmatch(text, m.start("key") + len(words), b):
            return columns.stretch(words)
        words = words.rpartition(" ")[0]
    return None


def _cell(text: str, c: Candidate, raw: Mention, q: Quantity) -> bool:
    """Whether a name and its price fill a cell of a line: "Yesterday: Dow +1.8% | VIX 17.48"."""
    return q.grain < 1 and CELL_OPENS.search(text, max(0, c.start - 3), c.start) is not None and CELL_ENDS.match(text, raw.end) is not None


def _leads(sheet: Sheet, line: Line, c: Candidate) -> bool:
    head = ITEM.match(sheet.text, line.start, line.end)
    return c.start - (head.end() if head else line.start) <= 2
