"""Notes of readings are told in the language of the article: no wording is left in English for a Korean reader."""

from __future__ import annotations

import ast
import importlib.resources
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import wollet
from wollet.market.imports import checks
from wollet.verify.notes import KO, MADE, noted

PACKAGE = Path(str(importlib.resources.files(wollet)))
ENGLISH = re.compile(r"[a-z]{3,} [a-z]{2,}")


def texts(node: ast.expr, named: dict[str, str]) -> Iterator[str]:
    """The wordings that an expression can give, with a digit in the place of what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(v.value) if isinstance(v, ast.Constant) else "1" for v in node.values)
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body, named)
        yield from texts(node.orelse, named)
    elif isinstance(node, ast.Name) and node.id in named:
        yield named[node.id]


def wordings() -> Iterator[tuple[str, str]]:
    """Every wording of a note or a doubt that claims and judge hold, with its file."""
    for path in sorted([*PACKAGE.glob("claim/**/*.py"), *PACKAGE.glob("verify/*.py")]):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {
            n.targets[0].id: n.value.value for n in tree.body
            if isinstance(n, ast.Assign) and isinstance(n.targets[0], ast.Name) and isinstance(n.value, ast.Constant) and isinstance(n.value.value, str)
        }  # fmt: skip
        for n in ast.walk(tree):
            told: list[ast.expr] = []
            if isinstance(n, ast.Call):
                told = [k.value for k in n.keywords if k.arg in ("note", "doubt")]
            elif (isinstance(n, ast.Assign) and any(getattr(t, "id", "") in ("note", "doubt") for t in n.targets)) or (isinstance(n, ast.Assign) and any(isinstance(t, ast.Subscript) and getattr(t.slice, "value", "") == "doubt" for t in n.targets)) or (isinstance(n, ast.Return) and n.value is not None and path.name == "doubts.py"):
                told = [n.value]
            yield from ((path.name, text) for x in told for text in texts(x, named))


def test_the_search_for_wordings_finds_them() -> None:
    found = {text for _, text in wordings()}
    assert {"prices right beside the close", "the future is meant, not the thing itself", "by 1"} <= found and len(found) > 20


@pytest.mark.parametrize(("file", "text"), sorted(set(wordings())))
def test_every_wording_has_its_korean(file: str, text: str) -> None:
    assert text in KO or MADE.fullmatch(text) or not ENGLISH.search(text), f"{file}: give the note {text!r} its Korean in verify/notes.py"


@pytest.mark.parametrize("reason", checks.REASONS[1:])
def test_every_doubt_of_the_import_is_told_in_korean(reason: str) -> None:
    told = noted(f"doubtful row: {reason}", "ko")
    assert told is not None and told.startswith("의심스러운 자료: ") and not ENGLISH.search(told)


def test_what_is_filled_in_stays() -> None:
    assert noted("fixing: FRED noon, 2024-02-13", "ko") == "적용 환율: FRED noon, 2024-02-13"
    assert noted("2024-02-13 is a Tuesday", "ko") == "2024-02-13은(는) 화요일"
    assert noted("721.33-722.48", "ko") == "721.33-722.48" and noted("by Yahoo Finance", "en") == "by Yahoo Finance"


def test_a_korean_article_is_told_its_notes_in_korean_and_an_english_one_in_english() -> None:
    korean = wollet.check("엔비디아가 85% 급등했다.", published="2024-02-12T17:30-05:00", lang="ko").to_dict()
    english = wollet.check("Nvidia soared 85%.", published="2024-02-12T17:30-05:00", lang="en").to_dict()
    notes = [{r["note"] for a in x["articles"] for c in a["claims"] for r in c["readings"] if r["note"]} for x in (korean, english)]
    assert "하루의 등락으로 보기에는 폭이 큽니다" in notes[0] and not any(ENGLISH.search(n) for n in notes[0]), notes
    assert "a move so large is rarely one session's" in notes[1], notes
