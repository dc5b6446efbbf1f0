"""A family of statements: what it takes, how it is meant, how it is measured; found by walking the folder.

A file `families/<name>.py` defines one `FAMILY = Family(...)`.  Its module docstring is its documentation page (a first
line about the domain, *Meaning*, *Not covered*); its `EXAMPLES` are run as tests.

    take(frames)               -> the claims it would own, each with a score (see `Take`); the arbiter decides
    readings(claim, published) -> fully determined claims with their tiers, likeliest first
    measure(claim, market, as_of) -> Evidence (formula over rows) or the Reason why it cannot be measured
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from wollet.claim.canonical import Statement
from wollet.model.article import Lang
from wollet.model.claim import Claim, Tier
from wollet.model.market import MarketData
from wollet.model.verdict import Evidence, Reason

if TYPE_CHECKING:
    from wollet.claim.frames import Frames


class Take(msgspec.Struct, frozen=True, kw_only=True):
    """A family's wish to own a number.  `score` 0..100: 90 words of its own beside the number, 60 its unit and a
    subject of its kind, 30 by default.  Several takes may share a span (one number said of several subjects)."""

    claim: Claim
    score: int


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence with braces round the span; `want` maps claim attributes (dotted) to their values as text, or is None
    where this family must not own the span (a minimal pair)."""

    lang: Lang
    text: str
    want: dict[str, Any] | None = None
    published: dt.datetime | None = None


def reads(lang: Lang, text: str, published: str | None = None, /, **want: Any) -> Example:
    """The braced expression is one claim of this family; keyword `subject__symbol` stands for `subject.symbol`."""
    when = dt.datetime.fromisoformat(published) if published else None
    return Example(lang=lang, text=text, want=want, published=when)


def ignores(lang: Lang, text: str, published: str | None = None, /) -> Example:
    """The braced expression is not a claim of this family."""
    return Example(lang=lang, text=text, published=dt.datetime.fromisoformat(published) if published else None)


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """One family, as the registry knows it; `told` words what was measured where no figure of the claim's own unit can."""

    code: str
    name: str
    head: str
    claim: type[Claim]
    take: Callable[[Frames], Iterable[Take]]
    readings: Callable[[Claim, dt.datetime], list[tuple[Claim, Tier]]]
    measure: Callable[[Claim, MarketData, dt.datetime | None], Evidence | Reason]
    told: Callable[[Claim, Evidence, Lang], str | None] | None = None
    examples: tuple[Example, ...] = ()
    doc: str = ""
    since: str = "0.1.0"


@cache
def families() -> tuple[Family, ...]:
    """Every family, by code."""
    import wollet.claim.families as folder

    found = []
    for info in pkgutil.iter_modules(folder.__path__):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{folder.__name__}.{info.name}")
        family = getattr(module, "FAMILY", None)
        if isinstance(family, Family):
            found.append(
                msgspec.structs.replace(
                    family,
                    doc=family.doc or (module.__doc__ or ""),
                    examples=family.examples or tuple(getattr(module, "EXAMPLES", ())),
                )
            )
    return tuple(sorted(found, key=lambda f: f.code))


@cache
def _by_class() -> dict[type[Claim], Family]:
    return {f.claim: f for f in families()}


def family_of(claim: Claim) -> Family:
    """The family that a claim belongs to."""
    return _by_class()[type(claim)]


def family_named(name: str) -> Family | None:
    """A family by its name or its code, in either case of letters."""
    return next((f for f in families() if name.lower() in (f.name, f.code.lower())), None)


def family_with_head(head: str) -> Family | None:
    """The family whose canonical form begins with this word."""
    return next((f for f in families() if f.head == head), None)


def as_said(claim: Claim, published: dt.datetime) -> list[tuple[Claim, Tier]]:
    """The claim as it stands, then each of its options in turn: the readings of a family without its own.

    A window with a note (a stretch of time that the figure may be of instead) is left to the families that measure it."""
    out: list[tuple[Claim, Tier]] = [(msgspec.structs.replace(claim, options=()), claim.tier)]
    for o in claim.options:
        if (o.instrument is None and o.window is None and o.basis is None) or (o.window is not None and o.note is not None):
            continue
        changed: dict[str, Any] = {"options": (), "tier": o.tier}
        if o.instrument is not None:
            kept = msgspec.structs.replace(claim.subject, id=o.instrument, symbol=o.instrument.rsplit(":", 1)[-1])
            changed["subject"] = kept
        if o.window is not None:
            changed["when"] = o.window
        if o.basis is not None:
            changed["basis"] = o.basis
        out.append((msgspec.structs.replace(claim, **changed), o.tier))
    return out


def section(doc: str, title: str) -> str:
    """A section of a family's docstring ("Meaning", "Not covered")."""
    m = re.search(rf"^{title}:?(.*?)(?=^[A-Z][\w ]+:|\Z)", doc, re.MULTILINE | re.DOTALL)
    return m[1].strip() if m else ""


__all__ = ["Example", "Family", "Statement", "Take", "as_said", "families", "family_named", "family_of",
           "family_with_head", "ignores", "reads", "section"]  # fmt: skip
