"""Work done without Python's search for unreachable cycles: what an article's reading makes holds none.

Reference counts free all of it, so that the search only takes time, a tenth of it where the caller holds much else.
"""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def uncollected(work: Callable[P, T]) -> Callable[P, T]:
    """A function during which no cycles are searched for; the search goes on behind it where it was on before."""

    @functools.wraps(work)
    def quiet(*told: P.args, **named: P.kwargs) -> T:
        if not gc.isenabled():
            return work(*told, **named)
        gc.disable()
        try:
            return work(*told, **named)
        finally:
            gc.enable()

    return quiet
