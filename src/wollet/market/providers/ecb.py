"""Euro reference rates of the European Central Bank, as published each working day at 16:00 Frankfurt time.

Source: the ECB Data Portal's `EXR` data set (no key).  One euro in foreign currency; crosses are derived at the question.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from wollet.market.providers.base import Batch, ProviderError, Task, Want, day, decimal, need
from wollet.market.providers.http import Http
from wollet.model.market import Point

CURRENCIES = "USD JPY GBP CHF KRW CNY HKD AUD CAD SEK NOK DKK PLN CZK HUF INR BRL MXN SGD THB IDR MYR PHP NZD ZAR TRY ILS".split()
FIXED_AT = dt.time(16, 0, tzinfo=ZoneInfo("Europe/Berlin"))


class Ecb:
    name = "ecb"
    keys: tuple[str, ...] = ()
    extra = None

    def __init__(self, base: str = "https://data-api.ecb.europa.eu/service") -> None:
        self.base = base

    def tasks(self, want: Want) -> Iterator[Task]:
        """One task a year and the whole currency list: the portal answers a year in one small file."""
        asked = {p for s in want.instruments if s.startswith("FX:") for p in s[3:].split("/")} - {"EUR"}
        codes = sorted(asked & set(CURRENCIES)) if asked else CURRENCIES
        if want.instruments and not asked:
            return
        for year in range(want.since.year, want.until.year + 1):
            a, b = max(want.since, dt.date(year, 1, 1)), min(want.until, dt.date(year, 12, 31))
            yield Task(key=f"ecb:{'+'.join(codes)}:{a}:{b}", params={"codes": "+".join(codes), "from": str(a), "to": str(b)})

    def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
        p = task.params
        a = http.get(
            f"{self.base}/data/EXR/D.{p['codes']}.EUR.SP00.A",
            fields={"format": "csvdata", "startPeriod": p["from"], "endPeriod": p["to"], "detail": "dataonly"},
        )
        if a.status == 404:
            return Batch(kind="fx", rows=())
        if a.status != 200:
            raise ProviderError(f"ECB answered status {a.status} for {p['from']}..{p['to']}: try again later")
        reader = csv.DictReader(io.StringIO(a.body.decode("utf-8-sig")))
        rows: list[Point] = []
        for r in reader:
            code, date, value = need(r, "CURRENCY", "TIME_PERIOD", "OBS_VALUE")
            d, v = day(date), decimal(value)
            if v is None:
                continue
            rows.append(
                Point(
                    series=f"EUR/{code}", start=d, end=d, value=v, unit=str(code), source="ECB", kind="ECB",
                    known_at=dt.datetime.combine(d, FIXED_AT).astimezone(dt.UTC), fetched_at=now,
                )
            )  # fmt: skip
        if not rows and not (reader.fieldnames or ()):
            raise ProviderError("ECB answered an empty file: try again later")
        return Batch(kind="fx", rows=tuple(rows))
