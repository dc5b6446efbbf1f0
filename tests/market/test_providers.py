"""Every source against a local server that plays its documented answers and its failures."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from decimal import Decimal

import pytest
from provider_server import Reply, playing

from wollet.market.providers import Http, ProviderError, Want, available
from wollet.market.providers.dart import Dart
from wollet.market.providers.ecb import Ecb
from wollet.market.providers.ecos import Ecos
from wollet.market.providers.edgar import Edgar
from wollet.market.providers.fred import Fred
from wollet.market.providers.krx import Krx, KrxPublic
from wollet.market.providers.yahoo import Yahoo, symbol

NOW = dt.datetime(2024, 3, 1, tzinfo=dt.UTC)
D = dt.date


def js(x: object) -> Reply:
    return Reply(json.dumps(x).encode())


def http(**k: object) -> Http:
    return Http(pause=0, timeout=5, sleep=lambda _: None, **k)  # type: ignore[arg-type]


def run(provider: object, want: Want, client: Http | None = None) -> list[object]:
    client = client or http()
    return [r for t in provider.tasks(want) for r in provider.fetch(t, client, NOW).rows]  # type: ignore[attr-defined]


def test_all_our_providers_are_installed_by_entry_point() -> None:
    assert {"dart", "ecb", "ecos", "edgar", "fred", "krx", "krx-public", "yahoo"} <= set(available())


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


# --- OpenDART


def corp_codes() -> Reply:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("CORPCODE.xml", "<result><list><corp_code>00126380</corp_code><stock_code>005930</stock_code></list></result>")
    return Reply(out.getvalue())


DART_ROW = {
    "account_id": "dart_OperatingIncomeLoss", "sj_div": "IS", "thstrm_amount": "6,566,976,000,000",
    "rcept_no": "20240312000736", "currency": "KRW",
}  # fmt: skip
SAMSUNG = Want(since=D(2023, 12, 31), until=D(2023, 12, 31), instruments=("XKRX:005930",))


def test_dart_amounts_are_known_from_their_receipt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENDART_API_KEY", "k")
    with playing(corp_codes(), js({"status": "000", "message": "정상", "list": [DART_ROW]})) as s:
        (row,) = run(Dart(s.base), SAMSUNG)
    assert (row.series, row.value, row.kind) == ("XKRX:005930 operating_income", Decimal(6566976000000), "annual")
    assert row.known_at == dt.datetime(2024, 3, 12, 9, tzinfo=dt.UTC) and row.end == D(2023, 12, 31)


def test_dart_falls_back_to_separate_statements_and_reports_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENDART_API_KEY", "k")
    none = js({"status": "013", "message": "조회된 데이타가 없습니다."})
    with playing(corp_codes(), none, js({"status": "000", "message": "정상", "list": [DART_ROW]})) as s:
        assert len(run(Dart(s.base), SAMSUNG)) == 1 and s.asked[2].query["fs_div"] == "OFS"
    limit = js({"status": "020", "message": "요청 제한을 초과하였습니다."})
    with playing(corp_codes(), limit) as s, pytest.raises(ProviderError, match="020"):
        run(Dart(s.base), SAMSUNG)
    with playing(Reply(b"<error/>")) as s, pytest.raises(ProviderError, match="company list"):
        run(Dart(s.base), SAMSUNG)


# --- ECOS


def ecos(*rows: tuple[str, str]) -> dict[str, object]:
    return {"StatisticSearch": {"list_total_count": len(rows), "row": [{"TIME": t, "DATA_VALUE": v} for t, v in rows]}}


def test_ecos_names_the_fixing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOS_API_KEY", "k")
    with playing(js(ecos(("20240213", "1327.2")))) as s:
        (row,) = run(Ecos(s.base), Want(since=D(2024, 2, 13), until=D(2024, 2, 13), instruments=("FX:USD/KRW",)))
    assert (row.series, row.value, row.kind) == ("USD/KRW", Decimal("1327.2"), "BOK")
    assert s.asked[0].path.endswith("/731Y001/D/20240213/20240213/0000001")


def test_ecos_no_data_and_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOS_API_KEY", "k")
    want = Want(since=D(2024, 2, 13), until=D(2024, 2, 13), series=("BOK_BASE",))
    with playing(js({"RESULT": {"CODE": "INFO-200", "MESSAGE": "해당하는 데이터가 없습니다."}})) as s:
        assert run(Ecos(s.base), want) == []
    with playing(js({"RESULT": {"CODE": "INFO-100", "MESSAGE": "인증키가 유효하지 않습니다."}})) as s, pytest.raises(ProviderError, match="INFO-100"):
        run(Ecos(s.base), want)


# --- the Korean exchange


def krx_row(**k: str) -> dict[str, str]:
    return {
        "BAS_DD": "20240213", "ISU_CD": "005930", "TDD_OPNPRC": "74,800", "TDD_HGPRC": "75,200", "TDD_LWPRC": "74,400",
        "TDD_CLSPRC": "75,200", "ACC_TRDVOL": "16,000,000",
    } | k  # fmt: skip


def test_krx_rows_are_as_traded_and_an_untraded_row_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRX_API_KEY", "k")
    want = Want(since=D(2024, 2, 13), until=D(2024, 2, 13), instruments=("XKRX:005930",))
    index = {"BAS_DD": "20240213", "IDX_NM": "코스피", "OPNPRC_IDX": "2,635.61", "HGPRC_IDX": "2,657.02", "LWPRC_IDX": "2,633.43",
             "CLSPRC_IDX": "2,649.64", "ACC_TRDVOL": "1"}  # fmt: skip
    empty = js({"OutBlock_1": []})
    with playing(js({"OutBlock_1": [krx_row(), krx_row(ISU_CD="000001", TDD_CLSPRC="-")]}), empty, js({"OutBlock_1": [index]}), empty) as s:
        p, client = Krx(s.base), http()
        batches = [p.fetch(t, client, NOW) for t in p.tasks(want)]
    bar = batches[0].rows[0]
    assert (bar.series, bar.close, bar.volume, bar.basis) == ("XKRX:005930", Decimal(75200), 16_000_000, "as_traded")
    assert batches[0].dropped == ("XKRX:000001 2024-02-13: no close",)
    assert batches[2].rows[0].series == "INDEX:KOSPI" and s.asked[0].headers["auth_key"] == "k"


def test_krx_refusal_points_to_the_public_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRX_API_KEY", "k")
    want = Want(since=D(2024, 2, 13), until=D(2024, 2, 13))
    with playing(Reply(status=401)) as s, pytest.raises(ProviderError, match="krx-public"):
        run(Krx(s.base), want)


def test_krx_does_not_ask_for_holidays() -> None:
    assert list(Krx("http://unused").tasks(Want(since=D(2024, 2, 9), until=D(2024, 2, 12)))) == []


def test_the_public_portal_answers_by_page_and_in_xml_when_it_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_GO_KR_KEY", "k")
    row = {"basDt": "20240213", "srtnCd": "005930", "mkp": "74800", "hipr": "75200", "lopr": "74400", "clpr": "75200", "trqu": "1"}
    doc = {"response": {"body": {"totalCount": 1, "items": {"item": [row]}}}}
    want = Want(since=D(2024, 2, 13), until=D(2024, 2, 13), instruments=("XKRX:005930",))
    with playing(js(doc)) as s:
        assert [r.close for r in run(KrxPublic(s.base), want)] == [Decimal(75200)]
    with playing(Reply(b"<OpenAPI_ServiceResponse/>")) as s, pytest.raises(ProviderError, match="DATA_GO_KR_KEY"):
        run(KrxPublic(s.base), want)


# --- Yahoo


def test_yahoo_rows_carry_the_share_basis_of_the_fetch() -> None:
    def history(name: str, since: dt.date, until: dt.date):
        assert name == "NVDA"
        yield D(2024, 2, 12), 72.6009979, 74.6111984, 71.25, 72.2480011, 613_710_000, "USD"
        yield D(2024, 2, 13), float("nan"), float("nan"), float("nan"), float("nan"), 0, "USD"

    p = Yahoo(history)
    (task,) = p.tasks(Want(since=D(2024, 2, 12), until=D(2024, 2, 13), instruments=("XNAS:NVDA",)))
    batch = p.fetch(task, http(), NOW)
    assert [(b.close, b.basis) for b in batch.rows] == [(Decimal("72.248"), "split_adj_to_2024-03-01")]
    assert batch.dropped == ("XNAS:NVDA 2024-02-13: no close",)


def test_yahoo_names() -> None:
    assert [symbol(i) for i in ("XNYS:BRK.B", "XKOS:247540", "INDEX:KOSPI", "XASX:VGN.AX", "RATE:US10Y")] == [
        "BRK-B", "247540.KQ", "^KS11", "VGN.AX", None,
    ]  # fmt: skip
