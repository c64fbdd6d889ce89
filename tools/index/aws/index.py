"""The index on AWS: DynamoDB for the truth, Pinecone for meaning, a replica for words and facts.

A write is announced in the log, then vectors, then records, then its end: killed anywhere, it is
done again or cleared up, and no search ever sees half a person. Ranking is the local index's own.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from tools.candidates import Candidate
from tools.criteria import Criteria
from tools.index.aws.bucket import Bucket
from tools.index.aws.follower import Follower
from tools.index.aws.people import Change, People, Touched
from tools.index.aws.pinecone_vectors import MOST_METADATA_BYTES, PineconeVectors, Stored
from tools.index.aws.replica import Nearest, Replica, vector_id, version
from tools.index.base import CandidateIndexError, Embedder, Upserted, Vectors
from tools.index.facts import facts_of, passage_texts
from tools.index.local import LocalIndex
from tools.index.tenant_store import TenantStore
from tools.results import Pool

FRESH_SECONDS = 2.0
"""How long another process's write may stay unseen; one read asks for news after that."""
MOST_NAMED = 10_000
"""People a filter of Pinecone may name; of more, the nearest are taken first and then filtered."""
MOST_NEAREST = 10_000
"""Vectors one query of Pinecone may bring back."""
COPY_EVERY = 64
"""Writes after which a new copy of the replica is put in the bucket."""


class AwsIndex(LocalIndex):
    """People by tenant in DynamoDB and Pinecone; `path` is the folder of the replicas, a cache.

    Raises CandidateIndexError or AwsError, each with one sentence.
    """

    def __init__(
        self,
        people: People,
        vectors: PineconeVectors,
        embedder: Embedder,
        path: Path,
        bucket: Bucket | None = None,
        clock: Callable[[], float] = time.monotonic,
        fresh_seconds: float = FRESH_SECONDS,
    ) -> None:
        super().__init__(path, embedder)
        self._people, self._vectors, self._bucket = people, vectors, bucket
        self._clock, self._fresh_seconds = clock, fresh_seconds
        self._followers: dict[str, Follower] = {}
        self._looked: dict[str, float] = {}
        self._wrote: set[str] = set()
        self._making = threading.Lock()

    def upsert(self, tenant: str, candidates: Sequence[Candidate]) -> list[Upserted]:
        """Embed and store candidates; equal content is left alone, a kill leaves no half person."""
        follower = self._follower(tenant, fresh=True)
        with follower.turn:
            known = follower.replica.hashes([c.candidate_id for c in candidates])
            fresh = [c for c in candidates if known.get(c.candidate_id) != c.content_hash]
            done = self._put(tenant, follower, fresh) if fresh else {}
        return [
            done.get(c.candidate_id) or Upserted(c.candidate_id, "unchanged") for c in candidates
        ]

    def search(self, tenant: str, criteria: Criteria, limit: int = 200) -> Pool:
        """Rank the tenant's people against the criteria: a pure function of both."""
        pool = super().search(tenant, criteria, limit)
        told = msgspec.json.encode([self._followers[tenant].replica.mark(), criteria])
        return msgspec.structs.replace(pool, search_id=sha256(told).hexdigest()[:16])

    def delete(self, tenant: str, candidate_ids: Iterable[str]) -> list[str]:
        """Remove people from records, vectors, replica and copy; return the ids that existed."""
        follower = self._follower(tenant, fresh=True)
        with follower.turn:
            held = follower.replica.people(list(dict.fromkeys(candidate_ids)))
            if not held:
                return []
            follower.withdraw()
            write = self._people.begin(tenant, [Touched(i) for i in held])
            self._vectors.delete(tenant, [i for p in held.values() for i in _vector_ids(p)])
            self._clear_up(tenant, follower, follower.died)
            self._people.remove(tenant, list(held))
            follower.replica.remove(list(held))
            self._people.end(tenant, write)
            follower.wrote(write)
            self._wrote.add(tenant)
            follower.publish()
        return list(held)

    def warm(self, tenant: str) -> None:
        """Load the model and the replica; raises when Pinecone's index does not fit."""
        self._vectors.check(self._embedder.dimensions)
        super().warm(tenant)

    def check(self) -> None:
        """Return when vectors and copies can be kept; raises CandidateIndexError or AwsError."""
        self._vectors.check(self._embedder.dimensions)
        if self._bucket is not None:
            self._bucket.check()

    def close(self) -> None:
        """Put copies of what was written in the bucket, and close the replicas.

        Raises AwsError or DatabaseError when everything is closed and a copy could not be put.
        """
        with ExitStack() as closing:
            closing.callback(super().close)
            for tenant, follower in self._followers.items():
                closing.callback(follower.replica.close)
                if tenant in self._wrote:
                    closing.callback(follower.publish)
            self._followers.clear()

    def _store(self, tenant: str) -> TenantStore:
        return self._follower(tenant).replica

    def _follower(self, tenant: str, fresh: bool = False) -> Follower:
        """Return the tenant's replica, asked for news when it may be out of date."""
        with self._making:
            follower = self._followers.get(tenant)
            if follower is None:
                follower = self._followers[tenant] = self._follow(tenant)
            now = self._clock()
            due = now - self._looked.get(tenant, -self._fresh_seconds) >= self._fresh_seconds
            if due:
                self._looked[tenant] = now
        if due or fresh:
            follower.catch_up()
        return follower

    def _follow(self, tenant: str) -> Follower:
        def make(folder: Path) -> Replica:
            return Replica(folder, self._embedder.name, self._nearest_of(tenant))

        return Follower(
            tenant, self._path / tenant, self._people, self._bucket, make, self._embedder.name
        )

    def _nearest_of(self, tenant: str) -> Nearest:
        def nearest(
            query: Vectors, limit: int, only: Sequence[str] | None
        ) -> list[tuple[str, float]]:
            if only is not None and not only:
                return []
            among = None
            if only is not None and len(only) <= MOST_NAMED:
                among = {"candidate_id": {"$in": list(only)}}
            wanted = limit if only is None or among else MOST_NEAREST
            found = self._vectors.nearest(tenant, query, wanted, among)
            if not found and self._followers[tenant].replica.count():
                raise CandidateIndexError(
                    f"Pinecone has no vectors in the namespace {tenant!r}, though people are on "
                    "record: set PINECONE_HOST to the index they were ingested into."
                )
            return found

        return nearest

    def _put(
        self, tenant: str, follower: Follower, fresh: Sequence[Candidate]
    ) -> dict[str, Upserted]:
        former = follower.replica.people([c.candidate_id for c in fresh])
        rows = list(self._stored(fresh))
        self._people.claim(tenant, self._embedder.name)
        follower.catch_up()
        touched = [
            Touched(c.candidate_id, version(c.content_hash), len(passage_texts(c))) for c in fresh
        ]
        write = self._people.begin(tenant, touched)
        self._clear_up(tenant, follower, follower.died)
        self._vectors.upsert(tenant, rows)
        self._people.put(tenant, fresh, replaced=list(former))
        done = {u.candidate_id: u for u in follower.replica.take(fresh)}
        self._vectors.delete(tenant, [i for p in former.values() for i in _vector_ids(p)])
        self._people.end(tenant, write)
        follower.wrote(write)
        self._wrote.add(tenant)
        if follower.meta.generation - follower.meta.copy_generation >= COPY_EVERY:
            follower.publish()
        return done

    def _stored(self, people: Sequence[Candidate]) -> Iterator[Stored]:
        """Yield the vectors of all passages with what they can be filtered by."""
        texts = [passage_texts(c) for c in people]
        rows = self._embedder.vectors([t for each in texts for t in each])
        starts = np.cumsum([0, *(len(each) for each in texts)])
        for person, start, end in zip(people, starts, starts[1:], strict=False):
            metadata = _metadata(person)
            for vector, made in zip(rows[start:end], _vector_ids(person), strict=True):
                yield Stored(made, vector, metadata)

    def _clear_up(self, tenant: str, follower: Follower, died: Sequence[Change]) -> None:
        """Delete the vectors of writes whose process died before their records were written."""
        known = follower.replica.hashes()
        orphans = [
            vector_id(t.candidate_id, t.version, ordinal)
            for change in died
            for t in change.touched
            if t.version and version(known.get(t.candidate_id, "")) != t.version
            for ordinal in range(t.passages)
        ]
        self._vectors.delete(tenant, orphans)
        for change in died:
            self._people.end(tenant, change.generation)
        follower.died = []


def _vector_ids(person: Candidate) -> list[str]:
    of_version = version(person.content_hash)
    return [
        vector_id(person.candidate_id, of_version, ordinal)
        for ordinal in range(len(passage_texts(person)))
    ]


def _metadata(person: Candidate) -> dict[str, Any]:
    """Return what a vector can be filtered by: facts that were read out, no text, no identity."""
    profile = person.profile
    found: dict[str, Any] = {"candidate_id": person.candidate_id}
    if profile.years_experience is not None:
        found["years"] = float(profile.years_experience)
    if profile.location is not None:
        place = profile.location
        parts = {"city": place.city, "region": place.region, "country": place.country}
        found |= {name: value for name, value in parts.items() if value}
    for kind, value in facts_of(person):
        found.setdefault(kind, []).append(value)
    if len(repr(found).encode()) > MOST_METADATA_BYTES:
        found = {k: v[:200] if isinstance(v, list) else v for k, v in found.items()}
    return found
