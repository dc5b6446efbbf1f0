"""Codes that name a listing: "(NVDA)", "(NASDAQ: ARM)", "(005930)", "$TSLA", "AAPL.O", "ES=F", "^IXIC"."""

from __future__ import annotations

import re
from typing import NamedTuple

from wollet.reference import instruments, renamed

_EXCHANGE = (
    r"(?:NASDAQ(?:GS|GM|CM)?|Nasdaq(?:GS|GM|CM)?|NYSE(?:\s?(?:American|Arca|MKT))?|AMEX|OTC[A-Z]*|ASX|TSX|TSE|LSE|LON|HKEX|HKG|HKSE|SEHK|TYO|"
    r"KRX|KOSPI|KOSDAQ|KS|KQ|나스닥|뉴욕증권거래소|뉴욕거래소|코스피|코스닥|종목코드|티커|티커명)"
)
BRACKET = re.compile(
    rf"[(\[]\s?(?P<pre>{_EXCHANGE}\s?[:：]?\s?)?(?P<code>\$?\^?[A-Z][A-Z0-9]{{0,9}}(?:[.=/-][A-Z0-9]{{1,5}})?|\d{{6}}(?:\.K[SQ])?|\d{{4}}\.(?:T|HK|TW|TWO))\s?(?P<close>[)\],;:]|\s)"
)
CASH = re.compile(r"\$(?<![A-Za-z0-9]\$)[A-Z]{1,5}(?:\.[AB])?(?![A-Za-z0-9])")
SUFFIX = re.compile(r"\.(?:O|N|OQ|K|AX|TO|T|HK|KS|KQ|L|PA|DE|SS|SZ|TW)(?![A-Za-z0-9])")
FUTURE = re.compile(r"=F(?![A-Za-z0-9])|c(?<=[A-Z]c)v?[1-3](?![A-Za-z0-9])")
CARET = re.compile(r"\^[A-Z]{2,6}(?![A-Za-z0-9])")
_STEM = re.compile(r"(?<![A-Za-z0-9$.])[A-Z0-9]{1,6}$")
NOT_CODES = frozenset("CEO CFO COO CTO CIO AI IT EV US UK EU UN IMF GDP CPI PPI PCE PMI ETF IPO FDA SEC DOJ FTC FED ECB BOJ BOE BOK RBA OPEC "
                      "AP AFP A B C D I EST EDT ET GMT KST YOY QOQ EPS PER PBR ROE M&A AMA FX PC TV IB VC PE LP GP CD CP DM EM HR PR".split())  # fmt: skip
RIC_SUFFIX = frozenset(("O", "N", "OQ", "K"))


class Code(NamedTuple):
    """A code in the text: its own span, the span with brackets and exchange, the listings, whether its form is certain."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    ids: tuple[str, ...]
    sure: bool


def find(text: str) -> list[Code]:
    """Codes of the reference in a text, in order."""
    out: list[Code] = []
    for m in BRACKET.finditer(text):
        raw = m["code"]
        if ids := listing(raw.lstrip("$"), exact=bool(m["pre"])):
            sure = bool(m["pre"]) or (raw.isdigit() and len(raw) == 6) or "=" in raw or raw[0] in "^$"
            out.append(Code(m.start("code"), m.end("code"), m.start(), m.end() if m["close"] in ")]" else m.end("code"), ids, sure))
    for pattern in (CASH, CARET):
        for m in pattern.finditer(text):
            _add(out, text, m.start(), m.end())
    for m in SUFFIX.finditer(text):
        stem = _STEM.search(text, max(0, m.start() - 7), m.start())
        if stem and not (len(stem[0]) == 1 and text.startswith(".", m.end())):
            _add(out, text, stem.start(), m.end())
    for m in FUTURE.finditer(text):
        if stem := _STEM.search(text, max(0, m.start() - 7), m.start()):
            _add(out, text, stem.start(), m.end())
    out.sort(key=lambda c: (c.start, -c.end))
    return [c for i, c in enumerate(out) if i == 0 or c.start >= out[i - 1].end]


def _add(out: list[Code], text: str, start: int, end: int) -> None:
    """Adds a code that needs no bracket, where the reference knows it."""
    if ids := listing(text[start:end].lstrip("$"), exact=True):
        out.append(Code(start, end, start, end, ids, True))


def listing(raw: str, *, exact: bool) -> tuple[str, ...]:
    """The listings that a code stands for; a bare code that is also a common abbreviation stands for none."""
    if not exact and raw in NOT_CODES:
        return ()
    found = instruments.by_symbol(raw)
    if found is None and (id := renamed.by_former(raw)) is not None:
        return (id,)
    if found is None and "." in raw:
        stem, _, suffix = raw.rpartition(".")
        if suffix in RIC_SUFFIX or suffix in ("KS", "KQ"):
            found = instruments.by_symbol(stem)
    if found is None or (raw.isdigit() and len(raw) == 4):
        return ()
    return (found.id,)
