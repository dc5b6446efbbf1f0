"""How many of a group rose or fell: advancing and declining issues, "all three major indexes".

Meaning: the number of members whose close is above (below) the close before.  Of the three major United States indexes
(Dow, S&P 500, Nasdaq Composite) the members are known.

Not covered: counts of risers and fallers of an exchange, sectors, and named lists: no data set here holds them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from wollet.claim import issues, markets
from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.measuring import at_session, bar_row, bars_to, before, show
from wollet.claim.pricing import basis_of
from wollet.claim.respective import US3
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Claim, Direction, Subject
from wollet.model.market import MarketData
from wollet.model.quantity import Interval, Quantity
from wollet.model.verdict import Evidence, Reason, Row

KO = Anchored(
    r"(?:뉴욕\s?증시의?\s?)?3대\s?(?:주요\s?|주가\s?)?지수[는가도]?\s?(?:[^.\n]{0,30}?(?:\([^)]*\))?[^.\n]{0,15}?)?(?:모두|일제히|동반|나란히|일제)\s?(?P<move3>상승(?!\s?(?:폭|분|세를))|하락(?!\s?(?:폭|분|세를))|올랐|내렸|오름|내림|강세|약세|급등|급락|뛰|밀)(?:\s?마감)?"
    r"|[가-힣A-Za-z]{1,12}[을를]?\s?제외한\s?(?:모든|전|나머지)\s?(?:업종|종목|섹터)[이은]?\s?(?P<move5>상승|하락|올랐|내렸|오르|내리)"
    r"|(?:[을를]\s?)?제외하고\s?(?:모두\s?|일제히\s?)?(?P<move6>약세|강세|상승|하락|올랐|내렸|오르|내리)|[가-힣A-Za-z]{1,12}[을를]?\s?제외한?\s[가-힣A-Za-z0-9]{1,8}\s?(?:종목들?[은의이]?\s?)?(?P<move7>상승|하락|올랐|내렸)(?:\s?마감)?"
    r"|(?P<word>일제히|동반|나란히)\s?(?P<move>상승|하락|올랐|내렸|오르|내리|강세|약세|급등|급락)(?:\s?마감)?"
    r"|(?P<n>\d{1,4})\s?개\s?(?:종목|업종)(?:이|은|만)?\s?(?P<move2>상승|하락|올랐|내렸|오르|내리|급등|급락)"
    r"|(?:시총|시가총액)?\s?상위\s?(?P<n3>\d{1,3})\s?(?:개|위)?\s?종목(?:이|은|도)?\s?(?:모두|일제히|전부|나란히)\s(?P<move8>상승|하락|올랐|내렸|오르|내리|강세|약세|떨어졌|빠졌)"
    r"|(?P<move4>상승|하락|오른|내린|보합)(?:\s?(?:한\s?|을\s기록한\s?)?종목(?:은|이|수는)?|(?<=보합)[은이]?)\s?(?P<n2>[\d,]{1,5})\s?개"
)
KO_COUNT = re.compile(
    r"(?:(?P<limit>[상하])한가(?:를\s기록한|에\s오른|로\s마감한)?\s)?(?P<n>[\d,]{1,5}|[한두세네])\s?(?:개\s?종목|종목|개(?=[이가는은만,\s]))"
    r"(?:(?:이|가|은|는|만)?\s?(?P<move>상승|하락|올랐|내렸|오르|오른|내리|내린|떨어|뛰|밀[려렸리]|보합|급등|급락|강세|약세))?"
)
"""Stocks that rose, fell or stood still: "318개 종목이 올랐다", "72개가 보합", "상한가 2개 종목"."""
KO_COUNTED = Anchored(r"\d\s?개\s?종목|종목(?:수|은|이)?\s?\d|\d개가\s(?:상승|하락|올랐|내렸|보합)")
KO_OTHERS = re.compile(r"(?:등|금리|유가|환율|가격|수익률|주)(?:[은는이가도]|들[은이도])\s$")
"""Before a common move of things that are no market: a list of shares, yields and prices."""
KO_WORDS = {"한": 1, "두": 2, "세": 3, "네": 4}
EN = Anchored(
    r"\b(?:[Aa]ll three (?:of the )?(?:major |main |leading )?(?:U\.?S\.? |American |Wall Street |New York )?(?:stock )?(?:index(?:es)?|indices|averages|benchmarks)|[Aa]ll (?:seven|\d+|eleven|11) (?:of the )?(?:[“\"']?[A-Z][\w’'& -]{2,24}[”\"']?\s?)?(?:sectors|megacaps|stocks|members)?)"
    r"|\b(?P<n>\d{1,4}) (?:of|out of) (?:the )?\d{1,4} (?:stocks|sectors|components|members|companies)"
)
US = re.compile(r"뉴욕\s?증시|3대\s?지수|미국\s?증시|주요\s?지수")
DOWN = re.compile(r"하락|내[렸림리린]|약세|급락|밀|fell|lower|declin|down|los[st]|sank|drop|slid|tumbl|red\b", re.IGNORECASE)
UP = re.compile(r"상승|올랐|오[름르른]|강세|급등|뛰|rose|higher|gain|up\b|climb|advanc|jump|rall|green\b", re.IGNORECASE)


ALL = re.compile(r"all (\w+) ", re.IGNORECASE)
FLAT = re.compile(r"보합")


class Breadth(Statement, frozen=True, kw_only=True):
    """How many of a group moved one way; `of` names a group whose members are known."""

    of: str | None = None


def take(frames: Frames) -> Iterable[Take]:
    if frames.lang == "ko":
        yield from counted(frames)
    else:
        for c in issues.counts(frames):
            yield Take(claim=told(frames, c.frame, c.direction, c.n, None, unit=c.unit), score=93)
    for m in (KO if frames.lang == "ko" else EN).finditer(frames.text):
        frame = frames.at(m.start(), m.end())
        g = m.groupdict()
        three = "3대" in m[0] or "three" in m[0]
        if g.get("word") and not US.search(frames.text, frames.text.rfind("\n", 0, m.start()) + 1, m.start()):
            continue
        if g.get("word") and KO_OTHERS.search(frames.text, max(0, m.start() - 14), m.start()):
            continue
        direction = turned(frames, frame, m)
        if direction is None:
            continue
        digits = g.get("n") or g.get("n2") or g.get("n3")
        spelled = ALL.match(m[0]) if frames.lang == "en" and not three else None
        n = Decimal(digits.replace(",", "")) if digits else Decimal(3) if three else issues.number(spelled[1]) if spelled is not None else None
        yield Take(claim=told(frames, frame, direction, n, "US3" if three else None), score=86)


def counted(frames: Frames) -> Iterable[Take]:
    """The stocks of a Korean market by which way they went, each count a claim of its own."""
    for sentence in frames.sentences:
        if KO_COUNTED.search(frames.text, sentence.start, sentence.end) is None:
            continue
        for m in KO_COUNT.finditer(frames.text, sentence.start, sentence.end):
            word, limit, digits = m["move"], m["limit"], m["n"].replace(",", "")
            if (word is None and limit is None) or (digits in KO_WORDS and limit is None) or not digits:
                continue
            end = m.start("move") if word is not None else m.end()
            while frames.text[end - 1] in " 이가은는만":
                end -= 1
            frame = frames.at(m.start(), end)
            n = Decimal(KO_WORDS.get(digits, 0) or int(digits))
            direction: Direction | None = ("up" if limit == "상" else "down") if limit else "flat" if FLAT.match(word) else "down" if DOWN.match(word) or word == "떨어" else "up"
            yield Take(claim=told(frames, frame, direction, n, None), score=87)


def told(frames: Frames, frame: Frame, direction: Direction | None, n: Decimal | None, of: str | None, *, unit: str = "count") -> Breadth:
    """The claim that so many of a market's stocks went one way; the market is the index named nearest."""
    american = of is not None or frames.lang == "en"
    windows = frames.windows(frame, "XNYS" if american else "XKRX", days=True)
    window = windows[0][0] if windows else None
    basis, _ = basis_of(frames, frame, window, "INDEX:SPX" if american else "INDEX:KOSPI")
    index = next((c for c in frame.subjects if c.name.ids and c.name.ids[0].startswith("INDEX:") and (frames.lang == "ko" or c.how in ("clause", "sentence"))), None)
    if index is None and frames.lang == "ko" and n is not None and not american:
        index = markets.home(frames, frame)
    subject = Subject(kind="group", name="US major indexes" if of else "group")
    said = frames.claim_fields(frame)
    said.update(
        subject=subject_of(index) if index is not None and of is None else subject, metric="breadth", direction=direction, when=window,
        basis=basis, tier=windows[0][1] if windows else "default",
        quantity=Quantity(low=n, high=n, unit=unit, interval=Interval(n, n), grain=Decimal(1)),
    )  # fmt: skip
    return Breadth(**said, of=of)


def moved_word(m: re.Match[str]) -> str:
    """The word of movement that a pattern named, the whole phrase else."""
    return next((v for k, v in m.groupdict().items() if k.startswith("move") and v), m[0])


def turned(frames: Frames, frame: Frame, m: re.Match[str]) -> Direction | None:
    """Which way the things counted went, by the first word of movement behind the count."""
    tail = frames.text[m.end() : min(frame.sentence.end, m.end() + 60)] if frames.lang == "en" else moved_word(m)
    if FLAT.match(tail):
        return "flat"
    down, up = DOWN.search(tail), UP.search(tail)
    if down and (up is None or down.start() < up.start()):
        return "down"
    return "up" if up else None


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Breadth)
    if claim.of != "US3" or claim.when is None or claim.when.start != claim.when.end or claim.basis not in (None, "close"):
        return "no_data"
    rows: list[Row] = []
    tests: list[str] = []
    n = 0
    for id in US3:
        bars = bars_to(market, id, claim.when.end, as_of)
        i = at_session(bars, claim.when.end)
        base = before(bars, i, id) if i is not None else None
        if i is None or base is None:
            return "no_data"
        a, b = bars[i].close, base.close
        assert a is not None and b is not None
        so = a > b if claim.direction == "up" else a < b
        n += so
        tests.append(f"({show(a)} {'>' if claim.direction == 'up' else '<'} {show(b)})")
        rows += [bar_row(bars[i], a, "close"), bar_row(base, b, "close")]
    down = claim.direction == "down"
    return Evidence(
        measured=Decimal(-n if down else n), unit="count", formula=("-(" if down else "(") + " + ".join(tests) + ")", rows=tuple(rows)
    )


EXAMPLES = (
    reads("ko", "코스피에서 오른 종목은 412개, 내린 종목은 467개였고 {보합은 58개}다.", direction="flat", quantity__low="58"),
    reads("en", "On the NYSE {1,912} stocks rose and 2,331 fell.", direction="up"),
    reads("en", "On the NYSE 1,912 stocks rose and {2,331} fell.", direction="down"),
    reads("en", "{Nine of the 11 major S&P 500 sectors} ended higher.", direction="up", quantity__low="9"),
    reads("en", "Advancing issues outnumbered decliners by a {2.32-to-1 ratio} on the NYSE.", direction="up", quantity__low="2.32", quantity__unit="ratio"),
    reads("en", "Declining issues outnumbered advancers by a {2-to-1} ratio.", direction="down"),
    reads("en", "The S&P 500 recorded {23 new 52-week highs} and five new lows.", direction="up", subject__symbol="SPX"),
    reads("en", "The S&P 500 recorded 23 new 52-week highs and {five new lows}.", direction="down", quantity__low="5"),
    reads("en", "{Of the 11 S&P 500 sector indexes, 10 rose}, led by energy.", direction="up", quantity__low="10"),
    ignores("en", "The fund bought {five new lows-cost} brands."),
    ignores("en", "Debt outweighs equity by a {2-to-1} ratio."),
    reads("ko", "뉴욕증시 {3대 지수가 일제히 하락}했다.", direction="down", quantity__low="3"),
    reads("ko", "코스닥은 {476개 종목}이 상승했고 1172개가 하락했다.", direction="up", quantity__low="476", subject__symbol="KOSDAQ"),
    reads("ko", "코스닥은 476개 종목이 상승했고 {1172개}가 하락했다.", direction="down", quantity__low="1172"),
    reads("ko", "코스피는 {상한가 2개 종목}을 비롯해 318개 종목이 올랐다.", direction="up", quantity__low="2"),
    ignores("ko", "펀드는 {12개 종목}을 새로 담았다."),
    reads("en", "{All three major indexes} rose on Friday.", direction="up", of="US3"),
    ignores("en", "{All three} executives resigned."),
    ignores("ko", "{3대 지수}를 살펴본다."),
)
FAMILY = Family(code="BRD", name="breadth", head="breadth", claim=Breadth, take=take, readings=as_said, measure=measure)
