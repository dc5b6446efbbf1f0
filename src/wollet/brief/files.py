"""The files of a programme: for each language a page, Markdown, JSON twin, calendar, script and mail, one base name."""

from __future__ import annotations

from pathlib import Path

import msgspec

from wollet.brief.archive import bind, kept, related
from wollet.brief.diary import calendar
from wollet.brief.markdown import markdown
from wollet.brief.page import View, page, render
from wollet.brief.programme import Programme
from wollet.brief.script import script
from wollet.brief.twin import twin
from wollet.model.market import MarketData


def written(p: Programme, market: MarketData | None, folder: Path) -> list[Path]:
    """Write everything; an existing briefing of the same day and language is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    out: list[Path] = []
    earlier = kept(folder)
    for b in p.briefings:
        stem = f"{b.date.isoformat()}.{b.lang}"
        others = [(o.lang, f"{o.date.isoformat()}.{o.lang}.html") for o in p.briefings if o.lang != b.lang]
        players = {x for s in b.sections for x in s.players}
        view = View(p, b, market)
        files: dict[str, str | bytes] = {
            "html": page(p, b, market, stem=stem, others=others, related=related(earlier, b.date, b.lang, players)),
            "md": markdown(view), "json": msgspec.json.format(msgspec.json.encode(twin(p, b)), indent=1) + b"\n", "ics": calendar(view),
            "script.txt": script(view), "mail.html": render("mail.html", view),
        }  # fmt: skip
        for ending, data in files.items():
            path = folder / f"{stem}.{ending}"
            path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
            out.append(path)
    return out + bind(folder)
