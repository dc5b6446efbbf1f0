"""wollet data: fill and inspect the store of market data."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import click

KINDS = ("prices", "marketcap", "intraday", "fx", "macro", "fundamentals", "splits", "flows", "events")


@click.group("data")
def command() -> None:
    """Fill and inspect the store of market data."""


def store_at(folder: str | None) -> Path:
    chosen = folder or os.environ.get("WOLLET_DATA")
    if not chosen:
        raise click.UsageError("no store is named: give --to FOLDER or set WOLLET_DATA")
    path = Path(chosen)
    if path.exists() and not path.is_dir():
        raise click.ClickException(f"{chosen} is a file: name a folder for the store")
    return path


@command.command("import")
@click.argument("path", metavar="FILE|FOLDER", type=click.Path(path_type=Path))
@click.option("--to", "to", metavar="FOLDER", help="The store; else $WOLLET_DATA.  It is made where there is none.")
@click.option("--as", "kind", type=click.Choice(KINDS), help="What the file holds.")
@click.option("--map", "pairs", metavar="FIELD=COLUMN", multiple=True, help="A column's name in the file for a field of ours.")
@click.option("--source", help="The source, where the file has no column of it; else the file's name.")
@click.option("--basis", help="as_traded, split_adj_to_2024-03-08, index, …, where the file has no column of it.")
@click.option("--currency", help="ISO 4217, where the file has no column of it.")
@click.option("--zone", help="Time zone of naive intraday stamps (IANA).")
def bring(
    path: Path, to: str | None, kind: str | None, pairs: tuple[str, ...], source: str | None, basis: str | None,
    currency: str | None, zone: str | None,
) -> None:  # fmt: skip
    """Import a file as a declared kind, or a folder of files known by their names."""
    from wollet.market.imports.files import Job, jobs_of
    from wollet.market.imports.files import bring as run

    store = store_at(to)
    mapping = {}
    for p in pairs:
        ours, sign, theirs = p.partition("=")
        if not sign or not ours or not theirs:
            raise click.UsageError(f"--map {p}: write FIELD=COLUMN, as in close=last_price")
        mapping[ours] = theirs
    named = (("source", source), ("basis", basis), ("currency", currency), ("zone", zone))
    given = {k: v for k, v in named if v}
    try:
        if path.is_dir():
            if kind or pairs:
                raise click.UsageError("--as and --map are for one file: leave them out for a folder")
            jobs = jobs_of(path)
        elif kind is None:
            raise click.UsageError(f"{path}: say what the file holds with --as ({', '.join(KINDS)})")
        else:
            jobs = [Job(path=path, kind=kind, mapping=mapping, given=given)]
        counted = run(store, jobs, now=dt.datetime.now(dt.UTC), lenient=path.is_dir(), told=told)
    except ValueError as e:
        raise click.ClickException(str(e)) from None
    click.echo(f"{counted.rows:,} rows of {counted.series:,} series are in {store}")
    for reason, n in sorted(counted.doubtful.items(), key=lambda x: -x[1]):
        click.echo(f"  {n:,} doubtful: {reason}")
    if counted.unknown:
        some = ", ".join(sorted(counted.unknown)[:8])
        click.echo(f"  {len(counted.unknown):,} symbols are not in the reference (kept as XXXX:…): {some}, …")


def told(line: str) -> None:
    """Progress, on a terminal only."""
    if sys.stderr.isatty():
        click.echo(line, err=True)
