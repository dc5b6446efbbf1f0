"""Ways of telling that hand figures out in turn, take one back or name another session: true ones are never called wrong."""

from __future__ import annotations

import pytest

import wollet

AT = {"en": "2024-02-12T17:30-05:00", "ko": "2024-02-13T16:10+09:00"}
TRUE = (
    ("en", "Nvidia and Arm both rose. The former added 0.16%, and the latter soared 29.3%."),
    ("en", "Arm and Nvidia advanced 29.3% and 0.16% on Monday. Volumes were heavy."),
    ("en", "Arm soared 29.3% on Monday. The three-day gain now stands at 93.4%."),
    ("en", "Arm added 29.3%, compared with Nvidia's gain of 0.16%."),
    ("en", "Correction: Nvidia added 0.16% on Monday, not 1.61% as stated earlier."),
    ("ko", "코스피와 코스닥이 동반 상승했다. 전자는 1.12%, 후자는 2.25% 올랐다."),
    ("ko", "코스피가 올랐고 코스닥도 올랐다. 종가는 각각 2,649.64, 845.15다."),
    ("ko", "코스피가 올랐고 코스닥도 올랐다. 두 지수의 종가는 2,649.64와 845.15다."),
    ("ko", "코스피와 코스닥이 오르고 삼성전자도 1.48% 올랐다. 종가는 각각 2,649.64, 845.15다."),
    ("ko", "코스피 종가는 2,649.64로 연중 최고점이던 2,655.28보다 낮다."),
    ("ko", "코스피는 올해 저점 2,435.90에서 8.77% 반등했다."),
    ("ko", "양 지수는 나란히 올라 코스피와 코스닥은 2,649.64, 845.15를 기록했다."),
)


@pytest.mark.parametrize(("lang", "text"), TRUE)
def test_a_true_statement_told_so_is_not_refuted(lang: str, text: str) -> None:
    labels = [v.label for v in wollet.check(text, published=AT[lang])]
    assert labels
    assert "refuted" not in labels


def test_a_plain_move_beside_is_still_judged() -> None:
    (verdict,) = wollet.check("Nvidia rose 1.61% on Monday.", published=AT["en"])
    assert verdict.label == "refuted"
