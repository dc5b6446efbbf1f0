"""What the judge found, and the proof of it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Literal

import msgspec

from wollet.model.claim import Claim, Tier

Label = Literal["supported", "refuted", "undecided"]
Reason = Literal["no_data", "no_reference", "ambiguous", "pending", "hypothetical"]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One figure that a proof rests on.  `value` is a decimal string."""

    source: str
    series: str
    date: dt.date
    value: str
    field: str | None = None
    doubtful: str | None = None


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A measurement with all that is needed to redo it: formula over the rows, in their order.

    `formula` is an arithmetic expression of numbers that `wollet replay` evaluates in decimals.  `low`/`high` bound the
    measured value where the data give a band (an intraday moment lies in [low, high]).  `window` (count, sha256) stands
    for a window scanned by records, ranks, streaks and breadth, `rows` then holds the witnesses.
    """

    measured: Decimal | None
    unit: str
    formula: str
    rows: tuple[Row, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None
    window: tuple[int, str] | None = None
    as_of: dt.datetime | None = None
    note: str | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One way the words can be meant, computed: a fully determined claim, its tier, what was measured.

    `holds` is None where it could not be computed (`reason` says why).
    """

    claim: Claim
    tier: Tier
    evidence: Evidence | None = None
    holds: bool | None = None
    gross: bool = False
    reason: Reason | None = None
    note: str | None = None


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """supported, refuted or undecided, with the readings that led there; `decided` indexes the one that decided."""

    claim: Claim
    label: Label
    reason: Reason | None = None
    gross: bool = False
    readings: tuple[Reading, ...] = ()
    decided: int | None = None
    help: str | None = None
