"""The archive grows, answers as of a moment, is searched in both languages and survives a kill."""

from __future__ import annotations

import datetime as dt
import signal
import sqlite3
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wollet.claim import parse
from wollet.model.article import Article
from wollet.model.claim import Claim
from wollet.model.story import Checked, Forecast, Outcome
from wollet.model.verdict import Evidence, Label, Reading, Row, Verdict
from wollet.store import Archive, open_archive

NOON = dt.datetime(2024, 2, 14, 12, tzinfo=dt.UTC)


def later(hours: int) -> dt.datetime:
    return NOON + dt.timedelta(hours=hours)


def article(id: str, text: str, lang: str = "ko") -> Article:
    return Article(id=id, text=text, title=text.split("\n")[0], published=NOON, lang="ko" if lang == "ko" else "en")


def verdict(line: str, label: Label, measured: str) -> Verdict:
    claim: Claim = msgspec.structs.replace(parse(line), span=(3, 7), quote="3.2%")
    row = Row(source="own", series="x close", date=dt.date(2024, 2, 13), value="10")
    proof = Evidence(measured=Decimal(measured), unit="percent", formula=measured, rows=(row,))
    reading = Reading(claim=claim, tier="stated", evidence=proof, holds=label == "supported")
    return Verdict(claim=claim, label=label, readings=(reading,), decided=0)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return open_archive(tmp_path / "a.db")


def test_search_in_both_languages(archive: Archive) -> None:
    archive.add([
        Checked(article=article("1", "반도체주가 급락했다\n\n시총이 황금처럼 녹았다."), verdicts=()),
        Checked(article=article("2", "Chip makers slid 3.2%\n\nThe index closed at 15,942.55.", "en"), verdicts=()),
    ])

    def ids(q: str) -> list[str]:
        return [h.article.id for h in archive.search(q)]

    assert ids("반도체") == ids("시총") == ids("급락") == ids("금") == ["1"]
    assert ids("도체주") == ["1"]
    assert ids("급등") == [] and ids("총시") == []
    assert ids("15942.55") == ids("15,942.55") == ids("CHIP slid") == ["2"]
    assert ids("chip rose") == [] and ids("") == [] and ids('"') == []


def test_title_outranks_body(archive: Archive) -> None:
    archive.add([
        Checked(article=article("body", "오늘의 시장\n\n" + "금리 이야기. " * 3 + "환율 전망."), verdicts=()),
        Checked(article=article("title", "환율 전망\n\n" + "금리 이야기. " * 3), verdicts=()),
    ])
    assert [h.article.id for h in archive.search("환율 전망")] == ["title", "body"]


def test_same_text_once_changed_text_beside(archive: Archive) -> None:
    first = Checked(article=article("1", "환율이 1,330원으로 올랐다."), verdicts=())
    changed = Checked(article=article("1", "환율이 1,340원으로 올랐다."), verdicts=())
    assert archive.add([first], later(0)) == 1
    assert archive.add([first], later(1)) == 0
    assert archive.add([changed], later(2)) == 1
    assert [a.text for a in archive.articles()] == [changed.article.text]
    assert [a.text for a in archive.articles(as_of=later(1))] == [first.article.text]
    assert list(archive.articles(as_of=later(-1))) == []
    assert archive.search("환율", as_of=later(-1)) == []


def test_verdicts_keep_their_history(archive: Archive) -> None:
    line = "change(XNAS:NVDA, 2024-02-13, close) = 3.2%"
    a = article("1", "주가 3.2% 상승")
    archive.add([Checked(article=a, verdicts=(verdict(line, "refuted", "1.0"),))], later(0))
    archive.add([Checked(article=a, verdicts=(verdict(line, "refuted", "1.0"),))], later(1))
    archive.add([Checked(article=a, verdicts=(verdict(line, "supported", "3.2"),))], later(2))
    (now,) = archive.claims(subject="XNAS:NVDA")
    (then,) = archive.claims(subject="XNAS:NVDA", as_of=later(1))
    assert (now.label, then.label) == ("supported", "refuted")
    assert then.fetched_at == later(0)
    assert now.evidence is not None and now.evidence.measured == Decimal("3.2") and now.evidence.rows[0].source == "own"
    assert str(parse(now.canonical)) == line and now.span == (3, 7)
    assert archive.db.execute("SELECT count(*) FROM verdict").fetchone() == (2,)
    assert archive.claims(article="2") == archive.claims(subject="XNAS:AMD") == []


@pytest.mark.parametrize("table", ["article", "claim", "verdict", "forecast", "outcome"])
def test_rows_cannot_be_changed_or_removed(archive: Archive, table: str) -> None:
    line = "change(XNAS:NVDA, 2024-02-13, close) = 3.2%"
    archive.add([Checked(article=article("1", "주가 3.2%"), verdicts=(verdict(line, "supported", "3.2"),))])
    archive.add_forecasts([forecast("k")])
    archive.add_outcomes([Outcome(forecast="k", label="hit", at=NOON)])
    for change in (f"UPDATE {table} SET n = n + 100", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            archive.db.execute(change)


def forecast(key: str) -> Forecast:
    return Forecast(
        key=key, speaker="A", article="1", quote="$100", claim="c", subject=None, name=None, metric="target_price",
        made=NOON, due=dt.date(2025, 2, 14), rule="touch",
    )  # fmt: skip


def test_forecasts_with_their_newest_outcome(archive: Archive) -> None:
    assert archive.add_forecasts([forecast("k"), forecast("k"), forecast("l")], later(0)) == 2
    assert archive.add_forecasts([forecast("k")], later(1)) == 0
    archive.add_outcomes([Outcome(forecast="k", label="miss", at=NOON, measured=Decimal("99.9"))], later(1))
    archive.add_outcomes([Outcome(forecast="k", label="hit", at=NOON)], later(3))
    labels = [(f.key, o.label if o else None) for f, o in archive.forecasts()]
    assert labels == [("k", "hit"), ("l", None)]
    assert [o.measured if o else None for _, o in archive.forecasts(as_of=later(2))] == [Decimal("99.9"), None]


def test_what_is_no_archive_is_refused_in_one_line(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("plain words, and more of them than a header has, so that it is no database at all. " * 20)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE x (y)")
    newer = tmp_path / "newer.db"
    open_archive(newer).close()
    with sqlite3.connect(newer) as db:
        db.execute("PRAGMA user_version = 99")
    for path in (text, other, newer, tmp_path / "no" / "folder.db"):
        with pytest.raises(ValueError) as caught:
            open_archive(path)
        assert str(path) in str(caught.value) and "\n" not in str(caught.value)
    assert text.read_text().startswith("plain words")


def test_naive_time_is_refused(archive: Archive) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        archive.add([Checked(article=article("1", "가"), verdicts=())], dt.datetime(2024, 1, 1))
    assert list(archive.articles()) == []


WRITER = """
import datetime as dt, itertools, sys
from wollet.model.article import Article
from wollet.model.story import Checked
from wollet.store import open_archive
with open_archive(sys.argv[1]) as archive:
    for n in itertools.count():
        a = Article(id=str(n), text=f"title {n}\\n\\nword{n} common", published=dt.datetime.now(dt.UTC), lang="en")
        archive.add([Checked(article=a, verdicts=())])
        print(n, flush=True)
"""


def test_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    for _ in range(20):
        told = int(writer.stdout.readline())
    time.sleep(0.05)
    writer.send_signal(signal.SIGKILL)
    rest = writer.stdout.read().split()
    writer.wait()
    told = int(rest[-1]) if rest else told
    with open_archive(path) as archive:
        ids = [int(a.id) for a in archive.articles()]
        assert ids == list(range(len(ids))) and told in ids
        assert len(archive.search("common", limit=10**6)) == len(ids)
        assert archive.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert archive.add([Checked(article=article("new", "새 글"), verdicts=())]) == 1


def test_two_open_at_once(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.db") as one, open_archive(tmp_path / "a.db") as two:
        one.add([Checked(article=article("1", "코스피 상승"), verdicts=())])
        two.add([Checked(article=article("2", "코스피 하락"), verdicts=())])
        assert len(one.search("코스피")) == len(two.search("코스피")) == 2


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=80), st.text(max_size=20))
def test_any_text_is_taken_and_any_question_answered(text: str, asked: str) -> None:
    with open_archive(":memory:") as archive:
        archive.add([Checked(article=Article(id="1", text=text, published=NOON, lang="ko"), verdicts=())])
        archive.search(asked)
        (kept,) = archive.articles()
        assert len(kept.text) == len(text)
