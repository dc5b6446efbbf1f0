"""What the figures of an article that hold bear witness to: its sessions, whose closes it quotes, which lists are of one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from wollet.claim.doubts import SESSION, STRETCH
from wollet.claim.families.change import Change
from wollet.claim.families.period_return import PeriodReturn
from wollet.claim.family import family_of
from wollet.claim.pricing import SEOUL
from wollet.model.article import Article
from wollet.model.claim import Claim
from wollet.model.verdict import Verdict
from wollet.reference import calendars, instruments
from wollet.verify.bonds import BREAK

EXACT = frozenset(("change", "level", "period_return"))
FINE = 3
"""Digits from which a figure that holds leaves no doubt of its session."""
COARSE = Decimal("0.1")
"""Percent to which a figure must be told for its session to show at all."""
ENOUGH = 3
"""Weight that bears a session out: a fine figure and a coarse one, or three coarse ones."""
CLOSES = 4
"""Weight of figures that hold on closes, of an article that quotes closes and no prices of a moment."""
LISTED = 2
"""Moves beside one in its list that hold on a session, for the list to be of that session."""
THROUGHOUT = 6
"""Weight of figures that hold on the session of a whole article."""
GAP = 40
"""Code points between two moves of one list."""
Session = tuple[str, dt.date]


class Witness(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that holds on one session."""

    subject: str
    session: Session
    weight: int
    close: bool
    span: tuple[int, int]
    since: dt.date | None = None


class Witnesses:
    """The figures of an article that hold, asked what they show."""

    def __init__(self, verdicts: Sequence[Verdict], article: Article) -> None:
        self.article = article
        self.all = [w for v in verdicts if (w := witness(v)) is not None]
        self._moves = sorted(v.claim.span for v in verdicts if isinstance(v.claim, Change))

    def weight(self, session: Session | None = None, *, closes: bool = False) -> int:
        """How much speaks for a session, or for any; of closes alone where so asked."""
        return sum(w.weight for w in self.all if session in (None, w.session) and (w.close or not closes))

    @property
    def fine(self) -> int:
        return sum(w.weight > 1 for w in self.all)

    def quoted(self, claim: Claim) -> bool:
        """Whether another fine figure of the same subject holds on the close of the same session, or of any in Seoul, whose
        prices all come from the one exchange."""
        session, id = session_of(claim), claim.subject.id or ""
        return any(
            w.session == session and w.close and w.weight > 1 and w.span != claim.span
            and (w.subject == id or (w.subject[0] == "X" and {instruments.calendar_of(x) for x in (id, w.subject)} == {SEOUL}))
            for w in self.all
        )  # fmt: skip

    def told_of(self, claim: Claim) -> bool:
        """Whether the article tells of a claim's session throughout, or the same subject's price of it right behind."""
        session = session_of(claim)
        if session is None:
            return False
        near = range(claim.span[1], claim.span[1] + GAP)
        return self.weight(session) >= THROUGHOUT or any(
            w.session == session and w.subject == claim.subject.id and w.weight > 1 and w.span[0] in near for w in self.all
        )

    def spanned(self, claim: Claim) -> bool:
        """Whether another figure of the same stretch of time holds: how the article counts it is then known."""
        session, since = session_of(claim), claim.when.start if claim.when is not None else None
        return any(w.session == session and w.since == since and w.span != claim.span for w in self.all)

    def closing(self, claim: Claim) -> bool:
        """Whether the article quotes the closes of a claim's session: for a share, those of shares too."""
        session = session_of(claim)
        if session is None or self.weight(session, closes=True) < CLOSES:
            return False
        shares = sum(w.subject[0] == "X" for w in self.all if w.session == session and w.close)
        return not (claim.subject.id or "").startswith("X") or shares >= LISTED

    def listed(self, claim: Claim) -> bool:
        """Whether the moves beside one in its own list hold on its session."""
        session, at = session_of(claim), next((i for i, s in enumerate(self._moves) if s == claim.span), None)
        if session is None or at is None:
            return False
        good = {w.span for w in self.all if w.session == session}
        held = 0
        for step in (-1, 1):
            i = at
            while 0 <= i + step < len(self._moves) and self._joined(*sorted((self._moves[i], self._moves[i + step]))):
                i += step
                held += self._moves[i] in good
        return held >= LISTED

    def _joined(self, a: tuple[int, int], b: tuple[int, int]) -> bool:
        """Whether two moves follow each other in one list, with no word of another time between them."""
        between = (a[1], b[0])
        if not 0 <= between[1] - between[0] <= GAP:
            return a == b
        text, lang = self.article.text, self.article.lang
        return not any(p.search(text, *between) for p in (BREAK, STRETCH[lang], SESSION[lang]))


def witness(v: Verdict) -> Witness | None:
    """What a figure that holds shows of its session, None where it shows nothing."""
    q = v.claim.quantity
    if v.label != "supported" or v.decided is None or family_of(v.claim).name not in EXACT:
        return None
    if q is None or q.low is None or q.low != q.high or q.hedge is not None:
        return None
    claim = v.readings[v.decided].claim
    session = session_of(claim)
    fine = told_digits(q.low) >= FINE
    coarse = isinstance(claim, Change) and ((q.unit == "percent" and 0 < q.grain <= COARSE) or q.unit == "bp")
    if session is None or claim.subject.id is None or not (fine or coarse):
        return None
    return Witness(
        subject=claim.subject.id, session=session, weight=2 if fine else 1, close=claim.basis in (None, "close"), span=claim.span,
        since=claim.when.start if isinstance(claim, PeriodReturn) and claim.when is not None else None,
    )  # fmt: skip


def told_digits(x: Decimal) -> int:
    """How many digits of a figure tell something: all but the noughts before it and those of a round number."""
    text = format(x, "f")
    return len(text.replace(".", "").lstrip("0") if "." in text else text.strip("0"))


def session_of(claim: Claim) -> Session | None:
    """The zone and the day of the session that a claim speaks of: exchanges of one zone share their days."""
    if claim.subject.id is None or claim.when is None:
        return None
    return calendars.zone(instruments.calendar_of(claim.subject.id)).key, claim.when.end
