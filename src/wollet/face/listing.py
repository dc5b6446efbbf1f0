"""What a checked article looks like on a terminal: one line a claim, the refuted ones in full."""

from __future__ import annotations

from collections import Counter

import click

from wollet.claim.family import family_of
from wollet.model.story import Checked
from wollet.model.verdict import Verdict
from wollet.read.places import place
from wollet.verify.diagnostics import counted, diagnostics, measured
from wollet.verify.notes import noted
from wollet.verify.report import deciding

COLOUR = {"supported": "green", "refuted": "red", "undecided": "yellow"}


class Tally:
    """Counts over all articles of a run."""

    def __init__(self) -> None:
        self.articles = 0
        self.labels: Counter[str] = Counter()
        self.numbers = 0
        self.read = 0
        self.silenced = 0

    def told(self) -> str:
        n = sum(self.labels.values())
        parts = ", ".join(f"{self.labels[label]} {label}" for label in COLOUR)
        share = f"; {self.read} of {self.numbers} numbers read" if self.numbers else ""
        hidden = f"; {self.silenced} refuted but silenced or accepted" if self.silenced else ""
        return f"{counted(self.articles, 'article')}, {counted(n, 'claim')}: {parts}{share}{hidden}"


def show(c: Checked, tally: Tally, *, verbose: bool, quiet: bool) -> None:
    """Print one article's claims."""
    tally.articles += 1
    tally.numbers += c.coverage.numbers
    tally.read += c.coverage.read
    tally.silenced += c.silenced
    if not quiet and c.verdicts:
        click.secho(f"{c.article.source}  {c.article.title}", bold=True)
    for v in c.verdicts:
        tally.labels[v.label] += 1
        if v.label == "refuted" or verbose:
            block = diagnostics(v, c.article)
            head, _, rest = block.partition("\n")
            click.echo(click.style(head, fg=COLOUR[v.label], bold=True) + ("\n" + rest if rest else ""))
        elif not quiet:
            click.echo(line(v, c))
    for a, b in c.coverage.unread if verbose else ():
        row, column = place(c.article, a)
        click.echo(f"{'not read':<9} {row}:{column} {c.article.text[a:b]}")


def line(v: Verdict, c: Checked) -> str:
    """A claim that needs no more than a glance: verdict, code, place, words, what was measured or what is missing."""
    row, column = place(c.article, v.claim.span[0])
    shown = deciding(v)
    if v.label == "supported" and shown is not None and shown.evidence is not None:
        said = measured(shown.evidence, v.claim)
    else:
        said = v.reason or ""
        note = next((r.note for r in v.readings if r.note), None)
        said += f": {noted(note, c.article.lang)}" if note else ""
    label = click.style(f"{v.label:<9}", fg=COLOUR[v.label])
    quote = " ".join(v.claim.quote.split())
    return f"{label} {family_of(v.claim).code} {row}:{column} {quote}  {said}".rstrip()
