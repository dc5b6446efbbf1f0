"""Drafts whose figures are marked: {right|wrong} holds one that is borne out and one in its place that is refuted; {right|} only the first."""

from __future__ import annotations

import re

import wollet
from wollet.read import markdown

MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


def labels(published: str, draft: str, wrong: int | None = None) -> list[tuple[str, str | None]]:
    """Each marked figure of a draft with its verdict (of several the worst), one of them in its wrong form."""
    marks = list(MARK.finditer(draft))
    figures = [m[2] if i == wrong else m[1] for i, m in enumerate(marks)]
    parts = MARK.split(draft)[::3]
    text = parts[0] + "".join(f + p for f, p in zip(figures, parts[1:], strict=True))
    article = markdown.article(text, "draft.md", published=published)
    verdicts = list(wollet.check(article))
    out: list[tuple[str, str | None]] = []
    at = 0
    for figure in figures:
        at = article.text.index(figure, at)
        found = {v.label for v in verdicts if v.claim.span[0] < at + len(figure) and at < v.claim.span[1]}
        out.append((figure, next((x for x in ("refuted", "undecided", "supported") if x in found), None)))
        at += len(figure)
    return out
