"""Daily bars, splits and dividends from Yahoo Finance by way of yfinance (an unofficial source; install wollet[yahoo]).

Yahoo states prices and dividends on today's share basis: the basis written beside each row is the day of the fetch, and
the store turns them back with the splits.  So every answer runs to today, and its splits are kept even where its prices
end earlier.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from wollet.market.providers.base import Batch, Closed, ProviderError, Task, Want, day
from wollet.market.providers.http import Http, Unreachable
from wollet.model.market import Bar, Point
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
HOST, PAUSE = "https://query2.finance.yahoo.com", 1.0
"""One history takes yfinance up to four requests."""
FORMAT = (KeyError, IndexError, TypeError, AttributeError, ValueError)
NONE_SUCH = ("YFTickerMissingError", "YFTzMissingError", "YFPricesMissingError")


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

    def __init__(self, session: Any = None) -> None:
        """`session` is the transport that yfinance is to ask through (of curl_cffi); without one it makes its own."""
        self._session = session

    def tasks(self, want: Want) -> Iterator[Task]:
        for id in want.instruments:
            if symbol(id):
                yield Task(
                    key=f"yahoo:{id}:{want.since}:{want.until}",
                    params={"id": id, "from": str(want.since), "to": str(want.until)},
                )

    def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
        id, until = task.params["id"], day(task.params["to"])
        rows, dropped, splits, dividends = [], [], [], []
        since = day(task.params["from"])
        for session, o, h, lo, c, volume, currency, paid, ratio in http.patiently(
            HOST, lambda: list(_history(symbol(id), since, now.date(), self._session)), PAUSE
        ):
            if ratio:
                splits.append(_action(id, session, ratio, "ratio", None, now))
            if session > until:
                continue
            if paid:
                dividends.append(_action(id, session, paid, currency or "", _basis(id, now), now))
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
        return Batch(
            kind="prices", rows=tuple(rows), dropped=tuple(dropped),
            also=(Batch(kind="splits", rows=tuple(splits)), Batch(kind="dividends", rows=tuple(dividends))),
        )  # fmt: skip


def _action(id: str, session: dt.date, figure: float, unit: str, basis: str | None, now: dt.datetime) -> Point:
    """A split (new shares per old) or a dividend a share, known as its session begins."""
    return Point(
        series=id, start=session, end=session, value=Decimal(repr(round(float(figure), 9))), unit=unit, source="Yahoo Finance",
        kind=basis, known_at=dt.datetime.combine(session, dt.time(), dt.UTC), fetched_at=now,
    )  # fmt: skip


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


def _history(name: str | None, since: dt.date, until: dt.date, session: Any) -> Iterator[tuple[Any, ...]]:
    """Session, open, high, low, close, volume, currency, dividend, split ratio of each day from `since` to `until`."""
    try:
        import yfinance
    except ImportError:
        raise Closed("the yahoo provider needs yfinance: pip install 'wollet[yahoo]'") from None
    yfinance.config.debug.hide_exceptions = False
    try:
        yfinance.data.YfData.cache_get.cache_clear()  # it keeps refusals and pages of apology, too
        t = yfinance.Ticker(name, session=session)
        frame = t.history(start=since, end=until + dt.timedelta(days=1), auto_adjust=False, actions=True, keepna=True)
        currency = t.history_metadata.get("currency")
    except Exception as e:  # yfinance raises what its transport raises, without a base class of its own
        if type(e).__name__ in NONE_SUCH:
            raise ProviderError(f"Yahoo holds no prices of {name} in this time: check the symbol and the dates") from None
        if isinstance(e, FORMAT) and not isinstance(e, (OSError, json.JSONDecodeError)):
            raise ProviderError(f"Yahoo's answer for {name} is not what yfinance reads ({type(e).__name__}): pip install -U yfinance") from None
        raise Unreachable(f"Yahoo did not answer for {name} ({type(e).__name__}): wait a while (it limits calls), try again") from None
    for stamp, row in frame.iterrows():
        figures = (row[name] for name in ("Open", "High", "Low", "Close", "Volume"))
        yield stamp.date(), *figures, currency, row.get("Dividends", 0.0), row.get("Stock Splits", 0.0)
