"""The store: what was known when, whatever is imported later, whoever is killed meanwhile."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import signal
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import LATER, D, imported, opened, together, utc

from wollet.market import folder, open_market
from wollet.market.figures import decimal_of
from wollet.market.imports.exact import scaled, unsingled
from wollet.reference import calendars

DAY = D(2024, 2, 12)
ONE = "symbol,date,close,basis,source\nARM,2024-02-12,148.97,as_traded,first"


def test_a_bar_is_known_from_its_close_and_not_a_minute_earlier(tmp_path: Path) -> None:
    store = together(tmp_path, ("prices", ONE))
    assert store.bars("XNAS:ARM", DAY, DAY, as_of=utc(2024, 2, 12, 20, 59)) == []
    (bar,) = store.bars("XNAS:ARM", DAY, DAY, as_of=utc(2024, 2, 12, 21))
    assert bar.known_at == utc(2024, 2, 12, 21) and bar.fetched_at == utc(2024, 6, 1)
    assert (bar.source, bar.basis, bar.currency) == ("first", "as_traded", "USD")


def test_a_later_import_never_changes_an_earlier_answer(tmp_path: Path) -> None:
    """The same source corrected, a better source, another value of a statistic: all count from their arrival."""
    together(tmp_path, ("prices", ONE), ("macro", "series,period,value\nUNRATE,2024-01,3.7"), ("fx", "date,pair,close,kind\n2024-02-12,USDKRW,1330,BOK"))
    published = utc(2024, 2, 14)

    def answers() -> list[object]:
        store = opened(tmp_path)
        return [
            store.bars("XNAS:ARM", DAY, DAY, as_of=published), store.other_bars("XNAS:ARM", DAY, DAY, as_of=published),
            store.series("US_UNEMPLOYMENT_RATE", D(2024, 1, 1), D(2024, 1, 31), as_of=published),
            store.fx("USD/KRW", DAY, DAY, as_of=published), store.coverage("XNAS:ARM"),
        ]  # fmt: skip

    before = answers()
    imported(tmp_path, "prices", ONE.replace("148.97", "150.00"), now=LATER)
    imported(tmp_path, "prices", "symbol,date,open,high,low,close,basis,source\nARM,2024-02-12,1,200,1,151,as_traded,KRX", now=LATER)
    imported(tmp_path, "macro", "series,period,value\nUNRATE,2024-01,3.8", now=LATER, name="later")
    imported(tmp_path, "fx", "date,pair,close,kind\n2024-02-12,USDKRW,1331,BOK", now=LATER, name="later")
    assert answers() == before
    (now,) = opened(tmp_path).bars("XNAS:ARM", DAY, DAY)
    assert now.close == Decimal(151) and now.known_at > LATER


def test_a_session_that_nobody_had_answered_is_known_from_its_close_however_late_it_comes(tmp_path: Path) -> None:
    together(tmp_path, ("prices", ONE))
    imported(tmp_path, "prices", "symbol,date,close,basis,source\nARM,2024-02-09,115.21,as_traded,second", now=LATER)
    bars = opened(tmp_path).bars("XNAS:ARM", D(2024, 2, 9), DAY, as_of=utc(2024, 2, 14))
    assert [b.close for b in bars] == [Decimal("115.21"), Decimal("148.97")]


def test_unknown_ids_and_empty_ranges_answer_nothing(tmp_path: Path) -> None:
    store = together(tmp_path, ("prices", ONE))
    assert store.bars("XNAS:NONE", DAY, DAY) == [] and store.bars("XNAS:ARM", D(2030, 1, 1), D(2020, 1, 1)) == []
    assert store.coverage("XNAS:NONE") is None and store.fx("USD/XXX", DAY, DAY) == []
    assert store.market_ranking(DAY, "US") == [] and store.flows("INDEX:KOSPI", "foreign", DAY, DAY) == []


def test_what_is_no_store_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"holds no manifest.json: make a store with wollet data import"):
        open_market(tmp_path)
    (tmp_path / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="cannot be read"):
        open_market(tmp_path)
    (tmp_path / "manifest.json").write_text(json.dumps({"schema": "wollet.market/9"}), encoding="utf-8")
    with pytest.raises(ValueError, match=r"wollet\.market/9"):
        open_market(tmp_path)


def test_a_cut_segment_is_refused(tmp_path: Path) -> None:
    together(tmp_path, ("prices", ONE))
    (segment,) = (tmp_path / "store" / "segments").iterdir()
    segment.write_bytes(segment.read_bytes()[:-3])
    with pytest.raises(ValueError, match="cut short"):
        opened(tmp_path)


def test_an_import_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    together(tmp_path, ("prices", ONE))
    before = (tmp_path / "store" / "manifest.json").read_bytes()
    with pytest.raises(ValueError, match="no date"):
        imported(tmp_path, "prices", ONE + "\nARM,13/02/2024,150,as_traded,first")
    assert (tmp_path / "store" / "manifest.json").read_bytes() == before
    assert opened(tmp_path).bars("XNAS:ARM", DAY, DAY)[0].close == Decimal("148.97")


def test_a_killed_importer_loses_nothing_and_the_next_one_goes_on(tmp_path: Path) -> None:
    """kill -9 while a segment is being written: readers see the store as it was, and the leftovers are swept away."""
    together(tmp_path, ("prices", ONE))
    before = (tmp_path / "store" / "manifest.json").read_bytes()
    program = f"""
import time
from pathlib import Path
from wollet.market import folder
from wollet.market.answers import Store
import datetime as dt
store = Path({str(tmp_path / "store")!r})
def runs():
    from wollet.market.segment import RunData
    from array import array
    for n in range(10**9):
        yield RunData(key=f"b:X{{n}}", n=1, scale=0, attributes={{"source": "s", "basis": "as_traded"}}, doubts=[], fetched=0,
                      columns={{"day": ("i", array("i", [738000])), "known": ("H", array("H", [0])), "close": ("i", array("i", [n]))}})
        if n == 2000: print("writing", flush=True)
        if n > 2000: time.sleep(0.001)
with folder.writing(store):
    folder.commit(store, runs(), what="endless", fetched_at=dt.datetime.now(dt.UTC))
"""
    child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None and child.stdout.readline() == "writing\n"
    with pytest.raises(ValueError, match="being written by another process"):
        imported(tmp_path, "prices", ONE)
    assert opened(tmp_path).bars("XNAS:ARM", DAY, DAY)[0].close == Decimal("148.97")
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert any(p.suffix == ".new" for p in (tmp_path / "store" / "segments").iterdir())
    assert (tmp_path / "store" / "manifest.json").read_bytes() == before
    imported(tmp_path, "prices", ONE.replace("02-12", "02-13").replace("148.97", "122.0"), now=LATER)
    assert len(opened(tmp_path).bars("XNAS:ARM", DAY, D(2024, 2, 13))) == 2
    assert not any(p.suffix == ".new" for p in (tmp_path / "store" / "segments").iterdir())


def test_a_reader_keeps_its_state_while_another_process_writes(tmp_path: Path) -> None:
    reader = together(tmp_path, ("prices", ONE))
    imported(tmp_path, "prices", ONE.replace("148.97", "1"), now=LATER)
    assert reader.bars("XNAS:ARM", DAY, DAY)[0].close == Decimal("148.97")
    assert len(folder.read(tmp_path / "store").segments) == 2


def test_inverse_and_cross_rates_come_from_one_fixing(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("fx", """date,pair,close,kind,source
         2024-02-13,EURUSD,1.0767,ECB euro reference rate,e
         2024-02-13,EURKRW,1431.15,ECB euro reference rate,e
         2024-02-13,EURKRW,1425.00,BOK,b"""),
    )  # fmt: skip
    day = D(2024, 2, 13)
    (inverse,) = store.fx("USD/EUR", day, day)
    assert inverse.value == Decimal("0.9287638154") and inverse.unit == "EUR" and inverse.source == "e, inverse"
    (cross,) = store.fx("USD/KRW", day, day)
    assert (cross.kind, cross.value, cross.source) == ("ECB", Decimal("1329.200334"), "e, inverse, cross by EUR")


def test_periods_of_statistics(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("macro", """series,period,value,unit,source
         SIA_WSTS_GLOBAL_SEMI_SALES_ANNUAL,2023,526.8,bn USD,s
         SIA_WSTS_GLOBAL_SEMI_SALES_QUARTERLY,2023-Q4,146.0,bn USD,s
         DFEDTARU,2024-02-01,5.5,percent,s
         DFEDTARU,2024-02-02,5.5,percent,s"""),
    )  # fmt: skip
    (year,) = store.series("WORLD_SEMICONDUCTOR_SALES", D(2023, 5, 1), D(2023, 5, 2))
    assert (year.start, year.end, year.value, year.unit) == (D(2023, 1, 1), D(2023, 12, 31), Decimal(526_800_000_000), "USD")
    (quarter,) = store.series("WORLD_SEMICONDUCTOR_SALES_QUARTERLY", D(2023, 12, 1), D(2023, 12, 2))
    assert quarter.start == D(2023, 10, 1)
    rates = store.series("FEDFUNDS", D(2024, 2, 1), D(2024, 2, 1))
    assert [(p.start, p.end, p.series) for p in rates] == [(D(2024, 2, 1), D(2024, 2, 1), "FED_TARGET_UPPER")]


def test_flows_and_events(tmp_path: Path) -> None:
    imported(tmp_path, "flows", "date,market,who,net\n2024-02-13,KOSPI,foreign,-164400000000", map_symbol="market", map_group="who", map_value="net", currency="KRW")
    imported(tmp_path, "events", "symbol,kind,date,announced\nNVDA,earnings,2024-02-21,2024-02-07")
    store = opened(tmp_path)
    (flow,) = store.flows("INDEX:KOSPI", "foreign", D(2024, 2, 13), D(2024, 2, 13))
    assert (flow.value, flow.unit, flow.kind) == (Decimal(-164_400_000_000), "KRW", "foreign")
    assert flow.known_at == utc(2024, 2, 13, 8, 30)
    ahead = store.events(None, "earnings", D(2024, 2, 1), D(2024, 2, 29), as_of=utc(2024, 2, 14))
    assert [(e.series, e.end) for e in ahead] == [("XNAS:NVDA", D(2024, 2, 21))]
    assert store.events("XNAS:NVDA", None, D(2024, 2, 1), D(2024, 2, 29), as_of=utc(2024, 2, 7)) == []


def test_hourly_bars_are_known_at_their_ends(tmp_path: Path) -> None:
    imported(
        tmp_path, "intraday",
        """symbol,datetime,open,high,low,close,volume
        NVDA,2024-02-12 14:30:00-05:00,72.0,72.5,71.9,72.4,10
        NVDA,2024-02-12 15:30:00-05:00,72.4,72.6,72.1,72.2,10""",
    )  # fmt: skip
    store = opened(tmp_path)
    assert [b.known_at for b in store.intraday("XNAS:NVDA", DAY)] == [utc(2024, 2, 12, 20, 30), utc(2024, 2, 12, 21)]
    assert len(store.intraday("XNAS:NVDA", DAY, as_of=utc(2024, 2, 12, 20, 45))) == 1


@settings(max_examples=200, deadline=None)
@given(st.lists(st.decimals(min_value=-(10**9), max_value=10**9, places=4), min_size=1, max_size=30))
def test_decimals_of_a_file_come_back_as_they_were_written(figures: list[Decimal]) -> None:
    scale, whole, missing = scaled([float(x) for x in figures])
    assert not missing.any()
    assert [decimal_of(int(x), scale) for x in whole] == figures


def test_figures_that_went_through_single_floats_are_mended_where_all_of_a_run_did() -> None:
    import numpy as np

    written = [2600 + i / 100 for i in range(40)]
    noisy = np.array(written, dtype=np.float32).astype(np.float64).round(6)
    assert list(unsingled(noisy)) == [round(x, 2) for x in written]
    fine = np.array([2600.123456 + i for i in range(40)])
    assert list(unsingled(fine)) == list(fine)
    assert list(unsingled(noisy[:5])) == list(noisy[:5])


def test_look_ups_are_fast_and_opening_is_lazy() -> None:
    started = time.perf_counter()
    market = open_market(None)
    assert market.latest() is not None
    opened_in = time.perf_counter() - started
    days = [D(2024, 1, 2) + dt.timedelta(days=n) for n in range(50)]
    market.bars("XNAS:NVDA", days[0], days[-1])
    started = time.process_time()
    for n in range(10_000):
        market.bars("XNAS:NVDA", days[n % 50], days[n % 50], as_of=NOW)
    assert time.process_time() - started < 0.5, "ten thousand look-ups take 20 ms on an idle machine"
    assert opened_in < 1


NOW = utc(2024, 6, 1)


def test_a_full_disk_leaves_the_store_as_it_was_and_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    together(tmp_path, ("prices", ONE))
    before = sorted(f.name for f in (tmp_path / "store").rglob("*"))

    def full(out: object, runs: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(folder, "write", full)
    with pytest.raises(ValueError, match="no space is left for the new rows: make room"):
        imported(tmp_path, "prices", "symbol,date,close\nARM,2024-02-14,126.69")
    assert sorted(f.name for f in (tmp_path / "store").rglob("*")) == before


def test_a_store_synced_day_by_day_is_one_segment_and_answers_a_session_as_it_answers_a_range(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Imports of one day each, every fifth one told again the day after with another close."""
    days = calendars.sessions("XNYS", D(2024, 1, 2), D(2024, 3, 13))
    text = "symbol,date,close,basis,source\nARM,{},{},as_traded,{}"

    def answers(where: Path) -> list[object]:
        store, moments = opened(where), (None, utc(2024, 1, 17, 22), utc(2024, 2, 12, 23, 30))
        out: list[object] = [store.fx("USD/KRW", days[0], days[-1])]
        for as_of in moments:
            whole = list(store.bars("XNAS:ARM", days[0], days[-1], as_of=as_of))
            assert [b for d in days for b in store.bars("XNAS:ARM", d, d, as_of=as_of)] == whole and len(whole) > 10
            out += [whole, list(store.other_bars("XNAS:ARM", days[0], days[-1], as_of=as_of))]
        return out

    def filled(where: Path) -> None:
        where.mkdir()
        imported(where, "fx", "pair,date,close,kind\nUSDKRW,2024-02-13,1327.2,BOK", now=utc(2024, 1, 1))
        for n, day in enumerate(days):
            at = dt.datetime.combine(day, dt.time(23), dt.UTC)
            imported(where, "prices", text.format(day, 100 + n, "desk"), now=at)
            if n % 5 == 0:
                imported(where, "prices", text.format(day, 200 + n, "desk" if n % 2 else "exchange"), now=at + dt.timedelta(days=1))

    filled(tmp_path / "merged")
    monkeypatch.setattr(folder, "MANY", 1000)
    filled(tmp_path / "apart")
    few, many = (len(opened(tmp_path / w).manifest.segments) for w in ("merged", "apart"))
    assert few < 20 < 60 < many
    assert answers(tmp_path / "merged") == answers(tmp_path / "apart")
