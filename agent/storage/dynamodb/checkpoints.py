"""A checkpointer on DynamoDB: one read and one write a turn, and never more than two states kept.

Written in place of langgraph-checkpoint-aws's saver, which reads without consistency, sorts the
writes of a task as strings, fails for good at 400 KB and writes the metadata before the payload.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

import msgspec
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import (
    WRITES_IDX_MAP,
    ChannelVersions,
    Checkpoint,
    CheckpointMetadata,
    CheckpointTuple,
    get_checkpoint_id,
    get_checkpoint_metadata,
)

from agent.storage.dynamodb.threaded import ThreadedSaver
from tools.index.aws.packing import packed, unpacked
from tools.index.aws.table import ConditionFailed, Item, Key, Table

_FAMILY = "checkpoint#"
_REMEMBERED = 2_000
"""Threads of which a process knows the rows it may sweep."""


class Saved(NamedTuple):
    """One checkpoint's rows: its head, when it is whole, and every row by sort key."""

    id: str
    namespace: str
    head: Item | None
    rows: dict[str, Item]


class DynamoDBCheckpoints(ThreadedSaver):
    """Threads in a table: PK is the thread, SK `checkpoint#<namespace>#<id>`, then its writes.

    A write prunes all but the newest checkpoint and its parent, with `keep_all` none. Items expire
    `days` after the last turn, with 0 never. Everything is read consistently, a payload that
    outgrows one item is cut into parts written before their head, and rows without a head are
    swept by the next write.
    """

    def __init__(self, table: Table, *, days: int = 0, keep_all: bool = False) -> None:
        super().__init__()
        self._table = table
        self._days = days
        self._keep_all = keep_all
        self._seen: OrderedDict[tuple[str, str], dict[str, Sequence[Key]]] = OrderedDict()

    def get_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        """Return the checkpoint a config names, else the newest of its thread."""
        thread, namespace = _place(config)
        wanted = get_checkpoint_id(config)
        found = list(self._saved(thread, namespace, wanted or ""))
        if not wanted:
            self._remember(thread, namespace, {s.id: _keys(thread, s) for s in found})
        for saved in found:
            if saved.head is not None and wanted in (None, "", saved.id):
                whole = self._tuple(thread, saved)
                if whole is not None:
                    return whole
        return None

    def list(
        self,
        config: RunnableConfig | None,
        *,
        filter: dict[str, Any] | None = None,  # noqa: A002 # LangGraph's signature
        before: RunnableConfig | None = None,
        limit: int | None = None,
    ) -> Iterator[CheckpointTuple]:
        """Yield a thread's checkpoints, newest first; raises ValueError without a thread."""
        if config is None:
            raise ValueError("Checkpoints are listed by thread: name one in the config.")
        thread = str(config["configurable"]["thread_id"])
        namespace = config["configurable"].get("checkpoint_ns")
        wanted = get_checkpoint_id(config)
        last = get_checkpoint_id(before) if before else None
        saved = sorted(self._saved(thread, namespace), key=lambda s: s.id, reverse=True)
        left = len(saved) if limit is None else limit
        for each in saved:
            if left <= 0:
                return
            if (wanted and each.id != wanted) or (last and each.id >= last):
                continue
            whole = self._tuple(thread, each)
            if whole is not None and _fits(whole.metadata, filter or {}):
                left -= 1
                yield whole

    def put(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """Store a checkpoint, payload before head, and prune; return the config that names it."""
        thread, namespace = _place(config)
        parent = get_checkpoint_id(config) or ""
        told = get_checkpoint_metadata(config, metadata)
        blob = msgspec.msgpack.encode(
            [*self.serde.dumps_typed(checkpoint), *self.serde.dumps_typed(told)]
        )
        rows = packed(
            (thread, _sort_key(namespace, checkpoint["id"])),
            blob,
            parent=parent,
            turn=str(told.get("turn_id", "")),
            run=str(told.get("run_id", "")),
            **self._expiry(),
        )
        self._write(rows, self._outdated(thread, namespace, {checkpoint["id"], parent}))
        known = self._seen.get((thread, namespace), {})
        known[checkpoint["id"]] = [(row["PK"], row["SK"]) for row in rows]
        self._remember(thread, namespace, known)
        return _config(thread, namespace, checkpoint["id"])

    def put_writes(
        self,
        config: RunnableConfig,
        writes: Sequence[tuple[str, Any]],
        task_id: str,
        task_path: str = "",
    ) -> None:
        """Store what a task wrote as one row in order; what is stored already stays."""
        thread, namespace = _place(config)
        checkpoint_id = get_checkpoint_id(config)
        if not checkpoint_id:
            raise ValueError("Writes belong to a checkpoint: name one in the config.")
        special = all(channel in WRITES_IDX_MAP for channel, _ in writes)
        group = f"special-{min(c for c, _ in writes)}" if special and writes else "plain"
        owner = f"{quote(task_path, safe='')}#{quote(task_id, safe='')}#{group}"
        blob = msgspec.msgpack.encode(
            [task_id, [[channel, *self.serde.dumps_typed(value)] for channel, value in writes]]
        )
        head, *rest = packed(
            (thread, f"{_sort_key(namespace, checkpoint_id)}#write#{owner}"),
            blob,
            **self._expiry(),
        )
        if special:
            self._write([head, *rest], [])
            return
        self._table.write_many(rest)
        try:
            self._table.put(head, "attribute_not_exists(PK)")
        except ConditionFailed:
            return

    def delete_thread(self, thread_id: str) -> None:
        """Delete every checkpoint and write of a thread."""
        rows = self._table.query(thread_id, _FAMILY)
        self._table.write_many(deletes=[(row["PK"], row["SK"]) for row in rows])
        for known in [k for k in self._seen if k[0] == thread_id]:
            self._seen.pop(known, None)

    def delete_for_runs(self, run_ids: Sequence[str]) -> None:
        """Delete the checkpoints that runs made; reads the whole table, so it is for rare work."""
        for run_id in run_ids:
            heads = self._table.scan("run = :run", {":run": run_id})
            for thread, sort_key in [(head["PK"], head["SK"]) for head in heads]:
                rows = self._table.query(thread, sort_key)
                self._table.write_many(deletes=[(row["PK"], row["SK"]) for row in rows])

    def copy_thread(self, source_thread_id: str, target_thread_id: str) -> None:
        """Copy every checkpoint and write of a thread to another thread."""
        rows = self._table.query(source_thread_id, _FAMILY, descending=True)
        self._table.write_many({**row, "PK": target_thread_id} for row in rows)

    def prune(self, thread_ids: Sequence[str], *, strategy: str = "keep_latest") -> None:
        """Delete all but the newest checkpoint of each namespace, or with "delete" all of them."""
        for thread in thread_ids:
            if strategy == "delete":
                self.delete_thread(thread)
                continue
            newest: set[str] = set()
            for saved in self._saved(thread):
                if saved.head is not None and saved.namespace not in newest:
                    newest.add(saved.namespace)
                    continue
                self._table.write_many(deletes=_keys(thread, saved))

    def forget_turns(self, thread_id: str, turn_ids: Collection[str]) -> None:
        """Forget what turns stored, so that the thread is as it was before them."""
        for saved in self._saved(thread_id):
            if saved.head is None or saved.head.get("turn") in turn_ids:
                self._table.write_many(deletes=_keys(thread_id, saved))
                self._seen.get((thread_id, saved.namespace), {}).pop(saved.id, None)

    async def roll_back(self, thread_id: str, turn_ids: Collection[str]) -> None:
        """Do as `forget_turns` in a thread."""
        await asyncio.to_thread(self.forget_turns, thread_id, turn_ids)

    def _saved(
        self, thread: str, namespace: str | None = None, checkpoint_id: str = ""
    ) -> Iterator[Saved]:
        """Yield the checkpoints of a thread, newest first within each namespace."""
        prefix = _FAMILY if namespace is None else _sort_key(namespace, checkpoint_id)
        rows = self._table.query(thread, prefix, descending=True)
        for (space, identity), group in groupby(rows, key=_belongs):
            by_key = {row["SK"]: row for row in group}
            yield Saved(identity, space, by_key.get(_sort_key(space, identity)), by_key)

    def _tuple(self, thread: str, saved: Saved) -> CheckpointTuple | None:
        blob = unpacked(saved.head, saved.rows) if saved.head else None
        if saved.head is None or blob is None:
            return None
        kind, payload, told_kind, told = msgspec.msgpack.decode(blob)
        parent = saved.head["parent"]
        return CheckpointTuple(
            config=_config(thread, saved.namespace, saved.id),
            checkpoint=self.serde.loads_typed((kind, payload)),
            metadata=self.serde.loads_typed((told_kind, told)),
            parent_config=_config(thread, saved.namespace, parent) if parent else None,
            pending_writes=list(self._writes(saved)),
        )

    def _writes(self, saved: Saved) -> Iterator[tuple[str, str, Any]]:
        family = f"{_sort_key(saved.namespace, saved.id)}#write#"
        for key in sorted(saved.rows):
            if not key.startswith(family) or "parts" not in saved.rows[key]:
                continue
            blob = unpacked(saved.rows[key], saved.rows)
            if blob is not None:
                task_id, writes = msgspec.msgpack.decode(blob)
                for channel, kind, value in writes:
                    yield task_id, channel, self.serde.loads_typed((kind, value))

    def _write(self, rows: Sequence[Item], deletes: Sequence[Key]) -> None:
        """Write a head after its parts; what is outdated goes with the last call."""
        if len(rows) > 1:
            self._table.write_many(rows[1:])
        self._table.write_many(rows[:1], deletes)

    def _outdated(self, thread: str, namespace: str, kept: Collection[str]) -> Sequence[Key]:
        if self._keep_all:
            return []
        known = self._seen.get((thread, namespace), {})
        return [key for i in sorted(known) if i not in kept for key in known.pop(i)]

    def _remember(self, thread: str, namespace: str, known: dict[str, Sequence[Key]]) -> None:
        self._seen[thread, namespace] = known
        self._seen.move_to_end((thread, namespace))
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)

    def _expiry(self) -> dict[str, int]:
        return {"ttl": int(self._table.now()) + self._days * 86_400} if self._days else {}


def _place(config: RunnableConfig) -> tuple[str, str]:
    configurable = config["configurable"]
    return str(configurable["thread_id"]), str(configurable.get("checkpoint_ns", ""))


def _config(thread: str, namespace: str, checkpoint_id: str) -> RunnableConfig:
    return {
        "configurable": {
            "thread_id": thread,
            "checkpoint_ns": namespace,
            "checkpoint_id": checkpoint_id,
        }
    }


def _sort_key(namespace: str, checkpoint_id: str) -> str:
    return f"{_FAMILY}{quote(namespace, safe='')}#{checkpoint_id}"


def _belongs(row: Item) -> tuple[str, str]:
    """Return the namespace and the id of the checkpoint a row is part of."""
    _, namespace, checkpoint_id, *_ = row["SK"].split("#", 3)
    return unquote(namespace), checkpoint_id


def _keys(thread: str, saved: Saved) -> Sequence[Key]:
    return [(thread, sort_key) for sort_key in saved.rows]


def _fits(metadata: CheckpointMetadata, wanted: dict[str, Any]) -> bool:
    return all(metadata.get(name) == value for name, value in wanted.items())
