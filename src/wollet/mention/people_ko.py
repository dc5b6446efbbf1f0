"""People in Korean prose: "샘 올트먼 오픈AI CEO", "NH투자증권 정가람 연구원", "파월 의장", "정 연구원"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from wollet.mention import edges
from wollet.mention import unhurried as re
from wollet.mention.people_parts import Bodies, Person
from wollet.mention.roles import KO_NOT_A_NAME, KO_ROLES, SURNAMES


@cache
def _roles() -> Callable[[str], list[tuple[int, int, int]]]:
    """The finder of offices and titles."""
    return edges.automaton(KO_ROLES)


_KO_GLOSS = re.compile(r"\([^()\n]{1,24}\)\s?$")
_KO_TOKEN = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣]{1,6})\s?$")
_KO_PARTICLED = re.compile(r"(?:은|는|을|를|의|에|에서|에게|으로|한|된|할|하는|인|던|둔|와|과|도|며|서|고|적|들|부터|까지|보다|이라는|라는)$")
_ALSO_WORDS = frozenset(("대표", "수석", "이사", "위원", "부장"))
_KO_NOUN = re.compile(r"\s[가-힣A-Z]")
_KO_OF = re.compile(r"(?:의|소속|출신|\s?(?:공동\s?)?(?:창업자|설립자|창립자))?\s?$")
_COUNTRY = frozenset("미국 미 한국 일본 중국 독일 프랑스 영국 러시아 우크라이나 캐나다 호주 대만 인도 유럽 멕시코 브라질 이란 이스라엘 북한".split())


def find(level: str, bodies: Bodies) -> list[Person]:
    out: list[Person] = []
    for i, begin, stop in _roles()(level):
        if not begin or not edges.closed(level, stop):
            continue
        role = KO_ROLES[i]
        org, at = _ko_org(level, begin, bodies)
        person = _ko_name(level, at, bodies, role, beside=org is None)
        if person is None:
            continue
        start, end, name, full = person
        if role in _ALSO_WORDS and org is None and _KO_NOUN.match(level, stop) and not domestic(name):
            continue
        if org is None:
            before = _KO_GLOSS.search(level, start - 26, start)
            edge = before.start() if before else start
            gap = _KO_OF.search(level, edge - 9, edge)
            org = bodies.name(bodies.ending(gap.start() if gap else edge))
            if org is None and (c := _KO_TOKEN.search(level, start - 8, start)) and c[1] in _COUNTRY:
                org = c[1]
        out.append(Person(start, end, name, role, org, full))
    return out


def _ko_org(level: str, at: int, bodies: Bodies) -> tuple[str | None, int]:
    """The body written right before a role, and where it begins: "샘 올트먼 [오픈AI] CEO", "[미 연준(Fed)] 의장"."""
    gloss = _KO_GLOSS.search(level, at - 26, at)
    edge = gloss.start() if gloss else at
    while edge > 0 and level[edge - 1] == " ":
        edge -= 1
    body = bodies.ending(edge)
    if body is None:
        return None, at
    start = body.start
    country = _KO_TOKEN.search(level, start - 8, start)
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
        m = _KO_TOKEN.search(level, edge - 8, edge)
        if m is None or bodies.covers(m.start(1), m.end(1)) or "\n" in level[m.end(1) : edge]:
            break
        word = m[1]
        if word in KO_NOT_A_NAME or word in _COUNTRY or (tokens and _KO_PARTICLED.search(word)):
            break
        tokens.append((m.start(1), word))
        edge = m.start(1)
        if level[edge - 1 : edge] != " " or (domestic(word) and len(tokens) == 1):
            break
    if not tokens:
        return None
    last = tokens[0][1]
    if domestic(last):
        start = tokens[0][0]
        return start, end, level[start:end], True
    if len(last) == 1 and last in SURNAMES:
        if len(tokens) >= 2 and len(tokens[1][1]) >= 2 and not domestic(tokens[1][1]) and _plain(tokens[1][1]):
            start = tokens[1][0]
            return start, end, level[start:end], True
        return tokens[0][0], end, last, False
    if len(last) == 1 or _KO_PARTICLED.search(last) or last.endswith(_KO_BODY):
        return None
    if len(tokens) >= 2:
        start = tokens[-1][0] if len(tokens) == 3 and len(tokens[2][1]) >= 2 and _plain(tokens[2][1]) else tokens[1][0]
        if len(tokens[1][1]) >= 1 and _plain(tokens[1][1]):
            return start, end, level[start:end], True
    return tokens[0][0], end, last, len(last) >= 2


_KO_BODY = (
    "장", "부", "팀", "실", "당", "측", "업계", "본부", "센터", "위", "회", "증권", "그룹", "은행", "산업", "총괄", "회사", "기업", "업체", "종목", "금융", "운용",
    "증권사", "운용사", "제조사", "보험사", "자회사", "모회사", "전자", "자동차", "화학", "보험", "투자", "대학", "연구소", "민주", "공화",
)  # fmt: skip


def domestic(word: str) -> bool:
    """Whether a word has the shape of a Korean full name: a surname and two syllables."""
    return len(word) == 3 and word[0] in SURNAMES and word not in KO_NOT_A_NAME and word[2] not in "은는을를에의"


def _plain(word: str) -> bool:
    """Whether a word could be a given name in transcription."""
    return word not in KO_NOT_A_NAME and not _KO_PARTICLED.search(word) and not word.endswith(("이", "가", "다", "만", "해", "면", "며", "고", "으로", "사로", *_KO_BODY))
