"""Exchange rates, yields and the base rate of the Bank of Korea (ECOS).  Needs ECOS_API_KEY (free).

The won-dollar rate comes as two fixings: the basic rate (매매기준율), the average of the day before, fixed in the morning,
and the 15:30 close of the Seoul market that the Korean press quotes.  The yen is quoted for a hundred, and turned to one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple
from zoneinfo import ZoneInfo

from wollet.market.providers.base import Batch, BatchKind, Closed, ProviderError, Task, Want, day, decimal, key, need
from wollet.market.providers.http import Http
from wollet.model.market import Point

SEOUL = ZoneInfo("Asia/Seoul")
PAGE = 10_000


class Table(NamedTuple):
    table: str
    item: str
    cycle: str
    unit: str
    at: dt.time
    fixing: str | None = None
    series: str | None = None
    per: int = 1


TABLES: dict[str, Table] = {
    "USD/KRW": Table("731Y001", "0000001", "D", "KRW", dt.time(8, 30), "BOK"),
    "USD/KRW 15:30": Table("731Y003", "0000003", "D", "KRW", dt.time(15, 30), "Seoul onshore close", "USD/KRW"),
    "JPY/KRW": Table("731Y001", "0000002", "D", "KRW", dt.time(8, 30), "BOK", per=100),
    "EUR/KRW": Table("731Y001", "0000003", "D", "KRW", dt.time(8, 30), "BOK"),
    "BOK_BASE": Table("722Y001", "0101000", "D", "percent", dt.time(10, 0)),
    "KR3Y": Table("817Y002", "010200000", "D", "percent", dt.time(16, 30)),
    "KR10Y": Table("817Y002", "010210000", "D", "percent", dt.time(16, 30)),
    "KR_CPI": Table("901Y009", "0", "M", "index", dt.time(8, 0)),
}


class Ecos:
    name = "ecos"
    keys = ("ECOS_API_KEY",)
    extra = None

    def __init__(self, base: str = "https://ecos.bok.or.kr/api") -> None:
        self.base = base

    def tasks(self, want: Want) -> Iterator[Task]:
        pairs = {s[3:] for s in want.instruments if s.startswith("FX:")}
        asked = [n for n, t in TABLES.items() if n in want.series or (t.series or n) in pairs]
        for name in asked or ([] if want.series or want.instruments else list(TABLES)):
            yield Task(
                key=f"ecos:{name}:{want.since}:{want.until}",
                params={"name": name, "from": str(want.since), "to": str(want.until)},
            )

    def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
        name, t = task.params["name"], TABLES[task.params["name"]]
        token = key("ECOS", "ECOS_API_KEY", "ecos.bok.or.kr/api")
        span = [task.params[k].replace("-", "")[: 8 if t.cycle == "D" else 6] for k in ("from", "to")]
        kind: BatchKind = "fx" if t.fixing else "series"
        rows: list[Point] = []
        at, total = 1, 1
        while at <= total:
            url = f"{self.base}/StatisticSearch/{token}/json/kr/{at}/{at + PAGE - 1}/{t.table}/{t.cycle}/{span[0]}/{span[1]}/{t.item}"
            doc = http.get(url).json("ECOS")
            if isinstance(doc, dict) and "RESULT" in doc:
                code, message = need(doc["RESULT"], "CODE", "MESSAGE")
                if code == "INFO-200":
                    return Batch(kind=kind, rows=())
                if code == "INFO-100":
                    raise Closed(f"ECOS refused ECOS_API_KEY ({code} {str(message)[:80]}): check it at ecos.bok.or.kr/api")
                raise ProviderError(f"ECOS refused {name}: {code} {str(message)[:120]}")
            (found,) = need(doc, "StatisticSearch")
            count, listed = need(found, "list_total_count", "row")
            total = int(str(count))
            assert isinstance(listed, list)
            if not listed:
                raise ProviderError(f"ECOS sent {len(rows)} of {total} rows of {name}: cut short, try again later")
            at += len(listed)
            rows += [r for r in (_point(name, t, row, now) for row in listed) if r]
        return Batch(kind=kind, rows=tuple(rows))


def _point(name: str, t: Table, row: object, now: dt.datetime) -> Point | None:
    time, text = need(row, "TIME", "DATA_VALUE")
    value = decimal(text)
    if value is None:
        return None
    if t.cycle == "D":
        start = end = known = day(time)
    else:
        start = day(f"{time}01")
        end = (start + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)
        known = end + dt.timedelta(days=5)
    return Point(
        series=t.series or name, start=start, end=end, value=value / t.per, unit=t.unit, source=f"Bank of Korea ECOS {t.table}",
        kind=t.fixing or (None if t.cycle == "D" else "revised"), fetched_at=now,
        known_at=dt.datetime.combine(known, t.at, SEOUL).astimezone(dt.UTC),
    )  # fmt: skip
