"""How special a window is: the best of a year, a plain one, and one without a year behind it."""

from __future__ import annotations

import datetime as dt

import pytest

from story.held import Held, event_study, weekdays
from wollet.claim import parse
from wollet.story.windows import among, special

DAYS = weekdays(dt.date(2023, 1, 2), 320)


def market(jump: int | None = None) -> Held:
    value, rows = 100.0, []
    for n, day in enumerate(DAYS):
        value *= 1.01 if n % 2 else 0.99
        value *= 1.9 if n == jump else 1
        rows.append(("XNAS:ARM", day, f"{value:.6f}", None))
    return Held(rows)


def test_a_jump_is_the_most_special_window_of_the_year() -> None:
    s = special(parse(f"return(XNAS:ARM, {DAYS[297]}..{DAYS[300]}, close) > 80%"), market(300))
    assert s is not None
    assert (s.sessions, s.start, s.end, s.count) == (3, DAYS[297], DAYS[300], 251)
    assert s.percentile == 100 and s.measured == pytest.approx(100 * (0.99 * 1.01 * 0.99 * 1.9 - 1), abs=0.01) and abs(s.typical) < 3
    assert max(m for _, e, m in s.shifted if e < DAYS[300]) < 3
    assert min(m for _, e, m in s.shifted if e == DAYS[300]) > 80


def test_a_plain_window_is_plain_and_a_fall_is_held_against_falls() -> None:
    up, down = among("XNAS:ARM", DAYS[297], DAYS[300], market()), among("XNAS:ARM", DAYS[298], DAYS[301], market())
    assert up is not None and down is not None
    assert up.measured * down.measured < 0
    assert up.percentile < 60 and down.percentile < 60


def test_nothing_after_the_end_is_seen() -> None:
    assert among("XNAS:ARM", DAYS[290], DAYS[294], market(300)) == among("XNAS:ARM", DAYS[290], DAYS[294], market())
    late = dt.datetime.combine(DAYS[299], dt.time(23), dt.UTC)
    seen = among("XNAS:ARM", DAYS[297], DAYS[300], market(300), as_of=late)
    assert seen is None or seen.end <= DAYS[299]


def test_real_figures_nvidia_over_its_results_week() -> None:
    """694.52 at the close of 20 February 2024, 785.38 at that of the 22nd: +13.1% in two sessions."""
    s = among("XNAS:NVDA", dt.date(2024, 2, 20), dt.date(2024, 2, 22), event_study())
    assert s is not None and s.sessions == 2
    assert s.measured == pytest.approx(100 * (785.38 / 694.52 - 1), abs=0.01)
    assert s.percentile > 98


@pytest.mark.parametrize(
    "line",
    ["change(XNAS:ARM, 2024-02-12, close) = 3%", "return(XNAS:AMD, 2024-02-01..2024-02-12, close) = 3%",
     "return(XNAS:ARM, 2023-01-03..2023-01-06, close) = 3%", "return(XNAS:ARM, 2023-01-03..2024-01-05, close) = 3%"],
)  # fmt: skip
def test_silence(line: str) -> None:
    assert special(parse(line), market(300)) is None
