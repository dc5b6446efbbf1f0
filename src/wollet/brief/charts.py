"""A price picture: the last sessions of an instrument with axis, dates and source, as SVG of our own."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from decimal import Decimal
from html import escape

from wollet.model.market import Bar, MarketData

W, H, LEFT, RIGHT, TOP, BOTTOM = 360, 190, 4, 56, 10, 24
SESSIONS = 60


def recent(market: MarketData | None, id: str, at: dt.datetime, sessions: int = SESSIONS) -> list[Bar]:
    """The last sessions known at a moment, on the share basis of the last day."""
    if market is None:
        return []
    start = at.date() - dt.timedelta(days=int(sessions * 1.6) + 7)
    bars = [b for b in market.bars(id, start, at.date(), as_of=at, adjusted_to=at.date()) if b.close is not None]
    return bars[-sessions:]


def ticks(low: float, high: float, n: int = 4) -> list[float]:
    """Round values between two bounds."""
    if high <= low:
        return [low]
    raw = (high - low) / n
    size = 10.0 ** math.floor(math.log10(raw))
    step = next((size * k for k in (1, 2, 2.5, 5, 10) if size * k >= raw), size * 10)
    first = int(low / step) * step
    out, x = [], first
    while x <= high + step * 1e-9:
        if x >= low:
            out.append(x)
        x += step
    return out


def label(x: float) -> str:
    return f"{x:,.0f}" if abs(x) >= 100 else (f"{x:,.1f}" if abs(x) >= 10 else f"{x:,.2f}")


def price_picture(bars: Sequence[Bar], title: str, lang: str, marks: Sequence[dt.date] = (), unit: str = "") -> str:
    """Candles where a session has its four prices, else a line; the last close is written beside its end.  Below it the
    `unit`, the last session, the source and how it states its prices."""
    if len(bars) < 2:
        return ""
    closes = [float(b.close) for b in bars if b.close is not None]
    lows = [float(b.low if b.low is not None else b.close or 0) for b in bars]
    highs = [float(b.high if b.high is not None else b.close or 0) for b in bars]
    low, high = min(lows), max(highs)
    pad = (high - low) * 0.06 or max(abs(high) * 0.01, 0.01)
    low, high = low - pad, high + pad
    wide, tall = W - LEFT - RIGHT, H - TOP - BOTTOM
    step = wide / len(bars)

    def x(i: int) -> float:
        return LEFT + (i + 0.5) * step

    def y(v: float) -> float:
        return TOP + tall * (high - v) / (high - low)

    first, last = bars[0], bars[-1]
    sources = ", ".join(dict.fromkeys(b.source for b in bars))
    spoken = f"{title}: {first.session} – {last.session}, {label(closes[0])} → {label(closes[-1])}"
    out = [
        f'<svg class="chart" viewBox="0 0 {W} {H}" role="img" aria-label="{escape(spoken, quote=True)}">',
        f"<title>{escape(spoken)}</title>",
    ]
    for v in ticks(low, high):
        out.append(f'<line class="grid" x1="{LEFT}" x2="{W - RIGHT}" y1="{y(v):.1f}" y2="{y(v):.1f}"/>')
        if abs(y(v) - y(closes[-1])) > 12:
            out.append(f'<text class="axis" x="{W - RIGHT + 6}" y="{y(v) + 4:.1f}">{label(v)}</text>')
    for i, b in enumerate(bars):
        if b.session in marks:
            out.append(f'<rect class="mark" x="{x(i) - step / 2:.1f}" y="{TOP}" width="{step:.1f}" height="{tall}"/>')
    if all(None not in (b.open, b.high, b.low) for b in bars[-10:]):
        out += [_candle(b, x(i), step, y) for i, b in enumerate(bars)]
    else:
        path = " ".join(f"{'M' if i == 0 else 'L'}{x(i):.1f} {y(v):.1f}" for i, v in enumerate(closes))
        out.append(f'<path class="line" d="{path}"/>')
    for i in (0, len(bars) // 2, len(bars) - 1):
        anchor = ("start", "middle", "end")[0 if i == 0 else (2 if i == len(bars) - 1 else 1)]
        out.append(f'<text class="axis" text-anchor="{anchor}" x="{x(i):.1f}" y="{H - 6}">{dated(bars[i].session, lang)}</text>')
    out.append(f'<text class="last" x="{W - RIGHT + 5}" y="{y(closes[-1]) + 4:.1f}">{label(closes[-1])}</text>')
    out.append("</svg>")
    said = f"자료: {sources}" if lang == "ko" else f"Source: {sources}"
    until = f"{dated(last.session, lang)} 종가까지" if lang == "ko" else f"to the close of {dated(last.session, lang)}"
    notes = [*([f"단위: {unit}" if lang == "ko" else f"In {unit}"] if unit else []), until, said, basis_word(last.basis, lang)]
    return "".join(out) + f'<p class="source">{escape(" · ".join(notes))}</p>'


def dated(d: dt.date, lang: str) -> str:
    """A session under the axis, short."""
    return f"{d.year}. {d.month}. {d.day}." if lang == "ko" else f"{d.day} {d:%b} {d.year}"


def basis_word(basis: str, lang: str) -> str:
    """How the source states its prices, in words."""
    if basis.startswith("split_adj"):
        return "분할 조정" if lang == "ko" else "split-adjusted"
    known = {"index": ("지수", "index"), "futures front month": ("근월물", "front month"), "front_month": ("근월물", "front month")}
    ko, en = known.get(basis, ("체결가 기준", "as traded") if "traded" in basis else (basis, basis))
    return ko if lang == "ko" else en


def line_picture(series: Sequence[tuple[dt.date, float, float]], names: tuple[str, str], lang: str) -> str:
    """Two lines from one start at 100: ours, drawn strong, and what it is held against."""
    if len(series) < 3:
        return ""
    values = [v for _, a, b in series for v in (a, b)]
    low, high = min(values), max(values)
    pad = (high - low) * 0.08 or 1.0
    low, high = low - pad, high + pad
    wide, tall = W - LEFT - RIGHT, H - TOP - BOTTOM

    def at(i: int, v: float) -> str:
        return f"{LEFT + wide * i / (len(series) - 1):.1f} {TOP + tall * (high - v) / (high - low):.1f}"

    spoken = f"{names[0]} {series[-1][1]:.1f}, {names[1]} {series[-1][2]:.1f}"
    out = [f'<svg class="chart" viewBox="0 0 {W} {H}" role="img" aria-label="{escape(spoken, quote=True)}"><title>{escape(spoken)}</title>']
    ends = [float(at(len(series) - 1, x).split()[1]) for x in series[-1][1:]]
    for v in ticks(low, high):
        y = TOP + tall * (high - v) / (high - low)
        out.append(f'<line class="grid" x1="{LEFT}" x2="{W - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
    columns = {"own": [a for _, a, _ in series], "index": [b for _, _, b in series]}
    for kind in ("index", "own"):
        path = " ".join(f"{'L' if i else 'M'}{at(i, x)}" for i, x in enumerate(columns[kind]))
        out.append(f'<path class="line {kind}" d="{path}"/>')
    if abs(ends[0] - ends[1]) < 13:
        middle, side = sum(ends) / 2, 1 if ends[0] >= ends[1] else -1
        ends = [middle + 7 * side, middle - 7 * side]
    for kind, y in zip(("own", "index"), ends, strict=True):
        out.append(f'<text class="last {kind}" x="{W - RIGHT + 5}" y="{y + 4:.1f}">{columns[kind][-1]:.1f}</text>')
    for i, anchor in ((0, "start"), (len(series) - 1, "end")):
        out.append(f'<text class="axis" text-anchor="{anchor}" x="{at(i, low).split()[0]}" y="{H - 6}">{dated(series[i][0], lang)}</text>')
    return "".join(out) + "</svg>"


def unit_word(id: str, lang: str) -> str:
    """What a price is stated in: won, dollars, points, percent."""
    from wollet.brief.figures import COINS
    from wollet.reference import instruments

    found = instruments.get(id)
    k = 0 if lang == "ko" else 1
    if id.startswith("INDEX:"):
        return ("포인트", "points")[k]
    if id.startswith("RATE:"):
        return ("%", "percent")[k]
    currency = id[-3:] if id.startswith("FX:") else found.currency if found is not None else None
    return COINS[currency][k] if currency in COINS else currency or ""


def _candle(b: Bar, x: float, step: float, y: object) -> str:
    assert callable(y)
    c = float(b.close or 0)
    o, h, lo = (float(v if v is not None else c) for v in (b.open, b.high, b.low))
    side = "up" if c >= o else "down"
    top, tall, wide = y(max(o, c)), max(y(min(o, c)) - y(max(o, c)), 1.0), max(step * 0.62, 1.2)
    return (
        f'<line class="wick {side}" x1="{x:.1f}" x2="{x:.1f}" y1="{y(h):.1f}" y2="{y(lo):.1f}"/>'
        f'<rect class="body {side}" x="{x - wide / 2:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{tall:.1f}"/>'
    )


def move(bars: Sequence[Bar]) -> Decimal | None:
    """Percent from the close before the last to the last."""
    if len(bars) < 2 or not bars[-2].close or bars[-1].close is None:
        return None
    return (100 * (bars[-1].close / bars[-2].close - 1)).quantize(Decimal("0.01"))


def points(bars: Sequence[Bar]) -> Decimal:
    """Basis points from the yield before the last to the last."""
    if len(bars) < 2 or bars[-2].close is None or bars[-1].close is None:
        return Decimal(0)
    return 100 * (bars[-1].close - bars[-2].close)
