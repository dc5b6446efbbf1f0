"""What every statement about prices shares: the priced subject, its sessions and bases, and the rows that measure it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

import msgspec

from wollet.claim import currencies
from wollet.claim.canonical import ordinary_metric
from wollet.claim.doubts import doubt_of
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.subjects import Candidate
from wollet.mention.sessions import far
from wollet.model.article import day_only
from wollet.model.claim import Basis, Claim, Option, Tier
from wollet.model.market import Bar, MarketData, Point
from wollet.model.quantity import Interval, Quantity
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reason, Row
from wollet.reference import instruments

LOOK_BACK = dt.timedelta(days=16)
NEIGHBOUR = Decimal("0.05")
"""Delivery months and fixings of one thing lie closer than this: a figure within it may be another series' own."""
ELSEWHERE = Decimal("0.15")
OTHER = Decimal("6.5")
CLEAR = Decimal(1)
"""A level this much off, or a turned move of so many percent, is no neighbouring series' figure; one so many times off is
of another thing altogether."""
TENFOLD = Decimal("0.1")
"""So near ten times, or a tenth of, what was measured a figure has its decimal point in the wrong place."""
DAY = dt.timedelta(days=1)


def calendar_of(id: str) -> str:
    """The exchange whose sessions an instrument trades in."""
    return instruments.calendar_of(id)


def sort_of(id: str) -> str:
    """stock, index, fx, commodity, rate, crypto or future, by the id's own prefix."""
    head = id.split(":", 1)[0]
    return {
        "INDEX": "index", "FX": "fx", "COMDTY": "commodity", "RATE": "rate", "CRYPTO": "crypto", "FUT": "future",
    }.get(head, "stock")  # fmt: skip


def sessions(frames: Frames, frame: Frame, id: str) -> list[tuple[Window, Tier]]:
    """Sessions of the subject's exchange that a frame's words allow; a week or a month names no single session."""
    return frames.windows(frame, calendar_of(id), days=True)


def basis_of(frames: Frames, frame: Frame, window: Window | None, id: str) -> tuple[Basis | None, Tier]:
    """The price basis that the words give, or that the hour of publication implies."""
    said = frame.basis
    if said is not None and not (said == "close" and frames.in_session(window, calendar_of(id))):
        tier: Tier = "stated" if frames.cues_of(frame.sentence).said_basis(frame.clause) else "default"
        return said, tier  # type: ignore[return-value]
    if said is None and frame.place == "title" and (again := told_again(frames, frame)) is not None:
        return again, "default"
    headline = frames.headline_basis
    if headline == "premarket" and window is not None and frame.time.how != "none" and window.end < frames.article.published.date():
        headline = None
    if headline == "intraday" and frames.lang == "ko" and far(calendar_of(id), "ko") and not frames.in_session(window, calendar_of(id)):
        headline = None
    if headline in ("after_hours", "premarket", "intraday") and not (far(calendar_of(id), frames.lang) and far(calendar_of(id), "en")):
        return headline, "default"  # type: ignore[return-value]
    if frames.in_session(window, calendar_of(id)):
        return "intraday", "default"
    return "close", "default"


def told_again(frames: Frames, frame: Frame) -> Basis | None:
    """The basis that the text gives the figure of its title where it tells it again."""
    q = frame.quantity
    if q is None:
        return None
    return _outside(frames).get((q.low, q.high, q.unit))


@lru_cache(maxsize=2)
def _outside(frames: Frames) -> dict[tuple[Decimal | None, Decimal | None, str], Basis]:
    """The figures that the body of a text tells of the hours outside the session, each with the basis told first."""
    found: dict[tuple[Decimal | None, Decimal | None, str], Basis] = {}
    for other in frames.numbers:
        q = other.quantity
        if other.place != "title" and other.basis in ("after_hours", "premarket") and q is not None:
            found.setdefault((q.low, q.high, q.unit), other.basis)  # type: ignore[arg-type]
    return found


def options_of(
    windows: Sequence[tuple[Window, Tier]], basis: Basis | None, basis_tier: Tier, candidate: Candidate, far: bool = False, ended: bool = False
) -> tuple[Option, ...]:
    """The further sessions, bases and listings that the words also allow: `far` where the day of publication alone is
    known, `ended` where prices are told as of the session's end."""
    out = [Option(tier=tier, window=w) for w, tier in windows[1:4]]
    if far:
        out += beside(windows, candidate.name.ids[0])
    if basis_tier != "stated" and basis == "close":
        if far and not ended:
            out.append(Option(tier="possible", basis="intraday"))
            out += [Option(tier="possible", window=w, basis="intraday") for w, _ in windows[1:3]]
        elif not far:
            out.append(Option(tier="possible", note=BESIDE))
    elif basis_tier != "stated" and basis in ("intraday",):
        out.append(Option(tier="possible", basis="close"))
    elif basis == "open" and not (basis_tier == "stated" and calendar_of(candidate.name.ids[0]) == SEOUL):
        out.append(Option(tier="possible", basis="intraday"))
    first = candidate.name.ids[0]
    out += [Option(tier="possible", instrument=id) for id in candidate.name.ids[1:3] if not second_listing(first, id)]
    if (other := instruments.other_class(first)) is not None:
        out.append(Option(tier="possible", instrument=other))
    return tuple(out)


def second_listing(first: str, other: str) -> bool:
    """Whether an id is the same company's line on a far exchange, which no one means who does not say so."""
    a, b = instruments.get(first), instruments.get(other)
    if a is None or b is None or a.country != HOME or b.currency == a.currency:
        return False
    return b.country == HOME or (b.country is None and a.name_en.split()[0] == b.name_en.split("-")[0].split()[0])


def now(frames: Frames, window: Window | None, basis: Basis | None, id: str) -> tuple[Option, ...]:
    """The session in progress at publication, of a figure that is told as of the moment ("현재", "is trading")."""
    from wollet.reference import calendars

    running = None if basis != "intraday" or day_only(frames.article) else calendars.in_session(calendar_of(id), frames.article.published)
    if running is None or (window is not None and window.end == running):
        return ()
    return (Option(tier="possible", window=Window(running, running)),)


def around_the_clock(id: str) -> bool:
    """Whether a thing is priced by several sources without one official close."""
    return sort_of(id) in ("commodity", "future", "crypto") or calendar_of(id) in AROUND


def beside(windows: Sequence[tuple[Window, Tier]], id: str) -> list[Option]:
    """The sessions right before the likeliest one, of a text whose day of publication alone is known."""
    if not windows or windows[0][0].start != windows[0][0].end:
        return []
    from wollet.reference import calendars

    mic, day = calendar_of(id), windows[0][0].end
    held = {w for w, _ in windows}
    near = [Window(d, d) for n in (-1, -2, -3) for d in (calendars.shift(mic, day, n),)]
    return [Option(tier="possible", window=w) for w in near if w not in held]


def fields(frames: Frames, frame: Frame, candidate: Candidate, *, directed: bool = True) -> dict[str, Any] | None:
    """Everything that a one-session statement about a price takes from its frame."""
    id = candidate.name.ids[0]
    windows = sessions(frames, frame, id)
    window = windows[0][0] if windows else None
    if frames.lang == "ko" and frame.basis == "close" and calendar_of(id) in SETTLED_BY_NIGHT and len(windows) > 1 and frames.in_session(window, calendar_of(id)):
        windows = [w for w in windows if not frames.in_session(w[0], calendar_of(id))] or windows
        window = windows[0][0]
    basis, tier = basis_of(frames, frame, window, id)
    if basis == "close" and tier == "stated":
        windows = [w for w in windows if not frames.in_session(w[0], calendar_of(id))]
    out = frames.claim_fields(frame)
    out.update(
        subject=subject_of(candidate),
        metric=ordinary_metric(id),
        when=window,
        basis=basis,
        tier=windows[0][1] if windows else "default",
        options=options_of(windows, basis, tier, candidate, day_only(frames.article) or frames.of_a_moment, frames.at_close and calendar_of(id) == NEW_YORK) + now(frames, window, basis, id),
        doubt=doubt_of(frames, frame, candidate),
    )
    if not directed:
        out["direction"] = None
    elif currencies.told_alone(frames.text, candidate.start, candidate.end, id):
        out["direction"] = currencies.OTHER_WAY.get(out["direction"], out["direction"])
    return out


def touched(q: Quantity) -> Quantity:
    """The figure of "as much as 3%": the furthest point of the move, which the digits round as ever."""
    x = q.low if q.low is not None else q.high
    if x is None or q.hedge != "up_to":
        return q
    return msgspec.structs.replace(q, low=x, high=x, interval=Interval(x - q.grain / 2, x + q.grain / 2, "both"))


HOME = "United States"
NEW_YORK = "XNYS"
SEOUL = "XKRX"
"""The exchange whose openings the press tells as the exchange itself does; of others' an early price may be meant."""
BESIDE = "beside the close"
"""Marks the reading that a price right beside the close is told, of words that say no moment."""
AROUND = frozenset(("XFXS", "CMES", "IFUS", "24/7"))
SETTLED_BY_NIGHT = frozenset(("CMES", "IFUS", "IEPA"))
"""Markets whose day ends in Seoul's morning: a price that is said to have settled there is of the day that is over."""
UNITS = {"index": "points", "future": "points"}
PER = {"WTI": "USD/barrel", "BRENT": "USD/barrel", "DUBAI": "USD/barrel", "GOLD": "USD/ounce", "SILVER": "USD/ounce"}


def in_unit(q: Quantity, id: str) -> Quantity:
    """The figure in the unit that its subject is quoted in."""
    sort, symbol = sort_of(id), id.rsplit(":", 1)[-1]
    unit = q.unit
    if sort in UNITS and unit in ("", "points"):
        unit = UNITS[sort]
    elif sort == "fx" and unit == "":
        unit = symbol.rpartition("/")[2]
    elif sort == "commodity" and unit in ("USD", "") and symbol in PER:
        unit = PER[symbol]
    elif sort == "rate" and unit == "":
        unit = "percent"
    elif sort in ("crypto", "stock") and unit == "":
        known = instruments.get(id)
        unit = (known.currency if known is not None else None) or "USD"
    return q if unit == q.unit else msgspec.structs.replace(q, unit=unit)


# --- measuring -----------------------------------------------------------------------------------------------------


def show(x: Decimal) -> str:
    """A figure as a proof writes it: plain digits, no exponent, no idle zeros."""
    plain = str(x)
    if "E" not in plain and (plain[-1] != "0" or "." not in plain):
        return plain
    return format(x.normalize(), "f") if x == x.to_integral() else format(x, "f")


def bar_row(bar: Bar, value: Decimal, field: str) -> Row:
    return Row(
        source=bar.source, series=f"{bar.series} {field}", date=bar.session, value=show(value), field=field,
        doubtful=bar.doubtful,
    )  # fmt: skip


def point_row(point: Point) -> Row:
    return Row(
        source=point.source, series=point.series, date=point.end, value=show(point.value), field=point.kind,
        doubtful=point.doubtful,
    )  # fmt: skip


def bars_to(market: MarketData, id: str, day: dt.date, as_of: dt.datetime | None, back: dt.timedelta = LOOK_BACK) -> list[Bar]:
    """Bars with a close up to a session, on that session's share basis."""
    return [b for b in market.bars(id, day - back, day, as_of=as_of, adjusted_to=day) if b.close is not None]


def at_session(bars: Sequence[Bar], day: dt.date) -> int | None:
    """The place of a session among bars, or None where it is not held."""
    for i in range(len(bars) - 1, -1, -1):
        if bars[i].session == day:
            return i
        if bars[i].session < day:
            return None
    return None


def before(bars: Sequence[Bar], i: int, id: str) -> Bar | None:
    """The bar of the session right before the one at a place; None where that session is not held."""
    if i == 0 or bars[i].session == bars[i - 1].session:
        return None
    from wollet.reference import calendars

    return bars[i - 1] if bars[i - 1].session == calendars.shift(calendar_of(id), bars[i].session, -1) else None


def pick(bar: Bar, basis: str | None) -> Decimal | None:
    """The price of one basis, None where the bar does not hold it."""
    if basis in (None, "close"):
        return bar.close
    return {"open": bar.open, "high": bar.high, "low": bar.low}.get(basis)


def unless_neighbour(evidence: Evidence | Reason, claim: Claim) -> Evidence | Reason:
    """Of a commodity a figure that fails may be another delivery month's: then no row here answers it."""
    if isinstance(evidence, Evidence):
        if evidence.measured is not None and not bears(claim, evidence) and not beyond(claim, evidence.measured):
            return "no_data"
        if evidence.low is not None and evidence.high is not None and not meets(claim, evidence.low, evidence.high):
            return "no_data"
    return evidence


def beyond(claim: Claim, measured: Decimal) -> bool:
    """Whether a figure lies farther off than any delivery month or fixing of the same thing could."""
    q = claim.quantity
    stated = None if q is None else q.low if q.low is not None else q.high
    if q is None or stated is None:
        return False
    if q.unit in ("percent", "bp", "percentage_point") and claim.direction is not None:
        turned = (claim.direction == "up") != (measured > 0)
        return turned and abs(measured) >= CLEAR and stated >= CLEAR and q.unit == "percent"
    if claim.direction is not None or not stated:
        return False
    if another_things(claim, measured):
        return "/" in q.unit
    apart = abs(measured) / stated
    return abs(apart - 1) > ELSEWHERE


def another_things(claim: Claim, measured: Decimal) -> bool:
    """Whether a price is so many times another that it is of another thing, unless its decimal point alone is misplaced."""
    q = claim.quantity
    stated = None if q is None else q.low if q.low is not None else q.high
    if not stated or not measured:
        return False
    apart = abs(measured) / stated
    if any(abs(apart * ten - 1) < TENFOLD for ten in (Decimal(10), Decimal("0.1"))):
        return False
    return not 1 / OTHER < apart < OTHER


def bears(claim: Claim, evidence: Evidence) -> bool:
    """Whether the stated interval (either way of rounding) holds the measured value."""
    q = claim.quantity
    if q is None or evidence.measured is None:
        return False
    x = evidence.measured
    inside = abs(x) in q.interval if x >= 0 or claim.direction == "down" else False
    cut = q.low is not None and q.low == q.high and q.hedge is None and q.low <= abs(x) < q.low + q.grain
    turned = (claim.direction == "up" and x < 0) or (claim.direction == "down" and x > 0)
    return (inside or cut) and not turned


def meets(claim: Claim, low: Decimal, high: Decimal) -> bool:
    """Whether a measured band touches what a claim commits to."""
    q = claim.quantity
    if q is None:
        return False
    stated = q.interval.mirrored() if claim.direction == "down" else q.interval
    return not ((stated.low is not None and high < stated.low) or (stated.high is not None and low > stated.high))


def series_points(market: MarketData, id: str, start: dt.date, end: dt.date, as_of: dt.datetime | None) -> list[list[Point]]:
    """Dated figures of a rate or a pair, one list a fixing."""
    head, _, name = id.partition(":")
    rows = market.fx(name, start, end, as_of=as_of) if head == "FX" else market.series(name, start, end, as_of=as_of)
    by: dict[tuple[str, str | None], list[Point]] = {}
    for p in rows:
        by.setdefault((p.source, p.kind), []).append(p)
    return list(by.values())


def by_series(
    claim: Claim, market: MarketData, as_of: dt.datetime | None, measure: Callable[[list[Point]], Evidence | None]
) -> Evidence | Reason:
    """A figure of a pair or a rate: borne out only where every fixing bears it out, never refuted by any."""
    assert claim.when is not None and claim.subject.id is not None
    found = [
        e
        for points in series_points(market, claim.subject.id, claim.when.start - LOOK_BACK, claim.when.end, as_of)
        if (e := measure(points)) is not None
    ]
    if found and all(e.measured is not None and not bears(claim, e) and beyond(claim, e.measured) for e in found):
        return found[0]
    if not found or not all(bears(claim, e) for e in found):
        return "no_data"
    return found[0]


def digest(rows: Sequence[tuple[dt.date, Decimal]]) -> tuple[int, str]:
    """How many figures a window held, and a hash of them."""
    text = "\n".join(f"{d.isoformat()} {show(x)}" for d, x in rows)
    return len(rows), hashlib.sha256(text.encode()).hexdigest()


def with_options(claim: Claim, options: Sequence[Option]) -> Claim:
    return msgspec.structs.replace(claim, options=tuple(options))
