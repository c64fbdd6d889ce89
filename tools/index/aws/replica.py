"""A tenant's words and facts on this machine's disk, kept in step with DynamoDB; a cache."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, unquote

import numpy as np
from numpy.typing import NDArray

from tools.candidates import Candidate
from tools.index.base import Upserted, Vectors
from tools.index.local_schema import note, noted
from tools.index.tenant_store import TenantStore

Nearest = Callable[[Vectors, int, Sequence[str] | None], list[tuple[str, float]]]
"""A query's vector, a limit and whose vectors alone count → (vector id, score), best first."""

_LENGTH = 1
"""Of a vector on this disk, where there is none."""
_NO_VECTORS = np.zeros((0, _LENGTH), dtype=np.float32)


class Replica(TenantStore):
    """A store whose vectors lie elsewhere: everything but meaning is looked up on disk.

    It follows the log of changes: what it holds is what DynamoDB held at `applied()`.
    """

    def __init__(self, folder: Path, embedder_name: str, nearest: Nearest) -> None:
        super().__init__(folder, embedder_name, lambda: _LENGTH)
        self.folder = folder
        self._elsewhere = nearest
        self._known: tuple[str, dict[str, tuple[int, str]]] = ("", {})

    def passages(
        self, query: Vectors, limit: int, allowed: NDArray[np.bool_] | None = None
    ) -> list[tuple[int, float]]:
        """Return (number, cosine) of the passages near the query, best first.

        Vectors of people, or of versions of them, that the records do not know are passed over;
        so is everybody but those whose number `allowed` marks, when it is given.
        """
        known = self._versions()
        only = None
        if allowed is not None:
            only = [i for i, (n, _) in known.items() if n < len(allowed) and allowed[n]]
            known = {i: known[i] for i in only}
        found = []
        for vector_id, score in self._elsewhere(query, limit, only):
            candidate_id, version, _ = split_vector_id(vector_id)
            number, current = known.get(candidate_id, (0, ""))
            if version == current:
                found.append((number, score))
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def mark(self) -> str:
        """Return the write of the tenant up to which this replica goes: the same everywhere."""
        return f"{self.epoch()}:{self.applied()}"

    def applied(self) -> int:
        """Return the generation of the last write that is in here."""
        return int(noted(self._database.read(), "applied") or 0)

    def follow(self, epoch: str, generation: int) -> None:
        """Note up to which write this replica goes."""
        with self._database.write() as db:
            note(db, "epoch", epoch)
            note(db, "applied", str(generation))

    def epoch(self) -> str:
        """Return which index of the tenant this is a replica of; empty for a fresh one."""
        return noted(self._database.read(), "epoch")

    def take(self, people: Sequence[Candidate]) -> list[Upserted]:
        """Put people in, without their vectors."""
        if not people:
            return []
        return self.put([(person, _NO_VECTORS) for person in people])

    def copy_to(self, file: Path) -> None:
        """Write the whole replica, compressed, to a file."""
        whole = file.with_suffix(".whole")
        whole.unlink(missing_ok=True)
        self._database.read().execute("VACUUM INTO ?", (str(whole),))
        with whole.open("rb") as source, gzip.open(file, "wb", compresslevel=1) as packed:
            shutil.copyfileobj(source, packed)
        whole.unlink()

    def _versions(self) -> dict[str, tuple[int, str]]:
        """Return candidate_id → (number, version of the vectors that count)."""
        generation = self.generation()  # which another process of this disk may change as well
        if self._known[0] != generation:
            rows = self._database.read().execute(
                "SELECT candidate_id, number, content_hash FROM candidates"
            )
            self._known = generation, {str(i): (int(n), version(h)) for i, n, h in rows}
        return self._known[1]


def version(content_hash: str) -> str:
    """Return the short name of a version of a person, part of the ids of its vectors."""
    return sha256(content_hash.encode()).hexdigest()[:12]


def vector_id(candidate_id: str, of_version: str, ordinal: int) -> str:
    """Return the id of a passage's vector: ASCII, at most 512 characters."""
    return f"{quote(candidate_id, safe='')}#{of_version}#{ordinal}"


def split_vector_id(made: str) -> tuple[str, str, int]:
    """Return what `vector_id` was made of."""
    quoted, of_version, ordinal = made.rsplit("#", 2)
    return unquote(quoted), of_version, int(ordinal)
