"""The figures of lists and cards: "KOSPI: 2,603.93 ▲12.88p (+0.50%)", "Price: $45.08", a name with its figures below.

Three forms, each read only where nothing but signs, brackets and words of the trade stand between:
a *run*, a name with its figures behind it; a *key* with one figure, its subject the name of the line, of the card or of
the section; a *card*, a name on a line of its own with lines of figures below it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from wollet.claim import columns, layout, periodic
from wollet.claim.candidates import Candidate
from wollet.claim.cells import ARROW_DOWN, ARROW_UP, CODE, Held, funds, signed
from wollet.claim.columns import Column, meaning
from wollet.claim.heads import LEAD, SHORT, TOLD, Block, over, remember
from wollet.claim.layout import ITEM, Line, Table
from wollet.claim.tables import Sheet, formed, name_of
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.mention import Mention
from wollet.model.quantity import Quantity

WORDS = r"원유|지수|주가|종가|현재가?|시세|환율|마감|기준|전일\s?대비|당일|일간|선|로|원|index|price|close[ds]?|last|now|level|today|daily|at|to|on the day"
OPEN = re.compile(
    rf"(?:[\s*_)\]]|\(\s?[\^$A-Z0-9.=:/ -]{{1,16}}\)|\((?:매매기준율|종가|현물|기준|종가\s?기준|마감|배럴당|온스당|원|달러|포인트|현지\s?시간|spot|close)\)|\[?\d{{6}}\]?|(?-i:[A-Z]{{2,3}}\d{{0,3}})\s|[가-힣]{{1,8}}\)|-(?=\s))*(?P<mark>[:：]?)(?:[\s*_~≈|:=(▲▼△▽↑↓🔺🔻📈📉🔼🔽·,—–▁-█▉-▏░-▓■□]|-(?=\s)|(?:{WORDS})(?![A-Za-z가-힣]))*", re.IGNORECASE
)
"""Between a name and its first figure."""
NEXT = re.compile(
    rf"(?:[\s*_~≈,()/|·▲▼△▽↑↓🔺🔻📈📉🔼🔽🟢🔴—–+%]|-(?=\s)|상승|하락|오름|내림|보합|(?:{WORDS}|up|down|p|pt|pts|포인트|points?|bps?|달러|usd)(?![A-Za-z가-힣]))*(?P<key>(?:YTD|MTD|WTD|\d{{1,3}}\s?(?:일|주|개월|[DWMY])|주간|월간|单日|1일)\s?(?:[:：]\s?)?)?[\s(▲▼△▽]*",
    re.IGNORECASE,
)
"""Between a figure of a run and the next."""
BREAK = re.compile(r"[·|;/,，•]\s|[:：]\s(?=[^\s\d*~≈$₩€£¥+\-▲▼])|\s[—–-]\s|[()（）]|→")
COLON = re.compile(r"[:：]")
CSV = re.compile(r"[^,\n]*(?:[^\d,\s]|-\d\d),(?:[^,\s\d][^,\n]*,)*(?:[+-]?\d+(?:\.\d+)?,)+[+-]?\d+\.\d+\s*$")
"""A row of values between commas, whose header nothing reads yet."""
QUESTION = re.compile(r"[?？][\s*_\"”’)]*$")
SPAN_KEY = r"(?:[^\d:：]{0,12}?\d{1,3}\s?(?:거래일|영업일|일|주|개월|년|-?\s?(?:trading )?(?:days?|weeks?|months?|years?)|[DWMY](?![A-Za-z])))"
KEYED = re.compile(rf"(?P<key>{SPAN_KEY}?[^\d:：]*?)\s*[*_]*\s*(?P<colon>[:：]?)\s*[*_]*\s*[~≈약▲▼△▽(]*\s*$")
SPANS = frozenset(("sessions", "days", "weeks", "months", "years"))
COUNTED = SPANS | {"", "count"}
"""Units of what a heading may count."""
KEY_BEHIND = re.compile(r"[^\d:：|]{0,20}[:：]\s*[*_]*\s?[+\-−▲▼△▽~≈$₩]*\d")
"""A count of days that is part of a key: "최근 5거래일 등락률: -2.6%"."""
OF = re.compile(r"\s?/\s?")
SET_OFF = re.compile(r"[p원]?t?\s?[/|·,]\s?")
"""After the price of the day before: the move behind it is the day's ("전일 2,521.90 / -0.24%"), in brackets it is that day's own."""
WEIGHT = re.compile(r"\s?(?:비중|占比|weight(?:ing)?\b|of (?:the )?portfolio\b)")
CODED = re.compile(r"\s?[\[(]?\d{6}[\])]?[\s·|:]*")
"""Between a name with its code and the share of a list that it has."""
APART = re.compile(r"[·|;]\s|[,，]\s|\s[—–]\s|[:：]\s(?=[^\s\d*])")
ENDS = re.compile(r"\s?(?:[A-Za-z%가-힣]{0,8}\+?)?[\s*_.)]*(?:$|[|·,;(])", re.MULTILINE)
MOVED = re.compile(r"\s?(?:\([^()]{1,24}\))?\s?(?:오른|내린|뛴|빠진|밀린|떨어진|치솟은|동결|인상|인하|[가-힣]{0,2}(?:상승|하락|급등|급락|폭등|폭락)(?:한|[,\s…]|$))")
"""Behind a figure that a headline tells as a move: "환율, 0.6원 내린 1437.9원 마감"."""
KEY_ONLY = re.compile(r"[^\W\d][^\d.]*[:：\s]\s?[*_~≈+\-−$₩€£¥(]*$")
COST = re.compile(r"평단|평균\s?단가|매입가|매수가|cost basis|average cost|avg\.? cost", re.IGNORECASE)
AS_OF = Anchored(r"기준|마감|종가|as of|data date|数据日期|收盘|截至|\bclose\b", re.IGNORECASE)
MADE = re.compile(r"생성|갱신|generated|updated|更新|작성|\d{1,2}:\d{2}", re.IGNORECASE)
MEASURED = frozenset(("level", "move", "amount", "fact"))
CARRY = 14
"""Lines over which a section's company holds for keys without a name."""


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
        figures = [f for f in sheet.figures.within(item.end() if item else line.start, line.end) if not CODE.fullmatch(text, f.start, f.end)]
        names = [c for m in sheet.names.within(line.start, line.end) if (c := name_of(m)) is not None]
        known = {c.start for c in names}
        names = sorted([*names, *(c for c in funds(text, line.start, line.end) if c.start not in known)], key=lambda c: c.start)
        if AS_OF.search(text, line.start, line.end) and not MADE.search(text, line.start, line.end):
            block.stamp = sheet.day(line.start, line.end) or block.stamp
        elif text.startswith("#", line.start):
            block.stamp = None
        taken: set[int] = set()
        keyed = False
        asked = periodic.asked_in(text, line.start, line.end) if figures else None
        if figures:
            for h in _line(sheet, line, figures, names, block, main):
                taken.add(h.figure.start)
                keyed = keyed or h.column.kind in MEASURED
                yield over(h, asked or block.over)
        if QUESTION.search(text, line.start, line.end):
            block.over = periodic.asked_over(text, line.start, line.end)
        elif layout.told(text, line):
            block.over = None
        elif not taken and all(isinstance(f.value, Quantity) and f.value.unit in COUNTED for f in figures):
            block.over = periodic.listed_over(text, line.start, line.end)
        remember(sheet, line, names, bool(taken), keyed, block)


def unkeyed(sheet: Sheet, tables: Sequence[Table], taken: set[int]) -> Iterator[Mention]:
    """The figures of short lines without a name whose key says nothing known: no name of another line owns them."""
    text = sheet.text
    spans = iter(tables)
    table = next(spans, None)
    for line in sheet.lines[1:]:
        while table is not None and table.end <= line.start:
            table = next(spans, None)
        inside = table is not None and table.start <= line.start
        inside = inside or CSV.match(text, line.start, line.end) is not None
        if not inside and (line.end - line.start > SHORT or layout.told(text, line) or sheet.names.within(line.start, line.end)):
            continue
        last = -1
        for f in sheet.figures.within(line.start, line.end):
            if f.start not in taken and (inside or KEY_ONLY.search(text, line.start, f.start) or (last > 0 and NEXT.fullmatch(text, last, f.start))):
                last = f.end
                yield f


def _line(sheet: Sheet, line: Line, figures: list[Mention], names: list[Candidate], block: Block, main: Candidate | None) -> Iterator[Held]:
    text = sheet.text
    told = layout.told(text, line) or TOLD.search(text, line.start, line.end) is not None
    told = told or any(MOVED.match(text, f.end) for f in figures)
    day = sheet.day(line.start, line.end) or block.stamp
    figures = [f for f in figures if not (isinstance(f.value, Quantity) and f.value.unit in SPANS and KEY_BEHIND.match(text, f.end, line.end))]
    starts, ends = [f.start for f in figures], [f.end for f in figures]
    taken: set[int] = set()
    stop, stops = line.end, [line.end] * len(names)
    for i in range(len(names) - 2, -1, -1):
        stop = names[i + 1].start if names[i + 1].name.ids != names[i].name.ids else stop
        stops[i] = stop
    for c, stop in zip(names, stops, strict=True):
        own = [f for f in figures[bisect_left(starts, c.end) : bisect_left(starts, stop)] if f.start not in taken]
        for h in _by_stretch(text, c, own, day) or _run(sheet, line, c, own, day, told):
            taken.add(h.figure.start)
            yield h
    left = [f for f in figures if f.start not in taken]
    leads = LEAD.match(text, line.start, line.end) is not None
    card = block.card if leads or line.end - line.start <= SHORT else None
    last: Held | None = None
    rest: list[Mention] = []
    for f in left:
        i = bisect_right(ends, f.start)
        while i and figures[i - 1].kind == "duration":
            i -= 1
        before = ends[i - 1] if i else line.start
        found: Held | None = None
        if last is not None and last.figure.end == before:
            found = _goes_on(text, f, before, last)
        found = found or _keyed(sheet, line, f, before, names, block, card, main, day, told)
        last = found
        if found is None:
            rest.append(f)
        else:
            yield found
    if card is not None and leads:
        below = list(_below(sheet, line, figures, rest, card, day))
        yield from below
        rest = [f for f in rest if all(h.figure.start != f.start for h in below)]
    if not told:
        yield from _stated(sheet, line, figures, rest, names)


def _goes_on(text: str, raw: Mention, before: int, last: Held) -> Held | None:
    """What follows a figure with a key: what a price moved by, or the number of which a rank or a score is."""
    q = raw.value
    if last.column.kind == "other" and OF.fullmatch(text, before, raw.start):
        return msgspec.structs.replace(last, figure=raw)
    if last.column.kind not in ("level", "amount", "move") or NEXT.fullmatch(text, before, raw.start) is None:
        return None
    if last.column.ago is not None and SET_OFF.match(text, before, raw.start) is None:
        return None
    f = signed(text, raw, before)
    q = f.value
    if not isinstance(q, Quantity) or not q.sign:
        return None
    column = formed(Column(kind="amount"), q, last.subject)
    return msgspec.structs.replace(last, figure=f, column=column, sure=True) if column is not None else None


def _stated(sheet: Sheet, line: Line, figures: list[Mention], rest: list[Mention], names: list[Candidate]) -> Iterator[Held]:
    """Figures of a line of keys that are of no price: "Symbols processed: 13", "삼성전자 005930 46% 비중"."""
    text = sheet.text
    for f in rest:
        before = max((g.end for g in figures if g.end <= f.start), default=line.start)
        lo = max((m.end() for m in APART.finditer(text, before, f.start) if text[m.end() : f.start].strip(" ~≈*_(±▲▼")), default=before)
        key = KEYED.fullmatch(text, lo, f.start)
        behind = WEIGHT.match(text, f.end, line.end)
        bare = isinstance(f.value, Quantity) and f.value.unit == "percent" and not f.value.sign
        of = next((c for c in reversed(names) if c.end <= f.start), None)
        owned = of is not None and bare and CODED.fullmatch(text, of.end, f.start) is not None
        if behind or owned:
            yield Held(figure=f, column=Column(kind="other", metric="weight"), label=of.name.name if of else text[line.start : f.start], at=(lo, f.start), subject=of)
        elif key and key["colon"] and len(key["key"].strip(" *_#>-•")) >= 2 and ENDS.match(text, f.end, line.end):
            yield Held(figure=f, column=Column(kind="other", metric="listed"), label=key["key"].strip(" *_#>-•"), at=(lo, f.start))


def _by_stretch(text: str, c: Candidate, figures: list[Mention], day: Mention | None) -> list[Held]:
    """The moves of one thing, each behind its stretch: "S&P 500: 1 day +0.96%, month to date +3.2%, YTD +4.8%"."""
    out: list[Held] = []
    before = c.end
    for f in figures:
        q = f.value
        if not isinstance(q, Quantity) or q.unit in SPANS:
            continue
        key = STRETCHED.fullmatch(text, before, f.start)
        column = meaning(key["key"]) if key is not None and q.sign and q.unit == "percent" else None
        if column is None or column.kind != "move" or not columns.stretched(key["key"] if key is not None else ""):
            break
        out.append(Held(figure=f, column=msgspec.structs.replace(column, signed=False), label=c.name.name, at=(c.end, f.start), subject=c, day=day, sure=True))
        before = f.end
    return out if len(out) > 1 else []


def _run(sheet: Sheet, line: Line, c: Candidate, figures: list[Mention], day: Mention | None, told: bool) -> Iterator[Held]:
    """The figures right behind a name: a level, then what it moved by."""
    text = sheet.text
    if not figures or (gap := OPEN.fullmatch(text, c.end, figures[0].start)) is None:
        return
    out: list[Held] = []
    at = (c.start, c.end)
    before = c.end
    headed = HEADED.match(text, line.start, c.start)
    over = column.horizon if headed is not None and (column := meaning(headed["key"])) is not None and column.kind == "move" else None
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
        if column is None or column.kind == "other" or (q.hedge == "range" and i == 0):
            break
        if i == 0 and not q.sign and not (gap["mark"] or (not told and _followed(text, figures)) or (not told and _leads(sheet, line, c))):
            break
        if i and not q.sign and column.kind == "level" and (any(h.column.kind == "level" for h in out) or not (" at " in text[before : raw.start] or _ends(text, before, raw, line))):
            break
        out.append(Held(figure=f, column=column, label=c.name.name, at=at, subject=c, day=day))
        before = raw.end
    kinds = {h.column.kind for h in out}
    if "level" not in kinds and gap["mark"] == "" and "(" in text[c.end : figures[0].start]:
        return
    yield from (msgspec.structs.replace(h, sure="level" in kinds and not told) for h in out)


STRETCHED = re.compile(r"[\s)*_]*[:：,，·/|;—–]\s*[*_]*(?P<key>[^\s,:：;|][^,:：;|]{0,24}?)[*_]*\s?[:：]?\s?[*_]*")
HEADED = re.compile(r"[\W_]*(?P<key>[^\W\d_][^:：\n]{1,20})[:：]\s")
"""What a line of names and figures begins with: "Week to date: S&P 500 +1.4%, Nasdaq +2.3%"."""


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


def _leads(sheet: Sheet, line: Line, c: Candidate) -> bool:
    head = ITEM.match(sheet.text, line.start, line.end)
    return c.start - (head.end() if head else line.start) <= 2


def _keyed(
    sheet: Sheet, line: Line, f: Mention, before: int, names: list[Candidate], block: Block,
    card: tuple[Candidate | None, str, tuple[int, int]] | None, main: Candidate | None, day: Mention | None, told: bool,
) -> Held | None:  # fmt: skip
    """A figure whose key stands right before it: "Price: $45.08", "종가 216,000원", "순위 1 / 11"."""
    text = sheet.text
    if told and COLON.search(text, before, f.start) is None:
        return None
    lo = before
    for m in BREAK.finditer(text, before, f.start):
        if text[m.end() : f.start].strip(" ~≈▲▼△▽*_("):
            lo = m.end()
    found = KEYED.fullmatch(text, lo, f.start)
    if found is None or (told and not found["colon"]):
        return None
    key = found["key"].strip(" “‘'\"\t*_>•·-#🔹📊📈📉💰")
    column = meaning(key) if key else None
    if column is None or column.kind in ("label", "word", "date"):
        return None
    q = signed(text, f, lo)
    assert isinstance(q.value, Quantity)
    own = next((c for c in reversed(names) if c.end <= f.start), None)
    subject = own or (card[0] if card is not None else None)
    if subject is None and card is None:
        subject = block.told or (block.section if line.number - block.since <= CARRY else main)
        if subject is not None:
            subject = msgspec.structs.replace(subject, how="heading")
    if column.kind in ("level", "move", "amount") and COST.search(text, line.start, line.end):
        column = Column(kind="other", metric="own_price") if column.kind == "level" and not q.value.sign else Column(kind="apart", metric="return_on_cost")
    meant = formed(column, q.value, subject)
    if meant is None:
        return None
    label = subject.name.name if subject is not None else card[1] if card is not None else key
    return Held(figure=q, column=meant, label=label, at=(lo, f.start), subject=subject, day=day, sure=column.kind == "move")


def _below(
    sheet: Sheet, line: Line, figures: list[Mention], left: list[Mention], card: tuple[Candidate | None, str, tuple[int, int]], day: Mention | None
) -> Iterator[Held]:  # fmt: skip
    """The figures that lead a line below the head of a card."""
    text = sheet.text
    subject, label, at = card
    before = line.start
    for f in figures:
        gap = text[before : f.start]
        if gap.replace(label, "").strip(" \t·()*_~≈▲▼△▽↑↓|/-") or (f is not figures[0] and OF.fullmatch(gap)):
            break
        x = signed(text, f, before)
        assert isinstance(x.value, Quantity)
        marked = x.value.sign or any(ch in ARROW_UP or ch in ARROW_DOWN for ch in text[f.end : f.end + 2])
        column = formed(Column(kind="amount" if x.value.sign else "level"), x.value, subject)
        before = f.end
        if f not in left or column is None or (subject is None and not marked and x.value.unit == "" and x.value.grain >= 1):
            continue
        yield Held(figure=x, column=column, label=label, at=at, subject=subject, day=day, sure=True)
