"""Where words leave open what a figure means, the other meaning is measured: wrong by every meaning is wrong, and only then."""

from __future__ import annotations

import pytest

import wollet

US, KR = "2024-02-14T17:30-05:00", "2024-02-14T16:20+09:00"
SAID = (
    ("ko", KR, "올해 삼성전자는 {}% 내렸다.", "5.7", "17.8"),
    ("en", "2024-02-14T17:30-05:00", "Nvidia has done well since its report. Its shares climbed {}% on Wednesday.", "2.5", "5.2"),
    ("en", "2024-02-14", "Tesla shares rose {}% on Wednesday.", "2.5", "25.5"),
    ("en", "2024-02-14", "Nvidia closed at ${}.", "739.00", "1739.00"),
    ("en", US, "Semiconductors are in favor. Nvidia stock has increased {}% this year.", "49.2", "84.2"),
)


@pytest.mark.parametrize(("lang", "published", "text", "right", "wrong"), SAID)
def test_what_fails_by_every_meaning_is_refuted(lang: str, published: str, text: str, right: str, wrong: str) -> None:
    labels = {x: [v.label for v in wollet.check(text.format(x), published=published, lang=lang)] for x in (right, wrong)}
    assert "refuted" not in labels[right]
    assert "refuted" in labels[wrong]


LEFT_OPEN = (
    "The Nasdaq is up for the year. Nvidia rose {}%.",
    "Intel was the biggest gainer of the week among Nvidia and Intel, rising {}%.",
)


@pytest.mark.parametrize("text", LEFT_OPEN)
def test_what_one_meaning_may_bear_out_stays_open(text: str) -> None:
    assert "refuted" not in [v.label for v in wollet.check(text.format("9.7"), published=US)]


def test_a_sweep_tells_the_largest_move_in_reach_and_is_replayed() -> None:
    report = wollet.check("The Nasdaq is up for the month. Nvidia rose 99%.", published=US)
    swept = [r for v in report for r in v.readings if getattr(r.claim, "swept", False)]
    assert swept
    assert wollet.replay(report) == []
