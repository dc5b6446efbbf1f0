"""Where figures of a text bind each other, found by the words that stand between them.

Read: a move in points and percent with the level it led to, the way from one amount to another with its percentage or
difference, so many of so many with the percentage, amounts put together, a price for each with how many and the amount.
Only exact figures of one sentence, in the few forms that leave no doubt; what stands between them is read, not guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from wollet.mention import unhurried as re
from wollet.model.article import Article
from wollet.model.mention import NUMBER_KINDS, Mention
from wollet.model.quantity import Quantity
from wollet.verify.accord import (
    APART,
    APART_BP,
    CLOSER,
    CLOSER_BP,
    GREW,
    MOVE,
    PART,
    SHRANK,
    TIMES,
    Figure,
    Relation,
    Span,
    total,
)  # fmt: skip

BREAK = re.compile(r"[.!?]\s|다\.|[\n;…]")
POINTS = frozenset(("points", ""))
PAIR = re.compile(r"\s?[(（,/]\s?(?:or\s|[-+▲▼△▽↑↓]\s?)?|,?\s(?:or|즉)\s")
LED = {
    "ko": re.compile(r"\s?[)）]?\s?(?:[가-힣]{1,6}[은른린진뛴한운든난친쳐워]|[가-힣]{1,5}(?:해|아|어|라|며|면서))\s(?:[가-힣]{2,4}\s)?"),
    "en": re.compile(r"\s?\)?,?\s(?:\w+\s)?(?:to|at)\s"),
}
"""From a move to the level that it led to."""
LAID = {
    "ko": re.compile(r"(?:으로|로|에)\s(?:[가-힣\s]{0,14}(?:보다|대비|비해)\s)?"),
    "en": re.compile(r",\s(?:up|down|a (?:gain|rise|drop|fall|loss|decline) of)\s"),
}
"""From the level to the move that led there."""
REACHED = re.compile(r"\s?(?:포인트)?\s?(?:[(（][^)）]{0,12}[)）])?\s?(?:에|으로|로|선|까지|을|를|[,.]|$)")
"""Behind a level that a move led to, and not behind what it is the size of."""
TO = {
    "ko": re.compile(r"(?:\s?\([^()\d]{1,12}\))?\s?에서\s(?:[가-힣]{2,6}\s)?(?:약\s|연\s)?|(?:이던|였던|인)\s[가-힣]{2,10}[을를]\s(?:연\s)?"),
    "en": re.compile(r"\sto\s(?:just\s|only\s)?"),
}
WAY = {
    "ko": re.compile(r"(?:으로|로)(?:,?\s(?:무려|각각|[가-힣]{2,4}\s(?:대비|보다)|전년\s?동기\s?(?:대비|보다)|전년(?:보다|\s?대비)|전월(?:보다|\s?대비)))?\s"),
    "en": re.compile(r"(?:\sa year (?:earlier|ago|before))?,\s(?:a|an)\s(?:\w+\s){0,2}$|(?:\sa year (?:earlier|ago|before))?,\s(?:up|down)\s|(?:\sa year (?:earlier|ago|before))?,\s(?:a|an)\s(?:rise|fall|drop|gain|increase|decrease|decline|jump)\sof\s|\s\("),
}
BEGUN = re.compile(r"\bfrom\s(?:\w+\s){0,2}$")
SINCE = {
    "ko": (
        re.compile(r"(?:으로|로),?\s(?:전년|작년|지난해|1년\s?전|전\s?분기|직전\s?분기|전월|전달)(?:\s?(?:동기|동월|같은\s?(?:기간|분기|달)))?\s?\("),
        re.compile(r"\)\s?(?:보다|에\s?비해|대비)\s(?:약\s)?"),
    ),
    "en": (re.compile(r",?\s(?:up|down)\s"), re.compile(r"\sfrom\s(?:the\s)?")),
}
"""From where something led to where it began and how far that is, in Korean; in English how far comes before the beginning."""
ENDED = re.compile(r"\bto\s(?:\w+\s){0,2}$")
AGAINST = re.compile(r"\s?(?:대비|보다|에\s?비해)\s")
FROM = re.compile(r",?\s(?:up\s|down\s)?from\s(?:just\s|only\s)?")
BY = re.compile(r"\sto\s(?:just\s|only\s)?")
ON_OTHER_TERMS = re.compile(r"[^.]{0,30}(?:constant currency|currency[- ]neutral|organic|adjusted|excluding|same[- ]store|annualized|연율|환율\s?효과|조정|제외|연평균)", re.IGNORECASE)
OF = {
    "ko": re.compile(r"\s?(?:가운데|중(?:에서)?(?:은|는)?)\s(?:[가-힣]{1,8}(?:은|는|이|가|을|를)?\s)?"),
    "en": re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s)?"),
}
TALLY = {"ko": re.compile(r"\s?[(（]\s?"), "en": re.compile(r",?\s[(]\s?|,\sor\s")}
NOUN = re.compile(r"[가-힣a-z]+$")
JOINED = {"ko": re.compile(r"\s?(?:와|과|,|및|그리고)\s(?:[가-힣A-Za-z]{1,12}\s)?"), "en": re.compile(r"\sand\s|,\s(?:and\s)?")}
SUM = {
    "ko": re.compile(r"(?:을|를)?\s?(?:합치면|합하면|더하면|합쳐|합해|합산하면|합산한|합친|더한|합한)\s?(?:금액은|규모는|것이|값은)?\s?(?:총|모두)?\s?"),
    "en": re.compile(r",?\s(?:for|bringing|making|giving)\s(?:a|the|it a)\s(?:combined\s|grand\s)?total\s(?:of|to)\s|,?\sadding up to\s|,?\swhich together (?:make|total)\s"),
}
EACH = {"ko": re.compile(r"(?:1\s?)?주당\s?$"), "en": re.compile(r"\s(?:each|apiece|a share|per share)\b")}
MANY = {
    "ko": re.compile(r"에\s(?:[가-힣]{2,4}\s?){0,2}"),
    "en": re.compile(r"\s(?:\w+\s){0,3}(?:at|for)\s(?:an? (?:average )?price of\s)?"),
}
WORTH = {
    "ko": re.compile(r"(?:를|을)?\s?(?:[가-힣]{2,6}\s?){0,2},?\s?총\s?"),
    "en": re.compile(r"[^.\d]{0,14}\s(?:for|raising|worth|totaling)\s(?:a total of\s|gross proceeds of\s)?"),
}
Numbers = Sequence[Mention]
RATES = frozenset(("percent", "percentage_point", "bp"))
"""In one of these a move, a way or a part is told among the next three figures."""


def bonds(article: Article, mentions: Sequence[Mention], directions: Mapping[Span, str]) -> Iterator[Relation]:
    """Every relation among figures of a text, in text order; `directions` tells which way a figure is said to have gone."""
    numbers = [m for m in mentions if m.kind in NUMBER_KINDS and isinstance(m.value, Quantity)]
    text, lang = article.text, article.lang
    for i in range(len(numbers) - 1):
        if numbers[i + 1].start < numbers[i].end:
            continue
        near = numbers[i : i + 6]
        units = {unit(m) for m in near[:3]}
        if not units.isdisjoint(RATES):
            for find in (moves, ways, parts):
                yield from find(text, lang, near, directions)
        yield from sums(text, lang, near, directions)
        if "shares" in units:
            yield from prices(text, lang, near, directions)


def figure(text: str, m: Mention) -> Figure | None:
    """A mention as a plain exact figure, None where it is hedged, open, a range or nothing."""
    q = m.value
    assert isinstance(q, Quantity)
    if q.hedge is not None or q.low is None or q.low != q.high or q.low <= 0 or not q.grain:
        return None
    return Figure(m.span, text[m.start : m.end], q)


def figures(text: str, *found: Mention) -> tuple[Figure, ...] | None:
    """The figures of some numbers, or None where one of them commits to no single value."""
    out = tuple(f for m in found if (f := figure(text, m)) is not None)
    return out if len(out) == len(found) else None


def unit(m: Mention) -> str:
    """The unit of a number."""
    assert isinstance(m.value, Quantity)
    return m.value.unit


def alike(a: Mention, b: Mention) -> bool:
    """Whether two numbers are told in one unit; a bare one may be points."""
    return unit(a).split("/")[0] == unit(b).split("/")[0] or (unit(a) in POINTS and unit(b) in POINTS)


def amount(m: Mention) -> bool:
    """Whether a number is money, points or a bare figure."""
    return unit(m) in POINTS or unit(m)[:3].isupper()


def moves(text: str, lang: str, near: Numbers, directions: Mapping[Span, str]) -> Iterator[Relation]:
    """A move in its own unit and in percent, with the level."""
    if len(near) < 3:
        return
    for level, pair, between in ((near[2], near[:2], (near[1].end, near[2].start)), (near[0], near[1:3], (near[0].end, near[1].start))):
        first, second = pair
        if unit(first) == "percent":
            percent, move = first, second
        elif unit(second) == "percent":
            percent, move = second, first
        else:
            continue
        if not amount(move) or not alike(move, level):
            continue
        if move.value == level.value or not PAIR.fullmatch(text, pair[0].end, pair[1].start):
            continue
        if not (LED if level is near[2] else LAID)[lang].fullmatch(text, *between):
            continue
        found = figures(text, move, percent, level)
        if level is near[2] and lang == "ko" and not REACHED.match(text, level.end):
            continue
        if found is not None and found[0].value < found[2].value and alike_in_size(*found):
            said = {directions[m.span] for m in pair if m.span in directions}
            yield Relation("move, percent and level", found, MOVE[said.pop() if len(said) == 1 else None], 1)


def alike_in_size(move: Figure, percent: Figure, level: Figure) -> bool:
    """Whether a move and a level can be of one thing: their ratio is within a slip of the percentage."""
    off = 100 * move.value / level.value / percent.value
    return Decimal("0.05") < off < 20


def ways(text: str, lang: str, near: Numbers, directions: Mapping[Span, str]) -> Iterator[Relation]:
    """From one amount to another, and how far that is."""
    if len(near) < 3:
        return
    a, b, c = near[:3]
    if TO[lang].fullmatch(text, a.end, b.start) and (lang == "ko" or BEGUN.search(text, max(0, a.start - 16), a.start)):
        if not WAY[lang].fullmatch(text, b.end, c.start):
            return
    elif lang == "en" and BY.fullmatch(text, a.end, b.start) and FROM.fullmatch(text, b.end, c.start):
        a, b, c = c, b, a
    elif lang == "en" and FROM.fullmatch(text, a.end, b.start) and BY.fullmatch(text, b.end, c.start):
        a, b, c = b, c, a
    elif SINCE[lang][0].fullmatch(text, a.end, b.start) and SINCE[lang][1].fullmatch(text, b.end, c.start):
        a, b, c = (c, a, b) if lang == "en" else (b, a, c)
    elif lang == "en" and FROM.fullmatch(text, a.end, b.start) and ENDED.search(text, max(0, a.start - 16), a.start) and WAY["en"].fullmatch(text, b.end, c.start):
        a, b = b, a
    elif lang == "ko" and AGAINST.fullmatch(text, a.end, b.start) and LED["ko"].fullmatch(text, b.end, c.start):
        b, c = c, b
    else:
        return
    if not alike(a, b) or ON_OTHER_TERMS.match(text, near[2].end):
        return
    found = figures(text, a, b, c)
    if found is None or a.value == b.value:
        return
    up = found[1].value > found[0].value
    if (unit(c) == "percent" and amount(a)) or (unit(c) == "percent" and unit(a) in ("count", "shares")):
        yield Relation("from, to and percent", found, (GREW if up else SHRANK,), 2)
    elif unit(a) == "percent" and unit(c) in ("percentage_point", "bp"):
        wide = unit(c) == "bp"
        yield Relation("from, to and difference", found, ((APART_BP if wide else APART) if up else (CLOSER_BP if wide else CLOSER),), 2)


def parts(text: str, lang: str, near: Numbers, directions: Mapping[Span, str]) -> Iterator[Relation]:
    """So many of so many, with the percentage."""
    if len(near) < 3 or unit(near[2]) != "percent" or not TALLY[lang].fullmatch(text, near[1].end, near[2].start):
        return
    n, m = (near[1], near[0]) if lang == "ko" else (near[0], near[1])
    if not OF[lang].fullmatch(text, near[0].end, near[1].start) or not all(unit(x) in ("count", "") for x in (n, m)):
        return
    if lang == "ko" and noun(text, n) != noun(text, m):
        return
    found = figures(text, n, m, near[2])
    if found is not None:
        yield Relation("part, whole and percent", found, (PART,), 2)


def noun(text: str, m: Mention) -> str:
    """The counter that a number is said with."""
    got = NOUN.search(text[m.start : m.end])
    return got[0] if got else ""


def sums(text: str, lang: str, near: Numbers, directions: Mapping[Span, str]) -> Iterator[Relation]:
    """Amounts put together and what they come to."""
    for n in range(2, len(near)):
        if not JOINED[lang].fullmatch(text, near[n - 2].end, near[n - 1].start) or not alike(near[n - 2], near[n - 1]):
            return
        if not SUM[lang].fullmatch(text, near[n - 1].end, near[n].start) or not alike(near[n - 1], near[n]):
            continue
        found = figures(text, *near[: n + 1])
        if found is not None and unit(near[0]) != "percent":
            yield Relation("parts and sum", found, (total(n),), n)


def prices(text: str, lang: str, near: Numbers, directions: Mapping[Span, str]) -> Iterator[Relation]:
    """A price for each share, how many shares, and the amount."""
    if len(near) < 3:
        return
    a, b, c = near[:3]
    if lang == "ko":
        each, many = a, b
        linked = bool(EACH["ko"].search(text, max(0, a.start - 5), a.start) and MANY["ko"].fullmatch(text, a.end, b.start))
        worth = bool(WORTH["ko"].fullmatch(text, b.end, c.start))
    else:
        each, many = b, a
        tail = EACH["en"].match(text, b.end)
        linked = tail is not None and bool(MANY["en"].fullmatch(text, a.end, b.start))
        worth = tail is not None and tail.end() <= c.start and bool(WORTH["en"].fullmatch(text, tail.end(), c.start))
    if not linked or not worth or unit(many) != "shares" or unit(each)[:3] != unit(c) or not unit(c).isupper():
        return
    found = figures(text, each, many, c)
    if found is not None:
        yield Relation("price, number and amount", found, (TIMES,), 2)
