"""A relation frame: a pattern over a masked sentence, who is actor and who target in it, and the status it tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from wollet.story.masking import SIGNS, Masked, Party

SIGN = SIGNS
FOR_THE_COMPANY = frozenset(("partners", "supplies", "buys"))
"""What an officer does for the company; what is bought, owned or sued may be the officer's own affair."""
SYMMETRIC = frozenset(("partners", "talks", "competes"))


_CLAUSE = re.compile(r"[,;:]\s")
"""Ends the clause that a matter is told in: what comes behind it is said of something else."""


class Frame(msgspec.Struct, frozen=True):
    """`pattern` has groups `a` (actors) and `t` (targets), each one or several signs.  `status` is fixed or read from
    the words of the match.  `officials` asks for an actor that is no listed company (a regulator)."""

    kind: str
    pattern: re.Pattern[str]
    status: str | None = None
    officials: bool = False


def frame(kind: str, pattern: str, status: str | None = None, *, officials: bool = False) -> Frame:
    return Frame(kind, re.compile(pattern), status, officials)


class Tie(msgspec.Struct, frozen=True):
    """One reading of a sentence: who does what to whom, how far it has got."""

    actor: Party
    target: Party
    kind: str
    status: str


def ties(
    sentence: Masked, frames: tuple[Frame, ...], status: Callable[[str, str], str | None], before: int, after: int
) -> Iterator[Tie]:
    """The relations that a sentence states, each pair and kind once.

    `status(words, kind)` reads how far a matter has got from the words of the match, `before` characters ahead of it
    and `after` behind it, or None where they deny or only imagine it.
    """
    seen: set[tuple[str, str, str]] = set()
    text = sentence.text
    for f in frames:
        for m in f.pattern.finditer(text):
            told = status(text[max(0, m.start() - before) : m.end()] + _CLAUSE.split(text[m.end() : m.end() + after], maxsplit=1)[0], f.kind)
            if told is None:
                continue
            told = f.status or told
            for a in SIGN.findall(m["a"]):
                for t in SIGN.findall(m["t"]):
                    actor, target = (acting(sentence.party(x), f.kind) for x in (a, t))
                    pair = (actor.key, target.key)
                    same = (*sorted(pair), f.kind) if f.kind in SYMMETRIC else (*pair, f.kind)
                    if actor.key == target.key or same in seen or (f.officials and not _official(actor)):
                        continue
                    seen.add(same)  # type: ignore[arg-type]
                    yield Tie(actor, target, f.kind, told)


def acting(p: Party, kind: str) -> Party:
    """The company where an officer acts for it."""
    return Party(p.office, "organisation", ":" in p.office) if p.office and kind in FOR_THE_COMPANY else p


def _official(p: Party) -> bool:
    return p.kind == "organisation" and not p.listed
