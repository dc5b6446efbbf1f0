"""The sample articles: six of them, true but for two planted figures, read to the last."""

from __future__ import annotations

from collections import Counter

from wollet.model.story import Checked
from wollet.verify.report import deciding


def test_three_articles_of_each_language(checked: list[Checked]) -> None:
    assert Counter(c.article.lang for c in checked) == {"ko": 3, "en": 3}
    assert {c.article.source.rsplit(".", 1)[-1] for c in checked if "." in c.article.source} >= {"md", "txt", "html"}


def test_publication_times_are_stated(checked: list[Checked]) -> None:
    for c in checked:
        assert c.article.published.utcoffset() is not None
        assert "2024-02-12" <= c.article.published.date().isoformat() <= "2024-02-23"


def test_only_the_planted_figures_are_refuted(checked: list[Checked]) -> None:
    refuted = [(c.article.lang, v) for c in checked for v in c.verdicts if v.label == "refuted"]
    assert [(lang, v.claim.quote) for lang, v in refuted] == [("ko", "18.4%"), ("ko", "1만6401.62")]


def test_the_right_figures_are_in_the_hints(checked: list[Checked]) -> None:
    percent, level = (v for c in checked for v in c.verdicts if v.label == "refuted")
    assert percent.help and "16.4%" in percent.help
    measured = deciding(level)
    assert measured is not None and measured.evidence is not None
    assert level.help and f"{measured.evidence.measured:.2f}" == "16041.62"


def test_most_numbers_are_read_and_many_borne_out(checked: list[Checked]) -> None:
    numbers, read = sum(c.coverage.numbers for c in checked), sum(c.coverage.read for c in checked)
    assert read >= 0.85 * numbers
    for c in checked:
        assert sum(v.label == "supported" for v in c.verdicts) >= 10


def test_several_families_in_each_article(checked: list[Checked]) -> None:
    from wollet.claim.family import family_of

    for c in checked:
        assert len({family_of(v.claim).name for v in c.verdicts}) >= 4
