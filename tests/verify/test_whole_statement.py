"""A statement is borne out only as a whole: with its direction, its order and the class of shares that it names."""

from __future__ import annotations

import pytest

import wollet

US, KR = "2024-02-13T17:30-05:00", "2024-02-13T16:20+09:00"
NOT_BORNE_OUT = (
    ("en", US, "The S&P 500 rose to 4,953.17."),
    ("en", "2024-02-12T17:30-05:00", "Nvidia rose 0.2%, outpacing Arm."),
    ("ko", KR, "코스피는 2649.64로 떨어졌다."),
    ("ko", KR, "코스피는 2649.64로 내림세를 보이며 마쳤다."),
    ("ko", KR, "코스피가 2700선 위에서 장을 마쳤다."),
    ("ko", KR, "코스피는 1.12% 올라 코스닥보다 상승폭이 컸다."),
    ("en", US, "The S&P 500 moved less than 1.2% on Tuesday."),
)
BORNE_OUT = (
    ("en", US, "The S&P 500 fell to 4,953.17."),
    ("en", US, "The S&P 500 rose to 4,953.17 from a level of 4,900 last month."),
    ("ko", KR, "코스피는 2649.64로 올랐다."),
    ("ko", KR, "코스닥은 2.25% 올라 코스피보다 상승폭이 컸다."),
    ("en", US, "The S&P 500 moved less than 1.6% on Tuesday."),
    ("ko", KR, "코스피가 사흘 내리 올랐다."),
    ("ko", KR, "코스피가 2600선 위에서 장을 마쳤다."),
    ("en", US, "The S&P 500 has given up 1.4% on Tuesday."),
)


def labels(lang: str, published: str, text: str) -> list[str]:
    return [v.label for v in wollet.check(text, published=published, lang=lang)]


@pytest.mark.parametrize(("lang", "published", "text"), NOT_BORNE_OUT)
def test_what_is_wrong_in_its_way_or_order_is_not_borne_out(lang: str, published: str, text: str) -> None:
    assert "supported" not in labels(lang, published, text)


@pytest.mark.parametrize(("lang", "published", "text"), BORNE_OUT)
def test_its_true_twin_is(lang: str, published: str, text: str) -> None:
    found = labels(lang, published, text)
    assert "supported" in found and "refuted" not in found


def test_what_is_left_open_so_says_why_and_is_replayed() -> None:
    report = wollet.check("The S&P 500 rose to 4,953.17.", published=US)
    (v,) = report
    assert v.label == "undecided" and any(r.note and "other way" in r.note for r in v.readings)
    assert wollet.replay(report) == []


def test_the_stretch_that_begins_a_line_of_prose_is_not_that_of_its_second_sentence() -> None:
    text = "이번 주 누적으로 보면 코스피는 1.1% 상승했어요. 연초 대비로는 코스피 -0.21%예요."
    assert "refuted" not in labels("ko", KR, text)
