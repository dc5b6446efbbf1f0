"""What commands that read articles share: their arguments, and one clear line for what could not be used."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from wollet.model.article import Article, Failure
from wollet.model.market import MarketData

JUST_NOW = dt.timedelta(seconds=10)
F = TypeVar("F", bound=Callable[..., Any])


told_time = click.option(
    "--published",
    metavar="TIME",
    help="Publication time, such as 2024-02-14 or 2024-02-14T08:12+09:00; lines of JSON that state their own keep it.",
)
told_language = click.option(
    "--lang",
    type=click.Choice(["ko", "en"]),
    help="Language, where the input does not state it; else told by its letters.",
)
data_folder = click.option(
    "--data", metavar="FOLDER", help="The market store; else $WOLLET_DATA; else the sample that comes with wollet."
)


def reads_articles(command: F) -> F:
    """INPUT… with --published and --lang."""
    return click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)(told_time(told_language(command)))


def market_at(folder: str | None) -> MarketData:
    """The market store at a folder; one line and exit status 2 where there is none."""
    from wollet.market import open_market

    chosen = folder or os.environ.get("WOLLET_DATA") or None
    if chosen is not None and not Path(chosen).is_dir():
        raise click.ClickException(
            f"{chosen}: no such data folder: make one with wollet data import, or leave --data and WOLLET_DATA out"
        )
    try:
        return open_market(chosen)
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{chosen or 'sample data'}: not a market store ({error})") from error


def articles(
    inputs: Sequence[str], published: str | None, lang: str | None, failures: list[Failure]
) -> Iterator[Article]:
    """The articles of the inputs; what failed is said at once on standard error and kept in `failures`."""
    from wollet.read import read
    from wollet.read.dates import parse_published

    if published is not None:
        try:
            parse_published(published, lang or "ko")
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--published") from error
    for item in read(inputs, published=published, lang=lang):
        if isinstance(item, Failure):
            failed(item, failures)
            continue
        if published is None and item.published_assumed and dt.datetime.now(dt.UTC) - item.published < JUST_NOW:
            click.echo(f"wollet: {item.source}: no publication time found, taken as now: give --published", err=True)
        yield item


def failed(failure: Failure, failures: list[Failure]) -> None:
    failures.append(failure)
    click.echo(f"wollet: {failure.input}: {failure.error}", err=True)


def write(data: bytes) -> None:
    """Bytes to standard output; a reader that went away is no error."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
