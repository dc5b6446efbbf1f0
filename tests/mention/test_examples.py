"""Every kind module's examples: the marked expression is read, once, whole and with its value; near misses are not."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import wollet.mention
from wollet.mention.example import Example, article_of, differences
from wollet.model.mention import NUMBER_KINDS


def _cases() -> Iterator[object]:
    for info in pkgutil.iter_modules(wollet.mention.__path__):
        module = importlib.import_module(f"wollet.mention.{info.name}")
        for example in getattr(module, "EXAMPLES", ()):
            for text in example.texts:
                yield pytest.param(example, text, id=f"{info.name}: {text[:50]}")


@pytest.mark.parametrize(("example", "text"), list(_cases()))
def test_example(example: Example, text: str) -> None:
    article, start, end = article_of(example, text)
    kinds = NUMBER_KINDS if not example.kind else {example.kind}
    found = wollet.mention.find(article)
    touching = [m for m in found if m.kind in kinds and m.start < end and m.end > start]
    read = [(m.kind, article.text[m.start : m.end], m.value) for m in found]
    if example.want is None:
        assert not touching, f"must not be read, but was: {read}"
        return
    assert touching, f"not read; found {read}"
    exact = [m for m in touching if m.span == (start, end)]
    assert exact, f"read in part or too far; found {read}"
    assert len(exact) == 1, f"read several times: {read}"
    wrong = differences(example, exact[0])
    assert not wrong, f"wrong value: {'; '.join(wrong)}"
