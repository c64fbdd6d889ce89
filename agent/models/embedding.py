"""Makes an Embedder of any LangChain embeddings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from langchain_core.embeddings import Embeddings

from tools.index.base import Vectors

_BATCH = 128


class LangChainEmbedder:
    """Embeds through a provider; `name` is stored with the index."""

    def __init__(self, name: str, model: Embeddings) -> None:
        self.name = name
        self._model = model
        self._dimensions = 0

    @property
    def dimensions(self) -> int:
        """Return the length of a vector, found by asking for one the first time."""
        if not self._dimensions:
            self._dimensions = len(self._model.embed_query("length"))
        return self._dimensions

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return one L2-normalised float32 row per text."""
        batches = [list(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)]
        found = [row for batch in batches for row in self._model.embed_documents(batch)]
        if not found:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return _unit(np.asarray(found, dtype=np.float32))

    def vector(self, text: str) -> Vectors:
        """Return one L2-normalised float32 vector."""
        row: Vectors = _unit(np.asarray([self._model.embed_query(text)], dtype=np.float32))[0]
        return row


def _unit(matrix: Vectors) -> Vectors:
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.maximum(lengths, 1e-12), dtype=np.float32)
