"""A relation frame: a pattern over a masked sentence, who is actor and who target in it, and the status it tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import msgspec

from wollet.reference import organisations
from wollet.story.clauses import readings
from wollet.story.masking import ANY, SIGNS, Masked, Party
from wollet.story.unlisted_en import PLACES

SIGN = SIGNS
FOR_THE_COMPANY = frozenset(("partners", "supplies", "buys"))
"""What an officer does for the company; what is bought, owned or sued may be the officer's own affair."""
TRADES = frozenset(("acquires", "invests", "supplies", "buys", "competes", "rates"))
"""What an authority does not do: where one seems to, it only heard or keeps a filing of it."""
OWNED = frozenset(("acquires", "invests", "competes"))
"""What is not done to an authority either."""
SYMMETRIC = frozenset(("partners", "talks", "competes"))
OF_COMPANIES = frozenset(("partners", "supplies", "buys", "competes"))
"""What a person for himself is no party to."""
BETWEEN_TRADERS = frozenset(("partners", "competes", "supplies", "buys"))
"""What two authorities told side by side do not do on a map of companies."""


_CLAUSE = re.compile(r"[,;:]\s|(?<=면서)\s|(?<=[가-힣]며)\s")
"""Ends the clause that a matter is told in: what comes behind it is said of something else."""


_OTHERS = re.compile(r"(?:들|외국인|기관|개인|투자자|정부|업체|회사|시장|주가|지수|당국|업계|증권가|소비자|실적|매출|관계자|측)(?:은|는|이|가)\s")
"""Others than the actor who come before the target as the subject of a clause of their own."""


_ANOTHER_TOPIC = re.compile(r"[가-힣](?:고|며|지만|으나|는데|은데),?\s(?:[A-Za-z0-9가-힣]+\s){0,2}?[A-Za-z0-9가-힣]*[A-Za-z0-9가-힣](?<![하있되없르오보나지])(?:은|는)\s")
"""Between actor and target: a later clause has a topic of its own, whose name is not known."""
_ITS = re.compile(r"\bits\b")
"""Told by an officer of "its" bid: of the company's."""
_ABROAD = re.compile(rf"\s(?:{PLACES})\b(?!,)")
"""Behind a company's name: its unit in that country is meant, and bought or held for itself."""
_KINDS = r"(?:[a-z]*(?:maker|rival|giant|group|firm|company|partner|retailer|bank|insurer|lender|miner|owner|parent|supplier|unit|app|startup|brand))"
_PART_OF = re.compile(
    rf"\b(?:of|in|by|to|at|from|with|than|into|over|for|on|through|via|against|like|buy|buying|bought|acquir(?:e|ed|ing)|purchas(?:e|ed|ing)|su(?:e|ed|ing)|sell|selling|sold|join|joined)\s(?:(?:the|its|their|an?|[A-Z][\w.]*['’]s|[A-Z][\w-]*-based|(?:small|larg|bigg)er|[a-z-]+(?=\s(?:[a-z-]+\s)?{_KINDS}\s)|{_KINDS})\s){{0,4}}$"
)
"""Before a name: it is no subject, but part of what another does."""
_ITS_PEOPLE = re.compile(
    r"\b(?:shareholders?|holders?|investors?|users?|employees?|workers?|staff|customers?|consumers?|creditors?|residents?|critics?|executives?|officials?|shares|stock|fans|drivers|directors)\s(?:of|in|at)\s(?:the\s)?$", re.I
)
"""Before a name: others than the company act."""
_OF_IT = re.compile(
    rf"\s(?:supplier|rival|owner|parent|competitor|partner|customer|client|backer|investor|spin-?off|affiliate|subsidiary|unit|arm|founder|shareholder|maker)s?,?\s{ANY}"
    r"|\s(?:supplier|rival|owner|parent|competitor|backer|investor|founder|shareholder|maker)s?(?:$|[,.]|\s(?:for|in|from|at|over)\b)"
)
"""Behind a company's name that ends a match: another is meant, told by its tie to that company."""
_TO_BUY = re.compile(r"(?:['’]s\s\w+)?\sto\s(?:acquire|buy|purchase|take\sover|sell|merge|settle|end|resolve)\b")
"""Behind a deal: it is a purchase or a settlement, no partnership."""
_OFFER_FOR = re.compile(r"\b(?:offer|bid|deal|takeover|acquisition|merger|purchase|agreement|venture|plan|project|loan)\s(?:for|of|with|by|in|to)\s(?:the\s)?$")
"""Before a name that "backed by" follows behind a comma: the offer is backed, not the company."""
_TELLS = re.compile(r"\s(?:said|says|told|reported|has|had|is|was|will|would|[a-z]+ed)\b")
"""Behind the last name of a list at the end of a match: that one begins a clause."""
_UNIT_KO = re.compile(r"사업부|사업\s|부문|공장|사업장|점포|자산|법인")
"""Between a Korean company and its being bought: a part of it is."""
_TOLD_OF = re.compile(
    r"(?:(?!(?:은|는|이|가|도)\s)[^,.]){0,24}?(?:밝힌|발표한|공시한|전한|알린|체결한|맺은|따낸|수주한|급등한|급락한|오른|내린|상승한|하락한)\s(?P<who>[^\s,.]+?)(?:은|는|이|가|도)(?:\s|,)"
)
"""A Korean clause told of the noun behind it: of that one it is said, not of the topic of the sentences before."""
_SERVES = re.compile(
    r"[가-힣]{0,2}(?<=[아어해여고]),?\s(?:[^\s,.]+\s){0,3}?[가-힣]+(?:하는|한|는)\s(?P<who>[^\s,.()]+?)(?:\([^()]*\))?(?:에도|에|에게|을|를)\s"
)
"""A Korean clause that goes on and serves the noun behind it ("…에서 칩을 사 서버를 만드는 {who}에")."""
_JOINED = re.compile(r"[가-힣](?:음에도|지만|는데|으나|면서|며)\s")
"""Between a Korean target and the verb: the verb is that of a later clause."""
_HOLDER = re.compile(r"(?:이|가)\s(?:보유|소유|가진|갖고|쥔|들고)")
"""Behind a Korean name: it only holds what another buys."""
_RESPECTIVELY = re.compile(r"\brespectively\b|각각")
_THING = re.compile(r"(?:것|점|바|소식|사실|계획|내용|방안|계약|협약|때|날|뒤|후|사이|이유|배경|기대|관측|전망|회사|업체|기업|[가-힣]*가치|주가|규모|금액|물량)$")
_MOVES = re.compile(r"시총|시가총액|상승률|하락률|수익률|등락률|순매수|거래대금|거래량|대장주|주가")
"""A rank among shares is no rivalry of their companies."""


class Frame(msgspec.Struct, frozen=True):
    """`pattern` has groups `a` (actors) and `t` (targets), each one or several signs.  `status` is fixed or read from
    the words of the match.  `officials` asks for an actor that is no listed company (a regulator)."""

    kind: str
    pattern: re.Pattern[str]
    status: str | None = None
    officials: bool = False


def frame(kind: str, pattern: str, status: str | None = None, *, officials: bool = False) -> Frame:
    """One way to tell a tie, with the status that its words alone give it; `officials` where an authority acts."""
    return Frame(kind, re.compile(pattern), status, officials)


class Group(msgspec.Struct, frozen=True):
    """The frames of one kind, and the words without which none of them can match."""

    call: re.Pattern[str]
    frames: tuple[Frame, ...]


def grouped(frames: tuple[Frame, ...], calls: Mapping[str, str]) -> tuple[Group, ...]:
    """Frames by their kind, each kind in the order given."""
    return tuple(Group(re.compile(call), tuple(f for f in frames if f.kind == kind)) for kind, call in calls.items())


class Tie(msgspec.Struct, frozen=True):
    """One reading of a sentence: who does what to whom, how far it has got."""

    actor: Party
    target: Party
    kind: str
    status: str


def ties(
    sentence: Masked, groups: tuple[Group, ...], status: Callable[[str, str], str | None], before: int, after: int, korean: bool
) -> Iterator[Tie]:
    """The relations that a sentence states, each pair and kind once.

    `status(words, kind)` reads how far a matter has got from the words of the match, `before` characters ahead of it
    and `after` behind it, or None where they deny or only imagine it.
    """
    called = [f for g in groups if g.call.search(sentence.text) for f in g.frames]
    seen: set[tuple[str, str, str]] = set()
    for text in readings(sentence.text, korean) if called else ():
        for f in called:
            for m in f.pattern.finditer(text):
                told = status(text[max(0, m.start() - before) : m.end()] + _CLAUSE.split(text[m.end() : m.end() + after], maxsplit=1)[0], f.kind)
                if told is None or (_of_others(text, m, f) if korean else _of_another(text, m, f)):
                    continue
                for tie in _tied(sentence, f, m, told, text):
                    ends = (tie.actor.key, tie.target.key)
                    same = (*(sorted(ends) if f.kind in SYMMETRIC else ends), f.kind)
                    if same not in seen:
                        seen.add(same)
                        yield tie


def _of_others(text: str, m: re.Match[str], f: Frame) -> bool:
    """Whether a Korean match is told of another than its actor: a subject between the two, a noun behind the clause."""
    between = m.end("a"), max(m.start("t"), m.end("a"))
    if _OTHERS.search(text, *between) or _ANOTHER_TOPIC.search(text, *between):
        return True
    if m.start("a") < m.start("t") and (noun := _TOLD_OF.match(text, m.end(), m.end() + 60)) and not _THING.search(noun["who"]):
        return True
    if m.start("a") < m.start("t") and (noun := _SERVES.match(text, m.end(), m.end() + 60)) and not _THING.search(noun["who"]):
        return True
    if f.kind in ("acquires", "supplies", "buys") and _JOINED.search(text, m.end("t"), max(m.end(), m.end("t"))):
        return True
    if f.kind == "acquires" and _HOLDER.match(text, m.end("a"), m.end("a") + 12):
        return True
    if f.kind == "acquires" and _UNIT_KO.search(text, m.end("t"), m.end()):
        return True
    return f.kind == "competes" and f.status is None and _MOVES.search(text, m.end("a"), m.end() + 12) is not None


def _of_another(text: str, m: re.Match[str], f: Frame) -> bool:
    """Whether an English match is told of a unit abroad of its target, or of one that is only named by it."""
    if f.kind != "rates" and m.start("a") < m.start("t") and not text.startswith(", which", m.end("a")) and _ITS_PEOPLE.search(text, max(0, m.start("a") - 30), m.start("a")):
        return True
    if "subject" in m.re.groupindex and _PART_OF.search(text, max(0, m.start("a") - 60), m.start("a")):
        return True
    if f.kind == "partners" and _TO_BUY.match(text, m.end()):
        return True
    if f.kind == "invests" and m.end("t") < m.start("a") and text[m.end("t")] == "," and _OFFER_FOR.search(text, max(0, m.start("t") - 30), m.start("t")):
        return True
    return (f.kind in OWNED and _ABROAD.match(text, m.end("t")) is not None) or (m.end("t") == m.end() and _OF_IT.match(text, m.end()) is not None)


def _signs(text: str, m: re.Match[str], group: str) -> list[str]:
    """The names of a group, without the one that begins a clause behind the match ("backed by A, B said")."""
    found = SIGN.findall(m[group])
    if len(found) > 1 and m.end(group) == m.end() and m[group][-3] == "," and _TELLS.match(text, m.end()):
        found.pop()
    return found


def _actors(text: str, m: re.Match[str], kind: str) -> list[str]:
    """The acting names; of those before a possessive only the last ("after buying A and B's bid for C")."""
    found = _signs(text, m, "a")
    return found[-1:] if kind in TRADES and text[m.end("a") : m.end("a") + 1] in ("'", "’") else found


def _tied(sentence: Masked, f: Frame, m: re.Match[str], told: str, text: str) -> Iterator[Tie]:
    """Each actor of a match with each of its targets, but of several with several nobody knows who goes with whom; a company
    never with itself: where it stands on both sides, its brand is spoken of ("Alphabet, which owns Google, Meta and Apple
    are probed") and the rest of the list is on neither."""
    actors, targets = ([acting(sentence.party(x), f.kind) for x in found] for found in (_actors(text, m, f.kind), _signs(text, m, "t")))
    if len(actors) > 1 and len(targets) > 1 and (f.kind != "regulates" or _RESPECTIVELY.search(m[0])):
        return
    if f.kind in OWNED and {p.key for p in actors} & {p.key for p in targets}:
        return
    if f.kind in OWNED and _ITS.search(m[0]):
        actors = [Party(p.office, "organisation", ":" in p.office) if p.office else p for p in actors if p.office or p.kind != "person"]
    for actor in actors:
        for target in targets:
            if actor.key != target.key and (_official(actor) if f.officials else _trade(f.kind, actor, target)):
                yield Tie(actor, target, f.kind, f.status or told)


def acting(p: Party, kind: str) -> Party:
    """The company where an officer acts for it."""
    return Party(p.office, "organisation", ":" in p.office) if p.office and kind in FOR_THE_COMPANY else p


def _official(p: Party) -> bool:
    body = organisations.body(p.key)
    return p.kind == "organisation" and not p.listed and (_OFFICE.search(p.key) is not None if body is None else body.kind in OFFICIAL)


def _trade(kind: str, actor: Party, target: Party) -> bool:
    if kind in OF_COMPANIES and "person" in (actor.kind, target.kind):
        return False
    if kind in BETWEEN_TRADERS and governs(actor) and governs(target):
        return False
    if kind == "acquires" and target.kind == "person":
        return False
    return not (kind in TRADES and governs(actor)) and not (kind in OWNED and governs(target))


def governs(p: Party) -> bool:
    """Whether a body is an authority: a regulator, a government, a central bank."""
    body = organisations.body(p.key)
    return p.kind == "organisation" and not p.listed and body is not None and body.kind in GOVERNING


GOVERNING = frozenset(("regulator", "government", "central bank", "statistics", "international"))
OFFICIAL = GOVERNING | {"exchange", "agency"}
"""Who approves, probes and fines."""
_OFFICE = re.compile(r"\b(?:Commission|Authority|Agency|Administration|Department|Ministry|Office|Bureau|Board|Court|Council|Service)\b|(?:위원회|부|처|청|원|검찰|법원|당국)$")
"""What a body that the reference does not know is called where it governs."""
