"""Well-known bodies that are not listed: outlets, central banks, regulators, agencies, funds, private companies.

The table is data/organisations.csv; a central bank's `rate` is the id of its policy rate.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

import msgspec


class Organisation(msgspec.Struct, frozen=True):
    """One body with its names in both languages and its kind."""

    name_en: str
    name_ko: str
    kind: str
    rate: str | None


@cache
def table() -> dict[str, Organisation]:
    """Every spelling with the body that it names."""
    out: dict[str, Organisation] = {}
    text = files("wollet.reference").joinpath("data/organisations.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        body = Organisation(row["name_en"], row["name_ko"], row["kind"], row["rate"] or None)
        for form in row["names"].split("|"):
            out.setdefault(form, body)
    return out


@cache
def _by_name() -> dict[str, Organisation]:
    return {body.name_en: body for body in table().values()}


def body(name: str) -> Organisation | None:
    """The body of a spelling, or of the English name that stands for it where no text spells it so."""
    return table().get(name) or _by_name().get(name)


@cache
def heads() -> dict[str, bytes]:
    """First two characters -> lengths of the spellings that begin so, longest first."""
    found: dict[str, set[int]] = {}
    for form in table():
        found.setdefault(form[:2], set()).add(len(form))
    return {head: bytes(sorted(lengths, reverse=True)) for head, lengths in found.items()}


@cache
def by_rate() -> dict[str, str]:
    """Name of a central bank, in either language -> id of its policy rate."""
    return {n: o.rate for o in table().values() if o.rate for n in (o.name_en, o.name_ko)}
