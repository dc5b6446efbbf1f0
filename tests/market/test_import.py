"""wollet data import, status and the folder of figures, as a person meets them."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from making import D, opened

from wollet.face.cli import main
from wollet.market.preference import rank
from wollet.market.scan import connect


def run(*args: object, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(["data", *map(str, args)])
    out, err = capsys.readouterr()
    return int(stop.value.code or 0), out, err


def put(path: Path, text: str) -> Path:
    path.write_text("\n".join(line.strip() for line in text.strip().splitlines()), encoding="utf-8")
    return path


PRICES = """ticker;day;last
AAPL;20240212;1,187.15
MSFT;20240212;415.26
MSFT;20240211;415.26"""


def test_a_file_with_its_own_columns_is_mapped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = put(tmp_path / "mine.csv", PRICES)
    options = "--map symbol=ticker --map date=day --map close=last --source desk --basis as_traded --currency USD".split()
    status, out, err = run("import", file, "--to", tmp_path / "store", "--as", "prices", *options, capsys=capsys)
    assert (status, err) == (0, "") and "3 rows of 2 series" in out and "1 doubtful: the day is no session" in out
    (bar,) = opened(tmp_path).bars("XNAS:AAPL", D(2024, 2, 12), D(2024, 2, 12))
    assert (bar.close, bar.source, bar.basis, bar.currency) == (Decimal("1187.15"), "desk", "as_traded", "USD")
    (sunday,) = opened(tmp_path).bars("XNAS:MSFT", D(2024, 2, 11), D(2024, 2, 11))
    assert sunday.doubtful == "the day is no session of its exchange"


@pytest.mark.parametrize(
    ("text", "options", "says"),
    [
        (PRICES, ["--as", "prices", "--map", "symbol=tickr"], "no column 'tickr' for symbol: the columns are ticker, day, last"),
        (PRICES, ["--as", "prices"], "symbol is not among the columns: name it with --map symbol=COLUMN"),
        (PRICES, ["--as", "prices", "--map", "symbol"], "write FIELD=COLUMN"),
        (PRICES, [], "say what the file holds with --as"),
        ("symbol,date,close\nAAPL,12.2.2024,1", ["--as", "prices"], "which is no date: write 2024-02-13 or 20240213"),
        ("symbol,date,close\nAAPL,2024-02-12,many", ["--as", "prices"], "close holds what is no number"),
        ("symbol,date,close\nAAPL,2024-02-12,", ["--as", "prices"], "no rows that can be used"),
        ("series,period,value\nX,Spring,1", ["--as", "macro"], "is no period"),
        ("symbol,date,close\nAAPL,2024-02-12,\"187,15\"", ["--as", "prices"], "'187,15': a comma parts thousands"),
        ("symbol,date,close\nAAPL,0001-01-01,187.15", ["--as", "prices"], "'0001-01-01', which is no day of a market"),
        ("symbol,date,close\nAAPL,9999-12-31,187.15", ["--as", "prices"], "'9999-12-31', which is no day of a market"),
        ("symbol,date,close,close\nAAPL,2024-02-12,187.15,1", ["--as", "prices"], "the column close stands there twice"),
        ("symbol,date,close\nAAPL,2024-02-12,187.15", ["--as", "prices", "--map", "price=close"], "price is no field of this kind: the fields are"),
        ("symbol,datetime,close\nAAPL,2024-02-12 10:30,187.15", ["--as", "intraday"], "names no zone: give the file's with --zone"),
        ("symbol,date,close\nAAPL,2024-02-12", ["--as", "prices"], "cannot be read"),
    ],
)
def test_what_cannot_be_imported_is_said_in_one_line_with_status_2(
    text: str, options: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = put(tmp_path / "mine.csv", text)
    status, _, err = run("import", file, "--to", tmp_path / "store", *options, capsys=capsys)
    assert status == 2 and says in err and len(err.strip().splitlines()) == 1
    assert not (tmp_path / "store" / "manifest.json").exists()


def test_a_missing_file_an_unknown_suffix_and_a_folder_without_known_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ("--to", tmp_path / "store")
    assert "no such file" in run("import", tmp_path / "no.csv", *store, "--as", "fx", capsys=capsys)[2]
    assert ".csv and .parquet" in run("import", put(tmp_path / "a.xls", "x"), *store, "--as", "fx", capsys=capsys)[2]
    assert "cannot be read" in run("import", put(tmp_path / "a.parquet", "x"), *store, "--as", "fx", capsys=capsys)[2]
    (tmp_path / "empty").mkdir()
    assert "no file is called splits*" in run("import", tmp_path / "empty", *store, capsys=capsys)[2]


def test_a_folder_of_figures_is_imported_by_its_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    figures = tmp_path / "figures"
    figures.mkdir()
    put(figures / "splits.csv", "symbol,effective_date,ratio_new_per_old,source\nAVGO,2024-07-15,10.0,table")
    put(figures / "instruments.csv", "symbol,name_en\nAVGO,Broadcom")
    columns = {"symbol": ["AVGO", "AVGO"], "date": [D(2024, 2, 9), D(2024, 2, 12)], "close": [128.399, 127.4], "basis": ["split_adj_to_2024-08-01"] * 2,
               "source": ["panel"] * 2, "ohlc_suspect": [False, True]}  # fmt: skip
    parquet.write_table(pa.table(columns), figures / "prices.parquet")
    status, out, _ = run("import", figures, "--to", tmp_path / "store", capsys=capsys)
    assert status == 0 and "3 rows of 2 series" in out
    bars = opened(tmp_path).bars("XNAS:AVGO", D(2024, 2, 9), D(2024, 2, 12))
    assert [(b.close, b.doubtful) for b in bars] == [(Decimal("1283.99"), None), (Decimal(1274), "marked suspect by its source")]


def test_status_tells_what_is_held_how_fresh_it_is_and_who_disagrees(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "symbol,date,close,basis,source\nAAPL,2024-02-12,187.15,as_traded,a\nAAPL,2024-02-12,187.45,as_traded,b"
    run("import", put(tmp_path / "p.csv", text), "--to", tmp_path / "store", "--as", "prices", capsys=capsys)
    found = json.loads(run("status", "--data", tmp_path / "store", "--format", "json", capsys=capsys)[1])
    assert found["tables"] == [
        {"table": "prices", "series": 1, "rows": 2, "first": "2024-02-12", "last": "2024-02-12", "doubtful": 0}
    ]
    (apart,) = found["disagreements"]
    assert (apart["one"], apart["other"], apart["compared"], apart["differing"], apart["widest"]) == ("a", "b", 1, 1, "0.16")
    assert found["latest"] == "2024-02-12T21:00:00Z" and found["age_days"] > 0
    text_form = run("status", "--data", tmp_path / "store", capsys=capsys)[1]
    assert "up to 0.16% (XNAS:AAPL, 2024-02-12): a / b" in text_form
    assert run("status", "--data", tmp_path / "nowhere", capsys=capsys)[0] == 2


def test_scans_and_as_of_joins_by_duckdb(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = """symbol,date,close,basis,source
    AAPL,2024-02-09,188.85,as_traded,a
    AAPL,2024-02-11,188.85,as_traded,a
    AAPL,2024-02-12,187.15,as_traded,a"""
    rates = "date,pair,close,kind\n2024-02-09,USDKRW,1332.1,BOK\n2024-02-12,USDKRW,1327.2,BOK"
    run("import", put(tmp_path / "p.csv", text), "--to", tmp_path / "store", "--as", "prices", capsys=capsys)
    run("import", put(tmp_path / "fx.csv", rates), "--to", tmp_path / "store", "--as", "fx", capsys=capsys)
    scan = connect(opened(tmp_path))
    joined = scan.sql(
        "select p.day, p.close, x.value, p.doubtful is not null from prices p asof join fx x on p.known_at >= x.known_at order by 1"
    ).fetchall()
    assert joined == [
        (D(2024, 2, 9), 188.85, 1332.1, False), (D(2024, 2, 11), 188.85, 1332.1, True), (D(2024, 2, 12), 187.15, 1327.2, False),
    ]  # fmt: skip


def test_the_order_of_sources() -> None:
    official = rank({"source": "KRX", "basis": "as_traded"})
    whole = rank({"source": "x", "basis": "as_traded"}, whole=True)
    adjusted = rank({"source": "x", "basis": "split_adj_to_2024-03-01"}, whole=True)
    close_only = rank({"source": "x", "basis": "as_traded"})
    restated = rank({"source": "x", "basis": "krx_adj_to_2025-06-17"}, whole=True)
    assert official < whole < adjusted < close_only < restated < rank({"source": "x", "basis": "unheard_of"})


def test_a_file_in_the_encoding_of_korean_spreadsheets_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "시세.csv"
    path.write_bytes("종목,일자,종가,비고\n005930,2024-02-13,75200,설 연휴 뒤 첫 거래일\n".encode("cp949"))
    mapping = ["--map", "symbol=종목", "--map", "date=일자", "--map", "close=종가"]
    with pytest.raises(SystemExit) as stop:
        main(["data", "import", str(path), "--as", "prices", "--to", str(tmp_path / "store"), *mapping])
    assert stop.value.code == 0 and "1 row of 1 series is in" in capsys.readouterr().out
    (bar,) = opened(tmp_path).bars("XKRX:005930", D(2024, 2, 13), D(2024, 2, 13))
    assert (bar.close, bar.source) == (Decimal(75200), "시세")


def test_a_comma_is_the_decimal_mark_where_semicolons_part_the_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = put(tmp_path / "mine.csv", "symbol;date;close;volume\nAAPL;2024-02-12;187,15;41781934\nAAPL;2024-02-13;185;56529529")
    assert run("import", file, "--to", tmp_path / "store", "--as", "prices", capsys=capsys)[0] == 0
    assert [b.close for b in opened(tmp_path).bars("XNAS:AAPL", D(2024, 2, 12), D(2024, 2, 13))] == [Decimal("187.15"), Decimal(185)]


def test_rows_that_cannot_be_used_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = """symbol,date,close
     AAPL,2024-02-12,187.15
     AAPL,2024-02-12,187.15
     AAPL,2024-02-13,
     AAPL,2024-02-14,1e400
     ,2024-02-15,183.86
     ,2024-02-16,182.31"""
    status, out, _ = run("import", put(tmp_path / "mine.csv", text), "--to", tmp_path / "store", "--as", "prices", capsys=capsys)
    assert status == 0 and out.startswith("1 row of 1 series") and "5 left out: without a usable figure, day or name" in out


def test_stamps_with_and_without_a_zone_stand_in_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "symbol,datetime,close\nNVDA,2024-02-12 10:30,720\nNVDA,2024-02-12T11:30:00-05:00,721\nNVDA,2024-02-12T17:30:00Z,722"
    options = ("--to", tmp_path / "store", "--as", "intraday", "--zone", "America/New_York")
    assert run("import", put(tmp_path / "mine.csv", text), *options, capsys=capsys)[0] == 0
    bars = opened(tmp_path).intraday("XNAS:NVDA", D(2024, 2, 12))
    assert [(b.known_at.hour, b.known_at.minute) for b in bars] == [(16, 30), (17, 30), (21, 0)], "UTC: each ends where the next begins"
