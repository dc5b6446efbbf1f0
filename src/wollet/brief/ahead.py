"""The dates ahead: whose event, of which kind, on which day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wollet.brief import phrases as P
from wollet.brief.programme import Programme
from wollet.brief.teller import Teller
from wollet.model.briefing import Sentence
from wollet.model.story import Catalyst
from wollet.model.time import Window
from wollet.reference import instruments

_DATE = re.compile(r"(?:(?:오는|이달|이번|다음|내달|내년|올해|[주달]|\d{1,4}[년월일]?|초|중순|말)[\s~,]*)+|(?:on\s|next\s|this\s)?(?:[A-Z][a-z]{2,8}\.?,?\s?)?(?:\d{1,2}(?:st|nd|rd|th)?)?(?:,?\s\d{4})?|(?:next|this)\s(?:week|month|quarter|year)", re.IGNORECASE)
"""Words that only tell the day are no name of an event."""
SHORTEST, LONGEST_NAME = 3, 60
RELEASED_IN = {"America/New_York": "US", "Asia/Seoul": "KR", "Asia/Tokyo": "JP", "Asia/Shanghai": "CN", "Europe/London": "GB", "Europe/Berlin": "EZ"}
LONGEST_EVENT = 7
"""Days: what is only known to fall in some month is an outlook, no date."""


def date_ahead(p: Programme, e: Catalyst, teller: Teller, once: set[object]) -> Sentence | None:
    """A date ahead, by the claim that tells it or else by its sentence in the article."""
    if e.article not in p.told or e.start <= p.date or (e.end - e.start).days > LONGEST_EVENT:
        return None
    what = event_name(p, e, teller)
    if what is None or (teller.lang, e.start, what) in once:
        return None
    once.add((teller.lang, e.start, what))
    when = teller.when(Window(e.start, e.end), None, again=True)
    day = when["When"].removeprefix("On ").strip()
    day = day[:1].lower() + day[1:] if day.startswith("From ") else day
    parts = {"S": what, "when": day if teller.ko else when["when"], "When": day if teller.ko else when["When"], "day": day}
    parts["at"] = f"{day}에는" if e.start == e.end else day
    id = p.of(e.article)[e.claim][0] if e.claim is not None else None
    lang = p.article(e.article).article.lang
    whose = host(e, teller)
    by_kind = (e.start == e.end or e.kind == "offering") and whose is not None and kind_of(e) is not None and not (e.kind == "event" and own_word(e, teller, lang, whose))
    key = f"ahead_{e.kind}"
    parts["what"] = (dividend(p, e) if e.kind == "dividend" else offering(p, e))[0 if teller.ko else 1]
    if by_kind and key in teller.book:
        parts["S"] = whose or what
    text = teller.say(key if by_kind and key in teller.book else "ahead", f"{e.start}|{what}", parts)
    quotes = () if id is not None else ((e.article, *e.span),)
    return Sentence(text=text, lang=teller.lang, role="catalyst", claims=(id,) if id is not None else (), quotes=quotes)


def released(p: Programme, e: Catalyst) -> tuple[str, str] | None:
    """Which figure of which economy comes out, in both languages: "미국 고용보고서 발표"."""
    words = p.article(e.article).article.text[e.span[0] : e.span[1]]
    area = next((P.AREAS[a] for zone, a in RELEASED_IN.items() if e.zone == zone), None)
    found = next(((ko, en) for pattern, ko, en in P.RELEASES if re.search(pattern, words, re.IGNORECASE)), None)
    return (f"{area[0]} {found[0]} 발표", f"{area[1]} {found[1]}") if area is not None and found is not None else None


def dividend(p: Programme, e: Catalyst) -> tuple[str, str]:
    """Which of a dividend's dates it is, where its sentence says so near to it."""
    found = nearest(p, e, P.DIVIDENDS)
    return found if found is not None else P.EVENTS["dividend"]


def offering(p: Programme, e: Catalyst) -> tuple[str, str]:
    """Which step of an offering a date is of."""
    found = nearest(p, e, P.OFFERINGS)
    return found if found is not None else P.EVENTS["offering"]


def nearest(p: Programme, e: Catalyst, table: Sequence[tuple[str, str, str]]) -> tuple[str, str] | None:
    """The name that an event's sentence gives it nearest to the date: in Korean rather behind it, in English before it."""
    said = p.article(e.article)
    a, b = e.span
    at, ko = said.verdicts[e.claim].claim.span[0] - a if e.claim is not None else 0, said.article.lang == "ko"
    found = [
        (abs(m.start() - at) * (2 if (m.start() < at) == ko else 1), n)
        for n, (words, _, _) in enumerate(table) for m in re.finditer(words, said.article.text[a:b], re.IGNORECASE)
    ]  # fmt: skip
    return table[min(found)[1]][1:] if found else None


def host(e: Catalyst, teller: Teller) -> str | None:
    """Whose event it is: of a policy rate the central bank, else the first player that has a name in this language."""
    found = [i for x in e.bears_on[:2] if (i := instruments.get(x)) is not None]
    rate = next((i for i in found if i.kind == "rate"), None) if e.kind == "policy" else None
    if rate is not None:
        area = rate.country or ("KR" if rate.currency == "KRW" else "US")
        return P.BANKS.get(area, P.BANKS["US"])[0 if teller.ko else 1]
    return next((teller.called(x) for x in e.bears_on[:2] if teller.sayable(x)), None)


def kind_of(e: Catalyst) -> tuple[str, str] | None:
    """What an event is called by its kind, in both languages; None where only its own name says what it is."""
    found = [i for x in e.bears_on[:2] if (i := instruments.get(x)) is not None]
    if e.kind == "policy" and any(i.kind == "rate" for i in found):
        return P.EVENTS["policy"]
    if e.kind == "release" or (found and found[0].id == e.bears_on[0] and found[0].kind != "stock" and e.kind not in ("policy", "dividend")):
        return None
    return P.EVENTS.get(e.kind)


def own_names(e: Catalyst, names: Sequence[str]) -> set[str]:
    """What the players of a date are called: a name alone is no event."""
    found = [i for x in e.bears_on if (i := instruments.get(x)) is not None]
    return {*names, *(i.name_en for i in found), *(i.name_ko for i in found if i.name_ko)}


def own_word(e: Catalyst, teller: Teller, lang: str, whose: str | None) -> str | None:
    """What the text itself calls an event, where the text is of this language and says more than a name or a kind."""
    said = " ".join(e.text.split())
    fits = not _DATE.fullmatch(said) and lang == teller.lang and SHORTEST <= len(said) <= LONGEST_NAME and said.lower() not in P.EVENT_WORDS
    return said if fits and said not in own_names(e, [whose] if whose else []) else None


def event_name(p: Programme, e: Catalyst, teller: Teller) -> str | None:
    """What is ahead: whose event of which kind; else as the text calls it."""
    lang = p.article(e.article).article.lang
    if e.kind == "release" and (told := released(p, e)) is not None:
        return told[0 if teller.ko else 1]
    whose, kind = host(e, teller), offering(p, e) if e.kind == "offering" else kind_of(e)
    said = own_word(e, teller, lang, whose)
    if whose is not None and kind is not None and not (said is not None and e.kind == "event"):
        return f"{whose} {kind[0]}" if teller.ko else f"{whose}’s {kind[1]}"
    if said is None:
        return None
    return said if whose is None or whose.removeprefix("the ") in said else f"{whose}, {said}"
