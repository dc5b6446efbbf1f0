"""Markdown drafts: words without markup, places with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wollet.read.markdown import article, stripped
from wollet.read.places import place

DRAFT = """\
---
title: "Chips lead"
date: 2024-02-13 16:30
author: Jane Doe
section: Markets
lang: en
---

# Chips lead

Nvidia **rose 0.16%** to [$722.48](https://example.com/nvda), see ![chart](a.png)the tape.

- Arm: `+29%`
- AMD: *-0.3%* <!-- wollet: ignore CHG -->
<!-- the desk: check this -->

| name | close |
|------|------:|
| S&P 500 | 5,021.84 |

> It was \\$1 a share, 2 * 3 = 6.
"""


def test_words_without_markup() -> None:
    a = article(DRAFT, "draft.md")
    assert a.text == (
        "Chips lead\n\nNvidia rose 0.16% to $722.48, see the tape.\n\nArm: +29%\nAMD: -0.3% <!-- wollet: ignore CHG -->\n\n\n"
        "| name | close |\n| S&P 500 | 5,021.84 |\n\nIt was $1 a share, 2 * 3 = 6.\n"
    )
    assert (a.title, a.byline, a.section, a.lang) == ("Chips lead", "Jane Doe", "Markets", "en")
    assert a.published.isoformat() == "2024-02-13T16:30:00-05:00" and a.published_assumed


@pytest.mark.parametrize(("words", "line", "column"), [("0.16%", 11, 15), ("$722.48", 11, 27), ("+29%", 13, 9), ("-0.3%", 14, 9), ("5,021.84", 19, 13)])
def test_each_word_is_found_in_the_draft(words: str, line: int, column: int) -> None:
    a = article(DRAFT, "draft.md")
    assert place(a, a.text.index(words)) == (line, column)
    assert DRAFT.splitlines()[line - 1][column - 1 :].startswith(words)


def test_without_front_matter_a_dateline_of_its_own_counts() -> None:
    a = article("# 반도체 강세\n\n2024-02-13 07:10\n\n엔비디아가 올랐다.\n", "a.md")
    assert a.published.isoformat() == "2024-02-13T07:10:00+09:00" and a.title == "반도체 강세"


@pytest.mark.parametrize("text", ["---\ndate: soon\n---\nNvidia rose.", "---\ntitle: x\n---\n", "<!-- nothing -->"])
def test_bad_drafts_are_refused_in_one_line(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        article(text, "a.md")
    assert "\n" not in str(refused.value)


@given(st.text(alphabet="ab가 *_`[]()#>-|<!\\\n1.%", max_size=120))
def test_every_character_keeps_its_place(text: str) -> None:
    bare, anchors = stripped(text)
    assert list(anchors) == sorted(anchors)
    rows = text.split("\n")
    for offset, line, column in anchors:
        if offset < len(bare) and bare[offset] != "\n" and column <= len(rows[line - 1]):
            assert rows[line - 1][column - 1] == bare[offset]
