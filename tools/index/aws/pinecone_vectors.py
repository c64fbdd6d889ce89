"""The one module that imports Pinecone: vectors of passages, a namespace per tenant."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from tools.extras import how_to_install, installed
from tools.index.base import CandidateIndexError, Vectors

T = TypeVar("T")

ATTEMPTS = 5
"""How often a call is tried while the service is busy, with growing pauses."""
UNHEARD = 3
"""How often a call is tried that nothing answers: somebody waits for the sentence that says so."""
CONNECT_SECONDS = 5.0
READ_SECONDS = 20.0
BATCH = 100
"""Vectors of one request: 100 of 1,536 numbers with metadata stay under Pinecone's 2 MB."""
MOST_METADATA_BYTES = 40_000
_MOST_DELETED = 1000
_AGAIN = frozenset({408, 429, 500, 502, 503, 504})


class Stored(NamedTuple):
    """One vector with its id and what it can be filtered by."""

    id: str
    values: Vectors
    metadata: Mapping[str, Any]


class PineconeVectors:
    """An index of Pinecone; raises CandidateIndexError when it cannot be used.

    Its metric must be dotproduct or cosine, which are the same for unit vectors. With a `host` the
    control plane is never asked. `patience` is how many seconds one try waits for a connection and
    for an answer.
    """

    def __init__(
        self,
        *,
        api_key: str,
        host: str = "",
        name: str = "",
        sleep: Callable[[float], None] = time.sleep,
        patience: tuple[float, float] = (CONNECT_SECONDS, READ_SECONDS),
    ) -> None:
        if not api_key:
            raise CandidateIndexError(
                "MATCHER_STORE=aws keeps vectors in Pinecone: set PINECONE_API_KEY."
            )
        if not installed("pinecone"):
            raise CandidateIndexError(
                "MATCHER_STORE=aws needs a package for vectors that is not installed: "
                f"{how_to_install('pinecone')}."
            )
        self._key, self._host, self._name, self._sleep = api_key, host, name, sleep
        self._bounds = {"_request_timeout": patience}

    def check(self, dimensions: int) -> None:
        """Return when the index takes vectors of this length; raises CandidateIndexError."""
        told = self._call(lambda: self._index.describe_index_stats(**self._bounds))
        if told.dimension and told.dimension != dimensions:
            raise CandidateIndexError(
                f"The Pinecone index {self._called} has {told.dimension} dimensions, the embedding "
                f"model makes {dimensions}: set MATCHER_EMBEDDINGS to the model the index was made "
                "for, or PINECONE_HOST to an index that fits."
            )
        if told.metric and told.metric not in ("cosine", "dotproduct"):
            raise CandidateIndexError(
                f"The Pinecone index {self._called} measures by {told.metric}: make one that "
                "measures by dotproduct, and set PINECONE_HOST to it."
            )

    def upsert(self, namespace: str, vectors: Sequence[Stored]) -> None:
        """Write vectors in batches; one that is there already is replaced by its equal."""
        for batch in _batches(vectors, BATCH):
            rows = [
                # Float64 is refused by the service and NumPy's numbers by the client.
                {"id": v.id, "values": v.values.tolist(), "metadata": dict(v.metadata)}
                for v in batch
            ]
            self._call(
                lambda rows=rows: self._index.upsert(  # type: ignore[misc]
                    vectors=rows, namespace=namespace, **self._bounds
                )
            )

    def delete(self, namespace: str, ids: Sequence[str]) -> None:
        """Delete vectors, there or not."""
        for batch in _batches(ids, _MOST_DELETED):
            self._call(
                lambda batch=batch: self._index.delete(  # type: ignore[misc]
                    ids=list(batch), namespace=namespace, **self._bounds
                ),
                missing_ok=True,
            )

    def nearest(
        self,
        namespace: str,
        query: Vectors,
        limit: int,
        only: Mapping[str, Any] | None = None,
    ) -> list[tuple[str, float]]:
        """Return (id, score) of the nearest vectors, best first, ties by id.

        `only` is a metadata filter in Pinecone's language, such as {"years": {"$gte": 5}}.
        """
        told = self._call(
            lambda: self._index.query(
                vector=query.tolist(),
                top_k=limit,
                namespace=namespace,
                filter=dict(only) if only else None,
                include_metadata=False,
                include_values=False,
                **self._bounds,
            )
        )
        found = [(str(match.id), float(match.score)) for match in told.matches]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def count(self, namespace: str) -> int:
        """Return how many vectors a namespace holds; one that does not exist holds none."""
        told = self._call(lambda: self._index.describe_index_stats(**self._bounds))
        space = told.namespaces.get(namespace)
        return int(space.vector_count) if space else 0

    @property
    def _called(self) -> str:
        return repr(self._name or self._host)

    @cached_property
    def _index(self) -> Any:
        from pinecone import Pinecone

        client: Any = Pinecone(api_key=self._key)
        # It offers neither in public: to leave trying again to `_call`, and to wait with a bound.
        client._openapi_config.retries = False
        if not self._host:
            control = client.db.index._index_api
            told = self._call(lambda: control.describe_index(self._name, **self._bounds))
            self._host = str(told.host)
        try:
            return client.Index(host=self._host)
        except ValueError as error:
            raise CandidateIndexError(
                f"PINECONE_HOST is {self._host!r}, which is no address of an index: copy it from "
                "Pinecone's console, as in https://people-abc123.svc.region.pinecone.io."
            ) from error

    def _call(self, work: Callable[[], T], *, missing_ok: bool = False) -> T | Any:
        """Return what a call returns, tried again while the service is busy or not heard."""
        from pinecone.exceptions import PineconeException
        from urllib3.exceptions import HTTPError

        for attempt in range(ATTEMPTS):
            try:
                return work()
            except (PineconeException, HTTPError) as error:
                status = getattr(error, "status", None) or None  # a refused certificate has 0
                if missing_ok and status == 404:
                    return None
                if attempt + 1 >= _tries(status):
                    raise CandidateIndexError(self._mend(status, error)) from error
                self._sleep(min(8.0, 0.25 * 2**attempt) * random.uniform(0.5, 1.0))  # noqa: S311 # no secret
        raise AssertionError("unreachable")

    def _mend(self, status: int | None, error: Exception) -> str:
        match status:
            case 401 | 403:
                return f"Pinecone refuses the key for {self._called}: check PINECONE_API_KEY."
            case 404:
                return (
                    f"There is no Pinecone index {self._called}: create it, or set PINECONE_HOST "
                    "to where it is served."
                )
            case 429:
                return (
                    f"Pinecone is throttling {self._called}: try again in a minute; what was "
                    "written stays, and the next run goes on from there."
                )
            case None:
                return (
                    f"Pinecone cannot be reached for {self._called} ({type(error).__name__}): "
                    "check PINECONE_HOST and the network."
                )
        body = str(getattr(error, "body", "") or "")[:200]
        return f"The Pinecone index {self._called} answered {status}: {body or 'see its log'}"


def _tries(status: int | None) -> int:
    if status is None:
        return UNHEARD
    return ATTEMPTS if status in _AGAIN else 1


def _batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for at in range(0, len(items), size):
        yield items[at : at + size]
