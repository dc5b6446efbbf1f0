"""English counts of a market's shares: advancers against decliners as a ratio, new highs and lows, sectors of an index."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from wollet.claim.frames import Frame, Frames
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Direction

WORDS = {w: i for i, w in enumerate("no one two three four five six seven eight nine ten eleven twelve".split())}
N = rf"(?:\d[\d,]*|{'|'.join(WORDS)}|all)"
OUTNUMBER = Anchored(r"\b(?:(?P<up>[Aa]dvanc(?:ing|ers)|[Gg]ainers|[Rr]isers)|(?P<down>[Dd]eclin(?:ing|ers)|[Ll]osers|[Ff]allers|[Ff]alling))\b[^.;]{0,40}\boutnumber\w*\b")
RATIO = re.compile(r"\d+(?:\.\d+)?[- ]?(?:to|for)[- ](?:1|one)\b(?:\sratio)?")
EXTREMES = Anchored(rf"\b(?P<n>{N})\s(?:new\s)?(?:52-week\s|one-year\s|all-time\s)?(?P<what>highs|lows)\b", re.IGNORECASE)
RECORDED = re.compile(r"\b(?:record(?:ed|ing)|post(?:ed|ing)|notch(?:ed|ing)|saw|registered|marked)\b[^.;]*$")
SECTORS = Anchored(
    rf"\b(?P<n>{N})\s(?:out\s)?of\s(?:the\s)?(?:[A-Z][\w&.]*['’]s\s)?(?:\d{{1,4}}|ten|eleven|thirty)\s(?:[\w&.’'-]+\s){{0,4}}?(?:sectors?|(?:industry\s)?groups|sub-?indexes|components|members|stocks|constituents)"
    r"(?=(?:\s(?:in|on|of)\s(?:the\s)?[A-Z][\w&]*(?:\s[A-Z0-9]\w*){0,2})?,?\s(?:were\s|was\s|are\s|ended\s|closed\s|finished\s|traded\s|also\s)*(?:(?P<up>rose|rising|advanced|gained|climbed|higher|up|in the green|positive)|(?P<down>fell|falling|declined|lost|slid|dropped|lower|down|in the red|negative))\b)",
    re.IGNORECASE,
)
"""Sectors or members of an index that went one way: "Nine of the 11 S&P sectors ended higher"."""
SIDES = Anchored(
    r"\b(?P<n>\d[\d,]*)\s(?:stocks|issues|shares|companies|names)\s(?:(?P<up>rose|advanced|gained|climbed)|(?P<down>fell|declined|dropped))(?:\sand\s(?P<n2>\d[\d,]*)\s(?:stocks\s|issues\s)?(?:rose|advanced|gained|fell|declined|dropped))?\b"
)
"""Shares of a market that rose, and those that fell: "1,912 stocks rose and 2,331 fell"."""
OF_GROUP = Anchored(
    rf"\b[Oo]f (?:the )?(?P<all>{N}) [^.;\n]{{3,60}}?, (?P<n>{N}) (?:of them )?(?:(?P<up>rose|advanced|gained|climbed|were (?:up|higher)|ended higher|finished higher)|(?P<down>fell|declined|lost|slid|dropped|were (?:down|lower)|ended lower|finished lower))\b"
)


class Count(msgspec.Struct, frozen=True):
    """A count or a ratio of shares that went one way."""

    frame: Frame
    n: Decimal
    unit: str
    direction: Direction


def counts(frames: Frames) -> Iterator[Count]:
    """The counts of an English text, in the order of their kinds."""
    text = frames.text
    for m in OUTNUMBER.finditer(text):
        sentence = frames.sentence_at(m.start())
        for r in RATIO.finditer(text, m.end(), sentence.end):
            ratio = Decimal(re.match(r"[\d.]+", r[0])[0])  # type: ignore[index]
            yield Count(frames.at(r.start(), r.end()), ratio, "ratio", "up" if m["up"] else "down")
    for m in EXTREMES.finditer(text):
        sentence = frames.sentence_at(m.start())
        if RECORDED.search(text, sentence.start, m.start()) is not None and (n := number(m["n"])) is not None:
            yield Count(frames.at(m.start(), m.end()), n, "count", "up" if m["what"].lower() == "highs" else "down")
    for m in SIDES.finditer(text):
        up: Direction = "up" if m["up"] else "down"
        for name, way in (("n", up), ("n2", "down" if up == "up" else "up")):
            if m[name] and (n := number(m[name])) is not None:
                yield Count(frames.at(m.start(name), m.end(name)), n, "count", way)
    for m in SECTORS.finditer(text):
        if (n := number(m["n"])) is not None:
            yield Count(frames.at(m.start(), m.end()), n, "count", "up" if m["up"] else "down")
    for m in OF_GROUP.finditer(text):
        n = number(m["all"] if m["n"].lower() == "all" else m["n"])
        if n is not None:
            yield Count(frames.at(m.start(), m.end()), n, "count", "up" if m["up"] else "down")


def number(word: str) -> Decimal | None:
    """A number in figures or letters."""
    word = word.lower()
    if word in WORDS:
        return Decimal(WORDS[word])
    return Decimal(word.replace(",", "")) if word[0].isdigit() else None
