"""Companies that the reference does not know, typed by what stands beside them; other ways to read a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from story.texts import told
from wollet.story import unlisted_en, unlisted_ko
from wollet.story.clauses import readings
from wollet.story.masking import parties
from wollet.story.relations import FRAMES, relations
from wollet.story.unlisted import unlisted

EN = [
    ("The startup Lumenvale opened an office.", "Lumenvale"),
    ("Intel bought a stake in Lumenvale.", "Lumenvale"),
    ("Lumenvale's chief executive resigned.", "Lumenvale"),
    ("Lumenvale, a maker of lenses, hired ten people.", "Lumenvale"),
    ("Intel is in talks with Lumenvale.", "Lumenvale"),
    ("Intel sold its Lumenvale unit.", "Lumenvale"),
    ("Brightwater Therapeutics doubled its staff.", "Brightwater Therapeutics"),
]
KO = [
    ("부품업체인 가람에이는 공장을 지었다.", "가람에이"),
    ("가람건설이 새 사옥을 지었다.", "가람건설"),
    ("삼성전자는 가람온 지분을 팔았다.", "가람온"),
    ("삼성전자는 가람온을 인수했다.", "가람온"),
    ("삼성전자와 가람온 등 협력사가 모였다.", "가람온"),
    ("삼성전자는 가람온을 상대로 소송을 냈다.", "가람온"),
]
PLAIN = [
    "Intel invested in China and in Texas.", "Shoppers sued over the price.", "The company bought shares in January.",
    "Trade with Japan grew, Analysts said.", "Investors agreed to wait.", "Intel is in talks with Chinese officials.",
    "회사는 보유 지분을 팔았다.", "정부는 기업을 인수했다.", "국내 기업과 합작을 논의했다.", "업체 관계자는 공장을 인수했다고 말했다.",
    "미국과 제휴를 맺었다.", "대형건설 업황이 나쁘다.", "최대주주 지분을 담보로 잡았다.",
]  # fmt: skip


@pytest.mark.parametrize("text, name", [*EN, *KO])
def test_a_name_that_the_text_types_is_a_party(text: str, name: str) -> None:
    lang = "en" if text.isascii() else "ko"
    found = [p for _, _, p in parties(told(text, lang)) if p.unlisted]  # type: ignore[arg-type]
    assert [(p.key, p.kind, p.listed) for p in found] == [(name, "organisation", False)]


@pytest.mark.parametrize("text", PLAIN)
def test_places_people_at_large_and_plain_nouns_are_none(text: str) -> None:
    lang = "en" if text.isascii() else "ko"
    assert [p.key for _, _, p in parties(told(text, lang)) if p.unlisted] == []  # type: ignore[arg-type]


def test_a_name_once_typed_counts_in_the_whole_text_and_without_its_tail() -> None:
    text = "Lumenvale Robotics opened a plant. Later Intel sued Lumenvale."
    assert [text[a:b] for a, b in unlisted(text, "en", [(41, 46)])] == ["Lumenvale Robotics", "Lumenvale"]
    assert unlisted_en.forms("National Robotics") == ["National Robotics"]
    assert unlisted_ko.forms("가람건설") == ["가람건설"]


def test_title_and_text_are_two_lines_of_names() -> None:
    found = [p.key for _, _, p in parties(told("PLANT OPENS\nBrightwater United Inc. said it opened a plant.", "en"))]
    assert found == ["Brightwater United Inc"] or found == ["Brightwater United Inc."]


def test_a_subject_is_carried_to_a_later_clause_and_asides_are_left_out() -> None:
    for text, tie in (
        ("Intel raised its dividend and sued AMD.", ("XNAS:INTC", "sues", "XNAS:AMD")),
        ("Intel, which once shared a plant with Microsoft, agreed to buy AMD.", ("XNAS:INTC", "acquires", "XNAS:AMD")),
        ("Intel Agrees To Buy AMD For Thirty Billion Dollars", ("XNAS:INTC", "acquires", "XNAS:AMD")),
        ("삼성전자는 카카오 지분을 늘렸고, 네이버 지분도 새로 매입했다.", ("XKRX:005930", "invests", "XKRX:035420")),
        ("삼성전자가 카카오가 보유한 네이버 지분을 추가 매입했다.", ("XKRX:005930", "invests", "XKRX:035420")),
        ("삼성전자, 네이버와 업무협약 체결", ("XKRX:005930", "partners", "XKRX:035420")),
    ):
        found = {(r.actor, r.kind, r.target) for r in relations([told(text, "en" if text.isascii() else "ko")])}
        assert tie in found, text


def test_a_later_clause_with_a_subject_of_its_own_is_not_given_another() -> None:
    assert relations([told("삼성전자는 올랐고, 외국인은 네이버를 인수했다.", "ko")]) == []
    assert relations([told("Intel rose and investors sued AMD.", "en")]) == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="\ue000\ue001 and,sued가는고 .을()", max_size=80), st.booleans())
def test_readings_keep_the_parties(text: str, korean: bool) -> None:
    first, *others = list(readings(text, korean)) or [text]
    assert all(set(r) & {"\ue000", "\ue001"} <= set(text) for r in (first, *others))


def test_no_frame_is_without_the_words_that_call_it() -> None:
    """A frame whose kind has no call would never be tried."""
    for groups, *_ in FRAMES.values():
        assert all(g.frames for g in groups) and len({f.kind for g in groups for f in g.frames}) == len(groups) == 10
