"""The command that lists forecasts: who foretold what, when it is due, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wollet.face.inputs import articles, data_folder, market_at, reads_articles, write
from wollet.face.running import checked_articles
from wollet.model.article import Failure

if TYPE_CHECKING:
    from wollet.model.story import Checked
    from wollet.model.verdict import Verdict


@click.command()
@reads_articles
@data_folder
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="One line a forecast.")
def command(inputs: tuple[str, ...], published: str | None, lang: str | None, data: str | None, form: str) -> None:
    """List the forecasts of INPUT with what became of them, by all that is known today.

    A forecast that is due and measured is supported or refuted; otherwise it says why it is open.  The exit status is
    0, or 2 where an input or option could not be used.
    """
    import msgspec

    from wollet.verify.report import claim_json

    market = market_at(data)
    failures: list[Failure] = []
    found = articles(inputs, published, lang, failures)
    for c in checked_articles(found, market, data, hindsight=True, jobs=1, failures=failures):
        for n, v in enumerate(c.verdicts, 1):
            if not foretold(v):
                continue
            if form == "jsonl":
                write(msgspec.json.encode({"article": c.article.id, **claim_json(v, f"c{n}")}) + b"\n")
            else:
                click.echo(line(v, c))
    raise SystemExit(2 if failures else 0)


def foretold(v: Verdict) -> bool:
    from wollet.claim.family import family_of

    return family_of(v.claim).name == "forecast"


def line(v: Verdict, c: Checked) -> str:
    """Due day, outcome, speaker, and the forecast in the claim language."""
    due = v.claim.when.end.isoformat() if v.claim.when is not None else "no day"
    said = v.claim.said_by or c.article.source
    return f"{due:<10}  {v.reason or v.label:<12}  {said}: {v.claim}"
