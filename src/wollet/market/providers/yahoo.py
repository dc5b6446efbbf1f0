"""Daily bars from Yahoo Finance by way of yfinance (an unofficial source; install wollet[yahoo]).

Yahoo states prices on today's share basis: the basis written beside each row is the day of the fetch, and the store
turns them back into prices as traded with its own split table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from wollet.market.providers.base import Batch, Closed, ProviderError, Task, Want, day
from wollet.market.providers.http import Http, Unreachable
from wollet.model.market import Bar
from wollet.reference import calendars
from wollet.reference.instruments import calendar_of

SPECIAL = {
    "INDEX:SPX": "^GSPC", "INDEX:IXIC": "^IXIC", "INDEX:NDX": "^NDX", "INDEX:DJI": "^DJI", "INDEX:SOX": "^SOX",
    "INDEX:VIX": "^VIX", "INDEX:RUT": "^RUT", "INDEX:KOSPI": "^KS11", "INDEX:KOSDAQ": "^KQ11", "INDEX:N225": "^N225",
    "INDEX:HSI": "^HSI", "INDEX:TWII": "^TWII", "INDEX:AXJO": "^AXJO", "INDEX:FTSE": "^FTSE", "INDEX:DAX": "^GDAXI",
    "COMDTY:WTI": "CL=F", "COMDTY:BRENT": "BZ=F", "COMDTY:GOLD": "GC=F", "CRYPTO:BTC": "BTC-USD", "CRYPTO:ETH": "ETH-USD",
}  # fmt: skip
SUFFIX = {"XKRX": ".KS", "XKOS": ".KQ"}
TICK = Decimal("0.0001")


def symbol(id: str) -> str | None:
    """Yahoo's name of an instrument, or None where it has none."""
    if id in SPECIAL:
        return SPECIAL[id]
    mic, _, code = id.partition(":")
    if mic in SUFFIX:
        return code + SUFFIX[mic]
    return code.replace(".", "-") if mic in ("XNAS", "XNYS", "XASE", "ARCX") else code if mic.startswith("X") else None


class Yahoo:
    name = "yahoo"
    keys: tuple[str, ...] = ()
    extra = "yahoo"

    def __init__(self, history: Any = None) -> None:
        self._history = history or _history

    def tasks(self, want: Want) -> Iterator[Task]:
        for id in want.instruments:
            if symbol(id):
                yield Task(
                    key=f"yahoo:{id}:{want.since}:{want.until}",
                    params={"id": id, "from": str(want.since), "to": str(want.until)},
                )

    def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
        id = task.params["id"]
        rows, dropped = [], []
        for session, o, h, lo, c, volume, currency in self._history(symbol(id), day(task.params["from"]), day(task.params["to"])):
            prices = [_price(x) for x in (o, h, lo, c)]
            if prices[3] is None:
                dropped.append(f"{id} {session}: no close")
                continue
            rows.append(
                Bar(
                    series=id, session=session, open=prices[0], high=prices[1], low=prices[2], close=prices[3],
                    volume=int(volume) if volume == volume else None, currency=currency,
                    basis=_basis(id, now), source="Yahoo Finance",
                    known_at=calendars.close_at(calendar_of(id), session).astimezone(dt.UTC),
                    fetched_at=now,
                )
            )  # fmt: skip
        return Batch(kind="prices", rows=tuple(rows), dropped=tuple(dropped))


def _basis(id: str, now: dt.datetime) -> str:
    if id.startswith("INDEX:"):
        return "index"
    return {"COMDTY": "front_month", "CRYPTO": "utc_day"}.get(id.partition(":")[0], f"split_adj_to_{now.date()}")


def _price(x: float) -> Decimal | None:
    """Yahoo's binary floats, at its tick of four decimals."""
    if x != x:
        return None
    d = Decimal(repr(float(x))).quantize(TICK).normalize()
    return d if d.as_tuple().exponent <= 0 else d.quantize(Decimal(1))  # type: ignore[operator]


def _history(name: str | None, since: dt.date, until: dt.date) -> Iterator[tuple[Any, ...]]:
    try:
        import yfinance
    except ImportError:
        raise Closed("the yahoo provider needs yfinance: pip install 'wollet[yahoo]'") from None
    try:
        t = yfinance.Ticker(name)
        frame = t.history(start=since, end=until + dt.timedelta(days=1), auto_adjust=False, actions=False, raise_errors=True)
        currency = t.history_metadata.get("currency")
    except Exception as e:  # yfinance raises what its transport raises, without a base class of its own
        raise Unreachable(f"Yahoo did not answer for {name} ({type(e).__name__}): wait a while (it limits calls), try again") from None
    for stamp, row in frame.iterrows():
        yield stamp.date(), row["Open"], row["High"], row["Low"], row["Close"], row["Volume"], currency
