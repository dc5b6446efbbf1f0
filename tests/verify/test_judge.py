"""What a set of computed readings comes to: a refutation needs every plausible reading computed and failed."""

from __future__ import annotations

import itertools

import pytest

from wollet.claim.families.change import Change
from wollet.model.claim import Subject, Tier
from wollet.model.verdict import Reading
from wollet.verify.judge import decide

CLAIM = Change(span=(0, 4), quote="0.3%", subject=Subject(kind="instrument", id="INDEX:IXIC"), metric="index_level")
TIERS: tuple[Tier, ...] = ("stated", "default", "possible")


def reading(tier: Tier, holds: bool | None, *, gross: bool = False) -> Reading:
    return Reading(claim=CLAIM, tier=tier, holds=holds, gross=gross, reason="no_data" if holds is None else None)


@pytest.mark.parametrize(
    ("readings", "label"),
    [
        ([("stated", True)], "supported"),
        ([("stated", False), ("default", True)], "supported"),
        ([("stated", False), ("possible", True)], "undecided"),
        ([("stated", False), ("default", False)], "refuted"),
        ([("stated", False), ("default", None)], "undecided"),
        ([("stated", None)], "undecided"),
        ([("possible", False)], "undecided"),
        ([("possible", True)], "undecided"),
        ([], "undecided"),
    ],
)
def test_the_label_of_readings(readings: list[tuple[Tier, bool | None]], label: str) -> None:
    assert decide([reading(t, h) for t, h in readings]).label == label


def test_nothing_is_refuted_while_a_reading_holds_or_is_open() -> None:
    cases = list(itertools.product(TIERS, (True, False, None)))
    for n in (1, 2, 3):
        for chosen in itertools.product(cases, repeat=n):
            found = decide([reading(t, h) for t, h in chosen])
            if found.label == "refuted":
                assert all(h is False for _, h in chosen) and any(t != "possible" for t, _ in chosen)
            if found.label == "supported":
                assert any(h is True and t != "possible" for t, h in chosen)


def test_what_may_be_and_what_is_to_come_are_never_refuted() -> None:
    failed = [reading("stated", False)]
    assert decide(failed, "hypothetical").reason == "hypothetical"
    assert decide(failed, "expected").reason == decide(failed, "planned").reason == "pending"
    assert decide([reading("stated", True)], "expected").label == "supported"
    assert decide([reading("stated", True)], "hypothetical").label == "undecided"


def test_a_turned_sign_is_gross_only_if_every_sure_reading_says_so() -> None:
    assert decide([reading("stated", False, gross=True), reading("possible", False)]).gross
    assert not decide([reading("stated", False, gross=True), reading("default", False)]).gross
