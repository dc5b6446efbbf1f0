"""How like two articles are: words, names, figures and titles each compared, then weighed by what the articles are about.

Reports in series share their wording, reports on one day share their names: what keeps events apart is whom the titles
are about and, for news of a whole market, whose session it is.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Callable
from zoneinfo import ZoneInfo

import msgspec

from wollet.model.mention import Name
from wollet.model.story import Checked
from wollet.reference import instruments
from wollet.story.names import is_company, named

WORDS, NAMES, FIGURES, TITLE, SHARED, SAME_SESSION = 0.65, 0.30, 0.15, 0.10, 0.04, 0.10
FOUR = 4
"""So many equal figures are as good as all."""
PROPORTION = 2.5
"""Names count at most so many times what words do: the day's great companies stand in every report."""
OTHER_COMPANIES, OTHER_SCALE, OTHER_SCALE_SAME_COMPANY = 0.75, 0.6, 0.8
COPY = 0.5
"""Texts as like as this in their words are one report, whomever the titles name, if they share any name at all; else
they are two of a series."""
ALIKE = 0.08
"""Below this two texts of one language tell different things, unless they share two figures."""
RECAP = 3
"""Equal figures that tie an article to a session that is over."""
HOURS = 36.0
SESSION = 20.0
AGEING = 0.3
OPENING = 350
HEADLINE = 90
_MARKET = re.compile(
    r"증시|코스피|코스닥|환율|국채|채권\s?금리|\b(?:stocks|futures|markets|equities|wall st(?:reet)?|treasury yields)\b",
    re.IGNORECASE,
)
ZONES = {"XNYS": "America/New_York", "XKRX": "Asia/Seoul", "XTKS": "Asia/Tokyo", "XHKG": "Asia/Hong_Kong", "XLON": "Europe/London"}
HOME = {"ko": "XKRX", "en": "XNYS"}
KINDS = "wnfcts"


class Placed(msgspec.Struct, frozen=True):
    """An article as it is compared: its features by kind (`t` those of the title), weighed, and their lengths.

    `about` are the companies of the title, `lead` these or else those of the opening; `market` and `session` are set
    for news of a whole market: which one, and its own day.
    """

    published: dt.datetime
    lang: str
    title: str
    parts: dict[str, dict[str, float]]
    norms: dict[str, float]
    about: frozenset[str]
    lead: frozenset[str]
    market: str | None
    session: dt.date | None


def placed(c: Checked, vector: dict[str, float], weight: Callable[[str], float]) -> Placed:
    """An article made ready for comparison; `weight` tells how rare a feature is."""
    text = c.article.text
    stop = text.find("\n") if "\n" in text else len(text)
    parts: dict[str, dict[str, float]] = {k: {} for k in KINDS}
    for f, x in vector.items():
        w = x * weight(f)
        parts[f[0]][f] = w
        if f[0] == "w" and x >= 2:
            parts["t"][f] = w
    names = [(m.start, k) for m, k in named(c) if m.kind == "instrument" and m.start < stop + OPENING]
    about = frozenset(k for at, k in names if at < stop and is_company(k))
    lead = about or frozenset(k for _, k in names if is_company(k))
    market = _market(c, stop, names)
    return Placed(
        c.article.published, c.article.lang, c.article.title, parts,
        {k: math.sqrt(math.fsum(x * x for x in p.values())) for k, p in parts.items()}, about, lead, market,
        c.article.published.astimezone(_zone(market)).date() if market else None,
    )  # fmt: skip


def _market(c: Checked, stop: int, names: list[tuple[int, str]]) -> str | None:
    """Whose session a report on a whole market tells, or None where it is on companies."""
    indices = [(at, k) for at, k in names if k.startswith("INDEX:")]
    head = min(stop, HEADLINE)
    first = min((at for at, k in names if is_company(k)), default=head)
    word = _MARKET.search(c.article.text, 0, head)
    if not any(at < min(head, first) for at, _ in indices) and (word is None or first < word.start()):
        return None
    calendars = Counter(instruments.calendar_of(k) for _, k in indices)
    for m in c.mentions:
        if m.start > stop + OPENING:
            break
        if m.kind == "place" and isinstance(m.value, Name):
            calendars.update(k for k in m.value.ids if k in ZONES)
    return max(calendars, key=lambda k: calendars[k], default=HOME[c.article.lang])


def _zone(market: str | None) -> ZoneInfo:
    return ZoneInfo(ZONES.get(market or "", "UTC"))


def cosine(a: Placed, b: Placed, kind: str) -> tuple[float, set[str]]:
    """Cosine of two articles' features of one kind, and the features shared."""
    left, right = a.parts[kind], b.parts[kind]
    shared = left.keys() & right.keys()
    norm = a.norms[kind] * b.norms[kind]
    return (math.fsum(left[f] * right[f] for f in shared) / norm if norm else 0.0), set(shared)


def likeness(a: Placed, b: Placed) -> tuple[float, tuple[str, ...]] | None:
    """How like two articles are, 0..1, and what they share, the weightiest first; None where they cannot be on one event."""
    hours = abs((a.published - b.published).total_seconds()) / 3600
    if hours > HOURS:
        return None
    names, both_names = cosine(a, b, "n")
    _, both_figures = cosine(a, b, "f")
    _, both_claims = cosine(a, b, "c")
    equal = min(len(both_figures) + len(both_claims), FOUR)
    across = a.lang != b.lang
    copied = False
    if across:
        words, both_words = 0.0, set[str]()
        score = 2 * (NAMES * names + FIGURES * equal / FOUR)
    else:
        words, both_words = cosine(a, b, "w")
        title, _ = cosine(a, b, "t")
        copied = words >= COPY
        if words < ALIKE and equal < 2:
            return None
        names = min(names, PROPORTION * words + equal / FOUR)
        score = WORDS * words + NAMES * names + FIGURES * equal / FOUR + TITLE * title
    score += SHARED * bool(a.lead & b.lead)
    if a.market and b.market:
        if (a.market, a.session) != (b.market, b.session):
            return None
        score += SAME_SESSION
    elif hours > SESSION and not (a.lead & b.lead) and equal < RECAP and not copied:
        return None
    one = a.about or (a.market is None and a.lead)
    other = b.about or (b.market is None and b.lead)
    if one and other and not one & other:
        if copied and not both_names:
            return None
        score *= 1.0 if copied else OTHER_COMPANIES
    if bool(a.market) != bool(b.market) and not copied:
        score *= OTHER_SCALE_SAME_COMPANY if a.about & b.about else OTHER_SCALE
    score = max(score, words if copied else 0.0)
    score *= 1 - AGEING * hours / HOURS
    shared = both_names | both_figures | both_claims | both_words
    if len(shared) < 2 or (across and (not both_names or not equal)):
        return None
    weigh = {f: a.parts[f[0]][f] * b.parts[f[0]][f] for f in shared}
    return score, tuple(f[2:] for f in sorted(shared, key=lambda f: (-weigh[f], f))[:8])
