"""The index that needs nothing: SQLite for the truth, FTS5 for words, vectors for meaning."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np

from tools.candidates import Candidate
from tools.criteria import Criteria, Criterion
from tools.evidence import find
from tools.index.base import Embedder, Upserted, Vectors
from tools.index.bm25 import Counts, Statistics
from tools.index.facts import passage_texts
from tools.index.filters import Mask
from tools.index.fts_lookup import LookedUpWords, content_words
from tools.index.marks import Recalled
from tools.index.names import best_names
from tools.index.postings import best
from tools.index.query_terms import request_words, words_showing
from tools.index.query_vectors import Queries
from tools.index.ranking import bars, foresee, rank
from tools.index.retrieval import nearness, query_text, with_facts
from tools.index.tenant_store import TenantStore
from tools.index.titles import read_titles
from tools.results import Pool

RECALL = 120
"""How many people each way of retrieval may bring up."""
PASSAGES_RECALLED = 3
"""How many passages are looked at for each of them."""
PASSAGES_WEIGHED = 6
"""How many are looked at to tell how near those are who were brought up one way or another."""
MOST_PASSAGES_EACH = 4
"""Passages that are fetched for each person wanted, since several may be the same person's."""
SHOWING_READ = 40_000
"""Entries up to which the words that show a job's work and its setting are read for everybody; of
more people, they are looked for on the sheets of those who were found, which says the same."""
_KNOWN_AT_FIRST = 4096
"""People whose titles are read at the start; those of others are read as they are met."""


class LocalIndex:
    """People by tenant under one folder, `<path>/<tenant>/candidates.db` each.

    Raises DatabaseError for files that cannot be used, and CandidateIndexError when an index was
    built with another embedding model.
    """

    def __init__(self, path: Path, embedder: Embedder) -> None:
        self._path = path
        self._embedder = embedder
        self._stores: dict[str, TenantStore] = {}
        self._queries = Queries(embedder)
        self._opening = threading.Lock()

    @property
    def embedder(self) -> Embedder:
        """Return what makes the vectors."""
        return self._embedder

    def upsert(self, tenant: str, candidates: Sequence[Candidate]) -> list[Upserted]:
        """Embed and store candidates in one transaction; equal content is left alone."""
        store = self._store(tenant)
        known = store.hashes([c.candidate_id for c in candidates])
        fresh = [c for c in candidates if known.get(c.candidate_id) != c.content_hash]
        texts = [passage_texts(c) for c in fresh]
        rows = self._embedder.vectors([passage for each in texts for passage in each])
        counts = np.cumsum([len(each) for each in texts])
        people = list(zip(fresh, np.split(rows, counts[:-1]), strict=True)) if fresh else []
        done = {u.candidate_id: u for u in store.put(people)} if people else {}
        return [
            done.get(c.candidate_id) or Upserted(c.candidate_id, "unchanged") for c in candidates
        ]

    def delete(self, tenant: str, candidate_ids: Iterable[str]) -> list[str]:
        """Remove people and all that was made from them; return the ids that existed."""
        return self._store(tenant).remove(candidate_ids)

    def get(self, tenant: str, candidate_ids: Sequence[str]) -> dict[str, Candidate]:
        """Return the known ones among the ids."""
        store = self._store(tenant)
        with store.reading():
            return store.people(candidate_ids)

    def content_hashes(self, tenant: str) -> Mapping[str, str]:
        """Return candidate_id → content hash."""
        return self._store(tenant).hashes()

    def count_unlike(self, tenant: str, endings: Sequence[str]) -> int:
        """Return how many content hashes have none of these endings."""
        return self._store(tenant).count_unlike(endings)

    def find_by_name(self, tenant: str, name: str, limit: int = 10) -> list[tuple[str, str]]:
        """Return (candidate_id, full name) of people whose name matches, best first."""
        return best_names(name, self._store(tenant).names(), limit)

    def count(self, tenant: str) -> int:
        """Return how many people the tenant has."""
        return self._store(tenant).count()

    def search(self, tenant: str, criteria: Criteria, limit: int = 200) -> Pool:
        """Rank the tenant's people against the criteria: a pure function of both."""
        store = self._store(tenant)
        with store.reading():
            return self._search(store, criteria, limit)

    def nearest(self, tenant: str, text: str | Vectors, limit: int) -> list[tuple[str, float]]:
        """Return (candidate_id, cosine) of the people whose best passage is nearest, best first."""
        store = self._store(tenant)
        query = self._embedder.vector(text) if isinstance(text, str) else text
        with store.reading():
            found = store.dense(query, limit * MOST_PASSAGES_EACH)[:limit]
            return store.identified(found)

    def worded(self, tenant: str, text: str, limit: int) -> list[tuple[str, float]]:
        """Return (candidate_id, BM25) of the people who share words with a text, best first."""
        store = self._store(tenant)
        with store.reading():
            return store.identified(store.lexical(content_words(text), limit))

    def warm(self, tenant: str) -> None:
        """Load the model, the vectors and many titles, so that the first search need not."""
        store = self._store(tenant)
        with store.reading():
            store.dense(self._embedder.vector("warm"), 1)
            read_titles(store.latest(_KNOWN_AT_FIRST))

    def close(self) -> None:
        """Close every database that was opened, and what makes the vectors."""
        self._embedder.close()
        for store in self._stores.values():
            store.close()
        self._queries.close()

    def _search(self, store: TenantStore, criteria: Criteria, limit: int) -> Pool:
        search_id = _digest(criteria, store.generation())
        if not criteria:
            return Pool(search_id, criteria, (), ())
        query = self._queries.begin(query_text(criteria))
        allowed, put_out = store.allowed(criteria, _bars)
        asked, showing = request_words(criteria), words_showing(criteria)
        statistics = store.statistics([*asked, *showing])
        mentions = store.mentions(asked, statistics)
        known = _known(store, criteria, mentions, statistics, allowed)
        further = [word for word in showing if word not in mentions]
        if sum(map(statistics.holders, further)) <= SHOWING_READ:
            mentions |= store.mentions(further, statistics)
        if not query.done():
            foresee(criteria, store.sheets(known).values())
        found = _near(store, query.result(), known, allowed)
        sheets = store.sheets(found)
        numbers = {sheet.candidate_id: number for number, sheet in sheets.items()}
        scored, excluded = rank(
            [Recalled(sheets[number], near, number) for number, near in found.items()],
            criteria,
            statistics,
            whole=lambda candidate_id: store.person(numbers[candidate_id]),
            words=LookedUpWords(store, numbers),
            most=limit,
            mentions=mentions,
        )
        return Pool(
            search_id=search_id,
            criteria=criteria,
            ids=tuple(s.candidate_id for s in scored),
            scores=tuple(s.score for s in scored),
            excluded=excluded | put_out,
            parts=tuple(s.parts for s in scored),
        )

    def _store(self, tenant: str) -> TenantStore:
        with self._opening:
            if tenant not in self._stores:
                folder, embedder = self._path / tenant, self._embedder
                self._stores[tenant] = TenantStore(
                    folder, embedder.name, lambda: embedder.dimensions
                )
            return self._stores[tenant]


def _known(
    store: TenantStore,
    criteria: Criteria,
    mentions: Mapping[str, Counts],
    statistics: Statistics,
    allowed: Mask | None,
) -> set[int]:
    """Return everybody whom words or facts bring up.

    Whom a hard wish puts out is never brought up, so that nobody takes the place of another.
    """
    saying = store.saying(mentions, statistics)
    ways = (saying, with_facts(store, criteria, saying))
    return {number for marks in ways for number in best(marks, RECALL, allowed).tolist()}


def _near(
    store: TenantStore, query: Vectors, known: set[int], allowed: Mask | None
) -> dict[int, float]:
    """Return those already known and whom meaning brings up, and how near they are."""
    passages = store.passages(query, RECALL * PASSAGES_WEIGHED, allowed)
    near, furthest = nearness(passages)
    last = min(len(passages), RECALL * PASSAGES_RECALLED) - 1
    numbers = known | {n for n, cosine in passages if cosine >= passages[last][1]}
    return {number: near.get(number, furthest) for number in sorted(numbers)}


def _bars(person: Candidate, wish: Criterion) -> bool:
    return bars(wish, find(person, wish))


def _digest(criteria: Criteria, generation: str) -> str:
    packed = msgspec.json.encode([generation, criteria])
    return hashlib.sha256(packed).hexdigest()[:16]
