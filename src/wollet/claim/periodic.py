"""Texts and sections that sum a longer stretch up ("Weekly Wrap", "주간 증시 결산", "Best and worst this week").

A move told there without its day may be that of the stretch, which then keeps it from being refuted as one session's.
"""

from __future__ import annotations

from bisect import bisect_left

from wollet.claim import columns
from wollet.claim.frames import Frame, Frames
from wollet.claim.stretches import Horizon, Unit
from wollet.mention import unhurried as re
from wollet.model.time import When

TITLE = re.compile(
    r"\b(?:weekly|monthly|quarterly)\s(?!jobless|claims|options|expir|payroll|data)|\b(?:week|month|quarter|year)(?:end)?\s(?:in review|that was|wrap|recap|ended|ending)\b|\b(?:this|past|last) (?:week|month) in\b"
    r"|주간\s?(?!실업|신규|거래\s?(?:종가|마감))|한\s?주\s?(?:간|동안|증시|시황|결산|요약|정리|성적|리뷰|전체)|이번\s?주\s?(?:증시|시황|시장|뉴욕|국내|정리|결산|요약)|월간\s|분기\s?결산|연간\s?결산",
    re.IGNORECASE,
)
"""The title of such a text."""
HEADING = re.compile(rf"{TITLE.pattern}|\bthis (?:week|month|quarter)\b|\b(?:for|over) the (?:week|month|quarter|year)\b|\bY(?:ear )?[- ]?T(?:o )?[- ]?D(?:ate)?\b|\byear-to-date\b|이번\s?[주달]|이달|올해|(?:연초|월초)\s?(?:대비|이후)", re.IGNORECASE)
"""The heading of such a section."""
OF_DAY = re.compile(r"\b1\s?-?\s?D\b|day|daily|session|일간|전일|전\s?거래일|당일|1일|하루", re.IGNORECASE)
"""Words of a column's or a figure's own heading that make a move one session's in spite of it."""
PERFORMANCE = re.compile(r"perform|mover|scoreboard|gainer|loser|winner|best|worst|returns?\b|\bchange|등락|수익률|상승률|하락률|성과|성적|요약|상위|하위", re.IGNORECASE)
"""Words of a heading whose list is one of moves over the stretch that it names."""
MATURITY = re.compile(r"treasur|yield|bond|note|금리|국채|[국美]债", re.IGNORECASE)
"""Beside years that are a bond's: "10-year Treasury"."""
A_DATE = re.compile(r"(?<!\d)\d{1,2}일(?!\s?(?:간|째|만에|연속|동안|누적|전))")
"""A day of the month, and no count of days: "6일 주요 지수"."""
LEADS = re.compile(r"[:：][\s*_]*$")
ASKED = re.compile(r"[^?？\n]{2,80}[?？](?=\s)")
SO_FAR = re.compile(r"\b(?:for|on|over|this)\s(?:the\s)?(?P<unit>week|month|quarter|year)\b", re.IGNORECASE)
SHORT_OF: dict[str, Unit] = {"week": "wtd", "month": "mtd", "quarter": "qtd", "year": "ytd"}
ANSWER = 4
"""Sentences after a question that may answer it: "And year to date? The S&P 500 is up 3.7%"."""
BACK = 40
"""Sentences through which a heading holds."""
WIDE = 80
"""Longer lines are no headings."""


def summed_up(frames: Frames, index: int) -> bool:
    """Whether the sentence of an index stands in a text or section that sums a longer stretch up."""
    first, own = frames.sentences[0], frames.sentences[index]
    if (asked := ASKED.match(frames.text, own.start, own.end)) is not None and HEADING.search(asked[0]):
        return True
    for s in reversed(frames.sentences[max(0, index - ANSWER) : index]):
        if frames.text[s.start : s.end].rstrip(" *_\"”").endswith(("?", "？")):
            if HEADING.search(frames.text, s.start, s.end):
                return True
            break
    if TITLE.search(frames.article.title or "") or TITLE.search(frames.text, first.start, first.end):
        return True
    listed = True
    for s in reversed(frames.sentences[max(0, index - BACK) : index]):
        said = frames.text[s.start : s.end].strip()
        if s.place == "heading":
            return HEADING.search(said) is not None
        listed = listed and len(said) <= WIDE and not said.endswith((".", "!", "?"))
        if listed and HEADING.search(said) and PERFORMANCE.search(said) and bisect_left(frames.figure_starts, s.start) == bisect_left(frames.figure_starts, s.end):
            return True
    return False


def led_by(frames: Frames, frame: Frame) -> tuple[int, int] | None:
    """The line with a colon that leads the list which a sentence without a day of its own is an item of: "For the week:"."""
    if any(isinstance(d.value, When) and d.value.grain in ("day", "instant") for d in frames.dates_in(frame.sentence)):
        return None
    index = frame.sentence.index
    for s in reversed(frames.sentences[max(0, index - BACK) : index]):
        if not frames.text[s.start : s.end].strip():
            continue
        if LEADS.search(frames.text, s.start, s.end):
            return (s.start, s.end) if s.end - s.start <= WIDE else None
        if s.place == "heading" or bisect_left(frames.figure_starts, s.start) == bisect_left(frames.figure_starts, s.end):
            return None
    return None


def listed_over(text: str, start: int, end: int) -> tuple[Horizon, bool] | None:
    """The stretch that the heading of a list names, and whether its figures are surely moves over it."""
    if end - start > WIDE:
        return None
    found = columns.stretch(text[start:end])
    surely = PERFORMANCE.search(text, start, end) is not None
    if found is not None and found.unit == "day" and not surely and A_DATE.search(text, start, end):
        return None
    if found is None or (found.unit == "year" and found.n > 1 and (not surely or MATURITY.search(text, start, end))):
        return None
    return found, surely


def asked_over(text: str, start: int, end: int) -> tuple[Horizon, bool] | None:
    """The stretch that a question asks about, whose answer is a list of moves over it: "And year to date?"."""
    if (m := SO_FAR.search(text, start, end)) is not None:
        return Horizon(SHORT_OF[m["unit"].lower()]), True
    found = listed_over(text, start, end)
    return (found[0], True) if found is not None and found[0].unit in ("ytd", "mtd", "qtd") else found


def asked_in(text: str, start: int, end: int) -> tuple[Horizon, bool] | None:
    """The stretch that the question asks about which a line with its answer begins with: "And for the month? S&P 500 +3.2%"."""
    m = ASKED.match(text, start, end)
    return asked_over(text, *m.span()) if m is not None else None
