"""Who thinks what of which company: quotations and reported opinions that lean one way, with their speaker.

A speaker is the named person (or, where no person is named, the house) that the sentence makes say it; "he", "그는" go
back to the last one.  What leans both ways, or neither, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from wollet.model.mention import Mention, Name
from wollet.model.story import Checked, View
from wollet.reference import instruments, organisations
from wollet.story.drift import drifts as drift
from wollet.story.names import is_company, key
from wollet.story.sentences import sentences
from wollet.story.stance import reason, stance

__all__ = ["drift", "stance", "views"]

_QUOTE = re.compile(r"[“\"]([^“”\"\n]{8,400})[”\"]")
SAYS = {
    "ko": re.compile(
        r"고\s?(?:말|밝|설명|분석|전망|강조|진단|평가|덧붙|언급|주장|지적|내다|예상|전했|했다|했습니다|조언|제시|생각|봤|본다|판단|경고|우려|짚|답|꼽|했고)"
        r"|(?:전망|분석|평가|진단|예상|지적|강조|경고|주장|조언)(?:했|한다|합니다)|에\s?(?:따르면|의하면)|내다[봤보]"
    ),
    "en": re.compile(
        r"\b(?:said|says|wrote|writes|told|according\sto|noted|notes|added|argued|argues|warned|warns|believes?|thinks?|expects?|sees?|predicts?|predicted|cautioned|commented|stated|called|calls)\b"
    ),
}
BACK = {"ko": re.compile(r"(?:그는|그녀는|이어|이어서|또|또한|그러면서|아울러|특히)\s"), "en": re.compile(r"[”\"]?,?\s?(?:he|she)\s(?:said|says|added|wrote|noted|cautioned|warned|argued|told)|\b(?:He|She)\b")}
_TOLD = re.compile(r"(?:said|says|according\sto|wrote|writes|added|noted|warned|told|cautioned)$")
_ENDS = frozenset(",”\"’'")
"""A house may stand behind these where what it says has ended; behind "expects", and in "he said Nvidia …", stands what is
spoken of."""
_TITLED = re.compile(r"(?:CIO|CEO|최고투자책임자|최고경영자|연구원|연구위원|애널리스트|전략가|센터장|팀장|이코노미스트|창업자|대표|책임자|매니저|이사)\s?(?:\([A-Z]{2,4}\))?(?:은|는|이|가|도)\s")
"""Somebody speaks whose name was not read: "그는" is no longer the one before."""
_MARKS = re.compile("[“”\"]")
_BY = re.compile(r"에\s?(?:따르면|의하면)")
_ROLES = "(?:연구원|연구위원|애널리스트|센터장|리서치센터장|팀장|이사|전략가|이코노미스트|부장|본부장)"
_SCHOOL = re.compile(r"[가-힣](?:대|대학|대학교|경영대학원|연구소|연구원|은행|증권)$")
REPORTING = frozenset(("outlet", "exchange", "statistics", "data", "government", "regulator"))
_NO_SPEAKER = re.compile(r"\s?(?:대통령|장관|의장|회장)?(?:의\s|\s?(?:행정부|정부|정책|관세))")
"""Behind a person whose government or policy is spoken of."""
_AT = re.compile(r"\b(?:at|with|from|for|by)\s(?:the\s)?$")
"""Before the house of somebody who speaks."""
_PART = re.compile(r"\s(?!주가|지수|가격|시세|실적|목표|투자|에\s|등\s|역시|또한|대비|모두|각각)[가-힣]{2,}")
"""Behind a name that only begins a compound ("… 하노이", "… 커버리지율"): the words are on another."""
BEHIND = 30
"""Characters behind a name in which its house and role stand."""
REACH = 3
"""A speaker is gone back to over so many sentences."""
_KO_SUBJECT = re.compile(r"\s?(?:\([^)]*\)\s?)?[가-힣A-Za-z]{0,10}\s?(?:은|는|이|가|도)\s,?")
_EN_THAT = re.compile(r"\s?,?\s?(?:that\s)?")


def views(checked: Iterable[Checked]) -> list[View]:
    """The leaning views of all articles, in text order; the same words of one speaker once."""
    out: list[View] = []
    seen: set[tuple[str, str, str]] = set()
    for c in checked:
        for v in _of(c):
            same = (v.speaker, v.stance, v.quote)
            if same not in seen:
                seen.add(same)
                out.append(v)
    return out


def _of(c: Checked) -> list[View]:
    text, lang = c.article.text, c.article.lang
    people = [m for m in c.mentions if m.kind == "person"]
    houses = [m for m in c.mentions if (m.kind == "organisation" and opines(m)) or (m.kind == "instrument" and isinstance(m.value, Name) and is_company(key(m.value)))]
    things = [m for m in c.mentions if m.kind == "instrument"]
    out: list[View] = []
    last: tuple[Name, int] | None = None
    i = j = k = 0
    for n, (a, b) in enumerate(sentences(text)):
        i, near_people = _within(people, i, a, b)
        near_people = [m for m in near_people if not (lang == "ko" and _NO_SPEAKER.match(text, m.end))]
        j, near_houses = _within(houses, j, a, b)
        k, near_things = _within(things, k, a, b)
        if lang == "ko" and not near_people and _TITLED.search(text, a, b):
            last = None
        quotes = [(q.start(), q.end()) for q in _QUOTE.finditer(text, a, b)]
        says = [m for m in SAYS[lang].finditer(text, a, b) if not _inside(m.start(), quotes)]
        who = _speaker(near_people, quotes, says) or _speaker(near_houses, quotes, says, lang, text)
        if who is None and last is not None and n - last[1] <= REACH and (quotes or says) and BACK[lang].search(text, a, b):
            who = (last[0], a, a)
        if who is not None and near_people and not (says or quotes) and _TITLED.search(text, who[2], min(b, who[2] + BEHIND)):
            last = (who[0], n)
        if who is None or not (says or quotes):
            continue
        name, start, stop = who
        if near_people or (last is not None and name is last[0]):
            last = (name, n)
        if not says:
            continue
        told = quotes or [_rendering(text, a, b, start, stop, says, lang)]
        for left, right in told:
            words = text[left:right].strip(" ,.“”\"'’‘")
            side = stance(words)
            if side is None or len(words) < 8 or (lang == "en" and words.count(" ") < 2) or (not quotes and (_MARKS.search(words) or (lang == "en" and left < start < right))):
                continue
            earlier = [q for q in quotes if q[1] <= left]
            said_before = [m for m in near_things if _inside(m.start, earlier) and isinstance(m.value, Name) and not key(m.value).startswith("RATE:")]
            said_before = said_before if len({key(m.value) for m in said_before if isinstance(m.value, Name)}) == 1 else []
            on = [m for m in near_things if left <= m.start < right] or said_before or [m for m in near_things if not _inside(m.start, quotes) and not start <= m.start < stop and not _AT.search(text, a, m.start)]
            on = [m for m in on if not (lang == "ko" and _of_a_stock(m) and _PART.match(text, m.end))]
            keys = tuple(dict.fromkeys(x for m in on if isinstance(m.value, Name) and (x := key(m.value)) != name.name and not _same(text[m.start : m.end], name)))
            whole = in_full(text, start, name) if lang == "ko" else name
            if whole is None:
                continue
            speaker, org = parted(whole)
            out.append(
                View(
                    speaker=speaker, role=name.role, org=org, stance=side, on=keys, quote=words, article=c.article.id,
                    span=(a, b), quoted=bool(quotes), reason=reason(text[left:right], lang) or reason(text[a:b], lang),
                )
            )  # fmt: skip
    return out


def opines(m: Mention) -> bool:
    """Whether a body has views of markets: an outlet, an exchange, an authority reports, counts and decides."""
    body = organisations.table().get(m.value.name) if isinstance(m.value, Name) else None
    return body is None or body.kind not in REPORTING


def _of_a_stock(m: Mention) -> bool:
    found = instruments.get(m.value.ids[0]) if isinstance(m.value, Name) and m.value.ids else None
    return found is not None and found.kind == "stock"


def in_full(text: str, at: int, name: Name) -> Name | None:
    """Who a bare surname is ("박 연구원"): the last one of that name who was told in full; nobody where there is none."""
    if len(name.name) > 1:
        return name
    found = list(re.finditer(rf"(?<![가-힣])(?P<name>{name.name}[가-힣]{{2}})\s(?:(?P<house>[가-힣A-Za-z&]{{2,16}})\s)?(?:선임|책임|수석)?{_ROLES}", text[:at]))
    if not found:
        return None
    return msgspec.structs.replace(name, name=found[-1]["name"], org=found[-1]["house"] or name.org)


def parted(name: Name) -> tuple[str, str | None]:
    """A Korean name and the school or house that stands behind it: "다모다란 뉴욕대" (교수)."""
    person, _, behind = name.name.rpartition(" ")
    if person and name.org is None and _SCHOOL.search(behind):
        return person, behind
    return name.name, name.org


def _same(words: str, speaker: Name) -> bool:
    """Whether a name is the speaker's own house."""
    return words in (speaker.org or "") or words == speaker.name


def _within(found: list[Mention], i: int, a: int, b: int) -> tuple[int, list[Mention]]:
    while i < len(found) and found[i].start < a:
        i += 1
    j = i
    while j < len(found) and found[j].start < b:
        j += 1
    return j, found[i:j]


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(x <= at < y for x, y in spans)


def _speaker(
    near: list[Mention], quotes: list[tuple[int, int]], says: list[re.Match[str]], lang: str = "", text: str = ""
) -> tuple[Name, int, int] | None:
    """The one name outside the quotations; of several, the nearest to the word of saying.  A house must be subject."""
    outside = [m for m in near if not _inside(m.start, quotes) and isinstance(m.value, Name) and not m.value.anaphor]
    if lang == "ko":
        outside = [m for m in outside if re.match(r"(?:은|는|이|가|도)\s|에\s?(?:따르면|의하면)", text[m.end : m.end + 6])][:1]
    elif lang == "en":
        outside = [m for m in outside if any(0 <= s.start() - m.end <= 2 or (0 <= m.start - s.end() <= 2 and _TOLD.match(s[0]) and text[m.end : m.end + 1] not in "'’" and (s[0].startswith("according") or text[: s.start()].rstrip()[-1:] in _ENDS)) for s in says)][:1]
    if not outside:
        return None
    if len({m.value.name for m in outside if isinstance(m.value, Name)}) > 1:
        if not says:
            return None
        outside.sort(key=lambda m: (min(abs(m.start - s.start()) for s in says), m.start))
    m = outside[0]
    assert isinstance(m.value, Name)
    return m.value, m.start, m.end


def _rendering(
    text: str, a: int, b: int, start: int, stop: int, says: list[re.Match[str]], lang: str
) -> tuple[int, int]:
    """The stretch of a sentence that renders what its speaker thinks."""
    if lang == "ko":
        by = _BY.match(text, stop, b)
        if by:
            return (by.end(), b)
        verbs = [s for s in says if not _BY.fullmatch(s[0])]
        if not verbs:
            return (a, a)
        last = verbs[-1]
        begin = m.end() if (m := _KO_SUBJECT.match(text, stop, b)) else stop
        return (begin, last.start() + 1) if begin < last.start() else (a, last.start() + 1)
    first = says[0]
    if text.startswith("according", first.start()):
        return (a, first.start()) if first.start() - a > 12 else (stop, b)
    m = _EN_THAT.match(text, first.end(), b)
    after = m.end() if m else first.end()
    if stop <= first.start() or b - after > first.start() - a:
        return (after, b)
    return (a, min(start, first.start()))
