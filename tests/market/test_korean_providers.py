"""Korean sources against a local server that plays their documented answers and their failures."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal

import pytest
from provider_server import NOW, Reply, http, js, playing, run

from wollet.market.providers import ProviderError, Want
from wollet.market.providers.dart import Dart
from wollet.market.providers.ecos import Ecos
from wollet.market.providers.krx import Krx, KrxPublic

D = dt.date


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
        row, _ = run(Ecos(s.base), Want(since=D(2024, 2, 13), until=D(2024, 2, 13), instruments=("FX:USD/KRW",)))
    assert (row.series, row.value, row.kind) == ("USD/KRW", Decimal("1327.2"), "BOK")
    assert s.asked[0].path.endswith("/731Y001/D/20240213/20240213/0000001")


def test_ecos_brings_the_close_that_the_korean_press_quotes_as_a_fixing_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOS_API_KEY", "k")
    with playing(js(ecos(("20240213", "1327.2"))), js(ecos(("20240213", "1328.1")))) as s:
        p, client = Ecos(s.base), http()
        want = Want(since=D(2024, 2, 13), until=D(2024, 2, 13), instruments=("FX:USD/KRW",))
        basic, close = (p.fetch(t, client, NOW).rows[0] for t in p.tasks(want))
    assert (basic.kind, close.kind, close.series, close.value) == ("BOK", "Seoul onshore close", "USD/KRW", Decimal("1328.1"))
    assert close.known_at == dt.datetime(2024, 2, 13, 6, 30, tzinfo=dt.UTC)
    assert s.asked[1].path.endswith("/731Y003/D/20240213/20240213/0000003")


def test_ecos_quotes_a_hundred_yen_and_the_store_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOS_API_KEY", "k")
    with playing(js(ecos(("20240213", "889.21")))) as s:
        (row,) = run(Ecos(s.base), Want(since=D(2024, 2, 13), until=D(2024, 2, 13), instruments=("FX:JPY/KRW",)))
    assert (row.series, row.value) == ("JPY/KRW", Decimal("8.8921"))


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


def test_krx_market_values_come_with_the_shares_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRX_API_KEY", "k")
    row = krx_row(MKTCAP="448,927,647,760,000", LIST_SHRS="5,969,782,550")
    with playing(js({"OutBlock_1": [row]})) as s:
        p = Krx(s.base)
        batch = p.fetch(next(iter(p.tasks(Want(since=D(2024, 2, 13), until=D(2024, 2, 13))))), http(), NOW)
    ((value,),) = (b.rows for b in batch.also)
    assert (value.series, value.value, value.shares, value.kind) == ("XKRX:005930", Decimal(448927647760000), Decimal(5969782550), "KRX")


def test_krx_refusal_points_to_the_public_copy_and_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRX_API_KEY", "k")
    want = Want(since=D(2024, 2, 13), until=D(2024, 2, 14))
    with playing(Reply(status=401)) as s:
        p, client = Krx(s.base), http()
        for task in p.tasks(want):
            with pytest.raises(ProviderError, match="krx-public"):
                p.fetch(task, client, NOW)
    assert len(s.asked) == 4


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
