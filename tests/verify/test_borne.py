"""What an article's own figures tell of the session and the prices that it speaks of."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal as D

import pytest

from wollet.claim.families.change import Change
from wollet.claim.families.market_cap import mistaken
from wollet.claim.families.period_return import PeriodReturn
from wollet.model.article import Article
from wollet.model.claim import Claim, Subject
from wollet.model.quantity import Interval, Quantity
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Reading, Verdict
from wollet.verify.borne import settled
from wollet.verify.judge import weigh

DAY = dt.date(2024, 2, 12)
NASDAQ = [f"XNAS:{s}" for s in ("NVDA", "AAPL", "MSFT", "AMZN", "META", "TSLA")]


def article(assumed: bool = False) -> Article:
    moment = dt.datetime(2024, 2, 12, 23, 59, 59, tzinfo=dt.UTC) if assumed else dt.datetime(2024, 2, 12, 22, tzinfo=dt.UTC)
    return Article(id="a", text="", published=moment, lang="en", published_assumed=assumed)


def percent(x: str) -> Quantity:
    grain = D(1).scaleb(D(x).as_tuple().exponent)  # type: ignore[arg-type]
    return Quantity(low=D(x), high=D(x), unit="percent", interval=Interval(D(x) - grain / 2, D(x) + grain / 2), grain=grain)


def change(id: str, said: str, measured: str, *, up: bool = True, doubt: str | None = None, near: bool = True) -> Verdict:
    """A move that is told and measured; where it fails right beside the close, the reading of a snapshot stays open."""
    c = Change(
        span=(0, 1), quote=said, subject=Subject(kind="instrument", id=id), metric="price", quantity=percent(said),
        direction="up" if up else "down", when=Window(DAY, DAY), basis="close", doubt=doubt,
    )  # fmt: skip
    x = D(measured)
    inside = x in percent(said).interval if up else -x in percent(said).interval
    e = Evidence(measured=x, unit="percent", formula=measured)
    readings = [Reading(claim=c, tier="stated", evidence=e, holds=inside, gross=(x > 0) is not up)]
    if not inside and near:
        snapshot = Change(**{f: getattr(c, f) for f in c.__struct_fields__ if f != "beside"}, beside=True)
        readings.append(Reading(claim=snapshot, tier="possible", reason="ambiguous"))
    return weigh(c, readings)


def last(verdicts: list[Verdict], *, assumed: bool = False) -> str:
    return settled(verdicts, article(assumed))[-1].label


@pytest.mark.parametrize(("exact", "label"), [(5, "refuted"), (3, "refuted"), (2, "undecided"), (0, "undecided")])
def test_a_snapshot_is_ruled_out_by_many_official_closes(exact: int, label: str) -> None:
    told = [change(id, "1.25", "1.251") for id in NASDAQ[:exact]]
    assert last([*told, change("XNAS:TSLA", "2.41", "2.36")]) == label


def test_two_right_beside_the_close_keep_each_other_open() -> None:
    told = [change(id, "1.25", "1.251") for id in NASDAQ[:4]]
    assert last([*told, change("XNAS:META", "0.52", "0.47"), change("XNAS:TSLA", "2.41", "2.36")]) == "undecided"


@pytest.mark.parametrize(
    ("said", "measured", "up", "label"),
    [
        ("71.3", "7.126", True, "refuted"),
        ("0.713", "7.126", True, "refuted"),
        ("71.3", "7.226", True, "undecided"),
        ("6.04", "-6.0377", True, "refuted"),
        ("6.04", "-5.9377", True, "undecided"),
        ("71", "7.126", True, "undecided"),
    ],
)
def test_a_slip_of_the_point_or_the_sign_leaves_nothing_open(said: str, measured: str, up: bool, label: str) -> None:
    assert change("XNAS:NVDA", said, measured, up=up, doubt="a longer stretch may be meant", near=False).label == label


@pytest.mark.parametrize(("said", "measured", "label"), [("311", "11.1", "refuted"), ("179", "102.7", "undecided"), ("11", "11.1", "supported")])
def test_a_few_days_do_not_double_a_price(said: str, measured: str, label: str) -> None:
    c = PeriodReturn(
        span=(0, 1), quote=said, subject=Subject(kind="instrument", id="XNAS:NVDA"), metric="price", quantity=percent(said),
        direction="up", when=Window(dt.date(2023, 1, 3), DAY), basis="close",
    )  # fmt: skip
    e = Evidence(measured=D(measured), unit="percent", formula=measured)
    v = weigh(c, [Reading(claim=c, tier="stated", evidence=e, holds=D(measured) in percent(said).interval)])
    assert last([v], assumed=True) == label


@pytest.mark.parametrize(("said", "value", "wrong"), [("74062", "54062", True), ("54067", "54062", False), ("54062", "54062", False), ("74", "54", False), ("74061", "54062", False)])
def test_one_digit_of_a_market_value(said: str, value: str, wrong: bool) -> None:
    q = Quantity(low=D(said), high=D(said), unit="KRW", interval=Interval(D(said), D(said)), grain=D(1))
    assert mistaken(q, D(value)) is wrong


def test_a_verdict_without_sessions_passes_through() -> None:
    c = Claim(span=(0, 1), quote="1", subject=Subject(kind="topic"), metric="x")
    v = Verdict(claim=Change(**{f: getattr(c, f) for f in c.__struct_fields__}), label="undecided", reason="no_data")
    assert settled([v], article()) == [v]
