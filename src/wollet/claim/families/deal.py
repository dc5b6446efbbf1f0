"""What is paid for what: investments, contracts, acquisitions, offerings, funds raised.

Meaning: an amount of money (or of shares) that changes hands in one transaction, closed or sought.

Not covered: investors' daily net buying (`flow`), capital spending as reported (`fundamentals`), a price of a good
(`other`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from wollet.claim import bonds
from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frames
from wollet.claim.taking import told
from wollet.mention import unhurried as re
from wollet.model.claim import Claim
from wollet.model.market import MarketData
from wollet.model.verdict import Evidence, Reason

WORTH = re.compile(r"\binvestment (?:now |would be )?worth $|\bwould (?:now )?be worth $")
"""Before what a sum once put into shares has come to."""


class Deal(Statement, frozen=True, kw_only=True):
    """The size of a transaction."""


def take(frames: Frames) -> Iterable[Take]:
    for t in told(frames, "deal"):
        if not WORTH.search(frames.text, max(t.frame.sentence.start, t.frame.start - 30), t.frame.start):
            yield Take(claim=Deal(**t.said), score=t.score)
    for b in bonds.told(frames, "deal"):
        yield Take(claim=Deal(**b.said), score=bonds.SCORE)


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    return "no_reference"


EXAMPLES = (
    ignores("ko", "엔비디아의 시가총액은 3조달러다. 애플은 {3.4조달러}다."),
    reads("ko", "회사는 미국 업체와 {1280억원} 규모의 자율이송로봇 공급계약을 맺었다.", metric="contract"),
    reads("ko", "신주 발행가는 주당 {2만3150원}이다.", metric="issue_price"),
    reads("en", "Executives of Intel sold {about $7.1 billion} of stock last year.", when__start="2023-01-01"),
    reads("en", "Disney took a {$1.5 billion} stake in a maker of games.", metric="investment"),
    reads("en", "Disney said it will buy back {$3 billion} of shares this year.", metric="share_repurchases"),
    reads("en", "Uber announced a {$7 billion} buyback.", metric="share_repurchases"),
    reads("en", "The chipmaker agreed to buy its rival in a deal worth {$4.9 billion}.", quantity__low="4900000000"),
    reads("en", "AMD agreed to buy a maker of servers for {$4.9 billion}.", subject__symbol="AMD"),
    ignores("en", "AMD shares sold for {$172.48} on Monday."),
    reads("en", "The company completed a {$250 million} stock sale on Monday."),
    ignores("en", "The company completed a review of {$250 million} in costs on Monday."),
    ignores("en", "Whoever bought $1,000 worth of shares would now be looking at an investment worth {$1,347}."),
    reads("en", "Ford sold {$1.5 billion} of 10-year notes on Tuesday.", metric="bond_sale", when__start="2024-02-13"),
    reads("en", "Orders for the bonds peaked at {more than $45 billion}.", metric="orders"),
    ignores("en", "Orders for jets peaked at {more than $45 billion}."),
    reads("en", "The start-up raised {about $500 million} in a funding round.", quantity__hedge="about"),
    reads("ko", "회사는 제3자 배정 유상증자를 통해 {589억원}을 투자했다.", quantity__low="58900000000"),
    reads("ko", "반도체 공장을 위해 {5조~7조 달러} 규모의 자본 조달을 목표로 하고 있다.", quantity__high="7000000000000"),
    reads("ko", "회사는 희망 공모가 범위를 {2만6000~3만1800원}으로 제시했다.", metric="offering", quantity__hedge="range"),
    ignores("ko", "회사는 공모가를 희망범위 하단보다 낮은 {2만원}에 확정했다."),
    reads("ko", "회사는 {9300억원} 규모의 기술수출 계약을 맺었다.", metric="contract"),
    reads("ko", "회사는 새 공장에 {2조원}을 투입한다.", metric="investment"),
    reads("ko", "회사는 {8500억원} 규모의 자사주를 추가 매입하기로 했다.", metric="share_repurchases"),
    reads("ko", "회사는 자회사 지분 {1034만주}를 추가 취득했다.", quantity__unit="shares"),
    ignores("ko", "관련주에 {2조원}의 투자금이 몰렸다."),
    ignores("ko", "외국인은 {589억원}을 순매수했다."),
    ignores("en", "The company reported revenue of {$4.9 billion}."),
)
FAMILY = Family(code="DEL", name="deal", head="deal", claim=Deal, take=take, readings=as_said, measure=measure)
