"""Instruments by the names of the reference, ambiguous ones only where code, company or context bears them out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from wollet.mention import edges, support, tickers
from wollet.mention import unhurried as re
from wollet.model.article import Lang
from wollet.model.mention import Mention, Name
from wollet.reference import instruments, names


class Hit(NamedTuple):
    """A spelling of the reference at its place."""

    start: int
    end: int
    form: int
    grade: int


_MARKETPLACE_EN = re.compile(
    r"-(?:listed|traded)|:\s?(?!(?:UP|DOWN|FLAT|Up|Down|Flat)\b)[A-Z](?![a-z])|,?\sInc\b|\s(?:[Ss]tock\s)?[Ee]xchange|\s(?:Global|Stock|Capital)\s(?:Select\s)?Market|\s(?:listing|debut|rules?|filing)\b"
)
_MARKETPLACE_KO = re.compile(
    r"(?:\s?(?:시장|증시))?(?:에|으로)?\s?(?:상장|입성|데뷔|증권거래소|거래소|등록|이전)|\s?:\s?(?!(?:UP|DOWN|FLAT|Up|Down|Flat)\b)[A-Z](?![a-z])|\((?:NASDAQ|나스닥)?:\s"
)
_BEFORE_MARKETPLACE = re.compile(r"(?:listed|traded|trades|trading|debut(?:ed)?|listing)\s(?:on|to)\s(?:the\s)?$")
_EXCHANGES = frozenset(("INDEX:IXIC", "INDEX:KOSPI", "INDEX:KOSDAQ", "INDEX:AXJO"))
_S_AND_P = re.compile(r"\s(?!500|Index|Futures)[A-Z][A-Za-z]+|\s(?:said|says|affirmed|downgraded|upgraded|ratings?|rating)\b")
_TRACKED = re.compile(
    r"['’”]?\s?(?:(?:[Ii]ndex|[Ss]pot|[Ff]utures|[Ll]everaged|지수|현물|선물|추종|단일종목|[23]배|레버리지|인버스|커버드콜)\s?){0,3}(?:(?:ETF|ETN)s?(?![A-Za-z])|레버리지|인버스|커버드콜)"
)
_FUND_NAME = re.compile(r"(?:\s(?:[A-Z0-9][\w&.+/-]*|[&-]|of|for)){1,8}?\s(?:ETFs?|ETNs?|Fund|SPDR)\b|\s(?:ETF|ETN)\b")
"""Behind the house that a fund bears the name of: "State Street Industrial Select Sector SPDR ETF"."""
_FUND_BRAND = re.compile(r"(?:KODEX|TIGER|ACE|RISE|SOL|KBSTAR|ARIRANG|HANARO|PLUS|KOSEF|TIMEFOLIO|KIWOOM|KoAct|TREX|FOCUS|UNICORN|마이다스)\s(?:미국|한국|일본|차이나|인도|글로벌)?\s?$")
_MAY_TRACK = frozenset("IiSsFfLl지현선추단23레인커E")
_BRAND_ENDS = frozenset("XRELNRGOSTWYMtS스국본나도벌UCI")
"""Letters near a name without which it is of no fund: cheap to ask first."""
_TRADE_OF_NEXT = re.compile(r"\scompany\s[A-Z]")
_JOINED = re.compile(r",?\s(?:and|&)\s|,\s")
"""Between two names of a list."""
_CREDIT = re.compile(r"(?:via |/|\| ?|Photo: ?|© ?|by )$")


@cache
def name_of(id: str, lang: Lang) -> tuple[str, str | None]:
    """(name in the language, short symbol) of an instrument."""
    known = instruments.get(id)
    if known is None:
        return id.split(":", 1)[-1], None
    return (known.name_ko or known.name_en if lang == "ko" else known.name_en), known.symbol


def mention(start: int, end: int, ids: tuple[str, ...], lang: Lang, rule: str, *, anaphor: bool = False) -> Mention:
    """The mention of an instrument."""
    name, symbol = name_of(ids[0], lang)
    return Mention(start, end, "instrument", Name(name=name, ids=ids, symbol=symbol, anaphor=anaphor), rule)


@cache
def ids_of(form: int) -> tuple[str, ...]:
    """The ids a spelling may mean, likeliest first; a series stands alone."""
    column = instruments.table().rows[0]
    ids = tuple(column[r] for r in names.rows_of(form))
    return ids[:1] if instruments.table().rows[2][names.rows_of(form)[0]] not in ("stock", "fund") else ids


_CAPITALS = re.compile(r"[A-Z]{5,24}")


@cache
def _small() -> tuple[Callable[[str], list[tuple[int, int, int]]], list[str]]:
    """The finder of the spellings that begin with a small letter ("gold futures", "eBay"), and these in its order."""
    spellings = [n for n in names.lexicon().forms if n[0].islower() and len(n) > 3]
    return edges.automaton(spellings), spellings


def hits(level: str, starts: list[int]) -> list[Hit]:
    """Every spelling that stands whole at a word's beginning, by place and then the longer first."""
    forms, heads, short, _, two = names.lexicon()
    grades, closed = instruments.table().grades, edges.closed
    out = []
    for s in starts:
        head = level[s : s + 4]
        if head[:2] in two and (head in heads or head[:3] in short or head[:2] in short):
            for end, form in names.candidates(level, s):
                if closed(level, end):
                    out.append(Hit(s, end, form, grades[form]))
        if head < "[" and head.isupper() and level[s : s + 5].isupper() and (m := _CAPITALS.match(level, s)) and m[0] not in forms:
            known = forms.get(m[0].capitalize())
            if known is not None and grades[known] == names.STRONG and closed(level, m.end()):
                out.append(Hit(s, m.end(), known, grades[known]))
    scan, spellings = _small()
    small = [
        Hit(a, b, form, grades[form])
        for i, a, b in scan(level)
        if not (a and level[a - 1].isalnum()) and closed(level, b) and (form := forms[spellings[i]]) is not None
    ]
    return sorted(out + small, key=lambda h: (h.start, -h.end)) if small else out


def find(
    text: str, level: str, lang: Lang, starts: list[int], codes: list[tickers.Code], taken: list[tuple[int, int]]
) -> list[Mention]:
    """Instruments named in a text at its word beginnings; `taken` are spans of addresses and of other names, sorted, where none is read."""
    found = hits(level, starts)
    by_place = {c.outer_start: c for c in codes}
    sure = _anchors(found)
    coded = {id for c in codes for id in c.ids}
    sure.update(id for c in codes if c.sure for id in c.ids)
    if lang == "ko":
        sure.update(_headline(text, level, found))
    home = _home(sure)
    out: list[Mention] = []
    at, t = 0, 0
    for i, h in enumerate(found):
        if h.start < at:
            continue
        while t < len(taken) and taken[t][1] <= h.start:
            t += 1
        if t < len(taken) and taken[t][0] <= h.start and (taken[t][1] >= h.end):
            continue
        ids = ids_of(h.form)
        code = _code_behind(level, h.end, by_place)
        if code is not None and code.ids[0] in ids:
            ids = (code.ids[0], *(i for i in ids if i != code.ids[0]))
        elif _elsewhere(level, h, ids):
            at = h.end
            continue
        elif h.grade != names.STRONG and not (_borne_out(text, level, lang, h, ids, sure, out) or (lang == "en" and _listed_with(level, found, i, out))):
            continue
        elif len(ids) > 1:
            ids = tuple(sorted(ids, key=lambda i: (i not in coded, i.split(":", 1)[0] != home)))
        out.append(mention(h.start, h.end, ids, lang, ("name", "name in context", "name backed")[h.grade]))
        at = h.end if code is None or code.ids[0] not in ids else code.outer_end
    return out


def _anchors(found: list[Hit]) -> set[str]:
    """Ids that a name strong enough by itself brings into the text."""
    out: set[str] = set()
    at = 0
    for h in found:
        if h.start < at:
            continue
        at = h.end
        if h.grade == names.STRONG and h.end - h.start > 2:
            out.update(ids_of(h.form)[:1])
    return out


_TITLE_TOPIC = re.compile(r"(?:,\s|\s?\(\d{6}\)|[은는]\s)")
_BODY_TOPIC = re.compile(r"(?:\([^)\n]{1,40}\))?(?:은|는|이|가|의|도|측은|측이)\s")
_RECURRING = 2
"""So often a name that opens the title must be the topic of a clause in the body to be the company's."""


def _headline(text: str, level: str, found: list[Hit]) -> set[str]:
    """The id of the listing that the title opens with ("누리온, 작년 매출…") and that the body goes on about, if any."""
    title = text.find("\n")
    first = next((h for h in found if h.start <= 1), None)
    if first is None or title < 0 or first.grade == names.STRONG or not _TITLE_TOPIC.match(level, first.end):
        return set()
    ids = ids_of(first.form)
    if not ids[0].startswith(_HOME_LISTS):
        return set()
    told = sum(1 for h in found if h.form == first.form and h.start > title and _BODY_TOPIC.match(level, h.end))
    return {ids[0]} if told >= _RECURRING else set()


_HOME_LISTS = ("XKRX:", "XKOS:")
_NOT_HOME = frozenset(("INDEX", "FX", "COMDTY", "RATE", "CRYPTO", "FUT", "XNYS", "XNAS"))


def _home(sure: set[str]) -> str:
    """The foreign exchange that most listings of a text trade on, "" where none stands out."""
    counts: dict[str, int] = {}
    for id in sure:
        mic = id.split(":", 1)[0]
        counts[mic] = counts.get(mic, 0) + 1
    best = max(counts, key=lambda m: (counts[m], m), default="")
    return best if counts.get(best, 0) >= 4 and best not in _NOT_HOME else ""


def _code_behind(level: str, end: int, by_place: dict[int, tickers.Code]) -> tickers.Code | None:
    """The code in brackets right behind a name, or None."""
    for gap in (0, 1):
        code = by_place.get(end + gap)
        if code is not None and level[end : end + gap].strip() == "":
            return code
    return None


def _elsewhere(level: str, h: Hit, ids: tuple[str, ...]) -> bool:
    """Whether a name stands for another thing than what is priced: "Nasdaq-listed", "나스닥 상장", a fund that tracks it."""
    if ids[0] == "INDEX:SPX" and level[h.start : h.end] == "S&P":
        return _S_AND_P.match(level, h.end) is not None
    before, after = level[max(0, h.start - 3) : h.start], level[h.end : h.end + 3]
    if not _MAY_TRACK.isdisjoint(after) and _TRACKED.match(level, h.end):
        return True
    if not _BRAND_ENDS.isdisjoint(before) and _FUND_BRAND.search(level, h.start - 16, h.start):
        return True
    if (after == " co" and _TRADE_OF_NEXT.match(level, h.end)) or (level[h.end - 6 : h.end] == "Images" and _CREDIT.search(level, h.start - 8, h.start)):
        return True
    if after[:1] == " " and ids[0].startswith("X") and _FUND_NAME.match(level, h.end):
        return True
    if ids[0] not in _EXCHANGES:
        return False
    return bool(
        _MARKETPLACE_EN.match(level, h.end)
        or _MARKETPLACE_KO.match(level, h.end)
        or _BEFORE_MARKETPLACE.search(level, h.start - 24, h.start)
    )


def _listed_with(level: str, found: list[Hit], i: int, before: list[Mention]) -> bool:
    """Whether an English name stands in a list with one that is a company's beyond doubt: "Target and Walmart rose"."""
    h = found[i]
    if not level[h.start].isupper():
        return False
    last = before[-1].value if before else None
    if isinstance(last, Name) and last.ids[0].startswith("X") and _JOINED.fullmatch(level, before[-1].end, h.start):
        return True
    behind = next((x for x in found[i + 1 : i + 6] if x.start >= h.end), None)
    return behind is not None and behind.grade == names.STRONG and ids_of(behind.form)[0].startswith("X") and _JOINED.fullmatch(level, h.end, behind.start) is not None


def _borne_out(
    text: str, level: str, lang: Lang, h: Hit, ids: tuple[str, ...], sure: set[str], before: list[Mention]
) -> bool:
    """Whether the text shows that an ambiguous name means the listing."""
    latin = level[h.start].isascii()
    if ids[0] in sure and (not latin or level[h.start : h.end] != level[h.start : h.end].lower()):
        return True
    if h.grade == names.BACKED:
        return bool(sure) and bool(before) and h.start - before[-1].end < 60 and bool(support.KO_PRICE_BRACKET.match(level, h.end))
    if lang == "en":
        return support.english(text, level, h.start, h.end) >= 2
    return support.korean(text, level, h.start, h.end) >= 2
