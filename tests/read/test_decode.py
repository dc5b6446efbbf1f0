"""Bytes to text: the bytes' own word goes before the page's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wollet.read.decode import decode

KOREAN = "엔비디아는 12일 0.16% 오른 722.48달러에 거래를 마쳤다. 시가총액은 1조7천845억달러였다.\n" * 3
ENGLISH = "Nvidia’s shares rose 0.16% – “a pause” – to $722.48. Café stocks fell.\n" * 3


@pytest.mark.parametrize("declared", [None, "utf-8", "euc-kr", "iso-8859-1", "nonsense"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "euc-kr", "utf-16", "utf-16-le", "utf-16-be"])
def test_korean_whatever_is_declared(encoding: str, declared: str | None) -> None:
    if declared == "iso-8859-1" and encoding in ("cp949", "euc-kr"):
        declared = None  # a single-byte claim about two-byte text is told apart below
    assert decode(KOREAN.encode(encoding), declared) == KOREAN


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1"])
def test_english_quotation_marks_and_dashes(encoding: str, declared: str | None) -> None:
    assert decode(ENGLISH.encode(encoding), declared) == ENGLISH


def test_single_byte_claim_about_korean() -> None:
    assert decode(KOREAN.encode("cp949"), "iso-8859-1") == KOREAN


def test_declared_in_the_page() -> None:
    page = '<html><head><meta charset="shift_jis"></head><body>日経平均は大きく値上がりしました。</body></html>'
    assert "日経平均" in decode(page.encode("shift_jis"))


def test_read_wrongly_once_already() -> None:
    assert decode(KOREAN.encode().decode("latin-1").encode()) == KOREAN


def test_a_cut_inside_a_letter_loses_that_letter_alone() -> None:
    whole = KOREAN.rstrip(".\n")
    assert decode(whole.encode()[:-1]) == whole[:-1]


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 abc", b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04rest", bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 99, b"\x7fELF\x02\x01"]
)
def test_binaries_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="binary"):
        decode(data)


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "cp949", "x-none"]))
def test_any_bytes_are_text_or_are_refused(data: bytes, declared: str | None) -> None:
    try:
        assert isinstance(decode(data, declared), str)
    except ValueError as error:
        assert "binary" in str(error)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_utf8_is_always_itself(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text.removeprefix("\ufeff")
