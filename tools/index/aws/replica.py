"""A tenant's words and facts on this machine's disk, kept in step with DynamoDB; a cache."""

from __future__ import annotations

import gzip
import shutil
import threading
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, unquote

import msgspec
import numpy as np
from numpy.typing import NDArray

from tools.candidates import Candidate
from tools.index.aws.bucket import Bucket
from tools.index.aws.people import STALE_SECONDS, Change, Meta, People, refuse_other_model
from tools.index.base import Upserted, Vectors
from tools.index.local_schema import MIGRATIONS
from tools.index.shelf import Shelf

Nearest = Callable[[Vectors, int, Sequence[str] | None], list[tuple[str, float]]]
"""A query's vector, a limit and whose vectors alone count → (vector id, score), best first."""

_LENGTH = 1
"""Of a vector on this disk, where there is none."""
_NO_VECTORS = np.zeros((0, _LENGTH), dtype=np.float32)


class Replica(Shelf):
    """A shelf whose vectors lie elsewhere: everything but meaning is looked up on disk.

    It follows the log of changes: what it holds is what DynamoDB held at `applied()`.
    """

    def __init__(self, folder: Path, embedder_name: str, nearest: Nearest) -> None:
        super().__init__(folder, embedder_name, lambda: _LENGTH)
        self.folder = folder
        self._elsewhere = nearest
        self._known: dict[str, tuple[int, str]] | None = None

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
        return f"{self._value('epoch')}:{self.applied()}"

    def applied(self) -> int:
        """Return the generation of the last write that is in here."""
        return int(self._value("applied") or 0)

    def follow(self, epoch: str, generation: int) -> None:
        """Note up to which write this replica goes."""
        with self._database.write() as db:
            for name, value in (("epoch", epoch), ("applied", str(generation))):
                db.execute(
                    "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value=?",
                    (name, value, value),
                )

    def epoch(self) -> str:
        """Return which index of the tenant this is a replica of; empty for a fresh one."""
        return self._value("epoch")

    def take(self, people: Sequence[Candidate]) -> list[Upserted]:
        """Put people in, without their vectors."""
        if not people:
            return []
        self._known = None
        return self.put([(person, _NO_VECTORS) for person in people])

    def drop(self, candidate_ids: Sequence[str]) -> None:
        """Take people out."""
        self._known = None
        self.remove(candidate_ids)

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
        known = self._known
        if known is None:
            rows = self._database.read().execute(
                "SELECT candidate_id, number, content_hash FROM candidates"
            )
            known = self._known = {str(i): (int(n), version(h)) for i, n, h in rows}
        return known

    def _value(self, key: str) -> str:
        row = self._database.read().execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
        return str(row[0]) if row else ""


class Follower:
    """Keeps one tenant's replica in step with the records; its methods take turns."""

    def __init__(
        self,
        tenant: str,
        folder: Path,
        people: People,
        bucket: Bucket | None,
        make: Callable[[Path], Replica],
        embedder_name: str,
    ) -> None:
        self._tenant, self._folder = tenant, folder
        self._people, self._bucket = people, bucket
        self._make, self._embedder_name = make, embedder_name
        self.turn = threading.RLock()
        self.replica = make(folder)
        self.meta = Meta()
        self.died: list[Change] = []
        """Writes whose process died before their end; the next write clears up after them."""

    def catch_up(self) -> None:
        """Bring the replica up to the newest write: one read when there is nothing new."""
        with self.turn:
            self.meta = meta = self._people.meta(self._tenant)
            refuse_other_model(self._tenant, meta, self._embedder_name)
            if self.replica.epoch() != meta.epoch:
                self._start_over(meta)
            if self.replica.applied() < meta.generation:
                if self.replica.applied() < meta.copy_generation:
                    self._start_over(meta)
                self._apply(meta)

    def wrote(self, generation: int) -> None:
        """Note a write of this process, which the replica holds already."""
        with self.turn:
            if self.replica.applied() == generation - 1:
                self.replica.follow(self.meta.epoch, generation)
                self.meta = msgspec.structs.replace(self.meta, generation=generation)
            else:
                self.catch_up()

    def _apply(self, meta: Meta) -> None:
        changes = self._people.changes(self._tenant, self.replica.applied(), meta.generation)
        ids = list(dict.fromkeys(t.candidate_id for c in changes for t in c.touched))
        self._settle(ids)
        now = self._people.now
        open_ones = [c for c in changes if not c.ended and c.at > now - STALE_SECONDS]
        self.died = [c for c in changes if not c.ended and c.at <= now - STALE_SECONDS]
        until = min((c.generation - 1 for c in open_ones), default=meta.generation)
        self.replica.follow(meta.epoch, until)

    def _settle(self, candidate_ids: Sequence[str]) -> None:
        """Make the replica hold of some people what the records hold of them."""
        known = self.replica.hashes()
        for at in range(0, len(candidate_ids), 200):
            asked = candidate_ids[at : at + 200]
            held = self._people.get(self._tenant, asked)
            changed = [p for i, p in sorted(held.items()) if known.get(i) != p.content_hash]
            self.replica.take(changed)
            self.replica.drop([i for i in asked if i not in held])

    def _start_over(self, meta: Meta) -> None:
        """Begin from the copy in the bucket, or else from all records."""
        self.replica.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        if meta.copy_key and self._fetched(meta.copy_key):
            self.replica = self._make(self._folder)
            self.replica.follow(meta.epoch, meta.copy_generation)
            return
        self.replica = self._make(self._folder)
        for batch in self._people.everybody(self._tenant):
            self.replica.take(batch)
        self.replica.follow(meta.epoch, meta.generation)

    def _fetched(self, key: str) -> bool:
        if self._bucket is None or not key.endswith(_SUFFIX):
            return False
        packed = self._folder / "copy.gz"
        if not self._bucket.get(key, packed):
            return False
        with gzip.open(packed, "rb") as source, (self._folder / "candidates.db").open("wb") as out:
            shutil.copyfileobj(source, out)
        packed.unlink()
        return True

    def publish(self) -> None:
        """Put a copy of the replica in the bucket, and forget the log it makes needless."""
        if self._bucket is None:
            return
        with self.turn:
            self.catch_up()
            meta, until = self.meta, self.replica.applied()
            if until <= meta.copy_generation:
                return
            packed = self._folder / "publish.gz"
            self.replica.copy_to(packed)
            key = f"{self._tenant}/index/{meta.epoch}-{until:012d}{_SUFFIX}"
            self._bucket.put(key, packed)
            packed.unlink()
            self._people.set_copy(self._tenant, key, until)
            if meta.copy_key and meta.copy_key != key:
                self._bucket.delete(meta.copy_key)
            done = self._people.changes(self._tenant, 0, until)
            self._people.trim(self._tenant, [c for c in done if c.ended])

    def withdraw(self) -> None:
        """Delete the copy, which holds somebody who must go."""
        with self.turn:
            if self._bucket is not None and self.meta.copy_key:
                self._people.set_copy(self._tenant, "", self.meta.copy_generation)
                self._bucket.delete(self.meta.copy_key)


_SUFFIX = f".v{len(MIGRATIONS)}.sqlite.gz"
"""A copy is of use only to a program that knows its tables; others begin from the records."""


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
