"""A pattern searched from its words finds what `re` finds: the same matches with the same groups."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wollet.claim.family  # the families compile their patterns  # noqa: F401
from wollet.claim import cues, extreme_words, horizon_words, streak_words
from wollet.mention import anchored
from wollet.mention.anchored import SHORT, Anchored

PADDING = " ·" * SHORT
CASES = (
    (r"(?:a\s)?\b(?:record|52-week) (?:high|low)s?\b", re.IGNORECASE),
    (r"(?P<n>\d{1,3}|two|three)[- ](?:straight|consecutive) (?:gain|loss)", re.IGNORECASE),
    (r"(?:(?:지난해|올해)\s?)?(?:\d{1,2}월\s?)?이후\s?(?P<what>최고|최저)", 0),
    (r",?\s(?:while|but)\s|[;:]\s", 0),
    (r"(?<!not )ros[ei]|fell(?! short)", 0),
)
PIECES = st.sampled_from(
    ("a ", "A\n", "record", "52-WEEK", " high", " lows", "3", "１２", "two", "-", " ", "\u00a0", "\t", "straight", "consecutive ", "gain",
     "지난해", " 12월", "이후 ", "최고", "최저", ", ", "while", "But", "; ", "not ", "rose", "rosi", "fell", " short", "İ", "ſ", "\u212a", "😀", "\x1f")
)  # fmt: skip


def told(matches) -> list:
    return [(m.span(), m.groupdict(), m.lastgroup) for m in matches]


@pytest.mark.parametrize(("fast", "plain"), [(Anchored(*case), re.compile(*case)) for case in CASES])
@given(pieces=st.lists(PIECES, max_size=30), cut=st.tuples(st.integers(0, 40), st.integers(0, 900)))
@settings(max_examples=150, deadline=None)
def test_finds_what_re_finds(fast, plain, pieces, cut):
    text = "".join(pieces) + PADDING
    assert told(fast.finditer(text)) == told(plain.finditer(text))
    assert told(fast.finditer(text, *cut)) == told(plain.finditer(text, *cut))
    one, other = fast.search(text, *cut), plain.search(text, *cut)
    assert (one and one.span()) == (other and other.span())


LISTS = {
    "movement": cues.MOVE["en"], "basis": cues.BASIS["en"], "bases": cues.BASIS["ko"], "stretch": horizon_words.EN,
    "record": extreme_words.EN, "records": extreme_words.KO, "streak": streak_words.EN, "runs": streak_words.KO,
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_the_lists_of_the_families_lose_nothing(name):
    fast = LISTS[name]
    flags = re.IGNORECASE if re.search("[a-z]{4}", "".join(fast.words)) else 0
    plain = re.compile(fast.pattern, flags)
    words = [*fast.words, "the 3", "past ", "2024년 ", "3", "third ", "years", "high", "로 ", "기록", "3거래일 "]
    text = "".join(f"third straight {a}{gap}{b}, 3일 {b} " for a in words for b in words[::7] for gap in ("", " ", "-"))
    text += "a record high; its biggest gain since May."
    found = told(fast.finditer(text))
    assert found == told(plain.finditer(text))
    assert found


def test_a_pattern_without_a_word_is_searched_all_the_same():
    text = "one, two" + PADDING
    assert told(Anchored(r"\w+").finditer(text)) == told(re.finditer(r"\w+", text))


def test_words_across_pieces_of_a_long_text():
    fast = Anchored(r"ros[ei]")
    text = "x" * (anchored.PIECE - 2) + "rose" + "y" * anchored.PIECE + "rosi"
    assert [m.span() for m in fast.finditer(text)] == [m.span() for m in re.finditer(r"ros[ei]", text)]
