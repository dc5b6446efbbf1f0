"""Whether an English text speaks of a session that had closed: "finished lower", "ended down 2%", and what follows it.

A text that appears before the close tells such figures of the session before, and goes on about it until it names a
day, the hours before the opening or the present.
"""

from __future__ import annotations

import re

from wollet.claim.clauses import Sentence
from wollet.mention.anchored import Anchored

CUE = Anchored(
    r"\b(?:(?P<closed>(?:finish|end|clos|settl)(?:ed|ing)\s(?:[a-z]+\s){0,2}?(?:higher|lower|up|down|at|flat|with|above|below|mixed|in the (?:red|green)|the (?:trading )?(?:day|session)|on a)\b)"
    r"|(?P<now>pre-?market|before the (?:bell|open)|futures|this morning|today|now|is trading|are trading|was trading|were trading|at the open|opened|opening|early trad(?:e|ing)|so far|after[- ]?hours|extended trad(?:e|ing)))",
    re.IGNORECASE,
)


class Closes:
    """The sentences of a text, each told of a closed session or not."""

    def __init__(self, text: str, sentences: list[Sentence]) -> None:
        self.text, self.sentences = text, sentences
        self._known: dict[int, bool] = {}

    def told(self, sentence: Sentence, clause: tuple[int, int], dated: bool) -> bool:
        """Whether a clause speaks of a closed session, by its own words, its sentence's, or those before in the paragraph."""
        own = self._last(*clause)
        if own is None:
            own = self._last(sentence.start, sentence.end)
        if own is None and not dated and sentence.index:
            own = self._after(sentence.index - 1, sentence.paragraph)
        return bool(own)

    def _last(self, a: int, b: int) -> bool | None:
        found: bool | None = None
        for m in CUE.finditer(self.text, a, b):
            found = m.lastgroup == "closed"
        return found

    def _after(self, index: int, paragraph: int) -> bool:
        """What holds behind a sentence of a paragraph."""
        back: list[int] = []
        held = False
        for i in range(index, -1, -1):
            s = self.sentences[i]
            if s.paragraph != paragraph:
                break
            if (known := self._known.get(i)) is not None:
                held = known
                break
            if (own := self._last(s.start, s.end)) is not None:
                held = self._known[i] = own
                break
            back.append(i)
        for i in back:
            self._known[i] = held
        return held
