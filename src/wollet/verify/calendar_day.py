"""An article whose day of publication alone is known: which session it speaks of is settled by its other figures.

A date without a time may be the writer's or the archive's, a day early or late.  Where other figures of the article hold
on the session that the date gives, the session is that one; where none does, a figure that fails stays open.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wollet.claim.family import family_of
from wollet.model.article import Article
from wollet.model.verdict import Verdict
from wollet.verify.judge import weigh

OF_SESSIONS = frozenset(("change", "level", "record", "streak", "breadth", "period_return", "rank", "market_cap"))
EXACT = frozenset(("change", "level"))
FINE = 3
"""Digits from which a figure that holds leaves no doubt of its session."""
NOTE = "only the day of publication is known, and no other figure of the article bears this session out"


def settled(verdicts: Sequence[Verdict], article: Article) -> list[Verdict]:
    """The verdicts, refutations kept only where the article's session is borne out by its own figures."""
    if not article.published_assumed:
        return list(verdicts)
    borne = sum(weight(v) for v in verdicts if v.label == "supported")
    if borne >= 2:
        return list(verdicts)
    return [opened(v) if v.label == "refuted" and family_of(v.claim).name in OF_SESSIONS else v for v in verdicts]


def weight(v: Verdict) -> int:
    """How much a figure that holds tells of the session: 2 for a fine one, 1 for a coarse one."""
    q = v.claim.quantity
    if family_of(v.claim).name not in EXACT or q is None or q.low is None or q.low != q.high or q.hedge is not None:
        return 0
    return 2 if len(str(q.low).replace(".", "").strip("0")) >= FINE else 1


def opened(v: Verdict) -> Verdict:
    """A verdict with the session that might be meant besides, which no data settles."""
    return weigh(msgspec.structs.replace(v.claim, doubt=NOTE), v.readings)
