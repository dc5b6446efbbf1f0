"""The proof redone: every formula recomputed from its rows, every verdict judged again, with nothing but the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from wollet.model.claim import Claim, Subject
from wollet.model.quantity import Interval, Quantity
from wollet.model.verdict import Evidence, Reading
from wollet.verify.formula import FormulaError, evaluate, literals
from wollet.verify.judge import decide
from wollet.verify.report import seal
from wollet.verify.tolerance import test

Json = dict[str, Any]
STRUCTURE = frozenset(Decimal(n) for n in (0, 1, 2, 3, 4, 5, 7, 12, 30, 52, 60, 252, 365, "365.25", 9, 32))
"""Numbers that a formula may hold besides its rows: counts of a calendar and powers of ten."""


def replay(report: Json) -> list[str]:
    """What does not come out again: one line a mismatch, none where the report proves itself."""
    return [
        f"{entry['article']['id']} {claim['id']} {claim['code']}: {what}"
        for entry in report.get("articles", ())
        for claim in entry.get("claims", ())
        for what in mismatches(claim)
    ]


def mismatches(claim: Json) -> Iterator[str]:
    """What does not come out again in one claim."""
    readings: list[Reading] = []
    stated = msgspec.structs.replace(NOBODY, quantity=quantity_of(claim))
    for n, r in enumerate(claim["readings"]):
        holds, gross, reason, faults = redo(claim, r)
        for fault in faults:
            yield f"reading {n}: {fault}"
        if holds is not r["holds"] or gross != r["gross"]:
            yield f"reading {n}: reported holds={r['holds']}, the rows say {holds}"
        readings.append(
            Reading(claim=stated, tier=r["tier"], evidence=proof_of(r), holds=holds, gross=gross, reason=reason)
        )
    shown = claim["evidence"]
    own = claim["readings"][claim["decided"]] if claim["decided"] is not None else None
    if own is None:
        own = next((r for r in claim["readings"] if r["evidence"] is not None), None)
    if shown != (own["evidence"] if own is not None else None):
        yield "the evidence is not that of the deciding reading"
    if shown is not None:
        yield from proof_faults(claim, shown)
    d = decide(readings, claim["certainty"])
    if (d.label, d.reason, d.gross, d.by) != (claim["verdict"], claim["reason"], claim["gross"], claim["decided"]):
        yield f"reported {claim['verdict']} ({claim['reason']}), replayed {d.label} ({d.reason})"


def proof_of(r: Json) -> Evidence | None:
    """What a reported reading measured, as far as it bears on which reading is shown."""
    e = r["evidence"]
    return None if e is None else Evidence(measured=dec(e["measured"]), unit=e["unit"], formula=e["formula"])


def redo(claim: Json, r: Json) -> tuple[bool | None, bool, Any, list[str]]:
    """One reading from its rows alone: holds, gross, reason and what is wrong with its proof."""
    e = r["evidence"]
    if e is None:
        return None, False, r["reason"], []
    faults = list(proof_faults(claim, e))
    measured = dec(e["measured"])
    if any("doubtful" in row for row in e["rows"]):
        return None, False, "no_data", faults
    holds, gross, reason = test(
        quantity_of(claim), claim["direction"], claim["negated"], e["unit"], measured, dec(e["low"]), dec(e["high"])
    )
    return holds, gross, reason, faults


def proof_faults(claim: Json, e: Json) -> Iterator[str]:
    """Why a proof does not stand: a row missing, altered or unused, or a formula that gives another value."""
    if seal(e) != e["seal"]:
        yield "the proof is not the one that was used"
    if not e["formula"]:
        if e["measured"] is not None:
            yield "a measurement without a formula"
        return
    try:
        value, numbers = evaluate(e["formula"]), Counter(literals(e["formula"]))
    except FormulaError as error:
        yield str(error)
        return
    for row in e["rows"]:
        x = abs(Decimal(row["value"]))
        if numbers[x] <= 0:
            yield f"{row['series']} {row['date']} {row['value']} is not in the formula"
        numbers[x] -= 1
    own = {abs(d) for d in (dec(claim["stated"].get(k)) for k in ("low", "high", "grain")) if d is not None}
    used = {abs(Decimal(row["value"])) for row in e["rows"]}
    for x, n in numbers.items():
        if n > 0 and x not in used and x not in own and not structural(x):
            yield f"{x} in the formula comes from no row"
    measured = dec(e["measured"])
    low, high = dec(e["low"]), dec(e["high"])
    if (
        measured is None
        and low is not None
        and high is not None
        and not (low <= value <= high or same(value, low) or same(value, high))
    ):
        yield f"{e['formula']} gives {value:.10g}, outside [{low}, {high}]"
    if measured is not None and not same(value, measured):
        yield f"{e['formula']} gives {value:.10g}, not {measured}"


def structural(x: Decimal) -> bool:
    return x in STRUCTURE or x.normalize().as_tuple().digits == (1,)


def same(a: Decimal, b: Decimal) -> bool:
    """Equal but for the digits that a printed figure drops."""
    exponent = b.as_tuple().exponent
    unit = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(0)
    return abs(a - b) <= max(unit if unit < Decimal("0.001") else Decimal(0), Decimal("1e-9") * max(Decimal(1), abs(b)))


def quantity_of(claim: Json) -> Quantity | None:
    """The stated figure of a reported claim."""
    s, i = claim["stated"], claim["interval"]
    if i is None:
        return None
    return Quantity(
        low=dec(s["low"]), high=dec(s["high"]), unit=s["unit"], hedge=s["hedge"], sign=s["sign"],
        grain=dec(s["grain"]) or Decimal(0), interval=Interval(dec(i["low"]), dec(i["high"]), i["closed"]),
    )  # fmt: skip


def dec(x: str | None) -> Decimal | None:
    return None if x is None else Decimal(x)


NOBODY = Claim(span=(0, 0), quote="", subject=Subject(kind="topic"), metric="")
