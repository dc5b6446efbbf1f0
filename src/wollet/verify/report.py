"""The report that other tools read: every claim with its verdict, its readings and its proof, as plain data."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from wollet.mention.uncollected import uncollected
from wollet.model.article import Article, Failure, Lang
from wollet.model.claim import Subject
from wollet.model.market import MarketData
from wollet.model.mention import Mention, Name, Word
from wollet.model.quantity import Quantity
from wollet.model.story import Checked
from wollet.model.time import When, Window
from wollet.model.verdict import Evidence, Reading, Row, Verdict
from wollet.verify.notes import noted

SCHEMA = "wollet.report/1"
Json = dict[str, Any]


def report(
    checked: Iterable[Checked],
    failures: Iterable[Failure] = (),
    market: MarketData | None = None,
    *,
    mentions: bool = False,
) -> Json:
    """One document for all articles: numbers as decimal strings, spans as half-open code points."""
    return {
        "schema": SCHEMA,
        "data": data_json(market),
        "articles": [article_report(c, mentions=mentions) for c in checked],
        "errors": [{"input": f.input, "error": f.error} for f in failures],
    }


def data_json(market: MarketData | None) -> Json:
    """Which data the verdicts rest on: the newest moment known and the sources."""
    latest = market.latest() if market is not None else None
    return {
        "as_of": latest.isoformat() if latest else None,
        "sources": list(market.sources()) if market is not None else [],
    }


@uncollected
def article_report(c: Checked, *, mentions: bool = False, packed: Callable[[Json], Any] = dict) -> Json:
    """One article of a report (also one line of `--format jsonl`).  `packed` is put around each claim as it is made: a
    writer that packs it at once holds no second copy of a long article's claims.
    """
    text = c.article.text
    return {
        "article": article_json(c.article),
        "claims": [packed(claim_json(v, f"c{n}", c.article.lang)) for n, v in enumerate(c.verdicts, 1)],
        "mentions": [mention_json(m, text) for m in c.mentions] if mentions else [],
        "coverage": {
            "numbers": c.coverage.numbers,
            "read": c.coverage.read,
            "unread": [{"span": [a, b], "quote": text[a:b]} for a, b in c.coverage.unread],
        },
    }


def article_json(a: Article) -> Json:
    return {
        "id": a.id,
        "url": a.url,
        "title": a.title,
        "section": a.section,
        "byline": a.byline,
        "published": a.published.isoformat(),
        "published_assumed": a.published_assumed,
        "modified": a.modified.isoformat() if a.modified else None,
        "lang": a.lang,
        "text": a.text,
    }


def claim_json(v: Verdict, id: str, lang: Lang) -> Json:
    """One claim with its verdict, its notes in a language."""
    from wollet.claim.family import family_of  # a report of mentions alone loads no family

    claim = v.claim
    family = family_of(claim)
    readings = [reading_json(r, lang) for r in v.readings]
    return {
        "id": id,
        "span": list(claim.span),
        "quote": claim.quote,
        "family": family.name,
        "code": family.code,
        "canonical": str(claim),
        "subject": subject_json(claim.subject),
        "metric": claim.metric,
        "stated": stated_json(claim.quantity),
        "interval": interval_json(claim.quantity),
        "direction": claim.direction,
        "when": window_json(claim.when),
        "since": claim.since,
        "basis": claim.basis,
        "said_by": claim.said_by,
        "certainty": claim.certainty,
        "negated": claim.negated,
        "verdict": v.label,
        "reason": v.reason,
        "gross": v.gross,
        "readings": readings,
        "decided": v.decided,
        "evidence": readings[v.decided]["evidence"] if v.decided is not None else next((r["evidence"] for r in readings if r["evidence"]), None),
        "help": v.help,
    }


def deciding(v: Verdict) -> Reading | None:
    """The reading that decided, else the first that was measured at all."""
    if v.decided is not None:
        return v.readings[v.decided]
    return next((r for r in v.readings if r.evidence is not None), None)


def subject_json(s: Subject) -> Json:
    return {"kind": s.kind, "id": s.id, "symbol": s.symbol, "name": s.name}


def stated_json(q: Quantity | None) -> Json:
    if q is None:
        return {"low": None, "high": None, "unit": "date", "hedge": None}
    return {
        "low": number(q.low), "high": number(q.high), "unit": q.unit or "count", "hedge": q.hedge,
        "grain": number(q.grain), "sign": q.sign,
    }  # fmt: skip


def interval_json(q: Quantity | None) -> Json | None:
    if q is None:
        return None
    return {"low": number(q.interval.low), "high": number(q.interval.high), "closed": q.interval.closed}


def window_json(w: Window | None) -> Json | None:
    return None if w is None else {"start": w.start.isoformat(), "end": w.end.isoformat()}


def reading_json(r: Reading, lang: Lang) -> Json:
    e = r.evidence
    return {
        "canonical": str(r.claim),
        "tier": r.tier,
        "measured": number(e.measured) if e is not None else None,
        "holds": r.holds,
        "gross": r.gross,
        "reason": r.reason,
        "note": noted(r.note, lang),
        "evidence": None if e is None else evidence_json(e, lang),
    }


def evidence_json(e: Evidence, lang: Lang) -> Json:
    """The proof: what was measured, the formula over its rows, and a seal over all of it as it was used."""
    rows = [row_json(r) for r in e.rows]
    proof: Json = {
        "measured": number(e.measured),
        "unit": e.unit,
        "formula": e.formula,
        "rows": rows,
        "low": number(e.low),
        "high": number(e.high),
        "window": None if e.window is None else {"count": e.window[0], "sha256": e.window[1]},
        "as_of": e.as_of.isoformat() if e.as_of else None,
        "note": noted(e.note, lang),
    }
    return {**proof, "seal": seal(proof)}


def row_json(r: Row) -> Json:
    out: Json = {"source": r.source, "series": r.series, "date": r.date.isoformat(), "value": r.value}
    if r.field is not None:
        out["field"] = r.field
    if r.doubtful is not None:
        out["doubtful"] = r.doubtful
    return out


def seal(proof: Json) -> str:
    """A short hash over a proof: its rows in their order, its formula and what it gave; what is altered breaks it."""
    lines = ["|".join(str(r.get(k, "")) for k in ("source", "series", "date", "field", "value")) for r in proof["rows"]]
    lines += [str(proof[k]) for k in ("formula", "measured", "low", "high", "unit", "window")]
    return hashlib.sha256("\n".join((str(len(proof["rows"])), *lines)).encode()).hexdigest()[:16]


def mention_json(m: Mention, text: str) -> Json:
    """One mention: its place, kind and value."""
    out: Json = {
        "span": [m.start, m.end], "quote": text[m.start : m.end], "kind": m.kind, "low": None, "high": None,
        "unit": None, "hedge": None, "start": None, "end": None, "ids": [], "rule": m.rule,
    }  # fmt: skip
    v = m.value
    if isinstance(v, Quantity):
        low, high = (v.low, v.high) if v.sign >= 0 else (minus(v.high), minus(v.low))
        unit = v.unit
        if m.rule == "coins" and unit[:3] in COINS:
            low, high, unit = hundredfold(low), hundredfold(high), COINS[unit[:3]] + unit[3:]
        out |= {"low": number(low), "high": number(high), "unit": unit or None, "hedge": v.hedge}
    elif isinstance(v, When):
        first, last = v.bounds if m.rule in ("date", "range") else (v.start, v.end)
        out |= {"start": day(first), "end": day(last), "grain": v.grain, "relation": v.relation}
    elif isinstance(v, Name):
        out |= {"ids": list(v.ids), "name": v.name, "symbol": v.symbol, "role": v.role, "org": v.org}
    elif isinstance(v, Word):
        out |= {"code": v.code, "direction": v.direction}
    return out


COINS = {"USD": "USX", "GBP": "GBX", "EUR": "EUX"}
"""Codes by which the trade quotes in cents and pence; claims count both in their currency."""


def hundredfold(x: Decimal | None) -> Decimal | None:
    return None if x is None else x * 100


def minus(x: Decimal | None) -> Decimal | None:
    return None if x is None else -x


def day(d: dt.date | None) -> str | None:
    return None if d is None else d.isoformat()


def number(x: Decimal | None) -> str | None:
    """A decimal as plain digits: no exponent, no trailing zeros after the point."""
    if x is None:
        return None
    s = str(x)
    if "E" in s:
        s = format(x, "f")
    return (s.rstrip("0").rstrip(".") or "0") if "." in s else s
