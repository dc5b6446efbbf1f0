"""No bytes whatever crash the reading: each input gives articles or failures of one line."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from wollet.model.article import Article, Failure
from wollet.read import from_text, read
from wollet.read.dates import find_stamp, parse_published
from wollet.read.places import place
from wollet.read.sources import SUFFIXES, parse

PAGE = (
    "<!doctype html><html><head><meta charset='euc-kr'><meta property='article:published_time' content='2024-02-14T08:12:00+09:00'>"
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"코스피 상승\"}</script></head><body><h1>코스피 상승</h1>"
    "<p>입력 2024-02-14 16:05</p><p>코스피는 14일 외국인이 사들이면서 하루 만에 올라 거래를 마쳤다고 거래소가 밝혔다.</p></body></html>"
)
SEEDS = (
    PAGE,
    '{"id": "a", "published": "2024-02-13", "title": "t", "body": "Nvidia rose 0.16%."}\n{"id": 1}\n',
    "---\ntitle: x\ndate: 2024-02-13\n---\n# Chips\n\nNvidia **rose** [0.16%](x). <!-- wollet: ignore -->\n",
    "증권 > 전체\n\n코스피 상승 마감\n\n입력 2024-02-14 08:12   수정 2024-02-14 08:13\n\n코스피는 14일 올라 거래를 마쳤다고 밝혔습니다.\n\n관련뉴스\n",
    "<rss><channel><item><title>A</title><pubDate>Wed, 14 Feb 2024 08:12:00 KST</pubDate></item></channel></rss>",
)
SILENT = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good input in some encoding with some of its bytes lost, doubled or replaced."""
    data = bytearray(draw(st.sampled_from(SEEDS)).encode(draw(st.sampled_from(["utf-8", "cp949", "utf-16"])), "replace"))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 40))] = draw(st.binary(max_size=12))
    return bytes(data)


def sound(found: list[Article | Failure]) -> None:
    assert found
    for item in found:
        if isinstance(item, Failure):
            assert item.error and "\n" not in item.error
            continue
        assert item.text.strip() and item.published.tzinfo is not None and item.lang in ("ko", "en")
        line, column = place(item, len(item.text) - 1)
        assert line >= 1 and column >= 1


@SILENT
@given(data=st.one_of(damaged(), st.binary(max_size=400)), suffix=st.sampled_from([*SUFFIXES, ".dat"]))
@example(data=b"", suffix=".txt")
@example(data=b"\xff\xfe", suffix=".html")
@example(data=b"{", suffix=".json")
@example(data=b"<", suffix=".xml")
@example(data=b"---\ndate: 9999-99-99\n---\nx", suffix=".md")
@example(data="\u2028\u0085 \x0c".encode(), suffix=".txt")
def test_any_bytes(data: bytes, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"input{suffix}"
    path.write_bytes(data)
    sound(list(read([str(path)])))


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    made = from_text(text, published="2024-02-13")
    assert made.text == text


@given(st.text(alphabet="0123456789-./:년월일시분오전후 TZ+KSTEampfeb,()", max_size=40), st.sampled_from(["ko", "en"]))
def test_any_time(text: str, lang: str) -> None:
    found = find_stamp(text, lang)
    if found is not None:
        start, end, stamp = found
        assert 0 <= start < end <= len(text) and stamp.at.tzinfo is not None
    try:
        assert parse_published(text, lang).at.tzinfo is not None
    except ValueError as error:
        assert "\n" not in str(error)


@given(st.datetimes(min_value=dt.datetime(1990, 1, 1), max_value=dt.datetime(2090, 1, 1), timezones=st.timezones()))
def test_a_time_written_out_is_read_back(at: dt.datetime) -> None:
    at = at.replace(microsecond=0)
    assert parse_published(at.isoformat(), "ko").at.timestamp() == at.timestamp()


REPEATED = ("가" * 50 + "\n", "2024-02-14 " * 5 + "\n", "<div>", "<em>", "<b ", "<!--", "> ", "[", "![", "](", "[a](", "![a](b)", "*a", "-", "| - ",
            "입력 ", "a.b@c.", "1 > 2 > ", "---\n", "{", "[{", "“", "기자 ", "(사진=", "By A ")  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
def test_time_grows_with_length_only(piece: str) -> None:
    started = time.perf_counter()
    sound(read_text(piece * (40_000 // len(piece))))
    assert time.perf_counter() - started < 3


def test_brackets_without_end_are_no_json() -> None:
    for name in ("json", "jsonl"):
        (failure,) = parse(b'{"a":' + b"[" * 100_000, "x", name)
        assert isinstance(failure, Failure) and "not JSON" in failure.error and "\n" not in failure.error


def read_text(text: str) -> list[Article | Failure]:
    out: list[Article | Failure] = []
    for kind in ("text", "markdown", "html"):
        try:
            out += parse(text.encode(), "x", kind)
        except ValueError as error:
            out.append(Failure("x", str(error)))
    return out
