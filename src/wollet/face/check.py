"""The command that checks: every statement against market data, with exit status 1 where something is refuted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wollet.face.inputs import articles, data_folder, market_at, reads_articles, write
from wollet.face.running import checked_articles, watched
from wollet.model.article import Failure
from wollet.model.market import MarketData

if TYPE_CHECKING:
    from wollet.model.story import Checked

FORMATS = ["text", "json", "jsonl", "sarif", "github"]


@click.command()
@reads_articles
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@data_folder
@click.option("--hindsight", is_flag=True, help="Use data that became known after publication, too.")
@click.option("--select", multiple=True, metavar="CODES", help="Only these families: CHG,LVL or change,level.")
@click.option("--ignore", multiple=True, metavar="CODES", help="All families but these.")
@click.option(
    "--fail-on",
    type=click.Choice(["refuted", "gross", "undecided", "never"]),
    default="refuted",
    show_default=True,
    help="What makes the exit status 1.",
)
@click.option(
    "--baseline", type=click.Path(dir_okay=False, path_type=Path), help="Do not report what this file accepts."
)
@click.option(
    "--write-baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Accept what is refuted now: write it there.",
)
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to check with.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes.")
@click.option("-v", "--verbose", is_flag=True, help="The proof of every claim, not of the refuted alone, and the numbers that were not read.")
@click.option("-q", "--quiet", is_flag=True, help="Only what is refuted.")
def command(
    inputs: tuple[str, ...],
    published: str | None,
    lang: str | None,
    form: str,
    data: str | None,
    hindsight: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    baseline: Path | None,
    write_baseline: Path | None,
    jobs: int,
    watch: bool,
    verbose: bool,
    quiet: bool,
) -> None:
    """Check every statement against market data: supported, refuted or undecided, with the proof.

    INPUT is a file (.html .txt .md .jsonl), a folder, a web address, or - for standard input.  The exit status is 0
    where nothing is refuted, 1 where something is, 2 where an input or option could not be used.
    """
    from wollet.verify import select as chosen

    market = market_at(data)
    if write_baseline is not None and not write_baseline.absolute().parent.is_dir():
        raise click.UsageError(f"--write-baseline {write_baseline}: there is no folder {write_baseline.parent}: make it first")
    try:
        known = chosen.read_baseline(baseline) if baseline else None
        wanted, unwanted = chosen.families_named(select), chosen.families_named(ignore)
    except ValueError as error:
        raise click.UsageError(str(error)) from error

    def once(names: tuple[str, ...]) -> int:
        failures: list[Failure] = []
        found = checked_articles(
            articles(names, published, lang, failures), market, data, hindsight=hindsight, jobs=jobs, failures=failures
        )
        left = None if known is None else known.copy()
        kept = (chosen.narrowed(c, wanted, unwanted, left) for c in found)
        if write_baseline is not None:
            import json

            from wollet.verify.diagnostics import counted

            accepted = chosen.baseline(kept)
            write_baseline.write_text(json.dumps(accepted, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            click.echo(f"{write_baseline}: {counted(len(accepted['accepted']), 'finding')} accepted", err=True)  # type: ignore[arg-type]
            return 2 if failures else 0
        failing = show(kept, form, failures, market, fail_on, verbose=verbose, quiet=quiet)
        return 2 if failures else 1 if failing else 0

    if watch:
        watched(inputs, once)
    raise SystemExit(once(inputs))


def show(
    found: object, form: str, failures: list[Failure], market: MarketData, fail_on: str, *, verbose: bool, quiet: bool
) -> bool:
    """Print what was found in the format asked for; whether it calls for a failing exit status."""
    import msgspec

    from wollet.face import listing
    from wollet.verify.report import SCHEMA, article_report, data_json
    from wollet.verify.select import fails

    encode = msgspec.json.Encoder().encode
    failing = False
    done: list[msgspec.Raw] = []
    kept: list[Checked] = []
    tally = listing.Tally()
    for c in found:  # type: ignore[attr-defined]
        failing |= fails(c.verdicts, fail_on)  # type: ignore[arg-type]
        if form == "jsonl":
            write(encode(article_report(c, packed=lambda claim: msgspec.Raw(encode(claim)))) + b"\n")
        elif form == "json":
            done.append(msgspec.Raw(encode(article_report(c, packed=lambda claim: msgspec.Raw(encode(claim))))))
        elif form == "text":
            listing.show(c, tally, verbose=verbose, quiet=quiet)
        else:
            kept.append(c)
    if form == "json":
        errors = [{"input": f.input, "error": f.error} for f in failures]
        write(encode({"schema": SCHEMA, "data": data_json(market), "articles": done, "errors": errors}) + b"\n")
    elif form == "text" and tally.articles:
        click.echo(tally.told())
    elif form == "sarif":
        from wollet import __version__
        from wollet.verify.annotate import sarif

        write(msgspec.json.format(encode(sarif(kept, __version__)), indent=1) + b"\n")
    elif form == "github":
        from wollet.verify.annotate import github

        for line in github(kept):
            click.echo(line)
    return failing
