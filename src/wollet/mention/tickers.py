"""Codes that name a listing: "(NVDA)", "(NASDAQ: ARM)", "(005930)", "$TSLA", "AAPL.O", "ES=F", "^IXIC"."""

from __future__ import annotations

from typing import NamedTuple

from wollet.mention import unhurried as re
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
_MOVED = r"(?:rose|rises|fell|falls|gained|gains|lost|loses|added|adds|shed|sheds|climbed|climbs|dropped|drops|jumped|jumps|slid|slides|slipped|slips|sank|sinks|surged|surges|soared|soars|tumbled|tumbles|plunged|plunges|rallied|rallies|advanced|declined|retreated|plummeted|rebounded|popped|crashed|up|down|higher|lower)"
MOVING = re.compile(
    rf"[*_]{{0,2}}(?:[:：]?[*_]{{0,2}}\s?(?:[(]\s?)?(?:[+−▲▼△▽-]|–(?=\d))\s?\d[\d,.]*\s?%?|\s?(?:[(]|[:：])\s?\d[\d.]*\s?%|\s(?:(?:was|is|are|also|then|closed|ended|finished)\s){{0,2}}{_MOVED}\s(?:by\s|about\s|nearly\s|another\s|a\s)?\d[\d,.]*\s?(?:%|percent|points?)|(?:은|는|이|가|도)?\s\d[\d.]*%|(?:은|는|이|가|도)\s\$\d|\s?[:：]?[*_]{{0,2}}\s?\$?\d[\d,.]*\s?[(]\s?[+−▲▼△▽↑↓-]\s?\d|\s+\$\d[\d,]*\.\d\d(?!\d)|\s\d[\d,]*\.\d\d?\s{1,4}[(]?[+−▲▼△▽↑↓-]\s?\d|\s?\|(?:\s?[\d,.]+\s?\|)?\s?\$?\d[\d,.]*\s?\|\s?[+−▲▼-])"
)
"""Behind a bare code that is used as a name: what it moved by, or the cells of its row."""
_BARE = re.compile(r"(?<![A-Za-z0-9가-힣$&.'/^=-])[A-Z]{2,5}(?![A-Za-z0-9])")
_LOUD = re.compile(r"[A-Z]{2,}[\s-]$")
"""Before a word of a headline that is all in capitals."""
INDEX_CODES = {"DJIA": "DJI", "INDU": "DJI", "COMP": "IXIC"}
"""What pages call an index, where a fund or a share has that code."""
_SHARES = re.compile(r"(?:['’]s)?\s(?:shares|stock)\b")
"""Behind a code that no one can take for a word or an abbreviation."""
NOT_BARE = NOT_CODES | frozenset(
    """ALL AN AND ANY ARE AS AT BE BIG BY CAN CAR CARS CASH COST CUT DAY DO DOW EAT ELF EVER FAST FIX FIVE FLY FOR FUN GAP GAS GO GOOD HAS HE HOPE IF IN
    IS JOB JOBS KEY KIDS LAND LIFE LOVE LOW MAIN MAN MOVE NET NEW NEXT NICE NOT NOW OF OIL OLD ON ONE OPEN OR OUT PAY PLAY POST RARE REAL RIDE ROCK RUN
    SAFE SAVE SEE SO SUN TAP TECH TELL THE TO TOP TRUE TWO UP WE WELL WISH YOU ADP API ISM NFP ROI APR APY ARR GMV USD EUR JPY GBP KRW CNY BPS AUM NAV
    YTD MTD QTD FCF GAAP FTSE CSI ICE MSCI LNG NAND DRAM HBM CPU GPU RAM REIT SPAC USA ESG CAPE SUV FY HY IG TIPS MAX MIN HIGH AVG SUM SK LG KT CJ GS
    LS HD KB DB NH BNK DGB JB SKC SOFR EBIT OEM DAU MAU LTV CAC TAM ETF ETN ETC ETP MMF ELS DLS ISA IRP PER PBR ROE""".split()
)
"""Capitals that name no listing when they stand bare, though some listing has them for its code."""


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
        stem = _STEM.search(text, m.start() - 7, m.start())
        if stem and not (len(stem[0]) == 1 and text.startswith(".", m.end())):
            _add(out, text, stem.start(), m.end())
    for m in FUTURE.finditer(text):
        if stem := _STEM.search(text, m.start() - 7, m.start()):
            _add(out, text, stem.start(), m.end())
    _bare(out, text)
    out.sort(key=lambda c: (c.start, -c.end))
    return [c for i, c in enumerate(out) if i == 0 or c.start >= out[i - 1].end]


def bare(text: str) -> list[re.Match[str]]:
    """The words in capitals that may be codes with nothing beside them, in order."""
    return [m for m in _BARE.finditer(text) if m[0] not in NOT_BARE or _SHARES.match(text, m.end())]


def moving(text: str) -> list[re.Match[str]]:
    """The bare words in capitals that a move stands right behind, listings or not, in order."""
    return [m for m in _BARE.finditer(text) if MOVING.match(text, m.end()) and _LOUD.search(text, m.start() - 12, m.start()) is None]


def _bare(out: list[Code], text: str) -> None:
    """Adds the codes that stand bare before what they moved by ("NVDA fell 7.8%", "SPX -4.8%"); two letters only among others."""
    found = [(m, ids) for m in moving(text) if m[0] not in NOT_BARE and (ids := listing(INDEX_CODES.get(m[0], m[0]), exact=False))]
    several = len({ids for _, ids in found}) > 1
    out += [Code(m.start(), m.end(), m.start(), m.end(), ids, True) for m, ids in found if several or len(m[0]) > 2]


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
