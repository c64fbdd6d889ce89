"""What is kept in memory of one tenant's database: vectors and columns, as of one generation."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tools.index import segment, snapshot
from tools.index.base import Vectors
from tools.index.filters import Columns
from tools.index.segment import Ids
from tools.index.snapshot import Snapshot
from tools.index.vector_cache import PASSAGES_PER_PERSON, Head, VectorCache, empty

_AT_ONCE = 20_000
"""Rows read at a time while a snapshot is made."""
_NUMBER_BYTES = 4
_CHECKED = 8
"""Rows of a snapshot that are compared with the database before it is believed."""


class View(NamedTuple):
    """Vectors and columns of one generation; neither ever changes."""

    generation: int
    vectors: VectorCache
    columns: Columns


class Views:
    """Keeps the latest view of a database and brings it up to date by what was written since.

    `dimensions` tells how long a vector is, which may take a call over a network: it is asked only
    where no vector is stored that shows it.
    """

    def __init__(self, snapshot: Path, dimensions: Callable[[], int]) -> None:
        self._snapshot = snapshot
        self._told = dimensions
        self._dimensions = 0
        self._latest: View | None = None
        self._lock = threading.Lock()

    def at(self, db: sqlite3.Connection, generation: int) -> View | None:
        """Return the view of the generation that `db` reads in its transaction.

        None when a newer view is held already, so that the caller reads the database anew.
        """
        with self._lock:
            held = self._latest
            if held is None:
                held = View(0, self._loaded(db), Columns.empty())
            if held.generation > generation:
                return None
            if held.generation < generation:
                self._latest = held = self._caught_up(db, held, generation)
            return held

    def _loaded(self, db: sqlite3.Connection) -> VectorCache:
        """Return the snapshot where it belongs to this database, else a view of nothing."""
        stored = db.execute("SELECT length(vector) FROM vectors LIMIT 1").fetchone()
        self._dimensions = stored[0] // _NUMBER_BYTES if stored else self._told()
        loaded = snapshot.load(self._snapshot, self._dimensions)
        if loaded is not None and _agrees(loaded, db):
            return loaded
        return empty(self._dimensions)

    def _caught_up(self, db: sqlite3.Connection, held: View, generation: int) -> View:
        """Return the next view: what was added and who was deleted since the one that is held."""
        rows = db.execute(
            "SELECT number, years, home FROM filters WHERE number>=? ORDER BY number",
            (held.columns.size,),
        ).fetchall()
        deleted = int(db.execute("SELECT coalesce(max(at), 0) FROM deleted").fetchone()[0])
        log = db.execute("SELECT number FROM deleted WHERE at>?", (held.vectors.head.deleted,))
        gone = [int(number) for (number,) in log]
        vectors = self._next_vectors(db, held.vectors, generation, gone, deleted)
        return View(generation, vectors, held.columns.grown(rows, gone))

    def _next_vectors(
        self,
        db: sqlite3.Connection,
        held: VectorCache,
        generation: int,
        gone: Sequence[int],
        deleted: int,
    ) -> VectorCache:
        last = held.head.last
        since = db.execute("SELECT count(*) FROM vectors WHERE vector_id>?", (last,))
        if int(since.fetchone()[0]) > segment.EXACT_ROWS:
            return self._written(db, generation, deleted)
        rows = db.execute(
            "SELECT vector_id, vector FROM vectors WHERE vector_id>? ORDER BY vector_id", (last,)
        ).fetchall()
        grown = held.grown(generation, *_matrix(rows, self._dimensions), gone, deleted)
        return self._written(db, generation, deleted) if grown.is_long else grown

    def _written(self, db: sqlite3.Connection, generation: int, deleted: int) -> VectorCache:
        """Write a snapshot of every vector and return the view of it, mapped."""
        count, last = db.execute(
            "SELECT count(*), coalesce(max(vector_id), 0) FROM vectors"
        ).fetchone()
        head = Head(self._dimensions, int(count), int(last), deleted)
        made = Snapshot(self._snapshot, head)
        rows = db.execute("SELECT vector_id, vector FROM vectors ORDER BY vector_id")
        while part := rows.fetchmany(_AT_ONCE):
            made.put(*_matrix(part, self._dimensions))
        return made.finish(generation)


def _matrix(rows: list[tuple[int, bytes]], dimensions: int) -> tuple[Ids, Vectors]:
    ids = np.array([row[0] for row in rows], dtype=np.int64)
    packed = b"".join(row[1] for row in rows)
    return ids, np.frombuffer(packed, dtype="<f4").reshape(-1, dimensions)


def _agrees(loaded: VectorCache, db: sqlite3.Connection) -> bool:
    """Return whether rows of a snapshot are those of the database, or were deleted since.

    A back-up that was put back may hold other people under the same numbers.
    """
    last, deleted = db.execute(
        "SELECT (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name='candidates'),"
        " (SELECT coalesce(max(at), 0) FROM deleted)"
    ).fetchone()
    head = loaded.head
    if head.last // PASSAGES_PER_PERSON > last or head.deleted > deleted:
        return False
    for vector_id, row in loaded.sample(_CHECKED):
        stored = db.execute("SELECT vector FROM vectors WHERE vector_id=?", (vector_id,)).fetchone()
        if stored and stored[0] != row:
            return False
    return True
