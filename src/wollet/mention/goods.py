"""Commodities by their bare words where the words around speak of a price: "gold climbed", "oil to $70", 국제유가."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from wollet.mention import edges
from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.listed import mention
from wollet.mention.support import EN_VERB
from wollet.model.article import Lang
from wollet.model.mention import Mention

_IDS = {
    "gold": ("COMDTY:GOLD",), "bullion": ("COMDTY:GOLD",), "silver": ("COMDTY:SILVER",), "copper": ("COMDTY:COPPER",),
    "oil": ("COMDTY:WTI", "COMDTY:BRENT"), "crude": ("COMDTY:WTI", "COMDTY:BRENT"), "crude oil": ("COMDTY:WTI", "COMDTY:BRENT"),
    "natural gas": ("COMDTY:NATGAS",), "platinum": ("COMDTY:PLATINUM",), "palladium": ("COMDTY:PALLADIUM",),
    "국제유가": ("COMDTY:WTI", "COMDTY:BRENT"), "국제 유가": ("COMDTY:WTI", "COMDTY:BRENT"), "유가": ("COMDTY:WTI", "COMDTY:BRENT"),
}  # fmt: skip
_WORD = r"(?P<w>[Gg]old|[Bb]ullion|[Ss]ilver|[Cc]opper|[Cc]rude [Oo]il|[Cc]rude|[Oo]il|[Nn]atural [Gg]as|[Pp]latinum|[Pp]alladium)"
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[a-z]+-month"
EN = re.compile(
    rf"(?<![A-Za-z-]){_WORD}(?:(?P<noun> (?:prices?|futures))|(?= (?:also |then |later |again |has |had )?(?:{EN_VERB[3:-1]}|pulled back|settled|hovered|held|holds|steadied|eased|traded)\b)"
    rf"|(?= (?:to|at|above|below|near|past|over|under) (?:a |an |its |about )?(?:record|\$|[a-z]+ (?:weekly|daily|monthly) ))|(?=['’]s\s(?:[a-z]+\s)?\d[\d.]*%)|(?=:\s(?:UP|DOWN|\$))|(?= (?:futures )?for (?:{_MONTHS})(?:[a-z]*\.?) (?:delivery|settlement)))(?![A-Za-z-])"
)
@cache
def _words() -> Callable[[str], list[tuple[int, int, int]]]:
    """The finder of the bare words, in small letters."""
    return edges.automaton(w for w in _IDS if w.isascii())


_GRADED = re.compile(r"(?:Sea|Intermediate|Brent|Texas) $")
KO = re.compile(r"(?<![가-힣])(?:국제\s?유가|유가(?=[는가의도를]|\s?(?:상승|하락|급등|급락|강세|약세)))")


def find(level: str, small: str, lang: Lang) -> list[Mention]:
    """Commodities named by a bare word, in order; crude oil without its grade leaves two open.  `small` is the text in small letters."""
    out = []
    if lang == "ko":
        return [mention(m.start(), m.end(), _IDS["국제유가"], lang, "commodity in context") for m in KO.finditer(level)]
    for _, at, _ in _words()(small):
        m = EN.match(level, at)
        if m is None:
            continue
        ids = _IDS[m["w"].lower()]
        if (m["noun"] and len(ids) == 1) or _GRADED.search(level, m.start() - 12, m.start()):
            continue
        out.append(mention(m.start(), m.end(), ids, lang, "commodity in context"))
    return out


EXAMPLES = (
    reads("en", "instrument", {"symbol": "GOLD"}, "{Gold} climbed 2% on Friday.", "{Gold} for April delivery settled 1% higher.", "The news sent {gold} to a record."),
    reads("en", "instrument", {"symbol": "WTI"}, "{Oil} fell 3% after the report.", "{Oil prices} rose 1%."),
    reads("ko", "instrument", {"symbol": "WTI"}, "{국제유가}는 3% 올랐다"),
    ignores("en", "instrument", "She won a {gold} medal.", "{Oil} producers met.", "a {gold-plated} offer"),
    ignores("ko", "instrument", "{유가증권} 신고서", "{유가족}은 말했다"),
)
