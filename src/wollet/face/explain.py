"""The command that explains a family of statements."""

from __future__ import annotations

import click


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the family CODE (CHG, or change): what it says, how it is recomputed, what it does not cover.

    Without CODE, all families are listed.
    """
    from wollet.claim.family import families
    from wollet.face.pages import page

    known = sorted(families(), key=lambda f: f.code)
    if code is None:
        for f in known:
            click.echo(f"{f.code}  {f.name:<14} {(f.doc or f.name).strip().splitlines()[0]}")
        return
    wanted = code.strip().lower()
    for f in known:
        if wanted in (f.code.lower(), f.name):
            click.echo(page(f).rstrip())
            return
    raise click.ClickException(f"no family {code!r}: there are {', '.join(f.code for f in known)}")
