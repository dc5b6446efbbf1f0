"""The documentation page of a family, drawn from its own source: meaning, limits, examples as they are read today."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from wollet.claim.family import Example, Family, family_of, section
from wollet.model.article import ZONE, Article
from wollet.model.claim import Claim

PUBLISHED = dt.datetime(2024, 2, 14, 8, 12)
"""When an example was published that does not say so, in the zone of its language."""


def page(family: Family, measured: Mapping[str, Any] | None = None) -> str:
    """Markdown: code and name, first line, meaning, what is not covered, examples, measured quality, source.

    `measured` is the family's part of `docs/measured/claims.json`: figures by name (precision, recall, whole, ...).
    """
    doc = family.doc.strip()
    parts = [
        f"# {family.name} ({family.code})",
        doc.split("\n\n", 1)[0],
        f"In the claim language: `{shape(family)}`.  Since {family.since}.",
        "## Meaning",
        told(doc, "Meaning"),
        "## Not covered",
        told(doc, "Not covered"),
        "## Examples",
        f"Published on {PUBLISHED:%Y-%m-%d} at {PUBLISHED:%H:%M}, in the zone of their language, where they do not say so.",
        examples(family),
    ]
    if measured:
        parts += ["## Measured", table(measured)]
    parts.append(f"[Source](../../src/wollet/claim/families/{family.name}.py)")
    return "\n\n".join(parts) + "\n"


def told(doc: str, title: str) -> str:
    """A section of a family's docstring, as sentences."""
    text = section(doc, title) or "–"
    return text[0].upper() + text[1:]


def shape(family: Family) -> str:
    """The canonical form of the family's first example, which shows what its claims hold."""
    for example in family.examples:
        found = read(family, example)[0] if example.want is not None else []
        if found:
            return str(found[0])
    return f"{family.head}(...)"


def examples(family: Family) -> str:
    """The sentences that the family reads, with their readings, then its near misses with what they are instead."""
    taken = [e for e in family.examples if e.want is not None]
    left = [e for e in family.examples if e.want is None]
    out = []
    for heading, told in (("Read", taken), ("Left alone", left)):
        if not told:
            continue
        rows = [f"| {cell(marked(e))} | {cell(reading(family, e))} |" for e in told]
        out.append("\n".join([f"| {heading} | as |", "|---|---|", *rows]))
    return "\n\n".join(out)


def reading(family: Family, example: Example) -> str:
    """What the braced expression of an example is read as."""
    own, others = read(family, example)
    if example.want is not None:
        return "<br>".join(f"`{c}`" for c in own) or "not read"
    if others:
        other = family_of(others[0])
        return f"[{other.name}]({other.name}.md)"
    return "no claim"


def read(family: Family, example: Example) -> tuple[list[Claim], list[Claim]]:
    """The claims on the braced expression: those of the family, and those of others."""
    from wollet.claim import claims
    from wollet.mention import find

    start, end = example.text.index("{"), example.text.index("}") - 1
    text = example.text.replace("{", "").replace("}", "")
    at = example.published or PUBLISHED
    at = at if at.tzinfo else at.replace(tzinfo=ZoneInfo(ZONE[example.lang]))
    article = Article(id="example", text=text, published=at, lang=example.lang)
    found = [c for c in claims(article, find(article)) if c.span[0] < end and c.span[1] > start]
    return [c for c in found if family_of(c) is family], [c for c in found if family_of(c) is not family]


def marked(example: Example) -> str:
    """The sentence with its expression in bold."""
    return re.sub(r"\{([^{}]*)\}", r"**\1**", example.text)


def table(measured: Mapping[str, Any]) -> str:
    """Figures by name, as two rows."""
    names = [k for k, v in measured.items() if isinstance(v, int | float | str)]
    head = " | ".join(n.replace("_", " ") for n in names)
    told = " | ".join(f"{v:.3f}" if isinstance(v := measured[n], float) else str(v) for n in names)
    return f"| {head} |\n|{'---|' * len(names)}\n| {told} |"


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
