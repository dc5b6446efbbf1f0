"""Every number in the market news, proved: `wollet.check(text)` reads, recomputes and judges each statement.

    >>> import wollet
    >>> wollet.parse("change(XNAS:NVDA, 2024-02-12, close) = -0.2%").subject.id
    'XNAS:NVDA'

Nothing is imported before it is used.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wollet.face.api import brief, check, mentions, parse, read, replay
    from wollet.face.results import Report

__version__ = "0.1.0"
__all__ = ["Report", "brief", "check", "mentions", "parse", "read", "replay"]
_ROOMS = frozenset(("brief", "read"))
"""Layers that share their name with what is done in them: `wollet.read` is the package and can be called."""


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return importlib.import_module(f"wollet.{name}")
    if name not in __all__:
        raise AttributeError(f"module 'wollet' has no attribute {name!r}: it offers {', '.join(__all__)}")
    return getattr(importlib.import_module("wollet.face.api"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


class _Room(ModuleType):
    """A package that can be called: its work is that of the function of its name in `wollet.face.api`."""

    def __call__(self, *args: Any, **named: Any) -> Any:
        return getattr(importlib.import_module("wollet.face.api"), self.__name__.rpartition(".")[2])(*args, **named)


class _House(ModuleType):
    """This package; Python binds each imported layer to it."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _ROOMS and isinstance(value, ModuleType):
            value.__class__ = _Room
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _House
