"""wollet check as a writer at a terminal and a machine in a pipeline use it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from sessions import Ran, run

WRONG = "Nvidia slipped 0.2% to close at $722.48 on Monday.\n"
RIGHT = "Nvidia rose 0.16% to close at $722.48 on Monday.\n"
OPEN = "Nvidia's revenue could exceed $400 billion in 2031.\n"
AT = "--published=2024-02-12T17:30:00-05:00"
DRAFT = "---\ndate: 2024-02-12T17:30:00-05:00\nlang: en\n---\n# Chips\n\nThe day: Nvidia **slipped 0.2%** to close at $722.48 on Monday.\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    for name, text in {"wrong.txt": WRONG, "right.txt": RIGHT, "open.txt": OPEN, "draft.md": DRAFT, "empty.txt": ""}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def check(here: Path, *args: str, given: str = "") -> Ran:
    return run(["check", AT, *args], at=here, given=given.encode())


def document(ran: Ran) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ran.out)
    return found


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        (("right.txt",), 0), (("open.txt",), 0), (("wrong.txt",), 1), (("right.txt", "wrong.txt"), 1), (("empty.txt",), 2),
        (("wrong.txt", "empty.txt"), 2), (("empty.txt", "right.txt"), 2), (("missing.txt", "wrong.txt"), 2),
    ],
)  # fmt: skip
def test_exit_status(here: Path, inputs: tuple[str, ...], status: int) -> None:
    for form in ("text", "json", "jsonl", "sarif", "github"):
        assert check(here, "--format", form, *inputs).status == status, form


def test_a_diagnostic_says_all_in_its_order(here: Path) -> None:
    ran = check(here, "draft.md")
    lines = ran.out.splitlines()
    at = next(i for i, x in enumerate(lines) if x.startswith("CHG"))
    assert lines[at] == "CHG refuted (gross): change(XNAS:NVDA, 2024-02-12, close) = -0.2%"
    assert lines[at + 1].startswith("  --> draft.md:7:") and "0.2%" in lines[at + 1]
    assert lines[at + 2] == "  stated    [-0.25, -0.15] %"
    assert lines[at + 3].startswith("  measured  +0.16 %   721.33 (2024-02-09) -> 722.48 (2024-02-12), ")
    assert lines[at + 4] == "  help: the data says +0.2%, the other direction"
    assert "1 article, 2 claims: 1 supported, 1 refuted, 0 undecided" in lines[-1]


def test_the_place_is_that_of_the_draft_with_its_markup(here: Path) -> None:
    ran = check(here, "draft.md", "--format", "github")
    row, column = 7, DRAFT.splitlines()[6].index("0.2%") + 1
    assert f"file=draft.md,line={row},col={column}," in ran.out
    region = document(check(here, "draft.md", "--format", "sarif"))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (row, column, column + 4)


def test_no_colour_away_from_a_terminal(here: Path) -> None:
    assert "\x1b" not in check(here, "wrong.txt", "right.txt", "open.txt", "-v").out


def test_sarif(here: Path) -> None:
    found = document(check(here, "wrong.txt", "--format", "sarif"))
    (result,) = found["runs"][0]["results"]
    rules = {r["id"] for r in found["runs"][0]["tool"]["driver"]["rules"]}
    assert found["version"] == "2.1.0" and result["ruleId"] == "CHG" and result["level"] == "error" and "CHG" in rules
    assert "help" not in result and "+0.2%" in result["message"]["text"]


def test_github_annotations_are_one_line_each(here: Path) -> None:
    lines = check(here, "wrong.txt", "right.txt", "--format", "github").out.splitlines()
    assert len(lines) == 1 and lines[0].startswith("::error file=wrong.txt,line=1,col=16,") and "%25" in lines[0]


def test_a_line_of_a_file_is_the_place_of_its_article(here: Path) -> None:
    line = {"id": "a", "published": "2024-02-12T17:30:00-05:00", "text": WRONG}
    (here / "news.jsonl").write_text("\n" + json.dumps(line) + "\n", encoding="utf-8")
    assert "file=news.jsonl,line=2," in check(here, "news.jsonl", "--format", "github").out


def test_one_article_a_line(here: Path) -> None:
    ran = check(here, "wrong.txt", "right.txt", "--format", "jsonl")
    entries = [json.loads(x) for x in ran.out.splitlines()]
    assert [e["article"]["id"] for e in entries] == ["wrong.txt", "right.txt"]
    assert document(check(here, "wrong.txt", "right.txt", "--format", "json"))["articles"] == entries


def test_several_processes_give_the_same(here: Path) -> None:
    one, two = (check(here, "wrong.txt", "right.txt", "open.txt", "empty.txt", "--format", "jsonl", "-j", n) for n in "12")
    assert one == two and one.status == 2


def test_standard_input(here: Path) -> None:
    assert check(here, "-", given=WRONG).status == 1
    assert check(here, "-", given=json.dumps({"id": "x", "published": "2024-02-12T17:30-05:00", "text": RIGHT})).status == 0


def test_what_is_not_text_still_leaves_a_document(here: Path) -> None:
    found = document(check(here, "empty.txt", "right.txt", "--format", "json"))
    assert len(found["articles"]) == 1 and found["errors"][0]["input"] == "empty.txt" and "empty" in found["errors"][0]["error"]


@pytest.mark.parametrize(
    ("options", "codes", "status"),
    [
        (["--select", "CHG"], {"CHG"}, 1), (["--select", "change"], {"CHG"}, 1), (["--select", "LVL"], {"LVL"}, 0),
        (["--ignore", "CHG"], {"LVL"}, 0), (["--select", "CHG,LVL", "--ignore", "level"], {"CHG"}, 1),
    ],
)  # fmt: skip
def test_families_are_chosen(here: Path, options: list[str], codes: set[str], status: int) -> None:
    ran = check(here, "wrong.txt", "--format", "json", *options)
    assert {c["code"] for c in document(ran)["articles"][0]["claims"]} == codes and ran.status == status


@pytest.mark.parametrize(
    ("comment", "status"),
    [
        ("", 1), (" <!-- wollet: ignore -->", 0), (" <!-- wollet: ignore CHG -->", 0), (" <!-- wollet: ignore LVL -->", 1),
        (" <!-- wollet: ignore LVL, CHG -->", 0), (" <!-- somebody: ignore -->", 1), ("\n\n<!-- wollet: ignore -->", 1),
        ("\n<!-- wollet: ignore-file CHG -->", 0), ("\n<!-- wollet: ignore-file FCT -->", 1),
    ],
)  # fmt: skip
def test_comments_in_a_draft_silence(here: Path, comment: str, status: int) -> None:
    (here / "draft.md").write_text(DRAFT.rstrip() + comment + "\n", encoding="utf-8")
    assert check(here, "draft.md").status == status


def test_a_comment_of_its_own_silences_the_next_line(here: Path) -> None:
    (here / "draft.md").write_text(DRAFT.replace("The day:", "<!-- wollet: ignore -->\nThe day:"), encoding="utf-8")
    assert check(here, "draft.md").status == 0


def test_what_is_silenced_or_accepted_is_counted_and_what_is_unread_listed(here: Path) -> None:
    (here / "draft.md").write_text(DRAFT.replace("The day:", "No. 4711, page two.\n\n<!-- wollet: ignore -->\nThe day:"), encoding="utf-8")
    told = check(here, "draft.md", "-v").out
    assert "1 refuted but silenced or accepted" in told and "not read  " in told and "4711" in told
    assert check(here, "wrong.txt", "--write-baseline", "accepted.json").status == 0
    assert "1 refuted but silenced or accepted" in check(here, "wrong.txt", "--baseline", "accepted.json").out
    assert "silenced" not in check(here, "wrong.txt").out


def test_a_baseline_accepts_what_is_there_and_nothing_more(here: Path) -> None:
    assert check(here, "wrong.txt", "--write-baseline", "accepted.json").status == 0
    assert check(here, "wrong.txt", "--baseline", "accepted.json").status == 0
    (here / "wrong.txt").write_text("A new first line.\n\n" + WRONG, encoding="utf-8")
    assert check(here, "wrong.txt", "--baseline", "accepted.json").status == 0
    (here / "wrong.txt").write_text(WRONG + "\nAs said, " + WRONG, encoding="utf-8")
    assert check(here, "wrong.txt", "--baseline", "accepted.json").status == 1
    (here / "wrong.txt").write_text(WRONG.replace("0.2%", "0.3%"), encoding="utf-8")
    assert check(here, "wrong.txt", "--baseline", "accepted.json").status == 1


@pytest.mark.parametrize(
    ("name", "on", "status"),
    [
        ("wrong.txt", "refuted", 1), ("wrong.txt", "gross", 1), ("wrong.txt", "never", 0), ("wrong.txt", "undecided", 1),
        ("open.txt", "refuted", 0), ("open.txt", "undecided", 1), ("right.txt", "undecided", 0), ("slight.txt", "gross", 0), ("slight.txt", "refuted", 1),
    ],
)  # fmt: skip
def test_what_fails(here: Path, name: str, on: str, status: int) -> None:
    (here / "slight.txt").write_text(RIGHT.replace("0.16%", "0.9%"), encoding="utf-8")
    assert check(here, name, "--fail-on", on).status == status


def test_hindsight(here: Path) -> None:
    (here / "early.txt").write_text("The consumer price index rose 3.1% in January from a year earlier.\n", encoding="utf-8")
    before = ["check", "early.txt", "--format", "json", "--published", "2024-02-10T12:00:00-05:00"]
    labels = [document(run([*before, *more], at=here))["articles"][0]["claims"][0]["verdict"] for more in ([], ["--hindsight"])]
    assert labels == ["undecided", "supported"]


def test_quiet_and_verbose(here: Path) -> None:
    quiet, plain, verbose = (check(here, "wrong.txt", "right.txt", *o).out for o in (["-q"], [], ["-v"]))
    assert quiet.count("-->") == plain.count("-->") == 1 and verbose.count("-->") == 4
    assert "supported" in plain and len(quiet) < len(plain) < len(verbose)


def test_a_time_that_is_not_told_is_taken_as_now_and_said(here: Path) -> None:
    ran = run(["check", "wrong.txt"], at=here)
    assert ran.status in (0, 1) and ran.err == "wollet: wrong.txt: no publication time found, taken as now: give --published\n"


def test_watching(here: Path) -> None:
    path = here / "draft.md"
    with subprocess.Popen(
        [sys.executable, "-m", "wollet", "check", "--watch", "-q", "draft.md"],
        cwd=here, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as watcher:  # fmt: skip
        assert watcher.stdout is not None
        try:
            first = watcher.stdout.readline()
            assert first.startswith("CHG refuted")
            while "claims" not in first:
                first = watcher.stdout.readline()
            time.sleep(0.1)
            path.write_text(DRAFT.replace("slipped 0.2%", "rose 0.2%"), encoding="utf-8")
            assert "2 supported, 0 refuted" in watcher.stdout.readline()
        finally:
            watcher.terminate()
