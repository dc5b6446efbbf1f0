"""A pattern that knows the characters its matches begin with finds what `re` finds: the same matches with the same groups."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wollet.verify.check  # every reader of prose is loaded with it  # noqa: F401
from wollet import samples
from wollet.mention import anchored, firsts, unhurried

CASES = (
    (r"\b(?:rose|fell|[sk]lid)\b", re.IGNORECASE),
    (r"(?<![a-z])(?:a\s)?(?P<n>\d+|two)[- ](?:day|week)", re.IGNORECASE),
    (r"(?=[ab])\w+(?!\w)", 0),
    (r"(?!an?\b)(?=(?:at|in) )[^.]{2,5}", 0),
    (r"(?:,\s?)?(?:and|or)\s$", re.MULTILINE),
    (r"^\s?rose|^fell", re.MULTILINE),
    (r"(?:(?i:Rose)|(?-i:Fell))\b", re.IGNORECASE),
    (r"(?P<q>[\"'])?rose(?(q)(?P=q)|!)", 0),
    (r"(?>ros|fel)[el]|지난\s?(?:해|달)|[가-나]{2}", re.IGNORECASE),
    (r"(?:[0-9]+|x)*?rose|É", re.IGNORECASE),
)
PIECES = st.sampled_from(
    ("a ", "A\n", "rose", "ROSE", "fell", " Fell", "slid", "\u017flid", "\u212aLID", "3", "１", "-", "day", "Week", "two ", "\u00a0", "at ", "in ",
     ", ", "and ", "or\n", "\"", "'", "!", "x", "지난", " 해", "달", "가", "나", "é", "É", "İ", "ı", "😀", "")
)  # fmt: skip


def told(matches) -> list:
    return [(m.span(), m.groups(), m.lastgroup) for m in matches]


@pytest.mark.parametrize(("quick", "plain"), [(firsts.compiled(*case), re.compile(*case)) for case in CASES])
@given(pieces=st.lists(PIECES, max_size=14), cut=st.tuples(st.integers(0, 9), st.integers(0, 40)))
@settings(max_examples=200, deadline=None)
def test_finds_what_re_finds(quick, plain, pieces, cut):
    text = "".join(pieces)
    assert told(quick.finditer(text)) == told(plain.finditer(text))
    one, other = quick.search(text, *cut), plain.search(text, *cut)
    assert (one and (one.span(), one.groupdict())) == (other and (other.span(), other.groupdict()))
    assert quick.sub("<>", text) == plain.sub("<>", text) and quick.split(text) == plain.split(text)
    assert quick.groupindex == plain.groupindex and quick.flags == plain.flags and quick.pattern == plain.pattern


def in_use() -> list[tuple[str, int]]:
    """The source and flags of every pattern of the readers that waits for its first use."""
    modules = [vars(m) for name, m in list(sys.modules.items()) if name.startswith(("wollet.claim", "wollet.mention"))]
    found = {(v.pattern, v.flags) for m in modules for v in m.values() if isinstance(v, unhurried._Waiting)}
    return sorted(found | {(p.pattern, p._flags) for p in anchored._REGISTERED})


def test_the_patterns_of_the_readers_lose_nothing_of_the_samples():
    texts = [p.read_text(encoding="utf-8") for p in sorted(Path(samples.__file__).parent.joinpath("articles").iterdir()) if p.is_file()]
    told_apart = 0
    for source, flags in in_use():
        quick, plain = firsts.compiled(source, flags), re.compile(source, flags)
        told_apart += firsts._firsts(firsts._parser.parse(source, flags), plain.flags) is not None
        for text in texts:
            assert told(quick.finditer(text[:4000])) == told(plain.finditer(text[:4000])), source
    assert told_apart > 200


def test_letters_of_either_case_are_those_of_re():
    letter = re.compile("[a-z]", re.IGNORECASE)
    for x in map(chr, filter(lambda code: letter.match(chr(code)), range(sys.maxunicode + 1))):
        of = [c for c in map(chr, range(ord("a"), ord("z") + 1)) if re.match(c, x, re.IGNORECASE)]
        assert of == [c for c in map(chr, range(ord("a"), ord("z") + 1)) if x in firsts.CASED.get(c, c + c.upper())], x


def test_a_mistake_in_a_pattern_is_told_as_re_tells_it():
    with pytest.raises(re.error, match="unterminated"):
        firsts.compiled("(a")


@given(pieces=st.lists(PIECES, min_size=1, max_size=8))
@settings(max_examples=200, deadline=None)
def test_the_branches_that_can_begin_with_a_letter_match_as_all_do(pieces):
    text = "".join(pieces)
    for source, flags in CASES:
        plain, by = re.compile(source, flags), firsts.ByFirst(firsts._parser.parse(source, flags), flags, source)
        for at, first in enumerate(text):
            one, other = by[first] and by[first](text, at, len(text)), plain.match(text, at)
            assert (one and (one.span(), one.groups(), one.lastindex)) == (other and (other.span(), other.groups(), other.lastindex)), source
