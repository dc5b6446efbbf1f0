"""Event studies against figures worked out apart (docs/measured/reaction.md), and nothing seen ahead of its time."""

from __future__ import annotations

import datetime as dt
import math
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from story.held import Held, event_study
from wollet.story.reaction import reaction
from wollet.story.regression import correlation, line, summed_error, t95

EVENING = dt.datetime(2024, 2, 21, 21, 20, tzinfo=dt.UTC)
MORNING = dt.datetime(2025, 1, 31, 0, 0, tzinfo=dt.UTC)


def test_nvidia_after_its_results_of_february_2024() -> None:
    r = reaction("XNAS:NVDA", EVENING, event_study(), as_of=None)
    assert r is not None
    assert (r.benchmark, r.event, r.end, r.estimation) == ("INDEX:SPX", dt.date(2024, 2, 22), dt.date(2024, 2, 26), 120)
    assert (r.alpha, r.beta) == pytest.approx((0.218835, 1.836148), abs=1e-5)
    assert [x for _, x in r.abnormal] == pytest.approx([12.30357, 0.07252, 0.82538], abs=1e-4)
    assert (r.cumulative, r.low, r.high) == pytest.approx((13.20146, 6.92946, 19.47347), abs=1e-3)
    assert r.t == pytest.approx(4.1681, abs=1e-3)
    assert r.volume_ratio == pytest.approx(1.57812, abs=1e-4)


def test_sk_hynix_on_the_first_session_after_the_holidays_of_january_2025() -> None:
    r = reaction("XKRX:000660", MORNING, event_study(), as_of=None)
    assert r is not None
    assert (r.benchmark, r.event, r.end) == ("INDEX:KOSPI", dt.date(2025, 1, 31), dt.date(2025, 2, 4))
    assert (r.alpha, r.beta) == pytest.approx((0.113161, 1.653832), abs=1e-5)
    assert [x for _, x in r.abnormal] == pytest.approx([-8.71071, -0.11333, -1.87792], abs=1e-4)
    assert (r.cumulative, r.low, r.high) == pytest.approx((-10.70195, -20.57005, -0.83386), abs=1e-3)
    assert r.volume_ratio == pytest.approx(1.71993, abs=1e-4)


@pytest.mark.parametrize("minute, session", [(59, 21), (0, 22)])
def test_the_event_session_closes_after_the_event(minute: int, session: int) -> None:
    at = dt.datetime(2024, 2, 21, 20 if minute else 21, minute, tzinfo=dt.UTC)
    r = reaction("XNAS:NVDA", at, event_study(), as_of=None)
    assert r is not None and r.event.day == session


def test_nothing_later_than_as_of_is_seen() -> None:
    full = event_study()
    for hours in (2, 24, 26, 48, 200):
        as_of = EVENING + dt.timedelta(hours=hours)
        cut = Held()
        cut.rows = {id: [b for b in bars if b.known_at <= as_of] for id, bars in full.rows.items()}
        seen = reaction("XNAS:NVDA", EVENING, full, as_of=as_of)
        assert seen == reaction("XNAS:NVDA", EVENING, cut, as_of=None)
        assert (seen is None) == (hours == 2)
        assert seen is None or seen.end <= as_of.date()


def test_what_follows_the_event_leaves_the_estimation_alone() -> None:
    one, other = event_study(), event_study()
    other.rows["XNAS:NVDA"] = [
        b if b.session < dt.date(2024, 2, 7) else type(b)(**{f: getattr(b, f) for f in b.__struct_fields__} | {"close": b.close * 3})
        for b in other.rows["XNAS:NVDA"]
        if b.close
    ]
    a, b = (reaction("XNAS:NVDA", EVENING, m, as_of=None) for m in (one, other))
    assert a is not None and b is not None
    assert (a.alpha, a.beta, a.estimation) == (b.alpha, b.beta, b.estimation)


def test_a_split_is_no_reaction() -> None:
    split = event_study()
    split.splits = [("XNAS:NVDA", dt.date(2024, 2, 23), 10)]  # type: ignore[list-item]
    split.rows["XNAS:NVDA"] = [
        b if b.session < dt.date(2024, 2, 23) else type(b)(**{f: getattr(b, f) for f in b.__struct_fields__} | {"close": b.close / 10})
        for b in split.rows["XNAS:NVDA"]
        if b.close
    ]
    a, b = (reaction("XNAS:NVDA", EVENING, m, as_of=None) for m in (event_study(), split))
    assert a is not None and b is not None and a.cumulative == pytest.approx(b.cumulative, abs=1e-6)


def test_silence() -> None:
    m = event_study()
    assert reaction("INDEX:SPX", EVENING, m, as_of=None) is None
    assert reaction("XNAS:AMD", EVENING, m, as_of=None) is None
    assert reaction("name", EVENING, m, as_of=None) is None
    assert reaction("XNAS:NVDA", EVENING + dt.timedelta(days=90), m, as_of=None) is None
    assert reaction("XNAS:NVDA", dt.datetime(2023, 8, 20, tzinfo=dt.UTC), m, as_of=None) is None
    with pytest.raises(ValueError, match="no time zone"):
        reaction("XNAS:NVDA", dt.datetime(2024, 2, 21), m, as_of=None)
    with pytest.raises(ValueError, match="at least one session"):
        reaction("XNAS:NVDA", EVENING, m, as_of=None, horizon=0)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 80), st.integers(1, 9))
def test_bounds_are_those_of_the_full_covariance(seed: int, n: int, ahead: int) -> None:
    """1'V1 with V = s2 (I + X* (X'X)^-1 X*'), by matrices."""
    rng = random.Random(seed)
    x, y = ([rng.gauss(0, 1) for _ in range(n)] for _ in "xy")
    new = [rng.gauss(0, 2) for _ in range(ahead)]
    fit = line(x, y)
    assert fit is not None
    big = np.column_stack([np.ones(n), x])
    b, *_ = np.linalg.lstsq(big, np.array(y), rcond=None)
    s2 = float(np.sum((np.array(y) - big @ b) ** 2)) / (n - 2)
    star = np.column_stack([np.ones(ahead), new])
    v = s2 * (np.eye(ahead) + star @ np.linalg.inv(big.T @ big) @ star.T)
    assert (fit.alpha, fit.beta) == pytest.approx(tuple(b), rel=1e-6, abs=1e-8)
    assert summed_error(fit, new) == pytest.approx(math.sqrt(v.sum()), rel=1e-5, abs=1e-9)


@pytest.mark.parametrize("df, point", [(6, 2.4469), (13, 2.1604), (30, 2.0423), (60, 2.0003), (118, 1.9803), (10**6, 1.96)])
def test_points_of_students_t(df: int, point: float) -> None:
    assert t95(df) == pytest.approx(point, abs=1e-3)


def test_correlation_agrees_with_numpy() -> None:
    rng = random.Random(7)
    x = [rng.gauss(0, 1) for _ in range(50)]
    y = [0.4 * a + rng.gauss(0, 1) for a in x]
    assert correlation(x, y) == pytest.approx(float(np.corrcoef(x, y)[0, 1]))
    assert correlation(x, x) == pytest.approx(1) and correlation(x, [1.0] * 50) is None and correlation([1], [1]) is None
