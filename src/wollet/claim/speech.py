"""Who says it, how surely: quotation marks, attributions, conditions and negations, with their scope."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from wollet.claim.clauses import Sentence
from wollet.claim.subject_words import OUTLET
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored, AnyOf
from wollet.model.article import Lang
from wollet.model.claim import Certainty
from wollet.model.mention import Mention, Name


class Said(msgspec.Struct, frozen=True):
    """The speaker, whether inside quotation marks, how certain, whether denied."""

    by: str | None = None
    quoted: bool = False
    certainty: Certainty = "asserted"
    negated: bool = False


QUOTE = re.compile(r"[“\"]([^“”\"\n]{2,600})[”\"]")
SAYS = {
    "ko": Anchored(
        r"라고\s?(?:말|밝|설명|분석|전망|강조|진단|평가|덧붙|언급|주장|지적|내다|예상|전했|했다|보도|답|꼽|조언|제시)|고\s?(?:말했|말한|말해|밝혔|밝힌|밝혀|설명했|분석했|전망했|강조|내다봤|진단|평가했|덧붙|전했|전해|보도했|보도|예상했|주장)"
        r"|에\s?따르면|따르면|에\s?의하면|전망했|분석했|내다봤|설명했"
    ),
    "en": Anchored(
        r"\b(?:said|says|wrote|told|according to|noted|added(?= that)|analysts? at|per data from|reported that|announced|predicts?|predicted|expects?|estimates?|forecasts?|stated|commented)\b"
    ),
}
HYPOTHETICAL = {
    "ko": Anchored(r"(?:만약|가정하면|가정할\s?경우|다면\s|라면\s|을\s?경우|할\s?경우|될\s?경우|였더라면|더라도|ㄹ\s?수도|할\s?수도\s?있|해야\s?(?:한다|하며|하고|만)|고려할\s?때)"),
    "en": Anchored(r"\b(?:if|would have|assuming|were to|in case|should (?:the|it|they) \w+|hypothetical)\b", re.IGNORECASE),
}
EXPECTED = {
    "ko": Anchored(r"것으로\s?(?:전망|예상|보인|관측|기대|추정|예측)|할\s?전망|될\s?전망|이를\s?전망|전망된|예상된|전망이|가능성이|내다봤|전망했|예상했|목표[가주로치를]|예상치|전망치|예측"),
    "en": Anchored(r"\b(?:(?<!than )(?<!than-)expect(?:s|ed|ing)?|(?<!than )forecast(?:s|ed)?|(?<!than )projected|(?<!than )estimate[sd]?|(?<!than )anticipate[sd]?|predict(?:s|ed)?|will|could|may|might|likely|price target|target price|consensus|outlook|guidance|projections?|(?:previous|prior|earlier|its|their) (?:call|view) (?:of|for)|(?:poised|set|on (?:track|pace|course)|headed|heading) (?:to|for|toward))\b"),
}
REPORTED = {
    "ko": Anchored(r"것으로\s?(?:알려|전해|파악|집계되지|나타나지)|알려졌|전해졌|소식통|소문|보도했|보도에|보도가"),
    "en": Anchored(r"\b(?:reportedly|reported by|sources said|people familiar|rumou?red|is said to|according to (?:a )?(?:report|media))\b"),
}
PLANNED = {
    "ko": Anchored(r"할\s?(?:계획|예정|방침)|하기로|예정이다|예정인|계획이라|계획이다|예정된"),
    "en": Anchored(r"\b(?:plans? to|planned|planning to|scheduled|is set to|are set to|intends? to|slated)\b"),
}
ACCORDING = re.compile(r"\baccording to (?:a |the )?$")
EN_APART = re.compile(r"\b(?:despite|after|as|on|following|amid|when|even|while)\b|[,;]")
KO_MUST = re.compile(r"[가-힣]야\s?(?:한다|하며|하고|하는|할|함|만\s?한다)")
"""What has to come about is not told as done."""
NEGATED = {
    "ko": re.compile(r"(?:지\s?(?:않았|못했|않은|못한)|아니(?:라|다|었))"),
    "en": re.compile(r"\b(?:did not|didn't|has not|hasn't|was not|wasn't|never|failed to)\b"),
}

MARKED: dict[Lang, AnyOf] = {lang: AnyOf(HYPOTHETICAL[lang], EXPECTED[lang], PLANNED[lang], REPORTED[lang]) for lang in ("ko", "en")}
"""Words of which one stands where a figure is not told as plain fact."""


class Speech:
    """Quotations and attributions of an article."""

    def __init__(self, text: str, lang: Lang, mentions: tuple[Mention, ...], sentences: list[Sentence]) -> None:
        self.text, self.lang = text, lang
        self.quotes = [m.span() for m in QUOTE.finditer(text)]
        self.quote_starts = [a for a, _ in self.quotes]
        self.speakers = [m for m in mentions if m.kind in ("person", "organisation", "instrument")]
        self._said: dict[int, tuple[str | None, bool]] = {}
        self._by_sentence: dict[int, list[Mention]] = {}
        starts = [s.start for s in sentences]
        for m in self.speakers:
            self._by_sentence.setdefault(max(0, bisect_right(starts, m.start) - 1), []).append(m)

    def quotation(self, at: int) -> int:
        """Which quotation a place stands in, -1 outside of all."""
        i = bisect_right(self.quote_starts, at) - 1
        return i if i >= 0 and self.quotes[i][1] > at else -1

    def at(self, start: int, end: int, sentence: Sentence, clause: tuple[int, int]) -> Said:
        """What is said of an expression's saying."""
        text, lang = self.text, self.lang
        i = bisect_right(self.quote_starts, start) - 1
        quoted = i >= 0 and self.quotes[i][1] >= end and self.quotes[i][1] - self.quotes[i][0] > 25
        a, b = clause
        certainty: Certainty = "asserted"
        marked = MARKED[lang].stands(text, min(a, sentence.start), max(b, sentence.end))
        if (marked and HYPOTHETICAL[lang].search(text, a, b) and self._condition(start, end, clause)) or (
            lang == "ko" and text.find("야", end, min(sentence.end, end + 80)) >= 0 and KO_MUST.search(text, end, min(sentence.end, end + 80))
        ):
            certainty = "hypothetical"
        elif marked and EXPECTED[lang].search(text, max(a, start - 60), min(b, end + 40 if lang == "ko" else self._apart(end, min(b, end + 40)))):
            certainty = "expected"
        elif marked and PLANNED[lang].search(text, max(a, start - 60), min(b, end + 40)):
            certainty = "planned"
        elif (marked and REPORTED[lang].search(text, end if lang == "ko" else sentence.start, sentence.end)) or (lang == "en" and self._by_outlet(sentence)):
            certainty = "reported"
        negated = bool(NEGATED[lang].search(text, end, min(b, end + 14))) if lang == "ko" else bool(
            NEGATED[lang].search(text, max(a, start - 20), start)
        )
        return Said(self.speaker(sentence), quoted, certainty, negated)

    def _by_outlet(self, sentence: Sentence) -> bool:
        """Whether an English sentence is told according to a paper or an agency."""
        return any(m.rule == OUTLET and ACCORDING.search(self.text, max(0, m.start - 20), m.start) for m in self._by_sentence.get(sentence.index, ()))

    def _apart(self, end: int, most: int) -> int:
        """Where what follows a number ceases to be said of it: "slipped 11% despite beating estimates"."""
        m = EN_APART.search(self.text, end, most)
        return m.start() if m is not None else most

    def _condition(self, start: int, end: int, clause: tuple[int, int]) -> bool:
        m = HYPOTHETICAL[self.lang].search(self.text, *clause)
        if m is None:
            return False
        if self.lang == "ko":
            return m.start() >= end and m.start() - end < 40
        return abs(m.start() - start) < 70 or re.search(r"\bwould\b", self.text[m.end() : start]) is not None

    def speaker(self, sentence: Sentence) -> str | None:
        found = self._said.get(sentence.index)
        if found is None:
            m = SAYS[self.lang].search(self.text, sentence.start, sentence.end)
            who: str | None = None
            if m is not None:
                near = self._by_sentence.get(sentence.index, [])
                people = [x for x in near if x.kind == "person"] or [x for x in near if x.kind == "organisation"]
                if people:
                    best = min(people, key=lambda x: abs(x.start - m.start()))
                    who = best.value.name if isinstance(best.value, Name) else None
            found = self._said[sentence.index] = (who, m is not None)
        return found[0]
