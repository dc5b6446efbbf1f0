"""Every source against a local server that plays its documented answers and its failures."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import pytest
from provider_server import Reply, js, playing, run

from wollet.market.providers import ProviderError, Want, available
from wollet.market.providers.ecb import Ecb
from wollet.market.providers.edgar import Edgar
from wollet.market.providers.fred import Fred

D = dt.date


def test_all_our_providers_are_installed_by_entry_point() -> None:
    assert {"dart", "ecb", "ecos", "edgar", "fred", "krx", "krx-login", "krx-public", "yahoo"} <= set(available())


# --- ECB

ECB = b"""KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE
EXR.D.KRW.EUR.SP00.A,D,KRW,EUR,SP00,A,2024-02-13,1431.15
EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2024-02-13,1.0767
EXR.D.USD.EUR.SP00.A,D,USD,EUR,SP00,A,2024-02-14,
"""
FEB = Want(since=D(2024, 2, 12), until=D(2024, 2, 14))


def test_ecb_rates_carry_the_fixing_hour() -> None:
    with playing(Reply(ECB)) as s:
        rows = run(Ecb(s.base), Want(since=FEB.since, until=FEB.until, instruments=("FX:USD/KRW",)))
    assert [(r.series, r.value) for r in rows] == [("EUR/KRW", Decimal("1431.15")), ("EUR/USD", Decimal("1.0767"))]
    assert rows[0].known_at == dt.datetime(2024, 2, 13, 15, tzinfo=dt.UTC) and rows[0].kind == "ECB"
    assert s.asked[0].path == "/data/EXR/D.KRW+USD.EUR.SP00.A" and s.asked[0].query["startPeriod"] == "2024-02-12"


def test_ecb_without_new_rates_is_no_error() -> None:
    with playing(Reply(status=404)) as s:
        assert run(Ecb(s.base), FEB) == []


def test_ecb_changed_format_is_named() -> None:
    with playing(Reply(ECB.replace(b"OBS_VALUE", b"VALUE"))) as s, pytest.raises(ProviderError, match="OBS_VALUE"):
        run(Ecb(s.base), FEB)


# --- FRED and ALFRED


def obs(*rows: tuple[str, str, str]) -> dict[str, object]:
    return {"count": len(rows), "observations": [{"date": d, "value": v, "realtime_start": r} for d, v, r in rows]}


def test_fred_vintages_tell_the_first_print_from_the_revision(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRED_API_KEY", "k")
    want = Want(since=D(2024, 1, 1), until=D(2024, 1, 31), series=("US_PAYROLLS",))
    with playing(js(obs(("2024-01-01", "157700", "2024-02-02"), ("2024-01-01", "157533", "2024-03-08")))) as s:
        first, later = run(Fred(s.base), want)
    assert (first.kind, first.known_at) == ("first_print", dt.datetime(2024, 2, 2, 13, 30, tzinfo=dt.UTC))
    assert (later.kind, later.value, later.end) == ("revised", Decimal(157533), D(2024, 1, 31))
    assert s.asked[0].query["realtime_end"] == "9999-12-31"


def test_fred_missing_values_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRED_API_KEY", "k")
    with playing(js(obs(("2024-02-12", "4.17", "2024-02-13"), ("2024-02-19", ".", "2024-02-20")))) as s:
        rows = run(Fred(s.base), Want(since=D(2024, 2, 12), until=D(2024, 2, 19), series=("US10Y",)))
    assert [r.value for r in rows] == [Decimal("4.17")]


def test_fred_pages_until_all_are_there_and_says_when_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRED_API_KEY", "k")
    want = Want(since=D(2024, 2, 12), until=D(2024, 2, 13), series=("US10Y",))
    page = obs(("2024-02-12", "4.17", "2024-02-13")) | {"count": 2}
    second = obs(("2024-02-13", "4.31", "2024-02-14")) | {"count": 2}
    with playing(js(page), js(second)) as s:
        assert len(run(Fred(s.base), want)) == 2
        assert s.asked[1].query["offset"] == "1"
    with playing(js(page), js({"count": 2, "observations": []})) as s, pytest.raises(ProviderError, match="1 of 2"):
        run(Fred(s.base), want)


def test_fred_without_a_key_or_with_a_wrong_one(monkeypatch: pytest.MonkeyPatch) -> None:
    want = Want(since=D(2024, 2, 12), until=D(2024, 2, 13), series=("US10Y",))
    monkeypatch.delenv("FRED_API_KEY", raising=False)
    with playing(js({})) as s, pytest.raises(ProviderError, match="FRED_API_KEY is not set"):
        run(Fred(s.base), want)
    monkeypatch.setenv("FRED_API_KEY", "bad")
    refusal = Reply(json.dumps({"error_code": 400, "error_message": "Bad Request. The value is not registered."}).encode(), 400)
    with playing(refusal) as s, pytest.raises(ProviderError, match="not registered"):
        run(Fred(s.base), want)


# --- SEC EDGAR

TICKERS = {"0": {"cik_str": 1045810, "ticker": "NVDA", "title": "NVIDIA CORP"}}


def facts(*rows: tuple[str, str, int, str]) -> dict[str, object]:
    unit = [{"start": s, "end": e, "val": v, "filed": f, "form": "10-K", "accn": "a"} for s, e, v, f in rows]
    return {"facts": {"us-gaap": {"Revenues": {"units": {"USD": unit}}}}}


def test_edgar_facts_are_known_from_their_filing(monkeypatch: pytest.MonkeyPatch) -> None:
    year = ("2023-01-30", "2024-01-28", 60922000000, "2024-02-21")
    half = ("2023-01-30", "2023-07-30", 20699000000, "2023-08-28")
    with playing(js(TICKERS), js(facts(year, half))) as s:
        rows = run(Edgar(s.base, s.base), Want(since=D(2023, 1, 1), until=D(2024, 2, 28), instruments=("XNAS:NVDA", "XKRX:005930")))
    assert [(r.series, r.kind, r.value) for r in rows] == [("XNAS:NVDA revenue", "annual", Decimal(60922000000))]
    assert rows[0].known_at.date() == D(2024, 2, 21)
    assert s.asked[1].path == "/api/xbrl/companyfacts/CIK0001045810.json"


def test_edgar_names_a_missing_contact() -> None:
    want = Want(since=D(2023, 1, 1), until=D(2024, 2, 28), instruments=("XNAS:NVDA",))
    with playing(js(TICKERS), Reply(status=403)) as s, pytest.raises(ProviderError, match="WOLLET_AGENT"):
        run(Edgar(s.base, s.base), want)


def test_edgar_changed_format_is_named() -> None:
    want = Want(since=D(2023, 1, 1), until=D(2024, 2, 28), instruments=("XNAS:NVDA",))
    with playing(js(TICKERS), js({"data": {}})) as s, pytest.raises(ProviderError, match="'facts'"):
        run(Edgar(s.base, s.base), want)
