"""What every statement about prices shares: the priced subject, its sessions and bases, and the rows that measure it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

import msgspec

from wollet.claim import currencies, share_class
from wollet.claim.candidates import Candidate
from wollet.claim.canonical import ordinary_metric
from wollet.claim.doubts import doubt_of
from wollet.claim.frames import Frame, Frames, subject_of
from wollet.mention.sessions import far
from wollet.model.article import day_only
from wollet.model.claim import Basis, Option, Tier
from wollet.model.quantity import Interval, Quantity
from wollet.model.time import Window
from wollet.reference import calendars, instruments
from wollet.reference.instruments import calendar_of as calendar_of

DAY = dt.timedelta(days=1)


@lru_cache(1 << 13)
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
    mic, day = calendar_of(id), windows[0][0].end
    held = {w for w, _ in windows}
    near = [Window(d, d) for n in (-1, -2, -3) for d in (calendars.shift(mic, day, n),)]
    return [Option(tier="possible", window=w) for w in near if w not in held]


def fields(frames: Frames, frame: Frame, candidate: Candidate, *, directed: bool = True) -> dict[str, Any] | None:
    """Everything that a one-session statement about a price takes from its frame."""
    candidate = share_class.told(frames.text, candidate)
    id = candidate.name.ids[0]
    windows = sessions(frames, frame, id)
    window = windows[0][0] if windows else None
    over = frame.basis == "close" or (frame.basis is None and frames.headline_basis != "intraday" and frames.at_breakfast)
    if frames.lang == "ko" and over and calendar_of(id) in SETTLED_BY_NIGHT and len(windows) > 1 and frames.in_session(window, calendar_of(id)):
        windows = [w for w in windows if not frames.in_session(w[0], calendar_of(id))] or windows
        window = windows[0][0]
    basis, tier = basis_of(frames, frame, window, id)
    if frames.lang == "en" and basis == "premarket" and (ahead := opening(frames, frame, calendar_of(id))) is not None:
        window = ahead
        windows = [(ahead, "default"), *(w for w in windows if w[0] != ahead)]
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
    if share_class.is_told(frames.text, candidate):
        out["options"] = tuple(o for o in out["options"] if o.instrument is None or o.instrument != instruments.other_class(id))
    if not directed:
        out["direction"] = None
    elif currencies.told_alone(frames.text, candidate.start, candidate.end, id):
        out["direction"] = currencies.OTHER_WAY.get(out["direction"], out["direction"])
    return out


def opening(frames: Frames, frame: Frame, mic: str) -> Window | None:
    """The session of the day of the text, before whose opening an English move is told that names no day."""
    day = frames.article.published.date()
    if frame.time.how not in ("none", "carried") or day_only(frames.article) or not calendars.is_session(mic, day):
        return None
    return Window(day, day) if frames.article.published < calendars.close_at(mic, day) else None


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
PER = {"WTI": "USD/barrel", "BRENT": "USD/barrel", "DUBAI": "USD/barrel", "GOLD": "USD/ounce", "SILVER": "USD/ounce", "PLATINUM": "USD/ounce", "PALLADIUM": "USD/ounce"}


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
