"""Words to search by: Korean in pairs of syllables, other scripts in words, figures as one word each.

Korean words carry particles and run together ("반도체주가"), and many that matter have two syllables (시총, 급락), which
three-letter grams cannot match.  A run of n syllables gives n - 1 pairs and its last syllable, so that every stretch of
it, however short, is a phrase of the index.
"""

from __future__ import annotations

import re
import unicodedata

_TOKEN = re.compile(r"[가-힣]+|\d[\d,]*(?:\.\d+)?|[^\W\d_가-힣]+")
LIMIT = 32
"""A query looks for so many of its words at most."""


def tokens(text: str) -> list[str]:
    """The words of a text as they are indexed, in order."""
    out: list[str] = []
    for m in _TOKEN.finditer(unicodedata.normalize("NFC", text)):
        run = m[0]
        if "가" <= run[0] <= "힣":
            out += [run[i : i + 2] for i in range(len(run) - 1)]
            out.append(run[-1])
        else:
            out.append(_plain(run))
    return out


def indexed(text: str) -> str:
    """The text as the full-text index takes it in."""
    return " ".join(tokens(text))


def query(text: str) -> str:
    """A full-text question: every word must occur, a Korean word as an unbroken stretch; empty where no word is asked."""
    parts = []
    for m in list(_TOKEN.finditer(unicodedata.normalize("NFC", text)))[:LIMIT]:
        run = m[0]
        if not "가" <= run[0] <= "힣":
            parts.append(f'"{_plain(run)}"')
        elif len(run) == 1:
            parts.append(f'"{run}"*')
        else:
            parts.append('"' + " ".join(run[i : i + 2] for i in range(len(run) - 1)) + '"')
    return " AND ".join(parts)


def _plain(run: str) -> str:
    """Small letters; a figure without its separators, its point written as a letter the index keeps."""
    return run.replace(",", "").replace(".", "p") if run[0].isdigit() else run.lower()
