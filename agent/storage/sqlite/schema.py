"""The tables of threads.db: whose a thread is, what was said, and which turn runs now."""

from __future__ import annotations

MIGRATIONS = (
    """
CREATE TABLE threads (
  number INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  user TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  created REAL NOT NULL,
  updated REAL NOT NULL,
  UNIQUE (tenant, thread_id)
);
CREATE INDEX threads_owner ON threads (tenant, user, updated);
CREATE TABLE turns (
  number INTEGER PRIMARY KEY,
  thread INTEGER NOT NULL REFERENCES threads ON DELETE CASCADE,
  turn_id TEXT NOT NULL,
  message TEXT NOT NULL,
  answer TEXT NOT NULL,
  frames BLOB NOT NULL,
  created REAL NOT NULL
);
CREATE INDEX turns_thread ON turns (thread, number);
CREATE TABLE turn_people (
  tenant TEXT NOT NULL,
  candidate_id TEXT NOT NULL,
  turn INTEGER NOT NULL REFERENCES turns ON DELETE CASCADE,
  quoted INTEGER NOT NULL,
  PRIMARY KEY (tenant, candidate_id, turn)
) WITHOUT ROWID;
CREATE INDEX turn_people_turn ON turn_people (turn);
CREATE TABLE feedback (
  number INTEGER PRIMARY KEY,
  thread INTEGER NOT NULL REFERENCES threads ON DELETE CASCADE,
  turn_id TEXT NOT NULL,
  candidate_id TEXT NOT NULL,
  rating TEXT NOT NULL,
  reason TEXT NOT NULL,
  created REAL NOT NULL,
  UNIQUE (thread, turn_id, candidate_id)
);
CREATE TABLE leases (
  thread INTEGER PRIMARY KEY REFERENCES threads ON DELETE CASCADE,
  turn_id TEXT NOT NULL,
  holder TEXT NOT NULL,
  until REAL NOT NULL
)
""",
    """
ALTER TABLE leases ADD COLUMN unfinished TEXT NOT NULL DEFAULT '[]';
CREATE TABLE audit (tenant TEXT NOT NULL, at REAL NOT NULL, entry BLOB NOT NULL);
CREATE INDEX audit_time ON audit (tenant, at);
CREATE TABLE once (
  tenant TEXT NOT NULL,
  key TEXT NOT NULL,
  until REAL NOT NULL,
  PRIMARY KEY (tenant, key)
) WITHOUT ROWID
""",
)
