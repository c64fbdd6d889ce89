"""FAISS and FTS5 as they come, for what a search costs beside the two look-ups it is made of."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tools.index.base import Vectors
from tools.index.minilm import MiniLM

PASSAGES = 450
"""Rows asked of FAISS."""
PEOPLE = 150
"""Rows asked of FTS5."""


class Raw:
    """Both over the rows and words of an index of ours."""

    def __init__(self, database: Path) -> None:
        import faiss

        self._db = sqlite3.connect(database)
        rows = self._db.execute("SELECT vector FROM vectors ORDER BY vector_id")
        self._flat = faiss.IndexFlatIP(MiniLM.dimensions)
        while part := rows.fetchmany(20_000):
            self._flat.add(np.frombuffer(b"".join(r[0] for r in part), "<f4").reshape(-1, 384))

    def faiss(self, query: Vectors, k: int = PASSAGES) -> list[int]:
        """Return the rows of the k nearest vectors by an exact search."""
        return [int(at) for at in self._flat.search(query[None, :], k)[1][0]]

    def fts5(self, words: Sequence[str], limit: int = PEOPLE) -> list[Any]:
        """Return the best people by BM25 of any of the words."""
        query = " OR ".join(f'"{word}"' for word in words)
        return self._db.execute(
            "SELECT rowid FROM lexical WHERE lexical MATCH ?"
            " ORDER BY bm25(lexical, 4, 2, 1) LIMIT ?",
            (query, limit),
        ).fetchall()

    def vector_ids(self) -> list[int]:
        """Return the vector id of each row."""
        return [int(i) for (i,) in self._db.execute("SELECT vector_id FROM vectors ORDER BY 1")]
