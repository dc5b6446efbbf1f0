"""What the lines of a list or card before hold for the line at hand: the head of a card, of a section, of a list."""

from __future__ import annotations

import msgspec

from wollet.claim import layout, periodic
from wollet.claim.candidates import Candidate
from wollet.claim.cells import PLAIN, Held, labelled, with_quantity
from wollet.claim.layout import ITEM, Line
from wollet.claim.sheet import Sheet
from wollet.claim.stretches import Horizon
from wollet.mention import unhurried as re
from wollet.model.mention import Mention
from wollet.model.quantity import Quantity

TOLD = re.compile(r"[가-힣](?:다|요)\.|[a-z]{2}(?<!\bprev)(?<!\best)(?<!\bavg)(?<!\bvol)(?<!\bchg)[.!?](?:\s|$)|\d\.\s[A-Z][a-z]+\s[a-z]+\s[a-z]")
LEAD = re.compile(r"[\s>*•·▪→➜▲▼△▽↑↓~≈+\-−–$₩€£¥(]*(?:A\d?[.:]\s[*_]*)?[$₩+\-−▲▼]?\d")
REPORT = re.compile(
    r"\b(?:technicals?|summary|snapshot|analysis|overview|update|report|recap|review|performance|brief(?:ing)?|stats?|data|quote|details?|profile|monitor|watch|daily|at a glance|levels?|session|trading|chart|price(?: action| performance)?|key|figures|numbers|checkpoints?|returns|metrics|market)\b"
    r"|주가|수익률|등락률?|추이|지수|핵심|주요|수치|시세|시황|요약|분석|현황|점검|리포트|보고서|동향|지표|브리핑|정리|체크(?:포인트)?|데이터|흐름|기술적|마감|오늘의?|일일|데일리|한눈에|보기|스냅샷|카드|프로필|노트|메모|성적표",
    re.IGNORECASE,
)
"""Words of a heading that say what kind of text stands below the thing named, and not that another thing does."""
CODE_FIRST = re.compile(r"\$?[A-Z]{2,5}(?:\.[AB])?\s[a-z ]+$")
"""A head that is a share's code and words of a report: "NVDA snapshot"."""
NAMED = re.compile(
    r"[\s*_>•·\"{-]*(?P<key>ticker|symbol|stock|company|name|asset|index|instrument|security|종목(?:명|코드)?|티커|지수명?|기업(?:명)?)[\s*_\"]*[:：][\s*_\"]*(?P<name>[^\s*_:：\"][^\n:：|\"]{0,38}[^\s*_:：\",])[\s*_\",]*$", re.IGNORECASE
)
DATE_KEY = re.compile(r"[\s*_>•·-]*(?:date|as of|time|updated|날짜|일자|기준일?|작성일|발행일)[\s*_]*[:：]", re.IGNORECASE)
"""Lines of a record: whose it is, and of when."""
LABELLED = re.compile(r"[A-Z가-힣][A-Za-z가-힣 ]{1,16}[*_]*[:：][*_]*\s")
"""The label that an item of a list begins with: "Streak: the S&P 500 rose again"."""
OPENS = 4
"""Code points before the name that a sentence is about ("The ")."""
SHORT = 48
"""Longer lines are no heads."""


class Block(msgspec.Struct):
    """What the lines before hold for the line at hand.

    A card whose head has a figure of its own holds line by line: `tail` is the last of its lines.  `told` is the one thing
    that the sentence right before begins with; `over` the stretch that the heading of the list names, and whether surely;
    `percent` where the heading says that bare moves are in percent; `asked` the day of the question that is being answered, `of_day` that of a heading which is a day alone;
    `pair` the two names that the list sets against each other.
    """

    card: tuple[Candidate | None, str, tuple[int, int]] | None = None
    tail: int | None = None
    told: Candidate | None = None
    over: tuple[Horizon, bool] | None = None
    section: Candidate | None = None
    since: int = -99
    stamp: Mention | None = None
    percent: bool = False
    asked: Mention | None = None
    of_day: Mention | None = None
    pair: tuple[Candidate, Candidate] | None = None


def _named(sheet: Sheet, line: Line) -> tuple[Candidate | None, str, tuple[int, int]] | None:
    """The thing that a line names by a key, as the head of a card: "Ticker: NVDA", "종목명: 삼성전자(005930)"."""
    m = NAMED.match(sheet.text, line.start, line.end)
    if m is None:
        return None
    a, b = m.span("name")
    subject, rest = labelled(sheet.text, a, b, sheet.names.within(a, b), m["key"])
    return (subject if not rest else None, m["name"], (a, b))


def remember(sheet: Sheet, line: Line, names: list[Candidate], read: bool, keyed: bool, block: Block) -> None:
    """Make a short line the head of a card, or a line that begins with a company the head of a section."""
    text = sheet.text
    head = ITEM.match(text, line.start, line.end)
    a = head.end() if head else line.start
    while a < line.end and (text[a] in "#*_ " or not (text[a].isalnum() or text[a] in "^$")):
        a += 1
    if (named := _named(sheet, line)) is not None:
        block.card, block.tail = named, None
        return
    if DATE_KEY.match(text, line.start, line.end):
        return
    if layout.told(text, line):
        led = LABELLED.match(text, a, line.end)
        block.told = names[0] if len({c.name.ids for c in names}) == 1 and names[0].start - (led.end() if led else a) <= OPENS else None
    elif not read or names:
        block.told = None
    if names and names[0].start - a <= 1 and line.end - line.start <= SHORT and not TOLD.search(text, line.start, line.end):
        block.section, block.since = names[0], line.number
    if LEAD.match(text, line.start, line.end) and block.card is not None:
        return
    if read and names and names[0].start - a <= 1 and line.end - line.start <= SHORT and not layout.told(text, line):
        block.card, block.tail = (names[0], names[0].name.name, (names[0].start, names[0].end)), line.number
        return
    if block.tail is not None and read:
        block.tail = line.number
        return
    if keyed and not names and block.card is None:
        return
    short = line.end - a <= 32 and not layout.told(text, line) and text[line.end - 1] not in ":："
    if not short or line.end - a < 2:
        block.card = block.card if read and block.card is not None and line.end - line.start <= SHORT else None
        return
    if block.card is not None and (read or text[a] in "^$?"):
        return
    subject, rest = labelled(text, a, line.end, sheet.names.within(a, line.end))
    block.tail = None
    if subject is None and not PLAIN.sub("", REPORT.sub("", rest)).strip():
        block.card = None
        return
    if subject is not None and REPORT.sub("", rest).strip():
        subject = None
    elif subject is None and CODE_FIRST.match(text, a, line.end):
        subject, _ = labelled(text, a, a + len(REPORT.sub("", text[a : line.end]).rstrip(" :—–-|")), (), "")
    block.card = (subject, text[a : line.end], (a, line.end))


def over(sheet: Sheet, line: Line, h: Held, over: tuple[Horizon, bool] | None) -> Held:
    """A move of a list whose heading names a stretch, as one over it, where its own line names no day before it."""
    if over is None or sheet.day(line.start, h.figure.start) is not None or h.column.kind not in ("move", "amount") or h.column.horizon is not None or h.column.metric == "session" or periodic.OF_DAY.search(h.label):
        return h
    return msgspec.structs.replace(h, column=msgspec.structs.replace(h.column, horizon=over[0]), maybe=h.maybe or not over[1])


def ask(line: Line, names: list[Candidate], block: Block) -> None:
    """Make what a question names the head of its answer; one that names nothing asks on about the same."""
    block.tail, block.told = None, None
    if len({c.name.ids for c in names}) == 1:
        block.card = (names[0], names[0].name.name, (names[0].start, names[0].end))
    elif names:
        block.card = None


def in_percent(cells: list[Held]) -> list[Held]:
    """The figures of a line below a heading of percentages: a bare move beside no price of its own is one in percent."""
    priced = {h.subject.name.ids for h in cells if h.column.kind == "level" and h.subject is not None}
    return [_percent(h) if h.column.kind == "amount" and h.subject is not None and h.subject.name.ids not in priced else h for h in cells]


def _percent(h: Held) -> Held:
    q = h.figure.value
    if not isinstance(q, Quantity) or q.unit not in ("", "count", "points"):
        return h
    return msgspec.structs.replace(h, figure=with_quantity(h.figure, msgspec.structs.replace(q, unit="percent")), column=msgspec.structs.replace(h.column, kind="move"))
