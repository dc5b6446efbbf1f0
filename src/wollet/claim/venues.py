"""Which line of a company that is listed twice a text means: the one on the market that it is telling of.

"In Hong Kong, the Hang Seng lost 1%" makes what follows in the paragraph a matter of Hong Kong; "뉴욕증시" or "Wall
Street" takes it back.  A company whose lines are all elsewhere keeps its first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from wollet.claim.clauses import Sentence
from wollet.mention.anchored import Anchored
from wollet.model.mention import Mention, Name
from wollet.reference import instruments

PLACE = Anchored(
    r"(?P<XNYS>뉴욕|월가|월스트리트|나스닥|다우|S&P\s?500|미국\s?(?:증시|주식)|\b(?:Wall Street|New York|Nasdaq|NYSE|Dow)\b)"
    r"|(?P<XTKS>도쿄|닛케이|토픽스|일본\s?(?:증시|주식\s?시장)|\b(?:Tokyo|Nikkei|Topix)\b)"
    r"|(?P<XHKG>홍콩|항셍|\b(?:Hong Kong|Hang Seng)\b)"
    r"|(?P<XTAI>타이베이|자취안|가권|대만\s?(?:증시|주식\s?시장)|\b(?:Taipei|Taiex|TAIEX)\b)"
    r"|(?P<XKRX>코스피|코스닥|국내\s?증시|\b(?:Seoul|Kospi|KOSPI|Kosdaq|KOSDAQ)\b)"
    r"|(?P<XLON>런던|FTSE|\bLondon\b)|(?P<XPAR>파리|CAC|\bParis\b)|(?P<XETR>프랑크푸르트|DAX|\bFrankfurt\b)"
)
BACK, AHEAD = 600, 60
"""How far before a name its market may be named, and how far behind it in its own sentence ("fell 2% in Tokyo")."""


def meant(text: str, names: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Mention]:
    """The names, a company's line on the market at hand put first."""
    twice = [i for i, m in enumerate(names) if isinstance(m.value, Name) and len({instruments.calendar_of(id) for id in m.value.ids}) > 1]
    out = list(names)
    if not twice:
        return out
    places = [(m.start(), m.lastgroup or "") for m in PLACE.finditer(text)]
    at, starts = [a for a, _ in places], [s.start for s in sentences]
    for i in twice:
        m = names[i]
        sentence = sentences[max(0, bisect_right(starts, m.start) - 1)]
        lo, hi = bisect_left(at, m.start - BACK), bisect_left(at, m.start)
        behind = places[hi : bisect_left(at, min(sentence.end, m.end + AHEAD))]
        before = [p for p in places[lo:hi] if sentences[max(0, bisect_right(starts, p[0]) - 1)].paragraph == sentence.paragraph]
        own = [p for p in before if p[0] >= sentence.start]
        market = (own[-1:] or behind[:1] or before[-1:] or [(0, "")])[0][1]
        out[i] = _on(m, market)
    return out


def _on(m: Mention, market: str) -> Mention:
    """A name, its line on a market first."""
    assert isinstance(m.value, Name)
    line = next((id for id in m.value.ids if instruments.calendar_of(id) == market), None)
    if line is None or line == m.value.ids[0]:
        return m
    known = instruments.get(line)
    ids = (line, *(id for id in m.value.ids if id != line))
    return msgspec.structs.replace(m, value=msgspec.structs.replace(m.value, ids=ids, symbol=known.symbol if known is not None else m.value.symbol))
