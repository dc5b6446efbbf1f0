"""The Korean exchange's data site behind its login, played by a local server that keeps sessions as the site does."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import pytest
from provider_server import NOW, Asked, Reply, Stand, http, js, run, served

from wollet.market.providers import ProviderError, Want
from wollet.market.providers.base import Closed
from wollet.market.providers.http import Unreachable
from wollet.market.providers.krx_login import KrxLogin

D = dt.date
DAY = D(2024, 2, 13)
KOSPI = Want(since=DAY, until=DAY, instruments=("INDEX:KOSPI",))
SAMSUNG = Want(since=DAY, until=DAY, instruments=("XKRX:005930",))
NET = {
    "TRD_DD": "2024/02/13", "TRDVAL1": "-324,500,000,000", "TRDVAL2": "12,000,000,000", "TRDVAL3": "-713,200,000,000",
    "TRDVAL4": "1,025,700,000,000", "TRDVAL_TOT": "0",
}  # fmt: skip
WORTH = {"TRD_DD": "2024/02/13", "TDD_CLSPRC": "75,200", "MKTCAP": "448,927,647,760,000", "LIST_SHRS": "5,969,782,550"}
LISTED = {"full_code": "KR7005930003", "short_code": "005930", "codeName": "삼성전자", "marketCode": "STK"}
TABLES = {"MDCSTAT02202": [NET], "MDCSTAT02302": [NET], "MDCSTAT01701": [WORTH]}


class Site:
    """The exchange's site: a session begins with its page, an account opens it, and it ends after `lasts` tables."""

    def __init__(self, *, codes: tuple[str, ...] = ("CD001",), lasts: int = 99, tables: dict[str, list[object]] = TABLES) -> None:
        self.codes, self.lasts, self.tables = list(codes), lasts, tables
        self.begun = self.left = 0
        self.instead: list[Reply] = []

    def __call__(self, asked: Asked) -> Reply:
        if asked.path.endswith("MDCCOMS001.cmd"):
            self.begun += 1
            return Reply(b"<html/>", headers=(("Set-Cookie", f"JSESSIONID=s{self.begun}; Path=/; HttpOnly"),))
        mine = f"JSESSIONID=s{self.begun}" in asked.headers.get("cookie", "")
        if asked.path.endswith("MDCCOMS001D1.cmd"):
            code = self.codes.pop(0) if len(self.codes) > 1 else self.codes[0]
            right = asked.method == "POST" and mine and (asked.query["mbrId"], asked.query["pw"]) == ("me", "secret")
            if right and code == "CD001":
                self.left = self.lasts
            return js({"_error_code": code if right else "CD002", "_error_message": ""})
        if asked.path.endswith("getJsonData.cmd"):
            if self.instead:
                return self.instead.pop(0)
            if not (mine and self.left) or asked.headers.get("x-requested-with") != "XMLHttpRequest":
                return Reply(b"LOGOUT", 400)
            self.left -= 1
            table = asked.query["bld"].rpartition("/")[2]
            return js({"block1": [LISTED]} if table == "finder_stkisu" else {"output": self.tables[table], "CURRENT_DATETIME": ""})
        return Reply(b"<html/>")


@pytest.fixture(autouse=True)
def account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRX_ID", "me")
    monkeypatch.setenv("KRX_PW", "secret")


def asked_for(s: Stand) -> list[str]:
    return [a.path.rpartition("/")[2] if not a.path.endswith("getJsonData.cmd") else a.query["bld"].rpartition("/")[2] for a in s.asked]


def test_net_buying_by_group_is_known_two_hours_after_the_close() -> None:
    with served(Site()) as s:
        rows = run(KrxLogin(s.base), KOSPI)
    told = {r.kind: (r.series, r.value, r.unit) for r in rows}
    assert told["foreign"] == ("INDEX:KOSPI foreign", Decimal(1_025_700_000_000), "KRW") and told["individual"][1] == Decimal(-713_200_000_000)
    assert rows[0].known_at == dt.datetime(2024, 2, 13, 8, 30, tzinfo=dt.UTC)
    assert asked_for(s) == ["MDCCOMS001.cmd", "login.jsp", "MDCCOMS001D1.cmd", "MDCSTAT02202"]
    sent = s.asked[-1].query
    assert (sent["strtDd"], sent["endDd"], sent["mktId"], sent["trdVolVal"], sent["askBid"]) == ("20240213", "20240213", "STK", "2", "3")


def test_a_listing_brings_its_flows_and_its_market_value_with_its_shares() -> None:
    with served(Site()) as s:
        rows = run(KrxLogin(s.base), SAMSUNG)
    assert [r.series for r in rows[:4]] == [f"XKRX:005930 {g}" for g in ("institution", "other_corporation", "individual", "foreign")]
    assert (rows[4].series, rows[4].value, rows[4].shares) == ("XKRX:005930", Decimal(448_927_647_760_000), Decimal(5_969_782_550))
    assert asked_for(s)[3:] == ["finder_stkisu", "MDCSTAT02302", "MDCSTAT01701"], "the list of listings is asked for once"
    assert {a.query["isuCd"] for a in s.asked[4:]} == {"KR7005930003"}


def test_a_session_that_has_run_out_is_begun_anew_once() -> None:
    with served(Site(lasts=2)) as s:
        assert len(run(KrxLogin(s.base), SAMSUNG)) == 5
    assert asked_for(s).count("MDCCOMS001D1.cmd") == 2
    with served(Site(lasts=0)) as s, pytest.raises(Closed, match="ends the session"):
        run(KrxLogin(s.base), KOSPI)


def test_an_account_that_is_logged_in_elsewhere_is_taken_over() -> None:
    with served(Site(codes=("CD011", "CD001"))) as s:
        assert len(run(KrxLogin(s.base), KOSPI)) == 4
    assert [a.query.get("skipDup") for a in s.asked if a.method == "POST"] == [None, "Y", None]


@pytest.mark.parametrize(("code", "says"), [("CD002", "check KRX_ID and KRX_PW"), ("CD010", "asks for a new password")])
def test_a_refused_account_is_named_and_no_table_is_asked_for(code: str, says: str) -> None:
    with served(Site(codes=(code,))) as s, pytest.raises(Closed, match=says):
        run(KrxLogin(s.base), KOSPI)
    assert asked_for(s)[-1] == "MDCCOMS001D1.cmd"


def test_a_missing_account_is_named_before_the_site_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KRX_ID")
    with served(Site()) as s, pytest.raises(Closed, match="KRX_ID is not set: get one at"):
        run(KrxLogin(s.base), KOSPI)
    assert not s.asked


def test_nothing_where_there_were_sessions_is_an_error_and_on_holidays_none() -> None:
    empty = Site(tables={"MDCSTAT02202": []})
    with served(empty) as s, pytest.raises(ProviderError, match="holds nothing of INDEX:KOSPI"):
        run(KrxLogin(s.base), KOSPI)
    with served(empty) as s:
        assert run(KrxLogin(s.base), Want(since=D(2024, 2, 9), until=D(2024, 2, 12), instruments=("INDEX:KOSPI",))) == []


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({k: v for k, v in NET.items() if k != "TRDVAL4"}, "'TRDVAL4' is missing"),
        (NET | {"TRDVAL1": "many"}, "'many' is not a number"),
        (NET | {"TRDVAL1": "1"}, "do not sum up to their total"),
        (NET | {"TRD_DD": "13 Feb"}, "'13 Feb' is not a date"),
    ],
)
def test_a_changed_format_is_named(row: dict[str, str], says: str) -> None:
    with served(Site(tables={"MDCSTAT02202": [row]})) as s, pytest.raises(ProviderError, match=says):
        run(KrxLogin(s.base), KOSPI)


def test_a_listing_that_the_site_does_not_know_is_named() -> None:
    with served(Site()) as s, pytest.raises(ProviderError, match="lists no 999999"):
        run(KrxLogin(s.base), Want(since=DAY, until=DAY, instruments=("XKRX:999999",)))


def test_limits_cut_transfers_and_pages_of_apology_are_never_taken_for_rows() -> None:
    site = Site()
    whole = json.dumps({"output": [NET]}).encode()
    site.instead = [Reply(status=429, headers=(("Retry-After", "1"),)), Reply(whole[:20], cut=True), Reply(status=503)]
    with served(site) as s:
        assert len(run(KrxLogin(s.base), KOSPI)) == 4
    site.instead = [Reply("<p>서비스 제공 불가능</p>".encode())]
    with served(site) as s, pytest.raises(Unreachable, match="not JSON"):
        run(KrxLogin(s.base), KOSPI)


def test_the_site_is_asked_every_two_seconds_at_most() -> None:
    waits: list[float] = []
    client = http()
    client._sleep = waits.append
    with served(Site()) as s:
        p = KrxLogin(s.base)
        for task in p.tasks(SAMSUNG):
            p.fetch(task, client, NOW)
    assert len([w for w in waits if w > 1.5]) == 3, "after the login, and after each table but the last"
