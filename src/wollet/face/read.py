"""The command that shows what is read of a page, file or feed."""

from __future__ import annotations

import click

from wollet.face.inputs import articles, reads_articles, write
from wollet.model.article import Failure
from wollet.model.story import Checked


@click.command()
@reads_articles
@click.option("--format", "form", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
def command(inputs: tuple[str, ...], published: str | None, lang: str | None, form: str) -> None:
    """Show what is read of a page, file or feed: the article without its surroundings.

    With --format json, the document that check prints, without claims; with --format jsonl, one article a line, in the
    form that the other commands take as input.
    """
    import msgspec

    failures: list[Failure] = []
    encode = msgspec.json.Encoder().encode
    done: list[Checked] = []
    for n, article in enumerate(articles(inputs, published, lang, failures)):
        if form == "json":
            done.append(Checked(article=article, verdicts=()))
            continue
        if form == "jsonl":
            from wollet.verify.report import article_json

            write(encode(article_json(article)) + b"\n")
            continue
        if n:
            click.echo("\n" + "─" * 40 + "\n")
        assumed = " (assumed)" if article.published_assumed else ""
        for name, value in (
            ("source", article.source),
            ("title", article.title),
            ("section", article.section),
            ("byline", article.byline),
            ("published", article.published.isoformat() + assumed),
            ("modified", article.modified.isoformat() if article.modified else None),
            ("lang", article.lang),
        ):
            if value:
                click.echo(click.style(f"{name:<10}", dim=True) + value)
        click.echo("\n" + article.text.strip())
    if form == "json":
        from wollet.verify.report import report

        write(encode(report(done, failures)) + b"\n")
    raise SystemExit(2 if failures else 0)
