"""Reported figures of US filers with their filing dates (SEC EDGAR company facts, no key).

Each fact carries the day on which it was filed; the same period reported again later is a revision.
The SEC asks for a User-Agent with a contact: set WOLLET_AGENT.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from wollet.market.providers.base import Batch, Closed, ProviderError, Task, Want, day, decimal, need
from wollet.market.providers.http import Http
from wollet.model.market import Point

NEW_YORK = ZoneInfo("America/New_York")
CONCEPTS: dict[str, tuple[str, ...]] = {
    "revenue": (
        "RevenueFromContractWithCustomerExcludingAssessedTax", "Revenues", "SalesRevenueNet",
        "RevenueFromContractWithCustomerIncludingAssessedTax",
    ),
    "operating_income": ("OperatingIncomeLoss",),
    "net_income": ("NetIncomeLoss", "ProfitLoss"),
    "eps_diluted": ("EarningsPerShareDiluted",),
}  # fmt: skip
PERIODS = {"quarterly": (80, 100), "annual": (350, 380)}
US_VENUES = ("XNAS:", "XNYS:", "XASE:", "ARCX:")


class Edgar:
    name = "edgar"
    keys: tuple[str, ...] = ()
    extra = None

    def __init__(self, base: str = "https://data.sec.gov", files: str = "https://www.sec.gov/files") -> None:
        self.base, self.files = base, files
        self._ciks: dict[str, int] | None = None

    def tasks(self, want: Want) -> Iterator[Task]:
        for id in want.instruments:
            if id.startswith(US_VENUES):
                yield Task(key=f"edgar:{id}:{want.until}", params={"id": id, "from": str(want.since), "to": str(want.until)})

    def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
        id, since, until = task.params["id"], day(task.params["from"]), day(task.params["to"])
        cik = self._cik(id.split(":")[1], http)
        if cik is None:
            return Batch(kind="fundamentals", rows=(), dropped=(f"{id} is not in the SEC's ticker list",))
        a = http.get(f"{self.base}/api/xbrl/companyfacts/CIK{cik:010}.json")
        if a.status == 404:
            return Batch(kind="fundamentals", rows=(), dropped=(f"{id}: the SEC holds no company facts",))
        if a.status == 403:
            raise Closed("the SEC refused the request: set WOLLET_AGENT to a name and an e-mail address")
        if a.status != 200:
            raise ProviderError(f"the SEC answered status {a.status} for {id}: try again later")
        (facts,) = need(a.json(f"SEC {id}"), "facts")
        gaap = facts.get("us-gaap", {}) if isinstance(facts, dict) else {}
        rows = [r for item, names in CONCEPTS.items() for r in _item(gaap, id, item, names, since, until, now)]
        return Batch(kind="fundamentals", rows=tuple(rows))

    def _cik(self, ticker: str, http: Http) -> int | None:
        if self._ciks is None:
            a = http.get(f"{self.files}/company_tickers.json")
            if a.status != 200:
                raise ProviderError(f"the SEC answered status {a.status} for its ticker list: set WOLLET_AGENT, try again later")
            self._ciks = {}
            for row in a.json("SEC ticker list").values():
                symbol, cik = need(row, "ticker", "cik_str")
                self._ciks[str(symbol).upper()] = int(str(cik))
        return self._ciks.get(ticker.upper().replace(".", "-"))


def _item(
    gaap: dict[str, object], id: str, item: str, names: tuple[str, ...], since: dt.date, until: dt.date, now: dt.datetime
) -> Iterator[Point]:
    """All filings of one item; where several concepts report one period, the first concept of the list is used."""
    taken: dict[tuple[dt.date, dt.date], str] = {}
    for name in names:
        units = gaap.get(name)
        if not isinstance(units, dict):
            continue
        for unit, facts in need(units, "units")[0].items():  # type: ignore[attr-defined]
            for f in facts:
                if "start" not in f:
                    continue
                start, end, value, filed = need(f, "start", "end", "val", "filed")
                s, e, known, v = day(start), day(end), day(filed), decimal(value)
                kind = next((k for k, (a, b) in PERIODS.items() if a <= (e - s).days + 1 <= b), None)
                if kind is None or v is None or not since <= e <= until or taken.setdefault((s, e), name) != name:
                    continue
                yield Point(
                    series=f"{id} {item}", start=s, end=e, value=v, unit=unit, kind=kind, fetched_at=now,
                    source=f"SEC {f.get('form', '')} {f.get('accn', '')}".strip(),
                    known_at=dt.datetime.combine(known, dt.time(17, 30), NEW_YORK).astimezone(dt.UTC),
                )  # fmt: skip
