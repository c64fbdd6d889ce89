"""The contract every candidate index satisfies, whatever store is behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from tools.candidates import Candidate
from tools.criteria import Criteria
from tools.index.faults import CandidateIndexError as CandidateIndexError
from tools.results import Pool

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns text into unit vectors; `name` says which model made them."""

    @property
    def name(self) -> str:
        """Return the model's name, stored with an index so that models are never mixed."""
        ...

    @property
    def dimensions(self) -> int:
        """Return the length of a vector."""
        ...

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return one L2-normalised float32 row per text, shape (len(texts), dimensions)."""
        ...

    def vector(self, text: str) -> Vectors:
        """Return one L2-normalised float32 vector, shape (dimensions,)."""
        ...

    def close(self) -> None:
        """Let go of everybody who waits for a vector; others need not be made from now on."""
        ...


class Upserted(msgspec.Struct, frozen=True):
    """What became of one candidate that was put in: added, replaced or unchanged."""

    candidate_id: str
    outcome: Literal["added", "replaced", "unchanged"]
    duplicates: tuple[str, ...] = ()


class CandidateIndex(Protocol):
    """People by tenant: put in, taken out, looked up and searched."""

    def upsert(self, tenant: str, candidates: Sequence[Candidate]) -> list[Upserted]:
        """Embed and store candidates in one transaction; equal content is left alone."""
        ...

    def delete(self, tenant: str, candidate_ids: Iterable[str]) -> list[str]:
        """Remove people and all that was made from them; return the ids that existed."""
        ...

    def get(self, tenant: str, candidate_ids: Sequence[str]) -> dict[str, Candidate]:
        """Return the known ones among the ids."""
        ...

    def content_hashes(self, tenant: str) -> Mapping[str, str]:
        """Return candidate_id → content hash."""
        ...

    def count_unlike(self, tenant: str, endings: Sequence[str]) -> int:
        """Return how many content hashes have none of these endings."""
        ...

    def find_by_name(self, tenant: str, name: str, limit: int = 10) -> list[tuple[str, str]]:
        """Return (candidate_id, full name) of people whose name matches, best first."""
        ...

    def count(self, tenant: str) -> int:
        """Return how many people the tenant has."""
        ...

    def search(self, tenant: str, criteria: Criteria, limit: int = 200) -> Pool:
        """Rank the tenant's people against the criteria: a pure function of both."""
        ...


class OpenIndex(CandidateIndex, Protocol):
    """An index as a process holds it: made ready once, closed at the end."""

    def warm(self, tenant: str) -> None:
        """Load what the first search needs, so that it need not."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...
