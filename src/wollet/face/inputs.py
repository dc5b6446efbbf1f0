"""What commands that read articles share: their arguments, and one clear line for what could not be used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import click

from wollet.model.article import Article, Failure

F = TypeVar("F", bound=Callable[..., Any])


def reads_articles(command: F) -> F:
    """INPUT… with --published and --lang."""
    command = click.option(
        "--lang",
        type=click.Choice(["ko", "en"]),
        help="Language, where the input does not say; told by its letters else.",
    )(command)
    command = click.option(
        "--published",
        metavar="TIME",
        help="Publication time, where the input does not say: 2024-02-14, 2024-02-14T08:12+09:00.",
    )(command)
    return click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)(command)


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
        else:
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
