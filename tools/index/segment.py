"""Vectors side by side, compared one by one, or chosen by their signs where they are many.

Up to EXACT_ROWS rows, and whatever a filter leaves of more, are compared one by one. Above that
the signs of the components (one bit each) choose the COARSE rows nearest by Hamming distance, and
those are compared exactly.
"""

from __future__ import annotations

from functools import cache
from typing import Any

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


class Segment:
    """Rows side by side: ids of shape (n,), rows (n, d), their signs (n, d / 8)."""

    def __init__(self, ids: Ids, rows: Vectors, signs: NDArray[np.uint8]) -> None:
        self.ids, self.rows, self.signs = ids, rows, signs

    def nearest(
        self, query: Vectors, k: int, wanted: Mask | None
    ) -> tuple[NDArray[np.float32], Ids]:
        """Return the scores and ids of the k nearest rows among those wanted, in no order.

        With them come all that are as near as the last of them.
        """
        at = self._coarse(query, wanted)
        # einsum adds up each row by itself, so that a score never hangs on a row's neighbours.
        scores = np.einsum("ij,j->i", self.rows[at], query)
        ids = np.asarray(self.ids[at])
        if len(scores) <= k:
            return scores, ids
        near = np.flatnonzero(scores >= np.partition(scores, -k)[-k])
        return scores[near], ids[near]

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


def signed(ids: Ids, vectors: Vectors) -> Segment:
    """Return vectors as a segment, with their signs."""
    return Segment(ids, np.asarray(vectors, np.float32), signs_of(vectors))


def nothing(dimensions: int) -> Segment:
    """Return a segment without rows."""
    return signed(np.zeros(0, np.int64), np.zeros((0, dimensions), np.float32))


def signs_of(vectors: Vectors) -> NDArray[np.uint8]:
    """Return one bit for each component, set where it is above zero; shape (n, d / 8)."""
    return np.packbits(vectors > 0, axis=1)


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
