"""Investor flows and market values of the Korean exchange's data site, behind its login.

The site has asked for a login since 27 December 2025 (a free account, KRX_ID and KRX_PW).  Net buying by investor group
is nowhere else to be had in bulk.  The site documents none of this: the steps and the names of the fields are those of
its own pages, as pykrx 1.2.9 and other programmes in public use ask for them.  Without a valid session it answers LOGOUT;
then the login is tried once more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from wollet.market.providers.base import Batch, Closed, ProviderError, Task, Want, day, decimal, key, need
from wollet.market.providers.http import Http
from wollet.model.market import Point
from wollet.reference import calendars

SITE, PAUSE = "https://data.krx.co.kr", 2.0
"""The site shuts out who asks fast or for much."""
CLIENT = "/contents/MDC/COMS/client/"
DATA = "/comm/bldAttendant/getJsonData.cmd"
BROWSER = {"User-Agent": "Mozilla/5.0"}
"""The site answers nobody who calls itself otherwise."""
LOGGED_IN, TWICE, EXPIRED = "CD001", "CD011", "CD010"
NET_VALUE = {"inqTpCd": "2", "trdVolVal": "2", "askBid": "3"}
"""By day; in won, not in shares; bought less sold."""
GROUPS = {"TRDVAL1": "institution", "TRDVAL2": "other_corporation", "TRDVAL3": "individual", "TRDVAL4": "foreign"}
"""All that trade: together they sell what they buy."""
MARKETS = {"INDEX:KOSPI": "STK", "INDEX:KOSDAQ": "KSQ"}
AFTER = dt.timedelta(hours=2)
"""After the close the exchange's figures by investor group are final."""


class KrxLogin:
    name = "krx-login"
    keys = ("KRX_ID", "KRX_PW")
    extra: str | None = None

    def __init__(self, site: str = SITE) -> None:
        self._site, self._inside = site, False
        self._isins: dict[str, str] = {}

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
        id = p["id"]
        over = {"strtDd": f"{a:%Y%m%d}", "endDd": f"{b:%Y%m%d}"}
        if p["what"] == "market_values":
            rows = self._rows(http, "dbms/MDC/STAT/standard/MDCSTAT01701", {**over, "isuCd": self._isin(http, id), "adjStkPrc": "1"})
        elif id in MARKETS:
            rows = self._rows(http, "dbms/MDC/STAT/standard/MDCSTAT02202", {**over, **NET_VALUE, "mktId": MARKETS[id], "etf": "", "etn": "", "elw": ""})
        else:
            rows = self._rows(http, "dbms/MDC/STAT/standard/MDCSTAT02302", {**over, **NET_VALUE, "isuCd": self._isin(http, id)})
        if not rows and calendars.sessions("XKRX", a, min(b, now.date() - dt.timedelta(days=1))):
            raise ProviderError(f"KRX holds nothing of {id} in {a}..{b}: check the symbol and the dates")
        if p["what"] == "flows":
            return Batch(kind="flows", rows=tuple(r for row in rows for r in _flows(id, row, now)))
        return Batch(kind="market_values", rows=tuple(r for row in rows if (r := _worth(id, row, now))))

    def _isin(self, http: Http, id: str) -> str:
        """The international number by which the site knows a listing, from its list of all."""
        if not self._isins:
            rows = self._rows(http, "dbms/comm/finder/finder_stkisu", {"mktsel": "ALL", "typeNo": "0", "searchText": ""}, "block1")
            self._isins = {str(short): str(full) for short, full in (need(row, "short_code", "full_code") for row in rows)}
        code = id.partition(":")[2]
        if code not in self._isins:
            raise ProviderError(f"KRX lists no {code}: check the symbol (what was delisted is not asked for)")
        return self._isins[code]

    def _rows(self, http: Http, what: str, fields: dict[str, str], block: str = "output") -> list[object]:
        """The rows of one of the site's tables, after a login where there is none or it has run out."""
        for _ in range(2):
            if not self._inside:
                self._log_in(http)
            answer = http.post(
                self._site + DATA, fields={"bld": what, "locale": "ko_KR", **fields}, pause=PAUSE,
                headers={**BROWSER, "Referer": self._site + "/contents/MDC/MDI/outerLoader/index.cmd", "X-Requested-With": "XMLHttpRequest"},
            )  # fmt: skip
            if answer.body.strip() != b"LOGOUT" and answer.status not in (401, 403):
                break
            self._inside = False
        else:
            raise Closed("KRX ends the session as soon as it has begun: log in at data.krx.co.kr by hand once, then try again")
        if answer.status != 200:
            raise ProviderError(f"KRX refused the request (status {answer.status}): ask for less, or try again later")
        (rows,) = need(answer.json("KRX"), block)
        if not isinstance(rows, list):
            raise ProviderError(f"field {block!r} holds no rows: the source's format has changed")
        return rows

    def _log_in(self, http: Http) -> None:
        """Begins a session as the site's own page does: its form, then the account; a session elsewhere is ended by it."""
        account = {"mbrId": key("KRX", "KRX_ID", f"{SITE} (a free account)"), "pw": key("KRX", "KRX_PW", f"{SITE} (a free account)")}
        page = self._site + CLIENT + "MDCCOMS001.cmd"
        http.get(page, headers=BROWSER)
        http.get(self._site + CLIENT + "view/login.jsp", fields={"site": "mdc"}, headers={**BROWSER, "Referer": page})
        form = {"mbrNm": "", "telNo": "", "di": "", "certType": "", **account}
        said: object = ""
        for more in ({}, {"skipDup": "Y"}):
            answer = http.post(self._site + CLIENT + "MDCCOMS001D1.cmd", fields={**form, **more}, headers={**BROWSER, "Referer": page}, pause=PAUSE)
            (said,) = need(answer.json("the login of KRX"), "_error_code")
            if said != TWICE:
                break
        if said == EXPIRED:
            raise Closed("KRX asks for a new password: change it at data.krx.co.kr and export it as KRX_PW")
        if said != LOGGED_IN:
            raise Closed(f"KRX let nobody in ({str(said)[:20]}): check KRX_ID and KRX_PW at data.krx.co.kr")
        self._inside = True


def _flows(id: str, row: object, now: dt.datetime) -> Iterator[Point]:
    d, *values, total = need(row, "TRD_DD", *GROUPS, "TRDVAL_TOT")
    d = day(str(d).replace("/", "-"))
    nets = [decimal(v) for v in values]
    if all(n is not None for n in nets) and sum(n or 0 for n in nets) != (decimal(total) or 0):
        raise ProviderError(f"the groups of {id} on {d} do not sum up to their total: the source's format has changed")
    known = calendars.close_at("XKRX", d).astimezone(dt.UTC) + AFTER
    for group, net in zip(GROUPS.values(), nets, strict=True):
        if net is not None:
            yield Point(
                series=f"{id} {group}", start=d, end=d, value=net, unit="KRW", source="KRX", kind=group, known_at=known, fetched_at=now,
            )  # fmt: skip


def _worth(id: str, row: object, now: dt.datetime) -> Point | None:
    d, worth, shares = need(row, "TRD_DD", "MKTCAP", "LIST_SHRS")
    d, value, listed = day(str(d).replace("/", "-")), decimal(worth), decimal(shares)
    if not value:
        return None
    return Point(
        series=id, start=d, end=d, value=value, unit="KRW", source="KRX", kind="KRX", fetched_at=now,
        shares=None if listed is None else Decimal(listed), known_at=calendars.close_at("XKRX", d).astimezone(dt.UTC),
    )  # fmt: skip
