"""Who bought and sold how much: net buying by investor group, turnover, volume.

Meaning: purchases less sales of a group over the session or period, in won or shares; net selling is a fall.

Not covered: provisional figures during the session, and groups that no source holds: left open for want of data.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from wollet.claim import endings, horizon_words, horizons, markets, stretches
from wollet.claim.candidates import Candidate
from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.measuring import point_row, show
from wollet.claim.periods import figures_between
from wollet.claim.pricing import calendar_of
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Claim, Direction
from wollet.model.market import MarketData
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reason
from wollet.reference import calendars, instruments

BOUGHT = Anchored(r"순매수|순투자(?!자)|순유입|유입[됐된되]|들어왔[고다으지]|(?<![가-힣])샀[지다고으]|(?<![가-힣])사고\s있|사들[였이인]|사들여|매수\s?우위|쓸어\s?담|담았|매집|(?<=['‘’“”\"])사자|사자(?=세)|\bnet (?:buy|bought|purchas)|\binflows?\b|\bbought a net|\bpoured\b|(?<=funds )(?:drew|attracted|took in|pulled in|gathered|raked in|received)\b")
SOLD = Anchored(r"순매도|순회수|순유출|유출[됐된되]|빠져나[갔간가]|팔아\s?치|팔았|팔고|내다\s?팔|던[졌지진]|매도\s?우위|(?<=['‘’“”\"])팔자|팔자(?=세)|\bnet (?:sell|sold|sale(?!s\b))|\boutflows?\b|\bsold a net|\boffloaded\b|\bredemptions?\b|(?<=funds )(?:lost|shed)\b|\b(?:withdrew|pulled out|yanked|pulled(?= (?:a net |about |nearly |some )?\$))\b")
TRADED = Anchored(r"(?:공매도|대차|신용)\s?(?:순보유\s?|거래\s?|융자\s?){0,3}(?:잔고|잔액|거래액|금액|대금)(?:\s?금액)?|예탁금|거래\s?대금|거래량|매[수도]\s?거래액|거래액[은이]\s(?:메인보드|상하이|선전|코스[피닥])[가이은는]|\bshares (?:traded|changed hands)|\b[Vv]olume\b|\b[Tt]urnover\b")
KO_NET = re.compile(r"순매([수도])\s?(?:액|금액|규모|대금|량|물량)?(?:은|는|이|가|도|를|을)?\s?(?:총\s?|약\s?|모두\s?)?[(]?$")
"""Right before a figure that is a group's net buying: "순매수액(3000억원)", "순매도 규모는 3000억원"."""
KO_LISTED = re.compile(r"순매([수도])\s?(?:상위|규모|금액|1위|종목)")
"""Before a list of shares with what was bought of each: "순매수 상위 종목에 A(300억원), B(200억원)"."""
KO_NEXT = re.compile(r"(?:원|달러|위안|엔)(?:\([^)]{1,24}\))?,\s[가-힣A-Za-z0-9&·\s]{1,12}[은는이가]\s$")
"""Before the turnover of the next market in a list."""
KO_AGAIN = re.compile(r"\(\s?(?:약\s?)?$")
"""Before an amount that only repeats the one before it in another currency."""
KO_TRADED = re.compile(r"\s?(?:\([^)]{1,24}\))?\s?어치[가를]?\s?거래")
KO_TRADED_ON = re.compile(r"(?:\s?\([^)]{1,24}\))?(?:,\s[가-힣A-Za-z0-9&·\s]{1,16}?(?:은|는|이|가|도)\s[\d만천억조,.\s]{1,16}(?:원|달러|위안|엔)(?:\s?\([^)]{1,24}\))?){1,8}\s?어치[가를]?\s?거래")
"""Behind the first of a list of what was traded of each: "A는 25억달러, B는 11억달러어치 거래됐다"."""
KO_BASE = re.compile(r"(?:평균|전[날일주월년]|어제|지난[달주]|[작전]년|지난해|직전\s?거래일|전\s?거래일)\s?\(\s?(?:약\s)?$")
KO_BASED = re.compile(r"\)\s?(?:보다|대비|에\s?비해|[을를]\s?(?:크게\s|소폭\s)?(?:웃|밑|상회|하회|넘)|에\s?못|[과와]\s?비[교슷])")
"""Around the turnover of another time, which the one told is set against: "지난달 일평균(9조8000억원)을 웃돌았다"."""
KO_TURNS = re.compile(r"(?:[과와,·]|\s및)\s?$")
KO_EACH = re.compile(r"(?:[은는이가도])?\s각각\s(?:약\s)?")
"""Between two groups, and between the last of them and the figures that they take their turns from."""
KO_GOES_ON = re.compile(r"[을를]\s(?:기록|나타|달성|넘|찍)|에\s이어|으?로\s(?:늘|줄|증가|감소|불)|[이가]\s거래")
KO_CUT = Anchored(r"(?<=[가-힣])(?:했고|하고|했으며|하며|한\s?반면|하는\s?반면|지만|는데),?\s")
"""Where the clause of a figure ends and the next group's begins."""
VOLUME = re.compile(r"거래량|\bshares traded|\b[Vv]olume\b")


AVERAGE = re.compile(r"\s(?:shares\s)?(?:(?:daily|moving)\s)?average\b", re.IGNORECASE)
OF_AVERAGE = re.compile(r"\baverage\s(?:of|for|volume of)\s(?:about\s|roughly\s|nearly\s)?$", re.IGNORECASE)
"""Around a turnover that the session's is set against."""
SPANS = frozenset(("week", "month", "quarter", "year", "half", "range"))
KO_PLAIN_NEXT = re.compile(r"(?:어치)?[를을]?\s(?:각각\s)?(?:(?P<up>매수)|매도)(?:세|하|했|\s?중|[,.\s]|$)")
KO_PLAIN = re.compile(r"(?:원|계약|주)(?:어치)?[를을]?\s(?:각각\s)?(?:(?P<up>매수)|매도)(?:세|하|했|\s?중|[,.\s]|$)")
"""Behind what a group bought or sold, in plain words: "개인과 기관이 각각 210억원, 88억원 매수"."""
KO_THEN = re.compile(r"(?:기록한|당시의?)\s(?:약\s)?$")
"""Before the turnover that another is set against: "지난달 기록한 18조원 이후 최대"."""
KO_GREW = re.compile(r"\s?(?:이상|가량|넘게|가까이|정도|이나)?\s?(?:더\s)?(?:(?P<up>늘|증가|불어|급증)|(?P<down>줄|감소|급감))")
COUNTED = re.compile(r"(?:상승|하락|오른|내린)\s?종목|\d\s?개\s?종목")


class Flow(Statement, frozen=True, kw_only=True):
    """Net buying by a group ("foreign", "institution", "individual") or the turnover of all."""

    group: str | None = None


def take(frames: Frames) -> Iterable[Take]:
    traded: tuple[int, str, str] | None = None
    for frame in frames.numbers:
        found = told(frames, frame)
        if found is not None and found[0] != "net_buying" and KO_AGAIN.search(frames.text, max(0, frame.start - 6), frame.start):
            found = None
        if found is None and traded is not None and frames.lang == "ko" and frame.sentence.index == traded[0] and frame.unit == traded[1]:
            based = KO_BASE.search(frames.text, max(frame.sentence.start, frame.start - 14), frame.start) and KO_BASED.match(frames.text, frame.end)
            found = (traded[2], None, None) if based else None
        if found is None and traded is not None and _goes_on(frames, frame, traded):
            found = traded[2], None, None
        if found is None:
            continue
        metric, direction, group = found
        if group is not None and frames.lang == "ko":
            group = _in_turn(frames, frame) or group
        if metric != "net_buying" and frames.lang == "ko" and (grew := KO_GREW.match(frames.text, frame.end)) is not None:
            direction = "up" if grew["up"] else "down"
        if metric != "net_buying":
            traded = frame.sentence.index, frame.unit, metric
        candidate = next((of_cash(c) for c in frame.subjects if c.name.ids and (_trades(c.name.ids[0]) or c.name.ids[0] in CASH)), None)
        if frames.lang == "ko" and (group is not None or _of_market(frames, frame, candidate)) and (candidate is None or not markets.of_korea(candidate) or group is None):
            candidate = (markets.home(frames, frame) or candidate) if candidate is None or candidate.how not in ("clause", "bracket", "behind") else candidate
        said = frames.claim_fields(frame)
        id = candidate.name.ids[0] if candidate is not None else None
        windows = frames.windows(frame, calendar_of(id) if id else ("XKRX" if frames.lang == "ko" else "XNYS"))
        window = windows[0][0] if windows else None
        h = horizons.horizon(frames, frame)
        if h is not None and window is not None:
            end = (endings.ending(frames, frame, calendar_of(id) if id else "XKRX") if frames.lang == "ko" else None) or window.end
            if frames.lang == "en" and metric != "net_buying" and _averaged(frames, frame) and horizon_words.PREVIOUS.search(frames.text, frame.end, frame.sentence.end):
                end = calendars.shift("XNYS", end, -1)
            window = stretches.closed_period(h, frames.article.published.date()) or stretches.window(h, end) or window
        elif frames.lang == "en" and (named := _named(frames, frame)) is not None:
            window = named
        said.update(
            subject=subject_of(candidate), metric=metric, direction=direction, when=window,
            basis=frame.basis if frame.basis in ("after_hours", "premarket") else None,
        )  # fmt: skip
        said["tier"] = windows[0][1] if windows else "default"
        if metric != "net_buying" and frames.lang == "en" and frame.quantity is not None and frame.unit == "":
            said["quantity"] = msgspec.structs.replace(frame.quantity, unit="shares")
        yield Take(claim=Flow(**said, group=group), score=88)


def _in_turn(frames: Frames, frame: Frame) -> str | None:
    """The group whose turn it is: "개인과 기관은 각각 210억원, 88억원을 팔았다"."""
    groups = [g for g in frames.cues_of(frame.sentence).groups if g[1] <= frame.start]
    run = [frame]
    while (at := run[0].before) is not None and frames.numbers[at].unit == frame.unit and frames.numbers[at].sentence is frame.sentence:
        run.insert(0, frames.numbers[at])
    while len(groups) > 1 and groups[-1][0] >= run[0].start:
        groups.pop()
    if len(groups) < len(run) or len(groups) < 2 or KO_EACH.fullmatch(frames.text, groups[-1][1], run[0].start) is None:
        return None
    listed = [groups[-1]]
    for g in reversed(groups[:-1]):
        if KO_TURNS.fullmatch(frames.text, g[1], listed[0][0]) is None:
            break
        listed.insert(0, g)
    return listed[len(run) - 1][2] if len(listed) >= len(run) else None


def _averaged(frames: Frames, frame: Frame) -> bool:
    """Whether an English turnover is the average that the session's is set against."""
    before = OF_AVERAGE.search(frames.text, max(frame.sentence.start, frame.start - 40), frame.start)
    return AVERAGE.match(frames.text, frame.end) is not None or before is not None


def _named(frames: Frames, frame: Frame) -> Window | None:
    """The week, month or longer that an English sentence gives a flow: "outflows of $7 billion in the week to Feb. 7"."""
    when = frame.time.when
    if when is None or when.grain not in SPANS or frame.time.how not in ("clause", "sentence") or when.start is None or when.end is None:
        return None
    if frame.time.span is not None and figures_between(frames, frame.end, frame.time.span[0]):
        return None
    return Window(when.start, when.end) if when.start <= frames.article.published.date() else None


def told(frames: Frames, frame: Frame) -> tuple[str, Direction | None, str | None] | None:
    """Metric, direction and group of a flow, or None where the number is none."""
    q, text = frame.quantity, frames.text
    if q is None or not (q.unit in ("shares", "count", "") or (len(q.unit) == 3 and q.unit.isupper())):
        return None
    a, b = max(frame.clause[0], frame.start - 70), min(frame.sentence.end, frame.end + 45)
    if frames.lang == "ko":
        if (plain := KO_PLAIN_NEXT.match(text, frame.end, b) or KO_PLAIN.search(text, frame.end, b)) is not None and frame.group is not None and KO_CUT.search(text, frame.end, plain.start()) is None:
            return "net_buying", "up" if plain["up"] else "down", frame.group
        reach = cut.end() if (cut := KO_CUT.search(text, frame.end, b)) else b
        bought, sold = BOUGHT.search(text, frame.end, reach), SOLD.search(text, frame.end, reach)
        if bought or sold:
            up = bought is not None and (sold is None or bought.start() < sold.start())
            return "net_buying", "up" if up else "down", frame.group
        if (net := KO_NET.search(text, max(frame.sentence.start, frame.start - 24), frame.start)) is not None and q.unit != "":
            return "net_buying", "up" if net[1] == "수" else "down", frame.group
        if len(q.unit) == 3 and frame.subject is not None and frame.subject.how == "bracket":
            if (listed := KO_LISTED.search(text, max(frame.sentence.start, frame.start - 140), frame.start)) is not None:
                return "net_buying", "up" if listed[1] == "수" else "down", frame.group
        if q.unit != "" and (KO_TRADED.match(text, frame.end) or (len(q.unit) == 3 and KO_TRADED_ON.match(text, frame.end, frame.sentence.end))):
            return "turnover", None, None
        words = list(TRADED.finditer(text, a, frame.start))
        if words and frame.start - words[-1].end() < 18 and q.unit != "":
            return ("volume" if VOLUME.match(words[-1][0]) else "turnover"), None, None
        return None
    shared = text.find("respectively", frame.end, frame.end + 44) >= 0
    near = max(frame.clause[0], frame.start - 45), min(frame.sentence.end, frame.end + (90 if shared else 40))
    if BOUGHT.search(text, *near):
        return "net_buying", "up", frame.group
    if SOLD.search(text, *near):
        return "net_buying", "down", frame.group
    if q.unit in ("shares", "count", "") and _averaged(frames, frame) and TRADED.search(text, frame.sentence.start, frame.sentence.end):
        return "volume", None, None
    if q.unit in ("shares", "count", "") and (m := TRADED.search(text, *near)) and (q.low or 0) >= 1000:
        return ("volume" if VOLUME.match(m[0]) else "turnover"), None, None
    return None


def _goes_on(frames: Frames, frame: Frame, traded: tuple[int, str, str]) -> bool:
    """Whether an amount goes on with the turnover told right before: "지난 5일 1051억원을 기록한 데 이어"."""
    index, unit, _ = traded
    text, near = frames.text, 0 <= frame.sentence.index - index <= 1
    if frames.lang != "ko" or not near or frame.unit != unit or len(unit) != 3:
        return False
    if frame.fact is not None and frame.fact.family not in ("flow", "price") and frame.fact.cost < 40:
        return False
    here = frame.sentence.index == index
    if here and KO_NEXT.search(text, max(frame.sentence.start, frame.start - 26), frame.start) is not None:
        return True
    if frame.fact is not None and frame.fact.family == "price" and frame.fact.cost < 40:
        return False
    if here and KO_THEN.search(text, max(frame.sentence.start, frame.start - 12), frame.start) is not None:
        return True
    cut = re.search(r"[을를]\s", frame.quote)
    return KO_GOES_ON.match(text, frame.end if cut is None else frame.start + cut.start()) is not None


def _of_market(frames: Frames, frame: Frame, candidate: Candidate | None) -> bool:
    """Whether the turnover of a sentence without a name is that of a whole market: risers and fallers are told beside it."""
    s, after = frame.sentence, frames.sentences[min(frame.sentence.index + 1, len(frames.sentences) - 1)]
    return candidate is None or COUNTED.search(frames.text, s.start, after.end) is not None


CASH = {"FUT:K200": "INDEX:KOSPI200"}
"""Futures whose flows are told of the index beneath them."""


def of_cash(c: Candidate) -> Candidate:
    """The index that a future is on, as whose market its flows are told."""
    id = CASH.get(c.name.ids[0])
    known = instruments.get(id) if id is not None else None
    if id is None or known is None:
        return c
    return msgspec.structs.replace(c, name=msgspec.structs.replace(c.name, name=known.name_ko, ids=(id,), symbol=known.symbol))


def _trades(id: str) -> bool:
    return id.startswith("INDEX:") or id.split(":", 1)[0] not in ("FX", "RATE", "COMDTY", "CRYPTO", "FUT")


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Flow)
    if claim.subject.id is None or claim.when is None or claim.quantity is None or claim.group is None:
        return "no_data"
    points = market.flows(claim.subject.id, claim.group, claim.when.start, claim.when.end, as_of=as_of)
    if not points or points[-1].end != claim.when.end or claim.quantity.unit != points[-1].unit:
        return "no_data"
    total = sum((p.value for p in points), start=points[0].value * 0)
    return Evidence(
        measured=total, unit=claim.quantity.unit, formula=" + ".join(f"({show(p.value)})" for p in points),
        rows=tuple(point_row(p) for p in points),
    )  # fmt: skip


EXAMPLES = (
    reads("ko", "외국인은 지난달 상장채권 {2조9000억원}어치를 순투자했다.", direction="up", when__start="2024-01-01"),
    reads("ko", "코스피에서 외국인이 10억원을 사들였고 개인과 기관은 각각 {7억원}, 3억원을 팔았다.", group="individual", direction="down"),
    reads("ko", "코스피 거래대금은 11조원으로 지난달 일평균({9조8000억원})을 웃돌았다.", metric="turnover", when__start="2024-01-01"),
    reads("ko", "한 달간(12월 23일~1월 22일) 엔비디아는 25억달러(약 3조원), 테슬라는 {11억달러}(약 1조원), 애플은 6억달러(약 8000억원)어치 거래됐다.", metric="turnover", when__start="2023-12-23"),
    ignores("ko", "매출은 11조원으로 지난달 일평균({9조8000억원})을 웃돌았다."),
    reads("ko", "외국인은 이달 들어 8일까지 삼성전자를 {680억원}어치 순매수했다.", "2024-02-14T16:20+09:00", when__start="2024-02-01", when__end="2024-02-08"),
    reads("en", "Investors pulled {$2.4 billion} from U.S. equity funds last week.", direction="down"),
    reads("en", "Tesla and Nvidia saw {$15.8 million} and $37.5 million, respectively, in net retail inflows.", direction="up"),
    ignores("en", "Tesla and Nvidia saw {$15.8 million} and $37.5 million, respectively, in costs."),
    reads("ko", "코스피 시장에서 외국인이 {1644억 원}을 순매도했다.", direction="down", group="foreign", subject__symbol="KOSPI"),
    reads("ko", "코스닥에서 개인은 {621억 원}어치를 사들였다.", direction="up", group="individual"),
    reads("ko", "코스피에서 기관({1974억 원})은 ‘사자’를 외쳤다.", direction="up", group="institution"),
    reads("ko", "코스피에서 개인만 {1860억원} '팔자'에 나섰다.", direction="down", group="individual"),
    ignores("ko", "두 사람은 {1860억원}을 나누자고 했다."),
    reads("ko", "이는 지난 2일 외국인 순매수액({3000억원})을 웃돈다.", direction="up", group="foreign"),
    reads("ko", "외국인 순매도 상위 종목에 삼성전자({488억원})가 이름을 올렸다.", direction="down", subject__symbol="005930"),
    reads("ko", "코스피 거래대금은 10조원이었다. 5일에는 {9조원}을 기록했다.", metric="turnover"),
    ignores("ko", "코스피 거래대금은 10조원이었다. 회사의 매출은 {9조원}을 기록했다."),
    reads("ko", "코스닥에서 개인이 {452억원}어치 주식을 샀지만 기관은 팔았다.", direction="up", group="individual"),
    ignores("ko", "코스피 거래대금은 20억달러(약 {2조원})였다."),
    reads("ko", "코스피 거래대금은 9조8120억원, 코스닥은 {6조530억원}으로 집계됐다.", metric="turnover", subject__symbol="KOSDAQ"),
    reads("ko", "코스피 거래대금은 전일보다 3조원 늘어 지난달 5일 기록한 {18조원} 이후 최대였다.", metric="turnover"),
    reads("ko", "코스피200 선물 시장에서 외국인은 {365억원} 매수 우위다.", subject__symbol="KOSPI200"),
    reads("ko", "아이온큐는 한 달간 {25억5989만달러}어치 거래됐다.", metric="turnover"),
    ignores("ko", "아이온큐는 {25억5989만달러}어치 계약을 맺었다."),
    reads("en", "Volume was {12.94 billion shares}, compared with the 11.7 billion average over the last 20 trading days.", metric="volume", when__start="2024-02-13"),
    reads("en", "Volume was 12.94 billion shares, compared with the {11.7 billion} average over the previous 20 sessions.", metric="volume", when__end="2024-02-12", quantity__unit="shares"),
    reads("en", "U.S. equity funds saw outflows of {$7.2 billion} in the week to Feb. 7.", direction="down", when__start="2024-02-01", when__end="2024-02-07"),
    reads("en", "Nvidia was the most active, with {3,514,940 shares} traded.", metric="volume"),
    ignores("ko", "회사는 설비에 {1644억 원}을 투자했다."),
    ignores("en", "The company has {3,514,940 shares} outstanding."),
)
FAMILY = Family(code="FLW", name="flow", head="flow", claim=Flow, take=take, readings=as_said, measure=measure)
