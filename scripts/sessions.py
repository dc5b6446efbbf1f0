"""Terminal sessions run again: commands in this process, their output put back into the page that shows them."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from wollet.face.cli import main

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RECIPE = re.compile(r"^brief:.*\n\t@\$\(BIN\)/wollet (.*)$", re.MULTILINE)


class Ran(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


def run(args: list[str], *, at: Path, given: bytes = b"") -> Ran:
    """wollet with these arguments, in a folder, with bytes on standard input and the sample data."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    source = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    unset = {k: v for k, v in os.environ.items() if not k.startswith("WOLLET_") and not k.endswith("_API_KEY")}
    status = 0
    with (
        contextlib.chdir(at),
        mock.patch.dict(os.environ, unset, clear=True),
        mock.patch.multiple(sys, stdout=out, stderr=err, stdin=source),
    ):
        try:
            main(args)
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
    return Ran(status, *(x.buffer.getvalue().decode() for x in (out, err)))  # type: ignore[attr-defined]


def replayed(page: str) -> str:
    """A page with the output of each of its terminal sessions as it is today."""
    return BLOCK.sub(lambda m: f"```console\n{''.join(session(m[1]))}```", page)


def session(block: str) -> Iterator[str]:
    """The commands of a session with their output; what is neither wollet nor a file shown keeps what the page says."""
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        if not part:
            continue
        command, _, said = part.partition("\n")
        shown = answer(command.removeprefix("$ ")) if command.startswith("$ ") else None
        yield command + "\n"
        yield said if shown is None else shown.rstrip() + "\n" + ("\n" if said.endswith("\n\n") or said == "\n" else "")


def answer(command: str) -> str | None:
    """What a command line prints, both streams; None where it is not run here."""
    given, told = "", ""
    for part in command.split(" | "):
        words = shlex.split(part)
        if words == ["make", "brief"]:
            told = briefed()
        elif words[0].rpartition("/")[2] == "wollet":
            ran = run(words[1:], at=ROOT, given=given.encode())
            given, told = ran.out, ran.out + ran.err
        elif words[0] == "cat":
            told = "".join((ROOT / name).read_text(encoding="utf-8") for name in words[1:])
        elif words[:2] == ["head", "-n"]:
            told = "".join(told.splitlines(keepends=True)[: int(words[2])])
        else:
            return None
    return told


def briefed() -> str:
    """What the Makefile's briefing prints."""
    recipe = RECIPE.search((ROOT / "Makefile").read_text(encoding="utf-8"))
    assert recipe is not None, "the Makefile has no recipe for the briefing"
    with tempfile.TemporaryDirectory() as folder:
        ran = run(shlex.split(recipe[1].replace("$(OUT)", "out").replace("$(LANG_OF_BRIEF)", "both")), at=Path(folder))
    return ran.out + ran.err
