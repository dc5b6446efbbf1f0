"""Patterns that wait for their first use are those of `re` from then on."""

from __future__ import annotations

import re

import pytest

from wollet.mention import firsts, unhurried


def test_a_pattern_is_compiled_at_its_first_use_and_matches_as_re_does(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = re.compile
    monkeypatch.setattr(firsts, "compiled", lambda source, flags=0: made.append(source) or real(source, flags))
    waiting = unhurried.compile(r"(?P<n>\d+)\s?(%|BP)", unhurried.IGNORECASE)
    assert made == [] and waiting.pattern == r"(?P<n>\d+)\s?(%|BP)"
    text = "up 3%, then 25 bp"
    plain = real(waiting.pattern, re.IGNORECASE)
    assert [m.span() for m in waiting.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert waiting.search(text, 5)["n"] == "25" and waiting.fullmatch(text) is None and waiting.groupindex == plain.groupindex
    assert waiting.sub("x", text) == plain.sub("x", text) and len(made) == 1


def test_what_no_pattern_has_is_an_error() -> None:
    with pytest.raises(AttributeError):
        _ = unhurried.compile("a").nothing  # type: ignore[attr-defined]
