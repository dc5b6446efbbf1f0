"""Where a sentence says a claim's figure: the stretch that carries the verdict's mark and leads to its proof."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from wollet.brief.exact import exact
from wollet.brief.figures import amount, figure
from wollet.model.briefing import Sentence
from wollet.model.verdict import Verdict

CLASS = {"supported": "ok", "undecided": "open", "refuted": "no"}
GLYPH = {"supported": "✓", "undecided": "?", "refuted": "✕"}


class Mark(msgspec.Struct, frozen=True):
    """A stretch of a sentence and the claims that it tells; start == end where the whole sentence does."""

    start: int
    end: int
    ids: tuple[str, ...]
    label: str


def spellings(v: Verdict, lang: str) -> list[str]:
    """How a sentence of ours may write a claim's figure, the fullest first."""
    c, q = v.claim, v.claim.quantity
    out = [c.quote]
    if q is not None:
        out += [f for bare in (False, True) if (f := figure(q, lang, bare=bare))]
        told = exact(v) or q
        out += [figure(told, lang, bare=True) or ""]
        for x in (told.low, q.low, q.high):
            if x is not None:
                said = amount(x, q.unit, lang)
                out += [said, said.removesuffix("포인트").removesuffix(" points")]
    return sorted(dict.fromkeys(x for x in out if x), key=lambda x: -len(x))


def marks(s: Sentence, claims: Mapping[str, Verdict]) -> list[Mark]:
    """The marks of a sentence, in its order; claims of one figure share one; what is not found stands at the end."""
    spans: dict[tuple[int, int], list[str]] = {}
    loose: list[str] = []
    for id in s.claims:
        v = claims.get(id)
        if v is None:
            continue
        place = find(s.text, spellings(v, s.lang), spans)
        if place is None:
            loose.append(id)
        else:
            spans.setdefault(place, []).append(id)
    for id in list(loose):
        kin = next((ids for ids in spans.values() if alike(claims[id], claims[ids[0]])), None)
        if kin is not None:
            kin.append(id)
            loose.remove(id)
    out = [Mark(a, b, tuple(ids), worst([claims[i] for i in ids])) for (a, b), ids in sorted(spans.items())]
    if loose and not out:
        out.append(Mark(len(s.text), len(s.text), tuple(loose), worst([claims[i] for i in loose])))
    elif loose:
        last = out[-1]
        out[-1] = Mark(last.start, last.end, (*last.ids, *loose), last.label)
    return out


def alike(a: Verdict, b: Verdict) -> bool:
    """Whether two claims tell the same of the same, in other digits."""
    return type(a.claim) is type(b.claim) and a.claim.subject.id == b.claim.subject.id and a.claim.metric == b.claim.metric


def find(text: str, words: list[str], taken: Mapping[tuple[int, int], list[str]]) -> tuple[int, int] | None:
    """The first free stretch that one of the spellings fills, or one that is marked with the very same words."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            whole = not (text[end : end + 1].isdigit() or (at and (text[at - 1].isdigit() or text[at - 1] in ".,")))
            if (at, end) in taken:
                return at, end
            if whole and all(end <= a or b <= at for a, b in taken):
                return at, end
            at = text.find(word, at + 1)
    return None


def worst(verdicts: list[Verdict]) -> str:
    """The verdict that a reader must see first."""
    labels = {v.label for v in verdicts}
    return next(x for x in ("refuted", "undecided", "supported") if x in labels)
