"""The one judge: claims against market data, with proof, replay and diagnostics."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wollet.verify.check import check, check_all
    from wollet.verify.diagnostics import diagnostics
    from wollet.verify.judge import judge
    from wollet.verify.replay import replay
    from wollet.verify.report import report

__all__ = ["check", "check_all", "diagnostics", "judge", "replay", "report"]
_HOME = {
    "check": "check",
    "check_all": "check",
    "diagnostics": "diagnostics",
    "judge": "judge",
    "replay": "replay",
    "report": "report",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"wollet.verify.{_HOME[name]}"), name)
