"""Who is with whom, told: ties of one player and one kind in one sentence, each as far as it has got."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from wollet.brief.figures import in_a_row
from wollet.brief.phrases_ties import EN, KO
from wollet.brief.teller import Teller
from wollet.model.briefing import Sentence
from wollet.model.story import Checked, Relation

MOST, TOGETHER = 3, 3
ORDER = {"acquires": 0, "talks": 1, "invests": 2, "partners": 3, "sues": 4, "supplies": 5, "regulates": 6, "buys": 7, "competes": 8}
MUTUAL = frozenset(("talks", "partners", "competes"))


def people(checked: Sequence[Checked]) -> frozenset[str]:
    """The persons that some articles name."""
    return frozenset(m.value.name for c in checked for m in c.mentions if m.kind == "person" and hasattr(m.value, "name"))


def grouped(relations: Sequence[Relation], teller: Teller, persons: Collection[str], most: int = TOGETHER) -> list[tuple[str, list[Relation]]]:
    """(actor, its relations of one kind and status): the newsiest kinds first, those most told before others.

    Of a mutual tie the party that has more of them leads; what a person does is left out where a body does the same.
    """
    usable = [r for r in relations if (r.kind, r.status) in KO or (r.kind, None) in KO]
    usable = [r for r in usable if teller.sayable(r.actor) and teller.sayable(r.target)]
    bodies = {(r.kind, x) for r in usable if r.actor not in persons and r.target not in persons for x in (r.actor, r.target)}
    usable = [r for r in usable if not ((r.actor in persons and (r.kind, r.target) in bodies) or (r.target in persons and (r.kind, r.actor) in bodies))]
    count = Counter(x for r in usable if r.kind in MUTUAL for x in (r.actor, r.target))
    out: dict[tuple[str, str, str], list[Relation]] = {}
    pairs: set[tuple[str, frozenset[str]]] = set()
    for r in sorted(usable, key=lambda r: (ORDER.get(r.kind, 9), -len(r.articles), r.actor, r.target)):
        pair = (r.kind, frozenset((r.actor, r.target)))
        if pair in pairs:
            continue
        pairs.add(pair)
        lead = r.target if r.kind in MUTUAL and count[r.target] > count[r.actor] else r.actor
        out.setdefault((lead, r.kind, r.status), []).append(r)
    return [(lead, rs[:most]) for (lead, _, _), rs in out.items()]


def told_ties(
    relations: Sequence[Relation], players: Collection[str], persons: Collection[str], teller: Teller, once: set[object]
) -> list[Sentence]:
    """Sentences on the ties of a trend's players, each resting on the passages that state them."""
    out: list[Sentence] = []
    inside = [r for r in relations if all(x in players or x in persons for x in (r.actor, r.target)) and not (r.actor in persons and r.target in persons)]
    pairs: set[frozenset[str]] = set()
    for lead, group in grouped(inside, teller, persons):
        group = [r for r in group if r.kind != "invests" or frozenset((r.actor, r.target)) not in pairs]
        fresh = [r for r in group if (r.kind, r.actor, r.target) not in once and (r.kind, r.target, r.actor) not in once]
        if not fresh or len(out) >= MOST:
            continue
        once |= {(r.kind, r.actor, r.target) for r in fresh}
        pairs |= {frozenset((r.actor, r.target)) for r in fresh}
        kind, status = fresh[0].kind, fresh[0].status
        others = [r.target if r.actor == lead else r.actor for r in fresh]
        table = {"it": (KO if teller.ko else EN).get((kind, status)) or (KO if teller.ko else EN)[kind, None]}
        parts = {"A": teller.called(lead), "B": listed([teller.called(x) for x in others], teller.ko)}
        text = teller.say("it", f"{lead}|{kind}|{others[0]}", parts, table)
        out.append(Sentence(text=text, lang=teller.lang, role="relation", quotes=tuple((r.article, *r.span) for r in fresh)))
    return out


def listed(names: Sequence[str], ko: bool) -> str:
    """Names in a row: "A, B, C"; "A and B", "A, B and C"."""
    return ", ".join(names) if ko else in_a_row(names)
