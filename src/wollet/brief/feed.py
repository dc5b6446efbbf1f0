"""The programme's archive as an Atom feed, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from xml.etree import ElementTree as ET

import msgspec

from wollet.brief.words import UI

ATOM = "http://www.w3.org/2005/Atom"


class Entry(msgspec.Struct, frozen=True):
    """One briefing of the archive: day, file, headline, lines, moment of its newest article."""

    date: dt.date
    file: str
    title: str
    lines: tuple[str, ...]
    updated: str


def feed(entries: Sequence[Entry], lang: str) -> str:
    """An Atom 1.0 document; ids are tags of the programme's own, links are relative to the feed."""
    ET.register_namespace("", ATOM)
    ui = UI[lang]
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": lang})
    add(root, "id", f"tag:wollet,2024:briefing:{lang}")
    add(root, "title", f"{ui['title']}, {ui['name']}")
    add(root, "updated", max((e.updated for e in entries), key=dt.datetime.fromisoformat, default="1970-01-01T00:00:00+00:00"))
    author = ET.SubElement(root, f"{{{ATOM}}}author")
    add(author, "name", ui["name"])
    ET.SubElement(root, f"{{{ATOM}}}link", {"rel": "self", "href": f"feed.{lang}.xml"})
    ET.SubElement(root, f"{{{ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": "index.html"})
    for e in sorted(entries, key=lambda e: e.date, reverse=True):
        entry = ET.SubElement(root, f"{{{ATOM}}}entry")
        add(entry, "id", f"tag:wollet,2024:briefing:{lang}:{e.date.isoformat()}")
        add(entry, "title", e.title)
        add(entry, "updated", e.updated)
        ET.SubElement(entry, f"{{{ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": e.file})
        add(entry, "summary", " ".join(e.lines))
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = text
