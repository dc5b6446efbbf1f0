"""The files of a day: self-contained pages, the twin, calendar, feed, script, mail, and the archive that binds them."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from wollet.brief import write
from wollet.brief.programme import Programme
from wollet.model.market import MarketData

VOID = {"meta", "link", "br", "hr", "img", "input", "line", "rect", "path"}


class Page(HTMLParser):
    """What a page links to, its ids, and whether its elements close."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.stack: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = dict(attrs)
        self.tags.append((tag, a))
        if a.get("id"):
            self.ids.append(a["id"] or "")
        if tag == "a" and a.get("href"):
            self.links.append(a["href"] or "")
        self.loads += [a[k] or "" for k in ("src",) if a.get(k)]
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.stack.pop() == tag


@pytest.fixture(scope="module")
def folder(programmes: list[Programme], market: MarketData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("archive")
    for p in programmes:
        write(p, market, out)
    return out


def parsed(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    assert page.stack == []
    return page


def pages(folder: Path) -> list[Path]:
    return sorted(p for p in folder.glob("2024-*.html") if not p.name.endswith(".mail.html"))


def test_each_day_and_language_has_its_files(folder: Path) -> None:
    assert len(pages(folder)) == 10
    for page in pages(folder):
        stem = page.name.removesuffix(".html")
        for ending in ("md", "json", "ics", "script.txt", "mail.html"):
            assert (folder / f"{stem}.{ending}").stat().st_size > 200
    assert {p.name for p in folder.glob("feed.*")} == {"feed.ko.xml", "feed.en.xml"}


def test_pages_load_nothing_and_every_link_leads_somewhere(folder: Path) -> None:
    for path in [*pages(folder), folder / "index.html"]:
        page, text = parsed(path), path.read_text(encoding="utf-8")
        assert page.loads == [] and "@import" not in text and not re.search(r"url\((?!data:|#)", text)
        assert len(page.ids) == len(set(page.ids))
        for link in page.links:
            target, _, anchor = link.partition("#")
            assert not target or (folder / target).is_file(), link
            assert target or anchor in page.ids, link


def test_pages_are_told_in_their_language_and_can_be_used_by_keyboard(folder: Path) -> None:
    for path in pages(folder):
        page = parsed(path)
        lang = path.name.split(".")[1]
        assert next(a for t, a in page.tags if t == "html")["lang"] == lang
        for tag, a in page.tags:
            if tag == "svg":
                assert a.get("aria-label") or a.get("aria-hidden")
            if tag == "a" and "fig" in (a.get("class") or "").split():
                assert a.get("aria-label") and (a.get("href") or "").startswith("#p-")
            if tag == "button":
                assert a.get("aria-label") and a.get("type") == "button"


def test_marks_do_not_speak_by_colour_alone(folder: Path) -> None:
    text = (folder / "2024-02-23.ko.html").read_text(encoding="utf-8")
    for kind, glyph in (("ok", "✓"), ("open", "?"), ("no", "✕")):
        found = re.findall(rf'<a class="fig {kind}"[^>]*>.*?<span class="m" aria-hidden="true">(.)</span>', text)
        assert found and set(found) == {glyph}


def test_the_twin_keeps_its_contract(folder: Path) -> None:
    for path in folder.glob("*.json"):
        t = json.loads(path.read_text(encoding="utf-8"))
        assert t["schema"] == "wollet.briefing/1" and {"date", "lang", "trends", "claims", "sentences"} <= t.keys()
        assert path.name == f"{t['date']}.{t['lang']}.json"
        markdown = path.with_suffix(".md").read_text(encoding="utf-8")
        for s in t["sentences"]:
            assert set(s) >= {"text", "lang", "claims"}
            assert re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", s["text"]) in markdown


def test_calendar_files_hold_the_dates_ahead(folder: Path) -> None:
    events = Calendar.from_ical((folder / "2024-02-14.ko.ics").read_bytes()).walk("VEVENT")
    days = {e["dtstart"].dt.isoformat() for e in events}
    assert "2024-02-21" in days and all(d > "2024-02-14" for d in days)
    assert len({e["uid"] for e in events}) == len(events)


def test_feeds_are_atom_newest_first(folder: Path) -> None:
    ns = {"a": "http://www.w3.org/2005/Atom"}
    for lang in ("ko", "en"):
        root = ET.fromstring((folder / f"feed.{lang}.xml").read_bytes())
        entries = root.findall("a:entry", ns)
        links = [e.find("a:link", ns).attrib["href"] for e in entries]  # type: ignore[union-attr]
        assert links == sorted(links, reverse=True) and len(links) == 5
        for e in (root, *entries):
            assert all(e.find(f"a:{tag}", ns) is not None for tag in ("id", "title", "updated"))


def test_days_are_bound_to_each_other(folder: Path) -> None:
    text = (folder / "2024-02-14.ko.html").read_text(encoding="utf-8")
    assert 'rel="prev" href="2024-02-13.ko.html"' in text and 'rel="next" href="2024-02-22.ko.html"' in text
    first = (folder / "2024-02-12.ko.html").read_text(encoding="utf-8")
    assert 'rel="prev"' not in first and 'rel="next"' in first


def test_related_news_point_to_earlier_days(folder: Path) -> None:
    related = re.search(r'<section class="plain" aria-labelledby="rel">.*?</section>', (folder / "2024-02-23.en.html").read_text(encoding="utf-8"), re.S)
    assert related is not None and "2024-02-22.en.html" in related[0] and "2024-02-23" not in related[0]


def test_writing_again_changes_nothing(programmes: list[Programme], market: MarketData, folder: Path) -> None:
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    for p in programmes:
        write(p, market, folder)
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


def test_scripts_write_numbers_out(folder: Path) -> None:
    for path in folder.glob("*.script.txt"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert re.search(r"\d+(분 \d+초| min \d+ s)", lines[2])
        for line in lines[4:]:
            said = re.sub(r"^\d\d:\d\d", "", line)
            assert not re.search(r"(?<![A-Za-z])\d", said), said
    assert "십육 점 사" in (folder / "2024-02-23.ko.script.txt").read_text(encoding="utf-8")


def test_mail_needs_no_style_sheet(folder: Path) -> None:
    for path in folder.glob("*.mail.html"):
        text = path.read_text(encoding="utf-8")
        assert "<style" not in text and "<script" not in text and "<table" in text and "class=" not in text
        parsed(path)


def test_what_an_article_writes_never_becomes_markup(market: MarketData, tmp_path: Path) -> None:
    import datetime as dt

    from wollet.brief.programme import programme
    from wollet.model.article import Article
    from wollet.verify.check import check

    text = "Nvidia <script>alert(1)</script> & “Sons”\n\nNvidia shares fell 0.2% to $721.28 on Tuesday, said O'Neil </details> [x](y) *z*.\n"
    a = Article(id='x" onload="y', text=text, published=dt.datetime(2024, 2, 13, 23, tzinfo=dt.UTC), lang="en", title=text.split("\n")[0])
    write(programme([check(a, market)], market, langs=("en",)), market, tmp_path)
    for path in tmp_path.glob("*.html"):
        parsed(path)
        assert "<script>alert" not in path.read_text(encoding="utf-8")
    assert "<script>" not in (tmp_path / "feed.en.xml").read_text(encoding="utf-8")
    ET.fromstring((tmp_path / "feed.en.xml").read_bytes())
