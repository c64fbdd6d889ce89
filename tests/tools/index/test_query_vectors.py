"""What is searched for is embedded beside the rest of a search, and what fails is not kept."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.conftest import HashEmbedder
from tools.criteria import Criterion
from tools.index.base import Vectors
from tools.index.local import LocalIndex
from tools.index.query_vectors import Queries

COOK = (Criterion("title", "Cook"),)


class Faltering(HashEmbedder):
    """Fails the first time it is asked for a query."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def vector(self, text: str) -> Vectors:
        self.asked.append(threading.current_thread().name)
        if len(self.asked) == 1:
            raise TimeoutError("the provider is silent")
        return super().vector(text)


def test_a_fault_of_the_embedder_is_the_fault_of_the_search_and_of_no_later_one(
    tmp_path: Path,
) -> None:
    model = Faltering()
    index = LocalIndex(tmp_path, model)
    with pytest.raises(TimeoutError, match="silent"):
        index.search("acme", COOK)
    assert index.search("acme", COOK).ids == ()
    index.search("acme", COOK)
    assert len(model.asked) == 2
    assert threading.current_thread().name not in model.asked
    index.close()


def test_a_search_goes_on_while_its_words_are_embedded() -> None:
    released = threading.Event()

    class Slow(HashEmbedder):
        def vector(self, text: str) -> Vectors:
            assert released.wait(10)
            return super().vector(text)

        def vectors(self, texts: Sequence[str]) -> Vectors:
            raise NotImplementedError

    queries = Queries(Slow())
    begun = queries.begin("cooks")
    assert not begun.done()
    released.set()
    assert np.array_equal(begun.result(10), HashEmbedder().vector("cooks"))
    queries.close()
