"""Bytes to text: what the bytes themselves say comes before what the page declares."""

from __future__ import annotations

import codecs
import re

BINARY = "received binary data, not text: save the text, or the page as HTML"
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
         (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"PAR1", b"SQLite format",
          b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf", b"RIFF", b"OggS", b"ID3")  # fmt: skip
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_TWICE = re.compile("[ìíëê][\u0080-ÿŒœŠšŽžŸƒˆ˜–-”†‡•…‰‹›€™]")
_SAME = {"euc-kr": "cp949", "euckr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "korean": "cp949",
         "ms949": "cp949", "uhc": "cp949", "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252",
         "us-ascii": "cp1252", "ascii": "cp1252", "utf8": "utf-8"}  # fmt: skip


def decode(data: bytes, declared: str | None = None) -> str:
    """Text of UTF-8, CP949/EUC-KR, UTF-16, Windows-1252 or the declared encoding; ValueError for what is no text."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _text(data[len(bom) :].decode(name, "replace"))
    if data.startswith(_MAGIC):
        raise ValueError(BINARY)
    if b"\x00" in data[:4096]:
        return _text(data.decode(_utf16_without_mark(data), "replace"))
    try:
        return _text(_undo_twice(data.decode("utf-8")))
    except UnicodeDecodeError as error:
        if error.end >= len(data) - 3 and error.reason == "unexpected end of data":  # cut in the middle of a letter
            return _text(data[: error.start].decode("utf-8"))
    named = declared or (m[1].decode("ascii") if (m := _DECLARED.search(data[:2048])) else "")
    named = _SAME.get(named.lower(), named.lower())
    for name in _order(data, named):
        try:
            return _text(data.decode(name))
        except (UnicodeDecodeError, LookupError):
            continue
    return _text(
        min((data.decode(n, "replace") for n in ("utf-8", "cp949", "cp1252")), key=lambda t: t.count("\ufffd"))
    )


def _order(data: bytes, named: str) -> list[str]:
    """Korean comes in runs of two bytes and more; a lone high byte is a Western accent, dash or quotation mark."""
    runs = _HIGH_RUN.findall(data[:100_000])
    pairs = sum(len(r) >= 2 for r in runs)
    order = ["cp949", "cp1252"] if 2 * pairs > len(runs) else ["cp1252", "cp949"]
    return order if named in ("", "utf-8", "cp949", "cp1252") else [named, *order]


def _utf16_without_mark(data: bytes) -> str:
    even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
    if len(data) >= 4 and max(even, odd) > len(data[:4096]) // 20 and min(even, odd) * 10 <= max(even, odd):
        return "utf-16-be" if even > odd else "utf-16-le"
    raise ValueError(BINARY)


def _undo_twice(text: str) -> str:
    """UTF-8 that some earlier hand read as Windows-1252 and wrote as UTF-8 again."""
    if len(_TWICE.findall(text[:4000])) < 4:
        return text
    for name in ("cp1252", "latin-1"):
        try:
            return text.encode(name).decode("utf-8")
        except UnicodeError:
            continue
    return text


def _text(text: str) -> str:
    text = text.removeprefix("\ufeff")
    if len(_CONTROL.findall(text[:4096])) * 20 > len(text[:4096]):
        raise ValueError(BINARY)
    return text


def refuse_binary(head: bytes) -> None:
    """ValueError where the first bytes of a file of lines are of no text."""
    if head.startswith(_MAGIC) or len(_CONTROL.findall(head.decode("latin-1"))) * 20 > len(head):
        raise ValueError(BINARY)
