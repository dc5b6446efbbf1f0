"""What an article says against itself: figures of one sentence that cannot all be true, with no market data at all."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext

import msgspec

from wollet.claim.family import family_of
from wollet.model.article import Article
from wollet.model.claim import Claim
from wollet.model.quantity import Interval
from wollet.model.verdict import Evidence, Reading, Row, Verdict
from wollet.verify.judge import weigh
from wollet.verify.report import number
from wollet.verify.tolerance import holds, magnitudes

NEAR = 60
"""Code points between figures that belong to one statement."""
BREAK = re.compile(r"[.!?]\s|다\.|\n|;")
SOURCE = "article"
MONEY = re.compile(r"[A-Z]{3}(?:/\w+)?$")


def within(verdicts: Sequence[Verdict], article: Article) -> list[Verdict]:
    """The verdicts after the article's own arithmetic.

    Meaning: a percentage that no rounding of the points and the level beside it allows, or of the two amounts that it
    is said to lie between, is refuted where market data left it open.  What the data bore out is never touched, and
    consistency alone proves nothing.
    """
    out = list(verdicts)
    order = sorted(range(len(out)), key=lambda i: out[i].claim.span)
    for n, i in enumerate(order):
        v = out[i]
        if v.label != "undecided" or v.reason not in ("no_data", "no_reference") or not exact(v.claim, "percent"):
            continue
        beside = [out[j] for j in order[max(0, n - 5) : n + 6] if j != i]
        for found in (*triples(v, beside, article), *spans(v, beside, article)):
            out[i] = charged(v, found)
            break
    return out


def exact(claim: Claim, unit: str | None = None) -> bool:
    """Whether a claim states one plain figure, as a fact."""
    q = claim.quantity
    return (
        q is not None and q.hedge is None and q.low is not None and q.low == q.high and bool(q.grain)
        and not claim.negated and claim.certainty in ("asserted", "reported") and (unit is None or q.unit == unit)
    )  # fmt: skip


def charged(v: Verdict, evidence: Evidence) -> Verdict:
    """The verdict where the article contradicts itself: its own figures are the reading that was computed."""
    _, gross, _ = holds(v.claim, evidence)
    return weigh(
        msgspec.structs.replace(v.claim, doubt=None),
        [
            Reading(
                claim=v.claim,
                tier="stated",
                evidence=evidence,
                holds=False,
                gross=gross,
                note="the article's own figures",
            )
        ],
    )


def triples(v: Verdict, beside: Sequence[Verdict], article: Article) -> Iterator[Evidence]:
    """Points, percent and level of one subject that cannot all be true."""
    c = v.claim
    if family_of(c).name != "change":
        return
    points = [
        p.claim
        for p in beside
        if family_of(p.claim).name == "change" and moves(p.claim) and paired(c, p.claim, article)
    ]
    levels = [
        p.claim for p in beside if family_of(p.claim).name == "level" and exact(p.claim) and paired(c, p.claim, article)
    ]
    if len(points) != 1 or len(levels) != 1 or unit_of(points[0]) not in ("points", unit_of(levels[0])):
        return
    move, level = points[0], levels[0]
    allowed = [e for direction in directions(move, c) for e in ratios(move, level, direction)]
    if any(holds(c, e)[0] is not False for e in allowed):
        return
    yield allowed[0]


def moves(c: Claim) -> bool:
    return exact(c) and unit_of(c) != "percent" and (unit_of(c) == "points" or MONEY.match(unit_of(c)) is not None)


def unit_of(c: Claim) -> str:
    return c.quantity.unit if c.quantity is not None else ""


def paired(a: Claim, b: Claim, article: Article) -> bool:
    """Whether two figures stand in one clause and speak of one subject on one day."""
    if a.subject.id is None or a.subject.id != b.subject.id or a.when != b.when:
        return False
    first, second = sorted((a.span, b.span))
    gap = article.text[first[1] : second[0]]
    return len(gap) <= NEAR and BREAK.search(gap) is None


def directions(*claims: Claim) -> tuple[int, ...]:
    said = {c.direction for c in claims if c.direction in ("up", "down")}
    return (1,) if said == {"up"} else (-1,) if said == {"down"} else (1, -1)


def ratios(move: Claim, level: Claim, sign: int) -> Iterator[Evidence]:
    """The move in percent that points and level imply: the level being the new one, or the one before."""
    a, b = range_of(move), range_of(level)
    if a is None or b is None or move.quantity is None or level.quantity is None:
        return
    x, y = move.quantity.low, level.quantity.low
    assert x is not None and y is not None
    rows = (row(move, x), row(level, y))
    with localcontext() as ctx:
        ctx.prec = 28
        for before in (False, True):
            if y - sign * x <= 0 or b[0] - a[1] <= 0:
                continue
            corners = [100 * sign * p / (lv if before else lv - sign * p) for p in a for lv in b]
            op = "-" if sign > 0 else "+"
            base = number(y) if before else f"({number(y)} {op} {number(x)})"
            formula = f"{'-' if sign < 0 else ''}100 * {number(x)} / {base}"
            shown = rows if before else (*rows, rows[0])
            yield Evidence(measured=None, unit="percent", formula=formula, rows=shown, low=min(corners), high=max(corners),
                           note="points and level of the same sentence")  # fmt: skip


def range_of(c: Claim) -> tuple[Decimal, Decimal] | None:
    """The bounds of the magnitudes that a figure commits to."""
    i: Interval = magnitudes(c.quantity) if c.quantity is not None else Interval(None, None)
    return None if i.low is None or i.high is None else (i.low, i.high)


def row(c: Claim, value: Decimal) -> Row:
    day = c.when.end if c.when is not None else dt.date.min
    return Row(
        source=SOURCE,
        series=f"{c.subject.symbol or c.subject.name or c.metric} {c.metric}",
        date=day,
        value=number(value) or "",
        field=c.quote,
    )


KO_FROM_TO = re.compile(r"\s?에서\s?")
KO_TO = re.compile(r"\s?(?:으로|로)\s?(?:무려|약|전년\s?(?:동기\s?)?(?:대비|보다)|각각)?\s?$")


def spans(v: Verdict, beside: Sequence[Verdict], article: Article) -> Iterator[Evidence]:
    """A percentage said of the way from one amount to another that does not lead there."""
    c, text = v.claim, article.text
    amounts = [
        p.claim
        for p in beside
        if exact(p.claim) and unit_of(p.claim) not in ("percent", "date", "rank", "percentage_point")
    ]
    for a in amounts:
        for b in amounts:
            if a is b or unit_of(a) != unit_of(b) or a.span == b.span:
                continue
            if article.lang == "ko":
                ok = (
                    a.span < b.span < c.span
                    and KO_FROM_TO.fullmatch(text[a.span[1] : b.span[0]]) is not None
                    and KO_TO.fullmatch(text[b.span[1] : c.span[0]]) is not None
                )
            else:
                ok = (
                    c.span < b.span < a.span
                    and re.fullmatch(r"\sto\s(?:just\s|only\s)?", text[c.span[1] : b.span[0]]) is not None
                    and re.fullmatch(r",?\sfrom\s(?:just\s|only\s)?", text[b.span[1] : a.span[0]]) is not None
                )
            evidence = way(a, b) if ok else None
            if evidence is not None and holds(c, evidence)[0] is False:
                yield evidence


def way(a: Claim, b: Claim) -> Evidence | None:
    """The change in percent from one amount to the other."""
    low, high = range_of(a), range_of(b)
    qa, qb = a.quantity, b.quantity
    if low is None or high is None or low[0] <= 0 or qa is None or qb is None or qa.low is None or qb.low is None:
        return None
    corners = [100 * (y / x - 1) for x in low for y in high]
    return Evidence(
        measured=None, unit="percent", formula=f"100 * ({number(qb.low)} / {number(qa.low)} - 1)",
        rows=(row(a, qa.low), row(b, qb.low)), low=min(corners), high=max(corners),
        note="the two amounts of the same sentence",
    )  # fmt: skip


def twice(verdicts: Sequence[Verdict]) -> list[tuple[int, int]]:
    """Pairs of claims that tell one figure in two ways which cannot both be meant."""
    out: list[tuple[int, int]] = []
    seen: dict[tuple[object, ...], int] = {}
    for n, v in enumerate(verdicts):
        c = v.claim
        if not exact(c) or c.subject.id is None or c.when is None or c.basis not in (None, "close"):
            continue
        key = (family_of(c).name, c.subject.id, c.metric, unit_of(c), c.when, c.basis)
        first = seen.setdefault(key, n)
        if first != n and disjoint(verdicts[first].claim, c):
            out.append((first, n))
    return out


def disjoint(a: Claim, b: Claim) -> bool:
    x, y = range_of(a), range_of(b)
    if x is None or y is None:
        return False
    turned = {a.direction, b.direction} == {"up", "down"}
    return turned or x[1] < y[0] or y[1] < x[0]


def crossed(verdicts: Sequence[Verdict], article: Article) -> list[Verdict]:
    """Open verdicts with a hint where the article gives the same figure in another way elsewhere."""
    out = list(verdicts)
    for i, j in twice(verdicts):
        for one, other in ((i, j), (j, i)):
            if out[one].label == "undecided" and out[one].help is None:
                quote = verdicts[other].claim.quote
                told = (
                    f"이 글의 다른 곳에는 {quote}라고 적혀 있습니다"
                    if article.lang == "ko"
                    else f"elsewhere this text says {quote}"
                )
                out[one] = msgspec.structs.replace(out[one], help=told)
    return out
