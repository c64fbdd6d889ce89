"""Embeds what is searched for in a thread of its own, while the words of it are looked up."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from threading import Lock

from tools.index.base import Embedder, Vectors

_KEPT = 256
"""Vectors kept, since the turns of a conversation change filters more often than wishes."""


class Queries:
    """Makes query vectors side by side with whoever asks for them, and keeps the latest."""

    def __init__(self, embedder: Embedder) -> None:
        self._vector = lru_cache(_KEPT)(embedder.vector)
        self._threads: ThreadPoolExecutor | None = None
        self._lock = Lock()

    def begin(self, text: str) -> Future[Vectors]:
        """Begin to embed a text; the result raises what the embedder raises."""
        with self._lock:
            if self._threads is None:
                self._threads = ThreadPoolExecutor(thread_name_prefix="query")
            return self._threads.submit(self._vector, text)

    def close(self) -> None:
        """End the threads that no search waits for; a text begun later starts its own."""
        with self._lock:
            threads, self._threads = self._threads, None
        if threads:
            threads.shutdown(wait=False)
