"""Nearest vectors without loading them all: a mapped snapshot, what came since, who has gone.

A snapshot file is a cache and never the truth; it is written beside the database and replaced
whole. Up to EXACT_ROWS rows, and whatever a filter leaves of more, are compared one by one. Above
that the signs of the components (one bit each) choose the COARSE rows nearest by Hamming distance,
and those are compared exactly.
"""

from __future__ import annotations

import mmap
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from tools.index.base import Vectors

Ids = NDArray[np.int64]
Mask = NDArray[np.bool_]

EXACT_ROWS = 16_384
"""Up to so many rows are compared exactly."""
COARSE = 8_192
"""Rows that the signs choose at least; of larger indexes COARSE_SHARE of all."""
COARSE_SHARE = 0.02
PASSAGES_PER_PERSON = 64
"""A vector's id is its person's number times this, plus the ordinal of the passage."""
_MARK = b"candidate-matcher vectors 4\n"
_PROLOGUE = 4096
_READ_WHOLE = 64 * 1024 * 1024
"""Bytes of rows up to which a snapshot is read whole to see that it is."""


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


class Segment:
    """Rows side by side: ids of shape (n,), rows (n, d), their signs (n, d / 8)."""

    def __init__(self, ids: Ids, rows: Vectors, signs: NDArray[np.uint8]) -> None:
        self.ids, self.rows, self.signs = ids, rows, signs

    def nearest(
        self, query: Vectors, k: int, wanted: Mask | None
    ) -> tuple[NDArray[np.float32], Ids]:
        """Return the scores and ids of the k nearest rows, among those wanted."""
        at = self._coarse(query, wanted)
        # einsum adds up each row by itself, so that a score never hangs on a row's neighbours.
        scores = np.einsum("ij,j->i", self.rows[at], query)
        ids = np.asarray(self.ids[at])
        best = _highest(scores, ids, k)
        return scores[best], ids[best]

    def _coarse(self, query: Vectors, wanted: Mask | None) -> Any:
        """Return which rows to compare exactly."""
        at = None if wanted is None else np.flatnonzero(wanted)
        count = len(self.ids) if at is None else len(at)
        if count <= EXACT_ROWS:
            return slice(None) if at is None else at
        most = max(COARSE, int(count * COARSE_SHARE))
        if at is None or count > len(self.ids) // 4:  # comparing is cheaper than picking out
            return _fewest_differing(query, self.signs, most, wanted)
        return at[_fewest_differing(query, self.signs[at], most)]


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
        return len(tail.ids) + dead > max(EXACT_ROWS, len(base.ids) // 4)

    def grown(
        self, generation: int, ids: Ids, vectors: Vectors, gone: Sequence[int], deleted: int
    ) -> VectorCache:
        """Return the view after rows were added and persons deleted; ids are above all held.

        `gone` are numbers of persons, `deleted` marks the last deletion that was seen.
        """
        base, tail = self._segments
        added = _segment(ids, vectors)
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
            segment.nearest(query, k, _wanted(segment.ids, alive, allowed))
            for segment, alive in zip(self._segments, self._alive, strict=True)
            if len(segment.ids)
        ]
        if not found:
            return []
        scores, ids = (np.concatenate(part) for part in zip(*found, strict=True))
        best = _highest(scores, ids, k)
        return list(zip(ids[best].tolist(), scores[best].tolist(), strict=True))


def _highest(scores: NDArray[np.float32], ids: Ids, k: int) -> Ids:
    """Return where the k highest scores are, best first, ties by id."""
    among = np.arange(len(scores))
    if len(scores) > k:
        among = np.flatnonzero(scores >= np.partition(scores, -k)[-k])
    return among[np.lexsort((ids[among], -scores[among]))][:k]


def _fewest_differing(
    query: Vectors, signs: NDArray[np.uint8], most: int, wanted: Mask | None = None
) -> Ids:
    """Return which rows differ in the fewest signs from the query's: `most`, and all their ties."""
    faiss, own = _faiss(), signs_of(query[None, :])
    count, width = signs.shape
    differing = np.empty(count, np.int32)
    faiss.hammings(*map(faiss.swig_ptr, (own, signs)), 1, count, width, faiss.swig_ptr(differing))
    if wanted is not None:
        differing[~wanted] = 8 * width + 1
    enough = np.searchsorted(np.cumsum(np.bincount(differing)), most)
    return np.asarray(np.flatnonzero(differing <= enough))


@cache
def _faiss() -> Any:
    """Return FAISS, told to use one thread: searches run side by side, and waiting costs cores."""
    import faiss

    faiss.omp_set_num_threads(1)
    return faiss


def signs_of(vectors: Vectors) -> NDArray[np.uint8]:
    """Return one bit for each component, set where it is above zero; shape (n, d / 8)."""
    return np.packbits(vectors > 0, axis=1)


def empty(dimensions: int) -> VectorCache:
    """Return a view of nothing, before the first generation."""
    nothing = _nothing(dimensions)
    return VectorCache(0, Head(dimensions, 0, 0, 0), nothing, nothing)


def load(path: Path, dimensions: int) -> VectorCache | None:
    """Return the view a snapshot file holds, mapped; None when missing, foreign or cut short."""
    try:
        with path.open("rb") as file:
            prologue = file.read(_PROLOGUE)
            if not prologue.startswith(_MARK):
                return None
            head = msgspec.json.decode(prologue[len(_MARK) :].rstrip(b"\0"), type=Head)
            file.seek(0, os.SEEK_END)
            if head.dimensions != dimensions or file.tell() != _PROLOGUE + _size(head):
                return None
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError, msgspec.MsgspecError):
        return None
    segment = _laid_out(mapped, head)
    return VectorCache(0, head, segment, _nothing(dimensions)) if _is_whole(segment, head) else None


class Snapshot:
    """A snapshot file in the making: rows are put in order of id, then it takes its place.

    Where no file can be written it is made in memory.
    """

    def __init__(self, path: Path, head: Head) -> None:
        self._path, self._head = path, head
        self._part = path.with_name(f"{path.name}.{os.getpid()}-{id(self):x}.part")
        self._mapped = self._file(_PROLOGUE + _size(head))
        self._segment = _laid_out(self._mapped, head)
        self._filled = 0

    def put(self, ids: Ids, vectors: Vectors) -> None:
        """Put the next rows in."""
        to = self._filled + len(ids)
        part = _segment(ids, vectors)
        self._segment.ids[self._filled : to] = part.ids
        self._segment.rows[self._filled : to] = part.rows
        self._segment.signs[self._filled : to] = part.signs
        self._filled = to

    def finish(self, generation: int) -> VectorCache:
        """Put the file in its place, whole, and return the view of what it holds."""
        head = msgspec.structs.replace(
            self._head, index_sum=_index_sum(self._segment), rows_sum=_rows_sum(self._segment)
        )
        prologue = (_MARK + msgspec.json.encode(head)).ljust(_PROLOGUE, b"\0")
        self._mapped[:_PROLOGUE] = np.frombuffer(prologue, np.uint8)
        if isinstance(self._mapped, np.memmap):
            try:
                self._mapped.flush()
                self._part.replace(self._path)
            except OSError:
                with suppress(OSError):
                    self._part.unlink()
        return VectorCache(generation, head, self._segment, _nothing(head.dimensions))

    def _file(self, size: int) -> Any:
        try:
            with self._part.open("wb") as file:
                file.truncate(size)
            return np.memmap(self._part, np.uint8, "r+")
        except OSError:
            return np.zeros(size, np.uint8)


def _is_whole(segment: Segment, head: Head) -> bool:
    """Return whether a file holds what was written; rows are read only where they are few.

    Of many rows a few are compared with the database instead, so that a start reads little.
    """
    if _index_sum(segment) != head.index_sum:
        return False
    return segment.rows.nbytes > _READ_WHOLE or _rows_sum(segment) == head.rows_sum


def _index_sum(segment: Segment) -> int:
    return zlib.crc32(segment.signs.data, zlib.crc32(segment.ids.data))


def _rows_sum(segment: Segment) -> int:
    return zlib.crc32(segment.rows.data)


def _nothing(dimensions: int) -> Segment:
    return _segment(np.zeros(0, np.int64), np.zeros((0, dimensions), np.float32))


def _segment(ids: Ids, vectors: Vectors) -> Segment:
    return Segment(ids, np.asarray(vectors, np.float32), signs_of(vectors))


def _laid_out(buffer: Any, head: Head) -> Segment:
    """Return the three arrays of a snapshot, which follow its prologue."""
    n, d, start = head.rows, head.dimensions, _PROLOGUE
    bits = -(-d // 8)
    ids = np.frombuffer(buffer, np.int64, n, start)
    rows = np.frombuffer(buffer, np.float32, n * d, start + 8 * n).reshape(n, d)
    signs = np.frombuffer(buffer, np.uint8, n * bits, start + 8 * n + 4 * n * d)
    return Segment(ids, rows, signs.reshape(n, bits))


def _size(head: Head) -> int:
    return head.rows * (8 + 4 * head.dimensions + -(-head.dimensions // 8))


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
