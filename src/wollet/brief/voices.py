"""Views told: both sides in turn, in the speakers' own words; who speaks is named in the listener's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wollet.brief.latin import company, person, trade
from wollet.brief.teller import Teller, josa
from wollet.model.briefing import Sentence
from wollet.model.mention import Name
from wollet.model.story import Checked, View
from wollet.model.verdict import Verdict
from wollet.story.names import key
from wollet.story.views import parted

_HANGUL = re.compile(r"[가-힣]")
_ENDED = re.compile(r"(?:다|까|죠|네요|군요|세요|어요|아요|에요)[.?!]?$")
ROLES = (
    ("최고경영자", "chief executive"), ("수석이코노미스트", "chief economist"), ("수석 이코노미스트", "chief economist"), ("이코노미스트", "economist"),
    ("애널리스트", "analyst"), ("수석연구원", "analyst"), ("선임연구원", "analyst"), ("책임연구원", "analyst"), ("연구위원", "analyst"), ("연구원", "analyst"),
    ("전략가", "strategist"), ("스트래티지스트", "strategist"), ("리서치센터장", "head of research"), ("센터장", "head of research"), ("교수", "professor"),
    ("부회장", "vice chairman"), ("회장", "chairman"), ("부사장", "vice president"), ("사장", "president"), ("대표이사", "chief executive"),
    ("대표", "chief executive"), ("부총리", "deputy prime minister"), ("총리", "prime minister"), ("장관", "minister"), ("총재", "governor"),
    ("위원장", "chairman"), ("의장", "chair"), ("이사", "director"), ("본부장", "head of division"), ("팀장", "team head"), ("대통령", "president"),
)  # fmt: skip
"""Offices in both languages; the first that fits counts."""
ANY = frozenset(("analyst", "economist", "strategist", "director", "professor"))
"""Offices that many hold in one house."""
_CHIEF = re.compile(r"^(?:CEO|chief executive(?: officer)?)$", re.IGNORECASE)


def spoken(views: Sequence[View], most: int) -> list[View]:
    """Views of both sides in turn, each speaker once, in the speaker's own words only."""
    seen: set[str] = set()
    sides: dict[str, list[View]] = {}
    for v in views:
        if v.quoted and v.speaker not in seen:
            seen.add(v.speaker)
            sides.setdefault(v.stance, []).append(v)
    out: list[View] = []
    while len(out) < most and any(sides.values()):
        for side in list(sides):
            if sides[side] and len(out) < most:
                out.append(sides[side].pop(0))
    return out


def role(word: str | None, ko: bool) -> str | None:
    """An office in the listener's language; None where it has no word there."""
    if not word:
        return None
    if bool(_HANGUL.search(word)) == ko:
        return word
    if ko and _CHIEF.match(word):
        return "최고경영자"
    return next((pair[0] if ko else pair[1] for pair in ROLES if (pair[1].lower() == word.lower() if ko else pair[0] in word.replace(" ", "") or pair[0] in word)), None)


def house(org: str | None, teller: Teller, article: Checked | None) -> str | None:
    """Whom a speaker speaks for, as this language calls it."""
    if not org:
        return None
    if article is not None:
        for m in article.mentions:
            if m.kind in ("instrument", "organisation") and isinstance(m.value, Name) and article.article.text[m.start : m.end] == org:
                k = key(m.value)
                if teller.sayable(k):
                    return teller.called(k)
    if teller.ko or not _HANGUL.search(org):
        return org
    return company(org) if trade(org) else None


def who(v: View, teller: Teller, article: Checked | None) -> str:
    """The holder of a view, introduced."""
    return introduced(v.speaker, v.role, v.org, teller, article)


def titles(articles: Iterable[Checked], teller: Teller) -> dict[str, str]:
    """How the persons of some articles are introduced whose office their article tells."""
    out: dict[str, str] = {}
    for c in articles:
        for m in c.mentions:
            if m.kind == "person" and isinstance(m.value, Name) and not m.value.anaphor and m.value.role and m.value.name not in out:
                speaker, org = parted(m.value)
                out[m.value.name] = introduced(speaker, m.value.role, org, teller, c)
    return out


def introduced(speaker: str, word: str | None, org: str | None, teller: Teller, article: Checked | None) -> str:
    """A speaker with office and house: "뱅크오브아메리카 비벡 아리아 애널리스트"; "an analyst at Bank of America (비벡 아리아)"."""
    office, of = role(word, teller.ko), house(org, teller, article)
    if teller.ko:
        return " ".join(x for x in (of, speaker, office) if x and not (x == of and speaker.startswith(x)))
    foreign = bool(_HANGUL.search(speaker))
    if not foreign:
        if office in ANY:
            return f"{speaker}, {a_or_an(office)} {office}{f' at {of}' if of else ''},"
        return f"{speaker}, {office} of {of}," if office and of else f"{speaker}, {office}," if office else f"{speaker} of {of}" if of else speaker
    if org is None and word is None and (said := company(speaker)) and trade(speaker):
        return said
    known = person(speaker)
    if known is not None:
        of_house = f"{a_or_an(office)} {office} at {of}" if office in ANY and of else f"{office} of {of}" if office and of else f"{a_or_an(office)} {office}" if office in ANY else office or of
        return f"{known} ({speaker}), {of_house}," if of_house else f"{known} ({speaker})"
    name = f" ({speaker})"
    if office and of:
        return f"{a_or_an(office)} {office} at {of}{name}" if office in ANY else f"the {office} of {of}{name}"
    if office:
        return f"{a_or_an(office)} {office}{name}"
    return f"{of}{name}" if of else speaker


def a_or_an(word: str | None) -> str:
    return "an" if word and word[0] in "aeiou" else "a"


def view(v: View, teller: Teller, article: Checked | None, claims: Sequence[tuple[str, Verdict]] = ()) -> Sentence:
    """A view in its holder's own words, the holder named; words of the other language are told to be so.

    The figures that are quoted carry their claims, which are charged to the speaker.
    """
    said = who(v, teller, article)
    foreign = bool(_HANGUL.search(v.quote)) != teller.ko
    words = v.quote.strip()
    if teller.ko:
        end = "고" if _ENDED.search(words) else josa(words, "이라고라고")[len(words) :]
        parts = {"who": josa(said, "은는"), "words": words, "end": end}
        text = teller.say("view", v.quote, parts)
    else:
        text = teller.say("view_foreign" if foreign else "view", v.quote, {"who": said, "words": words})
    inside = [id for id, c in claims if v.span[0] <= c.claim.span[0] and c.claim.span[1] <= v.span[1] and c.claim.quote in v.quote]
    return Sentence(text=text, lang=teller.lang, role="view", claims=tuple(inside), quotes=((v.article, *v.span),))
