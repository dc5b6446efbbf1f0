"""Small numbers without a figure: a couple and a pair are two; few, several, 몇 and 여러 are from three to nine of a unit of time."""

from __future__ import annotations

from decimal import Decimal

from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.part import Part
from wollet.mention.units import EN, KO, Unit

HEADS: frozenset[str] = frozenset(("couple", "pair", "few", "several"))
_SPANS = r"(?P<u>(?:minute|hour|day|week|month|quarter|year|decade|session|trading (?:day|session)))s(?![a-z-])"
_TWO = re.compile(rf"(?:couple|pair)(?: of (?P<of>(?!(?:minute|hour|day|week|month|quarter|year|decade|session|trading)s? ?|hundred|thousand|million|billion|dozen|more |them|us |things)(?=[a-z])|{_SPANS})| {_SPANS.replace('<u>', '<u2>')}|(?=\s*$))", re.I)
_SOME = re.compile(rf"(?:few|several) (?:more |short |consecutive |straight )?{_SPANS}|few(?=\s*$)", re.I)
_COUNTED = re.compile(r"[a-z]{2,}(?<!s)(?<!ou)s(?![a-z])")
KO_HEADS = (r"며칠(?![인이])|몇 ?(?:분|시간|초|주|달|개월|년|해|분기|거래일)(?= ?(?:간|동안|째|만|뒤|후|전|내|사이|새|안|더|연속|\s|$|[.,]))",)
KO_FIRST = "며몇"
_KO = re.compile(r"며칠|몇 ?(?P<u>분기|분|시간|초|주|달|개월|년|해|거래일)")
ONE, TWO, THREE, SIX = Decimal(1), Decimal(2), Decimal(3), Decimal(6)


def read(text: str, at: int) -> Part | None:
    """The vague English number whose word begins at `at`, with the "a" before it."""
    start = at - 2 if text[max(0, at - 2) : at].lower() == "a " and not text[max(0, at - 3) : max(0, at - 2)].isalnum() else at
    if m := _TWO.match(text, at):
        if m.end() == at + len(m[0]) and " " not in m[0] and (start > 0 or m[0][-1] == "s"):
            return None
        unit: Unit | None = None
        end = m.end()
        if word := m["u"] or m["u2"]:
            unit = EN[word.lower() + "s"]
        elif m["of"] is not None:
            counted = _COUNTED.match(text, end)
            if counted is None:
                return None
            unit, end = Unit("count", "count"), counted.end()
        return Part(start, end, TWO * (unit.factor if unit else ONE), ONE, ONE, unit, letters=True)
    m = _SOME.match(text, at)
    if m is None or (m["u"] is None and start > 0):
        return None
    return _some(start, m.end(), EN[m["u"].lower() + "s"] if m["u"] else None)


def read_korean(text: str, at: int) -> Part | None:
    """며칠, 몇 주, 몇 달."""
    m = _KO.match(text, at)
    if m is None:
        return None
    unit = KO["주간" if m["u"] == "주" else m["u"]] if m["u"] and m["u"] != "해" else KO["년"] if m["u"] else KO["일"]
    return _some(at, m.end(), unit)


def _some(start: int, end: int, unit: Unit | None) -> Part:
    factor = unit.factor if unit else ONE
    return Part(start, end, THREE * factor, ONE, SIX * factor, unit, bin="pair", letters=True)


EXAMPLES = (
    reads("en", "duration", {"low": "3", "high": "9", "unit": "weeks", "hedge": "range"}, "It took {several weeks}.", "It took {a few weeks}."),
    reads("en", "duration", {"low": "2", "unit": "days"}, "It took {a couple of days}.", "It took {a couple days}."),
    reads("en", "count", {"low": "2"}, "{A couple of analysts} cut it", "{a pair of banks}"),
    reads("en", "number", {"low": "2"}, "{a couple}", "{a pair}"),
    ignores("en", "", "{several} banks", "a {few} banks", "the {couple} sold it", "{a couple} from Ohio", "{a pair of} more", "a {couple of} hundred"),
    reads("ko", "duration", {"low": "3", "high": "9", "unit": "days", "hedge": "range"}, "{며칠} 동안 내렸다"),
    reads("ko", "duration", {"low": "3", "unit": "weeks"}, "{몇 주} 동안 내렸다"),
    ignores("ko", "duration", "{몇 시}에 여나", "{며칠}인가", "{몇 년}생인가"),
)
