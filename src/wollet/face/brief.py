"""The command that writes the briefing: articles in, checked, told as trends, written as pages and files."""

from __future__ import annotations

import datetime as dt
import sys
import time
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wollet.face.inputs import articles, data_folder, market_at, told_time
from wollet.face.running import checked_articles
from wollet.model.article import Failure

if TYPE_CHECKING:
    from wollet.model.market import MarketData
    from wollet.model.story import Checked

DAILY = 2
"""A daily programme tells the articles of its day and of the day before."""


@click.command()
@click.argument("inputs", metavar="[INPUT]...", nargs=-1)
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder to write into: the archive.")
@click.option("--lang", type=click.Choice(["ko", "en", "both"]), default="both", show_default=True, help="The briefing's language.")
@click.option("--date", metavar="DAY", help="The programme's day, such as 2024-02-14; else that of the newest article.")
@click.option("--daily", is_flag=True, help="One briefing for each day that has articles.")
@click.option("--samples", is_flag=True, help="Take the sample articles that come with wollet, too.")
@told_time
@click.option("--article-lang", type=click.Choice(["ko", "en"]), help="Language of articles that do not state it.")
@data_folder
@click.option("--hindsight", is_flag=True, help="Use data that became known after publication, too.")
@click.option("--polish", metavar="URL", help="Let a language model at this OpenAI-compatible address word the sentences; else $WOLLET_POLISH.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to check with.")
@click.option("-q", "--quiet", is_flag=True, help="Do not list the files written.")
def command(
    inputs: tuple[str, ...],
    out: Path,
    lang: str,
    date: str | None,
    daily: bool,
    samples: bool,
    published: str | None,
    article_lang: str | None,
    data: str | None,
    hindsight: bool,
    polish: str | None,
    jobs: int,
    quiet: bool,
) -> None:
    """Write the briefing of INPUT into --out: pages, Markdown, JSON, calendar, feed, script and mail.

    INPUT is a file (.html .txt .md .jsonl), a folder, a web address, or - for standard input.  Of the samples alone,
    every day gets its briefing.  The exit status is 0, or 2 where an input or option could not be used.
    """
    if not inputs and not samples:
        raise click.UsageError("no INPUT: name files, folders or addresses, or take --samples")
    day = parsed(date)
    market = market_at(data)
    failures: list[Failure] = []
    started = time.monotonic()
    found = articles(inputs, published, article_lang, failures)
    if samples:
        from wollet.samples import articles as shipped

        found = chain(found, articles(shipped(), None, None, failures))
        daily = daily or (not inputs and day is None)
    checked = list(checked_articles(found, market, data, hindsight=hindsight, jobs=jobs, failures=failures))
    if not checked:
        raise click.ClickException("no article could be read: there is nothing to tell")
    files = told(checked, market, ("ko", "en") if lang == "both" else (lang,), day, daily, out, polish)
    if not quiet:
        listed(list(dict.fromkeys(files)))
        found_wrong(checked)
    if sys.stderr.isatty():
        click.echo(f"{len(checked)} articles, {len(set(files))} files in {time.monotonic() - started:.1f} s", err=True)
    raise SystemExit(2 if failures else 0)


def told(
    checked: list[Checked], market: MarketData, langs: tuple[str, ...], day: dt.date | None, daily: bool, out: Path, polish: str | None
) -> list[Path]:
    """Compose and write; one line and exit status 2 where the day has no article or the folder cannot be written."""
    from wollet.brief import write
    from wollet.brief.polish import polished, polisher
    from wollet.brief.programme import DAYS, day_of, programme

    try:
        wording = polisher(polish)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    days: list[dt.date | None] = [day]
    if daily:
        days = [d for d in sorted({day_of(c.article) for c in checked}) if day is None or d <= day]
    files: list[Path] = []
    for d in days:
        try:
            p = programme(checked, market, langs=langs, date=d, days=DAILY if daily else DAYS)
            if wording is not None:
                p = polished(p, market, wording, tell=lambda line: click.echo(f"wollet: {line}", err=True))
            files += write(p, market, out)
        except ValueError as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            raise click.ClickException(f"{out}: cannot be written ({error.strerror or error}): give --out a folder of yours") from error
    return files


def listed(files: list[Path]) -> None:
    """One line a day: its pages; then the list of all, with what lies beside them."""
    days: dict[str, list[Path]] = {}
    for f in files:
        if f.suffix == ".html" and not f.name.endswith(".mail.html") and f.name != "index.html":
            days.setdefault(f.name.partition(".")[0], []).append(f)
    for pages in days.values():
        click.echo("  ".join(str(p) for p in pages))
    stem = next(iter(days.values()))[0].name.removesuffix("html")
    beside = ", ".join(f.name.removeprefix(stem) for f in files if f.name.startswith(stem) and f.name != f"{stem}html")
    feeds = ", ".join(f.name for f in files if f.name.startswith("feed."))
    for f in files:
        if f.name == "index.html":
            click.echo(f"{f}  (each page also as {beside}; {feeds})")


def found_wrong(checked: list[Checked]) -> None:
    """What the articles hold in one line, then a line for each statement that the data refute."""
    from wollet.read.places import place
    from wollet.verify.diagnostics import counted, summary

    click.echo(f"{counted(len(checked), 'article')}, {summary([v for c in checked for v in c.verdicts])}")
    for c in checked:
        for v in c.verdicts:
            if v.label == "refuted":
                row, column = place(c.article, v.claim.span[0])
                label = click.style("refuted", fg="red", bold=True)
                click.echo(f"{label} {Path(c.article.source).name}:{row}:{column} {' '.join(v.claim.quote.split())}: {v.help or v.claim}")


def parsed(date: str | None) -> dt.date | None:
    if date is None:
        return None
    try:
        return dt.date.fromisoformat(date)
    except ValueError as error:
        raise click.BadParameter(f"{date!r} is no date: write it as 2024-02-14", param_hint="--date") from error
