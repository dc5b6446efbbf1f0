"""Sentences and clauses: where one statement ends and the next begins, in flowing text, lists and flattened pages."""

from __future__ import annotations

import itertools
from bisect import bisect_right

import msgspec

from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.article import Article

KO_STOP = re.compile(r"(?<=[가-힣\])）”\"'’])[.!?]+[”\"'’)\]]*(?=\s|[가-힣A-Za-z0-9“\"‘'\[(△▲▷▶■◆◇□○●\-–—]|$)|…(?=[가-힣\s])")
EN_STOP = Anchored(
    r"(?<=[\w%)\]”\"'’])\s?[.!?][”\"'’)\]]*(?=\s+[A-Z“\"‘'(\[$\d—–-]|\s*$|[A-Z][a-z]|\s+(?:https?://|www\.))|(?<=[a-z]{3})[.](?=[A-Z]{2,6}\b)"
)
ABBREVIATED = re.compile(
    r"(?:\b(?:Inc|Corp|Co|Ltd|Cos|Bros|Mr|Mrs|Ms|Dr|Jr|Sr|St|vs|No|Nos|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Gov|Sen|Rep|Gen|approx|est|etc|a\.m|p\.m|i\.e|e\.g)"
    r"|\b[A-Z]|\b[A-Z]\.[A-Z])\.$"
)
KO_CLAUSE = Anchored(
    r"(?<=[가-힣])(?:으며|하며|이며|되며|리며|며|면서|지만|으나|는데|은데|인데|했고|됐고|았고|었고|렸고|랐고|였고|쳤고|졌고|났고|갔고|왔고"
    r"|하고|되고|오르고|내리고|이고|한\s?반면|인\s?반면|은\s?반면|ㄴ\s?반면|반면|가운데|데다|한편)[,]?\s|(?<=에),\s|[;·]\s|다만\s"
)
EN_CLAUSE = Anchored(
    r"[;:]\s|\s[–—-]\s|,?\s(?:while|whereas|although|though|but|after|before|(?<!much\s)(?<!many\s)(?<!high\s)(?<!low\s)(?<!well\s)(?<!such\s)(?<!little\s)as(?!\s(?:much|many|high|low|little|well|of|a|an)\s)|which|who|because|since then|when|even as)\s"
    r"|\sand\s(?=(?:its|the|their)\s(?:[a-z-]+\s)?(?:stock|shares)\s)|,\s(?:and|with|yet)\s|,\s(?=having\s)|\sand\s(?=(?:the\s)?(?:[A-Z][\w&.'’-]*\s(?:(?:\d{2,4}|in|of)\s){0,2}){1,5}(?:\w+ed|was|were|rose|fell|lost|slid|sank|shed|gained|climbed|dropped)\b)"
    r"|\sand\s(?=the\s(?:[A-Z][\w&.'’-]*\s){1,3}(?:composite|industrials?|average|index)\s(?:was|were|rose|fell|lost|slid|sank|shed|\w+ed)\b)|\sand\s(?=the\s(?:price|cost|yield)\s(?:of|on)\s)"
    r"|\sand\s(?=(?!(?:later|then|also|still|even|once|only|again|now|there|they|that)\b)[a-z]{3,}\s(?:was|were|rose|fell|lost|slid|sank|shed|gained|climbed|dropped)\s)"
)
EN_ASIDE = Anchored(
    r",\s(?:(?:(?:of|in|to|for|from|with)\s)?(?:which|who|whose|whom)\b(?:[^.;:]|(?<=\d)\.(?=\d)|(?<=Jan|Feb|Aug|Oct|Nov|Dec|Inc)\.|(?<=Sept|Corp)\.){2,120}?|(?:an?|the|its)\s[a-z](?:[^,.;:\d]|(?<=S&P\s)500|(?<=Nasdaq\s)100|(?<=Russell\s)2000){2,80}|(?:already\s|still\s|now\s)?(?:up|down|off|higher|lower|ahead)\s(?:[^,.;:]|(?<=\d)\.(?=\d)){2,60}?),\s(?=(?:also\s|still\s|last\s)?(?:rose|fell|slid|sank|shed|lost|gave|took|drew|held|grew|was|were|is|are|has|have|had|said|came|\w+(?:ed|ts))\b)"
    r"|\s(?:—|–|--)\s[^—–.;:]{2,140}\s(?:—|–|--)\s(?=[a-z])"
)
"""What only describes, between its commas or dashes: the sentence goes on behind it as if it were not there."""
ITEM = re.compile(r"[ \t]*(?:[-–—•·▲△▷▶■◆◇□○●*]|\d{1,2}[.)])\s*")
CAPTION = Anchored(r"(?:사진|자료|그래픽|표)\s?[=|]|\((?:Photo|Source|Chart)|\bPhoto by\b|\b[A-Z][a-z]+ Images\b|[(\[][가-힣]{2,4}=[가-힣]{2,6}[)\]]|\[사진")


class Sentence(msgspec.Struct, kw_only=True, eq=False):
    """A stretch of text that says one thing, with its clauses."""

    start: int
    end: int
    index: int
    paragraph: int
    place: str
    walls: tuple[int, ...] = ()
    asides: tuple[tuple[int, int], ...] = ()

    def clause_at(self, at: int) -> tuple[int, int]:
        """The clause of a place; one that an aside interrupts goes on behind it."""
        inside = self.aside_at(at)
        walls = [w for w in self.walls if not any(a < w <= b for a, b in self.asides if (a, b) != inside)] if self.asides else self.walls
        i = bisect_right(walls, at)
        lo, hi = walls[i - 1] if i else self.start, walls[i] if i < len(walls) else self.end
        return (lo, hi) if inside is None else (max(lo, inside[0]), min(hi, inside[1]))

    def aside_at(self, at: int) -> tuple[int, int] | None:
        """The aside that a place stands in, or None."""
        for a, b in self.asides:
            if a <= at < b:
                return a, b
        return None


def sentences(article: Article) -> list[Sentence]:
    """Every sentence of an article, in order; together they cover the text."""
    text, ko = article.text, article.lang == "ko"
    out: list[Sentence] = []
    pattern = KO_CLAUSE if ko else EN_CLAUSE
    paragraph = 0
    for a, b in _lines(text, ko):
        cuts = [a]
        for m in (KO_STOP if ko else EN_STOP).finditer(text, a, b):
            if not ko and ABBREVIATED.search(text, max(a, m.start() - 12), m.start() + 1):
                continue
            if m.end() < b:
                cuts.append(m.end())
        cuts.append(b)
        whole = len(cuts) == 2
        for start, end in itertools.pairwise(cuts):
            place = "body"
            if not out:
                place = "title" if whole else "body"
            elif ITEM.match(text, start, end):
                place = "item"
            elif CAPTION.search(text, start, end) and end - start < 200:
                place = "caption"
            elif whole and end - start < 60 and not re.search(r"[.!?다]\W*$", text[start:end]):
                place = "heading"
            walls = tuple(m.end() for m in pattern.finditer(text, start, end))
            asides = () if ko else tuple(m.span() for m in EN_ASIDE.finditer(text, start, end))
            out.append(Sentence(start=start, end=end, index=len(out), paragraph=paragraph, place=place, walls=walls, asides=asides))
        paragraph += 1
    if not out:
        out.append(Sentence(start=0, end=len(text), index=0, paragraph=0, place="title"))
    return out


def _lines(text: str, ko: bool) -> list[tuple[int, int]]:
    """Lines of text; a line that goes on in small letters or with a comma belongs to the one before."""
    out: list[tuple[int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        if not line.strip():
            continue
        first = line.lstrip()[0]
        goes_on = first in ",;)" or (not ko and first.islower())
        if out and goes_on and len(out) > 1 and not re.search(r"[.!?:][”\"')\]]*\s*$", text[out[-1][0] : out[-1][1]]):
            out[-1] = (out[-1][0], at)
        else:
            out.append((start, at))
    return out


LINKED = re.compile(r"[\s,(~·/:]*(?:\(|or\s|,\s?or\s|and\s|to\s|from\s|및|와|과|에서|,\s?)?[\s(]*")


def chained(text: str, a: int, b: int) -> bool:
    """Whether nothing but punctuation or a small joining word stands between two numbers."""
    return b - a <= 8 and LINKED.fullmatch(text, a, b) is not None
