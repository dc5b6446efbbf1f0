"""Wording by a language model, off by default: what it returns goes back through `check`, and a sentence in which any
number was changed, added or lost, or that no longer says the same, is thrown out.

Any OpenAI-compatible address will do (`--polish URL` or $WOLLET_POLISH; $WOLLET_POLISH_MODEL and $WOLLET_POLISH_KEY
where the server asks for them).  Nothing is sent anywhere unless an address is given.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from urllib.parse import urlsplit

import msgspec

from wollet.brief.programme import Programme
from wollet.model.article import Article
from wollet.model.briefing import Briefing, Section, Sentence
from wollet.model.market import MarketData
from wollet.model.mention import NUMBER_KINDS
from wollet.model.quantity import Quantity
from wollet.model.time import When

TIMEOUT, LONGEST = 20.0, 200_000
RATIO = 1.8
"""A polished sentence that is so many times longer says something of its own."""
POLISHED = frozenset(("figure", "open", "reaction"))
ORDER = {
    "ko": "다음 문장을 방송 뉴스 문체로 다듬어 한 문장만 돌려주세요. 숫자, 이름, 날짜와 뜻은 그대로 두세요.",
    "en": "Reword this sentence of a market briefing in clean news English. Return one sentence only; keep every number, name, date and meaning.",
}
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_HANGUL_NUMBER = re.compile(r"[영일이삼사오육칠팔구십백천]{2,}\s?(?:만|억|조|퍼센트|달러|원|배|포인트)")

_BEARING = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        r"상승|급등|반등|강세|오[르른를름]|올[라랐]|뛰|뛴|늘[어었]|늘다|증가|불어|웃돌|웃돈|넘[어었]|이익|앞[서섰]|\b(?:rose|rise[sn]?|rising|gain\w*|up|climb\w*|added|adding|higher|above|grew|grow\w*|jump\w*|surg\w*|profit)\b",
        r"하락|급락|약세|내[리린림]|내[려렸]|밀[리려렸린]|떨어|줄[어었]|줄다|감소|밑돌|밑돈|손실|뒤처|\b(?:fell|fall\w*|los[est]\w*|lost|down|slip\w*|shed|lower|below|shr[aiu]nk\w*|declin\w*|drop\w*|sank|plung\w*|loss)\b",
        r"지\s?않|지\s?못|아니|없[다습었는]|\b(?:not|never|no longer|without|failed)\b|n['’]t\b",
        r"라면|다면|면\s|가정|\b(?:if|would|could|might)\b",
    )
)
Wording = Callable[[str, str], str]
"""(sentence, language) -> the sentence as a model words it; raises OSError or ValueError."""


def polisher(address: str | None) -> Wording | None:
    """The model at an address, or nothing where none is given; ValueError for an address that is none."""
    url = address or os.environ.get("WOLLET_POLISH") or None
    if url is None:
        return None
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
        raise ValueError(f"--polish {url}: no web address: give one such as http://localhost:8080/v1")
    target = url if url.rstrip("/").endswith("/chat/completions") else url.rstrip("/") + "/chat/completions"
    model = os.environ.get("WOLLET_POLISH_MODEL", "default")
    key = os.environ.get("WOLLET_POLISH_KEY")

    def word(sentence: str, lang: str) -> str:
        import urllib3

        body = {"model": model, "temperature": 0, "messages": [{"role": "system", "content": ORDER[lang]}, {"role": "user", "content": sentence}]}
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
        try:
            reply = urllib3.request("POST", target, body=json.dumps(body).encode(), headers=headers, timeout=TIMEOUT, retries=False)
        except urllib3.exceptions.HTTPError as error:
            raise OSError(f"{target}: no answer ({type(error).__name__})") from error
        if reply.status != 200:
            raise OSError(f"{target}: answered {reply.status}")
        try:
            said = msgspec.json.decode(reply.data[:LONGEST])["choices"][0]["message"]["content"]
        except (msgspec.DecodeError, KeyError, IndexError, TypeError) as error:
            raise ValueError(f"{target}: not the answer of a chat completion") from error
        if not isinstance(said, str):
            raise ValueError(f"{target}: an answer without text")
        return " ".join(said.split())

    return word


def polished(p: Programme, market: MarketData | None, word: Wording, *, tell: Callable[[str], None]) -> Programme:
    """The programme with such sentences as the model worded without touching what they say.

    A server that does not answer is told once and then left alone.
    """
    state = {"down": False, "kept": 0, "thrown": 0}

    def one(s: Sentence) -> Sentence:
        if s.role not in POLISHED or state["down"]:
            return s
        try:
            said = word(s.text, s.lang)
        except (OSError, ValueError) as error:
            state["down"] = True
            tell(f"{error}: the sentences stay as they are")
            return s
        if said != s.text and same(s.text, said, s.lang, p, market):
            state["kept"] += 1
            return msgspec.structs.replace(s, text=said, polished=True)
        state["thrown"] += said != s.text
        return s

    def section(x: Section) -> Section:
        return msgspec.structs.replace(x, sentences=tuple(one(s) for s in x.sentences))

    def briefing(b: Briefing) -> Briefing:
        return msgspec.structs.replace(b, sections=tuple(section(x) for x in b.sections))

    out = msgspec.structs.replace(p, briefings=tuple(briefing(b) for b in p.briefings))
    if state["thrown"]:
        tell(f"polish: {state['kept']} sentences reworded, {state['thrown']} thrown out for changing what they say")
    return out


def same(before: str, after: str, lang: str, p: Programme, market: MarketData | None) -> bool:
    """Whether a rewording says the same: the same digits, the same quantities, dates and names, the same claims, and
    nothing refuted."""
    if not after or len(after) > RATIO * len(before) + 20 or _HANGUL_NUMBER.findall(after) != _HANGUL_NUMBER.findall(before):
        return False
    if Counter(_DIGITS.findall(before)) != Counter(_DIGITS.findall(after)):
        return False
    return bearing(before) == bearing(after) and said(before, lang, p, market) == said(after, lang, p, market)


def bearing(text: str) -> tuple[bool, ...]:
    """Which ways a sentence points at all: up, down, denied, supposed; whatever its figures are read as."""
    return tuple(p.search(text) is not None for p in _BEARING)


def said(text: str, lang: str, p: Programme, market: MarketData | None) -> tuple[object, ...]:
    """What a sentence says, as `check` reads it: quantities, dates, names, directions, and what was refuted."""
    from wollet.mention import find
    from wollet.verify.check import check

    when = p.as_of
    assert when is not None
    article = Article(id="polish", text=text, published=when, lang="ko" if lang == "ko" else "en")
    mentions = find(article)
    quantities: Counter[tuple[Decimal | None, Decimal | None, str, str | None]] = Counter()
    dates: Counter[object] = Counter()
    names: set[object] = set()
    for m in mentions:
        if m.kind in NUMBER_KINDS and isinstance(m.value, Quantity):
            quantities[m.value.low, m.value.high, m.value.unit, m.value.hedge] += 1
        elif isinstance(m.value, When):
            dates[m.value.start, m.value.end] += 1
        elif m.kind in ("instrument", "organisation", "person"):
            names.add(getattr(m.value, "ids", ()) or getattr(m.value, "name", ""))
    if market is None:
        return (quantities, dates, names)
    verdicts = check(article, market).verdicts
    claims = Counter((v.claim.subject.id, v.claim.direction, v.label == "refuted", v.claim.quantity.low if v.claim.quantity else None) for v in verdicts)
    return (quantities, dates, names, claims)
