"""Which session an article speaks of, as its own figures bear it out.

Where other figures of an article hold to the last digit on one session, that session is the one meant: readings of the
sessions beside it that no data settles then stand in the way of nothing.  Where only the day
of publication is known (it may be the archive's, a day early or late) and no figure bears the session out, a figure that
fails stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from wollet.claim.family import family_of
from wollet.model.article import Article, day_only
from wollet.model.claim import Claim
from wollet.model.time import Window
from wollet.model.verdict import Reading, Verdict
from wollet.reference import instruments
from wollet.verify.judge import weigh

OF_SESSIONS = frozenset(("change", "level", "record", "streak", "breadth", "period_return", "rank", "market_cap"))
EXACT = frozenset(("change", "level", "period_return"))
FINE = 3
"""Digits from which a figure that holds leaves no doubt of its session."""
ENOUGH = 2
"""Figures that bear a session out."""
NOTE = "only the day of publication is known, and no other figure of the article bears this session out"
NONE_HOLDS = "no figure of the article fits the day that it is dated"
MANY = 2
"""Figures of one article that fail, with none that holds, before its date is doubted."""
Session = tuple[str, Window]


def settled(verdicts: Sequence[Verdict], article: Article) -> list[Verdict]:
    """The verdicts in the light of the sessions that the article's own figures bear out."""
    found = sessions(verdicts, "supported")
    out = [closed(v, found) for v in verdicts]
    borne = sum(v.label == "supported" and family_of(v.claim).name in OF_SESSIONS for v in out)
    against = sum(v.label == "refuted" and family_of(v.claim).name in OF_SESSIONS for v in out)
    if day_only(article):
        kept = sum(found.values()) >= max(1, sum(sessions(out, "refuted").values()))
    else:
        kept = borne > 0 or against < MANY
    note = NOTE if day_only(article) else NONE_HOLDS
    return out if kept else [opened(v, note) if v.label == "refuted" and family_of(v.claim).name in OF_SESSIONS else v for v in out]


def sessions(verdicts: Sequence[Verdict], label: str) -> Counter[Session]:
    """How many fine figures came out with a label on each session of each calendar."""
    tally: Counter[Session] = Counter()
    for v in verdicts:
        if v.label != label or v.decided is None or not fine(v):
            continue
        session = session_of(v.readings[v.decided].claim)
        if session is not None:
            tally[session] += 1
    return tally


def fine(v: Verdict) -> bool:
    """Whether a figure is exact to so many digits that chance would not bring it about."""
    q = v.claim.quantity
    if family_of(v.claim).name not in EXACT or q is None or q.low is None or q.low != q.high or q.hedge is not None:
        return False
    return len(str(q.low).replace(".", "").strip("0")) >= FINE


def session_of(claim: Claim) -> Session | None:
    if claim.subject.id is None or claim.when is None:
        return None
    return instruments.calendar_of(claim.subject.id), Window(claim.when.end, claim.when.end)


def closed(v: Verdict, found: Counter[Session]) -> Verdict:
    """An open verdict, without the readings beside a session that is borne out."""
    if v.label != "undecided" or family_of(v.claim).name not in OF_SESSIONS or v.claim.doubt is not None:
        return v
    sure = [r for r in v.readings if r.tier != "possible"]
    if not sure or any(r.holds is not False for r in sure):
        return v
    if not any((s := session_of(r.claim)) is not None and found[s] >= ENOUGH for r in sure):
        return v
    kept = [r for r in v.readings if not beside(r, sure[0])]
    return weigh(v.claim, kept) if len(kept) < len(v.readings) else v


def beside(r: Reading, main: Reading) -> bool:
    """Whether an uncomputed reading is of a neighbouring session."""
    if r.holds is not None or r.tier != "possible":
        return False
    return r.claim.when != main.claim.when and r.claim.subject == main.claim.subject


def opened(v: Verdict, note: str) -> Verdict:
    """A verdict with the session that might be meant besides, which no data settles."""
    return weigh(msgspec.structs.replace(v.claim, doubt=note), v.readings)
