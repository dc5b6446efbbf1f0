"""Forecasts put down, settled by each rule from data known at the time, and speakers ranked without haste."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from story.held import Held, weekdays
from story.texts import told_in_full
from wollet.claim import parse
from wollet.model.market import Point
from wollet.model.story import Forecast, Outcome
from wollet.store import open_archive
from wollet.story.ledger import allowed, entries, resolution, resolve, resolve_all
from wollet.story.records import ranking, wilson

MADE = dt.datetime(2024, 1, 2, 12, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def put(line: str, speaker: str = "A", made: dt.datetime = MADE) -> Forecast:
    claim = parse(line)
    rule, due = resolution(claim, made.date())
    return Forecast(
        key=line, speaker=speaker, article="1", quote="", claim=line, subject=claim.subject.id, name=None,
        metric=claim.metric, made=made, due=due, rule=rule,
    )  # fmt: skip


def prices(*closes: float, id: str = "XNAS:NVDA", start: dt.date = dt.date(2023, 12, 28), whole: bool = True) -> Held:
    """Closes of the first sessions; the last of them again at the end of the horizon."""
    rows = [(id, day, x, None) for day, x in zip(weekdays(start, len(closes)), closes, strict=True)]
    return Held([*rows, (id, dt.date(2024, 12, 31), closes[-1], None)] if closes and whole else rows)


TARGET = "forecast(XNAS:NVDA, target_price, 2024-01-02) = 60.0 USD {expected}"


def test_a_target_is_hit_when_it_is_touched() -> None:
    f = put(TARGET)
    assert (f.rule, f.due) == ("touch", dt.date(2025, 1, 1))
    o = resolve(f, prices(50, 49, 50, 52, 61, 55), LATER)
    assert o is not None and (o.label, o.measured, o.deviation) == ("hit", Decimal(61), Decimal("1.67"))
    assert [(r.date, r.value) for r in o.rows] == [(dt.date(2024, 1, 1), "50"), (dt.date(2024, 1, 3), "61")]


@pytest.mark.parametrize("closes, as_of, label", [
    ((50, 49, 50, 52, 59.9), LATER, "miss"),
    ((50, 49, 50, 52, 59.9), dt.datetime(2024, 6, 1, tzinfo=dt.UTC), None),
    ((50, 49, 65, 52, 55), LATER, "hit"),
    ((70, 70, 70, 65, 59), LATER, "hit"),
    ((70, 70, 70, 65, 61), LATER, "miss"),
    ((5, 5, 5, 6, 7), LATER, "void"),
    ((), LATER, "void"),
    ((), dt.datetime(2025, 2, 1, tzinfo=dt.UTC), None),
])  # fmt: skip
def test_touch(closes: tuple[float, ...], as_of: dt.datetime, label: str | None) -> None:
    o = resolve(put(TARGET), prices(*closes), as_of)
    assert (o.label if o else None) == label


def test_prices_that_end_before_the_horizon_prove_no_miss() -> None:
    market = prices(50, 49, 50, 52, 59.9, whole=False)
    o = resolve(put(TARGET), market, LATER)
    assert o is not None and o.label == "void"
    assert resolve(put(TARGET), market, dt.datetime(2025, 2, 1, tzinfo=dt.UTC)) is None


def test_what_was_reached_before_the_forecast_does_not_count() -> None:
    o = resolve(put(TARGET), prices(65, 59, 50, 52, 53), LATER)
    assert o is not None and o.label == "miss"


def test_a_split_does_not_miss_a_target() -> None:
    market = prices(50, 49, 50, 5.2, 6.1)
    market.splits = [("XNAS:NVDA", dt.date(2024, 1, 2), Decimal(10))]
    f = put(TARGET, made=dt.datetime(2023, 12, 30, tzinfo=dt.UTC))
    o = resolve(f, market, LATER)
    assert o is not None and (o.label, o.measured) == ("hit", Decimal(61))


@pytest.mark.parametrize("close, label", [(2700, "hit"), (2650, "hit"), (2500, "miss"), (2560, "miss")])
def test_a_level_for_a_time_is_settled_by_its_last_close(close: float, label: str) -> None:
    f = put("forecast(INDEX:KOSPI, 2024-01-31) = 2700 points {expected}")
    market = prices(2600, close, id="INDEX:KOSPI", start=dt.date(2024, 1, 30))
    assert f.rule == "close"
    assert resolve(f, market, dt.datetime(2024, 1, 31, tzinfo=dt.UTC)) is None
    o = resolve(f, market, LATER)
    assert o is not None and (o.label, o.measured) == (label, Decimal(str(close)))


def test_a_level_to_be_passed_may_be_passed_any_day() -> None:
    f = put("forecast(INDEX:KOSPI, 2024-01-31) > 2700 points {expected}")
    market = prices(2600, 2600, 2600, 2710, 2500, id="INDEX:KOSPI")
    o = resolve(f, market, LATER)
    assert f.rule == "touch" and o is not None and o.label == "hit"


@pytest.mark.parametrize("filed, label", [("20.0E9", "hit"), ("20.9E9", "hit"), ("22.0E9", "miss")])
def test_a_reported_figure(filed: str, label: str) -> None:
    f = put("forecast(XNAS:NVDA, revenue, 2024-01-01..2024-03-31) = 2.00E+10 USD {expected}")
    day = dt.date(2024, 3, 31)
    known = dt.datetime(2024, 5, 1, tzinfo=dt.UTC)
    point = Point(series="XNAS:NVDA revenue", start=dt.date(2024, 1, 1), end=day, value=Decimal(filed), unit="USD", source="own",
                  known_at=known, kind="quarterly")  # fmt: skip
    assert (f.rule, f.due) == ("figure", dt.date(2024, 6, 14))
    assert resolve(f, Held(points=[point]), known - dt.timedelta(days=1)) is None
    o = resolve(f, Held(points=[point]), LATER)
    assert o is not None and o.label == label and o.rows[0].source == "own"


@pytest.mark.parametrize("line", [
    "forecast(XNAS:NVDA, outlook) = 5 count {expected}",
    "forecast(XNAS:NVDA, target_price, 2024-01-02) = 60% {up, expected}",
    "forecast(XNAS:NVDA, target_price, 2024-01-02) = 60.0 USD {hypothetical}",
    "forecast(XNAS:NVDA, target_price, 2024-01-02) = 60.0 KRW {expected}",
])  # fmt: skip
def test_what_nothing_settles_stays_out(line: str) -> None:
    f = put(line)
    assert f.rule == "none" and resolve(f, prices(50, 49, 50, 90), LATER) is None


def test_a_falling_growth_is_set_against_a_fall() -> None:
    f = put("forecast(XNAS:NVDA, revenue, 2024-01-01..2024-03-31) = -10% {expected}")
    points = [
        Point(series="XNAS:NVDA revenue", start=dt.date(y, 1, 1), end=dt.date(y, 3, 31), value=Decimal(v), unit="USD", source="own",
              known_at=dt.datetime(y, 5, 1, tzinfo=dt.UTC), kind="quarterly")
        for y, v in ((2023, 100), (2024, 90))
    ]  # fmt: skip
    o = resolve(f, Held(points=points), LATER)
    assert o is not None and (o.label, o.measured) == ("hit", Decimal(-10))


def test_entries_of_a_text_name_the_house_and_leave_the_old_target() -> None:
    text = "목표주가 상향\n\n키움증권은 네이버에 대해 목표주가를 기존 20만원에서 25만원으로 올렸다."
    found = entries([told_in_full(text, "ko")])
    assert [(f.speaker, f.quote, f.subject, f.rule) for f in found] == [("키움증권", "25만원", "XKRX:035420", "touch")]
    assert found[0].key == entries([told_in_full(text, "ko", id="b")])[0].key


def test_no_forecast_no_entry() -> None:
    assert entries([told_in_full("네이버 주가는 25만원으로 올랐다.", "ko")]) == []


def test_resolving_twice_settles_once() -> None:
    market = prices(50, 49, 50, 52, 61)
    with open_archive(":memory:") as archive:
        archive.add_forecasts([put(TARGET)])
        archive.add_outcomes(resolve_all(archive.forecasts(), market, LATER))
        assert resolve_all(archive.forecasts(), market, LATER) == []


@pytest.mark.parametrize("hits, n, low, high", [(1, 1, 20.65, 100), (8, 10, 49.02, 94.33), (0, 10, 0, 27.75), (50, 100, 40.38, 59.62)])
def test_wilsons_interval(hits: int, n: int, low: float, high: float) -> None:
    """Against the published values for these counts."""
    assert wilson(hits, n) == pytest.approx((low, high), abs=0.01)


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_interval_holds_the_rate_and_narrows(hits: int, misses: int) -> None:
    n = hits + misses
    low, high = wilson(hits, n)
    assert 0 <= low <= high <= 100
    if n:
        assert low - 1e-9 <= 100 * hits / n <= high + 1e-9
        wide = wilson(hits * 3, n * 3)
        assert wide[1] - wide[0] < high - low


def test_one_lucky_call_does_not_lead() -> None:
    def rows(speaker: str, hits: int, misses: int) -> list[tuple[Forecast, Outcome | None]]:
        return [
            (put(TARGET, speaker), Outcome(forecast="x", label="hit" if n < hits else "miss", at=LATER, deviation=Decimal(n)))
            for n in range(hits + misses)
        ]

    held = [*rows("lucky", 1, 0), *rows("steady", 8, 2), *rows("unnamed", 9, 0), (put(TARGET, "new"), None)]
    got = ranking(held)
    assert [(r.speaker, r.hits, r.settled, r.open) for r in got] == [("steady", 8, 10, 0), ("lucky", 1, 1, 0), ("new", 0, 0, 1)]
    assert got[0].mean == 75.0 and got[2].low == 0 and got[2].high == 100


def test_room_of_a_bare_figure() -> None:
    q, bound = parse("level(FX:USD/KRW, 2024-02-13) = 1300 KRW"), parse("level(FX:USD/KRW, 2024-02-13) > 1300 KRW")
    assert Decimal(1240) in allowed(q) and Decimal(1366) not in allowed(q)
    assert Decimal(1300) not in allowed(bound) and Decimal(9999) in allowed(bound)


MONTH, YEAR = "2024-01-01..2024-01-31", "2024-01-01..2024-12-31"


@pytest.mark.parametrize("line, within, beyond", [
    (f'forecast(series:"US CPI", cpi_yoy, {MONTH}) = 2.9% {{expected}}', "2.94", "3.09"),
    (f'forecast(series:"US CPI", cpi_yoy, {MONTH}) = 3% {{expected}}', "3.04", "3.09"),
    (f'forecast(series:"US CPI", cpi_yoy, {YEAR}) = 2.9% {{expected}}', "3.09", "3.2"),
    ("forecast(RATE:FEDFUNDS, policy_rate, 2024-12-31) = 4.5% {expected}", "4.5", "4.75"),
    ("forecast(RATE:US10Y, 2024-12-31) = 4.5% {expected}", "4.7", "4.8"),
    (f"forecast(XNAS:NVDA, revenue, {YEAR}) = 20% {{up, expected}}", "20.9", "21.5"),
    (f"forecast(XNAS:NVDA, revenue, {YEAR}) = 2.00E+10 USD {{expected}}", "20900000000", "21100000000"),
    (f'forecast(series:"US CPI", cpi_yoy, {MONTH}) in 2.5..3% {{range, expected}}', "2.9", "3.2"),
])  # fmt: skip
def test_how_near_is_near_depends_on_what_is_foretold(line: str, within: str, beyond: str) -> None:
    claim = parse(line)
    assert Decimal(within) in allowed(claim) and Decimal(beyond) not in allowed(claim)


def test_a_years_statistic_is_that_of_its_last_month() -> None:
    f = put(f'forecast(series:"US CPI", cpi_yoy, {YEAR}) = 3% {{expected}}')
    held = [(2023, 1, 100), (2024, 1, 103), (2023, 12, 100), (2024, 12, 105)]
    points = [
        Point(series="US_CPI", start=dt.date(y, m, 1), end=dt.date(y, m, 31), value=Decimal(v), unit="index", source="own", known_at=dt.datetime(y + m // 12, m % 12 + 1, 12, tzinfo=dt.UTC), kind="monthly")
        for y, m, v in held
    ]  # fmt: skip
    o = resolve(f, Held(points=points), LATER)
    assert o is not None and (o.label, o.measured) == ("miss", Decimal(5))


def test_one_speaker_is_ranked_once_however_it_is_spelled() -> None:
    rows = [(put(TARGET, name), Outcome(forecast="x", label="hit", at=LATER)) for name in ("Fed", "Federal Reserve", "the Street", "The Street")]
    assert sorted((r.hits, r.settled) for r in ranking(rows)) == [(2, 2), (2, 2)]


def test_the_commands(tmp_path: Path) -> None:
    from wollet.face.ledger import command

    text = tmp_path / "note.txt"
    text.write_text("목표주가 상향\n\n키움증권은 네이버에 대해 목표주가를 25만원으로 올렸다.\n", encoding="utf-8")
    kept = ["--file", str(tmp_path / "ledger.db")]
    run = CliRunner().invoke
    added = run(command, ["add", str(text), "--published", "2024-01-15", *kept, "--format", "json"])
    assert added.exit_code == 0, added.output
    assert json.loads(added.output)["forecasts"] == 1
    assert "0 new forecasts" in run(command, ["add", str(text), "--published", "2024-01-15", *kept]).output
    listed = json.loads(run(command, ["list", *kept, "--format", "json"]).output)["forecasts"]
    assert [(f["speaker"], f["outcome"]) for f in listed] == [("키움증권", None)]
    assert "target price 25만원 (키움증권, 2024-01-15)" in run(command, ["list", *kept, "--open"]).output
    assert "0 settled" in run(command, ["resolve", *kept, "--as-of", "2024-02-14"]).output
    late = json.loads(run(command, ["resolve", *kept, "--as-of", "2026-02-14", "--format", "json"]).output)
    assert [f["outcome"]["label"] for f in late["resolved"]] == ["void"], "the sample's prices end in February 2024"
    assert "키움증권" in run(command, ["ranking", *kept]).output
    assert run(command, ["add", str(tmp_path / "none.txt"), *kept]).exit_code == 2
    assert run(command, ["resolve", *kept, "--as-of", "soon"]).exit_code == 2


@pytest.mark.parametrize("text, lang, kept", [
    ("키움증권은 삼성전자 목표주가를 8만원에서 9만원으로 올렸다.", "ko", ["9만원"]),
    ("키움증권은 삼성전자 목표주가를 8만원→9만원으로 높여 잡았다.", "ko", ["9만원"]),
    ("키움증권은 삼성전자 목표주가로 9만원을 제시했다. 목표주가 9만원은 지금보다 높다.", "ko", ["9만원"]),
    ("Goldman Sachs raised its price target on Nvidia to $800 from $625.", "en", ["$800"]),
])  # fmt: skip
def test_a_target_is_put_down_once_and_the_one_before_not_at_all(text: str, lang: str, kept: list[str]) -> None:
    told = [f for f in entries([told_in_full(text, lang)]) if f.metric == "target_price"]  # type: ignore[arg-type]
    assert [f.quote for f in told] == kept


def test_how_far_a_price_went_beyond_its_target_is_no_error_of_the_target() -> None:
    f = put(TARGET)
    hit = resolve(f, prices(50, 49, 50, 52, 90, 55), LATER)
    miss = Outcome(forecast="m", label="miss", at=LATER, measured=Decimal(54), deviation=Decimal(-10))
    assert hit is not None and hit.label == "hit"
    (alone,) = ranking([(f, hit)])
    (both,) = ranking([(f, hit), (put(TARGET.replace("60.0", "61.0")), miss)])
    assert alone.error is None and both.error == 10 and (both.hits, both.settled) == (1, 2)
