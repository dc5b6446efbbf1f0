"""Figures of a list behind their key or below the head of their card: "Price: $45.08", "Symbols processed: 13"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from wollet.claim.candidates import Candidate
from wollet.claim.cells import ARROW_DOWN, ARROW_UP, Held, signed, with_quantity
from wollet.claim.columns import IDENTIFIER, Column, meaning
from wollet.claim.heads import Block
from wollet.claim.layout import Line
from wollet.claim.named_runs import AWAY, NEXT
from wollet.claim.sheet import Sheet
from wollet.claim.tables import formed
from wollet.mention import unhurried as re
from wollet.model.mention import Mention
from wollet.model.quantity import Quantity

BREAK = re.compile(r"[·|;/,，•]\s|[:：]\s(?=[^\s\d*~≈$₩€£¥+\-▲▼])|\s[—–-]\s|[()（）]|→")
COLON = re.compile(r"[:：]")
SPAN_KEY = r"(?:[^\d:：]{0,12}?\d{1,3}\s?(?:거래일|영업일|일|주|개월|년|-?\s?(?:trading )?(?:days?|weeks?|months?|years?)|[DWMY](?![A-Za-z])))"
KEYED = re.compile(rf"(?P<key>{SPAN_KEY}?[^\d:：]*?)\s*[*_]*\s*(?P<colon>[:：]?)\s*[*_]*\s*[~≈약▲▼△▽(]*\s*$")
OF = re.compile(r"\s?/\s?")
WON = re.compile(r"(?:원|달러|p|pts?)?\s?/\s?")
TO = re.compile(r"(?:원|달러)?\s?(?:to|[-–—~/])\s?")
"""Between the two ends of a range."""
SET_OFF = re.compile(r"[p원]?t?\s?[/|·,]\s?")
"""After the price of the day before: the move behind it is the day's ("전일 2,521.90 / -0.24%"), in brackets it is that day's own."""
WEIGHT = re.compile(r"\s?(?:비중|占比|weight(?:ing)?\b|of (?:the )?portfolio\b)")
CODED = re.compile(r"\s?[\[(]?\d{6}[\])]?[\s·|:]*")
"""Between a name with its code and the share of a list that it has."""
APART = re.compile(r"[·|;]\s|[,，]\s|\s[—–]\s|[:：]\s(?=[^\s\d*])")
ENDS = re.compile(r"\s?(?:[A-Za-z%가-힣]{0,8}\+?)?[\s*_.)]*(?:$|[|·,;(])", re.MULTILINE)
DAY_ITSELF = re.compile(r"당일|오늘|금일|today", re.IGNORECASE)
"""A key that is a day alone, before a level: "전일 2,576.20 → 당일 2,609.58"."""
BRACKETS = re.compile(r"\([^()]*\)")
COST = re.compile(r"평단|평균\s?단가|매입가|매수가|cost basis|average cost|avg\.? cost", re.IGNORECASE)
CARRY = 14
"""Lines over which a section's company holds for keys without a name."""


def keyed(
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
    key = found["key"].strip(" “‘'\"\t{[*_>•·-#🔹📊📈📉💰")
    column = meaning(key) if key else None
    if ")" in key and "(" not in key:
        lo = max((m.end() for m in APART.finditer(text, before, f.start)), default=before)
        column = meaning(BRACKETS.sub("", text[lo : f.start]).strip(" :：*_|$₩"))
    if column is None and "/" in key and all((c := meaning(k)) is not None and c.kind == "level" for k in key.split("/")):
        column = meaning(key.split("/")[0])
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
    if not q.value.sign and column.kind in ("move", "amount") and (IDENTIFIER.search(key) or text.startswith(('":', "':"), lo + len(text[lo : f.start].rstrip(" \"':")))):
        q = with_quantity(q, msgspec.structs.replace(q.value, sign=1))
    assert isinstance(q.value, Quantity)
    meant = formed(column, q.value, subject)
    if meant is None and column.signed and DAY_ITSELF.fullmatch(key) and (q.value.grain < 1 or q.value.unit):
        meant = formed(Column(kind="level"), q.value, subject)
    if meant is None:
        return None
    label = subject.name.name if subject is not None else card[1] if card is not None else key
    return Held(figure=q, column=meant, label=label, at=(lo, f.start), subject=subject, day=day, sure=column.kind in ("move", "level"))


def below(
    sheet: Sheet, line: Line, figures: list[Mention], left: list[Mention], card: tuple[Candidate | None, str, tuple[int, int]], day: Mention | None
) -> Iterator[Held]:  # fmt: skip
    """The figures that lead a line below the head of a card."""
    text = sheet.text
    subject, label, at = card
    before = line.start
    for f in figures:
        gap = text[before : f.start]
        if gap.replace(label, "").strip(" \t·()*_~≈▲▼△▽↑↓→➜|/,-").removeprefix("A.").removeprefix("A:").strip() or (f is not figures[0] and OF.fullmatch(gap)):
            break
        x = signed(text, f, before)
        assert isinstance(x.value, Quantity)
        marked = x.value.sign or any(ch in ARROW_UP or ch in ARROW_DOWN for ch in text[f.end : f.end + 2])
        column = formed(Column(kind="amount" if x.value.sign else "level"), x.value, subject)
        before = f.end
        if f not in left or column is None or (subject is None and not marked and x.value.unit == "" and x.value.grain >= 1):
            continue
        yield Held(figure=x, column=column, label=label, at=at, subject=subject, day=day, sure=True)


def goes_on(text: str, raw: Mention, before: int, last: Held) -> Held | None:
    """What follows a figure with a key: what a price moved by, or the number of which a rank or a score is."""
    q = raw.value
    if last.column.kind in ("other", "level") and (second := _second(text, raw, before, last)) is not None:
        return msgspec.structs.replace(last, figure=raw, column=second)
    if last.column.kind not in ("level", "amount", "move") or NEXT.fullmatch(text, before, raw.start) is None:
        return None
    if last.column.ago is not None and SET_OFF.match(text, before, raw.start) is None:
        return None
    f = signed(text, raw, before)
    q = f.value
    if not isinstance(q, Quantity) or not q.sign or AWAY.match(text, raw.end):
        return None
    column = formed(Column(kind="amount"), q, last.subject)
    return msgspec.structs.replace(last, figure=f, column=column, sure=True) if column is not None else None


def _second(text: str, raw: Mention, before: int, last: Held) -> Column | None:
    """What the second of two figures behind one key is: of how many, the other end of a range, the second of "고가/저가"."""
    if last.column.metric == "range" and TO.fullmatch(text, before, raw.start):
        return last.column if last.column.kind == "other" else Column(kind="level", basis="high")
    if OF.match(text, max(before, raw.start - 3), raw.start) is None or not (unit := WON.fullmatch(text, before, raw.start)):
        return None
    if last.column.kind == "other":
        return last.column if OF.fullmatch(text, before, raw.start) else None
    keys = text[slice(*last.at)].strip(" :：—–-|*_").split("/")
    column = meaning(keys[1]) if unit and len(keys) == 2 else None
    return column if column is not None and column.kind == "level" else None


def stated(sheet: Sheet, line: Line, figures: list[Mention], rest: list[Mention], names: list[Candidate]) -> Iterator[Held]:
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
