"""Two figures that one sentence seems to tell of one thing: neither is called wrong; in sentences apart each is judged."""

from __future__ import annotations

import wollet

EVENING = "2024-02-14T17:30:00-05:00"


def labels(text: str) -> list[str]:
    return [v.label for v in wollet.check(text, published=EVENING)]


def test_two_figures_for_one_thing_in_one_sentence() -> None:
    assert labels("Nvidia rose 2.5%, as big a gain as the group's 0.3% was small, Nvidia up 0.3%.").count("refuted") == 0


def test_in_sentences_apart_each_is_judged() -> None:
    assert labels("Nvidia rose 2.5%.\n\nNvidia rose 3.9%.") == ["supported", "refuted"]


def test_figures_of_two_things_are_judged() -> None:
    assert labels("Nvidia rose 2.5% and Intel rose 3.9%.") == ["supported", "refuted"]


def test_the_same_figure_again_is_judged() -> None:
    assert "refuted" in labels("Nvidia rose 3.9%; the 3.9% gain came on a busy day. Intel rose 2.4%. Amazon rose 1.4%.")
