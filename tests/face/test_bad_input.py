"""What a person mistypes or a batch holds by accident: one clear line, exit status 2, and the rest goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sessions import run

RIGHT = "Nvidia rose 0.16% to close at $722.48 on Monday.\n"
AT = "--published=2024-02-12T17:30:00-05:00"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "right.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "lines.jsonl").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (tmp_path / "none.json").write_text("[]", encoding="utf-8")
    (tmp_path / "bars.csv").write_text("symbol,datetime,when,close\nNVDA,2024-02-12T09:30,yesterday,721.5\n", encoding="utf-8")
    (tmp_path / "lines.csv").write_bytes(bytes(range(128, 256)) * 4)
    return tmp_path


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["check", AT, ""], "received an empty name"),
        (["check", AT, "lines.jsonl"], "binary data"),
        (["check", AT, "none.json"], "an empty JSON array"),
        (["check", AT, "/dev/zero"], "bytes: an article has at most"),
        (["check", "right.txt", "--published=0001-01-01"], "lies before 1900"),
        (["check", AT, "right.txt", "--write-baseline=no/accepted.json"], "there is no folder no: make it first"),
        (["check", AT, "right.txt", "--baseline=no.json"], "no such baseline"),
        (["check", AT, "--watch", "no.txt"], "no such file or folder to watch"),
        (["check", AT, "right.txt", "--data=right.txt"], "no such data folder"),
        (["ledger", "list", "--file=no.db"], "no such archive"),
        (["ledger", "resolve", "--file=no.db"], "no such archive"),
        (["data", "status", "--data=no"], "holds no manifest.json"),
        (["data", "import", "no.csv", "--as=fx", "--to=store"], "no such file or folder"),
        (["data", "import", "bars.csv", "--as=intraday", "--zone=Mars", "--to=store"], "no time zone is called 'Mars'"),
        (["data", "import", "bars.csv", "--as=intraday", "--map=datetime=when", "--to=store"], "'yesterday', which is no date and time"),
        (["data", "import", "lines.csv", "--as=fx", "--to=store"], "cannot be read as UTF-8 or CP949 text"),
        (["data", "sync", "--since=2024-01-02", "--only=fred", "--to=store"], "FRED_API_KEY is not set: get one at"),
    ],
)
def test_one_line_and_status_2(here: Path, args: list[str], said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FRED_API_KEY", raising=False)
    ran = run(args, at=here)
    assert (ran.status, ran.err.count("\n")) == (2, 1), ran.err
    assert ran.err.startswith("wollet") and said in ran.err
    assert not (here / "no.db").exists()


def test_the_rest_of_a_batch_is_checked(here: Path) -> None:
    ran = run(["check", AT, "", "lines.jsonl", "none.json", "right.txt", "no.txt"], at=here)
    assert ran.status == 2 and ran.err.count("\n") == 4
    assert ran.out.splitlines()[-1] == "1 article, 2 claims: 2 supported, 0 refuted, 0 undecided; 2 of 2 numbers read"


def test_a_file_that_cannot_be_written_is_named(here: Path) -> None:
    ran = run(["check", AT, "right.txt", "--write-baseline=/dev/full"], at=here)
    assert ran.status == 2 and ran.err.count("\n") == 1 and "No space left" in ran.err


def test_a_reader_that_goes_away_is_no_error(here: Path) -> None:
    (here / "many.txt").write_text(RIGHT * 3000, encoding="utf-8")
    whole = f"{sys.executable} -m wollet mentions {AT} many.txt | head -n 1"
    ran = subprocess.run(["bash", "-c", whole], cwd=here, capture_output=True, text=True, timeout=60)
    assert ran.stdout.startswith("many.txt:1:1:") and ran.stderr == ""


def test_a_folder_that_may_not_be_opened_is_named_and_the_rest_is_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    from wollet.model.article import Failure
    from wollet.read import read

    (here / "closed").mkdir()
    scan = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found = list(read([str(here)], published="2024-02-12"))
    failed = [x for x in found if isinstance(x, Failure)]
    assert any(f.input.endswith("closed") and "Permission denied" in f.error for f in failed)
    assert any(not isinstance(x, Failure) and x.text == RIGHT for x in found)


def test_a_fault_of_our_own_is_one_line_too(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import wollet.claim.family

    def broken(name: str) -> None:
        raise RuntimeError("a table is torn\nin two")

    monkeypatch.setattr(wollet.claim.family, "family_named", broken)
    ran = run(["explain", "CHG"], at=here)
    assert ran.status == 2 and ran.err.startswith("wollet: RuntimeError: a table is torn: a fault of wollet's") and ran.err.count("\n") == 1


def test_a_library_of_an_extra_that_is_not_installed_is_named(here: Path) -> None:
    code = "import sys; sys.modules['numpy'] = None; from wollet.face.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "data", "import", "bars.csv", "--to", "store", "--as", "prices"], cwd=here, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert done.stderr == "wollet: this needs numpy, which is not installed: pip install 'wollet[data]'\n"
