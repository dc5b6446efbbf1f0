"""People in English prose: "Fed Chair Jerome Powell", "Jane Doe, chief strategist at X", "BofA's Ann Lee said"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from wollet.mention import edges
from wollet.mention import unhurried as re
from wollet.mention.people_parts import Bodies, Person
from wollet.mention.roles import EN_ANCHORS, EN_REMIT, EN_ROLE_BEFORE, EN_SAID, EN_TELLS
from wollet.model.mention import Mention


@cache
def _anchors() -> Callable[[str], list[tuple[int, int, int]]]:
    """The finder of offices, titles and words of saying."""
    return edges.automaton(EN_ANCHORS)


_N = r"[A-Z][a-z'’]{0,3}[A-Za-z]?[a-z'-]{0,16}[a-z](?:-[A-Z][a-z]{1,14})?"
_FULL = rf"(?:{_N}|[A-Z]\.(?:\s?[A-Z]\.)?)(?:\s[A-Z]\.)?(?:\s(?:van|de|von|der|bin|al|del|la)){{0,2}}(?:\s{_N}){{1,2}}"
_NAME = re.compile(rf"\s(?P<name>{_FULL})(?![A-Za-z])")
_NAME_BEFORE = re.compile(rf"(?<![A-Za-z.'])(?P<name>{_FULL}),\s(?P<between>(?:(?:who is|the|a|an|its|their)\s)?(?:[\w.&'-]+\s){{0,4}}?)$")
_NAME_OWNED = re.compile(rf"(?:'s|')\s(?P<name>{_FULL})(?=,|\s(?:{EN_SAID})\b)")
_SURNAME_OWNED = re.compile(rf"(?:'s|')\s(?P<name>{_N})(?=\s(?:{EN_SAID})\b)")
_AT = re.compile(r"(?:\s(?:and\s[\w-]+\s(?:of\s)?)?|,\s)(?:of|at|for|from|with|in)\s(?:the\s)?")
_NOT_PEOPLE = frozenset(
    """The This That These Those A An In On At Inc Corp Group Bank Capital Street Wall Securities Markets Market Index Average Dow Jones Nasdaq
    New York United States White House Federal Reserve Treasury Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
    April May June July August September October November December Research Management Holdings Partners Company Stock Stocks Shares Exchange
    South North East West Global International American European Asian Chinese Big Tech Prime Vision Pro Cloud Services Department University
    Hong Kong News Analysts Analyst Investors Chief Executive Officer President Chairman Chair Financial
    Says Said Sees Is Are Was Were Why How What When Who Will Has Have Warns Warning Just Here Top Best Former Read More See""".split()
)
_GLOSS = re.compile(r"(?:\s\([^()\n]{1,20}\))?\s$")


def find(level: str, bodies: Bodies) -> list[Person]:
    out: list[Person] = []
    for i, begin, stop in _anchors()(level):
        if (begin and level[begin - 1].isalnum()) or level[stop : stop + 1].isalnum():
            continue
        if i < len(EN_TELLS):
            _told(level, stop, bodies, out)
            continue
        if EN_ANCHORS[i].endswith(" of"):
            remit = EN_REMIT.match(level, stop)
            stop = remit.end() if remit else stop - 3
        before = EN_ROLE_BEFORE.search(level, begin - 48, begin)
        start = before.start() if before else begin
        role = level[start:stop]
        if (named := _NAME.match(level, stop)) and (name := _trim(named["name"])):
            a = named.start("name")
            if not bodies.covers(a, a + len(name)):
                owner = _owner(level, start, bodies)
                if owner is None and (at := _AT.match(level, a + len(name))):
                    owner = bodies.beginning(at.end(), at.end() + 1)
                out.append(Person(a, a + len(name), name, role, bodies.name(owner), True))
                continue
        lo = max(0, start - 84)
        if level.find(", ", lo, start) >= 0 and (named := _last(_NAME_BEFORE, level, lo, start)):
            whole = named["name"]
            name = _trim(whole)
            if name is None or len(name) < len(whole.removesuffix("'s")) or bodies.covers(named.start("name"), named.end("name")):
                continue
            at = _AT.match(level, stop)
            body = bodies.beginning(named.end("name"), start) or (bodies.beginning(at.end(), at.end() + 1) if at else None)
            out.append(Person(named.start("name"), named.start("name") + len(name), name, role, bodies.name(body), True))
    for body in bodies.found:
        if level.startswith("'", body.end) and (named := _NAME_OWNED.match(level, body.end) or _SURNAME_OWNED.match(level, body.end)):
            name = named["name"]
            if (_trim(name) == name or (" " not in name and name not in _NOT_PEOPLE)) and not bodies.covers(named.start("name"), named.end("name")):
                out.append(Person(named.start("name"), named.end("name"), name, None, bodies.name(body), True))
    return out


def _last(pattern: re.Pattern[str], level: str, lo: int, hi: int) -> re.Match[str] | None:
    """The match that ends at `hi` and begins at the latest capital letter."""
    cut = level[lo:hi]
    comma = cut.rfind(", ")
    while comma > 0:
        a = max(0, comma - 48)
        found = pattern.search(level, lo + a, hi)
        if found:
            return found
        comma = cut.rfind(", ", 0, comma)
    return None


def _owner(level: str, start: int, bodies: Bodies) -> Mention | None:
    """The body right before a role: "Fed Chair", "UBS' chief economist", "SEC (SEC) Chair"."""
    gap = _GLOSS.search(level, start - 24, start)
    edge = gap.start() if gap else start
    for tail in ("", "'s", "'"):
        if level.endswith(tail, 0, edge) and (body := bodies.ending(edge - len(tail))) is not None:
            return body
    return None


def _told(level: str, end: int, bodies: Bodies, out: list[Person]) -> None:
    """Adds the speaker of "said Jane Doe at Acme Research"."""
    named = _NAME.match(level, end)
    if named is None or (name := _trim(named["name"])) != named["name"] or name is None:
        return
    at = _AT.match(level, named.end())
    body = bodies.beginning(at.end(), at.end() + 1) if at else None
    if body is not None and not bodies.covers(named.start("name"), named.end("name")):
        out.append(Person(named.start("name"), named.end("name"), name, None, bodies.name(body), True))


def _trim(name: str) -> str | None:
    """A name without what follows it in capitals, or None where the words are no person's name."""
    words = name.split()
    if any(w.removesuffix("'s") in _NOT_PEOPLE for w in words[:2]):
        return None
    if words[-1].endswith("'s"):
        return _trim(name[:-2])
    while len(words) > 2 and words[-1] in _NOT_PEOPLE:
        words.pop()
    if len(words) < 2:
        return None
    return name[: sum(map(len, words)) + len(words) - 1] if len(words) < len(name.split()) else name
