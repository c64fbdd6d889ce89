"""Keeps a replica in step with the log of writes, and puts copies of it in the bucket."""

from __future__ import annotations

import gzip
import shutil
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from tools.index.aws.bucket import Bucket
from tools.index.aws.people import STALE_SECONDS, Change, Meta, People, refuse_other_model
from tools.index.aws.replica import Replica
from tools.index.aws.table import ConditionFailed
from tools.index.local_schema import MIGRATIONS
from tools.private_folder import make_private
from tools.process_lock import alone

_SUFFIX = f".v{len(MIGRATIONS)}.sqlite.gz"
"""A copy is of use only to a program that knows its tables; others begin from the records."""


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
            self.replica.remove([i for i in asked if i not in held])

    def _start_over(self, meta: Meta) -> None:
        """Begin from the copy in the bucket, or else from all records."""
        self.replica.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        make_private(self._folder)
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
        with self.turn, alone(self._folder / "publish.lock"):
            self.catch_up()
            meta, until = self.meta, self.replica.applied()
            if until <= meta.copy_generation:
                return
            packed = self._folder / "publish.gz"
            self.replica.copy_to(packed)
            key = f"{self._copies}{meta.epoch}-{until:012d}{_SUFFIX}"
            self._bucket.put(key, packed)
            packed.unlink()
            try:
                self._people.set_copy(self._tenant, key, until)
            except ConditionFailed:  # another process was quicker
                self._sweep(self._people.meta(self._tenant).copy_key)
                return
            self._sweep(key)
            done = self._people.changes(self._tenant, 0, until)
            self._people.trim(self._tenant, [c for c in done if c.ended])

    def withdraw(self) -> None:
        """Delete the copy, which holds somebody who must go."""
        with self.turn:
            if self._bucket is not None:
                self._people.withdraw_copy(self._tenant)
                self._sweep("")

    @property
    def _copies(self) -> str:
        return f"{self._tenant}/index/"

    def _sweep(self, kept: str) -> None:
        """Delete every copy but one, those too whose process died before it was noted."""
        assert self._bucket is not None
        for key in self._bucket.keys(self._copies):
            if key != kept:
                self._bucket.delete(key)
