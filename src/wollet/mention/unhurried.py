"""`re` whose `compile` waits: a pattern is compiled when it is first used, for a text uses those of its language alone.

A module imports it in the place of `re`.  After the first use a pattern's methods are those of `re` itself.
"""

from __future__ import annotations

import re
from re import DOTALL as DOTALL
from re import IGNORECASE as IGNORECASE
from re import MULTILINE as MULTILINE
from re import VERBOSE as VERBOSE
from re import I as I
from re import Match as Match
from re import Pattern as Pattern
from re import RegexFlag as RegexFlag
from re import escape as escape
from re import fullmatch as fullmatch
from re import match as match
from re import search as search
from re import split as split
from re import sub as sub
from typing import Any, cast

from wollet.mention import firsts

METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split", "groupindex", "groups")


class _Waiting:
    """A pattern that is not compiled yet."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self.flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in METHODS:
            raise AttributeError(name)
        compiled = firsts.compiled(self.pattern, self.flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled at its first use."""
    return cast("re.Pattern[str]", _Waiting(source, flags))
