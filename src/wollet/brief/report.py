"""The figures of one report told in one sentence while nothing settles them: revenue, its growth, profit, a dividend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wollet.brief import phrases as P
from wollet.brief.beats import DIRECTED, Told, growth
from wollet.brief.figures import figure, in_a_row
from wollet.brief.korean import josa
from wollet.model.briefing import Sentence

if TYPE_CHECKING:
    from wollet.brief.compose import Composer

MOST = 3
KO_TURN = {"up": ("늘고", "늘어난"), "down": ("줄고", "줄어든")}
EN_TURN = {"up": "up", "down": "down"}


def reports(found: Sequence[Told]) -> list[list[Told]]:
    """Open statements in their order, those on one company's figures of one stretch and one source put together."""
    out: list[list[Told]] = []
    places: dict[tuple[object, ...], list[Told]] = {}
    for t in found:
        c = t.claim
        if t.family != "fundamentals" or c.certainty != "asserted" or c.quantity is None or c.metric not in P.METRICS or c.negated or c.quantity.unit in ("", "count"):
            out.append([t])
            continue
        key = (c.subject.id or c.subject.name, c.when, c.said_by)
        if key in places:
            places[key].append(t)
        else:
            places[key] = [t]
            out.append(places[key])
    return out


def by_metric(group: Sequence[Told]) -> list[tuple[str, Told | None, Told | None]]:
    """(metric, its amount, its growth) of a report, in their order; at most three metrics."""
    rows: dict[str, list[Told | None]] = {}
    for t in group:
        row = rows.setdefault(t.claim.metric, [None, None])
        side = int(growth(t))
        if row[side] is None:
            row[side] = t
    return [(metric, row[0], row[1]) for metric, row in rows.items()][:MOST]


def told_report(group: Sequence[Told], composer: Composer, who: str | None, name: str) -> Sentence | None:
    """One sentence on a report of at least two figures; nothing where this language lacks words for one of them."""
    t = composer.t
    rows = by_metric(group)
    used = [x for _, a, b in rows for x in (a, b) if x is not None]
    if len(used) < 2:
        return None
    moves = any(b is not None for _, _, b in rows)
    items = [item_ko(composer, a, b, last=n == len(rows) - 1, pair="이가" if who and moves else "을를" if who else "은는") if t.ko else item_en(composer, a, b) for n, (_, a, b) in enumerate(rows)]
    if any(x is None for x in items):
        return None
    said = [x for x in items if x is not None]
    c = used[0].claim
    moving = t.ko and moves
    key = f"{'said' if who else 'open'}_report{'' if moving or not t.ko else '_plain'}"
    listed = ", ".join(said) if t.ko else in_a_row(said)
    if moving and rows[-1][2] is None:
        listed = f"{listed}인"
    parts = {"S": name, "list": listed, "span": t.stretch(c) if c.when is not None and c.when.start != c.when.end else "", "who": who or ""}
    text = t.say(key, str(c), parts)
    return Sentence(text=text, lang=t.lang, role="open", claims=tuple(dict.fromkeys(i for x in used for i in (x.id, *x.also))))


def item_ko(composer: Composer, amount: Told | None, grown: Told | None, *, last: bool, pair: str) -> str | None:
    """"매출은 221억 달러로 한 해 전보다 265% 늘고"; the last one before 것으로."""
    head = amount or grown
    assert head is not None
    metric = josa(composer.metric(head.claim.metric), pair)
    said = figure(amount.claim.quantity, "ko", bare=True) if amount is not None and amount.claim.quantity is not None else None
    if amount is not None and said is None:
        return None
    if grown is None:
        return f"{metric} {said}"
    far = figure(grown.claim.quantity, "ko") if grown.claim.quantity is not None else None
    if far is None or grown.claim.direction not in DIRECTED:
        return None
    turn = KO_TURN[grown.claim.direction or "up"][last]
    base = composer.parts(grown, "")["base"]
    return f"{metric} {josa(said, '으로로') + ' ' if said else ''}{base}{far} {turn}"


def an(metric: str) -> str:
    """A margin, a loss, a dividend: "a margin of 11.9%", but "revenue of $1.1 billion"."""
    return ("an " if metric[0] in "aeiou" else "a ") if metric.endswith(("margin", "loss", "dividend", "dividend per share")) else ""


def item_en(composer: Composer, amount: Told | None, grown: Told | None) -> str | None:
    """"revenue of $22.1 billion, up 265% from a year earlier,"."""
    head = amount or grown
    assert head is not None
    metric = composer.metric(head.claim.metric)
    said = figure(amount.claim.quantity, "en", bare=True) if amount is not None and amount.claim.quantity is not None else None
    if amount is not None and said is None:
        return None
    if grown is None:
        return f"{an(metric)}{metric} of {said}"
    far = figure(grown.claim.quantity, "en") if grown.claim.quantity is not None else None
    if far is None or grown.claim.direction not in DIRECTED:
        return None
    base = composer.parts(grown, "")["base"]
    turn = EN_TURN[grown.claim.direction or "up"]
    return f"{metric} of {said} ({turn} {far}{base})" if said else f"{metric} {turn} {far}{base}"
