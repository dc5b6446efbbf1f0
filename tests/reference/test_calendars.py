"""Exchange calendars against known days, against two other libraries over 2000–2027, and against their own rules."""

from __future__ import annotations

import datetime as dt
import warnings
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wollet.reference import calendars, instruments

D = dt.date.fromisoformat
DAYS = st.dates(dt.date(1995, 1, 1), dt.date(2032, 12, 31))
MICS = st.sampled_from(["XNYS", "XKRX", "XTKS", "XHKG", "XLON", "XFXS", "24/7", "XSAU"])

CLOSED_HERE_ALONE = {
    "XKRX": {
        "2026-06-03": "local elections, no trading: index data hold no row either",
        "2026-07-17": "Constitution Day is a public holiday again from 2026: index data hold no row either",
        "2027-05-03": "Labour Day is a public holiday from 2026 and falls on a Saturday: the Monday after",
        "2027-07-19": "Constitution Day falls on a Saturday: the Monday after",
    },
    "XHKG": {"2023-09-01": "typhoon Saola, no trading", "2023-09-08": "black rainstorm, no trading"},
    "XTAI": {
        "2010-04-30": "Labour Day kept on the Friday before", "2011-05-02": "Labour Day kept on the Monday after",
        "2022-02-04": "Lunar New Year recess", "2023-01-18": "settlement only before the Lunar New Year",
        "2027-02-02": "settlement only before the Lunar New Year", "2027-02-03": "settlement only before the Lunar New Year",
        "2027-04-06": "Children's Day made up for", "2027-12-24": "Constitution Day kept on the Friday before",
    },
    "XTSE": {"2008-12-17": "halted the whole day by a failure of the exchange's system"},
    "XSES": {"2009-11-16": "Deepavali on a Sunday: the Monday after"},
    "XBOM": {"2023-06-28": "Eid al-Adha, first fixed on 28 June, then kept on the 29th: both are closed here"},
}  # fmt: skip
"""Days on which exchange_calendars has a session and this table none, each with the reason why the table is kept."""
HOURS_KEPT = {
    "XKRX": {f"{y}-11-{d}" for y, d in ((2021, 18), (2022, 17), (2023, 16), (2024, 14), (2025, 13), (2026, 19))}
    | {"2027-11-18", "2026-12-30", "2027-12-30"},
    "XHKG": {"2011-02-02"},
    "XASX": {"2022-12-23", "2022-12-30"},
}
"""Days whose hours differ with reason: entrance examinations that the other library does not yet hold, eves of holidays."""
ORACLES = [
    ("XNYS", "2027-12-31"), ("XKRX", "2027-12-30"), ("XTKS", "2027-12-30"), ("XHKG", "2027-12-30"), ("XLON", "2027-12-31"),
    ("XSHG", "2026-12-31"), ("XTAI", "2027-12-30"), ("XETR", "2027-12-30"), ("XPAR", "2027-12-31"), ("XASX", "2027-12-31"),
    ("XTSE", "2027-12-31"), ("XBOM", "2026-12-31"), ("XSWX", "2027-12-30"), ("XMIL", "2027-12-30"), ("XMAD", "2027-12-31"),
    ("XAMS", "2027-12-31"), ("XSES", "2026-12-31"),
]  # fmt: skip
OTHER_HOURS = ("XETR", "XBOM")
"""Xetra traded until 20:00 from June 2000 to October 2003, Bombay opened at 09:55 until 2010; the other library has one
regime for all years."""


@pytest.mark.parametrize(
    ("mic", "day", "trades"),
    [
        ("XNYS", "2024-02-19", False), ("XNYS", "2024-02-20", True), ("XNYS", "2001-09-12", False), ("XNYS", "2012-10-29", False),
        ("XNYS", "2018-12-05", False), ("XNYS", "2025-01-09", False), ("XNYS", "2022-06-20", False), ("XNYS", "2021-06-18", True),
        ("XKRX", "2024-02-12", False), ("XKRX", "2024-02-13", True), ("XKRX", "2025-01-27", False), ("XKRX", "2024-10-01", False),
        ("XKRX", "2025-06-03", False), ("XKRX", "2023-12-29", False), ("XKRX", "2026-06-03", False), ("XKRX", "2020-08-17", False),
        ("XTKS", "2020-10-01", False), ("XTKS", "2019-05-02", False), ("XHKG", "2023-09-01", False), ("XLON", "2022-09-19", False),
        ("XFXS", "2024-12-25", True), ("XFXS", "2024-12-28", False), ("24/7", "2024-12-28", True), ("XNAS", "2024-07-04", False),
        ("XSAU", "2024-02-11", True), ("XSAU", "2024-02-09", False),
    ],
)  # fmt: skip
def test_a_day_trades_or_not(mic: str, day: str, trades: bool) -> None:
    assert calendars.is_session(mic, D(day)) is trades


@pytest.mark.parametrize(
    ("mic", "day", "opens", "closes"),
    [
        ("XNYS", "2024-02-13", "2024-02-13T09:30-05:00", "2024-02-13T16:00-05:00"),
        ("XNYS", "2024-11-29", "2024-11-29T09:30-05:00", "2024-11-29T13:00-05:00"),
        ("XNYS", "2024-07-03", "2024-07-03T09:30-04:00", "2024-07-03T13:00-04:00"),
        ("XKRX", "2024-01-02", "2024-01-02T10:00+09:00", "2024-01-02T15:30+09:00"),
        ("XKRX", "2024-11-14", "2024-11-14T10:00+09:00", "2024-11-14T16:30+09:00"),
        ("XKRX", "2016-07-29", "2016-07-29T09:00+09:00", "2016-07-29T15:00+09:00"),
        ("XTKS", "2024-11-05", "2024-11-05T09:00+09:00", "2024-11-05T15:30+09:00"),
        ("XHKG", "2024-02-09", "2024-02-09T09:30+08:00", "2024-02-09T12:00+08:00"),
        ("CMES", "2024-02-13", "2024-02-12T18:00-05:00", "2024-02-13T14:30-05:00"),
        ("24/7", "2024-02-13", "2024-02-13T00:00+00:00", "2024-02-14T00:00+00:00"),
    ],
)
def test_hours_of_a_session(mic: str, day: str, opens: str, closes: str) -> None:
    assert calendars.open_at(mic, D(day)) == dt.datetime.fromisoformat(opens)
    assert calendars.close_at(mic, D(day)) == dt.datetime.fromisoformat(closes)


def test_the_last_closed_session_is_the_one_whose_close_has_passed() -> None:
    seoul = calendars.zone("XKRX")
    assert calendars.last_closed("XNYS", dt.datetime(2024, 2, 14, 8, 12, tzinfo=seoul)) == D("2024-02-13")
    assert calendars.last_closed("XNYS", dt.datetime(2024, 2, 14, 5, 59, tzinfo=seoul)) == D("2024-02-12")
    assert calendars.last_closed("XKRX", dt.datetime(2024, 2, 14, 15, 30, tzinfo=seoul)) == D("2024-02-14")
    assert calendars.last_closed("XKRX", dt.datetime(2024, 2, 14, 15, 29, tzinfo=seoul)) == D("2024-02-13")
    assert calendars.in_session("XKRX", dt.datetime(2024, 2, 14, 15, 29, tzinfo=seoul)) == D("2024-02-14")
    assert calendars.in_session("XKRX", dt.datetime(2024, 2, 14, 15, 30, tzinfo=seoul)) is None


def test_a_shift_counts_sessions() -> None:
    assert calendars.shift("XNYS", D("2024-02-12"), -3) == D("2024-02-07")
    assert calendars.shift("XKRX", D("2024-02-12"), 0) == D("2024-02-08")
    assert calendars.shift("XKRX", D("2024-02-12"), 1) == D("2024-02-13")
    assert calendars.shift("XKRX", D("2024-02-12"), -1) == D("2024-02-08")
    assert calendars.shift("XKRX", D("2024-02-08"), 1) == D("2024-02-13")


def test_every_exchange_of_the_instruments_has_a_calendar() -> None:
    held = {instruments.calendar_of(id) for id in instruments.table().rows[0]}
    assert held <= set(calendars.known())


def test_an_unknown_exchange_is_named_with_those_known() -> None:
    with pytest.raises(calendars.UnknownCalendar, match=r"'XXXX': known are .*XNYS"):
        calendars.sessions("XXXX", D("2024-01-01"), D("2024-02-01"))


@given(MICS, DAYS, st.integers(-400, 400))
def test_a_shift_lands_on_a_session_so_many_away(mic: str, day: dt.date, n: int) -> None:
    to = calendars.shift(mic, day, n)
    assert calendars.is_session(mic, to)
    if n > 0:
        assert len(calendars.sessions(mic, day + dt.timedelta(days=1), to)) == n
    elif n < 0:
        assert len(calendars.sessions(mic, to, day - dt.timedelta(days=1))) == -n
    else:
        assert to <= day and not calendars.sessions(mic, to + dt.timedelta(days=1), day)


@given(MICS, st.datetimes(dt.datetime(1999, 1, 1), dt.datetime(2029, 1, 1), timezones=st.just(dt.UTC)))
def test_nothing_closes_between_the_last_close_and_the_moment(mic: str, moment: dt.datetime) -> None:
    last = calendars.last_closed(mic, moment)
    assert calendars.close_at(mic, last) <= moment < calendars.close_at(mic, calendars.shift(mic, last, 1))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("mic", "end"), ORACLES)
def test_against_exchange_calendars(mic: str, end: str) -> None:
    import exchange_calendars

    schedule: Any = exchange_calendars.get_calendar(mic, start="2000-01-01", end=end).schedule
    theirs = {day.date(): (o.to_pydatetime(), c.to_pydatetime()) for day, o, c in zip(schedule.index, schedule["open"], schedule["close"], strict=True)}
    ours = set(calendars.sessions(mic, D("2000-01-01"), max(theirs)))
    assert {d.isoformat() for d in ours - theirs.keys()} == set()
    assert {d.isoformat() for d in theirs.keys() - ours} == set(CLOSED_HERE_ALONE.get(mic, {}))
    if mic not in OTHER_HOURS:
        differ = {d.isoformat() for d in ours if (calendars.open_at(mic, d), calendars.close_at(mic, d)) != theirs[d]}
        assert differ <= HOURS_KEPT.get(mic, set())


@pytest.mark.parametrize(
    ("name", "mic", "open_there"),
    [
        ("NYSE", "XNYS", set()), ("LSE", "XLON", set()), ("JPX", "XTKS", set()), ("SSE", "XSHG", set()), ("TSX", "XTSE", {"2008-12-17"}),
        # Typhoons of 13 October 2020 and 2021 and 6 September 2024, and the day after Ching Ming 2021: no trading, index data agree.
        ("HKEX", "XHKG", {"2020-10-13", "2021-04-06", "2021-10-13", "2024-09-06"}),
    ],
)  # fmt: skip
def test_against_pandas_market_calendars(name: str, mic: str, open_there: set[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pandas_market_calendars

        days: Any = pandas_market_calendars.get_calendar(name).valid_days("2000-01-01", "2026-12-31")
    theirs = {d.date() for d in days}
    ours = set(calendars.sessions(mic, D("2000-01-01"), max(theirs)))
    assert {d.isoformat() for d in ours - theirs} == set()
    assert {d.isoformat() for d in theirs - ours} == open_there


HOLES = {
    "INDEX:KOSPI": {"2007-03-02", "2011-10-04", "2017-09-22", "2017-12-20", "2022-01-03", "2022-05-09"},
    "INDEX:KOSDAQ": {"2022-01-03", "2022-05-09"},
}
"""Sessions that the price series lack although the exchange traded: both libraries hold them, the table is right."""


@pytest.mark.parametrize("id", ["INDEX:SPX", "INDEX:SOX", "INDEX:IXIC", "INDEX:DJI", "INDEX:KOSPI", "INDEX:KOSDAQ", "INDEX:N225", "INDEX:HSI", "INDEX:FTSE", "INDEX:DAX"])
def test_against_the_price_series(id: str) -> None:
    """Every priced day since 2000 is a session of its exchange, and every session is priced but for the holes named."""
    from wollet.market import open_market

    market = open_market(None)
    covered = market.coverage(id)
    assert covered is not None
    first = max(covered[0], D("2000-01-01"))
    priced = {b.session for b in market.bars(id, first, covered[1])}
    ours = set(calendars.sessions(instruments.calendar_of(id), first, covered[1]))
    assert len(priced) > 100 and priced - ours == set()
    assert {d.isoformat() for d in ours - priced} == HOLES.get(id, set())


def test_the_table_is_read_in_milliseconds() -> None:
    import subprocess
    import sys

    code = (
        "import time,datetime as dt\nfrom wollet.reference import calendars as c\nt=time.perf_counter()\n"
        "c.shift('XNYS',dt.date(2024,2,12),-3)\nprint(time.perf_counter()-t)"
    )
    taken = min(float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) for _ in range(3))
    assert taken < 0.05
