"""The commands as Python functions: `wollet.check`, `read`, `mentions`, `brief`, `replay`, `parse`."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wollet.face.results import Report
from wollet.model.article import Article, Failure
from wollet.model.claim import Claim
from wollet.model.market import MarketData
from wollet.model.mention import Mention

if TYPE_CHECKING:
    from wollet.brief.programme import Programme

__all__ = ["Report", "brief", "check", "mentions", "parse", "read", "replay"]

Text = str | Article
Folder = str | Path | None
Time = str | dt.date | None


def check(
    text: Text | Iterable[Text | Failure],
    *,
    published: Time = None,
    lang: str | None = None,
    data: Folder | MarketData = None,
    hindsight: bool = False,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
) -> Report:
    """Check every statement of a text, or of many, against market data.

    `text` is a text, used exactly as it is, an article, or any number of both: `wollet.check(wollet.read("drafts/"))`.
    `published` is the publication time: what became known later is not used, unless `hindsight`.  A naive time is in the
    zone of the language, a date alone the end of that day; None takes this moment.  `data` is the folder of a market
    store (else $WOLLET_DATA, else the sample inside the package) or market data of your own.  `select` and `ignore`
    name families by code.  ValueError says in one line which option could not be used.
    """
    from wollet.verify.check import check as checked
    from wollet.verify.select import families_named, narrowed

    wanted, unwanted = (families_named([x] if isinstance(x, str) else x) for x in (select, ignore))
    market = _market(data)
    articles, errors = [], []
    for item in [text] if isinstance(text, str | Article) else text:
        if isinstance(item, Failure):
            errors.append(item)
            continue
        article = item if isinstance(item, Article) else _article(item, published, lang)
        articles.append(narrowed(checked(article, market, hindsight=hindsight), wanted, unwanted))
    return Report(articles=tuple(articles), errors=tuple(errors), market=market)


def read(
    inputs: str | Path | Iterable[str | Path], *, published: Time = None, lang: str | None = None
) -> Iterator[Article | Failure]:
    """The articles of files, folders and web addresses, without what surrounds them on their pages.

    What cannot be read comes as a `Failure` in its place, and the rest still follows.
    """
    from wollet.read import read as found

    names = [inputs] if isinstance(inputs, str | Path) else inputs
    return found((str(x) for x in names), published=published, lang=lang)


def mentions(text: Text, *, published: Time = None, lang: str | None = None) -> tuple[Mention, ...]:
    """The numbers, dates, names and words of meaning in a text, in text order."""
    from wollet.mention import find

    return find(text if isinstance(text, Article) else _article(text, published, lang))


def brief(
    inputs: str | Path | Iterable[str | Path] | Report,
    *,
    out: str | Path | None = None,
    lang: str = "both",
    date: dt.date | None = None,
    data: Folder | MarketData = None,
) -> Programme:
    """The day's programme of some articles, checked and told as trends; with `out`, its files are written there.

    `inputs` are files, folders and web addresses, or a report of `check`.  `lang` is "ko", "en" or "both".
    """
    from wollet.brief.programme import programme

    if lang not in ("ko", "en", "both"):
        raise ValueError(f'received lang {lang!r}: a briefing is told in "ko", "en" or "both"')
    found = inputs if isinstance(inputs, Report) else check(read(inputs), data=data)
    market = found.market or _market(data)
    if not found.articles:
        raise ValueError("received no article: nothing to tell")
    day = programme(found.articles, market, langs=("ko", "en") if lang == "both" else (lang,), date=date)
    if out is not None:
        from wollet.brief import write

        write(day, market, Path(out))
    return day


def replay(report: Report | dict[str, Any] | str | bytes | Path) -> list[str]:
    """Recompute every verdict of a report from its own proof: one line for each that does not come out again.

    Takes a report of `check`, its dictionary, its JSON or a path to it.
    """
    import msgspec

    from wollet.verify.replay import replay as again

    if isinstance(report, Report):
        return again(report.to_dict())
    if isinstance(report, dict):
        return again(report)
    document: dict[str, Any] = msgspec.json.decode(report.read_bytes() if isinstance(report, Path) else report)
    return again(document)


def parse(canonical: str) -> Claim:
    """A claim from its canonical form; ValueError where the words are not of the claim language."""
    from wollet.claim import parse as parsed

    return parsed(canonical)


def _article(text: str, published: Time, lang: str | None) -> Article:
    from wollet.read import from_text

    return from_text(text, published=published, lang=lang)


def _market(data: Folder | MarketData) -> MarketData:
    if data is not None and not isinstance(data, str | Path):
        return data
    chosen = str(data) if data is not None else os.environ.get("WOLLET_DATA") or None
    if chosen is not None and not Path(chosen).is_dir():
        raise ValueError(f"{chosen}: no such data folder: make one with wollet data import, or leave it out")
    return _opened(chosen)


@lru_cache(maxsize=4)
def _opened(folder: str | None) -> MarketData:
    from wollet.market import open_market

    return open_market(folder)
