"""What is asked of one tenant's database in SQL, each question a function of the connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np

from tools.index.filters import Mask, Numbers

FIELD_WEIGHTS = (4.0, 2.0, 1.0)
"""What a BM25 match in title, skills and body is worth."""


def hashes(db: sqlite3.Connection, candidate_ids: Sequence[str] | None = None) -> dict[str, str]:
    """Return candidate_id → content hash of everybody, or of the known ones among the ids."""
    only, given = "", []
    if candidate_ids is not None:
        only = " WHERE candidate_id IN (SELECT value FROM json_each(?))"
        given = [_listed(candidate_ids)]
    rows = db.execute(f"SELECT candidate_id, content_hash FROM candidates{only}", given)
    return {str(i): str(h) for i, h in rows}


def count(db: sqlite3.Connection) -> int:
    """Return how many people there are."""
    return int(db.execute("SELECT count(*) FROM candidates").fetchone()[0])


def count_unlike(db: sqlite3.Connection, endings: Sequence[str]) -> int:
    """Return how many content hashes have none of these endings."""
    other = " AND ".join("substr(content_hash, ?)<>?" for _ in endings)
    given = [part for ending in endings for part in (-len(ending), ending)]
    row = db.execute(f"SELECT count(*) FROM candidates WHERE {other}", given)
    return int(row.fetchone()[0])


def names(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return (candidate_id, name) of everybody who has a name."""
    rows = db.execute(
        "SELECT candidate_id, name FROM candidates WHERE name<>'' ORDER BY candidate_id"
    )
    return [(str(i), str(n)) for i, n in rows]


def numbers(db: sqlite3.Connection, candidate_ids: Sequence[str]) -> dict[str, int]:
    """Return candidate_id → internal number of the known ones among the ids."""
    rows = db.execute(
        "SELECT candidate_id, number FROM candidates"
        " WHERE candidate_id IN (SELECT value FROM json_each(?))",
        (_listed(candidate_ids),),
    )
    return {str(i): int(n) for i, n in rows}


def records(db: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """Yield (number, packed record) of the people stored under internal numbers."""
    rows = db.execute(
        "SELECT number, record FROM candidates WHERE number IN (SELECT value FROM json_each(?))",
        (_listed(numbers),),
    )
    return ((int(number), record) for number, record in rows)


def latest(db: sqlite3.Connection, most: int) -> list[int]:
    """Return the numbers of so many people who came last, the last first."""
    rows = db.execute("SELECT number FROM sheets ORDER BY number DESC LIMIT ?", (most,))
    return [int(number) for (number,) in rows]


def with_fact(db: sqlite3.Connection, kind: str, values: Iterable[str], size: int) -> Mask:
    """Return, by number, of whom any of these values was read out."""
    found = np.zeros(size, dtype=bool)
    for value in values:
        row = db.execute(
            "SELECT group_concat(number) FROM facts WHERE kind=? AND value=?", (kind, value)
        )
        found[_numbers(row.fetchone())] = True
    return found


def lexical(db: sqlite3.Connection, words: Sequence[str], limit: int) -> list[tuple[int, float]]:
    """Return (number, BM25) of the people who say most of the words, as FTS5 scores them.

    Higher is better; ties end at the lower number.
    """
    rows = db.execute(
        "SELECT rowid, -bm25(lexical, ?, ?, ?) AS score FROM lexical WHERE lexical MATCH ?"
        " ORDER BY score DESC, rowid LIMIT ?",
        (*FIELD_WEIGHTS, " OR ".join(_quoted(word) for word in words) or '""', limit),
    )
    return [(int(n), float(s)) for n, s in rows]


def matching(db: sqlite3.Connection, query: str) -> frozenset[int]:
    """Return the numbers of everybody whom an FTS5 query matches."""
    row = db.execute("SELECT group_concat(rowid) FROM lexical WHERE lexical MATCH ?", (query,))
    return frozenset(_numbers(row.fetchone()).tolist())


def _listed(values: Sequence[str] | Sequence[int]) -> str:
    """Return values as the JSON that a single parameter can hold, however many they are."""
    return msgspec.json.encode(values).decode()


def _numbers(row: tuple[str | None]) -> Numbers:
    """Return the numbers SQLite strung together, which is quicker than a row for each."""
    return np.fromstring(row[0] or "", dtype=np.int64, sep=",")


def _quoted(word: str) -> str:
    """Return a word as FTS5 takes it literally."""
    return '"' + word.replace('"', '""') + '"'
