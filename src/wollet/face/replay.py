"""The command that recomputes every verdict of a report from its own proof."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


@click.command()
@click.argument("report", type=click.Path(path_type=Path, allow_dash=True))
def command(report: Path) -> None:
    """Recompute every verdict of REPORT (of check --format json or jsonl) from its own proof, without any data.

    The exit status is 0 where all come out again, 1 where one does not, 2 where the report cannot be read.
    """
    from wollet.verify.replay import replay

    document = loaded(report)
    try:
        wrong = replay(document)
    except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise click.ClickException(
            f"{report}: a claim of this report is not complete ({type(error).__name__}: {error}): write it anew with wollet check"
        ) from error
    for line in wrong:
        click.echo(line)
    claims = sum(len(a.get("claims", ())) for a in document["articles"])
    missed = "1 mismatch" if len(wrong) == 1 else f"{len(wrong)} mismatches"
    click.echo(f"{claims} claim{'' if claims == 1 else 's'} replayed, {missed}")
    raise SystemExit(1 if wrong else 0)


def loaded(path: Path) -> dict[str, Any]:
    """A report of one document or of one article a line."""
    import sys

    import msgspec

    if str(path) != "-" and not path.is_file():
        raise click.ClickException(f"{path}: no such file: give a report that wollet check --format json printed")
    data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    try:
        lines = [msgspec.json.decode(x) for x in data.splitlines() if x.strip()] if data.count(b"\n") > 1 else []
        document = {"articles": lines} if lines and all("claims" in x for x in lines) else msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        try:
            document = msgspec.json.decode(data)
        except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
            raise click.ClickException(
                f"{path}: not JSON ({error}): give a report that wollet check --format json printed"
            ) from error
    if not isinstance(document, dict) or not isinstance(document.get("articles"), list):
        raise click.ClickException(f"{path}: no report: give what wollet check --format json or jsonl printed")
    return document
