"""Everything that was ever read and found, in one file that only grows, searched in both languages.

An article whose text changed is kept beside its earlier version; a verdict that came out differently is added after the
one before.  Every question takes `as_of` and is answered from what had been fetched by then.  One transaction holds one
article with its claims and verdicts: a process that is killed loses at most the article it was writing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from wollet.claim.family import family_of
from wollet.model.article import Article
from wollet.model.story import Checked, Forecast, Outcome
from wollet.model.verdict import Evidence, Verdict
from wollet.store import schema
from wollet.store.bigrams import indexed, query

T = TypeVar("T", str, str | None)
_HALF = re.compile("[\ud800-\udfff]")
WAIT = 30.0
"""Seconds to wait for another process that is writing."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """An article found by its words, the best first; `rank` is BM25, smaller is better."""

    article: Article
    fetched_at: dt.datetime
    rank: float


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A stored claim with its newest verdict."""

    article: str
    span: tuple[int, int]
    quote: str
    family: str
    canonical: str
    said_by: str | None
    label: str
    reason: str | None
    gross: bool
    evidence: Evidence | None
    fetched_at: dt.datetime


class Archive:
    """An open archive; `open_archive` makes one.  Use it as a context manager, or call `close`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.db.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def add(self, checked: Iterable[Checked], fetched_at: dt.datetime | None = None) -> int:
        """Articles with their claims and verdicts; returns how many were new.  What is there already is not repeated."""
        new = 0
        for c in checked:
            with self._writing():
                new += self._article(c, _utc(fetched_at))
        return new

    def _article(self, c: Checked, now: str) -> bool:
        a = _clean(c.article)
        digest = hashlib.sha256(f"{a.title}\0{a.text}".encode()).hexdigest()
        row = self.db.execute("SELECT n FROM article WHERE id = ? AND digest = ?", (a.id, digest)).fetchone()
        if row is None:
            n = self.db.execute(
                "INSERT INTO article (id, digest, published, lang, title, url, fetched_at, body) VALUES (?,?,?,?,?,?,?,?)",
                (a.id, digest, _utc(a.published), a.lang, a.title, a.url, now, _encode(a)),
            ).lastrowid
            self.db.execute("INSERT INTO words (rowid, title, body) VALUES (?,?,?)", (n, indexed(a.title), indexed(a.text)))
        else:
            n = row[0]
        for v in c.verdicts:
            self._verdict(n or 0, v, now)
        return row is None

    def _verdict(self, article: int, v: Verdict, now: str) -> None:
        claim, line = v.claim, _whole(str(v.claim))
        place = (article, *claim.span, line)
        row = self.db.execute(
            "SELECT n FROM claim WHERE article = ? AND start = ? AND stop = ? AND canonical = ?", place
        ).fetchone()
        n = row[0] if row else self.db.execute(
            "INSERT INTO claim (article, start, stop, canonical, quote, family, subject, said_by, fetched_at) "
            "VALUES (?,?,?,?,?,?,?,?,?)",
            (*place, _whole(claim.quote), family_of(claim).name, _whole(claim.subject.id or claim.subject.name),
             _whole(claim.said_by), now),
        ).lastrowid  # fmt: skip
        shown = v.readings[v.decided] if v.decided is not None else next((r for r in v.readings if r.evidence), None)
        evidence = shown.evidence if shown is not None else None
        measured = str(evidence.measured) if evidence is not None and evidence.measured is not None else None
        last = self.db.execute(
            "SELECT label, reason, gross, measured FROM verdict WHERE claim = ? ORDER BY n DESC LIMIT 1", (n,)
        ).fetchone()
        if last != (v.label, v.reason, int(v.gross), measured):
            self.db.execute(
                "INSERT INTO verdict (claim, label, reason, gross, measured, evidence, fetched_at) VALUES (?,?,?,?,?,?,?)",
                (n, v.label, v.reason, int(v.gross), measured, _encode(evidence) if evidence else None, now),
            )

    def articles(
        self, since: dt.datetime | None = None, until: dt.datetime | None = None, *, as_of: dt.datetime | None = None
    ) -> Iterator[Article]:
        """Articles published in [since, until), oldest first, each in its newest version known."""
        rows = self.db.execute(
            "SELECT body FROM article a WHERE published >= ? AND published < ? AND fetched_at <= ? AND NOT EXISTS "
            "(SELECT 1 FROM article b WHERE b.id = a.id AND b.n > a.n AND b.fetched_at <= ?) ORDER BY published, n",
            (_bound(since, ""), _bound(until, "~"), _bound(as_of, "~"), _bound(as_of, "~")),
        )
        for (body,) in rows:
            yield msgspec.json.decode(body, type=Article)

    def search(self, text: str, *, limit: int = 20, as_of: dt.datetime | None = None) -> list[Hit]:
        """Articles with every word asked for, the best match first; a Korean word is found inside longer ones too."""
        asked = query(text)
        if not asked:
            return []
        rows = self.db.execute(
            "SELECT a.body, a.fetched_at, bm25(words, 4.0, 1.0) AS rank FROM words JOIN article a ON a.n = words.rowid "
            "WHERE words MATCH ? AND a.fetched_at <= ? ORDER BY rank, a.n LIMIT ?",
            (asked, _bound(as_of, "~"), limit),
        )
        return [
            Hit(article=msgspec.json.decode(b, type=Article), fetched_at=dt.datetime.fromisoformat(f), rank=r)
            for b, f, r in rows
        ]

    def claims(
        self, *, article: str | None = None, subject: str | None = None, as_of: dt.datetime | None = None
    ) -> list[Found]:
        """Claims with the newest verdict known, of an article or of a subject ("XNAS:NVDA"), in the order they came."""
        wanted = {"a.id = :article": article, "c.subject = :subject": subject}
        asked = "".join(f" AND {where}" for where, value in wanted.items() if value is not None)
        rows = self.db.execute(
            "SELECT a.id, c.start, c.stop, c.quote, c.family, c.canonical, c.said_by, v.label, v.reason, v.gross, v.evidence, "
            "v.fetched_at FROM claim c JOIN article a ON a.n = c.article JOIN verdict v ON v.n = (SELECT max(n) FROM verdict "
            "w WHERE w.claim = c.n AND w.fetched_at <= :late) "
            f"WHERE c.fetched_at <= :late{asked} ORDER BY c.n",
            {"late": _bound(as_of, "~"), "article": article, "subject": subject},
        )
        return [
            Found(
                article=r[0], span=(r[1], r[2]), quote=r[3], family=r[4], canonical=r[5], said_by=r[6], label=r[7],
                reason=r[8], gross=bool(r[9]), fetched_at=dt.datetime.fromisoformat(r[11]),
                evidence=msgspec.json.decode(r[10], type=Evidence) if r[10] else None,
            )
            for r in rows
        ]  # fmt: skip

    def add_forecasts(self, forecasts: Iterable[Forecast], fetched_at: dt.datetime | None = None) -> int:
        """Forecasts that were not there yet; returns how many."""
        now, before = _utc(fetched_at), self.db.total_changes
        with self._writing():
            self.db.executemany(
                "INSERT OR IGNORE INTO forecast (key, speaker, due, body, fetched_at) VALUES (?,?,?,?,?)",
                ((f.key, f.speaker, f.due.isoformat() if f.due else None, _encode(f), now) for f in forecasts),
            )
        return self.db.total_changes - before

    def add_outcomes(self, outcomes: Iterable[Outcome], fetched_at: dt.datetime | None = None) -> None:
        """What became of forecasts; the newest outcome of each counts."""
        now = _utc(fetched_at)
        with self._writing():
            self.db.executemany(
                "INSERT INTO outcome (forecast, label, body, fetched_at) VALUES (?,?,?,?)",
                ((o.forecast, o.label, _encode(o), now) for o in outcomes),
            )

    def forecasts(self, *, as_of: dt.datetime | None = None) -> list[tuple[Forecast, Outcome | None]]:
        """Every forecast with its newest outcome, in the order they came."""
        late = _bound(as_of, "~")
        rows = self.db.execute(
            "SELECT f.body, (SELECT o.body FROM outcome o WHERE o.forecast = f.key AND o.fetched_at <= ?1 ORDER BY o.n DESC "
            "LIMIT 1) FROM forecast f WHERE f.fetched_at <= ?1 ORDER BY f.n",
            (late,),
        )
        return [
            (msgspec.json.decode(f, type=Forecast), msgspec.json.decode(o, type=Outcome) if o else None) for f, o in rows
        ]


def open_archive(path: str | Path) -> Archive:
    """The archive at a path, made where there is none.

    Raises `ValueError` with one line where the file is something else or was written by a newer wollet.
    """
    try:
        db = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            _make(db, path)
        elif version != schema.VERSION:
            raise ValueError(f"{path}: an archive of version {version}, this wollet knows {schema.VERSION}: update wollet")
    except sqlite3.Error as error:
        raise ValueError(f"{path}: not an archive ({error}): name another file, or a new one") from error
    return Archive(db)


def _make(db: sqlite3.Connection, path: str | Path) -> None:
    """The tables, all or none; a second process that comes at the same moment finds them made."""
    db.execute("BEGIN EXCLUSIVE")
    try:
        if db.execute("PRAGMA user_version").fetchone()[0] == 0:
            if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise ValueError(f"{path}: a database of something else: name another file, or a new one")
            for statement in _statements(schema.TABLES + schema.GUARDS):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {schema.VERSION}")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _statements(script: str) -> Iterator[str]:
    held = ""
    for line in script.splitlines():
        held += line + "\n"
        if sqlite3.complete_statement(held):
            yield held
            held = ""


def _clean(a: Article) -> Article:
    """The article without halves of characters, which no file can hold; offsets stay."""
    text, title = _whole(a.text), _whole(a.title)
    return a if text == a.text and title == a.title else msgspec.structs.replace(a, text=text, title=title)


def _whole(text: T) -> T:
    return _HALF.sub("\ufffd", text) if text else text


def _encode(x: object) -> bytes:
    return msgspec.json.encode(x)


def _utc(at: dt.datetime | None) -> str:
    at = at or dt.datetime.now(dt.UTC)
    if at.tzinfo is None:
        raise ValueError(f"{at.isoformat()} has no time zone: give one, such as {at.isoformat()}+09:00")
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _bound(at: dt.datetime | None, otherwise: str) -> str:
    return otherwise if at is None else _utc(at)
