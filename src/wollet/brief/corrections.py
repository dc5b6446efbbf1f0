"""Statements that the data contradict, told as corrections: what was reported, and what the data give."""

from __future__ import annotations

from decimal import Decimal

from wollet.brief.beats import DIRECTED, Told
from wollet.brief.compose import Composer
from wollet.brief.figures import amount, figure
from wollet.model.briefing import Sentence
from wollet.verify.report import deciding


def correction(told: Told, composer: Composer) -> Sentence | None:
    """A statement that the data contradict: never told as true, the right figure beside it."""
    t = composer.t
    c, q, name = told.claim, told.claim.quantity, t.name(told.claim)
    if name is None:
        return None
    stated = figure(q, t.lang, bare=True) if q is not None else None
    if stated and told.family in ("change", "period_return") and c.direction in DIRECTED:
        stated = turned(stated, down=c.direction == "down", ko=t.ko)
    if not stated:
        if told.lang != t.lang:
            return None
        stated = f"‘{c.quote}’" if t.ko else f"“{c.quote}”"
    shown = deciding(told.verdict)
    e = shown.evidence if shown is not None else None
    key, parts = "refuted_bare", {"S": name, "stated": stated}
    if told.family == "conversion":
        parts["S"] = amount(Decimal(getattr(c, "amount", 0)), str(getattr(c, "currency", "")), t.lang)
    if e is not None and e.measured is not None and e.unit != "truth":
        value = abs(e.measured)
        value = value.quantize(Decimal("0.01")) if value < 10**6 else value.quantize(Decimal(1))
        if told.family == "conversion" and q is not None and q.grain > 1:
            value = (value / q.grain).quantize(Decimal(1)) * q.grain
        said = amount(value, e.unit, t.lang)
        if told.family in ("change", "period_return"):
            said = turned(said, down=e.measured < 0, ko=t.ko)
        key, parts["measured"] = "refuted_rate" if told.family == "conversion" else "refuted", said
    told_when = told.family in ("change", "level", "record", "market_cap", "rank")
    parts |= t.when(c.when, c.subject.id, again=True) if told_when else {"when": "", "When": ""}
    return Sentence(text=t.say(key, str(c), parts), lang=t.lang, role="correction", claims=(told.id, *told.also))


def turned(said: str, *, down: bool, ko: bool) -> str:
    """A move with its direction as a noun: "18.4% 상승", "a rise of 18.4%"."""
    if ko:
        return f"{said} {'하락' if down else '상승'}"
    return f"a {'fall' if down else 'rise'} of {said}"
