"""Lines of days below the name of a thing: "S&P 500" over "05/07  5,187.70  +0.13%", "- 5월 7일(화): 2,734.36 (+2.16%)"."""

from __future__ import annotations

from collections.abc import Iterator

from wollet.claim.candidates import Candidate
from wollet.claim.cells import Held, signed
from wollet.claim.columns import Column
from wollet.claim.layout import ITEM, Line
from wollet.claim.sheet import Sheet
from wollet.claim.tables import formed
from wollet.mention import unhurried as re
from wollet.model.mention import Mention
from wollet.model.quantity import Quantity

DAY = re.compile(r"20\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[/.]\d{1,2}(?=[\s(:：|])|\d{1,2}월\s?\d{1,2}일|\d{1,2}일(?=\s?[(（][월화수목금])|[월화수목금]요일|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri)(?:day)?\b\.?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\b", re.IGNORECASE)
WEEKDAY = re.compile(r"\s?[(（](?:[월화수목금]|Mon|Tue|Wed|Thu|Fri)[)）]", re.IGNORECASE)
LEADING = re.compile(r"[*_ ]*(?:(?:[월화수목금]|Mon|Tue|Wed|Thu|Fri)\s?[(（]\s?)?(?P<day>(?:20\d\d[-./])?\d{1,2}[-./]\d{1,2}|\d{1,2}월\s?\d{1,2}일)\s?(?:[(（](?:[월화수목금]|Mon|Tue|Wed|Thu|Fri)[)）])?[)）]?[*_ ]*(?:[:：|—–]|-\s)", re.IGNORECASE)
WIDE = 32
ALONE = re.compile(
    r"[\s*_#>■□●▶▷▸•·◆◇\-\[【(]*(?P<day>(?:20\d\d년\s)?\d{1,2}월\s?\d{1,2}일(?:\s?[(（][월화수목금][)）])?|[월화수목금]요일|(?:어제|그제|오늘|전일|yesterday|today)|(?:Mon|Tues|Wednes|Thurs|Fri)day(?:,?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2})?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}|\d{1,2}/\d{1,2}|20\d\d-\d\d-\d\d)"
    r"(?:['’]s)?(?:\s(?:only|alone|session|close|하루|하루만|장|마감|종가|증시|단독))*[\s*_:：\])】]*",
    re.IGNORECASE,
)
OPEN = re.compile(r"[\s*_:：|—–-]+(?:종가|close[ds]?(?:\sat)?)?[\s*_:：▲▼△▽(]*", re.IGNORECASE)
"""Between the day and its first figure."""
NEXT = re.compile(r"(?:포인트|원|달러|pts?|p)?[\s*_|,/(·▲▼△▽]+")


def leading(sheet: Sheet, line: Line) -> Mention | None:
    """The day that a line of several names begins with: "- 월(3/24): 코스피 2,632.07(-0.42%), 코스닥 720.22(+0.11%)"."""
    item = ITEM.match(sheet.text, line.start, line.end)
    m = LEADING.match(sheet.text, item.end() if item else line.start, line.end)
    return sheet.of_heading(*m.span("day")) if m is not None else None


def alone(sheet: Sheet, line: Line) -> Mention | None:
    """The day that a heading is, and no more: "**Monday**", "■ 2월 27일", "금요일 하루", "Friday only"."""
    if line.end - line.start > WIDE:
        return None
    m = ALONE.fullmatch(sheet.text, line.start, line.end)
    return None if m is None else sheet.of_heading(*m.span("day")) or sheet.day(*m.span("day"))


def of(sheet: Sheet, line: Line, figures: list[Mention], card: tuple[Candidate | None, str, tuple[int, int]]) -> Iterator[Held]:
    """The level and the move that a line which begins with a day tells of the thing named above it."""
    text = sheet.text
    subject, label, at = card
    item = ITEM.match(text, line.start, line.end)
    a = item.end() if item else line.start
    while a < line.end and text[a] in "*_ ":
        a += 1
    m = DAY.match(text, a, line.end)
    if subject is None or m is None or (day := sheet.of_heading(*m.span())) is None:
        return
    weekday = WEEKDAY.match(text, m.end(), line.end)
    before = weekday.end() if weekday else m.end()
    gap = OPEN
    seen: set[str] = set()
    for raw in figures:
        if raw.start < before:
            continue
        if gap.fullmatch(text, before, raw.start) is None:
            return
        f = signed(text, raw, before)
        q = f.value
        if not isinstance(q, Quantity) or (column := formed(Column(kind="amount" if q.sign else "level", basis="close", metric="session"), q, subject)) is None or column.kind in seen:
            return
        seen.add(column.kind)
        yield Held(figure=f, column=column, label=label, at=at, subject=subject, day=day, sure=True)
        before, gap = raw.end, NEXT
