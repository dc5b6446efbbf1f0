"""The figures of lists and cards: "KOSPI: 2,603.93 ▲12.88p (+0.50%)", "Price: $45.08", a name with its figures below.

Three forms, each read only where nothing but signs, brackets and words of the trade stand between:
a *run*, a name with its figures behind it; a *key* with one figure, its subject the name of the line, of the card or of
the section; a *card*, a name on a line of its own with lines of figures below it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from wollet.claim import daily, keyed, layout, named_runs, paths, periodic
from wollet.claim.candidates import Candidate
from wollet.claim.cells import CODE, Held, funds
from wollet.claim.columns import Column
from wollet.claim.heads import LEAD, SHORT, TOLD, Block, ask, in_percent, over, remember
from wollet.claim.layout import ITEM, Line, Table
from wollet.claim.named_runs import NEXT, SPANS
from wollet.claim.sheet import Sheet
from wollet.claim.tables import name_of
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.mention import Mention
from wollet.model.quantity import Quantity

CSV = re.compile(r"[^,\n]*(?:[^\d,\s]|-\d\d),(?:[^,\s\d][^,\n]*,)*(?:[+-]?\d+(?:\.\d+)?,)+[+-]?\d+\.\d+\s*$")
"""A row of values between commas, whose header nothing reads yet."""
COLON = re.compile(r"[:：]")
EXTREME = re.compile(
    r"(?:52[- ]?(?:w(?:(?:ee)?ks?)?|주)|\b1[- ]?(?:y(?:ea)?r|Y)|all[- ]time|사상|역대|연중|연간|1년)\s?(?:closing\s|intraday\s|장중\s|종가\s)?(?:highs?|lows?|최[고저]가?|신[고저]가|[고저][가점])(?:\s?[/·&]\s?(?:highs?|lows?|최[고저]가?|[고저][가점]))?(?:\s?\([^()\d\n]{1,20}\))?[\s:：*_—–-]*[$₩]?$",
    re.IGNORECASE,
)
OTHER_END = re.compile(r"(?:원|달러)?\s?(?:[/~–—]|-|\bto\b|and)\s?")
"""Between a high and the low behind it."""
QUESTION = re.compile(r"[?？][\s*_\"”’)]*$")
COUNTED = SPANS | {"", "count"}
"""Units of what a heading may count."""
KEY_BEHIND = re.compile(r"[^\d:：|]{0,20}(?:[:：]|\s[—–-]\s)\s*[*_]*\s?[+\-−▲▼△▽~≈$₩]*\d")
"""A count of days that is part of a key: "최근 5거래일 등락률: -2.6%"."""
MOVED = re.compile(r"\s?(?:\([^()]{1,24}\))?\s?(?:오른|내린|뛴|빠진|밀린|떨어진|치솟은|동결|인상|인하|[가-힣]{0,2}(?:상승|하락|급등|급락|폭등|폭락)(?:한|[,\s…]|$))")
"""Behind a figure that a headline tells as a move: "환율, 0.6원 내린 1437.9원 마감"."""
KEY_ONLY = re.compile(r"[^\W\d](?:[^\d.]|\.{3,})*[:：\s]\s?[*_~≈+\-−$₩€£¥(]*$")
AS_OF = Anchored(r"기준|마감|종가|as of|data date|数据日期|收盘|截至|\bclose\b", re.IGNORECASE)
NUMBERED = re.compile(r"[\s>*_#\[(【]*(?:slide|scene|chart|figure|table|exhibit|page|part|section|step|tip|item|takeaway|슬라이드|장면|그림|도표|표|차트|페이지|질문|단계)\s?\d{1,2}(?=\s?[\])】.:：—–-]|\s*$)", re.IGNORECASE)
"""The number of a part of the text, and no figure."""
PERCENT = re.compile(r"[%％]\s?(?:change|chg|move)|단위\s?[:：]?\s?[%％]|[(\[]\s?[%％]\s?[)\]]|(?:등락|변동)률|percent(?:age)? (?:change|move)", re.IGNORECASE)
"""Words of a heading below which bare moves are in percent."""
PRICED = re.compile(r"\":\s?$")
"""Before six digits that are a value of program data and no code."""
MADE = re.compile(r"생성|갱신|generated|updated|更新|작성|\d{1,2}:\d{2}", re.IGNORECASE)
MEASURED = frozenset(("level", "move", "amount", "fact"))


def of(sheet: Sheet, tables: Sequence[Table], main: Candidate | None) -> Iterator[Held]:
    """Every figure of a list or card; tables and the prose between are left out."""
    block, text = Block(), sheet.text
    held = iter(tables)
    table = next(held, None)
    for line in sheet.lines:
        while table is not None and table.end <= line.start:
            table = next(held, None)
        if table is not None and table.start <= line.start:
            block.card = None
            continue
        if block.tail is not None and line.number > block.tail + 1:
            block.card = block.tail = None
        item = ITEM.match(text, line.start, line.end)
        if CSV.match(text, line.start, line.end):
            continue
        figures = [f for f in sheet.figures.within(item.end() if item else line.start, line.end) if (not CODE.fullmatch(text, f.start, f.end) or PRICED.search(text, max(0, f.start - 3), f.start))]
        names = [c for m in sheet.names.within(line.start, line.end) if (c := name_of(m)) is not None]
        known = {c.start for c in names}
        names = sorted([*names, *(c for c in funds(text, line.start, line.end) if c.start not in known)], key=lambda c: c.start)
        if AS_OF.search(text, line.start, line.end) and not MADE.search(text, line.start, line.end):
            block.stamp = sheet.day(line.start, line.end) or block.stamp
        elif text.startswith("#", line.start):
            block.stamp = None
        if (alone := daily.alone(sheet, line)) is not None:
            block.of_day, block.over = alone, None
            continue
        if not figures and block.of_day is not None and line.end - line.start <= SHORT and not layout.told(text, line) and not names:
            block.of_day = None
        colon = COLON.search(text, line.start, line.end)
        block.pair = paths.paired(sheet, line.start, colon.start() if colon is not None else line.end) or (block.pair if not names else None)
        taken: set[int] = set()
        measured = False
        asked = periodic.asked_in(text, line.start, line.end) if figures else None
        if figures and not names and block.card is not None and (rows := list(daily.of(sheet, line, figures, block.card))):
            taken.update(h.figure.start for h in rows)
            yield from rows
        elif figures:
            of_line = list(_line(sheet, line, figures, names, block, main))
            for h in in_percent(of_line) if block.percent or (names and PERCENT.search(text, line.start, names[0].start)) else of_line:
                taken.add(h.figure.start)
                measured = measured or h.column.kind in MEASURED
                yield over(sheet, line, h, asked or block.over)
        block.percent = block.percent if taken else PERCENT.search(text, line.start, line.end) is not None
        if QUESTION.search(text, line.start, line.end):
            block.over, block.asked = periodic.asked_over(text, line.start, line.end), sheet.day(line.start, line.end)
            ask(line, names, block)
            continue
        elif layout.told(text, line):
            block.over = None
        elif not taken and all(isinstance(f.value, Quantity) and f.value.unit in COUNTED for f in figures):
            block.over = periodic.listed_over(text, line.start, line.end)
        remember(sheet, line, names, bool(taken), measured, block)


def unkeyed(sheet: Sheet, tables: Sequence[Table], taken: set[int]) -> Iterator[Mention]:
    """The figures of short lines without a name whose key says nothing known: no name of another line owns them."""
    text = sheet.text
    spans = iter(tables)
    table = next(spans, None)
    for line in sheet.lines[1:]:
        while table is not None and table.end <= line.start:
            table = next(spans, None)
        inside = table is not None and table.start <= line.start
        if (label := NUMBERED.match(text, line.start, line.end)) is not None:
            yield from sheet.figures.within(line.start, label.end())
        inside = inside or CSV.match(text, line.start, line.end) is not None
        if not inside and (line.end - line.start > SHORT or layout.told(text, line) or sheet.names.within(line.start, line.end)):
            continue
        last = -1
        for f in sheet.figures.within(line.start, line.end):
            if f.start in taken:
                last = f.end
            elif (inside or KEY_ONLY.search(text, line.start, f.start) or (last > 0 and NEXT.fullmatch(text, last, f.start))):
                last = f.end
                yield f


def _extremes(text: str, line: Line, figures: list[Mention], names: list[Candidate]) -> Iterator[Held]:
    """The figures of a list that a high or low of a longer stretch heads: "52w high (intraday) $48.90", "52주 최고/최저 88,800원 / 49,900원"."""
    last = -1
    for f in figures:
        if EXTREME.search(text, max(line.start, f.start - 48), f.start) is None and (last < 0 or OTHER_END.fullmatch(text, last, f.start) is None):
            continue
        last = f.end
        owner = next((c for c in reversed(names) if c.end <= f.start), None)
        yield Held(figure=f, column=Column(kind="other", metric="record_level"), label=owner.name.name if owner is not None else text[line.start : f.start], at=(f.start, f.start), subject=owner)


def _line(sheet: Sheet, line: Line, figures: list[Mention], names: list[Candidate], block: Block, main: Candidate | None) -> Iterator[Held]:
    text = sheet.text
    told = layout.told(text, line) or TOLD.search(text, line.start, line.end) is not None
    told = told or any(MOVED.match(text, f.end) for f in figures)
    leading = daily.leading(sheet, line)
    leading = leading or (block.of_day if sheet.day(line.start, line.end) is None else None)
    day = leading or sheet.day(line.start, line.end) or block.asked or block.stamp
    figures = [f for f in figures if not (isinstance(f.value, Quantity) and f.value.unit in SPANS and KEY_BEHIND.match(text, f.end, line.end))]
    starts, ends = [f.start for f in figures], [f.end for f in figures]
    taken: set[int] = set()
    extremes = () if told else _extremes(text, line, figures, names)
    told_so = (*extremes, *paths.path(sheet, line, figures, names, day), *(paths.pairs(sheet, line, figures, block.pair, day) if block.pair is not None else ()))
    yield from told_so
    taken.update(h.figure.start for h in told_so)
    stop, stops = line.end, [line.end] * len(names)
    for i in range(len(names) - 2, -1, -1):
        stop = names[i + 1].start if names[i + 1].name.ids != names[i].name.ids else stop
        stops[i] = stop
    for c, stop in zip(names, stops, strict=True):
        own = [f for f in figures[bisect_left(starts, c.end) : bisect_left(starts, stop)] if f.start not in taken]
        for h in named_runs.by_stretch(sheet, c, own, day) or named_runs.told_behind(text, line, c, [f for f in figures if f.start not in taken], day) or named_runs.run(sheet, line, c, own, day, told):
            taken.add(h.figure.start)
            yield msgspec.structs.replace(h, column=msgspec.structs.replace(h.column, metric="session")) if leading is not None and h.column.kind in ("move", "amount") and h.column.horizon is None else h
    left = [f for f in figures if f.start not in taken]
    item = ITEM.match(text, line.start, line.end)
    leads = LEAD.match(text, line.start, line.end) is not None
    card = block.card if leads or line.end - line.start <= SHORT else None
    last: Held | None = None
    rest: list[Mention] = []
    for f in left:
        i = bisect_right(ends, f.start)
        while i and figures[i - 1].kind == "duration":
            i -= 1
        before = ends[i - 1] if i else item.end() if item else line.start
        found: Held | None = None
        if last is not None and last.figure.end == before:
            found = keyed.goes_on(text, f, before, last)
        found = found or keyed.keyed(sheet, line, f, before, names, block, card, main, day, told)
        last = found
        if found is None:
            rest.append(f)
        else:
            yield found
    if card is not None and leads:
        below = list(keyed.below(sheet, line, figures, rest, card, day))
        yield from below
        rest = [f for f in rest if all(h.figure.start != f.start for h in below)]
    if not told:
        yield from keyed.stated(sheet, line, figures, rest, names)
