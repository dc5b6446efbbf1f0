"""The canonical claim language: one line that says what a statement commits to, and reads back.

    return(XNAS:ARM, 2024-02-07..2024-02-12, close) > 90%
    change(XNAS:NVDA, 2024-02-12, close) = -0.2%
    level(FX:USD/KRW, 2024-02-13) = 1327.20 KRW
    record(INDEX:SPX, 2024-02-09, close, event=cross) in 5000.. points {up}

A head and, in brackets, the subject (an instrument's id, or `kind:"name"`), the metric where it is not the subject's
ordinary one, the dates, `since=`, the basis and what the family adds; then the figure.  Digits show the grain: 1327.20
is known to the cent, 9.3E+15 to a hundred trillion.  A fall carries a minus.  Words in braces tell the rest.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, Self, cast, get_args

import msgspec

from wollet.claim import figures
from wollet.claim.figures import NotAClaim
from wollet.model.claim import Basis, Certainty, Claim, Direction, Subject
from wollet.model.time import Window

BASES: frozenset[str] = frozenset(get_args(Basis))
CERTAINTIES: frozenset[str] = frozenset(get_args(Certainty))
ORDINARY = {"INDEX": "index_level", "FX": "fx_rate", "RATE": "yield", "COMDTY": "commodity_price"}
MOVING: set[str] = {"change", "return", "flow", "streak"}
"""Heads whose figure is a rise unless a minus or a word in braces says otherwise."""


class Statement(Claim, frozen=True, kw_only=True):
    """A claim of some family; its text form is the canonical claim language."""

    def __str__(self) -> str:
        return write(self)

    def bare(self) -> Self:
        """What the canonical form keeps: the statement without its place, its wording, its speaker and its options."""
        s = self.subject
        kept = (
            Subject(kind=s.kind, id=s.id)
            if s.id
            else Subject(kind=s.kind, symbol=s.symbol, name=s.name or "")
        )
        return msgspec.structs.replace(
            self, span=(0, 0), quote="", subject=kept, said_by=None, quoted=False, tier="stated", options=(), doubt=None
        )


def ordinary_metric(id: str | None) -> str:
    """The metric that a price of this subject is, unless words name another."""
    return ORDINARY.get((id or "").split(":", 1)[0], "price")


def write(claim: Claim) -> str:
    """The canonical form of a claim."""
    from wollet.claim.family import family_of

    head = family_of(claim).head
    args = [_subject(claim.subject)]
    if claim.metric != ordinary_metric(claim.subject.id):
        args.append(claim.metric)
    if claim.when is not None:
        a, b = claim.when.start, claim.when.end
        args.append(a.isoformat() if a == b else f"{a}..{b}")
    if claim.since is not None:
        args.append(f"since={_word(claim.since)}")
    if claim.basis is not None:
        args.append(claim.basis)
    args += [f"{name}={_word(value)}" for name, value in _extras(claim)]
    out = f"{head}({', '.join(args)})"
    flags: list[str] = []
    q = claim.quantity
    plain_sign = q is not None and all(x is None or x >= 0 for x in (q.low, q.high))
    minus = claim.direction == "down" and plain_sign
    if q is not None:
        figure, needed = figures.written(q, minus=minus)
        out, flags = f"{out} {figure}", list(needed)
        if not plain_sign:
            flags.insert(0, "signed")
    expected = "down" if minus else ("up" if head in MOVING and q is not None else None)
    if claim.direction != expected:
        flags.append(claim.direction or "either")
    if claim.certainty != "asserted":
        flags.append(claim.certainty)
    if claim.negated:
        flags.append("not")
    return out + (" {" + ", ".join(flags) + "}" if flags else "")


def parse(text: str) -> Claim:
    """The claim that a canonical line stands for (without place, wording and speaker)."""
    m = re.match(r"([a-z_]+)\(", text)
    if m is None:
        raise NotAClaim(f"{text[:80]!r}: expected a head such as change(...)")
    from wollet.claim.family import family_with_head

    family = family_with_head(m[1])
    if family is None:
        raise NotAClaim(f"{m[1]!r} is no family's head")
    args, at = _arguments(text, m.end())
    if not args:
        raise NotAClaim(f"{text[:80]!r}: a claim needs a subject")
    fields: dict[str, Any] = {"subject": _read_subject(args[0]), "when": None, "since": None, "basis": None}
    fields["metric"] = ordinary_metric(fields["subject"].id)
    kept = {f.name: f for f in msgspec.structs.fields(family.claim)}
    for arg in args[1:]:
        name, eq, value = arg.partition("=")
        if d := re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?", arg):
            fields["when"] = Window(dt.date.fromisoformat(d[1]), dt.date.fromisoformat(d[2] or d[1]))
        elif eq and name in kept and not arg.startswith('"'):
            fields[name] = msgspec.convert(_read_word(value), kept[name].type, strict=False)
        elif arg in BASES:
            fields["basis"] = arg
        else:
            fields["metric"] = arg
    rest = text[at:].strip()
    flags: list[str] = []
    if rest.endswith("}"):
        cut = rest.rindex("{")
        flags = [f.strip() for f in rest[cut + 1 : -1].split(", ")]
        rest = rest[:cut].strip()
    direction: Direction | None = None
    fields["quantity"] = None
    if rest:
        fields["quantity"], minus = figures.read(rest, flags)
        direction = "down" if minus else ("up" if m[1] in MOVING else None)
    for flag in flags:
        if flag in ("up", "down", "flat"):
            direction = cast(Direction, flag)
        elif flag == "either":
            direction = None
        elif flag in CERTAINTIES:
            fields["certainty"] = flag
        elif flag == "not":
            fields["negated"] = True
    return family.claim(span=(0, 0), quote="", direction=direction, **fields)


@lru_cache(1 << 10)
def _subject(s: Subject) -> str:
    prefix = "" if s.kind == "instrument" and s.id else s.kind + ":"
    if s.id:
        return prefix + (s.id if re.fullmatch(r"[^\s,()\"]+", s.id) else _quote(s.id))
    return f"{prefix}{_quote(s.name or '')}" + (f"@{s.symbol}" if s.symbol else "")


def _read_subject(text: str) -> Subject:
    kind = "instrument"
    if m := re.match(r"([a-z_]+):", text):
        kind, text = m[1], text[m.end() :]
    if text.startswith('"'):
        name, end = json.JSONDecoder().raw_decode(text)
        tail = text[end:]
        if kind == "instrument" and not tail:
            return Subject(kind=kind, name=name)
        return Subject(kind=kind, name=name, symbol=tail[1:] or None if tail.startswith("@") else None)
    return Subject(kind=kind, id=text)


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@lru_cache(128)
def _own_fields(kind: type[Claim]) -> tuple[tuple[str, Any], ...]:
    """The fields that a family adds to every claim's, with their defaults."""
    common = set(Claim.__struct_fields__)
    return tuple((f.name, f.default) for f in msgspec.structs.fields(kind) if f.name not in common)


def _extras(claim: Claim) -> Iterator[tuple[str, Any]]:
    for name, default in _own_fields(type(claim)):
        value = getattr(claim, name)
        if default is msgspec.NODEFAULT or value != default:
            yield name, value


def _word(value: Any) -> str:
    return _plain_word(value) if type(value) is str else _encoded(value)


@lru_cache(1 << 10)
def _plain_word(value: str) -> str:
    return _encoded(value)


def _encoded(value: Any) -> str:
    plain = msgspec.to_builtins(value, builtin_types=(Decimal,))
    if isinstance(plain, Decimal):
        return str(plain)
    if isinstance(plain, str) and re.fullmatch(r"[^\s,(){}\"=\[\]]+", plain):
        try:
            json.loads(plain)
        except ValueError:
            return plain
    return msgspec.json.encode(plain).decode()


def _read_word(text: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal)
    except ValueError:
        return text


def _arguments(text: str, at: int) -> tuple[list[str], int]:
    out: list[str] = []
    depth, start, quoted, i = 0, at, False, at
    while i < len(text):
        c = text[i]
        if quoted:
            if c == "\\":
                i += 1
            elif c == '"':
                quoted = False
        elif c == '"':
            quoted = True
        elif c in "([{":
            depth += 1
        elif c in ")]}" and depth:
            depth -= 1
        elif c == ")" or (c == "," and not depth):
            out.append(text[start:i].strip())
            start = i + 1
            if c == ")":
                return [a for a in out if a], i + 1
        i += 1
    raise NotAClaim(f"{text[:80]!r}: no closing bracket")
