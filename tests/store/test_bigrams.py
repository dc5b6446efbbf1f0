"""Words of the index: Korean by pairs of syllables, figures whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wollet.store.bigrams import indexed, query, tokens


@pytest.mark.parametrize(
    "text, want",
    [
        ("급락", ["급락", "락"]),
        ("반도체주가", ["반도", "도체", "체주", "주가", "가"]),
        ("15,942.55에", ["15942p55", "에"]),
        ("S&P 500 Index", ["s", "p", "500", "index"]),
        ("", []),
        (" ·…— ", []),
    ],
)
def test_tokens(text: str, want: list[str]) -> None:
    assert tokens(text) == want


@pytest.mark.parametrize(
    "asked, want",
    [
        ("시총", '"시총"'),
        ("금", '"금"*'),
        ("반도체 Nvidia", '"반도 도체" AND "nvidia"'),
        ('"; DROP', '"drop"'),
        ("!!", ""),
    ],
)
def test_query(asked: str, want: str) -> None:
    assert query(asked) == want


@given(st.text(max_size=60))
def test_index_words_hold_no_query_signs(text: str) -> None:
    assert not set(indexed(text)) & set('"*()-:^.')
    assert query(text).count('"') % 2 == 0
