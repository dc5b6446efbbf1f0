"""Days told in turn: "13일과 14일 각각 3%, 5% 올랐다"."""

from __future__ import annotations

from bisect import bisect_left

from wollet.mention import unhurried as re
from wollet.model.mention import Mention

KO_JOINED = re.compile(r"\s?(?:[과와]|및|,|·)\s?")
KO_EACH = re.compile(r"(?:에는?|은|엔)?\s?각각\s|의?\s[^.,\n\d와과]{2,30}\s각각\s")


def in_turn(text: str, dates: list[Mention], start: int, figures: list[Mention], starts: list[int]) -> Mention | None:
    """The day or period whose turn it is after "각각": "13일과 14일 각각 3%, 5% 올랐다"."""
    run: list[Mention] = []
    for m in dates:
        if m.end > start:
            break
        run = [*run, m] if run and KO_JOINED.fullmatch(text, run[-1].end, m.start) else [m]
    if len(run) < 2 or KO_EACH.match(text, run[-1].end) is None:
        return None
    said = max(text.rfind("각각", run[-1].end, start), run[-1].end)
    first, at = bisect_left(starts, said), bisect_left(starts, start)
    if at - first >= len(run) or any(len(text[figures[i].end : figures[i + 1].start].strip()) > 1 for i in range(first, at)):
        return None
    return run[at - first]
