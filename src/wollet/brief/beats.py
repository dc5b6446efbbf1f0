"""Claims put together that one sentence tells: a move and the level it led to, the indices of one day, a report's figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec

from wollet.brief import phrases as P
from wollet.claim.family import family_of
from wollet.model.claim import Claim
from wollet.model.time import Window
from wollet.model.verdict import Verdict
from wollet.reference import instruments

DIRECTED = ("up", "down")
GAUGES = frozenset(("INDEX:VIX", "INDEX:VKOSPI"))
"""Indices of nerves rather than of prices: told beside the market, never at its head."""


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
        group.sort(key=lambda t: t.claim.subject.id not in P.MAIN.values())
        if len({t.claim.subject.id for t in group}) >= 2:
            for i in range(0, len(group), 3):
                part = group[i : i + 3]
                if len(part) >= 2:
                    reached = [level for t in part if (level := levels.get((t.claim.subject.id, t.claim.when))) is not None]
                    out.append(Beat("board", (*part, *reached) if len(reached) == len(part) else tuple(part)))
                    used |= {t.id for t in (*part, *reached)}
    for pair in apart(boards, levels):
        out.append(Beat("mixed", pair))
        used |= {t.id for t in pair}
    marks: dict[tuple[str | None, dt.date], Told] = {}
    runs: dict[tuple[str | None, dt.date], Told] = {}
    for t in left:
        if t.family in ("record", "streak") and t.claim.basis in (None, "close") and t.claim.when is not None and not t.claim.negated:
            (runs if t.family == "streak" else marks).setdefault((t.claim.subject.id, t.claim.when.end), t)
    for at, run in runs.items():
        mark = marks.get(at)
        if at[0] in indices and mark is not None and mark.claim.direction == run.claim.direction and run.claim.direction in DIRECTED:
            out.append(Beat("run", (run, mark)))
            used |= {run.id, mark.id}
    marks = runs | marks
    for t in moves:
        level = levels.get((t.claim.subject.id, t.claim.when))
        if t.id not in used and level is not None and t.claim.when is not None:
            mark = marks.get((t.claim.subject.id, t.claim.when.end))
            mark = None if mark is not None and mark.id in used else mark
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
    for group in alongside(left, indices):
        out.append(Beat("stretches", tuple(group[:4])))
        used |= {t.id for t in group}
    rated = {(t.claim.subject.id, t.claim.when, t.claim.direction) for t in left if t.family == "change" and is_percent(t)}
    shown = {(p.claim.subject.id, p.claim.when, p.claim.direction) for b in out for p in b.parts if p.family == "change"}
    for t in left:
        same = (t.claim.subject.id, t.claim.when, t.claim.direction)
        if t.id not in used and not (t.family == "change" and not is_percent(t) and (same in shown or same in rated)):
            out.append(Beat("single", (t,)))
    return out


def apart(boards: Mapping[tuple[object, ...], Sequence[Told]], levels: Mapping[tuple[str | None, Window | None], Told]) -> list[tuple[Told, ...]]:
    """Two indices of one market that went opposite ways on one day, with the levels they led to; the main one first."""
    out = []
    for (when, direction, calendar), (first, *more) in boards.items():
        other = boards.get((when, "down", calendar), ())
        if direction != "up" or more or len(other) != 1:
            continue
        pair = sorted((first, other[0]), key=lambda t: t.claim.subject.id not in P.MAIN.values())
        found = [level for t in pair if (level := levels.get((t.claim.subject.id, t.claim.when))) is not None]
        if len(found) == len(pair) and not GAUGES & {t.claim.subject.id for t in pair}:
            out.append((*pair, *found))
    return out


def alongside(told: Sequence[Told], indices: frozenset[str]) -> list[list[Told]]:
    """Moves of several indices over one stretch, which one sentence tells."""
    groups: dict[tuple[object, ...], list[Told]] = {}
    for t in told:
        c = t.claim
        plainly = c.subject.id in indices and is_percent(t) and c.direction in DIRECTED and not c.negated and not getattr(c, "sessions", None)
        if t.family == "period_return" and plainly and c.when is not None and c.subject.id not in GAUGES:
            groups.setdefault((c.when.start, c.direction), []).append(t)
    return [g for g in groups.values() if len({t.claim.subject.id for t in g}) == len(g) > 1]


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
    """How large the figure of a statement is, in its own unit; its lower end where it is a range."""
    q = t.claim.quantity
    return Decimal(0) if q is None else (q.low if q.low is not None else q.high) or Decimal(0)


def plain(t: Told) -> bool:
    """Whether a statement is of one session's close, as things were and not as they were not."""
    c = t.claim
    return c.basis in (None, "close") and not c.negated and c.when is not None and c.when.start == c.when.end and c.quantity is not None


def is_percent(t: Told) -> bool:
    """Whether a statement's figure is a percentage."""
    return t.claim.quantity is not None and t.claim.quantity.unit == "percent"


def growth(t: Told) -> bool:
    """Whether a percentage tells how much a figure grew, rather than being a rate itself."""
    rate = t.claim.metric in P.RATES or P.METRICS.get(t.claim.metric, ("", ""))[0].endswith(("률", "율", "금리"))
    return is_percent(t) and t.claim.direction in DIRECTED and not rate
