"""The Python functions do what the commands do."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

import pytest

import wollet
from wollet.model.article import Article, Failure

DRAFT = "Nvidia slipped 0.2% to close at $722.48 on Monday."
AT = "2024-02-12T17:30:00-05:00"


def test_a_turned_sign_is_refuted_and_the_level_stands() -> None:
    report = wollet.check(DRAFT, published=AT)
    change, level = report.claims
    assert (change.label, change.gross, level.label) == ("refuted", True, "supported")
    assert str(change.claim) == "change(XNAS:NVDA, 2024-02-12, close) = -0.2%"
    assert change.help == "the data says +0.2%, the other direction"
    assert report.refuted == (change,) and "2 claims: 1 supported, 1 refuted, 0 undecided" in str(report)


def test_what_became_known_later_is_not_used() -> None:
    text, before = "The consumer price index rose 3.1% in January from a year earlier.", "2024-02-10T12:00:00-05:00"
    assert {v.label for v in wollet.check(text, published=before)} == {"undecided"}
    assert {v.label for v in wollet.check(text, published=before, hindsight=True)} == {"supported"}


def test_many_texts_articles_and_failures() -> None:
    article = Article(id="a", text=DRAFT, published=dt.datetime.fromisoformat(AT), lang="en")
    report = wollet.check([DRAFT, article, Failure("x", "gone")], published=AT)
    assert len(report.articles) == 2 and report.errors == (Failure("x", "gone"),)
    assert report.articles[1].article.id == "a"
    assert [v.claim for v in report.articles[0].verdicts] == [v.claim for v in report.articles[1].verdicts]


def test_select_and_ignore() -> None:
    assert [type(v.claim).__name__ for v in wollet.check(DRAFT, published=AT, select="CHG")] == ["Change"]
    assert [type(v.claim).__name__ for v in wollet.check(DRAFT, published=AT, ignore=["change"])] == ["Level"]


@pytest.mark.parametrize(
    ("options", "said"),
    [({"published": "soon"}, "soon"), ({"lang": "fr"}, "fr"), ({"data": "no-such-folder"}, "no-such-folder"), ({"select": "XYZ"}, "xyz")],
)
def test_an_option_that_cannot_be_used_is_said_in_one_line(options: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError) as refused:
        wollet.check(DRAFT, **{"published": AT, **options})  # type: ignore[arg-type]
    assert said in str(refused.value) and "\n" not in str(refused.value)


def test_read_is_a_layer_and_a_function(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DRAFT, encoding="utf-8")
    found = list(wollet.read(tmp_path, published=AT))
    assert [a.text for a in found if isinstance(a, Article)] == [DRAFT]
    (failure,) = wollet.read([tmp_path / "missing.md"])
    assert isinstance(failure, Failure)
    from wollet.read import from_text

    assert wollet.read.from_text is from_text  # type: ignore[attr-defined]


def test_mentions() -> None:
    kinds = {m.kind for m in wollet.mentions(DRAFT, published=AT)}
    assert {"instrument", "percent", "money", "movement"} <= kinds


def test_replay_takes_every_form(tmp_path: Path) -> None:
    report = wollet.check(DRAFT, published=AT)
    path = tmp_path / "report.json"
    path.write_text(report.to_json(), encoding="utf-8")
    for form in (report, report.to_dict(), report.to_json(), report.to_json().encode(), path):
        assert wollet.replay(form) == []
    broken = report.to_dict()
    broken["articles"][0]["claims"][0]["verdict"] = "supported"
    assert len(wollet.replay(broken)) == 1


def test_parse() -> None:
    claim = wollet.parse("return(XNAS:ARM, 2024-02-07..2024-02-12, close) > 90%")
    assert claim.subject.id == "XNAS:ARM" and claim.quantity is not None and claim.quantity.hedge == "more_than"
    with pytest.raises(ValueError):
        wollet.parse("more than 90%")


def test_brief_writes_what_it_tells(tmp_path: Path) -> None:
    report = wollet.check([DRAFT, "Arm soared 29.3% to $148.97 on Monday."], published=AT)
    day = wollet.brief(report, out=tmp_path, lang="en")
    assert {s.lang for b in day.briefings for s in b.sentences} == {"en"}
    (twin,) = tmp_path.glob("*.json")
    assert json.loads(twin.read_text(encoding="utf-8"))["schema"] == "wollet.briefing/1"
    with pytest.raises(ValueError, match="fr"):
        wollet.brief(report, lang="fr")


def test_what_is_offered_is_listed() -> None:
    assert set(wollet.__all__) <= set(dir(wollet))
    with pytest.raises(AttributeError, match="offers"):
        _ = wollet.nothing  # type: ignore[attr-defined]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_data_frame_without_its_library_says_what_to_install(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    report = wollet.check("Nvidia rose 0.16% on Monday.", published="2024-02-12T17:30-05:00")
    with pytest.raises(ImportError, match=rf"{library} is not installed: pip install 'wollet\[frames\]', or take Report.rows"):
        getattr(report, f"to_{library}")()
    assert report.rows()[0]["verdict"] == "supported"
