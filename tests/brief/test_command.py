"""The command: what it writes, its exit statuses, its one-line errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from wollet.face.cli import main


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["brief", *args])
    out, err = capsys.readouterr()
    return int(ended.value.code or 0), out, err


def draft(tmp_path: Path, name: str = "draft.md", date: str = "2024-02-13") -> Path:
    path = tmp_path / name
    path.write_text(f"---\ndate: {date}T18:00:00-05:00\nlang: en\n---\n# Nvidia Slips\n\nNvidia shares fell 0.2% to close at $721.28 on Tuesday.\n", encoding="utf-8")
    return path


def test_an_article_becomes_a_briefing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, str(draft(tmp_path)), "--out", str(tmp_path / "out"), "--lang", "en")
    assert (status, err) == (0, "")
    assert "2024-02-13.en.html" in out and "feed.en.xml" in out and "index.html" in out
    assert not list((tmp_path / "out").glob("*.ko.*"))


def test_the_rest_of_a_batch_still_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    status, out, err = run(capsys, str(empty), str(draft(tmp_path)), "--out", str(tmp_path / "out"))
    assert status == 2 and "2024-02-13.ko.html" in out
    assert err.count("\n") == 1 and "empty.txt" in err


@pytest.mark.parametrize(
    ("args", "part"),
    [
        (["--out", "OUT"], "no INPUT"), (["FILE"], "--out"), (["FILE", "--out", "OUT", "--date", "yesterday"], "write it as 2024-02-14"),
        (["FILE", "--out", "OUT", "--date", "2023-01-05"], "no article of 2023-01-05"), (["FILE", "--out", "OUT", "--data", "nowhere"], "no such data folder"),
        (["FILE", "--out", "FILE/x"], ""), (["FILE", "--out", "OUT", "--polish", "nonsense"], "no web address"), (["missing.md", "--out", "OUT"], "nothing to tell"),
        (["FILE", "--out", "OUT", "--lang", "fr"], "fr"),
    ],
)  # fmt: skip
def test_one_clear_line(args: list[str], part: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = [a.replace("FILE", str(draft(tmp_path))).replace("OUT", str(tmp_path / "out")) for a in args]
    status, out, err = run(capsys, *made)
    assert status == 2 and out == "" and part in err
    assert len([line for line in err.splitlines() if line.startswith("wollet: ")]) == len(err.splitlines())


def test_the_samples_alone_give_each_day_a_briefing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--samples", "--out", str(tmp_path / "out"))
    assert status == 0 and len([x for x in out.splitlines() if ".ko.html" in x]) == 5


def test_a_day_takes_what_came_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--samples", "--date", "2024-02-14", "--out", str(tmp_path / "out"), "--lang", "ko")
    assert status == 0 and "2024-02-14.ko.html" in out and out.count("ko.html") == 1
