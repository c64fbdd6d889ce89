"""FAISS over the stored vectors: exact inner products, a cache and never the truth."""

from __future__ import annotations

import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tools.index.base import Vectors

Ids = NDArray[np.int64]


class VectorCache:
    """An exact inner-product index over rows (vector_id, vector) of one generation of a database.

    `generation` counts the writes to the database it was built from; a cache of another generation
    is stale. The file is written beside the database and replaced whole.
    """

    def __init__(self, index: Any, generation: str) -> None:
        self._index = index
        self.generation = generation

    @classmethod
    def build(cls, ids: Ids, vectors: Vectors, generation: str) -> VectorCache:
        """Return a cache over float32 unit vectors, shape (n, dimensions), ids of shape (n,)."""
        import faiss

        index = faiss.IndexIDMap2(faiss.IndexFlatIP(vectors.shape[1]))
        index.add_with_ids(vectors, ids)
        return cls(index, generation)

    @classmethod
    def load(cls, path: Path, generation: str) -> VectorCache | None:
        """Return the cache kept at `path`, or None when it is missing, stale or unreadable."""
        import faiss

        try:
            stamp = path.with_suffix(".generation").read_text("utf-8")
            if stamp.partition(" ")[0] != generation:
                return None
            data = path.read_bytes()
            if stamp != _stamp(generation, data):
                return None
            return cls(faiss.deserialize_index(np.frombuffer(data, dtype=np.uint8)), generation)
        except (OSError, RuntimeError):
            return None

    def save(self, path: Path) -> None:
        """Write the cache; the stamp is removed first, so that a kill leaves no stale pair.

        Where it cannot be written nothing is: it is built again when it is next wanted.
        """
        import faiss

        stamp = path.with_suffix(".generation")
        part = path.with_suffix(".part")
        data = faiss.serialize_index(self._index).tobytes()
        with suppress(OSError):
            stamp.unlink(missing_ok=True)
            part.write_bytes(data)
            part.replace(path)
            stamp.write_text(_stamp(self.generation, data), "utf-8")

    def search(self, query: Vectors, k: int, allowed: Ids | None = None) -> list[tuple[int, float]]:
        """Return (vector_id, inner product) of the k nearest rows, among `allowed` when given."""
        import faiss

        parameters = None
        if allowed is not None:
            parameters = faiss.SearchParameters()
            parameters.sel = faiss.IDSelectorBatch(allowed)
        k = min(k, int(self._index.ntotal))
        if k == 0:
            return []
        scores, ids = self._index.search(query[None, :], k, params=parameters)
        return [(int(i), float(s)) for i, s in zip(ids[0], scores[0], strict=True) if i >= 0]


def _stamp(generation: str, data: bytes) -> str:
    """Return what stands beside a cache: its generation, and a sum that a damaged file lacks."""
    return f"{generation} {zlib.crc32(data):08x}"
