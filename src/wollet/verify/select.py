"""Which claims are shown: chosen by code, silenced by a comment in the text, or accepted in a baseline."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from wollet.claim.family import families, family_of
from wollet.mention import unhurried as re
from wollet.model.article import Article
from wollet.model.story import Checked
from wollet.model.verdict import Verdict

FailOn = Literal["refuted", "gross", "undecided", "never"]
COMMENT = re.compile(
    r"(?:<!--|\[//\]: # \(|%%|//|#)\s*wollet:\s*ignore(-file)?(?:\s+([A-Za-z]{3,12}(?:[\s,]+[A-Za-z]{3,12})*))?\s*(?:-->|\)|%%|$)",
    re.MULTILINE,
)
BASELINE = "wollet.baseline/1"


def families_named(words: Iterable[str]) -> frozenset[str]:
    """Codes and names out of options such as ("CHG,LVL", "record"); ValueError where there is no such family."""
    wanted = frozenset(w.strip().lower() for word in words for w in word.split(",") if w.strip())
    known = [(f.code.lower(), f.name) for f in families()]
    for word in sorted(wanted):
        if not any(code.startswith(word) or name == word for code, name in known):
            raise ValueError(f"no family {word!r}: there are {', '.join(f'{c.upper()} ({n})' for c, n in known)}")
    return wanted


def chosen(v: Verdict, select: frozenset[str] = frozenset(), ignore: frozenset[str] = frozenset()) -> bool:
    """Whether a claim's family is selected and not ignored (by code, name or the start of a code)."""
    family = family_of(v.claim)
    own = (family.code.lower(), family.name)
    hit = lambda words: any(own[0].startswith(w) or own[1] == w for w in words)  # noqa: E731
    return (not select or hit(select)) and not hit(ignore)


class Silence(msgspec.Struct, frozen=True):
    """A stretch of text whose claims are not reported; no codes: all of them."""

    start: int
    end: int
    codes: frozenset[str]


def silences(text: str) -> list[Silence]:
    """What the comments in a text silence.

    Meaning: `<!-- wollet: ignore CHG -->` behind a sentence silences its line; alone on a line it silences the next
    one; `<!-- wollet: ignore-file -->` silences the whole text.  Without codes every family is silenced.
    """
    if "wollet:" not in text:
        return []
    out = []
    for m in COMMENT.finditer(text):
        names = frozenset(w.lower() for w in re.split(r"[\s,]+", m[2] or "") if w)
        if m[1]:
            out.append(Silence(0, len(text), names))
            continue
        start = text.rfind("\n", 0, m.start()) + 1
        end = text.find("\n", m.end())
        end = len(text) if end < 0 else end
        if not (text[start : m.start()] + text[m.end() : end]).strip():
            start = end + 1
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
        out.append(Silence(start, end, names))
    return out


def silenced(v: Verdict, where: Sequence[Silence]) -> bool:
    """Whether a comment in the text silences this claim."""
    at = v.claim.span[0]
    family = family_of(v.claim)
    return any(s.start <= at < s.end and (not s.codes or s.codes & {family.code.lower(), family.name}) for s in where)


def narrowed(
    c: Checked,
    select: frozenset[str] = frozenset(),
    ignore: frozenset[str] = frozenset(),
    known: Counter[str] | None = None,
) -> Checked:
    """A checked article with only the claims to be reported; `known` holds the baseline's counts and is used up.

    What is refuted and yet not reported, for a comment or the baseline, is counted as `silenced`.
    """
    where = silences(c.article.text)
    kept = []
    hidden = 0
    for v in c.verdicts:
        if not chosen(v, select, ignore):
            continue
        if silenced(v, where):
            hidden += v.label == "refuted"
            continue
        if known is not None and v.label == "refuted":
            key = fingerprint(v, c.article)
            if known[key] > 0:
                known[key] -= 1
                hidden += 1
                continue
        kept.append(v)
    return c if len(kept) == len(c.verdicts) else msgspec.structs.replace(c, verdicts=tuple(kept), silenced=hidden)


def fingerprint(v: Verdict, article: Article) -> str:
    """What identifies an accepted finding: article, family, canonical claim and wording, not its place."""
    parts = (article.id, family_of(v.claim).code, str(v.claim), v.claim.quote)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def baseline(checked: Iterable[Checked]) -> dict[str, object]:
    """The refuted claims of today, to be accepted from now on."""
    counts: Counter[str] = Counter()
    told: dict[str, str] = {}
    for c in checked:
        for v in c.verdicts:
            if v.label == "refuted":
                key = fingerprint(v, c.article)
                counts[key] += 1
                told[key] = f"{c.article.id}: {v.claim}"
    return {"schema": BASELINE, "accepted": {k: {"count": n, "claim": told[k]} for k, n in sorted(counts.items())}}


def read_baseline(path: Path) -> Counter[str]:
    """The counts of a baseline file; a ValueError says in one line why it cannot be used."""
    if not path.exists():
        raise ValueError(f"{path}: no such baseline: write one with --write-baseline")
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data.get("schema") != BASELINE:
            raise ValueError(f"schema is {data.get('schema')!r}, not {BASELINE!r}")
        return Counter({k: int(x["count"]) for k, x in data["accepted"].items()})
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, KeyError, TypeError, AttributeError) as e:
        raise ValueError(f"{path}: not a baseline written by wollet ({type(e).__name__})") from e


def fails(verdicts: Iterable[Verdict], on: FailOn = "refuted") -> bool:
    """Whether the verdicts call for a failing exit status."""
    if on == "never":
        return False
    wanted = {"refuted": ("refuted",), "gross": ("refuted",), "undecided": ("refuted", "undecided")}[on]
    return any(v.label in wanted and (on != "gross" or v.gross) for v in verdicts)
