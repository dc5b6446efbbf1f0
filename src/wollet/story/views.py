"""Who thinks what of which company, in quotation marks and with the speaker's name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wollet.model.mention import Name
from wollet.model.story import Checked, View
from wollet.story.names import key
from wollet.story.sentences import sentences

_QUOTE = re.compile(r"[“\"]([^“”\"\n]{12,400})[”\"]")
BULL = re.compile(
    r"\b(?:undervalued|upside|bullish|outperform|optimistic|attractive|strong(?:er)? demand|tailwind|opportunit\w+|incentive\w*|confident)\b|"
    r"저평가|강세|낙관|상승 여력|매력적|긍정적|수혜|동기를 부여|호재|성장할 것|개선될",
    re.IGNORECASE,
)
BEAR = re.compile(
    r"\b(?:overvalued|overpriced|bubble|bearish|underperform|pessimistic|downside|headwind|expensive|risk[sy]?|worr\w+|caution)\b|"
    r"고평가|거품|약세|비관|과열|우려|부담|프리미엄을 부여하는 경향|악재|둔화|리스크",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no|never|n't|hardly)\s+(?:\w+\s+){0,2}$|n't\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_KO_NOT = re.compile(r"^\S*(?:지 않|이 아니|은 아니|없)")


def stance(text: str) -> str | None:
    """"bull" or "bear" where the words lean one way only; a denied word leans the other way."""
    tally = {"bull": 0, "bear": 0}
    for side, other, pattern in (("bull", "bear", BULL), ("bear", "bull", BEAR)):
        for m in pattern.finditer(text):
            denied = _NOT.search(text[max(0, m.start() - 30) : m.start()]) or _KO_NOT.match(text[m.end() : m.end() + 8])
            tally[other if denied else side] += 1
    if (tally["bull"] > 0) == (tally["bear"] > 0):
        return None
    return "bull" if tally["bull"] else "bear"


def views(checked: Iterable[Checked]) -> list[View]:
    """Quotations with a leaning, whose sentence names one speaker."""
    out = []
    for c in checked:
        text = c.article.text
        people = [m for m in c.mentions if m.kind == "person" and isinstance(m.value, Name)]
        things = [m for m in c.mentions if m.kind == "instrument" and isinstance(m.value, Name)]
        for a, b in sentences(text):
            quotes = list(_QUOTE.finditer(text, a, b))
            if not quotes:
                continue
            inside = [(q.start(), q.end()) for q in quotes]
            speakers = [m for m in people if a <= m.start < b and not any(x <= m.start < y for x, y in inside)]
            names = {m.value.name for m in speakers if isinstance(m.value, Name)}
            if len(names) != 1:
                continue
            who = speakers[0].value
            assert isinstance(who, Name)
            for q in quotes:
                side = stance(q[1])
                if side is None:
                    continue
                near = [m for m in things if q.start() <= m.start < q.end()] or [m for m in things if a <= m.start < b]
                on = tuple(dict.fromkeys(key(m.value) for m in near if isinstance(m.value, Name)))
                out.append(
                    View(
                        speaker=who.name, role=who.role, org=who.org, stance=side, on=on, quote=q[1].strip(" ,."),
                        article=c.article.id, span=(a, b),
                    )
                )  # fmt: skip
    return out
