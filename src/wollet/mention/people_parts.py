"""What readers of people share: a person as a phrase names them, and the bodies of a text by their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from wollet.model.mention import Mention, Name


class Person(NamedTuple):
    """A person as a phrase names them: where the name stands, their role and their organisation."""

    start: int
    end: int
    name: str
    role: str | None
    org: str | None
    full: bool


class Bodies:
    """Organisations and listings of a text, asked for the one at a place."""

    def __init__(self, level: str, found: list[Mention]) -> None:
        self.level = level
        self.found = [m for m in found if m.kind in ("organisation", "instrument")]
        self.starts = [m.start for m in self.found]
        self.ends = [m.end for m in self.found]

    def ending(self, at: int) -> Mention | None:
        """The body whose name ends at a place."""
        i = bisect_left(self.ends, at)
        return self.found[i] if i < len(self.ends) and self.ends[i] == at else None

    def beginning(self, at: int, upto: int) -> Mention | None:
        """The first body that begins between two places."""
        i = bisect_left(self.starts, at)
        return self.found[i] if i < len(self.starts) and self.starts[i] <= upto else None

    def covers(self, a: int, b: int) -> bool:
        """Whether a body's name touches a stretch."""
        i = bisect_right(self.starts, b - 1) - 1
        return i >= 0 and self.found[i].end > a

    def name(self, m: Mention | None) -> str | None:
        """A body's name: an organisation's own, a listing's as the text writes it."""
        if m is None or not isinstance(m.value, Name):
            return None
        return m.value.name if m.kind == "organisation" else self.level[m.start : m.end]
