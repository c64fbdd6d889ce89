"""The index and the packaged model behave as LangChain expects of a store and of embeddings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings
from langchain_core.vectorstores import VectorStore
from langchain_tests.integration_tests import (
    EmbeddingsIntegrationTests,
    VectorStoreIntegrationTests,
)
from langchain_tests.unit_tests import EmbeddingsUnitTests

from tools.index.base import Vectors
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM
from tools.index.vector_store import CandidateVectorStore


class Fake:
    """LangChain's deterministic fake embeddings as an Embedder of ours."""

    name, dimensions = "test:fake", 6

    def __init__(self, model: Embeddings) -> None:
        self._model = model

    def vectors(self, texts: Any) -> Vectors:
        rows = np.array(self._model.embed_documents(list(texts)), dtype=np.float32).reshape(-1, 6)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def vector(self, text: str) -> Vectors:
        return self.vectors([text])[0]

    def close(self) -> None:
        """Nobody waits for a vector."""


class TestVectorStore(VectorStoreIntegrationTests):
    @pytest.fixture
    def vectorstore(self, tmp_path: Path) -> Iterator[VectorStore]:  # type: ignore[override]
        index = LocalIndex(tmp_path, Fake(self.get_embeddings()))
        yield CandidateVectorStore(index)
        index.close()


class TestMiniLM(EmbeddingsIntegrationTests):
    @property
    def embeddings_class(self) -> type[Embeddings]:
        return MiniLM

    @property
    def embedding_model_params(self) -> dict[str, Any]:
        return {}


class TestMiniLMUnit(EmbeddingsUnitTests):
    @property
    def embeddings_class(self) -> type[Embeddings]:
        return MiniLM

    @property
    def embedding_model_params(self) -> dict[str, Any]:
        return {}


def test_a_store_made_of_texts_finds_them_by_meaning(tmp_path: Path) -> None:
    texts = ["A nurse in intensive care", "A cook who bakes bread", "A welder of pipelines"]
    store = CandidateVectorStore.from_texts(
        texts, MiniLM(), [{"n": n} for n in range(3)], ids=["a", "b", "c"], path=tmp_path
    )
    (best, score), *_ = store.similarity_search_with_relevance_scores("hospital ICU", k=2)
    assert (best.id, best.metadata) == ("a", {"n": 0})
    assert 0.5 < score < 1


def test_vectors_of_many_texts_are_those_of_each() -> None:
    model = MiniLM()
    texts = ["short", "a much longer text about " + "welding and pipes " * 20, "", "short", "漢字"]
    together = model.vectors(texts)
    for text, row in zip(texts, together, strict=True):
        assert np.array_equal(model.vector(text), row)
