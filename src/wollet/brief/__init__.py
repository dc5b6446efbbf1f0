"""The day's programme: composed of what is proved, told in Korean and English, written as pages and files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wollet.brief.programme import Programme
    from wollet.model.market import MarketData

__all__ = ["write"]


def write(p: Programme, market: MarketData | None, folder: Path) -> list[Path]:
    """Write a programme's files into a folder and bind them into its archive; every file written, in order."""
    from wollet.brief.files import written

    return written(p, market, folder)
