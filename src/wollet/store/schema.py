"""The tables of the archive: rows are added and never changed, which the tables themselves refuse.

Times are ISO 8601 in UTC, so that their order as text is their order in time.
"""

from __future__ import annotations

VERSION = 1
TABLES = """
CREATE TABLE article (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, digest TEXT NOT NULL, published TEXT NOT NULL, lang TEXT NOT NULL,
  title TEXT NOT NULL, url TEXT, fetched_at TEXT NOT NULL, body BLOB NOT NULL, UNIQUE (id, digest));
CREATE INDEX article_published ON article (published, n);
CREATE TABLE claim (
  n INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article, start INTEGER NOT NULL, stop INTEGER NOT NULL,
  quote TEXT NOT NULL, family TEXT NOT NULL, canonical TEXT NOT NULL, subject TEXT, said_by TEXT,
  fetched_at TEXT NOT NULL, UNIQUE (article, start, stop, canonical));
CREATE INDEX claim_subject ON claim (subject, n);
CREATE TABLE verdict (
  n INTEGER PRIMARY KEY, claim INTEGER NOT NULL REFERENCES claim, label TEXT NOT NULL, reason TEXT,
  gross INTEGER NOT NULL, measured TEXT, evidence BLOB, fetched_at TEXT NOT NULL);
CREATE INDEX verdict_claim ON verdict (claim, n);
CREATE TABLE forecast (
  n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, speaker TEXT NOT NULL, due TEXT, body BLOB NOT NULL,
  fetched_at TEXT NOT NULL);
CREATE TABLE outcome (
  n INTEGER PRIMARY KEY, forecast TEXT NOT NULL, label TEXT NOT NULL, body BLOB NOT NULL, fetched_at TEXT NOT NULL);
CREATE INDEX outcome_forecast ON outcome (forecast, n);
CREATE VIRTUAL TABLE words USING fts5 (title, body, content='', tokenize='unicode61 remove_diacritics 0');
"""
NAMES = ("article", "claim", "verdict", "forecast", "outcome")
GUARDS = "".join(
    f"CREATE TRIGGER {name}_{act.lower()} BEFORE {act} ON {name} "
    f"BEGIN SELECT RAISE(ABORT, 'the archive only grows: {name} rows are never changed'); END;\n"
    for name in NAMES
    for act in ("UPDATE", "DELETE")
)
