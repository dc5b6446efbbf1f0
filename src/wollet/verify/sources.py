"""The same question put to every source: where two sources disagree, each is a reading of its own.

An article asks the same question many times (its title, its readings): `Remembered` puts it to the store once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from wollet.model.market import Bar, MarketData

Asked = tuple[str, dt.date, dt.date, dt.datetime | None, dt.date | None]


MOST = 1024
"""Answers kept of a kind of question, so that no text however long fills the memory."""


class Remembered:
    """Market data as one article asks it: every question is put to the store once, and answered from memory again."""

    def __init__(self, market: MarketData) -> None:
        self._market = market

    def __getattr__(self, name: str) -> Any:
        put = getattr(self._market, name)
        if not callable(put):
            return put
        answers: dict[Any, Any] = {}

        def ask(*told: Any, **named: Any) -> Any:
            question = (told, *named.items())
            if question not in answers:
                if len(answers) == MOST:
                    answers.clear()
                answers[question] = put(*told, **named)
            return answers[question]

        setattr(self, name, ask)
        return ask


class Watched:
    """Market data that remembers which bars were asked for; everything else passes through unchanged."""

    def __init__(self, market: MarketData) -> None:
        self._market = market
        self.asked: dict[Asked, Sequence[Bar]] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._market, name)

    def bars(
        self,
        id: str,
        start: dt.date,
        end: dt.date,
        *,
        as_of: dt.datetime | None = None,
        adjusted_to: dt.date | None = None,
    ) -> Sequence[Bar]:
        rows = self._market.bars(id, start, end, as_of=as_of, adjusted_to=adjusted_to)
        self.asked[id, start, end, as_of, adjusted_to] = rows
        return rows


class OtherSource:
    """Market data in which one further source answers wherever it has the session; the preferred one elsewhere."""

    def __init__(self, market: MarketData, source: str) -> None:
        self._market = market
        self.source = source

    def __getattr__(self, name: str) -> Any:
        return getattr(self._market, name)

    def bars(
        self,
        id: str,
        start: dt.date,
        end: dt.date,
        *,
        as_of: dt.datetime | None = None,
        adjusted_to: dt.date | None = None,
    ) -> Sequence[Bar]:
        rows = {b.session: b for b in self._market.bars(id, start, end, as_of=as_of, adjusted_to=adjusted_to)}
        for bar in self._market.other_bars(id, start, end, as_of=as_of, adjusted_to=adjusted_to):
            if bar.source == self.source and bar.close is not None:
                rows[bar.session] = bar
        return [rows[d] for d in sorted(rows)]


MOST_SESSIONS = 40
"""Longer windows (records, streaks) are scanned in the preferred source alone."""


def dissenting(watched: Watched, market: MarketData) -> list[str]:
    """Sources that give another figure than the preferred one for a session that was asked for."""
    found: dict[str, None] = {}
    for (id, _start, _end, as_of, adjusted_to), rows in watched.asked.items():
        if not rows or len(rows) > MOST_SESSIONS:
            continue
        mine = {b.session: b for b in rows}
        others = market.other_bars(id, rows[0].session, rows[-1].session, as_of=as_of, adjusted_to=adjusted_to)
        for bar in others:
            own = mine.get(bar.session)
            if own is not None and _differs(own, bar):
                found.setdefault(bar.source)
    return list(found)


def _differs(a: Bar, b: Bar) -> bool:
    return any(
        x is not None and y is not None and x != y
        for x, y in ((a.close, b.close), (a.open, b.open), (a.high, b.high), (a.low, b.low))
    )
