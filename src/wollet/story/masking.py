"""Sentences with every name replaced by one private sign: relation frames see grammar, never who it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from wollet.model.mention import Mention, Name
from wollet.model.story import Checked
from wollet.reference import organisations
from wollet.story import unlisted_en
from wollet.story.beginnings import beginnings
from wollet.story.names import is_company, is_outlet, key
from wollet.story.sentences import sentences
from wollet.story.unlisted import unlisted

FIRST, LAST = 0xE000, 0xF7FF
ANY = "[\ue000-\uf7ff]"
"""A name, in a pattern."""
NONE = "[^\ue000-\uf7ff]"
"""Anything but a name, in a pattern."""
SIGNS = re.compile(ANY)
_TITLE = r"(?:\s?(?:그룹|측|최고경영자|CEO|대표이사|대표|회장|부회장|사장|창업자|의장|총재|장관|위원장))?"
_SUBJECT = re.compile(rf"{ANY}(?:\s?\([^()]{{1,20}}\))?{_TITLE}(?:(?:은|는|이|가|도)(?![가-힣])|\s역시\s|(?:이?었다|였다|이?다)?\.?$)")
"""Whom a sentence is about: its first subject, or the name that it ends on ("…를 강조한 {name}.")."""
_OTHER_SUBJECT = re.compile(rf"{NONE}*?(?<![하있되없])(?<=[가-힣A-Za-z0-9)])(?:은|는|이|가)(?:\s|,){NONE}*?{ANY}")
_ITS_OWN = re.compile(rf"[^\n]{{0,60}}?({ANY})(?:의)?\s?[가-힣]{{1,8}}(?<![하있되없])(?:은|는|이|가)\s")
"""A sentence on something of a company's ("… 경영진은") has its subject."""
_OF_A_LIST = re.compile(rf"{ANY}\s등(?:의)?\s(?:[가-힣]+\s)?[가-힣]{{1,10}}(?<![하있되없])(?:은|는|이|가)\s")
"""A list of names summed up by a noun that is the subject."""
LASTING = 6
"""A Korean topic left out of the sentences that follow is understood for so many of them."""
_IT = re.compile(rf"({ANY})({NONE}{{3,80}}?\b(?:that|after|because|when|before)\s)it(?=\s[a-z])")
"""A pronoun that goes back to the only name before it."""
_PRONOUN = "It "
"""Opens a sentence on the company that opened the one before."""
_CODE = re.compile(r"(?:\s?(?:\((?:[A-Z]{2,8}\s?:\s?)?[A-Z0-9.·]{1,10}\)|<[A-Z0-9.^ ]{1,10}>))+|(?:\s(?:&\sCo|[Gg]roup|Inc|Corp|Cos?|Ltd|[Pp]lc|PLC|KGaA|Bhd|PCL|PJSC|Oyj|ASA|SpA|SE|AG|SA|NV|Holdings|Bancorp|Bancshares|Technologies|Corporation|Company|Limited|Incorporated|LLC)\b(?:\.(?=[\s,'’]))?)+(?=[\s,.'’]|$)")
"""A code in brackets, or a tail, belongs to the name before it."""
_MARKED = re.compile(rf"[<〈《‘'“\"]({ANY})[>〉》’'”\"]")
"""A name in brackets or quotation marks is a name all the same."""
_STOP = re.compile(r"^\.(?=['’]s\b|\s[a-z(]|,)")
"""The stop of "Corp." behind a name in the middle of a sentence."""
_SOME_BANK = re.compile(r"[A-Z][a-z]+\s(?:Bank|Insurance|Capital|Securities|Group|Agency|Association)")
_WHOSE = re.compile(r"\s(?:antitrust|competition|state\said|digital|data|rules|laws?|regulations?|approval|clearance|member|countries|markets?|leaders|officials|trade|tariffs?|rival)\b")
_STATES = re.compile(r"United\s(?:States|Kingdom|Nations|Arab\sEmirates)\b(?!\s[A-Z])")
_GENERIC_KO = r"(?:엔터테인먼트|모빌리티|바이오로직스|바이오사이언스|에너지|케미칼|에너빌리티|엔터프라이즈|테크놀로지스?|파이낸셜|파트너스|인베스트먼트|캐피탈|홀딩스|일렉트로닉스|머티리얼즈|로보틱스|게임즈|모터스|그룹|인터내셔널|글로벌|코리아)"
_GENERIC = re.compile(_GENERIC_KO)
"""What many Korean companies are called at the end: alone it is nobody's name."""
_GOES_ON = re.compile(rf"-(?=[A-Za-z가-힣]).|\s[A-Z](?=[a-z]{{2}})|\s(?!그룹|코리아|글로벌){_GENERIC_KO}(?=(?:은|는|이|가|을|를|와|과|의|에|도)?(?![가-힣]))")
"""Behind a name in a Korean text: it goes on there ("한빛-WB어드밴스드", "한빛 Electronics"), where no other begins."""
_OF = re.compile(r"\sof\s[A-Z]")
"""Behind "… Bank": the name goes on, and is another bank's."""
_BESIDE = re.compile(r"\s?\(?\s?[A-Z]{0,4}:?\s?")


class Party(msgspec.Struct, frozen=True):
    """Who a sign stands for: the key (instrument id or name), the kind of mention, whether it is a listing; of an
    officer, the company spoken for (`office`); `unlisted` where only the text around says that it is a body; `stands`
    where "the company" stands in for its name."""

    key: str
    kind: str
    listed: bool
    office: str | None = None
    unlisted: bool = False
    stands: bool = False


class Masked(msgspec.Struct, frozen=True):
    """A sentence as the frames read it, with its place in the article."""

    text: str
    parties: tuple[Party, ...]
    span: tuple[int, int]

    def party(self, sign: str) -> Party:
        return self.parties[ord(sign) - FIRST]


def masked(checked: Checked) -> list[Masked]:
    """The sentences of an article that name two parties or more, the one left out of a Korean sentence counted in."""
    text = checked.article.text
    names = parties(checked)
    korean = checked.article.lang == "ko"
    out: list[Masked] = []
    i, age = 0, 0
    opener: Party | None = None
    before: set[str] = set()
    for a, b in sentences(text):
        while i < len(names) and names[i][0] < a:
            i += 1
        j = i
        while j < len(names) and names[j][0] < b:
            j += 1
        here, i, age = names[i:j], j, age + 1
        if korean:
            m = _mask(text, a, b, _stood_for(here, opener))
            subject = _SUBJECT.search(m.text)
            if subject is not None:
                opener, age = m.party(subject[0][0]), 0
            elif opener is not None and age <= LASTING and m.parties and not (_OTHER_SUBJECT.match(m.text) or _of_its_own(m)):
                m = _led(m, opener)
        else:
            here, before = _meant(here, a, opener, before), {p.key for _, _, p in here if not p.stands and p.kind != "person"}
            if opener is not None and text.startswith(_PRONOUN, a):
                here = [(a, a + 2, opener), *here]
            elif here:
                opener = here[0][2] if here[0][0] - a <= 4 and here[0][2].kind != "person" else None
            else:
                opener = None
            m = _mask(text, a, b, here)
            m = Masked(_IT.sub(r"\1\2\1", m.text), m.parties, m.span)
        out.append(m)
    return [m for m in out if len({p.key for p in m.parties}) >= 2]


def _meant(here: list[tuple[int, int, Party]], start: int, opener: Party | None, before: set[str]) -> list[tuple[int, int, Party]]:
    """The names of an English sentence, each "the company" only where it cannot mean another: at its head whoever opened
    the sentence before, behind that the company that it has named first; else the only one named there and `before`."""
    out: list[tuple[int, int, Party]] = []
    for a, b, p in here:
        if not p.stands:
            out.append((a, b, p))
        elif not out and a - start <= len("The ") and opener is not None:
            out.append((a, b, opener))
        elif (out[:1] and out[0][2].key == p.key) or before | {q.key for _, _, q in out if q.kind != "person"} <= {p.key}:
            out.append((a, b, p))
    return out


def _stood_for(here: list[tuple[int, int, Party]], topic: Party | None) -> list[tuple[int, int, Party]]:
    """The names of a Korean sentence, where "이 회사" is the topic of the sentence before, or nobody."""
    return [(a, b, topic if p.stands and topic is not None else p) for a, b, p in here if topic is not None or not p.stands]


def _of_its_own(m: Masked) -> bool:
    """Whether a sentence is on something of a company's; an analyst whose words go on about the topic is no such thing."""
    if _OF_A_LIST.search(m.text):
        return True
    own = _ITS_OWN.match(m.text)
    return own is not None and m.party(own[1]).kind != "person"


def _led(m: Masked, topic: Party) -> Masked:
    """A sentence without subject, led by the topic that it goes on about."""
    moved = SIGNS.sub(lambda s: chr(min(ord(s[0]) + 1, LAST)), m.text)
    return Masked(f"{chr(FIRST)}는 {moved}", (topic, *m.parties), m.span)


def _mask(text: str, a: int, b: int, names: Sequence[tuple[int, int, Party]]) -> Masked:
    parts: list[str] = []
    parties: list[Party] = []
    at = a
    for start, stop, party in names:
        if start < at or len(parties) > LAST - FIRST:
            continue
        between = text[at:start]
        if parties and parties[-1].key == party.key and _BESIDE.fullmatch(between):
            at = stop + (text[stop : stop + 1] == ")" and "(" in between)
            continue
        parts += [_plain(_STOP.sub("", between) if parts else between), chr(FIRST + len(parties))]
        parties.append(party)
        code = _CODE.match(text, stop, b)
        at = code.end() if code else stop
    parts.append(_plain(_STOP.sub("", text[at:b]) if parts else text[at:b]))
    return Masked(_MARKED.sub(r"\1", "".join(parts)), tuple(parties), (a, b))


def _plain(text: str) -> str:
    return _PRIVATE.sub("?", text)


_PRIVATE = re.compile("[\ue000-\uf8ff]")
_DEALT = re.compile(r"\b(?:acquir\w+|takeover of|acquisition of|bid for|stake in|merger (?:of|with)|sue[sd]?|suing)(?:\s[\w-]+){0,4}\s$|를 상대로 .{0,20}$")
NAMED = frozenset(("instrument", "organisation", "person", "place"))
_LEGAL = re.compile(r",?\s(?:KGaA|AG|SE|SA|NV|plc|PLC|Inc|Corp|Co|Ltd|LLC|GmbH|AB|ASA|SpA)\b\.?$")
_DEALS = re.compile(r"\b(?:sue[sd]?|suing|lawsuit|acquir\w+|licens\w+|deal|agreement|partner\w*|invest\w*)\b|소송|계약|제휴|인수|협약|고소|투자")


def parties(checked: Checked) -> list[tuple[int, int, Party]]:
    """Companies, organisations and people in text order; "the chip maker" right before a name is no stand-in."""
    spelled: dict[str, str] = {}
    for m in checked.mentions:
        if m.kind in ("instrument", "organisation") and isinstance(m.value, Name):
            spelled.setdefault(m.value.name, key(m.value))
            spelled.setdefault(checked.article.text[m.start : m.end], key(m.value))
    text = checked.article.text
    out = []
    for m in checked.mentions:
        if (party := _party(m, spelled)) is not None and not (is_outlet(party.key) and _tells(text, m)):
            if _as_adjective(text, m, party):
                continue
            if party.kind == "organisation" and not party.listed and _SOME_BANK.fullmatch(party.key) and not unlisted_en.plausible(party.key):
                continue
            if checked.article.lang == "ko" and _GENERIC.fullmatch(text, *m.span):
                continue
            if checked.article.lang == "en" and _STATES.match(text, m.start):
                continue
            if checked.article.lang == "en" and _OF.match(text, m.end) and text.endswith("Bank", m.start, m.end):
                continue
            start = unlisted_en.own_start(text, *m.span) if party.kind == "organisation" and not party.listed and checked.article.lang == "en" else m.start
            party = msgspec.structs.replace(party, key=text[start : m.end]) if start > m.start else party
            out.append((start, m.end - 4 if text.endswith(" and", 0, m.end) else m.end, party))
    taken = [m.span for m in checked.mentions if m.kind in NAMED]
    employers = (m.value.org for m in checked.mentions if m.kind == "person" and isinstance(m.value, Name) and m.value.org)
    further = unlisted(text, checked.article.lang, taken, employers)
    out += [(a, b, Party(text[a:b], "organisation", False, unlisted=True)) for a, b in further]
    out.sort(key=lambda x: x[:2])
    out = _in_short(text, out)
    if checked.article.lang == "en":
        out = _by_beginning(text, out)
    else:
        starts = {a for a, _, _ in out}
        out = [x for x in out if not (goes := _GOES_ON.match(text, x[1])) or goes.end() - 1 in starts]
    begun = {a for a, _, _ in out}
    standing = {m.start for m in checked.mentions if isinstance(m.value, Name) and m.value.anaphor}
    return [x for x in out if not (x[0] in standing and x[1] + 1 in begun)]


def _in_short(text: str, found: list[tuple[int, int, Party]]) -> list[tuple[int, int, Party]]:
    """A name that a company bears in full before ("Acme KGaA … Acme said") is that company's, not a namesake's."""
    full: dict[str, Party] = {}
    out = []
    for a, b, p in found:
        name = text[a:b]
        if p.kind != "person" and (tail := _LEGAL.search(name)):
            full.setdefault(name[: tail.start()], p)
        out.append((a, b, full[name] if p.listed and name in full else p))
    return out


def _by_beginning(text: str, found: list[tuple[int, int, Party]]) -> list[tuple[int, int, Party]]:
    """With the companies that stand by the beginning of their name alone, whether that was read as a name or not."""
    known = {p.key: p for _, _, p in found}
    full = [(a, b, p.key) for a, b, p in found if p.kind != "person"]
    people = [text[a:b] for a, b, p in found if p.kind == "person" or (p.listed and " " not in text[a:b])]
    short = {(a, b): known[k] for a, b, k in beginnings(text, full, people)}
    out = [(a, b, short.pop((a, b), p) if p.unlisted else p) for a, b, p in found]
    spans = [(a, b) for a, b, _ in out]
    out += [(a, b, p) for (a, b), p in short.items() if not any(x < b and a < y for x, y in spans)]
    return sorted(out, key=lambda x: x[:2])


def _as_adjective(text: str, m: Mention, party: Party) -> bool:
    """Whether a union of states only says whose rules, markets or approval are meant ("conditional EU antitrust approval")."""
    body = organisations.body(party.key)
    return body is not None and body.kind == "international" and _WHOSE.match(text, m.end) is not None


def _tells(text: str, m: Mention) -> bool:
    """Whether an outlet is only the source of what a sentence says, and no party to a deal or a suit."""
    return _DEALS.search(text, m.end, m.end + 50) is None and _DEALT.search(text, max(0, m.start - 50), m.start) is None


def _party(m: Mention, spelled: dict[str, str]) -> Party | None:
    if not isinstance(m.value, Name):
        return None
    if m.kind == "instrument":
        k = key(m.value)
        return Party(k, m.kind, True, stands=m.value.anaphor) if is_company(k) else None
    if m.kind == "organisation":
        return Party(key(m.value), m.kind, bool(m.value.ids))
    if m.kind == "person":
        office = spelled.get(m.value.org or "") if m.value.role else None
        return Party(m.value.name, m.kind, False, office)
    return None
