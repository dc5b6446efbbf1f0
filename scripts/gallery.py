"""What can go wrong: each error with an input that brings it about, what is said, why, and what to do."""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sessions import Ran, run

GOOD = '{"id": "a", "published": "2024-02-13T16:30:00-05:00", "text": "Nvidia rose 0.16% to close at $722.48 on Monday."}\n'
BINARY = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


class Case(NamedTuple):
    """One error: the files that bring it about, the command, why it is refused and what to do instead."""

    title: str
    command: str
    why: str
    remedy: str
    files: Mapping[str, str | bytes] = {}
    given: bytes = b""


CASES = (
    Case(
        "An empty file", "wollet check empty.txt", "Nothing stands in the file.", "Look whether it was saved; leave it out.",
        {"empty.txt": ""},
    ),
    Case(
        "A picture, an archive, a PDF", "wollet check chart.txt", "The bytes are no text in any encoding.",
        "Export the text, or save the page as HTML.", {"chart.txt": BINARY},
    ),
    Case(
        "A page without an article", "wollet check page.html", "Menus and scripts, but no running text; some pages load it later.",
        "Save the page of one article as the browser shows it, or copy its text.",
        {"page.html": "<html><head><title>Markets</title></head><body><nav>Home</nav><script>load()</script></body></html>"},
    ),
    Case(
        "A file that is not there", "wollet check draft.md", "The path names nothing.", "Check the path, from the folder you are in.",
    ),
    Case(
        "A folder without articles", "wollet check drafts", "No file in it has an ending that is read.",
        "Name the files themselves, or give them one of the endings.", {"drafts/chart.png": BINARY},
    ),
    Case(
        "A publication time that cannot be read", "wollet check draft.txt --published yesterday",
        "Sessions and \"what was known\" hang on the publication time, so it is not guessed.", "Write a date, or a date and time.",
        {"draft.txt": "Nvidia rose 0.16% to close at $722.48 on Monday.\n"},
    ),
    Case(
        "A line that is not JSON", "wollet check news.jsonl --format text", "One line is broken; the others are checked all the same.",
        "Write one JSON object a line.", {"news.jsonl": GOOD + "{oops\n"},
    ),
    Case(
        "A line that lacks what it needs", "wollet check news.jsonl -q", "An article without a time or a text cannot be checked.",
        "Give `published` and `text` (or `title` and `body`) on each line.",
        {"news.jsonl": '{"id": "b", "text": "Nvidia rose."}\n{"id": "c", "published": "2024-02-13"}\n["d"]\n'},
    ),
    Case(
        "A language that is not read", "wollet check news.jsonl", "Korean and English are read.",
        "Leave `lang` out to have it told from the letters.",
        {"news.jsonl": '{"id": "a", "lang": "fr", "published": "2024-02-13", "text": "Nvidia a gagné 0,16 %."}\n'},
    ),
    Case(
        "A feed without entries", "wollet read feed.xml", "The feed is whole but holds nothing.", "Check the address of the feed.",
        {"feed.xml": '<?xml version="1.0"?><rss version="2.0"><channel><title>Markets</title></channel></rss>'},
    ),
    Case(
        "An address that is not of the web", "wollet read ftp://example.com/news.html", "Only http and https are fetched.",
        "Save the page and give the file.",
    ),
    Case(
        "Nothing on standard input", "wollet check -", "A pipe that brings nothing would otherwise pass for a text without errors.",
        "Pipe a text into it, or name a file.",
    ),
    Case(
        "A data folder that is not there", "wollet check draft.txt --data store --published 2024-02-13",
        "The market store is missing.", "Make one with `wollet data import`, or leave `--data` out to use the sample.",
        {"draft.txt": "Nvidia rose 0.16%.\n"},
    ),
    Case(
        "A folder that is no market store", "wollet check draft.txt --data . --published 2024-02-13",
        "The folder is there but holds no store.", "Name the folder that `wollet data import --to` wrote.",
        {"draft.txt": "Nvidia rose 0.16%.\n"},
    ),
    Case(
        "An unknown option", "wollet check draft.txt --colour", "No option has this name.", "See the help of the command.",
        {"draft.txt": "Nvidia rose 0.16%.\n"},
    ),
    Case(
        "An unknown family", "wollet check draft.txt --select XYZ", "A misspelt code would silently check nothing.",
        "Take a code from `wollet explain`.", {"draft.txt": "Nvidia rose 0.16%.\n"},
    ),
    Case("An unknown family to explain", "wollet explain XYZ", "No family has this code or name.", "`wollet explain` lists them."),
    Case(
        "A baseline of another make", "wollet check draft.txt --baseline accepted.json --published 2024-02-13",
        "The file was not written by `--write-baseline`.", "Write it anew.",
        {"draft.txt": "Nvidia rose 0.16%.\n", "accepted.json": "[]"},
    ),
    Case(
        "A report that is none", "wollet replay report.json", "Only what `wollet check --format json` or `jsonl` printed can be replayed.",
        "Write the report anew.", {"report.json": "{}"},
    ),
    Case(
        "Two texts that are more", "wollet diff old.jsonl new.txt --published 2024-02-13", "One article is compared with one.",
        "Give a file that holds one.", {"old.jsonl": GOOD + GOOD, "new.txt": "Nvidia rose 0.16%.\n"},
    ),
    Case("Watching what cannot be watched", "wollet check - --watch", "Only files and folders change.", "Name some."),
    Case("Watching what is not there", "wollet check --watch draft.md", "No file of this name will change.", "Check the path."),
    Case("An empty name", "wollet check ''", "A variable of a script was empty; the folder you are in is not meant.", "Look where the name comes from."),
    Case("An array without articles", "wollet check news.json", "The array is whole but holds nothing.", "Look what wrote it.", {"news.json": "[]"}),
    Case(
        "A baseline that is not there", "wollet check draft.txt --baseline accepted.json --published 2024-02-13",
        "Nothing has been accepted under this name.", "Write it first with `--write-baseline`.", {"draft.txt": "Nvidia rose 0.16%.\n"},
    ),
    Case("A ledger that is not there", "wollet ledger list --file forecasts.db", "Listing makes no archive.", "Put articles into one first."),
    Case(
        "A file of figures whose kind is not said", "wollet data import closes.csv --to store", "A file tells its columns, not what they are.",
        "Say it with `--as`.", {"closes.csv": "ticker,day,last\nNVDA,2024-02-12,722.48\n"},
    ),
    Case(
        "A file of figures without a column", "wollet data import closes.csv --to store --as prices", "A field that the kind needs has another name here.",
        "Map it: `--map symbol=ticker --map date=day --map close=last`.", {"closes.csv": "ticker,day,last\nNVDA,2024-02-12,722.48\n"},
    ),
    Case(
        "A date in figures that cannot be read", "wollet data import closes.csv --to store --as prices", "Day and month could be mistaken for each other.",
        "Write dates with the year first; the store is as it was.", {"closes.csv": "symbol,date,close\nNVDA,12/02/2024,722.48\n"},
    ),
    Case("A provider without its key", "wollet data sync --since 2024-01-02 --only fred --to store", "The source gives nothing without a key.", "Get one (it is free) and export it."),
    Case("A provider that is not installed", "wollet data sync --since 2024-01-02 --only reuters --to store", "No package registers this name.", "Take one of those listed, or install the package that brings it."),
    Case("A symbol that nobody knows", "wollet data sync --since 2024-01-02 --symbols NVDAX --to store", "It would be asked for in vain.", "Take a ticker, six digits of the Korean exchange, a pair, or a series of ours."),
)  # fmt: skip


def tried(case: Case) -> Ran:
    """The case brought about in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in case.files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return run(shlex.split(case.command)[1:], at=Path(folder), given=case.given)


def errors() -> str:
    """The page of all cases."""
    out = [
        "# What can go wrong", "",
        "Each of these ends with exit status 2 and says in one line an input what was received, why it cannot be used and what "
        "to do.  The rest of a batch is still done.  The inputs are run whenever this page is written.", "",
    ]  # fmt: skip
    for case in CASES:
        ran = tried(case)
        out += [f"## {case.title}", ""]
        for name, content in case.files.items():
            shown = "(binary)" if isinstance(content, bytes) else content.strip() or "(empty)"
            out += [f"`{name}`", "", "```text", shown, "```", ""]
        out += ["```console", f"$ {case.command}", ran.err.rstrip(), "```", "", f"{case.why}  {case.remedy}", ""]
    return "\n".join(out)
