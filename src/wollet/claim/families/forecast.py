"""What is expected: guidance, targets, consensus, outlooks and probabilities, each with a figure or a date.

Meaning: a figure foretold for a period.  Until the period is over and its figure published there is nothing to compare
with; a forecast is kept for the ledger and never refuted for being one.

Not covered: the present reading of a forecast (whether a house really published it); what is only hoped for without a
figure.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from wollet.claim import topics
from wollet.claim.canonical import Statement
from wollet.claim.family import Family, Take, as_said, ignores, reads
from wollet.claim.frames import Frames
from wollet.claim.taking import told
from wollet.model.claim import Claim
from wollet.model.market import MarketData
from wollet.model.verdict import Evidence, Reason

SUPPOSED = {
    "ko": re.compile(r"[할될]\s?경우|가정(?:하|할|해|한)|[가-힣]\s시\s|[한된]다면|는다면"),
    "en": re.compile(r"\b(?:if|assuming|should (?:the|it|they)|in the event)\b", re.IGNORECASE),
}
"""What makes an expectation depend on something else."""


class Forecast(Statement, frozen=True, kw_only=True):
    """A figure foretold for a period."""


def take(frames: Frames) -> Iterable[Take]:
    for t in told(frames, "forecast"):
        supposed = t.said["certainty"] == "hypothetical" or SUPPOSED[frames.lang].search(
            frames.text, t.frame.sentence.start, min(t.frame.sentence.end, t.frame.end + 12)
        )
        said = {**t.said, "certainty": "hypothetical" if supposed else "expected"}
        if t.fact.metric in topics.MACRO:
            place = topics.area(frames, t.frame)
            said["metric"] = topics.metric(frames, t.frame, t.fact.metric)
            said["subject"] = topics.statistic(place, said["metric"])
        yield Take(claim=Forecast(**said), score=t.score)


def measure(claim: Claim, market: MarketData, as_of: dt.datetime | None) -> Evidence | Reason:
    if claim.when is None or claim.metric == "target_price":
        return "no_reference"
    return "pending" if as_of is not None and claim.when.end >= as_of.date() else "no_reference"


EXAMPLES = (
    reads("en", "Analysts expect revenue of {$119.58 billion}.", metric="revenue", quantity__unit="USD"),
    reads("en", "The bank raised its price target to {$225}.", metric="target_price"),
    reads("ko", "증권사는 목표주가를 {9만원}으로 올렸다.", metric="target_price", quantity__unit="KRW"),
    reads("ko", "반도체 매출은 2030년이 돼야 {1조 달러}를 넘어설 것으로 전망된다.", when__end="2030-12-31"),
    ignores("en", "The company reported revenue of {$119.58 billion}."),
    ignores("ko", "매출은 {9조원}으로 집계됐다."),
)
FAMILY = Family(
    code="FCT", name="forecast", head="forecast", claim=Forecast, take=take, readings=as_said, measure=measure
)
