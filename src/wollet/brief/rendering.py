"""Templates, style and script of the pages, and the small words that all of them use."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LONGEST = 120
"""Characters of an article's title in a list."""


@cache
def environment() -> Any:
    """The templates, compiled once."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def asset(name: str) -> str:
    """A file of style or script, as it stands in a page."""
    return (HERE / "assets" / name).read_text(encoding="utf-8").strip()


def safe(html: str) -> Any:
    """Markup of our own making, not to be escaped again."""
    from markupsafe import Markup

    return Markup(html)


def short(title: str) -> str:
    """A title as a list shows it: some pages give a whole paragraph for one."""
    return title if len(title) <= LONGEST else f"{title[: title.rfind(' ', 0, LONGEST)].rstrip(' ,.;:')}…"


def stamp(at: dt.datetime) -> str:
    """A moment with its offset: "2024-02-14 08:12 +09:00"."""
    offset = f"{at:%z}"
    return f"{at:%Y-%m-%d %H:%M} {offset[:3]}:{offset[3:5]}" if offset else f"{at:%Y-%m-%d %H:%M}"
