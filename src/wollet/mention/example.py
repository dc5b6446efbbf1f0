"""Examples beside the rules: spellings that read alike, and near misses that must not be read.

A kind module lists them as `EXAMPLES`; one runner tries them all.  Braces mark the expression: "엔비디아는 {0.2%} 내린".
Without braces the whole text is the expression (of `reads`), or nothing anywhere in it may be read (of `ignores`).
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

import msgspec

from wollet.model.article import ZONE, Article, Lang
from wollet.model.mention import Mention

NOW = dt.datetime(2024, 2, 14, 8, 12)


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """Texts whose marked expression has one reading; with `want` None, texts in which `kind` must not be read there.

    `want` maps attributes of the mention's value (dotted: "interval.low") to what is expected, as text or as the object
    itself; figures are compared as decimals, dates as ISO text.
    """

    lang: Lang
    kind: str
    texts: tuple[str, ...]
    want: dict[str, object] | None = None
    published: dt.datetime | None = None


def reads(lang: Lang, kind: str, want: dict[str, object], *texts: str, published: dt.datetime | None = None) -> Example:
    """Each text's marked expression is one mention of this kind, over exactly that span, with these values."""
    return Example(lang=lang, kind=kind, texts=texts, want=want, published=published)


def ignores(lang: Lang, kind: str, *texts: str, published: dt.datetime | None = None) -> Example:
    """No mention of this kind ("" for any numeric kind) touches the marked span."""
    return Example(lang=lang, kind=kind, texts=texts, published=published)


def article_of(example: Example, text: str) -> tuple[Article, int, int]:
    """The article that an example's text stands for, and the marked span in it."""
    start, end = text.find("{"), text.find("}") - 1
    plain = text.replace("{", "").replace("}", "")
    if start < 0:
        start, end = 0, len(plain)
    published = example.published or NOW
    if published.tzinfo is None:
        published = published.replace(tzinfo=ZoneInfo(ZONE[example.lang]))
    return Article(id="example", text=plain, published=published, lang=example.lang), start, end


def differences(example: Example, mention: Mention) -> list[str]:
    """The attributes of a mention's value that are not as the example wants them."""
    out = []
    for path, want in (example.want or {}).items():
        got: object = mention.value
        for part in path.split("."):
            got = getattr(got, part)
        if not _same(want, got):
            out.append(f"{path}: wanted {want!r}, read {got!r}")
    return out


def _same(want: object, got: object) -> bool:
    if want is None or got is None:
        return want is got
    if isinstance(got, Decimal):
        return Decimal(str(want)) == got
    if isinstance(got, (dt.date, dt.time)):
        return str(want) == got.isoformat()
    if isinstance(got, tuple) and isinstance(want, (tuple, list)):
        return tuple(want) == got
    return want == got or (isinstance(want, str) and want == str(got))
