"""Which session an article speaks of, as its own figures bear it out.

Where other figures of an article hold to the last digit on one session, that session is the one meant: readings of the
sessions beside it that no data settles then stand in the way of nothing.  Where only the day
of publication is known (it may be the archive's, a day early or late) and no figure bears the session out, a figure that
fails stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from wollet.claim.doubts import BEFORE_IT, STRETCHED
from wollet.claim.families.change import Change
from wollet.claim.families.period_return import PeriodReturn
from wollet.claim.family import family_of
from wollet.claim.moves import BEYOND, TIMES
from wollet.model.article import Article, day_only
from wollet.model.claim import Claim
from wollet.model.verdict import Reading, Verdict
from wollet.verify.judge import left_open, misplaced, weigh
from wollet.verify.witnesses import ENOUGH, Witnesses, session_of, witness

OF_SESSIONS = frozenset(("change", "level", "record", "streak", "breadth", "period_return", "rank", "market_cap"))
FEW = 2
"""Fine figures that show a text to be of the days that it is dated by."""
FEW_BESIDE = 4
FEW_FINE = 3
"""Moves of shares that hold on the official close, to each that lies right beside it, of an article that quotes closes:
fewer where each holds to the last of three digits."""
NOTE = "only the day of publication is known, and no other figure of the article bears this session out"
NONE_HOLDS = "no figure of the article fits the day that it is dated"
MANY = 2
"""Figures of one article that fail, with none that holds, before its date is doubted."""
SOME = 2
THRICE = 3
"""Weight of figures that hold, where one fails and to each that fails of more, of an article that is dated rightly."""
SOME_DIGITS = 2
"""Digits that no price of a moment within the session would share with its close, turned or ten times as large."""
FAR_OFF = 4
"""Percent by which a price is not both up and down in one session."""
APART = Decimal("1.5")
"""Times that a price of a few days more or less does not lie apart."""
FEW_DAYS = 5
"""By so much the day of publication that an archive gives may be off."""
MONTHS = 60
TWOFOLD = Decimal(2)
"""Days of a long stretch, and times that a few days more or less do not make of a price."""


def settled(verdicts: Sequence[Verdict], article: Article) -> list[Verdict]:
    """The verdicts in the light of the sessions that the article's own figures bear out."""
    found = Witnesses(verdicts, article)
    official = closes(verdicts)
    assumed = day_only(article)
    out = [closed(v, found, official, assumed) for v in verdicts]
    borne = sum(v.label == "supported" and family_of(v.claim).name in OF_SESSIONS for v in out)
    against = sum(v.label == "refuted" and family_of(v.claim).name in OF_SESSIONS for v in out)
    if assumed:
        kept = found.fine >= max(FEW, against) or found.weight() >= (SOME if against < MANY else THRICE * against)
    else:
        kept = borne > 0 or against < MANY
    note = NOTE if assumed else NONE_HOLDS
    if kept:
        return out
    return [opened(v, note) if v.label == "refuted" and family_of(v.claim).name in OF_SESSIONS and not any_day(v, article) and not (assumed and far_off(v)) else v for v in out]


def any_day(v: Verdict, article: Article) -> bool:
    """Whether a figure fails on whatever day near the one taken: it is dated long before the article, or is far off."""
    when = v.claim.when
    return of_months(v) or (when is not None and (article.published.date() - when.end).days > FEW_DAYS)


def far_off(v: Verdict) -> bool:
    """Whether a figure lies so far from all that its readings measured, of the sessions near and the stretches beside, that no
    day near bears it out."""
    q, family = v.claim.quantity, family_of(v.claim).name
    said = None if q is None else q.low if q.low is not None else q.high
    found = [abs(x) for r in v.readings if r.evidence is not None for x in (r.evidence.measured, r.evidence.low, r.evidence.high) if x is not None]
    if q is None or said is None or not found:
        return False
    if family in ("change", "period_return") and q.unit == "percent":
        return said > TIMES * max(found) + BEYOND
    return family in ("level", "market_cap") and (said > APART * max(found) or said * APART < min(found))


def of_months(v: Verdict) -> bool:
    """Whether a figure of months fails by so much, or so clearly the other way, that no day near the one taken bears it out."""
    r = v.readings[v.decided] if v.decided is not None else None
    q = v.claim.quantity
    said = None if q is None else q.low if q.low is not None else q.high
    if r is None or r.evidence is None or r.evidence.measured is None or said is None or v.claim.when is None:
        return False
    if family_of(v.claim).name != "period_return" or q is None or q.unit != "percent" or (v.claim.when.end - v.claim.when.start).days < MONTHS:
        return False
    if r.gross and min(abs(r.evidence.measured), said) >= FAR_OFF:
        return True
    told, real = (1 + x / 100 for x in (-said if v.claim.direction == "down" else said, r.evidence.measured))
    return real > 0 and (told > TWOFOLD * real or told * TWOFOLD < real)


def closed(v: Verdict, found: Witnesses, official: bool, assumed: bool) -> Verdict:
    """An open verdict, without the readings that the article's own figures rule out; `assumed` where the day alone of
    publication is known, so that sessions before the one told of are readings too."""
    if v.label != "undecided" or family_of(v.claim).name not in OF_SESSIONS:
        return v
    sure = [r for r in v.readings if r.tier != "possible"]
    if not sure or any(r.holds is not False for r in sure):
        return v
    main, claim = sure[0].claim, v.claim
    kept = list(v.readings)
    if claim.doubt in STRETCHED and (found.listed(main) or (claim.doubt == BEFORE_IT and found.told_of(main))):
        kept = [r for r in kept if r.note != claim.doubt and not swept(r)]
        claim = msgspec.structs.replace(claim, doubt=None)
    if left_open(claim):
        return v
    if any((s := session_of(r.claim)) is not None and found.weight(s) >= ENOUGH for r in sure):
        kept = [r for r in kept if not beside(r, sure[0], assumed)]
    if official or found.quoted(main):
        kept = [r for r in kept if not snapshot(r)]
    if main.basis in (None, "close") and (found.closing(main) or misplaced(claim, sure, SOME_DIGITS) or opposed(claim, sure)):
        kept = [r for r in kept if not of_a_moment(r, sure[0])]
    if misplaced(claim, sure):
        kept = [r for r in kept if r.tier != "possible" or r.holds is not None]
    if isinstance(main, PeriodReturn) and not rounded_up(claim, sure) and (found.spanned(main) or (misplaced(claim, sure, SOME_DIGITS) and all(r.gross for r in sure))):
        kept = [r for r in kept if not (isinstance(r.claim, PeriodReturn) and r.claim.base == "near" and r.holds is None)]
    return weigh(claim, kept) if len(kept) < len(v.readings) else v


def rounded_up(claim: Claim, sure: Sequence[Reading]) -> bool:
    """Whether a band ("12%대") begins where what was measured is rounded to: headlines tell 11.5% so."""
    q = claim.quantity
    if q is None or q.low is None or q.hedge != "range" or not q.grain:
        return False
    measured = (abs(r.evidence.measured) for r in sure if r.evidence is not None and r.evidence.measured is not None)
    return any(q.low - q.grain / 2 <= x < q.low for x in measured)


def closes(verdicts: Sequence[Verdict]) -> bool:
    """Whether an article quotes official closes: its shares' moves hold on them, but for few that lie right beside."""
    moves = [v for v in verdicts if isinstance(v.claim, Change) and any(isinstance(r.claim, Change) and r.claim.beside for r in v.readings)]
    near = sum(v.label == "undecided" and any(snapshot(r) for r in v.readings) for v in moves)
    held = [
        v for v in verdicts
        if v.label == "supported" and isinstance(v.claim, Change) and v.claim.quantity is not None and v.claim.quantity.unit == "percent"
        and v.claim.subject.id is not None and v.claim.subject.id.startswith("X")
    ]  # fmt: skip
    return near > 0 and (len(held) >= FEW_BESIDE * near or sum(w.weight > 1 for v in held if (w := witness(v)) is not None) >= FEW_FINE * near)


def swept(r: Reading) -> bool:
    """Whether a reading is of any stretch of time in reach of the words."""
    return isinstance(r.claim, Change) and r.claim.swept


def snapshot(r: Reading) -> bool:
    """Whether a reading is of a price right beside the close that the bars leave open."""
    return r.holds is None and isinstance(r.claim, Change) and r.claim.beside


def beside(r: Reading, main: Reading, assumed: bool) -> bool:
    """Whether a reading is of a neighbouring session that no data settles, or of one before it that only an assumed date
    brings in."""
    if r.tier != "possible" or r.claim.subject != main.claim.subject or r.claim.when == main.claim.when or swept(r):
        return False
    before = r.claim.when is not None and main.claim.when is not None and r.claim.when.end < main.claim.when.end
    return r.holds is None or (assumed and before)


def opposed(claim: Claim, sure: Sequence[Reading]) -> bool:
    """Whether a share that closed far up is said to have been far down, or the reverse: no moment of one session is both."""
    q = claim.quantity
    size = None if q is None else q.low if q.low is not None else q.high
    if not isinstance(claim, Change) or q is None or size is None or q.unit != "percent" or size < FAR_OFF:
        return False
    return all(r.gross and r.evidence is not None and r.evidence.measured is not None and abs(r.evidence.measured) >= FAR_OFF for r in sure)


def of_a_moment(r: Reading, main: Reading) -> bool:
    """Whether an uncomputed reading is of a moment within the session whose close is told."""
    if r.holds is not None or r.tier != "possible":
        return False
    return r.claim.basis == "intraday" and r.claim.when == main.claim.when and r.claim.subject == main.claim.subject


def opened(v: Verdict, note: str) -> Verdict:
    """A verdict with the session that might be meant besides, which no data settles."""
    return weigh(msgspec.structs.replace(v.claim, doubt=note), v.readings)
