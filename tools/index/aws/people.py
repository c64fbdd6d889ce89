"""The truth about people on AWS: their records, and a log of changes that replicas follow.

Keys of the table of candidates (PK, SK):
    <tenant>   meta                   generation, embedding model, epoch, where the copy lies
    <tenant>   person/<id>            a record, compressed; further parts when it outgrows an item
    <tenant>   change/<generation>    whom a write touched, and whether it has ended
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from typing import Any
from urllib.parse import quote

import msgspec

from tools.candidates import Candidate
from tools.index.aws.packing import packed, part_keys, unpacked
from tools.index.aws.table import ConditionFailed, Item, Key, Table
from tools.index.base import CandidateIndexError

STALE_SECONDS = 600
"""After this time a write that has not ended is taken for one whose process died."""

_ENCODE = msgspec.msgpack.Encoder().encode
_DECODE = msgspec.msgpack.Decoder(Candidate)


class Meta(msgspec.Struct, frozen=True):
    """What a tenant's index is now; `generation` counts its writes, `epoch` names its beginning."""

    generation: int = 0
    embeddings: str = ""
    epoch: str = ""
    copy_key: str = ""
    copy_generation: int = 0


class Touched(msgspec.Struct, frozen=True):
    """A person in a write: `version` and `passages` tell the vectors it makes, if any."""

    candidate_id: str
    version: str = ""
    passages: int = 0


class Change(msgspec.Struct, frozen=True):
    """One write to a tenant's people."""

    generation: int
    at: float
    ended: bool
    touched: tuple[Touched, ...]


class People:
    """Records and changes of every tenant in one table; raises AwsError."""

    def __init__(self, table: Table) -> None:
        self._table = table

    @property
    def now(self) -> float:
        """Return the seconds since 1970 by which writes are dated."""
        return self._table.now()

    def meta(self, tenant: str) -> Meta:
        """Return what a tenant's index is now: one read."""
        item = self._table.get((tenant, "meta"))
        return msgspec.convert(_named(item), Meta) if item else Meta()

    def claim(self, tenant: str, embeddings: str) -> Meta:
        """Make the tenant's index on its first write; raises CandidateIndexError."""
        first = {"embeddings": embeddings, "epoch": uuid.uuid4().hex, "generation": 0}
        with suppress(ConditionFailed):
            self._table.put({"PK": tenant, "SK": "meta", **first}, "attribute_not_exists(PK)")
        meta = self.meta(tenant)
        refuse_other_model(tenant, meta, embeddings)
        return meta

    def begin(self, tenant: str, touched: Sequence[Touched]) -> int:
        """Announce a write before it is made; return its generation."""
        meta = self._table.update(
            (tenant, "meta"), "SET generation = generation + :one", {":one": 1}
        )
        generation = int(meta["generation"])
        self._table.put(
            {
                "PK": tenant,
                "SK": _change_key(generation),
                "at": self.now,
                "ended": False,
                "touched": [[t.candidate_id, t.version, t.passages] for t in touched],
            }
        )
        return generation

    def end(self, tenant: str, generation: int) -> None:
        """Say that a write is complete."""
        self._table.update((tenant, _change_key(generation)), "SET ended = :yes", {":yes": True})

    def changes(self, tenant: str, after: int, until: int) -> list[Change]:
        """Return the writes of a span of generations that are still in the log."""
        if after >= until:
            return []  # DynamoDB refuses a span that ends before it begins
        rows = self._table.between(tenant, _change_key(after + 1), _change_key(until))
        return [
            Change(
                int(row["SK"].partition("/")[2]),
                row["at"],
                row["ended"],
                tuple(Touched(*t) for t in row["touched"]),
            )
            for row in rows
        ]

    def trim(self, tenant: str, changes: Sequence[Change]) -> None:
        """Take writes out of the log which a copy holds."""
        self._table.write_many(deletes=[(tenant, _change_key(c.generation)) for c in changes])

    def set_copy(self, tenant: str, key: str, generation: int) -> None:
        """Note where the copy of the replica lies, and up to which write it goes.

        Raises ConditionFailed where there has been a copy as new: the log begins behind it.
        """
        self._table.update(
            (tenant, "meta"),
            "SET copy_key = :key, copy_generation = :generation",
            {":key": key, ":generation": generation},
            "attribute_not_exists(copy_generation) OR copy_generation < :generation",
        )

    def withdraw_copy(self, tenant: str) -> None:
        """Note that there is no copy any more."""
        self._table.update((tenant, "meta"), "SET copy_key = :none", {":none": ""})

    def put(self, tenant: str, people: Sequence[Candidate], replaced: Collection[str]) -> None:
        """Write records, the parts of a large one before its head and after its former parts."""
        items = [packed(_person_key(tenant, p.candidate_id), _ENCODE(p)) for p in people]
        for _, *rest in items:
            if rest:
                self._table.write_many(rest)
        self._table.write_many(head for head, *_ in items)
        kept = {row["SK"] for rows in items for row in rows}
        for candidate_id in replaced:
            stem = f"{_person_key(tenant, candidate_id)[1]}#"
            rows = [(r["PK"], r["SK"]) for r in self._table.query(tenant, stem)]
            self._table.write_many(deletes=[key for key in rows if key[1] not in kept])

    def remove(self, tenant: str, candidate_ids: Sequence[str]) -> None:
        """Delete records with all their parts, those of former writes too."""
        for candidate_id in candidate_ids:
            key = _person_key(tenant, candidate_id)
            parts = self._table.query(tenant, f"{key[1]}#")
            self._table.write_many(deletes=[*((r["PK"], r["SK"]) for r in parts), key])

    def get(self, tenant: str, candidate_ids: Sequence[str]) -> dict[str, Candidate]:
        """Return the records there are among the ids."""
        heads = self._table.get_many([_person_key(tenant, i) for i in dict.fromkeys(candidate_ids)])
        parts = [key for head in heads for key in part_keys(head)]
        rows = {row["SK"]: row for row in self._table.get_many(parts)}
        people = (_person(head, rows) for head in heads)
        return {p.candidate_id: p for p in people if p is not None}

    def everybody(self, tenant: str, batch: int = 200) -> Iterator[list[Candidate]]:
        """Yield all people of a tenant in batches, in the order of their ids."""
        found: list[Candidate] = []
        rows = self._table.query(tenant, "person/")
        for stem, group in groupby(rows, key=lambda row: row["SK"].partition("#")[0]):
            together = {row["SK"]: row for row in group}
            person = _person(together[stem], together) if stem in together else None
            if person is not None:
                found.append(person)
            if len(found) == batch:
                yield found
                found = []
        if found:
            yield found


def refuse_other_model(tenant: str, meta: Meta, embeddings: str) -> None:
    """Raise CandidateIndexError when a tenant's vectors were made by another model."""
    if meta.embeddings and meta.embeddings != embeddings:
        raise CandidateIndexError(
            f"The index of tenant {tenant} was built with the embeddings {meta.embeddings!r} and "
            f"cannot answer for {embeddings!r}: set MATCHER_EMBEDDINGS back, or ingest again into "
            "other tables."
        )


def _named(item: Item) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in ("PK", "SK")}


def _person(head: Item, rows: dict[str, Item]) -> Candidate | None:
    blob = unpacked(head, rows)
    return None if blob is None else _DECODE.decode(blob)


def _person_key(tenant: str, candidate_id: str) -> Key:
    return tenant, f"person/{quote(candidate_id, safe='')}"


def _change_key(generation: int) -> str:
    return f"change/{generation:012d}"
