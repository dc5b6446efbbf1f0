"""The command that lists what a text mentions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import click

from wollet.face.inputs import articles, reads_articles, write
from wollet.model.article import Article, Failure
from wollet.model.mention import Mention, Name, Word
from wollet.model.quantity import Quantity
from wollet.model.time import When


@click.command()
@reads_articles
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
def command(inputs: tuple[str, ...], published: str | None, lang: str | None, form: str) -> None:
    """List the numbers, dates, names and words of meaning that a text holds."""
    import msgspec

    from wollet.mention import find

    failures: list[Failure] = []
    done: list[Any] = []
    encode = msgspec.json.Encoder().encode
    for article in articles(inputs, published, lang, failures):
        found = find(article)
        if form == "text":
            for line in lines(article, found):
                click.echo(line)
        elif form == "jsonl":
            write(encode(document(article, found)) + b"\n")
        else:
            done.append(msgspec.Raw(encode(document(article, found))))
    if form == "json":
        errors = [{"input": f.input, "error": f.error} for f in failures]
        write(
            encode(
                {
                    "schema": "wollet.report/1",
                    "data": {"as_of": None, "sources": []},
                    "articles": done,
                    "errors": errors,
                }
            )
            + b"\n"
        )
    raise SystemExit(2 if failures else 0)


def document(article: Article, found: tuple[Mention, ...]) -> dict[str, Any]:
    """One article of the report, with its mentions and no claims."""
    return {
        "article": article_json(article),
        "claims": [],
        "mentions": [mention_json(m, article.text) for m in found],
        "coverage": {"numbers": 0, "read": 0, "unread": []},
    }


def lines(article: Article, found: tuple[Mention, ...]) -> list[str]:
    """One line a mention: place, kind, words, value."""
    out = []
    for m in found:
        line = article.text.count("\n", 0, m.start) + 1
        column = m.start - article.text.rfind("\n", 0, m.start)
        out.append(
            f"{article.source}:{line}:{column}: {m.kind:<12} {article.text[m.start : m.end]!r}  {told(m)}".rstrip()
        )
    return out


def told(m: Mention) -> str:
    v = m.value
    if isinstance(v, Quantity):
        low, high = number(v.low), number(v.high)
        amount = low if low == high else f"{low or ''}..{high or ''}"
        return " ".join(x for x in (v.hedge, amount, v.unit) if x)
    if isinstance(v, When):
        return f"{v.start or ''}..{v.end or ''}"
    if isinstance(v, Name):
        return " | ".join(v.ids) or v.name
    return f"{v.code} {v.direction or ''}".rstrip()


def article_json(a: Article) -> dict[str, Any]:
    return {
        "id": a.id, "url": a.url, "title": a.title, "section": a.section, "byline": a.byline,
        "published": a.published.isoformat(), "published_assumed": a.published_assumed,
        "modified": a.modified.isoformat() if a.modified else None, "lang": a.lang, "text": a.text,
    }  # fmt: skip


def mention_json(m: Mention, text: str) -> dict[str, Any]:
    out: dict[str, Any] = {
        "span": [m.start, m.end], "quote": text[m.start : m.end], "kind": m.kind, "low": None, "high": None,
        "unit": None, "hedge": None, "start": None, "end": None, "ids": [],
    }  # fmt: skip
    v = m.value
    if isinstance(v, Quantity):
        out |= {"low": number(v.low), "high": number(v.high), "unit": v.unit or None, "hedge": v.hedge}
    elif isinstance(v, When):
        out |= {"start": v.start and v.start.isoformat(), "end": v.end and v.end.isoformat()}
    elif isinstance(v, Name):
        out |= {"ids": list(v.ids)}
    elif isinstance(v, Word):
        out |= {"code": v.code, "direction": v.direction}
    return out


def number(x: Decimal | None) -> str | None:
    if x is None:
        return None
    s = format(x, "f")
    return (s.rstrip("0").rstrip(".") or "0") if "." in s else s
