"""wollet data: fill and inspect the store of market data."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import click

KINDS = ("prices", "marketcap", "intraday", "fx", "macro", "fundamentals", "splits", "dividends", "flows", "events")

BY_SYMBOL = ("yahoo", "edgar", "dart", "krx-public")
"""Providers that answer one symbol at a time: without --symbols they have nothing to ask."""


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
    if not path.exists():
        raise click.ClickException(f"{path}: no such file or folder: check the path")
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
    rows = "1 row" if counted.rows == 1 else f"{counted.rows:,} rows"
    click.echo(f"{rows} of {counted.series:,} series {'is' if counted.rows == 1 else 'are'} in {store}")
    for reason, n in sorted(counted.doubtful.items(), key=lambda x: -x[1]):
        click.echo(f"  {n:,} doubtful: {reason}")
    if counted.left_out:
        click.echo(f"  {counted.left_out:,} left out: without a usable figure, day or name, or the same row again")
    if counted.unknown:
        n, some = len(counted.unknown), ", ".join(sorted(counted.unknown)[:8])
        said = "1 symbol is" if n == 1 else f"{n:,} symbols are"
        click.echo(f"  {said} not in the reference (kept as XXXX:…): {some}{', …' if n > 8 else ''}")


def told(line: str) -> None:
    """Progress, on a terminal only."""
    if sys.stderr.isatty():
        click.echo(line, err=True)


@command.command("sync")
@click.option("--since", required=True, metavar="DATE", help="First day to fetch (2024-01-02).")
@click.option("--until", metavar="DATE", help="Last day to fetch; else today.")
@click.option("--only", metavar="PROVIDER", multiple=True, help="Ask these providers alone; else every one whose key is set.")
@click.option("--symbols", metavar="A,B,…", help="NVDA, 005930, KOSPI, USD/KRW, US10Y, US_CPI, …; else what a provider gives whole.")
@click.option("--to", "to", metavar="FOLDER", help="The store; else $WOLLET_DATA.  It is made where there is none.")
def sync_command(since: str, until: str | None, only: tuple[str, ...], symbols: str | None, to: str | None) -> int:
    """Fill the store from the places where people get data."""
    from wollet.market.providers import Http, ProviderError, available, provider
    from wollet.market.sync import sync, wanted

    store, now = store_at(to), dt.datetime.now(dt.UTC)
    first, last = day_of("--since", since), day_of("--until", until) if until else now.date()
    if last < first:
        raise click.UsageError(f"--until {last} lies before --since {first}")
    names = [s.strip() for s in symbols.split(",") if s.strip()] if symbols else []
    try:
        want = wanted(first, last, names)
        asked = [provider(n) for n in only] if only else list(available().values())
    except ProviderError as e:
        raise click.UsageError(str(e)) from None
    for p in asked if not only else []:
        missing = [k for k in p.keys if not os.environ.get(k)]
        if missing:
            click.echo(f"{p.name}: left out, {' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} not set", err=True)
    asked = [p for p in asked if only or all(os.environ.get(k) for k in p.keys)]
    if not only and not names:
        asked = [p for p in asked if p.name not in BY_SYMBOL]
    try:
        out = sync(store, asked, want, http=Http(cache=store / "cache"), now=now, told=told)
    except ValueError as e:
        raise click.ClickException(str(e)) from None
    click.echo(f"{out.rows:,} rows: {out.fetched:,} requests, {out.resumed:,} resumed, {out.known:,} known from before")
    for line in out.dropped[:20]:
        click.echo(f"  left out: {line}")
    for line in out.failures:
        click.echo(f"wollet: {line}", err=True)
    return 2 if out.failures else 0


def day_of(option: str, text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"{option} {text}: not a date: write 2024-02-13") from None


@command.command("status")
@click.option("--data", metavar="FOLDER", help="The store; else $WOLLET_DATA; else the sample that comes with wollet.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def status_command(data: str | None, form: str) -> None:
    """Show what is held, how fresh it is, and which sources disagree and by how much."""
    import msgspec

    from wollet.market import open_market
    from wollet.market.answers import Store
    from wollet.market.status import status

    try:
        store = open_market(data or os.environ.get("WOLLET_DATA") or None)
    except (OSError, ValueError) as e:
        raise click.ClickException(str(e)) from None
    assert isinstance(store, Store)
    found = status(store, dt.datetime.now(dt.UTC))
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
        return
    age = "" if found.age_days is None else f", the newest figure is {found.age_days} days old ({found.latest:%Y-%m-%d %H:%M} UTC)"
    click.echo(f"{found.folder}: {found.size / 1e6:,.1f} MB{age}")
    for t in found.tables:
        doubt = f", {t.doubtful:,} doubtful" if t.doubtful else ""
        click.echo(f"{t.table:14} {t.series:>7,} series {t.rows:>11,} rows  {t.first} – {t.last}{doubt}")
        for s in found.sources:
            if s.table == t.table:
                click.echo(f"  {s.rows:>11,}  {s.first} – {s.last}  {s.source}")
    if found.disagreements:
        click.echo("Sources that differ by more than 0.05% in a close:")
    for d in found.disagreements:
        click.echo(
            f"  {d.differing:,} of {d.compared:,} sessions, up to {d.widest}% ({d.series}, {d.session}): {d.one} / {d.other}"
        )
