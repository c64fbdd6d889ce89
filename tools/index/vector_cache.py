"""Nearest vectors without loading them all: a mapped snapshot, what came since, who has gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from tools.index import segment
from tools.index.base import Vectors
from tools.index.segment import Ids, Mask, Segment, nothing, signed

PASSAGES_PER_PERSON = 64
"""A vector's id is its person's number times this, plus the ordinal of the passage."""


class Head(msgspec.Struct, frozen=True):
    """What a snapshot holds: rows up to vector id `last`, deletions up to number `deleted`.

    `index_sum` and `rows_sum` are CRC-32 of the ids and signs, and of the rows.
    """

    dimensions: int
    rows: int
    last: int
    deleted: int
    index_sum: int = 0
    rows_sum: int = 0


class VectorCache:
    """The vectors as of one generation of a database: `base` is mapped, `tail` came since.

    A view never changes: `grown` and `without` return the next one, which shares what it can.
    """

    def __init__(
        self,
        generation: int,
        head: Head,
        base: Segment,
        tail: Segment,
        alive: tuple[Mask | None, Mask | None] = (None, None),
    ) -> None:
        self.generation, self.head = generation, head
        self._segments = (base, tail)
        self._alive = alive

    @property
    def is_long(self) -> bool:
        """Return whether so much has come or gone since that a new snapshot is due."""
        base, tail = self._segments
        dead = sum(int((~mask).sum()) for mask in self._alive if mask is not None)
        return len(tail.ids) + dead > max(segment.EXACT_ROWS, len(base.ids) // 4)

    def grown(
        self, generation: int, ids: Ids, vectors: Vectors, gone: Sequence[int], deleted: int
    ) -> VectorCache:
        """Return the view after rows were added and persons deleted; ids are above all held.

        `gone` are numbers of persons, `deleted` marks the last deletion that was seen.
        """
        base, tail = self._segments
        added = signed(ids, vectors)
        joined = Segment(
            np.concatenate([tail.ids, added.ids]),
            np.concatenate([tail.rows, added.rows]),
            np.concatenate([tail.signs, added.signs]),
        )
        last = int(ids[-1]) if len(ids) else self.head.last
        head = msgspec.structs.replace(self.head, last=last, deleted=deleted)
        longer = self._alive[1]
        if longer is not None:
            longer = np.concatenate([longer, np.ones(len(ids), dtype=bool)])
        alive = (
            _buried(base.ids, self._alive[0], gone),
            _buried(joined.ids, longer, gone),
        )
        return VectorCache(generation, head, base, joined, alive)

    def sample(self, most: int) -> Iterator[tuple[int, bytes]]:
        """Yield up to `most` rows of the snapshot, spread over it: vector id and packed row."""
        base = self._segments[0]
        if len(base.ids):
            for at in sorted(set(np.linspace(0, len(base.ids) - 1, most, dtype=int).tolist())):
                yield int(base.ids[at]), base.rows[at].tobytes()

    def search(
        self, query: Vectors, k: int, allowed: Mask | None = None
    ) -> list[tuple[int, float]]:
        """Return (vector id, inner product) of the k nearest rows, best first, ties by id.

        `allowed` says for each person's number whether they may be found; persons with numbers
        beyond it may not.
        """
        query = np.ascontiguousarray(query, dtype=np.float32)
        found = [
            each.nearest(query, k, _wanted(each.ids, alive, allowed))
            for each, alive in zip(self._segments, self._alive, strict=True)
            if len(each.ids)
        ]
        if not found:
            return []
        scores, ids = (np.concatenate(part) for part in zip(*found, strict=True))
        best = np.lexsort((ids, -scores))[:k]
        return list(zip(ids[best].tolist(), scores[best].tolist(), strict=True))


def empty(dimensions: int) -> VectorCache:
    """Return a view of nothing, before the first generation."""
    none = nothing(dimensions)
    return VectorCache(0, Head(dimensions, 0, 0, 0), none, none)


def _buried(ids: Ids, alive: Mask | None, gone: Sequence[int]) -> Mask | None:
    """Return which rows are alive once the persons with these numbers are gone."""
    if not gone or not len(ids):
        return alive
    dead = np.zeros(len(ids), dtype=bool)
    for number in gone:
        first, last = np.searchsorted(
            ids, [number * PASSAGES_PER_PERSON, (number + 1) * PASSAGES_PER_PERSON]
        )
        dead[first:last] = True
    return ~dead if alive is None else alive & ~dead


def _wanted(ids: Ids, alive: Mask | None, allowed: Mask | None) -> Mask | None:
    if allowed is None:
        return alive
    owners = ids // PASSAGES_PER_PERSON
    known = owners < len(allowed)
    wanted = known & allowed[np.where(known, owners, 0)]
    return wanted if alive is None else wanted & alive
