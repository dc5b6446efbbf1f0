"""Who and what is named: instruments of the reference, people, organisations and places, each with its span."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TypeVar

from wollet.mention import (
    anaphora,
    edges,
    funds,
    goods,
    listed,
    organisations,
    pairs,
    people,
    rates,
    shortened,
    tickers,
)
from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.model.article import Lang
from wollet.model.mention import Mention, Name
from wollet.reference import instruments

__all__ = ["EXAMPLES", "scan"]
Placed = TypeVar("Placed", Mention, tickers.Code)


def scan(text: str, lang: Lang) -> list[Mention]:
    """All names of a text, in order; where two overlap the longer stands."""
    level = edges.level(text)
    small = edges.small(level)
    codes, starts = tickers.find(level), edges.starts(level)
    addresses = edges.addresses(text)
    yields = rates.find(level, lang)
    prefixes = sorted([*addresses, *((c.outer_start, c.start) for c in codes if c.outer_start < c.start)])
    shared = organisations.sharing(level) if lang == "ko" else []
    bodies = _outside(_apart(shared, organisations.known(level, lang, starts)), prefixes)
    traded = _outside(funds.find(text, level), addresses) if lang == "ko" else []
    taken = sorted(addresses + [m.span for m in yields] + [m.span for m in bodies] + [m.span for m in traded])
    priced = listed.find(text, level, lang, starts, codes, taken)
    shaped = _outside(organisations.by_shape(edges.lines(text, level), lang), addresses)
    found = _apart(_merged(yields + priced + bodies + traded), shaped)
    found = _apart(found, _outside(goods.find(level, small, lang), addresses))
    found = _apart(found, pairs.find(level, lang))
    found = _apart(found, _outside(shortened.find(level, found, lang), addresses))
    found = _by_code(level, _outside(codes, addresses), found, lang)
    found = _apart(found, anaphora.policy_rates(level, lang, found))
    found = _apart(found, anaphora.find(text, level, lang, found))
    return _apart(found, _outside(people.find(level, lang, starts, found), addresses))


def _outside(found: list[Placed], spans: list[tuple[int, int]]) -> list[Placed]:
    """Mentions (or codes) that begin in none of the (sorted) spans."""
    if not spans:
        return found
    starts = [a for a, _ in spans]
    return [m for m in found if (i := bisect_right(starts, m.start)) == 0 or spans[i - 1][1] <= m.start]


def _apart(found: list[Mention], further: list[Mention]) -> list[Mention]:
    """Ordered mentions, and of the further ones those that touch none of them."""
    starts = [m.start for m in found]
    kept = []
    for m in further:
        i = bisect_right(starts, m.start)
        if (i == 0 or found[i - 1].end <= m.start) and (i == len(found) or found[i].start >= m.end):
            kept.append(m)
    return _merged(found + kept) if kept else found


def _merged(found: list[Mention]) -> list[Mention]:
    """Mentions in order, of overlapping ones the one that begins first and is longer."""
    found.sort(key=attrgetter("end"), reverse=True)
    found.sort(key=attrgetter("start"))
    out: list[Mention] = []
    for m in found:
        if not out or m.start >= out[-1].end:
            out.append(m)
        elif m.end - m.start > out[-1].end - out[-1].start:
            out[-1] = m
    return out


def _by_code(level: str, codes: list[tickers.Code], found: list[Mention], lang: Lang) -> list[Mention]:
    """Adds the codes that stand without their name, and again where the text goes on with one bare; one beside its name belongs to the name."""
    out: list[Mention] = []
    told: dict[str, tuple[str, ...]] = {}
    i = 0
    for c in codes:
        while i < len(found) and found[i].start < c.start:
            out.append(found[i])
            i += 1
        near = out[-1] if out else None
        inside = (near is not None and near.end > c.start) or (i < len(found) and found[i].start < c.end)
        if inside:
            continue
        if near is not None and isinstance(near.value, Name) and c.ids[0] in near.value.ids and _BESIDE.fullmatch(level, near.end, c.start):
            told[level[c.start : c.end]] = c.ids
            continue
        start = c.start
        if level[c.outer_start] == "(" and (name := _glued(level, c)):
            start = c.outer_start - name
            if near is not None and near.end > start:
                start = c.start
        if c.sure or start < c.start:
            out.append(listed.mention(start, c.end if start == c.start else c.outer_start, c.ids, lang, "code"))
    out += found[i:]
    again = [listed.mention(m.start(), m.end(), told[m[0]], lang, "code") for m in tickers.bare(level) if m[0] in told] if told else []
    return _apart(out, again)


_BESIDE = re.compile(r"(?:'s?|\.)?,?\s?(?:Inc\.?|Corp\.?|Co\.?|Ltd\.?|PLC|plc)?\s?[(\[]?\s?(?:[A-Za-z]{2,10}\s?:\s?)?(?:\$)?")


def _glued(level: str, c: tickers.Code) -> int:
    """The length of the listing's own Korean name where it ends at the bracket with no space before it."""
    known = instruments.get(c.ids[0])
    for name in (known.name_ko, known.name_en) if known is not None else ():
        if name and len(name) >= 2 and level.endswith(name, 0, c.outer_start):
            return len(name)
    return 0


EXAMPLES = (
    reads("ko", "instrument", {"symbol": "NVDA"}, "{엔비디아}는 2.3% 올랐다", "{엔비디아}가 급등했다", "{엔비디아}까지 내렸다"),
    reads("ko", "instrument", {"symbol": "005930"}, "{삼성전자}(005930)는 하락했다", "이날 {삼전}은 1% 내렸다"),
    reads("ko", "instrument", {"symbol": "005935"}, "{삼성전자우}는 1% 내렸다"),
    reads("ko", "instrument", {"symbol": "066570"}, "{LG전자}는 3% 올랐다"),
    reads("ko", "instrument", {"symbol": "US10Y"}, "{미국 10년물 국채 금리}는 4.2%로 올랐다"),
    reads("ko", "instrument", {"symbol": "KR3Y"}, "{국고채 3년물 금리}는 3.3%에 마감했다"),
    reads("en", "instrument", {"symbol": "INTC"}, "{Intel}INTC.O fell 5.0%.", "{Intel} INTC.O fell 5.0%."),
    ignores("en", "instrument", "The {Intel}IGENCE.O test"),
    reads("en", "instrument", {"symbol": "US10Y"}, "The {10-year Treasury yield} rose to 4.2%."),
    reads("en", "instrument", {"symbol": "TGT"}, "Shares of {Target} rose 3%.", "{Target} (TGT) fell 2%."),
    ignores("en", "instrument", "{Target} prices were raised.", "The {target} was missed."),
    ignores("ko", "instrument", "{애플리케이션} 시장", "점검 {대상}은 12곳이다"),
    reads("ko", "instrument", {"symbol": "006400"}, "같은 시각{삼성SDI}(006400)도 올랐다"),
    reads("ko", "instrument", {"symbol": "STOXX600"}, "{유로스톡스 600 지수}는 0.3% 올랐다"),
    reads("ko", "instrument", {"symbol": "USD/KRW"}, "원·달러 환율이 올랐다. {환율}은 1450원이다"),
    reads("en", "instrument", {"symbol": "TGT"}, "{Target} and Walmart rose 2%.", "Walmart and {Target} rose 2%."),
    ignores("en", "instrument", "{Target} and actual rates differ."),
    reads("en", "instrument", {"symbol": "DE10Y"}, "{Germany's 10-year yield} rose."),
    reads("en", "instrument", {"symbol": "MSFT"}, "Results of {Microsoft} MSFT.O beat estimates."),
    reads("en", "instrument", {"symbol": "TSLA"}, "We like {$TSLA} here."),
    reads("ko", "instrument", {"symbol": "USD/KRW"}, "{환율}이 10원 올랐다"),
    ignores("en", "instrument", "The {U.K.} market is closed.", "{S&P} Banking stocks fell.", "a {Nasdaq}-listed firm"),
    reads("ko", "instrument", {"symbol": "360750"}, "{TIGER 미국S&P500}에 돈이 몰렸다"),
    ignores("ko", "instrument", "{비트코인} 현물 ETF", "{SK하이닉스} 2배 레버리지 상품"),
    reads("en", "instrument", {"symbol": "VOO"}, "The {Vanguard S&P 500 ETF} took in cash."),
    ignores("en", "instrument", "An equal-weight {S&P 500} ETF took in cash.", "It beat the {State Street} Industrial Select Sector SPDR ETF."),
    reads("en", "instrument", {"symbol": "STT"}, "{State Street} raised fees of its ETFs."),
    reads("en", "instrument", {"symbol": "TSLA"}, "{TESLA} RISES 5%"),
    ignores("en", "instrument", "TARGET PRICES RISE, {VISA} RULES CHANGE"),
    reads("en", "instrument", {"symbol": "COTY"}, "{Coty} (NYSE:COTY) reports today."),
    reads("en", "instrument", {"symbol": "MTCH"}, "Match Group (MTCH) reported. For the year, {MTCH} expects more."),
    ignores("en", "instrument", "For the year, {MTCH} expects more."),
    reads("en", "instrument", {"symbol": "HD"}, "Home Depot (HD) reported. On Nov. 14, {HD} shares rose."),
    ignores("en", "instrument", "Home Depot (HD) reported. They bought an {HD} screen."),
    reads("en", "instrument", {"symbol": "NVDA"}, "{NVDA} fell 7.8%.", "- **{NVDA}** dropped 3%", "| {NVDA} | 101.80 | -7.81% |"),
    reads("ko", "instrument", {"symbol": "AAPL"}, "{AAPL} -9.3%, NVDA -7.8%"),
    ignores("en", "instrument", "{GDP} rose 2.4%.", "Prices are {LOW} -3%", "{ALL} +3%", "{EPS} -3%", "STOCKS {KEY} -3%"),
    ignores("ko", "instrument", "{나스닥} 상장을 추진한다"),
)
