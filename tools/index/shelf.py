"""One tenant's database of people: whole writes, and the primitive look-ups ranking is made of."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np

from tools.candidates import Candidate
from tools.index.base import CandidateIndexError, Upserted, Vectors
from tools.index.facts import facts_of, lexical_fields, person_key
from tools.index.local_schema import MIGRATIONS
from tools.index.sheet import Sheet
from tools.index.sheets import (
    are_current,
    drop_sheet,
    make_again,
    put_sheets,
    read_sheet,
    statistics,
)
from tools.index.shown import Statistics
from tools.index.sqlite import Database
from tools.index.vector_cache import VectorCache

PASSAGES_PER_PERSON = 64
"""A vector's id is its person's number times this, plus the ordinal of the passage."""

FIELD_WEIGHTS = (4.0, 2.0, 1.0)
"""What a BM25 match in title, skills and body is worth."""

_CACHED_PEOPLE = 4096


class Shelf:
    """The people of one tenant in one SQLite file, with FAISS beside it as a cache."""

    def __init__(self, folder: Path, embedder_name: str, dimensions: int) -> None:
        self._database = Database(folder / "candidates.db", MIGRATIONS)
        self._cache_file = folder / "vectors.faiss"
        self._dimensions = dimensions
        self._vectors: VectorCache | None = None
        self._building = threading.Lock()
        self._decode = msgspec.msgpack.Decoder(Candidate)
        self._person = lru_cache(_CACHED_PEOPLE)(self._load)
        self._sheet = lru_cache(_CACHED_PEOPLE)(self._load_sheet)
        self._claim(folder, embedder_name)
        self._bring_sheets_up_to_date()

    def generation(self) -> str:
        """Return a mark that changes with every write."""
        row = self._database.read().execute("SELECT value FROM meta WHERE key='generation'")
        return str(row.fetchone()[0])

    def put(self, people: Sequence[tuple[Candidate, Vectors]]) -> list[Upserted]:
        """Store people with one float32 row per passage, all of them or none."""
        with self._database.write() as db:
            done = [self._put_one(db, candidate, vectors) for candidate, vectors in people]
            put_sheets(db, [(_known(db, c.candidate_id), c) for c, _ in people])
            _touch(db)
        return done

    def remove(self, candidate_ids: Iterable[str]) -> list[str]:
        """Delete people with everything made from them; return the ids that existed."""
        gone: list[str] = []
        with self._database.write() as db:
            for candidate_id in candidate_ids:
                number = _number(db, candidate_id)
                if number is not None:
                    _delete(db, number)
                    gone.append(candidate_id)
            if gone:
                _touch(db)
        return gone

    def hashes(self) -> Mapping[str, str]:
        """Return candidate_id → content hash of everybody."""
        rows = self._database.read().execute("SELECT candidate_id, content_hash FROM candidates")
        return {str(i): str(h) for i, h in rows}

    def count(self) -> int:
        """Return how many people there are."""
        return int(self._database.read().execute("SELECT count(*) FROM candidates").fetchone()[0])

    def names(self) -> list[tuple[str, str]]:
        """Return (candidate_id, name) of everybody who has a name."""
        rows = self._database.read().execute(
            "SELECT candidate_id, name FROM candidates WHERE name<>'' ORDER BY candidate_id"
        )
        return [(str(i), str(n)) for i, n in rows]

    def people(self, candidate_ids: Sequence[str]) -> dict[str, Candidate]:
        """Return the known ones among the ids, in the order asked for."""
        db = self._database.read()
        found: dict[str, Candidate] = {}
        for candidate_id in candidate_ids:
            number = _number(db, candidate_id)
            if number is not None:
                found[candidate_id] = self.person(number)
        return found

    def person(self, number: int) -> Candidate:
        """Return the person stored under an internal number."""
        return self._person(number)

    def sheet(self, number: int) -> Sheet:
        """Return what ranking reads of the person stored under an internal number."""
        return self._sheet(number)

    def statistics(self, words: Iterable[str]) -> Statistics:
        """Return what BM25 needs to know of the index about these stems."""
        return statistics(self._database.read(), words)

    def identified(self, scored: Sequence[tuple[int, float]]) -> list[tuple[str, float]]:
        """Return (candidate_id, score) for (number, score)."""
        return [(self.person(number).candidate_id, score) for number, score in scored]

    def with_fact(self, kind: str, values: Iterable[str]) -> set[int]:
        """Return the numbers of people of whom any of these values was read out."""
        db = self._database.read()
        found: set[int] = set()
        for value in values:
            rows = db.execute("SELECT number FROM facts WHERE kind=? AND value=?", (kind, value))
            found.update(int(r[0]) for r in rows)
        return found

    def lexical(self, query: str, limit: int) -> list[tuple[int, float]]:
        """Return (number, BM25) of the best matches of an FTS5 query, higher is better."""
        rows = self._database.read().execute(
            "SELECT rowid, -bm25(lexical, ?, ?, ?) AS score FROM lexical WHERE lexical MATCH ?"
            " ORDER BY score DESC LIMIT ?",
            (*FIELD_WEIGHTS, query, limit),
        )
        return [(int(n), float(s)) for n, s in rows]

    def matching(self, query: str) -> frozenset[int]:
        """Return the numbers of everybody whom an FTS5 query matches."""
        rows = self._database.read().execute(
            "SELECT rowid FROM lexical WHERE lexical MATCH ?", (query,)
        )
        return frozenset(int(r[0]) for r in rows)

    def dense(self, query: Vectors, limit: int) -> list[tuple[int, float]]:
        """Return (number, cosine) of every person near the query, by the best passage."""
        best: dict[int, float] = {}
        for vector_id, score in self._nearest().search(query, limit):
            best.setdefault(vector_id // PASSAGES_PER_PERSON, score)
        return list(best.items())

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _claim(self, folder: Path, embedder_name: str) -> None:
        with self._database.write() as db:
            db.execute(
                "INSERT INTO meta VALUES ('embeddings', ?) ON CONFLICT DO NOTHING",
                (embedder_name,),
            )
            row = db.execute("SELECT value FROM meta WHERE key='embeddings'").fetchone()
        if row[0] != embedder_name:
            raise CandidateIndexError(
                f"The index in {folder} was built with the embeddings {row[0]!r} and cannot answer "
                f"for {embedder_name!r}: set MATCHER_EMBEDDINGS back, or ingest again into "
                "another --data-dir."
            )

    def _put_one(self, db: sqlite3.Connection, candidate: Candidate, vectors: Vectors) -> Upserted:
        known = _number(db, candidate.candidate_id)
        if known is not None:
            _delete(db, known)
        key = person_key(candidate)
        twins = db.execute(
            "SELECT candidate_id FROM candidates WHERE person_key=? AND person_key<>''"
            " ORDER BY candidate_id LIMIT 5",
            (key,),
        ).fetchall()
        _insert(db, candidate, key, vectors)
        return Upserted(
            candidate.candidate_id,
            "added" if known is None else "replaced",
            tuple(str(t[0]) for t in twins),
        )

    def _load(self, number: int) -> Candidate:
        row = self._database.read().execute(
            "SELECT record FROM candidates WHERE number=?", (number,)
        )
        return self._decode.decode(row.fetchone()[0])

    def _load_sheet(self, number: int) -> Sheet:
        return read_sheet(self._database.read(), number)

    def _bring_sheets_up_to_date(self) -> None:
        """Make sheets for people of an index that was written before there were such sheets."""
        if are_current(self._database.read()):
            return
        with self._database.write() as db:
            numbers = [int(r[0]) for r in db.execute("SELECT number FROM candidates ORDER BY 1")]
            make_again(db, numbers, self._load)

    def _nearest(self) -> VectorCache:
        """Return the cache of the current generation, from memory, from its file or rebuilt."""
        generation = self.generation()
        with self._building:
            if self._vectors is None or self._vectors.generation != generation:
                self._vectors = VectorCache.load(self._cache_file, generation)
            if self._vectors is None:
                self._vectors = self._rebuild(generation)
            return self._vectors

    def _rebuild(self, generation: str) -> VectorCache:
        rows = self._database.read().execute("SELECT vector_id, vector FROM vectors ORDER BY 1")
        ids: list[int] = []
        packed = bytearray()
        for vector_id, vector in rows:
            ids.append(vector_id)
            packed += vector
        matrix = np.frombuffer(packed, dtype="<f4").reshape(-1, self._dimensions)
        cache = VectorCache.build(np.array(ids, dtype=np.int64), matrix, generation)
        cache.save(self._cache_file)
        return cache


def _number(db: sqlite3.Connection, candidate_id: str) -> int | None:
    row = db.execute(
        "SELECT number FROM candidates WHERE candidate_id=?", (candidate_id,)
    ).fetchone()
    return None if row is None else int(row[0])


def _known(db: sqlite3.Connection, candidate_id: str) -> int:
    number = _number(db, candidate_id)
    assert number is not None
    return number


def _touch(db: sqlite3.Connection) -> None:
    db.execute("UPDATE meta SET value = value + 1 WHERE key='generation'")


def _delete(db: sqlite3.Connection, number: int) -> None:
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
    db.execute("DELETE FROM documents WHERE number=?", (number,))
    db.execute("DELETE FROM candidates WHERE number=?", (number,))


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
    first = number * PASSAGES_PER_PERSON
    db.executemany(
        "INSERT INTO vectors VALUES (?, ?)",
        [(first + i, v.astype("<f4").tobytes()) for i, v in enumerate(vectors)],
    )
