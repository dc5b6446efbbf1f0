"""The commands of the forecast ledger: take forecasts in, list them, settle those that are due, rank who made them."""

from __future__ import annotations

import datetime as dt
import os
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wollet.face.inputs import articles, data_folder, market_at, reads_articles, write
from wollet.model.article import Failure

if TYPE_CHECKING:
    from wollet.model.story import Forecast, Outcome, Record
    from wollet.store import Archive

kept_in = click.option(
    "--file", "path", metavar="FILE", help="The archive that keeps the ledger; else $WOLLET_ARCHIVE; else wollet.db here."
)
told_as = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)


@click.group()
def command() -> None:
    """List forecasts and what became of them."""


@command.command()
@reads_articles
@kept_in
@data_folder
@told_as
def add(inputs: tuple[str, ...], published: str | None, lang: str | None, path: str | None, data: str | None, form: str) -> None:
    """Check articles, archive them, and put their forecasts into the ledger."""
    from wollet.face.running import checked_articles
    from wollet.story.ledger import entries
    from wollet.verify.diagnostics import counted

    failures: list[Failure] = []
    market = market_at(data)
    found = articles(inputs, published, lang, failures)
    new = read = 0
    with _archive(path, make=True) as archive:
        for c in checked_articles(found, market, data, hindsight=False, jobs=1, failures=failures):
            read += 1
            archive.add([c])
            new += archive.add_forecasts(entries([c]))
    if form == "json":
        _json({"articles": read, "forecasts": new, "errors": [{"input": f.input, "error": f.error} for f in failures]})
    else:
        click.echo(f"{counted(new, 'new forecast')} from {counted(read, 'article')}")
    raise SystemExit(2 if failures else 0)


@command.command("list")
@kept_in
@told_as
@click.option("--open", "only_open", is_flag=True, help="Only those not settled yet.")
@click.option("--speaker", metavar="NAME", help="Only those of one speaker.")
def list_(path: str | None, form: str, only_open: bool, speaker: str | None) -> None:
    """List the forecasts, the next due first."""
    from wollet.verify.diagnostics import counted

    with _archive(path) as archive:
        held = [
            (f, o)
            for f, o in archive.forecasts()
            if not (only_open and o is not None) and (speaker is None or f.speaker == speaker)
        ]
    held.sort(key=lambda x: (x[0].due or dt.date.max, x[0].made, x[0].key))
    if form == "json":
        _json({"forecasts": [forecast_json(f, o) for f, o in held]})
        return
    for f, o in held:
        click.echo(line(f, o))
    click.echo(counted(len(held), "forecast"))


@command.command()
@kept_in
@data_folder
@told_as
@click.option("--as-of", "as_of", metavar="TIME", help="Settle by what was known then, such as 2025-02-14; else by all.")
def resolve(path: str | None, data: str | None, form: str, as_of: str | None) -> None:
    """Settle the forecasts that are due, from the market store."""
    from wollet.story.ledger import resolve_all

    market = market_at(data)
    at = _moment(as_of) or market.latest() or dt.datetime.now(dt.UTC)
    with _archive(path) as archive:
        held = archive.forecasts()
        told = {f.key: f for f, _ in held}
        outcomes = resolve_all(held, market, at)
        archive.add_outcomes(outcomes)
    if form == "json":
        _json({"as_of": at.isoformat(), "resolved": [forecast_json(told[o.forecast], o) for o in outcomes]})
        return
    for o in outcomes:
        click.echo(line(told[o.forecast], o))
    click.echo(f"{len(outcomes)} settled by {at.date()}")


@command.command()
@kept_in
@told_as
def ranking(path: str | None, form: str) -> None:
    """Rank the speakers by their settled forecasts, with the interval that so few leave."""
    from wollet.story.records import ranking as ranked

    with _archive(path) as archive:
        records = ranked(archive.forecasts())
    if form == "json":
        _json({"speakers": [record_json(r) for r in records]})
        return
    click.echo(f"{'speaker':<28} {'hits':>7} {'rate, 95%':>14} {'open':>5} {'off by':>8}")
    for r in records:
        off = f"{r.error:.1f}%" if r.error is not None else ""
        click.echo(f"{r.speaker[:28]:<28} {f'{r.hits}/{r.settled}':>7} {f'{r.low:.0f}..{r.high:.0f}%':>14} {r.open:>5} {off:>8}")


def line(f: Forecast, o: Outcome | None) -> str:
    """One forecast in one line: when it is due, what it came to, of whom which figure, who said it and when."""
    state = o.label if o is not None else ("open" if f.rule != "none" else "no rule")
    measured = f"  measured {_plain(o.measured)} ({o.deviation:+f}%)" if o is not None and o.measured is not None and o.deviation is not None else ""
    due = f.due.isoformat() if f.due is not None else "no date"
    what = f"{f.name or f.subject or 'unnamed'}, {f.metric.replace('_', ' ')} {f.quote}"
    return f"{due:<10}  {state:<7}  {what} ({f.speaker}, {f.made.date()}){measured}  [{f.claim}]"


def forecast_json(f: Forecast, o: Outcome | None) -> dict[str, Any]:
    """A forecast and its outcome as plain data, figures as decimal strings."""
    import msgspec

    out: dict[str, Any] = msgspec.to_builtins(f)
    out["outcome"] = msgspec.to_builtins(o) if o is not None else None
    return out


def record_json(r: Record) -> dict[str, Any]:
    return {
        "speaker": r.speaker, "hits": r.hits, "settled": r.settled, "open": r.open, "rate_low": round(r.low, 2),
        "rate_high": round(r.high, 2), "rate_mean": round(r.mean, 2), "median_error": r.error,
    }  # fmt: skip


def _archive(path: str | None, *, make: bool = False) -> Archive:
    from wollet.store import open_archive

    chosen = path or os.environ.get("WOLLET_ARCHIVE") or "wollet.db"
    if not make and not Path(chosen).exists():
        raise click.ClickException(f"{chosen}: no such archive: wollet ledger add INPUT… makes one")
    try:
        return open_archive(chosen)
    except ValueError as error:
        raise click.ClickException(str(error)) from error


def _moment(text: str | None) -> dt.datetime | None:
    from wollet.read.dates import parse_published

    if text is None:
        return None
    try:
        return parse_published(text, "en").at
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--as-of") from error


def _json(document: dict[str, Any]) -> None:
    import msgspec

    write(msgspec.json.encode({"schema": "wollet.ledger/1", **document}) + b"\n")


def _plain(x: Decimal) -> str:
    """A measured figure to four decimals, none of them a closing zero."""
    text = f"{round(x, 4):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
