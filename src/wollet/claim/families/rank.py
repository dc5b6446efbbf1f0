"""The n-th largest, the best or worst of a group, one overtaking another.

Meaning: by market value: the place of a company among the listings of the scope at the session's close, one entry a
company.  Which scope ("US" listings, Korean listings, the world) the words give, or both are tried.

Not covered: the world's order (values of listings elsewhere are not held), an order during the session (needs finer
bars), and orders by other things (market share, exports, holdings).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

import msgspec

from wollet.claim import orders
from wollet.claim.candidates import Candidate
from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.matters import matter
from wollet.claim.measuring import point_row, show
from wollet.claim.pricing import sessions
from wollet.claim.whose import holding, owner
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Claim, Direction, Subject, Tier
from wollet.model.market import MarketData
from wollet.model.mention import Name
from wollet.model.quantity import Interval, Quantity, exact_count
from wollet.model.time import When, Window
from wollet.model.verdict import Evidence, Reason

Scope = Literal["US", "KRX", "world"]
ORDER = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
KO_WHERE = "세계|국내|글로벌|업계|아시아|유럽|북미|동남아|미국|중국|일본|한국|대만|독일|영국|프랑스|인도|전국"
KO = Anchored(
    r"(?:상승률|하락률|수익률|낙폭|상승폭|오름폭|하락폭|비중|규모)\s?(?:1위|선두|[이가]\s?가장\s?(?:컸|크|큰|높|작|낮))|(?:상반기|하반기|올해)\s?최대어|(?:최대|2대)\s?(?:주주|고객사?|교역국|수출국)"
    r"|(?<!만에\s)(?<!이후\s)(?<!\d년\s)가장\s?(?:많이|큰\s?폭으로|크게)(?=[^.\n]{0,12}(?:올|오르|상승|내[리린렸려]|하락|떨어|뛰|사들|담|팔|순매[수도]|거래|늘|줄))"
    r"|(?<!만에\s)(?<!이후\s)가장\s?(?:높[았은으아고]|낮[았은으아고]|많[았은으아고]|적[었은고]|컸|크고)|가장\s?비중이\s(?:작|크|큰|높|낮)[은]?"
    rf"|(?:{KO_WHERE})\s?(?:최대|1위|2위|3위)(?!치|가(?:를|에|로)|\s?(?:수준|기록|실적|폭|\d))"
)
LARGEST = "largest|biggest|most valuable|most expensive|least expensive|cheapest|costliest|best|worst|highest|fastest"
EN = Anchored(
    rf"\b(?:(?:the\s)?(?P<ord>{'|'.join(ORDER)}|\d{{1,2}}(?:nd|rd|th|st))[- ](?:largest|biggest|most valuable|best|worst|highest)\b|\b(?P<place>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top|last)\splace\b(?:\sby\s[a-z]+(?:\s[a-z]+)?)?"
    rf"|(?P<top>most valuable|(?:biggest|largest|top|worst|best)[- ](?:gainer|loser|decliner|performer|performing(?!\s(?:ones|companies|businesses|stocks|funds|names))|percentage gainer|laggard|contributor|drag)s?|most active stocks?|(?:largest|biggest) (?:stock holding|shareholder|holding|holder|position))"
    rf"|(?P<of>(?:by\sfar\s)?(?:[A-Z\d][\w&.]{{0,24}}|world|nation|country|region|industry|continent|market)(?:'s|’s|’|')\s(?:(?:{'|'.join(ORDER)})[- ])?(?:{LARGEST}))\s(?!part|risk|problem|question|challenge|issue|threat|concern|fear|worr|mistake|move|story|efforts?|ever|since|way|days?|weeks?|months?|years?|quarters?|gains?|drops?|loss|decline)(?P<noun>(?:U\.S\.|[\w-]+)(?:\s(?!and|or|in|on|by|as|of|to|for|with|is|was|has|had|will|closed|said|saw|rose|fell|shares?)[a-z-]+)?)"
    rf"|(?P<yet>(?:{LARGEST})\s(?:[\w-]+\s){{1,4}}(?:yet|available|on the market))\b|\bamong\sthe\s(?:top|largest|biggest)\s(?P<among>\d{{1,3}})(?:\s[a-z]+)?|\b(?:to|at|from|ranks|ranked|ranking)\s(?P<listed>{'|'.join(ORDER)})(?=\s(?:on|among|in)\s(?:the\s)?(?:[A-Z][\w&.]*\s|list|world|rankings?|league))|\b(?:ranked|ranks|ranking)\s(?:No\.\s?)?(?P<no>\d{{1,3}})(?:st|nd|rd|th)?\b)"
)
MOVED = re.compile(r"가장\s?(?:많이|큰|크)|률|폭|gainer|loser|decliner|perform|laggard")
"""An order by moves of prices."""
LISTED = re.compile(r"\d[·∙,]\s?$")
"""Before the last of several places told together, each of which is another's: "시총 1·2위 A와 B"."""
SHAREHOLDER = re.compile(r"주주|shareholder|holder|stockholder")
AFTER = re.compile(r"에\s?이어[^.\n]{0,12}$")
LIKE_ORDER = re.compile(r"\s?(?:로\s)?(?:큰|크|많|높|낮|비싼|적은)")
OVERTOOK = re.compile(r"\b(?:eclips|overt[ao]ok|overtak|surpass|pass|displac|dethron|leapfrogg|topp|unseat|replac)\w*\s(?:rival\s)?$", re.IGNORECASE)
AMONG = re.compile(r"\s(?:[a-z]+\s)?(?:in|of|on|among)\s(?:the\s)?")
"""Between an order and the index whose members it orders."""
MANY = re.compile(r"\b(?:companies|stocks|firms|banks|economies|markets|names|businesses)\b")
"""Of several at the head of an order none has a place."""
KO_APPOSED = re.compile(r"\s?(?:인|종목인|기업인|기업|업체|업체인|상장사인)?\s?$")
"""Between a rank and the name right behind it, whose it is: "시가총액 2위 A는"."""
KO_SCOPE = re.compile(r"(?:\s?시장)?\s?(?:시가\s?총액|시총)?\s?")
"""Between the market of an order and the place in it: "코스닥 시총 2위"."""
KO_YIELDED = re.compile(r"(?:\s?자리|\s?타이틀)?[를을]?\s?(?P<to>[가-힣A-Za-z0-9&·()\s]{2,24}?)에게?\s?(?:내[줬주준]|빼앗|뺏)|(?:\s?자리|\s?타이틀)?[를을]\s?내[줬주준]")
"""Behind a rank that was lost, to whom."""
VALUE = re.compile(r"시가\s?총액|시총|market (?:cap|value)|valuable|valued", re.IGNORECASE)
KO_OTHER = re.compile(r"비중이|비율이|점유율|잔고|수익률|상승률|하락률")
"""Words by which an order is by something else than value."""
IS = re.compile(r"[^.;,]{0,70}?\b(?:is|was|has been)\s")
"""Between a place and the share that is said to hold it."""
ORDERED = 62
"""An order by trades and rankings gives way to every figure and every order by values."""
KO_WITHIN = re.compile(r"권(?:\s?(?:안|내|이내|진입)|에)")
"""Behind a place: somewhere up to it ("25위권 안")."""
WORLD = re.compile(r"세계|글로벌|전\s?세계|world|global", re.IGNORECASE)


class Rank(Statement, frozen=True, kw_only=True):
    """A place in an order; `by` what it is counted, `scope` among whom."""

    by: str | None = None
    scope: Scope | None = None


def take(frames: Frames) -> Iterable[Take]:
    text = frames.text
    for frame in frames.numbers:
        if frame.unit != "rank" or frame.quantity is None or (frames.lang == "ko" and LISTED.search(text, max(0, frame.start - 3), frame.start)):
            continue
        if frames.lang == "ko" and KO_WITHIN.match(text, frame.end) is not None and frame.quantity.low is not None:
            last = frame.quantity.low
            within = msgspec.structs.replace(frame.quantity, low=None, high=last, hedge="up_to", interval=Interval(Decimal(1), last))
            yield from of(frames, frame, within, None, 82)
        elif frame.kind == "rank" or LIKE_ORDER.match(text, frame.end) or AFTER.search(text, max(frame.sentence.start, frame.start - 30), frame.start):
            yield from of(frames, frame, frame.quantity, None, 82)
    for m in (KO if frames.lang == "ko" else EN).finditer(text):
        n = 1
        if frames.lang == "en":
            word = (m["ord"] or m["place"] or m["among"] or m["no"] or m["listed"] or "").lower()
            n = ORDER.get(word) or int(re.sub(r"\D", "", word) or 1)
            if m["of"] and MANY.search(m[0]):
                continue
        frame = frames.at(m.start(), m.end())
        yield from of(frames, frame, exact_count(n, "rank"), frame.movement.direction if frame.movement and MOVED.search(m[0]) else None, 78)


    for o in orders.places(frames):
        yield from _placed(frames, o)


def _placed(frames: Frames, o: orders.Order) -> Iterable[Take]:
    """A place among trades, rankings or moves, which no market value decides."""
    day = frames.article.published.date()
    when = frame_time.when if (frame_time := o.frame.time).how == "clause" else None
    subject = subject_of(o.subject) if o.subject is not None else Subject(kind="topic") if o.kind == "followed" else owner(frames, o.frame) if o.kind in ("trade", "ranked") else subject_of(o.frame.priced)
    said = frames.claim_fields(o.frame)
    said.update(
        subject=subject, metric="rank", quantity=exact_count(o.n, "rank"), basis=None, tier="default",
        direction=o.frame.direction if o.kind in ("moved", "led") else None,
        when=Window(when.start, when.end or when.start) if when is not None and when.start is not None and when.start <= day else Window(day, day),
    )  # fmt: skip
    yield Take(claim=Rank(**said), score=ORDERED)


def overtaking(frames: Frames, frame: Frame, passed: Candidate | None) -> Candidate | None:
    """The one that an English sentence says has passed the likeliest subject: "A overtook B as the most valuable company"."""
    if frames.lang != "en" or passed is None or not OVERTOOK.search(frames.text, max(frame.sentence.start, passed.start - 24), passed.start):
        return None
    before = [c for c in frame.subjects if frame.sentence.start <= c.start and c.end < passed.start and c.name.ids and c.name.ids != passed.name.ids]
    return max(before, key=lambda c: c.start, default=None)


def of(frames: Frames, frame: Frame, quantity: Quantity, direction: Direction | None, score: int) -> Iterable[Take]:
    """The rank that words give to the priced thing beside them, or to the one that overtakes another."""
    candidate = frame.priced
    if candidate is not None and frames.lang == "en" and candidate.name.ids[0].startswith("INDEX:") and AMONG.fullmatch(frames.text, frame.end, candidate.start):
        candidate = next((c for c in frame.subjects if frame.sentence.start <= c.start and c.end <= frame.start and c.name.ids), candidate)
    if frames.lang == "en" and (told := _told_behind(frames, frame)) is not None:
        candidate = told
    passed = overtaking(frames, frame, candidate)
    candidate = passed or candidate
    if frames.lang == "ko" and not frame.quote.endswith(("고", "며")) and (apposed := _behind(frames, frame)) is not None:
        candidate = apposed
    elif frames.lang == "ko" and candidate is not None and candidate.name.ids[0].startswith("INDEX:") and KO_SCOPE.fullmatch(frames.text, candidate.end, frame.start):
        others = (*frame.subjects, *frames.names.carried(frame.sentence))
        candidate = next((c for c in others if c.name.ids and not c.name.ids[0].startswith("INDEX:")), candidate)
    near = frames.text[max(frame.sentence.start, frame.start - 45) : min(frame.sentence.end, frame.end + 35)]
    by = "market_cap" if candidate is not None and VALUE.search(near) and KO_OTHER.search(near) is None else None
    said = frames.claim_fields(frame)
    if SHAREHOLDER.search(frame.quote) and (of := holding(frames, frame)) is not None:
        said.update(matter(frames, frame), quantity=quantity, direction=None, basis=None, subject=of)
        yield Take(claim=Rank(**said), score=score)
        return
    if candidate is None:
        said.update(matter(frames, frame), quantity=quantity, direction=None, basis=None)
        yield Take(claim=Rank(**said), score=score - 6)
        return
    id = candidate.name.ids[0]
    traded = by or MOVED.search(frame.quote) or frame.basis is not None
    windows = sessions(frames, frame, id) if traded else [(matter(frames, frame)["when"], "default")]
    when = frame.time.when
    if passed is not None and when is not None and when.grain == "month" and when.start is not None and when.end is not None and frame.time.how != "carried":
        windows = [(Window(when.start, when.end), "stated")]
    for d in frames.dates_in(frame.sentence):
        if frames.lang == "ko" and frame.start <= d.start and d.end <= frame.end and isinstance(d.value, When) and d.value.start and d.value.end:
            windows = [(Window(d.value.start, d.value.end), "stated")]
    scope: Scope = "world" if WORLD.search(near) else "KRX" if id.startswith(("XKRX", "XKOS")) else "US"
    said.update(
        subject=subject_of(candidate), metric="market_cap" if by else "rank", quantity=quantity,
        direction="up" if passed is not None else None if by or direction == "flat" else direction, when=windows[0][0] if windows else None,
        basis=frame.basis if frame.basis in ("intraday", "close", "after_hours", "premarket") else None,
        tier=windows[0][1] if windows else "default",
    )  # fmt: skip
    lost = KO_YIELDED.match(text, frame.end, frame.sentence.end) if (text := frames.text) and frames.lang == "ko" else None
    if lost is None:
        yield Take(claim=Rank(**said, by=by, scope=scope), score=score)
        return
    yield Take(claim=Rank(**{**said, "direction": "down"}, scope=scope), score=score)
    for m in frames.names.within(frame.sentence):
        if lost["to"] and isinstance(m.value, Name) and m.value.ids and lost.start("to") <= m.start < lost.end("to"):
            winner = Candidate(name=m.value, kind=m.kind, start=m.start, end=m.end, how="clause")
            yield Take(claim=Rank(**{**said, "subject": subject_of(winner), "direction": "up"}, by=by, scope=scope), score=score)


def _told_behind(frames: Frames, frame: Frame) -> Candidate | None:
    """The share that an English sentence says holds the place: "the worst performer in the Dow is Home Depot"."""
    for m in frames.names.within(frame.sentence):
        if m.start > frame.end and isinstance(m.value, Name) and m.value.ids and m.value.ids[0].startswith("X") and IS.fullmatch(frames.text, frame.end, m.start):
            return Candidate(name=m.value, kind=m.kind, start=m.start, end=m.end, how="behind")
    return None


def _behind(frames: Frames, frame: Frame) -> Candidate | None:
    """The name that stands right behind a Korean rank."""
    for m in frames.names.within(frame.sentence):
        if frame.end <= m.start <= frame.end + 10 and isinstance(m.value, Name) and m.value.ids and KO_APPOSED.fullmatch(frames.text, frame.end, m.start):
            return Candidate(name=m.value, kind=m.kind, start=m.start, end=m.end, how="behind")
    return None


def readings(claim: Claim, published: dt.datetime) -> list[tuple[Claim, Tier]]:
    """As said, and what the close says where the words speak of the session."""
    assert isinstance(claim, Rank)
    out = as_said(claim, published)
    if claim.by == "market_cap":
        closing = msgspec.structs.replace(claim, basis="close", scope="KRX" if claim.scope == "KRX" else "US", options=())
        if closing != out[0][0]:
            out.append((closing, "possible"))
    return out


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    assert isinstance(claim, Rank)
    if claim.by != "market_cap":
        return "no_reference"
    if claim.subject.id is None or claim.when is None or claim.scope in (None, "world") or claim.basis not in (None, "close"):
        return "no_data"
    order = market.market_ranking(claim.when.end, claim.scope or "US", as_of=as_of)
    at = next((i for i, (id, _) in enumerate(order) if id == claim.subject.id), None)
    if at is None:
        return "no_data"
    if at + 1 != (claim.quantity.low if claim.quantity else None) and claim.tier != "possible" and claim.basis is None:
        return "ambiguous"
    own = order[at][1]
    rows = [point_row(p) for _, p in order[:at]] + [point_row(own)]
    above = " + ".join(f"({show(p.value)} > {show(own.value)})" for _, p in order[:at])
    return Evidence(
        measured=Decimal(at + 1), unit="rank", formula=f"1 + {above}" if above else f"1 + 0 * {show(own.value)}", rows=tuple(rows),
        note=f"{claim.scope} listings at the close",
    )  # fmt: skip


EXAMPLES = (
    reads("ko", "네이버가 266억원으로 {가장 많고} 카카오(163억원)가 뒤를 이었다.", subject__symbol="035420"),
    reads("ko", "네이버는 거래 상위 {25위}권 안에 들었다.", quantity__high="25", quantity__low=None),
    ignores("ko", "시총 1·{2위} 삼성전자와 SK하이닉스가 올랐다."),
    reads("ko", "공매도 잔고 비중이 시가총액의 5%로 {가장 높은} 종목은 한미반도체다.", metric="rank", subject__symbol="042700"),
    reads("en", "Intel fell to {seventh} on the Fortune list.", quantity__low="7"),
    reads("ko", "엔비디아는 시가총액 {3위}에 올랐다.", by="market_cap", quantity__low="3"),
    reads("en", "Nvidia became the {third-largest} company by market value.", by="market_cap", quantity__low="3"),
    reads("en", "Shell is {Europe's largest oil company}.", quantity__low="1", by=None),
    reads("en", "The stake puts it {among the top 10 holders}.", quantity__low="10"),
    reads("en", "Microsoft in January eclipsed Apple as the {world's most valuable company}.", subject__symbol="MSFT", when__start="2024-01-01", direction="up"),
    reads("en", "The {worst performing} Dow component thus far is Home Depot.", subject__symbol="HD"),
    reads("en", "JPMorgan is {the largest U.S. bank by assets}.", subject__symbol="JPM", quantity__low="1"),
    reads("en", "Citigroup, {the third-largest lender}, cut jobs.", quantity__low="3"),
    ignores("en", "China asked its {largest oil refiner} to suspend exports."),
    reads("en", "Tesla ranked {third} in sales, followed by Ford.", quantity__low="3", subject__symbol="TSLA"),
    reads("en", "Tesla ranked third in sales, {followed by Ford}.", subject__symbol="F"),
    ignores("en", "The speech was {followed by Ford} staff."),
    reads("en", "The Nasdaq {advanced the most}.", subject__symbol="IXIC", direction="up"),
    ignores("en", "Oil {advanced the most} in more than a month."),
    ignores("en", "The {top-performing} companies keep growing."),
    reads("ko", "삼성전자가 셀트리온의 {최대주주}가 됐다.", subject__symbol="068270"),
    reads("ko", "현대차는 {국내 최대} 완성차 업체다.", quantity__low="1"),
    reads("ko", "업종 가운데 철강이 {가장 많이} 올랐다.", quantity__low="1"),
    ignores("en", "Apple's {biggest problem} is demand."),
    ignores("en", "Nvidia reported in the {third quarter}."),
    ignores("ko", "엔비디아는 {3거래일} 연속 올랐다."),
)
FAMILY = Family(code="RNK", name="rank", head="rank", claim=Rank, take=take, readings=readings, measure=measure)
