"""Industry prose of our own writing, each sentence labelled by hand: nothing found that is not said, most of it found.

`data/relations.tsv` holds actor>kind>target:status, several with "|" between them, "*" where the status is left open; the
sets were written before the frames that they first met (see docs/measured/relations.md).
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from story.texts import told
from wollet.story.frame import SYMMETRIC
from wollet.story.masking import parties
from wollet.story.relations import relations

with (Path(__file__).parent / "data" / "relations.tsv").open(encoding="utf-8") as file:
    PROSE = [(r["lang"], r["text"], r["relations"] or "") for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]

Tie = tuple[str, str, str]


def tie(actor: str, kind: str, target: str) -> Tie:
    return (*sorted((actor, target)), kind) if kind in SYMMETRIC else (actor, target, kind)  # type: ignore[return-value]


def labelled(lang: str, text: str, said: str) -> dict[Tie, str]:
    """What a sentence says, by the keys of its names; a name that is not read stays as it is written."""
    named = parties(told(text, lang))  # type: ignore[arg-type]

    def key(name: str) -> str:
        at = text.find(name)
        return next((p.key for a, b, p in named if a <= at < b or at <= a < at + len(name)), name)

    out: dict[Tie, str] = {}
    for one in filter(None, said.split("|")):
        ends, status = one.rsplit(":", 1)
        actor, kind, target = ends.split(">")
        out[tie(key(actor), kind, key(target))] = status
    return out


def found(lang: str, text: str) -> dict[Tie, str]:
    return {tie(r.actor, r.kind, r.target): r.status for r in relations([told(text, lang)])}  # type: ignore[arg-type]


@pytest.mark.parametrize("lang, text, said", PROSE)
def test_nothing_is_found_that_is_not_said(lang: str, text: str, said: str) -> None:
    assert set(found(lang, text)) <= set(labelled(lang, text, said))


def test_most_of_what_is_said_is_found_and_how_far_it_has_got() -> None:
    said = got = right = stated = 0
    for lang, text, stated_ties in PROSE:
        want, have = labelled(lang, text, stated_ties), found(lang, text)
        said, got = said + len(want), got + len(set(want) & set(have))
        for k in set(want) & set(have):
            stated, right = stated + (want[k] != "*"), right + (want[k] == have[k])
    assert said >= 280 and got / said >= 0.85
    assert right / stated >= 0.93


def test_names_exchanged_in_a_sentence_are_exchanged_in_its_relation() -> None:
    tried = 0
    for lang, text, _ in PROSE:
        named = parties(told(text, lang))  # type: ignore[arg-type]
        have = found(lang, text)
        if lang != "en" or len(named) != 2 or len(have) != 1 or named[0][2].key == named[1][2].key or any(p.kind == "person" or not p.listed for _, _, p in named):
            continue
        (a, b, first), (c, d, second) = named
        swapped = text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]
        if [p.key for _, _, p in parties(told(swapped, "en"))] != [second.key, first.key]:
            continue
        other = {first.key: second.key, second.key: first.key}
        ((x, y, kind),) = have
        assert set(found("en", swapped)) == {tie(other[x], kind, other[y])}, swapped
        tried += 1
    assert tried >= 40
