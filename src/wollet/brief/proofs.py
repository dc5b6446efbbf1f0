"""A verdict's proof in a few lines that a reader can follow with a pocket calculator."""

from __future__ import annotations

from typing import Any

from wollet.model.article import Lang
from wollet.model.verdict import Verdict
from wollet.verify.notes import noted
from wollet.verify.report import deciding, number

LABELS = {
    "ko": {"supported": "확인됨", "refuted": "틀림", "undecided": "미확정"},
    "en": {"supported": "supported", "refuted": "refuted", "undecided": "open"},
}
REASONS = {
    "ko": {"no_data": "자료 없음", "no_reference": "공개 자료 없음", "ambiguous": "여러 뜻", "pending": "시점 미도래", "hypothetical": "가정"},
    "en": {"no_data": "no data", "no_reference": "no public reference", "ambiguous": "several readings", "pending": "not due yet", "hypothetical": "conditional"},
}  # fmt: skip
ROWS = 8


def proof(v: Verdict, id: str, lang: Lang) -> dict[str, Any]:
    """What a proof card shows."""
    shown = deciding(v)
    e = shown.evidence if shown is not None else None
    measured = None
    if e is not None and e.measured is not None and e.unit != "truth":
        digits = number(e.measured) or ""
        whole, _, part = digits.partition(".")
        measured = f"{whole}.{part[:4]}" if part else whole
        measured += {"percent": "%", "points": " pt", "percentage_point": " %p"}.get(e.unit, f" {e.unit}")
    return {
        "id": id, "label": v.label, "word": LABELS[lang][v.label], "reason": REASONS[lang].get(v.reason or "", ""), "quote": v.claim.quote,
        "canonical": str(v.claim), "measured": measured, "formula": e.formula if e is not None else None,
        "rows": [
            {"series": r.series, "date": r.date.isoformat(), "value": r.value, "source": r.source, "field": r.field or ""}
            for r in (e.rows[:ROWS] if e is not None else ())
        ],
        "more": max(0, len(e.rows) - ROWS) if e is not None else 0,
        "window": e.window[0] if e is not None and e.window else None,
        "note": noted((e.note if e is not None else None) or (shown.note if shown is not None else None), lang), "help": v.help,
    }  # fmt: skip


def stretches(text: str, verdicts: list[tuple[str, Verdict]]) -> list[list[tuple[str, list[tuple[str, Verdict]]]]]:
    """Paragraphs of a text as (piece, claims on it); a stretch inside or across another goes with the earlier one."""
    spans: list[tuple[int, int, list[tuple[str, Verdict]]]] = []
    for id, v in sorted(verdicts, key=lambda x: (x[1].claim.span[0], -x[1].claim.span[1])):
        a, b = v.claim.span
        if spans and a < spans[-1][1]:
            spans[-1] = (spans[-1][0], spans[-1][1], [*spans[-1][2], (id, v)])
        elif a < b:
            spans.append((a, b, [(id, v)]))
    out, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            pieces: list[tuple[str, list[tuple[str, Verdict]]]] = []
            at = start
            for a, b, owners in spans:
                if a >= end or b <= start:
                    continue
                a, b = max(a, start), min(b, end)
                if a > at:
                    pieces.append((text[at:a], []))
                pieces.append((text[a:b], owners))
                at = b
            if at < end:
                pieces.append((text[at:end], []))
            out.append(pieces)
        start = end + 1
    return out
