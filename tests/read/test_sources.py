"""Inputs of every kind: each yields articles, or one line of what is wrong, and the rest follows."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from wollet.model.article import Article, Failure
from wollet.read import from_text, read
from wollet.read.language import language

LINE = {"id": "a", "published": "2024-02-14T08:12:00+09:00", "lang": "ko", "text": " 코스피 상승\r\n\n  14일 올랐다.  \u200b"}


def jsonl(path: Path, *entries: object) -> str:
    path.write_text("\n".join(e if isinstance(e, str) else json.dumps(e, ensure_ascii=False) for e in entries), encoding="utf-8")
    return str(path)


def only(name: str, **more: str) -> Article:
    (found,) = read([name], **more)
    assert isinstance(found, Article), found
    return found


def test_text_of_a_line_is_used_exactly(tmp_path: Path) -> None:
    a = only(jsonl(tmp_path / "a.jsonl", LINE))
    assert a.text == LINE["text"] and a.id == "a" and not a.published_assumed
    assert a.title == "코스피 상승"


def test_title_and_body_are_joined_with_a_blank_line(tmp_path: Path) -> None:
    a = only(jsonl(tmp_path / "a.jsonl", {"published": "2024-02-14", "title": "T", "body": "Nvidia rose."}))
    assert (a.text, a.title, a.lang) == ("T\n\nNvidia rose.", "T", "en")
    assert a.published.isoformat() == "2024-02-14T23:59:59-05:00" and a.published_assumed


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{not json", "not JSON"),
        ("[1]", "array"),
        ('"text"', "string"),
        ({"id": "b", "published": "2024-02-14"}, "without text"),
        ({"text": "x"}, "no publication time"),
        ({"text": "x", "published": "soon"}, "'soon'"),
        ({"text": " ", "published": "2024-02-14"}, "empty text"),
        ({"text": "x", "published": "2024-02-14", "lang": "fr"}, "'fr'"),
        ({"text": 3, "published": "2024-02-14"}, "without text"),
    ],
)
def test_a_bad_line_is_one_failure_and_the_rest_is_read(tmp_path: Path, line: object, said: str) -> None:
    first, bad, last = read([jsonl(tmp_path / "a.jsonl", LINE, line, LINE)])
    assert isinstance(first, Article) and isinstance(last, Article)
    assert isinstance(bad, Failure) and said in bad.error and bad.input.endswith("a.jsonl:2") and "\n" not in bad.error


def test_a_given_time_is_for_lines_that_state_none(tmp_path: Path) -> None:
    own, given = read([jsonl(tmp_path / "a.jsonl", LINE, {"text": "x"})], published="2024-03-01")
    assert isinstance(own, Article) and isinstance(given, Article)
    assert own.published.day == 14 and given.published.isoformat() == "2024-03-01T23:59:59-05:00"


def test_a_folder_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Nvidia rose.", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.md").write_text("# Arm\n\nArm fell.", encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "d.txt").write_text("AMD", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "README.md").write_text("# About\n\nArticles of a day.", encoding="utf-8")
    jsonl(tmp_path / "a.jsonl", LINE)
    found = list(read([str(tmp_path)], published="2024-02-14"))
    assert [a.title for a in found if isinstance(a, Article)] == ["코스피 상승", "Nvidia rose.", "Arm"]
    assert [a.title for a in read([str(tmp_path / "README.md")], published="2024-02-14") if isinstance(a, Article)] == ["About"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty file"),
        ("empty.jsonl", b"", "empty file"),
        ("blank.txt", b"  \n \n", "empty file"),
        ("a.txt", b"%PDF-1.7", "binary"),
        ("a.html", b"<html><body><nav>Home</nav></body></html>", "without article text"),
        ("a.bin", bytes(range(256)), "binary"),
    ],
)
def test_bad_files_are_said_in_one_line_and_the_rest_is_read(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text("Nvidia rose.", encoding="utf-8")
    bad, good = read([str(tmp_path / name), str(tmp_path / "good.txt")], published="2024-02-14")
    assert isinstance(bad, Failure) and said in bad.error and "\n" not in bad.error
    assert isinstance(good, Article)


def test_what_is_not_there(tmp_path: Path) -> None:
    empty = tmp_path / "folder"
    empty.mkdir()
    for name, said in ((str(tmp_path / "no.txt"), "no such file"), (str(empty), "without articles"), ("ftp://x/y", "neither")):
        (failure,) = read([name])
        assert isinstance(failure, Failure) and said in failure.error


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("page", "<!doctype html><html><body><h1>Stocks end lower</h1><p>The S&amp;P 500 fell 1.4% on Tuesday, traders said.</p></body></html>", "Stocks end lower"),
        ("entry.json", json.dumps({"published": "2024-02-14", "text": "Nvidia rose."}), "Nvidia rose."),
        ("list.json", json.dumps([{"published": "2024-02-14", "text": "Nvidia rose."}]), "Nvidia rose."),
        ("noname", json.dumps({"published": "2024-02-14", "text": "Arm"}) + "\n", "Arm"),
        ("draft", "---\ntitle: Arm\n---\nArm fell.", "Arm"),
        ("feed.xml", '<rss><channel><item><title>A</title><pubDate>2024-02-14</pubDate></item></channel></rss>', "A"),
    ],
)  # fmt: skip
def test_content_tells_what_a_name_does_not(tmp_path: Path, name: str, content: str, title: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert only(str(tmp_path / name)).title == title


def test_a_kept_line_break_of_another_system(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("코스피\r\n\r\n올랐다\r\n".encode("cp949"))
    assert only(str(tmp_path / "a.txt")).text == "코스피\n\n올랐다\n"


@pytest.mark.parametrize("content", ["Nvidia rose 3%.", json.dumps({"published": "2024-02-14", "text": "Nvidia rose 3%."}) + "\n"])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert only("-").text == "Nvidia rose 3%."


def test_nothing_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    (failure,) = read(["-"])
    assert isinstance(failure, Failure) and "nothing on standard input" in failure.error


def test_a_text_in_hand() -> None:
    a = from_text("엔비디아 3% 상승\n올랐다", published="2024-02-14")
    assert (a.lang, a.title, a.published.isoformat()) == ("ko", "엔비디아 3% 상승", "2024-02-14T23:59:59+09:00")
    with pytest.raises(ValueError, match="fr"):
        from_text("x", lang="fr")


@pytest.mark.parametrize(
    ("text", "lang"),
    [("NVDA +3% 올랐다", "ko"), ("Samsung (삼성전자) said that its profit fell in the first quarter of the year", "en"), ("3.2%", "en"), ("AMD, MS, TSMC, ARM 상승 마감", "ko")],
)
def test_language(text: str, lang: str) -> None:
    assert language(text) == lang


def test_reading_lines_loads_nothing_heavy() -> None:
    code = (
        "import sys; from wollet.read import read, from_text; list(read(['-'])); from_text('x', published='2024-02-14');"
        "print(*sorted({'trafilatura', 'lxml', 'feedparser', 'urllib3', 'holidays', 'dateparser', 'rich', 'jinja2'} & set(sys.modules)))"
    )
    line = json.dumps(LINE).encode()
    done = subprocess.run([sys.executable, "-c", code], input=line, capture_output=True, check=True)
    assert done.stdout.strip() == b""
