"""What changed between two versions of a text: figures corrected, claims added or dropped, verdicts turned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Literal

import msgspec

Json = dict[str, Any]
Kind = Literal["added", "removed", "figure", "verdict", "moved"]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One difference: what was said before, what is said now, and both verdicts."""

    kind: Kind
    before: Json | None = None
    after: Json | None = None

    def __str__(self) -> str:
        old, new = self.before, self.after
        if old is None and new is not None:
            return f"+ {new['code']} {new['canonical']} [{new['verdict']}]"
        if new is None and old is not None:
            return f"- {old['code']} {old['canonical']} [{old['verdict']}]"
        assert old is not None and new is not None
        verdict = old["verdict"] if old["verdict"] == new["verdict"] else f"{old['verdict']} -> {new['verdict']}"
        said = old["quote"] if old["quote"] == new["quote"] else f"{old['quote']} -> {new['quote']}"
        return f"~ {new['code']} {new['canonical']}: {said} [{verdict}]"


def diff(before: Sequence[Json], after: Sequence[Json]) -> list[Change]:
    """Differences between the claims of two reported articles, in the order of the newer text.

    Meaning: claims are paired where family, subject, metric, unit, dates and basis agree, first where the figure
    agrees too; what is left over was added or removed.
    """
    pairs: dict[int, int] = {}
    for key in (whole, about, loosely):
        waiting: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for i, old in enumerate(before):
            if i not in pairs:
                waiting[key(old)].append(i)
        taken = set(pairs.values())
        for j, new in enumerate(after):
            if j not in taken and waiting[key(new)]:
                pairs[waiting[key(new)].pop(0)] = j
    back = {j: i for i, j in pairs.items()}
    out = []
    for j, new in enumerate(after):
        if j not in back:
            out.append(Change(kind="added", after=new))
            continue
        old = before[back[j]]
        if figure(old) != figure(new) or old["direction"] != new["direction"] or old["when"] != new["when"]:
            out.append(Change(kind="figure", before=old, after=new))
        elif old["verdict"] != new["verdict"]:
            out.append(Change(kind="verdict", before=old, after=new))
    out += [Change(kind="removed", before=old) for i, old in enumerate(before) if i not in pairs]
    return out


def figure(c: Json) -> tuple[object, ...]:
    return (c["stated"]["low"], c["stated"]["high"], c["stated"]["hedge"])


def loosely(c: Json) -> tuple[object, ...]:
    subject = c["subject"]
    return (c["family"], subject["symbol"] or subject["id"] or subject["name"], c["metric"], c["stated"]["unit"])


def about(c: Json) -> tuple[object, ...]:
    when = c["when"] or {}
    return (*loosely(c), when.get("start"), when.get("end"), c["basis"])


def whole(c: Json) -> tuple[object, ...]:
    return (*about(c), *figure(c), c["direction"])
