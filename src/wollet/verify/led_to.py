"""Which way a price is said to have gone to where it stood: "rose to 4.20%" of a yield that fell there is not borne out.

The level may be right and the word of movement wrong, or the move may be told of a longer time: such a level is left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from wollet.claim.clauses import sentences
from wollet.claim.doubts import STRETCH
from wollet.claim.families.change import Change
from wollet.claim.families.level import Level
from wollet.claim.family import family_of
from wollet.claim.pricing import sort_of
from wollet.mention import unhurried as re
from wollet.model.article import Article
from wollet.model.claim import Direction
from wollet.model.market import MarketData
from wollet.model.quantity import Interval, Quantity
from wollet.model.verdict import Evidence, Verdict
from wollet.verify.judge import weigh

NOTE = "the price went there the other way than is said"
EN = re.compile(
    r"\b(?:(?P<up>rose|rising|climb(?:ed|ing)|jump(?:ed|ing)|advanc(?:ed|ing)|gain(?:ed|ing)|surg(?:ed|ing)|increas(?:ed|ing)|rall(?:ied|ying)|edged up|ticked up)"
    r"|(?P<down>fell|falling|dropp(?:ed|ing)|slid|sliding|slipp(?:ed|ing)|declin(?:ed|ing)|sank|sinking|tumbl(?:ed|ing)|eas(?:ed|ing)|retreat(?:ed|ing)|edged down|ticked down))"
    r"(?:\s\w+ly)?\sto\s(?:about\s|around\s|nearly\s)?[$€£]?$", re.IGNORECASE,
)
"""Before a level: the way that led to it."""
FROM = re.compile(r"\s?(?:percent\s|points\s|a barrel\s|an ounce\s)?,?\s?(?:up\s|down\s)?(?:from|after)\b")
"""Behind it: what the move is told from."""
KO = re.compile(r"(?:선|대)?(?:으로|로|까지)\s(?:[가-힣]+\s)?(?:(?P<up>올[랐라]|오르|오름세|강세|상승|뛰|치솟|높아)|(?P<down>내렸|내려|내린|내림세|약세|하락|떨어|밀렸|밀려|낮아))")
"""Behind a Korean level: the way that led to it."""
TENOR = re.compile(r"\b(?:\d{1,2}|two|five|ten|thirty)[- ]year\b|\d{1,2}년\s?(?:물|만기)", re.IGNORECASE)
"""How long a bond runs, which is no stretch of time told of."""
SLACK = {"rate": ("bp", Decimal(1)), "other": ("percent", Decimal("0.1"))}
"""By so much a price must have gone the other way."""


def told_way(article: Article, span: tuple[int, int]) -> Direction | None:
    """The way that the words beside a level say it was reached by."""
    text = article.text
    if article.lang == "ko":
        m = KO.match(text, span[1])
    else:
        m = None if FROM.match(text, span[1]) else EN.search(text, max(0, span[0] - 40), span[0])
    return None if m is None else "up" if m["up"] else "down"


def led_to(verdicts: Sequence[Verdict], article: Article, market: MarketData) -> list[Verdict]:
    """The verdicts, those on levels left open that were reached the other way than the words say."""
    return [other_way(v, article, market) if v.label == "supported" and isinstance(v.claim, Level) else v for v in verdicts]


def other_way(v: Verdict, article: Article, market: MarketData) -> Verdict:
    """A level's verdict, left open where the session's move went the other way than is said."""
    assert v.decided is not None
    claim = v.readings[v.decided].claim
    way = told_way(article, v.claim.span)
    if way is None or claim.quantity is None or claim.quantity.hedge is not None or claim.when is None or claim.basis not in (None, "close") or claim.subject.id is None:
        return v
    sentence = next((s for s in sentences(article) if s.start <= v.claim.span[0] < s.end), None)
    told = "" if sentence is None else TENOR.sub(" ", article.text[sentence.start : sentence.end])
    if STRETCH[article.lang].search(told):
        return v
    unit, least = SLACK["rate" if sort_of(claim.subject.id) == "rate" else "other"]
    turned = Change(
        span=claim.span, quote=claim.quote, subject=claim.subject, metric=claim.metric, when=claim.when, basis="close",
        direction="down" if way == "up" else "up",
        quantity=Quantity(low=least, high=None, unit=unit, hedge="more_than", sign=0, grain=least, interval=Interval(least, None, "none")),
    )  # fmt: skip
    found = family_of(turned).measure(turned, market, article.published)
    went = found.measured if isinstance(found, Evidence) else None
    if went is None or (went > 0) == (way == "up") or abs(went) <= least:
        return v
    return in_question(v, NOTE)


def in_question(v: Verdict, note: str) -> Verdict:
    """A verdict that holds by its figure, left open since something else that its sentence says does not."""
    kept = [msgspec.structs.replace(r, tier="possible", note=note if r.holds else r.note) for r in v.readings]
    return weigh(v.claim, kept)
