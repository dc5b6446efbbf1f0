"""Checkable statements, one subclass a family."""

from __future__ import annotations

from typing import Literal

import msgspec

from wollet.model.quantity import Quantity
from wollet.model.time import Window

Tier = Literal["stated", "default", "possible"]
Certainty = Literal["asserted", "reported", "expected", "planned", "hypothetical"]
Direction = Literal["up", "down", "flat"]
Basis = Literal["close", "open", "intraday", "high", "low", "after_hours", "premarket"]


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What a statement is about.  `kind`: instrument, organisation, person, series, event, group or topic."""

    kind: str
    id: str | None = None
    symbol: str | None = None
    name: str | None = None


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """Another way of reading one part of a claim: the instrument, window or basis that the words also allow."""

    tier: Tier
    instrument: str | None = None
    window: Window | None = None
    basis: Basis | None = None
    note: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A typed statement.  Families subclass it; `str(claim)` is canonical and `claim.parse` reads it back.

    `span`/`quote` are the number expression with its hedge words (for an event or a record, its phrase).
    `when` is on the subject's own exchange calendar.  `options` hold the further readings; the claim's own fields are
    the likeliest one, of tier `tier`.  `doubt` says what the words leave open that no option covers: such a claim can
    be borne out but not refuted.
    """

    span: tuple[int, int]
    quote: str
    subject: Subject
    metric: str
    quantity: Quantity | None = None
    direction: Direction | None = None
    when: Window | None = None
    since: str | None = None
    basis: Basis | None = None
    said_by: str | None = None
    certainty: Certainty = "asserted"
    negated: bool = False
    quoted: bool = False
    tier: Tier = "stated"
    options: tuple[Option, ...] = ()
    doubt: str | None = None
