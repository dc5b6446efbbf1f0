"""The command that shows what changed between two versions of a text."""

from __future__ import annotations

import click

from wollet.face.inputs import articles, data_folder, market_at, told_language, told_time, write
from wollet.model.article import Failure


@click.command()
@click.argument("before")
@click.argument("after")
@told_time
@told_language
@data_folder
@click.option("--hindsight", is_flag=True, help="Use data that became known after publication, too.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(
    before: str, after: str, published: str | None, lang: str | None, data: str | None, hindsight: bool, form: str
) -> None:
    """Show what changed between two versions of a text: figures, claims and verdicts.

    The exit status is 0 where nothing changed, 1 where something did, 2 where a text could not be read.
    """
    import msgspec

    from wollet.verify.check import check
    from wollet.verify.diff import diff
    from wollet.verify.report import article_report

    market = market_at(data)
    failures: list[Failure] = []
    sides = []
    for name in (before, after):
        found = list(articles((name,), published, lang, failures))
        if len(found) > 1:
            raise click.ClickException(f"{name}: holds {len(found)} articles: compare one with one")
        if found:
            sides.append(article_report(check(found[0], market, hindsight=hindsight))["claims"])
    if failures:
        raise SystemExit(2)
    changes = diff(*sides)
    if form == "json":
        write(msgspec.json.encode(changes) + b"\n")
    else:
        for change in changes:
            click.echo(str(change))
    raise SystemExit(1 if changes else 0)
