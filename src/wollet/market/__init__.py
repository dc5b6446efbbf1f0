"""The point-in-time store behind `MarketData`: what was known when, from which source, on which basis."""

from __future__ import annotations

from pathlib import Path

from wollet.model.market import MarketData

SAMPLE = Path(__file__).parent / "sample"
"""The sample pack that comes with the package: a store like any other."""


def open_market(folder: str | Path | None = None) -> MarketData:
    """The market store at a folder; None opens the sample pack.  Raises ValueError (one line) where there is none."""
    from wollet.market.answers import Store

    return Store(SAMPLE if folder is None else Path(folder))


__all__ = ["open_market"]
