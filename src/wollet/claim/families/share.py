"""Who holds how much: stakes, market shares, free float.

Meaning: a percentage (or a number of shares) held of a company or a market, at a time.

Not covered: a share of a company's own revenue (`fundamentals`), the rise or fall of a share price (`change`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frames
from wollet.claim.taking import told
from wollet.model.claim import Claim
from wollet.model.market import MarketData
from wollet.model.verdict import Evidence, Reason


class Share(Statement, frozen=True, kw_only=True):
    """A stake or a market share."""


def take(frames: Frames) -> Iterable[Take]:
    for t in told(frames, "share"):
        yield Take(claim=Share(**t.said), score=t.score)


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    return "no_reference"


EXAMPLES = (
    reads("en", "The fund holds a {4.1%} stake in the company.", quantity__low="4.1"),
    reads("en", "It controls {more than 80%} of the market for AI chips.", quantity__low="80", quantity__hedge="more_than"),
    reads("ko", "회사는 지분 {10.2%}를 확보하며 최대주주가 됐다.", quantity__low="10.2"),
    reads("ko", "엔비디아는 AI 반도체 시장의 {80% 이상}을 장악하고 있다.", quantity__low="80", quantity__hedge="at_least"),
    ignores("ko", "삼성전자는 {10.2%} 올랐다."),
    ignores("en", "Shares of the company rose {4.1%}."),
)
FAMILY = Family(code="SHR", name="share", head="share", claim=Share, take=take, readings=as_said, measure=measure)
