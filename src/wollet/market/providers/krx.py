"""Daily bars of the Korean exchange and its indices: the exchange's own interface, and the public one beside it.

`krx` is the exchange's open interface (KRX_API_KEY, asked for at its site; the free web pages have asked for a login since
December 2025).  `krx-public` is the Financial Services Commission's copy on the public data portal (DATA_GO_KR_KEY): stocks
only, a business day later.  Both give the prices as traded.  What lies behind the login is krx_login's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from wollet.market.providers.base import Batch, Closed, ProviderError, Task, Want, day, decimal, key, need
from wollet.market.providers.http import Http
from wollet.model.market import Bar, Point
from wollet.reference import calendars

INDICES = {"코스피": "INDEX:KOSPI", "코스닥": "INDEX:KOSDAQ", "코스피 200": "INDEX:KOSPI200"}
PATHS = {"stk": "sto/stk_bydd_trd", "ksq": "sto/ksq_bydd_trd", "kospi": "idx/kospi_dd_trd", "kosdaq": "idx/kosdaq_dd_trd"}
VENUE = {"stk": "XKRX", "ksq": "XKOS"}
PAGE = 3000


class Krx:
    name = "krx"
    keys = ("KRX_API_KEY",)
    extra = None

    def __init__(self, base: str = "https://data-dbg.krx.co.kr/svc/apis") -> None:
        self.base = base
        self._refused: set[str] = set()

    def tasks(self, want: Want) -> Iterator[Task]:
        """The exchange answers one market and one session at a time, all issues at once."""
        if want.instruments and not any(i.startswith(("XKRX:", "XKOS:", *INDICES.values())) for i in want.instruments):
            return
        for d in calendars.sessions("XKRX", want.since, want.until):
            for market in PATHS:
                yield Task(key=f"krx:{market}:{d}", params={"market": market, "date": str(d)})

    def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
        market, d = task.params["market"], day(task.params["date"])
        refusal = ProviderError(f"KRX refused KRX_API_KEY for {PATHS[market]}: ask for this service at openapi.krx.co.kr, or use krx-public")
        if market in self._refused:
            raise refusal
        a = http.get(
            f"{self.base}/{PATHS[market]}",
            fields={"basDd": d.strftime("%Y%m%d")},
            headers={"AUTH_KEY": key("KRX", "KRX_API_KEY", "openapi.krx.co.kr")},
        )
        if a.status in (401, 403):
            self._refused.add(market)
            raise refusal
        if a.status != 200:
            raise ProviderError(f"KRX answered status {a.status} for {d}: try again later")
        (listed,) = need(a.json("KRX"), "OutBlock_1")
        assert isinstance(listed, list)
        rows, values, dropped = [], [], []
        for r in listed:
            bar = _stock(r, VENUE[market], now) if market in VENUE else _index(r, now)
            if isinstance(bar, str):
                dropped.append(bar)
            elif bar:
                rows.append(bar)
                if market in VENUE and (worth := decimal(r.get("MKTCAP"))):
                    values.append(market_value(bar, worth, decimal(r.get("LIST_SHRS"))))
        also = (Batch(kind="market_values", rows=tuple(values)),) if values else ()
        return Batch(kind="prices", rows=tuple(rows), dropped=tuple(dropped), also=also)


def market_value(bar: Bar, worth: Decimal, listed: Decimal | None) -> Point:
    """The market value of an issue at its close, with the shares listed."""
    return Point(
        series=bar.series, start=bar.session, end=bar.session, value=worth, unit="KRW", source=bar.source, kind="KRX",
        known_at=bar.known_at, fetched_at=bar.fetched_at, shares=listed,
    )  # fmt: skip


def _stock(r: object, mic: str, now: dt.datetime) -> Bar | str | None:
    date, code, o, h, lo, c, v = need(
        r, "BAS_DD", "ISU_CD", "TDD_OPNPRC", "TDD_HGPRC", "TDD_LWPRC", "TDD_CLSPRC", "ACC_TRDVOL"
    )
    return _bar(f"{mic}:{code}", day(date), (o, h, lo, c), v, "KRW", "as_traded", "KRX", now)


def _index(r: object, now: dt.datetime) -> Bar | str | None:
    date, name, o, h, lo, c, v = need(r, "BAS_DD", "IDX_NM", "OPNPRC_IDX", "HGPRC_IDX", "LWPRC_IDX", "CLSPRC_IDX", "ACC_TRDVOL")
    id = INDICES.get(str(name).strip())
    return _bar(id, day(date), (o, h, lo, c), v, None, "index", "KRX", now) if id else None


def _bar(
    id: str, d: dt.date, prices: tuple[object, ...], volume: object, currency: str | None, basis: str, source: str, now: dt.datetime
) -> Bar | str:
    """A bar, or the reason why the row is none.  An untraded session is printed with zero open, high and low."""
    o, h, lo, c = (decimal(x) for x in prices)
    if not c:
        return f"{id} {d}: no close"
    o, h, lo = ((x or None) for x in (o, h, lo))
    v = decimal(volume)
    return Bar(
        series=id, session=d, open=o, high=h, low=lo, close=c, volume=None if v is None else int(v), currency=currency,
        basis=basis, source=source, known_at=calendars.close_at("XKRX", d).astimezone(dt.UTC), fetched_at=now,
    )  # fmt: skip


class KrxPublic:
    name = "krx-public"
    keys = ("DATA_GO_KR_KEY",)
    extra = None

    def __init__(self, base: str = "https://apis.data.go.kr/1160100/service/GetStockSecuritiesInfoService") -> None:
        self.base = base

    def tasks(self, want: Want) -> Iterator[Task]:
        for id in want.instruments:
            if id.startswith(("XKRX:", "XKOS:")):
                yield Task(
                    key=f"krx-public:{id}:{want.since}:{want.until}",
                    params={"id": id, "from": str(want.since), "to": str(want.until)},
                )

    def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
        p = task.params
        rows: list[Bar] = []
        dropped: list[str] = []
        page, total, seen = 1, 1, 0
        while seen < total:
            a = http.get(
                f"{self.base}/getStockPriceInfo",
                fields={
                    "serviceKey": key("the public data portal", "DATA_GO_KR_KEY", "data.go.kr"), "resultType": "json",
                    "numOfRows": str(PAGE), "pageNo": str(page), "likeSrtnCd": p["id"].split(":")[1],
                    "beginBasDt": p["from"].replace("-", ""),
                    "endBasDt": (day(p["to"]) + dt.timedelta(days=1)).strftime("%Y%m%d"),
                },
            )  # fmt: skip
            if a.body.lstrip().startswith(b"<"):
                raise Closed("the public data portal refused the request: check DATA_GO_KR_KEY and its daily limit")
            (response,) = need(a.json("the public data portal"), "response")
            (body,) = need(response, "body")
            count, items = need(body, "totalCount", "items")
            total = int(str(count))
            listed = items.get("item", []) if isinstance(items, dict) else []
            if total and not listed:
                raise ProviderError(f"the public data portal sent {seen} of {total} rows: cut short, try again later")
            seen, page = seen + len(listed), page + 1
            for r in listed:
                date, code, o, h, lo, c, v = need(r, "basDt", "srtnCd", "mkp", "hipr", "lopr", "clpr", "trqu")
                if str(code) == p["id"].split(":")[1]:
                    bar = _bar(p["id"], day(date), (o, h, lo, c), v, "KRW", "as_traded", "KRX by data.go.kr", now)
                    (dropped if isinstance(bar, str) else rows).append(bar)  # type: ignore[arg-type]
        return Batch(kind="prices", rows=tuple(rows), dropped=tuple(dropped))
