"""The project's own sample articles: real facts and figures of the winter of 2024, in sentences of our own."""

from __future__ import annotations

from pathlib import Path

ARTICLES = Path(__file__).parent / "articles"


def articles() -> list[str]:
    """The sample files, by name; the README beside them is no article."""
    return sorted(str(p) for p in ARTICLES.iterdir() if p.suffix in (".html", ".txt", ".jsonl", ".md") and p.stem != "README")
