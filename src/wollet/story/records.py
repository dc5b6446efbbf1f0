"""Speakers ranked by what became of their forecasts, with intervals that few forecasts leave wide."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from statistics import median

from wollet.model.story import Forecast, Outcome, Record
from wollet.reference import organisations
from wollet.story.ledger import UNNAMED
from wollet.story.regression import Z95


def ranking(held: Iterable[tuple[Forecast, Outcome | None]]) -> list[Record]:
    """A record of each named speaker, the surest first: by the lower end of the interval, then by settled forecasts.

    One lucky call does not lead: 1 of 1 is 21..100 percent, 8 of 10 is 49..94.  `error` is of misses and figures: how far
    a price went beyond a target that it reached is no error of the target.
    """
    tally: dict[str, list[tuple[Forecast, Outcome | None]]] = {}
    for f, o in held:
        if f.speaker != UNNAMED:
            tally.setdefault(same(f.speaker), []).append((f, o))
    out = []
    for rows in tally.values():
        speaker = Counter(f.speaker for f, _ in rows).most_common(1)[0][0]
        settled = [o for _, o in rows if o is not None and o.label in ("hit", "miss")]
        hits, n = sum(o.label == "hit" for o in settled), len(settled)
        low, high = wilson(hits, n)
        off = [abs(float(o.deviation)) for f, o in rows if o is not None and o.deviation is not None and not (f.rule == "touch" and o.label == "hit")]
        waiting = sum(o is None and f.rule != "none" for f, o in rows)
        out.append(
            Record(
                speaker=speaker, hits=hits, settled=n, open=waiting, low=low, high=high, mean=100 * (hits + 1) / (n + 2),
                error=median(off) if off else None,
            )
        )  # fmt: skip
    return sorted(out, key=lambda r: (-r.low, -r.settled, r.speaker))


def same(speaker: str) -> str:
    """One key for all spellings of a speaker: a well-known body's English name, else the words themselves, small."""
    body = organisations.body(speaker)
    return body.name_en if body is not None else speaker.casefold().removeprefix("the ")


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95% score interval of a rate, in percent (Wilson 1927); 0..100 where nothing is settled."""
    if n == 0:
        return 0.0, 100.0
    z2 = Z95 * Z95
    rate = hits / n
    middle = (rate + z2 / (2 * n)) / (1 + z2 / n)
    reach = Z95 * math.sqrt(rate * (1 - rate) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return 100 * max(0.0, middle - reach), 100 * min(1.0, middle + reach)
