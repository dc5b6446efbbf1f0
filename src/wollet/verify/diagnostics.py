"""What a reader of the terminal sees: code, verdict, place, stated interval, measured value with its rows, a hint."""

from __future__ import annotations

from decimal import Decimal

from wollet.claim.family import family_of
from wollet.model.article import Article
from wollet.model.claim import Claim
from wollet.model.quantity import Interval
from wollet.model.verdict import Evidence, Verdict
from wollet.read.places import place
from wollet.verify.hints import EN_UNITS
from wollet.verify.notes import noted
from wollet.verify.report import deciding, number
from wollet.verify.tolerance import TRUTH, signed, stated

EXCERPT = 34
WITNESSES = 4
MOST_PLACES = 12


def diagnostics(v: Verdict, article: Article) -> str:
    """One diagnostic in full."""
    line, column = place(article, v.claim.span[0])
    lines = [
        headline(v),
        f"  --> {article.source if article.source != '-' else article.id}:{line}:{column}  {excerpt(article.text, v.claim.span)}",
    ]
    said = stated(v.claim)
    unit = v.claim.quantity.unit if v.claim.quantity is not None else ""
    if said is not None:
        lines.append(f"  stated    {bounds(said)} {sign_of(unit)}".rstrip())
    shown = deciding(v)
    if shown is not None and shown.evidence is not None:
        lines.append(f"  measured  {measured(shown.evidence, v.claim)}".rstrip())
        if shown.evidence.note:
            lines.append(f"  note      {noted(shown.evidence.note, article.lang)}")
    for r in v.readings:
        if r is not shown and r.holds is not None and v.label != "supported":
            got = measured(r.evidence, v.claim) if r.evidence is not None else ""
            lines.append(f"  also      {r.claim} ({r.tier}): {got}".rstrip())
        elif r.holds is None and r.note and v.label == "undecided":
            lines.append(f"  open      {r.claim} ({r.tier}): {noted(r.note, article.lang)}")
    if v.help:
        lines.append(f"  help: {v.help}")
    return "\n".join(lines)


def headline(v: Verdict) -> str:
    """Code, verdict and the claim in canonical form."""
    mark = " (gross)" if v.gross else f" ({v.reason})" if v.reason else ""
    return f"{family_of(v.claim).code} {v.label}{mark}: {v.claim}"


def excerpt(text: str, span: tuple[int, int]) -> str:
    """The expression with its neighbourhood on the same line, cut between words."""
    first = text.rfind("\n", 0, span[0]) + 1
    last = text.find("\n", span[1])
    last = len(text) if last < 0 else last
    start, end = max(first, span[0] - EXCERPT), min(last, span[1] + EXCERPT)
    if start > first:
        start = text.find(" ", start, span[0]) + 1 or start
    if end < last:
        end = text.rfind(" ", span[1], end) if " " in text[span[1] : end] else end
    return ("…" if start > first else "") + text[start:end].strip() + ("…" if end < last else "")


def bounds(i: Interval) -> str:
    left = "[" if i.closed in ("both", "left") and i.low is not None else "("
    right = "]" if i.closed in ("both", "right") and i.high is not None else ")"
    return f"{left}{number(i.low) or '-inf'}, {number(i.high) or 'inf'}{right}"


def sign_of(unit: str) -> str:
    return "%" if unit == "percent" else EN_UNITS.get(unit, " " + unit).strip()


def measured(e: Evidence, claim: Claim) -> str:
    """The measured value, then the rows that it came from, oldest first."""
    if e.unit == TRUTH:
        head = "so" if e.measured else "not so"
        head = f"{head}: {e.formula}" if len(e.formula) <= 80 else head
    elif e.measured is not None:
        head = f"{short(e.measured, claim)} {sign_of(e.unit)}".rstrip()
    elif e.low is not None and e.high is not None:
        head = f"between {short(e.low, claim)} and {short(e.high, claim)} {sign_of(e.unit)}".rstrip()
    else:
        head = "-"
    rows = [f"{r.value} ({r.date.isoformat()})" for r in sorted(e.rows, key=lambda r: r.date)]
    shown = rows if len(rows) <= WITNESSES else [*rows[: WITNESSES - 1], f"… {len(rows) - WITNESSES} more", rows[-1]]
    sources = ", ".join(dict.fromkeys(r.source for r in e.rows))
    window = f", {e.window[0]} sessions scanned" if e.window is not None else ""
    return f"{head}   {' -> '.join(shown)}{', ' + sources if sources else ''}{window}"


def short(x: Decimal, claim: Claim) -> str:
    """A measured value one digit finer than the claim's own, or as many more as it takes to show which side it is on."""
    said = signed(claim.quantity, claim.direction) if claim.quantity is not None else ()
    exponent = claim.quantity.grain.normalize().as_tuple().exponent if claim.quantity is not None else -1
    places = max(2, 1 - exponent if isinstance(exponent, int) else 2)
    figure = round(x, places)
    while places < MOST_PLACES and ((x and not figure) or any((figure in i) != (x in i) for i in said)):
        places += 1
        figure = round(x, places)
    s = number(figure) or "0"
    return f"+{s}" if claim.direction is not None and x > 0 else s


def counted(n: int, what: str) -> str:
    """1 claim, 2 claims."""
    return f"{n} {what}" if n == 1 else f"{n} {what}s"


def summary(verdicts: list[Verdict]) -> str:
    """One line over many verdicts."""
    n = len(verdicts)
    by = {label: sum(v.label == label for v in verdicts) for label in ("supported", "refuted", "undecided")}
    return f"{counted(n, 'claim')}: {by['supported']} supported, {by['refuted']} refuted, {by['undecided']} undecided"
