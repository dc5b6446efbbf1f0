"""The forecast ledger: who foretold what by when, what became of it, and how far each speaker can be trusted.

Rules of resolution:
- touch: a price target, or a level to be passed, is a hit once a session's high (low, where it lies below the price of
  the day it was made) reaches it within the horizon, on the share basis of that day; a miss when the horizon is over.
- close: a level for a time is a hit where the last close (fixing, yield) of that time lies in what the words commit to.
- figure: a reported or published figure of the period likewise; a statistic as it was first known, before revisions.
- none: nothing public settles it; it stays on the list and out of every score.
How near a figure told without any hedge has to come depends on what is foretold (`room`): a price or an amount within
POINT percent; a yield, or a statistic of a whole year, within RATE percentage points; a policy rate within less than one
step of it; a statistic of a month or a quarter by its own grain, a tenth of a point, for that is what was asked; a
company's growth within GROWTH points.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from decimal import Decimal

from wollet.claim import parse
from wollet.claim.families import fundamentals, macro
from wollet.claim.family import family_named, family_of
from wollet.model.claim import Claim
from wollet.model.market import MarketData
from wollet.model.quantity import Interval
from wollet.model.story import Checked, Forecast, Outcome
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Row
from wollet.reference import instruments
from wollet.story.names import display
from wollet.story.prices import Mark, marks
from wollet.story.relations import stated

UNNAMED = "unnamed"
YEAR = dt.timedelta(days=365)
ISSUED = dt.timedelta(days=45)
"""A day so near to the publication is the day a target was set, not the one it is for."""
REPORTING, PRINTING, GRACE = dt.timedelta(days=75), dt.timedelta(days=45), dt.timedelta(days=120)
"""How long after its period a figure is reported, a statistic published; how long an unsettled one is waited for."""
POINT, RATE, STEP, GROWTH = Decimal(5), Decimal("0.25"), Decimal("0.1"), Decimal(1)
PRINT, SHORT = Decimal("0.05"), dt.timedelta(days=100)
"""Half a tenth of a percentage point, in which statistics are printed, and the longest stretch of such a print."""
LEAST, MOST = Decimal(-80), Decimal(400)
"""Percent off the stated figure beyond which the two are not of one thing (a segment, another share, a growth)."""
_BEFORE = re.compile(r"(?:기존|종전|앞서)\s?$|\bfrom\s(?:an? (?:earlier |previous )?(?:range|forecast|outlook|call) of\s|no (?:less|more) than\s|about\s)?$")
_AFTER = re.compile(r"\s?(?:원|달러)?(?:에서|→|->|⟶)")
"""What is given up is no forecast any more."""
STALE = dt.timedelta(days=7)
PRICED = frozenset(("price", "index_level", "fx_rate", "yield", "commodity_price", "level"))
REACHED = frozenset(("more_than", "at_least", "less_than", "up_to"))


def entries(checked: Iterable[Checked]) -> list[Forecast]:
    """The forecasts of articles as ledger entries, in text order; one statement of one speaker a day once, and told
    again without the speaker in the same article not again."""
    out: dict[str, Forecast] = {}
    for c in checked:
        spoken = {worded(v.claim) for v in c.verdicts if v.claim.said_by}
        houses: dict[str, set[str]] | None = None
        old = {worded(v.claim) for v in c.verdicts if given_up(v.claim, c.article.text)}
        for v in c.verdicts:
            claim = v.claim
            if family_of(claim).name != "forecast" or claim.quantity is None or claim.negated:
                continue
            rule, due = resolution(claim, c.article.published.date())
            if worded(claim) in old or (not claim.said_by and worded(claim) in spoken):
                continue
            if houses is None:
                houses = _houses(c)
            raters = houses.get(claim.subject.id or "", set()) if claim.metric == "target_price" else set()
            only = display(next(iter(raters)), c.article.lang) if len(raters) == 1 else UNNAMED
            speaker, line = claim.said_by or only, str(claim)
            where = c.article.id if speaker == UNNAMED else f"{c.article.published.date()}"
            key = hashlib.sha256(f"{speaker}\0{worded(claim)}\0{where}".encode("utf-8", "replace")).hexdigest()[:16]
            out.setdefault(
                key,
                Forecast(
                    key=key, speaker=speaker, article=c.article.id, quote=claim.quote, claim=line, subject=claim.subject.id,
                    name=claim.subject.name, metric=claim.metric, made=c.article.published, due=due, rule=rule, url=c.article.url,
                ),
            )  # fmt: skip
    return list(out.values())


def worded(claim: Claim) -> str:
    """What a forecast foretells, however it is written: "69만" and "69만원" of one share are one target."""
    q, id = claim.quantity, claim.subject.id
    if q is None:
        return str(claim)
    found = instruments.get(id) if id is not None else None
    unit = found.currency if found is not None and claim.metric == "target_price" and q.unit == "" else q.unit
    ends = ",".join("" if x is None else f"{x.normalize():f}" for x in (q.low, q.high))
    return f"{id or claim.subject.name} {claim.metric} {claim.when} {claim.direction} {ends} {unit}"


def given_up(claim: Claim, text: str) -> bool:
    """Whether a forecast is told as the one before: "from $625", "49만→69만", "5600원에서 4800원으로"."""
    if family_of(claim).name != "forecast" or claim.quantity is None:
        return False
    a, b = claim.span
    return _BEFORE.search(text, max(0, a - 32), a) is not None or (claim.metric == "target_price" and _AFTER.match(text, b) is not None)


def _houses(c: Checked) -> dict[str, set[str]]:
    """Which houses an article says rate each company: the speakers of its price targets where no one else is named."""
    out: dict[str, set[str]] = {}
    for r in stated(c):
        if r.kind == "rates":
            out.setdefault(r.target, set()).add(r.actor)
    return out


def resolution(claim: Claim, made: dt.date) -> tuple[str, dt.date | None]:
    """How a forecast resolves, and the last day that it speaks of."""
    end = claim.when.end if claim.when is not None else None
    later = end if end is not None and end > made else None
    q = claim.quantity
    if claim.certainty == "hypothetical" or q is None:
        return "none", later
    if claim.metric == "target_price" and claim.subject.id and _in_its_unit(claim.subject.id, q.unit):
        return "touch", later if later is not None and later > made + ISSUED else made + YEAR
    if claim.metric in PRICED and claim.subject.id and _in_its_unit(claim.subject.id, q.unit):
        return ("touch" if q.hedge in REACHED else "close", later) if later else ("none", None)
    if claim.subject.id and fundamentals.ITEMS.get(claim.metric.split("_growth")[0]) and end is not None:
        return "figure", end + REPORTING
    if _statistic(claim) is not None and end is not None:
        return "figure", end + PRINTING
    return "none", later


def _in_its_unit(id: str, unit: str) -> bool:
    """Whether a figure is told in what the thing is priced in."""
    if id.startswith("RATE:"):
        return unit == "percent"
    if id.startswith("INDEX:"):
        return unit in ("", "points")
    found = instruments.get(id)
    currency = id[-3:] if id.startswith("FX:") else found.currency if found is not None else None
    return unit == "" or (currency is not None and unit.split("/")[0] == currency)


def resolve(forecast: Forecast, market: MarketData, as_of: dt.datetime) -> Outcome | None:
    """What became of a forecast by a moment; None while it is open, void where its time is up and nothing settles it."""
    if forecast.rule == "none" or forecast.due is None:
        return None
    claim = parse(forecast.claim)
    if claim.quantity is None:
        return None
    found = (_touch if forecast.rule == "touch" else _close if forecast.rule == "close" else _figure)(
        forecast, forecast.due, claim, market, as_of
    )
    if found is not None and found.deviation is not None and not LEAST < found.deviation < MOST:
        return Outcome(forecast=forecast.key, label="void", at=as_of, note="too far from what is held to be of the same thing")
    if found is None and as_of.date() > forecast.due + GRACE:
        return Outcome(forecast=forecast.key, label="void", at=as_of, note="nothing held settles it")
    return found


def resolve_all(
    held: Iterable[tuple[Forecast, Outcome | None]], market: MarketData, as_of: dt.datetime
) -> list[Outcome]:
    """Outcomes of the forecasts that were open and are no longer."""
    return [o for f, before in held if before is None and (o := resolve(f, market, as_of)) is not None]


def _touch(f: Forecast, due: dt.date, claim: Claim, market: MarketData, as_of: dt.datetime) -> Outcome | None:
    q, id = claim.quantity, claim.subject.id
    made = f.made.date()
    if q is None or id is None:
        return None
    target = q.low if q.low is not None else q.high
    before = marks(id, made - STALE - STALE, made, market, f.made, made)
    if target is None or not before:
        return None
    base = before[-1]
    up = target >= base.close
    after = [m for m in marks(id, made, min(due, as_of.date()), market, as_of, made) if m.known_at > f.made]
    if not after:
        return None
    best = max(after, key=lambda m: m.high) if up else min(after, key=lambda m: m.low)
    reached = best.high >= target if up else best.low <= target
    if not reached and (as_of.date() <= due or after[-1].session < due - STALE):
        return None
    value = best.high if up else best.low
    return _outcome(f, reached, as_of, value, target, str(value), (base.row("close"), best.row("high" if up else "low")))


def _close(f: Forecast, due: dt.date, claim: Claim, market: MarketData, as_of: dt.datetime) -> Outcome | None:
    q, id = claim.quantity, claim.subject.id
    if as_of.date() <= due or id is None or q is None:
        return None
    held: list[Mark] = marks(id, due - STALE, due, market, as_of, f.made.date())
    if not held:
        return None
    last = held[-1]
    target = q.low if q.low is not None else q.high
    return _outcome(f, last.close in allowed(claim), as_of, last.close, target, str(last.close), (last.row("close"),))


def _figure(f: Forecast, due: dt.date, claim: Claim, market: MarketData, as_of: dt.datetime) -> Outcome | None:
    plain = _reported(claim)
    q = claim.quantity
    if plain is None or q is None:
        return None
    family = family_of(plain)
    first = dt.datetime.combine(due, dt.time.max, as_of.tzinfo) if _statistic(claim) is not None else as_of
    found = family.measure(plain, market, min(as_of, first))
    if not isinstance(found, Evidence) or found.measured is None or found.unit != q.unit:
        return None
    interval = allowed(claim)
    falls = claim.direction == "down" and q.unit == "percent"
    target = q.low if q.low is not None else q.high
    if falls:
        interval, target = interval.mirrored(), -target if target is not None else None
    return _outcome(f, found.measured in interval, as_of, found.measured, target, found.formula, found.rows)


def _outcome(
    f: Forecast, hit: bool, at: dt.datetime, value: Decimal, target: Decimal | None, formula: str, rows: tuple[Row, ...]
) -> Outcome:
    off = 100 * (value / target - 1) if target else None
    return Outcome(
        forecast=f.key, label="hit" if hit else "miss", at=at, measured=value,
        deviation=None if off is None else off.quantize(Decimal("0.01")), formula=formula, rows=rows,
    )  # fmt: skip


def allowed(claim: Claim) -> Interval:
    """The values that count as a hit: what the words commit to; of a bare figure, the room of what is foretold."""
    q = claim.quantity
    assert q is not None
    if q.hedge not in (None, "about", "nearly") or q.low is None or q.low != q.high:
        return q.interval
    near = room(claim)
    if near == PRINT and q.hedge is None:
        return Interval(q.low - near, q.low + near, "both")
    low = q.low - near if q.interval.low is None else min(q.interval.low, q.low - near)
    high = q.low + near if q.interval.high is None else max(q.interval.high, q.low + near)
    return Interval(low, high, "both")


def room(claim: Claim) -> Decimal:
    """How far off a bare figure may come out, in its own unit."""
    q, w = claim.quantity, claim.when
    assert q is not None and q.low is not None
    if q.unit not in ("percent", "percentage_point"):
        return abs(q.low) * POINT / 100
    if claim.metric == "policy_rate":
        return STEP
    if _statistic(claim) is not None:
        return PRINT if w is not None and w.end - w.start <= SHORT else RATE
    return GROWTH if _reported(claim) is not None else RATE


def _reported(claim: Claim) -> Claim | None:
    """The statement that the figure, once out, would be: what a forecast is measured as.

    Of a statistic that comes out month by month, a year's is that of its last month: none of the others may be picked.
    """
    common = {name: getattr(claim, name) for name in Claim.__struct_fields__}
    if (area := _statistic(claim)) is not None:
        w = claim.when
        if w is not None and w.end - w.start > SHORT and not claim.metric.startswith("gdp"):
            common["when"] = Window(w.end.replace(day=1), w.end)
        return macro.Macro(**{**common, "certainty": "asserted"}, area=area)
    if claim.subject.id and fundamentals.ITEMS.get(claim.metric.split("_growth")[0]):
        growth = claim.quantity is not None and claim.quantity.unit == "percent"
        return fundamentals.Fundamentals(**{**common, "certainty": "asserted"}, base="yoy" if growth else None)
    return None


def _statistic(claim: Claim) -> str | None:
    """The economy whose published statistic a forecast is on, where the store may hold it."""
    if family_named("macro") is None:
        return None
    words = f"{claim.subject.id or ''} {claim.subject.symbol or ''} {claim.subject.name or ''}"
    return next((area for area, metric in macro.TABLE if metric == claim.metric and area in words.split()), None)
