"""People by the shape of the phrase: a name beside a role, an organisation beside both; later the surname alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from wollet.mention import edges
from wollet.mention.example import ignores, reads
from wollet.mention.roles import (
    EN_ANCHORS,
    EN_REMIT,
    EN_ROLE_BEFORE,
    EN_SAID,
    EN_TELLS,
    KO_NOT_A_NAME,
    KO_ROLES,
    SURNAMES,
)  # fmt: skip
from wollet.model.article import Lang
from wollet.model.mention import Mention, Name


@cache
def _finder(lang: Lang) -> Callable[[str], list[tuple[int, int, int]]]:
    """The finder of the words by which people are introduced."""
    return edges.automaton(KO_ROLES if lang == "ko" else EN_ANCHORS)


class Person(NamedTuple):
    """A person as a phrase names them: where the name stands, their role and their organisation."""

    start: int
    end: int
    name: str
    role: str | None
    org: str | None
    full: bool


class Bodies:
    """Organisations and listings of a text, asked for the one at a place."""

    def __init__(self, level: str, found: list[Mention]) -> None:
        self.level = level
        self.found = [m for m in found if m.kind in ("organisation", "instrument")]
        self.starts = [m.start for m in self.found]
        self.ends = [m.end for m in self.found]

    def ending(self, at: int) -> Mention | None:
        """The body whose name ends at a place."""
        i = bisect_left(self.ends, at)
        return self.found[i] if i < len(self.ends) and self.ends[i] == at else None

    def beginning(self, at: int, upto: int) -> Mention | None:
        """The first body that begins between two places."""
        i = bisect_left(self.starts, at)
        return self.found[i] if i < len(self.starts) and self.starts[i] <= upto else None

    def covers(self, a: int, b: int) -> bool:
        """Whether a body's name touches a stretch."""
        i = bisect_right(self.starts, b - 1) - 1
        return i >= 0 and self.found[i].end > a

    def name(self, m: Mention | None) -> str | None:
        """A body's name: an organisation's own, a listing's as the text writes it."""
        if m is None or not isinstance(m.value, Name):
            return None
        return m.value.name if m.kind == "organisation" else self.level[m.start : m.end]


def find(level: str, lang: Lang, starts: list[int], found: list[Mention]) -> list[Mention]:
    """People named in a text, in order."""
    bodies = Bodies(level, found)
    people = (_korean if lang == "ko" else _english)(level, bodies)
    people.sort(key=lambda p: (p.start, -p.end))
    out: list[Mention] = []
    at = 0
    for p in _with_surnames(level, lang, starts, people, bodies):
        if p.start >= at:
            out.append(Mention(p.start, p.end, "person", Name(name=p.name, role=p.role, org=p.org), "person by role" if p.full else "surname"))
            at = p.end
    return out


# --- Korean ---------------------------------------------------------------------------------------------------------

_KO_GLOSS = re.compile(r"\([^()\n]{1,24}\)\s?$")
_KO_TOKEN = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣]{1,6})\s?$")
_KO_PARTICLED = re.compile(r"(?:은|는|을|를|의|에|에서|에게|으로|한|된|할|하는|인|던|와|과|도|며|서|고|적|들|부터|까지|보다|이라는|라는)$")
_ALSO_WORDS = frozenset(("대표", "수석", "이사", "위원", "부장"))
_KO_NOUN = re.compile(r"\s[가-힣A-Z]")
_KO_OF = re.compile(r"(?:의|소속|출신)?\s?$")
_COUNTRY = frozenset("미국 미 한국 일본 중국 독일 프랑스 영국 러시아 우크라이나 캐나다 호주 대만 인도 유럽 멕시코 브라질 이란 이스라엘 북한".split())


def _korean(level: str, bodies: Bodies) -> list[Person]:
    out: list[Person] = []
    for i, begin, stop in _finder("ko")(level):
        if not begin or not edges.closed(level, stop):
            continue
        role = KO_ROLES[i]
        org, at = _ko_org(level, begin, bodies)
        person = _ko_name(level, at, bodies, role, beside=org is None)
        if person is None:
            continue
        start, end, name, full = person
        if role in _ALSO_WORDS and org is None and _KO_NOUN.match(level, stop) and not _domestic(name):
            continue
        if org is None:
            before = _KO_GLOSS.search(level, max(0, start - 26), start)
            edge = before.start() if before else start
            gap = _KO_OF.search(level, max(0, edge - 3), edge)
            org = bodies.name(bodies.ending(gap.start() if gap else edge))
            if org is None and (c := _KO_TOKEN.search(level, max(0, start - 8), start)) and c[1] in _COUNTRY:
                org = c[1]
        out.append(Person(start, end, name, role, org, full))
    return out


def _ko_org(level: str, at: int, bodies: Bodies) -> tuple[str | None, int]:
    """The body written right before a role, and where it begins: "샘 올트먼 [오픈AI] CEO", "[미 연준(Fed)] 의장"."""
    gloss = _KO_GLOSS.search(level, max(0, at - 26), at)
    edge = gloss.start() if gloss else at
    while edge > 0 and level[edge - 1] == " ":
        edge -= 1
    body = bodies.ending(edge)
    if body is None:
        return None, at
    start = body.start
    country = _KO_TOKEN.search(level, max(0, start - 8), start)
    if country and country[1] in _COUNTRY:
        start = country.start(1)
    return bodies.name(body), start


def _ko_name(level: str, at: int, bodies: Bodies, role: str, *, beside: bool) -> tuple[int, int, str, bool] | None:
    """The person's name that ends before a place: (start, end, name, whether it is more than a surname)."""
    end = at
    while end > 0 and level[end - 1] == " ":
        end -= 1
    if end == at and end > 0 and beside and role not in ("CEO", "CFO", "COO", "CTO", "회장", "대표"):
        return None
    tokens: list[tuple[int, str]] = []
    edge = end
    for _ in range(3):
        m = _KO_TOKEN.search(level, max(0, edge - 8), edge)
        if m is None or bodies.covers(m.start(1), m.end(1)) or "\n" in level[m.end(1) : edge]:
            break
        word = m[1]
        if word in KO_NOT_A_NAME or word in _COUNTRY or (tokens and _KO_PARTICLED.search(word)):
            break
        tokens.append((m.start(1), word))
        edge = m.start(1)
        if level[edge - 1 : edge] != " " or (_domestic(word) and len(tokens) == 1):
            break
    if not tokens:
        return None
    last = tokens[0][1]
    if _domestic(last):
        start = tokens[0][0]
        return start, end, level[start:end], True
    if len(last) == 1 and last in SURNAMES:
        if len(tokens) >= 2 and len(tokens[1][1]) >= 2 and not _domestic(tokens[1][1]) and _plain(tokens[1][1]):
            start = tokens[1][0]
            return start, end, level[start:end], True
        return tokens[0][0], end, last, False
    if len(last) == 1 or _KO_PARTICLED.search(last) or last.endswith(_KO_BODY):
        return None
    if len(tokens) >= 2 and not _domestic(tokens[1][1]):
        start = tokens[-1][0] if len(tokens) == 3 and len(tokens[2][1]) >= 2 and _plain(tokens[2][1]) else tokens[1][0]
        if len(tokens[1][1]) >= 1 and _plain(tokens[1][1]):
            return start, end, level[start:end], True
    return tokens[0][0], end, last, len(last) >= 2


_KO_BODY = (
    "장", "부", "팀", "실", "당", "측", "업계", "본부", "센터", "위", "회", "증권", "그룹", "은행", "산업", "총괄", "회사", "기업", "업체", "종목", "금융", "운용",
    "증권사", "운용사", "제조사", "보험사", "자회사", "모회사", "전자", "자동차", "화학", "보험", "투자", "대학", "연구소", "민주", "공화",
)  # fmt: skip


def _domestic(word: str) -> bool:
    """Whether a word has the shape of a Korean full name: a surname and two syllables."""
    return len(word) == 3 and word[0] in SURNAMES and word not in KO_NOT_A_NAME and word[2] not in "은는을를에의"


def _plain(word: str) -> bool:
    """Whether a word could be a given name in transcription."""
    return word not in KO_NOT_A_NAME and not _KO_PARTICLED.search(word) and not word.endswith(("이", "가", "다", "만", "해", "면", "며", "고", "으로", "사로", *_KO_BODY))


# --- English --------------------------------------------------------------------------------------------------------

_N = r"[A-Z][a-z'’]{0,3}[A-Za-z]?[a-z'-]{0,16}[a-z](?:-[A-Z][a-z]{1,14})?"
_FULL = rf"(?:{_N}|[A-Z]\.(?:\s?[A-Z]\.)?)(?:\s[A-Z]\.)?(?:\s(?:van|de|von|der|bin|al|del|la)){{0,2}}(?:\s{_N}){{1,2}}"
_NAME = re.compile(rf"\s(?P<name>{_FULL})(?![A-Za-z])")
_NAME_BEFORE = re.compile(rf"(?<![A-Za-z.'])(?P<name>{_FULL}),\s(?P<between>(?:(?:who is|the|a|an|its|their)\s)?(?:[\w.&'-]+\s){{0,4}}?)$")
_NAME_OWNED = re.compile(rf"(?:'s|')\s(?P<name>{_FULL})(?=,|\s(?:{EN_SAID})\b)")
_AT = re.compile(r"(?:\s(?:and\s[\w-]+\s(?:of\s)?)?|,\s)(?:of|at|for|from|with|in)\s(?:the\s)?")
_NOT_PEOPLE = frozenset(
    """The This That These Those A An In On At Inc Corp Group Bank Capital Street Wall Securities Markets Market Index Average Dow Jones Nasdaq
    New York United States White House Federal Reserve Treasury Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
    April May June July August September October November December Research Management Holdings Partners Company Stock Stocks Shares Exchange
    South North East West Global International American European Asian Chinese Big Tech Prime Vision Pro Cloud Services Department University
    Hong Kong Bloomberg Reuters News Analysts Analyst Investors Chief Executive Officer President Chairman Chair Financial
    Says Said Sees Is Are Was Were Why How What When Who Will Has Have Warns Warning Just Here Top Best Former Read More See""".split()
)
_GLOSS = re.compile(r"(?:\s\([^()\n]{1,20}\))?\s$")


def _english(level: str, bodies: Bodies) -> list[Person]:
    out: list[Person] = []
    for i, begin, stop in _finder("en")(level):
        if (begin and level[begin - 1].isalnum()) or level[stop : stop + 1].isalnum():
            continue
        if i < len(EN_TELLS):
            _told(level, stop, bodies, out)
            continue
        if EN_ANCHORS[i].endswith(" of"):
            remit = EN_REMIT.match(level, stop)
            stop = remit.end() if remit else stop - 3
        before = EN_ROLE_BEFORE.search(level, max(0, begin - 48), begin)
        start = before.start() if before else begin
        role = level[start:stop]
        if (named := _NAME.match(level, stop)) and (name := _trim(named["name"])):
            a = named.start("name")
            if not bodies.covers(a, a + len(name)):
                out.append(Person(a, a + len(name), name, role, bodies.name(_owner(level, start, bodies)), True))
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
        if level.startswith("'", body.end) and (named := _NAME_OWNED.match(level, body.end)):
            name = named["name"]
            if _trim(name) == name and not bodies.covers(named.start("name"), named.end("name")):
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
    gap = _GLOSS.search(level, max(0, start - 24), start)
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


# --- surnames -------------------------------------------------------------------------------------------------------

_EN_WORD = re.compile(r"(?<![A-Za-z0-9.])[A-Z][A-Za-z'-]{2,24}")


def _with_surnames(level: str, lang: Lang, starts: list[int], people: list[Person], bodies: Bodies) -> list[Person]:
    """Adds the places where someone named in full stands by surname alone."""
    known: dict[str, Person] = {}
    for p in people:
        if p.full and " " in p.name:
            known.setdefault(p.name.rsplit(" ", 1)[1] if lang == "en" else p.name.split(" ")[-1], p)
    if lang == "ko":
        people = _completed(people, known)
    if not known:
        return people
    spans = sorted((p.start, p.end) for p in people)
    begins = [a for a, _ in spans]
    more: list[Person] = []
    for s, word in _english_words(level, known) if lang == "en" else _korean_words(level, starts, known):
        named, end = known[word], s + len(word)
        if s < named.end:
            continue
        i = bisect_right(begins, s) - 1
        if (i >= 0 and spans[i][1] > s) or bodies.covers(s, end):
            continue
        more.append(named._replace(start=s, end=end, full=False))
    return sorted(people + more, key=lambda p: (p.start, -p.end))


def _english_words(level: str, known: dict[str, Person]) -> Iterator[tuple[int, str]]:
    for m in _EN_WORD.finditer(level):
        word = m[0].removesuffix("'s").rstrip("'-")
        if word in known:
            yield m.start(), word


def _korean_words(level: str, starts: list[int], known: dict[str, Person]) -> Iterator[tuple[int, str]]:
    firsts = {w[:2] for w in known}
    for s in starts:
        if level[s : s + 2] in firsts:
            for n in (6, 5, 4, 3, 2):
                word = level[s : s + n]
                if word in known and edges.closed(level, s + n):
                    yield s, word
                    break


def _completed(people: list[Person], known: dict[str, Person]) -> list[Person]:
    """Gives "파월 의장" and "김 연구원" the full name and organisation told elsewhere, of the surname the one told last."""
    out: list[Person] = []
    domestic: dict[tuple[str, str | None], Person] = {}
    for p in people:
        if p.full and " " not in p.name and len(p.name) == 3:
            domestic[p.name[0], p.role] = p
        named = known.get(p.name) if len(p.name) > 1 else domestic.get((p.name, p.role))
        out.append(p if named is None or named is p else p._replace(name=named.name, org=p.org or named.org))
    return out


EXAMPLES = (
    reads("ko", "person", {"name": "샘 올트먼", "role": "CEO", "org": "오픈AI"}, "{샘 올트먼} 오픈AI CEO는 방한했다"),
    reads("ko", "person", {"name": "젠슨 황", "role": "CEO"}, "{젠슨 황} CEO가 연설했다"),
    reads("ko", "person", {"name": "정가람", "role": "연구원", "org": "NH투자증권"}, "{정가람} NH투자증권 연구원은 말했다", "NH투자증권 {정가람} 연구원은 말했다"),
    reads("ko", "person", {"name": "파월", "role": "의장"}, "{파월} 의장은 신중했다"),
    reads("ko", "person", {"name": "정가람", "org": "NH투자증권"}, "정가람 NH투자증권 연구원은 웃었다. {정} 연구원은 말했다"),
    ignores("ko", "person", "{이번} 대표 상품", "{국회} 의장은 말했다", "{전략} 본부장 회의"),
    reads("en", "person", {"name": "Jerome Powell", "role": "Chair", "org": "Federal Reserve"}, "Fed Chair {Jerome Powell} spoke."),
    reads("en", "person", {"name": "Jane Doe", "role": "chief strategist", "org": "Oxford Economics"}, "said {Jane Doe}, chief strategist at Oxford Economics."),
    reads("en", "person", {"name": "Ann Lee", "org": "BofA"}, "BofA's {Ann Lee} said the stock is cheap."),
    ignores("en", "person", "The {Wall Street} rally went on, analysts said.", "Apple's {Vision Pro} sells."),
)
