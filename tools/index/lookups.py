"""What is asked of one tenant's database in SQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from tools.index.filters import Mask, Numbers
from tools.index.local_schema import noted
from tools.index.sqlite import Database, listed

FIELD_WEIGHTS = (4.0, 2.0, 1.0)
"""What a BM25 match in title, skills and body is worth."""


class Lookups:
    """The questions that one statement answers; people have internal numbers in there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def generation(self) -> str:
        """Return a mark that changes with every write."""
        return noted(self._database.read(), "generation")

    def hashes(self, candidate_ids: Sequence[str] | None = None) -> dict[str, str]:
        """Return candidate_id → content hash of everybody, or of the known ones among the ids."""
        only, given = "", []
        if candidate_ids is not None:
            only = " WHERE candidate_id IN (SELECT value FROM json_each(?))"
            given = [listed(candidate_ids)]
        asked = f"SELECT candidate_id, content_hash FROM candidates{only}"
        return {str(i): str(h) for i, h in self._database.read().execute(asked, given)}

    def count(self) -> int:
        """Return how many people there are."""
        row = self._database.read().execute("SELECT count(*) FROM candidates")
        return int(row.fetchone()[0])

    def count_unlike(self, endings: Sequence[str]) -> int:
        """Return how many content hashes have none of these endings."""
        other = " AND ".join("substr(content_hash, ?)<>?" for _ in endings)
        given = [part for ending in endings for part in (-len(ending), ending)]
        asked = f"SELECT count(*) FROM candidates WHERE {other}"
        return int(self._database.read().execute(asked, given).fetchone()[0])

    def names(self) -> list[tuple[str, str]]:
        """Return (candidate_id, name) of everybody who has a name."""
        rows = self._database.read().execute(
            "SELECT candidate_id, name FROM candidates WHERE name<>'' ORDER BY candidate_id"
        )
        return [(str(i), str(n)) for i, n in rows]

    def numbers(self, candidate_ids: Sequence[str]) -> dict[str, int]:
        """Return candidate_id → number of the known ones among the ids."""
        rows = self._database.read().execute(
            "SELECT candidate_id, number FROM candidates"
            " WHERE candidate_id IN (SELECT value FROM json_each(?))",
            (listed(candidate_ids),),
        )
        return {str(i): int(n) for i, n in rows}

    def lexical(self, words: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """Return (number, BM25) of the people who say most of the words, as FTS5 scores them.

        Higher is better; ties end at the lower number.
        """
        rows = self._database.read().execute(
            "SELECT rowid, -bm25(lexical, ?, ?, ?) AS score FROM lexical WHERE lexical MATCH ?"
            " ORDER BY score DESC, rowid LIMIT ?",
            (*FIELD_WEIGHTS, " OR ".join(_quoted(word) for word in words) or '""', limit),
        )
        return [(int(n), float(s)) for n, s in rows]

    def matching(self, query: str) -> frozenset[int]:
        """Return the numbers of everybody whom an FTS5 query matches."""
        asked = "SELECT group_concat(rowid) FROM lexical WHERE lexical MATCH ?"
        row = self._database.read().execute(asked, (query,)).fetchone()
        return frozenset(_numbers(row).tolist())

    def _holders(self, kind: str, values: Iterable[str], size: int) -> Mask:
        """Return, by number up to `size`, of whom any of these values was read out."""
        found = np.zeros(size, dtype=bool)
        asked = "SELECT group_concat(number) FROM facts WHERE kind=? AND value=?"
        for value in values:
            row = self._database.read().execute(asked, (kind, value)).fetchone()
            found[_numbers(row)] = True
        return found


def _numbers(row: tuple[str | None]) -> Numbers:
    """Return the numbers SQLite strung together, which is quicker than a row for each."""
    return np.fromstring(row[0] or "", dtype=np.int64, sep=",")


def _quoted(word: str) -> str:
    """Return a word as FTS5 takes it literally."""
    return '"' + word.replace('"', '""') + '"'
