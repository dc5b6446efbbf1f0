"""Currency pairs at the beginning of a line, where they stand with a capital: "Euro/dollar: DOWN at $1.0710"."""

from __future__ import annotations

from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.listed import mention
from wollet.model.article import Lang
from wollet.model.mention import Mention

_IDS = {
    ("euro", "dollar"): "FX:EUR/USD", ("pound", "dollar"): "FX:GBP/USD", ("sterling", "dollar"): "FX:GBP/USD", ("aussie", "dollar"): "FX:AUD/USD",
    ("dollar", "yen"): "FX:USD/JPY", ("dollar", "won"): "FX:USD/KRW", ("dollar", "yuan"): "FX:USD/CNY", ("dollar", "franc"): "FX:USD/CHF",
}  # fmt: skip
_PAIR = re.compile(r"(?<![A-Za-z/-])(?P<a>Euro|Pound|Sterling|Dollar|Aussie)[/-](?P<b>dollar|yen|won|yuan|franc)(?![A-Za-z/-])")

_MARKS = tuple(joint + to for joint in "/-" for to in ("dollar", "yen", "won", "yuan", "franc"))


def find(level: str, lang: Lang) -> list[Mention]:
    """Pairs named so, in order."""
    if lang != "en" or not any(mark in level for mark in _MARKS):
        return []
    found = ((m, _IDS.get((m["a"].lower(), m["b"]))) for m in _PAIR.finditer(level))
    return [mention(m.start(), m.end(), (id,), lang, "currency pair") for m, id in found if id is not None]


EXAMPLES = (
    reads("en", "instrument", {"symbol": "EUR/USD"}, "{Euro/dollar}: DOWN at $1.0710 from $1.0772", "{Euro-dollar} slipped 0.2%."),
    reads("en", "instrument", {"symbol": "USD/JPY"}, "{Dollar/yen}: UP at 150.80 yen"),
    ignores("en", "instrument", "a {Euro-dollar-based} fund", "{Dollar-won-yen} swaps"),
)
