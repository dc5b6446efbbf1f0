"""The canonical claim language reads back what it writes."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wollet.claim import NotAClaim, parse
from wollet.claim.families.change import Change
from wollet.claim.families.level import Level
from wollet.claim.families.period_return import PeriodReturn
from wollet.claim.families.record import Record
from wollet.model.claim import Subject
from wollet.model.quantity import Interval, Quantity
from wollet.model.time import Window

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))
FIGURES = st.decimals(min_value=0, max_value=10**15, places=2, allow_nan=False, allow_infinity=False)
UNITS = st.sampled_from(["percent", "points", "bp", "KRW", "USD/barrel", "percentage_point", "ratio"])
NAMES = st.text(min_size=1, max_size=12)


@st.composite
def quantities(draw: Any) -> Quantity:
    low, unit, hedge = draw(FIGURES), draw(UNITS), draw(st.sampled_from([None, "about", "nearly", "more_than", "up_to", "range"]))
    grain = draw(st.sampled_from([Decimal("0.01"), Decimal("0.1"), Decimal(1), Decimal(10) ** 8, Decimal("0.25")]))
    if hedge == "more_than":
        return Quantity(low=low, high=None, unit=unit, hedge=hedge, grain=grain, interval=Interval(low, None, "none"))
    if hedge == "up_to":
        return Quantity(low=None, high=low, unit=unit, hedge=hedge, grain=grain, interval=Interval(None, low, "right"))
    if hedge == "range":
        high = low + draw(FIGURES)
        return Quantity(low=low, high=high, unit=unit, hedge=hedge, grain=grain, interval=Interval(low, high, "left"))
    sign = draw(st.sampled_from([-1, 0, 1]))
    inner = Interval(low - grain / 2, low + grain / 2, draw(st.sampled_from(["both", "left", "none"])))
    return Quantity(low=low, high=low, unit=unit, hedge=hedge, grain=grain, interval=inner, sign=sign)


@st.composite
def statements(draw: Any) -> Any:
    day = draw(DAYS)
    kind = draw(st.sampled_from([Change, Level, PeriodReturn, Record]))
    subject = draw(
        st.one_of(
            st.builds(Subject, kind=st.just("instrument"), id=st.sampled_from(["XNAS:NVDA", "FX:USD/KRW", "INDEX:SPX"])),
            st.builds(Subject, kind=st.sampled_from(["organisation", "topic"]), name=NAMES),
        )
    )
    extra: dict[str, Any] = {}
    if kind is Record:
        extra = {"event": draw(st.sampled_from(["high", "low", "cross"])), "since": draw(st.sampled_from([None, "2007", "2007-01-02"]))}
    if kind is PeriodReturn:
        extra = {"sessions": draw(st.sampled_from([None, 3])), "anchor": draw(st.one_of(st.none(), NAMES))}
    return kind(
        span=(3, 9), quote="words", subject=subject, metric=draw(st.sampled_from(["price", "index_level", "revenue"])),
        quantity=draw(st.one_of(st.none(), quantities())), direction=draw(st.sampled_from([None, "up", "down", "flat"])),
        when=draw(st.one_of(st.none(), st.just(Window(day, day)), st.just(Window(day, day + dt.timedelta(days=5))))),
        basis=draw(st.sampled_from([None, "close", "intraday"])), said_by="someone",
        certainty=draw(st.sampled_from(["asserted", "expected"])), negated=draw(st.booleans()), **extra,
    )  # fmt: skip


@given(statements())
def test_what_is_written_reads_back(claim: Any) -> None:
    assert parse(str(claim)) == claim.bare()


def test_the_shape_that_readers_see() -> None:
    q = Quantity(low=Decimal(90), high=None, unit="percent", hedge="more_than", interval=Interval(Decimal(90), None, "none"))
    claim = PeriodReturn(
        span=(0, 1), quote="", subject=Subject(kind="instrument", id="XNAS:ARM"), metric="price", quantity=q,
        direction="up", when=Window(dt.date(2024, 2, 7), dt.date(2024, 2, 12)), basis="close",
    )  # fmt: skip
    assert str(claim) == "return(XNAS:ARM, 2024-02-07..2024-02-12, close) > 90%"


@pytest.mark.parametrize("text", ["", "nothing", "change(", "unknown(XNAS:NVDA) = 3%", "change(XNAS:NVDA) ? 3%", "change()"])
def test_other_text_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(NotAClaim):
        parse(text)
