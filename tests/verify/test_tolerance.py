"""Digits, hedges and direction give the tolerance; a figure one digit away falls outside it."""

from decimal import Decimal as D

import pytest

from wollet.model.quantity import Interval, Quantity
from wollet.verify.tolerance import TRUTH
from wollet.verify.tolerance import test as tried


def q(low: str | None, high: str | None, interval: Interval, grain: str = "0.1", hedge: str | None = None) -> Quantity:
    return Quantity(
        low=D(low) if low else None,
        high=D(high) if high else None,
        unit="percent",
        interval=interval,
        grain=D(grain),
        hedge=hedge,  # type: ignore[arg-type]
    )


THREE_TWO = q("3.2", "3.2", Interval(D("3.15"), D("3.25")))
OVER_90 = q("90", None, Interval(D(90), None, "none"), "10", "more_than")
BELOW_3 = q(None, "3", Interval(None, D(3), "none"), "1", "less_than")


@pytest.mark.parametrize(
    ("quantity", "direction", "measured", "holds"),
    [
        (THREE_TWO, "up", "3.15", True),
        (THREE_TWO, "up", "3.2999", True),
        (THREE_TWO, "up", "3.3", False),
        (THREE_TWO, "up", "3.1499", False),
        (THREE_TWO, "up", "-3.2", False),
        (THREE_TWO, "down", "-3.2999", True),
        (THREE_TWO, "down", "3.2", False),
        (THREE_TWO, None, "3.2", True),
        (THREE_TWO, None, "-3.2", True),
        (OVER_90, "up", "93.44", True),
        (OVER_90, "up", "90", False),
        (OVER_90, "down", "-93.44", True),
        (BELOW_3, "up", "2.9", True),
        (BELOW_3, "up", "3", False),
        (BELOW_3, "up", "-2", False),
    ],
)
def test_measured(quantity: Quantity, direction: str | None, measured: str, holds: bool) -> None:
    assert tried(quantity, direction, False, "percent", D(measured), None, None)[0] is holds  # type: ignore[arg-type]


@pytest.mark.parametrize(("measured", "holds"), [("9385", True), ("9215", True), ("9399", None), ("9401", False)])
def test_a_hundredth_of_the_figure_is_always_about_it(measured: str, holds: bool | None) -> None:
    about = Quantity(low=D(9300), high=D(9300), unit="won", interval=Interval(D(9200), D(9400)), grain=D(100), hedge="about")
    assert tried(about, None, False, "won", D(measured), None, None)[0] is holds


def test_turned_direction_is_gross() -> None:
    assert tried(THREE_TWO, "down", False, "percent", D("3.2"), None, None) == (False, True, None)
    assert tried(THREE_TWO, "down", False, "percent", D("-1"), None, None) == (False, False, None)


def test_a_band_settles_only_what_lies_wholly_inside_or_outside() -> None:
    def band(low: str, high: str) -> bool | None:
        return tried(THREE_TWO, "up", False, "percent", None, D(low), D(high))[0]

    assert band("3.16", "3.2") is True
    assert band("2", "4") is None
    assert band("3.3", "4") is False
    assert band("2", "3.14") is False


def test_truth_and_negation() -> None:
    assert tried(None, None, False, TRUTH, D(1), None, None)[0] is True
    assert tried(None, None, True, TRUTH, D(1), None, None)[0] is False
    assert tried(None, None, False, TRUTH, D(0), None, None)[0] is False


@pytest.mark.parametrize(("measured", "said"), [("-5.4", True), ("-5.97", None), ("-6.1", False)])
def test_a_whole_percentage_that_only_cutting_off_explains_is_left_open(measured: str, said: bool | None) -> None:
    five = q("5", "5", Interval(D("4.5"), D("5.5")), "1")
    holds, _, reason = tried(five, "down", False, "percent", D(measured), None, None)
    assert (holds, reason) == (said, "ambiguous" if said is None else None)


@pytest.mark.parametrize(("low", "room", "grain", "measured", "said"), [
    ("4.7", "0.1", "0.1", "4.66", True), ("4.7", "0.1", "0.1", "4.61", None), ("4.7", "0.1", "0.1", "4.59", False),
    ("60", "5", "1", "64", True), ("2", "0.75", "1", "1.52", True), ("2", "0.75", "1", "1.3", None),
])  # fmt: skip
def test_about_is_borne_out_by_what_no_other_figure_tells_better(low: str, room: str, grain: str, measured: str, said: bool | None) -> None:
    about = q(low, low, Interval(D(low) - D(room), D(low) + D(room)), grain, "about")
    assert tried(about, "up", False, "percent", D(measured), None, None)[0] is said


@pytest.mark.parametrize(("measured", "said"), [("337", True), ("334", None), ("331", False), ("341", False)])
def test_what_falls_just_short_of_nearly_is_left_open(measured: str, said: bool | None) -> None:
    nearly = q("340", "340", Interval(D(335), D(340)), "1", "nearly")
    assert tried(nearly, "up", False, "percent", D(measured), None, None)[0] is said


@pytest.mark.parametrize(("measured", "said"), [("1.9", True), ("1.6", None), ("1.4", False)])
def test_a_whole_multiple_is_not_borne_out_by_what_falls_far_short(measured: str, said: bool | None) -> None:
    twice = Quantity(low=D(2), high=D(2), unit="ratio", interval=Interval(D("1.5"), D("2.5")), grain=D(1))
    assert tried(twice, "up", False, "ratio", D(measured), None, None)[0] is said
