"""Every family's examples are read as they say, and its near misses are left alone."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from wollet.claim import claims
from wollet.claim.family import Example, Family, families, family_of
from wollet.mention import find
from wollet.model.article import ZONE, Article

NOW = dt.datetime(2024, 2, 14, 8, 12)
CASES = [
    pytest.param(f, e, id=f"{f.code}-{e.lang}-{'reads' if e.want is not None else 'ignores'}-{n}")
    for f in families()
    for n, e in enumerate(f.examples)
]


def told(example: Example) -> tuple[Article, tuple[int, int]]:
    start, end = example.text.index("{"), example.text.index("}") - 1
    published = example.published or NOW
    if published.tzinfo is None:
        published = published.replace(tzinfo=ZoneInfo(ZONE[example.lang]))
    text = example.text.replace("{", "").replace("}", "")
    return Article(id="example", text=text, published=published, lang=example.lang), (start, end)


def same(want: object, got: object) -> bool:
    if want is None or got is None:
        return want is got
    if isinstance(got, Decimal):
        return got == Decimal(str(want))
    return str(want) == (got.isoformat() if isinstance(got, dt.date) else str(got))


@pytest.mark.parametrize(("family", "example"), CASES)
def test_example(family: Family, example: Example) -> None:
    article, (start, end) = told(example)
    found = [
        c
        for c in claims(article, find(article))
        if family_of(c) is family and c.span[0] < end and c.span[1] > start
    ]
    if example.want is None:
        assert not found, f"read as {found[0]}"
        return
    assert found, "not read"
    problems: list[str] = []
    for claim in found:
        problems = []
        for path, want in example.want.items():
            got: object = claim
            for part in path.split("__"):
                got = getattr(got, part)
            if not same(want, got):
                problems.append(f"{path}: wanted {want!r}, read {got!r}")
        if not problems:
            return
    assert not problems, problems


def test_every_family_tells_its_meaning_and_both_sides() -> None:
    for f in families():
        assert "Meaning:" in f.doc, f.name
        assert "Not covered:" in f.doc, f.name
        assert {"ko", "en"} <= {e.lang for e in f.examples}, f.name
        assert {True, False} == {e.want is None for e in f.examples}, f.name
