"""A threshold told to be passed for the first time of all had been passed by no close before."""

from __future__ import annotations

import pytest

import wollet

AT = "2024-02-{}T17:30-05:00"


@pytest.mark.parametrize(
    ("text", "day", "label"),
    [
        ("The S&P 500 closed above 5,000 for the first time ever.", "14", "refuted"),
        ("The S&P 500 closed above 5,000 for the first time in its history.", "14", "refuted"),
        ("The S&P 500 closed above 5,000.", "14", "supported"),
        ("S&P500지수가 사상 처음으로 5000선을 돌파했다.", "14", "refuted"),
    ],
)
def test_the_first_time_of_all(text: str, day: str, label: str) -> None:
    report = wollet.check(text, published=AT.format(day))
    assert next(iter(report)).label == label
    assert wollet.replay(report) == []


def test_the_close_that_came_first_is_named() -> None:
    (verdict,) = wollet.check("The S&P 500 closed above 5,000 for the first time ever.", published=AT.format("14"))
    assert verdict.help == "the data says it had closed at 5026.61 on 2024-02-09 already"
