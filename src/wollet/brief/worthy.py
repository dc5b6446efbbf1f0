"""Which open statements are worth a listener's time, and surely of their subject."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from wollet.brief import phrases as P
from wollet.brief.beats import DIRECTED, Told, growth
from wollet.brief.doubt import doubtful
from wollet.model.claim import Claim
from wollet.model.mention import Name
from wollet.model.quantity import Quantity
from wollet.model.story import Checked, Relation
from wollet.story.ledger import PRICED
from wollet.story.names import is_company, is_outlet, key
from wollet.story.sentences import sentences

TOLD_BY_METRIC = frozenset(("fundamentals", "macro", "deal", "share", "forecast"))
KEPT = frozenset(("fundamentals", "market_cap", "deal"))
"""Families of which the day's report is told although no series at hand answers it."""
SILENT = frozenset(("calendar", "elapsed", "other", "arithmetic", "conversion"))
RAISED = frozenset(("capital_raise", "funding", "fund_raising"))
NEAR = frozenset(("deal", "share", "market_cap"))
"""Families whose figure is told of its subject only where the same sentence names it; of others the title may."""
TOTALS = frozenset(("revenue", "sales", "operating_profit", "operating_income", "operating_loss", "net_income", "net_profit", "net_loss", "profit", "earnings"))
A_SHARE, MOST_A_SHARE = frozenset(("eps", "dividend_per_share", "target_price")), 10_000_000
"""Figures a share, and what none reaches in any currency: then it is a whole company's."""
LEAST = 10_000
"""A company's whole revenue or profit below this, in any currency, is a figure a share or a misreading."""
LONG_AGO, LONG_AGO_A_QUARTER = dt.timedelta(days=460), dt.timedelta(days=230)
"""A year's figures are news until those of the next one are out, a quarter's until two later ones are."""
QUARTER = 100
VAGUE = 5
"""A sum that may be so many times as large says only of which order it is."""
COUNTED = frozenset(("units", "deliveries", "shipments", "employees", "users", "volume"))
YEAR = 372
"""Days: the growth of a longer stretch "from a year earlier" is an average rate, and is told as none."""
BASES = (
    ("offering", re.compile(r"공모가|\b(?:offering|IPO|issue) price", re.IGNORECASE)),
    ("high", re.compile(r"고점|최고|\b(?:highs?|peak|record)\b", re.IGNORECASE)), ("low", re.compile(r"저점|최저|\b(?:lows?|trough)\b", re.IGNORECASE)),
)  # fmt: skip
"""What a price is held against that is no day."""


def tellable(t: Told, of: Checked, relations: Sequence[Relation]) -> bool:
    """Whether an open statement is worth the listener's time, and surely of its subject."""
    v, c = t.verdict, t.claim
    if v.label != "undecided" or t.family in SILENT or v.reason in ("ambiguous", "hypothetical") or (v.reason == "no_data" and t.family not in KEPT):
        return False
    q = c.quantity
    who = c.subject.id or c.subject.name
    if raising(t):
        return around(t, relations) is not None
    if q is not None and (bare_sign(q) or (c.metric in TOTALS and len(q.unit) == 3 and q.unit.isupper() and max(q.low or 0, q.high or 0) < LEAST)):
        return False
    if q is not None and c.metric in A_SHARE and max(q.low or 0, q.high or 0) > MOST_A_SHARE:
        return False
    if t.family == "deal" and ((q is not None and q.unit == "shares") or c.metric == "transaction"):
        return False
    if t.family == "fundamentals" and who is not None and c.said_by is not None and c.said_by not in people_of(of) and not names_near(of, c.span, who, 0):
        return False
    if who is None or is_outlet(c.subject.name or "") or is_outlet(who) or c.subject.kind in ("group", "topic"):
        return False
    if doubtful(t, of):
        return False
    if q is not None and q.unit in ("percent", "percentage_point") and not growth(t) and c.metric not in P.RATES | {"price"} and t.family in TOLD_BY_METRIC:
        return q.unit == "percent" and c.metric.endswith(("_yoy", "_mom", "_qoq", "growth"))
    if misfits(t) or untimely(t, of.article.published.date()):
        return False
    if t.family == "period_return" and not stretched(c):
        return False
    if (t.family == "share" and who.startswith("INDEX:")) or (c.metric == "stake" and (holder(t, relations) is None or q is None or q.unit != "percent")):
        return False
    if c.subject.kind == "series":
        return True
    return names_near(of, c.span, who, 0 if t.family in NEAR else 2)


def misfits(t: Told) -> bool:
    """Whether a figure cannot be of its subject and metric: an index has no revenue, a count no currency."""
    c, q = t.claim, t.claim.quantity
    company = t.family in ("fundamentals", "market_cap")
    if company and (c.subject.kind == "person" or (c.subject.id or "").startswith(("INDEX:", "FX:", "RATE:", "COMDTY:"))):
        return True
    if t.family in ("fundamentals", "forecast") and q is not None and c.when is not None and q.unit == "percent" and growth(t) and (c.when.end - c.when.start).days > YEAR:
        return True
    if q is None:
        return False
    money = len(q.unit) == 3 and q.unit.isupper()
    if t.family == "deal" and money and q.low and q.high and q.high >= VAGUE * q.low and not raising(t):
        return True
    return (
        (company and q.unit == "") or (c.metric in COUNTED and money) or (t.family == "forecast" and c.metric in P.RATES and q.unit in ("percentage_point", "bp"))
    )  # fmt: skip


def foretold(t: Told) -> bool:
    """Whether a company's figure is one to come."""
    return t.family == "forecast" or t.claim.certainty in ("expected", "planned") or t.verdict.reason == "pending"


def untimely(t: Told, today: dt.date) -> bool:
    """Whether a company's figure is told as reported for a time that is not over, or for one that is long gone."""
    c = t.claim
    if t.family == "deal" and c.when is not None and c.when.end < today - LONG_AGO:
        return True
    if t.family != "fundamentals" or c.when is None:
        return False
    return (c.when.end > today and not foretold(t)) or c.when.end < today - (LONG_AGO_A_QUARTER if (c.when.end - c.when.start).days <= QUARTER else LONG_AGO)


def stretched(c: Claim) -> bool:
    """Whether a price is told over a stretch that a listener can follow: its days, or a price that has a name."""
    return c.metric in PRICED and (named_base(c) is not None if getattr(c, "anchor", None) else c.when is not None and c.when.start != c.when.end)


def named_base(c: Claim) -> str | None:
    """What a price is held against that is no day: "high" for "from its record", "low", "offering" for 공모가 대비."""
    anchor, q = str(getattr(c, "anchor", None) or ""), c.quantity
    if q is None or q.unit != "percent" or c.direction not in DIRECTED:
        return None
    return next((base for base, words in BASES if words.search(anchor)), None)


def bare_sign(q: Quantity) -> bool:
    """Whether a figure only says that something is above or below nought."""
    return (q.low == 0 and q.high is None) or (q.high == 0 and q.low is None)


def people_of(of: Checked) -> frozenset[str]:
    """The persons that an article names: a broker's analyst speaks of others, a firm's figures may be its own."""
    return frozenset(m.value.name for m in of.mentions if m.kind == "person" and isinstance(m.value, Name))


def around(t: Told, relations: Sequence[Relation]) -> Relation | None:
    """The tie of the same article that money to be raised stands beside: of talks or of an investment."""
    found = [r for r in relations if r.article == t.article and r.kind in ("talks", "invests") and r.status != "done"]
    found = found or [r for r in relations if r.article == t.article and r.kind == "talks"]
    return min(found, key=lambda r: abs(r.span[0] - t.claim.span[0]), default=None)


def raising(t: Told) -> bool:
    """Whether an open statement is of money to be raised: told without its subject, which sentences seldom put beside it."""
    q = t.claim.quantity
    return t.family == "deal" and t.claim.metric in RAISED and q is not None and len(q.unit) == 3 and q.unit.isupper()


def holder(t: Told, relations: Sequence[Relation]) -> str | None:
    """Who holds a stake that is told of its company: the tie of the same sentence says so."""
    start = t.claim.span[0]
    found = (r for r in relations if r.kind in ("invests", "acquires") and r.target == t.claim.subject.id and r.article == t.article)
    return next((r.actor for r in found if r.span[0] <= start < r.span[1]), None)


def names_near(of: Checked, span: tuple[int, int], who: str, back: int) -> bool:
    """Whether the sentence of a figure names its subject, or one of so many before it; with `back`, the title counts."""
    text = of.article.text
    spans = sentences(text)
    i = next((i for i, (a, b) in enumerate(spans) if a <= span[0] < b), None)
    if i is None:
        return False
    inside = [m.value for m in of.mentions if m.kind in ("instrument", "organisation") and isinstance(m.value, Name) and spans[i][0] <= m.start < spans[i][1]]
    if inside and not any(own(x, who) for x in inside) and any(is_company(key(x)) and not is_outlet(x.name) for x in inside):
        return False
    before = [m.value for m in of.mentions if m.kind in ("instrument", "organisation") and isinstance(m.value, Name) and m.start < spans[i][0] and is_company(key(m.value))]
    if back and not inside and before and not own(before[-1], who) and not is_outlet(before[-1].name):
        return False
    a, b = spans[max(0, i - back)][0], spans[i][1]
    title = len(of.article.title) + max(text.find(of.article.title), 0) if back else 0
    return any(
        (a <= m.start < b or m.start < title) and own(m.value, who)
        for m in of.mentions if m.kind in ("instrument", "organisation", "person") and isinstance(m.value, Name)
    )  # fmt: skip


def own(name: Name, who: str) -> bool:
    """Whether a name of a text stands for a player."""
    return name.name == who or key(name) == who or who in name.ids
