"""Findings in the formats of code review: SARIF 2.1.0 and GitHub workflow annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from wollet.claim.family import Family, families, family_of
from wollet.mention import unhurried as re
from wollet.model.article import Article
from wollet.model.story import Checked
from wollet.model.verdict import Verdict
from wollet.read.places import place
from wollet.verify.diagnostics import headline, measured
from wollet.verify.report import deciding
from wollet.verify.select import fingerprint

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
GITHUB = {"startLine": "line", "startColumn": "col", "endLine": "endLine", "endColumn": "endColumn"}
LINE_OF_FILE = re.compile(r"(.+\.(?:jsonl|ndjson)):(\d+)")
LEVEL = {"refuted": "error", "undecided": "note", "supported": "none"}


def sarif(checked: Iterable[Checked], version: str = "0") -> dict[str, Any]:
    """One SARIF run: a rule a family, a result a refuted or ambiguous claim."""
    results = [
        result(v, c.article) for c in checked for v in c.verdicts if v.label == "refuted" or v.reason == "ambiguous"
    ]
    driver = {"name": "wollet", "version": version, "rules": [rule(f) for f in families()]}
    return {
        "$schema": SARIF,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results, "columnKind": "unicodeCodePoints"}],
    }


def rule(f: Family) -> dict[str, Any]:
    return {"id": f.code, "name": f.name, "shortDescription": {"text": first_line(f)}}


def first_line(f: Family) -> str:
    return (f.doc or f.name).strip().splitlines()[0]


def result(v: Verdict, article: Article) -> dict[str, Any]:
    """One finding with its place and a fingerprint that survives moved lines."""
    file, region = location(v, article)
    return {
        "ruleId": family_of(v.claim).code,
        "level": LEVEL[v.label],
        "message": {"text": message(v)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(file)}, "region": region}}],
        "partialFingerprints": {"wollet/v1": fingerprint(v, article)},
    }


def message(v: Verdict) -> str:
    """A finding in one or two sentences."""
    shown = deciding(v)
    out = headline(v)
    if shown is not None and shown.evidence is not None:
        out += f"; measured {measured(shown.evidence, v.claim)}"
    return out + (f"; {v.help}" if v.help else "")


def location(v: Verdict, article: Article) -> tuple[str, dict[str, int]]:
    """The file and the region of a claim in it; an article that is a line of a file is that whole line."""
    name = article.source if article.source != "-" else article.id
    if m := LINE_OF_FILE.fullmatch(name):
        return m[1], {"startLine": int(m[2])}
    start, last = place(article, v.claim.span[0]), place(article, v.claim.span[1] - 1)
    return name, {"startLine": start[0], "startColumn": start[1], "endLine": last[0], "endColumn": last[1] + 1}


def github(checked: Iterable[Checked]) -> Iterator[str]:
    """One workflow command a refuted claim."""
    for c in checked:
        for v in c.verdicts:
            if v.label != "refuted":
                continue
            file, region = location(v, c.article)
            props = {GITHUB[k]: x for k, x in region.items()}
            head = ",".join(f"{k}={escaped(str(x), ',:')}" for k, x in {"file": file, **props}.items())
            yield f"::error {head},title={family_of(v.claim).code} refuted::{escaped(message(v))}"


def escaped(s: str, more: str = "") -> str:
    """Workflow commands end at a line break; percent signs and separators travel encoded."""
    s = s.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for c in more:
        s = s.replace(c, f"%{ord(c):02X}")
    return s
