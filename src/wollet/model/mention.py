"""Expressions found in a text: each with its exact place, its value and how it was derived."""

from __future__ import annotations

from typing import Literal

import msgspec

from wollet.model.quantity import Quantity
from wollet.model.time import When

NumberKind = Literal["number", "count", "money", "percent", "ordinal", "rank", "range", "duration"]
Kind = Literal[
    "number", "count", "money", "percent", "ordinal", "rank", "range", "duration",
    "date",
    "instrument", "person", "organisation", "place",
    "metric", "movement", "basis", "attribution", "certainty", "negation",
]  # fmt: skip
NUMBER_KINDS: frozenset[str] = frozenset(("number", "count", "money", "percent", "ordinal", "rank", "range", "duration"))


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """Who or what is named.  `ids` are instrument ids, likeliest first (several: the text leaves it open).

    For a person `role` and `org` say what the text says of them; `name` is the name in the reference, or as written.
    `symbol` is the short symbol of the first id ("NVDA", "005930", "SPX") or None.
    `anaphor` marks a stand-in ("the chipmaker", "동사") whose antecedent was found.
    """

    name: str
    ids: tuple[str, ...] = ()
    symbol: str | None = None
    role: str | None = None
    org: str | None = None
    anaphor: bool = False


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """A word that carries meaning: a metric, a movement, a basis, an attribution, a degree of certainty.

    `code` is the meaning: metric ("price", "market_cap", "revenue", ...), movement ("rise", "fall", "flat", "reach",
    "cross", "record", "overtake", ...), basis ("close", "open", "intraday", "high", "low", "after_hours",
    "premarket"), certainty ("asserted", "reported", "expected", "planned", "hypothetical"), attribution ("says",
    "according_to", ...).  `direction` is "up"/"down"/"flat"/None; `strength` 0 (unknown), 1 (slight) .. 3 (violent).
    """

    code: str
    direction: str | None = None
    strength: int = 0


Value = Quantity | When | Name | Word


class Mention(msgspec.Struct, frozen=True):
    """One expression: half-open code-point span, kind, value, the rule that read it and the parts it was read from."""

    start: int
    end: int
    kind: Kind
    value: Value
    rule: str
    parts: tuple[Mention, ...] = ()

    @property
    def span(self) -> tuple[int, int]:
        return (self.start, self.end)
