"""The command that explains a family of statements."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the family CODE (CHG, or change): what it says, how it is recomputed, what it does not cover.

    Without CODE, all families are listed.
    """
    from wollet.claim.family import families, family_named
    from wollet.face.pages import page

    if code is None:
        for f in families():
            click.echo(f"{click.style(f.code, bold=True)}  {f.name:<14} {(f.doc or f.name).strip().splitlines()[0]}")
        return
    family = family_named(code.strip())
    if family is None:
        known = ", ".join(f"{f.code} ({f.name})" for f in families())
        raise click.ClickException(f"no family {code!r}: there are {known}")
    told = page(family)
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.markdown import Markdown

        Console().print(Markdown(told.replace("<br>", "  ")))
    else:
        click.echo(told.rstrip())
