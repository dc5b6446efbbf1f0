"""What a text says against itself: each wrong sentence is a right one with one figure changed, on days without market data."""

from __future__ import annotations

import re
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wollet
from wollet.model.quantity import Interval, Quantity
from wollet.model.verdict import Verdict
from wollet.verify import accord
from wollet.verify.accord import Figure, Relation
from wollet.verify.formula import evaluate
from wollet.verify.slips import slip

DAY = "1992-03-11T18:00:00+09:00"

WRONG = [
    "코스피는 전 거래일보다 12.88포인트({0.80%}) 오른 2603.93에 마감했다.",
    "코스피는 2603.93으로 전 거래일보다 12.88포인트({0.80%}) 올랐다.",
    "The Nasdaq fell 50.50 points, or {1.22%}, to 5,000.15.",
    "삼성전자의 지난해 4분기 매출은 1조2340억원에서 1조5120억원으로 {32.5%} 늘었다.",
    "Nvidia's revenue in the fourth quarter rose {35.5%} to $51.2 million from $40.3 million.",
    "한국은행은 기준금리를 3.50%에서 3.25%로 {0.52%포인트} 내렸다.",
    "서부텍사스산원유는 전장 71.00달러 대비 {4.86%} 오른 72.32달러에 마감했다.",
    "West Texas Intermediate crude rose {4.86%} from $71.00 to $72.32 a barrel.",
    "Nvidia's revenue in the fourth quarter rose to $51.2 million, up {35.5%} from $40.3 million.",
    "Nvidia's revenue in the fourth quarter rose to $51.2 million from $40.3 million a year earlier, a rise of {35.5%}.",
    "삼성전자의 지난해 4분기 매출은 1조5120억원으로 전년 동기(1조2340억원)보다 {32.5%} 늘었다.",
    "회의는 1992년 3월 {10일(수)} 열렸다.",
    "The company will report results on {Tuesday, 13 April 2022}.",
    "회의는 {12일(금)} 열린다.",
]
RIGHT = [
    "코스피는 전 거래일보다 12.88포인트({0.50%}) 오른 2603.93에 마감했다.",
    "코스피는 전 거래일보다 12.88포인트({0.49%}) 오른 2603.93에 마감했다.",
    "코스피는 2603.93으로 전 거래일보다 12.88포인트({0.50%}) 올랐다.",
    "The Nasdaq fell 50.50 points, or {1.00%}, to 5,000.15.",
    "삼성전자의 지난해 4분기 매출은 1조2340억원에서 1조5120억원으로 {22.5%} 늘었다.",
    "Nvidia's revenue in the fourth quarter rose {27.0%} to $51.2 million from $40.3 million.",
    "Nvidia's revenue in the fourth quarter rose {35.5%} to $51.2 million from $40.3 million on an organic basis.",
    "한국은행은 기준금리를 3.50%에서 3.25%로 {0.25%포인트} 내렸다.",
    "West Texas Intermediate crude rose {1.86%} from $71.00 to $72.32 a barrel.",
    "Nvidia's revenue in the fourth quarter rose to $51.2 million, up {27.0%} from $40.3 million.",
    "Nvidia's revenue in the fourth quarter rose to $51.2 million from $40.3 million a year earlier, a rise of {27.0%}.",
    "삼성전자의 지난해 4분기 매출은 1조5120억원으로 전년 동기(1조2340억원)보다 {22.5%} 늘었다.",
    "회의는 1992년 3월 {11일(수)} 열렸다.",
    "회의는 {12일(목)} 열린다.",
    "The company will report results on {Wednesday, 13 April 2022}.",
    "삼성전자는 {0.4%}(4000원) 오르며 시가총액이 71조3163억원으로 늘었다.",
]


def verdicts(marked: str) -> list[Verdict]:
    """The verdicts on what stands in braces."""
    start, end = marked.index("{"), marked.index("}") - 1
    report = wollet.check(re.sub("[{}]", "", marked), published=DAY)
    return [v for v in report if v.claim.span[0] < end and v.claim.span[1] > start]


@pytest.mark.parametrize("marked", WRONG)
def test_figures_that_cannot_all_be_true(marked: str) -> None:
    found = verdicts(marked)
    assert [v.label for v in found] == ["refuted"]
    evidence = found[0].readings[found[0].decided or 0].evidence
    assert evidence is not None and all(r.source in ("article", "calendar") for r in evidence.rows)
    assert wollet.replay(wollet.check(re.sub("[{}]", "", marked), published=DAY).to_dict()) == []


@pytest.mark.parametrize("marked", RIGHT)
def test_figures_that_agree_prove_nothing(marked: str) -> None:
    assert "refuted" not in {v.label for v in verdicts(marked)}
    assert "supported" not in {v.label for v in verdicts(marked) if "(수)" not in marked and "Wednesday" not in marked and "(목)" not in marked}


def test_a_fall_is_told_as_a_fall() -> None:
    (v,) = verdicts("한국은행은 기준금리를 3.50%에서 3.25%로 {0.52%포인트} 내렸다.")
    assert not v.gross and "-0.2" in (v.help or "")


def test_the_figure_that_is_a_slip_away_is_the_wrong_one() -> None:
    text = "일본은행은 정책금리를 0.25%에서 {5%}로 0.25%포인트 올렸다."
    assert [v.label for v in verdicts(text)] == ["refuted"]
    assert all(v.label != "refuted" for v in verdicts(text.replace("{5%}", "{0.5%}")))


def test_one_rate_for_all_conversions_of_a_text() -> None:
    text = "투자액은 10억달러(1조1300억원)이다. 지난해에는 20억달러(2조2600억원), 올해는 30억달러({3조XX00억원})를 썼다."
    assert {v.label for v in verdicts(text.replace("XX", "39")) if "KRW" in str(v.claim)} == {"undecided"}
    assert "refuted" in {v.label for v in verdicts(text.replace("XX", "93"))}


def test_title_and_body_that_differ_by_a_slip_name_each_other() -> None:
    text = "코스피 {1.87%} 상승 마감\n\n코스피는 이날 전 거래일보다 1.78% 오르며 거래를 마쳤다."
    assert all("1.78%" in (v.help or "") and v.label == "undecided" for v in verdicts(text)) and verdicts(text)
    assert all(v.help is None for v in verdicts(text.replace("1.78%", "1.87%")))


POSITIVE = st.decimals("1", "9999", places=2)


def figure(x: D) -> Figure:
    grain = D("0.01")
    return Figure((0, 1), str(x), Quantity(low=x, high=x, unit="points", interval=Interval(x - grain / 2, x + grain / 2), grain=grain))


WAYS = [accord.RISE, accord.FALL, accord.OF_OLD, accord.GREW, accord.SHRANK, accord.APART, accord.CLOSER, accord.APART_BP,
        accord.CLOSER_BP, accord.PART, accord.TIMES, accord.total(3), accord.total(2)]  # fmt: skip


@given(st.sampled_from(WAYS), st.lists(POSITIVE, min_size=4, max_size=4))
def test_what_a_proof_writes_is_what_was_computed(way: accord.Way, values: list[D]) -> None:
    values = values[: len(way.laws)]
    for place, law in enumerate(way.laws):
        if law is None:
            continue
        try:
            computed = law.value(*values)
        except ArithmeticError:
            continue
        assert abs(evaluate(law.formula.format(*values)) - computed) <= abs(computed) * D("1e-15")
        assert f"{{{place}}}" not in law.formula


@given(st.sampled_from(WAYS), st.lists(POSITIVE, min_size=4, max_size=4))
def test_a_relation_solved_for_a_figure_holds_with_it(way: accord.Way, values: list[D]) -> None:
    places = [i for i, law in enumerate(way.laws) if law is not None]
    values = values[: len(way.laws)]
    for place in places:
        law = way.laws[place]
        assert law is not None
        try:
            x = law.value(*values).quantize(D("0.01"))
        except ArithmeticError:
            continue
        if x > 1:
            told = tuple(figure(x if i == place else v) for i, v in enumerate(values))
            assert Relation("any", told, (way,), place).holds()


@pytest.mark.parametrize(("said", "meant"), [("3.25", "3.52"), ("0.35", "0.85"), ("5", "0.5"), ("1253", "12530"), ("2603.93", "2630.93"), ("12880", "1288")])
def test_slips(said: str, meant: str) -> None:
    x = D(said)
    grain = D(1).scaleb(x.as_tuple().exponent)  # type: ignore[arg-type]
    q = Quantity(low=x, high=x, unit="", interval=Interval(x, x), grain=grain)
    assert slip(q, D(meant)) is (len(said.strip("0.").replace(".", "")) >= 3 or said == "5")
    assert not slip(q, x) and not slip(q, x * 7 + D("311.7"))
