"""The tables of the local index: the truth about people, from which every cache is rebuilt."""

from __future__ import annotations

import sqlite3

MIGRATIONS = (
    """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE candidates (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  candidate_id TEXT NOT NULL UNIQUE,
  content_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  person_key TEXT NOT NULL,
  years REAL,
  record BLOB NOT NULL
);
CREATE INDEX candidates_person ON candidates (person_key) WHERE person_key <> '';
CREATE TABLE facts (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  number INTEGER NOT NULL REFERENCES candidates ON DELETE CASCADE,
  PRIMARY KEY (kind, value, number)
) WITHOUT ROWID;
CREATE INDEX facts_number ON facts (number);
CREATE TABLE vectors (vector_id INTEGER PRIMARY KEY, vector BLOB NOT NULL);
CREATE TABLE documents (number INTEGER PRIMARY KEY, title TEXT NOT NULL, skills TEXT NOT NULL,
  body TEXT NOT NULL);
CREATE VIRTUAL TABLE lexical USING fts5 (title, skills, body, content='documents',
  content_rowid='number', tokenize="porter unicode61 remove_diacritics 2 tokenchars '+#'");
INSERT INTO meta VALUES ('generation', '0');
""",
    """
CREATE TABLE sheets (number INTEGER PRIMARY KEY, sheet BLOB NOT NULL);
CREATE TABLE terms (term TEXT PRIMARY KEY, people INTEGER NOT NULL) WITHOUT ROWID;
""",
    """
CREATE TABLE filters (number INTEGER PRIMARY KEY, years REAL, home BLOB NOT NULL);
CREATE TABLE deleted (at INTEGER PRIMARY KEY, number INTEGER NOT NULL);
""",
    """
DROP TABLE terms;
CREATE TABLE terms (term INTEGER PRIMARY KEY, people INTEGER NOT NULL);
DELETE FROM meta WHERE key='sheets';
""",
    """
CREATE TABLE postings (block INTEGER NOT NULL, term INTEGER NOT NULL, entries BLOB NOT NULL,
  PRIMARY KEY (block, term)) WITHOUT ROWID;
""",
    """
CREATE INDEX candidates_known ON candidates (candidate_id, content_hash, name);
""",
)


def noted(db: sqlite3.Connection, key: str) -> str:
    """Return what the index keeps of itself under a key, or nothing."""
    row = db.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
    return str(row[0]) if row else ""


def note(db: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a value under a key, within the caller's transaction."""
    db.execute(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value=excluded.value",
        (key, value),
    )
