"""The statements that put a person into the local tables and take one out, inside a transaction."""

from __future__ import annotations

import sqlite3

import msgspec

from tools.candidates import Candidate
from tools.index.base import Upserted, Vectors
from tools.index.facts import facts_of, lexical_fields, person_key
from tools.index.filters import packed_home
from tools.index.sheet_table import drop_sheet
from tools.index.vector_cache import PASSAGES_PER_PERSON

_MOST_TWINS = 5


def put(db: sqlite3.Connection, person: Candidate, vectors: Vectors) -> Upserted:
    """Store a person with one float32 row per passage, in the place of who had the id."""
    known = number_of(db, person.candidate_id)
    if known is not None:
        delete(db, known)
    key = person_key(person)
    twins = db.execute(
        "SELECT candidate_id FROM candidates WHERE person_key=? AND person_key<>''"
        " ORDER BY candidate_id LIMIT ?",
        (key, _MOST_TWINS),
    ).fetchall()
    _insert(db, person, key, vectors)
    return Upserted(
        person.candidate_id,
        "added" if known is None else "replaced",
        tuple(str(t[0]) for t in twins),
    )


def delete(db: sqlite3.Connection, number: int) -> None:
    """Take out a person with everything made of them; numbers are never given again."""
    document = db.execute(
        "SELECT title, skills, body FROM documents WHERE number=?", (number,)
    ).fetchone()
    db.execute(
        "INSERT INTO lexical (lexical, rowid, title, skills, body) VALUES ('delete', ?, ?, ?, ?)",
        (number, *document),
    )
    first = number * PASSAGES_PER_PERSON
    db.execute(
        "DELETE FROM vectors WHERE vector_id BETWEEN ? AND ?",
        (first, first + PASSAGES_PER_PERSON - 1),
    )
    drop_sheet(db, number)
    for table in ("documents", "filters", "candidates"):
        db.execute(f"DELETE FROM {table} WHERE number=?", (number,))
    db.execute("INSERT INTO deleted (number) VALUES (?)", (number,))


def number_of(db: sqlite3.Connection, candidate_id: str) -> int | None:
    """Return the internal number of a person, None for nobody."""
    row = db.execute(
        "SELECT number FROM candidates WHERE candidate_id=?", (candidate_id,)
    ).fetchone()
    return None if row is None else int(row[0])


def known(db: sqlite3.Connection, candidate_id: str) -> int:
    """Return the internal number of a person who was put in."""
    number = number_of(db, candidate_id)
    assert number is not None
    return number


def touch(db: sqlite3.Connection) -> None:
    """Mark a new generation."""
    db.execute("UPDATE meta SET value = value + 1 WHERE key='generation'")


def fill_filters(db: sqlite3.Connection) -> None:
    """Fill the columns that filters read for people stored before there were any."""
    rows = db.execute(
        "SELECT number, record FROM candidates WHERE number NOT IN (SELECT number FROM filters)"
    )
    decode = msgspec.msgpack.Decoder(Candidate).decode
    for number, record in rows.fetchall():
        _insert_filters(db, int(number), decode(record))


def _insert(db: sqlite3.Connection, person: Candidate, key: str, vectors: Vectors) -> None:
    number = db.execute(
        "INSERT INTO candidates (candidate_id, content_hash, name, person_key, years, record)"
        " VALUES (?, ?, ?, ?, ?, ?) RETURNING number",
        (
            person.candidate_id,
            person.content_hash,
            person.identity.name,
            key,
            person.profile.years_experience,
            msgspec.msgpack.encode(person),
        ),
    ).fetchone()[0]
    document = lexical_fields(person)
    for table in ("documents (number,", "lexical (rowid,"):
        db.execute(
            f"INSERT INTO {table} title, skills, body) VALUES (?, ?, ?, ?)",
            (number, *document),
        )
    db.executemany(
        "INSERT INTO facts VALUES (?, ?, ?)",
        [(kind, value, number) for kind, value in facts_of(person)],
    )
    _insert_filters(db, number, person)
    first = number * PASSAGES_PER_PERSON
    db.executemany(
        "INSERT INTO vectors VALUES (?, ?)",
        [(first + i, v.astype("<f4").tobytes()) for i, v in enumerate(vectors)],
    )


def _insert_filters(db: sqlite3.Connection, number: int, person: Candidate) -> None:
    db.execute(
        "INSERT INTO filters VALUES (?, ?, ?)",
        (number, person.profile.years_experience, packed_home(person.profile.location)),
    )
