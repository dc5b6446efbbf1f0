"""Events that an English noun phrase dates: "Friday's employment report", "the Wednesday figures", "the November election"."""

from __future__ import annotations

from wollet.claim.frames import Frames
from wollet.claim.hosts import Cue
from wollet.mention import unhurried as re
from wollet.model.mention import Mention
from wollet.model.time import When

WORDS = r"(?:[A-Za-z$€£\d][\w.&/-]*\s){0,4}?"
KINDS: tuple[tuple[str, str], ...] = (
    (r"earnings(?:\s(?:report|release|announcement|call|results))?|(?:quarterly\s|financial\s)?results", "earnings_date"),
    (r"(?:rate|policy|Fed|FOMC|ECB|BOE|BOJ)\s(?:decision|meeting|statement|announcement)|minutes", "policy_meeting"),
    (r"meeting|summit|conference|hearing|debate|talks", "meeting_date"),
    (r"speech|testimony|remarks", "remarks"),
    (r"report|data|figures|release|reading|print|numbers|payrolls|CPI|PPI|PCE|GDP|inflation|(?:price|sentiment|confidence) index|retail sales|jobless claims|home sales|housing starts|PMIs?", "release_date"),
    (r"announcement|decision|auction|(?:options?\s)?expir(?:ation|y)|rebalancing|hike|rate\scut|vote|referendum|election|ruling|launch|event", "event_date"),
    (r"deadline", "deadline"),
)
OF_DAY = re.compile(rf"(?:['’]s)?\s{WORDS}(?:" + "|".join(f"({p})" for p, _ in KINDS) + r")\b(?!['’-])")
OF_MONTH = re.compile(r"\s(?:[a-z]+\s){0,2}?(?:(election|referendum|vote)|(summit|conference)|((?:policy\s)?meeting))s?\b")
ATTRIBUTE = re.compile(r"\b(?:the|a|an|its|their|his|her|this|[A-Z][\w.]*['’]s)\s$", re.IGNORECASE)
MINUTES = re.compile(r"\b[Mm]inutes\s(?:of|from|for)\s(?:(?:the|its|their|this)\s)?(?:[A-Z][\w.]*['’]s\s)?$")
"""Before a meeting whose minutes alone are told of."""
SAID_IN = re.compile(r"\b(?:said|says|wrote|writes|according to|noted)\s(?:\w+\s){0,2}?(?:in\s)?(?:an?|the|its|their|his|her)\s$")
"""Before a report, a note or an interview that only is the source."""
APART = re.compile(r"\b(?:that|which|is|was|were|are|and|as|to|of|for|with|after|before|in|on|at|by|from|session|trading|close|rally|open|gains?|loss(?:es)?)\b")
"""Words that end a noun phrase, or make it one of trading."""


def named(frames: Frames, m: Mention, when: When) -> Cue | None:
    """The noun that a day or a month before it dates, as a word of events."""
    text = frames.text
    end = min(frames.sentence_at(m.start).end, m.end + 60)
    placed = ATTRIBUTE.search(text, max(0, m.start - 24), m.start) is not None
    owned = text[m.start : m.end].endswith(("'s", "’s")) or text.startswith(("'s", "’s"), m.end)
    of_day = when.grain in ("day", "instant") and (owned or placed) and when.deixis not in ("today", "this_day", "overnight", "offset")
    if of_day or (when.grain == "week" and owned):
        found = OF_DAY.match(text, m.end, end)
        kinds = [kind for _, kind in KINDS]
    elif when.grain == "month" and placed and not MINUTES.search(text, max(0, m.start - 32), m.start):
        found = OF_MONTH.match(text, m.end, end)
        kinds = ["event_date", "meeting_date", "policy_meeting"]
    else:
        return None
    if SAID_IN.search(text, max(0, m.start - 40), m.start) is not None:
        return None
    if found is None or found.lastindex is None or APART.search(text, m.end + 2 * owned, found.start(found.lastindex)):
        return None
    return Cue(found.start(found.lastindex), found.end(found.lastindex), kinds[found.lastindex - 1])
