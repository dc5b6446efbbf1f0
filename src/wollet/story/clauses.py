"""Other ways to read a masked sentence: a subject carried to a later clause, asides left out, a headline as a sentence.

Each reading keeps the signs of the sentence, so that what the frames find in it is said of the same parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wollet.story.masking import ANY as N
from wollet.story.masking import NONE as X

MOST = 6
"""So many clauses of a sentence are read with its subject."""
_WORDS = re.compile(r"[A-Za-z]{4,}")
_ASIDE_EN = re.compile(r"\s\([^()]{1,80}\)|,\s(?:which|whose|who|an?|the|one\sof|formerly|citing|according\sto|along\swith|including)\s[^,;{}]{2,110}?(?=,|$),?")
_SAID_EN = re.compile(rf"^(?:[A-Z][\w\s.]{{0,24}}?[-—–]\s*)?(?:[^,{N[1:-1]}]{{2,60}},\s)(?={N})")
_APPOSED_EN = re.compile(rf"^({N}),\s(?:an?|the|one\sof|which)\s{X}{{3,200}}?,\s(?=(?:has|have|had|is|was|will|said|says|agreed|announced|plans)\s)")
"""An apposition with commas of its own behind the first name."""
_SHORT_BE = re.compile(r"\b([Ii]t|[Tt]hey|[Hh]e|[Ss]he|who|that)['’](?:s|re)\s")
_UNIT_EN = re.compile(rf"({N})['’]s(?:\s[\w&-]+){{0,3}}?\s(?:unit|division|subsidiary|arm|affiliate|business)(?=\s(?:said|has|had|will|would|is|was|agreed|plans|[a-z]+ed)\b)")
"""What a company's unit does the company does."""
_HEAD_EN = re.compile(rf"^{X}{{0,24}}?({N})(?:['’]s\s[\w-]+(?:\s[\w-]+)?)?{X}")
_AND = re.compile(
    r"(?:,\s(?:and|but|then)|\s(?:and|but|then)|;|\swhile|,\swhile|,(?=\s(?:it|they)\s))\s(?:it\s|they\s)?(?=(?:also\s|now\s|later\s|recently\s|then\s|has\s|had\s|have\s|is\s|was\s|will\s|would\s|plans\s|said\s|\w+ly\s)*"
    r"(?:[a-z]+(?:ed|es|s)\b|to\b|bought|sold|won|took|made|built|held|led|put|cut|spent|met|began|gave|paid|set|lost|struck|sued|being|been|in\stalks|about|suing|buying|supplying))"
)
_ANOTHER_EN = re.compile(rf"\b(?:said|says|told|that|after|as|because|while|when)\s(?:the\s)?(?:{N}|[A-Z][a-z]+)(?:\s[A-Z][a-z]+)*\s(?:has|had|have|is|was|will|would|could|[a-z]+ed)\b")
"""Another subject before the later clause: what follows may be told of it."""
_JOINT_KO = re.compile(r"(?<=[가-힣])(?:고|며|면서|으며|지만|는데|은데|데\s이어|[은한린]\s(?:뒤|후|다음)|아|어|해),?\s(?=\S)")
_OWN_KO = re.compile(rf"{X}*?(?<![하있되없])(?<=[가-힣A-Za-z0-9)])(?:은|는|이|가)(?:\s|,){X}*?{N}|{X}*?{N}(?:\s?\([^()]{{1,20}}\))?(?:은|는|이|가)\s")
_SUBJECT_KO = re.compile(rf"({N})(?:\s?\([^()]{{1,20}}\))?(?:\s?(?:그룹|측))?(?:은|는|이|가|도)\s")
_ASIDE_KO = re.compile(
    rf"\([^()]{{1,40}}\)|{N}(?:(?:와|과|,|·)\s?{N})*(?:이|가)\s{X}{{0,14}}?(?:보유|소유|운영|개발|생산|제작|출시|발표|제시|추진|주도)?(?:한|하는|하던|하고\s있는|중인|해\s온|만든|이끄는|세운|내놓은|가진|갖고\s있는|들고\s있는)\s(?={N})"
    rf"|{N}(?:의)?\s?{X}{{0,8}}?(?:계열사|자회사|손자회사|협력사|경쟁사|합작사|관계사|모회사)(?:인|이자)\s(?={N})"
    rf"|{N}(?:의)?\s?{X}{{0,30}}?(?:에\s?(?:따르면|의하면),?)\s|{X}{{0,40}}?(?:에\s?(?:따르면|의하면),?)\s(?={N})"
)
_HEAD_KO = re.compile(rf"^({N}),\s?(?!\s?{N}\s?(?:,|등|·))")


def readings(text: str, korean: bool) -> Iterator[str]:
    """The sentence, and the other ways to read it, each once."""
    seen = set()
    for reading in _korean(text) if korean else _english(text):
        if reading not in seen:
            seen.add(reading)
            yield reading


def _english(text: str) -> Iterator[str]:
    if _headline(text):
        text = re.sub("[A-Z]", lambda m: m[0].lower(), text)
        text = re.sub(rf"^({N}),\s({N})\s", r"\1 and \2 ", text)
    text = _SHORT_BE.sub(r"\1 is ", text)
    yield text
    plain = _UNIT_EN.sub(r"\1", _ASIDE_EN.sub("", text))
    yield plain
    yield _APPOSED_EN.sub(r"\1 ", text)
    head = _HEAD_EN.match(plain) or _HEAD_EN.match(_SAID_EN.sub("", plain))
    if head is None:
        return
    for n, m in enumerate(_AND.finditer(plain)):
        rest = plain[m.end() :]
        if n >= MOST:
            return
        if re.search(N, rest) and plain.find(head[1]) < m.start() and not _ANOTHER_EN.search(plain, 0, m.start()):
            yield f"{head[1]} {rest}"


def _headline(text: str) -> bool:
    """Whether nearly every longer word is capitalised."""
    words = _WORDS.findall(text)
    return len(words) >= 3 and sum(w[0].isupper() for w in words) >= 0.75 * len(words)


def _korean(text: str) -> Iterator[str]:
    text = _HEAD_KO.sub(r"\1는 ", text)
    yield text
    plain = _ASIDE_KO.sub("", text)
    yield plain
    subjects = list(_SUBJECT_KO.finditer(plain))
    if not subjects:
        return
    joints = list(_JOINT_KO.finditer(plain, subjects[0].end()))
    heads = {subjects[0].start(), *(m.end() for m in joints)}
    for m in joints[:MOST]:
        rest = plain[m.end() :]
        subject = next(s for s in reversed(subjects) if s.end() <= m.end() and (s.start() in heads or s[0].rstrip()[-1] in "은는"))
        if re.search(N, rest) and not _OWN_KO.match(rest):
            yield f"{subject[1]}는 {rest}"
