"""Writes the pages of docs/ that are drawn from the sources: docs.py, or docs.py --check to see whether they are up to date.

    docs/index.md       what there is
    docs/families/      one page a family of statements, from its file
    docs/commands.md    from the --help of every command
    docs/python.md      from the docstrings of the Python functions
    docs/errors.md      from inputs that go wrong, run
    README.md           the output of its terminal session
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from gallery import errors
from sessions import replayed
from wollet.claim.family import Family, families
from wollet.face import api
from wollet.face.cli import cli
from wollet.face.pages import page
from wollet.face.results import COLUMNS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
MEASURED = DOCS / "measured" / "claims.json"
SESSIONS = ("README.md", "README.ko.md")
WIDTH = 100


def pages() -> dict[Path, str]:
    """Every generated page and what it should hold now."""
    figures = measured()
    out = {DOCS / "families" / f"{f.name}.md": page(f, figures.get(f.name)) for f in families()}
    out[DOCS / "index.md"] = index()
    out[DOCS / "commands.md"] = commands()
    out[DOCS / "python.md"] = python()
    out[DOCS / "errors.md"] = errors()
    for name in SESSIONS:
        path = ROOT / name
        out[path] = replayed(path.read_text(encoding="utf-8"))
    out[ROOT / "README.md"] = told_anew(out[ROOT / "README.md"])
    return out


def told_anew(readme: str) -> str:
    """The table of families with the first line of each as its file has it."""
    for f in families():
        row = f"| [{f.name}](docs/families/{f.name}.md) | `{f.code}` | "
        readme = re.sub(rf"^{re.escape(row)}.*$", lambda m, row=row, f=f: f"{row}{first_line(f)} |", readme, flags=re.MULTILINE)
    return readme


def measured() -> dict[str, dict[str, Any]]:
    """Precision and recall by family, where they were measured."""
    found: dict[str, dict[str, Any]] = json.loads(MEASURED.read_text(encoding="utf-8")) if MEASURED.is_file() else {}
    return found.get("families", found)


def index() -> str:
    """What there is to read, and every family in one table."""
    others = sorted(p for p in DOCS.rglob("*.md") if p.parent.name not in ("families", "decisions") and p.name != "index.md")
    pages = {p.relative_to(DOCS).as_posix(): title(p) for p in others}
    pages |= {"commands.md": "Commands", "python.md": "Python", "errors.md": "What can go wrong"}
    rows = [f"| [{f.name}](families/{f.name}.md) | {f.code} | {first_line(f)} |" for f in families()]
    decisions = sorted((DOCS / "decisions").glob("*.md"))
    return "\n".join(
        [
            "# Wollet", "", "Every number in the market news, proved.", "",
            *[f"- [{name}]({at})" for at, name in sorted(pages.items(), key=lambda x: x[1])],
            "", "## Families of statements", "", "| family | code | says |", "|---|---|---|", *rows,
            "", "## Decisions", "", *[f"- [{title(p)}](decisions/{p.name})" for p in decisions], "",
        ]
    )  # fmt: skip


def title(path: Path) -> str:
    """The first heading of a page."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((x.lstrip("# ") for x in lines if x.startswith("# ")), path.stem)


def first_line(f: Family) -> str:
    return f.doc.strip().splitlines()[0]


def commands() -> str:
    """The help of every command, as the terminal shows it."""
    out = ["# Commands", "", "What `wollet COMMAND --help` prints.", ""]
    for name, text in helps(cli, "wollet"):
        out += [f"## {name}", "", "```text", text.rstrip(), "```", ""]
    return "\n".join(out)


def helps(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """(name, help) of a command and of those below it."""
    context = command.make_context(name.rpartition(" ")[2], [], parent=parent, resilient_parsing=True, terminal_width=WIDTH)
    yield name, command.get_help(context)
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            assert found is not None
            yield from helps(found, f"{name} {below}", context)


def python() -> str:
    """The Python functions with their signatures, and the columns of a report as a data frame."""
    out = ["# Python", "", "The commands as functions.  `import wollet` loads nothing before it is used.", ""]
    for name in sorted(api.__all__, key=lambda n: (not n.islower(), n)):
        thing = getattr(api, name)
        if inspect.isclass(thing):
            members = list(dict.fromkeys([*thing.__struct_fields__, *(k for k in vars(thing) if not k.startswith("_"))]))
            out += [f"## wollet.{name}", "", inspect.getdoc(thing) or "", "", "Has " + ", ".join(f"`{m}`" for m in members) + ".", ""]
        else:
            sign = re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(inspect.signature(thing)))
            out += [f"## wollet.{name}", "", "```python", f"wollet.{name}{sign}", "```", "", inspect.getdoc(thing) or "", ""]
    out += ["## Columns of a data frame", "", "| column | holds |", "|---|---|"]
    out += [f"| `{name}` | {told} |" for name, told in COLUMNS.items()]
    return "\n".join([*out, ""])


def main() -> int:
    """Write the pages, or name those that are out of date."""
    checking = "--check" in sys.argv[1:]
    wanted = pages()
    stale = [p for p, text in wanted.items() if not p.is_file() or p.read_text(encoding="utf-8") != text]
    gone = [p for p in (DOCS / "families").glob("*.md") if p not in wanted]
    if checking:
        for p in [*stale, *gone]:
            print(f"{p.relative_to(ROOT)} is out of date: run make docs and commit what it writes", file=sys.stderr)
        return 1 if stale or gone else 0
    for p in gone:
        p.unlink()
    for p in stale:
        p.parent.mkdir(parents=True, exist_ok=True)
        p.write_text(wanted[p], encoding="utf-8")
        print(p.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
