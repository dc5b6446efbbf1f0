"""A folder of daily briefings: its index, the way from one day to the next, related news of earlier days, its feeds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import msgspec

from wollet.brief.feed import Entry, feed
from wollet.brief.rendering import asset, environment, safe
from wollet.brief.twin import SCHEMA
from wollet.brief.words import UI, dated

STEM = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})\.(?P<lang>ko|en)\.json")
PAGER = re.compile(r"<!--pager-->.*?<!--/pager-->", re.DOTALL)
RELATED = 6


class Kept(msgspec.Struct, frozen=True):
    """A briefing of the archive as its JSON twin tells it."""

    date: dt.date
    lang: str
    stem: str
    heads: tuple[str, ...]
    lines: tuple[str, ...]
    players: tuple[frozenset[str], ...]
    updated: str


def kept(folder: Path) -> list[Kept]:
    """The briefings of a folder, oldest first; files that are no twin of ours are passed over."""
    out = []
    for path in sorted(folder.glob("????-??-??.*.json")):
        m = STEM.fullmatch(path.name)
        if m is None:
            continue
        try:
            twin = msgspec.json.decode(path.read_bytes())
        except (OSError, msgspec.DecodeError):
            continue
        if not isinstance(twin, dict) or twin.get("schema") != SCHEMA:
            continue
        told = [t for t in twin.get("trends", ()) if t.get("headline")]
        out.append(
            Kept(
                date=dt.date.fromisoformat(m["date"]), lang=m["lang"], stem=path.name.removesuffix(".json"),
                heads=tuple(t["headline"] for t in told), players=tuple(frozenset(t.get("players", ())) for t in told),
                lines=tuple(s["text"] for s in twin.get("sentences", ())[1:4]), updated=twin.get("as_of") or f"{m['date']}T00:00:00+00:00",
            )
        )  # fmt: skip
    return out


def related(days: Iterable[Kept], date: dt.date, lang: str, players: set[str]) -> list[tuple[str, str]]:
    """Earlier programmes in the same language that told of the same players, newest first."""
    out: list[tuple[str, str]] = []
    for k in sorted(days, key=lambda k: k.date, reverse=True):
        if k.lang != lang or k.date >= date:
            continue
        for head, names in zip(k.heads, k.players, strict=True):
            if names & players:
                out.append((f"{k.stem}.html", f"{dated(k.date, lang)}: {head}"))
                break
    return out[:RELATED]


def bind(folder: Path) -> list[Path]:
    """Write index and feeds anew and set previous and next on every page; the files written."""
    days = kept(folder)
    out: list[Path] = []
    langs = sorted({k.lang for k in days}, reverse=True)
    for lang in langs:
        row = [k for k in days if k.lang == lang]
        for before, k, after in zip([None, *row[:-1]], row, [*row[1:], None], strict=True):
            turn(folder / f"{k.stem}.html", before, after, lang)
        path = folder / f"feed.{lang}.xml"
        path.write_text(feed([Entry(k.date, f"{k.stem}.html", k.heads[0] if k.heads else UI[lang]["empty"], k.lines, k.updated) for k in row], lang), encoding="utf-8")
        out.append(path)
    if days:
        path = folder / "index.html"
        path.write_text(index(days, langs), encoding="utf-8")
        out.append(path)
    return out


def turn(page: Path, before: Kept | None, after: Kept | None, lang: str) -> None:
    """Set the links to the day before and the day after."""
    if not page.is_file():
        return
    ui = UI[lang]
    left = f'<a rel="prev" href="{before.stem}.html">← {ui["prev"]}<br><small class="note">{escape(dated(before.date, lang))}</small></a>' if before else "<span></span>"
    right = f'<a rel="next" href="{after.stem}.html" style="text-align:right">{ui["next"]} →<br><small class="note">{escape(dated(after.date, lang))}</small></a>' if after else "<span></span>"
    nav = f'<nav class="pager" aria-label="{ui["archive"]}">{left}{right}</nav>' if before or after else ""
    text = page.read_text(encoding="utf-8")
    page.write_text(PAGER.sub(lambda _: f"<!--pager-->{nav}<!--/pager-->", text, count=1), encoding="utf-8")


def index(days: Sequence[Kept], langs: Sequence[str]) -> str:
    """The archive's front page, in the programme's first language."""
    lang = langs[0]
    by: dict[dt.date, list[Kept]] = {}
    for k in days:
        by.setdefault(k.date, []).append(k)
    rows = [
        (d.isoformat(), dated(d, lang), [(k.lang, f"{k.stem}.html", k.heads[0] if k.heads else "", k.heads[1:]) for k in sorted(by[d], key=lambda k: langs.index(k.lang))])
        for d in sorted(by, reverse=True)
    ]
    html: str = environment().get_template("index.html").render(
        ui=UI[lang], lang=lang, langs=langs, days=rows, css=safe(asset("page.css")), js=safe(asset("page.js"))
    )
    return html
