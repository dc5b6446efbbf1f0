"""What a Korean text has said so far of time, and whether a sentence looks ahead or back."""

from __future__ import annotations

import datetime as dt

from wollet.mention import unhurried as re
from wollet.model.time import When

SENTENCE_END = re.compile(r"[.!?](?=\s|$|[\"'”’])|\n")
_AHEAD = re.compile(
    r"예정|앞두|앞둔|예고|방침|계획|열릴|열린다|열리는 (?!가운데)|개최한다|개최될|발표한다|발표할|공개한다|공개할|공개될|발표될|출시한다|시행한다|시행된다|시행될"
    r"|시작한다|시작된다|진행한다|나선다|나온다|나올|상장한다|상장될|상장할|만료|마감된다|개막한다|방문한다|참석한다|할 것|될 것|전망|예상|까지 (?!\d)"
)
_BEHIND = re.compile(r"(?:했|됐|였|었|았|렸|졌|왔|갔|났|쳤|섰|봤|췄|뒀|줬|꼈|켰|폈|웠)(?:다|고|으며|지만|습니다|는데|던)")


class Context:
    """What the text has said so far: the day of publication, and the last day or month told outright."""

    def __init__(self, today: dt.date, last: When | None = None, place: int = -1000) -> None:
        self.today = today
        self.last = last
        self.place = place
        self.period: When | None = None
        self.year: int | None = None
        self.abroad: dt.date | None = None

    def saw(self, when: When, place: int) -> None:
        if when.start is not None and when.deixis != "offset" and when.relation != "before":
            self.year = when.start.year
            if when.grain in ("month", "quarter", "half", "year") or (when.grain == "range" and when.deixis is None):
                self.period = when
        if when.local and when.grain in ("day", "instant") and when.deixis is None:
            self.abroad = when.start
        if when.start is not None and when.grain in ("day", "range", "month"):
            self.last, self.place = when, place

    def after(self, when: When) -> Context:
        """The context of the further end of a range."""
        return Context(self.today, when, 1 << 60)


def tense(text: str, at: int) -> int:
    """Whether the rest of the sentence speaks of what is to come (1), of what was (-1), or neither (0)."""
    stop = SENTENCE_END.search(text, at, min(len(text), at + 90))
    end = stop.start() if stop else min(len(text), at + 90)
    ahead = _AHEAD.search(text, at, end)
    behind = _BEHIND.search(text, at, end)
    if ahead and (behind is None or ahead.start() < behind.start()):
        return 1
    return -1 if behind else 0
