"""The command line: each command is loaded when it is called."""

from __future__ import annotations

import gc
import importlib
import os
import sys

import click

COMMANDS = {
    "brief": "Write the briefing: inputs, checked, told as trends, with every number's proof.",
    "check": "Check every statement against market data: supported, refuted or undecided, with the proof.",
    "mentions": "List the numbers, dates, names and words of meaning that a text holds.",
    "read": "Show what is read of a page, file or feed: the article without its surroundings.",
    "explain": "Explain a family of statements by its code: what it says, how it is recomputed.",
    "replay": "Recompute every verdict of a report from its own proof.",
    "diff": "Show what changed between two versions of a text.",
    "data": "Fill and inspect the store of market data.",
    "ledger": "List forecasts and what became of them.",
}


EXTRAS = {"numpy": "data", "pyarrow": "data", "duckdb": "data", "yfinance": "yahoo", "pandas": "frames", "polars": "frames"}
"""What brings a library that some commands need."""


class Lazy(click.Group):
    """Commands by name; their code is imported only when they run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"wollet.face.{cmd_name}").command
        command.name = cmd_name
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="wollet", message="wollet %(version)s")
def cli() -> None:
    """Market news whose every number is proved."""


def collect_seldom() -> None:
    """Let Python look for unreachable cycles seldom: checking makes none, and the search took a thirteenth of its time."""
    gc.set_threshold(50_000, 20, 50)


def main(args: list[str] | None = None) -> None:
    """Run a command; what is wrong with its options is said in one line, with exit status 2."""
    collect_seldom()
    try:
        status = cli.main(args, prog_name="wollet", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        raise SystemExit(2) from None
    except click.UsageError as error:
        name = error.ctx.command_path if error.ctx else "wollet"
        click.echo(f"wollet: {error.format_message().rstrip('.')}: see {name} --help", err=True)
        raise SystemExit(2) from None
    except click.ClickException as error:
        click.echo(f"wollet: {error.format_message()}", err=True)
        raise SystemExit(2) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"wollet: {where}cannot be read or written ({error.strerror or error}): check the path and its permissions", err=True)
        raise SystemExit(2) from None
    except (click.Abort, KeyboardInterrupt):
        raise SystemExit(130) from None
    except Exception as error:
        if os.environ.get("WOLLET_TRACE"):
            raise
        if isinstance(error, ModuleNotFoundError) and (extra := EXTRAS.get((error.name or "").partition(".")[0])) is not None:
            click.echo(f"wollet: this needs {error.name}, which is not installed: pip install 'wollet[{extra}]'", err=True)
            raise SystemExit(2) from None
        what = f"{type(error).__name__}: {error}".split("\n", 1)[0][:200]
        click.echo(f"wollet: {what}: a fault of wollet's, please report it with this command (WOLLET_TRACE=1 shows where)", err=True)
        raise SystemExit(2) from None
    raise SystemExit(status if isinstance(status, int) else 0)
