"""The other commands as they are typed: read, mentions, diff, explain, help."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sessions import run
from wollet.claim.family import families
from wollet.face.cli import COMMANDS

PAGE = """증시 > 시황

반도체 강세에 코스피 상승

입력 2024-02-13 16:20   수정 2024-02-13 16:25

다이어트 음료 광고 이미지

    코스피는 13일 1.12% 오른 2649.64에 거래를 마쳤습니다. 외국인이 매수를 이어갔습니다.

    홍길동 기자

    관련뉴스
      환율 한눈에 보기
    고객센터
"""


def test_a_flattened_page_is_read_to_its_parts(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    ran = run(["read", "page.txt", "--format", "json"], at=tmp_path)
    article = json.loads(ran.out)["articles"][0]["article"]
    assert ran.status == 0 and (article["title"], article["section"], article["byline"]) == ("반도체 강세에 코스피 상승", "시황", "홍길동 기자")
    assert (article["published"], article["modified"]) == ("2024-02-13T16:20:00+09:00", "2024-02-13T16:25:00+09:00")
    assert not any(word in article["text"] for word in ("광고", "관련뉴스", "환율", "고객센터", "입력", "홍길동"))
    told = run(["read", "page.txt"], at=tmp_path).out
    assert "published 2024-02-13T16:20:00+09:00 (assumed)" in told and "2649.64" in told and "\x1b" not in told


def test_what_read_prints_can_be_checked(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    lines = run(["read", "page.txt", "--format", "jsonl"], at=tmp_path).out
    direct = json.loads(run(["check", "page.txt", "--format", "json"], at=tmp_path).out)
    piped = json.loads(run(["check", "-", "--format", "json"], at=tmp_path, given=lines.encode()).out)
    assert [c["canonical"] for c in piped["articles"][0]["claims"]] == [c["canonical"] for c in direct["articles"][0]["claims"]] != []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(PAGE.encode(encoding))
    assert "반도체 강세에 코스피 상승" in run(["read", "page.txt"], at=tmp_path).out


def test_mentions(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    found = json.loads(run(["mentions", "page.txt", "--format", "json"], at=tmp_path).out)
    entry = found["articles"][0]
    assert found["schema"] == "wollet.report/1" and entry["claims"] == []
    percent = next(m for m in entry["mentions"] if m["kind"] == "percent")
    assert (percent["quote"], percent["low"], percent["high"], percent["unit"]) == ("1.12%", "1.12", "1.12", "percent")
    assert entry["coverage"]["numbers"] == entry["coverage"]["read"] == 2
    assert "page.txt:9:14: percent" in run(["mentions", "page.txt"], at=tmp_path).out


def test_diff(tmp_path: Path) -> None:
    head = "---\ndate: 2024-02-12T17:30:00-05:00\nlang: en\n---\n"
    (tmp_path / "old.md").write_text(head + "Nvidia slipped 0.2% to close at $722.48 on Monday.\n", encoding="utf-8")
    (tmp_path / "new.md").write_text(head + "Nvidia rose 0.2% to close at $722.48 on Monday. Arm soared 29.3%.\n", encoding="utf-8")
    same = run(["diff", "old.md", "old.md"], at=tmp_path)
    assert (same.status, same.out) == (0, "")
    ran = run(["diff", "old.md", "new.md"], at=tmp_path)
    assert ran.status == 1 and "[refuted -> supported]" in ran.out and "+ CHG change(XNAS:ARM, 2024-02-12, close) = 29.3%" in ran.out
    kinds = {c["kind"] for c in json.loads(run(["diff", "old.md", "new.md", "--format", "json"], at=tmp_path).out)}
    assert kinds == {"figure", "added"}
    assert run(["diff", "old.md", "missing.md"], at=tmp_path).status == 2


@pytest.mark.parametrize("family", families(), ids=lambda f: f.name)
def test_explain(family: object, tmp_path: Path) -> None:
    code, name = family.code, family.name  # type: ignore[attr-defined]
    by_code, by_name = (run(["explain", word], at=tmp_path) for word in (code.lower(), name))
    assert by_code == by_name and by_code.status == 0
    assert by_code.out.startswith(f"# {name} ({code})\n") and "## Not covered" in by_code.out and "not read" not in by_code.out
    assert f"{code}  {name}" in run(["explain"], at=tmp_path).out


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help(name: str, tmp_path: Path) -> None:
    ran = run([*([name] if name else []), "--help"], at=tmp_path)
    assert ran.status == 0 and ran.out.startswith("Usage: wollet") and max(map(len, ran.out.splitlines())) <= 100


def test_no_command_and_a_wrong_one(tmp_path: Path) -> None:
    assert run([], at=tmp_path).status == 2
    ran = run(["chekc"], at=tmp_path)
    assert ran.status == 2 and ran.err.startswith("wollet: No such command 'chekc'") and ran.err.count("\n") == 1


def test_version(tmp_path: Path) -> None:
    assert run(["--version"], at=tmp_path).out.startswith("wollet 0.")
