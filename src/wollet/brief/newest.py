"""Whom a story is about, and how its shares went in the newest session that any article of the day tells."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from wollet.brief.beats import Told, plain
from wollet.story.names import is_company

OLD, OLD_MOVE = dt.timedelta(days=21), dt.timedelta(days=4)
"""A session so far back is no news of its price; of how far it went in a day, so far before the first article told."""
SHARE = 0.5
"""Of the statements on the most named company: who has fewer is no second hero."""


def heroes(mine: Sequence[Told], titled: Collection[str]) -> frozenset[str]:
    """Of the companies that a trend's titles name those that most of its statements are of."""
    count = Counter(i for t in mine if (i := t.claim.subject.id) is not None and i in titled and is_company(i))
    most = max(count.values(), default=0)
    return frozenset(i for i, n in count.items() if n >= SHARE * most)


def by_subject(told: Sequence[Told]) -> dict[str, list[Told]]:
    """The proved closes of all articles by whose they are."""
    out: dict[str, list[Told]] = {}
    for t in told:
        if t.verdict.label == "supported" and t.family in ("change", "level") and t.claim.subject.id is not None and plain(t):
            out.setdefault(t.claim.subject.id, []).append(t)
    return out


def ends(told: Iterable[Told]) -> dt.date | None:
    """The newest session whose move is told."""
    return max((t.claim.when.end for t in told if t.family == "change" and t.claim.when is not None), default=None)


def sessions_since(mine: Sequence[Told], closes: Mapping[str, Sequence[Told]], who: Collection[str]) -> list[Told]:
    """Proved closes of a story's heroes that only other articles tell, of sessions newer than its own."""
    out = []
    for i in sorted(who):
        before = ends(t for t in mine if t.claim.subject.id == i and t.verdict.label == "supported")
        out += [t for t in closes.get(i, ()) if t.claim.when is not None and (before is None or t.claim.when.end > before)]
    return out


def latest_periods(told: Sequence[Told]) -> list[Told]:
    """Figures of a company without those of a quarter or a year that one of the same length and metric is newer than."""
    def key(t: Told) -> tuple[object, ...] | None:
        c, w = t.claim, t.claim.when
        return (c.subject.id or c.subject.name, c.metric, round((w.end - w.start).days / 30)) if t.family == "fundamentals" and w is not None else None

    last: dict[tuple[object, ...], dt.date] = {}
    for t in told:
        if (k := key(t)) is not None and t.claim.when is not None:
            last[k] = max(last.get(k, t.claim.when.end), t.claim.when.end)
    return [t for t in told if (k := key(t)) is None or t.claim.when is None or t.claim.when.end == last[k]]


def past(held: Sequence[Told], closes: Mapping[str, Sequence[Told]], who: Collection[str], today: dt.date, first: dt.date) -> list[Told]:
    """A story's proved statements without sessions that are weeks old, and those of companies beside its heroes that
    another article's are past."""
    out = []
    for t in held:
        i, w = t.claim.subject.id, t.claim.when
        if t.family in ("change", "level") and w is not None:
            newest = None if i is None or i in who else ends(closes.get(i, ()))
            if w.end <= today - OLD or (t.family == "change" and w.end < first - OLD_MOVE) or (newest is not None and w.end < newest):
                continue
        out.append(t)
    return out
