"""The n-th largest, the best or worst of a group, one overtaking another.

Meaning: by market value: the place of a company among the listings of the scope at the session's close, one entry a
company.  Which scope ("US" listings, Korean listings, the world) the words give, or both are tried.

Not covered: the world's order (values of listings elsewhere are not held), an order during the session (needs finer
bars), and orders by other things (market share, exports, holdings).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

import msgspec

from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.pricing import point_row, sessions, show
from wollet.model.claim import Claim, Direction, Tier
from wollet.model.market import MarketData
from wollet.model.quantity import Interval, Quantity
from wollet.model.verdict import Evidence, Reason

Scope = Literal["US", "KRX", "world"]
ORDER = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
KO = re.compile(
    r"(?:가장|제일)\s?(?:많이|큰\s?폭으로|크게)(?=\s?(?:올|오르|상승|내|하락|떨어|뛰))|(?:상승률|하락률|수익률|낙폭|상승폭|오름폭|하락폭)\s?(?:1위|선두|이\s?가장\s?(?:컸|크|큰|높|작))|(?:상반기|하반기|올해)\s?최대어|(?:최대|2대)\s?주주"
    r"|(?:세계|국내|미국|글로벌|업계)\s?(?:최대|최고|1위|2위|3위)(?!치|가(?:를|에|로)|\s?(?:수준|기록))"
)
EN = re.compile(
    rf"\b(?:(?:the\s)?(?P<ord>{'|'.join(ORDER)}|\d{{1,2}}(?:nd|rd|th|st))[- ](?:largest|biggest|most valuable|best|worst|highest)\b|\b(?P<place>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top|last)\splace\b"
    r"|(?:the\s|its\s)?(?:world's |world’s |largest |nation's )?(?P<top>most valuable|(?:biggest|largest|top|worst|best)[- ](?:gainer|loser|decliner|performer|performing|percentage gainer|laggard|contributor|drag)s?|most active stocks?|(?:largest|biggest) (?:stock holding|shareholder|holding|holder|position|U\.S\. IPO|IPO)))"
)
VALUE = re.compile(r"시가\s?총액|시총|market (?:cap|value)|valuable|valued", re.IGNORECASE)
WORLD = re.compile(r"세계|글로벌|전\s?세계|world|global", re.IGNORECASE)


class Rank(Statement, frozen=True, kw_only=True):
    """A place in an order; `by` what it is counted, `scope` among whom."""

    by: str | None = None
    scope: Scope | None = None


def take(frames: Frames) -> Iterable[Take]:
    for frame in frames.numbers:
        if frame.unit == "rank" and frame.kind == "rank" and frame.quantity is not None:
            yield from of(frames, frame, frame.quantity, None, 82)
    for m in (KO if frames.lang == "ko" else EN).finditer(frames.text):
        n = 1
        if frames.lang == "en" and m["place"]:
            n = ORDER.get(m["place"], 1)
        elif frames.lang == "en" and m["ord"]:
            n = ORDER.get(m["ord"].lower()) or int(re.sub(r"\D", "", m["ord"]) or 1)
        frame = frames.at(m.start(), m.end())
        yield from of(frames, frame, place(n), frame.movement.direction if frame.movement else None, 78)


def place(n: int) -> Quantity:
    return Quantity(low=Decimal(n), high=Decimal(n), unit="rank", interval=Interval(Decimal(n), Decimal(n)), grain=Decimal(1))


def of(frames: Frames, frame: Frame, quantity: Quantity, direction: Direction | None, score: int) -> Iterable[Take]:
    candidate = frame.priced
    if candidate is None:
        return
    id = candidate.name.ids[0]
    windows = sessions(frames, frame, id)
    a, b = frame.sentence.start, frame.sentence.end
    near = frames.text[max(a, frame.start - 45) : min(b, frame.end + 35)]
    said = frames.claim_fields(frame)
    by = "market_cap" if VALUE.search(near) else None
    korean = id.startswith(("XKRX", "XKOS"))
    scope: Scope = "world" if WORLD.search(near) else "KRX" if korean else "US"
    said.update(
        subject=subject_of(candidate), metric="market_cap" if by else "rank", quantity=quantity,
        direction=direction if direction != "flat" else None, when=windows[0][0] if windows else None,
        basis=frame.basis if frame.basis in ("intraday", "close", "after_hours", "premarket") else None,
        tier=windows[0][1] if windows else "default",
    )  # fmt: skip
    if by:
        said["direction"] = None
    yield Take(claim=Rank(**said, by=by, scope=scope), score=score)


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
    reads("ko", "엔비디아는 시가총액 {3위}에 올랐다.", by="market_cap", quantity__low="3"),
    reads("en", "Nvidia became the {third-largest} company by market value.", by="market_cap", quantity__low="3"),
    ignores("en", "Nvidia reported in the {third quarter}."),
    ignores("ko", "엔비디아는 {3거래일} 연속 올랐다."),
)
FAMILY = Family(code="RNK", name="rank", head="rank", claim=Rank, take=take, readings=readings, measure=measure)
