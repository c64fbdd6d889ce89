"""The local index as a LangChain vector store, for chains that want documents and not people."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.vectorstores import VectorStore

from tools.candidates import GIVEN, Candidate, Identity, Passage, Profile
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM

_METADATA = "metadata"


class CandidateVectorStore(VectorStore):
    """One tenant's people as documents: the text, and as metadata what was put in with it.

    People who were ingested come as documents too. A document's passages are embedded whole up to
    what the model reads.
    """

    def __init__(self, index: LocalIndex, tenant: str = "local") -> None:
        self._index, self._tenant = index, tenant

    @property
    def embeddings(self) -> Embeddings | None:
        """Return the embedding model where LangChain can use it, else None."""
        model = self._index.embedder
        return model if isinstance(model, Embeddings) else None

    def add_texts(
        self,
        texts: Iterable[str],
        metadatas: list[dict[str, Any]] | None = None,
        *,
        ids: list[str] | None = None,
        **_: Any,
    ) -> list[str]:
        """Put texts in, one transaction for all, and return their ids; a known id is replaced."""
        bodies = list(texts)
        names = [i or uuid.uuid4().hex for i in ids] if ids else [uuid.uuid4().hex for _ in bodies]
        details = metadatas or [{} for _ in bodies]
        documents = zip(names, bodies, details, strict=True)
        self._index.upsert(self._tenant, [_candidate(*document) for document in documents])
        return names

    def delete(self, ids: list[str] | None = None, **_: Any) -> bool:
        """Take documents out; unknown ids are no fault. Without ids nothing is deleted."""
        self._index.delete(self._tenant, ids or [])
        return True

    def get_by_ids(self, ids: Sequence[str], /) -> list[Document]:
        """Return the known documents among the ids."""
        return [_document(person) for person in self._index.get(self._tenant, ids).values()]

    def similarity_search(self, query: str, k: int = 4, **_: Any) -> list[Document]:
        """Return the k documents whose best passage is nearest to the query, best first."""
        return [document for document, _ in self.similarity_search_with_score(query, k)]

    def similarity_search_with_score(
        self, query: str, k: int = 4, **_: Any
    ) -> list[tuple[Document, float]]:
        """Return the k nearest documents with their cosine in [-1, 1], best first."""
        near = self._index.nearest(self._tenant, query, k)
        people = self._index.get(self._tenant, [candidate_id for candidate_id, _ in near])
        return [(_document(people[i]), score) for i, score in near if i in people]

    def _select_relevance_score_fn(self) -> Any:
        return lambda cosine: (cosine + 1) / 2

    @classmethod
    def from_texts(
        cls,
        texts: list[str],
        embedding: Embeddings,
        metadatas: list[dict[str, Any]] | None = None,
        *,
        ids: list[str] | None = None,
        path: str | Path = ".candidate-matcher",
        tenant: str = "local",
        **_: Any,
    ) -> CandidateVectorStore:
        """Return a store under `path` that holds the texts; `embedding` is our MiniLM.

        Raises TypeError for another model, which `LocalIndex` takes as an Embedder.
        """
        if not isinstance(embedding, MiniLM):
            raise TypeError(
                "from_texts embeds with tools.index.minilm.MiniLM: for another model make a "
                "LocalIndex with an Embedder and pass it to CandidateVectorStore."
            )
        store = cls(LocalIndex(Path(path), embedding), tenant)
        store.add_texts(texts, metadatas, ids=ids)
        return store


def _candidate(candidate_id: str, text: str, metadata: dict[str, Any]) -> Candidate:
    packed = msgspec.json.encode(metadata, order="deterministic")
    digest = hashlib.sha256(packed + b"\n" + text.encode()).hexdigest()
    return Candidate(
        candidate_id,
        text,
        Profile(),
        Identity(),
        (Passage("other", 0, len(text)),),
        content_hash=f"{digest}{GIVEN}",
        extra={_METADATA: packed.decode()},
    )


def _document(person: Candidate) -> Document:
    packed = person.extra.get(_METADATA)
    metadata = msgspec.json.decode(packed) if packed else {"source": person.source}
    return Document(id=person.candidate_id, page_content=person.text, metadata=metadata)
