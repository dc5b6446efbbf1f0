"""Other readers of numbers and dates, each as a function of a text, where it installs."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

Reader = Callable[[str], Any]


def duckling(lang: str) -> Reader:
    """Duckling (Haskell) through its native Python wheel: all dimensions that a market text needs."""
    import duckling as wheel

    zones = wheel.load_time_zones("/usr/share/zoneinfo")
    context = wheel.Context(wheel.parse_ref_time(zones, "UTC", 1_707_868_800), wheel.default_locale_lang(wheel.parse_lang(lang.upper())))
    kinds = wheel.parse_dimensions(["amount-of-money", "number", "ordinal", "duration", "time", "quantity"])
    return lambda text: wheel.parse(text, context, kinds, False)


def quantulum3(lang: str) -> Reader:
    """quantulum3: numbers with units, English only."""
    if lang != "en":
        raise LookupError("reads no Korean")
    from quantulum3 import parser

    return parser.parse


def dateparser(lang: str) -> Reader:
    """dateparser's search: dates alone."""
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=[lang])


def spacy(lang: str) -> Reader:
    """spaCy's small English pipeline, whose entities name money, percents and dates but give no values."""
    if lang != "en":
        raise LookupError("the small model is English")
    import spacy as library

    try:
        return library.load("en_core_web_sm")
    except OSError:
        raise LookupError("its model is not installed: python -m spacy download en_core_web_sm") from None


PEERS: dict[str, Callable[[str], Reader]] = {
    "Duckling": duckling, "quantulum3": quantulum3, "dateparser": dateparser, "spaCy en_core_web_sm": spacy,
}  # fmt: skip


def reader(name: str, lang: str) -> tuple[Reader | None, str]:
    """(the reader, "") or (None, why it does not run)."""
    warnings.simplefilter("ignore")
    try:
        return PEERS[name](lang), ""
    except LookupError as error:
        return None, str(error.args[0])
    except ImportError as error:
        return None, f"is not installed ({error})"
    except Exception as error:
        return None, f"does not start ({type(error).__name__}: {error})"
