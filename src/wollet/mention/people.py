"""People by the shape of the phrase: a name beside a role, an organisation beside both; later the surname alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from wollet.mention import edges, people_en, people_ko
from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.people_parts import Bodies, Person
from wollet.model.article import Lang
from wollet.model.mention import Mention, Name


def find(level: str, lang: Lang, starts: list[int], found: list[Mention]) -> list[Mention]:
    """People named in a text, in order."""
    bodies = Bodies(level, found)
    people = (people_ko if lang == "ko" else people_en).find(level, bodies)
    people.sort(key=lambda p: (p.start, -p.end))
    out: list[Mention] = []
    at = 0
    for p in _with_surnames(level, lang, starts, people, bodies):
        if p.start >= at:
            out.append(Mention(p.start, p.end, "person", Name(name=p.name, role=p.role, org=p.org), "person by role" if p.full else "surname"))
            at = p.end
    return out


_EN_WORD = re.compile(r"(?<![A-Za-z0-9.])[A-Z][A-Za-z'-]{2,24}")


def _with_surnames(level: str, lang: Lang, starts: list[int], people: list[Person], bodies: Bodies) -> list[Person]:
    """Adds the places where someone named in full stands by surname alone."""
    known: dict[str, Person] = {}
    if lang == "ko":
        people = _unglued(people)
    for p in people:
        if p.full and (" " in p.name or lang == "ko"):
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


def _unglued(people: list[Person]) -> list[Person]:
    """A name that lost the space before it ("악재정 다온") is the name that the text tells elsewhere ("정 다온")."""
    told = {p.name for p in people if p.full and " " in p.name}
    out = []
    for p in people:
        own = next((n for n in told if p.name.endswith(n) and n != p.name and p.name[-len(n) - 1] != " "), None)
        out.append(p if own is None else p._replace(start=p.start + len(p.name) - len(own), name=own))
    return out


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
    reads("en", "person", {"name": "Ann Lee", "org": "Acme Research"}, "said {Ann Lee} of Acme Research."),
    reads("en", "person", {"name": "Waller", "org": "Federal Reserve"}, "Fed's {Waller} said rates may stay."),
    reads("en", "person", {"name": "Ann Lee", "role": "Chief Executive", "org": "AMD"}, "Chief Executive {Ann Lee} of AMD spoke."),
    reads("ko", "person", {"name": "마이크 윌슨", "role": "전략가", "org": "모건스탠리"}, "모건스탠리의 {마이크 윌슨} 전략가는 말했다"),
    reads("ko", "person", {"name": "파월", "role": "의장"}, "파월 의장이 왔다. {파월}은 신중했다."),
    reads("ko", "person", {"name": "마이크 윌슨"}, "관세도 악재{마이크 윌슨} 전략가. 마이크 윌슨 전략가는 말했다"),
    ignores("en", "person", "The {Wall Street} rally went on, analysts said.", "Apple's {Vision Pro} sells."),
)
