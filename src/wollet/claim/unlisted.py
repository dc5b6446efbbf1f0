"""Moves told in English of what is no instrument of the reference: sectors and their gauges, foreign or small shares.

They stand before the word of movement ("the KBW Regional Banking index fell 2%", "shares of Acme rose 4%") or behind a
noun of it ("a 5% plunge in Acme"), are kept under the name that the text gives them, and are never decided.
"""

from __future__ import annotations

from wollet.claim import horizons, unnamed
from wollet.claim.cues import EN_DOWN, EN_UP
from wollet.claim.frames import Frame, Frames
from wollet.claim.role_words import FOLLOWED, FOREIGN, TO_AMOUNT
from wollet.claim.roles import role
from wollet.claim.strangers import SECTOR
from wollet.claim.unnamed import Move
from wollet.mention import unhurried as re
from wollet.model.claim import Subject

CODE = r"(?:\s?\.[A-Z]{2,8}|(?:\s|(?<=[a-z]))[A-Z]{1,5}\.(?:N|O|OQ|K|A|P|L|DE|PA|TO|HK|T)\b|\s?\((?:[A-Za-z]+\s?:\s?)?[A-Z.]{1,6}\))"
SOLD = re.compile(r"([A-Z]{1,5})\.(?:N|O|OQ|K|A|P)\b|\((?:NYSE|NASDAQ|Nasdaq)\s?:\s?([A-Z.]{1,6})\)|(?<![A-Za-z0-9])\.([A-Z]{2,8})\b")
"""Codes that hold a share's symbol in the United States, or an index's."""
HEAD = r"(?:sub-?index|index|sector|shares|stocks?|gauge|group)"
NAME = r"(?:[A-Z][\w&.'’/-]*[\w]\s(?:(?:of|and|&|the|for|de)\s)?){0,6}"
BEFORE = re.compile(
    rf"(?:(?P<gauge>(?:[Tt]he\s|[Aa]n?\s)?(?:{NAME}|[A-Za-z][\w-]+\s(?:[a-z][\w-]+\s)?){HEAD}™?){CODE}?|(?P<coded>{NAME}[A-Z][\w&.'’-]*?){CODE}|(?P<of>[Ss]hares (?:of|in) (?:the\s)?{NAME}[A-Z][\w&.'’-]*)|(?P<low>[a-z]+(?:\s[a-z]+)?\s?\.[A-Z]{{3,8}})|(?P<bare>(?:[A-Z][\w&.'’-]*\s){{1,4}})|(?<![\w-])(?P<sector>(?i:{SECTOR})))"
    rf"(?:,\s[^,.;]{{3,80}},|\s[a-z]+\s[a-z]+,\s(?:ending|finishing|closing)\sthe\s(?:day|session)\b|,)?\s?(?:[a-z]+ly\s|also\s|then\s|has\s|have\s|had\s|was\s|were\s|is\s|are\s|closed\s|ended\s|finished\s|trading\s|traded\s|itself\s){{0,3}}"
    rf"(?:which\s)?(?:(?:the\s)(?:[a-z]+\s){{1,4}}(?:laggard|decliner|gainer|winner|loser|exception|standout),\s)?(?:the\sonly\sone\sin\sthe\sred\sand\s)?(?:{EN_UP}|{EN_DOWN}|\boff|\bpicked\sup|\bgained\ssome\slost\sground,\srising)\s(?:by\s|as\smuch\sas\s|another\s|a\sfurther\s)?$"
)
BEHIND = re.compile(
    rf"\s(?:percent\s)?(?:{EN_UP}|{EN_DOWN})\sin\s(?:the\sshares\sof\s|shares\sof\s|the\s)?(?P<name>{NAME}(?:[A-Z][\w&.'’-]*|[a-z]+(?=\sshares|\sstocks)|[a-z]+\s[a-z]+(?=\s\.[A-Z]{{3}})))"
)
TAIL = re.compile(rf"{CODE}\.?$|[.,]$")
REACH = 110
PLAIN = frozenset(
    "January February March April May June July August September October November December Asia Bonds Oil They've It's They’ve It’s It They The This That These Those Both All Each Shares Stock Stocks Sales Revenue Profit Prices Futures Index Sector We He She There But And Meanwhile However Net Total Core Overall "
    "Exports Imports Wages Rents Rates Yields Inflation Demand Output Production Orders Spending Income Earnings Volume Volumes Monday Tuesday Wednesday Thursday Friday China Japan Europe Germany".split()
)
"""Words that begin a sentence or name what is no price."""
OTHERWISE = re.compile(
    r"\b(?:sales|revenues?|profits?|earnings|income|exports?|imports?|prices|inflation|output|production|demand|orders|shipments|deliveries|volumes?|rents?|wages?|payrolls|spending|costs?|margins?|bookings|"
    r"subscribers?|users|customers|assets|deposits|loans|tariffs?|rates?|yields?|stake|GDP|growth|backlog|traffic|population|unit|division|segment|business|portfolio|fund|EPS|EBITDA|dividends?|headcount)\b",
    re.IGNORECASE,
)
"""Words of what is measured by other data than prices."""


def move(frames: Frames, frame: Frame) -> Move | None:
    """The move that a number tells of a thing without listing, or None."""
    if frames.lang != "en":
        return unnamed.move(frames, frame)
    if frame.quantity is None or frame.unit != "percent" or frame.certainty not in ("asserted", "reported") or frame.direction not in ("up", "down"):
        return None
    if frame.compare in ("yoy", "qoq", "mom", "consensus") or role(frames, frame) is not None or FOLLOWED.match(frames.text, frame.end) or TO_AMOUNT.match(frames.text, frame.end):
        return None
    if frame.fact is not None and frame.fact.family in FOREIGN and frame.fact.cost <= 45:
        return None
    subject = _subject(frames, frame)
    if subject is None or not frames.of_trading:
        return None
    return Move(subject=subject, direction=frame.direction, horizon=horizons.horizon(frames, frame), mic="XNYS")


def _subject(frames: Frames, frame: Frame) -> Subject | None:
    """The thing that the words beside the figure say moved."""
    text, lo = frames.text, max(frame.sentence.start, frame.start - REACH)
    if (m := BEHIND.match(text, frame.end, min(frame.sentence.end, frame.end + REACH))) is not None:
        if OTHERWISE.search(m["name"]) or m["name"].split()[0].rstrip(".,") in PLAIN:
            return None
        return _of(m["name"], text[m.end() - 8 : m.end() + 8])
    m = BEFORE.search(text, lo, frame.start)
    if m is None:
        return None
    found = next(v for k in ("gauge", "coded", "of", "low", "bare", "sector") if (v := m[k])).strip()
    words = found.removesuffix("'s").removesuffix("’s").split()
    if OTHERWISE.search(found) or (m["bare"] and all(w in PLAIN for w in words)) or words[0] in PLAIN - {"The", "Shares"}:
        return None
    return None if found.startswith("whose") else _of(found, m[0])


def _of(name: str, around: str) -> Subject:
    """What the text calls so, with the symbol that it gives."""
    sold = SOLD.search(around)
    for word in ("The ", "the ", "and ", "Shares of ", "shares of "):
        name = name.removeprefix(word)
    return Subject(kind="topic", symbol=(sold[1] or sold[2] or sold[3]) if sold is not None else None, name=TAIL.sub("", name.strip()))
