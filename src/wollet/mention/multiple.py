"""English multiples told in a word: doubled, tripled, twice, threefold, halved; double-digit is from 10 up to 100."""

from __future__ import annotations

from decimal import Decimal

from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.part import Part
from wollet.mention.units import Unit

WORDS: dict[str, Decimal] = {
    "double": Decimal(2), "doubled": Decimal(2), "doubles": Decimal(2), "doubling": Decimal(2), "twofold": Decimal(2),
    "twice": Decimal(2), "triple": Decimal(3), "tripled": Decimal(3), "triples": Decimal(3), "tripling": Decimal(3),
    "threefold": Decimal(3), "thrice": Decimal(3), "quadruple": Decimal(4), "quadrupled": Decimal(4), "fourfold": Decimal(4),
    "fivefold": Decimal(5), "sixfold": Decimal(6), "tenfold": Decimal(10), "quintupled": Decimal(5),
    "halved": Decimal("0.5"), "halving": Decimal("0.5"), "halves": Decimal("0.5"),
}  # fmt: skip
VERBS = frozenset(("doubled", "tripled", "quadrupled", "quintupled", "halved"))
ROUNDLY = Decimal("0.15")
"""Share of its value to which such a verb is exact: sales that grew 1.9 or 2.2 times have "doubled"."""
PLACES = {"single": (Decimal(1), Decimal(10)), "double": (Decimal(10), Decimal(100)), "triple": (Decimal(100), Decimal(1000))}
HEADS: frozenset[str] = frozenset((*WORDS, "single"))
_WORD = re.compile(r"[A-Za-z]+")
_PLACES = re.compile(r"(single|double|triple)[ -]digits?(?: percent(?:age)?s?)?(?![a-z])", re.I)
_OTHER = re.compile(r"[ -](?:down|bottom|top|check|jeopardy|dip|blow|whammy|edged|click|(?-i:[ABC](?![A-Za-z]))|room|witching|play|counting|standard)|(?<=halving)[ -](?:event|cycle|in|is|of the|comes|took)", re.I)


def read(text: str, at: int) -> Part | None:
    """The multiple whose word begins at `at`."""
    m = _WORD.match(text, at)
    if m is None or m[0].lower() not in HEADS:
        return None
    if places := _PLACES.match(text, at):
        low, high = PLACES[places[1].lower()]
        return Part(at, places.end(), low, Decimal(1), high - low, Unit("percent", "percent"), bin="places", letters=True)
    value = WORDS.get(m[0].lower())
    if value is None or _OTHER.match(text, m.end()):
        return None
    step = value * ROUNDLY if m[0].lower() in VERBS else Decimal("0.1") if value != Decimal("0.5") else Decimal("0.05")
    return Part(at, m.end(), value, step, step, Unit("number", "ratio"), letters=True)


EXAMPLES = (
    reads("en", "number", {"low": "2", "unit": "ratio"}, "Sales {doubled} to $4 million", "volume was {twice} its average"),
    reads("en", "number", {"low": "2", "high": None, "hedge": "more_than"}, "Profit {more than doubled} in the year"),
    reads("en", "number", {"low": "2", "interval.low": "1.85", "interval.high": "2.15"}, "Sales {doubled} in the year"),
    reads("en", "number", {"low": "2", "interval.low": "1.7", "interval.high": "2"}, "Sales {nearly doubled} in the year"),
    reads("en", "number", {"low": "3", "unit": "ratio"}, "a {threefold} increase"),
    reads("en", "percent", {"low": "10", "high": "100", "hedge": "range"}, "a {double-digit} sales decline"),
    ignores("en", "number", "the {double-dip} recession", "shares {double bottomed}"),
)
