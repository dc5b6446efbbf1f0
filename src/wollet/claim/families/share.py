"""Who holds how much: stakes, market shares, free float.

Meaning: a percentage (or a number of shares) held of a company or a market, at a time.

Not covered: a share of a company's own revenue (`fundamentals`), the rise or fall of a share price (`change`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frame, Frames
from wollet.claim.roles import role
from wollet.claim.taking import told
from wollet.mention import unhurried as re
from wollet.model.claim import Claim, Direction
from wollet.model.market import MarketData
from wollet.model.verdict import Evidence, Reason


class Share(Statement, frozen=True, kw_only=True):
    """A stake or a market share."""


CHANGED = {
    "ko": re.compile(r"(?:로|까지|만큼|를|을)?\s?(?:(?P<down>낮[춰췄추]|줄[여였이]|축소|하락|내[려렸])|(?P<up>높[여였이]|늘[려렸리]|확대|올[려렸라]|끌어올))"),
    "en": re.compile(r"\b(?:(?P<down>trim|cut|reduc|lower|par(?:ed|ing)|slash)|(?P<up>rais|increas|lift|boost|expand))\w*\s(?:\w+(?:['’]s)?\s){0,4}(?:stake|holdings?|position|share|ownership)\s(?:in\s(?:\w+\s){1,3})?(?:by|to)\s(?:about\s|nearly\s|more than\s)?$"),
}
"""Around a stake that was raised or cut to so much, or by so much."""


def take(frames: Frames) -> Iterable[Take]:
    for t in told(frames, "share"):
        if t.fact.metric == "weight" and role(frames, t.frame) is not None:
            continue
        yield Take(claim=Share(**{**t.said, "direction": changed(frames, t.frame) or t.said["direction"]}), score=t.score)


def changed(frames: Frames, frame: Frame) -> Direction | None:
    """Which way a stake went."""
    pattern, text = CHANGED[frames.lang], frames.text
    if frames.lang == "ko":
        m = pattern.match(text, frame.end)
    else:
        m = pattern.search(text, max(frame.sentence.start, frame.start - 90), frame.start)
    return None if m is None else "up" if m["up"] else "down"


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    return "no_reference"


EXAMPLES = (
    reads("ko", "펀드에서 애플의 비중이 12.4%로 가장 높고 그 다음인 브로드컴이 9.64%, IBM이 {6.99%} 순이다.", metric="weight", subject__symbol="IBM"),
    ignores("ko", "이날 애플이 2.4%로 가장 많이 올랐고 브로드컴이 1.64%, IBM이 {0.99%} 순이다."),
    reads("en", "The fund holds a {4.1%} stake in the company.", quantity__low="4.1"),
    reads("en", "It controls {more than 80%} of the market for AI chips.", quantity__low="80", quantity__hedge="more_than"),
    reads("ko", "회사는 지분 {10.2%}를 확보하며 최대주주가 됐다.", quantity__low="10.2"),
    reads("ko", "엔비디아는 AI 반도체 시장의 {80% 이상}을 장악하고 있다.", quantity__low="80", quantity__hedge="at_least"),
    reads("ko", "회사는 자회사 지분율을 {8.9%}로 낮췄다.", direction="down"),
    reads("en", "The fund trimmed its stake by {13%}.", direction="down"),
    reads("ko", "펀드의 종목별 비중은 SK하이닉스(33.53%), 삼성전자({28.52%}), 현대차(10.35%) 순이다.", metric="weight", subject__symbol="005930"),
    reads("ko", "한진칼은 3% 올랐다. 한진칼의 주요 주주인 델타항공({14.90%})과 산업은행(10.58%)은 한진칼 편이다.", subject__symbol="180640"),
    reads("ko", "호반건설은 팬오션에서 {5.85%}를 추가 매입했다.", metric="bought_stake"),
    ignores("ko", "전체 매출에서 해외 사업이 차지하는 비중은 {12%}다."),
    reads("ko", "공매도 잔고 비중이 높은 코스피 종목은 삼성전자({5.56%}), 기아(4.23%)였다.", metric="weight", subject__symbol="005930"),
    ignores("ko", "시가총액 비중이 큰 삼성전자({1.2%}), 기아(2.3%)가 나란히 올랐다."),
    reads("ko", "펀드에서 삼성전자의 비중이 25.4%로 가장 높고 그 다음인 네이버가 {9.6%}, 카카오가 7% 순이다.", metric="weight", subject__symbol="035420"),
    ignores("ko", "펀드에서 삼성전자의 비중이 25.4%로 가장 높고 네이버가 {9.6%} 올라 뒤를 이었다."),
    reads("ko", "내년 주식의 목표 비중은 14.4%다. 해외주식은 {38.9%}, 채권은 23.7%로 정했다.", metric="weight"),
    reads("ko", "잔고 비중이 시가총액의 {5.87%}로 가장 높다.", metric="weight"),
    reads("ko", "이는 발행주식총수의 {0.57%}에 해당한다.", metric="stake"),
    reads("ko", "회사는 자사주 {4.7%}를 소각한다.", metric="stake"),
    reads("ko", "2대 주주는 네이버({21.78%})다.", metric="stake"),
    reads("ko", "지분율이 {50%}+1주로 바뀌었다.", quantity__unit="percent"),
    ignores("ko", "지분율이 50%+{1주}로 바뀌었다."),
    ignores("ko", "회사의 수출 비중은 {70%}다."),
    ignores("ko", "삼성전자는 {10.2%} 올랐다."),
    ignores("en", "Shares of the company rose {4.1%}."),
)
FAMILY = Family(code="SHR", name="share", head="share", claim=Share, take=take, readings=as_said, measure=measure)
