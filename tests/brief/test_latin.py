"""Korean names in Latin letters: letters, words of trade, persons; what is no Korean name stays as it is."""

from __future__ import annotations

import pytest

from wollet.brief.latin import company, person


@pytest.mark.parametrize(
    ("korean", "latin"),
    [
        ("LG씨엔에스", "LG CNS"), ("가나에너지솔루션", "Gana Energy Solution"), ("다라증권", "Dara Securities"), ("피에스케이", "PSK"), ("누리전자", "Nuri Electronics"),
        ("비", "Bi"), ("AB", "AB"), ("삼랑", "Samrang"), ("한솔", "Hansol"),
    ],
)  # fmt: skip
def test_company(korean: str, latin: str) -> None:
    assert company(korean) == latin
    assert latin.isascii()


@pytest.mark.parametrize(("korean", "latin"), [("김하나", "Kim Ha-na"), ("최솔", "Choi Sol"), ("제인 도", None), ("웬디", None), ("Kim", None)])
def test_person(korean: str, latin: str | None) -> None:
    assert person(korean) == latin
