"""The command that lists what a text mentions."""

from __future__ import annotations

from typing import Any

import click

from wollet.face.inputs import articles, reads_articles, write
from wollet.model.article import Article, Failure
from wollet.model.mention import NUMBER_KINDS, Mention, Name
from wollet.model.quantity import Quantity
from wollet.model.story import Checked
from wollet.model.time import When
from wollet.read.places import place


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
        from wollet.verify.report import report

        write(encode({**report((), failures), "articles": done}) + b"\n")
    raise SystemExit(2 if failures else 0)


def document(article: Article, found: tuple[Mention, ...]) -> dict[str, Any]:
    """One article of the report, with its mentions and no claims; a number counts as read where it is mentioned."""
    from wollet.verify.coverage import coverage
    from wollet.verify.report import article_report

    numbers = (m.span for m in found if m.kind in NUMBER_KINDS)
    whole = Checked(article=article, verdicts=(), mentions=found, coverage=coverage(article, found, numbers))
    return article_report(whole, mentions=True)


def lines(article: Article, found: tuple[Mention, ...]) -> list[str]:
    """One line a mention: place, kind, words, value."""
    out = []
    for m in found:
        line, column = place(article, m.start)
        out.append(
            f"{article.source}:{line}:{column}: {m.kind:<12} {article.text[m.start : m.end]!r}  {told(m)}".rstrip()
        )
    return out


def told(m: Mention) -> str:
    from wollet.verify.report import number

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
