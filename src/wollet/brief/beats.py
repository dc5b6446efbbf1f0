"""Claims put together that one sentence tells: a move and the level it led to, the indices of one day, a report's figures.

Each fact is told once, in its most exact wording; the ids of the others that tell it go with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from wollet.brief import phrases as P
from wollet.claim.family import family_of
from wollet.model.claim import Claim
from wollet.model.time import Window
from wollet.model.verdict import Verdict
from wollet.reference import instruments

DIRECTED = ("up", "down")


class Told(msgspec.Struct, frozen=True):
    """A claim as the day's programme numbers it: twin id, verdict, article and the language it was told in."""

    id: str
    verdict: Verdict
    article: str
    lang: str
    also: tuple[str, ...] = ()

    @property
    def claim(self) -> Claim:
        """The statement as it was borne out: of several readings the one that decided."""
        v = self.verdict
        return v.readings[v.decided].claim if v.label == "supported" and v.decided is not None else v.claim

    @property
    def family(self) -> str:
        return family_of(self.verdict.claim).name


class Beat(msgspec.Struct, frozen=True):
    """Claims that one sentence tells together."""

    kind: str
    parts: tuple[Told, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(i for p in self.parts for i in (p.id, *p.also)))

    @property
    def subject(self) -> str | None:
        return self.parts[0].claim.subject.id or self.parts[0].claim.subject.name

    @property
    def direction(self) -> str | None:
        return self.parts[0].claim.direction if self.kind in ("close", "board", "single", "movers") else None

    @property
    def priced(self) -> bool:
        """Whether it tells how a share went on one day."""
        t = self.parts[0]
        return self.kind in ("close", "single") and t.family == "change" and is_percent(t) and plain(t) and t.claim.direction in DIRECTED


def fact(t: Told) -> tuple[object, ...]:
    """What a claim is about, whoever tells it and with however many digits."""
    c, q = t.claim, t.claim.quantity
    if t.family == "forecast":
        return (t.family, c.subject.id or c.subject.name, c.metric, c.when, (q.low if q.low is not None else q.high) if q else None)
    base = (t.family, c.subject.id or c.subject.name, c.metric, c.when, c.basis in (None, "close"), c.direction, q.unit if q else None)
    if t.family in ("change", "level", "period_return", "fundamentals", "macro", "market_cap", "rank"):
        return base
    return (*base, q.low if q else None, q.high if q else None, str(c) if q is None else None)


def distinct(told: Sequence[Told]) -> list[Told]:
    """Each fact once, in its most exact wording; the ids of the others go with it."""
    best: dict[tuple[object, ...], Told] = {}
    others: dict[tuple[object, ...], list[str]] = {}
    for t in told:
        key = fact(t)
        kept = best.get(key)
        if kept is None:
            best[key] = t
        elif exactness(t) > exactness(kept):
            others.setdefault(key, []).append(kept.id)
            best[key] = t
        else:
            others.setdefault(key, []).append(t.id)
    return [msgspec.structs.replace(t, also=tuple(others.get(key, ())[:3])) for key, t in best.items()]


def exactness(t: Told) -> tuple[int, Decimal]:
    q = t.claim.quantity
    return (0, Decimal(0)) if q is None else (int(q.hedge is None), -q.grain)


def beats(told: Sequence[Told], indices: frozenset[str]) -> list[Beat]:
    """Claims put together that one sentence tells: move and level, the indices of a day, the figures of a report."""
    left = list(told)
    out: list[Beat] = []
    levels: dict[tuple[str | None, Window | None], Told] = {
        (t.claim.subject.id, t.claim.when): t for t in left if t.family == "level" and plain(t) and t.claim.subject.id
    }
    moves = [t for t in left if t.family == "change" and is_percent(t) and plain(t) and t.claim.direction in DIRECTED]
    used: set[str] = set()
    boards: dict[tuple[object, ...], list[Told]] = {}
    for t in moves:
        if t.claim.subject.id in indices:
            calendar = instruments.calendar_of(t.claim.subject.id or "")
            boards.setdefault((t.claim.when, t.claim.direction, calendar), []).append(t)
    for group in boards.values():
        if len({t.claim.subject.id for t in group}) >= 2:
            for i in range(0, len(group), 3):
                part = group[i : i + 3]
                if len(part) >= 2:
                    reached = [level for t in part if (level := levels.get((t.claim.subject.id, t.claim.when))) is not None]
                    out.append(Beat("board", (*part, *reached) if len(reached) == len(part) else tuple(part)))
                    used |= {t.id for t in (*part, *reached)}
    marks: dict[tuple[str | None, dt.date], Told] = {}
    for t in left:
        if t.family in ("record", "streak") and t.claim.basis in (None, "close") and t.claim.when is not None and not t.claim.negated:
            marks.setdefault((t.claim.subject.id, t.claim.when.end), t)
    for t in moves:
        level = levels.get((t.claim.subject.id, t.claim.when))
        if t.id not in used and level is not None and t.claim.when is not None:
            mark = marks.get((t.claim.subject.id, t.claim.when.end))
            parts = (t, level) if mark is None or mark.claim.direction not in (None, t.claim.direction) else (t, level, mark)
            out.append(Beat("close", parts))
            used |= {x.id for x in parts}
    for t in left:
        level = levels.get((t.claim.subject.id, t.claim.when)) if t.family == "level" and t.claim.basis == "open" else None
        if level is not None and level.id not in used and level.claim.metric == "price":
            out.append(Beat("course", (level, t)))
            used |= {t.id, level.id}
    reports: dict[tuple[object, ...], list[Told]] = {}
    for t in left:
        if t.family == "fundamentals" and not growth(t) and t.claim.metric in P.METRICS and t.claim.quantity is not None:
            reports.setdefault((t.claim.subject.id or t.claim.subject.name, t.claim.when), []).append(t)
    for group in reports.values():
        if len(group) >= 2:
            out.append(Beat("metrics", tuple(group[:3])))
            used |= {t.id for t in group[:3]}
    rated = {(t.claim.subject.id, t.claim.when, t.claim.direction) for t in left if t.family == "change" and is_percent(t)}
    shown = {(p.claim.subject.id, p.claim.when, p.claim.direction) for b in out for p in b.parts if p.family == "change"}
    for t in left:
        same = (t.claim.subject.id, t.claim.when, t.claim.direction)
        if t.id not in used and not (t.family == "change" and not is_percent(t) and (same in shown or same in rated)):
            out.append(Beat("single", (t,)))
    return out


STANDING = frozenset(("policy_rate", "yield", "fx_rate", "commodity_price"))
"""What stands until it is changed: a forecast of it speaks of the next change, not of the figure that stands."""


def expected(macro: Told, forecasts: Sequence[Told]) -> Told | None:
    """What had been expected of a figure of the economy, where an article says so in one number."""
    c = macro.claim
    if c.metric in STANDING:
        return None
    for t in forecasts:
        f = t.claim
        same = f.metric == c.metric and f.when == c.when and (f.subject.id, f.subject.name) == (c.subject.id, c.subject.name)
        if t.family == "forecast" and same and f.quantity is not None and c.quantity is not None and f.quantity.unit == c.quantity.unit:
            if f.quantity.low is not None and f.quantity.low == f.quantity.high:
                return t
    return None


def gathered(ranked: Sequence[Beat], alone: int = 2, most: int = 4) -> list[Beat]:
    """Ranked beats in which the shares that went one way on one day are told together, but for the strongest."""
    kept = 0
    groups: dict[tuple[object, ...], list[Beat]] = {}
    out: list[Beat | tuple[object, ...]] = []
    for beat in ranked:
        t = beat.parts[0]
        if not beat.priced or (t.claim.subject.id or "").startswith("INDEX:") or (beat.kind == "close" and (kept < alone or len(beat.parts) > 2)):
            kept += beat.kind == "close"
            out.append(beat)
            continue
        place = (t.claim.when, t.claim.direction, instruments.calendar_of(t.claim.subject.id or "") if t.claim.subject.id else None)
        if place not in groups:
            out.append(place)
        groups.setdefault(place, []).append(beat)
    final: list[Beat] = []
    for x in out:
        if isinstance(x, Beat):
            final.append(x)
        elif len(groups[x]) == 1:
            final.append(groups[x][0])
        else:
            parts = [b.parts[0] for b in groups[x][:most]]
            final.append(Beat("movers", tuple(sorted(parts, key=size, reverse=True))))
    return final


def size(t: Told) -> Decimal:
    q = t.claim.quantity
    return Decimal(0) if q is None else (q.low if q.low is not None else q.high) or Decimal(0)


def plain(t: Told) -> bool:
    c = t.claim
    return c.basis in (None, "close") and not c.negated and c.when is not None and c.when.start == c.when.end and c.quantity is not None


def is_percent(t: Told) -> bool:
    return t.claim.quantity is not None and t.claim.quantity.unit == "percent"


def growth(t: Told) -> bool:
    """Whether a percentage tells how much a figure grew, rather than being a rate itself."""
    rate = P.METRICS.get(t.claim.metric, ("", ""))[0].endswith(("률", "율", "금리"))
    return is_percent(t) and t.claim.direction in DIRECTED and not rate
