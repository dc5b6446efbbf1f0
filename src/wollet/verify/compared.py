"""Which of two names is said to have moved more: "rose 1.5%, more than Nvidia" of one that moved less is not borne out.

Read where a name stands right beside its word of comparison, of one session's moves; who is set against whom in other
words is not followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from wollet.claim.clauses import sentences
from wollet.claim.families.change import Change
from wollet.claim.family import family_of
from wollet.mention import unhurried as re
from wollet.model.article import Article
from wollet.model.market import MarketData
from wollet.model.mention import Mention, Name
from wollet.model.verdict import Evidence, Verdict
from wollet.verify.led_to import in_question

NOTE = "the other name moved more, or less, than is said"
KO_BEHIND = re.compile(
    r"(?:\([^)\n]{1,16}\))?(?:보다\s(?:더\s)?(?:(?:상승|하락|등락|수익)?[폭률]|오름폭|낙폭|성적)?[이가은는도]?\s?(?:더\s)?(?:(?P<more>컸|컷|큰|크게|높았|높은|많이\s[올내상하]|앞섰|좋았)|(?P<less>작았|작은|낮았|낮은|덜\s|적게\s[올내상하]|뒤처|뒤졌))"
    r"|의\s(?:상승|하락|등락|수익)[폭률](?:\([^)\n]{1,16}\))?[을를]\s(?:(?P<more2>웃돌|상회|앞섰|앞질)|(?P<less2>밑돌|하회)))"
)
"""Behind the name that a Korean sentence sets its subject against."""
EN_BEFORE = re.compile(
    r"\b(?:(?P<more>outpac(?:ed|ing)|outperform(?:ed|ing)|outdid|outran|outgain(?:ed|ing)|(?:did|fared)\sbetter\sthan|(?:gained|rose|climbed|advanced)\smore\sthan|a\s(?:bigger|larger)\s(?:gain|rise|advance)\sthan)"
    r"|(?P<less>underperform(?:ed|ing)|lagg(?:ed|ing)|trail(?:ed|ing)|(?:did|fared)\sworse\sthan|(?:gained|rose|climbed|advanced)\sless\sthan|a\ssmaller\s(?:gain|rise|advance)\sthan))\s(?:the\s|that\sof\s|its\srival\s|rival\s|peer\s)*$",
    re.IGNORECASE,
)
"""Before the name that an English sentence sets its subject against."""
WIDTH = re.compile(r"[폭률]|많이|적게|덜")
"""A Korean comparison of how far two went, whichever way."""
Against = tuple[tuple[int, int], str, bool, bool]
CLEAR = Decimal("0.1")
"""Percentage points by which two moves must differ to be told apart; of two falls either may be said to outpace the other."""


def compared(verdicts: Sequence[Verdict], article: Article, mentions: Sequence[Mention], market: MarketData) -> list[Verdict]:
    """The verdicts, those on moves left open whose subject moved less, or more, than the name that it is set against."""
    told = list(set_against(article, mentions))
    if not told:
        return list(verdicts)
    return [turned(v, told, article, market) if v.label == "supported" and isinstance(v.claim, Change) else v for v in verdicts]


def set_against(article: Article, mentions: Sequence[Mention]) -> Iterator[Against]:
    """Each name that something is set against: the sentence, the instrument, whether the subject is said to have moved more,
    and whether that is by which rose more or by how far each went."""
    text = article.text
    for m in mentions:
        if m.kind != "instrument" or not isinstance(m.value, Name) or not m.value.ids:
            continue
        if article.lang == "ko":
            found = KO_BEHIND.match(text, m.end)
            more = found is not None and bool(found["more"] or found["more2"])
        else:
            found = EN_BEFORE.search(text, max(0, m.start - 48), m.start)
            more = found is not None and bool(found["more"])
        if found is not None:
            s = next((s for s in sentences(article) if s.start <= m.start < s.end), None)
            if s is not None:
                yield (s.start, s.end), m.value.ids[0], more, article.lang == "en" or WIDTH.search(found[0]) is None


def turned(v: Verdict, told: Sequence[Against], article: Article, market: MarketData) -> Verdict:
    """A move's verdict, left open where the other name's move of the same session lies on the other side of it."""
    assert v.decided is not None
    r = v.readings[v.decided]
    claim, own = r.claim, r.evidence.measured if r.evidence is not None else None
    for (start, end), id, more, by_return in told:
        if not start <= v.claim.span[0] < end or claim.subject.id == id or own is None or claim.quantity is None or claim.quantity.unit != "percent":
            continue
        if any(i == claim.subject.id for (a, _), i, *_ in told if a == start):
            continue
        subject = msgspec.structs.replace(claim.subject, id=id, symbol=id.rsplit(":", 1)[-1])
        other = msgspec.structs.replace(claim, subject=subject, options=(), doubt=None)
        found = family_of(other).measure(other, market, article.published)
        if not isinstance(found, Evidence) or found.measured is None:
            continue
        ahead = own - found.measured if by_return else abs(own) - abs(found.measured)
        falls = own < 0 and found.measured < 0
        if (not falls if by_return else own * found.measured > 0) and abs(ahead) > CLEAR and (ahead > 0) != more:
            return in_question(v, NOTE)
    return v
