"""A possible subject of a number."""

from __future__ import annotations

import msgspec

from wollet.model.mention import Mention, Name


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A possible subject: who, where it stands and how it was found.

    `how`: "bracket" (A(1.2%)), "clause", "behind" (a 3% gain in A), "sentence", "heading", "carried", "title".
    """

    name: Name
    kind: str
    start: int
    end: int
    how: str


def candidate(m: Mention, how: str = "clause") -> Candidate:
    """A name as a subject, with how it was found."""
    assert isinstance(m.value, Name)
    return Candidate(name=m.value, kind=m.kind, start=m.start, end=m.end, how=how)
