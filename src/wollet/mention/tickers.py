"""Codes that name a listing: "(NVDA)", "(NASDAQ: ARM)", "(005930)", "$TSLA", "AAPL.O", "ES=F", "^IXIC"."""

from __future__ import annotations

import re
from typing import NamedTuple

from wollet.reference import instruments

_EXCHANGE = (
    r"(?:NASDAQ(?:GS|GM|CM)?|Nasdaq(?:GS|GM|CM)?|NYSE(?:\s?(?:American|Arca|MKT))?|AMEX|OTC[A-Z]*|ASX|TSX|TSE|LSE|LON|HKEX|HKG|HKSE|SEHK|TYO|"
    r"KRX|KOSPI|KOSDAQ|KS|KQ|나스닥|뉴욕증권거래소|뉴욕거래소|코스피|코스닥|종목코드|티커|티커명)"
)
CODE = re.compile(
    rf"(?P<open>\(|\[)\s?(?P<pre>(?:{_EXCHANGE}\s?[:：]?\s?))?(?P<code>\$?\^?[A-Z][A-Z0-9]{{0,9}}(?:[.=/-][A-Z0-9]{{1,5}})?|\d{{6}}(?:\.K[SQ])?|\d{{4}}(?:\.(?:T|HK|TW|TWO))?)\s?(?P<close>\)|\]|,|;|:|\s)"
    rf"|(?P<cash>(?<![A-Za-z0-9])\$[A-Z]{{1,5}}(?:\.[AB])?(?![A-Za-z0-9]))"
    rf"|(?<![A-Za-z0-9$.])(?P<ric>[A-Z]{{1,5}}\.(?:O|N|OQ|K|AX|TO|T|HK|KS|KQ|L|PA|DE|SS|SZ|TW)|[A-Z]{{2,3}}=F|\^[A-Z]{{2,6}}|[1-9]?[A-Z]{{2,4}}c(?:v?[1-3]))(?![A-Za-z0-9]|\.[A-Z]|\.?\s[A-Z]\.)"
)
_US = frozenset(("XNAS", "XNYS", "XASE"))
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
    out = []
    for m in CODE.finditer(text):
        group = "code" if m["code"] else "cash" if m["cash"] else "ric"
        raw = m[group]
        if group == "ric" and raw[1] == "." and text.startswith(".", m.end()):
            continue
        ids = listing(raw.lstrip("$"), exact=group == "ric" or bool(m["pre"]))
        if not ids:
            continue
        sure = group != "code" or bool(m["pre"]) or (raw.isdigit() and len(raw) == 6) or "=" in raw or raw[0] in "^$"
        end = m.end() if group != "code" or m["close"] in (")", "]") else m.end(group)
        out.append(Code(m.start(group), m.end(group), m.start(), end, ids, sure))
    return out


def listing(raw: str, *, exact: bool) -> tuple[str, ...]:
    """The listings that a code stands for; a bare code that is also a common abbreviation stands for none."""
    if not exact and raw in NOT_CODES:
        return ()
    found = instruments.by_symbol(raw)
    if found is None and "." in raw:
        stem, _, suffix = raw.rpartition(".")
        if suffix in RIC_SUFFIX or suffix in ("KS", "KQ"):
            found = instruments.by_symbol(stem)
    if found is None or (raw.isdigit() and len(raw) == 4):
        return ()
    return (found.id,)
