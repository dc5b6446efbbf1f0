"""Coverage counts the numbers a reader would want checked, and no dates, clocks, codes or bylines."""

import datetime as dt

import pytest

from wollet.model.article import Article
from wollet.verify.coverage import coverage


def count(text: str, *read: str, byline: str | None = None) -> tuple[int, int]:
    lang = "ko" if any("가" <= c <= "힣" for c in text) else "en"
    article = Article(id="t", text=text, published=dt.datetime(2024, 2, 14, tzinfo=dt.UTC), lang=lang, byline=byline)  # type: ignore[arg-type]
    spans = [(text.index(r), text.index(r) + len(r)) for r in read]
    c = coverage(article, (), spans)
    assert c.numbers - c.read == len(c.unread)
    return c.numbers, c.read


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("코스피는 2월 14일 2,620.42에 마감했다", 1),
        ("2024년 2월 14일 오전 9시 30분", 0),
        ("삼성전자(005930)는 1.2% 올랐다", 1),
        ("7일 만에 3% 올랐다", 2),
        ("7일 3% 올랐다", 1),
        ("On Feb. 13, 2024 at 9:30 a.m. the index fell 1.4%.", 1),
        ("mail a.b99@news.com or see https://x.com/123", 0),
        ("In 2023 sales were $2,023.", 1),
    ],
)
def test_tokens(text: str, numbers: int) -> None:
    assert count(text)[0] == numbers


def test_read_tokens_are_those_inside_claims() -> None:
    assert count("지수는 0.30% 내린 15,942.55", "0.30%") == (2, 1)


def test_byline_is_no_number() -> None:
    assert count("홍길동 3팀\n0.3% 올랐다", byline="홍길동 3팀") == (1, 0)
