"""Makes an Embedder of any LangChain embeddings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, InvalidStateError
from contextlib import suppress
from threading import Lock, Thread
from typing import TypeVar

import numpy as np
from langchain_core.embeddings import Embeddings

from agent.models.faults import read_fault
from tools.index.base import CandidateIndexError, Vectors

T = TypeVar("T")

_BATCH = 128


class LangChainEmbedder:
    """Embeds through a provider; `name` is what MATCHER_EMBEDDINGS says, stored with the index.

    Raises CandidateIndexError for whatever goes wrong, with a sentence that names `key`, which
    opens the provider. Each call is made in a daemon thread: `close` lets go at once of everybody
    who waits, so that a provider that is silent holds up no end of a process.
    """

    def __init__(self, name: str, model: Embeddings, key: str) -> None:
        self.name = name
        self._model, self._key = model, key
        self._dimensions = 0
        self._lock = Lock()
        self._awaited: set[Future[object]] = set()
        self._closed = False

    @property
    def dimensions(self) -> int:
        """Return the length of a vector, found by asking for one the first time."""
        if not self._dimensions:
            self._dimensions = len(self._asked(lambda: self._model.embed_query("length")))
        return self._dimensions

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return one L2-normalised float32 row per text."""
        batches = [list(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)]
        found = [row for batch in batches for row in self._embedded(batch)]
        if not found:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return _unit(np.asarray(found, dtype=np.float32))

    def vector(self, text: str) -> Vectors:
        """Return one L2-normalised float32 vector."""
        told = self._asked(lambda: self._model.embed_query(text))
        row: Vectors = _unit(np.asarray([told], dtype=np.float32))[0]
        return row

    def close(self) -> None:
        """Let go of everybody who waits for the provider, and ask it nothing any more."""
        with self._lock:
            self._closed = True
            awaited = list(self._awaited)
        for answer in awaited:
            answer.cancel()

    def _embedded(self, batch: list[str]) -> list[list[float]]:
        return self._asked(lambda: self._model.embed_documents(batch))

    def _asked(self, call: Callable[[], T]) -> T:
        """Return what a call to the provider returns; raises CandidateIndexError."""
        answer: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise self._let_go()
            self._awaited.add(answer)  # type: ignore[arg-type]
        Thread(target=_answer, args=(answer, call), daemon=True, name="embeddings").start()
        try:
            return answer.result()
        except CancelledError:
            raise self._let_go() from None
        except Exception as error:
            fault = read_fault(error, self.name, self._key, variable="MATCHER_EMBEDDINGS")
            raise CandidateIndexError(fault.sentence) from error
        finally:
            with self._lock:
                self._awaited.discard(answer)

    def _let_go(self) -> CandidateIndexError:
        return CandidateIndexError(f"MATCHER_EMBEDDINGS={self.name} is no longer waited for.")


def _answer(answer: Future[T], call: Callable[[], T]) -> None:
    with suppress(InvalidStateError):  # cancelled: nobody waits any more
        try:
            made = call()
        except BaseException as error:  # whatever it is: a reader must not wait for ever
            answer.set_exception(error)
        else:
            answer.set_result(made)


def _unit(matrix: Vectors) -> Vectors:
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.maximum(lengths, 1e-12), dtype=np.float32)
