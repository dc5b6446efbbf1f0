"""Reported figures of Korean companies with their receipt dates (OpenDART of the Financial Supervisory Service).

Whole financial statements by year and report; the first eight digits of the receipt number are the filing date.
Needs OPENDART_API_KEY (free).
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from wollet.market.providers.base import Batch, Closed, ProviderError, Task, Want, day, decimal, key, need
from wollet.market.providers.http import Http
from wollet.model.market import Point

SEOUL = ZoneInfo("Asia/Seoul")
REPORTS = {"11013": 3, "11012": 6, "11014": 9, "11011": 12}
ACCOUNTS = {
    "ifrs-full_Revenue": "revenue",
    "dart_OperatingIncomeLoss": "operating_income",
    "ifrs-full_ProfitLoss": "net_income",
}
INCOME = ("IS", "CIS")
CLOSED = ("010", "011", "012", "020", "901")
"""Statuses that every further request would get: a key unknown, expired or of another address, the day's limit reached."""


class Dart:
    name = "dart"
    keys = ("OPENDART_API_KEY",)
    extra = None

    def __init__(self, base: str = "https://opendart.fss.or.kr/api") -> None:
        self.base = base
        self._codes: dict[str, str] | None = None

    def tasks(self, want: Want) -> Iterator[Task]:
        """One task a company, year and report whose period ends in the window."""
        for id in want.instruments:
            if not id.startswith(("XKRX:", "XKOS:")):
                continue
            for year in range(want.since.year - 1, want.until.year + 1):
                for report, month in REPORTS.items():
                    if want.since <= _month_end(year, month) <= want.until:
                        yield Task(
                            key=f"dart:{id}:{year}:{report}",
                            params={"id": id, "year": str(year), "report": report},
                        )

    def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
        p = task.params
        token = key("OpenDART", "OPENDART_API_KEY", "opendart.fss.or.kr")
        corp = self._corp(p["id"].split(":")[1], http, token)
        if corp is None:
            return Batch(kind="fundamentals", rows=(), dropped=(f"{p['id']} has no OpenDART number",))
        for division in ("CFS", "OFS"):
            a = http.get(
                f"{self.base}/fnlttSinglAcntAll.json",
                fields={"crtfc_key": token, "corp_code": corp, "bsns_year": p["year"], "reprt_code": p["report"], "fs_div": division},
            )
            doc = a.json("OpenDART")
            status, message = need(doc, "status", "message")
            if status == "013":
                continue
            if status != "000":
                refused = Closed if status in CLOSED else ProviderError
                raise refused(f"OpenDART refused {p['id']} {p['year']}: {status} {str(message)[:120]}")
            return Batch(kind="fundamentals", rows=tuple(_rows(doc, p, division, now)))
        return Batch(kind="fundamentals", rows=())

    def _corp(self, code: str, http: Http, token: str) -> str | None:
        if self._codes is None:
            a = http.get(f"{self.base}/corpCode.xml", fields={"crtfc_key": token})
            try:
                with zipfile.ZipFile(io.BytesIO(a.body)) as z:
                    root = ElementTree.fromstring(z.read(z.namelist()[0]))
            except (zipfile.BadZipFile, ElementTree.ParseError, IndexError):
                raise ProviderError("OpenDART sent no company list: check OPENDART_API_KEY, or try again later") from None
            pairs = ((e.findtext("stock_code", "").strip(), e.findtext("corp_code", "").strip()) for e in root.iter("list"))
            self._codes = {stock: corp for stock, corp in pairs if stock}
        return self._codes.get(code)


def _rows(doc: object, p: dict[str, str], division: str, now: dt.datetime) -> Iterator[Point]:
    """Income items: the quarter's amount (three months) and, in the annual report, the year's."""
    (listed,) = need(doc, "list")
    assert isinstance(listed, list)
    year, month = int(p["year"]), REPORTS[p["report"]]
    seen: set[str] = set()
    for r in listed:
        account, statement, amount, receipt = need(r, "account_id", "sj_div", "thstrm_amount", "rcept_no")
        item, value = ACCOUNTS.get(str(account)), decimal(amount)
        if item is None or item in seen or statement not in INCOME or value is None:
            continue
        seen.add(item)
        annual = month == 12
        yield Point(
            series=f"{p['id']} {item}", start=dt.date(year, 1 if annual else month - 2, 1), end=_month_end(year, month),
            value=value, unit=str(r.get("currency") or "KRW"), kind="annual" if annual else "quarterly", fetched_at=now,
            source=f"OpenDART {receipt} {division}",
            known_at=dt.datetime.combine(day(str(receipt)[:8]), dt.time(18, 0), SEOUL).astimezone(dt.UTC),
        )  # fmt: skip


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
