"""Investor flows and market values of the Korean exchange's data site, behind its login, by way of pykrx (wollet[krx]).

The site has asked for a login since 27 December 2025 (free, KRX_ID and KRX_PW; pykrx 1.2 logs in with them).  Net buying
by investor group is nowhere else to be had in bulk.  Without a valid login the site answers nothing, and pykrx an empty
table: an empty answer for a stretch that holds sessions is therefore an error here.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from wollet.market.providers.base import Batch, Closed, ProviderError, Task, Want, day, decimal, key, need
from wollet.market.providers.http import Http
from wollet.model.market import Point
from wollet.reference import calendars

SITE, PAUSE = "https://data.krx.co.kr", 2.0
"""The site shuts out who asks fast or for much."""
GROUPS = {"기관합계": "institution", "외국인합계": "foreign", "개인": "individual", "기타법인": "other_corporation"}
MARKETS = {"INDEX:KOSPI": "KOSPI", "INDEX:KOSDAQ": "KOSDAQ"}
AFTER = dt.timedelta(hours=2)
"""After the close the exchange's figures by investor group are final."""
Row = tuple[dt.date, dict[str, Any]]


class KrxLogin:
    name = "krx-login"
    keys = ("KRX_ID", "KRX_PW")
    extra = "krx"

    def __init__(self, read: Callable[[str, str, dt.date, dt.date], Iterator[Row]] | None = None) -> None:
        self._read = read or _read

    def tasks(self, want: Want) -> Iterator[Task]:
        """Flows of both markets where no instrument is named, else flows and market values of the Korean ones; by year."""
        ids = [i for i in want.instruments if i.startswith(("XKRX:", "XKOS:")) or i in MARKETS]
        for id in ids or ([] if want.instruments or want.series else list(MARKETS)):
            for year in range(want.since.year, want.until.year + 1):
                a, b = max(want.since, dt.date(year, 1, 1)), min(want.until, dt.date(year, 12, 31))
                for what in ("flows",) if id in MARKETS else ("flows", "market_values"):
                    yield Task(key=f"krx-login:{what}:{id}:{a}:{b}", params={"what": what, "id": id, "from": str(a), "to": str(b)})

    def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
        p, a, b = task.params, day(task.params["from"]), day(task.params["to"])
        for variable in self.keys:
            key("KRX", variable, "data.krx.co.kr (a free account)")
        http.wait_turn(SITE, PAUSE)
        found = list(self._read(p["what"], MARKETS.get(p["id"], p["id"].partition(":")[2]), a, b))
        if not found and calendars.sessions("XKRX", a, min(b, now.date() - dt.timedelta(days=1))):
            raise ProviderError(f"KRX answered nothing for {p['id']} {a}..{b}: check KRX_ID and KRX_PW at data.krx.co.kr, and the symbol")
        if p["what"] == "flows":
            return Batch(kind="flows", rows=tuple(r for d, row in found for r in _flows(p["id"], d, row, now)))
        return Batch(kind="market_values", rows=tuple(r for d, row in found if (r := _worth(p["id"], d, row, now))))


def _flows(id: str, d: dt.date, row: dict[str, Any], now: dt.datetime) -> Iterator[Point]:
    known = calendars.close_at("XKRX", d).astimezone(dt.UTC) + AFTER
    for group, value in zip(GROUPS.values(), need(row, *GROUPS), strict=True):
        net = decimal(value)
        if net is not None:
            yield Point(
                series=f"{id} {group}", start=d, end=d, value=net, unit="KRW", source="KRX", kind=group, known_at=known, fetched_at=now,
            )  # fmt: skip


def _worth(id: str, d: dt.date, row: dict[str, Any], now: dt.datetime) -> Point | None:
    value, listed = (decimal(x) for x in need(row, "시가총액", "상장주식수"))
    if not value:
        return None
    return Point(
        series=id, start=d, end=d, value=value, unit="KRW", source="KRX", kind="KRX", fetched_at=now,
        shares=None if listed is None else Decimal(listed), known_at=calendars.close_at("XKRX", d).astimezone(dt.UTC),
    )  # fmt: skip


def _read(what: str, code: str, since: dt.date, until: dt.date) -> Iterator[Row]:
    """Rows of the site by session, as pykrx names their columns; what pykrx prints about its login is kept from the terminal."""
    said = io.StringIO()
    a, b = since.strftime("%Y%m%d"), until.strftime("%Y%m%d")
    try:
        with contextlib.redirect_stdout(said):
            from pykrx import stock

            ask = stock.get_market_trading_value_by_date if what == "flows" else stock.get_market_cap_by_date
            frame = ask(a, b, code)
    except ModuleNotFoundError:
        raise Closed("the krx-login provider needs pykrx: pip install 'wollet[krx]'") from None
    except Exception as e:  # pykrx raises what requests and pandas raise when the site answers its login page
        raise Closed(f"KRX let nobody in ({type(e).__name__}): check KRX_ID and KRX_PW at data.krx.co.kr, or try again later") from None
    for stamp, row in frame.iterrows():
        yield stamp.date(), {str(k): v for k, v in row.items()}
