"""Economic series of the Federal Reserve Bank of St. Louis with their vintages (FRED and ALFRED).

Asking for every real-time period gives each figure with the day from which it stood: the first print and each revision.
Needs FRED_API_KEY (free).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple
from zoneinfo import ZoneInfo

from wollet.market.providers.base import Batch, Closed, ProviderError, Task, Want, day, decimal, key, need
from wollet.market.providers.http import Http
from wollet.model.market import Point

PAGE = 100_000
ACCOUNT = "fredaccount.stlouisfed.org/apikeys"
NEW_YORK = ZoneInfo("America/New_York")


class Source(NamedTuple):
    id: str
    unit: str
    frequency: str
    released: dt.time


SERIES: dict[str, Source] = {
    "US_CPI": Source("CPIAUCNS", "index", "month", dt.time(8, 30)),
    "US_CPI_SA": Source("CPIAUCSL", "index", "month", dt.time(8, 30)),
    "US_CORE_CPI": Source("CPILFESL", "index", "month", dt.time(8, 30)),
    "US_CORE_PCE": Source("PCEPILFE", "index", "month", dt.time(8, 30)),
    "US_PAYROLLS": Source("PAYEMS", "thousand persons", "month", dt.time(8, 30)),
    "US_UNEMPLOYMENT_RATE": Source("UNRATE", "percent", "month", dt.time(8, 30)),
    "US10Y": Source("DGS10", "percent", "day", dt.time(16, 15)),
    "US2Y": Source("DGS2", "percent", "day", dt.time(16, 15)),
    "US30Y": Source("DGS30", "percent", "day", dt.time(16, 15)),
    "FED_TARGET_UPPER": Source("DFEDTARU", "percent", "day", dt.time(14, 0)),
    "FED_TARGET_LOWER": Source("DFEDTARL", "percent", "day", dt.time(14, 0)),
    "VIX": Source("VIXCLS", "points", "day", dt.time(16, 15)),
    "WTI_SPOT": Source("DCOILWTICO", "USD/barrel", "day", dt.time(17, 0)),
    "BRENT_SPOT": Source("DCOILBRENTEU", "USD/barrel", "day", dt.time(17, 0)),
}


class Fred:
    name = "fred"
    keys = ("FRED_API_KEY",)
    extra = None

    def __init__(self, base: str = "https://api.stlouisfed.org/fred") -> None:
        self.base = base

    def tasks(self, want: Want) -> Iterator[Task]:
        for name in want.series or SERIES:
            if name in SERIES:
                yield Task(
                    key=f"fred:{SERIES[name].id}:{want.since}:{want.until}",
                    params={"name": name, "from": str(want.since), "to": str(want.until)},
                )

    def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
        p, s = task.params, SERIES[task.params["name"]]
        rows: list[Point] = []
        first: dict[dt.date, dt.date] = {}
        offset, count = 0, 1
        vintages = s.frequency != "day"
        while offset < count:
            fields = {
                "series_id": s.id, "api_key": key("FRED", "FRED_API_KEY", ACCOUNT),
                "file_type": "json", "observation_start": p["from"], "observation_end": p["to"],
                "limit": str(PAGE), "offset": str(offset),
            }  # fmt: skip
            if vintages:
                fields |= {"realtime_start": "1776-07-04", "realtime_end": "9999-12-31"}
            a = http.get(f"{self.base}/series/observations", fields=fields)
            doc = a.json(f"FRED {s.id}")
            if a.status != 200:
                why = str(doc.get("error_message", a.status))[:160]
                if "api_key" in why:
                    raise Closed(f"FRED refused FRED_API_KEY ({why}): check it at {ACCOUNT}")
                raise ProviderError(f"FRED refused {s.id}: {why}")
            total, observations = need(doc, "count", "observations")
            count = int(str(total))
            assert isinstance(observations, list)
            if not observations and offset < count:
                raise ProviderError(f"FRED sent {offset} of {count} observations of {s.id}: cut short, try again later")
            offset += len(observations)
            for o in observations:
                date, value, since = need(o, "date", "value", "realtime_start")
                v, d, known = decimal(value), day(date), day(since)
                if v is None:
                    continue
                end = _end(d, s.frequency)
                if vintages:
                    first[d] = min(first.get(d, known), known)
                else:
                    known = d
                rows.append(
                    Point(
                        series=p["name"], start=d, end=end, value=v, unit=s.unit, source=f"FRED {s.id}",
                        kind=known.isoformat() if vintages else None, fetched_at=now,
                        known_at=dt.datetime.combine(known, s.released, NEW_YORK).astimezone(dt.UTC),
                    )
                )  # fmt: skip
        named = tuple(_named(r, first) for r in rows) if vintages else tuple(rows)
        return Batch(kind="series", rows=named)


def _named(r: Point, first: dict[dt.date, dt.date]) -> Point:
    import msgspec

    return msgspec.structs.replace(r, kind="first_print" if r.kind == first[r.start].isoformat() else "revised")


def _end(d: dt.date, frequency: str) -> dt.date:
    if frequency == "day":
        return d
    return (d.replace(day=1) + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)
